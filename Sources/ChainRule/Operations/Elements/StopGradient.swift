/// The operand itself, taken for a constant by differentiation; execution sees through it.
package struct StopGradient: PrimitiveFamily {
  /// Whether what is computed with it does not depend on it: a scale, which only keeps numbers moderate.
  package let isScale: Bool

  /// Whether it is an operand of a custom operation, in the expression of its value.
  package let isOperand: Bool

  package init(isScale: Bool = false, isOperand: Bool = false) {
    self.isScale = isScale
    self.isOperand = isOperand
  }

  package var name: String { "stopGradient" }
  package var primitive: Primitive { .stopGradient(self) }
  package var linearity: Linearity { .none }
  package var flow: CotangentFlow { .none }

  package func shape(
    of operands: Inputs, at location: ChainRuleError.Location?
  ) throws(ChainRuleError) -> Shape { operands[0].node.shape }

  package func rowRules(_ operands: [Shape], _ result: Shape, over extent: Shape.Extent) -> [RowRule] {
    RowRule.elementwise(operands, result, over: extent)
  }

  package func pullback(
    _ cotangent: Tensor, to index: Int, of inputs: Inputs, output: Tensor
  ) -> Tensor? { nil }

  package func notation(of operands: [TensorNotation], shape: Shape) -> TensorNotation {
    .function("stop", operands[0])
  }

  package func source(of operands: [SwiftExpression], shape: Shape) -> SwiftExpression {
    .call(name, on: operands, isScale ? [SwiftArgument("isScale", "true")] : [])
  }
}

extension Tensor {
  /// This as a scale: a constant that the result does not depend on, and which formulas take for 1.
  var asScale: Tensor { stopGradient(self, isScale: true) }
}

/// Returns the same elements as a constant: no derivative flows through.
///
/// ```swift
/// try gradient(at: 3) { x in x * stopGradient(x) }  // 3.0
/// ```
///
/// - Parameters:
///   - x: The tensor.
///   - isScale: Whether what is computed with it does not depend on it, as in `m · √((x/m)² + (y/m)²)`: formulas then take it
///     for 1. Derivative rules scale so, where squares could overflow.
/// - Shape: That of `x`.
/// - Derivative: 0, by decree.
public func stopGradient(_ x: Tensor, isScale: Bool = false) -> Tensor {
  .recording(.stopGradient(StopGradient(isScale: isScale)), [x])
}
