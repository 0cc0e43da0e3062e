import ChainRule

/// Each feature's mean and population standard deviation, by which features are brought to one scale.
///
/// A constant feature is divided by 1, so that it becomes 0. Where there is no intercept to make up for it, nothing is taken
/// off, and a constant feature is divided by its size.
public struct Scaling: Hashable, Codable, Sendable {
  /// The mean of each feature, or 0 where there is no intercept.
  public let means: [Double]
  /// The population standard deviation of each feature, 1 where that is 0.
  public let scales: [Double]
  /// The features that are constant.
  public let constant: [Int]

  /// The scaling that changes nothing, for features used as they are.
  static func none(_ count: Int) -> Scaling {
    Scaling(
      means: Array(repeating: 0, count: count), scales: Array(repeating: 1, count: count), constant: [])
  }

  private init(means: [Double], scales: [Double], constant: [Int]) {
    self.means = means
    self.scales = scales
    self.constant = constant
  }

  /// Measures the features.
  ///
  /// - Parameters:
  ///   - weights: What each row counts, more than 0; all the same if nil.
  ///   - centers: Whether means are taken off.
  /// - Throws: `ChainRuleError` of kind `.data` if a mean or a deviation is beyond the greatest number.
  init(_ features: NDArray<Double>, weights: NDArray<Double>?, centers: Bool) throws {
    let (averages, deviations) = try Self.measured(features, weights)
    if let column = deviations.indices.first(where: { !(averages[$0] + deviations[$0]).isFinite }) {
      // Divided by infinity, it would pass for a constant.
      throw ChainRuleError(
        .data, in: "LinearModel.fit",
        problem: "the deviation of feature \(column) is beyond the greatest number",
        mend: "measure it in another unit")
    }
    // Deviations are formed from the first element, so that those of equal ones are 0, and no others: a time stamp of 1.7e15
    // in steps of 10 deviates by less than the rounding of most sums.
    let flat = deviations.indices.filter { !(deviations[$0] > 0) }
    var scales = deviations
    for column in flat { scales[column] = centers || averages[column] == 0 ? 1 : Swift.abs(averages[column]) }
    means = centers ? averages : averages.map { _ in 0 }
    constant = centers ? flat : flat.filter { averages[$0] == 0 }
    self.scales = scales
  }

  /// The mean and the population standard deviation of each feature.
  private static func measured(_ features: NDArray<Double>, _ weights: NDArray<Double>?) throws -> (
    means: [Double], deviations: [Double]
  ) {
    let x = Tensor.input("X", shape: [.batch, .fixed(features.shape[1])])
    var outputs = [mean(x, along: [0]), standardDeviation(x, along: [0])]
    var bindings: Bindings<Double> = [x: features]
    if let weights {
      let v = Tensor.input("v", shape: [.batch])
      let share = (v / sum(v)).insertingAxis(at: 1)
      // Relative to the plain mean: of equal elements nothing is left, whatever the weights round to.
      let center = outputs[0] + sum(share * (x - outputs[0]), along: [0])
      outputs = [center, norm(sqrt(share) * (x - center), along: [0])]
      bindings[v] = weights
    }
    let values = try Program<Double>(computing: outputs).run(bindings).arrays.map(\.elements)
    return (values[0], values[1])
  }

  /// The features on one scale; in a file if they are.
  ///
  /// - Throws: `ChainRuleError` of kind `.file` if the disk has no room for them.
  func apply(_ features: NDArray<Double>) throws -> NDArray<Double> {
    let width = means.count
    if self == .none(width) { return features }
    var isKept = Array(repeating: true, count: width)
    for column in constant { isKept[column] = false }
    let rowsOfPart = (1 << 16) / Swift.max(width, 1) + 1
    return try .initialized(shape: features.shape, inFile: features.isInFile, "LinearModel.fit") { target in
      features.withUnsafePointer { source in
        // Each part writes rows of its own.
        _ = Threads.forEachPart(of: features.shape[0], atLeast: rowsOfPart) { _, rows in
          for row in rows {
            for column in 0..<width {
              let index = row * width + column
              target[index] = isKept[column] ? (source[index] - means[column]) / scales[column] : 0
            }
          }
        }
      }
    }
  }
}
