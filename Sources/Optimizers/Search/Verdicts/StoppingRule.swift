/// When to stop.
///
/// ```swift
/// let w = Tensor.parameter("w", shape: [2])
/// let objective = try Objective(squared(w[0] - 3) + 10 * squared(w[1] + 1))
/// let rule = StoppingRule(tolerance: 1e-10, maximumIterations: 2)
/// try minimize(objective, using: .gradientDescent(learningRate: 0.01), until: rule).status  // iterationLimit
/// ```
public struct StoppingRule: Hashable, Codable, Sendable {
  /// A point is stationary where a Newton step would bring the objective down by no more than the square of this beside its value, or
  /// change no coefficient by more than the square of this beside its size or the way that it came; at an exact fit, by more than this.
  ///
  /// So it has no unit. The inequality in a solution's reason says the same of the greatest slope. Methods for least squares ask the
  /// linear model of the residuals (`LeastSquaresOptimality`): there it is the relative precision of the coefficients.
  public var tolerance: Double
  /// The most steps to take.
  public var maximumIterations: Int
  /// Whether a point that satisfies the tolerance is looked at for downward curvature, before it is called a minimum.
  public var checksCurvature: Bool

  /// Creates a rule.
  ///
  /// ```swift
  /// let w = Tensor.parameter("w", shape: [2])
  /// let saddle = try Objective(squared(w[0]) - squared(w[1]))
  /// try minimize(saddle, using: .lbfgs()).status               // stationaryNotMinimum
  /// let rule = StoppingRule(checksCurvature: false)
  /// try minimize(saddle, using: .lbfgs(), until: rule).status  // converged
  /// ```
  ///
  /// - Parameters:
  ///   - tolerance: How precise the answer is to be, in units of itself.
  ///   - maximumIterations: The most steps to take.
  ///   - checksCurvature: Whether a stationary point is looked at for downward curvature.
  public init(tolerance: Double = 1e-8, maximumIterations: Int = 10_000, checksCurvature: Bool = true) {
    self.tolerance = tolerance
    self.maximumIterations = maximumIterations
    self.checksCurvature = checksCurvature
  }
}
