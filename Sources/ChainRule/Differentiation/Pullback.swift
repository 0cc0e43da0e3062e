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
  package func run(_ cotangent: Tensor = 1) -> [Tensor?] {
    let targets = variables.map { traversal.index(of: $0) }
    let isTarget = Set(targets.compactMap { $0 })
    let leads = leadsToVariable(isTarget)
    var cotangents: [Cotangent?] = Array(repeating: nil, count: nodes.count)
    cotangents[nodes.count - 1] = Cotangent(value: cotangent, mask: nil)
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
      mask = mask.flatMap { reach($0, from: node, to: index, inputs) }
    case .bilinear, .whole:
      if let outer = mask {
        mask = reach(outer, from: node, to: index, inputs)
        if node.primitive.family.flow == .bilinear {
          value = bilinear(incoming, outer, from: node, to: index, inputs) ?? value
        }
        if let mask { value = select(mask, value, 0) }
      }
    }
    if let found = mask, found.node.shape != shape, node.shape != shape {
      mask = found.broadcast(to: node.shape).unbroadcast(to: shape)
    }
    return Cotangent(
      value: Tensor(value.unbroadcast(to: shape).node), mask: mask.map { Tensor($0.node) })
  }

  /// Where an input reaches the loss through `node`, which is live where `mask` is not 0.
  ///
  /// A linear rule, given the mask, counts the live elements that each element of the input contributes to; so does a
  /// bilinear one, with ones for the operands.
  private func reach(_ mask: Tensor, from node: Node, to index: Int, _ inputs: [Tensor]) -> Tensor? {
    let family = node.primitive.family
    let mask = mask.filling(node.shape)
    switch family.flow {
    case .whole: return family.reach(mask, to: index, of: inputs)
    case .bilinear:
      let ones = inputs.map { Tensor.number(1).filling($0.node.shape) }
      return family.pullback(mask, to: index, of: ones, output: Tensor(node))?
        .unbroadcast(to: node.inputs[index].shape)
    default: return family.pullback(mask, to: index, of: inputs, output: Tensor(node))
    }
  }

  /// The rule of a product under a mask: elements of the other operand that meet no live element of the result are
  /// taken for 0, so that an infinite one among them does not meet a cotangent that the mask made 0.
  private func bilinear(
    _ cotangent: Tensor, _ mask: Tensor, from node: Node, to index: Int, _ inputs: [Tensor]
  ) -> Tensor? {
    var live = inputs
    for other in live.indices where other != index {
      guard let reached = reach(mask, from: node, to: other, inputs) else { continue }
      live[other] = select(reached, inputs[other], 0)
    }
    return rules.pullback(cotangent, to: index, of: live, output: Tensor(node, origin: node))
  }
}
