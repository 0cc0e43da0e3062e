import ChainRule
import Optimizers
import Testing

@Suite("First-order methods walk down curved valleys")
struct FirstOrderValleyTests {
  /// A method with its schedule, and the steps that it may take.
  struct Walk: CustomTestStringConvertible, Sendable {
    let method: FirstOrderMethod
    let steps: Int
    var testDescription: String { "\(method.name), rate \(method.learningRate)" }
  }

  /// λmax is 1002 at the minimum, which bounds the rate of gradient descent by 0.002; along the valley the curvature is
  /// 0.4.
  static let downRosenbrock: [Walk] = [
    Walk(method: .gradientDescent(learningRate: 0.0018), steps: 11_000),
    Walk(method: .momentum(learningRate: 0.002), steps: 1500),
    Walk(method: .nesterov(learningRate: 0.001, momentum: 0.95), steps: 1000),
    Walk(method: .adaGrad(learningRate: 0.1).clipped(to: 1), steps: 7000),
    Walk(
      method: .rmsProp(learningRate: 0.02, decay: 0.99).scheduled(.exponential(factor: 0.999)).clipped(to: 1),
      steps: 5000),
    Walk(method: .adam(learningRate: 0.2).scheduled(.inverseTime(decay: 1e-4)), steps: 2000),
    Walk(method: .adamW(learningRate: 0.2, weightDecay: 0), steps: 1500),
  ]

  static let downBeale: [Walk] = [
    Walk(method: .gradientDescent(learningRate: 0.02), steps: 1500),
    Walk(method: .momentum(learningRate: 0.002), steps: 1500),
    Walk(method: .nesterov(learningRate: 0.001, momentum: 0.95), steps: 1500),
    Walk(method: .adaGrad(learningRate: 0.5).clipped(to: 10), steps: 1000),
    Walk(
      method: .rmsProp(learningRate: 0.05, decay: 0.99).scheduled(.exponential(factor: 0.998)), steps: 1000),
    Walk(
      method: .adam(learningRate: 0.2).scheduled(.warmUp(steps: 10, then: .cosine(steps: 1000))), steps: 1000),
    Walk(method: .adamW(learningRate: 0.2, weightDecay: 0), steps: 1000),
  ]

  /// How far the last point is from a minimum, in the coefficient that is farthest off.
  private func distance(
    _ objective: Objective, from start: NDArray<Double>, _ method: FirstOrderMethod, steps: Int,
    _ minimum: [Double]
  ) throws -> Double {
    let rule = StoppingRule(tolerance: 2e-4, maximumIterations: steps)
    let solution = try minimize(objective, from: [start], using: method, until: rule)
    return zip(solution.point, minimum).map { abs($0 - $1) }.max() ?? .infinity
  }

  @Test("Rosenbrock's, to 1e-3", arguments: downRosenbrock)
  func rosenbrock(_ walk: Walk) throws {
    let objective = try TestFunctions.rosenbrock()
    #expect(try distance(objective, from: [-1.2, 1], walk.method, steps: walk.steps, [1, 1]) < 1e-3)
  }

  @Test("Beale's, to 1e-3", arguments: downBeale)
  func beale(_ walk: Walk) throws {
    let objective = try TestFunctions.beale()
    #expect(try distance(objective, from: [1, 1], walk.method, steps: walk.steps, [3, 0.5]) < 1e-3)
  }
}
