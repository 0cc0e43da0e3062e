extension Evaluator {
  /// Whether the objective has a minimum; nil where nobody knows.
  ///
  /// It is asked once, and what that takes is not counted.
  func minimumExistence(at point: [Double], gradient: [Double]) throws -> MinimumExistence? {
    if let known = knownExistence { return known }
    guard let test = objective.minimumTest else { return nil }
    let counted = counts
    defer { counts = counted }
    let found = try test.existence(at: point, gradient: gradient) { try hessian(at: point) }
    knownExistence = found
    return found
  }
}
