/// One given derivative with the true one and the verdict.
///
/// ```swift
/// let checked = CheckedDerivative(
///   .coordinate(2, of: "w"), given: 0.5, truth: TrueDerivative(1, errorBar: 1e-9))
/// print(checked.place, checked.verdict.isFailure)  // w[2] true
/// ```
public struct CheckedDerivative: Sendable, Hashable {
  /// Where a derivative was taken.
  public enum Place: Sendable, Hashable {
    /// A coordinate of a parameter, counted in row-major order, with the parameter's shape (empty for a scalar).
    case coordinate(Int, of: String, shape: [Int] = [])
    /// A direction in all parameters at once, by its number.
    case direction(Int)

    /// Whether it is a direction.
    var isDirection: Bool { if case .direction = self { true } else { false } }
  }

  /// How the given derivative was computed.
  public enum Mode: String, Sendable, Hashable {
    /// By a gradient of the library, backwards.
    case reverse
    /// By a directional derivative of the library, forwards.
    case forward
    /// By the caller's own code.
    case given
  }

  /// Where.
  public let place: Place
  /// How the given value was computed.
  public let mode: Mode
  /// 1 for a gradient, 2 for a Hessian-vector product.
  public let order: Int
  /// The derivative that is judged.
  public let given: Double
  /// What it ought to be.
  public let truth: TrueDerivative
  /// Whether it is.
  public let verdict: GradientVerdict

  /// A derivative judged, by the error bar of the true one if no verdict is given.
  public init(
    _ place: Place, mode: Mode = .given, order: Int = 1, given: Double, truth: TrueDerivative,
    verdict: GradientVerdict? = nil
  ) {
    (self.place, self.mode, self.order, self.given, self.truth) = (place, mode, order, given, truth)
    self.verdict = verdict ?? truth.verdict(on: given)
  }

  /// How far the given value is off, relative to the larger of both magnitudes; infinite if it is not a number.
  public var relativeError: Double {
    let distance = truth.distance(to: given)
    if distance == 0 { return 0 }
    let scale = max(abs(truth.value), abs(given))
    return distance.isNaN || !given.isFinite ? .infinity : distance / scale
  }
}

extension CheckedDerivative.Place: CustomStringConvertible {
  /// The place as `w[2]`, `A[1, 0]`, `b` or `direction 3`.
  public var description: String {
    switch self {
    case .direction(let number): return "direction \(number)"
    case .coordinate(let index, let name, let shape):
      guard !shape.isEmpty else { return index == 0 && name != "x" ? name : "\(name)[\(index)]" }
      var rest = index
      let places = shape.reversed().map { length in
        defer { rest /= max(length, 1) }
        return rest % max(length, 1)
      }
      return "\(name)[\(places.reversed().map(String.init).joined(separator: ", "))]"
    }
  }
}
