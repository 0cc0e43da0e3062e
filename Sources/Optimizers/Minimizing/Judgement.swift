import ChainRule

/// What one point says about itself: is the search over, and why.
struct Judgement {
  /// The objective, penalties included.
  let value: Double
  /// The greatest element of the shortest subgradient.
  let stationarity: Double
  private let evaluation: Evaluation
  private let rule: StoppingRule

  /// How a search ended.
  struct End {
    let status: Solution.Status
    let reason: String
  }

  init(_ current: Iterate, _ evaluation: Evaluation, _ rule: StoppingRule) {
    value = current.value + evaluation.kinkedValue(at: current.point)
    stationarity = greatestMagnitude(
      evaluation.shortestSubgradient(current.gradient, at: current.point))
    self.evaluation = evaluation
    self.rule = rule
  }

  private var symbol: String { evaluation.objective.isSmooth ? "‖∇f‖∞" : "‖∂f‖∞" }

  func end(
    of current: Iterate, iteration: Int, initialValue: Double, isCancelled: Bool
  ) throws -> End? {
    if !current.isFinite || !value.isFinite {
      return iteration == 0
        ? End(status: .nonFinite, reason: "f = \(value) at the start: \(try nonFiniteOrigin(current))")
        : End(status: .diverged, reason: "f = \(value) after \(iteration) steps, from \(initialValue)")
    }
    // Not relative to a value that falls without end, where every slope would pass at last.
    let size = Swift.max(1, Swift.abs(initialValue))
    let limit = rule.tolerance * Swift.max(1, Swift.min(Swift.abs(value), size))
    if value < -1e12 * size {
      return End(
        status: .unbounded, reason: "f = \(short(value)), from \(short(initialValue)): it falls without end")
    }
    if stationarity <= limit {
      let condition = "\(symbol) = \(short(stationarity)) ≤ \(short(limit))"
      return try Curvature(current, evaluation, rule).verdict(condition)
    }
    let bound = initialValue + 1e6 * Swift.max(1, Swift.abs(initialValue))
    if value > bound {
      return End(
        status: .diverged, reason: "f = \(short(value)) > \(short(bound)), a million times the start")
    }
    let missing = "\(symbol) = \(short(stationarity)) > \(short(limit))"
    if isCancelled { return End(status: .cancelled, reason: "stopped from outside; \(missing)") }
    if current.isStuck {
      return End(status: .stalled, reason: "no step improves f = \(short(value)) any more; \(missing)")
    }
    if iteration >= rule.maximumIterations {
      return End(status: .iterationLimit, reason: "\(iteration) steps; \(missing)")
    }
    return nil
  }

  /// The operation that is not finite at the start.
  private func nonFiniteOrigin(_ current: Iterate) throws -> String {
    try evaluation.firstNonFinite(at: current.point) ?? "a penalty forbids the start"
  }
}

/// A number in few digits, for sentences.
func short(_ value: Double) -> String {
  guard value.isFinite, value != 0 else { return "\(value)" }
  var exponent = 0
  var digits = Swift.abs(value)
  while digits >= 9.995 { (digits, exponent) = (digits / 10, exponent + 1) }
  while digits < 0.9995 { (digits, exponent) = (digits * 10, exponent - 1) }
  if exponent >= -3 && exponent < 6 { return "\((value * 1e4).rounded() / 1e4)" }
  let rounded = (digits * 100).rounded() / 100
  return (value < 0 ? "-" : "") + "\(rounded)e\(exponent)"
}
