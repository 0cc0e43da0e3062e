/// Rewrites a recorded graph by the algebra of real numbers into the form a textbook prints.
///
/// The result is a recorded graph again: tests evaluate both and demand the same numbers. Programs never run
/// it, because the algebra of real numbers is not that of IEEE arithmetic; it serves to be read.
struct Simplifier {
  var builder = FormulaBuilder()
  private var values: [AlgebraicSum] = []
  /// What was assumed different from zero.
  private(set) var conditions: [Tensor] = []

  /// The simplified form of `root`; named tensors below it stand for themselves.
  static func simplify(_ root: Tensor) -> (tensor: Tensor, conditions: [Tensor]) {
    var simplifier = Simplifier()
    let traversal = Traversal(from: [root.node])
    for node in traversal.nodes {
      let operands = node.inputs.compactMap { input in
        traversal.index(of: input).map { simplifier.values[$0] }
      }
      simplifier.values.append(simplifier.value(of: node, operands, isRoot: node === root.node))
    }
    let result = simplifier.builder.tensor(simplifier.values[simplifier.values.count - 1])
    return (result, simplifier.conditions)
  }

  private mutating func value(of node: Node, _ operands: [AlgebraicSum], isRoot: Bool) -> AlgebraicSum {
    switch node.primitive {
    case .leaf(.number(let value)):
      AlgebraicSum([Monomial(Ratio(value))], shape: [])
    case .leaf:
      AlgebraicSum([Monomial(of: builder.leaf(Tensor(node)))], shape: node.shape)
    case .name:
      isRoot ? operands[0] : AlgebraicSum([Monomial(of: Tensor(node))], shape: node.shape)
    case .elementwise(.negate):
      operands[0].scaled(by: -1)
    case .elementwise(.square):
      AlgebraicSum([builder.monomial(operands[0]).raised(to: 2)], shape: node.shape)
    case .elementwise(.exp), .elementwise(.expm1):
      exponential(node, operands)
    case .elementwise, .polygamma:
      applied(node, operands)
    case .stopGradient:
      operands[0]
    case .arithmetic(let operation):
      arithmetic(operation, node, operands)
    case .comparison(let comparison):
      condition(comparison, node, operands)
    case .select(let select) where select.isGuard:
      AlgebraicSum(operands[1].terms, shape: node.shape)
    case .select:
      choice(node, operands)
    case .matrixProduct:
      matrixProduct(node, operands)
    case .permutation(let permutation):
      transposedTerms(operands[0], permutation)
        ?? scaled(operands[0], shape: node.shape) { $0.transposed($1, permutation) }
    case .reshape(let reshape):
      reshaped(operands[0], to: reshape.target)
    case .broadcast:
      AlgebraicSum(operands[0].terms, shape: node.shape)
    case .sum(let sum):
      summed(operands[0], over: sum.axes, shape: node.shape)
    case .normalization(let family) where family.kind == .centered:
      centered(node, operands)
    case .normalization(let family) where family.kind == .sumOfOthers:
      sumOfOthers(operands[0], over: family.axes, shape: node.shape)
    case .diagonalMatrix(let matrix):
      identity(matrix, operands) ?? linear(node, operands)
    case .slice, .pad, .reversal, .gather, .scatterAdd, .cumulativeSum, .triangle, .diagonal:
      linear(node, operands)
    case .concatenation, .reduction, .normalization, .arrangement, .matrixFunction, .solution, .custom:
      whole(node, operands)
    }
  }

  mutating func assumeNotZero(_ bases: [Tensor]) {
    conditions += bases.filter { !conditions.contains($0) }
  }

  /// The operation on simplified operands, as it stands.
  mutating func applied(_ node: Node, _ operands: [AlgebraicSum]) -> AlgebraicSum {
    var inputs = operands.map { builder.natural($0) }
    var result = builder.apply(node.primitive, inputs)
    if result.invalidity != nil {
      inputs = operands.map { builder.tensor($0) }
      result = builder.apply(node.primitive, inputs)
    }
    return AlgebraicSum([Monomial(of: result)], shape: node.shape)
  }

  /// The operation on simplified operands of their full shapes, as it stands.
  private mutating func whole(_ node: Node, _ operands: [AlgebraicSum]) -> AlgebraicSum {
    let result = builder.apply(node.primitive, operands.map { builder.tensor($0) })
    return AlgebraicSum([Monomial(of: result)], shape: node.shape)
  }

