import ChainRule

// Operations along axes, element by element.
extension Grid<Double> {
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
}
