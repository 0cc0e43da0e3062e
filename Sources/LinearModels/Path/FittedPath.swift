public import ChainRule
public import Optimizers

/// The models of a path, from the greatest penalty down.
public struct FittedPath: Sendable {
  /// What was fitted.
  public let path: PenaltyPath
  /// The factors of the penalties, from the greatest down.
  public let lambdas: [Double]
  /// One model for each λ, to predict with.
  public let models: [FittedModel]
  /// The share of the deviance of a model without features that each model explains: of least squares R².
  public let devianceShares: [Double]

  init(_ path: PenaltyPath, _ lambdas: [Double], _ models: [FittedModel], _ shares: [Double]) {
    self.path = path
    self.lambdas = lambdas
    self.models = models
    devianceShares = shares
  }

  /// The coefficients in the units of the data, `[penalties, features, outputs]`.
  public var coefficients: NDArray<Double> { stacked { $0.coefficients } }

  /// The coefficients of features at mean 0 and standard deviation 1, `[penalties, features, outputs]`.
  public var standardizedCoefficients: NDArray<Double> { stacked { $0.standardizedCoefficients } }

  /// The intercepts, `[penalties, outputs]`.
  public var intercepts: NDArray<Double> { stacked { NDArray($0.intercepts) } }

  /// What was reached of the objective, penalty included.
  public var values: [Double] { models.map(\.outcome.value) }

  /// How many coefficients are not 0.
  public var nonZeroCounts: [Int] { models.map { $0.coefficients.elements.count { $0 != 0 } } }

  /// How each fit ended.
  public var statuses: [Solution.Status] { models.map(\.outcome.status) }

  private func stacked(_ part: (FittedModel) -> NDArray<Double>) -> NDArray<Double> {
    let parts = models.map(part)
    let elements = parts.flatMap(\.elements)
    return .initialized(shape: [parts.count] + (parts.first?.shape ?? [])) { target in
      for (index, element) in elements.enumerated() { target[index] = element }
    }
  }
}
