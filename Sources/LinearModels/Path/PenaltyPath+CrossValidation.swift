public import ChainRule
public import Optimizers

extension PenaltyPath {
  /// Fits the path to all rows, and then without each fold in turn, to see how it predicts the rows left out.
  ///
  /// ```swift
  /// let features = try NDArray<Double>.normal(shape: [60, 3], seed: 1)
  /// let noise = try NDArray<Double>.normal(shape: [60], seed: 2)
  /// let targets = NDArray((0..<60).map { 2 * features[$0, 0] + 0.5 * noise[$0] })
  /// let checked = try PenaltyPath(.leastSquares, .lasso).crossValidate(features, targets, folds: 5, seed: 1)
  /// checked.largestLambdaWithinOneStandardError > checked.bestLambda  // true
  /// ```
  ///
  /// - Parameters:
  ///   - features: `[rows, features]`.
  ///   - targets: `[rows]`, or for several outputs by least squares `[rows, outputs]`.
  ///   - weights: A weight of 0 or more for each row's loss, 1 by default.
  ///   - folds: How many parts the rows are dealt into, at least 2.
  ///   - seed: One seed gives one partition.
  ///   - optimizer: As for a fit.
  ///   - rule: When to stop each fit.
  /// - Throws: `ChainRuleError` as `fit` does, and if there are fewer rows than folds.
  public func crossValidate(
    _ features: NDArray<Double>, _ targets: NDArray<Double>, weights: NDArray<Double>? = nil,
    folds: Int = 10, seed: UInt64, using optimizer: (any Optimizer)? = nil,
    until rule: StoppingRule = LinearModel.defaultRule
  ) throws -> CrossValidation {
    try crossValidate(data(features, targets, weights), folds, seed, PathFit(self, optimizer, rule))
  }

  /// The same for classes, each of which is dealt evenly to the folds.
  ///
  /// - Parameters:
  ///   - features: `[rows, features]`.
  ///   - labels: `[rows]`, each from 0 to below `classCount`.
  ///   - classCount: The number of classes, by default the greatest label and one more.
  ///   - weights: A weight of 0 or more for each row's loss, 1 by default.
  ///   - folds: How many parts the rows are dealt into, at least 2.
  ///   - seed: One seed gives one partition.
  ///   - optimizer: As for a fit.
  ///   - rule: When to stop each fit.
  /// - Throws: `ChainRuleError` as `fit` does, and if there are fewer rows than folds.
  public func crossValidate(
    _ features: NDArray<Double>, labels: IndexArray, classCount: Int? = nil, weights: NDArray<Double>? = nil,
    folds: Int = 10, seed: UInt64, using optimizer: (any Optimizer)? = nil,
    until rule: StoppingRule = LinearModel.defaultRule
  ) throws -> CrossValidation {
    try crossValidate(
      data(features, labels, classCount, weights), folds, seed, PathFit(self, optimizer, rule))
  }

  /// The same for a column of a table, whose other columns are encoded as they are for all rows.
  ///
  /// - Parameters:
  ///   - table: The data.
  ///   - target: The column to predict: numbers, or for a classifier classes.
  ///   - folds: How many parts the rows are dealt into, at least 2.
  ///   - seed: One seed gives one partition.
  ///   - optimizer: As for a fit.
  ///   - rule: When to stop each fit.
  /// - Throws: `ChainRuleError` as `fit` does, and if there are fewer rows than folds.
  public func crossValidate(
    _ table: Table, target: String, folds: Int = 10, seed: UInt64, using optimizer: (any Optimizer)? = nil,
    until rule: StoppingRule = LinearModel.defaultRule
  ) throws -> CrossValidation {
    try crossValidate(data(table, target: target), folds, seed, PathFit(self, optimizer, rule))
  }

  private func crossValidate(
    _ data: FitData, _ count: Int, _ seed: UInt64, _ fit: PathFit
  ) throws -> CrossValidation {
    let whole = try fit.run(data)
    // Rows of weight 0 are in no fold, as if they were absent.
    let counting = data.weights.map { weights in (0..<data.rowCount).filter { weights[$0] > 0 } }
    let rows = counting ?? Array(0..<data.rowCount)
    let strata = data.strata(family).map { strata in rows.map { strata[$0] } }
    let folds = try RowSplit.folds(count, rowCount: rows.count, seed: seed, strata: strata)
      .map { counting == nil ? $0 : $0.mapped(rows) }
    let checks = try folds.enumerated().map { index, fold in
      do {
        return try FoldCheck(fit, data, fold, lambdas: whole.lambdas)
      } catch let error as ChainRuleError {
        throw ChainRuleError(
          error.kind, in: "PenaltyPath.crossValidate", operands: "fold \(index + 1) of \(count)",
          problem: "the rows to learn from cannot be fitted: \(error.problem)",
          mend: "take fewer folds, or add rows of what is rare")
      }
    }
    return try CrossValidation(whole, folds, checks, data)
  }
}
