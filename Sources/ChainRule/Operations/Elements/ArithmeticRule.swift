/// One row of the table of functions of two numbers.
package struct ArithmeticRule: Sendable {
  /// A derivative in terms of the operands, of which it takes what it needs, and the output `y`.
  package typealias Derivative = @Sendable (_ operands: Inputs, _ y: Tensor) -> Partial
  /// An interval for each operand.
  package typealias Box = (ClosedRange<Double>, ClosedRange<Double>)

  package let symbol: String
  private let boxes: (Box, Box?)
  package let first: Derivative
  package let second: Derivative

  /// Boxes on which value and first two derivatives are smooth, from which the sweeps draw.
  package var smoothOn: [Box] { [boxes.0] + (boxes.1.map { [$0] } ?? []) }

  /// A row: the symbol, one or two boxes, and the derivatives in the operands `x` and `z`.
  package static func symbol(
    _ symbol: String, on box: Box, and other: Box? = nil, x first: @escaping Derivative,
    z second: @escaping Derivative
  ) -> ArithmeticRule {
    ArithmeticRule(symbol: symbol, boxes: (box, other), first: first, second: second)
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

  package var linearity: Linearity {
    switch self {
    case .add, .subtract: .all
    case .multiply: .each
    case .divide: .first
    case .power, .maximum, .minimum, .atan2, .logAddExp: .none
    }
  }

  package var flow: CotangentFlow {
    switch self {
    case .add, .subtract, .maximum, .minimum: .passed
    case .divide, .power, .atan2: .scaled(hasPoles: true)
    case .multiply, .logAddExp: .scaled(hasPoles: false)
    }
  }

  package func picked(_ index: Int, of inputs: Inputs, output: Tensor) -> Mask? {
    guard self == .maximum || self == .minimum else { return nil }
    let (own, other) = (inputs[index], inputs[1 - index])
    return Mask(self == .maximum ? own .>= other : own .<= other, isByValue: true)
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
    // The row in place, so that nothing of it is made but the derivative.
    let rule = ArithmeticRule.row(of: self)
    return index == 0 ? rule.first(inputs, output) : rule.second(inputs, output)
  }

  package func notation(of operands: [TensorNotation], shape: Shape) -> TensorNotation {
    let operands = TensorNotation.aligned(operands, in: shape)
    return switch self {
    case .add: .sum(operands[0], operands[1])
    case .subtract: .difference(operands[0], operands[1])
    case .multiply: .scaled(operands, shape: shape) ?? .product(of: operands[0], operands[1])
    case .divide: .quotient(operands[0], operands[1], isScalar: shape.isScalar)
    case .power: .power(of: operands[0], operands[1], shape: shape)
    case .maximum, .minimum, .atan2, .logAddExp: .call(rule.symbol, operands, over: [])
    }
  }

  package func source(of operands: [SwiftExpression], shape: Shape) -> SwiftExpression {
    switch self {
    case .add: .infix(operands[0], .add, operands[1])
    case .subtract: .infix(operands[0], .subtract, operands[1])
    case .multiply: .infix(operands[0], .multiply, operands[1])
    case .divide: .infix(operands[0], .divide, operands[1])
    case .power: .call("pow", on: operands)
    case .maximum, .minimum, .atan2, .logAddExp: .call(name, on: operands)
    }
  }
}
