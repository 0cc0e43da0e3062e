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
    if !symbolsOnly, let parts = multiples(value) { return parts }
    let whole = builder.monomial(value)
    var front = whole.filtered(isInFront)
    front.coefficient = whole.coefficient
    return (front, whole.filtered { !isInFront($0) })
  }

  /// A sum of multiples of one array as a sum of scalars and the array: 2x + sx = (2 + s) x; nil of any other value.
  private mutating func multiples(_ value: AlgebraicSum) -> (front: Monomial, rest: Monomial)? {
    let sum = builder.expanded(value)
    guard 2...4 ~= sum.terms.count, !value.shape.isScalar else { return nil }
    let array = sum.terms[0].filtered { !$0.base.node.shape.isScalar }
    if array.factors.isEmpty { return nil }
    var scalars = AlgebraicSum(shape: [])
    for term in sum.terms {
      guard term.filtered({ !$0.base.node.shape.isScalar }).isLike(array) else { return nil }
      scalars.add(term.filtered(\.base.node.shape.isScalar).scaled(by: term.coefficient))
    }
    builder.note(.collectedTerms)
    return (builder.monomial(scalars), array)
  }

  /// A value with a factor that was moved in front of it.
  mutating func times(_ front: Monomial, _ value: AlgebraicSum) -> AlgebraicSum {
    if front.factors.isEmpty && front.coefficient == 1 { return value }
    builder.note(.movedFactorOut)
    let product = builder.product(front, builder.monomial(value), shape: value.shape)
    return refined(product, shape: value.shape)
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
    if let trace = trace(of: body, over: axes) ?? weightedTotal(of: body, over: axes) { return trace }
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

  /// The sums of the rows or columns of a matrix with weights, as a product with the vector of weights; nil of anything else.
  private mutating func weightedTotal(of body: Tensor, over axes: [Int]) -> Tensor? {
    let shape = body.node.shape
    guard shape.rank == 2, axes.count == 1, !shape.extents.contains(1), shape[0] != shape[1] || axes == [1],
      let term = builder.opened(body).terms.first, builder.opened(body).terms.count == 1,
      term.coefficient == 1, term.factors.count == 2, term.factors.allSatisfy({ $0.exponent == 1 }),
      let matrix = term.factors.first(where: { $0.base.node.shape == shape })?.base,
      let other = term.factors.first(where: { $0.base != matrix })?.base,
      other.withoutReshape.node.shape == [shape[axes[0]]],
      axes[0] == 0 ? other.node.shape == [shape[0], 1] : other.node.shape != [shape[1], 1]
    else { return nil }
    builder.note(.totalOfColumns)
    let rows = axes[0] == 0 ? transposed(matrix, Permutation(order: [1, 0])) : matrix
    return builder.apply(.matrixProduct(MatrixProduct()), [rows, other.withoutReshape])
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
