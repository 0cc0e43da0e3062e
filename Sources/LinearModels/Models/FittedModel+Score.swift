public import ChainRule

extension FittedModel {
  /// How good the predictions are: for numbers the share of the variance that they explain (R²), for counts the share of
  /// the deviance (D²), for classes the share of rows that are right.
  ///
  /// ```swift
  /// let model = try LinearModel(.leastSquares).fit([[1], [2], [3], [4]], [3, 5, 7, 9])
  /// try model.score([[5], [6]], [11, 13])  // 1.0
  /// ```
  ///
  /// - Parameters:
  ///   - features: `[rows, features]`.
  ///   - targets: `[rows]` or `[rows, outputs]`, as for fitting.
  /// - Returns: 1 for perfect predictions, 0 for those of the mean; NaN if all targets are equal and missed.
  /// - Throws: `ChainRuleError` if shapes do not fit, or a target is a class that the model lacks.
  public func score(_ features: NDArray<Double>, _ targets: NDArray<Double>) throws -> Double {
    try check(features, in: "FittedModel.score")
    let rows = features.shape[0]
    let hasColumns = intercepts.count > 1 && !model.family.isClassifier
    let needed = hasColumns ? [rows, intercepts.count] : [rows]
    guard targets.shape == needed else {
      throw refuse(
        "FittedModel.score", "the targets have shape \(targets.shape)", "they need shape \(needed)")
    }
    let size = max(1, (1 << 17) / max(1, features.shape[1]))
    return try score(rowCount: rows) { body in
      for start in stride(from: 0, to: rows, by: size) {
        let block = start..<min(start + size, rows)
        try body(
          features.rows(block, inFile: false, "FittedModel.score"),
          targets.rows(block, inFile: false, "FittedModel.score"))
      }
    }
  }

  /// How many rows are given their class, as a share.
  ///
  /// ```swift
  /// let features: NDArray<Double> = [[0], [1], [2], [3]]
  /// let model = try LinearModel(.logistic, penalty: .ridge(0.01)).fit(features, labels: [0, 0, 1, 1])
  /// try model.score([[0], [3]], labels: [0, 0])  // 0.5
  /// ```
  ///
  /// - Throws: As `score(_:_:)` does.
  public func score(_ features: NDArray<Double>, labels: IndexArray) throws -> Double {
    try score(features, NDArray(labels.elements.map(Double.init)))
  }

  /// The score of a source of rows, read twice: for the mean of the targets, and for what is left of them.
  func score(of source: TableRows) throws -> Double {
    var (source, rows) = (source, 0)
    let size = max(1, (1 << 17) / max(1, coefficients.shape[0]))
    while let block = try source.next(upTo: size) { rows += block.features.shape[0] }
    return try score(rowCount: rows) { body in
      source.restart()
      while let block = try source.next(upTo: size) {
        guard let target = block.target else {
          throw refuse(
            "FittedModel.score", "the rows have no target", "a score needs the numbers to be predicted")
        }
        try body(block.features, target)
      }
    }
  }

  /// The score of blocks of rows, which `forEachBlock` hands on in their order, as often as it is asked to.
  private func score(
    rowCount: Int, _ forEachBlock: ((NDArray<Double>, NDArray<Double>) throws -> Void) throws -> Void
  ) throws -> Double {
    if rowCount == 0 { throw refuse("FittedModel.score", "there are no rows", "a score needs at least one") }
    if model.family.isClassifier {
      var right = 0
      var start = 0
      try forEachBlock { features, targets in
        try refuseUnknownClasses(targets, from: start)
        start += targets.count
        right += zip(targets.elements, try predict(features).elements).count { $0 == $1 }
      }
      return Double(right) / Double(rowCount)
    }
    let outputs = intercepts.count
    var means = Array(repeating: 0.0, count: outputs)
    try forEachBlock { _, targets in
      for (index, y) in targets.elements.enumerated() { means[index % outputs] += y / Double(rowCount) }
    }
    var rest = Array(repeating: 0.0, count: outputs)
    var whole = rest
    try forEachBlock { features, targets in
      for (index, (y, predicted)) in zip(targets.elements, try predict(features).elements).enumerated() {
        rest[index % outputs] += loss(y, predicted)
        whole[index % outputs] += loss(y, means[index % outputs])
      }
    }
    let shares = zip(rest, whole).map { rest, whole in
      whole == 0 ? (rest == 0 ? 1 : .nan) : 1 - rest / whole
    }
    return shares.reduce(0, +) / Double(outputs)
  }

  /// A class that the model lacks cannot be predicted, and to count it as a miss would hide that.
  private func refuseUnknownClasses(_ targets: NDArray<Double>, from start: Int) throws {
    let count = model.family == .logistic ? 2 : intercepts.count
    let isKnown: (Double) -> Bool = { $0 >= 0 && $0 < Double(count) && $0 == $0.rounded() }
    guard let row = targets.firstIndex(where: { !isKnown($0) }) else { return }
    let label = targets.storage[row]
    throw ChainRuleError(
      .data, in: "FittedModel.score", operands: model.family.name,
      problem:
        "the target of row \(start + row) is \(label == label.rounded() && abs(label) < 1e15 ? "\(Int(label))" : "\(label)")",
      mend: "the model has the classes 0 to \(count - 1)")
  }

  /// The squared error, or of counts half the Poisson deviance.
  private func loss(_ y: Double, _ mean: Double) -> Double {
    guard model.family == .poisson else { return (y - mean) * (y - mean) }
    return (y == 0 ? 0 : y * Numbers.log(y / mean)) - y + mean
  }
}
