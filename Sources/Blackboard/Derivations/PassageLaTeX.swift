import ChainRule

/// Sets passages as a fragment of LaTeX that any document with the package amsmath can hold.
enum PassageLaTeX {
  private static let printer = LaTeXPrinter()

  static func text(of passages: [Passage]) -> String { passages.map(text).joined(separator: "\n\n") + "\n" }

  private static func text(of passage: Passage) -> String {
    switch passage {
    case .heading(let phrases): "\\section*{\(text(of: phrases))}"
    case .step(let number, let phrases):
      "\\paragraph{\(number).} \(PassageText.capitalized(text(of: phrases)))."
    case .sentence(let phrases): text(of: phrases)
    case .equations(let equations): "\\begin{align*}\n\(rows(of: equations))\n\\end{align*}"
    case .list(let items):
      "\\begin{itemize}\n\(items.map { "\\item " + text(of: $0) }.joined(separator: "\n"))\n\\end{itemize}"
    }
  }

  private static func text(of phrases: [Phrase]) -> String { text(of: phrases) { escaped($0) } }

  /// Phrases with formulas between dollar signs, and words as `escaped` sets them.
  static func text(of phrases: [Phrase], escaped: (String) -> String) -> String {
    phrases.map { phrase in
      switch phrase {
      case .words(let text): escaped(text)
      case .formula(let notation): "$\(printer.text(of: notation))$"
      case .equation(let sides): "$\(printer.equation(sides.map { printer.text(of: $0) }))$"
      }
    }.joined()
  }

  /// Equations below each other, aligned at their first signs of equality.
  static func rows(of equations: [Equation]) -> String {
    equations.map { equation in
      let sides =
        equation.sides.map { printer.text(of: $0) } + (equation.element.map { [$0.latex] } ?? [])
      let first = sides[0] + " &" + (sides.count > 1 ? "= " + printer.equation(Array(sides.dropFirst())) : "")
      let definitions = equation.definitions.map {
        printer.equation([printer.text(of: $0.name), printer.text(of: $0.value)])
      }
      let whole = definitions.isEmpty ? "" : printer.whereWord + definitions.joined(separator: ",\\; ")
      let shape = equation.shape.flatMap {
        $0.isScalar ? nil : " && [\(escaped($0.description.dropFirst().dropLast()))]"
      }
      return "  " + first + whole + (shape ?? "")
    }.joined(separator: " \\\\\n")
  }

  /// Words with what LaTeX would interpret escaped, and the signs of rules as mathematics.
  private static func escaped(_ text: some StringProtocol) -> String {
    var result = ""
    for character in text {
      if let sign = signs[character] {
        result += "$\(sign)$"
      } else {
        result += specials[character] ?? String(character)
      }
    }
    return result
  }

  private static let specials: [Character: String] = [
    "\\": "\\textbackslash{}", "{": "\\{", "}": "\\}", "_": "\\_", "%": "\\%", "&": "\\&", "#": "\\#",
    "$": "\\$",
    "^": "\\^{}", "~": "\\~{}", "…": "\\dots{}", "“": "``", "”": "''",
  ]

  private static let signs: [Character: String] = [
    "−": "-", "·": "\\cdot", "⊙": "\\odot", "∂": "\\partial", "Σ": "\\Sigma", "σ": "\\sigma", "√": "\\surd",
    "≠": "\\ne", "≤": "\\le", "≥": "\\ge", "<": "<", ">": ">", "′": "'", "ᵀ": "^\\top", "⁻": "^-", "¹": "^1",
    "²": "^2", "³": "^3", "₁": "_1", "ₙ": "_n", "𝟏": "\\mathbf{1}",
  ]
}
