// Values that have a name are written by it, and slopes of functions by the named values of these.

extension Simplifier {
  /// A function of simplified operands, by the name that its value has.
  mutating func function(_ primitive: Primitive, _ inputs: [Tensor]) -> Tensor {
    let plain = builder.apply(primitive, inputs)
    guard let name = names[plain] else { return plain }
    builder.note(.namedValue)
    return name
  }

  /// σ(x), by its name or by that of σ(−x).
  mutating func logistic(_ argument: Tensor) -> Tensor {
    let result = function(.elementwise(.sigmoid), [argument])
    if result.isNamed || names.isEmpty { return result }
    let opposite = builder.opposite(argument)
    guard let name = names[builder.apply(.elementwise(.sigmoid), [opposite])] else { return result }
    builder.note(.namedValue)
    builder.note(.logisticOfNegative)
    return oneLess(name)
  }

  /// σ′(x) as p(1 − p) and tanh(x/2) as 2p − 1, where p names σ(x); nil where nothing does.
  mutating func byNamedValue(_ function: Elementwise, of operand: AlgebraicSum) -> AlgebraicSum? {
    if names.isEmpty { return nil }
    let half = operand.scaled(by: function == .tanh ? 2 : 1)
    let argument = builder.natural(half)
    guard let name = names[builder.apply(.elementwise(.sigmoid), [argument])] else { return nil }
    let value = AlgebraicSum([Monomial(of: name)], shape: operand.shape)
    if function == .tanh {
      builder.note(.tangentOfHalf)
      return AlgebraicSum([Monomial(of: name).scaled(by: 2), Monomial(-1)], shape: operand.shape)
    }
    builder.note(.logisticSlope)
    let rest = AlgebraicSum([Monomial(of: oneLess(name))], shape: operand.shape)
    return product(value, rest, shape: operand.shape)
  }

  /// A product with 1 − h² for sech²(x), where h names tanh(x).
  mutating func hyperbolicSlopes(_ product: Monomial) -> Monomial {
    if names.isEmpty { return product }
    for factor in product.factors
    where factor.exponent == 2 && factor.base.node.primitive == .elementwise(.sech) {
      guard let slope = hyperbolicSlope(of: factor.base) else { continue }
      let rest = product.filtered { $0 != factor }.scaled(by: product.coefficient)
      return rest.multiplied(by: builder.monomial(slope))?.monomial ?? product
    }
    return product
  }

  /// sech²(x) as 1 − h², where h names tanh(x); nil of anything else.
  mutating func squareByNamedValue(_ operand: AlgebraicSum) -> AlgebraicSum? {
    guard !names.isEmpty, let base = operand.onlyFactor, base.node.primitive == .elementwise(.sech) else {
      return nil
    }
    return hyperbolicSlope(of: base)
  }

  private mutating func hyperbolicSlope(of secant: Tensor) -> AlgebraicSum? {
    let tangent = builder.apply(.elementwise(.tanh), [Tensor(secant.node.inputs[0])])
    guard let square = names[tangent].flatMap({ Monomial(of: $0).raised(to: 2) }) else { return nil }
    builder.note(.hyperbolicSlope)
    return AlgebraicSum([Monomial(1), square.scaled(by: -1)], shape: secant.node.shape)
  }

  /// 1 − x.
  private mutating func oneLess(_ name: Tensor) -> Tensor {
    builder.natural(
      AlgebraicSum([Monomial(1), Monomial(of: name).scaled(by: -1)], shape: name.node.shape))
  }

  /// The name of a function's value, where the value is used beside it too.
  mutating func learnName(_ name: Node, of value: AlgebraicSum) {
    let definition = builder.natural(value)
    let tensor = Tensor(name)
    definitions[tensor] = definition
    if definition.node.shape == name.shape && definition.isValueOfFunction && names[definition] == nil {
      names[definition] = tensor
    }
  }
}

extension Tensor {
  /// Whether this is what a function makes of its operands, not what arithmetic does.
  fileprivate var isValueOfFunction: Bool {
    switch node.primitive {
    case .elementwise(let function): function != .negate && function != .square
    case .normalization, .reduction, .matrixFunction, .polygamma: true
    default: false
    }
  }
}
