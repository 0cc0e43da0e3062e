/// The elements in reverse order along some axes; a view that costs nothing.
package struct Reversal: PrimitiveFamily {
  /// Distinct and in increasing order.
  package let axes: [Int]

  package var name: String { "flipped" }
  package var primitive: Primitive { .reversal(self) }
  package var linearity: Linearity { .all }
  package var flow: CotangentFlow { .moved }
  package var behindOneAxis: Primitive { .reversal(Reversal(axes: axes.map { $0 + 1 })) }

  package func shape(
    of operands: Inputs, at location: ChainRuleError.Location?
  ) throws(ChainRuleError) -> Shape { operands[0].node.shape }

  package func rowRules(_ operands: [Shape], _ result: Shape, over extent: Shape.Extent) -> [RowRule] {
    RowRule.alike(operands, result, mixing: axes, over: extent)
  }

  package func pullback(
    _ cotangent: Tensor, to index: Int, of inputs: Inputs, output: Tensor
  ) -> Tensor? {
    .recording(primitive, [cotangent])
  }

  package func notation(of operands: [TensorNotation], shape: Shape) -> TensorNotation {
    .call("flip", operands, over: shape.rank == 1 ? [] : axes)
  }

  package func source(of operands: [SwiftExpression], shape: Shape) -> SwiftExpression {
    .member(operands[0], "flipped", [.along(axes)])
  }
}

extension Tensor {
  /// Returns the elements in reverse order along some axes, or along all of them.
  ///
  /// ```swift
  /// try Tensor.constant([1, 2, 3]).flipped().evaluate()  // [3. 2. 1.]
  /// ```
  ///
  /// - Shape: Unchanged.
  /// - Derivative: The cotangent, reversed likewise.
  public func flipped(
    along axes: Axes = .all, file: StaticString = #fileID, line: UInt = #line
  ) -> Tensor {
    reduction("flipped", of: self, along: axes, keepingAxes: false, at: .init(file, line)) { x, axes in
      axes.isEmpty ? x : .recording(.reversal(Reversal(axes: axes)), [x])
    }
  }
}
