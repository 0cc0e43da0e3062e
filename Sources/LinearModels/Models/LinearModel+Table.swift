import ChainRule
public import Optimizers

extension LinearModel {
  /// Fits a column of a table by the others.
  ///
  /// Columns of text become one feature for each of their values but the first, 1 where the row has it and 0 elsewhere.
  ///
  /// ```swift
  /// let table = try Table(csv: "size,city,price\n50,Rome,11\n70,Oslo,12\n90,Rome,19\n60,Oslo,10\n")
  /// let model = try LinearModel(.leastSquares).fit(table, target: "price")
  /// model.featureName(1)                       // city=Rome
  /// try model.coefficients.reshaped(to: [2])   // [0.2 3. ]
  /// ```
  ///
  /// - Parameters:
  ///   - table: The data.
  ///   - target: The column to predict: numbers, or for a classifier classes.
  ///   - optimizer: By default a truncated Newton method, or a proximal one where the penalty has kinks.
  ///   - rule: When to stop.
  ///   - checkpoint: A file that keeps the state of a search from time to time, and from which it is taken up if it is there.
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
    let (classes, column) = try self.target(of: table, target)
    let labels = ModelLabels(
      featureNames: encoding.featureNames, target: target, classes: classes, encoding: encoding)
    return try FitProblem(self, FitData(features, column, labels: labels))
  }

  /// The classes, if there are some, and what is to be predicted.
  private func target(of table: Table, _ name: String) throws -> ([String]?, FitData.Target) {
    if !family.isClassifier { return (nil, .numbers(try table.numberArray(name))) }
    if family == .logistic && table.isInFile {
      // As numbers they need not be in memory.
      let (classes, numbers) = try table.classArray(name)
      return (classes, .numbers(numbers))
    }
    let classes = try table.classLabels(name)
    return (classes.levels, .labels(classes.labels, count: classes.levels.count))
  }

  /// Refuses a target that the model cannot be fitted to, by the column and the row of the table.
  ///
  /// - Throws: `ChainRuleError` of kind `.data`.
  package func check(_ table: Table, target: String) throws {
    func refuse(_ problem: String, _ advice: Sentence) -> ChainRuleError {
      ChainRuleError(
        .data, in: "LinearModel.fit", operands: "column \(quoted(target))", saying: Sentence(problem),
        advice: advice)
    }
    let position = try table.position(of: target, in: "Table.column(_:)")
    try table.refuseNoRows("LinearModel.fit")
    if let line = table.reading?.firstFilledLines[target] {
      throw refuse(
        "the value of line \(line) is missing, and a target is never filled in",
        .either("remove such rows", "give \(CSVSetting.missing(.dropRows))"))
    }
    try table.refuseDisguises(excluding: [target], in: "LinearModel.fit")
    if !family.isClassifier {
      if case .categories(let categories) = table.levels(at: position).map({ _ in table.column(at: position) }
      ) {
        let error = categories.notNumbers(in: "LinearModel.fit", column: target)
        throw refuse(
          error.problem,
          "mend the value; for classes give \(ModelSetting.family(.logistic)) or \(ModelSetting.family(.softmax))"
        )
      }
      let numbers = try family == .poisson ? table.numberArray(target) : []
      if let row = numbers.firstIndex(where: { $0 < 0 }) {
        throw refuse(
          "row \(row + 1) is \(numbers.storage[row].spelled)", "a poisson model needs counts, 0 or more")
      }
    } else {
      let (levels, codes) = try table.classArray(target)
      var isPresent = Array(repeating: false, count: levels.count)
      codes.withElements { codes in
        for row in codes.indices { isPresent[Int(codes[row])] = true }
      }
      let present = zip(levels, isPresent).filter(\.1).map(\.0)
      if present.count < 2 {
        throw refuse(
          "all rows have class \(quoted(present[0]))", "a classifier needs rows of at least two classes")
      }
      if family == .logistic && present.count > 2 {
        throw refuse(
          "there are \(present.count) classes, \(present.prefix(3).map(quoted).joined(separator: ", "))"
            + (present.count > 3 ? " and others" : ""),
          "a logistic model has two; give \(ModelSetting.family(.softmax))")
      }
    }
  }
}

extension FittedModel {
  /// How good the predictions are for a table, as `score(_:_:)` has it.
  ///
  /// - Throws: `ChainRuleError` if the model was not fitted to a table, or this one lacks a column.
  public func score(_ table: Table) throws -> Double {
    let labels = try demandLabels("FittedModel.score")
    try table.refuseNoRows("FittedModel.score")
    let target =
      try labels.classes.map { try table.classArray(labels.target, levels: $0).1 }
      ?? table.numberArray(labels.target)
    return try score(of: TableRows(table, encoding: labels.encoding, target: target))
  }

  /// The prediction of each row of a table: numbers, or the names of classes.
  ///
  /// ```swift
  /// let table = try Table(csv: "size,price\n50,10\n70,14\n90,18\n")
  /// let model = try LinearModel(.leastSquares).fit(table, target: "price")
  /// try model.predict(Table(csv: "size\n60\n"))  // numbers([12.0])
  /// ```
  ///
  /// - Throws: `ChainRuleError` if the model was not fitted to a table, or this one lacks a column.
  public func predict(_ table: Table) throws -> Table.Column {
    let labels = try demandLabels("FittedModel.predict")
    let features = try labels.encoding.features(of: table)
    guard let classes = labels.classes else { return .numbers(try predict(features).elements) }
    return .categories(try Categories(levels: classes, codes: predictClasses(features).elements))
  }

  private func demandLabels(_ operation: String) throws -> ModelLabels {
    guard let labels else {
      throw refuse(operation, "the model was not fitted to a table", "give features as an array")
    }
    return labels
  }
}
