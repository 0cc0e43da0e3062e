/// A reordering of axes: axis `i` of the result is axis `order[i]` of the operand.
package struct Permutation: PrimitiveFamily {
  package let order: [Int]

  package var name: String { "transposed" }
  package var primitive: Primitive { .permutation(self) }
  package var linearity: Linearity { .all }
  package var flow: CotangentFlow { .moved }

  package func shape(
    of operands: Inputs, at location: ChainRuleError.Location?
  ) throws(ChainRuleError) -> Shape {
    let shape = operands[0].node.shape
    let resolved = try shape.resolve(axes: order, in: name, of: operands[0].label, at: location)
    guard resolved.count == shape.rank else {
      throw ChainRuleError(
        .axis, in: name, operands: operands[0].labelled, problem: "\(order) does not name every axis",
        mend: "name each of its \(shape.rank) axes once", at: location)
    }
    return Shape(order.map { shape[$0 < 0 ? $0 + shape.rank : $0] })
  }

  package func rowRules(_ operands: [Shape], _ result: Shape, over extent: Shape.Extent) -> [RowRule] {
    RowRule.along(extent, of: result) { axis in
      let origin = order[axis]
      return [.rows(axis: origin < 0 ? origin + result.rank : origin)]
    }
  }

  package func pullback(
    _ cotangent: Tensor, to index: Int, of inputs: Inputs, output: Tensor
  ) -> Tensor? {
    cotangent.transposed(axes: inverse)
  }

  /// The permutation that undoes this one.
  package var inverse: [Int] {
    var inverse = Array(repeating: 0, count: order.count)
    for (position, axis) in order.enumerated() {
      inverse[axis < 0 ? axis + order.count : axis] = position
    }
    return inverse
  }

  package var behindOneAxis: Primitive {
    let axes = order.map { $0 < 0 ? $0 + order.count : $0 }
    return .permutation(Permutation(order: [0] + axes.map { $0 + 1 }))
  }

  package func notation(of operands: [TensorNotation], shape: Shape) -> TensorNotation {
    order == [1, 0]
      ? .transpose(of: operands[0])
      : .function("transpose", operands[0], .list(order.map(TensorNotation.integer)))
  }

  package func source(of operands: [SwiftExpression], shape: Shape) -> SwiftExpression {
    .member(operands[0], "transposed", order == [1, 0] ? [] : [SwiftArgument("axes", "\(order)")])
  }
}

extension Tensor {
  /// Returns the tensor with its axes in reverse order: the transpose of a matrix.
  ///
  /// ```swift
  /// print(try Tensor.constant([[1, 2, 3], [4, 5, 6]]).transposed().evaluate())
  /// // [[1. 4.]
  /// //  [2. 5.]
  /// //  [3. 6.]]
  /// ```
  ///
  /// - Shape: `[a, b]` becomes `[b, a]`; a vector or scalar is unchanged.
  /// - Derivative: The cotangent, transposed back.
  public func transposed() -> Tensor {
    let rank = node.shape.rank
    return rank < 2 ? self : transposed(axes: Array((0..<rank).reversed()))
  }

  /// Returns the tensor with its axes in the order given; negative axes count from the end.
  ///
  /// ```swift
  /// let X = Tensor.input("X", shape: [.batch, 2, 3])
  /// try X.transposed(axes: [0, 2, 1]).shape  // [N, 3, 2]
  /// ```
  ///
  /// - Shape: Axis `i` of the result is axis `axes[i]` of this tensor.
  /// - Derivative: The cotangent, permuted back.
  public func transposed(
    axes: [Int], file: StaticString = #fileID, line: UInt = #line
  ) -> Tensor {
    .recording(.permutation(Permutation(order: axes)), [self], at: .init(file, line))
  }
}
