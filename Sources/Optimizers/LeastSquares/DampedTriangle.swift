import ChainRule

/// The triangle S and the right side c of a factored least-squares problem after rows of a diagonal were added to it.
///
/// - Source: Golub and Van Loan, Matrix Computations (2013), §5.1.8 and §6.5.2, on rotations and added rows.
struct DampedTriangle {
  private let size: Int
  /// Row by row.
  private var triangle: [Double]
  private var right: [Double]

  /// - Parameters:
  ///   - projection: The right side, as far as the rank goes; what is left of R below the rank counts as 0.
  ///   - damping: The diagonal of the rows added, by place of the triangle; with full rank it may be 0.
  init(_ factorization: PivotedQR, _ projection: [Double], damping: [Double]) {
    let m = damping.count
    size = m
    triangle = Array(repeating: 0, count: m * m)
    right = projection + Array(repeating: 0, count: m - projection.count)
    for row in 0..<factorization.rank {
      for place in row..<m { triangle[row * m + place] = factorization.triangle(row, place) }
    }
    var added = [Double](repeating: 0, count: m)
    for first in 0..<m where damping[first] != 0 {
      added[first] = damping[first]
      rotateIn(&added, from: first)
    }
  }

  /// Rotates a row, whose right side is 0, into the triangle until nothing of it is left.
  private mutating func rotateIn(_ row: inout [Double], from first: Int) {
    let m = size
    var rowRight = 0.0
    for k in first..<m where row[k] != 0 {
      let (a, b) = (triangle[k * m + k], row[k])
      // Scaled by the greater, so that squares neither overflow nor vanish.
      let size = max(a.magnitude, b.magnitude)
      let length = size * ((a / size) * (a / size) + (b / size) * (b / size)).squareRoot()
      let (cosine, sine) = (a / length, b / length)
      triangle[k * m + k] = length
      row[k] = 0
      for j in k + 1..<max(m, k + 1) {
        let (old, other) = (triangle[k * m + j], row[j])
        triangle[k * m + j] = cosine * old + sine * other
        row[j] = cosine * other - sine * old
      }
      (right[k], rowRight) = (cosine * right[k] + sine * rowRight, cosine * rowRight - sine * right[k])
    }
  }

  /// S⁻¹ c.
  var solution: [Double] {
    var x = right
    for k in (0..<size).reversed() {
      for j in k + 1..<max(size, k + 1) { x[k] -= triangle[k * size + j] * x[j] }
      x[k] /= triangle[k * size + k]
    }
    return x
  }

  /// S⁻ᵀ v.
  func solveTransposed(_ vector: [Double]) -> [Double] {
    var x = vector
    for k in 0..<size {
      x[k] /= triangle[k * size + k]
      for j in k + 1..<max(size, k + 1) { x[j] -= triangle[k * size + j] * x[k] }
    }
    return x
  }
}
