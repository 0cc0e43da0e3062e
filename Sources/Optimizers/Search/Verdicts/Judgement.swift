import ChainRule

/// What one point says about itself: is the search over, and why.
struct Judgement {
  /// The objective, penalties included.
  let value: Double
  /// The greatest element of the shortest subgradient.
  let stationarity: Double
  private let slopes: [Double]
  private let current: Iterate
  private let optimality: LeastSquaresOptimality?
  private let evaluator: Evaluator
  private let rule: StoppingRule

  init(
    _ current: Iterate, _ optimality: LeastSquaresOptimality?, _ evaluator: Evaluator, _ rule: StoppingRule
  ) throws {
    value = try current.value + evaluator.kinkedValue(at: current.point)
    slopes = try evaluator.shortestSubgradient(current.gradient, at: current.point)
    stationarity = greatestMagnitude(slopes)
    self.current = current
    self.optimality = optimality
    self.evaluator = evaluator
    self.rule = rule
  }

  /// The end, if this is one; the questions in this order.
  func end(iteration: Int, extent: inout SearchExtent, isCancelled: Bool) throws -> Verdict? {
    if let verdict = try beyondBounds(iteration, extent) { return verdict }
    let isLast = isCancelled || current.isStuck || iteration >= rule.maximumIterations
    let isDue = extent.isLookDue(
      at: current.point, slopes: slopes, value: value, iteration: iteration, tolerance: rule.tolerance)
    if !isLast && !isDue && optimality == nil { return nil }
    // What a search that is cut short is told does not count, lest it differ from one that is not.
    let counted = evaluator.counts
    defer { if isLast && !isDue && !current.isStuck { evaluator.counts = counted } }
    let found = try look(extent, isThorough: isLast || SearchExtent.isMilestone(iteration))
    if let verdict = found.verdict { return verdict }
    if isCancelled {
      return Verdict(status: .cancelled, reason: "stopped from outside; \(found.missing)")
    }
    if current.isStuck { return try stuck(found.missing, found.stationarity, extent) }
    let isOut = iteration >= rule.maximumIterations
    if !isOut && !SearchExtent.isMilestone(iteration) { return nil }
    let steps = "\(iteration) \(iteration == 1 ? "step" : "steps"); \(found.missing)"
    let curvature = Curvature(current, optimality, extent, evaluator, rule)
    if let known = try isOut ? curvature.knownVerdict(steps) : nil, known.status == .unbounded {
      return known
    }
    if let fall = try curvature.endlessFall(steps, found.stationarity?.model) { return fall }
    return isOut ? Verdict(status: .iterationLimit, reason: steps) : nil
  }

  /// The end where a number is not finite, or beyond all that can be a way to a minimum.
  private func beyondBounds(_ iteration: Int, _ extent: SearchExtent) throws -> Verdict? {
    let initialValue = extent.value
    if !current.isFinite || !value.isFinite {
      return iteration == 0
        ? Verdict(status: .nonFinite, reason: "f = \(value) at the start: \(try nonFiniteOrigin())")
        : Verdict(
          status: .diverged,
          reason: "f = \(value) after \(iteration) \(iteration == 1 ? "step" : "steps"), from \(initialValue)"
        )
    }
    if let optimality, optimality.isEndless {
      return Verdict(status: .unbounded, reason: optimality.explanation)
    }
    let bound = initialValue + 1e6 * extent.startUnit(at: current.point)
    if value > bound {
      return Verdict(
        status: .diverged, reason: "f = \(short(value)) > \(short(bound)), a million times the start")
    }
    // No loss gets here while it has a minimum: 1e100 is beyond every unit, and the range of numbers near.
    if value < -1e100 * Swift.max(1, Swift.abs(initialValue)) {
      return Verdict(
        status: .unbounded, reason: "f = \(short(value)): it falls without bound, and there is no minimum")
    }
    return nil
  }

  /// What a look at the point found: the end, or the inequality that is missing.
  private struct Look {
    var verdict: Verdict?
    var missing = ""
    var stationarity: Stationarity?
  }

  private func look(_ extent: SearchExtent, isThorough: Bool) throws -> Look {
    let curvature = Curvature(current, optimality, extent, evaluator, rule)
    var result = Look()
    if let optimality {
      // Who knows the residuals is asked first.
      result.missing = optimality.condition(rule.tolerance)
      if optimality.isMet(rule.tolerance) {
        result.verdict = try curvature.verdict(result.missing)
        return result
      }
      if !current.isStuck { return result }
    }
    let found = try Stationarity(
      of: current, slopes: slopes, value: value, extent, rule.tolerance, on: evaluator)
    result.stationarity = found
    if optimality == nil { result.missing = found.text }
    if found.holds {
      result.verdict = try curvature.verdict(found.text, found)
    } else if isThorough, rule.tolerance > 0,
      let rounding = try (current.isStuck ? vanishingResiduals() : nil) ?? found.rounding()
    {
      result.verdict = try curvature.verdict(rounding, found)
    }
    return result
  }

  /// The end where no step leads to a better point.
  private func stuck(_ missing: String, _ found: Stationarity?, _ extent: SearchExtent) throws -> Verdict {
    let curvature = Curvature(current, optimality, extent, evaluator, rule)
    if let condition = try lastDigits(found, extent) { return try curvature.verdict(condition, found) }
    if let known = try curvature.knownVerdict(missing), known.status == .unbounded { return known }
    if let fall = try curvature.endlessFall(missing, found?.model) { return fall }
    return Verdict(
      status: .stalled, reason: "no step improves f = \(short(value)) any more; \(missing)")
  }

  /// At the last digits of the value, where no method can tell a better point from a worse one: the inequality that
  /// says that there is nothing left to gain, or nil.
  private func lastDigits(_ found: Stationarity?, _ extent: SearchExtent) throws -> String? {
    guard rule.tolerance > 0, let found, let model = found.model else { return nil }
    // The last digit of a great constant says little of what is added to it.
    guard found.relativeStep <= 1e-4 || Swift.abs(value) <= 1e3 * extent.gain(to: value) else { return nil }
    // What the rounding of residuals makes of their squares can be more than the last digit of these.
    let limit = Swift.max(4 * value.ulp, optimality.map { 4 * $0.residual * $0.noise } ?? 0)
    guard model.decrease <= limit, try !found.slides() else { return nil }
    return
      "no step improves f by more than its rounding: a Newton step promises \(short(model.decrease)) ≤ \(short(limit))"
  }

  /// Where the residuals of a sum of squares are rounding: the inequality that says so, or nil.
  private func vanishingResiduals() throws -> String? {
    guard let (residual, noise) = try residualNoise(), residual <= noise else { return nil }
    return "the residuals are no more than the rounding of what they are differences of: "
      + "‖r‖ = \(short(residual)) ≤ \(short(noise))"
  }

  /// The norm of the residuals of a sum of squares, and that of their rounding errors; nil of other objectives.
  private func residualNoise() throws -> (residual: Double, noise: Double)? {
    if let optimality {
      // Where x is near 0, exp(x) − 1 has rounding errors that neither its value nor its slope tells of.
      return (optimality.residual, Swift.max(optimality.noise, 0x1p-50 * optimality.initialResidual))
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

  /// The operation that is not finite at the start.
  private func nonFiniteOrigin() throws -> String {
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
