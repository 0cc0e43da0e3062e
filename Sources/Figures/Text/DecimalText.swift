/// Decimal numbers as text, from their digits: nothing is rounded by the way it is written.
package enum DecimalText {
  package static let minus = "\u{2212}"

  /// `digits · 10^exponent` without an exponent: `(−25, −1)` is −2.5.
  package static func plain(_ digits: Int, exponent: Int) -> String {
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

  /// A number rounded to so many significant digits, with a power of ten where it is very large or small.
  package static func rounded(_ value: Double, significant: Int) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? minus + "∞" : "∞" }
    if value == 0 { return "0" }
    // The shortest decimal that reads back as the number, in digits and an exponent.
    let parts = value.magnitude.description.split(separator: "e")
    var exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    let halves = parts[0].split(separator: ".")
    var digits = halves[0] + (halves.count > 1 && halves[1] != "0" ? halves[1] : "")
    if halves.count > 1, halves[1] != "0" { exponent -= halves[1].count }
    digits = digits.drop { $0 == "0" }
    let excess = digits.count - max(significant, 1)
    var kept = Int(digits.prefix(max(significant, 1))) ?? 0
    if excess > 0 {
      if let next = digits.dropFirst(significant).first, next >= "5" { kept += 1 }
      exponent += excess
    }
    while kept % 10 == 0 { (kept, exponent) = (kept / 10, exponent + 1) }
    let leading = exponent + "\(kept)".count - 1
    let sign = value < 0 ? minus : ""
    if (-5...max(significant, 6)).contains(leading) { return sign + plain(kept, exponent: exponent) }
    return sign + plain(kept, exponent: 1 - "\(kept)".count) + "·" + power(leading)
  }
}
