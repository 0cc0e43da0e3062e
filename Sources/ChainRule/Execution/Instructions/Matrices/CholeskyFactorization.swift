import ChainRuleKernels

/// The lower triangular root of a symmetric, positive definite matrix.
///
/// - Source: Golub and Van Loan, Matrix Computations (2013), §4.2.
package enum CholeskyFactorization {
  /// Writes L with L Lᵀ = A and zeros above its diagonal; only the lower triangle of A is read.
  ///
  /// - Returns: The first pivot that is not positive, or nil if the matrix has a root.
  package static func lowerFactor(
    of matrix: UnsafePointer<Double>, order n: Int, into root: UnsafeMutablePointer<Double>
  ) -> Int? {
    root.update(repeating: 0, count: n * n)
    for i in 0..<n {
      for j in 0...i {
        var rest = matrix[i * n + j]
        for k in 0..<j { rest -= root[i * n + k] * root[j * n + k] }
        if i == j {
          guard rest > 0 && rest.isFinite else { return i }
          root[i * n + i] = rest.squareRoot()
        } else {
          root[i * n + j] = rest / root[j * n + j]
        }
      }
    }
    return nil
  }
}

extension Double {
  /// The natural logarithm; inside types whose cases are called `log`, a name apart.
  static func logarithm(_ x: Double) -> Double { cr_log(x) }
}
