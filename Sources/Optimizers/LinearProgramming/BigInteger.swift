/// A whole number of any size.
///
/// Determinants of a few columns of doubles have thousands of bits, and whether a row lies exactly on a plane is decided by the
/// last of them.
package struct BigInteger: Hashable, Sendable {
  /// The digits to base 2⁶⁴, the least first and the greatest not 0; none for 0.
  package private(set) var magnitude: [UInt]
  /// Whether it is below 0; never of 0.
  package private(set) var isNegative: Bool

  package init(magnitude: [UInt], isNegative: Bool) {
    var magnitude = magnitude
    while magnitude.last == 0 { magnitude.removeLast() }
    self.magnitude = magnitude
    self.isNegative = isNegative && !magnitude.isEmpty
  }

  /// The same number.
  package init(_ number: Int) {
    self.init(magnitude: [number.magnitude], isNegative: number < 0)
  }

  /// A finite double as a whole number times a power of two; (0, 0) for 0.
  package static func parts(of number: Double) -> (significand: BigInteger, exponent: Int) {
    if number == 0 { return (0, 0) }
    let digits = UInt(number.significandBitPattern) | (number.isNormal ? 1 << 52 : 0)
    let exponent = (number.isNormal ? Int(number.exponent) : Int(Double.leastNormalMagnitude.exponent)) - 52
    let spare = digits.trailingZeroBitCount
    return (
      BigInteger(magnitude: [digits >> UInt(spare)], isNegative: number.sign == .minus), exponent + spare
    )
  }

  /// −1, 0 or 1.
  package var signum: Int { magnitude.isEmpty ? 0 : isNegative ? -1 : 1 }

  /// How many bits the magnitude has.
  package var bitWidth: Int {
    magnitude.last.map { 64 * magnitude.count - $0.leadingZeroBitCount } ?? 0
  }

  /// How often 2 divides it; 0 of 0.
  package var trailingZeroBitCount: Int {
    magnitude.firstIndex { $0 != 0 }.map { 64 * $0 + magnitude[$0].trailingZeroBitCount } ?? 0
  }

  /// The number times 2 to a power, rounded to a double with a relative error of 2⁻⁵² at most.
  package func rounded(timesPowerOfTwo power: Int = 0) -> Double {
    let dropped = Swift.max(0, bitWidth - 64)
    let leading = (self >> dropped).magnitude.first ?? 0
    let size = Double(leading)
    if size == 0 { return 0 }
    let value = Double(
      sign: .plus, exponent: Swift.max(-2000, Swift.min(2000, dropped + power)), significand: size)
    return isNegative ? -value : value
  }
}

extension BigInteger: ExpressibleByIntegerLiteral, Comparable, CustomStringConvertible {
  package init(integerLiteral value: Int) { self.init(value) }

  package static func < (a: BigInteger, b: BigInteger) -> Bool {
    if a.isNegative != b.isNegative { return a.isNegative }
    let order = compare(a.magnitude, b.magnitude)
    return a.isNegative ? order > 0 : order < 0
  }

  /// −1, 0 or 1 as the first of two magnitudes is less, equal or greater.
  package static func compare(_ a: [UInt], _ b: [UInt]) -> Int {
    if a.count != b.count { return a.count < b.count ? -1 : 1 }
    for index in a.indices.reversed() where a[index] != b[index] { return a[index] < b[index] ? -1 : 1 }
    return 0
  }

  /// The digits to base 10.
  package var description: String {
    let base: BigInteger = 1_000_000_000_000_000_000
    var (rest, parts) = (BigInteger(magnitude: magnitude, isNegative: false), [String]())
    while rest.signum != 0 {
      let (quotient, remainder) = rest.dividedWithRemainder(by: base)
      parts.append("\(remainder.magnitude.first ?? 0)")
      rest = quotient
    }
    let padded = parts.enumerated().map { index, part in
      index == parts.count - 1 ? part : String(repeating: "0", count: 18 - part.count) + part
    }
    return parts.isEmpty ? "0" : (isNegative ? "-" : "") + padded.reversed().joined()
  }
}
