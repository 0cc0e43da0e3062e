extension Tensor {
  /// The same expression without what only keeps 0 · ∞ from arising (see `Mask`), and with 1 for what only scales.
  var withoutGuards: Tensor {
    var known: [ObjectIdentifier: Tensor] = [:]
    for node in Traversal(from: [node]).nodes {
      let operands = node.inputs.compactMap { known[$0.identity] }
      if case .select(let select) = node.primitive, select.isGuard {
        known[node.identity] = operands[1].filling(node.shape)
        continue
      }
      if case .stopGradient(let stop) = node.primitive, stop.isScale {
        known[node.identity] = Tensor.number(1).filling(node.shape)
        continue
      }
      let isUnchanged = zip(operands, node.inputs).allSatisfy { $0.node === $1 }
      known[node.identity] =
        isUnchanged ? Tensor(node) : Substitution.recording(node.primitive, operands, like: node)
    }
    return known[node.identity] ?? self
  }
}
