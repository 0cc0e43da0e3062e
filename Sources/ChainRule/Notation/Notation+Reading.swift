// What the surroundings of a part must know to place it.

extension Notation {
  /// The same, without saying what it stands for.
  package var content: Notation {
    if case .part(let inner, _) = self { inner.content } else { self }
  }

  /// What it stands for, if it says so.
  package var subject: Subject? {
    if case .part(_, let subject) = self { subject } else { nil }
  }

  /// Whether an index behind it would be read as part of its name.
  var endsInIndex: Bool {
    if case .symbol(let name) = content { !Subscripts.split(name).index.isEmpty } else { false }
  }

  /// What it is the inverse of, if it is written as one.
  package var inverted: Notation? {
    if case .power(let base, let exponent) = content, case .number(-1) = exponent.content {
      base
    } else {
      nil
    }
  }

  /// Whether it is a number, such as `2` or `0.5`.
  package var isNumber: Bool {
    if case .number = content { true } else { false }
  }

  /// Whether it is a number of digits alone, which a letter can follow without a sign.
  package var isPlainNumber: Bool {
    if case .number(let value) = content { value.isFinite && Numeral(value).exponent == nil } else { false }
  }

  /// Whether it is one letter, perhaps with a mark, an index, a power or a transpose: such symbols stand side by side
  /// without a sign.
  package var isShort: Bool {
    switch self {
    case .part(let inner, _): inner.isShort
    case .symbol(let name):
      name.count { !Subscripts.digits.contains($0) } == 1 && name.first?.isLetter == true
    case .ones, .zeros, .identity, .ellipsis: true
    case .power(let base, _), .transposed(let base): base.isShort
    default: false
    }
  }

  /// Whether it is one letter, as `isShort` has it, or a product of such.
  package var isRunOfLetters: Bool {
    if case .juxtaposed(let left, let right) = content {
      left.isRunOfLetters && right.isShort
    } else {
      isShort
    }
  }

  /// Whether its text starts with a minus sign that is not inside brackets.
  package var isNegative: Bool {
    switch self {
    case .part(let inner, _): inner.isNegative
    case .number(let value): value < 0 && !value.isNaN
    case .negated: true
    case .sum(let left, _), .difference(let left, _), .product(let left, _, _): left.isNegative
    case .quotient(let numerator, _, _): numerator.isNegative && numerator.precedence >= .product
    default: false
    }
  }

  /// Whether it is 1 where something holds and 0 elsewhere.
  package var isIndicator: Bool {
    switch self {
    case .part(let inner, _): inner.isIndicator
    case .comparison: true
    case .product(let left, let right, _): left.isIndicator && right.isIndicator
    default: false
    }
  }

  /// What a minus sign in front of makes this, which is negative and not a sum.
  package var withoutSign: Notation {
    switch self {
    case .part(let inner, _): inner.withoutSign
    case .number(let value): .number(-value)
    case .negated(let operand): operand
    case .product(let left, let right, let isElementwise):
      .product(left.withoutSign, right, isElementwise: isElementwise)
    case .quotient(let numerator, let denominator, let isScalar):
      .quotient(numerator.withoutSign, denominator, isScalar: isScalar)
    default: self
    }
  }

  /// How many symbols and signs it has, about as many as words when it is read.
  package var size: Int {
    if case .part(let inner, _) = self { inner.size } else { operands.reduce(1) { $0 + $1.size } }
  }

  /// The parts that it is made of, in the order in which they are read.
  package var operands: [Notation] {
    switch self {
    case .symbol, .number, .ones, .zeros, .identity, .ellipsis: []
    case .list(let elements), .tuple(let elements), .call(_, let elements, _): elements
    case .composed(let pieces, _): pieces.compactMap(\.operand)
    case .sum(let left, let right), .difference(let left, let right), .product(let left, let right, _),
      .quotient(let left, let right, _), .juxtaposed(let left, let right), .power(let left, let right),
      .elementwisePower(let left, let right), .comparison(let left, _, let right):
      [left, right]
    case .negated(let operand), .transposed(let operand), .root(let operand), .labelled(_, let operand),
      .total(let operand, _), .element(let operand, _), .indexedTotal(let operand, _),
      .enclosed(let operand, _),
      .part(let operand, _):
      [operand]
    case .indexed(let base, let positions): [base] + positions.compactMap(\.operand)
    case .positions(let positions): positions.compactMap(\.operand)
    }
  }
}

extension Position {
  /// The array of integers, or the one position.
  fileprivate var operand: Notation<Subject>? {
    if case .at(let operand) = self { operand } else { nil }
  }
}

extension Piece {
  fileprivate var operand: Notation<Subject>? {
    if case .operand(let operand, _) = self { operand } else { nil }
  }
}

/// Small digits.
package enum Subscripts {
  package static let digits = Array("₀₁₂₃₄₅₆₇₈₉")

  /// A natural number in small digits below the line.
  package static func text(of number: Int) -> String {
    String(String(number).compactMap { $0.wholeNumberValue.map { digits[$0] } })
  }

  /// Letters that stand for indices in small type; nil where there are none of some.
  static func text(of letters: [String]) -> String? {
    let small = letters.compactMap { $0.count == 1 ? $0.first.flatMap { Self.letters[$0] } : nil }
    return small.count == letters.count ? String(small) : nil
  }

  private static let letters: [Character: Character] = [
    "a": "ₐ", "e": "ₑ", "h": "ₕ", "i": "ᵢ", "j": "ⱼ", "k": "ₖ", "l": "ₗ", "m": "ₘ", "n": "ₙ", "o": "ₒ",
    "p": "ₚ",
    "r": "ᵣ", "s": "ₛ", "t": "ₜ", "u": "ᵤ", "v": "ᵥ", "x": "ₓ",
  ]

  /// A name, and the number in small digits that it ends in, in digits of full size.
  static func split(_ name: String) -> (stem: Substring, index: String) {
    let index = name.reversed().prefix { digits.contains($0) }.reversed()
    if index.isEmpty || index.count == name.count { return (name[...], "") }
    let values = index.compactMap { digits.firstIndex(of: $0) }
    return (name.dropLast(index.count), values.map(String.init).joined())
  }
}
