// Quotients of functions that are a function, and fractions within fractions.

extension Simplifier {
  /// Quotients of functions that are a function: exp by 1 + exp, sinh by cosh, the logistic function's slope by its value.
  mutating func ratios(_ product: Monomial) -> Monomial {
    var result = product
    for below in product.factors where below.exponent < 0 {
      let above = result.factors.first { $0.exponent > 0 && quotient($0.base, below.base) != nil }
      let found = above.flatMap { quotient($0.base, below.base) } ?? logisticQuotient(below.base)
      guard let found, let next = replacing(above?.base, over: below.base, by: found.replacement, in: result)
      else { continue }
      builder.note(found.rule)
      result = next
    }
    return withoutFractionsBelow(hyperbolicSlopes(logisticProduct(rootRatios(result))))
  }

  /// 1/(s(1 + a/s)) = 1/(s + a): a sum below the fraction bar takes up the scalars there that its own terms divide by.
  private mutating func withoutFractionsBelow(_ product: Monomial) -> Monomial {
    for sum in product.factors where sum.exponent < 0 {
      guard let terms = builder.terms(of: sum.base), terms.count <= 4 else { continue }
      for scalar in product.factors
      where scalar.exponent < 0 && scalar.exponent <= sum.exponent && scalar.base.node.shape.isScalar
        && terms.contains(where: { $0.factors.contains { $0.base == scalar.base && $0.exponent == -1 } })
      {
        var cleared = AlgebraicSum(shape: sum.base.node.shape)
        for term in terms {
          guard let part = term.multiplied(by: Monomial(of: scalar.base)) else { return product }
          cleared.add(part.monomial)
        }
        guard builder.cost(of: cleared) <= builder.cost(of: sum.base) + 1,
          let below = builder.monomial(cleared).raised(to: sum.exponent),
          let others = product.multiplied(
            by: Monomial(of: sum.base).raised(to: -sum.exponent) ?? Monomial(0))?.monomial
            .multiplied(by: Monomial(of: scalar.base).raised(to: -sum.exponent) ?? Monomial(0))?.monomial
            .multiplied(by: below)?.monomial
        else { continue }
        builder.note(.clearedFraction)
        return withoutFractionsBelow(others)
      }
    }
    return product
  }

  /// √a/a = 1/√a.
  private mutating func rootRatios(_ product: Monomial) -> Monomial {
    for root in product.factors where root.exponent == 1 && root.base.node.primitive == .elementwise(.sqrt) {
      let radicand = Tensor(root.base.node.inputs[0])
      guard product.factors.contains(where: { $0.base == radicand && $0.exponent < 0 }),
        let inverse = Monomial(of: root.base).raised(to: -2),
        let result = product.multiplied(by: Monomial(of: radicand))?.monomial.multiplied(by: inverse)?
          .monomial
      else { continue }
      builder.note(.rootOverRadicand)
      return result
    }
    return product
  }

  /// Whether a value is σ(x), and the other exp(−x).
  func isLogistic(_ value: Tensor, ofNegative exponential: Tensor) -> Bool {
    guard exponential.node.primitive == .elementwise(.exp) else { return false }
    let logistic = definition(of: value).node
    guard logistic.primitive == .elementwise(.sigmoid) else { return false }
    let (power, argument) = (Tensor(exponential.node.inputs[0]), Tensor(logistic.inputs[0]))
    return builder.opened(power).negated.terms == builder.opened(argument).terms
  }

  /// exp(−x) σ(x) = σ(−x).
  private mutating func logisticProduct(_ product: Monomial) -> Monomial {
    for factor in product.factors
    where factor.base.node.primitive == .elementwise(.exp) && factor.exponent == 1 {
      let argument = Tensor(factor.base.node.inputs[0])
      let plain = builder.apply(.elementwise(.sigmoid), [builder.opposite(argument)])
      let negative = names[plain] ?? plain
      guard product.factors.contains(where: { $0.base == negative && $0.exponent > 0 }),
        let inverse = Monomial(of: negative).raised(to: -1)
      else { continue }
      builder.note(.logisticFunction)
      let rest = product.filtered { $0 != factor }.scaled(by: product.coefficient)
      let logistic = Monomial(of: logistic(argument))
      return rest.multiplied(by: inverse)?.monomial.multiplied(by: logistic)?.monomial ?? product
    }
    return product
  }

