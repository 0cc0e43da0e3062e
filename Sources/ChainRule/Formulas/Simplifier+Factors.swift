// What the factors of a product come to beside each other.

extension Simplifier {
  /// A product, with the rules for pairs of factors applied.
  mutating func refined(_ product: Monomial, shape: Shape) -> AlgebraicSum {
    let term = outerProduct(diagonalProduct(withoutGuards(ratios(product)), shape: shape), shape: shape)
    return distributed(term, shape: shape) ?? AlgebraicSum([term], shape: shape)
  }

  /// A condition x ≠ 0 beside what is zero where x is.
  mutating func withoutGuards(_ product: Monomial) -> Monomial {
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
      let part = diagonalProduct(withoutGuards(ratios(product.monomial)), shape: shape)
      result.add(outerProduct(part, shape: shape))
    }
    result = multipliedOut(result)
    // An identity matrix that disappears is worth as much as what takes its place.
    let hasIdentity = parts.contains { $0.factors.contains { $0.base.isIdentityMatrix } }
    if builder.cost(of: result) >= (hasIdentity ? before + builder.cost(of: others) : before) {
      builder.uses = uses
      return nil
    }
    builder.note(.multipliedOut)
    return withSlopes(result).scaled(by: product.coefficient)
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
              || inner.exponent < 0 && outer.exponent > 0 && quotient(outer.base, inner.base) != nil
              || inner.exponent > 0 && outer.exponent > 0 && isLogistic(inner.base, ofNegative: outer.base))
        }
      }
    }
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
}
