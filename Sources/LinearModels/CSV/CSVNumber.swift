import ChainRule

/// What the content of a CSV field says as a number.
///
/// A number is an optional sign, digits with at most one point among or around them, and an optional
/// exponent; spaces and tabs around it do not matter. Hexadecimal digits, underscores, group separators and
/// words are text.
package enum CSVNumber: Equatable {
  /// The double nearest to the number.
  case finite(Double)
  /// A number too large for a double, or one of the words `inf` and `infinity` in any case, with or without
  /// a sign.
  case infinite
  /// Anything else.
  case text

  /// Reads the bytes from `start` up to `end`.
  package init(_ bytes: [UInt8], _ start: Int, _ end: Int) {
    var first = start
    var last = end
    while first < last, CSVByte.isBlank(bytes[first]) { first += 1 }
    while first < last, CSVByte.isBlank(bytes[last - 1]) { last -= 1 }
    var decimal = Decimal()
    guard decimal.scan(bytes, first, last) else {
      self = Self.isInfiniteWord(bytes, first, last) ? .infinite : .text
      return
    }
    // Beyond what integer arithmetic decides, the standard library rounds; it takes all that `scan` lets through.
    let value = decimal.value ?? Double(String(decoding: bytes[first..<last], as: UTF8.self))
    guard let value else {
      self = .text
      return
    }
    self = value.isFinite ? .finite(value) : .infinite
  }

  /// Whether the digits of a whole number say more than the number does, as those of codes and names do: `007`, or
  /// `9007199254740993`, which no double holds.
  static func respells(_ number: Double, _ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    // Most numbers are decided by their first two digits and their length.
    guard end - start > 1 else { return false }
    var (first, last) = (start, end)
    while first < last, CSVByte.isBlank(bytes[first]) { first += 1 }
    while first < last, CSVByte.isBlank(bytes[last - 1]) { last -= 1 }
    if first < last, bytes[first] == minus { first += 1 }
    guard last - first > 1, bytes[first] == zero || bytes[first] == plus || last - first > 15 else {
      return false
    }
    let digits = bytes[first..<last]
    guard digits.dropFirst(bytes[first] == plus ? 1 : 0).allSatisfy({ $0 &- zero <= 9 }) else { return false }
    return !digits.elementsEqual(number.magnitude.shortestText.utf8)
  }

  private static func isInfiniteWord(_ bytes: [UInt8], _ first: Int, _ last: Int) -> Bool {
    guard first < last, last - first <= 9 else { return false }
    let signed = bytes[first] == minus || bytes[first] == plus
    let word = bytes[(first + (signed ? 1 : 0))..<last].map { $0 | 0x20 }
    return word.elementsEqual("inf".utf8) || word.elementsEqual("infinity".utf8)
  }

  /// A decimal number taken apart: `±digits · 10^scale`.
  private struct Decimal {
    private var isNegative = false
    private var digits: UInt64 = 0
    private var scale = 0
    /// Whether a digit other than 0 had no room in `digits`.
    private var isCut = false

    /// Takes the bytes apart; false if they are not a number.
    mutating func scan(_ bytes: [UInt8], _ first: Int, _ last: Int) -> Bool {
      var index = first
      guard index < last else { return false }
      if bytes[index] == minus || bytes[index] == plus {
        isNegative = bytes[index] == minus
        index += 1
      }
      let whole = scanDigits(bytes, &index, last, afterPoint: false)
      var fraction = 0
      if index < last, bytes[index] == point {
        index += 1
        fraction = scanDigits(bytes, &index, last, afterPoint: true)
      }
      guard whole + fraction > 0 else { return false }
      guard index < last, bytes[index] | 0x20 == letterE else { return index == last }
      return scanExponent(bytes, index + 1, last)
    }

    private mutating func scanDigits(
      _ bytes: [UInt8], _ index: inout Int, _ last: Int, afterPoint: Bool
    ) -> Int {
      let start = index
      while index < last {
        let digit = bytes[index] &- zero
        guard digit <= 9 else { break }
        // The largest number of digits that takes a further one is (2⁶⁴ − 10) / 10.
        if !isCut, digits <= 1_844_674_407_370_955_160 {
          digits = digits * 10 + UInt64(digit)
          if afterPoint { scale -= 1 }
        } else {
          isCut = isCut || digit != 0
          if !afterPoint { scale += 1 }
        }
        index += 1
      }
      return index - start
    }

    private mutating func scanExponent(_ bytes: [UInt8], _ start: Int, _ last: Int) -> Bool {
      var index = start
      let signed = index < last && (bytes[index] == minus || bytes[index] == plus)
      let sign = signed && bytes[index] == minus ? -1 : 1
      if signed { index += 1 }
      guard index < last else { return false }
      var exponent = 0
      while index < last {
        let digit = bytes[index] &- zero
        guard digit <= 9 else { return false }
        exponent = min(exponent * 10 + Int(digit), 1 << 40)
        index += 1
      }
      scale += sign * exponent
      return true
    }

    /// The nearest double where it follows from a few integer operations, otherwise nil.
    var value: Double? {
      guard !isCut else { return nil }
      let magnitude: Double
      if digits == 0 || scale == 0 {
        magnitude = Double(digits)
      } else if digits <= 1 << 53, scale > 0, scale <= 22 {
        // Both factors are exact, so the product is rounded once.
        magnitude = Double(digits) * exactPowers[scale]
      } else if scale < 0, scale >= -19 {
        magnitude = Self.quotient(digits, integerPowers[-scale])
      } else {
        return nil
      }
      return isNegative ? -magnitude : magnitude
    }

    /// The double nearest to a quotient of integers from 1 on.
    ///
    /// Both are shifted to their full 64 bits. The integer quotient then has at least 63 bits, ten more
    /// than a double keeps; a remainder makes its last bit 1, so that what only looks like a tie is not
    /// rounded as one. The shifts are undone by a power of two, exactly: the result is far from subnormal.
    private static func quotient(_ dividend: UInt64, _ divisor: UInt64) -> Double {
      let up = dividend.leadingZeroBitCount
      let down = divisor.leadingZeroBitCount
      let high = dividend << UInt64(up)
      let (quotient, remainder) = (divisor << UInt64(down)).dividingFullWidth((high >> 1, high << 63))
      let rounded = Double(quotient | (remainder == 0 ? 0 : 1))
      return rounded * Double(sign: .plus, exponent: down - up - 63, significand: 1)
    }
  }
}

/// The powers of ten that a double holds exactly.
private let exactPowers: [Double] = [
  1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
  1e19,
  1e20, 1e21, 1e22,
]

/// The powers of ten that 64 bits hold.
private let integerPowers: [UInt64] = [
  1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000,
  100_000_000, 1_000_000_000, 10_000_000_000, 100_000_000_000, 1_000_000_000_000,
  10_000_000_000_000, 100_000_000_000_000, 1_000_000_000_000_000, 10_000_000_000_000_000,
  100_000_000_000_000_000, 1_000_000_000_000_000_000, 10_000_000_000_000_000_000,
]

private let minus: UInt8 = 0x2D
private let plus: UInt8 = 0x2B
private let point: UInt8 = 0x2E
private let zero: UInt8 = 0x30
private let letterE: UInt8 = 0x65
