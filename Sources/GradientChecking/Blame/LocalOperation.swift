internal import ChainRule

/// One operation of a graph, cut out of it: on leaves of its own that stand for its operands.
///
/// A custom operation that is an expression stays where it is, since its expression may read other tensors; there the
/// nodes by which its operands are stopped stand for them.
struct LocalOperation {
  let node: Node
  let point: ShadowPoint
  private let result: Tensor
  /// For each operand what stands for it; nothing for integers.
  private let stands: [[Tensor]]
  /// The values of what stands for operands.
  private let values: [ObjectIdentifier: ShadowArray<Wide>]

  /// - Parameter operands: The values of the operands; nil for integers.
  init(_ node: Node, operands: [ShadowArray<Wide>?], at point: ShadowPoint) {
    self.node = node
    self.point = point
    let inputs = node.inputs.map { $0 }
    if case .custom(let custom) = node.primitive, custom.isExpression {
      let expression = CustomExpression(node)
      let traversal = Traversal(from: [expression.value])
      let found = expression.stands
      let stops = traversal.nodes.filter { found.contains($0.identity) }
      result = Tensor(expression.value)
      stands = expression.operands.map { operand in
        stops.filter { $0.inputs[0] === operand }.map { Tensor($0) }
      }
    } else {
      let leaves = inputs.map { input in
        input.holdsIndices ? Tensor(input) : Tensor.leaf(.leaf(.input("operand")), shape: input.shape)
      }
      result = .recording(node.primitive, leaves)
      stands = leaves.map { $0.node.holdsIndices ? [] : [$0] }
    }
    var values: [ObjectIdentifier: ShadowArray<Wide>] = [:]
    for (tensors, value) in zip(stands, operands) {
      for tensor in tensors { values[tensor.node.identity] = value }
    }
    self.values = values
  }

  /// The operands that the derivative is taken in: those that something stands for.
  var varying: [Int] { stands.indices.filter { !stands[$0].isEmpty } }

  /// The derivative in an operand of the result's elements times `cotangent`; nil where there is a kink, or nothing
  /// is known.
  func pullback(_ cotangent: ShadowArray<Wide>, to index: Int) -> ShadowArray<Wide>? {
    // The expression of a custom operation, which is its last input, is its value.
    guard index < stands.count else { return cotangent }
    let known = values
    guard !stands[index].isEmpty,
      let gradient = try? ShadowGradient<Wide>(
        of: result, weights: cotangent, in: stands[index], at: point, known: known),
      gradient.decisions.ties.isEmpty, gradient.decisions.undecided.isEmpty
    else { return nil }
    let first = gradient.derivatives[0]
    return ShadowArray(
      shape: first.shape,
      elements: first.elements.indices.map { position in
        gradient.derivatives.dropFirst().reduce(first.elements[position]) { $0 + $1.elements[position] }
      })
  }

  /// The derivative of the result along tangents of the operands, nil where one does not vary; nil at a kink.
  func pushforward(_ tangents: [ShadowArray<Wide>?]) -> ShadowArray<Wide>? {
    var known: [ObjectIdentifier: ShadowArray<Dual<Wide>>] = [:]
    for (tensors, tangent) in zip(stands, tangents) {
      for tensor in tensors {
        guard let value = values[tensor.node.identity] else { continue }
        known[tensor.node.identity] = ShadowArray(
          shape: value.shape,
          elements: value.elements.indices.map { position in
            Dual(value.elements[position], slope: tangent?.elements[position] ?? Wide(0))
          })
      }
    }
    let evaluation = ShadowEvaluation<Dual<Wide>>(at: point)
    guard let value = try? evaluation.values(of: [result], known: known).first,
      evaluation.decisions.ties.isEmpty, evaluation.decisions.undecided.isEmpty
    else { return nil }
    return value.map(\.slope)
  }
}
