import ChainRule
import LinearModels
import Testing

/// Data that no model can be fitted to are refused by name.
@Suite("Wrong fits")
struct WrongFitTests {
  static let X: NDArray<Double> = [[1, 2], [3, 4], [5, 7]]

  static let cases: [(sentence: String, run: @Sendable () throws -> Void)] = [
    (
      "LinearModel.fit: linear: the target has shape [2] for 3 rows; it needs shape [3] or [3, outputs]",
      { _ = try LinearModel(.leastSquares).fit(X, [1, 2]) }
    ),
    (
      "LinearModel.fit: linear: the features have shape [3]; they need shape [rows, features]",
      { _ = try LinearModel(.leastSquares).fit([1, 2, 3], [1, 2, 3]) }
    ),
    (
      "LinearModel.fit: linear: there are no rows; a fit needs at least one",
      { _ = try LinearModel(.leastSquares).fit(NDArray(shape: [0, 2], elements: []), NDArray([])) }
    ),
    (
      "LinearModel.fit: linear: the feature of row 1, column 0, is nan; remove the row or fill in a number",
      { _ = try LinearModel(.leastSquares).fit(NDArray(rows: [[1, 2], [.nan, 4]]), [1, 2]) }
    ),
    (
      "LinearModel.fit: linear: the target of row 1 is inf; remove the row or fill in a number",
      { _ = try LinearModel(.leastSquares).fit([[1, 2], [3, 4]], NDArray([1, .infinity])) }
    ),
    (
      "LinearModel.fit: logistic: the target of row 2 is 2.0; a logistic model needs 0 and 1; or give labels",
      { _ = try LinearModel(.logistic).fit(X, [0, 1, 2]) }
    ),
    (
      "LinearModel.fit: logistic: all rows have class 1; a classifier needs rows of at least two classes",
      { _ = try LinearModel(.logistic).fit(X, [1, 1, 1]) }
    ),
    (
      "LinearModel.fit: logistic: there are 3 classes; a logistic model has two; take softmax",
      { _ = try LinearModel(.logistic).fit(X, labels: [0, 1, 2]) }
    ),
    (
      "LinearModel.fit: softmax: the label of row 1 is 3; labels run from 0 to 2",
      { _ = try LinearModel(.softmax).fit(X, labels: [0, 3, 1], classCount: 3) }
    ),
    (
      "LinearModel.fit: softmax: softmax needs classes; call fit(_:labels:classCount:), or fit with a table",
      { _ = try LinearModel(.softmax).fit(X, [0, 1, 2]) }
    ),
    (
      "LinearModel.fit: softmax: the label of row 1 is 9223372036854775807; labels run from 0 to 2",
      { _ = try LinearModel(.softmax).fit(X, labels: [0, 9_223_372_036_854_775_807, 1]) }
    ),
    (
      "LinearModel.fit: softmax: the label of row 0 is -1; labels run from 0 to 0",
      { _ = try LinearModel(.softmax).fit(X, labels: [-1, -1, -1]) }
    ),
    (
      "LinearModel.fit: softmax: the label of row 0 is 0; there are 0 classes; give two or more",
      { _ = try LinearModel(.softmax).fit(X, labels: [0, 1, 1], classCount: 0) }
    ),
    (
      "Objective: W [2, 9223372036854775807]: it is larger than any memory; give it a smaller shape",
      { _ = try LinearModel(.softmax).fit(X, labels: [0, 2, 1], classCount: .max) }
    ),
    (
      "LinearModel.fit: the deviation of feature 1 is beyond the greatest number; measure it in another unit",
      { _ = try LinearModel(.leastSquares).fit([[0, -1.7e308], [1, 1.7e308], [5, 0]], [1, 2, 3]) }
    ),
    (
      "LinearModel.fit: poisson: the target of row 0 is -1.0; counts are 0 or more",
      { _ = try LinearModel(.poisson).fit(X, [-1, 1, 2]) }
    ),
    (
      "LinearModel.fit: poisson: all counts are 0; the mean would be 0, its logarithm −∞",
      { _ = try LinearModel(.poisson).fit(X, [0, 0, 0]) }
    ),
    (
      "LinearModel.fit: huber:0.0: δ is 0.0, and a finite number above 0 is needed",
      { _ = try LinearModel(.huber(delta: 0)).fit(X, [1, 2, 3]) }
    ),
    (
      "LinearModel.fit: huber:inf: δ is inf, and a finite number above 0 is needed",
      { _ = try LinearModel(.huber(delta: .infinity)).fit(X, [1, 2, 3]) }
    ),
    (
      "LinearModel.fit: huber:nan: δ is nan, and a finite number above 0 is needed",
      { _ = try LinearModel(.huber(delta: .nan)).fit(X, [1, 2, 3]) }
    ),
    (
      "LinearModel.fit: quantile:1.5: the quantile 1.5 is not between 0 and 1",
      { _ = try LinearModel(.quantile(1.5)).fit(X, [1, 2, 3]) }
    ),
    (
      "LinearModel.fit: linear: the weight of row 1 is -1.0; weights are 0 or more",
      { _ = try LinearModel(.leastSquares).fit(X, [1, 2, 3], weights: [1, -1, 1]) }
    ),
    (
      "LinearModel.fit: linear: the coefficient of feature x1 is beyond the greatest number; measure that feature in another unit",
      {
        _ = try LinearModel(.leastSquares).fit(
          [[NDArray(0x1p-1030)], [NDArray(0x3p-1030)], [NDArray(0x1p-1029)]], [1, 2, 3])
      }
    ),
    (
      "LinearModel.fit: linear: the feature of column 1 is 7e-300 at most, and squares of such numbers are lost; standardise the features, or measure it in another unit",
      { _ = try LinearModel(.leastSquares, standardizes: false).fit([[1, 4e-300], [3, 7e-300]], [1, 2]) }
    ),
    (
      "LinearModel.fit: linear: the feature of column 0 is 3e+200 at most, and squares of such numbers are beyond the greatest; standardise the features, or measure it in another unit",
      { _ = try LinearModel(.leastSquares, standardizes: false).fit([[1, 4], [3e200, 7]], [1, 2]) }
    ),
    (
      "LinearModel.fit: linear: the weights have shape [2]; they need shape [3]",
      { _ = try LinearModel(.leastSquares).fit(X, [1, 2, 3], weights: [1, 1]) }
    ),
    (
      "FittedModel.predict: linear: the features have shape [1, 3]; they need shape [rows, 2]",
      { _ = try LinearModel(.leastSquares).fit(X, [1, 2, 3]).predict([[1, 2, 3]]) }
    ),
    (
      "FittedModel.predictProbability: linear: the model predicts numbers, not classes; call predict(_:)",
      { _ = try LinearModel(.leastSquares).fit(X, [1, 2, 3]).predictProbability(X) }
    ),
  ]

  @Test("Each says what is wrong and the mend", arguments: cases.indices)
  func refused(_ index: Int) throws {
    let (sentence, run) = Self.cases[index]
    let error = #expect(throws: ChainRuleError.self) { try run() }
    #expect(error?.description == sentence)
  }
}
