/// One node of the backward pass, with the cotangent that it hands to its inputs.
struct PullbackStep {
  private let rules: DerivativeRules
  let flow: CotangentFlow
  // Handles tagged with the node: everything its rule records is known to be this node's derivative.
  let inputs: Inputs
  let output: Tensor
  private let cotangent: Tensor
  /// Which elements of the node reach the loss; nil for all.
  let mask: Mask?

  var node: Node { output.node }
  var family: any PrimitiveFamily { node.primitive.family }

  init(_ node: Node, _ cotangent: Cotangent, _ rules: DerivativeRules) {
    self.rules = rules
    flow = node.primitive.family.flow
    inputs = Inputs(of: node)
    output = Tensor(node, origin: node)
    self.cotangent = Tensor(cotangent.value.node, origin: node)
    mask = cotangent.mask
  }

  /// What one use of an input contributes to its cotangent; nil for nothing.
  func contribution(to index: Int, observer: PullbackObserver?) -> Cotangent? {
    guard flow != .none else { return nil }
    if let mask, case .custom(let custom) = node.primitive {
      // What its author recorded is gone through step by step.
      let own = custom.pullback(Cotangent(cotangent, mask: mask), to: index, of: inputs, output: output)
      guard let own else { return nil }
      return observed(
        own.value, own.value, Cotangent(own.value.withoutOrigin(), mask: own.mask), index, observer)
    }
    guard let ruled = rule(to: index) else { return nil }
    if mask == nil && observer == nil {
      // Most steps: all elements reach the loss, and nobody looks on.
      return unbroadcast(ruled, inputMask(of: index, nil), to: index)
    }
    let reach = mask.flatMap { reached(by: index, $0) }
    let masked = reach.map { select(ruled, $0) } ?? ruled
    return observed(
      ruled, masked, unbroadcast(masked, inputMask(of: index, reach), to: index), index, observer)
  }

  private func observed(
    _ ruled: Tensor, _ masked: Tensor, _ contribution: Cotangent, _ index: Int, _ observer: PullbackObserver?
  ) -> Cotangent {
    observer?(
      PullbackObservation(
        node: node, input: index, cotangent: cotangent, afterRule: ruled, afterMask: masked,
        afterUnbroadcasting: contribution.value))
    return contribution
  }

  /// The cotangent times the derivative in an input, by the family's rule.
  @inline(__always)
  private func rule(to index: Int) -> Tensor? {
    if mask == nil { return rules.pullback(cotangent, to: index, of: inputs, output: output) }
    return rules.pullback(cotangent, to: index, of: readInputs(to: index), output: output)
  }

  /// What the rule gave, selected again where it may not be 0 though it has to.
  private func select(_ value: Tensor, _ reached: Mask) -> Tensor {
    switch flow {
    case .none, .passed, .moved: value
    case .scaled, .mixed: isGuarded(by: reached) ? reached.guarding(value) : value
    }
  }

  /// Whether what a rule gives is selected once more under a mask.
  func isGuarded(by mask: Mask) -> Bool {
    if isProduct { return !mask.isByValue && !mask.isOfCotangent }
    return !mask.isOfCotangent || flow == .mixed || flow == .scaled(hasPoles: true)
  }

  /// Which elements of an input reach the loss through this node: those that it picks, of those that reach on.
  @inline(__always)
  private func inputMask(of index: Int, _ reached: Mask?) -> Mask? {
    // Of a leaf there is no rule to be masked.
    if node.references[index]._withUnsafeGuaranteedRef({ $0.references.isEmpty }) { return reached }
    if flow == .moved, let reached { return reached }
    guard let picked = family.picked(index, of: inputs, output: output) else { return reached }
    return picked.intersected(with: reached)
  }

  /// Whether elements of the inputs are multiplied with each other and added up.
  var isProduct: Bool { flow == .mixed && family.linearity == .each }

  /// The contribution to an input that was broadcast: the sum over its copies.
  @inline(__always)
  private func unbroadcast(_ value: consuming Tensor, _ mask: Mask?, to index: Int) -> Cotangent {
    let shape = node.inputShape(index)
    let own = flow.isElementwise ? mask?.unbroadcast(from: node.shape, to: shape) : mask
    if node.shape == shape { return Cotangent(value.withoutOrigin(), mask: own) }
    return Cotangent(value.unbroadcast(to: shape).withoutOrigin(), mask: own)
  }
}
