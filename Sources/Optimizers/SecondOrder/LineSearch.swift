import ChainRule

/// A search along a direction for a step that satisfies the strong Wolfe conditions.
///
/// With φ(α) the value at a step α: `φ(α) ≤ φ(0) + c₁ α φ′(0) + slack` and `|φ′(α)| ≤ c₂ |φ′(0)|`. The slack is what
/// rounding leaves uncertain in a value; near a minimum, where values no longer differ, slopes alone decide. The bracket
/// always has an end with too steep a fall and an end beyond a valley of `φ(α) − φ(0) − c₁ α φ′(0)`, and in that valley
/// both conditions hold.
///
/// - Source: Moré and Thuente, "Line search algorithms with guaranteed sufficient decrease", ACM TOMS 20 (1994); Nocedal
///   and Wright, Numerical Optimization (2006), §3.5; Hager and Zhang, "A new conjugate gradient method with guaranteed
///   descent and an efficient line search", SIAM J. Optim. 16 (2005), for the conditions near rounding.
package struct LineSearch {
  /// c₁, the share of the promised decrease that a step must bring.
  package static let decrease = 1e-4
  /// c₂, the share of the slope that a step may leave.
  package static let curvature = 0.9
  /// Enough to extend a step of 1 to the greatest number, and to shrink it below rounding.
  private static let mostTrials = 120

  private let start: Iterate
  private let direction: [Double]
  private let slope: Double
  private let slack: Double
  private let evaluator: Evaluator

  /// A step tried: the length, and the value and slope there.
  private struct Trial {
    let length: Double
    let value: Double
    let slope: Double
    let iterate: Iterate?
  }

  package init(from start: Iterate, along direction: [Double], slack: Double, on evaluator: Evaluator) {
    self.start = start
    self.direction = direction
    self.slack = slack
    self.evaluator = evaluator
    slope = dot(start.gradient, direction)
  }

  /// The point of a step that satisfies both conditions; if none is found, of the lowest value that was found; nil if
  /// nothing lower was.
  package func search(startingWith length: Double) throws -> Iterate? {
    guard slope < 0 && slope.isFinite && length > 0 else { return nil }
    var low = Trial(length: 0, value: start.value, slope: slope, iterate: nil)
    var high: Trial?
    var length = length
    var widths = [Double.infinity, .infinity]
    for _ in 0..<Self.mostTrials {
      guard let trial = try trial(length) else { break }
      let rise = trial.value - start.value - Self.decrease * length * slope
      if rise <= slack && Swift.abs(trial.slope) <= -Self.curvature * slope { return trial.iterate }
      if rise <= slack && trial.slope < Self.decrease * slope { low = trial } else { high = trial }
      guard let high else {
        length = extended(trial)
        if !length.isFinite { break }
        continue
      }
      let width = high.length - low.length
      length = inside(low, high, mustHalve: width > 0.6 * widths[0])
      widths = [widths[1], width]
      if !(length > low.length && length < high.length) { break }
    }
    return low.value < start.value ? low.iterate : nil
  }

  /// The values at a step; nil if it is too short to change the point.
  private func trial(_ length: Double) throws -> Trial? {
    let point = zip(start.point, direction).map { $0 + length * $1 }
    if point == start.point { return nil }
    guard let iterate = try Iterate(trying: point, on: evaluator) else {
      return Trial(length: length, value: .infinity, slope: .infinity, iterate: nil)
    }
    return Trial(
      length: length, value: iterate.value, slope: dot(iterate.gradient, direction), iterate: iterate)
  }

  /// A longer step, towards where the slope would vanish if it went on changing as it did.
  private func extended(_ trial: Trial) -> Double {
    let change = trial.slope - slope
    let factor = change > 0 ? -slope / change : .infinity
    return trial.length * Swift.min(Swift.max(factor, 2), 10)
  }

  /// A step between both ends.
  private func inside(_ low: Trial, _ high: Trial, mustHalve: Bool) -> Double {
    let width = high.length - low.length
    if !high.value.isFinite { return low.length + 0.1 * width }
    if mustHalve { return low.length + 0.5 * width }
    let share = Swift.abs(high.value - low.value) > 100 * slack ? cubic(low, high) : secant(low, high)
    return low.length + width * Swift.min(Swift.max(share, 0.05), 0.95)
  }

  /// Where the cubic through both values and slopes has its minimum, as a share of the way.
  ///
  /// - Source: Nocedal and Wright, Numerical Optimization (2006), equation 3.59.
  private func cubic(_ low: Trial, _ high: Trial) -> Double {
    let width = high.length - low.length
    let (s, t) = (low.slope * width, high.slope * width)
    let d = s + t - 3 * (high.value - low.value)
    let square = d * d - s * t
    guard square >= 0, square.isFinite else { return 0.5 }
    let root = square.squareRoot()
    let divisor = t - s + 2 * root
    let share = 1 - (t + root - d) / divisor
    return divisor != 0 && share.isFinite ? share : 0.5
  }

  /// Where the slope would vanish if it changed evenly, as a share of the way.
  private func secant(_ low: Trial, _ high: Trial) -> Double {
    let change = high.slope - low.slope
    return high.slope > 0 && change > 0 ? -low.slope / change : 0.5
  }
}
