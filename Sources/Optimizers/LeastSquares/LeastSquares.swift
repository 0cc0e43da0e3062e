public import ChainRule

/// Linear least squares, solved directly: by a factorisation and not by steps downhill.
public enum LeastSquares {
  /// What becomes of the coefficients that the data does not determine.
  ///
  /// ```swift
  /// let A: NDArray<Double> = [[1, 2], [2, 4], [3, 6]]
  /// try LeastSquares.solve(A, [5, 10, 15], dependent: .minimumNorm).coefficients  // [1. 2.]
  /// try LeastSquares.solve(A, [5, 10, 15], dependent: .zero).coefficients         // [5. 0.]
  /// ```
  public enum DependentColumns: String, Hashable, Codable, Sendable, CaseIterable {
    /// Of all best coefficients, those with the least sum of squares, in the units of the data.
    case minimumNorm
    /// A column that is a combination of columns further left has coefficient 0.
    case zero
  }

  /// Returns the coefficients x for which Σ wᵢ (bᵢ − aᵢ x)² is least.
  ///
  /// ```swift
  /// let line = try LeastSquares.solve([[1, 0], [1, 1], [1, 2]], [1, 3, 5])
  /// line.coefficients  // [1. 2.]
  /// ```
  ///
  /// Nothing is added to the matrix: an intercept is a column of ones.
  ///
  /// The columns are scaled by powers of two, factored by reflections with column pivoting, and the solution is refined
  /// with residuals in twice the digits. So coefficients are right to about the last bit for the numbers *as given*, while
  /// the condition number (after that scaling) is below 1e14 or so; `lastCorrection` says whether that was reached.
  ///
  /// A column counts as dependent when what is left of it after the others is below 8 √(n m) u of its size: 1e-14 in
  /// small problems, 1e-11 for a million rows of a hundred columns. With fewer rows than columns some always are.
  /// Where weighted rows differ by more than 2²⁰, each is judged by its own size, so that a light row still determines what
  /// heavy ones leave open; if that cannot be told from the rounding of the heavy ones, columns are judged as before.
  ///
  /// - Parameters:
  ///   - A: One row for each observation, one column for each coefficient.
  ///   - b: The targets: one for each row, or one column for each of several problems with the same matrix.
  ///   - weights: The weight of each row's squared residual. A row of weight 0 takes no part, though its numbers must be
  ///     finite. By default each is 1.
  ///   - dependent: Which of the best coefficients are meant where columns depend on each other.
  /// - Shape: A `[n, m]` and b `[n]` or `[n, k]` give coefficients `[m]` or `[m, k]`.
  /// - Units: Residuals are those of b; weights are not normalised, so doubling them doubles the sum of squares.
  /// - Throws: `ChainRuleError` of kind `.array` if the shapes do not fit; `.nonFinite` if a number is not finite, or a
  ///   coefficient lies beyond the greatest `Double`; `.optimization` if there are no rows, no columns, no usable weights, or
  ///   no memory.
  /// - Complexity: O(n m²) time, twice that if columns depend on each other, and a copy of A.
  /// - Source: Å. Björck, Numerical Methods for Least Squares Problems (1996), §2.4, §2.7 and §2.9.
  public static func solve(
    _ A: NDArray<Double>, _ b: NDArray<Double>, weights: NDArray<Double>? = nil,
    dependent: DependentColumns = .minimumNorm
  ) throws -> LeastSquaresSolution {
    try solve(A, b, weights: weights, dependent: dependent, maximumSteps: 30)
  }

  /// The same with a bound on the solutions added up: 1 is no refinement at all.
  package static func solve(
    _ A: NDArray<Double>, _ b: NDArray<Double>, weights: NDArray<Double>?, dependent: DependentColumns,
    maximumSteps: Int
  ) throws -> LeastSquaresSolution {
    let input = LeastSquaresInput(matrix: A, targets: b, weights: weights)
    try input.check()
    let system = try WeightedSystem(input)
    return try IndependentFit(system, of: input, maximumSteps: maximumSteps)
      .solution(for: input, dependent: dependent)
  }
}

/// The answer to a linear least-squares problem, and what is to be known about it.
///
/// ```swift
/// let solution = try LeastSquares.solve([[1, 2], [2, 4], [3, 6]], [5, 10, 16])
/// solution.rank                                              // 1
/// solution.residualSumOfSquares                              // 0.35714285714285715
/// solution.dependentColumns[0].equation(naming: ["x", "z"])  // z = 2 · x
/// ```
public struct LeastSquaresSolution: Sendable {
  /// One coefficient for each column of the matrix; with several targets, a column of them for each.
  public let coefficients: NDArray<Double>

  /// Σ wᵢ (bᵢ − aᵢ x)² for each target, of shape `[]` or `[k]`; infinite where it is beyond the greatest `Double`.
  ///
  /// It belongs to the coefficients before they are rounded to `Double`: an exact fit has 0 or next to it.
  public let residualSumOfSquares: NDArray<Double>

  /// How many columns are independent.
  public let rank: Int

  /// The columns that are combinations of others further left, and which.
  public let dependentColumns: [ColumnDependence]

  /// A lower bound of the condition number of the independent columns, seldom below half of it.
  ///
  /// Columns are taken with weighted rows, and each scaled by a power of two to a norm between ½ and 1: units play no part.
  public let conditionEstimate: Double

  /// How many solutions were added up, refinements included; with several targets, the most.
  public let steps: Int

  /// By how much the last step still changed a coefficient, over the greatest one (in the scale of the columns).
  ///
  /// What is wrong still is of this size at most, as an estimate, beside the rounding of the answer to `Double`: below 1e-16
  /// all digits are right. It is greater where columns are nearly dependent, or where heavy rows contradict each other and
  /// what they leave open is up to rows 1e20 times lighter.
  public let lastCorrection: Double
}
