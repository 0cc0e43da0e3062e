import ChainRule
import Foundation
import LinearModels

/// The fits of W11, with the penalties of scikit-learn.
///
/// A fit takes as many threads as there are processors, since models have no setting for it; `compare` gives the whole
/// process fewer processors.
enum FitKind: Sendable {
  case logistic, ridge, lasso, elasticNet

  /// How far the objective may be above the optimum, relative to it.
  static let gap = 1e-6

  func model(rows: Int) -> LinearModel {
    switch self {
    case .logistic: .scikitLogistic(C: 1, rowCount: rows)
    case .ridge: .scikitRidge(alpha: 1, rowCount: rows)
    case .lasso: .scikitLasso(alpha: 0.1)
    case .elasticNet: .scikitElasticNet(alpha: 0.1, ratio: 0.5)
    }
  }

  /// The objective in the units of scikit-learn, computed without the library; the intercept comes last.
  func objective(_ data: Dataset<Double>, at point: [Double]) -> Double {
    let (X, rows) = (data.features?.elements ?? [], data.rows)
    let w = point.dropLast()
    var predictions = rowProducts(X, Array(w))
    for row in predictions.indices { predictions[row] += point[point.count - 1] }
    let (squares, sizes) = (w.reduce(0) { $0 + $1 * $1 }, w.reduce(0) { $0 + abs($1) })
    if self == .logistic {
      let labels = data.labels?.elements ?? []
      return 0.5 * squares
        + zip(predictions, labels).reduce(0.0) { $0 + RowLoss.logistic.plain($1.0, Double($1.1)) }
    }
    let targets = data.targets?.elements ?? []
    let residuals = zip(predictions, targets).reduce(0.0) { $0 + RowLoss.squared.plain($1.0, $1.1) }
    return switch self {
    case .lasso: residuals / Double(2 * rows) + 0.1 * sizes
    case .elasticNet: residuals / Double(2 * rows) + 0.05 * sizes + 0.025 * squares
    default: residuals + squares
    }
  }

  /// Fits in at most `iterations` steps; coefficients and then the intercept.
  func fit(_ data: Dataset<Double>, iterations: Int = LinearModel.defaultRule.maximumIterations) throws
    -> [Double]
  {
    guard let features = data.features else { return [] }
    var rule = LinearModel.defaultRule
    rule.maximumIterations = iterations
    let model = model(rows: data.rows)
    let fitted: FittedModel
    if let labels = data.labels {
      fitted = try model.fit(features, labels: labels, until: rule)
    } else if let targets = data.targets {
      fitted = try model.fit(features, targets, until: rule)
    } else {
      return []
    }
    return fitted.coefficients.elements + [fitted.intercept]
  }

  /// Makes the fit ready that takes the fewest steps to come within `gap` of `optimum`.
  ///
  /// - Parameters:
  ///   - data: The features with labels or targets.
  ///   - optimum: The least value of the objective; nil to find it by a fit to the end.
  func prepared(_ data: Dataset<Double>, optimum: Double?) throws -> Prepared {
    let least = try optimum ?? objective(data, at: fit(data))
    var iterations = 1
    while iterations < 400,
      !(try objective(data, at: fit(data, iterations: iterations)) - least <= Self.gap * abs(least))
    {
      iterations += 1
    }
    let steps = iterations
    return Prepared(
      call: { _ = try fit(data, iterations: steps) },
      outcome: {
        let point = try fit(data, iterations: steps)
        return Outcome(loss: objective(data, at: point), gradient: point)
      }, work: Work(bytes: (data.features?.count ?? 0) * 8))
  }
}
