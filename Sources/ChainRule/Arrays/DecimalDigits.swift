/// A finite number in decimal notation: ± 0.d₁d₂d₃… · 10^`point`, without zeros at either end of the digits.
package struct DecimalDigits: Equatable {
  /// Whether the sign bit is set, also for a zero.
  package private(set) var isNegative: Bool
  /// The digits as numbers from 0 to 9; none for zero.
  package private(set) var digits: [UInt8]
  /// The position of the decimal point, in digits after the start of `digits`.
  package private(set) var point: Int

  /// The fewest digits that identify the finite `value` among the numbers of its precision.
  package init(shortestFor value: some TensorScalar) {
    isNegative = value.sign == .minus
    digits = []
    point = 0
    // The standard library's description has just these digits: the shortest, and of those the closest.
    let parts = value.magnitude.description.split(separator: "e")
    var integerLength: Int?
    for character in parts[0].utf8 {
      if character == UInt8(ascii: ".") {
        integerLength = digits.count
      } else {
        digits.append(character - UInt8(ascii: "0"))
      }
    }
    point = (integerLength ?? digits.count) + (parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
    dropOuterZeros()
  }

  /// All digits of the finite `value`; there may be several hundred.
  package init(exactly value: some TensorScalar) {
    let magnitude = Double(value.magnitude)
    isNegative = value.sign == .minus
    digits = []
    point = 0
    if magnitude == 0 { return }
    // The value is the odd integer `significand` · 2^exponent.
    let bits = magnitude.significandBitPattern | (magnitude.isNormal ? 1 << Double.significandBitCount : 0)
    let significand = bits >> bits.trailingZeroBitCount
    let exponent =
      Int(magnitude.isNormal ? magnitude.exponent : Double.leastNormalMagnitude.exponent)
      - Double.significandBitCount + bits.trailingZeroBitCount
    var integer = Natural(significand)
    // 2^−k = 5^k · 10^−k turns a fraction into an integer with a decimal point.
    integer.multiply(byPowerOf: exponent < 0 ? 5 : 2, exponent: exponent.magnitude)
    digits = integer.decimalDigits
    point = digits.count + min(exponent, 0)
    dropOuterZeros()
  }

  /// The exponent of the first digit, in scientific notation; 0 for zero.
  package var exponent: Int { digits.isEmpty ? 0 : point - 1 }

  /// How many digits stand after the decimal point.
  package var fractionLength: Int { max(digits.count - point, 0) }

  /// The number rounded to `length` digits after the decimal point.
  package func rounded(toFractionDigits length: Int) -> DecimalDigits {
    length >= fractionLength ? self : keeping(point + length)
  }

  /// The number rounded to `length` digits.
  package func rounded(toSignificantDigits length: Int) -> DecimalDigits {
    length >= digits.count ? self : keeping(length)
  }

  /// The number rounded after its first `kept` digits, to the nearest and in a tie to the even digit.
  private func keeping(_ kept: Int) -> DecimalDigits {
    var result = self
    result.digits = Array(digits.prefix(max(kept, 0)))
    if kept >= 0 {
      let isTie = digits[kept] == 5 && kept + 1 == digits.count
      let isLastOdd = kept > 0 && digits[kept - 1] % 2 == 1
      if isTie ? isLastOdd : digits[kept] >= 5 { result.incrementLastDigit() }
    }
    result.dropOuterZeros()
    return result
  }

  private mutating func incrementLastDigit() {
    while digits.last == 9 { digits.removeLast() }
    if digits.isEmpty {
      digits = [1]
      point += 1
    } else {
      digits[digits.count - 1] += 1
    }
  }

  private mutating func dropOuterZeros() {
    let leadingZeros = digits.prefix { $0 == 0 }.count
    digits.removeFirst(leadingZeros)
    while digits.last == 0 { digits.removeLast() }
    point = digits.isEmpty ? 0 : point - leadingZeros
  }
}

/// A natural number of any size, with the little arithmetic that exact digits need.
private struct Natural {
  /// The digits in base 2³², the lowest first.
  private var limbs: [UInt32]

  init(_ value: UInt64) {
    limbs = [UInt32(truncatingIfNeeded: value), UInt32(value >> 32)]
  }

  /// Multiplies by a power of 2 or 5, as many factors at a time as fit into a limb.
  mutating func multiply(byPowerOf base: UInt32, exponent: UInt) {
    var remaining = exponent
    while remaining > 0 {
      var factor = base
      remaining -= 1
      while remaining > 0, case let (larger, overflow) = factor.multipliedReportingOverflow(by: base),
        !overflow
      {
        factor = larger
        remaining -= 1
      }
      multiply(by: factor)
    }
  }

  private mutating func multiply(by factor: UInt32) {
    var carry: UInt64 = 0
    for index in limbs.indices {
      carry += UInt64(limbs[index]) * UInt64(factor)
      limbs[index] = UInt32(truncatingIfNeeded: carry)
      carry >>= 32
    }
    if carry > 0 { limbs.append(UInt32(carry)) }
  }

  /// The digits from 0 to 9, the highest first, perhaps after some zeros.
  var decimalDigits: [UInt8] {
    var digits: [UInt8] = []
    var quotient = limbs
    while !quotient.isEmpty {
      var remainder: UInt64 = 0
      for index in quotient.indices.reversed() {
        remainder = remainder << 32 | UInt64(quotient[index])
        quotient[index] = UInt32(remainder / 1_000_000_000)
        remainder %= 1_000_000_000
      }
      for _ in 0..<9 {
        digits.append(UInt8(remainder % 10))
        remainder /= 10
      }
      while quotient.last == 0 { quotient.removeLast() }
    }
    return digits.reversed()
  }
}
