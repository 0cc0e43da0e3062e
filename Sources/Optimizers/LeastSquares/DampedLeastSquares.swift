package import ChainRule

/// The steps p that make |J p + r|² + μ |D p|² least, for one Jacobian J and any number of dampings μ.
///
/// J is factored once. For each μ only its triangle meets the damping, row by row by rotations, so a damping costs O(m³) and
/// not O(n m²). What a rank-deficient J does not determine, the damping does: with μ = 0, p is the one with the least |D p|.
///
/// - Source: J. J. Moré, "The Levenberg–Marquardt algorithm: implementation and theory", Lecture Notes in Mathematics 630
///   (1978), §3 and §5.
package struct DampedLeastSquares: Sendable {
  /// The factorisation of the scaled Jacobian.
  let factorization: PivotedQR
  /// The power of two that was taken out of each column.
  let columnPowers: [Int]
  /// The power of two that was taken out of the residuals.
  let residualPower: Int
  /// The first `rank` elements of −Qᵀr.
  let projection: [Double]

  /// How many columns of the Jacobian are independent, as far as rounding can tell.
  package var rank: Int { factorization.rank }

  /// A lower bound of the condition number of the independent columns, each scaled to a norm between ½ and 1.
  package var conditionEstimate: Double { factorization.conditionEstimate }

  /// Factors a Jacobian `[n, m]` of residuals `[n]`.
  ///
  /// - Throws: `ChainRuleError` of kind `.array` if the shapes do not fit, `.nonFinite` if a number is not finite,
  ///   `.optimization` if there are no rows or no columns.
  package init(jacobian: NDArray<Double>, residuals: NDArray<Double>) throws {
    let input = LeastSquaresInput(
      matrix: jacobian, targets: residuals, weights: nil, operation: "DampedLeastSquares", matrixName: "J",
      targetName: "r")
    try input.check()
    guard residuals.rank == 1 else {
      throw input.error(
        .array, "the residuals are not a vector", mend: "r needs shape [\(jacobian.shape[0])]")
    }
    let system = try WeightedSystem(input)
    try input.requireMemory(
      jacobian.shape[0], of: system.columns + 3,
      for: "the factors of \(jacobian.shape[0]) rows and \(system.columns) columns")
    factorization = system.factorization(of: Array(0..<system.columns))
    columnPowers = system.columnPowers
    let greatest = residuals.elements.reduce(0) { max($0, $1.magnitude) }
    let power = greatest > 0 ? Int(greatest.exponent) + 1 : 0
    residualPower = power
    let elements = residuals.elements
    var projected = system.rows.map { -elements[$0].scaled(byPowerOfTwo: -power) }
    factorization.applyTransposedQ(to: &projected)
    projection = Array(projected.prefix(factorization.rank))
  }

  /// Returns the step for a damping μ and a diagonal D.
  ///
  /// - Parameters:
  ///   - damping: μ, 0 or greater.
  ///   - scales: The diagonal of D, one number greater than 0 for each column, such as the column's norm.
  /// - Throws: `ChainRuleError` of kind `.optimization` for a damping or scales that are not that, `.nonFinite` if the step
  ///   is beyond the greatest number.
  package func step(damping: Double, scales: [Double]) throws -> DampedStep {
    let m = columnPowers.count
    func error(_ kind: ChainRuleError.Kind, _ problem: String, _ mend: String) -> ChainRuleError {
      ChainRuleError(kind, in: "DampedLeastSquares.step", problem: problem, mend: mend)
    }
    guard damping >= 0 && damping.isFinite else {
      throw error(.optimization, "the damping is \(damping)", "a damping is 0 or greater, and finite")
    }
    guard scales.count == m, scales.allSatisfy({ $0 > 0 && $0.isFinite }) else {
      throw error(.optimization, "the scales are \(scales)", "there are \(m), each greater than 0 and finite")
    }
    let order = factorization.order
    // From here on in the units of the scaled columns, place by place of the triangle.
    let diagonal = order.map { scales[$0].scaled(byPowerOfTwo: -columnPowers[$0]) }
    var triangle: DampedTriangle?
    var places: [Double]
    if damping == 0 && rank < m {
      places = shortest(diagonal)
    } else {
      let damped = DampedTriangle(
        factorization, projection, damping: diagonal.map { damping.squareRoot() * $0 })
      places = damped.solution
      triangle = damped
    }
    let image = (0..<rank).map { row in
      (row..<m).reduce(0) { $0 + factorization.triangle(row, $1) * places[$1] }
    }
    let scaled = zip(diagonal, places).map { $0 * $1 }
    let norm = euclideanNorm(scaled)
    var slope = triangle == nil ? nil : 0.0
    if let triangle, norm > 0 {
      let growth = euclideanNorm(triangle.solveTransposed(zip(diagonal, scaled).map { $0 * $1 / norm }))
      slope = (-growth * growth * norm).scaled(byPowerOfTwo: residualPower)
    }
    var step = [Double](repeating: 0, count: m)
    for (place, column) in order.enumerated() {
      step[column] = places[place].scaled(byPowerOfTwo: residualPower - columnPowers[column])
    }
    guard step.allSatisfy(\.isFinite), norm.isFinite else {
      throw error(
        .nonFinite, "the step is beyond the greatest number", "measure the parameters in other units")
    }
    let squares = euclideanNorm(image) * euclideanNorm(image)
    return DampedStep(
      step: step, scaledNorm: norm.scaled(byPowerOfTwo: residualPower), scaledNormSlope: slope,
      predictedDecrease: (squares + 2 * damping * norm * norm).scaled(byPowerOfTwo: 2 * residualPower))
  }

  /// For places of the triangle: of all solutions without damping, the one with the least norm after the diagonal.
  private func shortest(_ diagonal: [Double]) -> [Double] {
    let (m, r) = (columnPowers.count, rank)
    // The transposed rows of R D⁻¹ are factored as Z T: then y = Z T⁻ᵀ c is the shortest with R D⁻¹ y = c.
    let rows = (0..<r).flatMap { row in (0..<m).map { factorization.triangle(row, $0) / diagonal[$0] } }
    let transposed = PivotedQR(columnByColumn: rows, rows: m, columns: r, tolerance: 0)
    var right = transposed.order.prefix(transposed.rank).map { projection[$0] }
    transposed.solveTransposedTriangle(&right)
    right += [Double](repeating: 0, count: m - right.count)
    transposed.applyQ(to: &right)
    return zip(right, diagonal).map { $0 / $1 }
  }
}

/// A step of damped least squares, and what a trust region needs to know about it.
package struct DampedStep: Sendable {
  /// p, by column of the Jacobian.
  package let step: [Double]
  /// |D p|.
  package let scaledNorm: Double
  /// The derivative of |D p| in the damping, never positive; nil where J is rank-deficient and the damping 0.
  package let scaledNormSlope: Double?
  /// |r|² − |J p + r|², formed as |J p|² + 2 μ |D p|², which loses no digits.
  package let predictedDecrease: Double
}
