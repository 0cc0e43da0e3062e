internal import ChainRule

/// Translates recorded tensors into index notation, where sums of products have one form.
struct NormalForm {
  let algebra: IndexAlgebra

  /// How many operations a tensor may be recorded with.
  private static let mostNodes = 20_000
  /// How many functions may lie in each other: each is looked into by the one around it.
  private static let deepest = 60

  /// The normal forms of some tensors, in one algebra.
  ///
  /// - Throws: `Intractable`, with the reason why there is none.
  func polynomials(of tensors: [Tensor]) throws -> [Polynomial] {
    let traversal = Traversal(from: tensors.map(\.node))
    if traversal.nodes.count > Self.mostNodes { throw Intractable.tooManyTerms }
    var forms: [Polynomial?] = []
    forms.reserveCapacity(traversal.nodes.count)
    var depths: [Int] = []
    for node in traversal.nodes {
      let inputs = node.inputs.compactMap { traversal.index(of: $0) }
      let inner = inputs.map { depths[$0] }.max() ?? 0
      depths.append(Self.isMultipliedOut(node) ? inner : inner + 1)
      if inner > Self.deepest { throw Intractable.tooDeep }
      if node.holdsIndices {
        forms.append(nil)
        continue
      }
      forms.append(try translated(node, inputs.map { forms[$0] }))
    }
    return tensors.compactMap { tensor in traversal.index(of: tensor.node).flatMap { forms[$0] } }
  }

  /// Whether an operation leaves no function around its operands.
  private static func isMultipliedOut(_ node: Node) -> Bool {
    switch node.primitive {
    case .leaf, .name, .arithmetic(.add), .arithmetic(.subtract), .arithmetic(.multiply), .matrixProduct,
      .elementwise(.negate), .sum, .permutation, .broadcast, .reshape:
      true
    default: false
    }
  }

  func polynomial(of tensor: Tensor) throws -> Polynomial { try polynomials(of: [tensor])[0] }

  private func axes(_ shape: Shape) -> [Int] { shape.extents.map { algebra.length($0) } }

  private func translated(_ node: Node, _ operands: [Polynomial?]) throws -> Polynomial {
    let axes = axes(node.shape)
    let x = operands.compactMap { $0 }
    switch node.primitive {
    case .leaf(let leaf): return try self.leaf(leaf, node, axes)
    case .stopGradient(let stop) where stop.isScale && isScale(node.inputs[0]):
      // What is divided by it is multiplied by it again.
      return try algebra.function(.scale, x, on: axes)
    case .name, .stopGradient: return x[0]
    case .elementwise(let function): return try value(of: function, x[0])
    case .polygamma(let polygamma): return try algebra.function(.polygamma(polygamma.order), x, on: axes)
    case .arithmetic(let operation):
      return try value(of: operation, aligned(x[0], to: axes), aligned(x[1], to: axes))
    case .comparison(let comparison):
      return try value(of: comparison, aligned(x[0], to: axes), aligned(x[1], to: axes))
    case .select:
      let condition = try holds(node.inputs[0], aligned(x[0], to: axes))
      let (first, second) = (try aligned(x[1], to: axes), try aligned(x[2], to: axes))
      if condition.number == .one { return first }
      return try algebra.plus(second, algebra.times(condition, algebra.minus(first, second)))
    case .matrixProduct: return try product(x[0], x[1], node, axes)
    case .sum(let sum): return try total(x[0], sum.axes, axes)
    case .reduction(let reduction): return try reduced(reduction, x[0], node, axes)
    case .normalization(let normalization): return try normalized(normalization, x[0], node)
    case .matrixFunction(let function) where x[0].axes.count == 2: return try value(of: function, x[0], node)
    case .solution where x[0].axes.count == 2 && x[1].axes.count == 2:
      return try algebra.matrixProduct(algebra.inverse(x[0]), x[1])
    case .cofactorDerivative where x[0].axes.count == 2: return try cofactorDerivative(x[0], x[1])
    case .custom(let custom) where custom.isExpression: return x[x.count - 1]
    default: return try moved(node, x, axes) ?? opaque(node, x, axes)
    }
  }

  /// Whether this is the greater of magnitudes, as derivative rules scale by.
  private func isScale(_ node: Node) -> Bool {
    guard case .arithmetic(.maximum) = node.primitive else { return false }
    return node.inputs.map { $0 }.allSatisfy { operand in
      switch operand.primitive {
      case .elementwise(.abs): true
      case .leaf(.number(let value)): value > 0
      default: false
      }
    }
  }

  // MARK: Leaves

