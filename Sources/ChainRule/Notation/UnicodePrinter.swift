/// Sets an expression on one line of Unicode.
package struct UnicodePrinter: NotationPrinter {
  package init() {}

  package var whereWord: String { ", where " }

  /// A name by itself needs no quotation marks.
  package func whole<Subject>(_ notation: Notation<Subject>) -> String {
    if case .symbol(let name) = notation.content { name } else { text(of: notation) }
  }

  package func precedence<Subject>(of notation: Notation<Subject>) -> Precedence { notation.precedence }

  package func parenthesized<Subject>(_ notation: Notation<Subject>) -> String {
    "(\(text(of: notation)))"
  }

  package func text<Subject>(of notation: Notation<Subject>) -> String {
    switch notation {
    case .symbol(let name): Self.isPlain(name) ? name : "“\(name)”"
    case .number(let value): number(value)
    case .ones: "𝟏"
    case .zeros: "𝟎"
    case .identity: "I"
    case .ellipsis: "…"
    case .list(let elements): "[\(joined(elements))]"
    case .tuple(let elements): "(\(joined(elements)))"
    case .sum(let left, let right): sum(left, right, minus: "−")
    case .difference(let left, let right):
      "\(text(of: left)) − \(enclosed(right, below: .product, orNegative: true))"
    case .negated(let operand): "−\(enclosed(operand, below: .product, orNegative: true))"
    case .product(let left, let right, let isElementwise): product(left, right, isElementwise)
    case .quotient(let numerator, let denominator, let isScalar): quotient(numerator, denominator, isScalar)
    case .juxtaposed(let left, let right): juxtaposition(left, right)
    case .power(let base, let exponent):
      enclosed(base, below: .atom, orNegative: true) + superscript(text(of: exponent))
    case .elementwisePower(let base, let exponent):
      enclosed(base, below: .atom, orNegative: true) + "∘" + superscript(text(of: exponent))
    case .transposed(let operand) where operand.inverted != nil:
      operand.inverted.map { enclosed($0, below: .atom, orNegative: true) + "⁻ᵀ" } ?? ""
    case .transposed(let operand): enclosed(operand, below: .atom, orNegative: true) + "ᵀ"
    case .root(let operand): "√\(enclosed(operand, below: .atom))"
    case .call(let name, let arguments, let axes): "\(name)\(subscripts(axes))(\(joined(arguments)))"
    case .labelled(let word, let operand): "\(word) \(text(of: operand))"
    case .total(let operand, let axes):
      "Σ\(subscripts(axes))\(enclosed(operand, below: .power, orNegative: true))"
    case .element(let base, let letters):
      indexBase(base) + (Subscripts.text(of: letters) ?? "[\(letters.joined(separator: ", "))]")
    case .indexedTotal(let operand, let letters):
      "Σ\(Subscripts.text(of: letters) ?? "[\(letters.joined(separator: ", "))]") "
        + enclosed(operand, below: .product, orNegative: true)
    case .enclosed(let operand, let fence): enclosed(text(of: operand), in: fence)
    case .comparison(let left, let relation, let right):
      "[\(text(of: left)) \(relation.rawValue) \(text(of: right))]"
    case .indexed(let base, let positions): enclosed(base, below: .atom) + text(of: .positions(positions))
    case .positions(let positions): "[\(told(positions).map(position).joined(separator: ", "))]"
    case .composed(let pieces, _): pieces.map { text(of: $0) { $0 } }.joined()
    case .part(let inner, _): text(of: inner)
    }
  }

  private func number(_ value: Double) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "−∞" : "∞" }
    let numeral = Numeral(value)
    return (numeral.isNegative ? "−" : "") + numeral.digits + (numeral.exponent.map { "e\($0)" } ?? "")
  }

  private func product<Subject>(
    _ left: Notation<Subject>, _ right: Notation<Subject>, _ isElementwise: Bool
  ) -> String {
    if left.isPlainNumber && right.isShort { return text(of: left) + text(of: right) }
    // What follows a sum would be read as belonging to it.
    let isTotal = left.precedence == .prefix
    let first = isTotal ? parenthesized(left) : enclosed(left, below: .product)
    return first + (isElementwise ? " ⊙ " : " · ") + enclosed(right, below: .prefix, orNegative: true)
  }

  private func quotient<Subject>(
    _ numerator: Notation<Subject>, _ denominator: Notation<Subject>, _ isScalar: Bool
  ) -> String {
    // A sum divided by a number is the sum of the parts, but divided by an array it is not.
    let isTotal = numerator.precedence == .prefix && !isScalar
    let top = isTotal ? parenthesized(numerator) : enclosed(numerator, below: .product)
    return top + (isScalar ? "/" : " / ") + enclosed(denominator, below: .prefix, orNegative: true)
  }

  /// Letters run together only where all are single: X and w make Xw, but data and w make data w.
  private func juxtaposition<Subject>(_ left: Notation<Subject>, _ right: Notation<Subject>) -> String {
    let second = rightFactor(right)
    let isTight =
      (left.isShort && right.isShort && second.count <= 2) || (left.isRunOfLetters && second.count == 1)
      || startsWithParenthesis(right) || endsWithTranspose(left)
    return enclosed(left, below: .juxtaposition, orNegative: true) + (isTight ? "" : " ") + second
  }

  /// Whether a right factor starts with a parenthesis, its own or that of its base.
  private func startsWithParenthesis<Subject>(_ factor: Notation<Subject>) -> Bool {
    if isBracketed(factor) { return true }
    if isEnclosed(factor, below: .power, orNegative: true) { return true }
    return switch factor.content {
    case .power(let base, _), .transposed(let base), .indexed(let base, _):
      isEnclosed(base, below: .atom, orNegative: true)
    case .tuple: true
    default: false
    }
  }

  private func endsWithTranspose<Subject>(_ factor: Notation<Subject>) -> Bool {
    switch factor.content {
    case .transposed: true
    case .juxtaposed(_, let right): endsWithTranspose(right)
    default: false
    }
  }

  /// Small digits above the line, where there are such of all characters.
  private func superscript(_ exponent: String) -> String {
    let small = exponent.compactMap { Self.superscripts[$0] }
    if small.count == exponent.count { return String(small) }
    return "^" + (exponent.count == 1 ? exponent : "(\(exponent))")
  }

  private func subscripts(_ axes: [Int]) -> String { axes.map(Subscripts.text).joined(separator: ",") }

  private func enclosed(_ text: String, in fence: Fence) -> String {
    switch fence {
    // Two bars side by side are those of a norm.
    case .bars: text.hasPrefix("|") || text.hasSuffix("|") ? "|(\(text))|" : "|\(text)|"
    case .norm: "‖\(text)‖"
    case .floor: "⌊\(text)⌋"
    case .ceiling: "⌈\(text)⌉"
    }
  }

  private func position<Subject>(_ position: Position<Subject>) -> String {
    switch position {
    case .all: ":"
    case .range(let start, let end, let step): "\(start):\(end)" + (step == 1 ? "" : ":\(step)")
    case .at(let operand): text(of: operand)
    case .new: "new"
    }
  }

  /// Whether a name cannot be taken for an expression.
  private static func isPlain(_ name: String) -> Bool {
    name.first?.isNumber != true && !name.contains { signs.contains($0) || superscripts.values.contains($0) }
  }

  private static let signs = Set("+−/·⊙∘^=<>≤≥≠|‖√Σ()[],⌊⌋⌈⌉“”ᵀ")

  private static let superscripts: [Character: Character] = [
    "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸", "9": "⁹",
    "−": "⁻",
  ]
}
