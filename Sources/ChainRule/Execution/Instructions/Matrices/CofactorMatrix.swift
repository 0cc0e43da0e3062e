/// The derivative of the determinant in each element of a matrix, for singular matrices too.
///
/// With complete pivoting P A Q = L U, where all small pivots come last, and U = [[V, u], [0, t]], the adjugate of U
/// is [[t det(V) V⁻¹, −det(V) V⁻¹u], [0, det(V)]]: nothing is divided by the last pivot t, which may be 0. If an
/// earlier pivot is 0, two are, and every cofactor is 0.
///
/// - Source: Golub and Van Loan, Matrix Computations (2013), §3.4.8; Horn and Johnson, Matrix Analysis (2013), §0.8.2.
package enum CofactorMatrix {
  /// Writes the cofactors C, with C = det(A) A⁻ᵀ where A can be inverted.
  package static func write(
    of matrix: UnsafePointer<Double>, order n: Int, into target: UnsafeMutablePointer<Double>
  ) {
    if n == 0 { return }
    var a = Array(UnsafeBufferPointer(start: matrix, count: n * n))
    if let broken = a.first(where: { !$0.isFinite }) {
      return target.update(repeating: broken - broken, count: n * n)
    }
    var (rows, columns) = (Array(0..<n), Array(0..<n))
    var sign = 1.0
    for k in 0..<n {
      var (r, c) = (k, k)
      for i in k..<n {
        for j in k..<n where a[i * n + j].magnitude > a[r * n + c].magnitude { (r, c) = (i, j) }
      }
      if r != k {
        for j in 0..<n { a.swapAt(k * n + j, r * n + j) }
        rows.swapAt(k, r)
        sign = -sign
      }
      if c != k {
        for i in 0..<n { a.swapAt(i * n + k, i * n + c) }
        columns.swapAt(k, c)
        sign = -sign
      }
      if a[k * n + k] == 0 { break }
      for i in k + 1..<n {
        a[i * n + k] /= a[k * n + k]
        for j in k + 1..<n { a[i * n + j] -= a[i * n + k] * a[k * n + j] }
      }
    }
    if (0..<n - 1).contains(where: { a[$0 * n + $0] == 0 }) {
      return target.update(repeating: 0, count: n * n)
    }
    let adjugate = adjugateOfProduct(a, n)
    // adj(A) = ±Q adj(LU) P, and the cofactors are its transpose.
    for i in 0..<n {
      for j in 0..<n { target[rows[j] * n + columns[i]] = sign * adjugate[i * n + j] }
    }
  }

  /// adj(U) L⁻¹, as the determinant of L is 1.
  ///
  /// It is computed over det(V), whose partial products may overflow where the cofactors do not.
  private static func adjugateOfProduct(_ a: [Double], _ n: Int) -> [Double] {
    let last = n - 1
    let (significand, exponent) = product((0..<last).map { a[$0 * n + $0] })
    // Half of its size goes in first, so that quotients of pivots do not underflow where it would bring them back.
    let half = Swift.max(-900, Swift.min(exponent / 2, 900))
    let unit = Double(sign: .plus, exponent: half, significand: 1)
    let t = a[last * n + last] * unit
    var result = Array(repeating: 0.0, count: n * n)
    // Columns of t V⁻¹, and the last column −V⁻¹u.
    for column in 0..<n {
      var x = (0..<last).map { $0 == column ? t : 0 }
      if column == last { x = (0..<last).map { -a[$0 * n + last] * unit } }
      for i in (0..<last).reversed() {
        for k in i + 1..<last { x[i] -= a[i * n + k] * x[k] }
        x[i] /= a[i * n + i]
      }
      for i in 0..<last { result[i * n + column] = x[i] }
    }
    result[last * n + last] = unit
    // From the right: R L = adj(U), column by column from the last.
    for column in (0..<n).reversed() {
      for k in column + 1..<n {
        let factor = a[k * n + column]
        for i in 0..<n { result[i * n + column] -= result[i * n + k] * factor }
      }
    }
    return result.map { Double(sign: .plus, exponent: exponent - half, significand: $0 * significand) }
  }

  /// The product of factors as a number of moderate size times a power of two.
  private static func product(_ factors: [Double]) -> (significand: Double, exponent: Int) {
    var (significand, exponent) = (1.0, 0)
    for factor in factors {
      guard factor.isFinite else { return (.nan, 0) }
      significand *= factor.sign == .minus ? -factor.significand : factor.significand
      exponent += factor.exponent + significand.exponent
      significand = Double(sign: significand.sign, exponent: 0, significand: significand.significand)
    }
    return (significand, exponent)
  }
}
