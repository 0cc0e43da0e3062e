/// A sign, a name or a number of a formula.
struct FormulaToken: Sendable {
  enum Kind: Equatable, Sendable {
    case number(Double)
    /// A name with the axes that small digits below it, or LaTeX's index, may tell.
    case name(String, axes: [Int])
    /// A name that can stand for nothing else.
    case quoted(String)
    case infix(Infix)
    /// `Σ` over axes; none stands for all.
    case total([Int])
    case root
    case transposed
    /// `⁻ᵀ`
    case inverseTransposed
    /// Small digits above the line.
    case exponent(Int, isElementwise: Bool)
    case open(Bracket)
    case close(Bracket)
    case bar, doubleBar
    case comma, semicolon, colon, equals, ellipsis
    case ones, zeros
    /// `\frac`, before two groups.
    case fraction
    /// LaTeX's `_`, before positions.
    case below
  }

  enum Bracket: String, Sendable {
    case round = "("
    case square = "["
    case curly = "{"
    case floor = "⌊"
    case ceiling = "⌈"

    var closing: String {
      switch self {
      case .round: ")"
      case .square: "]"
      case .curly: "}"
      case .floor: "⌋"
      case .ceiling: "⌉"
      }
    }
  }

  let kind: Kind
  /// Where it starts and ends in the characters of the text.
  let start: Int
  let end: Int
  /// Whether a space stands in front of it.
  let isSpaced: Bool
}

/// A sign between two operands.
enum Infix: String, Sendable {
  case add = "+"
  case subtract = "-"
  /// `*`: the product of matrices and vectors, or scaling.
  case multiply = "*"
  /// `·`: the same, but that of two vectors is their dot product.
  case dot = "·"
  case elementwiseMultiply = ".*"
  case divide = "/"
  /// `@`: NumPy's product of matrices and vectors.
  case matrixMultiply = "@"
  /// No sign at all.
  case juxtapose = ""
  case power = "^"
  case elementwisePower = ".^"
  case less = "<"
  case lessOrEqual = "≤"
  case greater = ">"
  case greaterOrEqual = "≥"
  case equal = "="
  case notEqual = "≠"
  case range = ":"

  /// How tightly it binds; all bind from the left.
  var precedence: Int {
    switch self {
    case .range: 5
    case .less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .notEqual: 10
    case .add, .subtract: 20
    case .multiply, .dot, .elementwiseMultiply, .divide, .matrixMultiply: 30
    case .juxtapose: 50
    case .power, .elementwisePower: 60
    }
  }

  var isComparison: Bool { precedence == Infix.less.precedence }
}
