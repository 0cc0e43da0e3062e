/// P A Q = L U with complete pivoting: every element of L, and of U over the pivot of its row, is from −1 to 1, and small pivots
/// come last.
///
/// - Source: Golub and Van Loan, Matrix Computations (2013), §3.4.8.
struct CompletePivoting {
  /// U on and above the diagonal, L without its ones below.
  private(set) var factors: [Double]
  /// Which row and column of A each row of L and column of U stands for.
  private(set) var rows: [Int]
  private(set) var columns: [Int]
  /// The determinant of P and Q together.
  private(set) var sign = 1.0

  /// - Parameter matrix: Numbers that are finite, row by row.
  init(of matrix: UnsafePointer<Double>, order n: Int) {
    factors = Array(UnsafeBufferPointer(start: matrix, count: n * n))
    (rows, columns) = (Array(0..<n), Array(0..<n))
    for k in 0..<n {
      exchange(k, n)
      let pivot = factors[k * n + k]
      if pivot == 0 { break }
      for i in k + 1..<n {
        factors[i * n + k] /= pivot
        let factor = factors[i * n + k]
        for j in k + 1..<n { factors[i * n + j] -= factor * factors[k * n + j] }
      }
    }
  }

  /// Brings the greatest element that is left to the place of the pivot numbered `k`.
  private mutating func exchange(_ k: Int, _ n: Int) {
    var (r, c) = (k, k)
    for i in k..<n {
      for j in k..<n where factors[i * n + j].magnitude > factors[r * n + c].magnitude { (r, c) = (i, j) }
    }
    if r != k {
      for j in 0..<n { factors.swapAt(k * n + j, r * n + j) }
      rows.swapAt(k, r)
      sign = -sign
    }
    if c != k {
      for i in 0..<n { factors.swapAt(i * n + k, i * n + c) }
      columns.swapAt(k, c)
      sign = -sign
    }
  }
}

/// A product of factors as a number of moderate size times a power of two.
struct ScaledProduct {
  private(set) var parts: (significand: Double, exponent: Int) = (1, 0)

  /// - Parameter factors: Not a number if one is infinite.
  init(_ factors: [Double]) {
    var (significand, exponent) = parts
    for factor in factors {
      guard factor.isFinite else {
        parts = (.nan, 0)
        return
      }
      significand *= factor.sign == .minus ? -factor.significand : factor.significand
      exponent += factor.exponent + significand.exponent
      significand = Double(sign: significand.sign, exponent: 0, significand: significand.significand)
    }
    parts = (significand, exponent)
  }
}
