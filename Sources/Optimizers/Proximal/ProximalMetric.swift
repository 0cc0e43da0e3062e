import ChainRule

/// The unit in which the step of each coefficient is measured: the inverse of its curvature, so that coefficients in units far apart
/// come along alike.
///
/// Such a step is a proximal step in a metric that is diagonal; for penalties that take coefficients one by one it is still a formula.
/// A group lasso takes the coefficients of a group as one length, so they have one unit, the least of theirs.
///
/// - Source: E. Chouzenoux, J.-C. Pesquet, A. Repetti, "Variable metric forward–backward algorithm for minimizing the sum of a
///   differentiable function and a convex function", J. Optim. Theory Appl. 162 (2014).
struct ProximalMetric: Codable, Hashable, Sendable {
  let units: [Double]

  /// Measures at a point; where it is not finite, every unit is 1.
  init(at current: Iterate, on evaluator: Evaluator) throws {
    guard current.isFinite else {
      units = current.point.map { _ in 1 }
      return
    }
    var units = try CurvatureUnits.inverseCurvatures(at: current, on: evaluator).map {
      $0 > 0 && $0.isFinite ? $0 : 1
    }
    let layout = evaluator.objective.layout
    for (position, penalty) in evaluator.objective.penalties.enumerated() where penalty.bindsCoefficients {
      let (range, size) = (layout.ranges[position], Swift.max(1, layout.groupSize(position)))
      for start in stride(from: range.lowerBound, to: range.upperBound, by: size) {
        let group = start..<Swift.min(start + size, range.upperBound)
        let least = units[group].reduce(.infinity, Swift.min)
        for index in group { units[index] = least }
      }
    }
    self.units = units
  }

  /// The proximal point after a gradient step of a length in these units.
  func target(from base: Iterate, _ length: Double, on evaluator: Evaluator) throws -> [Double] {
    let steps = units.map { length * $0 }
    let point = base.point.indices.map { base.point[$0] - steps[$0] * base.gradient[$0] }
    return try evaluator.proximalPoint(point, steps: steps)
  }

  /// Σ unit · slope², twice what the slopes would bring if each coefficient were alone.
  func squares(_ slopes: [Double]) -> Double {
    zip(slopes, units).reduce(0) { $0 + $1.0 * $1.1 * $1.0 }
  }
}
