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
    try hold(known, minimize(known.objective(), using: .proximalNewton(), until: Self.rule))
  }

  @Test("FISTA finds the optimum", arguments: KnownOptimum.all)
  func fista(_ known: KnownOptimum) throws {
    try hold(known, minimize(known.objective(), using: .fista(), until: Self.rule))
  }

  private func hold(_ known: KnownOptimum, _ solution: Optimizers.Solution) throws {
    let setting = known.setting
    #expect(solution.isConverged, "\(solution.description)")
    let optimum = setting.optimum_objective
    let excess = abs(solution.value - optimum) / abs(optimum)
    #expect(excess <= 1e-10, "objective \(solution.value) against \(optimum)")
    let right = setting.coefficients.elements
    let count = right.count
    var intercept = Array(solution.point[count...])
    if let classes = setting.classes {
      // Intercepts of softmax are known up to a common number.
      let mean = intercept.reduce(0, +) / Double(classes)
      intercept = intercept.map { $0 - mean }
    }
    let found = Array(solution.point[..<count]) + intercept
    let error = zip(found, right + setting.intercept.elements).reduce(0) { max($0, abs($1.0 - $1.1)) }
    #expect(error <= 1e-6, "\(solution.description)")
    for (x, known) in zip(found, right) { #expect((x == 0) == (known == 0), "\(x) against \(known)") }
    let certificate = try #require(solution.certificate)
    if let bound = certificate.distanceBound, certificate.hasConstantCurvature {
      // Beyond the bound, the stored optimum is good to about 15 digits.
      #expect(error <= bound + 1e-11, "\(certificate)")
    }
  }
}
