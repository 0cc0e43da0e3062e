internal import ChainRule

/// A real number that is known to lie within `radius` of `centre`.
///
/// Every operation adds a bound of its own error, so whatever the radii say is proved. Radii are doubles, and each is
/// made greater by 2⁻⁵⁰ of itself, which covers the roundings of its own computation (six at most).
///
/// - Source: R. E. Moore, R. B. Kearfott, M. J. Cloud, "Introduction to Interval Analysis", SIAM 2009, §2; in the
///   form of a middle and a radius, J. van der Hoeven, "Ball arithmetic", 2009.
package struct Enclosure<Centre: EnclosureCentre>: RealNumber, Sendable {
  package let centre: Centre
  package let radius: Double

  /// What underflow may take from the last part of a product or a quotient.
  static var underflow: Double { 0x1p-1068 }

  package init(_ value: Double) {
    centre = Centre(value)
    radius = 0
  }

  package init(real constant: RealConstant) {
    centre = Centre(real: constant)
    radius = Centre.roundoff * 4
  }

  /// A centre with a radius that has yet to be rounded up; not a number means that nothing is known.
  package init(_ centre: Centre, radius: Double) {
    self.centre = centre
    let size = radius * (1 + 0x1p-50)
    self.radius = size.isNaN ? .infinity : size
  }

  /// The same with a bound of the error that the last operation made in the centre.
  private init(_ centre: Centre, carried: Double, isExact: Bool) {
    self.init(centre, radius: isExact ? carried : carried + Centre.roundoff * Swift.abs(centre.rounded))
  }

  package var approximation: Double { centre.rounded }
  package var constant: Enclosure { self }
  package var isConstant: Bool { true }
  /// Whether the number is known exactly to be 0.
  package var isZero: Bool { radius == 0 && centre.rounded == 0 }
  /// A bound of the magnitude.
  package var magnitude: Double { (Swift.abs(centre.rounded) + radius) * (1 + 0x1p-50) }

  package static func + (a: Enclosure, b: Enclosure) -> Enclosure {
    Enclosure(
      a.centre + b.centre, carried: a.radius + b.radius, isExact: a.centre.isDouble && b.centre.isDouble)
  }

  package static func - (a: Enclosure, b: Enclosure) -> Enclosure {
    Enclosure(
      a.centre - b.centre, carried: a.radius + b.radius, isExact: a.centre.isDouble && b.centre.isDouble)
  }

  package static prefix func - (a: Enclosure) -> Enclosure { Enclosure(-a.centre, radius: a.radius) }

  package static func * (a: Enclosure, b: Enclosure) -> Enclosure {
    let centre = a.centre * b.centre
    let (x, y) = (Swift.abs(a.centre.rounded), Swift.abs(b.centre.rounded))
    let carried = x * b.radius + y * a.radius + a.radius * b.radius
    // The product of two doubles is exact but for underflow, which has none of 0.
    let isExact = a.centre.isDouble && b.centre.isDouble
    if isExact && (Swift.abs(centre.rounded) > 0x1p-960 || x == 0 || y == 0) {
      return Enclosure(centre, radius: carried)
    }
    return Enclosure(centre, carried: carried + underflow, isExact: false)
  }

  package static func / (a: Enclosure, b: Enclosure) -> Enclosure {
    let centre = a.centre / b.centre
    let least = (Swift.abs(b.centre.rounded) - b.radius) * (1 - 0x1p-50)
    guard least > 0 else { return Enclosure(centre, radius: .infinity) }
    if a.isZero { return Enclosure(0) }
    let carried = (a.radius + Swift.abs(centre.rounded) * b.radius + underflow) / least + underflow
    return Enclosure(centre, carried: carried, isExact: false)
  }

  /// The value of the function at the centre, within its own error and what its steepest slope makes of the radius.
  package func applying(_ function: RealFunction) -> Enclosure {
    let (value, error) = centre.value(of: function)
    let spread =
      radius == 0 ? 0 : function.steepest(around: centre.rounded, radius, value: value.rounded) * radius
    return Enclosure(value, radius: error + spread + Self.underflow)
  }

  package func compared(to other: Enclosure) -> RealOrder {
    if radius == 0 && other.radius == 0 {
      return RealOrder(centre < other.centre ? .less : other.centre < centre ? .greater : .equal)
    }
    let difference = (centre - other.centre).rounded
    let isCertain = Swift.abs(difference) * (1 - 0x1p-50) > (radius + other.radius) * (1 + 0x1p-50)
    return RealOrder(difference < 0 ? .less : difference > 0 ? .greater : .equal, isCertain: isCertain)
  }
}

extension Enclosure {
  /// Whether no number can lie in both.
  package func excludes(_ other: Enclosure) -> Bool {
    let order = compared(to: other)
    return order.isCertain && order.relation != .equal
  }

  /// Whether what is known of it is a number at all.
  package var isBounded: Bool { radius.isFinite && centre.rounded.isFinite }
}

extension RealFunction {
  /// A bound of the magnitude of the derivative within `radius` of `x`, where the function is about `value`; infinite
  /// where there is none.
  func steepest(around x: Double, _ radius: Double, value: Double) -> Double {
    let (low, high) = ((x - radius) - abs(x) * 0x1p-50, (x + radius) + abs(x) * 0x1p-50)
    // Doubles are off by a few units of their last place.
    let slack = 1 + 1e-9
    func slope(_ order: Int, at x: Double) -> Double {
      abs(DoubleDouble(x).value(of: .polygamma(order)).value.rounded) * slack
    }
    // Between two poles log Γ and its derivatives of even order have monotone slopes, and the others convex ones.
    func steepestOfGamma(_ order: Int) -> Double {
      if low <= 0 && low.rounded(.up) <= high { return .infinity }
      return max(slope(order, at: low), slope(order, at: high))
    }
    switch self {
    case .squareRoot: return low > 0 ? 0.5 / low.squareRoot() * slack : .infinity
    case .exp, .expm1:
      // e^r is at most 1 + 2r for r up to 1.
      if radius > 1 { return DoubleDouble(high).value(of: .exp).value.rounded * slack }
      return (abs(value) + (self == .exp ? 0 : 1)) * (1 + 2 * radius) * slack
    case .log: return low > 0 ? slack / low : .infinity
    case .log1p: return low > -1 ? slack / (1 + low) : .infinity
    case .sin, .cos, .atan: return 1
    case .erf, .erfc:
      let nearest = max(0, abs(x) - radius)
      return 1.13 * DoubleDouble(-nearest * nearest).value(of: .exp).value.rounded * slack
    case .logGamma: return steepestOfGamma(0)
    case .polygamma(let order): return steepestOfGamma(order + 1)
    }
  }
}
