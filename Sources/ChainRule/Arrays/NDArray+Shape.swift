extension NDArray {
  /// The number of elements of an array of this shape, or nil where there can be no such array.
  ///
  /// An extent of 0 makes the count 0 however large the others are.
  static func count(of shape: [Int]) -> Int? {
    guard shape.allSatisfy({ $0 >= 0 }) else { return nil }
    if shape.contains(0) { return 0 }
    var count = 1
    for extent in shape {
      let (product, overflow) = count.multipliedReportingOverflow(by: extent)
      if overflow { return nil }
      count = product
    }
    return count
  }

  /// The number of elements of an array of this shape, or the error that says why there is none.
  static func validatedCount(of shape: [Int], in operation: String) throws -> Int {
    if let count = count(of: shape) { return count }
    if let axis = shape.firstIndex(where: { $0 < 0 }) {
      throw ChainRuleError(
        .array, in: operation, operands: "shape \(shape)",
        problem: "the extent \(shape[axis]) of axis \(axis) is negative", mend: "extents are 0 or more")
    }
    throw ChainRuleError(
      .array, in: operation, operands: "shape \(shape)",
      problem: "the number of elements is larger than \(Int.max)")
  }

  /// Memory for an array of this shape, or the error that says why there is none.
  static func validatedStorage(for shape: [Int], in operation: String) throws -> AlignedStorage<Scalar> {
    let count = try validatedCount(of: shape, in: operation)
    guard let storage = AlignedStorage<Scalar>(ifAvailable: count) else {
      throw ChainRuleError(
        .array, in: operation, operands: "shape \(shape)",
        problem: "there is no memory for \(counted(count)) of \(MemoryLayout<Scalar>.stride) bytes")
    }
    return storage
  }

  /// Makes an array whose elements `body` writes, every one of them, or throws where there is no memory for them.
  ///
  /// - Throws: `ChainRuleError` of kind `.array`, and what `body` throws.
  package static func initialized(
    shape: [Int], in operation: String, _ body: (UnsafeMutablePointer<Scalar>) throws -> Void
  ) throws -> NDArray {
    let storage = try validatedStorage(for: shape, in: operation)
    try body(storage.pointer)
    return NDArray(shape: shape, storage: storage)
  }

  /// The position in row-major order of the element at `indices`; traps where there is none.
  func offset(of indices: [Int]) -> Int {
    precondition(indices.count == rank, "rank \(rank) takes \(rank) indices, not \(indices.count)")
    var offset = 0
    for (axis, index) in indices.enumerated() {
      precondition(
        index >= 0 && index < shape[axis],
        "index \(index) is out of range for axis \(axis) with extent \(shape[axis])")
      offset = offset * shape[axis] + index
    }
    return offset
  }

  /// The indices of the element at a position in row-major order.
  package func indices(at offset: Int) -> [Int] { elementIndices(at: offset, in: shape) }
}

/// The indices of the element at a position in row-major order of an array of this shape.
package func elementIndices(at offset: Int, in shape: [Int]) -> [Int] {
  var indices = [Int](repeating: 0, count: shape.count)
  var rest = offset
  for axis in shape.indices.reversed() {
    (rest, indices[axis]) = rest.quotientAndRemainder(dividingBy: shape[axis])
  }
  return indices
}

/// A number of elements in words, such as `1 element` or `6 elements`.
func counted(_ count: Int) -> String { count == 1 ? "1 element" : "\(count) elements" }
