/// One row of the table of elementwise functions.
package struct ElementwiseRule: Sendable {
  package let notation: ElementwiseNotation
  private let intervals: (ClosedRange<Double>, ClosedRange<Double>?)
  /// The function itself, which a `Program<Float>` calls in double precision, rounding once.
  package let value: @Sendable (Double) -> Double
  /// The derivative in terms of input `x` and output `y`, in a form that loses no digits.
  package let derivative: @Sendable (_ x: Tensor, _ y: Tensor) -> Partial

  /// Intervals on which value and first two derivatives are smooth, from which the sweeps draw.
  package var smoothOn: [ClosedRange<Double>] { [intervals.0] + (intervals.1.map { [$0] } ?? []) }

  /// A row of a function with a notation of its own.
  package static func written(
    _ notation: ElementwiseNotation, on interval: ClosedRange<Double>, and other: ClosedRange<Double>? = nil,
    _ value: @escaping @Sendable (Double) -> Double,
    derivative: @escaping @Sendable (_ x: Tensor, _ y: Tensor) -> Partial
  ) -> ElementwiseRule {
    ElementwiseRule(notation: notation, intervals: (interval, other), value: value, derivative: derivative)
  }

  /// A row of a function that is written as `name(x)`.
  package static func function(
    _ name: String, on interval: ClosedRange<Double>, and other: ClosedRange<Double>? = nil,
    _ value: @escaping @Sendable (Double) -> Double,
    derivative: @escaping @Sendable (_ x: Tensor, _ y: Tensor) -> Partial
  ) -> ElementwiseRule {
    .written(.function(name), on: interval, and: other, value, derivative: derivative)
  }
}

/// How an elementwise function is written.
package enum ElementwiseNotation: Sendable {
  /// `−x`
  case minus
  /// `f(x)`
  case function(String)
  /// `x²`
  case power(Int)
  /// `1 − x²`
  case oneMinusPower(Int)
  /// `√x`
  case root
  /// `|x|`
  case bars
  /// `⌊x⌋`
  case floor
  /// `⌈x⌉`
  case ceiling
}

extension Elementwise: DifferentiableMap {
  package var name: String { rawValue }
  package var primitive: Primitive { .elementwise(self) }

  package var linearity: Linearity { self == .negate ? .all : .none }

  package var flow: CotangentFlow {
    switch self {
    case .negate, .abs, .relu: .passed
    case .sqrt, .log, .log1p, .asin, .acos, .acosh, .atanh, .logGamma: .scaled(hasPoles: true)
    default: .scaled(hasPoles: false)
    }
  }

  package func picked(_ index: Int, of inputs: Inputs, output: Tensor) -> Mask? {
    self == .relu ? Mask(inputs[0] .> 0, isByValue: true) : nil
  }

  package func shape(
    of operands: Inputs, at location: ChainRuleError.Location?
  ) throws(ChainRuleError) -> Shape { operands[0].node.shape }

  package func partial(in index: Int, of inputs: Inputs, output: Tensor) -> Partial {
    rule.derivative(inputs[0], output)
  }

  package func notation(of operands: [TensorNotation], shape: Shape) -> TensorNotation {
    switch rule.notation {
    case .minus: .negated(operands[0])
    case .function(let name): .function(name, operands[0])
    case .power(let exponent): .power(of: operands[0], .integer(exponent), shape: shape)
    case .oneMinusPower(let exponent):
      .difference(.number(1), .power(of: operands[0], .integer(exponent), shape: shape))
    case .root: .root(operands[0])
    case .bars: .enclosed(operands[0], .bars)
    case .floor: .enclosed(operands[0], .floor)
    case .ceiling: .enclosed(operands[0], .ceiling)
    }
  }

  package func source(of operands: [SwiftExpression], shape: Shape) -> SwiftExpression {
    switch self {
    case .negate: .negated(operands[0])
    case .square: .call("squared", on: operands)
    default: .call(name, on: operands)
    }
  }
}
