import ChainRule
import GradientChecking
import Testing

@Suite("Lost digits")
struct LostDigitsTests {
  private let x = Tensor.parameter("x", shape: [3])

  @Test("A difference of large numbers loses digits, in Float and in Double")
  func cancellation() throws {
    let loss = mean(squared(x)) - squared(mean(x))
    let narrow = try lostDigits(of: loss, at: [x: [1000, 1001, 1002]], in: Float.self)
    #expect(narrow[0].operation == "subtract")
    #expect(narrow[0].digits > 2)
    let wide = try lostDigits(of: loss, at: [x: [1e6, 1000001, 1000002]], in: Double.self)
    #expect(wide[0].operation == "subtract")
  }

  @Test("What keeps its digits is not told")
  func kept() throws {
    #expect(try lostDigits(of: mean(softplus(x)), at: [x: [1, -20, 30]], in: Float.self).isEmpty)
    #expect(try lostDigits(of: logSumExp(x), at: [x: [1, 2, 300]], in: Float.self).isEmpty)
  }

  @Test("An operation of the gradient is told with what it is the derivative of")
  func gradient() throws {
    let lost = try lostDigits(of: sum(log(1 - tanh(x))), at: [x: [6, 7, 8]], in: Float.self)
    #expect(lost.contains { $0.operation == "subtract" && $0.differentiated == nil })
  }
}
