/// Rewrites a graph to compute several sets of values at once.
///
/// What differs between the sets has one more axis in front. It is one graph, whatever the number of sets.
struct Batching {
  private let length: Shape.Extent
  private let replaceExtent: (Shape.Extent) -> Shape.Extent
  private var known: [ObjectIdentifier: BatchedOperand] = [:]
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

  /// The graph below `tensor` for all sets, with the axis in front.
  mutating func lifted(_ tensor: Tensor) -> Tensor {
    if tensor.invalidity != nil { return tensor }
    let traversal = Traversal(from: [tensor.node])
    // Only what depends on something replaced is recorded anew.
    for node in traversal.nodes where known[node.identity] == nil {
      known[node.identity] = rewritten(node)
      replaced.append(node)
    }
    return known[tensor.node.identity]?.lifted ?? tensor
  }

  private func rewritten(_ node: Node) -> BatchedOperand {
    let operands = node.inputs.compactMap { known[$0.identity] }
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
}
