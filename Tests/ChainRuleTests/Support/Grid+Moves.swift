import ChainRule

// Operations that only move elements.
extension Grid {
  /// The result of an operation that moves elements; nil if `primitive` computes something.
  ///
  /// - Parameters:
  ///   - shape: That of the result.
  ///   - zero: What stands where nothing is moved to.
  ///   - position: The integer that an element of an index operand stands for.
  static func moved(
    _ primitive: Primitive, _ operands: [Grid], to shape: [Int], zero: Element, position: (Element) -> Int
  ) -> Grid? {
    func each(_ body: ([Int]) -> Element) -> Grid { Grid(shape: shape, body) }
    switch primitive {
    case .name, .stopGradient: return operands[0]
    case .permutation(let permutation):
      return each { index in
        var source = index
        for (position, axis) in permutation.order.enumerated() {
          source[axis < 0 ? axis + index.count : axis] = index[position]
        }
        return operands[0].at(source)
      }
    case .reshape: return Grid(shape: shape, elements: operands[0].elements)
    case .broadcast: return each { operands[0].at($0) }
    case .slice(let slice):
      return each { index in
        operands[0].at(zip(index, slice.ranges).map { i, range in range.map { $0.start + i * $0.step } ?? i })
      }
    case .pad(let pad): return each { operands[0].padded(pad.ranges, $0, zero) }
    case .reversal(let reversal):
      return each { index in
        operands[0].at(
          index.indices.map { reversal.axes.contains($0) ? shape[$0] - 1 - index[$0] : index[$0] })
      }
    case .concatenation(let concatenation): return each { joined(operands, concatenation.axis, $0) }
    case .gather(let gather):
      return each {
        operands[0].at(source(of: $0, operands[1], gather.axis, gather.batchAxes, position))
      }
    case .triangle(let triangle):
      return each { index in
        let above = index[index.count - 1] - index[index.count - 2] - triangle.offset
        return (triangle.isUpper ? above >= 0 : above <= 0) ? operands[0].at(index) : zero
      }
    case .diagonal: return each { operands[0].at($0 + $0.suffix(1)) }
    case .diagonalMatrix:
      return each { index in
        index[index.count - 1] == index[index.count - 2] ? operands[0].at(index.dropLast()) : zero
      }
    default: return nil
    }
  }

  private func padded(_ ranges: [AxisRange?], _ index: [Int], _ zero: Element) -> Element {
    var source = index
    for (axis, range) in ranges.enumerated() {
      guard let range else { continue }
      let positions = (0..<range.count).map { range.start + $0 * range.step }
      guard let found = positions.firstIndex(of: index[axis]) else { return zero }
      source[axis] = found
    }
    return at(source)
  }

  private static func joined(_ parts: [Grid], _ axis: Int, _ index: [Int]) -> Element {
    var source = index
    for part in parts {
      if source[axis] < part.shape[axis] { return part.at(source) }
      source[axis] -= part.shape[axis]
    }
    preconditionFailure("\(index) is beyond all parts")
  }

  /// The place that a gather reads for the place `index` of its result.
  private static func source(
    of index: [Int], _ indices: Grid, _ axis: Int, _ batchAxes: Int, _ position: (Element) -> Int
  ) -> [Int] {
    let own = indices.shape.count - batchAxes
    let place = indices.at(Array(index.prefix(batchAxes) + index[axis..<axis + own]))
    return index.prefix(axis) + [position(place)] + index.dropFirst(axis + own)
  }

  /// From the target's side: every element adds up those that are sent to it.
  func scattered(
    _ indices: Grid, _ scatter: ScatterAdd, to shape: [Int], position: (Element) -> Int,
    total: ([Element]) -> Element
  ) -> Grid {
    let sent = Grid.indices(self.shape).map {
      ($0, Grid.source(of: $0, indices, scatter.axis, scatter.batchAxes, position))
    }
    return Grid(shape: shape) { index in total(sent.filter { $0.1 == index }.map { at($0.0) }) }
  }
}
