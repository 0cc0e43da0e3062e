import ChainRule
import Foundation

/// The arrays of a least-squares problem as they were given, and what can be wrong with them.
struct LeastSquaresInput {
  let matrix: NDArray<Double>
  let targets: NDArray<Double>
  let weights: NDArray<Double>?

  var operation = "LeastSquares.solve"
  var matrixName = "A"
  var targetName = "b"

  var operands: String {
    "\(matrixName) \(matrix.shape), \(targetName) \(targets.shape)"
      + (weights.map { ", weights \($0.shape)" } ?? "")
  }

  /// How many problems share the matrix.
  var problems: Int { targets.rank == 2 ? targets.shape[1] : 1 }

  func error(_ kind: ChainRuleError.Kind, _ problem: String, mend: String = "") -> ChainRuleError {
    ChainRuleError(kind, in: operation, operands: operands, problem: problem, mend: mend)
  }

  func check() throws {
    guard matrix.rank == 2 else {
      throw error(
        .array, "\(matrixName) is not a matrix",
        mend: "\(matrixName) has a row for each observation and a column for each coefficient")
    }
    let (n, m) = (matrix.shape[0], matrix.shape[1])
    guard (1...2).contains(targets.rank), targets.shape[0] == n else {
      throw error(
        .array, "\(matrixName) has \(n) rows, and \(targetName) does not have as many targets",
        mend: "\(targetName) needs shape [\(n)] or [\(n), k]")
    }
    if n == 0 { throw error(.optimization, "there are no rows", mend: "at least one observation is needed") }
    if m == 0 {
      throw error(.optimization, "there are no columns", mend: "a constant model is one column of ones")
    }
    if problems == 0 {
      throw error(.optimization, "there are no targets", mend: "b needs at least one column")
    }
    let bytes = UInt64(matrix.count) * UInt64(MemoryLayout<Double>.stride)
    if matrix.isInFile, bytes > ProcessInfo.processInfo.physicalMemory / 4 {
      throw error(
        .optimization, "\(matrixName) lies in a file, and a factorisation needs copies of it in memory",
        mend: "minimise the mean of the squares with .truncatedNewton(), which reads the rows in blocks")
    }
    // Numbers, weights, roots and sizes of rows, and as much again to sort them.
    try requireMemory(n, of: 10, for: "\(n) rows")
    try checkFinite(matrix, matrixName)
    try checkFinite(targets, targetName)
    try checkWeights(rows: n)
  }

  /// Refuses what there is no memory for.
  ///
  /// - Parameters:
  ///   - count: How many rows there are.
  ///   - numbers: How many numbers are held of each.
  func requireMemory(_ count: Int, of numbers: Int, for what: @autoclosure () -> String) throws {
    try AvailableMemory.require(
      count, of: 8 * numbers, for: what(), kind: .optimization, in: operation, operands: operands,
      mend: "use fewer rows, or minimise the mean of the squares with .truncatedNewton()")
  }

  private func checkFinite(_ array: NDArray<Double>, _ name: String) throws {
    let broken = array.withElements { elements in elements.indices.first { !elements[$0].isFinite } }
    guard let broken else { return }
    throw error(
      .nonFinite, "\(name)\(array.indices(at: broken)) is \(array.storage[broken])",
      mend: "leave out rows without a finite number")
  }

  private func checkWeights(rows: Int) throws {
    guard let weights else { return }
    guard weights.shape == [rows] else {
      throw error(.array, "the weights do not fit the rows", mend: "weights need shape [\(rows)]")
    }
    try checkFinite(weights, "weights")
    let values = weights.elements
    if let row = values.firstIndex(where: { $0 < 0 }) {
      throw error(.optimization, "weights[\(row)] is \(values[row])", mend: "weights are 0 or greater")
    }
    let greatest = values.reduce(0, max)
    let least = values.reduce(greatest) { $1 > 0 ? min($0, $1) : $0 }
    if greatest == 0 { throw error(.optimization, "all weights are 0", mend: "one at least is greater") }
    // Beyond this, squares of weighted entries leave the range of numbers.
    if least.scaled(byPowerOfTwo: 500) < greatest {
      throw error(
        .optimization, "the weights \(least) and \(greatest) differ by more than a factor of 2⁵⁰⁰",
        mend: "give rows without influence the weight 0")
    }
  }
}
