/// A derivative estimated from function values, with a bound on its error.
///
/// ```swift
/// let estimate = try CentralDifferences().derivative(at: 3) { $0 * $0 }
/// estimate.agrees(with: 6)      // true
/// estimate.agrees(with: 6.006)  // false
/// ```
public struct DifferenceEstimate: Sendable, Equatable {
  /// The estimated derivative; NaN if no step gave a usable one.
  public let value: Double

  /// How far `value` may be from the derivative; infinite if no step gave a usable value.
  ///
  /// - Units: Those of `value`.
  public let errorBound: Double

  /// How many times the function was called for this estimate.
  public let evaluations: Int

  /// The smallest step that `value` was computed from; NaN if there is none.
  public let step: Double

  /// Between which distances from the point a sharp bend was met, a kink most likely, that `value` was computed within;
  /// nil if none was.
  public let bend: ClosedRange<Double>?

  /// The slopes to both sides if the function has a kink at the point; nil elsewhere.
  public let slopes: TrueDerivative?

  /// Creates an estimate from its parts.
  public init(
    value: Double, errorBound: Double, evaluations: Int, step: Double, bend: ClosedRange<Double>? = nil,
    slopes: TrueDerivative? = nil
  ) {
    (self.bend, self.slopes) = (bend, slopes)
    self.value = value
    self.errorBound = errorBound
    self.evaluations = evaluations
    self.step = step
  }

  /// Returns whether `derivative` lies within the error bound; NaN and infinities never agree.
  ///
  /// An estimate without a usable value agrees with nothing: look at `isUsable` before reading
  /// a disagreement as a mistake.
  public func agrees(with derivative: Double) -> Bool {
    // The difference of an unusable value is NaN, and no comparison with NaN holds.
    derivative.isFinite && abs(value - derivative) <= errorBound
  }

  /// Whether some step gave a finite value with a finite bound.
  public var isUsable: Bool { value.isFinite && errorBound.isFinite }

  /// The estimate as a true derivative that a given one is judged by.
  public var truth: TrueDerivative { slopes ?? TrueDerivative(value, errorBar: errorBound) }

  /// The estimate that claims nothing.
  static func unusable(evaluations: Int) -> DifferenceEstimate {
    DifferenceEstimate(value: .nan, errorBound: .infinity, evaluations: evaluations, step: .nan)
  }
}
