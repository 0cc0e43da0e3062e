import Blackboard
import ChainRule
import Figures

/// Derivatives in closed form, set in one of the formats.
struct DerivativeText {
  let text: String

  init(_ equations: [DerivativeEquation], _ format: DeriveOptions.Format, told: String) throws {
    switch format {
    case .unicode: text = Self.unicode(equations, told)
    case .latex:
      let lines = equations.map { Self.line($0, in: LaTeXPrinter(), " &= ") }
      text = "\\begin{align}\n" + lines.joined(separator: " \\\\\n") + "\n\\end{align}"
    case .mathml: text = equations.map { MathMLPrinter.formula(Self.elements($0)) }.joined(separator: "\n")
    case .swift:
      text = try equations.map { equation in
        let left = UnicodePrinter().text(of: equation.sides).replacing("“", with: "").replacing("”", with: "")
        return "// \(left)\n\(try equation.tensor.formula.swift)"
      }.joined(separator: "\n")
    case .markdown:
      let lines = equations.map { "$$\(Self.line($0, in: LaTeXPrinter(), " = "))$$" }
      text = (lines + (told.isEmpty ? [] : ["Inferred shapes: \(told)."])).joined(separator: "\n\n")
    case .html:
      var page = Page("Derivatives")
      page.sections = [.typeset(equations.map { PageFormula(elements: Self.elements($0)) })]
      if !told.isEmpty { page.sections.append(.paragraph("Inferred shapes: \(told).")) }
      text = page.html
    }
  }

  private static func line(_ equation: DerivativeEquation, in printer: some NotationPrinter, _ sign: String)
    -> String
  {
    let formula = FormulaText(of: Formula.simplified(equation.tensor).node)
    return left(equation.sides, in: printer) + sign + formula.text(in: printer)
  }

  /// The left side, in which ∂ stands before names.
  private static func left(_ side: Notation<Node>, in printer: some NotationPrinter) -> String {
    guard printer is LaTeXPrinter, case .quotient(.symbol(let above), .symbol(let below), _) = side else {
      return printer.text(of: side)
    }
    func set(_ text: String) -> String {
      text.split(separator: " ").map { word in
        let isSquared = word.hasSuffix("²") || word.hasPrefix("∂²")
        let name = word.filter { $0 != "∂" && $0 != "²" }
        let isAbove = word.hasPrefix("∂²")
        return (isAbove ? "\\partial^{2} " : "\\partial ")
          + printer.text(of: Notation<Node>.symbol(String(name)))
          + (isSquared && !isAbove ? "^{2}" : "")
      }.joined(separator: " \\, ")
    }
    return "\\frac{\(set(above))}{\(set(below))}"
  }

  private static func elements(_ equation: DerivativeEquation) -> String {
    let formula = FormulaText(of: Formula.simplified(equation.tensor).node)
    let printer = MathMLPrinter()
    return printer.equation([printer.text(of: equation.sides), formula.text(in: printer)])
  }

  private static func unicode(_ equations: [DerivativeEquation], _ told: String) -> String {
    let rows = equations.map { equation in
      let left = UnicodePrinter().text(of: equation.sides).replacing("“", with: "").replacing("”", with: "")
      let formula = equation.tensor.formula
      let conditions = formula.conditions.isEmpty ? "" : "  if \(formula.conditions.joined(separator: ", "))"
      let shape = equation.tensor.node.shape.isScalar ? "" : equation.tensor.node.shape.description
      return [left, "= " + formula.unicode + conditions, shape]
    }
    let table = TextTable(rows, gap: 1).description
    return told.isEmpty ? table : table + "\n\ninferred: " + told
  }
}

/// Derivations one after the other, set in one of the formats.
struct DerivationText {
  let text: String

  init(_ derivations: [Derivation], _ format: DeriveOptions.Format, told: String) {
    switch format {
    case .latex: text = Self.joined(derivations.map(\.latex))
    case .markdown:
      text = Self.joined(derivations.map(\.markdown) + (told.isEmpty ? [] : ["Inferred shapes: \(told)."]))
    case .html:
      var page = Page("Derivations")
      for derivation in derivations {
        let own = derivation.page
        page.sections += [.heading(own.title)] + own.sections
      }
      if !told.isEmpty { page.sections.append(.paragraph("Inferred shapes: \(told).")) }
      text = page.html
    default:
      text = Self.joined(derivations.map(\.description) + (told.isEmpty ? [] : ["inferred: \(told)"]))
    }
  }

  /// Texts that may end in a line break, with an empty line between them and none at the end.
  private static func joined(_ texts: [String]) -> String {
    texts.map { $0.hasSuffix("\n") ? String($0.dropLast()) : $0 }.joined(separator: "\n\n")
  }
}
