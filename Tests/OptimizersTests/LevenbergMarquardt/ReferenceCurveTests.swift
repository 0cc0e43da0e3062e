import ChainRule
import Optimizers
import Testing

@Suite("Levenberg–Marquardt on certified curves")
struct ReferenceCurveTests {
  @Test(
    "Each coefficient is right to 9 digits from both starts", arguments: ["Misra1a", "Thurber", "DanWood"],
    [0, 1])
  func certified(name: String, start: Int) throws {
    let curve = try ReferenceCurve(name)
    let solution = try curve.fit(start)
    let digits = agreeingDigits(solution.point, curve.coefficients)
    // N times the mean.
    let sum = agreeingDigits([solution.value * Double(curve.rows)], [curve.residualSumOfSquares])
    #expect(digits >= 9 && sum >= 11, "\(digits) and \(sum) digits; \(solution)")
    #expect(solution.isConverged, "\(solution)")
  }
}
