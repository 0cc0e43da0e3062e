import ChainRule

// Commands of LaTeX's mathematics mode, as the library writes them and as people do.

extension FormulaLexer {
  private static let commands: [String: FormulaToken.Kind] = [
    "cdot": .infix(.dot), "times": .infix(.multiply), "odot": .infix(.elementwiseMultiply),
    "circ": .infix(.elementwiseMultiply), "le": .infix(.lessOrEqual), "leq": .infix(.lessOrEqual),
    "ge": .infix(.greaterOrEqual), "geq": .infix(.greaterOrEqual), "ne": .infix(.notEqual),
    "neq": .infix(.notEqual),
    "lfloor": .open(.floor), "rfloor": .close(.floor), "lceil": .open(.ceiling), "rceil": .close(.ceiling),
    "infty": .number(.infinity), "ldots": .ellipsis, "dots": .ellipsis, "frac": .fraction, "tfrac": .fraction,
    "dfrac": .fraction, "|": .doubleBar, "Vert": .doubleBar, "lVert": .doubleBar, "rVert": .doubleBar,
    "vert": .bar, "lvert": .bar, "rvert": .bar, "top": .transposed, "{": .open(.curly), "}": .close(.curly),
  ]
  private static let silent: Set<String> = [
    ",", ";", "!", ":", " ", "quad", "qquad", "left", "right", "big", "Big", "bigl", "bigr", "Bigl", "Bigr",
    "displaystyle",
  ]
  private static let functions: Set<String> = [
    "exp", "log", "ln", "sin", "cos", "tan", "sinh", "cosh", "tanh", "arcsin", "arccos", "arctan", "max",
    "min", "det", "sqrt",
  ]
  private static let marks: [String: Character] = [
    "hat": "\u{302}", "bar": "\u{304}", "tilde": "\u{303}", "dot": "\u{307}", "widehat": "\u{302}",
    "overline": "\u{304}",
  ]
  private static let wrappers: Set<String> = [
    "mathrm", "operatorname", "text", "mathbf", "mathit", "boldsymbol", "mathcal",
  ]

  /// Reads what starts with a backslash.
  mutating func readCommand() throws(FormulaError) {
    let (name, end) = command(at: place)
    if name == "sum" {
      let (axes, end) = index(from: end)
      return take(.total(axes), end - place)
    }
    if Self.silent.contains(name) { return skip(end - place) }
    if let kind = Self.commands[name] {
      return readMagnitude(name) ? () : take(kind, end - place)
    }
    if Self.functions.contains(name), !(name == "log" && text[end...].starts(with: "\\Gamma")) {
      let (axes, end) = index(from: end)
      return take(.name(name, axes: axes), end - place)
    }
    if let (name, end) = try symbol(at: place) {
      let (index, after) = self.index(from: end)
      let kind: FormulaToken.Kind = name == "1" ? .ones : name == "0" ? .zeros : Self.indexed(name, index)
      return name == "where" || name == "by"
        ? take(.name(name, axes: []), end - place) : take(kind, after - place)
    }
    throw error("\\\(name) is no command of formulas", mend: "write the name of the function alone")
  }

  /// A name with LaTeX's index: axes of a function, small digits of a symbol.
  static func indexed(_ name: String, _ index: [Int]) -> FormulaToken.Kind {
    let isFunction = FormulaFunction.isFunction(name)
    let suffix = isFunction ? "" : index.map(Subscripts.text).joined(separator: ",")
    return isFunction || name.allSatisfy(isName) ? .name(name + suffix, axes: index) : .quoted(name + suffix)
  }

  /// `· 10^{-5}` behind a number, which belongs to it.
  private mutating func readMagnitude(_ name: String) -> Bool {
    let start = Array("\\cdot 10^{")
    guard name == "cdot", let last = tokens.last, case .number(let value) = last.kind,
      text[place...].starts(with: start)
    else {
      return false
    }
    let from = place + start.count
    guard let end = text[from...].prefix(8).firstIndex(of: "}"), let power = Int(String(text[from..<end])),
      let product = Double("\(value)e\(power)")
    else { return false }
    tokens.removeLast()
    place = last.start
    take(.number(product), end + 1 - last.start)
    return true
  }

