/// The words that belong to a model fitted to a table.
public struct ModelLabels: Hashable, Codable, Sendable {
  /// The names of the features, in the order of the coefficients.
  public let featureNames: [String]
  /// The column that was the target.
  public let target: String
  /// The classes in the order of their numbers; nil for targets that are numbers.
  public let classes: [String]?
  /// How a table becomes features.
  public let encoding: FeatureEncoding

  /// Whether there is a word for each number of a model; a file may say anything.
  func isSound(model: LinearModel, width: Int, outputs: Int) -> Bool {
    let isNamed = featureNames.count == width && encoding.featureNames == featureNames
    guard let classes else { return isNamed && !model.family.isClassifier }
    return isNamed && model.family.isClassifier && Set(classes).count == classes.count
      && (model.family == .logistic ? 1...2 ~= classes.count && outputs == 1 : classes.count == outputs)
  }
}
