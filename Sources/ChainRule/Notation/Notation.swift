/// What an expression is, apart from how it looks: families of operations say it, printers traverse it.
///
/// Brackets are not part of it, but for those that mean something: a printer puts parentheses where the reading would
/// change without them. Any part can say what it stands for, so that whoever shows the text can point there; a graph has
/// its nodes for that, a reader of text might have places in the text.
package indirect enum Notation<Subject: Sendable>: Sendable {
  // MARK: Atoms

  /// A name, or a word in place of one.
  case symbol(String)
  case number(Double)
  /// An array of ones.
  case ones
  /// An array of zeros.
  case zeros
  /// The identity matrix.
  case identity
  /// What is left out.
  case ellipsis
  /// `[a, b]`
  case list([Notation])
  /// `(0, 2, 1)`
  case tuple([Notation])

  // MARK: Arithmetic

  case sum(Notation, Notation)
  case difference(Notation, Notation)
  case negated(Notation)
  /// A product of scalars, of a scalar and an array, or of two arrays element by element.
  case product(Notation, Notation, isElementwise: Bool)
  /// A quotient, in one breath if it is of scalars.
  case quotient(Notation, Notation, isScalar: Bool)
  /// A product of matrices and vectors.
  case juxtaposed(Notation, Notation)
  case power(Notation, Notation)
  /// A power of each element of a matrix, where `power` would be read as a product of the matrix with itself.
  case elementwisePower(Notation, Notation)
  case transposed(Notation)
  case root(Notation)

  // MARK: Functions

  /// A function, along axes that are named below it; none stands for all.
  case call(String, [Notation], over: [Int])
  /// An argument behind a word that says what it is for.
  case labelled(String, Notation)
  /// A sum over axes, which are named below the sign; none stands for all.
  case total(Notation, over: [Int])
  /// The element at indices that letters stand for: `Xᵢⱼ`.
  case element(Notation, at: [String])
  /// A sum over indices that letters stand for: `Σᵢ vᵢ`.
  case indexedTotal(Notation, over: [String])
  case enclosed(Notation, Fence)
  /// A comparison in Iverson's brackets: 1 where it holds, 0 elsewhere.
  case comparison(Notation, Relation, Notation)
  /// The elements at some positions, one for each axis.
  case indexed(Notation, [Position<Subject>])
  /// Positions by themselves.
  case positions([Position<Subject>])
  /// What an operation from outside says of itself, and how tightly that binds.
  case composed([Piece<Subject>], Precedence)

  /// A part, with what it stands for.
  case part(Notation, of: Subject)
}

/// Lines and brackets that mean something by themselves.
package enum Fence: Sendable {
  /// `|x|`
  case bars
  /// `‖x‖`
  case norm
  /// `⌊x⌋`
  case floor
  /// `⌈x⌉`
  case ceiling
}

/// What a comparison asks.
package enum Relation: String, Sendable {
  case less = "<"
  case lessOrEqual = "≤"
  case greater = ">"
  case greaterOrEqual = "≥"
  case equal = "="
  case notEqual = "≠"
}

/// What is taken along an axis.
package enum Position<Subject: Sendable>: Sendable {
  case all
  /// From `start` on, each `step` after the one before, below `end`.
  case range(start: Int, end: Int, step: Int)
  /// One position, or those that an array of integers holds.
  case at(Notation<Subject>)
  /// An axis of length 1 that is put in here.
  case new

  /// Whether elements are all taken, with axes of length 1 among theirs.
  package var isWhole: Bool {
    switch self {
    case .all, .new: true
    case .range, .at: false
    }
  }

  package var isNew: Bool {
    if case .new = self { true } else { false }
  }
}

/// A piece of what an operation from outside says of itself.
package enum Piece<Subject: Sendable>: Sendable {
  case text(String)
  /// An operand; in parentheses unless it is of one piece, or stands between commas or brackets.
  case operand(Notation<Subject>, isDelimited: Bool)
}

extension Notation {
  /// A function of its arguments, element by element or of all there is.
  package static func function(_ name: String, _ arguments: Notation...) -> Notation {
    .call(name, arguments, over: [])
  }

  /// A whole number.
  package static func integer(_ value: Int) -> Notation { .number(Double(value)) }

  /// The value of an extent.
  package static func extent(_ extent: Shape.Extent) -> Notation {
    if case .fixed(let length) = extent { .integer(length) } else { .symbol(extent.description) }
  }

  /// The lengths of the axes, as a list.
  package static func shape(_ shape: Shape) -> Notation { .list(shape.extents.map(Notation.extent)) }
}
