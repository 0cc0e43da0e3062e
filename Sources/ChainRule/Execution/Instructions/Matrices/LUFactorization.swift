/// A square matrix as P A = L U, by elimination with partial pivoting.
///
/// - Source: Golub and Van Loan, Matrix Computations (2013), §3.4.
package struct LUFactorization {
  private let order: Int
  /// U, and below its diagonal L without its ones, row by row.
  private var factors: [Double]
  /// Row `rows[i]` of the matrix is row i of the factors.
  private var rows: [Int]
  private var isOdd = false
  /// The first pivot that is 0 or not finite; nil for a matrix that can be inverted.
  package private(set) var zeroPivot: Int?

  package init(_ matrix: UnsafePointer<Double>, order n: Int) {
    order = n
    factors = Array(UnsafeBufferPointer(start: matrix, count: n * n))
    rows = Array(0..<n)
    let (pivot, isOdd) = factors.withUnsafeMutableBufferPointer { a in
      Self.eliminate(a, &rows, n)
    }
    (zeroPivot, self.isOdd) = (pivot, isOdd)
  }

  private static func eliminate(
    _ a: UnsafeMutableBufferPointer<Double>, _ rows: inout [Int], _ n: Int
  ) -> (zeroPivot: Int?, isOdd: Bool) {
    var (zeroPivot, isOdd): (Int?, Bool) = (nil, false)
    for k in 0..<n {
      var best = k
      for i in k..<n where !(a[i * n + k].magnitude <= a[best * n + k].magnitude) { best = i }
      if best != k {
        for j in 0..<n { a.swapAt(k * n + j, best * n + j) }
        rows.swapAt(k, best)
        isOdd.toggle()
      }
      let pivot = a[k * n + k]
      if pivot == 0 || !pivot.isFinite {
        zeroPivot = zeroPivot ?? k
        continue
      }
      for i in k + 1..<n {
        let factor = a[i * n + k] / pivot
        a[i * n + k] = factor
        if factor == 0 { continue }
        for j in k + 1..<n { a[i * n + j] -= factor * a[k * n + j] }
      }
    }
    return (zeroPivot, isOdd)
  }

  /// The product of the pivots, as a number from ½ to 1 and a power of two, so that it overflows only if the result
  /// does.
  package var determinant: Double {
    var (significand, exponent) = (isOdd ? -1.0 : 1, 0)
    for k in 0..<order {
      let pivot = factors[k * order + k]
      if pivot == 0 || !pivot.isFinite { return pivot.isFinite ? 0 : .nan }
      significand *= pivot.significand * (pivot < 0 ? -1 : 1)
      exponent += Int(pivot.exponent) + Int(significand.exponent)
      significand = significand.significand * (significand < 0 ? -1 : 1)
    }
    // In two steps: the significand may bring back what the power alone would lose.
    let half = exponent / 2
    return significand * Double(sign: .plus, exponent: half, significand: 1)
      * Double(sign: .plus, exponent: exponent - half, significand: 1)
  }

  /// The sum of the logarithms of the pivots' magnitudes.
  package var logAbsoluteDeterminant: Double {
    (0..<order).reduce(0) { $0 + Double.logarithm(factors[$1 * order + $1].magnitude) }
  }

  /// Puts the solution of A X = B, row by row, in the place of B.
  package func solve(_ right: UnsafeMutablePointer<Double>, columns: Int) {
    let n = order
    var x = Array(repeating: 0.0, count: n * columns)
    for i in 0..<n {
      for c in 0..<columns { x[i * columns + c] = right[rows[i] * columns + c] }
    }
    x.withUnsafeMutableBufferPointer { x in
      factors.withUnsafeBufferPointer { a in
        for i in 0..<n {
          for k in 0..<i {
            let factor = a[i * n + k]
            for c in 0..<columns { x[i * columns + c] -= factor * x[k * columns + c] }
          }
        }
        for i in (0..<n).reversed() {
          for k in i + 1..<n {
            let factor = a[i * n + k]
            for c in 0..<columns { x[i * columns + c] -= factor * x[k * columns + c] }
          }
          for c in 0..<columns { x[i * columns + c] /= a[i * n + i] }
        }
      }
      for position in 0..<n * columns { right[position] = x[position] }
    }
  }

  /// Writes the inverse, row by row.
  package func inverse(into target: UnsafeMutablePointer<Double>) {
    target.update(repeating: 0, count: order * order)
    for i in 0..<order { target[i * order + i] = 1 }
    solve(target, columns: order)
  }
}
