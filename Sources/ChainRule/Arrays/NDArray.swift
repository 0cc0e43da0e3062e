/// Numbers in a rectangular arrangement of any rank: what programs read and what they return.
///
/// ```swift
/// let X: NDArray<Double> = [[1, 2], [3, 4], [5, 6]]
/// X.shape  // [3, 2]
/// X[2, 0]  // 5.0
/// ```
///
/// An array is a value: a copy never sees later changes of its original. Copies share memory until one of them is
/// written to, so passing an array on costs nothing. The elements lie in row-major order, the last index running
/// fastest, and start on a 64-byte boundary.
///
/// Arrays hold numbers and do not calculate; expressions of `Tensor` do.
public struct NDArray<Scalar: TensorScalar>: Sendable {
  /// The extents of the axes, outermost first; empty for a single number.
  public let shape: [Int]

  /// The memory that holds the elements, perhaps shared with other arrays.
  package internal(set) var storage: AlignedStorage<Scalar>

  /// The number of axes.
  public var rank: Int { shape.count }

  /// The number of elements: the product of the extents, so 1 for an array without axes.
  public var count: Int { storage.count }

  /// Takes over storage that already holds the elements, without copying them.
  package init(shape: [Int], storage: AlignedStorage<Scalar>) {
    guard Self.count(of: shape) == storage.count else {
      preconditionFailure("storage of \(storage.count) elements under shape \(shape)")
    }
    self.shape = shape
    self.storage = storage
  }

  /// Makes an array whose elements `body` writes, every one of them, into new memory.
  ///
  /// The shape is one that has already been checked: this is the door for results, not for users' data.
  package static func initialized(
    shape: [Int], _ body: (UnsafeMutablePointer<Scalar>) throws -> Void
  ) rethrows -> NDArray {
    guard let count = count(of: shape) else { preconditionFailure("no array has shape \(shape)") }
    let storage = AlignedStorage<Scalar>(count: count)
    try body(storage.pointer)
    return NDArray(shape: shape, storage: storage)
  }

  /// The array with the same elements in the same row-major order under another shape; no element is copied.
  ///
  /// ```swift
  /// let X: NDArray<Double> = [[1, 2, 3], [4, 5, 6]]
  /// print(try X.reshaped(to: [3, 2]))
  /// // [[1. 2.]
  /// //  [3. 4.]
  /// //  [5. 6.]]
  /// ```
  ///
  /// - Throws: `ChainRuleError` of kind `.array` if the new shape does not hold exactly `count` elements.
  /// - Complexity: O(rank).
  public func reshaped(to newShape: [Int]) throws -> NDArray {
    let needed = try Self.validatedCount(of: newShape, in: "reshaped(to:)")
    guard needed == count else {
      throw ChainRuleError(
        .array, in: "reshaped(to:)", operands: "array \(shape), shape \(newShape)",
        problem: "the array has \(counted(count)) and the shape needs \(needed)",
        mend: "choose extents whose product is \(count)")
    }
    return NDArray(shape: newShape, storage: storage)
  }

  /// The array of the same shape whose elements are those of this one after `transform`.
  ///
  /// ```swift
  /// let X: NDArray<Double> = [1, 4, 9]
  /// X.map { $0.squareRoot() }  // [1. 2. 3.]
  /// ```
  ///
  /// - Complexity: O(count).
  public func map(_ transform: (Scalar) throws -> Scalar) rethrows -> NDArray {
    try .initialized(shape: shape) { target in
      for offset in 0..<count { target[offset] = try transform(storage[offset]) }
    }
  }
}
