import ChainRule
import Optimizers
import Testing

@Suite("Damped least squares from one factorisation")
struct DampedLeastSquaresTests {
  private struct Problem {
    let jacobian: NDArray<Double>
    let residuals: NDArray<Double>
    let scales: [Double]

    /// A random problem; with `deficient`, the last column is a combination of the first two.
    init(_ seed: Int, rows: Int = 9, columns: Int = 4, deficient: Bool = false) throws {
      var generator = SeededGenerator(seed: UInt64(seed))
      jacobian = try NDArray(
        rows: (0..<rows).map { _ in
          var row = (0..<columns).map { Double($0 + 1) * generator.normalPair().0 }
          if deficient { row[columns - 1] = row[0] - 2 * row[1] }
          return row
        })
      residuals = NDArray((0..<rows).map { _ in 3 * generator.normalPair().0 })
      scales = (0..<columns).map { _ in 0.5 + generator.uniform() }
    }

    /// The same step as the refined solution of the rows of J with √μ D below them.
    func reference(_ damping: Double) throws -> [Double] {
      let (n, m) = (jacobian.shape[0], jacobian.shape[1])
      let rows = (0..<n).map { i in (0..<m).map { jacobian[i, $0] } }
      let added = (0..<m).map { i in (0..<m).map { $0 == i ? scales[i] : 0 } }
      let weights = Array(repeating: 1.0, count: n) + Array(repeating: damping, count: m)
      let targets = residuals.elements.map { -$0 } + Array(repeating: 0, count: m)
      return try LeastSquares.solve(
        NDArray(rows: rows + added), NDArray(targets), weights: NDArray(weights)
      ).coefficients.elements
    }

    /// |r|² − |J p + r|².
    func decrease(_ step: [Double]) -> Double {
      let (n, m) = (jacobian.shape[0], jacobian.shape[1])
      return (0..<n).reduce(0) { sum, i in
        let moved = (0..<m).reduce(residuals[i]) { $0 + jacobian[i, $1] * step[$1] }
        return sum + residuals[i] * residuals[i] - moved * moved
      }
    }

    func scaledNorm(_ step: [Double]) -> Double {
      zip(scales, step).reduce(0) { $0 + $1.0 * $1.0 * $1.1 * $1.1 }.squareRoot()
    }
  }

  /// Condition numbers stay below 1e3 in these problems, and a factorisation of so few rows errs by some 10 u.
  private static let tolerance = 1e3 * 10 * 0x1p-53

  private static func distance(_ a: [Double], _ b: [Double]) -> Double {
    let size = b.reduce(0) { max($0, $1.magnitude) }
    return zip(a, b).reduce(0) { max($0, ($1.0 - $1.1).magnitude) } / size
  }

  @Test("Steps are those of the stacked problem", arguments: 0..<10, [1e-12, 1e-3, 1, 1e6])
  func stacked(seed: Int, damping: Double) throws {
    // More columns than rows now and then.
    let problem = try Problem(seed, rows: seed % 3 == 0 ? 3 : 9)
    if seed % 3 == 0 && damping < 1e-3 { return }
    let damped = try DampedLeastSquares(jacobian: problem.jacobian, residuals: problem.residuals)
    let found = try damped.step(damping: damping, scales: problem.scales)
    #expect(Self.distance(found.step, try problem.reference(damping)) < Self.tolerance)
    #expect((found.scaledNorm / problem.scaledNorm(found.step) - 1).magnitude < 1e-14)
    // Formed naively the decrease cancels: the error allowed is that of the check.
    #expect((found.predictedDecrease - problem.decrease(found.step)).magnitude < 1e-12)
  }

