import ChainRule
public import Optimizers

/// A linear model before it is fitted: what it predicts, its penalty, and how features are treated.
///
/// ```swift
/// let features: NDArray<Double> = [[1], [2], [3], [4]]
/// let targets: NDArray<Double> = [3, 5, 7, 9]
/// let fitted = try LinearModel(.leastSquares).fit(features, targets)
/// print(fitted.coefficients, fitted.intercept)  // [[2.]] 1.0
/// let ridge = try LinearModel(.leastSquares, penalty: .ridge(0.1)).fit(features, targets)
/// print(ridge.coefficients, ridge.intercept)    // [[1.81818182]] 1.454545454545455
/// ```
///
/// What is minimised is always `(1/N) Σ loss + penalty`, of features brought to one scale if `standardizes`, with the
/// intercept never penalised; and no penalty is applied that was not asked for.
public struct LinearModel: Hashable, Codable, Sendable, CustomStringConvertible {
  /// What the model predicts, and its loss.
  public var family: Family
  /// The penalty on the coefficients.
  public var penalty: Penalty
  /// Whether features are brought to mean 0 and standard deviation 1 before fitting.
  ///
  /// Coefficients are given in the units of the data all the same. Without an intercept nothing is taken off the
  /// features, only their scale changes.
  public var standardizes: Bool
  /// Whether there is an intercept, which is never penalised.
  public var hasIntercept: Bool

  /// Describes a model.
  ///
  /// ```swift
  /// let model = LinearModel(.logistic, penalty: .lasso(0.1), hasIntercept: false)
  /// print(model)  // logistic + 0.1 Σ |w|, features standardised, no intercept
  /// ```
  public init(
    _ family: Family, penalty: Penalty = .none, standardizes: Bool = true, hasIntercept: Bool = true
  ) {
    self.family = family
    self.penalty = penalty
    self.standardizes = standardizes
    self.hasIntercept = hasIntercept
  }

  /// What the model is in one line, such as `linear + 0.2 Σ |w|, features as they are`: what the numbers of other libraries
  /// have become, too.
  public var description: String {
    let terms = [
      penalty.formula(of: "w").map { " + " + $0 }, penalty.condition(on: "w").map { " subject to " + $0 },
    ]
    return family.name + terms.compactMap(\.self).joined() + ", features "
      + (standardizes ? "standardised" : "as they are") + (hasIntercept ? "" : ", no intercept")
  }

  func refuse(_ problem: String, _ mend: String = "") -> ChainRuleError {
    ChainRuleError(.data, in: "LinearModel.fit", operands: family.name, problem: problem, mend: mend)
  }
}
