import ChainRule

/// What one point says about itself: is the search over, and why.
struct Judgement {
  /// The objective, penalties included.
  let value: Double
  /// The greatest element of the shortest subgradient.
  let stationarity: Double
  private let optimality: LeastSquaresOptimality?
  private let evaluator: Evaluator
  private let rule: StoppingRule

  init(
    _ current: Iterate, _ optimality: LeastSquaresOptimality?, _ evaluator: Evaluator, _ rule: StoppingRule
  ) throws {
    value = try current.value + evaluator.kinkedValue(at: current.point)
    stationarity = greatestMagnitude(
      try evaluator.shortestSubgradient(current.gradient, at: current.point))
    self.optimality = optimality
    self.evaluator = evaluator
    self.rule = rule
  }

  private var symbol: String { evaluator.objective.isSmooth ? "‖∇f‖∞" : "‖∂f‖∞" }

  func end(
    of current: Iterate, iteration: Int, from start: (value: Double, slopes: [Double]), isCancelled: Bool
  ) throws -> Verdict? {
    let initialValue = start.value
    if !current.isFinite || !value.isFinite {
      return iteration == 0
        ? Verdict(status: .nonFinite, reason: "f = \(value) at the start: \(try nonFiniteOrigin(current))")
        : Verdict(
          status: .diverged,
          reason: "f = \(value) after \(iteration) \(iteration == 1 ? "step" : "steps"), from \(initialValue)"
        )
    }
    if let optimality, optimality.isEndless {
      return Verdict(status: .unbounded, reason: optimality.explanation)
    }
    let bound = initialValue + 1e6 * Swift.max(1, Swift.abs(initialValue))
    if value > bound {
      return Verdict(
        status: .diverged, reason: "f = \(short(value)) > \(short(bound)), a million times the start")
    }
    // No loss of numbers of a common size gets here while it has a minimum.
    if value < -1e100 * Swift.max(1, Swift.abs(initialValue)) {
      return Verdict(
        status: .unbounded, reason: "f = \(short(value)): it falls without bound, and there is no minimum")
    }
    let condition = try condition(current, start)
    if condition.holds { return try Curvature(current, optimality, evaluator, rule).verdict(condition.text) }
    let missing = condition.text
    if isCancelled { return Verdict(status: .cancelled, reason: "stopped from outside; \(missing)") }
    if current.isStuck {
      if let rounding = try roundingCondition(current) {
        return try Curvature(current, optimality, evaluator, rule).verdict(rounding)
      }
      // Where a slope fades, the last steps bring nothing that the value can show.
      let verdict = try Curvature(current, optimality, evaluator, rule).verdict(missing)
      if verdict.status == .unbounded { return verdict }
      if let line = try endlessLine(current) { return line }
      return Verdict(status: .stalled, reason: "no step improves f = \(short(value)) any more; \(missing)")
    }
    if iteration >= rule.maximumIterations {
      let known = try Curvature(current, optimality, evaluator, rule).knownVerdict(
        "\(iteration) \(iteration == 1 ? "step" : "steps"); \(missing)")
      if let known, known.status == .unbounded { return known }
      if let line = try endlessLine(current) { return line }
      return Verdict(
        status: .iterationLimit, reason: "\(iteration) \(iteration == 1 ? "step" : "steps"); \(missing)")
    }
    return nil
  }

  /// A quadratic that falls along a line without curvature has no minimum; nil if this is none.
  private func endlessLine(_ current: Iterate) throws -> Verdict? {
    let objective = evaluator.objective
    // Squares have a minimum, whatever rounding makes of their curvature.
    guard objective.isSmooth, try evaluator.hasConstantHessian(),
      SquareSearch(objective.smooth, over: objective.parameters).objection != nil,
      try slope(current).fallsEndlessly(from: current)
    else { return nil }
    return Verdict(
      status: .unbounded,
      reason:
        "f = \(short(value)), \(symbol) = \(short(stationarity)), and it falls without bound along a straight line: "
        + "there is no minimum; add a penalty")
  }

