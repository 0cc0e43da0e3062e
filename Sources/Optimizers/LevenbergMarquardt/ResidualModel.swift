import ChainRule

/// The linear model of the residuals at a point, factored.
struct ResidualModel: Sendable {
  let linear: Linearization
  let damped: DampedLeastSquares
  let optimality: LeastSquaresOptimality

  /// The model of residuals just computed; nil where not all numbers are finite.
  init?(_ linear: Linearization) throws {
    guard linear.isFinite else { return nil }
    self.linear = linear
    damped = try DampedLeastSquares(jacobian: linear.jacobian, residuals: linear.residuals)
    optimality = try LeastSquaresOptimality(linear, damped)
  }

  /// The model at a point where it was computed before, and so is not counted again; nil where not all numbers are finite.
  init?(anewAt point: [Double], on evaluator: Evaluator) throws {
    let counted = evaluator.counts
    defer { evaluator.counts = counted }
    try self.init(evaluator.linearizedResiduals(at: point))
  }

  /// The point with the value and the gradient 2 Jᵀ r.
  var iterate: Iterate {
    var gradient = [Double](repeating: 0, count: linear.point.count)
    let m = gradient.count
    linear.jacobian.withElements { elements in
      for (i, residual) in linear.residuals.elements.enumerated() {
        for j in 0..<m { gradient[j] += 2 * elements[i * m + j] * residual }
      }
    }
    return Iterate(point: linear.point, value: linear.sumOfSquares, gradient: gradient)
  }
}

extension Linearization {
  /// |r|².
  var sumOfSquares: Double { residuals.elements.reduce(0) { $0 + $1 * $1 } }
}
