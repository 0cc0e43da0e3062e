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
    try crossValidate(PathData(self, features, targets, weights), folds, seed, PathFit(self, optimizer, rule))
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
    let data = PathData(self, features, labels, classCount, weights)
    return try crossValidate(data, folds, seed, PathFit(self, optimizer, rule))
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
    try crossValidate(
      PathData(self, table, target: target), folds, seed, PathFit(self, optimizer, rule))
  }

  private func crossValidate(
    _ data: PathData, _ count: Int, _ seed: UInt64, _ fit: PathFit
  ) throws -> CrossValidation {
    let whole = try fit.run(data)
    let folds = try RowSplit.folds(count, rowCount: data.rowCount, seed: seed, strata: data.strata(family))
    var (losses, scores, weights) = ([[Double]](), [[Double]](), [Double]())
    for fold in folds {
      let fitted = try fit.run(data.rows(fold.training), lambdas: whole.lambdas)
      let held = try HeldRows(family, data.rows(fold.test))
      weights.append(held.weight)
      losses.append(try fitted.models.map(held.loss))
      scores.append(try fitted.models.map(held.score))
    }
    return try CrossValidation(whole, folds, losses: losses, scores: scores, weights: weights)
  }
}

/// The rows of a fold that was kept back.
private struct HeldRows {
  private let family: Family
  private let data: PathData

  init(_ family: Family, _ data: PathData) {
    self.family = family
    self.data = data
  }

  /// What the rows count together.
  var weight: Double { data.weights?.elements.reduce(0, +) ?? Double(data.rowCount) }

  /// The mean loss of the rows.
  func loss(_ model: FittedModel) throws -> Double {
    if weight == 0 { return 0 }
    let outputs = model.intercepts.count
    let isVector = outputs == 1
    let eta = Tensor.input("η", shape: isVector ? [.batch] : [.batch, .fixed(outputs)])
    let predictors = try model.linearPredictors(data.features, in: "PenaltyPath.crossValidate")
    var bindings: Bindings<Double> = [
      eta: isVector
        ? NDArray(predictors) : try NDArray(shape: [data.rowCount, outputs], elements: predictors)
    ]
    let y: Tensor
    switch data.target {
    case .labels(let labels, let count) where family == .softmax:
      y = Tensor.indices("y", shape: [.batch], below: .fixed(count))
      bindings.bind(labels, to: y)
    case .labels(let labels, _):
      y = Tensor.input("y", shape: [.batch])
      bindings[y] = NDArray(labels.elements.map(Double.init))
    case .numbers(let numbers):
      y = Tensor.input("y", shape: isVector ? [.batch] : [.batch, .fixed(outputs)])
      bindings[y] = isVector ? try numbers.reshaped(to: [numbers.count]) : numbers
    }
    let losses = try Program<Double>(computing: [
      family.losses(eta, y, spread: FitProblem.spread(data.target, data.weights))
    ]).run(bindings).arrays[0].elements
    let width = losses.count / data.rowCount
    let sum = losses.enumerated().reduce(0) {
      $0 + (data.weights?.elements[$1.offset / width] ?? 1) * $1.element
    }
    return sum / weight
  }

  /// The score of the rows, without weights.
  func score(_ model: FittedModel) throws -> Double {
    switch data.target {
    case .labels(let labels, _): try model.score(data.features, labels: labels)
    case .numbers(let numbers):
      try model.score(
        data.features, model.intercepts.count == 1 ? numbers.reshaped(to: [numbers.count]) : numbers)
    }
  }
}
