infix operator • : MultiplicationPrecedence

/// The product of matrices and vectors: row times column.
///
/// Axes before those of the matrices broadcast.
package struct MatrixProduct: PrimitiveFamily {
  package var name: String { "matmul" }
  package var primitive: Primitive { .matrixProduct(self) }
  package var linearity: Linearity { .each }
  package var flow: CotangentFlow { .mixed }

  package func shape(
    of operands: Inputs, at location: ChainRuleError.Location?
  ) throws(ChainRuleError) -> Shape {
    let (left, right) = (operands[0].node.shape, operands[1].node.shape)
    func refuse(_ problem: String, _ mend: String) -> ChainRuleError {
      ChainRuleError(
        .shape, in: name, operands: Broadcasting.names(operands, "•"), problem: problem, mend: mend,
        at: location)
    }
    for (operand, shape) in zip(operands, [left, right]) where shape.isScalar {
      throw refuse("\(operand.label) is a scalar", "scale with *")
    }
    let (inner, other) = (left[left.rank - 1], right[Swift.max(right.rank - 2, 0)])
    guard inner == other else {
      var wanted = right
      wanted.extents[Swift.max(right.rank - 2, 0)] = inner
      throw refuse(
        "the inner dimensions \(inner) and \(other) differ", "\(operands[1].label) needs shape \(wanted)")
    }
    let matrix = Array(left.extents.dropLast().suffix(1)) + (right.rank == 1 ? [] : right.extents.suffix(1))
    if left.rank <= 2 && right.rank <= 2 { return Shape(matrix) }
    let leading = try Broadcasting.leading(
      of: operands, in: name, named: Broadcasting.names(operands, "•"), at: location)
    return Shape(leading.extents + matrix)
  }

  package func rowRules(_ operands: [Shape], _ result: Shape, over extent: Shape.Extent) -> [RowRule] {
    let (left, right) = (operands[0], operands[1])
    let leading = result.rank - (left.rank > 1 ? 1 : 0) - (right.rank > 1 ? 1 : 0)
    var rules: [RowRule] = []
    for axis in 0..<leading where result[axis] == extent {
      let uses = operands.map { operand -> RowUse in
        let own = axis - (leading - Swift.max(operand.rank - 2, 0))
        return own >= 0 && operand[own] == extent ? .rows(axis: own) : .whole
      }
      rules.append(RowRule(result: .rows(axis: axis), uses: uses))
    }
    if left.rank > 1 && left[left.rank - 2] == extent {
      rules.append(RowRule(result: .rows(axis: leading), uses: [.rows(axis: left.rank - 2), .whole]))
    }
    if right.rank > 1 && right[right.rank - 1] == extent {
      rules.append(
        RowRule(result: .rows(axis: result.rank - 1), uses: [.whole, .rows(axis: right.rank - 1)]))
    }
    if left[left.rank - 1] == extent {
      let uses: [RowUse] = [.rows(axis: left.rank - 1), .rows(axis: Swift.max(right.rank - 2, 0))]
      rules.append(RowRule(result: .contribution(.sum), uses: uses))
    }
    return rules
  }

  /// For C = AB: Ā = C̄Bᵀ and B̄ = AᵀC̄, with outer products where an operand is a vector.
  ///
  /// - Source: Petersen and Pedersen, The Matrix Cookbook (2012), §2.
  package func pullback(
    _ cotangent: Tensor, to index: Int, of inputs: Inputs, output: Tensor
  ) -> Tensor? {
    let (a, b) = (inputs[0], inputs[1])
    switch (a.node.shape.rank, b.node.shape.rank, index) {
    case (1, 1, 0): return cotangent * b
    case (1, 1, _): return cotangent * a
    case (2, 1, 0): return outer(cotangent, b)
    case (1, 2, 0): return b • cotangent
    case (1, 2, _): return outer(a, cotangent)
    case (_, _, 0): return cotangent • b.matrixTransposed
    default: return a.matrixTransposed • cotangent
    }
  }

  /// Row i of the left operand meets row i of the result, and column j of the right one column j.
  package func reach(_ mask: Mask, to index: Int, of inputs: Inputs, output: Tensor) -> Mask? {
    let (shape, rank) = (output.node.shape, output.node.shape.rank)
    let (left, right) = (inputs[0].node.shape, inputs[1].node.shape)
    let own = index == 0 ? left : right
    guard own.rank > 1 else {
      // A vector meets them all.
      return mask.reaching(along: Array(0..<rank), of: shape)?.unbroadcast(
        from: shape.keeping(Array(0..<rank)), to: [])
    }
    if (index == 0 ? right : left).rank == 1 {
      // The result has no axis of the other's; one stands in its place.
      let rows = mask.tensor.filling(shape)
      return mask.replacing(index == 0 ? rows.insertingAxis(at: -1) : rows.insertingAxis(at: -2))
    }
    let along = [index == 0 ? rank - 1 : rank - 2]
    let kept = shape.keeping(along)
    let target = Shape(own.extents.dropLast(2) + kept.extents.suffix(2))
    return mask.reaching(along: along, of: shape)?.unbroadcast(from: kept, to: target)
  }

  package func pushforward(_ tangents: [Tensor?], of inputs: Inputs, output: Tensor) -> Tensor? {
    .total([tangents[0].map { $0 • inputs[1] }, tangents[1].map { inputs[0] • $0 }])
  }

  /// Vectors become matrices, so that all operands have their matrices last; those that all meet one matrix are the rows of
  /// another.
  package func batched(_ operands: [BatchedOperand]) -> Tensor {
    let (left, right) = (operands[0], operands[1])
    if !left.isBatched && left.shape.rank == 2 && right.shape.rank == 1 {
      return right.tensor • left.tensor.matrixTransposed
    }
    if !right.isBatched && right.shape.rank == 2 && left.shape.rank == 1 { return left.tensor • right.tensor }
    let matrices = operands.enumerated().map { index, operand in
      if operand.shape.rank >= 2 { return operand }
      var extents = operand.tensor.node.shape.extents
      extents.insert(1, at: index == 0 ? extents.count - 1 : extents.count)
      return BatchedOperand(
        tensor: operand.tensor.reshaped(to: Shape(extents)), isBatched: operand.isBatched,
        length: operand.length)
    }
    let product = Tensor.recording(primitive, BatchedOperand.aligned(matrices))
    if product.invalidity != nil { return product }
    var target = product.node.shape.extents
    if operands[1].shape.rank == 1 { target.removeLast() }
    if operands[0].shape.rank == 1 { target.remove(at: target.count - (operands[1].shape.rank == 1 ? 1 : 2)) }
    return product.node.shape == Shape(target) ? product : product.reshaped(to: Shape(target))
  }

  package func notation(of operands: [TensorNotation], shape: Shape) -> TensorNotation {
    let (left, right) = (operands[0].asMatrixFactor, operands[1].asMatrixFactor)
    // A vector in front is a column; so one that is a row there is transposed, whether it was made a row or not.
    let first = left.rank == 1 ? .transposed(left) : left.columnVector ?? left
    guard let vector = right.columnVector else { return TensorNotation.chain(first, right, right.subject) }
    let product = TensorNotation.chain(first, vector, right.subject)
    return shape.long.isEmpty
      ? product : .indexed(product, Array(repeating: .all, count: shape.rank - 1) + [.new])
  }

  package func source(of operands: [SwiftExpression], shape: Shape) -> SwiftExpression {
    .infix(operands[0], .matrixProduct, operands[1])
  }
}

