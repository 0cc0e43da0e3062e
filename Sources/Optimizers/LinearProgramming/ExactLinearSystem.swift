/// A square system of linear equations in whole numbers, solved without rounding.
///
/// - Source: E. H. Bareiss, "Sylvester's identity and multistep integer-preserving Gaussian elimination", Mathematics of
///   Computation 22 (1968).
package enum ExactLinearSystem {
  /// The whole numbers y and D with A y = D b; nil if A is singular.
  ///
  /// Every number on the way is a determinant of some rows and columns, so that divisions leave nothing over.
  ///
  /// - Complexity: O(n³) products of numbers of n times as many bits as those of A.
  package static func solve(_ matrix: [[BigInteger]], _ b: [BigInteger]) -> (
    y: [BigInteger], divisor: BigInteger
  )? {
    let n = b.count
    var rows = zip(matrix, b).map { $0 + [$1] }
    var previous: BigInteger = 1
    for step in 0..<n {
      // The shortest number makes the shortest products.
      let candidates = (step..<n).filter { rows[$0][step].signum != 0 }
      guard let pivot = candidates.min(by: { rows[$0][step].bitWidth < rows[$1][step].bitWidth }) else {
        return nil
      }
      rows.swapAt(step, pivot)
      let head = rows[step]
      for row in step + 1..<Swift.max(n, step + 1) {
        let factor = rows[row][step]
        for column in step + 1...n {
          let minor = rows[row][column] * head[step] - head[column] * factor
          rows[row][column] = minor.dividedWithRemainder(by: previous).quotient
        }
        rows[row][step] = 0
      }
      previous = head[step]
    }
    var y = Array(repeating: BigInteger(0), count: n)
    for row in (0..<n).reversed() {
      var sum = rows[row][n] * previous
      for column in row + 1..<Swift.max(n, row + 1) { sum = sum - rows[row][column] * y[column] }
      y[row] = sum.dividedWithRemainder(by: rows[row][row]).quotient
    }
    return (y, previous)
  }
}
