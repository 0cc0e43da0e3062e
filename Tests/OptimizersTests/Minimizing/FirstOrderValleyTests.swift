import ChainRule
import Optimizers
import Testing

@Suite("First-order methods walk down curved valleys")
struct FirstOrderValleyTests {
  /// A method with the schedule that brings it to the minimum of either function, and the steps that it may take.
  struct Walk: CustomTestStringConvertible, Sendable {
    let method: FirstOrderMethod
    let rosenbrock: Int
    let beale: Int
    var testDescription: String { method.name }
  }

  static let walks: [Walk] = [
    Walk(method: .gradientDescent(learningRate: 0.0018), rosenbrock: 12_000, beale: 2),
    Walk(method: .gradientDescent(learningRate: 0.01), rosenbrock: 2, beale: 6000),
    Walk(method: .gradientDescent(learningRate: 0.02), rosenbrock: 2, beale: 6000),
    Walk(method: .momentum(learningRate: 0.002), rosenbrock: 4000, beale: 2000),
    Walk(method: .momentum(learningRate: 0.001, momentum: 0.95), rosenbrock: 4000, beale: 2000),
    Walk(method: .nesterov(learningRate: 0.001, momentum: 0.95), rosenbrock: 4000, beale: 2000),
    Walk(method: .adaGrad(learningRate: 2), rosenbrock: 5000, beale: 2000),
    Walk(method: .adaGrad(learningRate: 4), rosenbrock: 5000, beale: 2000),
    Walk(method: .rmsProp(learningRate: 0.02, schedule: .exponential(factor: 0.9985)), rosenbrock: 6000, beale: 4000),
    Walk(method: .rmsProp(learningRate: 0.03, schedule: .exponential(factor: 0.998)), rosenbrock: 6000, beale: 4000),
    Walk(method: .rmsProp(learningRate: 0.03, schedule: .inverseTime(decay: 0.01)), rosenbrock: 6000, beale: 4000),
    Walk(method: .adam(learningRate: 0.2, schedule: .exponential(factor: 0.999)), rosenbrock: 4000, beale: 2000),
    Walk(method: .adam(learningRate: 0.05), rosenbrock: 4000, beale: 2000),
    Walk(method: .adam(learningRate: 0.2), rosenbrock: 4000, beale: 2000),
  ]

  /// How far the last point is from a minimum, in the coefficient that is farthest off.
  private func distance(
    _ objective: Objective, from start: NDArray<Double>, _ method: FirstOrderMethod, steps: Int,
    _ minimum: [Double]
  ) throws -> Double {
    let rule = StoppingRule(tolerance: 2e-4, maximumIterations: steps)
    let solution = try minimize(objective, from: [start], using: method, until: rule)
    let d = zip(solution.point, minimum).map { abs($0 - $1) }.max() ?? .infinity
    print("MEASURED \(minimum) \(method.name) \(method.learningRate) \(method.schedule): \(solution.iterations) of \(steps), \(d)")
    return d
  }

  @Test("Rosenbrock's, to 1e-3", arguments: walks)
  func rosenbrock(_ walk: Walk) throws {
    let objective = try TestFunctions.rosenbrock()
    #expect(try distance(objective, from: [-1.2, 1], walk.method, steps: walk.rosenbrock, [1, 1]) < 1e-3)
  }

  @Test("Beale's, to 1e-3", arguments: walks)
  func beale(_ walk: Walk) throws {
    let objective = try TestFunctions.beale()
    #expect(try distance(objective, from: [1, 1], walk.method, steps: walk.beale, [3, 0.5]) < 1e-3)
  }
}
