extension CentralDifferences {
  /// The derivative at `x`: a ladder of steps, a measurement of noise, a choice.
  func estimate(
    at x: Double, reach: Double, centre: Double?, of function: (Double) throws -> Double
  ) throws -> DifferenceEstimate {
    let ladder = try StepLadder(at: x, reach: reach, budget: maximumSteps, centre: centre, of: function)
    var evaluations = ladder.evaluations
    // Two steps can agree by accident.
    guard ladder.rungs.count >= 4 else { return .unusable(evaluations: evaluations) }
    let noise = try measureNoise(on: ladder, evaluations: &evaluations, of: function)
    // Noise as large as the function's own variation, or second differences that no small step reduces, are
    // no noise but a structure that all steps miss.
    let spread = ladder.rungs.reduce(0) { max($0, abs($1.after - $1.before), $1.bend * $1.step) }
    let roughness = ladder.rungs.suffix(4).reduce(0) { max($0, $1.bend * $1.step) }
    if noise.deviation > 1e-4 * noise.magnitude, max(noise.deviation, roughness / 10) > spread / 40 {
      return .unusable(evaluations: evaluations)
    }
    let choice = StepChoice(ladder.rungs, noise: noise)
    guard let best = choice.best else { return .unusable(evaluations: evaluations) }
    let bound = best.errorBound + choice.kink / 2
    guard bound.isFinite else { return .unusable(evaluations: evaluations) }
    return DifferenceEstimate(
      value: best.value, errorBound: bound, evaluations: evaluations, step: best.step)
  }

  /// The function's noise near the rung where slopes change least.
  ///
  /// Measured between the point and the farther end of that rung with the larger value: inside the
  /// function's domain, and where the noise matters. The spacing, a twentieth of the step, lets curvature mix
  /// the rounding errors and is small enough for six differences to remove what is smooth. Even so, rounding a nearly straight line at equal
  /// spacing can by accident give another straight line; the slopes at smaller steps have a say as well.
  private func measureNoise(
    on ladder: StepLadder, evaluations: inout Int, of function: (Double) throws -> Double
  ) rethrows -> (deviation: Double, magnitude: Double) {
    let rungs = ladder.rungs
    let quietest = ladder.quietest
    let rung = rungs[quietest.rung]
    let side = abs(rung.after) >= abs(rung.before) ? rung.step : -rung.step
    let end = abs(rung.after) >= abs(rung.before) ? rung.after : rung.before
    let isConstant = rungs.allSatisfy { $0.after == ladder.centre && $0.before == ladder.centre }
    var spacing = 0.0537 * side
    var noise = quietest.noise
    var wide = Double.infinity
    // Once more with another spacing if the first one was off, as Moré and Wild do.
    for attempt in 0..<(isConstant ? 1 : 2) {
      var values = [end]
      for i in 1...6 {
        values.append(try function(ladder.point + side - Double(i) * spacing))
        evaluations += 1
      }
      guard values.allSatisfy(\.isFinite) else { continue }
      switch NoiseTable(values: values).reading {
      case .measured(let deviation):
        return (max(noise, deviation), abs(end))
      case .tooNarrow(let resolution):
        noise = max(noise, 0.3 * resolution)
        // As wide as the rung.
        if attempt == 0 { spacing *= 6 }
      case .kinked:
        if attempt == 0 { spacing /= 64 }
      case .tooWide(let deviation):
        // Wide after narrow is a kink, or a curve that was a straight line to the last digit before.
        if attempt == 0 || wide.isFinite { wide = min(wide, deviation) }
        if attempt == 0 { spacing /= 64 }
      }
    }
    if wide.isFinite { noise = max(noise, wide) }
    return (noise, abs(end))
  }
}
