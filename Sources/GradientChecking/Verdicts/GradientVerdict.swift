/// What is known about one given derivative.
///
/// ```swift
/// GradientVerdict.wrong(.beyondBar(7)).isFailure       // true
/// GradientVerdict.kink(isSubgradient: true).isFailure  // false
/// ```
///
/// There is no tolerance in it: a derivative is right if it is what the true one can be, given how well that is known.
public enum GradientVerdict: Sendable, Hashable {
  /// It agrees with the true derivative.
  case right(Closeness)
  /// It does not.
  case wrong(Evidence)
  /// The function has no derivative here, but slopes to both sides; told is whether the given value lies between them.
  case kink(isSubgradient: Bool)
  /// Neither could be shown, for this reason.
  case cannotTell(String)

  /// How close a right derivative is to the true one.
  public enum Closeness: Sendable, Hashable {
    /// As many units of the last place of the true derivative away from it.
    case ulps(Double)
    /// Within the error bar of the true derivative, which is this large relative to it.
    case withinBar(relative: Double)
  }

  /// Why a derivative is wrong.
  public enum Evidence: Sendable, Hashable {
    /// It lies outside of an interval that is proved to hold the true derivative.
    case proved
    /// It lies this many error bars from the true derivative; infinitely many for one that is not a number.
    case beyondBar(Double)
  }

  /// Whether the given derivative is to be mended: it is wrong, or no subgradient at a kink.
  public var isFailure: Bool {
    switch self {
    case .wrong, .kink(isSubgradient: false): true
    case .right, .kink(isSubgradient: true), .cannotTell: false
    }
  }

  /// Whether neither right nor wrong could be shown.
  public var isUntold: Bool { if case .cannotTell = self { true } else { false } }
}
