public import ChainRule

/// A method that needs gradients only: a rule, a learning rate with its schedule, and the rows that each step reads.
public struct FirstOrderMethod: Optimizer, EvaluatedOptimizer {
  /// How a gradient becomes a step.
  public var rule: UpdateRule
  /// The learning rate η.
  public var learningRate: Double
  /// How the rate changes.
  public var schedule = Schedule.constant
  /// The greatest length of a gradient, to which longer ones are shortened; infinite by default.
  public var clipping = Double.infinity
  /// The rows that each step reads: all by default.
  public var batches = Batches.all

  /// Creates a method that reads all rows in each step, at a constant rate.
  ///
  /// ```swift
  /// FirstOrderMethod(.momentum(0.95), learningRate: 0.01).name  // momentum
  /// ```
  public init(_ rule: UpdateRule, learningRate: Double) {
    self.rule = rule
    self.learningRate = learningRate
  }

  /// The rule, and the batches if there are any.
  public var name: String { rule.name + (batches == .all ? "" : ", \(batches)") }

  /// What it remembers between steps.
  public struct State: OptimizerState {
    /// Where the search is.
    public var current: Iterate
    var memory: UpdateMemory
    var steps = 0
    var plateaus = 0
    var best: Double
    var sinceBest = 0
    /// The lowest value and the least slope of all steps, and how many steps have gone by without either.
    var lowest = Double.infinity
    var flattest = Double.infinity
    var idle = 0
    var order: BatchOrder?

    /// Whether the memory has an element for each coefficient, the counts are some, and the batches are of the objective's
    /// rows.
    public func fits(_ evaluator: Evaluator) -> Bool {
      let n = evaluator.dimension
      return current.fits(n) && memory.first.count == n && memory.second.count == n
        && [steps, plateaus, sinceBest, idle].allSatisfy(\.isCount)
        && order.map { $0.fits(evaluator) } ?? true
    }
  }

  /// Objectives with kinks or walls need a proximal method, and batches a mean over rows.
  public func objection(to objective: Objective) -> Sentence? {
    if let problem = rule.problem ?? schedule.problem { return Sentence(problem) }
    if !(learningRate > 0 && learningRate.isFinite) {
      return "the learning rate is \(learningRate), and a finite number above 0 is needed"
    }
    if !(clipping > 0) { return "gradients are clipped to \(clipping), not to a length above 0" }
    if !objective.isSmooth {
      return "\(name) follows gradients, and \(objective.kinks)"
    }
    return batches.objection(to: objective)
  }

  /// The state at a point, with an empty memory.
  public func start(at point: [Double], on evaluator: Evaluator) throws -> State {
    let current = try Iterate(at: point, on: evaluator)
    return State(
      current: current, memory: UpdateMemory(dimension: point.count), best: current.value,
      order: try BatchOrder(batches, evaluator))
  }

  /// One update; with batches, one pass over all rows.
  public func step(_ state: inout State, on evaluator: Evaluator) throws {
    let factor = schedule.factor(step: state.steps, plateaus: state.plateaus)
    func update(_ gradient: [Double]) {
      state.steps += 1
      rule.update(
        &state.current.point, clipped(gradient), rate: learningRate * factor, &state.memory)
    }
    if var order = state.order {
      try order.forEachBatch(of: evaluator) {
        update(try evaluator.smoothGradient(at: state.current.point).gradient)
      }
      state.order = order
    } else {
      update(state.current.gradient)
    }
    state.current = try Iterate(at: state.current.point, on: evaluator)
    watch(&state)
  }

  private func clipped(_ gradient: [Double]) -> [Double] {
    // Of a gradient of size 1 no square overflows.
    let size = greatestMagnitude(gradient)
    guard clipping.isFinite && size > 0 && size.isFinite else { return gradient }
    let unit = gradient.map { $0 / size }
    let length = dot(unit, unit).squareRoot()
    return size * length > clipping ? unit.map { $0 * (clipping / length) } : gradient
  }

  /// After so many steps of which none has a lower value or a smaller slope, there is nothing to wait for.
  private static let mostIdle = 10_000

  private func watch(_ state: inout State) {
    let slope = greatestMagnitude(state.current.gradient)
    state.idle = state.current.value < state.lowest || slope < state.flattest ? 0 : state.idle + 1
    state.lowest = Swift.min(state.lowest, state.current.value)
    state.flattest = Swift.min(state.flattest, slope)
    if state.idle >= Self.mostIdle { state.current.isStuck = true }
    guard let patience = schedule.patience else { return }
    state.sinceBest += 1
    if state.current.value < state.best {
      state.best = state.current.value
      state.sinceBest = 0
    } else if state.sinceBest >= patience {
      state.plateaus += 1
      state.sinceBest = 0
    }
  }
}
