/// Which names are symbols, and how letters side by side are taken for several.
struct SymbolNames {
  /// Declared, given or named in the formula.
  private let known: Set<String>
  /// Those that stand by themselves somewhere in the formula.
  private let standing: Set<String>
  private let longest: Int

  /// What has a meaning of its own where no symbol is called so.
  static let reserved: Set<String> = ["N", "I", "NaN", "nan", "inf", "pi", "π", "new", "newaxis"]

  init(known: Set<String>, tokens: [FormulaToken]) {
    self.known = known
    longest = known.map(\.count).max() ?? 1
    standing = Set(
      tokens.indices.compactMap { index in
        guard case .name(let name, _) = tokens[index].kind, !known.contains(name) else { return nil }
        let isCalled = index + 1 < tokens.count && tokens[index + 1].kind == .open(.round)
        return isCalled ? nil : name
      })
  }

  func isSymbol(_ name: String) -> Bool { known.contains(name) }

  /// Whether it is a symbol where no bracket follows.
  func stands(_ name: String) -> Bool {
    known.contains(name) || standing.contains(name) || Self.reserved.contains(name)
  }

  /// The names that letters side by side stand for, and how many characters stand before each.
  func pieces(of name: String) -> [(name: String, offset: Int)] {
    if known.contains(name) || Self.reserved.contains(name) || name.count < 2 || name.count > 64 {
      return [(name, 0)]
    }
    return split(Array(name)) ?? [(name, 0)]
  }

  private func split(_ letters: [Character]) -> [(name: String, offset: Int)]? {
    var pieces: [(name: String, offset: Int)] = []
    var place = 0
    while place < letters.count {
      let lengths = (1...max(1, min(longest, letters.count - place))).reversed()
      guard let length = lengths.first(where: { isPiece(String(letters[place..<place + $0])) }) else {
        return initials(letters)
      }
      pieces.append((String(letters[place..<place + length]), place))
      place += length
    }
    return pieces
  }

  private func isPiece(_ name: String) -> Bool {
    known.contains(name) || name == "N" || name == "I" || name.allSatisfy { $0 == "𝟏" }
  }

  /// `Xw` and `AX`: a capital letter beside another letter is a matrix beside a factor, each perhaps with small digits.
  private func initials(_ letters: [Character]) -> [(name: String, offset: Int)]? {
    let starts = letters.indices.filter { !FormulaLexer.isSubscript(letters[$0]) }
    guard starts.count == 2, starts[0] == 0, letters[0].isUppercase, letters[starts[1]].isLetter else {
      return nil
    }
    return [(String(letters[..<starts[1]]), 0), (String(letters[starts[1]...]), starts[1])]
  }
}
