public import ChainRule

/// A formula of a page, typeset by the viewer.
///
/// ```swift
/// let x = Tensor.parameter("x", shape: [])
/// var page = Page("A slope")
/// let slope = try squared(x).gradient(withRespectTo: [x])[x]
/// page.sections = [.sentence([.text("The slope is "), .formula(PageFormula(slope.formula)), .text(".")])]
/// try page.write(htmlFile: "slope.html")
/// ```
public struct PageFormula: Sendable {
  /// One `<math>` element.
  let mathML: String

  /// The formula in MathML.
  public init(_ formula: Formula) { mathML = formula.mathML }

  /// A formula of elements of MathML that stand side by side.
  package init(elements: String) { mathML = MathMLPrinter.formula(elements) }
}

/// A piece of a sentence of a page.
public enum PagePhrase: Sendable {
  /// Words.
  case text(String)
  /// A formula among them.
  case formula(PageFormula)

  var html: String {
    switch self {
    case .text(let text): Markup.escaped(text)
    case .formula(let formula): formula.mathML
    }
  }
}
