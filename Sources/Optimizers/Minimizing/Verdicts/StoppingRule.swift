/// When to stop.
///
/// ```swift
/// let w = Tensor.parameter("w", shape: [2])
/// let objective = try Objective(squared(w[0] - 3) + 10 * squared(w[1] + 1))
/// let rule = StoppingRule(tolerance: 1e-10, maximumIterations: 2)
/// try minimize(objective, using: .gradientDescent(learningRate: 0.01), until: rule).status  // iterationLimit
/// ```
public struct StoppingRule: Hashable, Codable, Sendable {
  /// A point is stationary where no element of the shortest subgradient is greater than this, times the
  /// objective's size where that is above 1.
  ///
  /// Methods for least squares know more than the gradient, and are judged by `LeastSquaresOptimality`: there it is the
  /// relative precision of the coefficients.
  public var tolerance: Double
  /// The most steps to take.
  public var maximumIterations: Int
  /// Whether a point that satisfies the tolerance is looked at for downward curvature, before it is called a minimum.
  public var checksCurvature: Bool

  /// Creates a rule.
  ///
  /// - Parameters:
  ///   - tolerance: The greatest element of the shortest subgradient, relative to the objective where that is above 1.
  ///   - maximumIterations: The most steps to take.
  ///   - checksCurvature: Whether a stationary point is looked at for downward curvature.
  public init(tolerance: Double = 1e-8, maximumIterations: Int = 10_000, checksCurvature: Bool = true) {
    self.tolerance = tolerance
    self.maximumIterations = maximumIterations
    self.checksCurvature = checksCurvature
  }
}
