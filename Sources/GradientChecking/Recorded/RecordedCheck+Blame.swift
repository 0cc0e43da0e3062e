internal import ChainRule

// Whose rules are at fault, once a derivative is known to be wrong.
extension RecordedCheck {
  /// The operations at fault for derivatives of one mode and order.
  ///
  /// What is wrong in the second order only is looked for in the gradient, differentiated once more.
  func blamed(for wrong: [CheckedDerivative]) throws -> [BlamedOperation] {
    func has(_ mode: CheckedDerivative.Mode, _ order: Int) -> Bool {
      wrong.contains { $0.mode == mode && $0.order == order && $0.verdict.isFailure }
    }
    var blamed: [BlamedOperation] = []
    if has(.reverse, 1) {
      blamed += try LocalRules(
        backwards: point.loss, to: point.variables, by: rules, at: point.shadow
      ).blamed
    }
    if has(.forward, 1) { blamed += try blamedForwards() }
    if blamed.isEmpty, has(.reverse, 2) || has(.forward, 2) { blamed += try blamedInSecondOrder(wrong) }
    return blamed
  }

  private func blamedForwards() throws -> [BlamedOperation] {
    let (leaves, shadow) = direction(seed &+ 1)
    return try LocalRules(
      forwards: point.loss, from: point.variables, along: leaves, by: rules, at: shadow
    ).blamed
  }

  /// Leaves for a random direction, and the point with what is bound to them.
  private func direction(_ seed: UInt64) -> ([Tensor], ShadowPoint) {
    var directions = RandomDirections(seed: seed)
    let leaves = leaves(for: directions.next(in: shapes))
    return (leaves.map(\.tensor), point.shadow(with: leaves))
  }

  private func blamedInSecondOrder(_ wrong: [CheckedDerivative]) throws -> [BlamedOperation] {
    let (leaves, shadow) = direction(seed &+ 2)
    let gradient = try point.loss.gradient(
      withRespectTo: point.variables, rules: rules, in: RecordedPoint.operation
    ).derivatives
    let product = zip(gradient, leaves).reduce(Tensor(0)) { $0 + sum($1.0 * $1.1) }
    let blamed =
      try LocalRules(backwards: product, to: point.variables, by: rules, at: shadow).blamed
      + LocalRules(forwards: product, from: point.variables, along: leaves, by: rules, at: shadow).blamed
    return blamed.isEmpty ? customOperations(wrong) : blamed
  }

  /// The operations with derivatives from outside the library: if every rule is right as it stands, one of these
  /// gives the right values by an expression that varies in another way.
  private func customOperations(_ wrong: [CheckedDerivative]) -> [BlamedOperation] {
    guard let shown = wrong.first(where: { $0.order == 2 && $0.verdict.isFailure }) else { return [] }
    return Traversal(from: [point.loss.node]).nodes.compactMap { node in
      guard case .custom(let custom) = node.primitive else { return nil }
      return BlamedOperation(
        custom.name, operands: node.inputs.dropLast().map { Tensor($0).labelled }.joined(separator: ", "),
        mode: shown.mode, coordinate: shown.place.description, given: shown.given, truth: shown.truth.value,
        cause:
          "its pullback has the right values and other derivatives, such as by a constant or stopGradient")
    }
  }
}
