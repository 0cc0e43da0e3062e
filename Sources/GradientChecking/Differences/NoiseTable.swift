/// A function's own rounding errors, measured by repeated differences of equally spaced values.
///
/// Differencing `k` times multiplies the smooth part of the function by about `δᵏ`, but independent errors of
/// standard deviation `σ` only by `√((2k)!) / k!`. Where scaled differences of successive orders agree, what
/// is left is noise.
///
/// - Source: J. J. Moré, S. M. Wild, "Estimating Computational Noise", SIAM J. Sci. Comput. 33(3), 2011,
///   sections 3 to 5.
package struct NoiseTable {
  /// The function's values, in order along the line.
  let values: [Double]

  package init(values: [Double]) { self.values = values }

  /// What the table says.
  package enum Reading: Equatable {
    /// Standard deviation of the noise.
    case measured(Double)
    /// At least half of the neighbours are equal: the spacing is below the function's resolution, which the
    /// largest step between neighbours shows, if there is any; or all lie on one polynomial exactly.
    case tooNarrow(Double)
    /// Constant at one end and sloping at the other, or straight to both sides of one place, such as a hinge: no staircase.
    case kinked
    /// Still smooth at the highest order: an upper estimate of the noise.
    case tooWide(Double)
  }

  /// The noise read from the table.
  ///
  /// - Complexity: O(n²) for n values.
  package var reading: Reading {
    var row = values
    var levels: [(deviation: Double, changesSign: Bool)] = []
    // γ = (k!)² / (2k)!, from one order to the next by the factor k / (2 (2k − 1)).
    var gamma = 1.0
    for order in 1..<values.count {
      row = zip(row.dropFirst(), row).map { $0 - $1 }
      gamma *= Double(order) / Double(2 * (2 * order - 1))
      // Scaled before squaring: a loss of scale 1e-200 has noise too.
      let largest = row.reduce(0) { max($0, abs($1)) }
      if order == 1, 2 * row.count(where: { $0 == 0 }) >= row.count {
        return meetsFlat(row) ? .kinked : .tooNarrow(largest)
      }
      if order == 2, meetsCorner(row, largest) { return .kinked }
      // A straight line, which a staircase can pretend to be: it needs a longer look.
      if largest == 0 { return .tooNarrow(0) }
      let sum = row.reduce(0) { $0 + ($1 / largest) * ($1 / largest) }
      levels.append(
        (
          largest * (gamma * sum / Double(row.count)).squareRoot(),
          row.contains { $0 < 0 } && row.contains { $0 > 0 }
        ))
    }
    for order in levels.indices.dropLast(2) where levels[order].changesSign {
      let neighbours = levels[order...order + 2].map(\.deviation)
      let (least, most) = (neighbours.min() ?? 0, neighbours.max() ?? 0)
      // Moré and Wild's test of agreement is this factor 4; the largest of the three errs on the safe side.
      if most <= 4 * least { return .measured(most) }
    }
    return .tooWide(levels.map(\.deviation).min() ?? 0)
  }

  /// Whether the differences are zero up to or from one place, with at least two others.
  private func meetsFlat(_ differences: [Double]) -> Bool {
    let isZero = differences.map { $0 == 0 }
    let changes = zip(isZero, isZero.dropFirst()).count { $0 != $1 }
    return changes == 1 && isZero.count { !$0 } >= 2
  }

  /// Whether second differences are those of two straight lines that meet.
  ///
  /// One is far above all others, or two next to each other of the same sign; a jump leaves two of opposite signs.
  private func meetsCorner(_ second: [Double], _ largest: Double) -> Bool {
    let rounding = values.reduce(0) { max($0, abs($1)) }.ulp
    guard largest > 64 * rounding else { return false }
    let places = second.indices.filter { abs(second[$0]) > 2e-4 * largest }
    guard let first = places.first, let last = places.last else { return false }
    return last == first || last == first + 1 && second[first] * second[last] > 0
  }
}
