/// Some positions along an axis: `count` of them, the first at `start`, each `step` after the one before.
package struct AxisRange: Hashable, Sendable {
  package let start: Int
  package let step: Int
  package let count: Int

  package init(start: Int, step: Int, count: Int) {
    self.start = start
    self.step = step
    self.count = count
  }

  /// The position behind the last one; `start` if there are none.
  package var end: Int { count == 0 ? start : start + (count - 1) * step + 1 }
}

/// The elements at regular positions along some axes; a view that costs nothing.
package struct Slice: PrimitiveFamily {
  /// For each axis the positions, or nil for all of it.
  package let ranges: [AxisRange?]

  package var name: String { "slice" }
  package var primitive: Primitive { .slice(self) }
  package var linearity: Linearity { .all }
  package var flow: CotangentFlow { .moved }
  package var behindOneAxis: Primitive { .slice(Slice(ranges: [nil] + ranges)) }

  /// The ranges were checked where they were made.
  package func shape(
    of operands: Inputs, at location: ChainRuleError.Location?
  ) throws(ChainRuleError) -> Shape {
    Shape(
      zip(ranges, operands[0].node.shape.extents).map { range, extent in
        range.map { .fixed($0.count) } ?? extent
      })
  }

  package func rowRules(_ operands: [Shape], _ result: Shape, over extent: Shape.Extent) -> [RowRule] {
    RowRule.alike(operands, result, mixing: ranges.indices.filter { ranges[$0] != nil }, over: extent)
  }

  package func pullback(
    _ cotangent: Tensor, to index: Int, of inputs: Inputs, output: Tensor
  ) -> Tensor? {
    .recording(.pad(Pad(ranges: ranges, target: inputs[0].node.shape)), [cotangent])
  }

  package func picked(_ index: Int, of inputs: Inputs, output: Tensor) -> Mask? {
    let shape = inputs[0].node.shape
    let whole = shape.keeping(shape.extents.indices.filter { ranges[$0] == nil })
    let ones = Tensor.number(1).broadcast(to: Shape(ranges.map { .fixed($0?.count ?? 1) }))
    let isEmpty = ranges.contains { $0?.count == 0 }
    return Mask(
      .recording(.pad(Pad(ranges: ranges, target: whole)), [ones]),
      coveredAxes: isEmpty ? nil : ranges.indices.filter { ranges[$0] != nil }, positions: positions(shape))
  }

  /// Which positions are read along the axis that is sliced, if it is one of a moderate length.
  private func positions(_ shape: Shape) -> (axis: Int, reach: [Bool])? {
    let axes = ranges.indices.filter { ranges[$0] != nil }
    guard axes.count == 1, let range = ranges[axes[0]], case .fixed(let length) = shape[axes[0]],
      length <= 1024
    else { return nil }
    var reach = Array(repeating: false, count: length)
    for position in 0..<range.count { reach[range.start + position * range.step] = true }
    return (axes[0], reach)
  }

  package func notation(of operands: [TensorNotation], shape: Shape) -> TensorNotation {
    .indexed(operands[0], ranges.map(Self.position))
  }

  package func source(of operands: [SwiftExpression], shape: Shape) -> SwiftExpression {
    let list = ranges.map { range in
      guard let range else { return ".all" }
      let bounds = "\(range.start)..<\(range.end)"
      return range.step == 1 ? ".range(\(bounds))" : ".range(\(bounds), by: \(range.step))"
    }
    return .element(operands[0], list)
  }

  /// The positions along one axis.
  package static func position(_ range: AxisRange?) -> Position<Node> {
    range.map { .range(start: $0.start, end: $0.end, step: $0.step) } ?? .all
  }
}

extension Tensor {
  /// The positions given along some axes, which have been checked.
  package func sliced(_ ranges: [Int: AxisRange]) -> Tensor {
    if invalidity != nil { return self }
    let all = node.shape.extents.indices.map { ranges[$0] }
    let isWhole = zip(all, node.shape.extents).allSatisfy { range, extent in
      range == nil || (.fixed(range?.count ?? 0) == extent && range?.step == 1)
    }
    return isWhole ? self : .recording(.slice(Slice(ranges: all)), [self])
  }
}
