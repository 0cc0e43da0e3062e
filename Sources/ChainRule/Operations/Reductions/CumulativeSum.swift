/// The running sum along an axis, from its start or from its end.
package struct CumulativeSum: PrimitiveFamily {
  package let axis: Int
  package let isReversed: Bool

  package var name: String { "cumulativeSum" }
  package var primitive: Primitive { .cumulativeSum(self) }
  package var linearity: Linearity { .all }
  package var flow: CotangentFlow { .moved }
  package var behindOneAxis: Primitive {
    .cumulativeSum(CumulativeSum(axis: axis + 1, isReversed: isReversed))
  }

  package func shape(
    of operands: Inputs, at location: ChainRuleError.Location?
  ) throws(ChainRuleError) -> Shape { operands[0].node.shape }

  package func rowRules(_ operands: [Shape], _ result: Shape, over extent: Shape.Extent) -> [RowRule] {
    RowRule.alike(operands, result, mixing: [axis], over: extent)
  }

  package func pullback(
    _ cotangent: Tensor, to index: Int, of inputs: Inputs, output: Tensor
  ) -> Tensor? {
    .recording(.cumulativeSum(CumulativeSum(axis: axis, isReversed: !isReversed)), [cotangent])
  }

  package func notation(of operands: [TensorNotation], shape: Shape) -> TensorNotation {
    .call(isReversed ? "cumsum from the end" : "cumsum", operands, over: shape.rank == 1 ? [] : [axis])
  }

  package func source(of operands: [SwiftExpression], shape: Shape) -> SwiftExpression {
    .call(name, on: operands, [.along(axis)] + (isReversed ? [SwiftArgument("reversed", "true")] : []))
  }
}

/// Returns the running sums along an axis: element i is the sum of the elements 0 to i.
///
/// ```swift
/// let x = Tensor.constant([1, 2, 3])
/// try cumulativeSum(x, along: 0).evaluate()                  // [1. 3. 6.]
/// try cumulativeSum(x, along: 0, reversed: true).evaluate()  // [6. 5. 3.]
/// ```
///
/// - Parameters:
///   - x: The tensor.
///   - axis: The axis, counted from the end where negative.
///   - reversed: Whether to add up from the end instead: element i is then the sum of the elements from i on.
///   - file: Where an error says that this was called.
///   - line: Where an error says that this was called.
/// - Shape: That of `x`.
/// - Derivative: The cotangent, added up from the other end.
public func cumulativeSum(
  _ x: Tensor, along axis: Int, reversed: Bool = false, file: StaticString = #fileID, line: UInt = #line
) -> Tensor {
  let location = ChainRuleError.Location(file, line)
  return reduction("cumulativeSum", of: x, along: [axis], keepingAxes: false, at: location) { x, axes in
    .recording(.cumulativeSum(CumulativeSum(axis: axes[0], isReversed: reversed)), [x], at: location)
  }
}
