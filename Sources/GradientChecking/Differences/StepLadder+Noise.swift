extension StepLadder {
  /// The function's noise near the rung where slopes change least.
  ///
  /// Measured between the point and the farther end of that rung with the larger value: inside the
  /// function's domain, and where the noise matters. The spacing, a twentieth of the step, lets curvature mix the
  /// rounding errors and is small enough for six differences to remove what is smooth. Even so, rounding a nearly
  /// straight line at equal spacing can by accident give another straight line; the slopes at smaller steps have a
  /// say as well.
  func measureNoise(
    evaluations: inout Int, of function: (Double) throws -> Double
  ) rethrows -> (deviation: Double, magnitude: Double) {
    let quietest = quietest
    let rung = rungs[quietest.rung]
    let side = abs(rung.after) >= abs(rung.before) ? rung.step : -rung.step
    let end = abs(rung.after) >= abs(rung.before) ? rung.after : rung.before
    let isConstant = rungs.allSatisfy { $0.after == centre && $0.before == centre }
    var spacing = 0.0537 * side
    var noise = quietest.noise
    var wide = Double.infinity
    // Once more with another spacing if the first one was off, as Moré and Wild do.
    for attempt in 0..<(isConstant ? 1 : 2) {
      var values = [end]
      for i in 1...6 {
        values.append(try function(point + side - Double(i) * spacing))
        evaluations += 1
      }
      guard values.allSatisfy(\.isFinite) else { continue }
      switch NoiseTable(values: values).reading {
      case .measured(let deviation):
        return (max(noise, deviation), abs(end))
      case .tooNarrow(let resolution):
        noise = max(noise, 0.3 * resolution)
        // As wide as the rung; but where it slopes, not across the point, where a kink may be.
        if attempt == 0 { spacing *= resolution > 0 || values[6] == end ? 6 : 2.9 }
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
