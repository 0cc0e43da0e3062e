public import ChainRule

extension Objective {
  /// Records a least-squares problem by its residuals: the mean of their squares is minimised.
  ///
  /// ```swift
  /// let t = Tensor.input("t", shape: [.batch])
  /// let y = Tensor.input("y", shape: [.batch])
  /// let a = Tensor.parameter("a", shape: [], initial: 1)
  /// let k = Tensor.parameter("k", shape: [], initial: 0.1)
  /// let fit = try Objective.leastSquares(
  ///   residual: a * exp(-k * t) - y, data: [t: [0, 1, 2, 3], y: [4, 2, 1, 0.5]])
  /// let solution = try minimize(fit, using: .levenbergMarquardt())
  /// print(try solution[a], try solution[k])  // 4.0 0.6931471805599453
  /// ```
  ///
  /// It is the same as an objective with the loss `mean(squared(residual))`, or `mean(weights * squared(residual))`.
  ///
  /// - Parameters:
  ///   - residual: The differences between what is predicted and what was measured.
  ///   - weights: What each square is multiplied by, 0 or more; by default 1.
  ///   - parameters: What may vary; by default every parameter that the residuals read.
  ///   - penalties: What is added for some of the parameters.
  ///   - data: Arrays for the inputs.
  /// - Shape: The weights have the shape of the residuals, or are a scalar.
  /// - Throws: `ChainRuleError` as for any objective, and if the weights have another shape.
  public static func leastSquares(
    residual: Tensor, weights: Tensor? = nil, over parameters: [Tensor]? = nil,
    penalties: KeyValuePairs<Tensor, Penalty> = [:], data: Bindings<Double> = [:]
  ) throws -> Objective {
    let squares = squared(residual)
    guard let weights else {
      return try Objective(mean(squares), over: parameters, penalties: penalties, data: data)
    }
    let (shape, given) = (try residual.shape, try weights.shape)
    guard given == shape || given.isScalar else {
      throw refuse(
        weights.labelled, "the weights have another shape than the residuals \(residual.labelled)",
        "they need shape \(shape)")
    }
    return try Objective(mean(weights * squares), over: parameters, penalties: penalties, data: data)
  }
}
