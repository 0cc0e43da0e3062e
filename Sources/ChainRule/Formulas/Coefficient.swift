/// The number in front of a term: an exact fraction, as long as it fits.
///
/// A decimal in the source stands for its shortest text, so 0.1 + 0.2 is 0.3. What does not fit into a fraction (1e300, or a
/// product of too many digits) is rounded, and stays so: whoever proves something asks `fraction`, and refuses.
package struct Coefficient: Sendable, Equatable, ExpressibleByIntegerLiteral {
  private enum Value: Equatable, Sendable {
    case exact(Fraction)
    case rounded(Double)
  }

  private let value: Value
  /// Whether it comes from a number with a decimal point, and is written as one where the decimals end.
  private let isDecimal: Bool

  private init(_ value: Value, isDecimal: Bool) {
    self.value = value
    self.isDecimal = isDecimal
  }

  package init(_ integer: Int) { self.init(.exact(Fraction(integer)), isDecimal: false) }

  package init(integerLiteral value: Int) { self.init(value) }

  /// The number that stands in the source.
  package init(_ number: Double) {
    if let fraction = Fraction(decimalTextOf: number) {
      self.init(.exact(fraction), isDecimal: fraction.denominator != 1)
    } else {
      self.init(.rounded(number), isDecimal: true)
    }
  }

  /// The exact value; nil if it is no longer known.
  package var fraction: Fraction? { if case .exact(let fraction) = value { fraction } else { nil } }

  /// The nearest `Double`.
  package var nearest: Double {
    switch value {
    case .exact(let fraction): fraction.nearest
    case .rounded(let number): number
    }
  }

  /// Whether it is known to be 0: a product that was rounded to 0 is not.
  package var isZero: Bool { fraction?.isZero ?? false }

  package var isNegative: Bool {
    switch value {
    case .exact(let fraction): fraction.numerator < 0
    case .rounded(let number): number < 0
    }
  }

  package var magnitude: Coefficient { isNegative ? -self : self }

  /// Whether both are the same number, known exactly or not.
  package static func == (left: Coefficient, right: Coefficient) -> Bool { left.value == right.value }

  package static func * (left: Coefficient, right: Coefficient) -> Coefficient {
    left.combined(right, { $0.multiplied(by: $1) }, { $0 * $1 })
  }

  package static func + (left: Coefficient, right: Coefficient) -> Coefficient {
    left.combined(right, { $0.adding($1) }, { $0 + $1 })
  }

  package static prefix func - (operand: Coefficient) -> Coefficient {
    switch operand.value {
    case .exact(let fraction): Coefficient(.exact(fraction.negated), isDecimal: operand.isDecimal)
    case .rounded(let number): Coefficient(.rounded(-number), isDecimal: true)
    }
  }

  /// One over this; infinite for 0.
  package var reciprocal: Coefficient {
    if let inverse = fraction?.reciprocal { return Coefficient(.exact(inverse), isDecimal: isDecimal) }
    return Coefficient(.rounded(1 / nearest), isDecimal: true)
  }

  /// This to an integer power, by repeated squaring.
  package func raised(to exponent: Int) -> Coefficient {
    var (result, square) = (Coefficient(1), exponent < 0 ? reciprocal : self)
    var remaining = exponent.magnitude
    while remaining > 0 {
      if remaining & 1 == 1 { result = result * square }
      remaining >>= 1
      if remaining > 0 { square = square * square }
    }
    return result
  }

  private func combined(
    _ other: Coefficient, _ exactly: (Fraction, Fraction) -> Fraction?, _ rounded: (Double, Double) -> Double
  ) -> Coefficient {
    if let left = fraction, let right = other.fraction, let result = exactly(left, right) {
      return Coefficient(.exact(result), isDecimal: isDecimal || other.isDecimal)
    }
    return Coefficient(.rounded(rounded(nearest, other.nearest)), isDecimal: true)
  }
}

extension Coefficient {
  /// How it is written: the number above the fraction bar, and the one below it unless that is 1.
  ///
  /// Integers stay integers, quotients of integers fractions, and decimals decimals: 2/3, but 0.3.
  package var quotient: (above: Double, below: Double?) {
    guard let fraction else { return (nearest, nil) }
    let isWrittenAsDecimal = isDecimal && Fraction(decimalTextOf: nearest) == fraction
    if !isWrittenAsDecimal, let above = Double(exactly: fraction.numerator),
      let below = Double(exactly: fraction.denominator)
    {
      return (above, below == 1 ? nil : below)
    }
    return (nearest, nil)
  }
}
