/// One row of the table of functions of two numbers.
package struct ArithmeticRule: Sendable {
  /// A derivative in terms of the operands, of which it takes what it needs, and the output `y`.
  package typealias Derivative = @Sendable (_ operands: Inputs, _ y: Tensor) -> Partial

  package let symbol: String
  /// Boxes on which value and first two derivatives are smooth, from which the sweeps draw.
  package var smoothOn: [(ClosedRange<Double>, ClosedRange<Double>)] { boxes() }
  // Made when they are asked for: every derivative asks for its row.
  private let boxes: @Sendable () -> [(ClosedRange<Double>, ClosedRange<Double>)]
  package let first: Derivative
  package let second: Derivative

  package init(
    _ symbol: String,
    smoothOn boxes: @escaping @Sendable @autoclosure () -> [(ClosedRange<Double>, ClosedRange<Double>)],
    first: @escaping Derivative, second: @escaping Derivative
  ) {
    self.symbol = symbol
    self.boxes = boxes
    self.first = first
    self.second = second
  }
}

extension Inputs {
  /// The first operand of a function of two numbers, as its rules name it.
  var x: Tensor { self[0] }
  /// The second operand.
  var z: Tensor { self[1] }
}

extension Arithmetic: DifferentiableMap {
  package var name: String { rawValue }
  package var primitive: Primitive { .arithmetic(self) }

  package var flow: CotangentFlow {
    self == .add || self == .subtract ? .elementwiseLinear : .elementwise
  }

  package func shape(
    of operands: Inputs, at location: ChainRuleError.Location?
  ) throws(ChainRuleError) -> Shape {
    try Broadcasting.shape(of: operands, in: name, joinedBy: joining, at: location)
  }

  /// What stands between operands in errors.
  private var joining: String {
    rule.symbol.first?.isLetter == true || self == .power ? "with" : rule.symbol
  }

  package func partial(in index: Int, of inputs: Inputs, output: Tensor) -> Partial {
    let derivative = index == 0 ? rule.first : rule.second
    return derivative(inputs, output)
  }

  package func written(_ operands: [Written], shape: Shape, in style: NotationStyle) -> Written {
    switch self {
    case .add: style.sum(operands[0], operands[1])
    case .subtract: style.difference(operands[0], operands[1])
    case .multiply: style.product(operands[0], operands[1])
    case .divide: style.quotient(operands[0], operands[1])
    case .power: style.power(operands[0], operands[1].text)
    case .maximum, .minimum, .atan2, .logAddExp: style.function(rule.symbol, operands)
    }
  }

  package func swift(_ operands: [Written], shape: Shape) -> Written {
    switch self {
    case .add: .infix(operands, "+", .sum)
    case .subtract: .infix(operands, "-", .sum)
    case .multiply: .infix(operands, "*", .product)
    case .divide: .infix(operands, "/", .product)
    case .power: .call("pow", operands)
    case .maximum, .minimum, .atan2, .logAddExp: .call(name, operands)
    }
  }
}
