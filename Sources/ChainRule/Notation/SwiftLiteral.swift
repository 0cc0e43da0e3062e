/// The text of numbers in Swift source.
package enum SwiftLiteral {
  /// The literal of an integer or of the fewest digits that a compiler reads back as `value`; the name of an infinity
  /// or of NaN.
  package static func text(of value: Double) -> String {
    if value.isNaN { return "Double.nan" }
    let sign = value.sign == .minus ? "-" : ""
    let magnitude = value.magnitude
    if magnitude == .infinity { return "\(sign)Double.infinity" }
    // An integer's zero has no sign.
    let isSmallInteger = magnitude.rounded() == magnitude && magnitude < 1e15
    if isSmallInteger && !(magnitude == 0 && value.sign == .minus) { return sign + String(Int(magnitude)) }
    return sign + (isReadExactly(magnitude) ? magnitude.description : hexadecimal(magnitude))
  }

  /// The literal of an array of any rank, `[]` inside where there are no elements.
  package static func text(of array: NDArray<Double>) -> String {
    let scalars = array.withUnsafePointer { pointer in
      (0..<array.count).map { offset in
        pointer[offset].isFinite ? text(of: pointer[offset]) : "NDArray(\(text(of: pointer[offset])))"
      }
    }
    if array.shape.isEmpty { return scalars[0] }
    var parts = scalars
    // From the last axis out, as many elements at a time as the axis is long.
    for (axis, length) in array.shape.enumerated().reversed() {
      let count = array.shape.prefix(axis).reduce(1, *)
      parts = (0..<count).map { "[" + parts[$0 * length..<($0 + 1) * length].joined(separator: ", ") + "]" }
    }
    return parts[0]
  }

  /// Whether a compiler reads the shortest decimal digits of the finite `value` back as the same number.
  ///
  /// Where the processor has a longer format, the Swift compiler rounds a literal twice: to 64 significant bits, and then to
  /// 53. That goes wrong within 2⁻¹¹ of a place of the middle between two numbers. It also warns of numbers below the
  /// normal ones, which have fewer digits.
  private static func isReadExactly(_ value: Double) -> Bool {
    if value == 0 { return true }
    if !value.isNormal { return false }
    let (shortest, exact) = (DecimalDigits(shortestFor: value), DecimalDigits(exactly: value))
    let unit = Swift.max(shortest.point, exact.point) - 24
    func count(_ number: DecimalDigits) -> UInt128 {
      (0..<Swift.max(number.point - unit, 0)).reduce(0) { total, place in
        total * 10 + (place < number.digits.count ? UInt128(number.digits[place]) : 0)
      }
    }
    let (read, meant) = (count(shortest), count(exact))
    let error = read > meant ? read - meant : meant - read
    // Below a power of two the numbers are twice as close.
    let place = count(DecimalDigits(exactly: value.significandBitPattern == 0 ? value.ulp / 2 : value.ulp))
    return error * 100 < place * 49
  }

  private static func hexadecimal(_ value: Double) -> String {
    let bits = value.significandBitPattern | (value.isNormal ? 1 << Double.significandBitCount : 0)
    let zeros = bits.trailingZeroBitCount
    let exponent = Int(value.isNormal ? value.exponent : Double.leastNormalMagnitude.exponent)
    return "0x\(String(bits >> zeros, radix: 16))p\(exponent - Double.significandBitCount + zeros)"
  }
}
