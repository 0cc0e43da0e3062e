public import ChainRule
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

  /// Fits numbers, counts, or several numbers for each row.
  ///
  /// - Parameters:
  ///   - features: `[rows, features]`.
  ///   - targets: `[rows]`, or for several outputs by least squares `[rows, outputs]`.
  ///   - weights: A weight of 0 or more for each row's loss, 1 by default.
  ///   - optimizer: By default a truncated Newton method, or a proximal one where the penalty has kinks.
  ///   - rule: When to stop.
  ///   - checkpoint: A file in which the state is kept from time to time, and from which the fit is taken up if it is there.
  ///   - observe: Called after each step.
  /// - Throws: `ChainRuleError` if shapes do not fit, a number is not finite or no such target is possible.
  public func fit(
    _ features: NDArray<Double>, _ targets: NDArray<Double>, weights: NDArray<Double>? = nil,
    using optimizer: (any Optimizer)? = nil, until rule: StoppingRule = LinearModel.defaultRule,
    checkpoint: Checkpoint? = nil, observing observe: ((Progress) -> Progress.Answer)? = nil
  ) throws -> FittedModel {
    if family == .softmax {
      throw refuse("softmax needs classes", "call fit(_:labels:classCount:), or fit with a table")
    }
    let problem = try FitProblem(self, features, .numbers(targets), weights)
    return try problem.fit(using: optimizer, until: rule, checkpoint: checkpoint, observing: observe)
  }

  /// Fits classes, numbered from 0.
  ///
  /// ```swift
  /// let features: NDArray<Double> = [[0], [1], [2], [3], [4], [5]]
  /// let labels: IndexArray = [0, 0, 1, 0, 1, 1]
  /// let model = try LinearModel(.logistic, penalty: .ridge(0.01)).fit(features, labels: labels)
  /// try model.predictClasses([[0.5], [4.5]])  // [0 1]
  /// ```
  ///
  /// - Parameters:
  ///   - features: `[rows, features]`.
  ///   - labels: `[rows]`, each from 0 to below `classCount`.
  ///   - classCount: The number of classes, by default the greatest label and one more, which then is no
  ///     more than the number of rows; 2 for a logistic model.
  ///   - weights: A weight of 0 or more for each row's loss, 1 by default.
  ///   - optimizer: By default a truncated Newton method, or a proximal one where the penalty has kinks.
  ///   - rule: When to stop.
  ///   - checkpoint: A file in which the state is kept from time to time, and from which the fit is taken up if it is there.
  ///   - observe: Called after each step.
  /// - Throws: `ChainRuleError` if shapes do not fit, there is only one class, or a number is not finite.
  public func fit(
    _ features: NDArray<Double>, labels: IndexArray, classCount: Int? = nil, weights: NDArray<Double>? = nil,
    using optimizer: (any Optimizer)? = nil, until rule: StoppingRule = LinearModel.defaultRule,
    checkpoint: Checkpoint? = nil, observing observe: ((Progress) -> Progress.Answer)? = nil
  ) throws -> FittedModel {
    let problem = try FitProblem(self, features, .labels(labels, classCount), weights)
    return try problem.fit(using: optimizer, until: rule, checkpoint: checkpoint, observing: observe)
  }

  /// A tolerance of 1e-12 on the shortest subgradient, which the default methods reach in a few steps, and which leaves
  /// coefficients ten digits where features are not nearly dependent.
  public static let defaultRule = StoppingRule(tolerance: 1e-12, maximumIterations: 2000)

  func refuse(_ problem: String, _ mend: String = "") -> ChainRuleError {
    ChainRuleError(.data, in: "LinearModel.fit", operands: family.name, problem: problem, mend: mend)
  }
}
