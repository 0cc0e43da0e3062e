/// Integers in a rectangular arrangement of any rank: labels of classes, positions to gather from.
///
/// ```swift
/// let labels: IndexArray = [0, 2, 1]
/// labels.shape  // [3]
/// labels        // [0 2 1]
/// ```
///
/// Where `NDArray` holds numbers to calculate with, this holds numbers to count with, each of them exact.
public struct IndexArray: Sendable, Hashable {
  /// The extents of the axes, outermost first; empty for a single index.
  public let shape: [Int]

  /// The indices in row-major order, the last axis running fastest.
  public let elements: [Int]

  /// The number of axes.
  public var rank: Int { shape.count }

  /// The number of indices: the product of the extents, so 1 for an array without axes.
  public var count: Int { elements.count }

  /// Indices in row-major order, arranged in a shape.
  ///
  /// - Throws: `ChainRuleError` of kind `.array` if the shape needs more or fewer elements than there are, has a
  ///   negative extent, or is larger than the memory.
  public init(shape: [Int], elements: some Collection<Int>) throws {
    let operation = "IndexArray(shape:elements:)"
    let needed = try NDArray<Double>.validatedCount(of: shape, in: operation)
    guard needed == elements.count else {
      throw ChainRuleError(
        .array, in: operation, operands: "shape \(shape)",
        problem: "the shape needs \(counted(needed)) and \(elements.count) came",
        mend: "\(elements.count) fill the shape [\(elements.count)]")
    }
    guard AvailableMemory.holds(needed * MemoryLayout<Int>.stride) else {
      throw ChainRuleError(
        .array, in: operation, operands: "shape \(shape)",
        problem: "there is no memory for \(counted(needed)) of \(MemoryLayout<Int>.stride) bytes")
    }
    self.init(checkedShape: shape, elements: Array(elements))
  }

  /// The indices as an array with one axis.
  public init(_ elements: [Int]) {
    self.init(checkedShape: [elements.count], elements: elements)
  }

  /// Elements of which the caller knows that they fill the shape.
  init(checkedShape shape: [Int], elements: [Int]) {
    self.shape = shape
    self.elements = elements
  }
}

extension IndexArray: ExpressibleByIntegerLiteral {
  /// The literal as an array without axes.
  public init(integerLiteral value: Int) {
    self.init(checkedShape: [], elements: [value])
  }
}

extension IndexArray: ExpressibleByArrayLiteral {
  /// Arrays of one shape, stacked along a new first axis: `[[0, 1], [2, 3]]` has shape `[2, 2]`.
  ///
  /// The literal `[]` has shape `[0]`. Elements that differ in shape end the process; where indices come from
  /// outside the source text, `init(shape:elements:)` throws instead.
  public init(arrayLiteral elements: IndexArray...) {
    let inner = elements.first?.shape ?? []
    for (index, element) in elements.enumerated() {
      // A literal cannot throw, and a ragged one is a mistake in the source text like a duplicate dictionary key.
      precondition(
        element.shape == inner,
        "array literal: element \(index) has shape \(element.shape) and element 0 has \(inner)")
    }
    self.init(checkedShape: [elements.count] + inner, elements: elements.flatMap(\.elements))
  }
}

extension IndexArray: CustomStringConvertible {
  /// The array as NumPy prints an integer array, at most 75 characters in a line.
  ///
  /// ```
  /// [[ 0  1]
  ///  [10  3]]
  /// ```
  ///
  /// Only the ends of long axes are shown if there are more than 1000 elements.
  public var description: String {
    let layout = ArrayLayout(shape: shape, separator: " ", threshold: 1000, edgeItems: 3, lineWidth: 75)
    let cells = layout.offsets.map { String(elements[$0]) }
    let width = cells.lazy.map(\.count).max() ?? 0
    return layout.text(cells.map { String(repeating: " ", count: width - $0.count) + $0 })
  }
}
