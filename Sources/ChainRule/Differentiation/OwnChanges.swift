/// An expression in which each variable that is computed from others has a change of its own added.
///
/// A derivative in such a variable is that in its own change, at 0: the others do not follow from it, but it follows from them.
/// Second derivatives need the changes as tensors: a rule may have recorded the variable itself as its derivative, exp(w) for
/// one, which has no part in its own change.
struct OwnChanges {
  /// The expression with the changes.
  let expression: Tensor
  /// What to differentiate by, in the order of the variables.
  let variables: [Tensor]
  private let sums: [(node: Node, tensor: Tensor)]

  /// Nil if no variable is computed from another.
  init?(in expression: Tensor, of variables: [Tensor]) {
    let nodes = variables.map(\.unnamed.node)
    let dependent = Self.dependent(nodes)
    if dependent.isEmpty { return nil }
    var known: [ObjectIdentifier: Tensor] = [:]
    var changes: [ObjectIdentifier: Tensor] = [:]
    var sums: [(node: Node, tensor: Tensor)] = []
    for node in Traversal(from: [expression.node]).nodes {
      let operands = node.inputs.compactMap { known[$0.identity] }
      let isUnchanged = zip(operands, node.inputs).allSatisfy { $0.node === $1 }
      var tensor =
        isUnchanged ? Tensor(node) : Substitution.recording(node.primitive, operands, like: node)
      if dependent.contains(node.identity) {
        let change = Tensor.leaf(.leaf(.input("change of \(Tensor(node).label)")), shape: node.shape)
        changes[node.identity] = change
        tensor = tensor + change
        sums.append((tensor.node, Tensor(node)))
      }
      known[node.identity] = tensor
    }
    self.expression = known[expression.node.identity] ?? expression
    self.variables = nodes.map { changes[$0.identity] ?? Tensor($0) }
    self.sums = sums
  }

  /// A tensor recorded with the changes, without them.
  func withoutChanges(_ tensor: Tensor) -> Tensor { Substitution.apply(sums, to: tensor) }

  /// Those of the nodes that depend on others of them.
  private static func dependent(_ nodes: [Node]) -> Set<ObjectIdentifier> {
    if nodes.allSatisfy(\.references.isEmpty) { return [] }
    let traversal = Traversal(from: nodes)
    let variables = Set(nodes.map(\.identity))
    var result: Set<ObjectIdentifier> = []
    var depends = Array(repeating: false, count: traversal.nodes.count)
    for (position, node) in traversal.nodes.enumerated() {
      depends[position] = traversal.edges(of: position).contains { edge in
        let input = traversal.input(along: edge)
        return depends[input] || variables.contains(traversal.nodes[input].identity)
      }
      if depends[position] && variables.contains(node.identity) { result.insert(node.identity) }
    }
    return result
  }
}
