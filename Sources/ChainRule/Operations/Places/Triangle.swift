/// A triangle of each matrix, the other elements 0.
///
/// Matrices are the last two axes.
package struct Triangle: PrimitiveFamily {
  package let isUpper: Bool
  /// The diagonal that bounds it: 0 is the main one, 1 the one above.
  package let offset: Int

  package var name: String { isUpper ? "upperTriangle" : "lowerTriangle" }
  package var primitive: Primitive { .triangle(self) }
  package var linearity: Linearity { .all }
  package var flow: CotangentFlow { .moved }

  package func shape(
    of operands: Inputs, at location: ChainRuleError.Location?
  ) throws(ChainRuleError) -> Shape {
    try MatrixShape.check(operands[0], in: name, at: location)
    return operands[0].node.shape
  }

  package func rowRules(_ operands: [Shape], _ result: Shape, over extent: Shape.Extent) -> [RowRule] {
    RowRule.alike(operands, result, mixing: [result.rank - 2, result.rank - 1], over: extent)
  }

  package func pullback(
    _ cotangent: Tensor, to index: Int, of inputs: Inputs, output: Tensor
  ) -> Tensor? {
    .recording(primitive, [cotangent])
  }

  package func picked(_ index: Int, of inputs: Inputs, output: Tensor) -> Mask? {
    let matrix = Shape(Array(output.node.shape.extents.suffix(2)))
    return Mask(.recording(primitive, [Tensor.number(1).broadcast(to: matrix)]))
  }

  package func notation(of operands: [TensorNotation], shape: Shape) -> TensorNotation {
    .call(isUpper ? "triu" : "tril", operands + (offset == 0 ? [] : [.integer(offset)]), over: [])
  }

  package func source(of operands: [SwiftExpression], shape: Shape) -> SwiftExpression {
    .call(name, on: operands, offset == 0 ? [] : [SwiftArgument("diagonal", "\(offset)")])
  }
}

/// Returns each matrix with 0 above a diagonal.
///
/// ```swift
/// print(try lowerTriangle(.constant([[1, 2], [3, 4]])).evaluate())
/// // [[1. 0.]
/// //  [3. 4.]]
/// ```
///
/// - Parameters:
///   - x: A tensor whose last two axes are matrices.
///   - diagonal: The last diagonal that stays: 0 is the main one, 1 the one above.
///   - file: Where an error says that this was called.
///   - line: Where an error says that this was called.
/// - Shape: That of `x`.
/// - Derivative: The same triangle of the cotangent.
public func lowerTriangle(
  _ x: Tensor, diagonal: Int = 0, file: StaticString = #fileID, line: UInt = #line
) -> Tensor {
  .recording(.triangle(Triangle(isUpper: false, offset: diagonal)), [x], at: .init(file, line))
}

/// Returns each matrix with 0 below a diagonal.
///
/// - Parameters:
///   - x: A tensor whose last two axes are matrices.
///   - diagonal: The first diagonal that stays: 0 is the main one, 1 the one above.
///   - file: Where an error says that this was called.
///   - line: Where an error says that this was called.
/// - Shape: That of `x`.
/// - Derivative: The same triangle of the cotangent.
public func upperTriangle(
  _ x: Tensor, diagonal: Int = 0, file: StaticString = #fileID, line: UInt = #line
) -> Tensor {
  .recording(.triangle(Triangle(isUpper: true, offset: diagonal)), [x], at: .init(file, line))
}

/// What operations on matrices have in common.
enum MatrixShape {
  /// Matrices go by the first of several axes before them: which of them has no result is told by its number along it.
  static func rowRules(_ operands: [Shape], _ result: Shape, over extent: Shape.Extent) -> [RowRule] {
    let isStack =
      operands[0].rank > 2
      && operands.allSatisfy { $0.rank == operands[0].rank && $0[0] == extent }
    return RowRule.along(extent, of: result) { axis in
      axis == 0 && isStack ? operands.map { _ in .rows(axis: 0) } : nil
    }
  }

  static func check(
    _ x: Tensor, in operation: String, isSquare: Bool = false, at location: ChainRuleError.Location?
  ) throws(ChainRuleError) {
    let shape = x.node.shape
    func refuse(_ problem: String, _ mend: String) -> ChainRuleError {
      ChainRuleError(
        .shape, in: operation, operands: x.labelled, problem: problem, mend: mend, at: location)
    }
    guard shape.rank >= 2 else {
      throw refuse(
        shape.isScalar ? "\(x.label) is a scalar" : "\(x.label) is a vector", "it needs a matrix, [n, m]")
    }
    if isSquare && shape[shape.rank - 1] != shape[shape.rank - 2] {
      throw refuse(
        "the matrix has \(shape[shape.rank - 2]) rows and \(shape[shape.rank - 1]) columns",
        "it needs as many rows as columns")
    }
  }
}

extension Tensor {
  /// Each matrix, the last two axes, transposed.
  package var matrixTransposed: Tensor {
    let rank = node.shape.rank
    if rank < 2 { return self }
    return transposed(axes: Array(0..<rank - 2) + [rank - 1, rank - 2])
  }
}
