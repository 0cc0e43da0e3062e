internal import ChainRule

// The derivatives that the library records, by each of its modes.
extension RecordedCheck {
  /// The gradient, by the backward pass.
  func reverse() throws -> [CheckedDerivative] {
    let derivatives = try point.loss.gradient(
      withRespectTo: point.variables, rules: rules, in: RecordedPoint.operation
    ).derivatives
    return try judgedGradient(
      point.evaluated(derivatives),
      RecordedFormula(derivatives, of: point.loss, at: point.shadow).values, mode: .reverse)
  }

  /// Leaves for a direction in all variables, with what is bound to them.
  func leaves(
    for direction: [ShadowArray<Double>]
  ) -> [(tensor: Tensor, array: NDArray<Double>)] {
    zip(point.variables, direction).map { variable, array in
      (.input("direction of \(variable.label)", shape: variable.node.shape), array.array)
    }
  }

  /// Directional derivatives, by the forward pass.
  func forward() throws -> [CheckedDerivative] {
    var directions = RandomDirections(seed: seed &+ 1)
    let judge = DerivativeJudge(mode: .forward, order: 1)
    return try (1...Self.directionCount).map { number in
      let direction = directions.next(in: shapes)
      let leaves = leaves(for: direction)
      let derivative = try point.loss.jacobianVectorProduct(
        withRespectTo: point.variables, along: leaves.map(\.tensor), rules: rules)
      let formula = RecordedFormula([derivative], of: point.loss, at: point.shadow(with: leaves))
      let claim = DerivativeJudge.Claim(
        place: .direction(number), given: try point.evaluated([derivative], with: leaves)[0].scalar,
        formula: formula.values?[0].elements[0], truth: truth(along: direction),
        rounding: { rounding.along(direction) })
      if let node = truth.decisions.undecided.first {
        return judge.untold(claim, DerivativeJudge.tooClose(node))
      }
      return truth.decisions.ties.isEmpty
        ? judge.judged(claim) : try judge.judged(claim, along: direction, in: self)
    }
  }

  private func truth(along direction: [ShadowArray<Double>]) -> Wide {
    zip(truth.derivatives, direction).reduce(Wide(0)) { sum, pair in
      zip(pair.0.elements, pair.1.elements).reduce(sum) { $0 + $1.0 * Wide($1.1) }
    }
  }

  /// The product of the Hessian and a random direction: the gradient differentiated once more, in both modes.
  ///
  /// - Returns: The derivatives, and why there are none, as a sentence.
  func hessian() throws -> (derivatives: [CheckedDerivative], note: String?) {
    guard truth.decisions.ties.isEmpty, truth.decisions.undecided.isEmpty else {
      return ([], "Second derivatives are not checked at a kink of the loss.")
    }
    guard point.variables.allSatisfy({ $0.unnamed.node.inputs.isEmpty }) else {
      return ([], "Second derivatives are checked in parameters and inputs only.")
    }
    var directions = RandomDirections(seed: seed &+ 2)
    let direction = directions.next(in: shapes)
    let leaves = leaves(for: direction)
    let exact = try ShadowGradient<Dual<Wide>>(
      of: point.loss, in: point.variables, at: point.shadow, along: direction.map(\.array)
    ).derivatives.map { $0.map(\.slope) }
    let (backwards, forwards) = try hessianProducts(along: leaves.map(\.tensor))
    var judged: [CheckedDerivative] = []
    // Of second derivatives rounding is not followed: of numbers alone, half of the digits of the greatest are asked
    // for.
    let size = exact.reduce(0) { $1.elements.reduce($0) { max($0, $1.magnitude) } }
    for (mode, recorded) in [(CheckedDerivative.Mode.reverse, backwards), (.forward, forwards)] {
      let given = try point.evaluated(recorded, with: leaves)
      let formula = RecordedFormula(recorded, of: point.loss, at: point.shadow(with: leaves)).values
      let judge = DerivativeJudge(mode: mode, order: 2)
      for (variable, tensor) in point.variables.enumerated() {
        judged += exact[variable].elements.indices.map { element in
          let truth = exact[variable].elements[element]
          return judge.judged(
            DerivativeJudge.Claim(
              place: .coordinate(element, of: tensor.label, shape: exact[variable].shape),
              given: given[variable].elements[element], formula: formula?[variable].elements[element],
              truth: truth, rounding: { 1e-8 / DerivativeJudge.allowance * size }))
        }
      }
    }
    return (judged, nil)
  }

  /// The products by the backward pass over the gradient, and by the forward pass over it.
  private func hessianProducts(
    along direction: [Tensor]
  ) throws -> (backwards: [Tensor], forwards: [Tensor]) {
    let gradient = try point.loss.gradient(
      withRespectTo: point.variables, rules: rules, in: RecordedPoint.operation
    ).derivatives
    let product = zip(gradient, direction).reduce(Tensor(0)) { $0 + sum($1.0 * $1.1) }
    let backwards = try product.gradient(withRespectTo: point.variables, rules: rules).derivatives
    let forwards = try gradient.map {
      try $0.jacobianVectorProduct(withRespectTo: point.variables, along: direction, rules: rules)
    }
    return (backwards, forwards)
  }
}
