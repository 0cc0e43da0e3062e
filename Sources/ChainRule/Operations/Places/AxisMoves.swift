// Moving, adding and removing axes, composed of reshapes, transposes, slices and concatenations.

extension Tensor {
  /// Returns the tensor with a new axis of length 1.
  ///
  /// ```swift
  /// let x = Tensor.input("x", shape: [.batch])
  /// try x.insertingAxis(at: 1).shape  // [N, 1]
  /// ```
  ///
  /// - Shape: `[a, b]` with an axis inserted at 1 is `[a, 1, b]`; -1 puts it last.
  /// - Derivative: The cotangent without the axis.
  public func insertingAxis(
    at position: Int, file: StaticString = #fileID, line: UInt = #line
  ) -> Tensor {
    if invalidity != nil { return located(at: .init(file, line)) }
    let rank = node.shape.rank
    let resolved = position < 0 ? position + rank + 1 : position
    guard resolved >= 0 && resolved <= rank else {
      return .invalid(
        ChainRuleError(
          .axis, in: "insertingAxis", operands: labelled, problem: "no axis can stand at \(position)",
          mend: "positions run from 0 to \(rank), or from \(-rank - 1) to -1", at: .init(file, line)))
    }
    var extents = node.shape.extents
    extents.insert(1, at: resolved)
    return reshaped(to: Shape(extents), file: file, line: line)
  }

  /// Returns the tensor without an axis of length 1.
  ///
  /// - Shape: `[a, 1, b]` without axis 1 is `[a, b]`.
  /// - Derivative: The cotangent with the axis.
  public func removingAxis(
    at position: Int, file: StaticString = #fileID, line: UInt = #line
  ) -> Tensor {
    let location = ChainRuleError.Location(file, line)
    return reduction(
      "removingAxis", of: self, along: [position], keepingAxes: false, takesIndices: true, at: location
    ) {
      x, axes in
      var extents = x.node.shape.extents
      guard extents.remove(at: axes[0]) == 1 else {
        return .invalid(
          ChainRuleError(
            .axis, in: "removingAxis", operands: x.labelled,
            problem: "axis \(axes[0]) has the length \(x.node.shape[axes[0]])",
            mend: "only an axis of length 1 can be removed; take one position with a subscript", at: location)
        )
      }
      return x.reshaped(to: Shape(extents))
    }
  }

  /// Returns the tensor with one axis moved to another place, the others keeping their order.
  ///
  /// - Shape: `[a, b, c]` with axis 0 moved to 2 is `[b, c, a]`.
  /// - Derivative: The cotangent with the axis moved back.
  public func movingAxis(
    _ source: Int, to destination: Int, file: StaticString = #fileID, line: UInt = #line
  ) -> Tensor {
    if invalidity != nil { return located(at: .init(file, line)) }
    let location = ChainRuleError.Location(file, line)
    do {
      let from = try node.shape.resolve(axis: source, in: "movingAxis", of: label, at: location)
      let to = try node.shape.resolve(axis: destination, in: "movingAxis", of: label, at: location)
      if from == to { return self }
      var order = Array(node.shape.extents.indices)
      order.insert(order.remove(at: from), at: to)
      return transposed(axes: order)
    } catch {
      return .invalid(error)
    }
  }

  /// Returns the tensor repeated along its axes.
  ///
  /// ```swift
  /// try Tensor.constant([1, 2]).tiled([3]).evaluate()  // [1. 2. 1. 2. 1. 2.]
  /// ```
  ///
  /// - Parameters:
  ///   - counts: How often to repeat, one number for each axis.
  ///   - file: Where an error says that this was called.
  ///   - line: Where an error says that this was called.
  /// - Shape: Each length times its count; an axis of symbolic length is repeated once only.
  /// - Derivative: The sum of the cotangents of all copies.
  public func tiled(_ counts: [Int], file: StaticString = #fileID, line: UInt = #line) -> Tensor {
    if invalidity != nil { return located(at: .init(file, line)) }
    let shape = node.shape
    func refuse(_ problem: String, _ mend: String) -> Tensor {
      .invalid(
        ChainRuleError(
          .axis, in: "tiled", operands: labelled, problem: problem, mend: mend, at: .init(file, line)))
    }
    guard counts.count == shape.rank else {
      return refuse("\(counts) is not one number for each axis", "give \(shape.rank) numbers")
    }
    if let count = counts.first(where: { $0 < 0 }) {
      return refuse("the count \(count) is negative", "repeat 0 times or more")
    }
    var (pairs, repeated, target): ([Shape.Extent], [Shape.Extent], [Shape.Extent]) = ([], [], [])
    for (extent, count) in zip(shape.extents, counts) {
      pairs += [1, extent]
      repeated += [.fixed(count), extent]
      guard case .fixed(let length) = extent else {
        if count != 1 {
          return refuse("an axis of length \(extent) is repeated \(count) times", "repeat it once")
        }
        target.append(extent)
        continue
      }
      let (product, overflow) = length.multipliedReportingOverflow(by: count)
      if overflow {
        return refuse("\(count) times \(length) elements cannot be counted", "repeat less often")
      }
      target.append(.fixed(product))
    }
    return reshaped(to: Shape(pairs)).broadcast(to: Shape(repeated)).reshaped(to: Shape(target))
  }

  /// Returns the elements moved along an axis, those that leave at its end coming in at its start.
  ///
  /// ```swift
  /// try Tensor.constant([1, 2, 3]).rolled(by: 1, along: 0).evaluate()  // [3. 1. 2.]
  /// ```
  ///
  /// - Shape: Unchanged; the axis has a fixed length.
  /// - Derivative: The cotangent, moved back.
  public func rolled(
    by count: Int, along axis: Int, file: StaticString = #fileID, line: UInt = #line
  ) -> Tensor {
    let location = ChainRuleError.Location(file, line)
    return reduction("rolled", of: self, along: [axis], keepingAxes: false, at: location) { x, axes in
      guard case .fixed(let length) = x.node.shape[axes[0]] else {
        return .invalid(
          ChainRuleError(
            .axis, in: "rolled", operands: x.labelled,
            problem: "axis \(axes[0]) has the symbolic length \(x.node.shape[axes[0]])",
            mend: "roll along an axis of fixed length", at: location))
      }
      let remainder = length == 0 ? 0 : count % length
      let shift = remainder < 0 ? remainder + length : remainder
      if shift == 0 { return x }
      let head = AxisRange(start: length - shift, step: 1, count: shift)
      let tail = AxisRange(start: 0, step: 1, count: length - shift)
      return concatenate([x.sliced([axes[0]: head]), x.sliced([axes[0]: tail])], along: axes[0])
    }
  }
}
