/// One node of the backward pass, with the cotangent that it hands to its inputs.
struct PullbackStep {
  private let rules: DerivativeRules
  private let node: Node
  private let family: any PrimitiveFamily
  private let flow: CotangentFlow
  // Handles tagged with the node: everything its rule records is known to be this node's derivative.
  private let inputs: Inputs
  private let output: Tensor
  private let cotangent: Cotangent

  init(_ node: Node, _ cotangent: Cotangent, _ rules: DerivativeRules) {
    self.rules = rules
    self.node = node
    family = node.primitive.family
    flow = family.flow
    inputs = Inputs(of: node)
    output = Tensor(node, origin: node)
    self.cotangent = Cotangent(Tensor(cotangent.value.node, origin: node), mask: cotangent.mask)
  }

  /// What one use of an input contributes to its cotangent; nil for nothing.
  func contribution(to index: Int, observer: PullbackObserver?) -> Cotangent? {
    guard let ruled = rule(to: index) else { return nil }
    let masked = mask(ruled, to: index)
    let contribution = unbroadcast(masked, to: index)
    observer?(
      PullbackObservation(
        node: node, input: index, cotangent: cotangent.value, afterRule: ruled, afterMask: masked.value,
        afterUnbroadcasting: contribution.value))
    return contribution
  }

  /// The cotangent times the derivative in an input, by the family's rule.
  private func rule(to index: Int) -> Tensor? {
    if flow == .none { return nil }
    return rules.pullback(cotangent.value, to: index, of: readInputs(to: index), output: output)
  }

  /// What the rule gave, selected again where it may not be 0 though it has to, and which elements of the input reach
  /// the loss.
  private func mask(_ value: Tensor, to index: Int) -> Cotangent {
    if case .custom(let custom) = node.primitive, cotangent.mask != nil {
      // What its author recorded is gone through step by step.
      return custom.pullback(cotangent, to: index, of: inputs, output: output) ?? Cotangent(value)
    }
    let reached = reached(by: index)
    // Of a leaf there is no rule to be masked.
    let isLeaf = node.references[index]._withUnsafeGuaranteedRef { $0.references.isEmpty }
    let picked = isLeaf ? nil : family.picked(index, of: inputs, output: output)
    switch flow {
    case .none, .passed:
      return Cotangent(value, mask: picked.map { $0.intersected(with: reached) } ?? reached)
    case .moved:
      return Cotangent(value, mask: reached ?? picked)
    case .scaled, .mixed:
      let guarded = reached.map { isProduct && $0.isByValue ? value : $0.guarding(value) }
      return Cotangent(guarded ?? value, mask: picked.map { $0.intersected(with: reached) } ?? reached)
    }
  }

  /// Whether elements of the inputs are multiplied with each other and added up.
  private var isProduct: Bool { flow == .mixed && family.linearity == .each }

  /// The contribution to an input that was broadcast: the sum over its copies.
  private func unbroadcast(_ contribution: Cotangent, to index: Int) -> Cotangent {
    let shape = node.inputShape(index)
    let mask = contribution.mask.flatMap {
      flow.isElementwise ? $0.unbroadcast(from: node.shape, to: shape) : $0
    }
    let value = contribution.value.unbroadcast(to: shape).withoutOrigin()
    return Cotangent(value, mask: mask)
  }

  /// Which elements of an input reach elements of the output that reach the loss; of a broadcast input, which of its copies.
  private func reached(by index: Int) -> Mask? {
    guard let mask = cotangent.mask else { return nil }
    switch flow {
    case .none: return nil
    case .passed, .scaled: return mask
    case .moved:
      let filled = mask.tensor.filling(node.shape)
      return family.pullback(filled, to: index, of: inputs, output: output).map { mask.replacing($0) }
    case .mixed:
      return family.reach(mask, to: index, of: inputs, output: output)
    }
  }

  /// The inputs as the rule for one of them reads them: elements of the other factor of a product that meet nothing that
  /// reaches the loss are taken for 0, so that an infinite one among them does not meet a cotangent that is 0.
  private func readInputs(to index: Int) -> Inputs {
    guard let mask = cotangent.mask, !mask.isByValue, isProduct else { return inputs }
    var read = inputs
    for other in read.indices where other != index {
      guard let reached = family.reach(mask, to: other, of: inputs, output: output) else { continue }
      read[other] = reached.guarding(inputs[other])
    }
    return read
  }
}
