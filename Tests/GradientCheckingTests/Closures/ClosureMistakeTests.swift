import ChainRule
import GradientChecking
import Testing

@Suite("Bad questions to a check of functions")
struct ClosureMistakeTests {
  struct Refusal: Error, Equatable {}

  private func message(_ body: () throws -> GradientReport) -> String {
    do { return try "\(body())" } catch { return "\(error)" }
  }

  @Test("A bad question is answered by a sentence that says what is wrong and what would fit")
  func sentences() {
    let sum = { (x: [Double]) in x.reduce(0, +) }
    let ones = { (x: [Double]) in x.map { _ in 1.0 } }
    #expect(
      message { try checkGradient(of: sum, gradient: ones, at: []) }
        == "checkGradient: the point is empty; give it at least one coordinate")
    #expect(
      message { try checkGradient(of: sum, gradient: ones, at: [1, .nan]) }
        == "checkGradient: coordinate 1 of the point is nan; check it where all are finite")
    #expect(
      message { try checkGradient(of: { _ in .infinity }, gradient: ones, at: [1]) }
        == "checkGradient: the function is inf at the point; check it where the function is finite")
    #expect(
      message { try checkGradient(of: sum, gradient: { _ in [1] }, at: [1, 2]) }
        == "checkGradient: the gradient has 1 element, the point 2; return one derivative for each coordinate"
    )
    #expect(
      message { try checkHessianProduct(of: { _ in [1] }, product: { $1 }, at: [1, 2]) }
        == "checkGradient: the gradient has 1 element, the point 2; return one derivative for each coordinate"
    )
  }

  @Test("What the functions throw at the point reaches the caller")
  func refusals() {
    #expect(throws: Refusal.self) {
      try checkGradient(of: { _ in throw Refusal() }, gradient: { $0 }, at: [1])
    }
    #expect(throws: Refusal.self) {
      try checkGradient(of: { $0[0] }, gradient: { _ in throw Refusal() }, at: [1])
    }
  }

  @Test("Options of any size are taken", arguments: [Int.min, -1, 0, 1, .max])
  func options(number: Int) throws {
    var options = CheckOptions()
    (options.evaluationLimit, options.directions) = (number, min(number, 5))
    let report = try checkGradient(
      of: { $0[0] * $0[1] }, gradient: { [$0[1], $0[0]] }, at: [1, 2], options: options)
    #expect(report.outcome != .wrong)
    options.differences.maximumSteps = number
    #expect(
      try checkGradient(of: { $0[0] }, gradient: { _ in [1] }, at: [1], options: options).outcome != .wrong)
  }
}
