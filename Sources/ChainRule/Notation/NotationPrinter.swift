/// A way to set an expression: on one line, in LaTeX, or in any markup.
package protocol NotationPrinter: Sendable {
  /// The expression.
  func text<Subject>(of notation: Notation<Subject>) -> String

  /// The whole expression, where it stands by itself.
  func whole<Subject>(_ notation: Notation<Subject>) -> String

  /// What stands between an expression and what its names stand for.
  var whereWord: String { get }

  /// What stands between expressions in a row.
  var comma: String { get }

  /// Texts that are equal, with the sign between them.
  func equation(_ sides: [String]) -> String

  /// The expression in parentheses.
  func parenthesized<Subject>(_ notation: Notation<Subject>) -> String

  /// How tightly the outermost operation binds as this printer sets it.
  func precedence<Subject>(of notation: Notation<Subject>) -> Precedence
}

extension NotationPrinter {
  package func whole<Subject>(_ notation: Notation<Subject>) -> String { text(of: notation) }

  package var comma: String { ", " }

  package func equation(_ sides: [String]) -> String { sides.joined(separator: " = ") }

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
  func joined<Subject>(_ notations: [Notation<Subject>], by comma: String? = nil) -> String {
    notations.map { text(of: $0) }.joined(separator: comma ?? self.comma)
  }

  /// A piece of what an operation from outside says of itself.
  func text<Subject>(of piece: Piece<Subject>, setting words: (String) -> String) -> String {
    switch piece {
    case .text(let text): words(text)
    case .operand(let operand, let isDelimited):
      isDelimited ? text(of: operand) : enclosed(operand, below: .atom)
    }
  }

  /// Whether a factor beside another needs parentheses: brackets there would be read as positions.
  func isBracketed<Subject>(_ factor: Notation<Subject>) -> Bool {
    switch factor.content {
    case .list, .comparison, .positions: true
    default: false
    }
  }

  /// A factor to the right of another, without a sign between them.
  func rightFactor<Subject>(_ factor: Notation<Subject>) -> String {
    isBracketed(factor) ? parenthesized(factor) : enclosed(factor, below: .power, orNegative: true)
  }

  /// Whether no sign is needed behind this: a fraction or a power, or a product that ends in one.
  func needsNoSign<Subject>(_ factor: Notation<Subject>) -> Bool {
    switch factor.content {
    case .quotient, .power, .elementwisePower, .transposed: true
    case .negated(let operand): precedence(of: operand) >= .product && needsNoSign(operand)
    case .product(_, let right, _): precedence(of: right) >= .power && needsNoSign(right)
    default: false
    }
  }

  func startsWithDigit<Subject>(_ factor: Notation<Subject>) -> Bool {
    switch factor.content {
    case .number: true
    case .power(let base, _): startsWithDigit(base)
    default: false
    }
  }

  /// The positions as they are written: the only one along an axis is its number, unless axes before it are kept, since the
  /// reader puts axes of length 1 only in front.
  func told<Subject>(_ positions: [Position<Subject>]) -> [Position<Subject>] {
    let leading = positions.prefix { position in
      switch position {
      case .range(let start, let end, _): end - start == 1
      case .at(let operand): operand.isNumber
      case .all, .new: false
      }
    }
    return leading.map { position in
      if case .range(let start, _, _) = position { .at(.integer(start)) } else { position }
    } + positions.dropFirst(leading.count)
  }

  /// What has an index behind it.
  func indexBase<Subject>(_ base: Notation<Subject>) -> String {
    base.endsInIndex ? parenthesized(base) : enclosed(base, below: .atom, orNegative: true)
  }

  /// A sum with the minus sign of its second term in place of the plus sign.
  func sum<Subject>(
    _ left: Notation<Subject>, _ right: Notation<Subject>, plus: String = "+", minus: String
  ) -> String {
    switch right.content {
    // a + (−b + c) is a − b + c.
    case .sum(let first, let second) where first.isNegative: text(of: .sum(.sum(left, first), second))
    case .difference(let first, let second) where first.isNegative:
      text(of: .difference(.sum(left, first), second))
    case let right where right.isNegative:
      "\(text(of: left)) \(minus) \(enclosed(right.withoutSign, below: .product, orNegative: true))"
    case let right: "\(text(of: left)) \(plus) \(text(of: right))"
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
    // A zero has no sign on paper.
    isNegative = value < 0
    let magnitude = value.magnitude
    if magnitude.rounded() == magnitude && magnitude < 1e15 {
      (digits, exponent) = (String(Int(magnitude)), nil)
      return
    }
    let parts = magnitude.description.split(separator: "e")
    let digits = parts[0].hasSuffix(".0") ? parts[0].dropLast(2) : parts[0]
    (self.digits, exponent) = (String(digits), parts.count > 1 ? Int(parts[1]) : nil)
  }
}
