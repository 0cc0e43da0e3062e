import ChainRuleKernels

/// The shape of one matrix product, and how its operands lie.
struct ProductShape {
  let rows: Int
  let inner: Int
  let columns: Int
  /// The strides of the left operand along rows and along the inner dimension.
  let left: (Int, Int)
  /// The strides of the right operand along the inner dimension and along columns.
  let right: (Int, Int)
  /// Whether the right operand is the left one transposed, in the same memory.
  ///
  /// The two elements that lie on either side of the diagonal are then sums of the same products in the same order, and
  /// computed once.
  var isSymmetric = false

  init(_ leftOperand: StridedShape, _ rightOperand: StridedShape) {
    let (left, right) = (leftOperand.matrix, rightOperand.matrix)
    inner = right.lengths[0]
    rows = left.lengths.count == 2 ? left.lengths[0] : 1
    columns = right.lengths.count == 2 ? right.lengths[1] : 1
    self.left = left.lengths.count == 2 ? (left.strides[0], left.strides[1]) : (0, left.strides[0])
    self.right = (right.strides[0], right.lengths.count == 2 ? right.strides[1] : 0)
  }

  private init(rows: Int, inner: Int, columns: Int, left: (Int, Int), right: (Int, Int)) {
    (self.rows, self.inner, self.columns) = (rows, inner, columns)
    (self.left, self.right) = (left, right)
  }

  /// The one product that a stack of products with an operand in common amounts to, and whether its operands change places;
  /// nil if there is none.
  ///
  /// Many vectors times one matrix, as the columns of a Hessian are, make a matrix.
  fileprivate func whole(of stack: StridedLoop) -> (shape: ProductShape, isSwapped: Bool)? {
    guard stack.repetitions == 1, stack.count > 1 else { return nil }
    let strides = (stack.strides[0], stack.strides[1])
    if strides.0 == 0 && columns == 1 {
      let shape = ProductShape(
        rows: stack.count, inner: inner, columns: rows, left: (strides.1, right.0), right: (left.1, left.0))
      return (shape, true)
    }
    if strides.1 == 0 && (rows == 1 || strides.0 == rows &* left.0) {
      let shape = ProductShape(
        rows: stack.count &* rows, inner: inner, columns: columns,
        left: (rows == 1 ? strides.0 : left.0, left.1), right: right)
      return (shape, false)
    }
    return nil
  }

  /// The elements that the kernel needs to pack what it multiplies, for each of the most parts.
  func scratchCount(_ machine: Machine) -> Int {
    machine.kernels.pointee.matmul_scratch(rows, inner, columns) * mostParts
  }

  /// Into how many parts the product may be cut: as many as have work for some 20 microseconds each, if there are
  /// several.
  private var mostParts: Int {
    let (result, overflow) = (rows &* columns).multipliedReportingOverflow(by: inner)
    if overflow { return 64 }
    return result < 1 << 23 ? 1 : Swift.min(result >> 21, 64)
  }

  /// Into how many parts it is cut for so many threads.
  ///
  /// A second thread takes some time to start, and neither may have its processor to itself. Of smaller parts
  /// whoever is there first does more. But where the operand that all parts share is copied, each copies it.
  private func parts(for threads: Int) -> Int {
    if threads == 1 { return 1 }
    return Swift.min(rows >= columns && right.1 == 1 ? 4 * threads : threads, mostParts)
  }

  @inline(__always)
  func multiply(_ a: Address, _ b: Address, _ out: Address, scratch: Address, _ machine: Machine) {
    let parts = parts(for: machine.threads)
    if parts == 1 {
      multiply(rows: 0..<rows, a, b, out, scratch, machine)
    } else {
      multiply(parts, a, b, out, scratch, machine)
    }
    if isSymmetric { mirror(out, machine) }
  }

