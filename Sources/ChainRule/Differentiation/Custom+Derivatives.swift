// The derivatives of a custom operation, of which its author writes one: the pullback.

extension Custom {
  package func pullback(
    _ cotangent: Tensor, to index: Int, of inputs: Inputs, output: Tensor
  ) -> Tensor? {
    pullback(Cotangent(cotangent), to: index, of: inputs, output: output)?.value
  }

  /// The cotangent of an operand; zeros of the output's that a mask made meet nothing infinite.
  func pullback(_ cotangent: Cotangent, to index: Int, of inputs: Inputs, output: Tensor) -> Cotangent? {
    let operands = operands(inputs)
    // The expression of the value depends on the operands as constants, and else on what its closure captured.
    if index == operands.count { return cotangent }
    let recorded = RecordedPullback(
      definition, operands: operands.map(\.node.shape), output: output.node.shape)
    if let error = problem(recorded, operands) { return Cotangent(.invalid(error)) }
    return recorded.applied([index], cotangent: cotangent, operands: operands, output: output)[0]
  }

  /// The inputs without the expression of the value.
  private func operands(_ inputs: Inputs) -> [Tensor] {
    isExpression ? Array(inputs.dropLast()) : Array(inputs)
  }

  /// What is wrong with the cotangents that the author's pullback returned.
  private func problem(_ recorded: RecordedPullback, _ operands: [Tensor]) -> ChainRuleError? {
    let results = recorded.results
    guard results.count == operands.count else {
      return refuse(
        "its pullback returned \(results.count) cotangents",
        "it needs \(operands.count), one for each operand",
        operands)
    }
    for (index, (result, operand)) in zip(results, operands).enumerated() {
      guard let result else { continue }
      if let error = result.invalidity { return error }
      if result.node.shape != operand.node.shape {
        return refuse(
          "its pullback returned a cotangent of shape \(result.node.shape) for \(operand.labelled)",
          "a cotangent has the shape of its operand", operands)
      }
      if !recorded.isLinear(at: index) {
        return refuse(
          "its pullback is not linear in the cotangent", "multiply by the cotangent once", operands)
      }
    }
    return nil
  }

  /// The pullback P is linear in the cotangent c, so the derivative of Σ P(c) t in c is the tangent of the output.
  package func pushforward(_ tangents: [Tensor?], of inputs: Inputs, output: Tensor) -> Tensor? {
    let operands = operands(inputs)
    let captured = isExpression ? tangents[operands.count] : nil
    let recorded = RecordedPullback(
      definition, operands: operands.map(\.node.shape), output: output.node.shape)
    if let error = problem(recorded, operands) { return .invalid(error) }
    let probe = Tensor.leaf(.leaf(.input("cotangent of \(name)")), shape: output.node.shape)
    let varying = operands.indices.filter { tangents[$0] != nil }
    let cotangents = recorded.applied(
      varying, cotangent: Cotangent(probe), operands: operands, output: output)
    let products = zip(cotangents, varying).map { cotangent, index in
      cotangent.flatMap { cotangent in tangents[index].map { sum(cotangent.value * $0) } }
    }
    guard let total = Tensor.total(products) else { return captured }
    if total.invalidity != nil { return total }
    let tangent = Pullback(from: total.node, to: [probe.node], rules: .standard).run()[0]
    return Tensor.total([tangent, captured])
  }
}
