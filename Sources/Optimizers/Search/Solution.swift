public import ChainRule

/// What a minimisation ended with, and why.
///
/// ```swift
/// let w = Tensor.parameter("w", shape: [2])
/// let objective = try Objective(squared(w[0] - 3) + 10 * squared(w[1] + 1))
/// let solution = try minimize(objective, using: .truncatedNewton())
/// solution.isConverged       // true
/// solution.value < 1e-20     // true
/// try solution[w]            // [ 3. -1.]
/// solution.history.count > 1 // true
/// ```
public struct Solution: Sendable, CustomStringConvertible {
  /// How it ended.
  public typealias Status = Verdict.Status

  /// One line of the history.
  public struct Record: Codable, Hashable, Sendable {
    /// Steps done.
    public let iteration: Int
    /// The objective, penalties included.
    public let value: Double
    /// The greatest element of the shortest subgradient.
    public let stationarity: Double
  }

  /// What was minimised.
  public let objective: Objective
  /// All coefficients, in the order of the objective's parameters.
  public let point: [Double]
  /// The objective, penalties included; of an objective to maximise, the gain.
  public let value: Double
  /// How it ended, and why.
  public let verdict: Verdict
  /// The greatest element of the shortest subgradient: 0 at a stationary point.
  public let stationarity: Double
  /// Steps done.
  public let iterations: Int
  /// What was evaluated on the way.
  public let counts: Evaluator.Counts
  /// The value and the stationarity from step to step; every step up to 1000, then ever fewer.
  public let history: [Record]
  /// How near to the optimum it is; nil unless it converged.
  public let certificate: Certificate?

  init<State>(
    _ objective: Objective, _ current: Iterate, _ judgement: Judgement, _ verdict: Verdict,
    _ run: Minimization<State>, _ certificate: Certificate?
  ) {
    self.objective = objective
    point = current.point
    value = objective.isMaximized ? -judgement.value : judgement.value
    self.verdict = verdict
    stationarity = judgement.stationarity
    iterations = run.iteration
    counts = run.counts
    history = run.history
    self.certificate = certificate
  }

  /// How it ended.
  public var status: Status { verdict.status }

  /// The condition that ended it, with its numbers, such as `‖∇f‖∞ = 3.1e-11 ≤ 1e-10`; and what to do about it.
  ///
  /// ```swift
  /// let w = Tensor.parameter("w", shape: [])
  /// let solution = try minimize(Objective(squared(w - 1)), using: .gradientDescent(learningRate: 1.1))
  /// solution.reason  // f = 1.04e6 > 1.0e6, a million times the start; … 0.5 works
  /// ```
  public var reason: String { verdict.reason }

  /// How it ended, at which value, and why.
  public var description: String { "\(status.rawValue) at \(value) after \(iterations) steps: \(reason)" }

  /// Whether it ended at a minimum, to the tolerance asked for.
  public var isConverged: Bool { status == .converged }

  /// The array found for a parameter.
  ///
  /// ```swift
  /// let (a, b) = (Tensor.parameter("a", shape: []), Tensor.parameter("b", shape: [2]))
  /// let solution = try minimize(Objective(squared(a - 1) + sum(squared(b - a))), using: .truncatedNewton())
  /// print(try solution[a], try solution[b])  // 1.0 [1. 1.]
  /// ```
  ///
  /// - Throws: `ChainRuleError` if the objective has no such parameter.
  public subscript(parameter: Tensor) -> NDArray<Double> {
    get throws {
      guard let position = objective.parameters.firstIndex(of: parameter) else {
        throw ChainRuleError(
          .optimization, in: "Solution", operands: parameter.labelled,
          problem: "it is not a parameter of the objective",
          mend: "the objective has \(objective.parameters.map(\.label).joined(separator: ", "))")
      }
      let layout = objective.layout
      return try NDArray(shape: layout.shapes[position], elements: point[layout.ranges[position]])
    }
  }
}
