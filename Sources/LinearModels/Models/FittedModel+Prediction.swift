public import ChainRule

extension FittedModel {
  /// The prediction for each row: the mean, the quantile, or of a classifier the number of the likeliest class.
  ///
  /// ```swift
  /// let model = try LinearModel(.leastSquares).fit([[1], [2], [3], [4]], [3, 5, 7, 9])
  /// try model.predict([[10]])  // [21.]
  /// ```
  ///
  /// A row without numbers, such as one with NaN, has the prediction NaN.
  ///
  /// - Parameter features: `[rows, features]`, in the units of the data.
  /// - Returns: `[rows]`, or `[rows, outputs]` if several targets were fitted.
  /// - Throws: `ChainRuleError` if the number of features is another.
  public func predict(_ features: NDArray<Double>) throws -> NDArray<Double> {
    let eta = try linearPredictors(features, in: "FittedModel.predict")
    let outputs = intercepts.count
    if model.family.isClassifier { return NDArray(classes(eta).map { $0.map(Double.init) ?? .nan }) }
    let means = eta.map { model.family.mean($0) }
    return outputs == 1 ? NDArray(means) : try NDArray(shape: [features.shape[0], outputs], elements: means)
  }

  /// The likeliest class of each row, by its number.
  ///
  /// ```swift
  /// let features: NDArray<Double> = [[0], [1], [2], [3], [4], [5]]
  /// let model = try LinearModel(.softmax, penalty: .ridge(0.01)).fit(features, labels: [0, 0, 1, 1, 2, 2])
  /// try model.predictClasses([[-1], [6]])  // [0 2]
  /// ```
  ///
  /// - Throws: `ChainRuleError` if the number of features is another, the model predicts no classes, or a row has none: where a
  ///   feature is NaN, or sums of infinities are.
  public func predictClasses(_ features: NDArray<Double>) throws -> IndexArray {
    try demandClasses("predictClasses")
    let classes = classes(try linearPredictors(features, in: "FittedModel.predictClasses"))
    if let row = classes.firstIndex(of: nil) {
      throw ChainRuleError(
        .data, in: "FittedModel.predictClasses", operands: model.family.name,
        problem: "row \(row) has no class, since its linear predictor is not a number",
        mend: "remove the row or fill in a number")
    }
    return IndexArray(classes.compactMap(\.self))
  }

  /// The probability of each class, for each row.
  ///
  /// ```swift
  /// let features: NDArray<Double> = [[0], [1], [2], [3], [4], [5]]
  /// let labels: IndexArray = [0, 0, 1, 0, 1, 1]
  /// let model = try LinearModel(.logistic, penalty: .ridge(0.01)).fit(features, labels: labels)
  /// print(try model.predictProbability([[2.5]]))  // [[0.5 0.5]]
  /// ```
  ///
  /// - Returns: `[rows, classes]`; each row sums to 1.
  /// - Throws: `ChainRuleError` if the number of features is another, or the model predicts no classes.
  public func predictProbability(_ features: NDArray<Double>) throws -> NDArray<Double> {
    try demandClasses("predictProbability")
    let eta = try linearPredictors(features, in: "FittedModel.predictProbability")
    let rows = features.shape[0]
    if model.family == .logistic {
      let probabilities = eta.flatMap { [model.family.mean(-$0), model.family.mean($0)] }
      return try NDArray(shape: [rows, 2], elements: probabilities)
    }
    let width = intercepts.count
    let probabilities = (0..<rows).flatMap { row in
      let own = eta[row * width..<(row + 1) * width]
      let greatest = own.max() ?? 0
      let powers = own.map { Numbers.exp($0 - greatest) }
      let total = powers.reduce(0, +)
      return powers.map { $0 / total }
    }
    return try NDArray(shape: [rows, width], elements: probabilities)
  }

  /// The likeliest class of each row, of equal ones the first; nil where a linear predictor is not a number.
  private func classes(_ eta: [Double]) -> [Int?] {
    let outputs = intercepts.count
    if model.family == .logistic { return eta.map { $0.isNaN ? nil : $0 > 0 ? 1 : 0 } }
    return stride(from: 0, to: eta.count, by: outputs).map { start in
      let own = eta[start..<start + outputs]
      return own.contains(where: \.isNaN) ? nil : own.indices.max { own[$0] < own[$1] }.map { $0 - start }
    }
  }

  private func demandClasses(_ operation: String) throws {
    guard !model.family.isClassifier else { return }
    throw ChainRuleError(
      .data, in: "FittedModel.\(operation)", operands: model.family.name,
      problem: "the model predicts numbers, not classes", mend: "call predict(_:)")
  }

  /// An error of an operation on this model.
  func refuse(_ operation: String, _ problem: String, _ mend: String) -> ChainRuleError {
    ChainRuleError(.data, in: operation, operands: model.family.name, problem: problem, mend: mend)
  }

  /// Refuses features of another number.
  func check(_ features: NDArray<Double>, in operation: String) throws {
    guard features.shape.count == 2, features.shape[1] == coefficients.shape[0] else {
      throw refuse(
        operation, "the features have shape \(features.shape)",
        "they need shape [rows, \(coefficients.shape[0])]")
    }
  }

  /// `x·w + b` of each row and output, from features relative to their means, which costs the fewest digits.
  func linearPredictors(_ features: NDArray<Double>, in operation: String) throws -> [Double] {
    try check(features, in: operation)
    let (width, outputs) = (coefficients.shape[0], intercepts.count)
    let centres = (0..<outputs).map { output in
      (0..<width).reduce(intercepts[output]) {
        $0 + coefficients.elements[$1 * outputs + output] * scaling.means[$1]
      }
    }
    let weights = coefficients.elements
    return features.withUnsafePointer { source in
      (0..<features.shape[0]).flatMap { row in
        (0..<outputs).map { output in
          (0..<width).reduce(centres[output]) {
            $0 + (source[row * width + $1] - scaling.means[$1]) * weights[$1 * outputs + output]
          }
        }
      }
    }
  }
}
