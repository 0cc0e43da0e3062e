/// L of H = L Lᵀ, of the rows and columns of a symmetric matrix that are asked for.
///
/// - Source: Golub and Van Loan, Matrix Computations (2013), §4.2.
struct CholeskyFactor {
  private let lower: [Double]
  private let n: Int

  /// - Parameters:
  ///   - matrix: All rows, one after the other.
  ///   - chosen: The rows and columns to take, in order.
  /// - Returns: nil if the matrix is not positive definite.
  /// - Complexity: O(n³ / 6) of the chosen rows.
  init?(_ matrix: [Double], width: Int, chosen: [Int]) {
    let n = chosen.count
    var lower = Array(repeating: 0.0, count: n * n)
    let isDefinite = lower.withUnsafeMutableBufferPointer { lower in
      for row in 0..<n {
        for column in 0...row {
          var sum = matrix[chosen[row] * width + chosen[column]]
          let (first, second) = (row * n, column * n)
          for k in 0..<column { sum -= lower[first + k] * lower[second + k] }
          if row == column {
            if !(sum > 0 && sum.isFinite) { return false }
            lower[first + row] = sum.squareRoot()
          } else {
            lower[first + column] = sum / lower[second + column]
          }
        }
      }
      return true
    }
    if !isDefinite { return nil }
    self.lower = lower
    self.n = n
  }

  /// H⁻¹ b.
  func solve(_ b: [Double]) -> [Double] {
    var x = b
    for row in 0..<n {
      var sum = x[row]
      for column in 0..<row { sum -= lower[row * n + column] * x[column] }
      x[row] = sum / lower[row * n + row]
    }
    for row in (0..<n).reversed() {
      var sum = x[row]
      for column in row + 1..<Swift.max(n, row + 1) { sum -= lower[column * n + row] * x[column] }
      x[row] = sum / lower[row * n + row]
    }
    return x
  }
}