  /// An operation that is linear in its first operand, with numbers and scalar symbols moved in front of it.
  mutating func linear(_ node: Node, _ operands: [AlgebraicSum]) -> AlgebraicSum {
    let (front, rest) = split(operands[0])
    if front.coefficient.isZero { return AlgebraicSum(shape: node.shape) }
    let others = operands.dropFirst().map { builder.tensor($0) }
    let first = builder.tensor(AlgebraicSum([rest], shape: operands[0].shape))
    let result = builder.apply(node.primitive, [first] + others)
    return times(front, AlgebraicSum([Monomial(of: result)], shape: node.shape))
  }

  private mutating func arithmetic(
    _ operation: Arithmetic, _ node: Node, _ operands: [AlgebraicSum]
  ) -> AlgebraicSum {
    switch operation {
    case .add, .subtract:
      var result = builder.expanded(operands[0])
      result.shape = node.shape
      let other = builder.expanded(operands[1]).scaled(by: operation == .add ? 1 : -1)
      for term in other.terms { result.add(term) }
      return multipliedOut(result)
    case .multiply, .divide:
      let right = builder.monomial(operands[1])
      // A quotient by the number 0 is not a number: it is left as it stands.
      if operation == .divide && right.coefficient.isZero { return applied(node, operands) }
      let factor = operation == .multiply ? right : right.raised(to: -1)
      let (product, cancelled) = builder.product(builder.monomial(operands[0]), factor)
      assumeNotZero(cancelled)
      return AlgebraicSum([diagonalProduct(product)], shape: node.shape)
    case .power:
      guard case .leaf(.number(let exponent)) = node.inputs[1].primitive,
        exponent.rounded() == exponent, Swift.abs(exponent) <= 64
      else { return applied(node, operands) }
      let base = builder.monomial(operands[0])
      if exponent < 0 && base.coefficient.isZero { return applied(node, operands) }
      return AlgebraicSum([base.raised(to: Int(exponent))], shape: node.shape)
    case .maximum, .minimum, .atan2, .logAddExp:
      return applied(node, operands)
    }
  }

  /// A comparison with 0 of another comparison, which is 0 or 1, is that one or its opposite.
  private mutating func condition(
    _ comparison: Comparison, _ node: Node, _ operands: [AlgebraicSum]
  ) -> AlgebraicSum {
    if let identity = identity(comparison, node, operands) { return identity }
    let result = applied(node, operands)
    guard comparison == .equal || comparison == .notEqual, operands[1].terms.isEmpty,
      operands[0].terms.count == 1, operands[0].terms[0].coefficient == 1,
      operands[0].terms[0].factors.count == 1, let inner = operands[0].terms[0].factors.first?.base,
      case .comparison(let condition) = inner.node.primitive
    else { return result }
    if comparison == .notEqual { return operands[0] }
    let opposite = builder.apply(.comparison(condition.opposite), inner.node.inputs.map { Tensor($0) })
    return AlgebraicSum([Monomial(of: opposite)], shape: node.shape)
  }

  /// A choice between a value and 0 is the value times the condition in Iverson's brackets.
  private mutating func choice(_ node: Node, _ operands: [AlgebraicSum]) -> AlgebraicSum {
    guard let kept = [1, 2].first(where: { operands[3 - $0].terms.isEmpty }),
      let condition = operands[0].terms.first?.factors.first?.base, operands[0].terms.count == 1,
      operands[0].terms[0].coefficient == 1, operands[0].terms[0].factors.count == 1,
      case .comparison(let comparison) = condition.node.primitive
    else { return applied(node, operands) }
    let bracket =
      kept == 1
      ? condition
      : builder.apply(.comparison(comparison.opposite), condition.node.inputs.map { Tensor($0) })
    let value = builder.monomial(operands[kept])
    return AlgebraicSum([builder.product(Monomial(of: bracket), value).monomial], shape: node.shape)
  }

  /// Applies a linear operation to what is left when numbers and scalar symbols are moved in front of it.
  mutating func scaled(
    _ operand: AlgebraicSum, shape: Shape, _ body: (inout Simplifier, AlgebraicSum) -> Tensor
  ) -> AlgebraicSum {
    let (front, rest) = split(operand)
    if front.coefficient.isZero { return AlgebraicSum(shape: shape) }
    // Ones, moved about, are ones.
    if rest.factors.isEmpty { return AlgebraicSum([front], shape: shape) }
    let result = body(&self, AlgebraicSum([rest], shape: operand.shape))
    return times(front, AlgebraicSum([Monomial(of: result)], shape: shape))
  }

