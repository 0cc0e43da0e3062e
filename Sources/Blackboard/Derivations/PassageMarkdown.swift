import ChainRule

/// Sets passages as Markdown, with formulas in LaTeX between dollar signs.
enum PassageMarkdown {
  static func text(of passages: [Passage]) -> String { passages.map(text).joined(separator: "\n\n") + "\n" }

  private static func text(of passage: Passage) -> String {
    switch passage {
    case .heading(let phrases): "## \(text(of: phrases))"
    case .step(let number, let phrases): "### \(number). \(PassageText.capitalized(text(of: phrases)))"
    case .sentence(let phrases): text(of: phrases)
    case .equations(let equations):
      "$$\n\\begin{aligned}\n\(PassageLaTeX.rows(of: equations))\n\\end{aligned}\n$$"
    case .list(let items): items.map { "- " + text(of: $0) }.joined(separator: "\n")
    }
  }

  private static func text(of phrases: [Phrase]) -> String {
    PassageLaTeX.text(of: phrases, escaped: escaped)
  }

  /// Words with what Markdown would interpret escaped.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      if "\\`*_{}[]<>#|$".contains(character) { result += "\\" }
      result.append(character)
    }
    return result
  }
}
