/// One node on the backward walk, with the cotangent that it hands to its inputs.
struct PullbackStep {
  private let rules: DerivativeRules
  private let flow: CotangentFlow
  // Handles tagged with the node: everything its rule records is known to be this node's derivative.
  private let inputs: Inputs
  private let output: Tensor
  private let cotangent: Tensor
  private let mask: Tensor?
  private var node: Node { output.node }

  init(_ node: Node, _ cotangent: Cotangent, _ rules: DerivativeRules) {
    self.rules = rules
    flow = node.primitive.family.flow
    inputs = Inputs(of: node)
    output = Tensor(node, origin: node)
    self.cotangent = Tensor(cotangent.value.node, origin: node)
    mask = cotangent.mask
  }

  /// What one use of an input contributes to its cotangent.
  func contribution(to index: Int) -> Cotangent? {
    guard flow != .none, var value = rules.pullback(cotangent, to: index, of: inputs, output: output) else {
      return nil
    }
    var mask = mask
    let shape = node.inputShape(index)
    switch flow {
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
      mask = mask.flatMap { reach($0, to: index) }
    case .bilinear, .whole:
      if let outer = mask {
        mask = reach(outer, to: index)
        if flow == .bilinear { value = bilinear(under: outer, to: index) ?? value }
        if let mask { value = select(mask, value, 0) }
      }
    }
    if let found = mask, found.node.shape != shape, node.shape != shape {
      mask = found.broadcast(to: node.shape).unbroadcast(to: shape)
    }
    if value.node.shape != shape { value = value.unbroadcast(to: shape) }
    return Cotangent(value: value.withoutOrigin(), mask: mask?.withoutOrigin())
  }

  /// Where an input reaches the loss through the node, which is live where `mask` is not 0.
  ///
  /// A linear rule, given the mask, counts the live elements that each element of the input contributes to; so does a
  /// bilinear one, with ones for the operands.
  private func reach(_ mask: Tensor, to index: Int) -> Tensor? {
    let family = node.primitive.family
    let mask = mask.filling(node.shape)
    switch flow {
    case .whole: return family.reach(mask, to: index, of: inputs)
    case .bilinear:
      let ones = inputs.mapped { Tensor.number(1).filling($0.node.shape) }
      return family.pullback(mask, to: index, of: ones, output: Tensor(node))?
        .unbroadcast(to: inputs[index].node.shape)
    default: return family.pullback(mask, to: index, of: inputs, output: Tensor(node))
    }
  }

  /// The rule of a product under a mask: elements of the other operand that meet no live element of the result are
  /// taken for 0, so that an infinite one among them does not meet a cotangent that the mask made 0.
  private func bilinear(under mask: Tensor, to index: Int) -> Tensor? {
    var live = inputs
    for other in live.indices where other != index {
      guard let reached = reach(mask, to: other) else { continue }
      live[other] = select(reached, inputs[other], 0)
    }
    return rules.pullback(cotangent, to: index, of: live, output: output)
  }
}
