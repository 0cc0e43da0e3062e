import ChainRule
import Optimizers
import Testing
import Foundation

@Suite("Levenberg–Marquardt on certified curves")
struct ReferenceCurveTests {
  static var names: [String] { ProcessInfo.processInfo.environment["CURVE_NAMES"]?.split(separator: ",").map(String.init) ?? ["Misra1a", "Thurber", "DanWood"] }
  @Test("Each coefficient is right to 8 digits from both starts", arguments: names, [0, 1])
  func certified(name: String, start: Int) throws {
    let curve = try ReferenceCurve(name)
    let solution = try curve.fit(start)
    let digits = agreeingDigits(solution.point, curve.coefficients)
    let sum = agreeingDigits([solution.value * Double(curve.rows)], [curve.residualSumOfSquares])
    print("CURVE", name, start + 1, digits, sum, solution.iterations, solution.counts.values, solution.status, solution.reason)
    #expect(digits >= 8 && sum >= 8, "\(digits) and \(sum) digits; \(solution)")
    #expect(solution.isConverged, "\(solution)")
  }
}
