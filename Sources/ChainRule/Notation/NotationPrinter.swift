/// A way to set an expression: on one line, in LaTeX, or in any markup.
package protocol NotationPrinter: Sendable {
  /// The whole expression.
  func text<Subject>(of notation: Notation<Subject>) -> String

  /// The expression in parentheses.
  func parenthesized<Subject>(_ notation: Notation<Subject>) -> String

  /// How tightly the outermost operation binds as this printer sets it.
  func precedence<Subject>(of notation: Notation<Subject>) -> Precedence
}

extension NotationPrinter {
  /// The expression, in parentheses where it binds less tightly than its place asks for, or starts with a minus sign
  /// where there must be none.
  func enclosed<Subject>(
    _ notation: Notation<Subject>, below precedence: Precedence, orNegative: Bool = false
  ) -> String {
    isEnclosed(notation, below: precedence, orNegative: orNegative)
      ? parenthesized(notation) : text(of: notation)
  }

  func isEnclosed<Subject>(
    _ notation: Notation<Subject>, below precedence: Precedence, orNegative: Bool = false
  ) -> Bool {
    self.precedence(of: notation) < precedence || (orNegative && notation.isNegative)
  }

  /// Expressions between commas.
  func joined<Subject>(_ notations: [Notation<Subject>], by comma: String = ", ") -> String {
    notations.map { text(of: $0) }.joined(separator: comma)
  }

  /// A sum with the minus sign of its second term in place of the plus sign.
  func sum<Subject>(_ left: Notation<Subject>, _ right: Notation<Subject>, minus: String) -> String {
    switch right.content {
    // a + (−b + c) is a − b + c.
    case .sum(let first, let second) where first.isNegative: text(of: .sum(.sum(left, first), second))
    case .difference(let first, let second) where first.isNegative:
      text(of: .difference(.sum(left, first), second))
    case let right where right.isNegative:
      "\(text(of: left)) \(minus) \(enclosed(right.withoutSign, below: .product, orNegative: true))"
    case let right: "\(text(of: left)) + \(text(of: right))"
    }
  }
}

/// The digits of a number.
struct Numeral {
  let isNegative: Bool
  /// The magnitude's decimal digits, with a point where it is no integer.
  let digits: String
  /// The power of ten that they are multiplied with, where there is one.
  let exponent: Int?

  /// The fewest digits that identify the finite `value`; integers have no point.
  init(_ value: Double) {
    isNegative = value.sign == .minus
    let magnitude = value.magnitude
    if magnitude.rounded() == magnitude && magnitude < 1e15 {
      (digits, exponent) = (String(Int(magnitude)), nil)
      return
    }
    let parts = magnitude.description.split(separator: "e")
    (digits, exponent) = (String(parts[0]), parts.count > 1 ? Int(parts[1]) : nil)
  }
}
