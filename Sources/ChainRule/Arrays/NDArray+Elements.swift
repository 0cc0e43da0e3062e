extension NDArray {
  /// The element at one index for each axis, counted from 0.
  ///
  /// Indices outside the shape, or too few or too many of them, end the process, as with `Array`.
  ///
  /// ```swift
  /// var X: NDArray<Double> = [[1, 2], [3, 4]]
  /// X[0, 1]  // 2.0
  /// X[0, 1] = 20
  /// X.elements  // [1.0, 20.0, 3.0, 4.0]
  /// ```
  ///
  /// - Complexity: O(rank) to read; to write, O(count) the first time after a copy of the array was made.
  public subscript(_ indices: Int...) -> Scalar {
    get { storage[offset(of: indices)] }
    set {
      let offset = offset(of: indices)
      makeUnique()
      storage.pointer[offset] = newValue
    }
  }

  /// The elements in row-major order, copied.
  public var elements: [Scalar] {
    withUnsafePointer { Array(UnsafeBufferPointer(start: $0, count: count)) }
  }

  /// The only element of an array that has just one, whatever its rank.
  ///
  /// ```swift
  /// let total: NDArray<Double> = 3
  /// try total.scalar + 1  // 4.0
  /// ```
  ///
  /// - Throws: `ChainRuleError` of kind `.array` if the array has no element or several.
  public var scalar: Scalar {
    get throws {
      guard count == 1 else {
        throw ChainRuleError(
          .array, in: "NDArray.scalar", operands: "array \(shape)",
          problem: "the array has \(counted(count)), not just one",
          mend: "read elements by subscript or with elements")
      }
      return storage[0]
    }
  }

  /// Lends all elements in row-major order to `body`, without a copy.
  ///
  /// ```swift
  /// let weights: NDArray<Double> = [1, 2, 4]
  /// let total = weights.withElements { elements in
  ///   var sum = 0.0
  ///   for index in elements.indices { sum += elements[index] }
  ///   return sum
  /// }
  /// total  // 7.0
  /// ```
  public func withElements<Result>(_ body: (Span<Scalar>) throws -> Result) rethrows -> Result {
    try withExtendedLifetime(storage) {
      let buffer = UnsafeBufferPointer(start: storage.pointer, count: count)
      return try body(buffer.span)
    }
  }

  /// Lends all elements in row-major order to `body` for writing.
  ///
  /// - Complexity: O(1), or O(count) the first time after a copy of the array was made.
  public mutating func withMutableElements<Result>(
    _ body: (inout MutableSpan<Scalar>) throws -> Result
  ) rethrows -> Result {
    makeUnique()
    let storage = storage
    return try withExtendedLifetime(storage) {
      let buffer = UnsafeMutableBufferPointer(start: storage.pointer, count: storage.count)
      var span = buffer.mutableSpan
      return try body(&span)
    }
  }

  /// Lends the address of the first element to `body`.
  package func withUnsafePointer<Result>(
    _ body: (UnsafePointer<Scalar>) throws -> Result
  ) rethrows -> Result {
    try withExtendedLifetime(storage) { try body(UnsafePointer(storage.pointer)) }
  }

  /// Makes this array the only holder of its memory, by copying it if it is shared or lies in a user's file.
  private mutating func makeUnique() {
    if storage.isWritable && isKnownUniquelyReferenced(&storage) { return }
    let shared = storage
    storage = AlignedStorage(count: shared.count)
    withExtendedLifetime(shared) {
      storage.pointer.initialize(from: shared.pointer, count: shared.count)
    }
  }
}
