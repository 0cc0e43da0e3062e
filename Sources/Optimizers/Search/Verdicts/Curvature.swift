import ChainRule

/// A stationary point looked at once more, for whether it is a minimum.
///
/// The questions, in this order: is it known whether there is a minimum; does the objective curve downwards; is it a line; does it fall
/// where it does not curve; has a slope faded; does it fall along the last step for ever.
struct Curvature {
  /// A Newton step that changes no coefficient by more than this of itself stays with the minimum that it leads to.
  private static let pinned = 1e-6
  /// A curvature that brings less than this share of the gain, on a way as long as the one behind, is that of a flat place.
  private static let flattened = 1e-4

  private static let faded = "the slope has faded on the way there"

  private let current: Iterate
  private let optimality: LeastSquaresOptimality?
  private let extent: SearchExtent
  private let evaluator: Evaluator
  private let rule: StoppingRule

  init(
    _ current: Iterate, _ optimality: LeastSquaresOptimality?, _ extent: SearchExtent, _ evaluator: Evaluator,
    _ rule: StoppingRule
  ) {
    self.current = current
    self.optimality = optimality
    self.extent = extent
    self.evaluator = evaluator
    self.rule = rule
  }

  /// How the search ended at a point that satisfies `condition`.
  ///
  /// - Parameter stationarity: What is known of the point already.
  func verdict(_ condition: String, _ stationarity: Stationarity? = nil) throws -> Verdict {
    func converged(_ note: String = "") -> Verdict {
      Verdict(status: .converged, reason: condition + note)
    }
    if let known = try knownVerdict(condition) { return known }
    let free = evaluator.freeCoefficients(at: current.point)
    if !rule.checksCurvature || free.isEmpty { return converged() }
    let slopes = try evaluator.shortestSubgradient(current.gradient, at: current.point)
    let model =
      try stationarity?.model ?? LocalModel.finite(at: current, slopes: slopes, moving: free, on: evaluator)
    guard let model else { return converged("; the curvature there is not finite, and was not looked at") }
    let lowest = model.lowest
    if lowest.share < -LocalModel.downwards,
      try descent(model).falls(along: lowest.direction, curvature: lowest.curvature)
    {
      return Verdict(
        status: .stationaryNotMinimum,
        reason: "\(condition), but the curvature is downwards in some direction: "
          + (model.highest > LocalModel.downwards ? "a saddle" : "a maximum") + "; start elsewhere")
    }
    if try evaluator.hasConstantHessian() {
      // A quadratic that curves upwards has a minimum, however far off it is; a line has none.
      if try endlessLine(model) { return unbounded(condition, "it is a straight line") }
      return converged(model.isFlat ? "; the loss is flat there: every point near by is as good" : "")
    }
    var directions = model.flat.map(\.direction)
    if directions.isEmpty && lowest.share <= LocalModel.downwards { directions = [lowest.direction] }
    if !directions.isEmpty,
      let find = try descent(model).find(along: directions, searchesBeyond: true)
    {
      return notMinimum(condition, find)
    }
    if model.isFlat {
      return try Recession(evaluator).hasFaded(at: current, from: extent.point)
        ? unbounded(condition, Self.faded)
        : converged("; the loss is flat there: every point near by is as good")
    }
    return try lookAhead(model, condition) ?? converged()
  }

  /// A look at values, of which what those near by do anyway is no news.
  private func descent(_ model: LocalModel) throws -> HigherOrderDescent {
    let noise = try GradientNoise(at: current, model, extent, on: evaluator)
    return HigherOrderDescent(
      current, extent, evaluator, over: evaluator.freeCoefficients(at: current.point),
      promised: model.decrease + noise.value)
  }

