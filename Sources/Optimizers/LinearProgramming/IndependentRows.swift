/// Rows that do not depend on each other, taken in an order until there are as many as coefficients.
struct IndependentRows {
  private(set) var rows: [Int] = []

  init(_ loss: PiecewiseLinearLoss, of order: [Int]) {
    let p = loss.dimension
    var reduced: [(vector: [Double], pivot: Int)] = []
    for row in order where rows.count < p {
      let vector = loss.vector(row)
      var rest = vector
      for (other, pivot) in reduced where rest[pivot] != 0 {
        let factor = rest[pivot] / other[pivot]
        for place in 0..<p { rest[place] -= factor * other[place] }
      }
      let size = vector.reduce(0) { Swift.max($0, Swift.abs($1)) }
      guard let pivot = rest.indices.max(by: { Swift.abs(rest[$0]) < Swift.abs(rest[$1]) }),
        Swift.abs(rest[pivot]) > 1e-7 * size
      else { continue }
      rows.append(row)
      reduced.append((rest, pivot))
    }
  }
}

extension PiecewiseLinearLoss {
  /// The targets of rows with two slopes, each moved by a share of its own, from −1 to 1, of a size: so that no two rows meet in a point
  /// by chance.
  func movedTargets(by size: Double) -> [Double] {
    if size == 0 { return targets }
    return targets.enumerated().map { row, y in
      if rising[row].isInfinite || falling[row].isInfinite || row >= dataCount { return y }
      var bits = UInt64(truncatingIfNeeded: row) &* 0x9E37_79B9_7F4A_7C15 &+ 0x1234_5678_9ABC_DEF1
      bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
      bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
      return y + size * (Double((bits ^ (bits >> 31)) >> 11) * 0x1p-52 - 1)
    }
  }
}