  private func leaf(_ leaf: Leaf, _ node: Node, _ axes: [Int]) throws -> Polynomial {
    switch leaf {
    case .number(let value):
      guard let fraction = Fraction(decimalTextOf: value) else {
        throw value.isFinite ? Intractable.longNumbers : Intractable(reason: "it holds the number \(value)")
      }
      return algebra.constant(fraction)
    case .extent(let extent): return try algebra.lengthValue(algebra.length(extent))
    case .freedom(let counted, let correction):
      var count = algebra.constant(.one)
      for extent in counted.extents {
        count = try algebra.times(count, algebra.lengthValue(algebra.length(extent)))
      }
      return try algebra.minus(count, algebra.constant(Fraction(correction)))
    case .constant(let array):
      if let first = array.elements.first, array.elements.allSatisfy({ $0 == first }),
        let fraction = Fraction(decimalTextOf: first)
      {
        return algebra.constant(fraction, on: axes)
      }
      return try symbol(node, .array(node.shape, array.elements), axes)
    case .positions(let extent): return try symbol(node, .positions(extent), axes)
    case .input, .parameter: return try symbol(node, .node(node.identity), axes)
    case .indices, .fixedIndices, .invalid:
      throw Intractable(reason: "it holds integers where numbers belong")
    }
  }

  /// An array that stands for itself.
  func symbol(_ node: Node, _ key: IndexAlgebra.SymbolKey, _ axes: [Int]) throws -> Polynomial {
    let indices = axes.enumerated().map { axis, length in
      algebra.extents[length] == 1 ? Index.at(0) : Index.free(axis)
    }
    return try algebra.factor(
      algebra.number(of: .symbol(algebra.symbolNumber(key, of: node))), indices, on: axes)
  }

  // MARK: Broadcasting, sums, products

  /// An operand repeated to the axes of a result.
  private func aligned(_ p: Polynomial, to axes: [Int]) throws -> Polynomial {
    if p.axes == axes { return p }
    let offset = axes.count - p.axes.count
    if offset == 0 || p.axes.isEmpty { return Polynomial(axes: axes, terms: p.terms) }
    return try algebra.placed(p, at: algebra.free(p.axes.count, from: offset), on: axes)
  }

  private func total(_ p: Polynomial, _ summed: [Int], _ axes: [Int]) throws -> Polynomial {
    var (places, sums, next) = ([Index](), [Index: Int](), 0)
    for axis in p.axes.indices {
      if summed.contains(axis) {
        let index = algebra.fresh()
        places.append(index)
        sums[index] = p.axes[axis]
      } else {
        places.append(.free(next))
        next += 1
      }
    }
    return try algebra.placed(p, at: places, on: axes, over: sums)
  }

  private func product(_ a: Polynomial, _ b: Polynomial, _ node: Node, _ axes: [Int]) throws -> Polynomial {
    let (left, right) = (node.inputs[0].shape, node.inputs[1].shape)
    let (isRow, isColumn) = (left.rank == 1, right.rank == 1)
    let inner = algebra.fresh()
    let leading = axes.count - (isRow ? 0 : 1) - (isColumn ? 0 : 1)
    func places(_ shape: Shape, _ matrix: [Index]) -> [Index] {
      let own = shape.rank - matrix.count
      return algebra.free(own, from: leading - own) + matrix
    }
    let first = places(left, isRow ? [inner] : [.free(leading), inner])
    let second = places(right, isColumn ? [inner] : [inner, .free(axes.count - 1)])
    let length = algebra.length(left[left.rank - 1])
    if algebra.extents[length] == 1 {
      // An axis of length 1 has no index.
      return try algebra.product(a, at: first, b, at: second, on: axes)
    }
    return try algebra.product(a, at: first, b, at: second, on: axes, over: [inner: length])
  }

  private func reduced(
    _ reduction: Reduction, _ p: Polynomial, _ node: Node, _ axes: [Int]
  ) throws -> Polynomial {
    switch reduction.kind {
    case .logSumExp:
      return try algebra.logarithm(total(algebra.exponential(p), reduction.axes, axes))
    case .norm:
      return try algebra.power(total(algebra.times(p, p), reduction.axes, axes), Fraction(1, over: 2) ?? .one)
    case .min:
      let opposite = Reduction(kind: .max, axes: reduction.axes, acceptsNone: reduction.acceptsNone)
      let negated = try algebra.scaled(p, Fraction(-1))
      return try algebra.scaled(greatest(negated, opposite, axes, node), Fraction(-1))
    case .max: return try greatest(p, reduction, axes, node)
    }
  }

