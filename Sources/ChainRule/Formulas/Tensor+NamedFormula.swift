extension Tensor {
  /// The formula, with what `expression` gives names to written by them.
  ///
  /// A derivative may have lost a name that its loss has, since what was named was not needed for it.
  ///
  /// ```swift
  /// let X = Tensor.input("X", shape: [.batch, 2])
  /// let y = Tensor.input("y", shape: [.batch])
  /// let w = Tensor.parameter("w", shape: [2])
  /// let p = sigmoid(X • w).named("p")
  /// let loss = -mean(y * log(p) + (1 - y) * log(1 - p))
  /// let hessian = try loss.hessian(withRespectTo: w)
  /// print(hessian.formula)                     // 1/N · Xᵀdiag(σ′(Xw)) X
  /// print(hessian.formula(withNamesOf: loss))  // 1/N · Xᵀdiag(p ⊙ (1 − p)) X
  /// ```
  ///
  /// - Complexity: Linear in the number of recorded operations of both.
  public func formula(withNamesOf expression: Tensor) -> Formula {
    Formula(of: self, withNamesOf: expression)
  }
}
