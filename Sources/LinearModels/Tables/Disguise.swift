/// What keeps a text that is a number to its writer from being one to a reader of decimal digits.
///
/// A column of such texts would become one feature for each of them, which explains any target in silence.
enum Disguise: Hashable {
  case comma, grouping, percent, currency, brackets, sign, bound, spaces, digits, fraction, hexadecimal,
    power, mark
  case date, time
  /// A unit behind the number, the same in all texts of a column.
  case unit(String)

  /// What the text is, in words.
  var name: String {
    switch self {
    case .comma: "a number with a comma"
    case .grouping: "a number with its digits in groups"
    case .percent: "a percentage"
    case .currency: "an amount of money"
    case .brackets: "a number in brackets"
    case .sign: "a number with a sign that is no ASCII minus in front"
    case .bound: "a number with a relation in front"
    case .spaces: "a number with characters that are not seen"
    case .digits: "a number in digits other than 0 to 9"
    case .fraction: "a fraction"
    case .hexadecimal: "a hexadecimal number"
    case .power: "a number with a power of ten in another form than 1e5"
    case .mark: "a number with a mark in front"
    case .date: "a date"
    case .time: "a time of day"
    case .unit(let unit): "a number with the unit \(unit)"
    }
  }

  /// What to write in its place.
  var mend: String {
    switch self {
    case .date, .time: "write it as a number, such as days or seconds from a start"
    case .fraction: "write it as one number, or as two columns"
    default: "write it as plain digits with a decimal point"
    }
  }

  /// The disguise of a text; nil for plain numbers and for words.
  init?(_ text: String) {
    let seen = text.unicodeScalars.filter { !Self.isUnseen($0) }
    var plain = String(String.UnicodeScalarView(seen))
    if Self.isNumber(plain) {
      if Self.isNumber(text) { return nil }
      self = .spaces
      return
    }
    plain = Self.trimmed(plain)
    guard plain.contains(where: \.isNumber), plain.count <= 60 else { return nil }
    if let found = Self.calendar(plain) ?? Self.dressed(plain) ?? Self.unit(plain) {
      self = found
    } else {
      return nil
    }
  }

  /// Whether a reader of CSV takes the text for a number.
  static func isNumber(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return CSVNumber(bytes, 0, bytes.count) != .text
  }

  /// Spaces that are not ASCII, joiners and direction marks.
  private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return false }
    switch scalar.properties.generalCategory {
    case .spaceSeparator, .format, .control, .lineSeparator, .paragraphSeparator, .nonspacingMark: return true
    default: return false
    }
  }

  private static func trimmed(_ text: String) -> String {
    String(text.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }

  /// Numbers with something before or behind them, which is taken off piece by piece.
  private static func dressed(_ text: String) -> Disguise? {
    var (rest, outermost) = (text, Disguise?.none)
    while !isNumber(rest) {
      guard let (disguise, inner) = undressed(rest) else { return spelled(rest).map { outermost ?? $0 } }
      outermost = outermost ?? disguise
      rest = trimmed(inner)
    }
    return outermost ?? .sign
  }

  /// The text without its outermost piece, and what that makes of a number; nil for an ASCII sign in front.
  private static func undressed(_ text: String) -> (Disguise?, String)? {
    guard let first = text.first, let last = text.last, text.count > 1 else { return nil }
    let (front, back) = (String(text.dropLast()), String(text.dropFirst()))
    if "%‰".contains(last) { return (.percent, front) }
    if currencies.contains(last) { return (.currency, front) }
    if currencies.contains(first) { return (.currency, back) }
    let upper = text.uppercased()
    if let code = codes.first(where: upper.hasPrefix) {
      return (.currency, String(text.dropFirst(code.count)))
    }
    if let code = codes.first(where: upper.hasSuffix) {
      return (.currency, String(text.dropLast(code.count)))
    }
    if first == "(", last == ")" { return (.brackets, String(back.dropLast())) }
    if "−–—‐‑﹣－".contains(first) { return (.sign, back) }
    if "-−+".contains(last) { return (.sign, front) }
    if "<>≤≥~≈±=".contains(first) { return (.bound, back) }
    if "'’\"#".contains(first) { return (.mark, back) }
    return "-+".contains(first) ? (nil, back) : nil
  }

  private static let currencies: Set<Character> = [
    "$", "€", "£", "¥", "₹", "₽", "₩", "₺", "₪", "¢", "฿", "₴", "₫",
  ]
  private static let codes = [
    "USD", "EUR", "GBP", "CHF", "JPY", "CNY", "RMB", "INR", "SEK", "NOK", "DKK", "RUB", "R$", "KR",
  ]

  private static func isForeignDigit(_ character: Character) -> Bool {
    !character.isASCII && character.wholeNumberValue != nil
  }

  /// Digits in another spelling than that of a decimal number.
  private static func spelled(_ text: String) -> Disguise? {
    if text.contains(where: isForeignDigit) {
      // A character such as ⑫ stands for more than one digit.
      let ascii = text.map { character in
        character.wholeNumberValue.map { "\($0)" } ?? (character == "٫" ? "." : "\(character)")
      }.joined()
      return isNumber(ascii) || spelled(ascii) != nil ? .digits : nil
    }
    let lower = text.lowercased()
    if lower.hasPrefix("0x"), lower.count > 2, lower.dropFirst(2).allSatisfy(\.isHexDigit) {
      return .hexadecimal
    }
    for times in ["x10^", "×10^", "·10^", "*10^", "x10", "×10", "·10", "*10", "d", " e", "e "] {
      let parts = lower.filter { $0 != " " || times.contains(" ") }.components(by: times)
      if parts.count == 2, isNumber(parts[0]), isNumber(parts[1]) { return .power }
    }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    if parts.count == 2, parts.allSatisfy({ isNumber(String($0)) }) { return .fraction }
    return grouped(text)
  }

  /// Digits with commas, or in groups.
  private static func grouped(_ text: String) -> Disguise? {
    let mantissa = text.prefix { $0 != "e" && $0 != "E" }
    guard text.count == mantissa.count || isNumber("1" + text[mantissa.endIndex...]) else { return nil }
    guard mantissa.allSatisfy({ ($0.isASCII && $0.isNumber) || ",.'’ _".contains($0) }) else { return nil }
    let separators = mantissa.filter { !$0.isNumber }
    if separators == "," { return .comma }
    // An address or the number of a version has points too, but not before groups of three.
    let groups = mantissa.split(omittingEmptySubsequences: false) { !$0.isNumber }
    let inner = groups.dropFirst().dropLast(separators.last.map { ",.".contains($0) } == true ? 1 : 0)
    guard !separators.isEmpty, groups[0].count <= 3, inner.allSatisfy({ $0.count == 3 || $0.count == 2 })
    else {
      return nil
    }
    return Set(separators).count == 1 && separators.first == "."
      && groups.dropFirst().contains { $0.count != 3 }
      ? nil : .grouping
  }
}

extension String {
  fileprivate func components(by separator: String) -> [String] {
    guard let range = firstRange(of: separator) else { return [self] }
    return [String(self[..<range.lowerBound]), String(self[range.upperBound...])]
  }
}
