/// The elements of the first operand at the integer positions that the second holds, along an axis.
///
/// The first `batchAxes` axes of both are the same, and counted together. For an operand `[b…, s…, length, t…]` and
/// indices `[b…, i…]` the result is `[b…, s…, i…, t…]`.
package struct Gather: PrimitiveFamily {
  package let axis: Int
  package let batchAxes: Int

  package var name: String { "gather" }
  package var primitive: Primitive { .gather(self) }
  package var linearity: Linearity { .first }
  package var flow: CotangentFlow { .moved }

  package func shape(
    of operands: Inputs, at location: ChainRuleError.Location?
  ) throws(ChainRuleError) -> Shape {
    let (shape, indices) = (operands[0].node.shape, operands[1].node.shape)
    try IndexOperand.check(
      operands[1], below: shape[axis], sharing: batchAxes, with: shape, in: name, of: operands, at: location)
    return Shape(
      Array(shape.extents.prefix(axis)) + indices.extents.dropFirst(batchAxes)
        + shape.extents.dropFirst(axis + 1))
  }

  package func rowRules(_ operands: [Shape], _ result: Shape, over extent: Shape.Extent) -> [RowRule] {
    let width = operands[1].rank - batchAxes
    return RowRule.along(extent, of: result) { place in
      // Integers are taken by rows along their first axis only: they lie in a list, not in strided memory.
      if place < batchAxes { return place == 0 ? [.rows(axis: 0), .rows(axis: 0)] : nil }
      if place < axis { return [.rows(axis: place), .whole] }
      if place < axis + width { return batchAxes == 0 && place == axis ? [.whole, .rows(axis: 0)] : nil }
      return [.rows(axis: place - width + 1), .whole]
    }
  }

  package func pullback(
    _ cotangent: Tensor, to index: Int, of inputs: Inputs, output: Tensor
  ) -> Tensor? {
    if index == 1 { return nil }
    let scatter = ScatterAdd(axis: axis, batchAxes: batchAxes, length: inputs[0].node.shape[axis])
    return .recording(.scatterAdd(scatter), [cotangent, inputs[1]])
  }

  package func picked(_ index: Int, of inputs: Inputs, output: Tensor) -> Mask? {
    let (indices, width) = (inputs[1].node.shape, inputs[1].node.shape.rank - batchAxes)
    // What is picked does not depend on the axes that are taken whole.
    let isWhole = output.node.shape.extents.indices.filter {
      $0 >= batchAxes && !(axis..<axis + width).contains($0)
    }
    let ones = Tensor.number(1).broadcast(to: output.node.shape.keeping(isWhole))
    let isNeverEmpty = indices.extents.dropFirst(batchAxes).allSatisfy {
      if case .fixed(let length) = $0 { length > 0 } else { false }
    }
    return pullback(ones, to: 0, of: inputs, output: output).map {
      Mask($0, coveredAxes: isNeverEmpty ? [axis] : nil)
    }
  }

  package func batched(_ operands: [BatchedOperand]) -> Tensor {
    IndexOperand.batched(operands, batchAxes: batchAxes) { batchAxes, axes in
      .gather(Gather(axis: axis + axes, batchAxes: batchAxes))
    }
  }

  package func notation(of operands: [TensorNotation], shape: Shape) -> TensorNotation {
    var positions = Array(repeating: Position<Node>.all, count: Swift.max(axis, batchAxes))
    for axis in 0..<batchAxes { positions[axis] = .at(.symbol("i")) }
    return .indexed(operands[0], positions + [.at(operands[1])])
  }

  package func source(of operands: [SwiftExpression], shape: Shape) -> SwiftExpression {
    .call("gather", on: operands, [.along(axis)] + IndexOperand.arguments(batchAxes: batchAxes))
  }
}

/// Zeros to which the elements of the first operand are added at the integer positions that the second holds: what
/// undoes a gather.
package struct ScatterAdd: PrimitiveFamily {
  package let axis: Int
  package let batchAxes: Int
  package let length: Shape.Extent

  package var name: String { "scatterAdd" }
  package var primitive: Primitive { .scatterAdd(self) }
  package var linearity: Linearity { .first }
  package var flow: CotangentFlow { .moved }

  package func shape(
    of operands: Inputs, at location: ChainRuleError.Location?
  ) throws(ChainRuleError) -> Shape {
    let (shape, indices) = (operands[0].node.shape, operands[1].node.shape)
    try IndexOperand.check(
      operands[1], below: length, sharing: batchAxes, with: shape, in: name, of: operands, at: location)
    let own = indices.extents.dropFirst(batchAxes)
    guard shape.rank >= axis + own.count, Array(shape.extents.dropFirst(axis).prefix(own.count)) == Array(own)
    else {
      throw ChainRuleError(
        .shape, in: name, operands: Broadcasting.names(operands, "at"),
        problem: "the axes of the indices are not those of the elements from axis \(axis) on",
        mend: "give each index one element", at: location)
    }
    return Shape(
      Array(shape.extents.prefix(axis)) + [length] + shape.extents.dropFirst(axis + own.count))
  }

  package func rowRules(_ operands: [Shape], _ result: Shape, over extent: Shape.Extent) -> [RowRule] {
    let width = operands[1].rank - batchAxes
    let rows = RowRule.along(extent, of: result) { place in
      if place == axis { return nil }
      if place < batchAxes { return place == 0 ? [.rows(axis: 0), .rows(axis: 0)] : nil }
      return [.rows(axis: place < axis ? place : place - 1 + width), .whole]
    }
    guard batchAxes == 0 && width > 0 && operands[1][0] == extent else { return rows }
    return rows + [RowRule(result: .contribution(.sum), uses: [.rows(axis: axis), .rows(axis: 0)])]
  }

  package func pullback(
    _ cotangent: Tensor, to index: Int, of inputs: Inputs, output: Tensor
  ) -> Tensor? {
    if index == 1 { return nil }
    return .recording(.gather(Gather(axis: axis, batchAxes: batchAxes)), [cotangent, inputs[1]])
  }

  package func batched(_ operands: [BatchedOperand]) -> Tensor {
    IndexOperand.batched(operands, batchAxes: batchAxes) { batchAxes, axes in
      .scatterAdd(ScatterAdd(axis: axis + axes, batchAxes: batchAxes, length: length))
    }
  }

  package func replacingExtents(_ replace: (Shape.Extent) -> Shape.Extent) -> Primitive {
    .scatterAdd(ScatterAdd(axis: axis, batchAxes: batchAxes, length: replace(length)))
  }

  package func notation(of operands: [TensorNotation], shape: Shape) -> TensorNotation {
    // How many zeros there are is told unless the indices say it.
    let bound = operands[1].subject?.indexBound
    let length: [TensorNotation] = bound == length ? [] : [.extent(length)]
    // One for each index, at its place: the rows of `oneHot`.
    if case .ones = operands[0].content, operands[1].rank == batchAxes, axis == batchAxes {
      return .call("onehot", [operands[1]] + length, over: [])
    }
    return .call("scatter", operands + length, over: shape.rank == 1 ? [] : [axis])
  }

  package func source(of operands: [SwiftExpression], shape: Shape) -> SwiftExpression {
    .call(
      "scatterAdd", on: operands,
      [.along(axis), SwiftArgument("length", length.swift)] + IndexOperand.arguments(batchAxes: batchAxes))
  }
}

