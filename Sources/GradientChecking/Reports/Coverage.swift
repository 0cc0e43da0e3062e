/// How much of a gradient was looked at, and what could have been missed.
///
/// ```swift
/// Coverage(all: 12).isWhole                              // true
/// Coverage(coordinates: 1000, of: 10_000).missChance     // 0.9
/// ```
public struct Coverage: Sendable, Hashable {
  /// How many coordinates were looked at one by one.
  public let coordinates: Int
  /// How many there are.
  public let total: Int
  /// In how many random directions all coordinates were looked at together.
  public let directions: Int
  /// A single wrong coordinate is seen in a direction with a probability of at least 99 % if it is off by this much; nil
  /// without directions.
  public let visibleError: Double?

  /// A part of the coordinates, and directions in all.
  public init(coordinates: Int, of total: Int, directions: Int = 0, visibleError: Double? = nil) {
    (self.coordinates, self.total) = (coordinates, total)
    (self.directions, self.visibleError) = (directions, visibleError)
  }

  /// Every coordinate.
  public init(all total: Int, directions: Int = 0) {
    self.init(coordinates: total, of: total, directions: directions)
  }

  /// Whether every coordinate was looked at.
  public var isWhole: Bool { coordinates == total }

  /// The probability with which one wrong coordinate, wherever it is, was not among those looked at one by one.
  public var missChance: Double { total == 0 ? 0 : Double(total - coordinates) / Double(total) }
}
