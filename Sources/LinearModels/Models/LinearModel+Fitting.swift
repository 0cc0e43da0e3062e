public import ChainRule
public import Optimizers

extension LinearModel {
  /// Fits numbers, counts, or several numbers for each row.
  ///
  /// ```swift
  /// let lengths: NDArray<Double> = [[1], [2], [3], [4], [5]]
  /// let median = try LinearModel(.quantile(0.5)).fit(lengths, [2, 4, 6, 8, 1000])
  /// try median.predict([[10]])  // [20.]
  /// ```
  ///
  /// - Parameters:
  ///   - features: `[rows, features]`.
  ///   - targets: `[rows]`, or for several outputs by least squares `[rows, outputs]`.
  ///   - weights: A weight of 0 or more for each row's loss, 1 by default.
  ///   - optimizer: By default a truncated Newton method, or a proximal one where the penalty has kinks.
  ///   - rule: When to stop.
  ///   - checkpoint: A file that keeps the state of a search from time to time, and from which it is taken up if it is there.
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
    let problem = try FitProblem(self, FitData(features, .numbers(targets), weights: weights))
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
  ///   - checkpoint: A file that keeps the state of a search from time to time, and from which it is taken up if it is there.
  ///   - observe: Called after each step.
  /// - Throws: `ChainRuleError` if shapes do not fit, there is only one class, or a number is not finite.
  public func fit(
    _ features: NDArray<Double>, labels: IndexArray, classCount: Int? = nil, weights: NDArray<Double>? = nil,
    using optimizer: (any Optimizer)? = nil, until rule: StoppingRule = LinearModel.defaultRule,
    checkpoint: Checkpoint? = nil, observing observe: ((Progress) -> Progress.Answer)? = nil
  ) throws -> FittedModel {
    let problem = try FitProblem(
      self, FitData(features, .labels(labels, classCount, weights), weights: weights))
    return try problem.fit(using: optimizer, until: rule, checkpoint: checkpoint, observing: observe)
  }

  /// A tolerance of 1e-12, which the default methods reach in a few steps, and which leaves coefficients ten digits where features are
  /// not nearly dependent.
  public static let defaultRule = StoppingRule(tolerance: 1e-12, maximumIterations: 2000)
}
