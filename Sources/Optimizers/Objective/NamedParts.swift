import ChainRule

extension Tensor {
  /// The named tensors that the formula of this one shows, and those that their formulas show in turn.
  var namedParts: [(name: String, tensor: Tensor)] {
    var found: [(name: String, tensor: Tensor)] = []
    var seen: Set<ObjectIdentifier> = []
    var open = [Formula.simplified(self).node]
    while let node = open.popLast() {
      guard seen.insert(node.identity).inserted else { continue }
      if case .name(let name) = node.primitive {
        found.append((name.text, Tensor(node)))
        open.append(Formula.simplified(Tensor(node)).node)
      } else {
        open += node.inputs.reversed()
      }
    }
    return found
  }
}
