// Where not all elements reach the loss: which of them do, and what a rule may read.

extension PullbackStep {
  /// Which elements of an input reach elements of the output that reach the loss; of a broadcast input, which of its copies.
  func reached(by index: Int, _ mask: Mask) -> Mask? {
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
  func readInputs(to index: Int) -> Inputs {
    guard let mask, isProduct, isGuarded(by: mask) else { return inputs }
    var read = inputs
    for other in read.indices where other != index {
      guard let reached = family.reach(mask, to: other, of: inputs, output: output) else { continue }
      read[other] = reached.guarding(inputs[other])
    }
    return read
  }
}
