import ChainRule

/// A case of the battery as it is written for checkers of other libraries: numbers alone.
package struct BatteryRecord: Codable, Sendable {
  package let loss: String
  package let point: [Double]
  /// What the loss reads beside the point, row by row.
  package let data: [String: [Double]]
  /// The gradient, derived by hand.
  package let gradient: [Double]
  /// Gradients with a mistake that shows, by the name of the mistake.
  package var mistakes: [String: [Double]] = [:]

  init(_ loss: BatteryLoss, _ sample: BatteryCase) {
    self.loss = loss.name
    point = sample.point
    gradient = sample.gradient(sample.point)
    data = Dictionary(uniqueKeysWithValues: sample.data.map { ($0.key.name ?? "", $0.value.elements) })
  }
}
