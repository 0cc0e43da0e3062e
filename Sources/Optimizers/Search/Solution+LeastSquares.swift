import ChainRule

extension Solution {
  /// What solving linear least squares by a factorisation ended with; nil if it did not come to six digits.
  ///
  /// - Parameter point: The solution as a point of the objective.
  package init?(
    _ objective: Objective, _ fit: LeastSquaresSolution, at point: [Double], until rule: StoppingRule
  ) throws {
    let evaluator = try Evaluator(objective)
    guard fit.lastCorrection <= 1e-6, let current = try Iterate(trying: point, on: evaluator) else {
      return nil
    }
    let certificate = try Certificate(current, evaluator, rule)
    self.objective = objective
    self.point = point
    value = current.value
    self.certificate = certificate
    stationarity = certificate.stationarity
    iterations = fit.steps
    counts = evaluator.counts
    history = [Record(iteration: iterations, value: value, stationarity: stationarity)]
    verdict = Verdict(
      status: .converged,
      reason:
        "a factorisation, refined until coefficients moved by \(short(fit.lastCorrection)) ≤ 1e-6 of themselves"
    )
  }
}
