/// The backward walk: hands each node's cotangent to its inputs, in reverse order of recording.
package struct Pullback {
  private let nodes: [Node]
  private let traversal: Traversal
  private let variables: [Node]
  private let rules: DerivativeRules

  package init(from loss: Node, to variables: [Node], rules: DerivativeRules) {
    traversal = Traversal(from: [loss])
    nodes = traversal.nodes
    self.variables = variables
    self.rules = rules
  }

  /// The cotangent of each variable; nil for those that the loss does not depend on.
  package func run() -> [Tensor?] {
    let targets = variables.map { traversal.index(of: $0) }
    let isTarget = Set(targets.compactMap { $0 })
    let leads = leadsToVariable(isTarget)
    var cotangents: [Cotangent?] = Array(repeating: nil, count: nodes.count)
    cotangents[nodes.count - 1] = Cotangent(value: 1, mask: nil)
    for position in nodes.indices.reversed() where leads[position] {
      guard let cotangent = cotangents[position] else { continue }
      if !isTarget.contains(position) { cotangents[position] = nil }
      let node = nodes[position]
      for (index, input) in node.inputs.enumerated() {
        guard let target = traversal.index(of: input), leads[target],
          let share = contribution(of: cotangent, from: node, to: index)
        else { continue }
        // Uses are met in reverse; their shares stand in the order in which they were recorded.
        cotangents[target] = cotangents[target].map { share + $0 } ?? share
      }
    }
    return targets.map { target in target.flatMap { cotangents[$0]?.value } }
  }

  /// Which nodes depend on a variable; only those need a cotangent.
  private func leadsToVariable(_ isTarget: Set<Int>) -> [Bool] {
    var leads = Array(repeating: false, count: nodes.count)
    for (position, node) in nodes.enumerated() {
      leads[position] =
        isTarget.contains(position)
        || node.inputs.contains { input in traversal.index(of: input).map { leads[$0] } ?? false }
    }
    return leads
  }

  /// What one use of an input contributes to its cotangent.
  private func contribution(of cotangent: Cotangent, from node: Node, to index: Int) -> Cotangent? {
    // Handles tagged with the node: everything its rule records is known to be this node's derivative.
    let inputs = node.inputs.map { Tensor($0, origin: node) }
    let output = Tensor(node, origin: node)
    let incoming = Tensor(cotangent.value.node, origin: node)
    guard var value = rules.pullback(incoming, to: index, of: inputs, output: output) else { return nil }
    var mask = cotangent.mask
    let shape = node.inputs[index].shape
    switch node.primitive.family.flow {
    case .none:
      return nil
    case .elementwise:
      if let mask { value = select(mask, value, 0) }
    case .elementwiseLinear:
      break
    case .select:
      let chosen = index == 1 ? Cotangent.holds(inputs[0]) : inputs[0] .== 0
      mask = mask.map { select(chosen, $0, 0) } ?? chosen
    case .linear:
      mask = mask.flatMap { reach($0, from: node, to: index) }
    }
    if let found = mask, found.node.shape != shape, node.shape != shape {
      mask = found.broadcast(to: node.shape).unbroadcast(to: shape)
    }
    return Cotangent(
      value: Tensor(value.unbroadcast(to: shape).node), mask: mask.map { Tensor($0.node) })
  }

  /// Where an input reaches the loss through `node`, which is live where `mask` is not 0: the rule itself, with
  /// ones for the operands, counts the live elements that each element of the input contributes to.
  private func reach(_ mask: Tensor, from node: Node, to index: Int) -> Tensor? {
    let ones = node.inputs.map { Tensor.number(1).broadcast(to: $0.shape) }
    return node.primitive.family.pullback(
      mask.broadcast(to: node.shape), to: index, of: ones, output: Tensor(node))
  }
}