  /// What one factor over another is, if it is one function.
  func quotient(_ above: Tensor, _ below: Tensor) -> Quotient? {
    if above.isDiagonalSquare, case .elementwise(.exp) = above.node.inputs[0].primitive,
      let axes = below.axesSummed(of: Tensor(above.node.inputs[0]))
    {
      let softmax = Normalization(kind: .softmax, axes: axes).primitive
      let vector = builder.apply(softmax, [Tensor(above.node.inputs[0].inputs[0])])
      return Quotient(.tensor(builder.apply(above.node.primitive, [vector])), .softmaxOfExponentials)
    }
    guard case .elementwise(let function) = above.node.primitive else { return nil }
    let argument = above.node.inputs[0]
    func isFunction(_ tensor: Tensor, _ function: Elementwise) -> Bool {
      let node = definition(of: tensor).node
      return node.primitive == .elementwise(function) && node.inputs[0] === argument
    }
    func result(_ primitive: Primitive, _ rule: Simplification) -> Quotient {
      Quotient(.function(primitive, Tensor(argument)), rule)
    }
    switch function {
    case .exp:
      if builder.onePlus(below) == above { return result(.elementwise(.sigmoid), .logisticFunction) }
      return below.axesSummed(of: above).map { axes in
        result(.normalization(Normalization(kind: .softmax, axes: axes)), .softmaxOfExponentials)
      }
    case .sinh where isFunction(below, .cosh): return result(.elementwise(.tanh), .tangent)
    case .sin where isFunction(below, .cos): return result(.elementwise(.tan), .tangent)
    // σ′ = σ(1 − σ), of which one factor stands below.
    case .sigmoidSlope where isFunction(below, .sigmoid): return Quotient(.complement(below), .logisticSlope)
    case .sigmoidSlope:
      guard let value = builder.oneMinus(below), isFunction(value, .sigmoid) else { return nil }
      return Quotient(.tensor(value), .logisticSlope)
    default: return nil
    }
  }

  /// 1/(1 + exp(x)), where no exp(x) stands above it.
  private func logisticQuotient(_ below: Tensor) -> Quotient? {
    guard let exponential = builder.onePlus(below), case .elementwise(.exp) = exponential.node.primitive
    else { return nil }
    return Quotient(.logisticOfNegative(Tensor(exponential.node.inputs[0])), .logisticFunction)
  }

  /// A product with `replacement` in place of one factor over another; nil if it grows beyond what formulas hold.
  private mutating func replacing(
    _ above: Tensor?, over below: Tensor, by replacement: Quotient.Replacement, in product: Monomial
  ) -> Monomial? {
    let function: Tensor
    switch replacement {
    case .tensor(let tensor): function = tensor
    case .function(let primitive, let argument): function = self.function(primitive, [argument])
    case .complement(let value): function = complement(ofLogistic: value)
    case .logisticOfNegative(let argument):
      function = logistic(builder.opposite(argument))
    }
    var result = product.multiplied(by: Monomial(of: below))?.monomial
    if let above, let inverse = Monomial(of: above).raised(to: -1) {
      result = result?.multiplied(by: inverse)?.monomial
    }
    return result?.multiplied(by: Monomial(of: function))?.monomial
  }
}

/// What one factor over another is.
struct Quotient {
  enum Replacement {
    case tensor(Tensor)
    case function(Primitive, Tensor)
    /// One less the value of the logistic function.
    case complement(Tensor)
    case logisticOfNegative(Tensor)
  }

  let replacement: Replacement
  let rule: Simplification

  init(_ replacement: Replacement, _ rule: Simplification) {
    self.replacement = replacement
    self.rule = rule
  }
}

extension Tensor {
  /// The axes over which this is the sum of `other`, if its elements are those that go with the elements of `other`.
  fileprivate func axesSummed(of other: Tensor) -> [Int]? {
    let sum = withoutReshape
    guard case .sum(let family) = sum.node.primitive, Tensor(sum.node.inputs[0]) == other else { return nil }
    let isAligned = sum.node.shape.isScalar || node.shape == other.node.shape.keeping(family.axes)
    return isAligned ? family.axes : nil
  }
}
