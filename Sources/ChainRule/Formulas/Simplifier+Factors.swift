// What the factors of a product come to beside each other.

extension Simplifier {
  /// A product, with the rules for pairs of factors applied.
  mutating func refined(_ product: Monomial, shape: Shape) -> AlgebraicSum {
    let term = outerProduct(diagonalProduct(withoutGuards(ratios(product)), shape: shape), shape: shape)
    return distributed(term, shape: shape) ?? AlgebraicSum([term], shape: shape)
  }

  /// A condition x ≠ 0 beside what is zero where x is.
  private mutating func withoutGuards(_ product: Monomial) -> Monomial {
    let needless = product.factors.filter { factor in
      guard let guarded = factor.base.guardedAgainstZero,
        !product.factors.contains(where: { $0.base == guarded && $0.exponent < 0 })
      else { return false }
      return product.factors.contains { $0.exponent > 0 && vanishes($0.base, with: guarded) }
    }
    if needless.isEmpty { return product }
    builder.note(.droppedGuard)
    var result = product.filtered { !needless.contains($0) }
    result.coefficient = product.coefficient
    return result
  }

  /// Whether `base` is zero wherever `zero` is: itself, what a norm is of, and what is linear in that.
  private func vanishes(_ base: Tensor, with zero: Tensor, depth: Int = 0) -> Bool {
    if base == zero { return true }
    if case .reduction(let reduction) = zero.node.primitive, reduction.kind == .norm,
      zero.node.shape.isScalar, base == Tensor(zero.node.inputs[0])
    {
      return true
    }
    if depth == 4 { return false }
    let inputs = base.node.inputs.map { Tensor($0) }
    return switch base.node.primitive {
    case .matrixProduct, .arithmetic(.multiply):
      inputs.contains { vanishes($0, with: zero, depth: depth + 1) }
    case .sum, .permutation, .reshape, .broadcast, .elementwise(.negate):
      vanishes(inputs[0], with: zero, depth: depth + 1)
    default: false
    }
  }

  /// Quotients of functions that are a function: exp by 1 + exp, sinh by cosh, the logistic function's slope by its value.
  private mutating func ratios(_ product: Monomial) -> Monomial {
    var result = product
    for below in product.factors where below.exponent < 0 {
      let above = result.factors.first { $0.exponent > 0 && quotient($0.base, below.base) != nil }
      let found = above.flatMap { quotient($0.base, below.base) } ?? logisticQuotient(below.base)
      guard let found, let next = replacing(above?.base, over: below.base, by: found.replacement, in: result)
      else { continue }
      builder.note(found.rule)
      result = next
    }
    return logisticProduct(rootRatios(result))
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

  /// exp(−x) σ(x) = σ(−x).
  private mutating func logisticProduct(_ product: Monomial) -> Monomial {
    let simple = product.factors.filter { $0.exponent == 1 }.map(\.base)
    for exponential in simple where exponential.node.primitive == .elementwise(.exp) {
      let argument = Tensor(exponential.node.inputs[0])
      let negative = builder.apply(.elementwise(.sigmoid), [builder.opposite(argument)])
      guard simple.contains(negative) else { continue }
      builder.note(.logisticFunction)
      var rest = product.filtered { $0.base != exponential && $0.base != negative }
      rest.coefficient = product.coefficient
      let logistic = builder.apply(.elementwise(.sigmoid), [argument])
      return rest.multiplied(by: Monomial(of: logistic))?.monomial ?? product
    }
    return product
  }

  /// What one factor over another is, if it is one function.
  private func quotient(_ above: Tensor, _ below: Tensor) -> Quotient? {
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
    case .function(let primitive, let argument): function = builder.apply(primitive, [argument])
    case .complement(let value): function = complement(ofLogistic: value)
    case .logisticOfNegative(let argument):
      function = builder.apply(.elementwise(.sigmoid), [builder.opposite(argument)])
    }
    var result = product.multiplied(by: Monomial(of: below))?.monomial
    if let above, let inverse = Monomial(of: above).raised(to: -1) {
      result = result?.multiplied(by: inverse)?.monomial
    }
    return result?.multiplied(by: Monomial(of: function))?.monomial
  }

