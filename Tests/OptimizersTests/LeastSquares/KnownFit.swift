import ChainRule

/// A least-squares problem whose answer is known without any rounding: all of its numbers are integers.
///
/// Each row occurs twice, and the residuals of both copies are v and −v. So residuals are orthogonal to every column, whatever
/// the matrix and however great they are, and the coefficients that b was made with are the best ones.
struct KnownFit {
  let matrix: NDArray<Double>
  let targets: NDArray<Double>
  let weights: NDArray<Double>
  let coefficients: [Double]
  let residualSumOfSquares: Double

  /// - Parameter weights: Of the rows before they are doubled; their sums of squares must stay below 2⁵³.
  init(rows: [[Double]], coefficients: [Double], residuals: [Double], weights: [Double]? = nil) throws {
    let weights = weights ?? Array(repeating: 1, count: rows.count)
    let products = rows.map { row in zip(row, coefficients).reduce(0) { $0 + $1.0 * $1.1 } }
    matrix = try NDArray(rows: rows + rows)
    targets = NDArray(zip(products, residuals).map { $0 + $1 } + zip(products, residuals).map { $0 - $1 })
    self.weights = NDArray(weights + weights)
    self.coefficients = coefficients
    residualSumOfSquares = 2 * zip(residuals, weights).reduce(0) { $0 + $1.0 * $1.0 * $1.1 }
  }

  /// Random integers from −`range` to `range`.
  static func random(
    rows: Int, columns: Int, range: Double = 100, seed: UInt64, weighted: Bool = false
  ) throws -> KnownFit {
    var generator = SeededGenerator(seed: seed)
    func integer() -> Double { ((2 * generator.uniform() - 1) * range).rounded() }
    return try KnownFit(
      rows: (0..<rows).map { _ in (0..<columns).map { _ in integer() } },
      coefficients: (0..<columns).map { _ in integer() }, residuals: (0..<rows).map { _ in integer() },
      weights: weighted ? (0..<rows).map { _ in integer().magnitude + 1 } : nil)
  }

  /// The Hilbert matrix times the least common multiple of its denominators.
  static func hilbert(_ order: Int, residual: Double) throws -> KnownFit {
    func divisor(_ a: Int, _ b: Int) -> Int { b == 0 ? a : divisor(b, a % b) }
    let multiple = (1..<2 * order).reduce(1) { $0 / divisor($0, $1) * $1 }
    return try KnownFit(
      rows: (0..<order).map { i in (0..<order).map { Double(multiple / (i + $0 + 1)) } },
      coefficients: (0..<order).map { Double($0 % 3 + 1) },
      residuals: (0..<order).map { $0 % 2 == 0 ? residual : -2 * residual })
  }
}
