public import Optimizers

/// How a fit ended: what of its solution is kept in a file.
public struct FitOutcome: Hashable, Codable, Sendable {
  /// The function that was minimised.
  public let objective: String
  /// Its value.
  public let value: Double
  /// How the search ended.
  public let status: Solution.Status
  /// The condition that ended it.
  public let reason: String
  /// The greatest element of the shortest subgradient.
  public let stationarity: Double
  /// Steps done.
  public let iterations: Int
  /// What was evaluated on the way.
  public let counts: Evaluator.Counts

  /// How near to the optimum it is; nil unless it converged.
  public let certificate: Certificate?

  init(_ solution: Solution, _ objective: Objective) {
    self.objective = objective.formula
    value = solution.value
    status = solution.status
    reason = solution.reason
    stationarity = solution.stationarity
    iterations = solution.iterations
    counts = solution.counts
    certificate = solution.certificate
  }
}
