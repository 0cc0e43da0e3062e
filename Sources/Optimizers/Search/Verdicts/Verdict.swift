/// How a search ended, and the inequality that says so.
public struct Verdict: Hashable, Codable, Sendable {
  /// How it ended.
  ///
  /// ```swift
  /// let w = Tensor.parameter("w", shape: [])
  /// try minimize(Objective(squared(w - 1)), using: .gradientDescent(learningRate: 0.1)).status  // converged
  /// try minimize(Objective(squared(w - 1)), using: .gradientDescent(learningRate: 1.1)).status  // diverged
  /// try minimize(Objective(exp(-w)), using: .lbfgs()).status                                    // unbounded
  /// ```
  public enum Status: String, Codable, Sendable, CaseIterable {
    /// The conditions of a minimum hold to the tolerance asked for.
    case converged
    /// The gradient vanishes, but the function curves downwards: a maximum or a saddle.
    case stationaryNotMinimum
    /// The number of steps asked for was used up.
    case iterationLimit
    /// No step improves the value any more, although the tolerance is not met.
    case stalled
    /// The value grows without bound.
    case diverged
    /// The gradient fades while the coefficients grow: there is no minimum.
    case unbounded
    /// The value is not finite at the start.
    case nonFinite
    /// An observer or the task asked to stop.
    case cancelled
  }

  /// How it ended.
  public internal(set) var status: Status
  /// The condition that ended it, with its numbers, and what to do about it.
  public internal(set) var reason: String
}
