import ChainRule
import Optimizers
import Testing

/// Bounds of the distance to the optimum.
@Suite("Certificates")
struct CertificateTests {
  static let penalties: [Penalty] = [
    .none, .ridge(0.3), .lasso(0.9), .elasticNet(1, mixing: 0.6), .nonNegative, .box(lower: -0.2, upper: 1),
    .groupLasso(0.9),
  ]

  @Test("The gap and the distance of a rough solution lie within the bounds", arguments: penalties)
  func bounds(_ penalty: Penalty) throws {
    let objective = try CompositeTests.regression(penalty)
    let exact = try minimize(objective, using: .fista(), until: StoppingRule(tolerance: 1e-13))
    for tolerance in [1.0, 0.1, 1e-3] {
      let rough = try minimize(
        objective, using: .proximalGradient(), until: StoppingRule(tolerance: tolerance))
      let certificate = try #require(rough.certificate)
      let distance = zip(rough.point, exact.point).reduce(into: 0) {
        $0 += ($1.0 - $1.1) * ($1.0 - $1.1)
      }.squareRoot()
      let bound = try #require(certificate.distanceBound)
      #expect(certificate.hasConstantCurvature)
      #expect(distance <= bound + 1e-11, "\(certificate)")
      #expect(rough.value - exact.value <= certificate.gap + 1e-13, "\(certificate)")
      // A bound that says nothing would hold too: this one is no worse than the condition of the curvature, below 1e3.
      #expect(bound <= 1e3 * max(distance, 1e-10), "\(certificate), in truth \(distance)")
    }
  }

  @Test(
    "The duality gap of a logistic loss bounds the excess",
    arguments: [Penalty.lasso(0.05), .groupLasso(0.05)])
  func logistic(_ penalty: Penalty) throws {
    let (X, y, w) = (CompositeTests.X, CompositeTests.y, CompositeTests.w)
    var data = CompositeTests.data
    data[y] = [1, 0, 1, 0, 0, 1]
    let objective = try Objective(mean(softplus(X • w) - y * (X • w)), penalties: [w: penalty], data: data)
    let exact = try minimize(objective, using: .fista(), until: StoppingRule(tolerance: 1e-13))
    for tolerance in [1e-3, 1e-4, 1e-6] {
      let rough = try minimize(
        objective, using: .proximalGradient(), until: StoppingRule(tolerance: tolerance))
      let certificate = try #require(rough.certificate)
      #expect(!certificate.hasConstantCurvature)
      let excess = rough.value - exact.value
      #expect(excess <= certificate.gap + 1e-14, "\(certificate), in truth \(excess)")
      #expect(certificate.gap <= 10 * tolerance, "\(certificate)")
    }
  }

  @Test("A certificate is one sentence")
  func sentence() throws {
    let x = Tensor.parameter("x", shape: [2], initial: [1.25, -2])
    let objective = try Objective(0.5 * sum(squared(x - Tensor.constant([1, -2]))))
    let solution = try minimize(objective, using: .fista(), until: StoppingRule(tolerance: 0.5))
    #expect(
      solution.certificate?.description
        == "‖∂f‖∞ = 0.25; f is at most 0.0313 above the minimum; the coefficients are within 0.25 of the optimum"
    )
    let logistic = try Objective(softplus(x[0]) - 0.5 * x[0], over: [x])
    let flat = try minimize(
      logistic, from: [[0.01, -2]], using: .fista(), until: StoppingRule(tolerance: 0.5))
    #expect(
      flat.certificate?.description
        == "‖∂f‖∞ = 0.0025; for a convex loss, f is at most 0.005 above any point whose coefficients differ by up to 2.0"
    )
  }

  @Test("What did not converge has no certificate")
  func none() throws {
    let solution = try minimize(
      CompositeTests.regression(.lasso(1)), using: .fista(), until: StoppingRule(maximumIterations: 1))
    #expect(solution.status == .iterationLimit && solution.certificate == nil)
  }
}
