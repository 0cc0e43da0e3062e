// What an operation from outside says of itself, taken to pieces.

extension Notation {
  /// What `compose` makes of the texts of `operands`.
  ///
  /// It is asked once, with a character in place of each operand that no text has. So operands get parentheses where the
  /// text around them needs such, and any printer can set them.
  package static func composed(of operands: [Notation], by compose: ([String]) -> String) -> Notation {
    let stands = operands.indices.map { Character(Unicode.Scalar(UInt16(0xE000 + $0 % 0x1000)) ?? " ") }
    let text = Array(compose(stands.map { String($0) }))
    var pieces: [Piece<Subject>] = []
    var words = ""
    for (index, character) in text.enumerated() {
      guard let operand = stands.firstIndex(of: character) else {
        words.append(character)
        continue
      }
      if !words.isEmpty { pieces.append(.text(words)) }
      words = ""
      let isDelimited = opens(text[..<index]) && closes(text[(index + 1)...])
      pieces.append(.operand(operands[operand], isDelimited: isDelimited))
    }
    if !words.isEmpty { pieces.append(.text(words)) }
    return .composed(pieces, precedence(of: text))
  }

  /// Whether text before an operand ends in a bracket or a comma.
  private static func opens(_ text: ArraySlice<Character>) -> Bool {
    text.last { $0 != " " }.map { "([{,|‖".contains($0) } ?? false
  }

  /// Whether text behind an operand starts with a bracket or a comma.
  private static func closes(_ text: ArraySlice<Character>) -> Bool {
    text.first { $0 != " " }.map { ")]},|‖".contains($0) } ?? false
  }

  /// Text of one piece, or in brackets, binds tightly; what has more beside brackets is put into parentheses.
  private static func precedence(of text: [Character]) -> Precedence {
    var depth = 0
    for character in text {
      if "([{".contains(character) { depth += 1 }
      if ")]}".contains(character) { depth -= 1 }
      let isStand = character.unicodeScalars.first.map { 0xE000...0xEFFF ~= $0.value } ?? false
      let isPart = character.isLetter || character.isNumber || "_′'([{)]}".contains(character) || isStand
      if depth == 0 && !isPart { return .comparison }
    }
    return .atom
  }
}
