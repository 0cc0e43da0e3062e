/// Sets an expression in LaTeX's mathematics mode.
package struct LaTeXPrinter: NotationPrinter {
  package init() {}

  package var whereWord: String { ",\\quad\\text{where } " }

  package func precedence<Subject>(of notation: Notation<Subject>) -> Precedence {
    notation.typesetPrecedence
  }

  package func parenthesized<Subject>(_ notation: Notation<Subject>) -> String {
    isTall(notation) ? "\\left(\(text(of: notation))\\right)" : "(\(text(of: notation)))"
  }

  package func text<Subject>(of notation: Notation<Subject>) -> String {
    switch notation {
    case .symbol(let name): LaTeXSymbol.text(for: name)
    case .number(let value): number(value)
    case .ones: "\\mathbf{1}"
    case .zeros: "\\mathbf{0}"
    case .identity: "I"
    case .ellipsis: "\\ldots"
    case .list(let elements): "[\(joined(elements, by: ",\\, "))]"
    case .tuple(let elements): "(\(joined(elements)))"
    case .sum(let left, let right): sum(left, right, minus: "-")
    case .difference(let left, let right):
      "\(text(of: left)) - \(enclosed(right, below: .product, orNegative: true))"
    case .negated(let operand): "-\(enclosed(operand, below: .product, orNegative: true))"
    case .product(let left, let right, let isElementwise): product(left, right, isElementwise)
    case .quotient(let numerator, let denominator, _): fraction(numerator, denominator)
    case .juxtaposed(let left, let right):
      enclosed(left, below: .juxtaposition, orNegative: true) + " " + rightFactor(right)
    case .power(let base, let exponent):
      "\(enclosed(base, below: .atom, orNegative: true))^{\(text(of: exponent))}"
    case .elementwisePower(let base, let exponent):
      "\(enclosed(base, below: .atom, orNegative: true))^{\\circ \(text(of: exponent))}"
    case .transposed(let operand) where operand.inverted != nil:
      operand.inverted.map { enclosed($0, below: .atom, orNegative: true) + "^{-\\top}" } ?? ""
    case .transposed(let operand): "\(enclosed(operand, below: .atom, orNegative: true))^{\\top}"
    case .root(let operand): "\\sqrt{\(text(of: operand))}"
    case .call(let name, let arguments, let axes): call(name, arguments, axes)
    case .labelled(let word, let operand): "\\text{\(word) } \(text(of: operand))"
    case .total(let operand, let axes):
      "\\sum\(subscripts(axes)) \(enclosed(operand, below: .power, orNegative: true))"
    case .element(let base, let letters): "{\(indexBase(base))}_{\(letters.joined(separator: " "))}"
    case .indexedTotal(let operand, let letters):
      "\\sum_{\(letters.joined(separator: ", "))} \(enclosed(operand, below: .product, orNegative: true))"
    case .enclosed(let operand, let fence): enclosed(text(of: operand), in: fence)
    case .comparison(let left, let relation, let right):
      "[\(text(of: left)) \(Self.sign(of: relation)) \(text(of: right))]"
    case .indexed(let base, let positions):
      "{\(enclosed(base, below: .atom))}_{\(told(positions).map(position).joined(separator: ",\\,"))}"
    case .positions(let positions): "[\(told(positions).map(position).joined(separator: ",\\, "))]"
    case .composed(let pieces, _): pieces.map { text(of: $0, setting: LaTeXSymbol.words) }.joined()
    case .part(let inner, _): text(of: inner)
    }
  }

  private func number(_ value: Double) -> String {
    if value.isNaN { return "\\mathrm{NaN}" }
    if value.isInfinite { return value < 0 ? "-\\infty" : "\\infty" }
    let numeral = Numeral(value)
    let power = numeral.exponent.map { " \\cdot 10^{\($0)}" } ?? ""
    return (numeral.isNegative ? "-" : "") + numeral.digits + power
  }

  private func product<Subject>(
    _ left: Notation<Subject>, _ right: Notation<Subject>, _ isElementwise: Bool
  ) -> String {
    if left.isPlainNumber && right.isShort { return text(of: left) + text(of: right) }
    // What follows a sum would be read as belonging to it.
    let isTotal = left.precedence == .prefix
    let first = isTotal ? parenthesized(left) : enclosed(left, below: .product)
    let sign = isElementwise ? " \\odot " : needsNoSign(left) && !startsWithDigit(right) ? " " : " \\cdot "
    return first + sign + enclosed(right, below: .prefix, orNegative: true)
  }

  private func fraction<Subject>(_ numerator: Notation<Subject>, _ denominator: Notation<Subject>) -> String {
    let isNegative = numerator.isNegative && numerator.precedence >= .product
    let top = text(of: isNegative ? numerator.withoutSign : numerator)
    return (isNegative ? "-" : "") + "\\frac{\(top)}{\(text(of: denominator))}"
  }

  /// Whether parentheses around it must grow.
  private func isTall<Subject>(_ notation: Notation<Subject>) -> Bool {
    switch notation.content {
    case .quotient, .total, .indexedTotal: true
    case let content: content.operands.contains { isTall($0) }
    }
  }

  private func call<Subject>(_ name: String, _ arguments: [Notation<Subject>], _ axes: [Int]) -> String {
    let list = joined(arguments)
    let function = LaTeXSymbol.function(name) + subscripts(axes)
    return arguments.contains { isTall($0) } ? "\(function)\\left(\(list)\\right)" : "\(function)(\(list))"
  }

  private func subscripts(_ axes: [Int]) -> String {
    axes.isEmpty ? "" : "_{\(axes.map(String.init).joined(separator: ","))}"
  }

  private func enclosed(_ text: String, in fence: Fence) -> String {
    switch fence {
    case .bars: "\\left|\(text)\\right|"
    case .norm: "\\left\\|\(text)\\right\\|"
    case .floor: "\\lfloor \(text) \\rfloor"
    case .ceiling: "\\lceil \(text) \\rceil"
    }
  }

  /// The command that sets what a comparison asks.
  package static func sign(of relation: Relation) -> String {
    switch relation {
    case .less, .greater, .equal: relation.rawValue
    case .lessOrEqual: "\\le"
    case .greaterOrEqual: "\\ge"
    case .notEqual: "\\ne"
    }
  }

  private func position<Subject>(_ position: Position<Subject>) -> String {
    switch position {
    case .all: ":"
    case .range(let start, let end, let step): "\(start):\(end)" + (step == 1 ? "" : ":\(step)")
    case .at(let operand): text(of: operand)
    case .new: "\\mathrm{new}"
    }
  }
}
