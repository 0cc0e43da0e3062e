import ChainRule
import Optimizers
import Testing

@Suite("Accuracy of direct least squares")
struct LeastSquaresAccuracyTests {
  @Test("Random problems are solved without any error", arguments: 0..<20)
  func random(seed: Int) throws {
    let known = try KnownFit.random(
      rows: 5 + 3 * seed, columns: 1 + seed / 2, seed: UInt64(seed), weighted: seed % 2 == 1)
    let solution = try LeastSquares.solve(known.matrix, known.targets, weights: known.weights)
    // Integers: an answer right to more than half a unit is the integer itself.
    #expect(solution.coefficients.elements == known.coefficients)
    #expect(solution.residualSumOfSquares == NDArray(known.residualSumOfSquares))
    #expect(solution.rank == known.coefficients.count)
  }

  @Test(
    "Hilbert matrices of condition up to 1e13, with great residuals, are solved without any error",
    arguments: 2...10)
  func hilbert(order: Int) throws {
    let known = try KnownFit.hilbert(order, residual: 1e6)
    let solution = try LeastSquares.solve(known.matrix, known.targets)
    #expect(solution.coefficients.elements == known.coefficients)
    #expect(solution.residualSumOfSquares == NDArray(known.residualSumOfSquares))
    #expect(solution.lastCorrection < 0x1p-53)
  }

  @Test("Without refinement, Hilbert matrices lose at least half of the digits", arguments: 7...10)
  func unrefinedHilbert(order: Int) throws {
    let known = try KnownFit.hilbert(order, residual: 1e6)
    let solution = try LeastSquares.solve(
      known.matrix, known.targets, weights: nil, dependent: .zero, maximumSteps: 1)
    // κ = 4.8e8 at least: of 16 digits, 16 − log₁₀ κ = 7.3 are left.
    #expect(agreeingDigits(solution.coefficients.elements, known.coefficients) < 8)
  }

  @Test("A matrix of condition beyond all digits is called dependent", arguments: 12...13)
  func beyondHilbert(order: Int) throws {
    let known = try KnownFit.hilbert(order, residual: 0)
    let solution = try LeastSquares.solve(known.matrix, known.targets)
    #expect(solution.rank < order)
    #expect(solution.dependentColumns.count == order - solution.rank)
    // Pivots leave at most the tolerance of each column; to the columns further left, a combination of those, the
    // factors carry it on.
    let tolerance = PivotedQR.tolerance(rows: 2 * order, columns: order)
    for dependence in solution.dependentColumns {
      let factors = dependence.terms.reduce(1) { $0 + $1.coefficient.magnitude }
      #expect(dependence.relativeDistance < 2 * tolerance * factors)
    }
  }

  @Test("Each of several targets is fitted as if it were alone")
  func severalTargets() throws {
    let known = try KnownFit.random(rows: 12, columns: 4, seed: 5)
    let other = known.targets.map { 7 - 2 * $0 }
    let both = try NDArray(rows: zip(known.targets.elements, other.elements).map { [$0, $1] })
    let solution = try LeastSquares.solve(known.matrix, both)
    #expect(solution.coefficients.shape == [4, 2])
    #expect(solution.residualSumOfSquares.shape == [2])
    for (k, target) in [known.targets, other].enumerated() {
      let alone = try LeastSquares.solve(known.matrix, target)
      #expect((0..<4).map { solution.coefficients[$0, k] } == alone.coefficients.elements)
      #expect(try solution.residualSumOfSquares[k] == alone.residualSumOfSquares.scalar)
    }
  }

  @Test("An integer weight does what as many copies of the row do")
  func weights() throws {
    let rows: [[Double]] = [[1, 2], [1, 3], [1, 5], [1, 7]]
    let (targets, weights) = ([1.0, 4, 4, 9], [3.0, 1, 0, 2])
    let copies = zip(zip(rows, targets), weights).flatMap { Array(repeating: $0.0, count: Int($0.1)) }
    let weighted = try LeastSquares.solve(NDArray(rows: rows), NDArray(targets), weights: NDArray(weights))
    let copied = try LeastSquares.solve(NDArray(rows: copies.map(\.0)), NDArray(copies.map(\.1)))
    #expect(weighted.coefficients == copied.coefficients)
    #expect(try (weighted.residualSumOfSquares.scalar - copied.residualSumOfSquares.scalar).magnitude < 1e-15)
  }

