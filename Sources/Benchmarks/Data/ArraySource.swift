import ChainRule

/// Where workloads take their arrays from: memory, or a folder of files.
protocol ArraySource {
  /// Whether the arrays have the sizes that are measured and that golden numbers exist for.
  func isFullSize(_ workload: String) -> Bool

  /// The extents of an array.
  func shape(of name: String) throws -> [Int]

  /// The numbers of an array, rounded if they are kept in double precision and asked for in single.
  func numbers<Scalar: TensorScalar>(_ name: String, as scalar: Scalar.Type) throws -> NDArray<Scalar>

  /// The integers of an array.
  func indices(_ name: String) throws -> IndexArray

  /// The whole gradient that belongs to a golden entry; nil if it was not computed.
  func goldenGradient(_ key: String, count: Int) throws -> [Double]?
}
