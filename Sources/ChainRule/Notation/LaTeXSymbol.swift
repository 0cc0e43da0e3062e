/// The names of tensors as LaTeX: accents, Greek letters, subscripts, and words set upright.
enum LaTeXSymbol {
  /// LaTeX for `name`; every character that LaTeX would interpret is escaped.
  static func text(for name: String) -> String {
    let (stem, index) = Subscripts.split(name)
    let body: String
    if let only = stem.first, stem.count == 1 {
      body = letter(only)
    } else {
      body = "\\mathrm{\(stem.map(escaped).joined())}"
    }
    return index.isEmpty ? body : "\(body)_{\(index)}"
  }

  /// LaTeX for the name of a function, upright.
  static func function(_ name: String) -> String {
    switch name {
    case "exp", "log", "sin", "cos", "tan", "sinh", "cosh", "tanh", "arcsin", "arccos", "arctan", "max",
      "min", "det":
      "\\\(name)"
    case "σ′": "\\sigma'"
    case "cof′": "\\operatorname{cof}'"
    case "logΓ": "\\log\\Gamma"
    case let name where name.first.map { greek[$0] != nil } ?? false: text(for: name)
    default: "\\operatorname{\(name.split(separator: " ").joined(separator: "\\ "))}"
    }
  }

  /// LaTeX for what an operation says of itself: words upright, single letters as symbols, and nothing taken for a command.
  ///
  /// Text with a backslash is LaTeX already.
  static func words(_ text: String) -> String {
    if text.contains("\\") { return text }
    var result = ""
    var rest = text[...]
    while let first = rest.first {
      let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
      if word.isEmpty || first.isNumber {
        result += escaped(first)
        rest.removeFirst()
      } else {
        result += word.count == 1 ? letter(first) : "\\operatorname{\(word.map(escaped).joined())}"
        rest = rest.dropFirst(word.count)
      }
    }
    return result
  }

  /// A single letter.
  private static func letter(_ character: Character) -> String {
    if let name = greek[character] { return "\\\(name)" }
    guard let (base, command) = marked(character) else { return escaped(character) }
    return "\\\(command){\(greek[base].map { "\\\($0)" } ?? String(base))}"
  }

  /// A letter without the mark above it, and LaTeX's command for the mark; nil where there is none.
  ///
  /// Characters compare by canonical equivalence, so a composed ŷ is found as y with a hat.
  static func marked(_ character: Character) -> (base: Character, command: String)? {
    // Comparing with every letter under every mark takes longer than all else that a formula needs.
    if character.isASCII || greek[character] != nil { return nil }
    for (mark, command) in marks {
      for base in plainLetters where character == Character("\(base)\(mark)") { return (base, command) }
    }
    return nil
  }

  private static func escaped(_ character: Character) -> String {
    switch character {
    case "\\": "\\backslash{}"
    case "{", "}", "_", "%", "&", "#", "$": "\\\(character)"
    case "^": "\\hat{}"
    case "~": "\\sim{}"
    case " ": "\\ "
    case "∂": "\\partial "
    default: String(character)
    }
  }

  private static let marks: [(Character, String)] = [
    ("\u{302}", "hat"), ("\u{304}", "bar"), ("\u{303}", "tilde"), ("\u{307}", "dot"),
  ]
  private static let plainLetters: [Character] =
    Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") + Array(greek.keys)
  private static let greek: [Character: String] = [
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "ζ": "zeta", "η": "eta",
    "θ": "theta", "ι": "iota", "κ": "kappa", "λ": "lambda", "μ": "mu", "ν": "nu", "ξ": "xi", "π": "pi",
    "ρ": "rho", "σ": "sigma", "τ": "tau", "υ": "upsilon", "φ": "phi", "χ": "chi", "ψ": "psi",
    "ω": "omega", "Γ": "Gamma", "Δ": "Delta", "Θ": "Theta", "Λ": "Lambda", "Ξ": "Xi", "Π": "Pi",
    "Σ": "Sigma", "Φ": "Phi", "Ψ": "Psi", "Ω": "Omega",
  ]
}
