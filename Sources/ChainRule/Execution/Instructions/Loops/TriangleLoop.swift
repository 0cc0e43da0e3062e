/// A triangle of each of several matrices, which lie one after the other.
struct TriangleLoop: Loop {
  private let isUpper: Bool
  private let offset: Int
  private let rows: Int
  private let columns: Int
  private let matrices: Int

  init(_ triangle: Triangle, _ shape: [Int]) {
    rows = shape[shape.count - 2]
    columns = shape[shape.count - 1]
    isUpper = triangle.isUpper
    // Beyond the matrix, all offsets mean the same; clamped, none overflows.
    offset = Swift.min(Swift.max(triangle.offset, -rows), columns)
    matrices = shape.contains(0) ? 0 : shape.dropLast(2).reduce(1, *)
  }

  func run(_ operands: (Address, Address, Address), _ out: Address, _ machine: Machine, firstRow: Int) {
    let size = machine.size
    // Columns before `bound` are below or on the diagonal that bounds the triangle.
    for row in 0..<matrices * rows {
      let (from, to) = (operands.0 + row * columns * size, out + row * columns * size)
      let last = row % rows + offset
      let bound = Swift.min(Swift.max(isUpper ? last : last + 1, 0), columns)
      let kept = isUpper ? bound..<columns : 0..<bound
      machine.clear(to, columns)
      machine.copy(kept.count, from + kept.lowerBound * size, 1, to + kept.lowerBound * size, 1)
    }
  }
}
