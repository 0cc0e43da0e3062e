// Inverses and traces, as books write them.

extension Simplifier {
  /// The inverse of a matrix; that of a transpose is the transpose of the inverse.
  mutating func inverted(_ node: Node, _ operand: AlgebraicSum) -> AlgebraicSum {
    let inverse = Primitive.matrixFunction(.inverse)
    let matrix = builder.natural(operand)
    if matrix.node.shape.rank == 2 && operand.shape.rank > 2
      && matrix.node.shape.extents[...] == operand.shape.extents.suffix(2)
    {
      builder.note(.inverseOfRepeated)
      let own = AlgebraicSum([Monomial(of: matrix)], shape: matrix.node.shape)
      return AlgebraicSum(inverted(matrix.node, own).terms, shape: operand.shape)
    }
    guard case .permutation(let permutation) = node.primitive, permutation.order == [1, 0] else {
      let result = builder.apply(inverse, [builder.tensor(operand)])
      return AlgebraicSum([Monomial(of: result)], shape: operand.shape)
    }
    builder.note(.inverseOfTranspose)
    let plain = builder.apply(inverse, [builder.tensor(known(node.inputs[0]))])
    return AlgebraicSum([Monomial(of: transposed(plain, permutation))], shape: operand.shape)
  }

  /// The change of the cofactors of a matrix along another, by the inverse; nil of stacks of matrices.
  mutating func cofactorDerivative(_ node: Node, _ operands: [AlgebraicSum]) -> AlgebraicSum? {
    guard node.shape.rank == 2 else { return nil }
    let matrix = builder.tensor(operands[0])
    let flip = Permutation(order: [1, 0])
    let square = operands[0].shape
    func value(_ tensor: Tensor) -> AlgebraicSum {
      AlgebraicSum([Monomial(of: tensor)], shape: tensor.node.shape)
    }
    let determinant = builder.apply(.matrixFunction(.determinant), [matrix])
    builder.note(.cofactorsByInverse, assuming: [determinant])
    let inverse = builder.apply(.matrixFunction(.inverse), [matrix])
    let other = value(transposed(inverse, flip))
    let turned = value(transposed(builder.tensor(operands[1]), flip))
    let diagonal = matrixProduct([value(inverse), operands[1]], shape: square)
    let trace = summed(
      product(diagonal, identity(square[0]), shape: square), over: [0, 1], shape: [])
    let second = matrixProduct([matrixProduct([other, turned], shape: square), other], shape: square)
    let difference = sum(product(trace, other, shape: square), negated(second), shape: square)
    return product(value(determinant), difference, shape: square)
  }

  /// The total of a matrix times the identity matrix, element by element, as a trace; nil of anything else.
  mutating func trace(of body: Tensor, over axes: [Int]) -> Tensor? {
    guard body.node.shape.rank == 2, axes.count == 2, builder.opened(body).terms.count == 1 else {
      return nil
    }
    let term = builder.opened(body).terms[0]
    guard let identity = term.factors.first(where: { $0.base.isIdentityMatrix && $0.exponent == 1 }),
      term.factors.count > 1, term.coefficient == 1
    else { return nil }
    builder.note(.traceByIdentity)
    var matrix = builder.tensor(
      AlgebraicSum([term.filtered { $0 != identity }], shape: body.node.shape))
    if case .permutation = matrix.node.primitive {
      builder.note(.traceOfTranspose)
      matrix = Tensor(matrix.node.inputs[0])
    }
    if let product = innerProduct(matrix) { return product }
    let diagonal = builder.apply(.diagonal(Diagonal()), [matrix])
    return builder.apply(.sum(Sum(axes: [0])), [diagonal])
  }

  /// The inner product of the vectors that a matrix is the outer product of; nil of other matrices.
  private mutating func innerProduct(_ matrix: Tensor) -> Tensor? {
    guard case .matrixProduct = matrix.node.primitive,
      let column = vector(ofColumn: Tensor(matrix.node.inputs[0])),
      let row = vector(ofRow: Tensor(matrix.node.inputs[1]))
    else { return nil }
    builder.note(.traceOfOuterProduct)
    return builder.apply(matrix.node.primitive, [row, column])
  }

  private func vector(ofColumn column: Tensor) -> Tensor? {
    guard column.node.shape.rank == 2, column.node.shape[1] == 1 else { return nil }
    if case .matrixProduct = column.node.primitive {
      return vector(ofColumn: Tensor(column.node.inputs[1]))
        .map { builder.apply(column.node.primitive, [Tensor(column.node.inputs[0]), $0]) }
    }
    return column.withoutReshape.node.shape.rank == 1 ? column.withoutReshape : nil
  }

  private mutating func vector(ofRow row: Tensor) -> Tensor? {
    guard row.node.shape.rank == 2, row.node.shape[0] == 1 else { return nil }
    if case .matrixProduct = row.node.primitive {
      guard let vector = vector(ofRow: Tensor(row.node.inputs[0])) else { return nil }
      let matrix = transposed(Tensor(row.node.inputs[1]), Permutation(order: [1, 0]))
      return builder.apply(row.node.primitive, [matrix, vector])
    }
    return row.withoutReshape.node.shape.rank == 1 ? row.withoutReshape : nil
  }
}
