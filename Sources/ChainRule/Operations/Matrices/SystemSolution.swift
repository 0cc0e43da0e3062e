/// The solution X of A X = B for each square matrix A, the last two axes.
package struct SystemSolution: PrimitiveFamily {
  package var name: String { "solve" }
  package var primitive: Primitive { .solution(self) }
  package var linearity: Linearity { .allButFirst }
  package var flow: CotangentFlow { .mixed }

  package func shape(
    of operands: Inputs, at location: ChainRuleError.Location?
  ) throws(ChainRuleError) -> Shape {
    try MatrixShape.check(operands[0], in: name, isSquare: true, at: location)
    try MatrixShape.check(operands[1], in: name, at: location)
    let (a, b) = (operands[0].node.shape, operands[1].node.shape)
    guard a.extents.dropLast() == b.extents.dropLast() else {
      throw ChainRuleError(
        .shape, in: name, operands: Broadcasting.names(operands, "\\"),
        problem: "the right side has \(Shape(Array(b.extents.dropLast()))) rows",
        mend: "it needs \(Shape(Array(a.extents.dropLast())))", at: location)
    }
    return b
  }

  package func rowRules(_ operands: [Shape], _ result: Shape, over extent: Shape.Extent) -> [RowRule] {
    MatrixShape.rowRules(operands, result, over: extent)
  }

  /// - Source: Giles, An extended collection of matrix derivative results (2008), §2.2.
  package func pullback(
    _ cotangent: Tensor, to index: Int, of inputs: Inputs, output: Tensor
  ) -> Tensor? {
    let right = Tensor.recording(primitive, [inputs[0].matrixTransposed, cotangent])
    return index == 1 ? right : -(right • output.matrixTransposed)
  }

  package func pushforward(_ tangents: [Tensor?], of inputs: Inputs, output: Tensor) -> Tensor? {
    Tensor.total([tangents[1], tangents[0].map { -($0 • output) }])
      .map { .recording(primitive, [inputs[0], $0]) }
  }

  /// Columns of the right side are solved for one by one.
  package func reach(_ mask: Mask, to index: Int, of inputs: Inputs, output: Tensor) -> Mask? {
    let rank = output.node.shape.rank
    return mask.reaching(along: index == 1 ? [rank - 2] : [rank - 2, rank - 1], of: output.node.shape)
  }

  package func notation(of operands: [TensorNotation], shape: Shape) -> TensorNotation {
    .juxtaposed(.power(operands[0], .number(-1)), operands[1])
  }
}

/// Returns the solution X of A X = B, for each square matrix A.
///
/// A program that meets a singular matrix throws an error that names it.
///
/// ```swift
/// let A = Tensor.constant([[2, 1], [1, 3]])
/// try solve(A, .constant([5, 10])).evaluate()  // [1. 3.]
/// ```
///
/// - Shape: `[…, n, n]` with `[…, n, m]` is `[…, n, m]`; with a vector `[n]` it is `[n]`. Leading axes broadcast.
/// - Derivative: `B̄ = A⁻ᵀ X̄` and `Ā = −B̄ Xᵀ`.
public func solve(
  _ a: Tensor, _ b: Tensor, file: StaticString = #fileID, line: UInt = #line
) -> Tensor {
  let location = ChainRuleError.Location(file, line)
  if let invalid = [a, b].first(where: { $0.invalidity != nil }) {
    return invalid.located(at: location)
  }
  let isVector = b.node.shape.rank == 1
  let right = isVector ? b.reshaped(to: Shape(b.node.shape.extents + [1])) : b
  let leading: Shape
  do {
    try MatrixShape.check(a, in: "solve", isSquare: true, at: location)
    leading = try leadingAxes(a, b, right, location)
  } catch {
    return .invalid(error)
  }
  let operands = [a, right].map { x in
    x.leading == leading.extents
      ? x : x.broadcast(to: Shape(leading.extents + x.node.shape.extents.suffix(2)))
  }
  let result = Tensor.recording(.solution(SystemSolution()), operands, at: location)
  if !isVector || result.invalidity != nil { return result }
  return result.reshaped(to: Shape(Array(result.node.shape.extents.dropLast())))
}

/// The axes before those of the matrices, once `right`, which is `b` as a matrix, is found to have as many rows as `a`.
private func leadingAxes(
  _ a: Tensor, _ b: Tensor, _ right: Tensor, _ location: ChainRuleError.Location
) throws(ChainRuleError) -> Shape {
  func refuse(_ problem: String, _ mend: String) -> ChainRuleError {
    ChainRuleError(
      .shape, in: "solve", operands: Broadcasting.names([a, b], "\\"), problem: problem, mend: mend,
      at: location)
  }
  let (own, other) = (a.node.shape, right.node.shape)
  guard other.rank >= 2 else { throw refuse("\(b.label) is a scalar", "it needs a vector or a matrix") }
  let (order, rows) = (own[own.rank - 1], other[other.rank - 2])
  guard order == rows else {
    throw refuse("the matrix has \(order) rows and the right side \(rows)", "they must be equal")
  }
  return try Broadcasting.leading(
    of: .two(a, right), in: "solve", named: Broadcasting.names([a, b], "\\"), at: location)
}

extension Tensor {
  /// The axes before those of the matrices.
  package var leading: [Shape.Extent] { Array(node.shape.extents.dropLast(2)) }
}
