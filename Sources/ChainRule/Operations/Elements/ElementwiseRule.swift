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
  case power(String)
  /// `1 − x²`
  case oneMinusPower(String)
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

  package func written(_ operands: [Written], shape: Shape, in style: NotationStyle) -> Written {
    switch rule.notation {
    case .minus: style.negated(operands[0])
    case .function(let name): style.function(name, operands)
    case .power(let exponent): style.power(operands[0], exponent)
    case .oneMinusPower(let exponent): style.difference(style.number(1), style.power(operands[0], exponent))
    case .root: style.root(operands[0])
    case .bars: style.bars(operands[0])
    case .floor: style.rounded(operands[0], up: false)
    case .ceiling: style.rounded(operands[0], up: true)
    }
  }

  package func swift(_ operands: [Written], shape: Shape) -> Written {
    switch self {
    case .negate: Written("-" + operands[0].base, .prefix)
    case .square: .call("squared", operands)
    default: .call(name, operands)
    }
  }
}
