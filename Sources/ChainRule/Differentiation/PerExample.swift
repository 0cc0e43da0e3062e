extension Tensor {
  /// Derives, for every row of the data, the gradient that this scalar would have if that row were all the data.
  ///
  /// For a mean over rows, the mean of these gradients is the gradient; a term that no row is part of, such as a
  /// penalty, is in each of them. The rows are followed together, as one more axis, not one after the other.
  ///
  /// ```swift
  /// let X = Tensor.input("X", shape: [.batch, 2])
  /// let y = Tensor.input("y", shape: [.batch])
  /// let w = Tensor.parameter("w", shape: [2])
  /// let loss = mean(squared(X • w - y))
  /// let rows = try loss.perExampleGradient(withRespectTo: [w])[w]
  /// print(try rows.evaluate(at: [X: [[1, 2], [3, 4]], y: [7, 8], w: [0, 0]]))
  /// // [[-14. -28.]
  /// //  [-48. -64.]]
  /// ```
  ///
  /// - Parameter variables: Parameters or other tensors that have no rows, under any of their names.
  /// - Returns: For each variable the gradients, with the rows as the first axis.
  /// - Throws: `ChainRuleError` if this tensor is not a scalar, a tensor is invalid, no input has rows, or a variable has.
  public func perExampleGradient(withRespectTo variables: [Tensor]) throws -> Gradient {
    let gradient = try gradient(withRespectTo: variables, rules: .standard, in: "perExampleGradient")
    let rows = inputs.filter { $0.node.shape.extents.first == .batch }
    func refuse(_ tensor: Tensor, _ problem: String, _ mend: String) -> ChainRuleError {
      ChainRuleError(
        .differentiation, in: "perExampleGradient", operands: tensor.labelled, problem: problem, mend: mend)
    }
    if rows.isEmpty {
      throw refuse(self, "no input has rows", "declare data with .batch as the first extent")
    }
    if let other = variables.first(where: { $0.node.shape.symbols.contains(.batch) }) {
      throw refuse(other, "\(other.label) has rows itself", "differentiate by what all rows share")
    }
    var batching = Batching(length: .batch, replacing: { $0 == .batch ? 1 : $0 })
    for input in rows {
      let single = input.node.shape.extents.dropFirst()
      batching.replace(input.node, by: input.reshaped(to: Shape([.batch, 1] + single)), isBatched: true)
    }
    let lifted = gradient.derivatives.map { batching.lifted($0) }
    for derivative in lifted { try derivative.validate() }
    return Gradient(variables: variables, derivatives: lifted)
  }
}
