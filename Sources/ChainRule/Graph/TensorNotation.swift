extension Notation where Subject == Node {
  /// The number of axes of the tensor that this stands for; 0 for what is no recorded tensor.
  package var rank: Int { subject?.shape.rank ?? 0 }

  /// Whether both stand for the same recorded tensor.
  package func isSame(as other: TensorNotation) -> Bool {
    subject != nil && subject === other.subject
  }

  /// A product of scalars, of a scalar and a tensor, or of two tensors element by element.
  package static func product(of left: TensorNotation, _ right: TensorNotation) -> TensorNotation {
    if case .number(-1) = left.content, !right.isNumber { return .negated(right) }
    return .product(left, right, isElementwise: left.rank > 0 && right.rank > 0)
  }

  /// A power of each element.
  ///
  /// That of a square matrix is marked, since else it would be read as a product of the matrix with itself.
  package static func power(
    of base: TensorNotation, _ exponent: TensorNotation, shape: Shape
  ) -> TensorNotation {
    guard shape.rank >= 2, shape[shape.rank - 1] == shape[shape.rank - 2] else {
      return .power(base, exponent)
    }
    return markedPower(of: base, exponent)
  }

  /// `A ⊙ A`, or `(A + B)∘²`.
  private static func markedPower(of base: TensorNotation, _ exponent: TensorNotation) -> TensorNotation {
    if case .number(2) = exponent.content, base.isShort {
      return .product(base, base, isElementwise: true)
    }
    return .elementwisePower(base, exponent)
  }

  /// This as a factor of a matrix product, where each power of elements is marked.
  package var asMatrixFactor: TensorNotation {
    guard let node = subject, node.shape.rank >= 2, case .power(let base, let exponent) = content else {
      return self
    }
    switch node.primitive {
    case .elementwise, .arithmetic: return .part(Self.markedPower(of: base, exponent), of: node)
    default: return self
    }
  }

  /// `node` on operands that are already written; a named tensor is a symbol, and what it stands for is not written.
  package init(of node: Node, on operands: [TensorNotation]) {
    let isNamed = if case .name = node.primitive { true } else { false }
    self = .part(
      node.primitive.family.notation(of: isNamed ? [] : operands, shape: node.shape), of: node)
  }

  /// Writes `node` without looking further than `depth` operations down, so that it costs the same on a graph
  /// of any size.
  package static func bounded(_ node: Node, depth: Int) -> TensorNotation {
    if case .name(let name) = node.primitive {
      return name.text.utf8.count > 240 ? .part(.ellipsis, of: node) : TensorNotation(of: node, on: [])
    }
    if depth == 0 && !node.inputs.isEmpty { return .part(.ellipsis, of: node) }
    // Many operands with many operands each would be too many, four operations down.
    let depth = node.inputs.count > 8 ? Swift.min(depth, 1) : depth
    let operands = node.inputs.map { bounded($0, depth: depth - 1) }
    let notation = TensorNotation(of: node, on: operands)
    return UnicodePrinter().text(of: notation).count > 60 ? .part(.ellipsis, of: node) : notation
  }
}
