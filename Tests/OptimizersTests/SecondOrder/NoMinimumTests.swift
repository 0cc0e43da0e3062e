import ChainRule
import Optimizers
import Testing

@Suite("L-BFGS and truncated Newton claim no minimum where there is none")
struct NoMinimumTests {
  private let t = TestFunctions.t
  private let x = TestFunctions.x

  private func status(
    _ method: SecondOrderMethod, _ loss: Tensor, from start: NDArray<Double>, tolerance: Double = 1e-8
  ) throws -> Optimizers.Solution.Status {
    try method.solve(Objective(loss), from: [start], tolerance: tolerance).status
  }

  @Test("A maximum and a saddle are stationary, and no minima", arguments: SecondOrderMethod.allCases)
  func stationary(_ method: SecondOrderMethod) throws {
    #expect(try status(method, cos(t), from: 0) == .stationaryNotMinimum)
    #expect(try status(method, squared(x[0]) - squared(x[1]), from: [0, 0]) == .stationaryNotMinimum)
    // Along the first axis the search runs into the saddle.
    let saddle = squared(x[0]) - squared(x[1]) + 0.25 * squared(squared(x[1]))
    #expect(try status(method, saddle, from: [1, 0]) == .stationaryNotMinimum)
    #expect(try status(method, saddle, from: [1, 1e-3]) == .converged)
  }

  @Test(
    "A fading slope is unbounded at any tolerance", arguments: SecondOrderMethod.allCases,
    [1e-4, 1e-8, 1e-60])
  func fading(_ method: SecondOrderMethod, _ tolerance: Double) throws {
    #expect(try status(method, exp(-t), from: 0, tolerance: tolerance) == .unbounded)
    #expect(try status(method, softplus(-t), from: 0, tolerance: tolerance) == .unbounded)
  }

  @Test("Where the slope has faded to nothing, it is still unbounded", arguments: SecondOrderMethod.allCases)
  func faded(_ method: SecondOrderMethod) throws {
    #expect(try status(method, exp(-t), from: 2000) == .unbounded)
    #expect(try status(method, softplus(-t), from: 1e5) == .unbounded)
  }

  @Test("A fall without end is unbounded", arguments: SecondOrderMethod.allCases)
  func falling(_ method: SecondOrderMethod) throws {
    #expect(try status(method, -t, from: 0) == .unbounded)
    #expect(try status(method, -squared(t), from: 1) == .unbounded)
    #expect(try status(method, t * squared(t), from: -1) == .unbounded)
  }

  @Test("Separable data have no logistic regression", arguments: SecondOrderMethod.allCases)
  func separable(_ method: SecondOrderMethod) throws {
    let solution = try method.solve(TestFunctions.logistic(separable: true))
    #expect(solution.status == .unbounded, "\(solution.status): \(solution.reason)")
  }

  @Test("A minimum that is flat is a minimum", arguments: SecondOrderMethod.allCases)
  func flat(_ method: SecondOrderMethod) throws {
    let fourth = squared(squared(t))
    #expect(try status(method, fourth, from: 1) == .converged)
    #expect(try status(method, squared(squared(fourth)) * fourth, from: 1) == .converged)
    #expect(try status(method, squared(x[0]) + 1e-9 * squared(x[1]), from: [1, 1]) == .converged)
    #expect(try status(method, squared(maximum(1 - t, 0)), from: 5) == .converged)
  }

  @Test(
    "Every point of a constant is a minimum, and the reason calls it flat",
    arguments: SecondOrderMethod.allCases)
  func constant(_ method: SecondOrderMethod) throws {
    let solution = try method.solve(Objective(3 + 0 * t), from: [7])
    #expect(solution.isConverged && solution.iterations == 0)
    #expect(
      solution.reason == "‖∇f‖∞ = 0.0 ≤ 3.0e-10; the loss is flat there: every point near by is as good")
  }

  @Test("A start without a value is not finite", arguments: SecondOrderMethod.allCases)
  func nonFinite(_ method: SecondOrderMethod) throws {
    #expect(try status(method, log(t), from: -1) == .nonFinite)
  }

  @Test("Kinks are refused", arguments: SecondOrderMethod.allCases)
  func kinks(_ method: SecondOrderMethod) throws {
    let objective = try Objective(squared(t), penalties: [t: .lasso(1)])
    let name = method == .lbfgs ? "L-BFGS" : "truncated Newton"
    let error = #expect(throws: ChainRuleError.self) { try method.solve(objective) }
    #expect(
      error.map { "\($0)" }
        == "minimize: \(name): \(name) follows gradients, and a penalty of this objective has kinks or walls; use .proximalNewton() or .fista()"
    )
  }

  @Test("A slope is not little because the value is great", arguments: SecondOrderMethod.allCases)
  func great(_ method: SecondOrderMethod) throws {
    // At the start the slope is 2e10 and 1e-8 of the value 1e10 times that.
    let far = try method.solve(Objective(squared(t - 1e10)), from: [0], tolerance: 1e-8)
    #expect(far.isConverged && abs(far.point[0] - 1e10) < 1, "\(far.reason)")
    let line = try method.solve(Objective(1e12 - t), from: [0], tolerance: 1e-8)
    #expect(line.status == .unbounded, "\(line.status)")
  }

  @Test("A Hessian that is not finite is said not to have been looked at")
  func withoutHessian() throws {
    let solution = try minimize(Objective(pow(t, 1.5)), from: [0], using: .lbfgs())
    #expect(
      solution.reason
        == "‖∇f‖∞ = 0.0 ≤ 1.0e-8; the curvature there is not finite, and was not looked at")
  }
}
