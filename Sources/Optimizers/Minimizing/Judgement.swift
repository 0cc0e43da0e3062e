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
    var status: Solution.Status
    var reason: String
  }

  init(_ current: Iterate, _ evaluation: Evaluation, _ rule: StoppingRule) throws {
    value = try current.value + evaluation.kinkedValue(at: current.point)
    stationarity = greatestMagnitude(
      try evaluation.shortestSubgradient(current.gradient, at: current.point))
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
        : End(
          status: .diverged,
          reason: "f = \(value) after \(iteration) \(iteration == 1 ? "step" : "steps"), from \(initialValue)"
        )
    }
    if let optimality = current.optimality, optimality.isEndless {
      return End(status: .unbounded, reason: optimality.explanation)
    }
    let bound = initialValue + 1e6 * Swift.max(1, Swift.abs(initialValue))
    if value > bound {
      return End(
        status: .diverged, reason: "f = \(short(value)) > \(short(bound)), a million times the start")
    }
    // No loss of numbers of a common size gets here while it has a minimum.
    if value < -1e100 * Swift.max(1, Swift.abs(initialValue)) {
      return End(
        status: .unbounded, reason: "f = \(short(value)): it falls without bound, and there is no minimum")
    }
    let condition = try condition(current)
    if condition.holds { return try Curvature(current, evaluation, rule).verdict(condition.text) }
    let missing = condition.text
    if isCancelled { return End(status: .cancelled, reason: "stopped from outside; \(missing)") }
    if current.isStuck {
      if let rounding = try roundingCondition(current) {
        return try Curvature(current, evaluation, rule).verdict(rounding)
      }
      // Where a slope fades, the last steps bring nothing that the value can show.
      let verdict = try Curvature(current, evaluation, rule).verdict(missing)
      if verdict.status == .unbounded { return verdict }
      return End(status: .stalled, reason: "no step improves f = \(short(value)) any more; \(missing)")
    }
    if iteration >= rule.maximumIterations {
      return End(
        status: .iterationLimit, reason: "\(iteration) \(iteration == 1 ? "step" : "steps"); \(missing)")
    }
    return nil
  }

  /// Whether the point is stationary to the tolerance, and the inequality that says so, or the contrary.
  private func condition(_ current: Iterate) throws -> (holds: Bool, text: String) {
    // A gradient is great or small with the units of coefficients; who knows better is asked first.
    if let optimality = current.optimality {
      return (optimality.isMet(rule.tolerance), optimality.condition(rule.tolerance))
    }
    let limit = rule.tolerance * Swift.max(1, Swift.abs(value))
    let holds = try stationarity <= limit && isNegligible(current, limit)
    // Not a number is no less than the limit either.
    let inequality =
      "\(symbol) = \(short(stationarity)) \(stationarity <= limit ? "≤" : ">") \(short(limit))"
    let isSteep = !holds && stationarity <= limit
    return (holds, inequality + (isSteep ? ", but a step promises more than a hundredth of that still" : ""))
  }

  /// At the last digits of the value, where no method can tell a better point from a worse one: the inequality that
  /// says that there is nothing left to gain, or nil.
  ///
  /// Only for tolerances that rounding errors can keep a search from, and only near the usual ones.
  private func roundingCondition(_ current: Iterate) throws -> String? {
    guard current.optimality == nil, rule.tolerance >= 1e-14,
      stationarity <= 1e-8 * Swift.max(1, Swift.abs(value))
    else { return nil }
    let limit = 4 * value.ulp
    let promised = try promisedDecrease(current)
    guard promised <= limit else { return nil }
    return
      "no step improves f by more than its rounding: a Newton step promises \(short(promised)) ≤ \(short(limit))"
  }

  /// Whether what the slope promises is little against the value.
  ///
  /// A slope and a value have different units: at a value of 10¹⁸ a slope of 10⁹ is within 10⁻⁸ of it, and all may be
  /// still to gain. So where the tolerance was met only because it is relative to the value, the decrease that a Newton
  /// step promises has to be small too.
  private func isNegligible(_ current: Iterate, _ limit: Double) throws -> Bool {
    try stationarity <= rule.tolerance || promisedDecrease(current) <= 0.01 * limit
  }

  /// How far a Newton step in the coefficients that may move would bring the value down.
  private func promisedDecrease(_ current: Iterate) throws -> Double {
    let slopes = try evaluation.shortestSubgradient(current.gradient, at: current.point)
    let free = Set(evaluation.freeCoefficients(at: current.point))
    let moving = slopes.indices.filter { slopes[$0] != 0 || free.contains($0) }
    return try FadingSlope(evaluation, over: moving).promisedDecrease(at: current)
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