/// Returns the product of two matrices, a matrix and a vector, or two vectors (their dot product).
///
/// ```swift
/// let A = Tensor.constant([[1, 2], [3, 4]])
/// try (A • .constant([1, 10])).evaluate()  // [21. 43.]
/// ```
///
/// - Shape: `[n, k] • [k, m]` is `[n, m]`, `[n, k] • [k]` is `[n]`, `[k] • [k, m]` is `[m]`, and `[k] • [k]`
///   is a scalar. With more axes, the last two are matrices and those before broadcast.
/// - Derivative: `C̄Bᵀ` and `AᵀC̄` for the cotangent `C̄` of `AB`.
public func matmul(
  _ left: Tensor, _ right: Tensor, file: StaticString = #fileID, line: UInt = #line
) -> Tensor {
  matrixProduct(left, right, .init(file, line))
}

/// Returns the dot product of two vectors, `Σ uᵢvᵢ`.
///
/// - Shape: A scalar; both have the same number of elements.
/// - Derivative: The other vector.
public func dot(
  _ u: Tensor, _ v: Tensor, file: StaticString = #fileID, line: UInt = #line
) -> Tensor {
  let location = ChainRuleError.Location(file, line)
  if let error = notVectors("dot", u, v, location) { return error }
  guard u.node.shape == v.node.shape else {
    return .invalid(
      ChainRuleError(
        .shape, in: "dot", operands: Broadcasting.names([u, v], "with"), problem: "the lengths differ",
        mend: "\(v.label) needs shape \(u.node.shape)", at: location))
  }
  return matrixProduct(u, v, location)
}

