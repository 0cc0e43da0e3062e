import ChainRule

/// Sets passages as text for fonts of one width.
enum PassageText {
  /// No line has more characters than this, unless one word has.
  private static let columns = 100
  private static let printer = UnicodePrinter()

  static func text(of passages: [Passage]) -> String {
    passages.map(text).joined(separator: "\n") + "\n"
  }

  private static func text(of passage: Passage) -> String {
    switch passage {
    case .heading(let phrases): wrapped(text(of: phrases)) + "\n"
    case .step(let number, let phrases):
      "\n" + wrapped("\(number). \(capitalized(text(of: phrases)))", indent: 3)
    case .sentence(let phrases): wrapped("   " + text(of: phrases), indent: 3)
    case .equations(let equations): text(of: equations)
    case .list(let items): items.map { wrapped("   • " + text(of: $0), indent: 5) }.joined(separator: "\n")
    }
  }

  static func text(of phrases: [Phrase]) -> String {
    phrases.map { phrase in
      switch phrase {
      case .words(let text): text
      case .formula(let notation): printer.whole(notation)
      case .equation(let sides): printer.equation(sides.map { printer.text(of: $0) })
      }
    }.joined()
  }

  /// One equation below the other, and the shapes below each other.
  private static func text(of equations: [Equation]) -> String {
    let lines = equations.map { equation in
      joined(equation.sides.map { printer.text(of: $0) } + (equation.element.map { [$0.unicode] } ?? []))
        + equation.definitions.enumerated().map { index, definition in
          (index == 0 ? printer.whereWord : ", ")
            + printer.equation([printer.text(of: definition.name), printer.text(of: definition.value)])
        }.joined()
    }
    let width = lines.map(\.count).filter { $0 < 80 }.max() ?? 0
    return zip(lines, equations).map { line, equation in
      let gap = String(repeating: " ", count: max(width - line.count, 0) + 4)
      let shape = equation.shape.flatMap { $0.isScalar ? nil : gap + $0.description } ?? ""
      return (line + shape).split(separator: "\n").map { wrapped("     " + $0, indent: 9) }.joined(
        separator: "\n")
    }.joined(separator: "\n")
  }

  /// Sides that are equal: on one line where they fit, else below each other.
  private static func joined(_ sides: [String]) -> String {
    let line = printer.equation(sides)
    if line.count <= columns - 20 || sides.count < 3 { return line }
    let margin = String(repeating: " ", count: sides[0].count)
    return ([sides[0] + " = " + sides[1]] + sides.dropFirst(2).map { margin + " = " + $0 }).joined(
      separator: "\n")
  }

  /// The text with line breaks in place of spaces where lines would get too long.
  private static func wrapped(_ text: String, indent: Int = 0) -> String {
    if text.count <= columns { return text }
    let margin = String(repeating: " ", count: indent)
    let start = text.prefix { $0 == " " }
    var lines = [String(start)]
    var used = start.count
    for (number, word) in text.dropFirst(used).split(separator: " ").enumerated() {
      if number > 0, used + 1 + word.count > columns {
        lines.append(margin + word)
        used = indent + word.count
      } else {
        lines[lines.count - 1] += (number > 0 ? " " : "") + word
        used += (number > 0 ? 1 : 0) + word.count
      }
    }
    return lines.joined(separator: "\n")
  }

  /// The text with a capital at its start, unless a formula stands there.
  static func capitalized(_ text: String) -> String {
    let word = text.prefix { $0.isLetter }
    return word.count > 1 && word.allSatisfy(\.isASCII)
      ? text.prefix(1).uppercased() + text.dropFirst() : text
  }
}
