import ChainRule
import Optimizers
import Testing

/// Fits with kinks and without, against optima found elsewhere.
@Suite("Known optima")
struct KnownOptimumTests {
  /// A coefficient's error is at most the subgradient over the least curvature, which is 1e-4 in the flattest setting,
  /// so that a subgradient of 1e-12 leaves 1e-8.
  static let rule = StoppingRule(tolerance: 1e-12, maximumIterations: 20_000)

  @Test("All settings are there")
  func count() {
    #expect(KnownOptimum.all.count == 21)
    #expect(KnownOptimum.all.filter(\.isSparse).count == 8)
  }

  @Test("Proximal Newton finds the optimum", arguments: KnownOptimum.all)
  func newton(_ known: KnownOptimum) throws {
    let solution = try minimize(known.objective(), using: .proximalNewton(), until: Self.rule)
    #expect(faults(known, solution) == [])
  }

  @Test("FISTA finds the optimum", arguments: KnownOptimum.all)
  func fista(_ known: KnownOptimum) throws {
    let solution = try minimize(known.objective(), using: .fista(), until: Self.rule)
    #expect(faults(known, solution) == [])
  }

  @Test("A search that ends early, and one whose coefficients are not exactly zero, are found out")
  func mistakes() throws {
    let known = try #require(KnownOptimum.all.first { $0.setting.id == "diabetes_06_lasso" })
    let early = try minimize(
      known.objective(), using: .fista(), until: StoppingRule(tolerance: 1e-7, checksCurvature: false))
    #expect(early.isConverged && !faults(known, early).isEmpty)
    // |w| rounded off at 0 has no kink, and no zeros.
    let smooth = try known.objective()
    let w = smooth.parameters[0]
    let rounded = try Objective(
      smooth.loss + sum(sqrt(squared(w) + 1e-10)), over: smooth.parameters, data: smooth.data)
    let blurred = try minimize(rounded, using: .proximalNewton(), until: Self.rule)
    #expect(faults(known, blurred).contains { $0.hasSuffix("against 0.0") })
  }

  /// What is wrong with a solution.
  private func faults(_ known: KnownOptimum, _ solution: Optimizers.Solution) -> [String] {
    let setting = known.setting
    var faults = solution.isConverged ? [] : [solution.description]
    let optimum = setting.optimum_objective
    if !(abs(solution.value - optimum) <= 1e-10 * abs(optimum)) {
      faults.append("objective \(solution.value) against \(optimum)")
    }
    let right = setting.coefficients.elements
    let count = right.count
    var intercept = Array(solution.point[count...])
    if let classes = setting.classes {
      // Intercepts of softmax are known up to a common number.
      let mean = intercept.reduce(0, +) / Double(classes)
      intercept = intercept.map { $0 - mean }
    }
    let found = solution.point[..<count] + intercept
    var error = 0.0
    for (x, known) in zip(found, right + setting.intercept.elements) {
      error = max(error, abs(x - known))
      if !(abs(x - known) <= 1e-6) || (x == 0) != (known == 0) { faults.append("\(x) against \(known)") }
    }
    if let certificate = solution.certificate, let bound = certificate.distanceBound {
      // Beyond the bound, the stored optimum is good to about 15 digits.
      if certificate.hasConstantCurvature && error > bound + 1e-11 {
        faults.append("\(error) beyond \(certificate)")
      }
    }
    return faults
  }
}
