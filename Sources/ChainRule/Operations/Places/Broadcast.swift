/// The same elements repeated along new axes and along axes of length 1.
///
/// Elementwise operations broadcast by themselves; this records it where nothing else would.
package struct Broadcast: PrimitiveFamily {
  package let target: Shape

  package var name: String { "broadcast" }
  package var primitive: Primitive { .broadcast(self) }
  package var linearity: Linearity { .all }
  package var flow: CotangentFlow { .moved }

  package func shape(
    of operands: Inputs, at location: ChainRuleError.Location?
  ) throws(ChainRuleError) -> Shape {
    let shape = operands[0].node.shape
    let offset = target.rank - shape.rank
    func refuse(_ problem: String) -> ChainRuleError {
      ChainRuleError(
        .shape, in: name, operands: "\(operands[0].labelled) to \(target)", problem: problem,
        mend: "shapes align at their last axes, and only a fixed length 1 stretches", at: location)
    }
    if target.extents.contains(where: \.isNegative) { throw refuse("a length is negative") }
    guard offset >= 0 else { throw refuse("\(target) has fewer axes") }
    for (axis, extent) in shape.extents.enumerated() where extent != 1 {
      let wanted = target[axis + offset]
      if extent != wanted { throw refuse("axis \(axis) of length \(extent) cannot become \(wanted)") }
    }
    return target
  }

  package func rowRules(_ operands: [Shape], _ result: Shape, over extent: Shape.Extent) -> [RowRule] {
    RowRule.elementwise(operands, result, over: extent)
  }

  package func pullback(
    _ cotangent: Tensor, to index: Int, of inputs: Inputs, output: Tensor
  ) -> Tensor? {
    cotangent.unbroadcast(to: inputs[0].node.shape)
  }

  package func batched(_ operands: [BatchedOperand]) -> Tensor {
    operands[0].aligned(to: target.rank).broadcast(to: Shape([operands[0].length] + target.extents))
  }

  package func replacingExtents(_ replace: (Shape.Extent) -> Shape.Extent) -> Primitive {
    .broadcast(Broadcast(target: Shape(target.extents.map(replace))))
  }

  package func notation(of operands: [TensorNotation], shape: Shape) -> TensorNotation {
    switch operands[0].content {
    case .number(1): .ones
    case .number(0): .zeros
    default: .function("broadcast", TensorNotation.aligned(operands, in: target)[0], .shape(target))
    }
  }

  package func source(of operands: [SwiftExpression], shape: Shape) -> SwiftExpression {
    .member(operands[0], "broadcast", [SwiftArgument("to", target.swift)])
  }
}

extension Tensor {
  /// Returns the elements repeated to fill `shape`, by NumPy's rules.
  ///
  /// ```swift
  /// print(try Tensor.constant([1, 2]).broadcast(to: [3, 2]).evaluate())
  /// // [[1. 2.]
  /// //  [1. 2.]
  /// //  [1. 2.]]
  /// ```
  ///
  /// - Shape: `shape`; aligned at the last axes, each axis of this tensor has the same length or 1.
  /// - Derivative: The cotangent, summed over the axes along which elements were repeated.
  public func broadcast(
    to shape: Shape, file: StaticString = #fileID, line: UInt = #line
  ) -> Tensor {
    .recording(.broadcast(Broadcast(target: shape)), [self], at: .init(file, line))
  }

  /// A scalar repeated to fill `shape`.
  package func filling(_ shape: Shape) -> Tensor { node.shape == shape ? self : broadcast(to: shape) }
}
