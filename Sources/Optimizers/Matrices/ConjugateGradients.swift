/// The method of conjugate gradients for H p = b, one direction after the other, from p = 0.
///
/// The caller forms the product of H with each direction, and decides when to stop and what a curvature that is not positive
/// means.
///
/// - Source: M. R. Hestenes, E. Stiefel, "Methods of conjugate gradients for solving linear systems", J. Res. Natl. Bur.
///   Stand. 49 (1952); Nocedal and Wright, Numerical Optimization (2006), algorithm 5.2.
struct ConjugateGradients {
  /// p so far.
  private(set) var step: [Double]
  /// b − H p.
  private(set) var residual: [Double]
  /// Where the next step goes.
  private(set) var direction: [Double]
  /// |residual|²: by this much the model falls for each unit along the direction, before it bends.
  private(set) var squares: Double

  init(solving right: [Double]) {
    step = right.map { _ in 0 }
    residual = right
    direction = right
    squares = dot(right, right)
  }

  /// Moves along the direction, and stays with it.
  mutating func move(by length: Double) {
    for index in step.indices { step[index] += length * direction[index] }
  }

  /// Moves to where the model is least along the direction, and takes the next direction.
  ///
  /// - Parameters:
  ///   - product: H times the direction.
  ///   - curvature: The direction times that.
  mutating func descend(_ product: [Double], curvature: Double) {
    let length = squares / curvature
    move(by: length)
    for index in residual.indices { residual[index] -= length * product[index] }
    let next = dot(residual, residual)
    for index in direction.indices {
      direction[index] = residual[index] + next / squares * direction[index]
    }
    squares = next
  }
}
