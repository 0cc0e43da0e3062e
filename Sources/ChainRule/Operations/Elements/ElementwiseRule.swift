/// One row of the table of elementwise functions.
package struct ElementwiseRule: Sendable {
  /// Intervals on which value and first two derivatives are smooth, from which the sweeps draw.
  package var smoothOn: [ClosedRange<Double>] { intervals() }
  // Made when they are asked for: every derivative asks for its row.
  private let intervals: @Sendable () -> [ClosedRange<Double>]
  package let notation: ElementwiseNotation
  /// The function itself, which a `Program<Float>` calls in double precision, rounding once.
  package let value: @Sendable (Double) -> Double
  /// The derivative in terms of input `x` and output `y`, in a form that loses no digits.
  package let derivative: @Sendable (_ x: Tensor, _ y: Tensor) -> Partial

  package init(
    smoothOn intervals: @escaping @Sendable @autoclosure () -> [ClosedRange<Double>],
    notation: ElementwiseNotation,
    value: @escaping @Sendable (Double) -> Double,
    derivative: @escaping @Sendable (_ x: Tensor, _ y: Tensor) -> Partial
  ) {
    self.intervals = intervals
    self.notation = notation
    self.value = value
    self.derivative = derivative
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

  package var flow: CotangentFlow { self == .negate ? .elementwiseLinear : .elementwise }

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
