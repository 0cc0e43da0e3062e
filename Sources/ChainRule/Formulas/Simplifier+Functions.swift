// Functions of functions: exponentials and logarithms undo each other, and what softmax leaves of constants.

extension Simplifier {
  /// exp(log x), and e to the power of the logarithm of a softmax.
  mutating func exponential(_ node: Node, _ operands: [AlgebraicSum]) -> AlgebraicSum {
    let power = applied(node, operands)
    guard let logarithm = power.onlyFactor?.node.inputs.first, logarithm.shape == node.shape,
      case .normalization(let family) = logarithm.primitive, family.kind == .logSoftmax
    else { return power }
    let softmax = Primitive.normalization(Normalization(kind: .softmax, axes: family.axes))
    builder.note(.exponentialOfLogarithm)
    let result = function(softmax, [Tensor(logarithm.inputs[0])])
    var value = AlgebraicSum([Monomial(of: result)], shape: node.shape)
    if case .elementwise(.expm1) = node.primitive { value.add(Monomial(-1)) }
    return value
  }

  /// log(exp x), log(1 + exp x) and log Σ exp x.
  mutating func logarithm(_ node: Node, _ operands: [AlgebraicSum]) -> AlgebraicSum {
    let operand = builder.natural(operands[0])
    let isShifted = node.primitive == .elementwise(.log1p)
    let inner = isShifted ? operand : builder.onePlus(operand)
    if let inner, case .elementwise(.exp) = inner.node.primitive {
      builder.note(.softplus)
      let result = builder.apply(.elementwise(.softplus), [Tensor(inner.node.inputs[0])])
      return AlgebraicSum([Monomial(of: result)], shape: node.shape)
    }
    if isShifted { return applied(node, operands) }
    if case .elementwise(.exp) = operand.node.primitive {
      builder.note(.logarithmOfExponential)
      var result = builder.opened(Tensor(operand.node.inputs[0]))
      result.shape = node.shape
      return result
    }
    if let result = logSumExp(operand) {
      builder.note(.logSumExp)
      return AlgebraicSum([Monomial(of: result)], shape: node.shape)
    }
    return applied(node, operands)
  }

  private func logSumExp(_ operand: Tensor) -> Tensor? {
    let total = operand.withoutReshape
    guard case .sum(let sum) = total.node.primitive,
      case .elementwise(.exp) = total.node.inputs[0].primitive
    else { return nil }
    let reduction = Reduction(kind: .logSumExp, axes: sum.axes)
    let result = builder.apply(.reduction(reduction), [Tensor(total.node.inputs[0].inputs[0])])
    return operand == total
      ? result : builder.apply(.reshape(Reshape(target: operand.node.shape)), [result])
  }

  /// What softmax averages, less what does not vary along its axes, which rules take off against rounding.
  ///
  /// Where p is a softmax, r − Σ p r is the same for r + k, since Σ p = 1.
  mutating func withoutShift(_ node: Node) -> AlgebraicSum? {
    let (shifted, total) = (node.inputs[0], Tensor(node.inputs[1]).withoutReshape.node)
    guard case .arithmetic(.subtract) = shifted.primitive, case .sum(let sum) = total.primitive,
      case .arithmetic(.multiply) = total.inputs[0].primitive, shifted.shape == node.shape
    else { return nil }
    let (weights, others) = (total.inputs[0].inputs[0], total.inputs[0].inputs[1])
    let (plain, constant) = (shifted.inputs[0], shifted.inputs[1])
    guard others === shifted, plain.shape == node.shape, constant.isConstant(along: sum.axes, in: node.shape),
      weights.isSoftmax(along: sum.axes, in: node.shape)
    else { return nil }
    builder.note(.softmaxShift)
    let values = (known(plain), known(weights))
    let weighted = product(values.1, values.0, shape: node.shape)
    let mean = reshaped(summed(weighted, over: sum.axes, shape: total.shape), to: node.inputs[1].shape)
    return self.sum(values.0, negated(mean), shape: node.shape)
  }

  /// What a name stands for.
  func definition(of tensor: Tensor) -> Tensor { definitions[tensor] ?? tensor }

  /// 1 − σ(x), which is σ(−x) where that is shorter.
  mutating func complement(ofLogistic value: Tensor) -> Tensor {
    let argument = Tensor(definition(of: value).node.inputs[0])
    if builder.isNegative(argument) {
      builder.note(.complementOfLogistic)
      return function(.elementwise(.sigmoid), [builder.opposite(argument)])
    }
    var sum = AlgebraicSum([Monomial(1)], shape: value.node.shape)
    for term in AlgebraicSum([Monomial(of: value)], shape: value.node.shape).negated.terms { sum.add(term) }
    return builder.natural(sum)
  }

  /// 1 − σ(−x) = σ(x).
  mutating func complement(_ sum: AlgebraicSum) -> AlgebraicSum? {
    guard let value = builder.oneMinus(sum), definition(of: value).node.primitive == .elementwise(.sigmoid),
      builder.isNegative(Tensor(definition(of: value).node.inputs[0]))
    else { return nil }
    return AlgebraicSum([Monomial(of: complement(ofLogistic: value))], shape: sum.shape)
  }
}

extension Node {
  /// Whether this, broadcast to `shape`, does not vary along the axes.
  fileprivate func isConstant(along axes: [Int], in shape: Shape) -> Bool {
    let missing = shape.rank - self.shape.rank
    return axes.allSatisfy { $0 < missing || self.shape[$0 - missing] == 1 }
  }

  /// Whether this, broadcast to `shape`, is a softmax along the axes.
  fileprivate func isSoftmax(along axes: [Int], in shape: Shape) -> Bool {
    var node = self
    while true {
      switch node.primitive {
      case .name: node = node.inputs[0]
      case .reshape, .broadcast:
        if !node.inputs[0].shape.isTrailing(in: node.shape) && node.primitive.isReshape { return false }
        node = node.inputs[0]
      case .elementwise(.exp):
        guard case .normalization(let family) = node.inputs[0].primitive, family.kind == .logSoftmax else {
          return false
        }
        return family.axes.map { $0 + shape.rank - node.shape.rank } == axes
      case .normalization(let family):
        return family.kind == .softmax && family.axes.map { $0 + shape.rank - node.shape.rank } == axes
      default: return false
      }
    }
  }
}

extension Primitive {
  fileprivate var isReshape: Bool { if case .reshape = self { true } else { false } }
}
