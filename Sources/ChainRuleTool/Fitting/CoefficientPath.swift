import ChainRule
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
    guard let lambda = model.penalty.strength, lambda > 0 else { return nil }
    chosen = lambda
    var (lambdas, coefficients) = ([Double](), [[Double]]())
    for position in 0..<Self.count {
      let power = Self.decades * (1 - 2 * Double(position) / Double(Self.count - 1))
      var other = model
      other.penalty = model.penalty.with(strength: lambda * pow(10, power))
      let fitted = try other.fit(
        table, target: target,
        until: StoppingRule(tolerance: 1e-6, maximumIterations: 200, checksCurvature: false))
      let own = fitted.standardizedCoefficients.elements
      // What was not fitted has no place in the picture.
      guard fitted.outcome.status == .converged, own.allSatisfy(\.isFinite) else { continue }
      lambdas.append(lambda * pow(10, power))
      coefficients.append(own)
    }
    if lambdas.count < 2 { return nil }
    (self.lambdas, self.coefficients) = (lambdas, coefficients)
  }
}

extension Penalty {
  /// The λ of a ridge, a lasso or an elastic net.
  fileprivate var strength: Double? {
    switch self {
    case .ridge(let lambda), .lasso(let lambda), .elasticNet(let lambda, _): lambda
    default: nil
    }
  }

  /// The same with another λ.
  fileprivate func with(strength lambda: Double) -> Penalty {
    switch self {
    case .ridge: .ridge(lambda)
    case .lasso: .lasso(lambda)
    case .elasticNet(_, let mixing): .elasticNet(lambda, mixing: mixing)
    default: self
    }
  }
}
