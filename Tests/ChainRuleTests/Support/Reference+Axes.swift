import ChainRule

// Operations along axes, element by element.
extension Reference.Value {
  /// The elements on the line along `axis` that goes through `index`.
  func fiber(along axis: Int, through index: [Int]) -> [Double] {
    (0..<shape[axis]).map { position in
      var place = index
      place[axis] = position
      return at(place)
    }
  }

  /// The elements whose index is `index` but for the positions in `axes`.
  func block(over axes: [Int], through index: [Int]) -> [Double] {
    let lengths = shape.indices.map { axes.contains($0) ? shape[$0] : 1 }
    return Reference.indices(lengths).map { offset in
      at(index.indices.map { axes.contains($0) ? offset[$0] : index[$0] })
    }
  }

  /// What `body` makes of each block.
  func reduced(over axes: [Int], to target: [Int], _ body: ([Double]) -> Double) -> Reference.Value {
    Reference.Value(shape: target) { index in
      var kept = index[...]
      let whole = shape.indices.map { axes.contains($0) ? 0 : kept.removeFirst() }
      return body(block(over: axes, through: whole))
    }
  }

  func normalized(_ kind: Normalization.Kind, over axes: [Int], at index: [Int]) -> Double {
    let (x, block) = (at(index), block(over: axes, through: index))
    switch kind {
    // Each as a sum of differences, which the library does not form.
    case .softmax: return 1 / block.reduce(0) { $0 + PlatformMath.power(PlatformMath.e, $1 - x) }
    case .logSoftmax:
      return -PlatformMath.naturalLogarithm(
        block.reduce(0) { $0 + PlatformMath.power(PlatformMath.e, $1 - x) })
    case .sumOfOthers:
      return zip(Reference.indices(shape), elements).reduce(0) { sum, other in
        let isBeside = index.indices.allSatisfy { axes.contains($0) || other.0[$0] == index[$0] }
        return isBeside && other.0 != index ? sum + other.1 : sum
      }
    case .centered: return block.reduce(0) { $0 + (x - $1) } / Double(block.count)
    }
  }
}

extension Reference {
  static func value(_ kind: Reduction.Kind, _ block: [Double]) -> Double {
    switch kind {
    case .max: block.reduce(-Double.infinity) { $0 > $1 ? $0 : $1 }
    case .min: -block.reduce(-Double.infinity) { $0 > -$1 ? $0 : -$1 }
    case .logSumExp:
      PlatformMath.naturalLogarithm(block.reduce(0) { $0 + PlatformMath.power(PlatformMath.e, $1) })
    case .norm: PlatformMath.power(block.reduce(0) { $0 + $1 * $1 }, 0.5)
    }
  }

  /// The place of a key is the number of keys that come before it.
  static func arranged(
    _ keys: Value, _ values: Value, _ arrangement: Arrangement, _ index: [Int]
  ) -> Double {
    let sign = arrangement.isDescending ? -1.0 : 1
    let line = keys.fiber(along: arrangement.axis, through: index).map { sign * $0 }
    let places = line.indices.map { i in
      line.indices.filter { line[$0] < line[i] || line[$0] == line[i] && $0 < i }.count
    }
    let position = index[arrangement.axis]
    let elements = values.fiber(along: arrangement.axis, through: index)
    return elements[arrangement.isInverse ? places[position] : places.firstIndex(of: position) ?? -1]
  }

  static func padded(_ x: Value, _ ranges: [AxisRange?], _ index: [Int]) -> Double {
    var source = index
    for (axis, range) in ranges.enumerated() {
      guard let range else { continue }
      let positions = (0..<range.count).map { range.start + $0 * range.step }
      guard let found = positions.firstIndex(of: index[axis]) else { return 0 }
      source[axis] = found
    }
    return x.at(source)
  }

  static func joined(_ parts: [Value], _ axis: Int, _ index: [Int]) -> Double {
    var source = index
    for part in parts {
      if source[axis] < part.shape[axis] { return part.at(source) }
      source[axis] -= part.shape[axis]
    }
    preconditionFailure("\(index) is beyond all parts")
  }

  static func scattered(
    _ x: Value, _ indices: Value, _ axis: Int, _ batchAxes: Int, to shape: [Int]
  ) -> Value {
    // From the target's side: every element adds up those that are sent to it.
    let sent = Self.indices(x.shape).map { ($0, source(of: $0, indices, axis, batchAxes)) }
    return Value(shape: shape) { index in
      sent.reduce(0) { $1.1 == index ? $0 + x.at($1.0) : $0 }
    }
  }

  /// The place that a gather reads for the place `index` of its result.
  static func source(
    of index: [Int], _ indices: Value, _ axis: Int, _ batchAxes: Int
  ) -> [Int] {
    let own = indices.shape.count - batchAxes
    let position = indices.at(Array(index.prefix(batchAxes) + index[axis..<axis + own]))
    return index.prefix(axis) + [Int(position)] + index.dropFirst(axis + own)
  }
}
