import ChainRule
import Optimizers
import Testing

/// Points without slope and curvature that are no minima, and lines, which have none.
@Suite("Where curvature says nothing, values do")
struct HigherOrderDescentTests {
  private static let x = Tensor.parameter("x", shape: [])
  private static let y = Tensor.parameter("y", shape: [])

  private static let methods: [any Optimizer] = [
    TruncatedNewton(), LBFGS(), ProximalNewton(), ProximalGradient(),
    FirstOrderMethod(.gradientDescent, learningRate: 0.1),
  ]

  private func solve(_ loss: Tensor, from start: [NDArray<Double>], _ method: some Optimizer) throws
    -> Optimizers.Solution
  {
    try minimize(Objective(loss), from: start, using: method, until: StoppingRule(maximumIterations: 300))
  }

  @Test("Saddles of third and fourth order and plateaus are no minima", arguments: methods.indices)
  func saddles(_ method: Int) throws {
    let method = Self.methods[method]
    let (x, y) = (Self.x, Self.y)
    let cases: [(loss: Tensor, start: [NDArray<Double>])] = [
      (x * x * x, [0]), (x * x * x - 3 * x * squared(y), [0, 0]), (squared(x) - squared(squared(y)), [1, 0]),
      (tanh(squared(x)), [30]), (1 - exp(-squared(x - 3)), [50]),
    ]
    for (loss, start) in cases {
      let solution = try solve(loss, from: start, method)
      #expect(solution.status == .stationaryNotMinimum, "\(method): \(loss): \(solution)")
    }
  }

  @Test("An inflection that steps creep up to is no minimum, and x⁴ has one")
  func inflection() throws {
    let creeping = try solve(Self.x * Self.x * Self.x, from: [1], .truncatedNewton())
    #expect(creeping.status == .stationaryNotMinimum, "\(creeping)")
    #expect(try solve(squared(squared(Self.x)), from: [1], .truncatedNewton()).isConverged)
  }

  @Test("Every other minimum is as flat, and a minimum all the same", arguments: methods.indices)
  func flat(_ method: Int) throws {
    let (x, y) = (Self.x, Self.y)
    let method = Self.methods[method]
    #expect(try solve(squared(maximum(1 - x, 0)), from: [5], method).isConverged)
    #expect(try solve(squared(x) + squared(x * y), from: [3, -2], method).isConverged)
    #expect(try solve(softplus(x + y) - 0.3 * (x + y), from: [1, 1], method).status != .stationaryNotMinimum)
  }

  @Test("A line falls without bound, in whatever unit, and a kink is no line", arguments: methods.indices)
  func lines(_ method: Int) throws {
    let method = Self.methods[method]
    #expect(try solve(2 * Self.x, from: [1], method).status == .unbounded)
    #expect(try solve(1e-12 * Self.x, from: [1], method).status == .unbounded)
    #expect(try solve(squared(Self.x) - Self.y, from: [1, 1], method).status == .unbounded)
    #expect(try solve(abs(Self.x), from: [0.3], method).status != .unbounded)
  }
}
