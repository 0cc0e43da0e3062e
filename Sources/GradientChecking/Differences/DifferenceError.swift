/// What is wrong with a question put to ``CentralDifferences``.
public enum DifferenceError: Error, Equatable, Sendable {
  /// The point has no coordinates.
  case emptyPoint
  /// A coordinate of the point is NaN or infinite; a point on the line has coordinate 0.
  case pointNotFinite(coordinate: Int, value: Double)
  /// The direction has another number of coordinates than the point.
  case directionLength(Int, pointLength: Int)
  /// A coordinate of the direction is NaN or infinite.
  case directionNotFinite(coordinate: Int, value: Double)

  /// Compares case and contents; two NaN values count as the same, or an error would differ from itself.
  public static func == (a: DifferenceError, b: DifferenceError) -> Bool {
    switch (a, b) {
    case (.emptyPoint, .emptyPoint):
      true
    case (.directionLength(let m, let n), .directionLength(let p, let q)):
      m == p && n == q
    case (.pointNotFinite(let i, let x), .pointNotFinite(let j, let y)),
      (.directionNotFinite(let i, let x), .directionNotFinite(let j, let y)):
      i == j && (x == y || x.isNaN && y.isNaN)
    default:
      false
    }
  }
}

extension DifferenceError: CustomStringConvertible {
  /// A sentence that says what is wrong and what would fit.
  public var description: String {
    switch self {
    case .emptyPoint:
      "central differences: the point is empty; give it at least one coordinate"
    case .pointNotFinite(let coordinate, let value):
      "central differences: coordinate \(coordinate) of the point is \(value); it needs to be finite"
    case .directionLength(let length, let pointLength):
      "central differences: the direction has length \(length), the point has length \(pointLength);"
        + " the direction needs length \(pointLength)"
    case .directionNotFinite(let coordinate, let value):
      "central differences: coordinate \(coordinate) of the direction is \(value); it needs to be finite"
    }
  }
}
