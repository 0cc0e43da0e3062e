// The derivatives of a custom operation, of which its author writes one: the pullback.

extension Custom {
  package func pullback(
    _ cotangent: Tensor, to index: Int, of inputs: Inputs, output: Tensor
  ) -> Tensor? {
    let operands = isExpression ? Array(inputs.dropLast()) : Array(inputs)
    // What computes the value is not differentiated.
    return index < operands.count ? cotangents(cotangent, operands, output)[index] : nil
  }

  /// The cotangents of all operands, with their number and shapes checked.
  private func cotangents(_ cotangent: Tensor, _ operands: [Tensor], _ output: Tensor) -> [Tensor?] {
    let results = definition.pullback(cotangent, operands, output)
    guard results.count == operands.count else {
      let error = refuse(
        "its pullback returned \(results.count) cotangents",
        "it needs \(operands.count), one for each operand",
        operands)
      return operands.map { _ in .invalid(error) }
    }
    return zip(results, operands).map { result, operand in
      guard let result, result.invalidity == nil, result.node.shape != operand.node.shape else {
        return result
      }
      return .invalid(
        refuse(
          "its pullback returned a cotangent of shape \(result.node.shape) for \(operand.labelled)",
          "a cotangent has the shape of its operand", operands))
    }
  }

  /// The pullback P is linear in the cotangent c, so the derivative of Σ P(c) t in c is the tangent of the output.
  package func pushforward(_ tangents: [Tensor?], of inputs: Inputs, output: Tensor) -> Tensor? {
    let operands = isExpression ? Array(inputs.dropLast()) : Array(inputs)
    let probe = Tensor.leaf(.leaf(.input("cotangent of \(name)")), shape: output.node.shape)
    let products = zip(cotangents(probe, operands, output), tangents).map { share, tangent in
      share.flatMap { share in tangent.map { sum(share * $0) } }
    }
    guard let total = Tensor.total(products) else { return nil }
    if total.invalidity != nil { return total }
    guard let tangent = Pullback(from: total.node, to: [probe.node], rules: .standard).run()[0] else {
      return nil
    }
    if Traversal(from: [tangent.node]).index(of: probe.node) == nil { return tangent }
    return .invalid(
      refuse("its pullback is not linear in the cotangent", "multiply by the cotangent once", operands))
  }
}
