/// An operation as Swift source, apart from how it is spelled out: families of operations say it, `SwiftPrinter` traverses it.
package indirect enum SwiftExpression: Sendable {
  /// An identifier, or a literal that is no number: `x`, `[.batch, 3]`, `true`.
  case verbatim(String)
  case number(Double)
  case constant(NDArray<Double>)
  case indices(IndexArray)
  /// `[x, y]`
  case list([SwiftExpression])
  /// `-x`
  case negated(SwiftExpression)
  case infix(SwiftExpression, SwiftOperator, SwiftExpression)
  /// `sum(x, along: [0])`
  case call(String, [SwiftArgument])
  /// `x.reshaped(to: [2, 3])`
  case member(SwiftExpression, String, [SwiftArgument])
  /// `x[.all, .range(0..<2)]`
  case element(SwiftExpression, [String])
}

/// The operators that expressions are recorded with.
package enum SwiftOperator: String, Sendable {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case matrixProduct = "•"
  case less = ".<"
  case lessOrEqual = ".<="
  case greater = ".>"
  case greaterOrEqual = ".>="
  case equal = ".=="
  case notEqual = ".!="

  package var precedence: Precedence {
    switch self {
    case .add, .subtract: .sum
    case .multiply, .divide, .matrixProduct: .product
    case .less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .notEqual: .comparison
    }
  }
}

/// An argument with its label.
package struct SwiftArgument: Sendable {
  package let label: String?
  package let value: SwiftExpression

  package init(_ label: String? = nil, _ value: SwiftExpression) {
    self.label = label
    self.value = value
  }

  /// A literal.
  package init(_ label: String, _ literal: String) { self.init(label, .verbatim(literal)) }

  /// The axes that an operation goes along.
  package static func along(_ axes: [Int]) -> SwiftArgument { SwiftArgument("along", "\(axes)") }

  /// The axis that an operation goes along.
  package static func along(_ axis: Int) -> SwiftArgument { SwiftArgument("along", "\(axis)") }
}

extension SwiftExpression {
  /// A call of a free function on tensors, and on what else it needs to know.
  package static func call(
    _ name: String, on operands: [SwiftExpression], _ arguments: [SwiftArgument] = []
  ) -> SwiftExpression {
    .call(name, operands.map { SwiftArgument(nil, $0) } + arguments)
  }

  /// A number as a tensor, which a number alone is not.
  package var asTensor: SwiftExpression {
    isNumber ? .call("Tensor", on: [self]) : self
  }

  /// Whether it is a number that an operator turns into a tensor.
  package var isNumber: Bool {
    if case .number(let value) = self { value.isFinite } else { false }
  }
}

extension Shape.Extent {
  /// The extent as Swift source.
  package var swift: String {
    switch self {
    case .fixed(let length): "\(length)"
    case .batch: ".batch"
    case .symbol(let name): ".symbol(\(String(reflecting: name)))"
    }
  }
}

extension Shape {
  /// The shape as Swift source: `[.batch, 3]`.
  package var swift: String { "[" + extents.map(\.swift).joined(separator: ", ") + "]" }
}
