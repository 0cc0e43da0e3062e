import ChainRule
import Optimizers
import Testing

/// The two methods that learn or compute curvature, behind one name.
enum SecondOrderMethod: String, CaseIterable, CustomTestStringConvertible {
  case lbfgs, truncatedNewton

  var testDescription: String { rawValue }

  func solve(
    _ objective: Objective, from start: [NDArray<Double>]? = nil, tolerance: Double = 1e-10, steps: Int = 2000
  ) throws -> Optimizers.Solution {
    let rule = StoppingRule(tolerance: tolerance, maximumIterations: steps)
    switch self {
    case .lbfgs: return try minimize(objective, from: start, using: .lbfgs(), until: rule)
    case .truncatedNewton: return try minimize(objective, from: start, using: .truncatedNewton(), until: rule)
    }
  }
}

@Suite("L-BFGS and truncated Newton find minima")
struct SecondOrderTests {
  /// A problem, where it starts, its minimum, and the most gradients that either method may take.
  struct Problem: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let objective: @Sendable () throws -> Objective
    let start: [NDArray<Double>]
    let minimum: [Double]
    let gradients: Int
    /// What the point may be off.
    var distance = 1e-8
    /// The greatest eigenvalue of the Hessian at the minimum, to a power of ten.
    var curvature = 1.0
  }

  static let zeros: NDArray<Double> = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
  static let problems: [Problem] = [
    Problem(
      testDescription: "quadratic", objective: { try TestFunctions.quadratic(condition: 10) }, start: [zeros],
      minimum: Array(repeating: 1, count: 10), gradients: 40),
    Problem(
      testDescription: "ill-conditioned quadratic",
      objective: { try TestFunctions.quadratic(condition: 1e8) },
      start: [zeros], minimum: Array(repeating: 1, count: 10), gradients: 700, curvature: 1e8),
    Problem(
      testDescription: "Rosenbrock", objective: TestFunctions.rosenbrock, start: [[-1.2, 1]],
      minimum: [1, 1],
      gradients: 60, curvature: 1e3),
    Problem(
      testDescription: "Beale", objective: TestFunctions.beale, start: [[1, 1]], minimum: [3, 0.5],
      gradients: 30),
  ]

  @Test("Minima are found to rounding", arguments: SecondOrderMethod.allCases, problems)
  func minima(_ method: SecondOrderMethod, _ problem: Problem) throws {
    let solution = try method.solve(problem.objective(), from: problem.start)
    #expect(solution.isConverged, "\(solution.reason)")
    #expect(solution.stationarity <= 1e-10 * problem.curvature)
    let error = zip(solution.point, problem.minimum).map { abs($0 - $1) }.max() ?? .infinity
    #expect(error <= problem.distance)
    #expect(solution.counts.gradients <= problem.gradients)
  }

  @Test("Logistic regression is solved to rounding", arguments: SecondOrderMethod.allCases)
  func logistic(_ method: SecondOrderMethod) throws {
    let solution = try method.solve(TestFunctions.logistic(separable: false), tolerance: 1e-14)
    #expect(solution.isConverged, "\(solution.reason)")
  }

  @Test("One coefficient is enough", arguments: SecondOrderMethod.allCases)
  func one(_ method: SecondOrderMethod) throws {
    let solution = try method.solve(TestFunctions.scalar(cosh(TestFunctions.t - 2)))
    #expect(solution.isConverged && abs(solution.point[0] - 2) < 1e-9, "\(solution.reason)")
  }

  @Test("A tolerance of 0 ends in a stall and not in all steps", arguments: SecondOrderMethod.allCases)
  func floor(_ method: SecondOrderMethod) throws {
    let solution = try method.solve(TestFunctions.logistic(separable: false), tolerance: 0)
    #expect(solution.status == .stalled || solution.stationarity == 0, "\(solution.reason)")
    #expect(solution.stationarity < 1e-15 && solution.iterations < 100, "\(solution.reason)")
  }

  @Test("Trial points without a value are stepped back from", arguments: SecondOrderMethod.allCases)
  func logarithm(_ method: SecondOrderMethod) throws {
    let t = TestFunctions.t
    for start in [1e-6, 0.5, 300] {
      let solution = try method.solve(TestFunctions.scalar(100 * t - log(t)), from: [NDArray(start)])
      #expect(solution.isConverged && abs(solution.point[0] - 0.01) < 1e-10, "\(start): \(solution.reason)")
    }
  }

  @Test("A large constant does not hide the minimum", arguments: SecondOrderMethod.allCases)
  func constant(_ method: SecondOrderMethod) throws {
    let objective = try Objective(1e6 + TestFunctions.rosenbrock().loss)
    let solution = try method.solve(objective, from: [[-1.2, 1]], tolerance: 1e-14)
    // The tolerance is relative to the value: 1e-8 of gradient.
    #expect(solution.isConverged, "\(solution.reason)")
    #expect(zip(solution.point, [1, 1]).allSatisfy { abs($0 - $1) < 1e-6 })
  }
}
