/// What a subscript of a tensor asks for along one axis: `X[.all, 0]`, `x[.range(1..<9, by: 2)]`.
public enum AxisIndex: Sendable, ExpressibleByIntegerLiteral {
  /// The whole axis.
  case all
  /// One position, counted from the end where negative; the axis disappears.
  case at(Int)
  /// The positions of a range, every `by`-th of them; from the last to the first where `by` is negative.
  case range(Range<Int>, by: Int = 1)
  /// The positions from one on.
  case from(Int, by: Int = 1)
  /// A new axis of length 1.
  case newAxis

  /// Creates the index of one position.
  public init(integerLiteral value: Int) { self = .at(value) }
}

extension Tensor {
  /// Returns the elements at some positions of each axis; axes behind the last index are taken whole.
  ///
  /// ```swift
  /// let X = Tensor.constant([[1, 2, 3, 4], [5, 6, 7, 8]])
  /// try X[.all, 0].evaluate()                  // [1. 5.]
  /// try X[-1].evaluate()                       // [5. 6. 7. 8.]
  /// try X[0, .range(0..<4, by: 2)].evaluate()  // [1. 3.]
  /// try X[0, .from(1)].evaluate()              // [2. 3. 4.]
  /// try X[0, .range(0..<4, by: -1)].evaluate() // [4. 3. 2. 1.]
  /// try X[.newAxis, .all].shape                // [1, 2, 4]
  /// ```
  ///
  /// - Shape: One axis for each index but positions, which remove theirs. Positions and ranges need an axis of fixed
  ///   length, and must lie within it.
  /// - Derivative: The cotangent where the elements came from, and 0 elsewhere.
  public subscript(
    indices: AxisIndex..., file file: StaticString = #fileID, line line: UInt = #line
  ) -> Tensor { self[indices, file: file, line: line] }

  /// Returns the elements at some positions of each axis, told in a list that need not be written out.
  ///
  /// - Shape: As of the indices one by one.
  /// - Derivative: The cotangent where the elements came from, and 0 elsewhere.
  public subscript(
    indices: [AxisIndex], file file: StaticString = #fileID, line line: UInt = #line
  ) -> Tensor {
    let location = ChainRuleError.Location(file, line)
    if invalidity != nil { return located(at: location) }
    do {
      return try elements(at: indices)
    } catch {
      return .invalid(error.located(at: location))
    }
  }

  private func elements(at indices: [AxisIndex]) throws(ChainRuleError) -> Tensor {
    let shape = node.shape
    var ranges: [Int: AxisRange] = [:]
    var reversed: [Int] = []
    var target: [Shape.Extent] = []
    var axis = 0
    for index in indices {
      if case .newAxis = index {
        target.append(1)
        continue
      }
      guard axis < shape.rank else {
        throw indexError("there are more indices than axes", "give \(shape.rank) at most")
      }
      if case .all = index {
        target.append(shape[axis])
      } else {
        let range = try range(of: index, along: axis)
        ranges[axis] = AxisRange(start: range.start, step: Swift.abs(range.step), count: range.count)
        if range.step < 0 { reversed.append(axis) }
        if case .at = index {} else { target.append(.fixed(range.count)) }
      }
      axis += 1
    }
    target += shape.extents.dropFirst(axis)
    var result = sliced(ranges)
    if !reversed.isEmpty { result = result.flipped(along: Axes(reversed)) }
    return result.node.shape == Shape(target) ? result : result.reshaped(to: Shape(target))
  }

  /// The positions that `index` asks for; a negative step says that they are met in reverse.
  private func range(of index: AxisIndex, along axis: Int) throws(ChainRuleError) -> AxisRange {
    guard case .fixed(let length) = node.shape[axis] else {
      throw indexError(
        "axis \(axis) has the symbolic length \(node.shape[axis])", "take the whole axis with .all")
    }
    switch index {
    case .at(let position):
      let resolved = position < 0 ? position + length : position
      guard resolved >= 0 && resolved < length else {
        throw indexError(
          "position \(position) is outside axis \(axis) of length \(length)",
          length == 0
            ? "the axis is empty" : "positions run from 0 to \(length - 1), or from \(-length) to -1")
      }
      return AxisRange(start: resolved, step: 1, count: 1)
    case .from(let first, let step):
      // Checked before the range is made, which would trap.
      guard first >= 0 && first <= length else {
        throw indexError(
          "position \(first) is outside axis \(axis) of length \(length)", "start from 0 to \(length)")
      }
      return try strided(first..<length, step, axis, length)
    case .range(let range, let step):
      return try strided(range, step, axis, length)
    case .all, .newAxis:
      return AxisRange(start: 0, step: 1, count: length)
    }
  }

  private func strided(
    _ range: Range<Int>, _ step: Int, _ axis: Int, _ length: Int
  ) throws(ChainRuleError) -> AxisRange {
    guard range.lowerBound >= 0 && range.upperBound <= length else {
      throw indexError(
        "the range \(range) is outside axis \(axis) of length \(length)", "ranges lie within 0..<\(length)")
    }
    guard step != 0 && step != .min else {
      throw indexError(
        "the step \(step) of axis \(axis) leads nowhere", "step by 1 or more, or by -1 or less")
    }
    let width = Swift.min(Swift.abs(step), Swift.max(range.count, 1))
    // Not (count + width − 1)/width, whose sum may overflow.
    let count = range.isEmpty ? 0 : (range.count - 1) / width + 1
    // In reverse the last position of the range is met first.
    let start = step > 0 || count == 0 ? range.lowerBound : range.upperBound - 1 - (count - 1) * width
    return AxisRange(start: start, step: step < 0 ? -width : width, count: count)
  }

  private func indexError(_ problem: String, _ mend: String) -> ChainRuleError {
    ChainRuleError(.axis, in: "subscript", operands: labelled, problem: problem, mend: mend)
  }
}
