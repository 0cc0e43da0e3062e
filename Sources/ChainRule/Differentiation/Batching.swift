/// Rewrites a graph to compute several sets of values at once.
///
/// What differs between the sets has one more axis in front. It is one graph, whatever the number of sets.
struct Batching {
  private let length: Shape.Extent
  private let replaceExtent: (Shape.Extent) -> Shape.Extent
  private var known: [ObjectIdentifier: BatchedOperand] = [:]
  /// What came of unit vectors, whose factors are not applied yet.
  private var scaled: [ObjectIdentifier: ScaledStack] = [:]
  /// The identity matrix, if the sets are its rows.
  private var unit: Node?
  /// Keeps replaced nodes alive, so that no other gets their identity.
  private var replaced: [Node] = []

  /// - Parameters:
  ///   - length: The number of sets.
  ///   - replaceExtent: An extent in place of each extent that the graph mentions.
  init(length: Shape.Extent, replacing replaceExtent: @escaping (Shape.Extent) -> Shape.Extent = { $0 }) {
    self.length = length
    self.replaceExtent = replaceExtent
  }

  /// Puts `tensor` in the place of `node`; with the sets in front, or the same in all of them.
  mutating func replace(_ node: Node, by tensor: Tensor, isBatched: Bool) {
    known[node.identity] = BatchedOperand(tensor: tensor, isBatched: isBatched, length: length)
    replaced.append(node)
  }

  /// Puts each unit vector in the place of a vector, one in each set.
  ///
  /// - Parameter identity: The identity matrix.
  mutating func replace(_ node: Node, byUnitVectors identity: Tensor) {
    replace(node, by: identity, isBatched: true)
    unit = identity.node
  }

  /// The graph below `tensor` for all sets, with the axis in front.
  mutating func lifted(_ tensor: Tensor) -> Tensor {
    if tensor.invalidity != nil { return tensor }
    let traversal = Traversal(from: [tensor.node])
    // Only what depends on something replaced is recorded anew.
    for node in traversal.nodes where known[node.identity] == nil {
      known[node.identity] = rewritten(node)
      replaced.append(node)
    }
    guard let result = known[tensor.node.identity] else { return tensor }
    return result.tensor.invalidity == nil ? result.lifted : result.tensor
  }

  private mutating func rewritten(_ node: Node) -> BatchedOperand {
    let operands = node.inputs.compactMap { known[$0.identity] }
    // No family is asked to batch what has no shape.
    if let invalid = operands.first(where: { $0.tensor.invalidity != nil }) { return invalid }
    if let stack = scaled(node, operands) {
      scaled[node.identity] = stack
      return stack.applied
    }
    let primitive = node.primitive.family.replacingExtents(replaceExtent)
    if operands.contains(where: \.isBatched) {
      let tensor = primitive.family.batched(operands)
      return BatchedOperand(tensor: tensor, isBatched: true, length: length)
    }
    let isUnchanged = zip(operands, node.inputs).allSatisfy { $0.tensor.node === $1 }
    if isUnchanged && primitive == node.primitive {
      return BatchedOperand(tensor: Tensor(node), isBatched: false, length: length)
    }
    return BatchedOperand(
      tensor: Substitution.recording(primitive, operands.map(\.tensor), like: node), isBatched: false,
      length: length)
  }

  /// What the operation makes of unit vectors, if they alone differ between the sets.
  private func scaled(_ node: Node, _ operands: [BatchedOperand]) -> ScaledStack? {
    if let both = joined(node) { return both }
    guard let unit, let position = operands.firstIndex(where: \.isBatched),
      !operands[(position + 1)...].contains(where: \.isBatched)
    else { return nil }
    if let stack = scaled[node.inputs[position].identity] {
      return stack.applying(node, to: operands, at: position)
    }
    guard operands[position].tensor.node === unit else { return nil }
    if case .matrixProduct = node.primitive { return ScaledStack(productOf: operands, unit: unit) }
    return ScaledStack(unitVectors: operands[position]).applying(node, to: operands, at: position)
  }

  /// What the operation makes of two stacks of the same vectors: a sum of multiples, or a multiple where another is not 0.
  private func joined(_ node: Node) -> ScaledStack? {
    switch node.primitive {
    case .arithmetic(.add), .arithmetic(.subtract):
      guard let left = stack(of: node.inputs[0]), let right = stack(of: node.inputs[1]) else { return nil }
      return left.adding(right, isNegative: node.primitive == .arithmetic(.subtract))
    case .select(let select) where select.isGuard:
      guard case .comparison(.notEqual) = node.inputs[0].primitive, node.inputs[0].inputs[1].isZero,
        let varying = stack(of: node.inputs[0].inputs[0]), let value = stack(of: node.inputs[1])
      else { return nil }
      return value.guarded(by: varying)
    default: return nil
    }
  }

  /// What became of the unit vectors at a node, with its factor apart.
  private func stack(of node: Node) -> ScaledStack? {
    if let stack = scaled[node.identity] { return stack }
    guard let unit, let operand = known[node.identity], operand.tensor.node === unit else { return nil }
    return ScaledStack(unitVectors: operand)
  }
}
