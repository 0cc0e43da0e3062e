import ChainRule
import Optimizers
import Testing

/// Settings as great as numbers go ask for no more memory and no more time than they are of use.
@Suite("Settings without bounds end a search all the same")
struct HostileSettingTests {
  private static let x = TestFunctions.x
  private static let t = TestFunctions.t

  static let losses: [(loss: Tensor, start: NDArray<Double>)] = [
    (squared(10 * (x[1] - squared(x[0]))) + squared(1 - x[0]), [-1.2, 1]),
    (sum(exp(-x)), [0, 0]), (sum(abs(x)), [0.3, -2]), (sum(sqrt(1 + squared(x)) - x), [1, 2]),
    (0 * sum(x), [1, 1]), (1e15 + sum(squared(x)), [1, 2]), (sum(sin(1e9 * x)), [0.1, 0.2]),
  ]

  @Test("Memory, products and steps without number", arguments: losses.indices)
  func ends(_ index: Int) throws {
    let (loss, start) = Self.losses[index]
    let rule = StoppingRule(tolerance: 0, maximumIterations: .max)
    func run(_ method: some Optimizer) throws {
      let solution = try minimize(Objective(loss, over: [Self.x]), from: [start], using: method, until: rule)
      #expect(
        solution.status != .iterationLimit && solution.iterations < 20_000, "\(method.name): \(solution)")
    }
    try run(LBFGS(memory: .max))
    try run(TruncatedNewton(maximumProducts: .max))
    try run(ProximalNewton(denseLimit: .max))
    // Where no value and no slope gets lower, or there is no minimum; others creep on as long as slopes have digits.
    if (1...4).contains(index) { try run(FirstOrderMethod.gradientDescent(learningRate: 0.05)) }
  }
}
