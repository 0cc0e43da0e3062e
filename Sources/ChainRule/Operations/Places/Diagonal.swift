/// The diagonal of each matrix; a view that costs nothing.
///
/// Matrices are the last two axes.
package struct Diagonal: PrimitiveFamily {
  package var name: String { "diagonal" }
  package var primitive: Primitive { .diagonal(self) }
  package var linearity: Linearity { .all }
  package var flow: CotangentFlow { .moved }

  package func shape(
    of operands: Inputs, at location: ChainRuleError.Location?
  ) throws(ChainRuleError) -> Shape {
    try MatrixShape.check(operands[0], in: name, at: location)
    let extents = operands[0].node.shape.extents
    let length: Shape.Extent
    switch (extents[extents.count - 2], extents[extents.count - 1]) {
    case (.fixed(let rows), .fixed(let columns)): length = .fixed(Swift.min(rows, columns))
    case (let rows, let columns) where rows == columns: length = rows
    default:
      throw ChainRuleError(
        .shape, in: name, operands: operands[0].labelled,
        problem: "it is not known which of the last two axes is shorter",
        mend: "it needs equal or fixed lengths", at: location)
    }
    return Shape(extents.dropLast(2) + [length])
  }

  package func rowRules(_ operands: [Shape], _ result: Shape, over extent: Shape.Extent) -> [RowRule] {
    RowRule.alike(operands, result, mixing: [result.rank - 1], over: extent)
  }

  package func pullback(
    _ cotangent: Tensor, to index: Int, of inputs: Inputs, output: Tensor
  ) -> Tensor? {
    let extents = inputs[0].node.shape.extents
    let matrix = DiagonalMatrix(rows: extents[extents.count - 2], columns: extents[extents.count - 1])
    return .recording(.diagonalMatrix(matrix), [cotangent])
  }

  package func picked(_ index: Int, of inputs: Inputs, output: Tensor) -> Mask? {
    let ones = Tensor.number(1).broadcast(to: Shape(Array(output.node.shape.extents.suffix(1))))
    return pullback(ones, to: 0, of: inputs, output: output).map { Mask($0) }
  }

  package func notation(of operands: [TensorNotation], shape: Shape) -> TensorNotation {
    .function("diag", operands[0])
  }
}

/// The matrix with the operand on its diagonal and 0 elsewhere.
package struct DiagonalMatrix: PrimitiveFamily {
  package let rows: Shape.Extent
  package let columns: Shape.Extent

  package var name: String { "diagonalMatrix" }
  package var primitive: Primitive { .diagonalMatrix(self) }
  package var linearity: Linearity { .all }
  package var flow: CotangentFlow { .moved }

  package func shape(
    of operands: Inputs, at location: ChainRuleError.Location?
  ) throws(ChainRuleError) -> Shape {
    Shape(operands[0].node.shape.extents.dropLast() + [rows, columns])
  }

  package func rowRules(_ operands: [Shape], _ result: Shape, over extent: Shape.Extent) -> [RowRule] {
    RowRule.alike(operands, result, mixing: [result.rank - 2, result.rank - 1], over: extent)
  }

  package func pullback(
    _ cotangent: Tensor, to index: Int, of inputs: Inputs, output: Tensor
  ) -> Tensor? {
    .recording(.diagonal(Diagonal()), [cotangent])
  }

  package func replacingExtents(_ replace: (Shape.Extent) -> Shape.Extent) -> Primitive {
    .diagonalMatrix(DiagonalMatrix(rows: replace(rows), columns: replace(columns)))
  }

  package func notation(of operands: [TensorNotation], shape: Shape) -> TensorNotation {
    // The matrices of a stack of vectors are no diagonals of one matrix.
    let name = shape.rank == 2 ? "diag" : "diagmatrix"
    if rows != columns { return .function(name, operands[0], .extent(rows), .extent(columns)) }
    if shape.rank == 2, case .ones = operands[0].content { return .identity }
    return .function(name, operands[0])
  }

  package func source(of operands: [SwiftExpression], shape: Shape) -> SwiftExpression {
    .call(
      name, on: operands,
      rows == columns ? [] : [SwiftArgument("rows", rows.swift), SwiftArgument("columns", columns.swift)])
  }
}

/// Returns the diagonal of each matrix.
///
/// ```swift
/// try diagonal(.constant([[1, 2], [3, 4]])).evaluate()  // [1. 4.]
/// ```
///
/// - Shape: `[…, n, m]` becomes `[…, min(n, m)]`.
/// - Derivative: The cotangent as a diagonal matrix.
public func diagonal(_ x: Tensor, file: StaticString = #fileID, line: UInt = #line) -> Tensor {
  .recording(.diagonal(Diagonal()), [x], at: .init(file, line))
}

/// Returns the matrix that has the last axis of `x` on its diagonal, and 0 elsewhere.
///
/// - Parameters:
///   - x: The diagonal, or several.
///   - rows: The number of rows; that of the elements by default.
///   - columns: The number of columns; that of the elements by default.
///   - file: Where an error says that this was called.
///   - line: Where an error says that this was called.
/// - Shape: `[…, n]` becomes `[…, n, n]`, or `[…, rows, columns]`, of which n is the smaller.
/// - Derivative: The diagonal of the cotangent.
public func diagonalMatrix(
  _ x: Tensor, rows: Shape.Extent? = nil, columns: Shape.Extent? = nil, file: StaticString = #fileID,
  line: UInt = #line
) -> Tensor {
  if x.invalidity != nil { return x }
  func refuse(_ problem: String, _ mend: String) -> Tensor {
    .invalid(
      ChainRuleError(
        .shape, in: "diagonalMatrix", operands: x.labelled, problem: problem, mend: mend,
        at: .init(file, line)))
  }
  guard let length = x.node.shape.extents.last else {
    return refuse("\(x.label) is a scalar", "it needs a vector")
  }
  let matrix = DiagonalMatrix(rows: rows ?? length, columns: columns ?? length)
  let fits =
    switch (matrix.rows, matrix.columns, length) {
    case (.fixed(let rows), .fixed(let columns), .fixed(let length)): Swift.min(rows, columns) == length
    default: matrix.rows == length && matrix.columns == length
    }
  if !fits {
    return refuse(
      "\(length) elements are not the diagonal of a matrix [\(matrix.rows), \(matrix.columns)]",
      "the smaller of rows and columns must be \(length)")
  }
  return .recording(.diagonalMatrix(matrix), [x])
}

/// Returns the sum of the diagonal of each matrix.
///
/// ```swift
/// try trace(.constant([[1, 2], [3, 4]])).evaluate()  // 5.0
/// ```
///
/// - Shape: `[…, n, m]` becomes `[…]`.
/// - Derivative: The cotangent on the diagonal.
public func trace(_ x: Tensor, file: StaticString = #fileID, line: UInt = #line) -> Tensor {
  let location = ChainRuleError.Location(file, line)
  if x.invalidity != nil { return x }
  do {
    try MatrixShape.check(x, in: "trace", at: location)
  } catch {
    return .invalid(error)
  }
  return sum(diagonal(x, file: file, line: line), along: [-1], file: file, line: line)
}