  /// A vector as a column times a vector as a row, element by element, is their outer product.
  private mutating func outerProduct(_ product: Monomial, shape: Shape) -> Monomial {
    let arrays = product.factors.filter { !$0.base.node.shape.isScalar }
    guard shape.rank == 2, shape[0] != 1, shape[1] != 1, arrays.count == 2,
      arrays.allSatisfy({ $0.exponent == 1 }),
      let column = arrays.first(where: { $0.base.node.shape == [shape[0], 1] })?.base,
      let row = arrays.first(where: { $0.base != column })?.base,
      row.node.shape == [shape[1]] || row.node.shape == [1, shape[1]]
    else { return product }
    builder.note(.outerProduct)
    let flat = builder.apply(.reshape(Reshape(target: [1, shape[1]])), [row.withoutReshape])
    let matrix = builder.apply(.matrixProduct(MatrixProduct()), [column, flat])
    var scalars = product.filtered(\.base.node.shape.isScalar)
    scalars.coefficient = product.coefficient
    return builder.product(scalars, Monomial(of: matrix), shape: shape)
  }

  /// A factor times a sum, term by term, where that is shorter; nil where it is not.
  private mutating func distributed(_ product: Monomial, shape: Shape) -> AlgebraicSum? {
    guard let factor = product.factors.first(where: { $0.exponent == 1 && isWorthOpening($0.base, product) }),
      let parts = builder.terms(of: factor.base)
    else { return nil }
    let others = product.filtered { $0 != factor }
    var result = AlgebraicSum(shape: shape)
    let (uses, before) = (builder.uses, builder.cost(of: others) + builder.cost(of: factor.base))
    for part in parts {
      guard let product = others.multiplied(by: part) else { return nil }
      result.add(outerProduct(diagonalProduct(ratios(product.monomial), shape: shape), shape: shape))
    }
    result = multipliedOut(result)
    // An identity matrix that disappears is worth as many factors as before.
    let hasIdentity = parts.contains { $0.factors.contains { $0.base.isIdentityMatrix } }
    if builder.cost(of: result) >= (hasIdentity ? before + 1 : before) {
      builder.uses = uses
      return nil
    }
    builder.note(.multipliedOut)
    return result.scaled(by: product.coefficient)
  }

  /// Whether a term of the sum has, below the fraction bar or as an identity matrix, what the product can take up.
  private func isWorthOpening(_ base: Tensor, _ product: Monomial) -> Bool {
    guard let parts = builder.terms(of: base), parts.count <= 8 else { return false }
    return parts.contains { part in
      part.factors.contains { inner in
        if inner.base.isIdentityMatrix { return product.factors.contains { $0.base.node.shape.rank == 1 } }
        return product.factors.contains { outer in
          outer.base != base
            && (outer.base == inner.base && (outer.exponent < 0) != (inner.exponent < 0)
              || inner.exponent < 0 && outer.exponent > 0 && quotient(outer.base, inner.base) != nil)
        }
      }
    }
  }
}

/// What one factor over another is.
private struct Quotient {
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
  /// What a comparison x ≠ 0 is about; nil of anything else.
  var guardedAgainstZero: Tensor? {
    guard case .comparison(.notEqual) = node.primitive, case .leaf(.number(0)) = node.inputs[1].primitive
    else { return nil }
    return Tensor(node.inputs[0])
  }

  /// The tensor that was reshaped.
  var withoutReshape: Tensor {
    var tensor = self
    while case .reshape = tensor.node.primitive { tensor = Tensor(tensor.node.inputs[0]) }
    return tensor
  }

  /// The axes over which this is the sum of `other`, if its elements are those that go with the elements of `other`.
  fileprivate func axesSummed(of other: Tensor) -> [Int]? {
    let sum = withoutReshape
    guard case .sum(let family) = sum.node.primitive, Tensor(sum.node.inputs[0]) == other else { return nil }
    let isAligned = sum.node.shape.isScalar || node.shape == other.node.shape.keeping(family.axes)
    return isAligned ? family.axes : nil
  }
}
