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
  package var flow: CotangentFlow { .linear }
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

  package func pullback(
    _ cotangent: Tensor, to index: Int, of inputs: Inputs, output: Tensor
  ) -> Tensor? {
    .recording(.pad(Pad(ranges: ranges, target: inputs[0].node.shape)), [cotangent])
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
