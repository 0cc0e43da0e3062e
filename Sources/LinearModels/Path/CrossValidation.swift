import ChainRule
public import Optimizers

/// How well the models of a path predict rows that they were not fitted to.
public struct CrossValidation: Sendable {
  /// The path fitted to all rows.
  public let path: FittedPath
  /// The factors of the penalties, from the greatest down.
  public var lambdas: [Double] { path.lambdas }
  /// The mean loss of the rows kept back, for each λ: the squared error, the logarithm of the probability and so on.
  ///
  /// Rows of a class that the other folds lack have no probability by their model, and are left out; `warnings` names them.
  public let errors: [Double]
  /// The standard error of each mean, from how folds differ.
  public let standardErrors: [Double]
  /// The mean score of the folds, as `FittedModel.score(_:_:)` has it: R², D² or the share of right classes.
  ///
  /// Folds in which all targets are equal have no score, and are left out.
  public let scores: [Double]
  /// The rows of the folds.
  public let folds: [RowSplit]
  /// How the fits ended, for each fold and each λ.
  public let statuses: [[Solution.Status]]
  /// What went otherwise in a fold than in the fit to all rows: fits that did not converge, and classes that were not learned.
  public let warnings: [String]

  /// Where the error is least; of equal ones the greatest penalty.
  public let bestIndex: Int
  /// The first of the penalties, the greatest, whose error is within one standard error of the least.
  public let oneStandardErrorIndex: Int

  /// The λ of the least error.
  ///
  /// ```swift
  /// let features = try NDArray<Double>.normal(shape: [60, 3], seed: 1)
  /// let targets = NDArray((0..<60).map { 2 * features[$0, 0] })
  /// let path = PenaltyPath(.leastSquares, .ridge, lambdas: [1, 0.1, 0.01])
  /// try path.crossValidate(features, targets, folds: 5, seed: 1).bestLambda  // 0.01
  /// ```
  public var bestLambda: Double { lambdas[bestIndex] }
  /// The greatest λ whose error is within one standard error of the least: the simplest model that is as good for all
  /// that can be told.
  public var largestLambdaWithinOneStandardError: Double { lambdas[oneStandardErrorIndex] }

  /// - Parameter checks: What came of each fold.
  init(_ path: FittedPath, _ folds: [RowSplit], _ checks: [FoldCheck], _ data: FitData) throws {
    self.path = path
    self.folds = folds
    statuses = checks.map(\.statuses)
    warnings = checks.enumerated().flatMap {
      Self.warnings($1, "fold \($0 + 1) of \(checks.count)", path, data)
    }
    let (losses, scores, weights) = (checks.map(\.losses), checks.map(\.scores), checks.map(\.weight))
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

  /// What is to be said of a fold.
  private static func warnings(_ check: FoldCheck, _ name: String, _ path: FittedPath, _ data: FitData)
    -> [String]
  {
    let classes = check.unseen.map { label, rows in
      "\(name): class \(data.className(label)) is not among the rows to learn from, so that its probability is 0; "
        + "\(counted(rows, "row")) of it \(rows == 1 ? "is" : "are") left out of loss and score"
    }
    let fits = zip(path.lambdas, check.statuses).filter { $1 != .converged }
    if fits.isEmpty { return classes }
    let shown = fits.prefix(3).map { "\($1.rawValue) at λ = \($0)" }.joined(separator: ", ")
    let more = fits.count > 3 ? " and \(fits.count - 3) more" : ""
    return classes + ["\(name): \(counted(fits.count, "fit")) did not converge: \(shown)\(more)"]
  }
}
