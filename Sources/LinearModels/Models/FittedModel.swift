public import ChainRule
public import Optimizers

/// A model with its coefficients, in the units of the data.
public struct FittedModel: Sendable {
  /// What was fitted.
  public let model: LinearModel
  /// For each feature its coefficient, `[features, outputs]`; one output unless there are several targets or classes.
  public let coefficients: NDArray<Double>
  /// The coefficients of the features at mean 0 and standard deviation 1; those above if nothing was standardised.
  public let standardizedCoefficients: NDArray<Double>
  /// The intercept of each output, 0 if there is none; those of classes by softmax add up to 0.
  public let intercepts: [Double]
  /// What was taken off each feature, and what it was divided by.
  public let scaling: Scaling
  /// How the fit ended.
  public let outcome: FitOutcome
  /// The solution with its history; nil for a model from a file.
  public let solution: Solution?
  /// The names of features, classes and target, and the encoding of a table, where the data came from one.
  public var labels: ModelLabels?

  /// The intercept of the first output, which is the only one of most models.
  public var intercept: Double { intercepts[0] }

  /// What a user should know besides: features that are constant, and so have no coefficient, features that depend on
  /// others or differ much in size, and targets that are all equal.
  ///
  /// Dependent features are looked for where nothing is penalised and the data are of moderate size, with
  /// rows · features² up to 5e7, and up to a million numbers if they lie in a file.
  ///
  /// ```swift
  /// let model = try LinearModel(.leastSquares).fit([[1, 5], [2, 5], [3, 5]], [2, 4, 6])
  /// model.warnings  // ["feature x2 is constant: its coefficient is 0"]
  /// ```
  public var warnings: [String] {
    scaling.constant.map { "feature \(featureName($0)) is constant: its coefficient is 0" } + findings
  }

  /// Whether all coefficients, and what is known of the fit, are finite numbers, as they are not after it diverged.
  ///
  /// Only such a model can be saved.
  public var isFinite: Bool {
    (coefficients.elements + standardizedCoefficients.elements + intercepts + scaling.means).allSatisfy(
      \.isFinite)
      && outcome.value.isFinite && outcome.stationarity.isFinite
  }

  /// What the data were found to be like when the model was fitted.
  let findings: [String]

  init(
    model: LinearModel, coefficients: NDArray<Double>, standardizedCoefficients: NDArray<Double>,
    intercepts: [Double], scaling: Scaling, outcome: FitOutcome, solution: Solution?,
    labels: ModelLabels? = nil, findings: [String] = []
  ) throws {
    self.model = model
    self.coefficients = coefficients
    self.standardizedCoefficients = standardizedCoefficients
    self.intercepts = intercepts
    self.scaling = scaling
    self.outcome = outcome
    self.solution = solution
    self.labels = labels
    self.findings = findings
  }

  /// The name of a feature, `x1` and so on if it has none.
  ///
  /// ```swift
  /// let table = try Table(csv: "size,city,price\n50,Rome,10\n70,Oslo,20\n60,Oslo,16\n80,Rome,19\n")
  /// try LinearModel(.leastSquares).fit(table, target: "price").featureName(1)  // city=Rome
  /// ```
  public func featureName(_ index: Int) -> String {
    if let names = labels?.featureNames, names.indices.contains(index) { return names[index] }
    // The last position there may be has a number that is no `Int`.
    return index < 0 ? "x\(index + 1)" : "x\(index.magnitude + 1)"
  }
}
