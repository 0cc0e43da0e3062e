extension NDArray: Equatable {
  /// Whether both arrays have the same shape and equal elements, in the sense of IEEE 754.
  ///
  /// So `-0.0` equals `0.0`, and an array that contains a NaN differs from every array, itself included.
  public static func == (left: NDArray, right: NDArray) -> Bool {
    left.shape == right.shape
      && (0..<left.count).allSatisfy { left.storage[$0] == right.storage[$0] }
  }
}

extension NDArray: Hashable {
  /// Feeds the shape and the elements to `hasher`, equal arrays alike.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(shape)
    for offset in 0..<count { hasher.combine(storage[offset]) }
  }
}
