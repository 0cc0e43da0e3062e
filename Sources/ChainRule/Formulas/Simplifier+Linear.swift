// Linear operations: what they are applied to gives numbers and scalar symbols to the front.

extension Simplifier {
  /// An operation that is linear in its first operand, with numbers and scalar symbols moved in front of it.
  mutating func linear(_ node: Node, _ operands: [AlgebraicSum]) -> AlgebraicSum {
    let (front, rest) = split(operands[0], symbolsOnly: true)
    if front.coefficient.isZero { return zero(node.shape) }
    let others = operands.dropFirst().map { builder.tensor($0) }
    let first = builder.tensor(AlgebraicSum([rest], shape: operands[0].shape))
    let result = builder.apply(node.primitive, [first] + others)
    return times(front, AlgebraicSum([Monomial(of: result)], shape: node.shape))
  }

  /// Applies a linear operation to what is left when numbers and scalar symbols are moved in front of it.
  mutating func scaled(
    _ operand: AlgebraicSum, shape: Shape, _ body: (inout Simplifier, AlgebraicSum) -> Tensor
  ) -> AlgebraicSum {
    let (front, rest) = split(operand)
    if front.coefficient.isZero { return zero(shape) }
    // Ones, moved about, are ones.
    if rest.factors.isEmpty {
      builder.note(.leftBroadcasting)
      return AlgebraicSum([front], shape: shape)
    }
    let result = body(&self, AlgebraicSum([rest], shape: operand.shape))
    return times(front, AlgebraicSum([Monomial(of: result)], shape: shape))
  }

  /// Nothing, as what an operation makes of nothing.
  mutating func zero(_ shape: Shape) -> AlgebraicSum {
    builder.note(.droppedZero)
    return AlgebraicSum(shape: shape)
  }

  /// The number and scalars of a value (perhaps only those that are symbols), and the rest.
  mutating func split(
    _ value: AlgebraicSum, symbolsOnly: Bool = false
  ) -> (front: Monomial, rest: Monomial) {
    func isInFront(_ factor: Monomial.Factor) -> Bool {
      symbolsOnly ? factor.base.isScalarSymbol : factor.base.node.shape.isScalar
    }
    let whole = builder.monomial(value)
    var front = whole.filtered(isInFront)
    front.coefficient = whole.coefficient
    return (front, whole.filtered { !isInFront($0) })
  }

  /// A value with a factor that was moved in front of it.
  mutating func times(_ front: Monomial, _ value: AlgebraicSum) -> AlgebraicSum {
    if front.factors.isEmpty && front.coefficient == 1 { return value }
    builder.note(.movedFactorOut)
    let product = builder.product(front, builder.monomial(value), shape: value.shape)
    return refined(product, shape: value.shape)
  }