  /// The number and scalar symbols of a value, and the rest.
  mutating func split(_ value: AlgebraicSum) -> (front: Monomial, rest: Monomial) {
    let whole = builder.monomial(value)
    var front = whole.filtered(\.base.isScalarSymbol)
    front.coefficient = whole.coefficient
    return (front, whole.filtered { !$0.base.isScalarSymbol })
  }

  mutating func times(_ front: Monomial, _ value: AlgebraicSum) -> AlgebraicSum {
    AlgebraicSum([builder.product(front, builder.monomial(value)).monomial], shape: value.shape)
  }

  private mutating func matrixProduct(_ node: Node, _ operands: [AlgebraicSum]) -> AlgebraicSum {
    let (front, left) = split(operands[0])
    let (other, right) = split(operands[1])
    let scale = builder.product(front, other).monomial
    if scale.coefficient.isZero { return AlgebraicSum(shape: node.shape) }
    let a = builder.tensor(AlgebraicSum([left], shape: operands[0].shape))
    let b = builder.tensor(AlgebraicSum([right], shape: operands[1].shape))
    if a.isIdentityMatrix { return times(scale, AlgebraicSum([right], shape: node.shape)) }
    if b.isIdentityMatrix { return times(scale, AlgebraicSum([left], shape: node.shape)) }
    if let product = stackedProduct(a, b) {
      return times(scale, AlgebraicSum([Monomial(of: product)], shape: node.shape))
    }
    // vᵀA is written Aᵀv: a gradient has the shape of its vector.
    let isRowTimesMatrix = a.node.shape.rank == 1 && b.node.shape.rank == 2
    let product =
      isRowTimesMatrix
      ? builder.apply(node.primitive, [transposed(b, Permutation(order: [1, 0])), a])
      : builder.apply(node.primitive, [a, b])
    return times(scale, AlgebraicSum([Monomial(of: product)], shape: node.shape))
  }

  private mutating func transposed(_ value: AlgebraicSum, _ permutation: Permutation) -> Tensor {
    transposed(builder.tensor(value), permutation)
  }

  /// Two permutations become one, and the transpose of a product the product of transposes.
  mutating func transposed(_ tensor: Tensor, _ permutation: Permutation) -> Tensor {
    let rank = permutation.order.count
    let order = permutation.order.map { $0 < 0 ? $0 + rank : $0 }
    if order == Array(0..<rank) || tensor.isDiagonalSquare { return tensor }
    let inputs = tensor.node.inputs.map { Tensor($0) }
    switch tensor.node.primitive {
    case .permutation(let inner):
      let combined = order.map { inner.order[$0] < 0 ? inner.order[$0] + rank : inner.order[$0] }
      return transposed(inputs[0], Permutation(order: combined))
    case .matrixProduct where inputs.allSatisfy { $0.node.shape.rank == 2 }:
      let (left, right) = (transposed(inputs[0], permutation), transposed(inputs[1], permutation))
      return builder.apply(tensor.node.primitive, [right, left])
    default:
      return builder.apply(.permutation(Permutation(order: order)), [tensor])
    }
  }

  /// A sum over axes; along one that a value does not vary on, it is a product with the length.
  mutating func summed(_ operand: AlgebraicSum, over axes: [Int], shape: Shape) -> AlgebraicSum {
    let (front, rest) = split(operand)
    if front.coefficient.isZero { return AlgebraicSum(shape: shape) }
    let body = builder.natural(AlgebraicSum([rest], shape: operand.shape))
    let (own, whole) = (body.node.shape, operand.shape)
    let missing = whole.rank - own.rank
    var scale = front
    var varies = false
    for axis in axes {
      if axis >= missing && own[axis - missing] == whole[axis] {
        varies = true
      } else if case .fixed(let length) = whole[axis] {
        scale.coefficient = scale.coefficient * Ratio(Double(length))
      } else {
        _ = scale.multiply(by: builder.leaf(.extent(whole[axis])), power: 1)
      }
    }
    if scale.coefficient.isZero { return AlgebraicSum(shape: shape) }
    if rest.factors.isEmpty { return AlgebraicSum([scale], shape: shape) }
    let ownAxes = axes.filter { $0 >= missing }.map { $0 - missing }
    var result = body
    if varies {
      result = builder.apply(.sum(Sum(axes: ownAxes)), [body])
    } else if !ownAxes.isEmpty {
      let left = own.extents.indices.filter { !ownAxes.contains($0) }.map { own[$0] }
      result = builder.apply(.reshape(Reshape(target: Shape(left))), [body])
    }
    return times(scale, AlgebraicSum([Monomial(of: result)], shape: shape))
  }
}
