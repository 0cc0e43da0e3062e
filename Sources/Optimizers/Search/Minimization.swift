import ChainRule

/// A minimisation under way: everything that a later process needs to continue it with the same numbers.
public struct Minimization<State: OptimizerState>: Codable, Sendable {
  /// What the optimizer remembers.
  public internal(set) var state: State
  /// Steps done.
  public internal(set) var iteration = 0
  /// The value and the stationarity from step to step.
  public internal(set) var history: [Solution.Record] = []
  /// The objective and the optimizer that it belongs to, in words.
  let subject: String
  /// The settings of the optimizer by name, as text.
  let settings: [String: String]
  /// Where it started, and how far it has come.
  var extent: SearchExtent
  /// What the evaluations before this process amount to.
  var counts: Evaluator.Counts

  init(
    _ state: State, from start: Iterate, subject: String, of optimizer: some Optimizer,
    on evaluator: Evaluator
  ) throws {
    self.state = state
    self.subject = subject
    // An optimizer is a value that holds its settings, one property for each; so those of others' own are seen as well.
    settings = Dictionary(
      Mirror(reflecting: optimizer).children.compactMap { name, value in name.map { ($0, "\(value)") } }
    ) { first, _ in first }
    extent = try SearchExtent(start, evaluator)
    counts = Evaluator.Counts()
  }

  /// Whether the counts are such as a search leaves; a file may say anything.
  var isSound: Bool {
    iteration.isCount && history.allSatisfy { (0...iteration).contains($0.iteration) }
      && [counts.values, counts.gradients, counts.products, counts.jacobians].allSatisfy(\.isCount)
  }

  /// Adds a record; beyond 1000 of them, only steps whose number is a multiple of an ever greater power of two stay.
  mutating func record(value: Double, stationarity: Double) {
    let record = Solution.Record(iteration: iteration, value: value, stationarity: stationarity)
    if let last = history.last, last.iteration == iteration { history.removeLast() }
    history.append(record)
    if history.count > 2000 {
      let stride = 2 * Swift.max(1, history[1].iteration - history[0].iteration)
      history = history.filter { $0.iteration.isMultiple(of: stride) || $0.iteration == iteration }
    }
  }
}

extension Int {
  /// Whether a count can have come to this, with room left to count on.
  var isCount: Bool { self >= 0 && self < 1 << 53 }
}

/// What an observer of a minimisation is shown after each step.
///
/// ```swift
/// let w = Tensor.parameter("w", shape: [2])
/// let objective = try Objective(squared(w[0] - 3) + 10 * squared(w[1] + 1))
/// let solution = try minimize(objective, using: .gradientDescent(learningRate: 0.01)) { progress in
///   progress.value < 5 ? .stop : .continue
/// }
/// print(solution.status, solution.value < 5)  // cancelled true
/// ```
public struct Progress: Sendable {
  /// Steps done.
  public let iteration: Int
  /// The objective, penalties included.
  public let value: Double
  /// The greatest element of the shortest subgradient.
  public let stationarity: Double
  /// All coefficients, in the order of the objective's parameters.
  public let point: [Double]

  /// What an observer answers.
  public enum Answer: Sendable {
    /// Go on.
    case `continue`
    /// Stop here; the solution says that it was cancelled.
    case stop
  }
}
