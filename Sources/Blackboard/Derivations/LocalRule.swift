import ChainRule

/// The rules by which a cotangent goes from an operation to an operand, through hidden operations between them, on leaves that
/// stand for what they read: the rules of the backward pass itself, so that what is printed is what was done.
struct LocalRule {
  let graph: DerivationGraph
  let rules: DerivativeRules
  /// From the operation on, each the operand of the one before.
  let chain: [PullbackObservation]

  var operation: Node { chain[0].node }
  var last: PullbackObservation { chain[chain.count - 1] }
  var operand: Node { last.node.inputs[last.input] }

  /// Whether each element of the operation depends on those of the operand at the same place alone.
  var isElementwise: Bool { chain.allSatisfy { $0.node.primitive.family.flow.isElementwise } }

  /// The partial derivative element by element, before broadcasting is undone; nil for other operations.
  var derivative: Tensor? { isElementwise ? applied(to: 1) : nil }

  /// What becomes of `cotangent`, before broadcasting is undone; nil where a rule gives nothing.
  func applied(to cotangent: Tensor) -> Tensor? {
    var cotangent = cotangent
    for step in chain {
      guard let next = applied(step, to: cotangent) else { return nil }
      cotangent = next
    }
    return cotangent.invalidity == nil ? cotangent : nil
  }

  private func applied(_ step: PullbackObservation, to cotangent: Tensor) -> Tensor? {
    let inputs = step.node.inputs.map { graph.stand(for: $0) }
    let output = Tensor.recording(step.node.primitive, inputs)
    guard let result = rules.pullback(cotangent, to: step.input, of: Inputs(inputs), output: output) else {
      return nil
    }
    return Substitution.apply([(output.node, graph.stand(for: step.node))], to: result)
  }

  /// Whether the operation is a sum along some axes, and nothing else.
  var isTotal: Bool {
    guard chain.count == 1, case .sum = operation.primitive else { return false }
    return !operation.shape.isScalar
  }

  /// What the rules are called.
  var name: String {
    if chain.count == 2, isMean { return "mean" }
    return chain.map { RuleName.of($0.node, input: $0.input) }.joined(separator: ", ")
  }

  /// Whether a sum is divided by the number of what is summed.
  private var isMean: Bool {
    guard case .sum(let sum) = chain[1].node.primitive else { return false }
    let scale = applied(chain[0], to: 1)
    let count = Shape(sum.axes.map { chain[1].node.inputs[0].shape[$0] }).count
    return scale.map { ($0 * count).formula.unicode == "1" } ?? false
  }

  /// The axes of the operation along which its operand is repeated.
  var repeatedAxes: [Int] {
    let (shape, own) = (last.node.shape, operand.shape)
    let offset = shape.rank - own.rank
    if !isElementwise || shape == own { return [] }
    return shape.extents.indices.filter { axis in
      axis < offset || (own[axis - offset] == 1 && shape[axis] != 1)
    }
  }
}
