/// Returns the mean of the squared differences between predictions and targets, `1/N · Σ(ŷ − y)²`.
///
/// Unlike `mean(squared(prediction - target))` it refuses to broadcast: a column `[n, 1]` against a vector
/// `[n]` would give all n² differences and a wrong, plausible loss.
///
/// ```swift
/// let y = Tensor.input("y", shape: [.batch])
/// let p = Tensor.input("p", shape: [.batch])
/// let loss = meanSquaredError(p, y)
/// try loss.evaluate(at: [p: [1, 2], y: [2, 5]])  // 5.0
/// ```
///
/// - Shape: A scalar; both operands have the same shape.
/// - Derivative: `2/N · (ŷ − y)` in the prediction.
public func meanSquaredError(
  _ prediction: Tensor, _ target: Tensor, file: StaticString = #fileID, line: UInt = #line
) -> Tensor {
  let location = ChainRuleError.Location(file, line)
  if let invalid = [prediction, target].first(where: { $0.invalidity != nil }) {
    return invalid.located(at: location)
  }
  guard prediction.node.shape == target.node.shape else {
    return .invalid(
      ChainRuleError(
        .shape, in: "meanSquaredError", operands: Broadcasting.names([prediction, target], "against"),
        problem: "a loss does not broadcast",
        mend: "reshape one of them, so that both have the same shape", at: location))
  }
  return mean(squared(prediction - target), file: file, line: line)
}
