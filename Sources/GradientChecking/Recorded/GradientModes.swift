/// Which derivatives of a recorded loss are checked.
///
/// ```swift
/// let x = Tensor.parameter("x", shape: [2])
/// let report = try checkGradient(of: sum(exp(x)), at: [x: [0, 1]], modes: .all)
/// report.outcome  // right
/// ```
public struct GradientModes: OptionSet, Sendable, Hashable {
  /// The bits.
  public let rawValue: Int

  /// The modes of some bits.
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// The gradient, by the backward pass.
  public static let reverse = GradientModes(rawValue: 1)
  /// Directional derivatives, by the forward pass.
  public static let forward = GradientModes(rawValue: 2)
  /// Products of the Hessian and random directions: the gradient differentiated again, backwards and forwards.
  public static let hessian = GradientModes(rawValue: 4)
  /// All of them.
  public static let all: GradientModes = [.reverse, .forward, .hessian]
}
