/// Tensors one after the other along an axis.
package struct Concatenation: PrimitiveFamily {
  package let axis: Int
  /// Where each operand begins along the axis, and at last where all end.
  ///
  /// They follow from the operands' shapes, but with each counted anew by its own rule the gradient would take a time that
  /// grows with the square of their number.
  private let starts: [Int]

  /// - Parameter lengths: Those of the operands along the axis.
  init(axis: Int, lengths: some Sequence<Int>) {
    self.axis = axis
    starts = lengths.reduce(into: [0]) { starts, length in starts.append(starts[starts.count - 1] &+ length) }
  }

  private init(axis: Int, starts: [Int]) {
    self.axis = axis
    self.starts = starts
  }

  package var name: String { "concatenate" }
  package var primitive: Primitive { .concatenation(self) }
  package var linearity: Linearity { .all }
  package var flow: CotangentFlow { .moved }
  package var behindOneAxis: Primitive { .concatenation(Concatenation(axis: axis + 1, starts: starts)) }

  package func shape(
    of operands: Inputs, at location: ChainRuleError.Location?
  ) throws(ChainRuleError) -> Shape {
    func refuse(_ problem: String, _ mend: String) -> ChainRuleError {
      ChainRuleError(
        .shape, in: name, operands: Broadcasting.names(operands, "with"), problem: problem, mend: mend,
        at: location)
    }
    let first = operands[0].node.shape
    var length = 0
    for operand in operands {
      let shape = operand.node.shape
      guard shape.rank == first.rank,
        shape.extents.indices.allSatisfy({ $0 == axis || shape[$0] == first[$0] })
      else { throw refuse("the shapes differ beside axis \(axis)", "all other axes must be equal") }
      guard case .fixed(let own) = shape[axis] else {
        throw refuse(
          "axis \(axis) has the symbolic length \(shape[axis])", "concatenate along an axis of fixed length")
      }
      let (sum, overflow) = length.addingReportingOverflow(own)
      if overflow { throw refuse("the lengths add up to more than can be counted", "use shorter axes") }
      length = sum
    }
    var extents = first.extents
    extents[axis] = .fixed(length)
    return Shape(extents)
  }

  package func rowRules(_ operands: [Shape], _ result: Shape, over extent: Shape.Extent) -> [RowRule] {
    RowRule.alike(operands, result, mixing: [axis], over: extent)
  }

  package func pullback(
    _ cotangent: Tensor, to index: Int, of inputs: Inputs, output: Tensor
  ) -> Tensor? {
    let count = starts[index + 1] - starts[index]
    return cotangent.sliced([axis: AxisRange(start: starts[index], step: 1, count: count)])
  }

  package func pushforward(_ tangents: [Tensor?], of inputs: Inputs, output: Tensor) -> Tensor? {
    .recording(
      primitive,
      zip(tangents, inputs).map { tangent, input in
        tangent ?? Tensor.number(0).filling(input.node.shape)
      })
  }

  package func notation(of operands: [TensorNotation], shape: Shape) -> TensorNotation {
    shape.rank == 1 ? .list(operands) : .call("concat", operands, over: [axis])
  }

  package func source(of operands: [SwiftExpression], shape: Shape) -> SwiftExpression {
    .call("concatenate", on: [.list(operands)], [.along(axis)])
  }
}

/// Returns tensors one after the other along an axis that they all have.
///
/// ```swift
/// let (a, b) = (Tensor.constant([1, 2]), Tensor.constant([3]))
/// try concatenate([a, b], along: 0).evaluate()  // [1. 2. 3.]
/// ```
///
/// - Shape: Equal but for the axis, whose length must be fixed; its lengths add up.
/// - Derivative: For each tensor the part of the cotangent where it stands.
public func concatenate(
  _ tensors: [Tensor], along axis: Int, file: StaticString = #fileID, line: UInt = #line
) -> Tensor {
  let location = ChainRuleError.Location(file, line)
  guard let first = tensors.first else { return withoutTensors("concatenate", location) }
  if let invalid = tensors.first(where: { $0.invalidity != nil }) {
    return invalid.located(at: location)
  }
  return reduction("concatenate", of: first, along: [axis], keepingAxes: false, at: location) { first, axes in
    if tensors.count == 1 { return first }
    // A symbolic length is refused where the shape is decided.
    let lengths = tensors.lazy.map { tensor in
      let shape = tensor.node.shape
      return shape.rank > axes[0] ? Shape([shape[axes[0]]]).fixedCount : 0
    }
    let operation = Concatenation(axis: axes[0], lengths: lengths)
    return .recording(.concatenation(operation), tensors, at: location)
  }
}

/// Returns tensors of equal shape side by side along a new axis.
///
/// ```swift
/// print(try stack([.constant([1, 2]), .constant([3, 4])]).evaluate())
/// // [[1. 2.]
/// //  [3. 4.]]
/// ```
///
/// - Shape: That of each, with the number of tensors as a new axis at `axis`.
/// - Derivative: For each tensor its part of the cotangent.
public func stack(
  _ tensors: [Tensor], along axis: Int = 0, file: StaticString = #fileID, line: UInt = #line
) -> Tensor {
  let location = ChainRuleError.Location(file, line)
  guard let first = tensors.first else { return withoutTensors("stack", location) }
  if let invalid = tensors.first(where: { $0.invalidity != nil }) {
    return invalid.located(at: location)
  }
  guard tensors.allSatisfy({ $0.node.shape == first.node.shape }) else {
    return .invalid(
      ChainRuleError(
        .shape, in: "stack", operands: Broadcasting.names(tensors, "with"), problem: "the shapes differ",
        mend: "stack tensors of equal shape", at: location))
  }
  let rank = first.node.shape.rank
  let position = axis < 0 ? axis + rank + 1 : axis
  guard position >= 0 && position <= rank else {
    return .invalid(
      ChainRuleError(
        .axis, in: "stack", operands: Broadcasting.names(tensors, "with"),
        problem: "no new axis can stand at \(axis)",
        mend: "positions run from 0 to \(rank), or from \(-rank - 1) to -1", at: location))
  }
  return concatenate(
    tensors.map { $0.insertingAxis(at: position) }, along: position, file: file, line: line)
}

private func withoutTensors(_ operation: String, _ location: ChainRuleError.Location) -> Tensor {
  .invalid(
    ChainRuleError(
      .declaration, in: operation, problem: "there are no tensors", mend: "give at least one", at: location))
}