/// Returns the matrix of all products `uᵢvⱼ` of two vectors.
///
/// - Shape: `[n]` with `[m]` is `[n, m]`.
/// - Derivative: `C̄v` and `C̄ᵀu` for the cotangent `C̄`.
public func outer(
  _ u: Tensor, _ v: Tensor, file: StaticString = #fileID, line: UInt = #line
) -> Tensor {
  if let error = notVectors("outer", u, v, .init(file, line)) { return error }
  return u.reshaped(to: Shape([u.node.shape[0], 1])) • v.reshaped(to: Shape([1, v.node.shape[0]]))
}

/// The first invalid operand, or the error that one of them is not a vector.
private func notVectors(
  _ operation: String, _ u: Tensor, _ v: Tensor, _ location: ChainRuleError.Location
) -> Tensor? {
  if let invalid = [u, v].first(where: { $0.invalidity != nil }) {
    return invalid.located(at: location)
  }
  guard let other = [u, v].first(where: { $0.node.shape.rank != 1 }) else { return nil }
  return .invalid(
    ChainRuleError(
      .shape, in: operation, operands: Broadcasting.names([u, v], "with"),
      problem: "\(other.label) is not a vector", mend: "give two vectors", at: location))
}

/// A vector meets matrices with leading axes as a matrix of one row or column.
private func matrixProduct(
  _ left: Tensor, _ right: Tensor, _ location: ChainRuleError.Location? = nil
) -> Tensor {
  let record = { Tensor.recording(.matrixProduct(MatrixProduct()), [$0, $1], at: location) }
  let (a, b) = (left.node.shape, right.node.shape)
  if a.rank > 2 && b.rank == 1 && a[a.rank - 1] == b[0] {
    let result = record(left, right.reshaped(to: Shape(b.extents + [1])))
    return result.invalidity != nil ? result : result.reshaped(to: Shape(Array(a.extents.dropLast())))
  }
  if a.rank == 1 && b.rank > 2 && a[0] == b[b.rank - 2] {
    let result = record(left.reshaped(to: Shape([1] + a.extents)), right)
    let target = Shape(b.extents.dropLast(2) + b.extents.suffix(1))
    return result.invalidity != nil ? result : result.reshaped(to: target)
  }
  return record(left, right)
}

extension Tensor {
  /// Returns the matrix product, as `matmul(_:_:)` does.
  ///
  /// - Shape: `[n, k] • [k, m]` is `[n, m]`, and likewise for vectors.
  public static func • (left: Tensor, right: Tensor) -> Tensor { matrixProduct(left, right) }
}
