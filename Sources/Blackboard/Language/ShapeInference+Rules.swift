import ChainRule

// What operations and operands tell of each other.

extension ShapeInference {
  /// The kind of a piece by its parts.
  mutating func forward(_ index: Int) -> Kind {
    let piece = pieces[index]
    let parts = piece.parts.map { kinds[$0] }
    switch piece.kind {
    case .number: return .scalar
    case .name(let name): return named(name, index)
    case .ones, .zeros: return Kind(isFlexible: true)
    case .infix(let sign): return infix(sign, index, parts)
    case .quotient: return elementwise(index, parts)
    case .negated, .root, .labelled: return parts[0]
    case .exponent(-1, false): return square(piece.parts[0], parts[0])
    case .exponent: return parts[0]
    case .transposed: return transposed(parts[0])
    case .total(let axes): return reduced(parts[0], axes)
    case .fence(.norm, _): return .scalar
    case .fence: return parts[0]
    case .call(let name, let axes): return called(name, axes, index, parts)
    case .list:
      let isFlat = parts.allSatisfy { $0.rank == 0 }
      return kinds[index].axes == nil && isFlat
        ? Kind(axes: [extents.new(.fixed(parts.count))]) : kinds[index]
    case .ellipsis, .all, .tuple, .indexed: return Kind()
    }
  }

  private mutating func named(_ name: String, _ index: Int) -> Kind {
    switch references[index] {
    case .symbol(let symbol): return symbolKinds[symbol]
    case .part(let part): return kinds[part]
    case .known(let axes): return Kind(axes: axes)
    case .none: return name == "I" ? Kind(isFlexible: true) : .scalar
    }
  }

  private mutating func infix(_ sign: Infix, _ index: Int, _ parts: [Kind]) -> Kind {
    switch sign {
    case .multiply, .dot, .matrixMultiply, .juxtapose: return product(sign, index, parts[0], parts[1])
    case .power, .elementwisePower: return parts[0]
    case .range: return Kind()
    default: return elementwise(index, parts)
    }
  }

  /// The kind of the operand with the most axes; their axes are equal.
  private mutating func elementwise(_ index: Int, _ parts: [Kind]) -> Kind {
    let known = parts.filter { $0.rank != nil }
    guard var result = known.max(by: { ($0.rank ?? 0) < ($1.rank ?? 0) }), let axes = result.axes else {
      return parts.contains { $0.axes == nil && !$0.isFlexible } ? Kind() : Kind(isFlexible: true)
    }
    for part in known { align(part.axes ?? [], axes) }
    // A number beside what is not known tells nothing.
    if axes.isEmpty && parts.contains(where: { $0.rank == nil && !$0.isFlexible }) { return kinds[index] }
    result.isProduct = false
    return result
  }

  private mutating func product(_ sign: Infix, _ index: Int, _ left: Kind, _ right: Kind) -> Kind {
    if left.isFlexible || left.rank == 0 { return right }
    if right.isFlexible || right.rank == 0 { return left }
    guard let a = left.axes, let b = right.axes else { return kinds[index] }
    switch (a.count, b.count) {
    case (1, 1) where left.isRow || left.isProduct || sign == .matrixMultiply || sign == .dot:
      extents.unite(a[0], b[0])
      return .scalar
    case (1, 1) where right.isRow: return Kind(axes: [a[0], b[0]])
    case (1, 1):
      extents.unite(a[0], b[0])
      return left
    case (1, 2):
      extents.unite(a[0], b[0])
      return Kind(axes: [b[1]], isProduct: true)
    case (2, 1) where right.isRow: return Kind(axes: [a[0], b[0]])
    case (2, 1):
      extents.unite(a[1], b[0])
      return Kind(axes: [a[0]])
    case (2, 2):
      extents.unite(a[1], b[0])
      return Kind(axes: [a[0], b[1]])
    default: return Kind()
    }
  }