  @Test("Weights that differ by 1e40 cost no digit", arguments: [1e20, 1e40])
  func extremeWeights(ratio: Double) throws {
    // Two rows of great weight fix a line, up to a part in the ratio of what the light row pulls.
    let solution = try LeastSquares.solve(
      [[1, 5], [1, 0], [1, 3]], [100, 1, 7], weights: NDArray([1 / ratio, ratio, 1]))
    #expect(agreeingDigits(solution.coefficients.elements, [1, 2]) > 15)
    // 100 − 11 = 89, weighted; what is missed of the third row is as small.
    #expect(try agreeingDigits([solution.residualSumOfSquares.scalar], [89 * 89 / ratio]) > 15)
  }

  @Test("Weights from 1e-60 to 1e60 cost no digit and no column", arguments: 0..<20)
  func weightsAtRandom(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let known = try KnownFit.random(rows: 6, columns: 4, seed: UInt64(100 + seed))
    let weights = (0..<6).map { _ in
      Double(sign: .plus, exponent: Int(400 * generator.uniform()) - 200, significand: 1)
    }
    // The mean of both copies of a row has the residual 0: the answer is known whatever the weights.
    let rows = (0..<6).map { row in (0..<4).map { known.matrix[row, $0] } }
    let targets = (0..<6).map { (known.targets[$0] + known.targets[$0 + 6]) / 2 }
    let single = try LeastSquares.solve(NDArray(rows: rows), NDArray(targets), weights: NDArray(weights))
    #expect(single.rank == 4)
    #expect(single.coefficients.elements == known.coefficients)
    // With each row twice, heavy copies agree to 32 digits only, and light rows may be lost below that: openly.
    let twice = try LeastSquares.solve(
      known.matrix, NDArray(targets + targets), weights: NDArray(weights + weights))
    #expect(twice.rank < 4 || Self.isWithinClaim(twice, known))
  }

  /// Whether the greatest error is of the size that the solution states.
  private static func isWithinClaim(_ solution: LeastSquaresSolution, _ known: KnownFit) -> Bool {
    let error = zip(solution.coefficients.elements, known.coefficients).reduce(0) {
      max($0, ($1.0 - $1.1).magnitude)
    }
    let size = (known.coefficients + solution.coefficients.elements).reduce(0) { max($0, $1.magnitude) }
    return error <= max(10 * solution.lastCorrection, 0x1p-52) * size
  }

  @Test(
    "What light rows say below heavy rows that contradict each other is right, or not claimed",
    arguments: 0..<20)
  func contradiction(seed: Int) throws {
    let known = try KnownFit.random(rows: 5, columns: 3, seed: UInt64(200 + seed))
    // The first row is heavy and its residuals ±v are great: of 32 digits of their sum, which is 0, the light rows need more.
    let ratio = Double(sign: .plus, exponent: 10 * seed, significand: 1)
    let weights = NDArray((0..<10).map { $0 % 5 == 0 ? ratio : 1 })
    let solution = try LeastSquares.solve(known.matrix, known.targets, weights: weights)
    #expect(solution.rank < 3 || Self.isWithinClaim(solution, known))
    if seed < 7 { #expect(solution.coefficients.elements == known.coefficients) }
    if solution.rank < 3 { #expect(!solution.dependentColumns.isEmpty) }
  }

  @Test("A time stamp in seconds beside a constant loses no digit")
  func timeStamps() throws {
    let start = 1_600_000_000.0
    let rows = (0..<50).map { [1, start + 60 * Double($0)] }
    let known = try KnownFit(
      rows: rows, coefficients: [-3, 2], residuals: (0..<50).map { Double($0 % 7 * 1000) })
    let solution = try LeastSquares.solve(known.matrix, known.targets)
    #expect(solution.coefficients.elements == known.coefficients)
    #expect(solution.rank == 2)
  }
}
