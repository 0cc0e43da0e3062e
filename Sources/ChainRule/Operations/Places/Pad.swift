/// Zeros with the elements of the operand at regular positions: what undoes a slice.
package struct Pad: PrimitiveFamily {
  /// For each axis the positions, or nil for all of it.
  package let ranges: [AxisRange?]
  package let target: Shape

  package var name: String { "pad" }
  package var primitive: Primitive { .pad(self) }
  package var linearity: Linearity { .all }
  package var flow: CotangentFlow { .moved }

  /// The ranges were checked where they were made.
  package func shape(
    of operands: Inputs, at location: ChainRuleError.Location?
  ) throws(ChainRuleError) -> Shape { target }

  package func rowRules(_ operands: [Shape], _ result: Shape, over extent: Shape.Extent) -> [RowRule] {
    RowRule.alike(operands, result, mixing: ranges.indices.filter { ranges[$0] != nil }, over: extent)
  }

  package func pullback(
    _ cotangent: Tensor, to index: Int, of inputs: Inputs, output: Tensor
  ) -> Tensor? {
    .recording(.slice(Slice(ranges: ranges)), [cotangent])
  }

  package func batched(_ operands: [BatchedOperand]) -> Tensor {
    let target = Shape([operands[0].length] + target.extents)
    return .recording(.pad(Pad(ranges: [nil] + ranges, target: target)), [operands[0].tensor])
  }

  package func replacingExtents(_ replace: (Shape.Extent) -> Shape.Extent) -> Primitive {
    .pad(Pad(ranges: ranges, target: Shape(target.extents.map(replace))))
  }

  package func notation(of operands: [TensorNotation], shape: Shape) -> TensorNotation {
    // A 1 among zeros has a name of its own.
    if case .ones = operands[0].content, target.rank == 1, let place = ranges[0], place.count == 1 {
      return .function("onehot", .integer(place.start), .extent(target[0]))
    }
    return .function("pad", operands[0], .positions(ranges.map(Slice.position)), .shape(target))
  }

  package func source(of operands: [SwiftExpression], shape: Shape) -> SwiftExpression {
    func widths(_ label: String, _ body: (AxisRange, Int) -> Int) -> SwiftArgument {
      let numbers = zip(ranges, target.extents).map { range, extent in
        guard let range, case .fixed(let length) = extent else { return 0 }
        return body(range, length)
      }
      return SwiftArgument(label, "\(numbers)")
    }
    let isSpread = ranges.contains { $0.map { $0.step > 1 } ?? false }
    return .call(
      "pad", on: operands,
      [widths("before") { range, _ in range.start }, widths("after") { range, length in length - range.end }]
        + (isSpread ? [widths("interior") { range, _ in range.step - 1 }] : []))
  }
}

/// Returns the tensor with more elements around, and perhaps between, its own.
///
/// ```swift
/// try pad(.constant([1, 2]), before: [1], after: [2]).evaluate()  // [0. 1. 2. 0. 0.]
/// ```
///
/// - Parameters:
///   - x: The tensor.
///   - before: For each axis, how many elements to put in front.
///   - after: For each axis, how many elements to put behind.
///   - interior: For each axis, how many elements to put between neighbours; none by default.
///   - value: What the new elements are.
///   - file: Where an error says that this was called.
///   - line: Where an error says that this was called.
/// - Shape: Each axis grows by what is put around and between; one of symbolic length cannot grow.
/// - Derivative: The cotangent of the elements that were there before.
public func pad(
  _ x: Tensor, before: [Int], after: [Int], interior: [Int]? = nil, value: Double = 0,
  file: StaticString = #fileID, line: UInt = #line
) -> Tensor {
  if x.invalidity != nil { return x }
  let shape = x.node.shape
  func refuse(_ problem: String, _ mend: String) -> Tensor {
    .invalid(
      ChainRuleError(
        .axis, in: "pad", operands: x.labelled, problem: problem, mend: mend, at: .init(file, line)))
  }
  let between = interior ?? Array(repeating: 0, count: shape.rank)
  guard [before, after, between].allSatisfy({ $0.count == shape.rank }) else {
    return refuse("the widths are not one for each axis", "give \(shape.rank) numbers each")
  }
  var ranges: [AxisRange?] = []
  var target = shape.extents
  for axis in 0..<shape.rank {
    let widths = [before[axis], after[axis], between[axis]]
    guard widths.allSatisfy({ $0 >= 0 && $0 < 1 << 40 }) else {
      return refuse(
        "axis \(axis) grows by \(widths)", "widths are 0 or more; to cut elements off, use a subscript")
    }
    guard case .fixed(let length) = shape[axis] else {
      if widths != [0, 0, 0] {
        return refuse(
          "axis \(axis) has the symbolic length \(shape[axis])", "only axes of fixed length can grow")
      }
      ranges.append(nil)
      continue
    }
    if widths == [0, 0, 0] {
      ranges.append(nil)
      continue
    }
    let range = AxisRange(start: before[axis], step: between[axis] + 1, count: length)
    let (inner, overflow) = Swift.max(length - 1, 0).multipliedReportingOverflow(by: range.step)
    guard !overflow, inner < 1 << 60 else {
      return refuse("axis \(axis) grows by \(widths)", "use smaller widths")
    }
    ranges.append(range)
    target[axis] = .fixed(range.end + after[axis])
  }
  if ranges.allSatisfy({ $0 == nil }) { return x }
  let primitive = Primitive.pad(Pad(ranges: ranges, target: Shape(target)))
  let padded = Tensor.recording(primitive, [x])
  if value == 0 { return padded }
  let ones = Tensor.number(1).broadcast(to: shape)
  return select(.recording(primitive, [ones]), padded, Tensor(value))
}
