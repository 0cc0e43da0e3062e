/// What is known about a true derivative: a value and how far it may be from the truth, or two slopes at a kink.
///
/// ```swift
/// TrueDerivative(2, errorBar: 1e-9).holds(2.0000000001)  // true
/// TrueDerivative(slopes: 0, 1).holds(0.5)                // true
/// TrueDerivative(2, errorBar: 1e-9).holds(.nan)          // false
/// ```
public struct TrueDerivative: Sendable, Hashable {
  /// The derivative; at a kink the middle of the two slopes.
  public let value: Double
  /// How far `value` may be from the truth; at a kink, how far each of the slopes may be.
  public let errorBar: Double
  /// Whether the truth is proved to lie within the bar, rather than estimated to.
  public let isProved: Bool
  /// At a kink, the slope towards smaller and towards larger values; nil where there is a derivative.
  public let slopes: Slopes?

  /// The one-sided slopes at a kink, both taken in the positive direction.
  public struct Slopes: Sendable, Hashable {
    /// The slope towards smaller values.
    public let below: Double
    /// The slope towards larger values.
    public let above: Double

    /// Slopes to both sides.
    public init(below: Double, above: Double) { (self.below, self.above) = (below, above) }
  }

  /// A derivative with its error bar.
  public init(_ value: Double, errorBar: Double, isProved: Bool = false) {
    (self.value, self.errorBar, self.isProved, slopes) = (value, errorBar, isProved, nil)
  }

  /// The slopes at a kink.
  public init(slopes below: Double, _ above: Double, errorBar: Double = 0, isProved: Bool = false) {
    value = below / 2 + above / 2
    slopes = Slopes(below: below, above: above)
    (self.errorBar, self.isProved) = (errorBar, isProved)
  }

  /// Whether a given derivative can be the true one, or at a kink lies between the slopes; never for NaN.
  public func holds(_ given: Double) -> Bool { given.isFinite && distance(to: given) <= errorBar }

  /// How far a given derivative is from the value, or at a kink from the interval between the slopes.
  public func distance(to given: Double) -> Double {
    guard let slopes else { return abs(given - value) }
    let (low, high) = (min(slopes.below, slopes.above), max(slopes.below, slopes.above))
    return given.isNaN ? .nan : max(low - given, given - high, 0)
  }

  /// The verdict on a given derivative, by the bar alone.
  ///
  /// ```swift
  /// TrueDerivative(2, errorBar: 0.5).verdict(on: 2.25).isFailure  // false
  /// TrueDerivative(2, errorBar: 0.5).verdict(on: 4).isFailure     // true
  /// TrueDerivative(slopes: -1, 1).verdict(on: 0)                  // kink(isSubgradient: true)
  /// ```
  public func verdict(on given: Double) -> GradientVerdict {
    guard value.isFinite, errorBar.isFinite else { return .cannotTell("the true derivative is not known") }
    if slopes != nil { return .kink(isSubgradient: holds(given)) }
    if holds(given) { return .right(.withinBar(relative: value == 0 ? errorBar : errorBar / abs(value))) }
    if isProved, given.isFinite { return .wrong(.proved) }
    return .wrong(.beyondBar(given.isFinite ? distance(to: given) / errorBar : .infinity))
  }
}
