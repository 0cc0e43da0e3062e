/// Integers in a rectangular arrangement of any rank: labels, and positions to gather at.
///
/// ```swift
/// let labels: IndexArray = [0, 2, 1]
/// ```
public struct IndexArray: Sendable, Hashable, CustomStringConvertible {
  /// The extents of the axes, outermost first; empty for a single integer.
  public let shape: [Int]
  /// The integers in row-major order.
  public let elements: [Int]

  /// Integers in row-major order, arranged in a shape.
  ///
  /// - Throws: `ChainRuleError` of kind `.array` if the shape needs more or fewer integers than there are.
  public init(shape: [Int], elements: [Int]) throws {
    let needed = try NDArray<Double>.validatedCount(of: shape, in: "IndexArray(shape:elements:)")
    guard needed == elements.count else {
      throw ChainRuleError(
        .array, in: "IndexArray(shape:elements:)", operands: "shape \(shape)",
        problem: "the shape needs \(needed) integers and \(elements.count) came",
        mend: "\(elements.count) fill the shape [\(elements.count)]")
    }
    self.shape = shape
    self.elements = elements
  }

  /// The integers as an array with one axis.
  public init(_ elements: [Int]) {
    shape = [elements.count]
    self.elements = elements
  }

  /// The shape and the first integers.
  public var description: String { "IndexArray \(shape) \(elements)" }
}

extension IndexArray: ExpressibleByArrayLiteral {
  /// Creates an array with one axis from a list.
  public init(arrayLiteral elements: Int...) { self.init(elements) }
}
