/// The operations that some outputs need, in order, after those simplifications that hold in IEEE arithmetic for
/// every value: names and stopped gradients vanish, equal operations are computed once, x · 1 is x, −(−x) is x, and moves that move
/// nothing are left out.
package struct ExecutionOrder: Sendable {
  /// One operation on earlier steps.
  package struct Step: Sendable {
    package let inputs: Operands<Int>
    /// The recorded node.
    let node: Node

    package var primitive: Primitive { node.primitive }
  }

  package private(set) var steps: [Step] = []
  private(set) var outputs: [Int] = []
  /// What steps were called by `named`.
  private(set) var names: [Int: String] = [:]

  init(of tensors: [Tensor]) {
    let traversal = Traversal(from: tensors.map(\.node))
    var known = KnownSteps(capacity: traversal.nodes.count)
    var places = Array(repeating: 0, count: traversal.nodes.count)
    steps.reserveCapacity(traversal.nodes.count)
    for position in traversal.nodes.indices {
      let node = traversal.nodes[position]
      let inputs = traversal.inputs(of: position) { places[$0] }
      if let same = shortcut(node, inputs) {
        places[position] = same
        if case .name(let name) = node.primitive { names[same] = name.text }
        continue
      }
      // Leaves with identity are bound one by one; numbers and extents are the same wherever they stand.
      if ExecutionOrder.isShared(node.primitive) {
        let same = known.step(node.primitive, inputs, among: steps)
        places[position] = same
        if same < steps.count { continue }
      }
      places[position] = steps.count
      steps.append(Step(inputs: inputs, node: node))
    }
    outputs = tensors.compactMap { traversal.index(of: $0.node).map { places[$0] } }
  }

  /// The earlier step that `node` is bound to equal.
  private func shortcut(_ node: Node, _ inputs: Operands<Int>) -> Int? {
    switch node.primitive {
    case .name, .stopGradient:
      return inputs[0]
    case .custom(let custom) where custom.isExpression:
      return inputs[inputs.count - 1]
    case .elementwise(.negate):
      if case .elementwise(.negate) = steps[inputs[0]].primitive { return steps[inputs[0]].inputs[0] }
      return nil
    case .arithmetic(.multiply):
      if isOne(inputs[1]) && steps[inputs[0]].node.shape == node.shape { return inputs[0] }
      return isOne(inputs[0]) && steps[inputs[1]].node.shape == node.shape ? inputs[1] : nil
    case .arithmetic(.divide):
      return isOne(inputs[1]) ? inputs[0] : nil
    case .broadcast, .reshape:
      return steps[inputs[0]].node.shape == node.shape ? inputs[0] : nil
    case .permutation(let permutation):
      return permutation.order == Array(permutation.order.indices) ? inputs[0] : nil
    default:
      return nil
    }
  }

  private func isOne(_ step: Int) -> Bool {
    if case .leaf(.number(1)) = steps[step].primitive { true } else { false }
  }

  private static func isShared(_ primitive: Primitive) -> Bool {
    switch primitive {
    // Equality of numbers is that of values: -0 and 0 must stay apart, and NaN equals nothing.
    case .leaf(.number(let value)): value != 0 && value == value
    case .leaf(.extent), .leaf(.freedom), .leaf(.positions): true
    case .leaf: false
    default: true
    }
  }
}
