// Arithmetic as it is done by hand, in digits to base 2⁶⁴.
extension BigInteger {
  package static func + (a: BigInteger, b: BigInteger) -> BigInteger {
    if a.isNegative == b.isNegative {
      return BigInteger(magnitude: sum(a.magnitude, b.magnitude), isNegative: a.isNegative)
    }
    return compare(a.magnitude, b.magnitude) >= 0
      ? BigInteger(magnitude: difference(a.magnitude, b.magnitude), isNegative: a.isNegative)
      : BigInteger(magnitude: difference(b.magnitude, a.magnitude), isNegative: b.isNegative)
  }

  package static prefix func - (a: BigInteger) -> BigInteger {
    BigInteger(magnitude: a.magnitude, isNegative: !a.isNegative)
  }

  package static func - (a: BigInteger, b: BigInteger) -> BigInteger { a + -b }

  package static func * (a: BigInteger, b: BigInteger) -> BigInteger {
    if a.signum == 0 || b.signum == 0 { return 0 }
    var product = Array(repeating: UInt(0), count: a.magnitude.count + b.magnitude.count)
    for (place, x) in a.magnitude.enumerated() {
      var carry: UInt = 0
      for (offset, y) in b.magnitude.enumerated() {
        // (2⁶⁴ − 1)² + 2 (2⁶⁴ − 1) is below 2¹²⁸: no carry is lost.
        let (high, low) = x.multipliedFullWidth(by: y)
        let (first, one) = low.addingReportingOverflow(product[place + offset])
        let (second, two) = first.addingReportingOverflow(carry)
        product[place + offset] = second
        carry = high &+ (one ? 1 : 0) &+ (two ? 1 : 0)
      }
      product[place + b.magnitude.count] = carry
    }
    return BigInteger(magnitude: product, isNegative: a.isNegative != b.isNegative)
  }

  package static func << (a: BigInteger, bits: Int) -> BigInteger {
    if a.signum == 0 || bits == 0 { return a }
    let (whole, part) = (bits / 64, bits % 64)
    var result = Array(repeating: UInt(0), count: whole)
    var carry: UInt = 0
    for digit in a.magnitude {
      result.append(part == 0 ? digit : digit << UInt(part) | carry)
      carry = part == 0 ? 0 : digit >> UInt(64 - part)
    }
    return BigInteger(magnitude: result + [carry], isNegative: a.isNegative)
  }

  /// The magnitude shifted to the right, which rounds towards 0.
  package static func >> (a: BigInteger, bits: Int) -> BigInteger {
    let (whole, part) = (bits / 64, bits % 64)
    if whole >= a.magnitude.count { return 0 }
    let kept = Array(a.magnitude[whole...])
    if part == 0 { return BigInteger(magnitude: kept, isNegative: a.isNegative) }
    let shifted = kept.indices.map { index in
      kept[index] >> UInt(part) | (index + 1 < kept.count ? kept[index + 1] << UInt(64 - part) : 0)
    }
    return BigInteger(magnitude: shifted, isNegative: a.isNegative)
  }

  private static func sum(_ a: [UInt], _ b: [UInt]) -> [UInt] {
    let (long, short) = a.count >= b.count ? (a, b) : (b, a)
    var (result, carry) = (long, false)
    for index in long.indices where index < short.count || carry {
      let (first, one) = long[index].addingReportingOverflow(index < short.count ? short[index] : 0)
      let (second, two) = first.addingReportingOverflow(carry ? 1 : 0)
      (result[index], carry) = (second, one || two)
    }
    if carry { result.append(1) }
    return result
  }

  /// The difference of two magnitudes, of which the first is no less.
  private static func difference(_ a: [UInt], _ b: [UInt]) -> [UInt] {
    var (result, borrow) = (a, false)
    for index in a.indices where index < b.count || borrow {
      let (first, one) = a[index].subtractingReportingOverflow(index < b.count ? b[index] : 0)
      let (second, two) = first.subtractingReportingOverflow(borrow ? 1 : 0)
      (result[index], borrow) = (second, one || two)
    }
    return result
  }

  /// The quotient, rounded towards 0, and what is left, with the sign of the dividend.
  ///
  /// - Precondition: The divisor is not 0.
  /// - Source: D. E. Knuth, The Art of Computer Programming 2 (1997), §4.3.1, algorithm D.
  package func dividedWithRemainder(by divisor: BigInteger) -> (quotient: BigInteger, remainder: BigInteger) {
    guard let last = divisor.magnitude.last, Self.compare(magnitude, divisor.magnitude) >= 0 else {
      return (0, self)
    }
    let shift = last.leadingZeroBitCount
    let v = (divisor << shift).magnitude
    var u = (self << shift).magnitude
    if u.count == magnitude.count { u.append(0) }
    var quotient = Array(repeating: UInt(0), count: u.count - v.count)
    for place in quotient.indices.reversed() { quotient[place] = Self.digit(&u, v, at: place) }
    let rest = BigInteger(magnitude: u, isNegative: isNegative) >> shift
    return (BigInteger(magnitude: quotient, isNegative: isNegative != divisor.isNegative), rest)
  }

  /// One digit of a quotient: takes that many times `v` off the digits of `u` from a place on.
  private static func digit(_ u: inout [UInt], _ v: [UInt], at place: Int) -> UInt {
    let (n, top) = (v.count, place + v.count)
    var guess = UInt.max
    if u[top] < v[n - 1] {
      var rest: UInt
      (guess, rest) = v[n - 1].dividingFullWidth((u[top], u[top - 1]))
      while n > 1 {
        let (high, low) = guess.multipliedFullWidth(by: v[n - 2])
        if high < rest || high == rest && low <= u[top - 2] { break }
        guess -= 1
        let (next, overflow) = rest.addingReportingOverflow(v[n - 1])
        if overflow { break }
        rest = next
      }
    }
    if guess == 0 { return 0 }
    var (carry, borrow): (UInt, Bool) = (0, false)
    for index in 0...n {
      let (high, low) = index < n ? guess.multipliedFullWidth(by: v[index]) : (0, 0)
      let (taken, over) = low.addingReportingOverflow(carry)
      carry = high &+ (over ? 1 : 0)
      let (first, one) = u[place + index].subtractingReportingOverflow(taken)
      let (second, two) = first.subtractingReportingOverflow(borrow ? 1 : 0)
      (u[place + index], borrow) = (second, one || two)
    }
    // The guess is at most two too great; each is mended by adding the divisor back.
    while borrow {
      guess -= 1
      var isCarried = false
      for index in 0...n {
        let (first, one) = u[place + index].addingReportingOverflow(index < n ? v[index] : 0)
        let (second, two) = first.addingReportingOverflow(isCarried ? 1 : 0)
        (u[place + index], isCarried) = (second, one || two)
      }
      borrow = !isCarried
    }
    return guess
  }

  /// The greatest common divisor, not below 0.
  package static func greatestCommonDivisor(_ a: BigInteger, _ b: BigInteger) -> BigInteger {
    var (a, b) = (a, b)
    while b.signum != 0 { (a, b) = (b, a.dividedWithRemainder(by: b).remainder) }
    return a.isNegative ? -a : a
  }
}
