internal import ChainRule

// Operations that move elements, from the side of the result: which element of an operand stands here.
extension ShadowArray {
  /// The result of an operation that only moves elements of `operands`; nil if `primitive` is another.
  ///
  /// - Parameters:
  ///   - shape: That of the result.
  ///   - positions: The integers of a gather.
  ///   - zero: What stands where nothing is moved to.
  static func moved(
    _ primitive: Primitive, _ operands: [ShadowArray], to shape: [Int], at positions: ShadowArray<Int>?,
    zero: Element
  ) -> ShadowArray? {
    guard let x = operands.first else { return nil }
    func each(_ body: ([Int]) -> Element) -> ShadowArray { ShadowArray(shape: shape, body) }
    switch primitive {
    case .permutation(let permutation):
      let order = permutation.order.map { $0 < 0 ? $0 + shape.count : $0 }
      return each { index in
        var source = index
        for (position, axis) in order.enumerated() { source[axis] = index[position] }
        return x[source]
      }
    case .reshape: return ShadowArray(shape: shape, elements: x.elements)
    case .broadcast: return each { x[$0] }
    case .slice(let slice):
      return each { index in
        x[zip(index, slice.ranges).map { place, range in range.map { $0.start + place * $0.step } ?? place }]
      }
    case .pad(let pad): return each { index in pad.source(of: index).map { x[$0] } ?? zero }
    case .reversal(let reversal):
      return each { index in
        x[index.indices.map { reversal.axes.contains($0) ? shape[$0] - 1 - index[$0] : index[$0] }]
      }
    case .concatenation(let concatenation):
      return each { joined(operands, along: concatenation.axis, at: $0) }
    case .gather(let gather):
      guard let positions else { return nil }
      return each { x[positions.source(of: $0, along: gather.axis, batchAxes: gather.batchAxes)] }
    case .triangle(let triangle):
      return each { index in
        let above = index[index.count - 1] - index[index.count - 2] - triangle.offset
        return (triangle.isUpper ? above >= 0 : above <= 0) ? x[index] : zero
      }
    case .diagonal: return each { x[$0 + $0.suffix(1)] }
    case .diagonalMatrix:
      return each { $0[$0.count - 1] == $0[$0.count - 2] ? x[$0.dropLast()] : zero }
    default: return nil
    }
  }

  private subscript(index: ArraySlice<Int>) -> Element { self[Array(index)] }

  private static func joined(_ parts: [ShadowArray], along axis: Int, at index: [Int]) -> Element {
    var source = index
    for part in parts {
      if source[axis] < part.shape[axis] { return part[source] }
      source[axis] -= part.shape[axis]
    }
    preconditionFailure("\(index) is beyond all parts of a concatenation")
  }
}

extension Pad {
  /// Where the element comes from that stands at `index`; nil for what is put around and between.
  fileprivate func source(of index: [Int]) -> [Int]? {
    var source = index
    for (axis, range) in ranges.enumerated() {
      guard let range else { continue }
      let distance = index[axis] - range.start
      guard distance >= 0, distance % range.step == 0, distance / range.step < range.count else { return nil }
      source[axis] = distance / range.step
    }
    return source
  }
}

extension ShadowArray<Int> {
  /// The place that a gather at these integers reads for the place `index` of its result.
  func source(of index: [Int], along axis: Int, batchAxes: Int) -> [Int] {
    let own = shape.count - batchAxes
    let place = self[Array(index[..<batchAxes] + index[axis..<axis + own])]
    return index[..<axis] + [place] + index[(axis + own)...]
  }
}
