internal import ChainRule

/// Numbers as decimal text, from their exact digits: nothing is rounded by the way it is written, and a tie goes to the
/// even digit.
///
/// ```swift
/// DecimalText.fixed(2.0 / 3, places: 4)       // 0.6667
/// DecimalText.scientific(0.00012345, digits: 2)  // 1.2e-4
/// DecimalText.typeset(1.5e-7, digits: 3)      // 1.5·10⁻⁷
/// ```
public enum DecimalText {
  package static let minus = "\u{2212}"

  /// The number with so many digits after the point; one that has no such digits in a double, as it is.
  ///
  /// ```swift
  /// DecimalText.fixed(0.125, places: 2)  // 0.12
  /// DecimalText.fixed(-0.001, places: 2)  // 0.00
  /// ```
  public static func fixed(_ value: Double, places: Int) -> String {
    if !value.isFinite { return word(for: value) }
    let places = max(places, 0)
    if value.magnitude.ulp >= 1 { return scientific(value, digits: 17) }
    let halves = DecimalDigits(exactly: value).rounded(toFractionDigits: places).positionalHalves
    let fraction = halves.right.padded(on: .trailing, to: places, with: "0")
    let text = halves.left + (places > 0 ? "." + fraction : "")
    // What is rounded to zero has no sign.
    return text.hasPrefix("-") && text.allSatisfy({ "-0.".contains($0) }) ? String(text.dropFirst()) : text
  }

  /// The number with so many significant digits, and a power of ten unless that is 1.
  public static func scientific(_ value: Double, digits: Int) -> String {
    if !value.isFinite { return word(for: value) }
    let number = DecimalDigits(exactly: value).rounded(toSignificantDigits: max(digits, 1))
    if number.digits.isEmpty { return "0" }
    let text = number.digits.map { "\($0)" }.joined().padded(on: .trailing, to: max(digits, 1), with: "0")
    let mantissa = text.prefix(1) + (text.count > 1 ? "." + text.dropFirst() : "")
    return (number.isNegative ? "-" : "") + mantissa + (number.exponent == 0 ? "" : "e\(number.exponent)")
  }

  /// The number with so many significant digits, without a power of ten unless it is far from 1.
  ///
  /// ```swift
  /// DecimalText.significant(1234.5678, digits: 3)  // 1235
  /// DecimalText.significant(12.345678, digits: 3)  // 12.3
  /// DecimalText.significant(0.00012345, digits: 3)  // 1.23e-4
  /// ```
  public static func significant(_ value: Double, digits: Int) -> String {
    if value == 0 { return "0" }
    guard value.magnitude >= 1e-3, value.magnitude < 1e6 else { return scientific(value, digits: digits) }
    let number = DecimalDigits(exactly: value).rounded(toSignificantDigits: max(digits, 1))
    return fixed(value, places: max(digits - 1 - number.exponent, 0))
  }

  private static func word(for value: Double) -> String {
    value.isNaN ? "nan" : value < 0 ? "-inf" : "inf"
  }

  /// The number rounded to so many significant digits as it is set in figures: with a true minus sign, and a power of ten
  /// where it is very large or small.
  ///
  /// ```swift
  /// DecimalText.typeset(-12.5, digits: 2)  // −12
  /// DecimalText.typeset(2.5e9, digits: 3)  // 2.5·10⁹
  /// ```
  public static func typeset(_ value: Double, digits significant: Int) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? minus + "∞" : "∞" }
    if value == 0 { return "0" }
    let shortest = DecimalDigits(shortestFor: value)
    let significant = max(significant, 1)
    let number =
      shortest.digits.count <= significant
      ? shortest : DecimalDigits(exactly: value).rounded(toSignificantDigits: significant)
    let kept = number.digits.reduce(0) { $0 * 10 + Int($1) }
    let signed = number.isNegative ? -kept : kept
    if (-5...max(significant, 6)).contains(number.exponent) {
      return plain(signed, exponent: number.point - number.digits.count)
    }
    return plain(signed, exponent: 1 - number.digits.count) + "·" + power(number.exponent)
  }

  /// `digits · 10^exponent` without an exponent: `(−25, −1)` is −2.5.
  package static func plain(_ digits: Int, exponent: Int, minus: String = minus) -> String {
    var text = "\(digits.magnitude)"
    if digits == 0 {
      text = "0" + (exponent < 0 ? "." + String(repeating: "0", count: -exponent) : "")
    } else if exponent >= 0 {
      text += String(repeating: "0", count: exponent)
    } else {
      text = String(repeating: "0", count: max(1 - exponent - text.count, 0)) + text
      text.insert(".", at: text.index(text.endIndex, offsetBy: exponent))
    }
    return digits < 0 ? minus + text : text
  }

  /// `digits · 10^exponent`, with a power of ten where it would be long: `(5, 20)` is 5·10²⁰.
  package static func short(_ digits: Int, exponent: Int) -> String {
    var (digits, exponent) = (digits, exponent)
    while digits != 0, digits % 10 == 0 { (digits, exponent) = (digits / 10, exponent + 1) }
    let text = plain(digits, exponent: exponent)
    if text.count <= 12 { return text }
    return plain(digits, exponent: 0) + "·" + power(exponent)
  }

  /// `10ⁿ`.
  package static func power(_ exponent: Int) -> String {
    "10"
      + "\(exponent)".map { character in
        switch character {
        case "-": "⁻"
        case "0": "⁰"
        case "1": "¹"
        case "2": "²"
        case "3": "³"
        case "4": "⁴"
        case "5": "⁵"
        case "6": "⁶"
        case "7": "⁷"
        case "8": "⁸"
        default: "⁹"
        }
      }.joined()
  }
}
