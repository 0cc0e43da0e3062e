/// The operand itself, taken for a constant by differentiation; execution sees through it.
package struct StopGradient: PrimitiveFamily {
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
}

/// Returns the same elements as a constant: no derivative flows through.
///
/// ```swift
/// try gradient(at: 3) { x in x * stopGradient(x) }  // 3.0
/// ```
///
/// - Shape: That of `x`.
/// - Derivative: 0, by decree.
public func stopGradient(_ x: Tensor) -> Tensor { .recording(.stopGradient(StopGradient()), [x]) }
