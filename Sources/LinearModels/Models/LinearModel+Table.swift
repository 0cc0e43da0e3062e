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
  ///   - optimizer: By default a truncated Newton method, or a proximal one where the penalty has kinks.
  ///   - rule: When to stop.
  ///   - checkpoint: A file in which the state is kept from time to time, and from which the fit is taken up if it is there.
  ///   - observe: Called after each step.
  /// - Throws: `ChainRuleError` if there is no such column, it does not suit the model, or the table has no rows.
  public func fit(
    _ table: Table, target: String, using optimizer: (any Optimizer)? = nil,
    until rule: StoppingRule = LinearModel.defaultRule,
    checkpoint: Checkpoint? = nil, observing observe: ((Progress) -> Progress.Answer)? = nil
  ) throws -> FittedModel {
    try problem(table, target: target).fit(
      using: optimizer, until: rule, checkpoint: checkpoint, observing: observe)
  }

  /// The objective of a fit to a table, and the way back from its solution.
  package func problem(_ table: Table, target: String) throws -> FitProblem {
    try check(table, target: target)
    let (features, encoding) = try table.features(excluding: target)
    let classes = family.isClassifier ? try table.classLabels(target) : nil
    let column: FitProblem.Target =
      try classes.map { .labels($0.labels, count: $0.levels.count) }
      ?? .numbers(NDArray(table.numbers(target)))
    var problem = try FitProblem(self, features, column, nil)
    problem.labels = ModelLabels(
      featureNames: encoding.featureNames, target: target, classes: classes?.levels, encoding: encoding)
    return problem
  }

  /// Refuses a target that the model cannot be fitted to, by the column and the row of the table.
  ///
  /// - Throws: `ChainRuleError` of kind `.data`.
  package func check(_ table: Table, target: String) throws {
    func refuse(_ problem: String, _ mend: String) -> ChainRuleError {
      ChainRuleError(
        .data, in: "LinearModel.fit", operands: "column \(quoted(target))", problem: problem, mend: mend)
    }
    let column = try table.column(target)
    try table.refuseNoRows("LinearModel.fit")
    switch column {
    case .categories(let categories) where !family.isClassifier:
      let error = categories.notNumbers(in: "LinearModel.fit", column: target)
      throw refuse(error.problem, "mend the value; for classes take a logistic or softmax model")
    case .numbers(let numbers) where family == .poisson:
      if let row = numbers.firstIndex(where: { $0 < 0 }) {
        throw refuse("row \(row + 1) is \(numbers[row])", "a poisson model needs counts, 0 or more")
      }
    case _ where family.isClassifier:
      let classes = try table.classLabels(target)
      let present = Set(classes.codes).sorted().map { classes.levels[$0] }
      if present.count < 2 {
        throw refuse(
          "all rows have class \(quoted(present[0]))", "a classifier needs rows of at least two classes")
      }
      if family == .logistic && present.count > 2 {
        throw refuse(
          "there are \(present.count) classes, \(present.prefix(3).map(quoted).joined(separator: ", "))"
            + (present.count > 3 ? " and others" : ""), "a logistic model has two; take softmax")
      }
    default: return
    }
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
