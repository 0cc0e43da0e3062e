// Numbers beside words: dates, times, units.
extension Disguise {
  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "mai", "okt", "dez",
    "mär",
  ]

  /// Dates and times of day: two or three whole numbers between the same marks, perhaps one after the other.
  static func calendar(_ text: String) -> Disguise? {
    let parts = text.split { $0 == " " || $0 == "T" || $0 == "t" || $0 == "," }.map(String.init)
    let kinds = parts.map { part in isDate(part) ? Disguise.date : isTime(part) ? .time : nil }
    if let first = kinds.first, first != nil, kinds.contains(.date) || kinds.allSatisfy({ $0 == .time }) {
      return kinds.contains(.date) ? .date : .time
    }
    if kinds.first == .time, ["am", "pm"].contains(parts.last?.lowercased() ?? "") { return .time }
    let words = text.lowercased().split { !$0.isLetter }
    let numbers = text.split { !$0.isNumber }
    let hasMonth = words.contains { word in months.contains { word.hasPrefix($0) } && word.count <= 9 }
    return hasMonth && words.count <= 2 && (1...3).contains(numbers.count) ? .date : nil
  }

  private static func isDate(_ text: String) -> Bool {
    for mark in ["-", "/", "."] as [Character] {
      let parts = text.split(separator: mark, omittingEmptySubsequences: false)
      guard
        parts.count == 3 || (parts.count == 2 && mark == "-" && parts[0].count == 4 && parts[1].count == 2),
        parts.allSatisfy({ (1...4).contains($0.count) && $0.allSatisfy { $0.isASCII && $0.isNumber } })
      else { continue }
      let years = parts.count { $0.count == 4 }
      if years <= 1, years == 1 || parts.allSatisfy({ $0.count <= 2 }), parts.allSatisfy({ $0.count != 3 }) {
        return true
      }
    }
    return false
  }

  private static func isTime(_ text: String) -> Bool {
    var plain = text
    if let zone = plain.lastIndex(where: { "zZ+".contains($0) }), zone > plain.startIndex {
      plain = String(plain[..<zone])
    }
    let parts = plain.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count) else { return false }
    return parts.enumerated().allSatisfy { place, part in
      let whole = part.prefix { $0.isASCII && $0.isNumber }
      let rest = part[whole.endIndex...]
      return (1...2).contains(whole.count)
        && (rest.isEmpty || (place == 2 && rest.first.map { ".,".contains($0) } == true))
    }
  }

  /// A number and then letters or signs of a unit.
  static func unit(_ text: String) -> Disguise? {
    guard let end = text.lastIndex(where: \.isNumber), let first = text.first,
      first.isNumber || "+-.−".contains(first)
    else { return nil }
    let number = text[...end]
    let rest = text[text.index(after: end)...]
    let unit = String(rest.drop { $0 == " " })
    guard !unit.isEmpty, unit.count <= 12, unit.allSatisfy({ $0.isLetter || "°µ/²³ %".contains($0) }) else {
      return nil
    }
    let plain = String(number)
    return isNumber(plain) || Disguise(plain) != nil ? .unit(unit) : nil
  }
}
