import ChainRule
import Optimizers
import Testing

@Suite("A learning rate that is too large is explained")
struct LearningRateTests {
  private static let x = Tensor.parameter("x", shape: [2])
  /// λmax is 20.
  private static func quadratic() throws -> Objective { try Objective(10 * squared(x[0]) + squared(x[1])) }

  @Test("The reason names the bound, and a rate that works")
  func reason() throws {
    let solution = try minimize(Self.quadratic(), from: [[1, 1]], using: .gradientDescent(learningRate: 0.3))
    #expect(solution.status == .diverged)
    #expect(
      solution.reason.hasSuffix(
        "a million times the start; 2/λmax is 0.1 at the start, and the learning rate 0.3 is above it; 0.05 works"
      ),
      "\(solution.reason)")
  }

  /// The rate in a reason.
  private static func suggested(_ reason: String) -> Double? {
    guard let words = reason.split(separator: ";").last?.split(separator: " "), words.last == "works" else {
      return nil
    }
    return words.dropLast().last.flatMap { Double($0) }
  }

  @Test("The rate that is named converges", arguments: [3.0, 30, 3e5, 3e200], [0, 1, 2, 3])
  func suggestion(factor: Double, kind: Int) throws {
    let method: FirstOrderMethod
    switch kind {
    case 0: method = .gradientDescent(learningRate: factor)
    case 1: method = .momentum(learningRate: factor)
    case 2: method = .nesterov(learningRate: factor)
    default: method = .gradientDescent(learningRate: factor).inBatches(.shuffled(size: 2, seed: 3))
    }
    let objective = try FirstOrderTests.regression()
    let solution = try minimize(objective, using: method)
    #expect(solution.status == .diverged, "\(solution.reason)")
    var mended = method
    mended.learningRate = try #require(Self.suggested(solution.reason), "\(solution.reason)")
    let again = try minimize(objective, using: mended, until: StoppingRule(maximumIterations: 3000))
    // Batches of a constant rate end near the minimum and not in it.
    #expect(
      kind == 3 ? again.value < again.history[0].value / 10 : again.isConverged,
      "\(mended.learningRate): \(again.reason)"
    )
  }

  @Test("Where curvature grows away from the start, the rate that is named has been tried")
  func fourth() throws {
    let t = Tensor.parameter("t", shape: [])
    let objective = try Objective(squared(squared(t)) + squared(t))
    let solution = try minimize(objective, from: [3], using: .gradientDescent(learningRate: 0.5))
    let rate = try #require(Self.suggested(solution.reason), "\(solution.reason)")
    let again = try minimize(objective, from: [3], using: .gradientDescent(learningRate: rate))
    #expect(again.isConverged, "\(again.reason)")
  }

  @Test("Gradients are clipped to a length, however long they are")
  func clipping() throws {
    let t = Tensor.parameter("t", shape: [])
    let solution = try minimize(
      Objective(1e200 * squared(t)), from: [1], using: .gradientDescent(learningRate: 0.25).clipped(to: 1),
      until: StoppingRule(maximumIterations: 1))
    #expect(solution.point == [0.75])
  }
}
