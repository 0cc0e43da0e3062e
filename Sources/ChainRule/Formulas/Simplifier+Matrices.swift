// Products of matrices and vectors.

extension Simplifier {
  mutating func matrixProduct(_ operands: [AlgebraicSum], shape: Shape) -> AlgebraicSum {
    let (front, left) = split(operands[0])
    let (other, right) = split(operands[1])
    let scale = builder.product(front, other, shape: [])
    if scale.coefficient.isZero { return zero(shape) }
    let a = matrix(AlgebraicSum([left], shape: operands[0].shape))
    let b = matrix(AlgebraicSum([right], shape: operands[1].shape))
    if a.isIdentityMatrix || b.isIdentityMatrix {
      builder.note(.droppedIdentity)
      return times(scale, AlgebraicSum([a.isIdentityMatrix ? right : left], shape: shape))
    }
    if let product = stackedProduct(a, b) {
      builder.note(.stackedVectors)
      return times(scale, AlgebraicSum([Monomial(of: product)], shape: shape))
    }
    return times(scale, AlgebraicSum([Monomial(of: matrices(a, b))], shape: shape))
  }

  /// A factor of a product of matrices; a matrix that a stack repeats stands for the stack.
  private mutating func matrix(_ value: AlgebraicSum) -> Tensor {
    let natural = builder.natural(value)
    let own = natural.node.shape
    let isRepeated =
      value.shape.rank == 3 && own.rank == 2 && own.extents[...] == value.shape.extents.suffix(2)
    if isRepeated { builder.note(.leftBroadcasting) }
    return isRepeated ? natural : builder.fitted(natural, to: value.shape)
  }

  /// vᵀA is written Aᵀv: a gradient has the shape of its vector.
  private mutating func matrices(_ left: Tensor, _ right: Tensor) -> Tensor {
    let product = Primitive.matrixProduct(MatrixProduct())
    guard left.node.shape.rank == 1 && right.node.shape.rank == 2 else {
      return weighted(left, right) ?? builder.apply(product, [left, right])
    }
    builder.note(.transposedRow)
    return builder.apply(product, [transposed(right, Permutation(order: [1, 0])), left])
  }

  /// The transpose of rows with weights, times a matrix: Xᵀ diag(v) Y; nil of anything else.
  mutating func weighted(_ left: Tensor, _ right: Tensor) -> Tensor? {
    guard case .permutation = left.node.primitive, right.node.shape.rank == 2 else { return nil }
    let rows = Tensor(left.node.inputs[0])
    let length = rows.node.shape[0]
    guard rows.node.shape.rank == 2, length != 1, rows.node.shape[1] != 1,
      let term = builder.opened(rows).terms.first, builder.opened(rows).terms.count == 1,
      let matrix = term.factors.first(where: { $0.base.node.shape == rows.node.shape }), matrix.exponent == 1
    else { return nil }
    let weights = term.filtered { $0 != matrix }
    guard !weights.factors.isEmpty, term.coefficient == 1,
      weights.factors.allSatisfy({ $0.base.node.shape == [length, 1] })
    else { return nil }
    var vector = Monomial(1)
    for factor in weights.factors {
      guard let flat = flattened(factor.base, length),
        let power = Monomial(of: flat).raised(to: factor.exponent)
      else { return nil }
      vector = builder.product(vector, power, shape: [length])
    }
    builder.note(.weightedProduct)
    let diagonal = builder.apply(
      .diagonalMatrix(DiagonalMatrix(rows: length, columns: length)),
      [builder.tensor(AlgebraicSum([vector], shape: [length]))])
    let product = Primitive.matrixProduct(MatrixProduct())
    let first = builder.apply(product, [transposed(matrix.base, Permutation(order: [1, 0])), diagonal])
    return builder.apply(product, [first, right])
  }

  /// The vector of which this is the column, by the same functions of vectors; nil where it is made in another way.
  private func flattened(_ column: Tensor, _ length: Shape.Extent, depth: Int = 0) -> Tensor? {
    let bare = column.withoutReshape
    if column.node.shape.isScalar { return column }
    if bare.node.shape == [length] { return bare }
    guard depth < 8, column.node.shape == [length, 1], !column.node.inputs.isEmpty else { return nil }
    switch column.node.primitive {
    case .elementwise, .polygamma, .arithmetic, .comparison, .select:
      let inputs = column.node.inputs.compactMap { flattened(Tensor($0), length, depth: depth + 1) }
      return inputs.count == column.node.inputs.count ? builder.apply(column.node.primitive, inputs) : nil
    case .matrixProduct where column.node.inputs[1].shape.rank == 2:
      guard
        let vector = flattened(
          Tensor(column.node.inputs[1]), column.node.inputs[1].shape[0], depth: depth + 1)
      else { return nil }
      return builder.apply(column.node.primitive, [Tensor(column.node.inputs[0]), vector])
    default: return nil
    }
  }
}