/// Returns the elements of `x` at integer positions along an axis; a position may occur any number of times.
///
/// ```swift
/// let X = Tensor.constant([[1, 2, 3], [4, 5, 6]])
/// print(try gather(X, .indices([2, 0, 0]), along: 1).evaluate())
/// // [[3. 1. 1.]
/// //  [6. 4. 4.]]
/// try gather(X, .indices([2, 0]), along: 1, batchAxes: 1).evaluate()  // [3. 4.]
/// ```
///
/// - Parameters:
///   - x: The tensor to take elements of.
///   - indices: An index input, or `Tensor.indices(_:)` of integers that never change.
///   - axis: The axis that the positions count along, itself counted from the end where negative.
///   - batchAxes: How many leading axes `x` and `indices` share, to be counted together.
///   - file: Where an error says that this was called.
///   - line: Where an error says that this was called.
/// - Shape: That of `x` with the axes of `indices`, but those shared, in place of the axis.
/// - Derivative: The cotangent, added up at the positions.
public func gather(
  _ x: Tensor, _ indices: Tensor, along axis: Int, batchAxes: Int = 0, file: StaticString = #fileID,
  line: UInt = #line
) -> Tensor {
  let location = ChainRuleError.Location(file, line)
  return IndexOperand.recording(
    "gather", x, indices, axis, batchAxes, rank: { x, _ in x.rank }, location
  ) { axis in .gather(Gather(axis: axis, batchAxes: batchAxes)) }
}

/// Returns zeros to which the elements of `x` are added at integer positions along an axis.
///
/// ```swift
/// let x = Tensor.constant([1, 2, 4])
/// try scatterAdd(x, .indices([0, 3, 0]), along: 0, length: 4).evaluate()  // [5. 0. 0. 2.]
/// ```
///
/// - Parameters:
///   - x: The elements to add.
///   - indices: An index input, or `Tensor.indices(_:)` of integers that never change.
///   - axis: The axis of the result that the positions count along.
///   - length: The length of that axis.
///   - batchAxes: How many leading axes `x` and `indices` share, to be counted together.
///   - file: Where an error says that this was called.
///   - line: Where an error says that this was called.
/// - Shape: That of `x` with the axis in place of the axes of `indices`, but those shared.
/// - Derivative: The cotangent, gathered at the positions.
public func scatterAdd(
  _ x: Tensor, _ indices: Tensor, along axis: Int, length: Shape.Extent, batchAxes: Int = 0,
  file: StaticString = #fileID, line: UInt = #line
) -> Tensor {
  let location = ChainRuleError.Location(file, line)
  return IndexOperand.recording(
    "scatterAdd", x, indices, axis, batchAxes, rank: { x, own in x.rank - (own.rank - batchAxes) + 1 },
    location
  ) { axis in .scatterAdd(ScatterAdd(axis: axis, batchAxes: batchAxes, length: length)) }
}

/// Returns, for each index, a row of zeros with a 1 at its position.
///
/// ```swift
/// print(try oneHot(.indices([1, 0]), count: 3).evaluate())
/// // [[0. 1. 0.]
/// //  [1. 0. 0.]]
/// ```
///
/// - Shape: That of `indices` with a last axis of length `count`.
/// - Derivative: None: indices do not vary.
public func oneHot(
  _ indices: Tensor, count: Shape.Extent, file: StaticString = #fileID, line: UInt = #line
) -> Tensor {
  if indices.invalidity != nil { return indices }
  let shape = indices.node.shape
  do {
    try IndexOperand.check(
      indices, below: count, sharing: 0, with: shape, in: "oneHot", of: .one(indices), at: .init(file, line))
  } catch {
    return .invalid(error)
  }
  let ones = Tensor.number(1).broadcast(to: shape)
  return scatterAdd(ones, indices, along: shape.rank, length: count, batchAxes: shape.rank)
}
