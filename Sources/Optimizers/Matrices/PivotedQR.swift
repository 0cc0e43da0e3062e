/// A matrix with its columns in another order as Q R: Q a product of reflections, R upper triangular.
///
/// In each step the column of which most is left comes next. So the diagonal of R falls, and where all that is left is
/// rounding error, the columns not yet taken are combinations of those taken.
///
/// Entries are finite and columns have norms of about 1 or are 0: callers scale by powers of two, which rounds nothing.
///
/// - Complexity: O(n m rank) for n rows and m columns.
/// - Source: Golub and Van Loan, Matrix Computations (2013), §5.2 and §5.4.2; A. J. Cox, N. J. Higham, "Stability of
///   Householder QR factorization for weighted least squares problems", Numerical Analysis 1997, on exchanging rows.
package struct PivotedQR: Sendable {
  /// The number of rows of the matrix.
  package let rows: Int
  /// The number of columns of the matrix.
  package let columns: Int
  /// How many columns are independent, as far as rounding can tell.
  package private(set) var rank = 0
  /// Place k of the triangle belongs to column `order[k]` of the matrix.
  package private(set) var order: [Int]
  /// Row i of the factors is row `rowOrder[i]` of the matrix; nil where rows keep their places.
  private(set) var rowOrder: [Int]?
  /// What is left of a column is nothing if its norm is at most this times the first pivot.
  package let tolerance: Double
  /// The greatest entry of each row, where rows differ so much in size that each is judged by its own.
  private let rowScales: [Double]?
  /// Column by column: R on and above the diagonal, below it the reflections' vectors without their leading ones.
  var factors: [Double]
  /// Reflection k is I − `strengths[k]` v vᵀ.
  var strengths: [Double] = []

  /// Factors a matrix given column by column.
  ///
  /// - Parameters:
  ///   - tolerance: By default `tolerance(rows:columns:)`.
  ///   - rowScales: The greatest entry of each row, falling. With them, an entry that is nothing beside the greatest of its
  ///     row becomes 0, and a column is dependent when nothing is left of it: of a light row below heavy ones, all digits
  ///     count. Without them, norms of whole columns decide.
  package init(
    columnByColumn elements: consuming [Double], rows: Int, columns: Int, tolerance: Double? = nil,
    rowScales: [Double]? = nil
  ) {
    guard elements.count == rows * columns else {
      preconditionFailure("\(elements.count) elements for \(rows) rows and \(columns) columns")
    }
    (self.rows, self.columns) = (rows, columns)
    self.tolerance = tolerance ?? Self.tolerance(rows: rows, columns: columns)
    self.rowScales = rowScales
    order = Array(0..<columns)
    factors = elements
    factor()
  }

  /// 8 √(n m) units of rounding.
  ///
  /// A column that is a combination of k others is left, after k reflections, with the errors of k inner products of n
  /// terms each. Errors of either sign add up like a random walk, to about √(n k) u; 8 standard deviations of that are
  /// not seen by chance. The worst case, n m u, would give up real columns of long data.
  package static func tolerance(rows: Int, columns: Int) -> Double {
    8 * Double(max(rows, 1)).squareRoot() * Double(max(columns, 1)).squareRoot() * 0x1p-53
  }

  private mutating func factor() {
    let (n, m) = (rows, columns)
    var (order, strengths) = (order, strengths)
    let tolerance = tolerance
    var (rowScales, rowOrder) = (rowScales, rowScales.map { Array($0.indices) })
    factors.withUnsafeMutableBufferPointer { buffer in
      guard let a = buffer.baseAddress else { return }
      var left = (0..<m).map { Self.norm(a + $0 * n, n) }
      var reference = left
      var first = 0.0
      for k in 0..<min(n, m) {
        var best = k
        for j in k..<m where left[j] > left[best] { best = j }
        // The running norms are estimates; the decision is made on the column itself.
        let pivot = Self.norm(a + best * n + k, n - k)
        if k == 0 { first = pivot }
        guard pivot > (rowScales == nil ? tolerance * first : 0) else { break }
        if best != k {
          for i in 0..<n { buffer.swapAt(k * n + i, best * n + i) }
          order.swapAt(k, best)
          (left[best], reference[best]) = (left[k], reference[k])
        }
        if rowScales != nil {
          // The greatest entry on top: below a heavy row that is used up, rounding would outweigh light rows.
          var top = k
          for i in k..<n where buffer[k * n + i].magnitude > buffer[k * n + top].magnitude { top = i }
          for j in 0..<m where top != k { buffer.swapAt(j * n + k, j * n + top) }
          rowScales?.swapAt(k, top)
          rowOrder?.swapAt(k, top)
        }
        strengths.append(Self.reflect(a + k * n + k, norm: pivot, count: n - k))
        for j in k + 1..<max(m, k + 1) {
          Self.apply(strengths[k], a + k * n + k, to: a + j * n + k, count: n - k)
          if let rowScales {
            for i in k + 1..<max(n, k + 1) where a[j * n + i].magnitude <= tolerance * rowScales[i] {
              a[j * n + i] = 0
            }
            left[j] = Self.norm(a + j * n + k + 1, n - k - 1)
            continue
          }
          if left[j] == 0 { continue }
          let ratio = a[j * n + k] / left[j]
          let rest = max(0, 1 - ratio * ratio)
          // Once √u of the norm last measured is left, what the subtraction gives is no longer known.
          if rest * (left[j] / reference[j]) * (left[j] / reference[j]) <= 1e-8 {
            left[j] = Self.norm(a + j * n + k + 1, n - k - 1)
            reference[j] = left[j]
          } else {
            left[j] *= rest.squareRoot()
          }
        }
      }
    }
    (self.order, self.strengths, self.rowOrder) = (order, strengths, rowOrder)
    rank = strengths.count
  }

  private static func norm(_ x: UnsafePointer<Double>, _ count: Int) -> Double {
    VectorLoops.dot(x, x, count: count).squareRoot()
  }

  /// Replaces a vector by the entry it is reflected to, and by the reflection's vector below that.
  private static func reflect(_ x: UnsafeMutablePointer<Double>, norm: Double, count: Int) -> Double {
    // The sign that adds magnitudes: the other one would cancel.
    let entry = x[0] > 0 ? -norm : norm
    let lead = x[0] - entry
    for i in 1..<max(count, 1) { x[i] /= lead }
    x[0] = entry
    return -lead / entry
  }

  /// Reflects `target`, where the place of the vector's leading one is taken by an entry of R.
  static func apply(
    _ strength: Double, _ vector: UnsafePointer<Double>, to target: UnsafeMutablePointer<Double>, count: Int
  ) {
    let product = target[0] + VectorLoops.dot(vector + 1, target + 1, count: count - 1)
    target[0] -= strength * product
    VectorLoops.add(-strength * product, times: vector + 1, to: target + 1, count: count - 1)
  }
}
