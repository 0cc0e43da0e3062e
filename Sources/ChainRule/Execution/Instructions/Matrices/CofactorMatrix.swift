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
    if let broken = UnsafeBufferPointer(start: matrix, count: n * n).first(where: { !$0.isFinite }) {
      return target.update(repeating: broken - broken, count: n * n)
    }
    let pivoted = CompletePivoting(of: matrix, order: n)
    let (a, rows, columns, sign) = (pivoted.factors, pivoted.rows, pivoted.columns, pivoted.sign)
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
    let (significand, exponent) = ScaledProduct((0..<last).map { a[$0 * n + $0] }).parts
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
}