  /// What lies ahead where the last step is not short, or the curvature is less than the way behind had; nil where that is the minimum.
  private func lookAhead(_ model: LocalModel, _ condition: String) throws -> Verdict? {
    let (step, reach) = (model.step, extent.reach(at: current.point))
    let place = step.indices.max { relative(step[$0], reach[$0]) < relative(step[$1], reach[$1]) }
    let way = difference(current.point, extent.point)
    let bend = 0.5 * dot(way, try model.slopeChanges(along: way))
    let isFlattened = bend <= Self.flattened * extent.gain(to: current.value)
    guard let place, step[place] != 0 else {
      // Beside a fall that is lost in rounding, no slope is left.
      return try Recession(evaluator).hasFaded(at: current, from: extent.point)
        ? unbounded(condition, Self.faded) : nil
    }
    let share = relative(step[place], reach[place])
    guard share > Self.pinned || isFlattened else { return nil }
    let text =
      "a Newton step would still move a coefficient by \(short(Swift.abs(step[place]))) of \(short(reach[place]))"
    if try isEndless(along: model, allAxes: isFlattened, onlyFading: true) {
      return unbounded(condition, text)
    }
    // The inflection of x³ is approached as the minimum of x⁴ is.
    if let find = try descent(model).find(along: [step]) { return notMinimum(condition, find) }
    return nil
  }

  /// Whether it falls for ever along the Newton step, or on along the way that it has come, or in one coefficient that a step by its own
  /// curvature would move far, or at all.
  ///
  /// Where slopes have faded, what is left of them may point past the direction in which all fade.
  private func isEndless(along model: LocalModel, allAxes: Bool, onlyFading: Bool) throws -> Bool {
    let (recession, reach) = (Recession(evaluator), extent.reach(at: current.point))
    let slopes = try evaluator.shortestSubgradient(current.gradient, at: current.point)
    var directions = [model.step, difference(current.point, extent.point)]
    let axes = model.axisSteps(slopes)
    let far = axes.indices.filter { relative(axes[$0], reach[$0]) > (allAxes ? 0 : Self.pinned) }
    if far.count <= LocalModel.mostCoefficients {
      directions += far.map { index in axes.indices.map { $0 == index ? axes[$0] : 0 } }
    }
    return try directions.contains {
      try recession.isEndless(from: current, along: $0, onlyFading: onlyFading)
    }
  }

  private func relative(_ step: Double, _ reach: Double) -> Double {
    step == 0 ? 0 : Swift.abs(step) / reach
  }

  private func unbounded(_ condition: String, _ what: String) -> Verdict {
    Verdict(
      status: .unbounded,
      reason: "\(condition), but \(what): the loss keeps falling as coefficients grow; add a penalty")
  }

  private func notMinimum(_ condition: String, _ find: HigherOrderDescent.Find) -> Verdict {
    Verdict(
      status: .stationaryNotMinimum,
      reason:
        "\(condition), but f is lower by \(short(find.decrease)) at a distance of \(short(find.distance)), "
        + "in a direction without curvature: a saddle or a plateau; start elsewhere")
  }

  /// The end where it is known whether there is a minimum, which no slope tells; nil where it is not.
  func knownVerdict(_ condition: String) throws -> Verdict? {
    switch try evaluator.minimumExistence(at: current.point, gradient: current.gradient) {
    case nil: nil
    case .attained: Verdict(status: .converged, reason: condition)
    case .absent(let why): Verdict(status: .unbounded, reason: "\(condition), but \(why)")
    case .undecided(let why): Verdict(status: .stalled, reason: "\(condition), but \(why)")
    }
  }

  /// The end of a search that is nowhere stationary, but falls for ever: along a line, or along the step that is due; nil where it does
  /// not.
  func endlessFall(_ condition: String, _ model: LocalModel?) throws -> Verdict? {
    // Where it can be known, no slope is asked.
    guard let model, evaluator.objective.minimumTest == nil else { return nil }
    if try evaluator.hasConstantHessian() {
      guard try endlessLine(model) else { return nil }
      return Verdict(
        status: .unbounded,
        reason:
          "\(condition), and it falls without bound along a straight line: there is no minimum; add a penalty"
      )
    }
    guard try isEndless(along: model, allAxes: false, onlyFading: false) else { return nil }
    return unbounded(condition, "along the next step there is no minimum")
  }

  /// Whether a quadratic falls along a direction without curvature.
  private func endlessLine(_ model: LocalModel) throws -> Bool {
    let objective = evaluator.objective
    // Squares have a minimum, whatever rounding makes of their curvature.
    guard objective.isSmooth, SquareSearch(objective.smooth, over: objective.parameters).objection != nil
    else { return false }
    return try model.flat.contains { flat in
      if flat.slope == 0 { return false }
      let downhill = flat.direction.map { flat.slope > 0 ? -$0 : $0 }
      return try Recession(evaluator).isEndless(from: current, along: downhill)
    }
  }
}
