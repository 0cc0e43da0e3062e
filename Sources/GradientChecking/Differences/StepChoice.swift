/// The choice among a ladder's rungs once the function's noise is known.
struct StepChoice {
  let rungs: [Rung]
  /// Standard deviation of the function's noise, and the magnitude of the function where it was measured.
  let noise: (deviation: Double, magnitude: Double)
  private let table: Extrapolation
  /// 2 for central slopes, 1 for slopes to one side, whose error holds the rounding of the middle as well.
  private let power: Int

  /// Factor on the measured noise: the mean of two errors, each at most about 2 deviations, with a reserve
  /// for a deviation known from seven values only.
  static let roundingSafety = 8.0
  /// Factor on the estimated truncation error, which already is that of a lower order.
  static let truncationSafety = 2.0

  init(_ rungs: [Rung], noise: (deviation: Double, magnitude: Double), power: Int = 2) {
    self.rungs = rungs
    self.noise = noise
    self.power = power
    table = Extrapolation(rungs, power: power)
  }

  /// The rounding error of the slope at rung `k`.
  ///
  /// Noise grows with the function: as its square root if a residual carries it, as a last digit in any case.
  func rounding(_ k: Int) -> Double {
    let magnitude = rungs[k].magnitude
    let growth = noise.magnitude > 0 ? max(1, magnitude / noise.magnitude).squareRoot() : 1
    let deviation = max(noise.deviation * growth, magnitude.ulp)
    let sides = power == 2 ? 1.0 : 2.0
    return sides * Self.roundingSafety * deviation / rungs[k].step + rungs[k].asymmetry
  }

  /// The error bound of rung `k` on its own evidence, nil if the slopes do not converge there.
  private func ownBound(_ k: Int) -> Double? {
    guard k >= 1 else { return nil }
    // In the regime of the error expansion, differences fall by 16 (level 0) or 256 (level 1) per rung, on one side by
    // 4 or 16; demanding a factor 4 (2), twice in a row, is what makes an accidental agreement of two rungs harmless.
    let fall = power == 2 ? 4.0 : 2.0
    for level in 0...1 where k >= level + 2 {
      let slack = rounding(k) + rounding(k - 1)
      if table.change(k, level: level) > table.change(k - 1, level: level) / fall + slack { return nil }
    }
    if k >= 3 {
      let slack = rounding(k - 1) + rounding(k - 2)
      if table.change(k - 1, level: 0) > table.change(k - 2, level: 0) / fall + slack { return nil }
    }
    let bound = Self.truncationSafety * table.truncation(k) + 1.25 * rounding(k)
    // The arithmetic of the extrapolation itself, and the smallest subnormal for a bound that underflows.
    return bound + 4 * table.value(k).ulp
  }

  /// The rung with the smallest bound, after every other step has had its say.
  ///
  /// A step that contradicts a rung widens the rung's bound by twice the contradiction.
  var best: (value: Double, errorBound: Double, rung: Int)? {
    let bounds = rungs.indices.map { ownBound($0) }
    var best: (value: Double, errorBound: Double, rung: Int)?
    // A rung without two smaller ones would go unchecked.
    for k in rungs.indices.dropLast(2) {
      guard var bound = bounds[k] else { continue }
      let value = table.value(k)
      var contradiction = 0.0
      for smaller in (k + 1)..<rungs.count {
        let reach = table.change(smaller, level: 0) + rounding(smaller)
        contradiction = max(contradiction, abs(rungs[smaller].slope - value) - bound - reach)
        if let other = bounds[smaller] {
          contradiction = max(contradiction, abs(table.value(smaller) - value) - bound - other)
        }
      }
      for larger in 3..<max(k, 3) {
        guard let other = bounds[larger] else { continue }
        contradiction = max(contradiction, abs(table.value(larger) - value) - bound - other)
      }
      bound += 2 * contradiction
      if bound < best?.errorBound ?? .infinity { best = (value, bound, k) }
    }
    return best
  }

  /// The difference of the one-sided slopes that remains as steps shrink down to rung `rung`, and whether a smaller step
  /// could have seen it and saw none; nil where the function is smooth.
  var kink: (bend: Double, rung: Int, isPassed: Bool)? {
    guard let least = rungs.indices.last(where: { rungs[$0].bend > 8 * rounding($0) }) else { return nil }
    // The smallest step that sees the bend can be one that sees little of it.
    for last in [least, least - 1] where last >= 2 {
      guard (last - 2...last - 1).allSatisfy({ rungs[$0].bend > 8 * rounding($0) }) else { continue }
      let bends = rungs[last - 2...last].map(\.bend)
      // A smooth function's bend falls as fast as the step, by 4 or more.
      guard bends[1] > 0.5 * bends[0], bends[2] > 0.4 * bends[1] else { continue }
      let isPassed = last + 1 < rungs.count && rungs[last].bend > 16 * rounding(last + 1)
      return (bends[2] > 2 * bends[1] ? .infinity : max(bends[1], bends[2]), last, isPassed)
    }
    return nil
  }
}
