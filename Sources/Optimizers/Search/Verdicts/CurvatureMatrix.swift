import ChainRule

/// The Hessian in some of the coefficients, each measured in a unit in which its row has elements of size 1 at most.
///
/// - Source: A. H. van der Sluis, "Condition numbers and equilibration of matrices", Numer. Math. 14 (1969); D. Ruiz, "A
///   scaling algorithm to equilibrate both rows and columns norms in matrices", RAL-TR-2001-034.
struct CurvatureMatrix {
  /// By rows, in the units of the coefficients.
  let elements: [Double]
  let order: Int
  /// The unit of each coefficient; 0 of one without any curvature.
  let units: [Double]

  /// - Throws: `ChainRuleError` of kind `.nonFinite` or `.singular` where the curvature is not finite.
  init(at point: [Double], over moving: [Int], on evaluator: Evaluator) throws {
    let m = moving.count
    var matrix = [Double](repeating: 0, count: m * m)
    if let whole = try evaluator.hessian(at: point) {
      for (i, row) in moving.enumerated() {
        for (j, column) in moving.enumerated() { matrix[i * m + j] = whole[row * point.count + column] }
      }
    } else {
      for (j, column) in moving.enumerated() {
        let direction = point.indices.map { $0 == column ? 1.0 : 0 }
        let product = try evaluator.hessianProduct(at: point, along: direction)
        for (i, row) in moving.enumerated() {
          matrix[i * m + j] += 0.5 * product[row]
          matrix[j * m + i] += 0.5 * product[row]
        }
      }
    }
    guard matrix.allSatisfy(\.isFinite) else {
      throw ChainRuleError(.nonFinite, in: "Evaluator.hessian", problem: "the curvature is not finite")
    }
    (elements, order) = (matrix, m)
    units = Self.units(matrix, m)
  }

  /// The inverse roots of the diagonal; then of what rows have beside a diagonal of 0, or one that is smaller.
  private static func units(_ matrix: [Double], _ m: Int) -> [Double] {
    var units = (0..<m).map { j in
      let bend = Swift.abs(matrix[j * m + j])
      return bend > 0 ? 1 / bend.squareRoot() : 1
    }
    for _ in 0..<12 {
      let sizes = (0..<m).map { i in
        greatestMagnitude((0..<m).lazy.map { matrix[i * m + $0] * units[i] * units[$0] })
      }
      if sizes.allSatisfy({ $0 <= 1 && ($0 == 0 || $0 > 0.5) }) { break }
      for j in 0..<m where sizes[j] > 0 { units[j] /= sizes[j].squareRoot() }
    }
    for j in 0..<m where !(0..<m).contains(where: { matrix[j * m + $0] != 0 }) { units[j] = 0 }
    return units
  }

  /// The eigenvalues, ascending, and their vectors, in those units.
  func spectrum() throws -> SymmetricSpectrum {
    let m = order
    var scaled = elements
    for i in 0..<m {
      for j in 0..<m { scaled[i * m + j] *= units[i] * units[j] }
    }
    return try SymmetricSpectrum(NDArray(shape: [m, m], elements: scaled), withVectors: true)
  }
}
