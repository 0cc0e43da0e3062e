/// A number times powers of tensors, multiplied element by element: one term of a simplified formula.
struct Monomial {
  /// A tensor to an integer power; scalars and tensors alike.
  struct Factor: Equatable {
    let base: Tensor
    var exponent: Int
  }

  /// The number in front, as a fraction, so that 2/3 stays 2/3.
  var coefficient: Ratio
  /// Distinct bases with exponents other than 0, in the order in which they were met.
  private(set) var factors: [Factor] = []

  init(_ coefficient: Ratio) { self.coefficient = coefficient }

  init(of base: Tensor) {
    coefficient = 1
    factors = [Factor(base: base, exponent: 1)]
  }

  /// Whether both have the same factors, so that their sum is one term.
  func isLike(_ other: Monomial) -> Bool {
    factors.count == other.factors.count && factors.allSatisfy(other.factors.contains)
  }

  /// Multiplies by `base` to the power `exponent`; returns whether a power of a base that may be zero cancelled.
  mutating func multiply(by base: Tensor, power exponent: Int) -> Bool {
    guard let position = factors.firstIndex(where: { $0.base == base }) else {
      if exponent != 0 { factors.append(Factor(base: base, exponent: exponent)) }
      return false
    }
    let cancels = (factors[position].exponent < 0) != (exponent < 0)
    // A comparison is 0 or 1, and its own square.
    let isIdempotent = if case .comparison = base.node.primitive { !cancels } else { false }
    if !isIdempotent { factors[position].exponent += exponent }
    if factors[position].exponent == 0 { factors.remove(at: position) }
    return cancels && !base.isExtent
  }

  /// The same factors that satisfy `isIncluded`, without the coefficient.
  func filtered(_ isIncluded: (Factor) -> Bool) -> Monomial {
    var result = Monomial(1)
    result.factors = factors.filter(isIncluded)
    return result
  }

  /// This monomial to an integer power.
  func raised(to exponent: Int) -> Monomial {
    var result = Monomial(coefficient.raised(to: exponent))
    if exponent != 0 {
      result.factors = factors.map { Factor(base: $0.base, exponent: $0.exponent * exponent) }
    }
    return result
  }
}

extension Tensor {
  /// Whether this is the value of a symbolic extent, such as N, which is never zero where it is used.
  var isExtent: Bool {
    if case .leaf(.extent) = node.primitive { true } else { false }
  }

  /// Whether formulas may move this scalar into the fraction in front: a symbol, not a computed value.
  var isScalarSymbol: Bool {
    guard node.shape.isScalar else { return false }
    return switch node.primitive {
    case .leaf, .name: true
    default: false
    }
  }
}

/// A fraction of two numbers, reduced while both are integers.
struct Ratio: Equatable, ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  private(set) var numerator: Double
  private(set) var denominator: Double

  init(_ numerator: Double, over denominator: Double = 1) {
    self.numerator = denominator < 0 ? -numerator : numerator
    self.denominator = Swift.abs(denominator)
    reduce()
  }

  init(integerLiteral value: Int) { self.init(Double(value)) }
  init(floatLiteral value: Double) { self.init(value) }

  var isZero: Bool { numerator == 0 }
  var isNegative: Bool { numerator < 0 }

  static func * (left: Ratio, right: Ratio) -> Ratio {
    Ratio(left.numerator * right.numerator, over: left.denominator * right.denominator)
  }

  static func / (left: Ratio, right: Ratio) -> Ratio {
    Ratio(left.numerator * right.denominator, over: left.denominator * right.numerator)
  }

  static func + (left: Ratio, right: Ratio) -> Ratio {
    left.denominator == right.denominator
      ? Ratio(left.numerator + right.numerator, over: left.denominator)
      : Ratio(
        left.numerator * right.denominator + right.numerator * left.denominator,
        over: left.denominator * right.denominator)
  }

  static prefix func - (ratio: Ratio) -> Ratio { Ratio(-ratio.numerator, over: ratio.denominator) }

  func raised(to exponent: Int) -> Ratio {
    let base = exponent < 0 ? 1 / self : self
    return (0..<Swift.abs(exponent)).reduce(1) { product, _ in product * base }
  }

  private static let exactIntegers = 9_007_199_254_740_992.0

  private mutating func reduce() {
    guard numerator.rounded() == numerator, denominator.rounded() == denominator,
      Swift.abs(numerator) < Self.exactIntegers, denominator < Self.exactIntegers, denominator != 0
    else { return }
    var (a, b) = (Swift.abs(numerator), denominator)
    while b != 0 { (a, b) = (b, a.truncatingRemainder(dividingBy: b)) }
    if a > 1 {
      numerator /= a
      denominator /= a
    }
  }
}
