public import ChainRule

/// Minimises an objective.
///
/// ```swift
/// let w = Tensor.parameter("w", shape: [2])
/// let objective = try Objective(squared(w[0] - 3) + 10 * squared(w[1] + 1))
/// let solution = try minimize(objective, using: .lbfgs())
/// print(solution.status, solution.reason)  // converged ‖∇f‖∞ = … ≤ …
/// print(try solution[w])                   // [ 3. -1.]
/// ```
///
/// - Parameters:
///   - objective: What to minimise.
///   - start: An array for each parameter of the objective; by default the parameters' initial values, or zeros.
///   - optimizer: How to go from one point to the next.
///   - rule: When to stop.
///   - checkpoint: A file in which the state is kept from time to time, and from which the minimisation is taken up
///     if it is there.
///   - observe: Called before the first step and after each one; it may stop the minimisation. So may the task that
///     this runs in, by being cancelled.
/// - Returns: The last point, and the condition that ended the search.
/// - Throws: `ChainRuleError` if the optimizer cannot be used for the objective, the start does not fit, or the loss has
///   no value at some point.
public func minimize<Method: Optimizer>(
  _ objective: Objective, from start: [NDArray<Double>]? = nil, using optimizer: Method,
  until rule: StoppingRule = StoppingRule(), checkpoint: Checkpoint? = nil,
  observing observe: ((Progress) -> Progress.Answer)? = nil
) throws -> Solution {
  try rule.check()
  if let objection = optimizer.objection(to: objective) {
    throw ChainRuleError(.optimization, in: "minimize", operands: optimizer.name, saying: objection)
  }
  // Points, slopes and steps of a search, those of an evaluation, and those that are compared.
  let count = objective.layout.count
  let vectors = 32 + ((optimizer as? any EvaluatedOptimizer)?.rememberedVectors(of: count) ?? 2)
  try AvailableMemory.require(
    count, of: 8 * vectors, for: "\(vectors) vectors of \(counted(count, "coefficient"))",
    kind: .optimization,
    in: "minimize", operands: optimizer.name, mend: "use fewer coefficients")
  let evaluator = try Evaluator(objective)
  // Only a file needs to say what it belongs to, and a formula takes longer than many a fit.
  let subject = checkpoint == nil ? "" : "\(objective) using \(optimizer.name)"
  // A step of length 0 goes to the nearest point that no wall forbids, and shrinks nothing.
  let point = try evaluator.proximalPoint(objective.start(start), step: 0)
  let state = try optimizer.start(at: point, on: evaluator)
  let isOwn = optimizer is any EvaluatedOptimizer
  func current(_ state: Method.State) throws -> Iterate {
    try isOwn ? state.current : evaluator.verified(state.current)
  }
  var run = try Minimization(state, from: current(state), subject: subject, of: optimizer, on: evaluator)
  if let saved = try checkpoint?.load(inPlaceOf: run, on: evaluator) {
    run = saved
    evaluator.resume(from: saved.counts)
  }
  while true {
    let current = try current(run.state)
    let judgement = try Judgement(current, isOwn ? run.state.optimality : nil, evaluator, rule)
    run.record(value: judgement.value, stationarity: judgement.stationarity)
    run.counts = evaluator.counts
    let progress = Progress(
      iteration: run.iteration, value: judgement.value, stationarity: judgement.stationarity,
      point: current.point)
    let isCancelled = observe?(progress) == .stop || Task.isCancelled
    if var end = try judgement.end(
      iteration: run.iteration, extent: &run.extent, isCancelled: isCancelled)
    {
      let certificate =
        end.status == .converged ? try Certificate(current, evaluator, rule) : nil
      run.counts = evaluator.counts
      try checkpoint?.save(run)
      if end.status == .diverged, let advice = try optimizer.advice(afterDivergingFrom: point, on: evaluator)
      {
        end.reason += "; " + advice
      }
      return Solution(objective, current, judgement, end, run, certificate)
    }
    try checkpoint?.saveIfDue(run)
    try optimizer.step(&run.state, on: evaluator)
    run.iteration += 1
  }
}

extension Objective {
  /// The vector to start at.
  func start(_ arrays: [NDArray<Double>]?) throws -> [Double] {
    if let arrays {
      guard arrays.count == parameters.count else {
        throw Self.refuse(
          parameters.map(\.label).joined(separator: ", "),
          "\(arrays.count) starts for \(parameters.count) parameters",
          "give one for each")
      }
      let point = try layout.point(arrays)
      if let position = point.firstIndex(where: { !$0.isFinite }) {
        throw Self.refuse(
          layout.name(of: position), "the start is \(point[position])", "start at finite numbers")
      }
      return point
    }
    return try layout.point(
      zip(parameters, layout.shapes).map { parameter, shape in
        try parameter.initialValue ?? NDArray(repeating: 0, shape: shape)
      })
  }
}

extension StoppingRule {
  package func check() throws {
    func refuse(_ problem: String, _ mend: String) -> ChainRuleError {
      ChainRuleError(.optimization, in: "StoppingRule", problem: problem, mend: mend)
    }
    if !(tolerance >= 0 && tolerance.isFinite) {
      throw refuse("the tolerance is \(tolerance)", "it is 0 or more, and finite")
    }
    if maximumIterations < 0 { throw refuse("\(maximumIterations) steps at most", "it is 0 or more") }
  }
}
