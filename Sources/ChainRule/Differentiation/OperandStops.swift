/// The operands of custom operations in what was recorded for tensors that their closures captured.
///
/// In the expression of a custom operation's value the operands stand behind a stop, since their derivative is the author's pullback.
/// A derivative in a captured tensor reads them behind it too, and yet depends on them: so they come out of what a derivation
/// returns, which then can be differentiated again. The values of custom operations keep their stops.
enum OperandStops {
  /// Whether a node is a custom operation whose value is an expression.
  static func stand(in node: Node) -> Bool {
    if case .custom(let custom) = node.primitive { custom.isExpression } else { false }
  }

  /// The tensors with operands in place of their stops.
  ///
  /// - Complexity: Linear in the number of recorded operations; no recursion.
  static func released(_ tensors: [Tensor]) -> [Tensor] {
    var known: [ObjectIdentifier: Tensor] = [:]
    for node in Traversal(from: tensors.map(\.node)).nodes {
      known[node.identity] = released(node, known)
    }
    return tensors.map { known[$0.node.identity] ?? $0 }
  }

  private static func released(_ node: Node, _ known: [ObjectIdentifier: Tensor]) -> Tensor {
    var operands = node.inputs.map { known[$0.identity] ?? Tensor($0) }
    switch node.primitive {
    case .stopGradient(let stop) where stop.isOperand: return operands[0]
    case .custom(let custom) where custom.isExpression:
      operands[operands.count - 1] = Tensor(node.inputs[operands.count - 1])
    default: break
    }
    if zip(operands, node.inputs).allSatisfy({ $0.node === $1 }) { return Tensor(node) }
    return Substitution.recording(node.primitive, operands, like: node)
  }
}
