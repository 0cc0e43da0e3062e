import ChainRule
import Figures

/// Sets passages as a page that needs nothing else, with formulas in MathML.
enum PassageHTML {
  private static let printer = MathMLPrinter()

  static func page(of passages: [Passage]) -> Page {
    var page = Page("")
    for passage in passages {
      switch passage {
      case .heading(let phrases): page.title = PassageText.text(of: phrases)
      case .step(let number, let phrases):
        let text = PassageText.capitalized(PassageText.text(of: phrases))
        page.sections.append(.heading("\(number). \(text)", level: 3))
      case .sentence(let phrases): page.sections.append(.sentence(phrases.map(phrase)))
      case .equations(let equations): page.sections.append(.typeset(equations.map(formula)))
      case .list(let items): page.sections.append(.list(items.map { PassageText.text(of: $0) }))
      }
    }
    return page
  }

  private static func phrase(_ phrase: Phrase) -> PagePhrase {
    switch phrase {
    case .words(let text): .text(text)
    case .formula(let notation): .formula(PageFormula(elements: printer.text(of: notation)))
    case .equation(let sides): .formula(formula(Equation(sides)))
    }
  }

  private static func formula(_ equation: Equation) -> PageFormula {
    let definitions = equation.definitions.map {
      printer.equation([printer.text(of: $0.name), printer.text(of: $0.value)])
    }
    let element = equation.element.map { "<mtext>\(MarkupText.escaped($0.unicode))</mtext>" }
    var elements = printer.equation(
      equation.sides.map { printer.text(of: $0) } + (element.map { [$0] } ?? []))
    if !definitions.isEmpty { elements += printer.whereWord + definitions.joined(separator: printer.comma) }
    if let shape = equation.shape, !shape.isScalar {
      elements += "<mspace width=\"2em\"/><mtext>\(MarkupText.escaped(shape.description))</mtext>"
    }
    return PageFormula(elements: elements)
  }
}
