/// How well the models of a path predict rows that they were not fitted to.
public struct CrossValidation: Sendable {
  /// The path fitted to all rows.
  public let path: FittedPath
  /// The factors of the penalties, from the greatest down.
  public var lambdas: [Double] { path.lambdas }
  /// The mean loss of the rows kept back, for each λ: the squared error, the logarithm of the probability and so on.
  public let errors: [Double]
  /// The standard error of each mean, from how folds differ.
  public let standardErrors: [Double]
  /// The mean score of the folds, as `FittedModel.score(_:_:)` has it: R², D² or the share of right classes.
  ///
  /// Folds in which all targets are equal have no score, and are left out.
  public let scores: [Double]
  /// The rows of the folds.
  public let folds: [RowSplit]

  /// Where the error is least; of equal ones the greatest penalty.
  public let bestIndex: Int
  /// The first of the penalties, the greatest, whose error is within one standard error of the least.
  public let oneStandardErrorIndex: Int

  /// The λ of the least error.
  public var bestLambda: Double { lambdas[bestIndex] }
  /// The greatest λ whose error is within one standard error of the least: the simplest model that is as good for all
  /// that can be told.
  public var largestLambdaWithinOneStandardError: Double { lambdas[oneStandardErrorIndex] }
  /// The model of the least error, fitted to all rows.
  public var bestModel: FittedModel { path.models[bestIndex] }

  /// - Parameters:
  ///   - losses: For each fold the mean loss for each λ.
  ///   - weights: What each fold counts, its number of rows.
  init(
    _ path: FittedPath, _ folds: [RowSplit], losses: [[Double]], scores: [[Double]], weights: [Double]
  ) throws {
    self.path = path
    self.folds = folds
    let total = weights.reduce(0, +)
    let errors = path.lambdas.indices.map { index in
      zip(losses, weights).reduce(0) { $0 + $1.0[index] * $1.1 / total }
    }
    self.errors = errors
    let deviations = path.lambdas.indices.map { index in
      let variance = zip(losses, weights).reduce(0) { sum, fold in
        let difference = fold.0[index] - errors[index]
        return sum + difference * difference * fold.1 / total
      }
      return (variance / Double(losses.count - 1)).squareRoot()
    }
    standardErrors = deviations
    self.scores = path.lambdas.indices.map { index in
      let present = scores.map { $0[index] }.filter { !$0.isNaN }
      return present.isEmpty ? .nan : present.reduce(0, +) / Double(present.count)
    }
    guard let best = errors.indices.filter({ !errors[$0].isNaN }).min(by: { errors[$0] < errors[$1] }) else {
      throw path.path.refuse("no model has an error that is a number", "look at the statuses of the fits")
    }
    bestIndex = best
    let limit = errors[best] + deviations[best]
    oneStandardErrorIndex = errors.indices.first { errors[$0] <= limit } ?? best
  }
}
