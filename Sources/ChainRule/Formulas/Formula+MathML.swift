extension Formula {
  /// The formula in MathML Core, as one `<math>` element that a page can hold.
  ///
  /// ```swift
  /// let x = Tensor.parameter("x", shape: [])
  /// print(sqrt(x).formula.mathML)
  /// // <math xmlns="http://www.w3.org/1998/Math/MathML"><mrow><msqrt><mi>x</mi></msqrt></mrow></math>
  /// ```
  ///
  /// It is well-formed XML whatever tensors are called.
  ///
  /// - Complexity: Linear in the number of recorded operations.
  /// - Source: MathML Core, W3C.
  public var mathML: String {
    if tensor.invalidity != nil { return MathMLPrinter.formula("<mtext>invalid</mtext>") }
    let text = FormulaText(of: simplified.node)
    return MathMLPrinter.formula(text.text(in: MathMLPrinter()))
  }
}
