/// Whether an objective has a minimum, decided by whoever knows more of it than its values and slopes.
///
/// A slope that is small may be that of a minimum or of a fall without end, and no finite number of values tells which. The form
/// of a loss can.
package protocol MinimumTest: Sendable {
  /// Decides, at a point where a search has come to its end.
  ///
  /// - Parameters:
  ///   - point: Where.
  ///   - gradient: The slope of the smooth part there.
  ///   - hessian: Computes its curvature there, by rows, if that is not too large.
  /// - Throws: What evaluating throws.
  func existence(
    at point: [Double], gradient: [Double], hessian: () throws -> [Double]?
  ) throws -> MinimumExistence
}

/// Whether there is a minimum.
package enum MinimumExistence: Sendable {
  /// There is one.
  case attained
  /// There is none, and why: a clause.
  case absent(String)
  /// Rounding errors stand in the way: a clause.
  case undecided(String)
}
