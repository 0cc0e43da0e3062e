import ChainRule
import Optimizers
import Testing

/// Functions that searches stumble over, by every kind of method.
@Suite("Trap battery: functions")
struct TrapBatteryFunctionTests {
  private static let x = Tensor.parameter("x", shape: [])
  private static let y = Tensor.parameter("y", shape: [])

  static let methods: [any Optimizer] = [
    TruncatedNewton(), LBFGS(), ProximalNewton(), ProximalGradient(isAccelerated: true),
    FirstOrderMethod(.gradientDescent, learningRate: 0.1),
  ]

  struct Trap: Sendable {
    let name: String
    let start: [NDArray<Double>]
    let statuses: Set<Solution.Status>
    let says: String
    let objective: @Sendable () throws -> Objective
  }

  /// Gradient descent gets nowhere in its steps on some, which is no mistake.
  static let traps: [Trap] = [
    Trap(name: "a maximum", start: [0], statuses: [.stationaryNotMinimum], says: "a maximum; start elsewhere")
    {
      try Objective(cos(x))
    },
    Trap(
      name: "a saddle", start: [0, 0], statuses: [.stationaryNotMinimum], says: "a saddle; start elsewhere"
    ) {
      try Objective(squared(x) - squared(y))
    },
    Trap(
      name: "the way down to a saddle", start: [1, 0], statuses: [.stationaryNotMinimum], says: "a saddle"
    ) {
      try Objective(squared(x) - squared(y))
    },
    Trap(name: "exp(−x)", start: [0], statuses: [.unbounded, .iterationLimit], says: "‖∇f‖∞") {
      try Objective(exp(-x))
    },
    Trap(name: "a slope that has faded", start: [-800], statuses: [.unbounded], says: "has faded") {
      try Objective(sigmoid(x))
    },
    Trap(name: "a branch of a hyperbola", start: [0], statuses: [.unbounded, .iterationLimit], says: "‖∇f‖∞")
    {
      try Objective(sqrt(1 + squared(x)) - x)
    },
    Trap(name: "a line", start: [0], statuses: [.unbounded, .iterationLimit], says: "") {
      try Objective(2 * x)
    },
    Trap(name: "log of a negative start", start: [-1], statuses: [.nonFinite], says: "log: log(x) is") {
      try Objective(squared(log(x)))
    },
    Trap(name: "an infinite objective", start: [1000], statuses: [.nonFinite], says: "exp: exp(x) is inf") {
      try Objective(exp(x))
    },
    Trap(
      name: "a kink that nobody told of", start: [0.3], statuses: [.converged, .stalled, .iterationLimit],
      says: ""
    ) {
      try Objective(abs(x))
    },
    Trap(name: "a flat loss", start: [3], statuses: [.converged], says: "every point near by is as good") {
      try Objective(0 * x + 1)
    },
  ]

  @Test("Each has its status by each method, and says why", arguments: traps.indices, methods.indices)
  func status(_ trap: Int, _ method: Int) throws {
    let (trap, method) = (Self.traps[trap], Self.methods[method])
    let solution = try solve(trap.objective(), from: trap.start, using: method)
    #expect(trap.statuses.contains(solution.status), "\(trap.name), \(method.name): \(solution)")
    #expect(
      trap.says.isEmpty || solution.reason.contains(trap.says),
      "\(trap.name), \(method.name): \(solution.reason)")
    if solution.isConverged { #expect(IndependentCheck(solution).problem == nil, "\(solution)") }
  }

  private func solve(
    _ objective: Objective, from start: [NDArray<Double>], using method: some Optimizer
  ) throws -> Solution {
    try minimize(objective, from: start, using: method, until: StoppingRule(maximumIterations: 2000))
  }

  @Test("A start outside a box goes to its wall, and a maximum within is none", arguments: [2, 3])
  func walls(_ method: Int) throws {
    let method = Self.methods[method]
    let outside = try solve(
      Objective(squared(Self.x - 3), penalties: [Self.x: .box(lower: 0, upper: 1)]), from: [7], using: method)
    #expect(outside.isConverged && outside.point == [1] && outside.value == 4)
    let inside = try solve(
      Objective(-squared(Self.x), penalties: [Self.x: .box(lower: -1, upper: 2)]), from: [0], using: method)
    #expect(inside.status == .stationaryNotMinimum)
  }

  @Test("What is checked independently is refused where it is no minimum")
  func planted() throws {
    let loose = StoppingRule(tolerance: 1e3)
    let early = try minimize(Objective(squared(Self.x - 3)), from: [0], using: .lbfgs(), until: loose)
    #expect(early.isConverged && IndependentCheck(early).problem != nil)
    let blind = StoppingRule(checksCurvature: false)
    let top = try minimize(Objective(cos(Self.x)), from: [0], using: .lbfgs(), until: blind)
    #expect(top.isConverged && IndependentCheck(top).problem != nil)
  }
}