  /// Cuts the product along its longer axis.
  ///
  /// Every element is summed in the same order, whatever part it is in.
  /// Parts write elements of their own, and pack into scratch memory of their own.
  private func multiply(
    _ parts: Int, _ a: Address, _ b: Address, _ out: Address, _ scratch: Address, _ machine: Machine
  ) {
    let bytes = machine.kernels.pointee.matmul_scratch(rows, inner, columns) * machine.size
    let (length, tile) =
      rows >= columns
      ? (rows, machine.kernels.pointee.matmul_tile_rows)
      : (columns, machine.kernels.pointee.matmul_tile_columns)
    /// Between whole tiles. A part of one row would be summed as a vector is.
    func cut(_ part: Int) -> Int {
      let end = (part * length / parts + tile - 1) / tile * tile
      return end > length - 2 ? length : end
    }
    Threads.forEach(parts) { part in
      let range = cut(part)..<(part == parts - 1 ? length : cut(part + 1))
      let room = scratch + part * bytes
      if rows >= columns {
        multiply(rows: range, a, b, out, room, machine)
      } else {
        multiply(rows: 0..<rows, columns: range, a, b, out, room, machine)
      }
    }
  }

  /// Computes some rows; of a symmetric product what is not right of the diagonal, in panels of columns.
  @inline(__always)
  private func multiply(
    rows own: Range<Int>, _ a: Address, _ b: Address, _ out: Address, _ scratch: Address, _ machine: Machine
  ) {
    if !isSymmetric { return multiply(rows: own, columns: 0..<columns, a, b, out, scratch, machine) }
    // Whole tiles of three vectors, and not so many panels that packing them counts.
    let tile = 192 / machine.size
    let width = columns / 4 / tile * tile + tile
    for first in stride(from: 0, to: own.upperBound, by: width) where first == 0 || first < columns - 1 {
      // A single column would be summed as a vector is.
      let panel = first..<(first + width < columns - 1 ? first + width : columns)
      multiply(
        rows: Swift.max(first, own.lowerBound)..<own.upperBound, columns: panel, a, b, out, scratch, machine)
    }
  }

  /// Copies what is left of the diagonal to its right.
  private func mirror(_ out: Address, _ machine: Machine) {
    let row = columns * machine.size
    for column in 1..<Swift.max(columns, 1) {
      machine.copy(column, out + column * row, 1, out + column * machine.size, columns)
    }
  }

  @inline(__always)
  private func multiply(
    rows own: Range<Int>, columns wanted: Range<Int>, _ a: Address, _ b: Address, _ out: Address,
    _ scratch: Address, _ machine: Machine
  ) {
    let size = machine.size
    machine.kernels.pointee.matmul(
      own.count, inner, wanted.count, a + own.lowerBound * left.0 * size, left.0, left.1,
      b + wanted.lowerBound * right.1 * size, right.0, right.1,
      out + (own.lowerBound * columns + wanted.lowerBound) * size, columns, 0, scratch)
  }
}

/// The products of matrices or vectors, one for each position along the broadcast axes before them.
struct MatrixLoop: Loop {
  let shape: ProductShape
  private let stack: StridedLoop
  /// Whether the right operand stands first.
  let isSwapped: Bool

  /// - Parameters:
  ///   - shape: That of the result: the broadcast axes before the matrices, then its own.
  ///   - isSameMemory: Whether both operands begin at the same address.
  init(_ left: StridedShape, _ right: StridedShape, into shape: [Int], isSameMemory: Bool = false) {
    var each = ProductShape(left, right)
    let own = left.matrix.lengths.count + right.matrix.lengths.count - 2
    let leading = Array(shape.dropLast(own))
    each.isSymmetric =
      isSameMemory && leading.isEmpty && each.rows == each.columns
      && each.left == (each.right.1, each.right.0)
    let stack = StridedLoop(over: leading, [left, right].map { $0.leading.strides(over: leading) })
    if let whole = each.whole(of: stack) {
      (self.shape, isSwapped) = whole
      self.stack = StridedLoop(over: [], [])
    } else {
      (self.shape, isSwapped) = (each, false)
      self.stack = stack
    }
  }

  /// Whether there is one product only.
  var isSingle: Bool { stack.repetitions == 1 && stack.count == 1 }

  func run(_ operands: (Address, Address, Address), _ out: Address, _ machine: Machine, firstRow: Int) {
    let size = machine.size
    for repetition in 0..<stack.repetitions {
      let a = operands.0 + stack.offset(repetition, 0) * size
      let b = operands.1 + stack.offset(repetition, 1) * size
      for position in 0..<stack.count {
        shape.multiply(
          a + position * stack.strides[0] * size, b + position * stack.strides[1] * size,
          out + (repetition * stack.count + position) * shape.rows * shape.columns * size,
          scratch: operands.2, machine)
      }
    }
  }
}
