// What the terms of a sum come to beside each other.

extension Simplifier {
  /// A sum, with the rules for pairs of terms applied.
  mutating func refined(_ sum: AlgebraicSum) -> AlgebraicSum {
    guard 2...8 ~= sum.terms.count else { return sum }
    if let logistic = complement(sum) ?? withOneLogistic(sum) { return logistic }
    return multipliedOut(factored(withCommonDenominator(withSlopes(withSigns(sum)))))
  }

  /// σ(x) − σ(x)² is the slope σ′(x), or p(1 − p) where σ(x) has a name.
  mutating func withSlopes(_ sum: AlgebraicSum) -> AlgebraicSum {
    for (index, term) in sum.terms.enumerated() {
      guard
        let logistic = term.factors.first(where: {
          $0.exponent == 1 && definition(of: $0.base).node.primitive == .elementwise(.sigmoid)
        }),
        let square = term.multiplied(by: Monomial(of: logistic.base))?.monomial.scaled(by: -1),
        let other = sum.terms.firstIndex(where: { $0.isLike(square) && $0.coefficient == square.coefficient })
      else { continue }
      builder.note(.logisticSlope)
      let slope = slope(ofLogistic: logistic.base)
      let rest = term.filtered { $0 != logistic }.scaled(by: term.coefficient)
      var result = AlgebraicSum(shape: sum.shape)
      for (position, term) in sum.terms.enumerated() where position != other && position != index {
        result.add(term)
      }
      result.add(builder.product(rest, slope, shape: sum.shape))
      return withSlopes(result)
    }
    return sum
  }

  private mutating func slope(ofLogistic value: Tensor) -> Monomial {
    if value.isNamed {
      return builder.product(
        Monomial(of: value), Monomial(of: complement(ofLogistic: value)), shape: value.node.shape)
    }
    var argument = Tensor(value.node.inputs[0])
    if builder.isNegative(argument) {
      builder.note(.evenFunction)
      argument = builder.opposite(argument)
    }
    return Monomial(of: function(.elementwise(.sigmoidSlope), [argument]))
  }

  /// Two fractions as one, where terms cancel above the bar: 1/s − 2a/s² = (1 − a)/s² with s = 1 + a.
  private mutating func withCommonDenominator(_ sum: AlgebraicSum) -> AlgebraicSum {
    guard sum.terms.count == 2 else { return sum }
    for (short, long) in [(sum.terms[0], sum.terms[1]), (sum.terms[1], sum.terms[0])] {
      for factor in long.factors where factor.exponent < 0 {
        guard let parts = builder.terms(of: factor.base), parts.count <= 4,
          factor.exponent == -1
            ? !short.factors.contains(where: { $0.base == factor.base })
            : short.factors.contains(where: { $0.base == factor.base && $0.exponent == factor.exponent + 1 }),
          let denominator = Monomial(of: factor.base).raised(to: factor.exponent)
        else { continue }
        var above = AlgebraicSum(shape: sum.shape)
        let plain = short.filtered { $0.base != factor.base }.scaled(by: short.coefficient)
        for part in parts {
          guard let product = plain.multiplied(by: part) else { return sum }
          above.add(product.monomial)
        }
        above.add(long.filtered { $0 != factor }.scaled(by: long.coefficient))
        if above.terms.isEmpty || above.terms.count > parts.count
          || builder.cost(of: above) >= builder.cost(of: sum)
        {
          continue
        }
        builder.note(.commonDenominator)
        let fraction = builder.product(builder.monomial(above), denominator, shape: sum.shape)
        return AlgebraicSum([fraction], shape: sum.shape)
      }
    }
    return sum
  }

  /// σ(−x) beside σ(x) as 1 − σ(x), where the sum is then no longer; else nil.
  private mutating func withOneLogistic(_ sum: AlgebraicSum) -> AlgebraicSum? {
    for (index, term) in sum.terms.enumerated() {
      guard let negative = term.factors.first(where: { $0.exponent == 1 && isLogisticOfNegative($0.base) })
      else { continue }
      let argument = builder.opposite(Tensor(negative.base.node.inputs[0]))
      let others = sum.terms.indices.filter { $0 != index }.flatMap { sum.terms[$0].factors }
      guard
        let logistic = others.first(where: { other in
          let node = definition(of: other.base).node
          return node.primitive == .elementwise(.sigmoid) && Tensor(node.inputs[0]) == argument
        })
      else { continue }
      var rest = term.filtered { $0 != negative }
      rest.coefficient = term.coefficient
      guard let product = rest.multiplied(by: Monomial(of: logistic.base)) else { continue }
      var result = AlgebraicSum(shape: sum.shape)
      for (position, term) in sum.terms.enumerated() where position != index { result.add(term) }
      result.add(rest)
      for term in AlgebraicSum([product.monomial], shape: sum.shape).negated.terms { result.add(term) }
      let uses = builder.uses
      result = multipliedOut(result, least: 1)
      if result.terms.count <= sum.terms.count {
        builder.note(.logisticOfNegative)
        return refined(result)
      }
      builder.uses = uses
    }
    return nil
  }

  private func isLogisticOfNegative(_ tensor: Tensor) -> Bool {
    tensor.node.primitive == .elementwise(.sigmoid) && builder.isNegative(Tensor(tensor.node.inputs[0]))
  }

