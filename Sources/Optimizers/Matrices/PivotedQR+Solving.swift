extension PivotedQR {
  /// The entry of R at a row below `rank` and a place, with what lies below the diagonal as 0.
  package func triangle(_ row: Int, _ place: Int) -> Double {
    row <= place ? factors[place * rows + row] : 0
  }

  /// Puts Qᵀ v in the place of v.
  package func applyTransposedQ(to vector: inout [Double]) {
    if let rowOrder { vector = rowOrder.map { vector[$0] } }
    reflect(&vector, inOrder: true)
  }

  /// Puts Q v in the place of v.
  package func applyQ(to vector: inout [Double]) {
    reflect(&vector, inOrder: false)
    guard let rowOrder else { return }
    let reflected = vector
    for (place, row) in rowOrder.enumerated() { vector[row] = reflected[place] }
  }

  private func reflect(_ vector: inout [Double], inOrder: Bool) {
    guard vector.count == rows else { preconditionFailure("\(vector.count) elements for \(rows) rows") }
    vector.withUnsafeMutableBufferPointer { vector in
      factors.withUnsafeBufferPointer { factors in
        guard let target = vector.baseAddress, let a = factors.baseAddress else { return }
        for step in 0..<rank {
          let k = inOrder ? step : rank - 1 - step
          Self.apply(strengths[k], a + k * rows + k, to: target + k, count: rows - k)
        }
      }
    }
  }

  /// Puts R₁⁻¹ c in the place of c, of which R₁ are the first `rank` rows and places of R.
  package func solveTriangle(_ right: inout [Double]) {
    right.withUnsafeMutableBufferPointer { right in
      factors.withUnsafeBufferPointer { factors in
        guard let x = right.baseAddress, let a = factors.baseAddress else { return }
        for k in (0..<rank).reversed() {
          x[k] /= a[k * rows + k]
          VectorLoops.add(-x[k], times: a + k * rows, to: x, count: k)
        }
      }
    }
  }

  /// Puts R₁⁻ᵀ c in the place of c.
  package func solveTransposedTriangle(_ right: inout [Double]) {
    right.withUnsafeMutableBufferPointer { right in
      factors.withUnsafeBufferPointer { factors in
        guard let x = right.baseAddress, let a = factors.baseAddress else { return }
        for k in 0..<rank {
          x[k] = (x[k] - VectorLoops.dot(a + k * rows, x, count: k)) / a[k * rows + k]
        }
      }
    }
  }

  /// The columns from the left on of which each is independent of those before it; as many as the rank.
  ///
  /// Pivoting would call any of two equal columns the surplus one. That the later is, is what a reader expects.
  package var leftmostIndependentColumns: [Int] {
    if rank == columns { return Array(0..<columns) }
    var place = [Int](repeating: 0, count: columns)
    for (position, column) in order.enumerated() { place[column] = position }
    var (kept, basis): ([Int], [[Double]]) = ([], [])
    let least = tolerance * (rank > 0 ? triangle(0, 0).magnitude : 0)
    for column in 0..<columns where kept.count < rank {
      var rest = (0..<rank).map { triangle($0, place[column]) }
      // Twice, since what the first subtraction leaves may be its rounding error.
      for _ in 0..<2 {
        for direction in basis {
          let share = zip(direction, rest).reduce(0) { $0 + $1.0 * $1.1 }
          for i in 0..<rank { rest[i] -= share * direction[i] }
        }
      }
      let norm = rest.reduce(0) { $0 + $1 * $1 }.squareRoot()
      guard norm > least else { continue }
      kept.append(column)
      basis.append(rest.map { $0 / norm })
    }
    // A column within the tolerance of its predecessors, but not of the pivots: the pivots are the safe choice.
    return kept.count == rank ? kept : order[..<rank].sorted()
  }
}