  mutating func matrixProduct(_ operands: [AlgebraicSum], shape: Shape) -> AlgebraicSum {
    let (front, left) = split(operands[0])
    let (other, right) = split(operands[1])
    let scale = builder.product(front, other, shape: [])
    if scale.coefficient.isZero { return zero(shape) }
    let a = builder.tensor(AlgebraicSum([left], shape: operands[0].shape))
    let b = builder.tensor(AlgebraicSum([right], shape: operands[1].shape))
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

  /// A sum over axes; along one that a value does not vary on, it is a product with the length.
  mutating func summed(_ operand: AlgebraicSum, over axes: [Int], shape: Shape) -> AlgebraicSum {
    let (front, rest) = split(operand)
    if front.coefficient.isZero { return zero(shape) }
    let body = builder.natural(AlgebraicSum([rest], shape: operand.shape))
    let (own, whole) = (body.node.shape, operand.shape)
    let missing = whole.rank - own.rank
    var scale = front
    var varies = false
    for axis in axes {
      if axis >= missing && own[axis - missing] == whole[axis] {
        varies = true
      } else {
        builder.note(.countedEqualTerms)
        scale = builder.product(scale, count(of: whole[axis]), shape: [])
      }
    }
    if scale.coefficient.isZero { return AlgebraicSum(shape: shape) }
    if rest.factors.isEmpty { return AlgebraicSum([scale], shape: shape) }
    let ownAxes = axes.filter { $0 >= missing }.map { $0 - missing }
    if case .normalization(let family) = definition(of: body).node.primitive, family.kind == .softmax,
      family.axes == ownAxes
    {
      builder.note(.totalOfSoftmax)
      return AlgebraicSum([scale], shape: shape)
    }
    var result = body
    if varies {
      result = total(of: body, over: ownAxes)
      if missing > 0 { builder.note(.leftBroadcasting) }
    } else if !ownAxes.isEmpty {
      let left = own.extents.indices.filter { !ownAxes.contains($0) }.map { own[$0] }
      result = builder.apply(.reshape(Reshape(target: Shape(left))), [body])
    }
    if case .leaf(.number(let number)) = result.node.primitive {
      return AlgebraicSum([builder.product(scale, Monomial(Coefficient(number)), shape: [])], shape: shape)
    }
    if ones(result) != nil {
      builder.note(.totalOfOnes)
      return AlgebraicSum([scale], shape: shape)
    }
    return times(scale, AlgebraicSum([Monomial(of: result)], shape: shape))
  }

  /// How many elements an axis has: a number or a symbol.
  private func count(of extent: Shape.Extent) -> Monomial {
    if case .fixed(let length) = extent { return Monomial(length) }
    return Monomial(of: builder.leaf(.extent(extent)))
  }

  /// The sum of a tensor over axes: of a sum, over the axes of both; of what was placed among zeros, without the zeros.
  private mutating func total(of body: Tensor, over axes: [Int]) -> Tensor {
    guard let operand = body.node.inputs.first.map({ Tensor($0) }) else {
      return builder.apply(.sum(Sum(axes: axes)), [body])
    }
    if let trace = trace(of: body, over: axes) { return trace }
    switch body.node.primitive {
    case .sum(let inner):
      builder.note(.nestedTotals)
      let kept = operand.node.shape.extents.indices.filter { !inner.axes.contains($0) }
      return total(of: operand, over: (inner.axes + axes.map { kept[$0] }).sorted())
    case .diagonalMatrix where body.isDiagonalSquare:
      builder.note(.totalOfPlaced)
      return axes.count == 1 ? operand : total(of: operand, over: [0])
    case .pad(let pad) where axes == pad.ranges.indices.filter({ pad.ranges[$0] != nil }):
      builder.note(.totalOfPlaced)
      let value = AlgebraicSum([Monomial(of: operand)], shape: operand.node.shape)
      return builder.tensor(
        summed(ones(operand) ?? value, over: axes, shape: operand.node.shape.dropping(axes)))
    case .scatterAdd(let scatter) where axes == [scatter.axis] && scatter.takesOne(body.node.inputs[1]):
      builder.note(.totalOfPlaced)
      return operand
    default: return builder.apply(.sum(Sum(axes: axes)), [body])
    }
  }

  /// The value of an array of ones.
  private func ones(_ tensor: Tensor) -> AlgebraicSum? {
    guard case .broadcast = tensor.node.primitive, case .leaf(.number(1)) = tensor.node.inputs[0].primitive
    else { return nil }
    return AlgebraicSum([Monomial(1)], shape: tensor.node.shape)
  }
}

extension ScatterAdd {
  /// Whether each index places one element.
  fileprivate func takesOne(_ indices: Node) -> Bool { indices.shape.rank == batchAxes && axis >= batchAxes }
}

extension Shape {
  /// This shape without some axes.
  func dropping(_ axes: [Int]) -> Shape {
    Shape(extents.indices.filter { !axes.contains($0) }.map { self[$0] })
  }
}
