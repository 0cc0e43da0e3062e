package import ChainRule

/// The eigenvalues of a small symmetric matrix, and its eigenvectors if asked for.
///
/// Rotations that each make one pair of entries 0 are repeated until all entries beside the diagonal are rounding errors.
///
/// - Complexity: O(m³) for each of about 6 to 10 sweeps.
/// - Source: Golub and Van Loan, Matrix Computations (2013), §8.5.
package struct SymmetricSpectrum: Sendable {
  /// The eigenvalues, ascending.
  package let values: [Double]
  /// For each eigenvalue a vector of length 1; empty if they were not asked for.
  package let vectors: [[Double]]
  /// No eigenvalue is farther than this from its true one.
  ///
  /// By Weyl's theorem that is the norm of what is left beside the diagonal and of all rounding errors: a sweep is no more than
  /// 2 m rounds of rotations of disjoint rows, and each round changes the matrix by at most 6 u of its norm.
  package let errorBound: Double

  /// - Throws: `ChainRuleError` of kind `.array` if the matrix is not square, `.nonFinite` if a number is not finite,
  ///   `.optimization` if it is not symmetric within half of the digits (smaller differences are averaged).
  package init(_ matrix: NDArray<Double>, withVectors: Bool = false) throws {
    func error(_ kind: ChainRuleError.Kind, _ problem: String, _ mend: String = "") -> ChainRuleError {
      ChainRuleError(
        kind, in: "SymmetricSpectrum", operands: "H \(matrix.shape)", problem: problem, mend: mend)
    }
    guard matrix.rank == 2, matrix.shape[0] == matrix.shape[1] else {
      throw error(.array, "the matrix is not square")
    }
    let m = matrix.shape[0]
    var a = matrix.elements
    guard a.allSatisfy(\.isFinite) else {
      throw error(.nonFinite, "the matrix has an entry that is not finite")
    }
    let greatest = a.reduce(0) { max($0, $1.magnitude) }
    let power = greatest > 0 ? Int(greatest.exponent) + 1 : 0
    for place in a.indices { a[place] = a[place].scaled(byPowerOfTwo: -power) }
    for i in 0..<m {
      for j in 0..<i {
        let (lower, upper) = (a[i * m + j], a[j * m + i])
        if (lower - upper).magnitude > 0x1p-26 {
          throw error(.optimization, "H[\(i), \(j)] and H[\(j), \(i)] differ", "a Hessian is symmetric")
        }
        (a[i * m + j], a[j * m + i]) = ((lower + upper) / 2, (lower + upper) / 2)
      }
    }
    let norm = a.reduce(0) { $0 + $1 * $1 }.squareRoot()
    var rotations = SymmetricRotations(a, order: m, withVectors: withVectors)
    var (sweeps, beside) = (0, rotations.normBesideDiagonal)
    while beside > 0x1p-53 * norm && sweeps < 40 {
      rotations.sweep()
      sweeps += 1
      beside = rotations.normBesideDiagonal
    }
    let diagonal = (0..<m).map { rotations.matrix[$0 * m + $0] }
    let ascending = (0..<m).sorted { diagonal[$0] < diagonal[$1] }
    values = ascending.map { diagonal[$0].scaled(byPowerOfTwo: power) }
    vectors = withVectors ? ascending.map { Array(rotations.vectors[$0 * m..<($0 + 1) * m]) } : []
    errorBound = (beside + 12 * Double(m * sweeps) * 0x1p-53 * norm).scaled(byPowerOfTwo: power)
  }
}

/// A symmetric matrix under rotation.
private struct SymmetricRotations {
  private let order: Int
  private(set) var matrix: [Double]
  /// Row k is the vector that belongs to entry k of the diagonal.
  private(set) var vectors: [Double]

  init(_ matrix: [Double], order: Int, withVectors: Bool) {
    (self.order, self.matrix) = (order, matrix)
    vectors = withVectors ? (0..<order * order).map { $0 / order == $0 % order ? 1 : 0 } : []
  }

  var normBesideDiagonal: Double {
    var sum = 0.0
    for i in 0..<order {
      for j in 0..<order where j != i { sum += matrix[i * order + j] * matrix[i * order + j] }
    }
    return sum.squareRoot()
  }

  mutating func sweep() {
    for p in 0..<order {
      for q in p + 1..<max(order, p + 1) where matrix[p * order + q] != 0 { rotate(p, q) }
    }
  }

  private mutating func rotate(_ p: Int, _ q: Int) {
    let m = order
    let (app, aqq, apq) = (matrix[p * m + p], matrix[q * m + q], matrix[p * m + q])
    // The tangent of the smaller of both angles that make the entry 0; an infinite ratio gives 0.
    let ratio = (aqq - app) / (2 * apq)
    let tangent = (ratio < 0 ? -1 : 1) / (ratio.magnitude + (ratio * ratio + 1).squareRoot())
    let cosine = 1 / (tangent * tangent + 1).squareRoot()
    let sine = tangent * cosine
    for k in 0..<m {
      let (x, y) = (matrix[p * m + k], matrix[q * m + k])
      matrix[p * m + k] = cosine * x - sine * y
      matrix[q * m + k] = sine * x + cosine * y
    }
    for k in 0..<m {
      matrix[k * m + p] = matrix[p * m + k]
      matrix[k * m + q] = matrix[q * m + k]
    }
    matrix[p * m + p] = app - tangent * apq
    matrix[q * m + q] = aqq + tangent * apq
    (matrix[p * m + q], matrix[q * m + p]) = (0, 0)
    if vectors.isEmpty { return }
    for k in 0..<m {
      let (x, y) = (vectors[p * m + k], vectors[q * m + k])
      vectors[p * m + k] = cosine * x - sine * y
      vectors[q * m + k] = sine * x + cosine * y
    }
  }
}
