// Signs of one character or several.

extension FormulaLexer {
  private static let signs: [(text: String, kind: FormulaToken.Kind)] = [
    (".*", .infix(.elementwiseMultiply)), ("./", .infix(.divide)), (".^", .infix(.elementwisePower)),
    (".'", .transposed), ("**", .infix(.elementwisePower)), ("<=", .infix(.lessOrEqual)),
    (">=", .infix(.greaterOrEqual)), ("==", .infix(.equal)), ("!=", .infix(.notEqual)),
    ("~=", .infix(.notEqual)),
    (".<", .infix(.less)), (".>", .infix(.greater)), ("||", .doubleBar), ("...", .ellipsis),
    ("⁻ᵀ", .inverseTransposed),
    ("+", .infix(.add)), ("-", .infix(.subtract)), ("−", .infix(.subtract)), ("–", .infix(.subtract)),
    ("*", .infix(.multiply)), ("·", .infix(.dot)), ("⋅", .infix(.dot)), ("×", .infix(.multiply)),
    ("⊙", .infix(.elementwiseMultiply)), ("∘", .infix(.elementwiseMultiply)), ("/", .infix(.divide)),
    ("÷", .infix(.divide)), ("@", .infix(.matrixMultiply)), ("•", .infix(.matrixMultiply)),
    ("^", .infix(.power)), ("<", .infix(.less)), ("≤", .infix(.lessOrEqual)), (">", .infix(.greater)),
    ("≥", .infix(.greaterOrEqual)), ("≠", .infix(.notEqual)), ("=", .equals), ("'", .transposed),
    ("’", .transposed),
    ("ᵀ", .transposed), ("√", .root), ("(", .open(.round)), (")", .close(.round)), ("[", .open(.square)),
    ("]", .close(.square)), ("{", .open(.curly)), ("}", .close(.curly)), ("⌊", .open(.floor)),
    ("⌋", .close(.floor)),
    ("⌈", .open(.ceiling)), ("⌉", .close(.ceiling)), ("|", .bar), ("‖", .doubleBar), (",", .comma),
    (";", .semicolon),
    (":", .colon), ("…", .ellipsis), ("𝟏", .ones), ("𝟎", .zeros), ("∞", .number(.infinity)),
  ]

  /// The signs by their first characters.
  private static let byFirst: [Character: [(text: [Character], kind: FormulaToken.Kind)]] = Dictionary(
    grouping: signs.map { (Array($0.text), $0.kind) }, by: { $0.0[0] })

  /// Reads a sign; false if there is none.
  mutating func readSign() throws(FormulaError) -> Bool {
    let character = text[place]
    switch character {
    case "“", "\"":
      try readQuoted()
      return true
    case "Σ", "∑":
      let (axes, end) = subscripts(from: 1)
      take(.total(axes), end)
      return true
    case "^":
      if readRaised() { return true }
    case "∘":
      if let (exponent, end) = superscript(from: 1) {
        take(.exponent(exponent, isElementwise: true), end)
        return true
      }
      if self[ahead: 1] == "^" {
        take(.infix(.elementwisePower), 2)
        return true
      }
    case ".":
      if self[ahead: 1] == "T", self[ahead: 2].map({ !Self.isName($0) }) ?? true {
        take(.transposed, 2)
        return true
      }
      // NumPy's X.T.dot(r).
      if text[place...].starts(with: ".dot(") {
        take(.infix(.matrixMultiply), 4)
        return true
      }
    case "_":
      if let last = tokens.last, last.end == place, case .close(.curly) = last.kind {
        take(.below, 1)
        return true
      }
    default: break
    }
    if let sign = Self.byFirst[character]?.first(where: { text[place...].starts(with: $0.text) }) {
      take(sign.kind, sign.text.count)
      return true
    }
    guard let (exponent, end) = superscript(from: 0) else { return false }
    take(.exponent(exponent, isElementwise: false), end)
    return true
  }

  /// A whole number in small digits above the line.
  private func superscript(from offset: Int) -> (exponent: Int, end: Int)? {
    var (digits, end) = ("", offset)
    while digits.count < 6, let digit = self[ahead: end].flatMap({ Self.superscripts[$0] }),
      digit != "-" || digits.isEmpty
    {
      digits.append(digit)
      end += 1
    }
    return Int(digits).map { ($0, end) }
  }

  private mutating func readQuoted() throws(FormulaError) {
    let closing: Character = text[place] == "“" ? "”" : "\""
    guard let end = text[(place + 1)...].firstIndex(of: closing), end > place + 1 else {
      throw error("\(text[place]) is not closed", mend: "put \(closing) behind the name")
    }
    take(.quoted(String(text[(place + 1)..<end])), end + 1 - place)
  }

  /// What `^` does not raise to a power: `^T`, `^{\top}`, `^{-\top}`, `^{\circ 2}`.
  private mutating func readRaised() -> Bool {
    let marks: [(String, FormulaToken.Kind)] = [
      ("^{\\top}", .transposed), ("^\\top", .transposed), ("^{T}", .transposed),
      ("^{-\\top}", .inverseTransposed),
      ("^{-T}", .inverseTransposed),
    ]
    for (mark, kind) in marks where text[place...].starts(with: mark) {
      take(kind, mark.count)
      return true
    }
    if text[place...].starts(with: "^{\\circ") {
      take(.infix(.elementwisePower), 1)
      take(.open(.curly), 6)
      return true
    }
    if text[place...].starts(with: "^T"), self[ahead: 2].map({ !Self.isName($0) }) ?? true {
      take(.transposed, 2)
      return true
    }
    return false
  }
}
