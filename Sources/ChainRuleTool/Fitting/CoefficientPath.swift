import Foundation
import LinearModels
import Optimizers

/// The coefficients of one model for penalties from strong to weak, on both sides of the one that was asked for.
struct CoefficientPath {
  /// The λ of each fit, descending.
  let lambdas: [Double]
  /// The coefficients of the standardised features for each λ, features first.
  let coefficients: [[Double]]
  /// The λ that was asked for.
  let chosen: Double

  /// How many fits there are, and how many decades of λ lie on each side of the one asked for.
  private static let (count, decades) = (25, 2.0)

  /// Fits the models; nil for a penalty without a λ above 0.
  init?(of model: LinearModel, on table: Table, target: String) throws {
    let (kind, lambda): (PenaltyPath.Kind, Double)
    switch model.penalty {
    case .ridge(let factor): (kind, lambda) = (.ridge, factor)
    case .lasso(let factor): (kind, lambda) = (.lasso, factor)
    case .elasticNet(let factor, let mixing): (kind, lambda) = (.elasticNet(mixing: mixing), factor)
    case .none, .groupLasso, .nonNegative, .box: return nil
    }
    if lambda == 0 { return nil }
    chosen = lambda
    let path = PenaltyPath(
      model.family, kind,
      lambdas: (0..<Self.count).map { position in
        lambda * pow(10, Self.decades * (1 - 2 * Double(position) / Double(Self.count - 1)))
      }.filter(\.isFinite), standardizes: model.standardizes, hasIntercept: model.hasIntercept)
    let fitted = try path.fit(
      table, target: target,
      until: StoppingRule(tolerance: 1e-6, maximumIterations: 200, checksCurvature: false))
    // What was not fitted has no place in the picture.
    let shown = zip(fitted.lambdas, fitted.models).filter { $1.outcome.status == .converged && $1.isFinite }
    if shown.count < 2 { return nil }
    lambdas = shown.map(\.0)
    coefficients = shown.map(\.1.standardizedCoefficients.elements)
  }
}
