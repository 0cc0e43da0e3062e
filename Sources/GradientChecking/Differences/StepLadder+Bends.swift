extension StepLadder {
  /// Above the point or below it.
  enum Side: CaseIterable { case below, above }

  /// The largest rung of those behind `first` that is inside of all sharp bends, with how far the function departs there
  /// from a straight line; nil if there is none.
  ///
  /// Three successive points to one side measure a curvature. It hardly changes from scale to scale where the function is
  /// smooth, and grows towards small steps where noise is all that is seen. Only where a kink lies between two points is it
  /// large, and small again for all points on this side of the kink.
  ///
  /// - Parameters:
  ///   - first: Where bends begin to matter.
  ///   - noise: What the function's values are known to be off by.
  func rungInsideBends(from first: Int, noise: Double = 0) -> (rung: Int, departure: Double)? {
    var found: (rung: Int, departure: Double)?
    for side in Side.allCases {
      let curvatures = curvatures(side, noise: noise)
      let bend = curvatures.indices.dropLast().first { k in
        let (here, inside) = (curvatures[k], curvatures[k + 1])
        let floor = max(here.floor, noise > 0 ? inside.floor : inside.floor / 8)
        // A curvature that was the same at two larger scales is the function's own.
        let isSteady =
          k >= 2 && curvatures[k - 2..<k].allSatisfy { abs($0.value - here.value) < 0.25 * here.value }
        return k >= first && !isSteady && here.value > 8 * max(inside.value, floor)
      }
      guard let bend else { continue }
      if bend + 1 < found?.rung ?? .max { found = (bend + 1, curvatures[bend].departure) }
    }
    return found
  }

  /// The curvature at each triple of successive points to one side, its rounding error, and how far the middle of the
  /// three departs from a straight line.
  private func curvatures(_ side: Side, noise: Double) -> [(value: Double, floor: Double, departure: Double)]
  {
    let above = side == .above
    let places = rungs.map { above ? $0.distances.after : $0.distances.before } + [0]
    let values = rungs.map { above ? $0.after : $0.before } + [centre]
    return places.indices.dropLast(2).map { k in
      let slopes = (
        (values[k] - values[k + 1]) / (places[k] - places[k + 1]),
        (values[k + 1] - values[k + 2]) / (places[k + 1] - places[k + 2])
      )
      let span = places[k] - places[k + 2]
      let size = max(abs(values[k]), abs(values[k + 1]), abs(values[k + 2]))
      let inner = places[k + 1] - places[k + 2]
      let change = abs(slopes.0 - slopes.1)
      return (change / span, max(4 * size.ulp, 2 * noise) / inner / span, change * inner)
    }
  }

  /// The rungs as slopes to one side, taken in the positive direction.
  func oneSided(_ side: Side) -> [Rung] {
    rungs.map { rung in
      let step = side == .above ? rung.distances.after : rung.distances.before
      let slope = side == .above ? (rung.after - centre) / step : (centre - rung.before) / step
      let value = side == .above ? rung.after : rung.before
      return Rung(
        step: step, before: centre, after: value, slope: slope, bend: 0, asymmetry: 0,
        distances: (step, step))
    }
  }

  /// The function's noise within the distance `inner`, beyond which it departs from a straight line.
  ///
  /// It is read off points within. Where the function is constant there, the edge of that decides: halving the distance to
  /// it makes what is left behind a kink smaller each time; a stair of a rounded function keeps its height.
  func noise(
    within inner: Double, seenAt outer: Double, evaluations: inout Int, of function: (Double) throws -> Double
  ) rethrows -> Double {
    var noises: [Double] = []
    for sign in [1.0, -1.0] {
      var values = [centre]
      for i in 1...6 {
        values.append(try function(point + sign * inner * Double(i) * 0.1637))
        evaluations += 1
      }
      guard values.allSatisfy(\.isFinite), values.contains(where: { $0 != centre }) else { continue }
      switch NoiseTable(values: values).reading {
      case .measured(let deviation), .tooWide(let deviation): noises.append(deviation)
      case .tooNarrow(let resolution): noises.append(resolution)
      case .kinked: break
      }
    }
    if let most = noises.max() { return most }
    return try stair(beyond: inner, seenAt: outer, evaluations: &evaluations, of: function)
  }

  /// By how much the function jumps at the edge of a constant; 0 if it does not jump.
  private func stair(
    beyond inner: Double, seenAt outer: Double, evaluations: inout Int, of function: (Double) throws -> Double
  ) rethrows -> Double {
    for sign in [1.0, -1.0] {
      evaluations += 1
      let far = abs(try function(point + sign * outer) - centre)
      guard far > 0 else { continue }
      var (flat, rising, height) = (inner, outer, far)
      for _ in 0..<30 {
        let middle = flat + (rising - flat) / 2
        evaluations += 1
        let departure = abs(try function(point + sign * middle) - centre)
        guard departure.isFinite else { return far }
        if departure == 0 { flat = middle } else { (rising, height) = (middle, departure) }
      }
      if height > max(far * 0x1p-24, 16 * centre.ulp) { return height }
    }
    return 0
  }
}
