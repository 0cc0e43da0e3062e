/// The choice among a ladder's rungs once the function's noise is known.
struct StepChoice {
  let rungs: [Rung]
  /// Standard deviation of the function's noise, and the magnitude of the function where it was measured.
  let noise: (deviation: Double, magnitude: Double)
  private let table: Extrapolation

  /// Factor on the measured noise: the mean of two errors, each at most about 2 deviations, with a reserve
  /// for a deviation known from seven values only.
  static let roundingSafety = 8.0
  /// Factor on the estimated truncation error, which already is that of a lower order.
  static let truncationSafety = 2.0

  init(_ rungs: [Rung], noise: (deviation: Double, magnitude: Double)) {
    self.rungs = rungs
    self.noise = noise
    table = Extrapolation(rungs)
  }

  /// The rounding error of the slope at rung `k`.
  ///
  /// Noise grows with the function: as its square root if a residual carries it, as a last digit in any case.
  func rounding(_ k: Int) -> Double {
    let magnitude = rungs[k].magnitude
    let growth = noise.magnitude > 0 ? max(1, magnitude / noise.magnitude).squareRoot() : 1
    let deviation = max(noise.deviation * growth, magnitude.ulp)
    return Self.roundingSafety * deviation / rungs[k].step + rungs[k].asymmetry
  }

  /// The error bound of rung `k` on its own evidence, nil if the slopes do not converge there.
  private func ownBound(_ k: Int) -> Double? {
    guard k >= 1 else { return nil }
    // In the regime of the error expansion, differences fall by 16 (level 0) or 256 (level 1) per rung;
    // demanding a factor 4, twice in a row, is what makes an accidental agreement of two rungs harmless.
    for level in 0...1 where k >= level + 2 {
      let slack = rounding(k) + rounding(k - 1)
      if table.change(k, level: level) > table.change(k - 1, level: level) / 4 + slack { return nil }
    }
    if k >= 3 {
      let slack = rounding(k - 1) + rounding(k - 2)
      if table.change(k - 1, level: 0) > table.change(k - 2, level: 0) / 4 + slack { return nil }
    }
    let bound = Self.truncationSafety * table.truncation(k) + 1.25 * rounding(k)
    // The arithmetic of the extrapolation itself, and the smallest subnormal for a bound that underflows.
    return bound + 4 * table.value(k).ulp
  }

  /// The rung with the smallest bound, after every other step has had its say.
  ///
  /// A step that contradicts a rung widens the rung's bound by twice the contradiction.
  var best: (value: Double, errorBound: Double, step: Double)? {
    let bounds = rungs.indices.map { ownBound($0) }
    var best: (value: Double, errorBound: Double, step: Double)?
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
      if bound < best?.errorBound ?? .infinity { best = (value, bound, rungs[k].step) }
    }
    return best
  }

  /// The difference of the one-sided slopes that remains as steps shrink: 0 where the function is smooth,
  /// infinite where the slopes drift apart.
  var kink: Double {
    guard let last = rungs.indices.last(where: { rungs[$0].bend > 8 * rounding($0) }), last >= 2,
      (last - 2...last - 1).allSatisfy({ rungs[$0].bend > 8 * rounding($0) })
    else { return 0 }
    let bends = rungs[last - 2...last].map(\.bend)
    // The next smaller step must not have been able to see this bend, and seen none.
    if last + 1 < rungs.count, rungs[last].bend > 16 * rounding(last + 1) { return 0 }
    // A smooth function's bend falls as fast as the step, by 4 or more.
    guard bends[1] > 0.7 * bends[0], bends[2] > 0.7 * bends[1] else { return 0 }
    return bends[2] > 2 * bends[1] ? .infinity : bends[2]
  }
}
