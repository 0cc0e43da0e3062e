import ChainRule

/// Takes a formula to pieces, in Unicode, as it is typed on a keyboard, or in LaTeX.
struct FormulaLexer {
  let text: [Character]
  /// The names with signs or spaces in them that symbols are known by, the longest first.
  private let phrases: [[Character]]
  var place = 0
  var tokens: [FormulaToken] = []
  private var isSpaced = false

  init(_ text: [Character], knowing names: some Sequence<String> = []) {
    self.text = text
    phrases =
      (names.filter { !Self.isOneWord($0) }.map { Array($0) } + FormulaFunction.phrases.map { Array($0) })
      .sorted { ($0.count, String($0)) > ($1.count, String($1)) }
  }

  static func tokens(of text: [Character], knowing names: some Sequence<String>) throws(FormulaError)
    -> [FormulaToken]
  {
    var lexer = FormulaLexer(text, knowing: names)
    while lexer.place < text.count { try lexer.readOne() }
    return lexer.tokens
  }

  func error(_ problem: String, mend: String = "", at place: Int? = nil) -> FormulaError {
    FormulaError(at: place ?? self.place, of: text, problem, mend: mend)
  }

  subscript(ahead offset: Int) -> Character? {
    text.indices.contains(place + offset) ? text[place + offset] : nil
  }

  /// Takes a token of `count` characters.
  mutating func take(_ kind: FormulaToken.Kind, _ count: Int) {
    tokens.append(FormulaToken(kind: kind, start: place, end: place + count, isSpaced: isSpaced))
    place += count
    isSpaced = false
  }

  /// Goes past what means nothing.
  mutating func skip(_ count: Int) {
    place += count
    isSpaced = true
  }

  private mutating func readOne() throws(FormulaError) {
    let character = text[place]
    if character.isWhitespace { return skip(1) }
    if takePhrase() { return }
    if character == "n", text[place...].starts(with: "np.") { return skip(3) }
    if character == "\\" { return try readCommand() }
    if character.isWholeNumber && character.isASCII || (character == "." && isDigit(self[ahead: 1])) {
      return try readNumber()
    }
    if try readSign() { return }
    if Self.isName(character) { return readName() }
    throw error("“\(character)” is no sign of formulas", mend: "signs are + - * / ^ ' .* ./ .^ @ ( ) [ ]")
  }

  private func isDigit(_ character: Character?) -> Bool {
    character.map { $0.isASCII && $0.isWholeNumber } ?? false
  }

  /// A name of several words that is known.
  private mutating func takePhrase() -> Bool {
    for phrase in phrases where phrase.first == text[place] && text[place...].starts(with: phrase) {
      let next = self[ahead: phrase.count]
      let isWord = phrase.last.map(Self.isName) ?? false
      if isWord, let next, Self.isName(next), !Self.isSubscript(next) { continue }
      let name = String(phrase)
      if FormulaFunction.phrases.contains(name) {
        let (axes, count) = subscripts(from: phrase.count)
        take(.name(name, axes: axes), count)
      } else {
        take(.quoted(name), phrase.count)
      }
      return true
    }
    return false
  }

  private mutating func readNumber() throws(FormulaError) {
    var count = 0
    func digits() { while isDigit(self[ahead: count]) { count += 1 } }
    digits()
    if self[ahead: count] == ".", isDigit(self[ahead: count + 1]) {
      count += 1
      digits()
    }
    if self[ahead: count] == "e" || self[ahead: count] == "E" {
      let isSigned = self[ahead: count + 1].map { "+-−".contains($0) } ?? false
      if isDigit(self[ahead: count + (isSigned ? 2 : 1)]) {
        count += isSigned ? 2 : 1
        digits()
      }
    }
    let digits = String(text[place..<place + count]).replacing("−", with: "-")
    guard let value = Double(digits) else { throw error("\(digits) is no number") }
    take(.number(value), count)
  }

  private mutating func readName() {
    var count = 0
    while let next = self[ahead: count], Self.isName(next),
      count == 0 || next != "_" || self[ahead: count + 1] != "{"
    {
      count += 1
    }
    let word = String(text[place..<place + count])
    // LaTeX's index is that of small digits.
    let (index, end) = self.index(from: place + count)
    if !index.isEmpty { return take(Self.indexed(word, index), end - place) }
    // Small digits belong to the name; a function takes them for axes, of which there may be several.
    let stem = String(word.reversed().drop { Self.isSubscript($0) }.reversed())
    let (axes, length) = subscripts(from: stem.count)
    let isCall = self[ahead: length] == "(" && FormulaFunction.isFunction(stem)
    take(.name(word, axes: axes), isCall ? length : count)
  }

  /// The numbers that small digits tell from an offset on, and the offset behind them: `₀,₂` are 0 and 2.
  func subscripts(from offset: Int) -> (axes: [Int], end: Int) {
    var (axes, end) = ([Int](), offset)
    var number: Int?
    while let character = self[ahead: end] {
      if let digit = Subscripts.digits.firstIndex(of: character) {
        number = min((number ?? 0) * 10 + digit, 1_000_000)
      } else if character == ",", number != nil, let next = self[ahead: end + 1], Self.isSubscript(next) {
        number.map { axes.append($0) }
        number = nil
      } else {
        break
      }
      end += 1
    }
    number.map { axes.append($0) }
    return (axes, end)
  }

  static func isSubscript(_ character: Character) -> Bool { Subscripts.digits.contains(character) }

  static let superscripts: [Character: Character] = [
    "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8", "⁹": "9",
    "⁻": "-",
  ]

  /// Whether a name can hold it.
  static func isName(_ character: Character) -> Bool {
    if character == "_" || character == "′" { return true }
    if "ᵀΣ𝟏𝟎∞√".contains(character) || superscripts[character] != nil { return false }
    return character.isLetter || character.isNumber
  }

  static func isOneWord(_ name: String) -> Bool { name.allSatisfy(isName) && name.first?.isNumber == false }
}
