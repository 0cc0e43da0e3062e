// Sums, products, powers and conditions, element by element.

extension Simplifier {
  mutating func arithmetic(
    _ operation: Arithmetic, _ node: Node, _ operands: [AlgebraicSum]
  ) -> AlgebraicSum {
    switch operation {
    case .add: sum(operands[0], operands[1], shape: node.shape)
    case .subtract: withoutShift(node) ?? sum(operands[0], negated(operands[1]), shape: node.shape)
    case .multiply: product(operands[0], operands[1], shape: node.shape)
    case .divide: quotient(node, operands)
    case .power: power(node, operands)
    case .maximum, .minimum, .atan2, .logAddExp: applied(node, operands)
    }
  }

  /// The negative of each term.
  mutating func negated(_ operand: AlgebraicSum) -> AlgebraicSum {
    let terms = builder.expanded(operand)
    if terms.terms.count > 1 { builder.note(.movedSignIn) }
    if let only = terms.terms.first, terms.terms.count == 1, only.coefficient != 1 {
      builder.note(.calculatedNumbers)
    }
    return terms.negated
  }

  mutating func sum(_ left: AlgebraicSum, _ right: AlgebraicSum, shape: Shape) -> AlgebraicSum {
    var result = builder.expanded(left)
    let other = builder.expanded(right)
    if result.terms.isEmpty || other.terms.isEmpty { builder.note(.droppedZero) }
    if result.terms.count > 1 || other.terms.count > 1 { builder.note(.joinedSums) }
    noteBroadcasting([left, right], shape)
    result.shape = shape
    for term in other.terms { add(term, to: &result) }
    return refined(result)
  }

  /// Adds a term, and takes down what became of it.
  mutating func add(_ term: Monomial, to sum: inout AlgebraicSum) {
    switch sum.add(term) {
    case .collected: builder.note(.collectedTerms)
    case .cancelled: builder.note(.cancelledTerms)
    case .appended, .dropped: break
    }
  }

  mutating func product(_ left: AlgebraicSum, _ right: AlgebraicSum, shape: Shape) -> AlgebraicSum {
    if left.terms.isEmpty || right.terms.isEmpty { return zero(shape) }
    noteBroadcasting([left, right], shape)
    let product = builder.product(builder.monomial(left), builder.monomial(right), shape: shape)
    return refined(product, shape: shape)
  }

  /// Takes down that operands which are smaller than the result are left to broadcasting.
  private mutating func noteBroadcasting(_ operands: [AlgebraicSum], _ shape: Shape) {
    if builder.uses == nil { return }
    let isRepeated = operands.contains { operand in
      !operand.shape.isScalar
        && !operand.terms.contains { term in term.factors.contains { $0.base.node.shape == operand.shape } }
    }
    if isRepeated { builder.note(.leftBroadcasting) }
  }

  private mutating func quotient(_ node: Node, _ operands: [AlgebraicSum]) -> AlgebraicSum {
    let divisor = builder.monomial(operands[1])
    // A quotient by the number 0 is not a number: it is left as it stands.
    if divisor.coefficient.isZero { return applied(node, operands) }
    let inverse = builder.power(divisor, -1, shape: operands[1].shape)
    return product(operands[0], AlgebraicSum([inverse], shape: operands[1].shape), shape: node.shape)
  }

  private mutating func power(_ node: Node, _ operands: [AlgebraicSum]) -> AlgebraicSum {
    guard case .leaf(.number(let number)) = node.inputs[1].primitive, let exponent = Int(exactly: number)
    else { return applied(node, operands) }
    if exponent < 0 && operands[0].terms.isEmpty { return applied(node, operands) }
    return power(operands[0], exponent)
  }

  /// A value to an integer power.
  mutating func power(_ operand: AlgebraicSum, _ exponent: Int) -> AlgebraicSum {
    let base = builder.monomial(operand)
    if exponent == 0 { builder.note(.combinedPowers) }
    return AlgebraicSum([builder.power(base, exponent, shape: operand.shape)], shape: operand.shape)
  }

  /// A comparison with 0 of another comparison, which is 0 or 1, is that one or its opposite.
  mutating func condition(
    _ comparison: Comparison, _ node: Node, _ operands: [AlgebraicSum]
  ) -> AlgebraicSum {
    if let result = identity(comparison, node, operands) ?? comparedMultiples(comparison, node, operands) {
      return result
    }
    guard comparison == .equal || comparison == .notEqual, operands[1].terms.isEmpty,
      let inner = operands[0].onlyFactor, case .comparison(let condition) = inner.node.primitive
    else { return applied(node, operands) }
    builder.note(.invertedComparison)
    if comparison == .notEqual { return AlgebraicSum(operands[0].terms, shape: node.shape) }
    return AlgebraicSum([Monomial(of: opposite(condition, inner))], shape: node.shape)
  }

  /// Multiples of one value compare as the value does with 0.
  private mutating func comparedMultiples(
    _ comparison: Comparison, _ node: Node, _ operands: [AlgebraicSum]
  ) -> AlgebraicSum? {
    let (left, right) = (builder.monomial(operands[0]), builder.monomial(operands[1]))
    guard let term = operands[0].terms.isEmpty ? nil : left,
      !term.factors.isEmpty, operands[1].terms.isEmpty || right.isLike(term)
    else { return nil }
    let difference = term.coefficient + (operands[1].terms.isEmpty ? 0 : -right.coefficient)
    if difference.fraction == nil || difference.isZero || (operands[1].terms.isEmpty && difference == 1) {
      return nil
    }
    var value = term
    value.coefficient = 1
    let tensor = builder.natural(AlgebraicSum([value], shape: operands[0].shape))
    builder.note(.comparedMultiples)
    let result = builder.apply(
      .comparison(difference.isNegative ? comparison.mirrored : comparison), [tensor, builder.number(0)])
    return AlgebraicSum([Monomial(of: result)], shape: node.shape)
  }

  /// A choice between a value and 0 is the value times the condition in Iverson's brackets.
  mutating func choice(_ node: Node, _ operands: [AlgebraicSum]) -> AlgebraicSum {
    guard let kept = [1, 2].first(where: { operands[3 - $0].terms.isEmpty }),
      let condition = operands[0].onlyFactor, case .comparison(let comparison) = condition.node.primitive
    else { return applied(node, operands) }
    builder.note(.bracketForChoice)
    let bracket = kept == 1 ? condition : opposite(comparison, condition)
    let factor = AlgebraicSum([Monomial(of: bracket)], shape: operands[0].shape)
    return product(factor, operands[kept], shape: node.shape)
  }

  private mutating func opposite(_ comparison: Comparison, _ condition: Tensor) -> Tensor {
    builder.apply(.comparison(comparison.opposite), condition.node.inputs.map { Tensor($0) })
  }
}

extension Comparison {
  /// The comparison that holds where this one holds with operands exchanged.
  fileprivate var mirrored: Comparison {
    switch self {
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    case .equal, .notEqual: self
    }
  }
}
