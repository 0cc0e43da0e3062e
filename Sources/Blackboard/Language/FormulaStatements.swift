import ChainRule

/// A text in statements: `let r = y - X*w; mean(r^2)`, or `t₁ + t₂, where t₁ = …`.
enum FormulaStatements {
  /// The statements in the order in which they are recorded, and the names of symbols that they do not explain.
  static func read(
    _ text: [Character], knowing known: Set<String>
  ) throws(FormulaError) -> (statements: [FormulaSyntax.Statement], symbols: Set<String>) {
    let tokens = try FormulaLexer.tokens(of: text, knowing: known)
    let ranges = try ranges(of: tokens, text)
    let own = Set(ranges.compactMap(\.name))
    let names = SymbolNames(known: known.union(own), tokens: tokens)
    var statements: [FormulaSyntax.Statement] = []
    var symbols: Set<String> = []
    var told: Set<String> = []
    for range in ranges {
      var parser = FormulaParser(tokens[range.tokens], of: text, names: names)
      let statement = FormulaSyntax.Statement(
        name: range.name, start: range.start, pieces: try parser.parse())
      let isEuler = isPower("e", in: statement.pieces)
      for piece in statement.pieces {
        if case .name("e") = piece.kind, isEuler, !known.contains("e"), !own.contains("e") { continue }
        guard case .name(let name) = piece.kind, known.contains(name) || !SymbolNames.reserved.contains(name)
        else { continue }
        if own.contains(name), !told.contains(name), !known.contains(name) {
          throw FormulaError(
            at: piece.start, of: text, "\(name) stands before what it is",
            mend: "put let \(name) = … before it")
        }
        if !told.contains(name) { symbols.insert(name) }
      }
      if let name = range.name { told.insert(name) }
      statements.append(statement)
    }
    return (statements, symbols)
  }

  /// Whether a name stands nowhere but below an exponent: `e^x`.
  private static func isPower(_ name: String, in pieces: [FormulaSyntax.Piece]) -> Bool {
    let bases = Set(pieces.compactMap { $0.kind == .infix(.power) ? $0.parts[0] : nil })
    return pieces.indices.allSatisfy { pieces[$0].kind != .name(name) || bases.contains($0) }
  }

  private struct Part {
    let name: String?
    let start: Int
    let tokens: Range<Int>
  }

  /// Where each statement lies; definitions behind `where` come before what they explain.
  private static func ranges(of tokens: [FormulaToken], _ text: [Character]) throws(FormulaError) -> [Part] {
    var (parts, last) = ([Part](), [Part]())
    var start = 0
    var depth = 0
    var isBehindWhere = false
    for index in 0...tokens.count {
      let kind = index < tokens.count ? tokens[index].kind : .semicolon
      if case .open = kind { depth += 1 }
      if case .close = kind { depth -= 1 }
      let isEnd = index == tokens.count
      let isWhere =
        depth <= 0 && kind == .comma && index + 1 < tokens.count && isWord(tokens[index + 1], "where")
      let separates =
        isEnd || isWhere
        || (depth <= 0
          && (kind == .semicolon || (isBehindWhere && kind == .comma && isDefinition(tokens, index + 1))))
      guard separates else { continue }
      if start < index || isEnd && parts.isEmpty && last.isEmpty {
        let part = try part(tokens, start..<index, isDefined: isBehindWhere, text)
        if part.name == nil { last.append(part) } else { parts.append(part) }
      }
      start = index + (isWhere ? 2 : 1)
      if isWhere { isBehindWhere = true }
    }
    guard let formula = last.first else {
      throw FormulaError(
        at: text.count, of: text, "no formula follows the names", mend: "write one behind the last ;")
    }
    if last.count > 1 {
      throw FormulaError(
        at: last[1].start, of: text, "there are two formulas",
        mend: "name the first with let, or leave one out")
    }
    return parts + [formula]
  }

  private static func isWord(_ token: FormulaToken, _ word: String) -> Bool {
    if case .name(word, _) = token.kind { true } else { false }
  }

  private static func name(of token: FormulaToken) -> String? {
    switch token.kind {
    case .name(let name, _), .quoted(let name): name
    default: nil
    }
  }

  /// Whether `name =` stands at a place.
  private static func isDefinition(_ tokens: [FormulaToken], _ index: Int) -> Bool {
    index + 1 < tokens.count && name(of: tokens[index]) != nil && tokens[index + 1].kind == .equals
  }

  private static func part(
    _ tokens: [FormulaToken], _ range: Range<Int>, isDefined: Bool, _ text: [Character]
  ) throws(FormulaError) -> Part {
    let start = range.isEmpty ? text.count : tokens[range.lowerBound].start
    let hasLet = !range.isEmpty && isWord(tokens[range.lowerBound], "let")
    let first = range.lowerBound + (hasLet ? 1 : 0)
    guard first < range.upperBound, isDefinition(tokens, first), let name = name(of: tokens[first]) else {
      if hasLet {
        throw FormulaError(
          at: start, of: text, "let is followed by a name and =", mend: "write let r = y - X*w;")
      }
      return Part(name: nil, start: start, tokens: range)
    }
    return Part(name: name, start: start, tokens: (first + 2)..<range.upperBound)
  }
}
