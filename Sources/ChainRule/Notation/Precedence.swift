/// How tightly the outermost operation of a text binds, from loose to tight.
package enum Precedence: Int, Comparable, Sendable {
  case comparison, sum, product, prefix, juxtaposition, power, atom

  package static func < (left: Precedence, right: Precedence) -> Bool { left.rawValue < right.rawValue }
}

extension Notation {
  /// How tightly the outermost operation binds where all is on one line.
  package var precedence: Precedence {
    switch self {
    case .part(let inner, _): inner.precedence
    case .sum, .difference: .sum
    case .negated, .product, .quotient: .product
    case .total, .indexedTotal, .labelled: .prefix
    case .juxtaposed: .juxtaposition
    case .power, .elementwisePower, .transposed, .root: .power
    case .composed(_, let precedence): precedence
    case .symbol, .number, .ones, .zeros, .identity, .ellipsis, .list, .tuple, .call, .enclosed, .comparison,
      .indexed, .element, .positions:
      .atom
    }
  }

  /// The same where roots and fractions are typeset: a bar over a root and a fraction's line enclose what is below them.
  package var typesetPrecedence: Precedence {
    switch content {
    case .root: .atom
    case .number(let value) where value.isFinite && Numeral(value).exponent != nil: .product
    case let content: content.precedence
    }
  }
}
