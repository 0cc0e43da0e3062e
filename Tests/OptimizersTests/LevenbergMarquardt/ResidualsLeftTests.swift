import ChainRule
import Optimizers
import Testing

/// Least squares whose residuals stay, where the model of Gauss and Newton misses the curvature, and Jacobians of lower rank.
///
/// - Source: Moré, Garbow and Hillstrom, "Testing unconstrained optimization software", ACM TOMS 7 (1981), problems 2, 3, 6, 16, 33, 34.
@Suite("Least squares with residuals left")
struct ResidualsLeftTests {
  private static let x = Tensor.parameter("x", shape: [2])
  private static let z = Tensor.parameter("z", shape: [4])
  private static let v = Tensor.parameter("v", shape: [5])

  struct Problem: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let start: NDArray<Double>
    /// The least sum of squares.
    let least: Double
    let loss: @Sendable () -> Tensor
  }

  private static func counted(_ count: Int, from first: Double = 1) -> NDArray<Double> {
    NDArray((0..<count).map { first + Double($0) })
  }

  static let problems: [Problem] = [
    Problem(testDescription: "Freudenstein and Roth", start: [0.5, -2], least: 48.984253679240013) {
      let (a, b) = (x[0], x[1])
      return squared(a - 13 + ((5 - b) * b - 2) * b) + squared(a - 29 + ((b + 1) * b - 14) * b)
    },
    Problem(testDescription: "Jennrich and Sampson", start: [0.3, 0.4], least: 124.36218235561489) {
      let i = Tensor.constant(counted(10))
      return sum(squared(2 + 2 * i - exp(i * x[0]) - exp(i * x[1])))
    },
    Problem(testDescription: "Brown and Dennis", start: [25, 5, -5, -1], least: 85822.201626356345) {
      let t = Tensor.constant(counted(20)) / 5
      let first = z[0] + t * z[1] - exp(t)
      let second = z[2] + z[3] * sin(t) - cos(t)
      return sum(squared(squared(first) + squared(second)))
    },
    Problem(testDescription: "a linear function of rank 1", start: [1, 1, 1, 1, 1], least: 90.0 / 42) {
      sum(squared(Tensor.constant(counted(10)) * sum(Tensor.constant(counted(5)) * v) - 1))
    },
    Problem(
      testDescription: "a linear function of rank 1 with zero columns", start: [1, 1, 1, 1, 1],
      least: 124.0 / 34
    ) {
      let factors: NDArray<Double> = [0, 1, 2, 3, 4, 5, 6, 7, 8, 0]
      return sum(squared(Tensor.constant(factors) * sum(Tensor.constant([0, 2, 3, 4, 0]) * v) - 1))
    },
    Problem(testDescription: "x² + 1 beside y", start: [3, -2], least: 1) {
      squared(x[0] - 1) + squared(squared(x[1]) + 1)
    },
  ]

  @Test("Each method ends at the minimum, and says so", arguments: problems)
  func minimum(_ problem: Problem) throws {
    func hold(_ method: some Optimizer) throws {
      let objective = try Objective(problem.loss())
      let solution = try minimize(objective, from: [problem.start], using: method)
      #expect(
        solution.isConverged && agreeingDigits([solution.value], [problem.least]) > 11,
        "\(method.name): \(solution)")
    }
    try hold(.levenbergMarquardt())
    try hold(.truncatedNewton())
    try hold(.lbfgs())
  }

  @Test(
    "A function with coefficients that differ by a million leads to its end",
    arguments: SecondOrderMethod.allCases)
  func badlyScaled(_ method: SecondOrderMethod) throws {
    let x = Self.x
    let objective = try Objective(squared(1e4 * x[0] * x[1] - 1) + squared(exp(-x[0]) + exp(-x[1]) - 1.0001))
    let solution = try method.solve(objective, from: [[0, 1]], tolerance: 1e-8)
    #expect(
      solution.isConverged && agreeingDigits(solution.point, [1.0981593296998e-5, 9.1061467398665]) > 8,
      "\(solution)")
  }
}