  /// The letters behind a backslash, or the one sign.
  private func command(at place: Int) -> (name: String, end: Int) {
    let letters = text[(place + 1)...].prefix { $0.isASCII && $0.isLetter }
    let count = letters.isEmpty ? min(1, text.count - place - 1) : letters.count
    return (String(text[(place + 1)..<(place + 1 + count)]), place + 1 + count)
  }

  /// The numbers of `_{0,2}` or `_1` at a place, and the place behind.
  func index(from place: Int) -> (axes: [Int], end: Int) {
    guard text.indices.contains(place), text[place] == "_", text.indices.contains(place + 1) else {
      return ([], place)
    }
    if let digit = text[place + 1].wholeNumberValue { return ([digit], place + 2) }
    guard text[place + 1] == "{", let end = text[place...].prefix(60).firstIndex(of: "}") else {
      return ([], place)
    }
    let parts = String(text[(place + 2)..<end]).split(separator: ",").map { Int($0.filter { $0 != " " }) }
    return parts.contains { $0 == nil } ? ([], place) : (parts.compactMap { $0 }, end + 1)
  }

  /// The name that a letter, a command or a command with a group stands for.
  private func symbol(at place: Int) throws(FormulaError) -> (name: String, end: Int)? {
    let (name, end) = command(at: place)
    if let letter = LaTeXLetters.greek[name] {
      if name == "log" { return nil }
      let isSlope = text.indices.contains(end) && text[end] == "'" && name == "sigma"
      return isSlope ? ("σ′", end + 1) : (letter, end)
    }
    if name == "log", text[end...].starts(with: "\\Gamma") { return ("logΓ", end + 6) }
    guard text.indices.contains(end), text[end] == "{" else { return nil }
    if let mark = Self.marks[name] {
      guard text.indices.contains(end + 1) else { return nil }
      let inner = text[end + 1] == "\\" ? try symbol(at: end + 1) : (String(text[end + 1]), end + 2)
      guard let inner, text.indices.contains(inner.end), text[inner.end] == "}" else { return nil }
      return (inner.name + String(mark), inner.end + 1)
    }
    guard Self.wrappers.contains(name) else { return nil }
    let (word, after) = try word(from: end + 1)
    let isSlope = text.indices.contains(after) && text[after] == "'" && word == "cof"
    return isSlope ? ("cof′", after + 1) : (word.trimmed, after)
  }

  /// The text up to the closing brace, without what LaTeX needs before some characters.
  private func word(from start: Int) throws(FormulaError) -> (word: String, end: Int) {
    var (word, place) = ("", start)
    while text.indices.contains(place), text[place] != "}" {
      if text[place] != "\\" {
        word.append(text[place])
        place += 1
        continue
      }
      let (name, end) = command(at: place)
      word += ["backslash": "\\", "sim": "~", "hat": "^"][name] ?? LaTeXLetters.greek[name] ?? name
      place = end
      if ["backslash", "sim", "hat"].contains(name), text[place...].starts(with: "{}") { place += 2 }
    }
    guard place < text.count else {
      throw error("{ is not closed", mend: "put } behind the name", at: start - 1)
    }
    return (word, place + 1)
  }
}

extension String {
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}

/// Greek letters by their commands.
enum LaTeXLetters {
  static let greek: [String: String] = [
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "varepsilon": "ε", "zeta": "ζ",
    "eta": "η",
    "theta": "θ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "pi": "π",
    "rho": "ρ",
    "sigma": "σ", "tau": "τ", "upsilon": "υ", "phi": "φ", "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω",
    "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ", "Phi": "Φ",
    "Psi": "Ψ",
    "Omega": "Ω",
  ]
}