  @Test("The slope of the norm is that of central differences", arguments: 0..<10)
  func slope(seed: Int) throws {
    let problem = try Problem(seed)
    let damped = try DampedLeastSquares(jacobian: problem.jacobian, residuals: problem.residuals)
    for damping in [0.1, 1, 10] {
      let h = damping * 1e-4
      func norm(_ d: Double) throws -> Double {
        try damped.step(damping: d, scales: problem.scales).scaledNorm
      }
      let difference = try (norm(damping + h) - norm(damping - h)) / (2 * h)
      let slope = try #require(try damped.step(damping: damping, scales: problem.scales).scaledNormSlope)
      // Relative error of the quotient: h²/6 of a third derivative near 6/μ³ times the slope's scale, and u/1e-4.
      #expect((slope / difference - 1).magnitude < 1e-7)
      #expect(slope < 0)
    }
  }

  @Test("Without damping, a step of full rank is the least-squares solution")
  func undamped() throws {
    let problem = try Problem(1)
    let damped = try DampedLeastSquares(jacobian: problem.jacobian, residuals: problem.residuals)
    let found = try damped.step(damping: 0, scales: problem.scales)
    let right = try LeastSquares.solve(problem.jacobian, problem.residuals.map { -$0 }).coefficients.elements
    #expect(damped.rank == 4)
    #expect(Self.distance(found.step, right) < Self.tolerance)
    #expect(found.scaledNormSlope != nil)
  }

  @Test("Of a rank-deficient Jacobian, steps approach the shortest as the damping falls", arguments: 0..<10)
  func deficient(seed: Int) throws {
    let problem = try Problem(seed, deficient: true)
    let damped = try DampedLeastSquares(jacobian: problem.jacobian, residuals: problem.residuals)
    #expect(damped.rank == 3)
    let shortest = try damped.step(damping: 0, scales: problem.scales)
    #expect(shortest.scaledNormSlope == nil)
    // The shortest differs from the limit by μ times at most κ², 1e6.
    let nearly = try damped.step(damping: 1e-14, scales: problem.scales)
    #expect(Self.distance(nearly.step, shortest.step) < 1e-7)
    #expect(nearly.step.allSatisfy { $0.magnitude < 1e3 })
    // In scaled unknowns it is the minimum-norm solution.
    let m = problem.scales.count
    var place = -1
    let scaled = problem.jacobian.map { entry in
      place += 1
      return entry / problem.scales[place % m]
    }
    let right = try LeastSquares.solve(scaled, problem.residuals.map { -$0 }).coefficients.elements
    #expect(Self.distance(zip(shortest.step, problem.scales).map { $0 * $1 }, right) < Self.tolerance)
    let great = try damped.step(damping: 10, scales: problem.scales)
    #expect(Self.distance(great.step, try problem.reference(10)) < Self.tolerance)
  }

  @Test("A Jacobian of zeros gives no step, damped or not")
  func zeros() throws {
    let damped = try DampedLeastSquares(jacobian: [[0, 0], [0, 0]], residuals: [1, 2])
    for damping in [0.0, 1] {
      let step = try damped.step(damping: damping, scales: [1, 1])
      #expect(step.step == [0, 0])
      #expect(step.predictedDecrease == 0)
    }
  }

  @Test("Jacobians, dampings and scales that cannot be used are named")
  func errors() throws {
    func message(_ body: () throws -> Void) -> String {
      do {
        try body()
        return "no error"
      } catch { return "\(error)" }
    }
    #expect(
      message { _ = try DampedLeastSquares(jacobian: [[NDArray(Double.nan)]], residuals: [1]) }
        == "DampedLeastSquares: J [1, 1], r [1]: J[0, 0] is nan; leave out rows without a finite number")
    let damped = try DampedLeastSquares(jacobian: [[1]], residuals: [1])
    #expect(
      message { _ = try damped.step(damping: -1, scales: [1]) }
        == "DampedLeastSquares.step: the damping is -1.0; a damping is 0 or greater, and finite")
    #expect(
      message { _ = try damped.step(damping: 1, scales: [0]) }
        == "DampedLeastSquares.step: the scales are [0.0]; there are 1, each greater than 0 and finite")
  }
}
