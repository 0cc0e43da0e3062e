internal import ChainRule

// Exponentials and logarithms.
//
// With u = 2⁻⁵³: e^x is 2^k e^r with x = k log 2 + r, |r| ≤ 0.35. Three parts of log 2 leave an error of 4u² in r.
// The series of e^r − 1 by Horner's scheme has a relative error of 12u²: its factor r one product (6u²), and 1 + r/2
// + … one sum (3u²) and what the rest, a fifth of it at most, adds. So e^x has 20u² at most and e^x − 1 has 45u² (its
// parts cancel by a factor of 3.5 at most, for k = 1). Logarithms take one step of Halley's iteration on e^y − 1 = t,
// of which the error is that of e^y − 1 where y is below 0.43 (12u², and the cube of the platform's error); a further
// multiple of log 2 may cancel half. `64u²` bounds them all.
extension DoubleDouble {
  /// A bound of the relative error of the functions in this file, and of the trigonometric ones: 64u².
  static let elementaryError = 0x1p-100

  private static let log2Parts = (0x1.62e42fefa39efp-1, 0x1.abc9e3b39803fp-56, 0x1.7b57a079a1934p-111)
  static let log2 = DoubleDouble(log2Parts.0, log2Parts.1)

  /// 1/n! from n = 0 on.
  static let inverseFactorials: [DoubleDouble] = {
    var factorial = DoubleDouble(1)
    return (0...33).map { n in
      if n > 1 { factorial = factorial * DoubleDouble(Double(n)) }
      return DoubleDouble(1) / factorial
    }
  }()

  /// The polynomial with these coefficients, the lowest first, at `self`.
  ///
  /// - Parameter wide: How many of them need all digits: the rest is less than 2⁻⁵³ of the sum.
  func polynomial(_ coefficients: [DoubleDouble], wide: Int) -> DoubleDouble {
    var position = coefficients.count - 1
    var tail = 0.0
    while position >= wide {
      tail = coefficients[position].high + high * tail
      position -= 1
    }
    var sum = DoubleDouble(tail)
    while position >= 0 {
      sum = coefficients[position] + self * sum
      position -= 1
    }
    return sum
  }

  private static let exponentialSeries = Array(inverseFactorials[1...25])

  /// e^r − 1 for |r| below 0.45.
  private func exponentialNearZero() -> DoubleDouble {
    self * polynomial(Self.exponentialSeries, wide: 14)
  }

  /// Multiples of log 2 and what is left.
  private func reducedByLog2() -> (multiple: Int, rest: DoubleDouble) {
    let multiple = (high / Self.log2Parts.0).rounded()
    if multiple == 0 { return (0, self) }
    let rest =
      self - DoubleDouble(product: multiple, Self.log2Parts.0)
      - DoubleDouble(product: multiple, Self.log2Parts.1)
      - DoubleDouble(multiple * Self.log2Parts.2)
    return (Int(multiple), rest)
  }

  /// e to this power.
  func exponential() -> DoubleDouble {
    if high.isNaN { return self }
    if high > 709.79 { return DoubleDouble(.infinity) }
    if high < -746 { return DoubleDouble(0) }
    let (multiple, rest) = reducedByLog2()
    let power = DoubleDouble(1) + rest.exponentialNearZero()
    // In two steps, so that neither factor leaves the range.
    return power.scaled(byPowerOfTwo: multiple / 2).scaled(byPowerOfTwo: multiple - multiple / 2)
  }

  /// e to this power, less 1.
  func exponentialMinusOne() -> DoubleDouble {
    if Swift.abs(high) < 0.45 { return exponentialNearZero() }
    if high < -100 || high > 200 || high.isNaN { return exponential() - DoubleDouble(1) }
    let (multiple, rest) = reducedByLog2()
    let scale = 1.0.scaled(byPowerOfTwo: multiple)
    let whole = DoubleDouble(sum: scale, -1)
    return rest.exponentialNearZero().times(scale) + whole
  }

  /// log(1 + t) for this t.
  func logarithmOfOnePlus() -> DoubleDouble {
    if Swift.abs(high) > 0.42 || high.isNaN { return (DoubleDouble(1) + self).logarithm() }
    if high == 0 { return self }
    let start = DoubleDouble(platformLog1p(high))
    let power = start.exponentialMinusOne()
    let step = (self - power) / (self + power + DoubleDouble(2))
    return start + step.times(2)
  }

  func logarithm() -> DoubleDouble {
    guard high > 0, high.isFinite else {
      return DoubleDouble(high == 0 ? -.infinity : high > 0 ? high : .nan)
    }
    var exponent = Int(high.exponent)
    if high.significand > 1.41 { exponent += 1 }
    let fraction = scaled(byPowerOfTwo: -exponent / 2).scaled(byPowerOfTwo: -exponent - (-exponent / 2))
    let rest = fraction - DoubleDouble(1)
    let small = rest.logarithmOfOnePlus()
    return exponent == 0 ? small : Self.log2.times(Double(exponent)) + small
  }
}
