import ChainRule
import Testing

extension NDArray where Scalar == Double {
  /// Whether both are equal but for a few roundings of numbers near 1.
  func isClose(to other: NDArray, _ tolerance: Double = 1e-12) -> Bool {
    isApproximatelyEqual(to: other, relativeTolerance: tolerance, absoluteTolerance: tolerance)
  }

  /// Smooth numbers without a pattern, the same in every run.
  static func drawn(_ shape: [Int], seed: UInt64 = 1, in range: Range<Double> = 0.4..<1.6) throws -> NDArray {
    try uniform(in: range, shape: shape, seed: seed)
  }

  /// 1 at a position in row-major order, and 0 elsewhere.
  static func unit(_ shape: [Int], at position: Int) throws -> NDArray {
    let count = shape.reduce(1, *)
    return try NDArray(shape: shape, elements: (0..<count).map { $0 == position ? 1 : 0 })
  }
}