  private func transposed(_ kind: Kind) -> Kind {
    guard let axes = kind.axes else { return kind }
    if axes.count == 1 { return Kind(axes: axes, isRow: !kind.isRow) }
    return Kind(axes: axes.reversed())
  }

  private func reduced(_ kind: Kind, _ reduced: [Int]) -> Kind {
    guard !reduced.isEmpty else { return .scalar }
    return Kind(
      axes: kind.axes.map { axes in axes.indices.filter { !reduced.contains($0) }.map { axes[$0] } })
  }

  private mutating func square(_ part: Int, _ kind: Kind) -> Kind {
    if let axes = kind.axes, axes.count == 2 { extents.unite(axes[0], axes[1]) }
    return kind
  }

  private mutating func called(_ name: String, _ axes: [Int], _ index: Int, _ parts: [Kind]) -> Kind {
    guard let first = parts.first else { return Kind() }
    switch name {
    case "tr", "trace", "det", "logdet":
      _ = matrix(pieces[index].parts[0])
      return .scalar
    case "inv", "inverse", "cof", "chol", "cholesky": return matrix(pieces[index].parts[0])
    case "sum", "mean", "prod", "var", "std", "logsumexp", "variance", "product", "norm", "norm1", "norm2",
      "normF", "norminf":
      let told = parts.count > 1 ? [0] : axes
      return reduced(first, told)
    case "max", "min": return parts.count == 1 ? reduced(first, axes) : elementwise(index, parts)
    case "dot", "mse":
      if parts.count == 2, let a = parts[0].axes, let b = parts[1].axes { align(a, b) }
      return .scalar
    case "outer":
      return Kind(
        axes: parts.compactMap { $0.axes?.first }.count == 2 ? parts.compactMap { $0.axes?.first } : nil)
    case "diag":
      guard let own = first.axes, let length = own.first else { return Kind() }
      return own.count == 1 ? Kind(axes: [length, length]) : Kind(axes: [length])
    case "select", "where", "clip", "clamp": return elementwise(index, parts)
    case "solve": return parts.count == 2 ? parts[1] : Kind()
    case _ where FormulaFunction.pairs[name] != nil: return elementwise(index, parts)
    case "reshape", "broadcast", "concat", "pad", "onehot", "scatter", "ones", "zeros", "eye", "transpose",
      "cof′":
      return Kind()
    default: return first
    }
  }

  /// Tells a part that it is a square matrix.
  private mutating func matrix(_ part: Int) -> Kind {
    if kinds[part].axes == nil && !kinds[part].isFlexible { tell(part, fresh(2)) }
    return square(part, kinds[part])
  }

  /// Tells the parts of a piece what it tells of them.
  mutating func backward(_ index: Int) {
    let (piece, kind) = (pieces[index], kinds[index])
    if case .name = piece.kind { return tell(index, kind) }
    guard let first = piece.parts.first else { return }
    switch piece.kind {
    case .negated, .root, .exponent, .fence(.bars, _), .infix(.power), .infix(.elementwisePower):
      tell(first, kind)
    case .transposed: tell(first, transposed(kind))
    case .call(let name, _) where FormulaFunction.elementwise[name] != nil: tell(first, kind)
    case .infix(.multiply), .infix(.dot), .infix(.matrixMultiply), .infix(.juxtapose):
      tellFactors(first, piece.parts[1], kind)
    default: break
    }
  }

  private mutating func tellFactors(_ left: Int, _ right: Int, _ kind: Kind) {
    if let a = kinds[left].axes, a.count == 2, kinds[right].axes == nil, let axes = kind.axes {
      tell(right, Kind(axes: axes.count == 2 ? [a[1], axes[1]] : [a[1]]))
    } else if let b = kinds[right].axes, kinds[left].axes == nil, let axes = kind.axes, b.count == 1,
      axes.count == 1
    {
      tell(left, Kind(axes: [axes[0], b[0]]))
    }
  }
}