  private func greatest(
    _ p: Polynomial, _ reduction: Reduction, _ axes: [Int], _ node: Node
  ) throws -> Polynomial {
    let plain = Reduction(kind: .max, axes: reduction.axes)
    return try opaque(.reduction(plain), [p], axes, sameAs: 0)
  }

  private func normalized(
    _ normalization: Normalization, _ p: Polynomial, _ node: Node
  ) throws -> Polynomial {
    let kept = p.axes.indices.filter { !normalization.axes.contains($0) }
    func sum(_ q: Polynomial) throws -> Polynomial {
      let sum = try total(q, normalization.axes, kept.map { q.axes[$0] })
      return try algebra.placed(sum, at: kept.map { .free($0) }, on: p.axes)
    }
    switch normalization.kind {
    case .softmax:
      algebra.note("softmax x = exp x/Σ exp x")
      let powers = try algebra.exponential(p)
      return try algebra.times(powers, algebra.reciprocal(sum(powers)))
    case .logSoftmax: return try algebra.minus(p, algebra.logarithm(sum(algebra.exponential(p))))
    case .centered:
      var mean = try sum(p)
      for axis in normalization.axes {
        mean = try algebra.times(mean, algebra.lengthValue(p.axes[axis], power: -1, on: p.axes))
      }
      return try algebra.minus(p, mean)
    case .sumOfOthers: return try algebra.minus(sum(p), p)
    }
  }

  // MARK: Matrices

  private func value(of function: MatrixFunction, _ p: Polynomial, _ node: Node) throws -> Polynomial {
    switch function {
    case .inverse: return try algebra.inverse(p)
    case .determinant: return try algebra.determinant(p)
    case .logDeterminant: return try algebra.logarithm(algebra.determinant(p))
    case .cofactors: return try cofactors(p)
    case .cholesky: return try opaque(node, [p], p.axes)
    }
  }

  /// det A · A⁻ᵀ, for regular matrices.
  private func cofactors(_ p: Polynomial) throws -> Polynomial {
    algebra.note("cof A = det A · A⁻ᵀ")
    return try algebra.product(
      algebra.determinant(p), at: [], algebra.transposed(algebra.inverse(p)), at: algebra.free(2), on: p.axes)
  }

  private func cofactorDerivative(_ p: Polynomial, _ change: Polynomial) throws -> Polynomial {
    let inverse = try algebra.inverse(p)
    let moved = try algebra.matrixProduct(inverse, change)
    let index = algebra.fresh()
    let trace = try algebra.placed(moved, at: [index, index], on: [], over: [index: p.axes[0]])
    let turned = try algebra.transposed(algebra.matrixProduct(moved, inverse))
    let spread = try algebra.product(
      trace, at: [], algebra.transposed(inverse), at: algebra.free(2), on: p.axes)
    return try algebra.product(
      algebra.determinant(p), at: [], algebra.minus(spread, turned), at: algebra.free(2), on: p.axes)
  }

  // MARK: What stands for itself

  /// Any other operation: it equals the same operation on equal operands, and is known for nothing else.
  func opaque(_ node: Node, _ operands: [Polynomial], _ axes: [Int]) throws -> Polynomial {
    var integers = 0
    for input in node.inputs where input.holdsIndices { integers = try self.integers(input) }
    if case .custom(let custom) = node.primitive, !custom.isExpression {
      return try opaque(.custom(custom), operands, axes, sameAs: integers)
    }
    return try opaque(node.primitive, operands, axes, sameAs: integers)
  }

  func opaque(
    _ primitive: Primitive, _ operands: [Polynomial], _ axes: [Int], sameAs integers: Int
  ) throws -> Polynomial {
    let used = axes.enumerated().filter { algebra.extents[$0.element] != 1 }.map { Index.free($0.offset) }
    let number = algebra.number(of: .operation(primitive, operands, sameAs: integers))
    return try algebra.factor(number, used, on: axes)
  }

  /// The number under which an array of integers is known.
  func integers(_ node: Node) throws -> Int {
    var leaf = node
    while case .name = leaf.primitive { leaf = leaf.inputs[0] }
    let key: IndexAlgebra.SymbolKey =
      if case .leaf(.fixedIndices(let indices)) = leaf.primitive {
        .array(Shape(indices.shape), indices.elements.map(Double.init))
      } else {
        .node(leaf.identity)
      }
    return 1 + algebra.symbolNumber(key, of: leaf)
  }
}

extension IndexAlgebra {
  func symbolNumber(_ key: SymbolKey, of node: Node) -> Int {
    if let number = symbolNumbers[key] { return number }
    symbols.append(node)
    symbolNumbers[key] = symbols.count - 1
    return symbols.count - 1
  }
}
