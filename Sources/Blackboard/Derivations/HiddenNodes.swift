import ChainRule

/// Nodes that a derivation writes out where they are used, because a line of their own would tell nothing.
enum HiddenNodes {
  /// Positions in the traversal from `root`.
  static func positions(in root: Tensor, to variable: Tensor) -> Set<Int> {
    let traversal = Traversal(from: [root.node])
    let target = traversal.index(of: variable.unnamed.node)
    var leads: [Bool] = []
    var uses = Array(repeating: 0, count: traversal.nodes.count)
    for (position, node) in traversal.nodes.enumerated() {
      let inputs = node.inputs.compactMap { traversal.index(of: $0) }
      let isPassed = node.primitive.family.flow != .none
      leads.append(position == target || isPassed && inputs.contains { leads[$0] })
      for input in inputs { uses[input] += 1 }
    }
    var hidden: Set<Int> = []
    for (position, node) in traversal.nodes.enumerated() where node !== root.node {
      let inputs = node.inputs.compactMap { traversal.index(of: $0) }
      // What is made of leaves alone, and not differentiated, is as short as a label.
      let isSmall = inputs.count <= 2 && inputs.allSatisfy { traversal.nodes[$0].inputs.isEmpty }
      // What has a name is called by it.
      if case .name = node.primitive {
        hidden.subtract(inputs)
        continue
      }
      let isCondition = if case .comparison = node.primitive { true } else { false }
      if !leads[position] && !inputs.isEmpty && (isSmall || isCondition) { hidden.insert(position) }
      // The sum within a mean.
      if let operand = scaledOperand(of: node, inputs, leads), leads[operand], uses[operand] == 1,
        case .sum = traversal.nodes[operand].primitive
      {
        hidden.insert(operand)
      }
    }
    return hidden
  }

  /// What a node multiplies or divides by a scalar that is not differentiated.
  private static func scaledOperand(of node: Node, _ inputs: [Int], _ leads: [Bool]) -> Int? {
    func isScale(_ index: Int) -> Bool { node.inputs[index].shape.isScalar && !leads[inputs[index]] }
    return switch node.primitive {
    case .arithmetic(.divide): isScale(1) ? inputs[0] : nil
    case .arithmetic(.multiply): isScale(0) ? inputs[1] : isScale(1) ? inputs[0] : nil
    default: nil
    }
  }
}
