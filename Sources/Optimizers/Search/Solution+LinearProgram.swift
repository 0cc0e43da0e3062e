import ChainRule

extension Solution {
  /// What solving an objective as a linear programme ended with.
  ///
  /// The dual programme has a value that no point lies below, so the gap between both is judged, in units of what the dual value is
  /// the sum of.
  ///
  /// - Parameter searched: The steps of a search that went before.
  package init(
    _ objective: Objective, _ optimum: PiecewiseLinearOptimum, until rule: StoppingRule, searched: Int = 0
  ) {
    self.objective = objective
    point = optimum.point
    value = optimum.value
    stationarity = optimum.stationarity
    iterations = searched + optimum.steps
    var counts = Evaluator.Counts()
    counts.values = iterations
    self.counts = counts
    history = [Record(iteration: iterations, value: value, stationarity: stationarity)]
    let limit = Swift.max(rule.tolerance, 0x1p-44) * optimum.size
    let isClosed = optimum.gap <= limit
    let gap = "f − dual = \(short(optimum.gap)) \(isClosed ? "≤" : ">") \(short(limit))"
    if isClosed && optimum.isFinished {
      verdict = Verdict(status: .converged, reason: "the linear programme and its dual meet: \(gap)")
    } else if !value.isFinite {
      verdict = Verdict(status: .nonFinite, reason: "f = \(value): bring targets and features to scale")
    } else if optimum.steps >= rule.maximumIterations {
      verdict = Verdict(
        status: .iterationLimit, reason: "\(iterations) \(iterations == 1 ? "step" : "steps"); \(gap)")
    } else {
      verdict = Verdict(
        status: .stalled, reason: "the linear programme stopped at a vertex that is nearly singular; \(gap)")
    }
    certificate =
      verdict.status == .converged
      ? Certificate(stationarity: optimum.stationarity, globalGap: optimum.gap) : nil
  }
}

extension Progress {
  /// What an observer is shown where there are no steps to watch.
  package init(_ solution: Solution) {
    self.init(
      iteration: solution.iterations, value: solution.value, stationarity: solution.stationarity,
      point: solution.point)
  }
}