  /// Whether the point is stationary to the tolerance, and the inequality that says so, or the contrary.
  private func condition(_ current: Iterate, _ start: (value: Double, slopes: [Double])) throws
    -> (holds: Bool, text: String)
  {
    // A gradient is great or small with the units of coefficients; who knows better is asked first.
    if let optimality {
      return (optimality.isMet(rule.tolerance), optimality.condition(rule.tolerance))
    }
    // Beside what falls without bound, every slope is small: so the value counts only up to a size.
    let size = Swift.min(Swift.abs(value), 1e12 * Swift.max(1, Swift.abs(start.value)))
    let limit = rule.tolerance * Swift.max(1, size)
    let holds = try stationarity <= limit && isNegligible(current, limit, start.slopes)
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
    guard rule.tolerance > 0 else { return nil }
    if let (residual, noise) = try residualNoise(current), residual <= noise {
      return "the residuals are no more than the rounding of what they are differences of: "
        + "‖r‖ = \(short(residual)) ≤ \(short(noise))"
    }
    guard rule.tolerance >= 1e-14,
      stationarity <= 1e-8 * Swift.max(1, Swift.abs(value))
    else { return nil }
    let limit = 4 * value.ulp
    let promised = try promisedDecrease(current)
    guard promised <= limit else { return nil }
    return
      "no step improves f by more than its rounding: a Newton step promises \(short(promised)) ≤ \(short(limit))"
  }

  /// The norm of the residuals of a sum of squares, and that of their rounding errors; nil of other objectives.
  private func residualNoise(_ current: Iterate) throws -> (residual: Double, noise: Double)? {
    if let optimality {
      // Where x is near 0, exp(x) − 1 has rounding errors that neither its value nor its slope tells of.
      return (
        optimality.residual, Swift.max(optimality.noise, 1e-15 * Swift.min(1, optimality.initialResidual))
      )
    }
    let objective = evaluator.objective
    guard objective.isSmooth, !objective.isMaximized,
      SquareSearch(objective.smooth, over: objective.parameters).objection == nil
    else { return nil }
    let counted = evaluator.counts
    defer { evaluator.counts = counted }
    let linear = try evaluator.linearizedResiduals(at: current.point)
    guard linear.isFinite else { return nil }
    return (euclideanNorm(linear.residuals.elements), linear.noise)
  }

  /// Whether what the slope promises is little against the value.
  ///
  /// A slope and a value have different units: at a value of 10¹⁸ a slope of 10⁹ is within 10⁻⁸ of it, and all may be
  /// still to gain. So where the tolerance was met only because it is relative to the value, the decrease that a Newton
  /// step promises has to be small too. So it is with a slope that is small as it was at the start, and perhaps only for the
  /// small unit of its feature.
  private func isNegligible(_ current: Iterate, _ limit: Double, _ initialSlopes: [Double]) throws -> Bool {
    if stationarity > rule.tolerance { return try promisedDecrease(current) <= 0.01 * limit }
    let slopes = try evaluator.shortestSubgradient(current.gradient, at: current.point)
    let isUnchanged = zip(slopes, initialSlopes).contains { Swift.abs($0) > 1e-3 * Swift.abs($1) && $0 != 0 }
    if !isUnchanged { return true }
    let (slope, promised) = (try slope(current), try promisedDecrease(current))
    let fall = promised == .infinity ? try slope.fallWithoutCurvature(from: current) : promised
    return fall <= Swift.max(limit, 1e-9 * Swift.abs(value))
  }

  /// How far a Newton step in the coefficients that may move would bring the value down.
  private func promisedDecrease(_ current: Iterate) throws -> Double {
    try slope(current).promisedDecrease(at: current)
  }

  /// The slope in the coefficients that may move.
  private func slope(_ current: Iterate) throws -> FadingSlope {
    let slopes = try evaluator.shortestSubgradient(current.gradient, at: current.point)
    let free = Set(evaluator.freeCoefficients(at: current.point))
    let moving = slopes.indices.filter { slopes[$0] != 0 || free.contains($0) }
    return FadingSlope(evaluator, over: moving)
  }

  /// The operation that is not finite at the start.
  private func nonFiniteOrigin(_ current: Iterate) throws -> String {
    try evaluator.firstNonFinite(at: current.point) ?? "a penalty forbids the start"
  }
}

/// A number in few digits, for sentences.
func short(_ value: Double) -> String {
  guard value.isFinite, value != 0 else { return value.spelled }
  var exponent = 0
  var digits = Swift.abs(value)
  while digits >= 9.995 { (digits, exponent) = (digits / 10, exponent + 1) }
  while digits < 0.9995 { (digits, exponent) = (digits * 10, exponent - 1) }
  if exponent >= -3 && exponent < 6 { return "\((value * 1e4).rounded() / 1e4)" }
  let rounded = (digits * 100).rounded() / 100
  return (value < 0 ? "-" : "") + "\(rounded)e\(exponent)"
}
