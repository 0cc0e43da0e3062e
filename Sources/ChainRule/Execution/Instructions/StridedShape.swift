/// The lengths of axes, and how far apart their elements lie in memory.
struct StridedShape {
  var lengths: [Int]
  var strides: [Int]

  /// Elements in row-major order without gaps.
  init(contiguous lengths: [Int]) {
    self.lengths = lengths
    strides = lengths
    var stride = 1
    for axis in lengths.indices.reversed() {
      strides[axis] = stride
      // Beside an axis of length 0, others may be of any length: there is no element to reach.
      stride &*= max(lengths[axis], 1)
    }
  }

  init(lengths: [Int], strides: [Int]) {
    self.lengths = lengths
    self.strides = strides
  }

  /// Whether the elements lie in row-major order without gaps.
  var isContiguous: Bool {
    var stride = 1
    for axis in lengths.indices.reversed() {
      if strides[axis] != stride { return false }
      stride &*= max(lengths[axis], 1)
    }
    return true
  }

  func permuted(_ order: [Int]) -> StridedShape {
    let axes = order.map { $0 < 0 ? $0 + lengths.count : $0 }
    return StridedShape(lengths: axes.map { lengths[$0] }, strides: axes.map { strides[$0] })
  }

  /// The same elements repeated to fill `shape`: repeated axes have stride 0.
  func broadcast(to shape: [Int]) -> StridedShape {
    let offset = shape.count - lengths.count
    return StridedShape(
      lengths: shape,
      strides: shape.indices.map { axis in
        axis < offset || (lengths[axis - offset] == 1 && shape[axis] != 1) ? 0 : strides[axis - offset]
      })
  }

  /// The strides with which an operation of shape `shape` reads this operand.
  func strides(over shape: [Int]) -> [Int] { lengths == shape ? strides : broadcast(to: shape).strides }

  /// The elements at some positions, and how far the first of them is from the first of all.
  func sliced(_ ranges: [AxisRange?]) -> (StridedShape, offset: Int) {
    var (result, offset) = (self, 0)
    for (axis, range) in ranges.enumerated() {
      guard let range else { continue }
      // Beside an axis of length 0 strides may be of any size: there is no element to reach.
      if range.count > 0 { offset &+= range.start &* strides[axis] }
      result.lengths[axis] = range.count
      result.strides[axis] = strides[axis] &* range.step
    }
    return (result, lengths.contains(0) || result.lengths.contains(0) ? 0 : offset)
  }

  /// The elements in reverse order along some axes, and how far the first of them is from the first of all.
  func reversed(_ axes: [Int]) -> (StridedShape, offset: Int) {
    var (result, offset) = (self, 0)
    for axis in axes {
      offset &+= (lengths[axis] &- 1) &* strides[axis]
      result.strides[axis] = 0 &- strides[axis]
    }
    return (result, lengths.contains(0) ? 0 : offset)
  }

  /// The diagonal of the last two axes.
  var diagonal: StridedShape {
    let rank = lengths.count
    return StridedShape(
      lengths: Array(lengths.dropLast(2)) + [Swift.min(lengths[rank - 2], lengths[rank - 1])],
      strides: Array(strides.dropLast(2)) + [strides[rank - 2] &+ strides[rank - 1]])
  }

  /// The axes given, without the others.
  func selecting(_ axes: [Int]) -> StridedShape {
    StridedShape(lengths: axes.map { lengths[$0] }, strides: axes.map { strides[$0] })
  }

  /// All axes but the last two, or those of the last two.
  var leading: StridedShape { selecting(Array(0..<Swift.max(lengths.count - 2, 0))) }
  var matrix: StridedShape { selecting(Array(Swift.max(lengths.count - 2, 0)..<lengths.count)) }
}