  /// [x > 0] − [x < 0] is the sign of x.
  private mutating func withSigns(_ sum: AlgebraicSum) -> AlgebraicSum {
    for (index, term) in sum.terms.enumerated() {
      guard
        let positive = term.factors.first(where: { $0.base.comparedWithZero == .greater && $0.exponent == 1 })
      else { continue }
      let number = positive.base.node.inputs[0]
      guard
        let other = sum.terms.indices.first(where: { other in
          guard let negative = sum.terms[other].factors.first(where: { $0.base.comparedWithZero == .less })
          else { return false }
          return negative.base.node.inputs[0] === number && negative.exponent == 1
            && sum.terms[other].coefficient == -term.coefficient
            && sum.terms[other].filtered { $0 != negative }.isLike(term.filtered { $0 != positive })
        })
      else { continue }
      builder.note(.signOfNumber)
      var rest = term.filtered { $0 != positive }
      rest.coefficient = term.coefficient
      let sign = builder.apply(.elementwise(.sign), [Tensor(number)])
      var result = AlgebraicSum(shape: sum.shape)
      for (position, term) in sum.terms.enumerated() where position != index && position != other {
        result.add(term)
      }
      result.add(builder.product(rest, Monomial(of: sign), shape: sum.shape))
      return withSigns(result)
    }
    return sum
  }

  /// Products with the same matrix, and totals over the same axes, are one: AB + AC = A(B + C).
  private mutating func factored(_ sum: AlgebraicSum) -> AlgebraicSum {
    for (index, term) in sum.terms.enumerated() {
      for other in sum.terms.indices where other > index {
        guard let joined = joined(term, sum.terms[other], shape: sum.shape) else { continue }
        var result = AlgebraicSum(shape: sum.shape)
        for (position, term) in sum.terms.enumerated() where position != other {
          for part in position == index ? joined.terms : [term] { add(part, to: &result) }
        }
        return factored(result)
      }
    }
    return sum
  }

  /// Two terms as one linear operation on a sum; nil if they are none that can be joined.
  private mutating func joined(_ first: Monomial, _ second: Monomial, shape: Shape) -> AlgebraicSum? {
    let scalars = first.filtered(\.base.node.shape.isScalar)
    let (a, b) = (first.linearFactor, second.linearFactor)
    guard let a, let b, a.node.shape == b.node.shape, a.node.primitive == b.node.primitive,
      second.filtered(\.base.node.shape.isScalar).without(b).isLike(scalars.without(a))
    else { return nil }
    let (left, right) = (a.node.inputs.map { Tensor($0) }, b.node.inputs.map { Tensor($0) })
    // Operands of one shape keep theirs; the one that is the same stays.
    guard let (varying, sign, rule) = varying(a, left, right),
      left[varying].node.shape == right[varying].node.shape
    else { return nil }
    builder.note(rule)
    let isTransposed = if case .permutation = left[varying].node.primitive { true } else { false }
    let parts = [(first.coefficient, left[varying]), (second.coefficient * sign, right[varying])].map {
      builder.opened($1).scaled(by: $0)
    }
    let inner = self.sum(
      parts[isTransposed ? 1 : 0], parts[isTransposed ? 0 : 1], shape: left[varying].node.shape)
    if inner.terms.isEmpty { return AlgebraicSum(shape: shape) }
    return joined(a, left, varying, inner, front: scalars.without(a), shape: shape)
  }

  /// Which operand two linear operations differ in, the sign that the other one has in the second, and the rule that joins them.
  private mutating func varying(
    _ operation: Tensor, _ left: [Tensor], _ right: [Tensor]
  ) -> (operand: Int, sign: Coefficient, rule: Simplification)? {
    switch operation.node.primitive {
    case .sum: return (0, 1, .joinedTotals)
    case .diagonalMatrix: return (0, 1, .joinedDiagonals)
    case .matrixProduct:
      for (same, other) in [(0, 1), (1, 0)] {
        if left[same] == right[same] { return (other, 1, .factoredMatrix) }
        if builder.terms(of: left[same]) != nil, builder.terms(of: right[same]) != nil,
          builder.opposite(left[same]) == right[same]
        {
          return (other, -1, .factoredMatrix)
        }
      }
      return nil
    default: return nil
    }
  }

  private mutating func joined(
    _ operation: Tensor, _ operands: [Tensor], _ varying: Int, _ inner: AlgebraicSum, front: Monomial,
    shape: Shape
  ) -> AlgebraicSum {
    let (scale, rest) = split(inner)
    var inputs = operands
    inputs[varying] = builder.tensor(AlgebraicSum([rest], shape: inner.shape))
    var result = builder.apply(operation.node.primitive, inputs)
    if case .matrixProduct = operation.node.primitive, inputs[varying].isIdentityMatrix {
      builder.note(.droppedIdentity)
      result = inputs[1 - varying]
    }
    let factor = builder.product(front, scale, shape: [])
    return AlgebraicSum([builder.product(factor, Monomial(of: result), shape: shape)], shape: shape)
  }
}

extension Monomial {
  /// The product of matrices, or the total, that is the only factor of this but for scalars.
  fileprivate var linearFactor: Tensor? {
    func isLinear(_ factor: Factor) -> Bool {
      switch factor.base.node.primitive {
      case .sum, .matrixProduct: factor.exponent == 1
      case .diagonalMatrix: factor.exponent == 1 && !factor.base.isIdentityMatrix
      default: false
      }
    }
    let arrays = factors.filter { !$0.base.node.shape.isScalar }
    if arrays.count == 1 { return isLinear(arrays[0]) ? arrays[0].base : nil }
    let totals = arrays.isEmpty ? factors.filter(isLinear) : []
    return totals.count == 1 ? totals[0].base : nil
  }

  fileprivate func without(_ base: Tensor) -> Monomial { filtered { $0.base != base } }
}

extension Tensor {
  /// How a comparison compares a value with 0; nil of anything else.
  fileprivate var comparedWithZero: Comparison? {
    guard case .comparison(let comparison) = node.primitive,
      case .leaf(.number(0)) = node.inputs[1].primitive
    else { return nil }
    return comparison
  }
}
