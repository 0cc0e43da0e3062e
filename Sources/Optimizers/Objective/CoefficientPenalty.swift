/// The kinks and walls of one coefficient, where each coefficient has its own: `magnitude · |w|` between two walls.
struct CoefficientPenalty {
  var magnitude = 0.0
  var lower = -Double.infinity
  var upper = Double.infinity

  /// The penalties of all coefficients; nil if a penalty binds coefficients together.
  static func each(of objective: Objective) -> [CoefficientPenalty]? {
    var result: [CoefficientPenalty] = []
    for (penalty, range) in zip(objective.penalties, objective.layout.ranges) {
      guard let single = penalty.coefficient else { return nil }
      result += Array(repeating: single, count: range.count)
    }
    return result
  }

  /// The point that minimises `step · penalty + ½(· − w)²`: the soft threshold, between the walls.
  ///
  /// What is not a number stays so, lest a failure pass for a coefficient of zero.
  func proximal(_ w: Double, step: Double) -> Double {
    let shift = step * magnitude
    if shift == 0 || w.isNaN { return clamped(w) }
    return clamped(w > shift ? w - shift : w < -shift ? w + shift : 0)
  }

  func clamped(_ w: Double) -> Double { w <= lower ? lower : w >= upper ? upper : w }

  /// Whether the penalty is smooth at a point, and the point may move both ways.
  func isFree(_ w: Double) -> Bool { (magnitude == 0 || w != 0) && lower < w && w < upper }

  /// The shortest element of `slope` plus the penalty's subgradients.
  func shortest(_ slope: Double, at w: Double) -> Double {
    if magnitude > 0 {
      if w != 0 { return slope + (w > 0 ? magnitude : -magnitude) }
      return slope > magnitude
        ? slope - magnitude : slope < -magnitude ? slope + magnitude : slope.isNaN ? slope : 0
    }
    var result = slope
    if w <= lower { result = Swift.min(result, 0) }
    if w >= upper { result = Swift.max(result, 0) }
    return result
  }

  /// The nearest place, from `w` in the direction of `step`, at which it would meet a kink or a wall.
  func barrier(from w: Double, along step: Double) -> Double? {
    if step == 0 { return nil }
    if magnitude > 0 { return w != 0 && (w > 0) != (step > 0) ? 0 : nil }
    let wall = step > 0 ? upper : lower
    return wall.isFinite ? wall : nil
  }

  /// `w + step`, or the barrier where that lies beyond one.
  func moved(_ w: Double, by step: Double) -> Double {
    let target = w + step
    guard let barrier = barrier(from: w, along: step) else { return target }
    return step > 0 ? Swift.min(target, barrier) : Swift.max(target, barrier)
  }
}

extension [CoefficientPenalty] {
  /// Σ magnitude · |w|, for a point within the walls.
  func value(_ point: [Double]) -> Double {
    var sum = 0.0
    for index in indices where self[index].magnitude > 0 {
      sum += self[index].magnitude * Swift.abs(point[index])
    }
    return sum
  }

  /// The greatest element of the shortest subgradient, for a slope of the smooth part.
  func stationarity(_ slope: [Double], at point: [Double]) -> Double {
    greatestMagnitude(indices.lazy.map { self[$0].shortest(slope[$0], at: point[$0]) })
  }
}
