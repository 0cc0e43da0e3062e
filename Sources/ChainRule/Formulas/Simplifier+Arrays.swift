// What operations on whole arrays come to: identity matrices, differences from the mean, and axes of length 1.

extension Simplifier {
  /// Differences from the mean, with what does not vary in front; their own mean is 0.
  mutating func centered(_ node: Node, _ operands: [AlgebraicSum]) -> AlgebraicSum {
    let (front, rest) = split(operands[0])
    let varying = rest.filtered { !$0.base.node.shape.isScalar }
    if varying.factors.isEmpty || front.coefficient.isZero {
      builder.note(.differencesOfEqual)
      return AlgebraicSum(shape: node.shape)
    }
    if let factor = varying.onlyFactor, factor.node.shape == node.shape,
      factor.node.primitive == node.primitive
    {
      builder.note(.centeredAgain)
      return operands[0]
    }
    let constant = builder.product(front, rest.filtered(\.base.node.shape.isScalar), shape: [])
    let difference = builder.apply(
      node.primitive, [builder.tensor(AlgebraicSum([varying], shape: node.shape))])
    return times(constant, AlgebraicSum([Monomial(of: difference)], shape: node.shape))
  }

  /// The sum of the others is the sum of all but for the element.
  mutating func sumOfOthers(_ operand: AlgebraicSum, over axes: [Int], shape: Shape) -> AlgebraicSum {
    builder.note(.totalLessElement)
    let dropped = Shape(shape.extents.indices.filter { !axes.contains($0) }.map { shape[$0] })
    let total = reshaped(summed(operand, over: axes, shape: dropped), to: shape.keeping(axes))
    var result = builder.expanded(AlgebraicSum(total.terms, shape: shape))
    for term in builder.expanded(operand).negated.terms { add(term, to: &result) }
    return multipliedOut(result)
  }

  /// The square matrix with ones on its diagonal, times what stands on it; nil if that differs along it.
  mutating func identity(_ matrix: DiagonalMatrix, _ operands: [AlgebraicSum]) -> AlgebraicSum? {
    guard matrix.rows == matrix.columns, operands[0].shape.rank == 1 else { return nil }
    let (front, rest) = split(operands[0])
    guard rest.factors.isEmpty, !front.coefficient.isZero else { return nil }
    return times(front, identity(matrix.rows))
  }

  /// Positions along two axes of one extent are equal on the diagonal.
  mutating func identity(
    _ comparison: Comparison, _ node: Node, _ operands: [AlgebraicSum]
  ) -> AlgebraicSum? {
    guard comparison == .equal, node.shape.rank == 2, node.shape[0] == node.shape[1], node.shape[0] != 1,
      let left = operands[0].onlyFactor?.positionedAxis, let right = operands[1].onlyFactor?.positionedAxis,
      left != right
    else { return nil }
    return identity(node.shape[0])
  }

  mutating func identity(_ length: Shape.Extent) -> AlgebraicSum {
    builder.note(.identityMatrix)
    let ones = builder.fitted(builder.number(1), to: [length])
    let matrix = DiagonalMatrix(rows: length, columns: length)
    let result = builder.apply(.diagonalMatrix(matrix), [ones])
    return AlgebraicSum([Monomial(of: result)], shape: [length, length])
  }

  /// The identity matrix times a vector, element by element, has the vector on its diagonal.
  mutating func diagonalProduct(_ product: Monomial, shape: Shape) -> Monomial {
    guard let identity = product.factors.first(where: { $0.base.isIdentityMatrix && $0.exponent > 0 })?.base
    else {
      return product
    }
    let length = identity.node.shape[0]
    let vector = product.filtered { $0.base.isVector(along: length) }
    if vector.factors.isEmpty || length == 1 { return product }
    builder.note(.diagonalOfProduct)
    let others = product.filtered { $0.base != identity && !$0.base.isVector(along: length) }
    var elements = Monomial(1)
    for factor in vector.factors {
      let flat = Monomial(of: factor.base.withoutReshape).raised(to: factor.exponent) ?? Monomial(1)
      elements = builder.product(elements, flat, shape: [length])
    }
    let diagonal = builder.apply(
      identity.node.primitive, [builder.tensor(AlgebraicSum([elements], shape: [length]))])
    var result = builder.product(others, Monomial(of: diagonal), shape: shape)
    result.coefficient = product.coefficient
    return result
  }

  /// A matrix times each vector of a stack is the matrix of these vectors, as rows, times the transpose; each vector
  /// of a stack times a matrix is the matrix of these vectors times that.
  mutating func stackedProduct(_ left: Tensor, _ right: Tensor) -> Tensor? {
    if let matrix = left.stackedMatrix, let rows = right.stackedVectors(alongAxis: 1) {
      let other = transposed(matrix, Permutation(order: [1, 0]))
      let target: Shape = [rows.node.shape[0], matrix.node.shape[0], 1]
      return builder.apply(.reshape(Reshape(target: target)), [matrices(rows, other)])
    }
    if let rows = left.stackedVectors(alongAxis: 2), let matrix = right.stackedMatrix {
      let target: Shape = [rows.node.shape[0], 1, matrix.node.shape[1]]
      return builder.apply(.reshape(Reshape(target: target)), [matrices(rows, matrix)])
    }
    return nil
  }

