import ChainRule

/// How far a search has come: the units that its own numbers give to what is judged.
///
/// What is small beside the way that a coefficient has come, or beside the value, is small in any unit.
struct SearchExtent: Codable, Hashable, Sendable {
  /// Where it started.
  let point: [Double]
  /// The objective there, penalties included.
  let value: Double
  /// The shortest subgradient there.
  let slopes: [Double]
  /// What the slopes made of the way, at the last look at the curvature.
  private var lastLook = Double.infinity
  /// The steps that were done then.
  private var lastStep = 0

  init(_ start: Iterate, _ evaluator: Evaluator) throws {
    point = start.point
    value = try start.value + evaluator.kinkedValue(at: start.point)
    slopes = try evaluator.shortestSubgradient(start.gradient, at: start.point)
  }

  /// Whether a number of steps is a power of two from 64 on.
  static func isMilestone(_ iteration: Int) -> Bool { iteration >= 64 && iteration & (iteration - 1) == 0 }

  /// Whether the vectors have an element for each coefficient.
  func fits(_ dimension: Int) -> Bool { point.count == dimension && slopes.count == dimension }

  /// By how much the objective fell.
  func gain(to value: Double) -> Double { Swift.max(0, self.value - value) }

  /// What a rise of the value is compared with: the value at the start; where that is 0, what the slopes there make of the way.
  func startUnit(at current: [Double]) -> Double {
    value == 0
      ? current.indices.reduce(0) { $0 + Swift.abs(slopes[$1] * (current[$1] - point[$1])) }
      : Swift.abs(value)
  }

  /// The size of each coefficient, or the way that it came if that is longer.
  func reach(at current: [Double]) -> [Double] {
    current.indices.map { Swift.max(Swift.abs(current[$0]), Swift.abs(current[$0] - point[$0])) }
  }

  /// How far along a direction the first coefficient has changed by as much as it is great, or has come; by 1 where none is or has.
  func length(of direction: [Double], at current: [Double]) -> Double {
    let reach = reach(at: current)
    let greatest = greatestMagnitude(
      direction.indices.lazy.map { reach[$0] > 0 ? Swift.abs(direction[$0]) / reach[$0] : 0 })
    return 1 / (greatest > 0 ? greatest : greatestMagnitude(direction))
  }

  /// A change of the value that neither its rounding nor what is left of the gain explains.
  func visibleChange(at value: Double) -> Double { 64 * value.ulp + 1e-12 * gain(to: value) }

  /// The unit of a difference of values: the value itself; beside a great constant what was gained, times a thousand.
  func valueUnit(at value: Double) -> Double {
    let gain = gain(to: value)
    return gain > 0 ? Swift.min(Swift.abs(value), 1e3 * gain) : Swift.abs(value)
  }

  /// Whether a Newton step would leave nothing of the value, as at an exact fit: no more than its rounding, that of residuals as great
  /// as those at the start, or for wide tolerances a share of the gain.
  func isExactFit(at value: Double, promised: Double, tolerance: Double) -> Bool {
    let share = tolerance * tolerance * Swift.min(1, 1e9 * tolerance * tolerance * tolerance)
    return Swift.abs(value - promised)
      <= Swift.max(64 * value.ulp, Swift.max(0x1p-100, share) * gain(to: value))
  }

  /// Whether the slopes would bring next to nothing on ways as long as the coefficients are great; not where one is 0, since that has no
  /// size.
  private func isNothing(_ slopes: [Double], at point: [Double], _ value: Double, _ tolerance: Double) -> Bool
  {
    let promised = point.indices.reduce(0.0) { $0 + Swift.abs(slopes[$1] * point[$1]) }
    return promised <= tolerance * Swift.abs(value)
      && point.indices.allSatisfy { slopes[$0] == 0 || point[$0] != 0 }
  }

  /// Whether a look at the curvature is due, which costs products with the Hessian: where the slopes would bring little on a way
  /// as long as the one that lies behind, each time that this is half of what it was or a tenth more steps are done; and after 64,
  /// 128, 256, … steps.
  mutating func isLookDue(
    at current: [Double], slopes: [Double], value: Double, iteration: Int, tolerance: Double
  ) -> Bool {
    if !slopes.contains(where: { $0 != 0 }) { return true }
    // A tolerance that wide may be met at once; and a search may start where it would end.
    if iteration == 0 { return tolerance >= 1e-3 || isNothing(slopes, at: current, value, tolerance) }
    if Self.isMilestone(iteration) { return true }
    let promised = current.indices.reduce(0) {
      $0 + Swift.abs(slopes[$1]) * Swift.abs(current[$1] - point[$1])
    }
    let limit = Swift.max(100 * tolerance, 0x1p-40) * gain(to: value)
    guard promised <= limit, promised <= 0.5 * lastLook || 10 * (iteration - lastStep) >= iteration else {
      return false
    }
    (lastLook, lastStep) = (promised, iteration)
    return true
  }
}
