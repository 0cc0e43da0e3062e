import ChainRule
public import Optimizers

extension LinearModel {
  /// Fits a column of a table by the others.
  ///
  /// Columns of text become one feature for each of their values but the first, 1 where the row has it and 0 elsewhere.
  ///
  /// - Parameters:
  ///   - table: The data.
  ///   - target: The column to predict: numbers, or for a classifier classes.
  ///   - optimizer: By default L-BFGS, or a proximal Newton method where the penalty has kinks.
  ///   - rule: When to stop.
  ///   - observe: Called after each step.
  /// - Throws: `ChainRuleError` if there is no such column, it does not suit the model, or the table has no rows.
  public func fit(
    _ table: Table, target: String, using optimizer: (any Optimizer)? = nil,
    until rule: StoppingRule = LinearModel.defaultRule, observing observe: ((Progress) -> Progress.Answer)? = nil
  ) throws -> FittedModel {
    let (features, encoding) = try table.features(excluding: target)
    var fitted: FittedModel
    var classes: [String]?
    if family.isClassifier {
      let labels = try table.classLabels(target)
      classes = labels.levels
      fitted = try fit(
        features, labels: labels.labels, classCount: labels.levels.count, using: optimizer, until: rule,
        observing: observe)
    } else {
      fitted = try fit(
        features, NDArray(table.numbers(target)), using: optimizer, until: rule, observing: observe)
    }
    fitted.labels = ModelLabels(
      featureNames: encoding.featureNames, target: target, classes: classes, encoding: encoding)
    return fitted
  }
}

extension FittedModel {
  /// How good the predictions are for a table, as `score(_:_:)` has it.
  ///
  /// - Throws: `ChainRuleError` if the model was not fitted to a table, or this one lacks a column.
  public func score(_ table: Table) throws -> Double {
    let labels = try demandLabels()
    let features = try labels.encoding.features(of: table)
    if let classes = labels.classes {
      return try score(features, labels: table.classLabels(labels.target, levels: classes).labels)
    }
    return try score(features, NDArray(table.numbers(labels.target)))
  }

  /// The prediction of each row of a table: numbers, or the names of classes.
  ///
  /// - Throws: `ChainRuleError` if the model was not fitted to a table, or this one lacks a column.
  public func predict(_ table: Table) throws -> Table.Column {
    let labels = try demandLabels()
    let features = try labels.encoding.features(of: table)
    guard let classes = labels.classes else { return .numbers(try predict(features).elements) }
    return .categories(try Categories(levels: classes, codes: predictClasses(features).elements))
  }

  private func demandLabels() throws -> ModelLabels {
    guard let labels else {
      throw model.refuse("the model was not fitted to a table", "give features as an array")
    }
    return labels
  }
}
