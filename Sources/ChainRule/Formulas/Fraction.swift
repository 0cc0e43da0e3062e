/// An exact fraction of integers, in lowest terms and with a positive denominator.
///
/// What does not fit into 128 bits has no result: every operation that may overflow returns nil, so that nothing is rounded
/// in silence. 128 bits hold 38 digits, which is more than the product of two decimals of 17 digits each, as many as a `Double`
/// has; a formula with longer numbers is read by nobody. Integers of any size would not need the nil, but each would have
/// memory of its own, and a bound all the same: squared sixty times, a number fits into no memory.
package struct Fraction: Hashable, Sendable {
  package let numerator: Int128
  package let denominator: Int128

  /// An integer.
  package init(_ integer: Int) {
    numerator = Int128(integer)
    denominator = 1
  }

  /// A quotient in lowest terms; nil if `denominator` is 0, or if it does not fit.
  package init?(_ numerator: Int128, over denominator: Int128) {
    if denominator == 0 { return nil }
    let divisor = Self.greatestDivisor(numerator.magnitude, denominator.magnitude)
    let (top, bottom) = (numerator.magnitude / divisor, denominator.magnitude / divisor)
    guard let above = Int128(exactly: top), let below = Int128(exactly: bottom) else { return nil }
    self.numerator = (numerator < 0) == (denominator < 0) ? above : -above
    self.denominator = below
  }

  /// The decimal fraction that the shortest text of `value` writes: 1/10 for 0.1; nil if it does not fit or is not finite.
  package init?(decimalTextOf value: Double) {
    guard value.isFinite else { return nil }
    let text = DecimalDigits(shortestFor: value)
    var digits: Int128 = 0
    for digit in text.digits { digits = 10 * digits + Int128(digit) }
    if text.isNegative { digits = -digits }
    let exponent = text.point - text.digits.count
    guard let scale = Self.powerOfTen(Swift.abs(exponent)) else { return nil }
    if exponent < 0 {
      self.init(digits, over: scale)
    } else {
      let (integer, overflows) = digits.multipliedReportingOverflow(by: scale)
      if overflows { return nil }
      self.init(integer, over: 1)
    }
  }

  package var isZero: Bool { numerator == 0 }

  /// The sum; nil if it does not fit.
  package func adding(_ other: Fraction) -> Fraction? {
    let divisor = Int128(Self.greatestDivisor(denominator.magnitude, other.denominator.magnitude))
    let (left, right) = (other.denominator / divisor, denominator / divisor)
    guard let first = Self.product(numerator, left), let second = Self.product(other.numerator, right),
      let below = Self.product(denominator, left)
    else { return nil }
    let (sum, overflows) = first.addingReportingOverflow(second)
    return overflows ? nil : Fraction(sum, over: below)
  }

  /// The product; nil if it does not fit.
  package func multiplied(by other: Fraction) -> Fraction? {
    // Divided crosswise first, the product is in lowest terms, and overflows only where it does not fit.
    guard let first = Fraction(numerator, over: other.denominator),
      let second = Fraction(other.numerator, over: denominator),
      let above = Self.product(first.numerator, second.numerator),
      let below = Self.product(first.denominator, second.denominator)
    else { return nil }
    return Fraction(above, over: below)
  }

  /// One over this; nil of 0.
  package var reciprocal: Fraction? { Fraction(denominator, over: numerator) }

  /// The fraction with the other sign.
  package var negated: Fraction {
    // The magnitude of a numerator fits: it comes from `Int128(exactly:)` of a magnitude.
    Fraction(lowestTerms: -numerator, denominator)
  }

  /// The nearest `Double`; ties go to the even one.
  package var nearest: Double {
    var (quotient, rest) = numerator.magnitude.quotientAndRemainder(dividingBy: denominator.magnitude)
    var exponent = 0
    // Long division, until there are more digits than a Double holds; whether any are left decides a tie.
    while rest != 0 && quotient < 1 << 64 {
      rest <<= 1
      quotient <<= 1
      exponent -= 1
      if rest >= denominator.magnitude {
        rest -= denominator.magnitude
        quotient |= 1
      }
    }
    if rest != 0 { quotient |= 1 }
    let magnitude = Double(sign: .plus, exponent: exponent, significand: Double(quotient))
    return numerator < 0 ? -magnitude : magnitude
  }

  private init(lowestTerms numerator: Int128, _ denominator: Int128) {
    self.numerator = numerator
    self.denominator = denominator
  }

  private static func product(_ left: Int128, _ right: Int128) -> Int128? {
    let (product, overflows) = left.multipliedReportingOverflow(by: right)
    return overflows ? nil : product
  }

  private static func powerOfTen(_ exponent: Int) -> Int128? {
    if exponent > 38 { return nil }
    return (0..<exponent).reduce(1) { power, _ in 10 * power }
  }

  /// Euclid's algorithm; 64 bits suffice for nearly all numbers, and divide faster.
  private static func greatestDivisor(_ left: UInt128, _ right: UInt128) -> UInt128 {
    var (a, b) = (left, right)
    while b != 0 {
      if let small = UInt64(exactly: a), let other = UInt64(exactly: b) {
        var (c, d) = (small, other)
        while d != 0 { (c, d) = (d, c % d) }
        return UInt128(c)
      }
      (a, b) = (b, a % b)
    }
    return a
  }
}
