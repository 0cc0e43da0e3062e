import ChainRule

/// The linear model of the residuals at a point, factored.
struct ResidualModel {
  let linear: Linearization
  let damped: DampedLeastSquares
  let optimality: LeastSquaresOptimality

  init(_ linear: Linearization) throws {
    self.linear = linear
    damped = try DampedLeastSquares(jacobian: linear.jacobian, residuals: linear.residuals)
    optimality = try LeastSquaresOptimality(linear, damped)
  }

  /// The point with the value, the gradient 2 Jᵀ r and how far it is from a minimum.
  var iterate: Iterate {
    var gradient = [Double](repeating: 0, count: linear.point.count)
    let m = gradient.count
    linear.jacobian.withElements { elements in
      for (i, residual) in linear.residuals.elements.enumerated() {
        for j in 0..<m { gradient[j] += 2 * elements[i * m + j] * residual }
      }
    }
    var iterate = Iterate(point: linear.point, value: linear.sumOfSquares, gradient: gradient)
    iterate.optimality = optimality
    return iterate
  }
}

extension Linearization {
  /// |r|².
  var sumOfSquares: Double { residuals.elements.reduce(0) { $0 + $1 * $1 } }
}

extension Evaluation {
  /// The model of residuals just computed; nil where not all numbers are finite.
  func model(_ linear: Linearization) throws -> ResidualModel? {
    guard linear.isFinite else { return nil }
    let model = try ResidualModel(linear)
    lastModel = model
    return model
  }

  /// The model at the point where the search is.
  ///
  /// It was computed to judge that point. Where another process did so it is computed again, and not counted again.
  func model(at point: [Double]) throws -> ResidualModel? {
    if let lastModel, lastModel.linear.point == point { return lastModel }
    let counted = counts
    defer { counts = counted }
    return try model(linearizedResiduals(at: point))
  }
}