  private mutating func matrices(_ left: Tensor, _ right: Tensor) -> Tensor {
    if left.isIdentityMatrix || right.isIdentityMatrix {
      builder.note(.droppedIdentity)
      return left.isIdentityMatrix ? right : left
    }
    return builder.apply(.matrixProduct(MatrixProduct()), [left, right])
  }

  /// Two reshapes become one; axes of length 1 in front of all others are left to broadcasting.
  mutating func reshaped(_ operand: AlgebraicSum, to shape: Shape) -> AlgebraicSum {
    scaled(operand, shape: shape) { simplifier, value in
      var tensor = simplifier.builder.tensor(value)
      while case .reshape = tensor.node.primitive {
        simplifier.builder.note(.joinedReshapes)
        tensor = Tensor(tensor.node.inputs[0])
      }
      if let product = simplifier.vector(of: tensor, shape) { return product }
      if tensor.node.shape.isTrailing(in: shape) {
        simplifier.builder.note(.leftBroadcasting)
        return tensor
      }
      return simplifier.builder.apply(.reshape(Reshape(target: shape)), [tensor])
    }
  }
}

extension Simplifier {
  /// A matrix times a column, as a vector of the given shape, is the matrix times the vector; nil of anything else.
  fileprivate mutating func vector(of tensor: Tensor, _ shape: Shape) -> Tensor? {
    guard shape.rank == 1, tensor.node.shape == [shape[0], 1], case .matrixProduct = tensor.node.primitive,
      tensor.node.inputs[0].shape.rank == 2
    else { return nil }
    let column = Tensor(tensor.node.inputs[1])
    guard case .reshape = column.node.primitive, column.withoutReshape.node.shape.rank == 1 else {
      return nil
    }
    builder.note(.columnAsVector)
    return builder.apply(tensor.node.primitive, [Tensor(tensor.node.inputs[0]), column.withoutReshape])
  }
}

extension Tensor {
  /// Whether this is the identity matrix as formulas record it: ones on the diagonal of a square.
  var isIdentityMatrix: Bool {
    guard isDiagonalSquare, case .broadcast = node.inputs[0].primitive,
      case .leaf(.number(1)) = node.inputs[0].inputs[0].primitive
    else { return false }
    return true
  }

  /// Whether this is a vector of so many elements, standing as a row or as a column.
  fileprivate func isVector(along length: Shape.Extent) -> Bool {
    withoutReshape.node.shape == [length]
      && [[length], [1, length], [length, 1]].contains(node.shape)
  }

  /// Whether this is a square matrix with a vector on its diagonal, which is its own transpose.
  var isDiagonalSquare: Bool {
    guard case .diagonalMatrix(let matrix) = node.primitive else { return false }
    return matrix.rows == matrix.columns && node.shape.rank == 2
  }

  /// The one matrix that this is, perhaps with an axis of length 1 in front.
  fileprivate var stackedMatrix: Tensor? {
    if node.shape.rank == 2 { return self }
    guard case .reshape = node.primitive, node.shape.rank == 3 else { return nil }
    let matrix = Tensor(node.inputs[0])
    return matrix.node.shape.rank == 2 && matrix.node.shape.isTrailing(in: node.shape) ? matrix : nil
  }

  /// The vectors, as rows of a matrix, of which this is a stack of columns or rows that run along an axis.
  fileprivate func stackedVectors(alongAxis axis: Int) -> Tensor? {
    guard case .reshape = node.primitive, node.shape.rank == 3, node.shape[3 - axis] == 1 else { return nil }
    let rows = Tensor(node.inputs[0])
    return rows.node.shape == [node.shape[0], node.shape[axis]] ? rows : nil
  }

  /// Along which axis of a matrix the positions 0, 1, 2, … run that this is; nil if it is anything else.
  fileprivate var positionedAxis: Int? {
    if case .leaf(.positions) = node.primitive { return 1 }
    guard case .reshape = node.primitive, case .leaf(.positions) = node.inputs[0].primitive,
      node.shape.rank == 2
    else { return nil }
    return node.shape[1] == 1 ? 0 : node.shape[0] == 1 ? 1 : nil
  }
}

extension Shape {
  /// Whether `other` is this with axes of length 1 in front.
  func isTrailing(in other: Shape) -> Bool {
    rank <= other.rank && other.extents.suffix(rank) == extents[...]
      && other.extents.dropLast(rank).allSatisfy { $0 == 1 }
  }
}
