import ChainRuleKernels

/// The sizes and strides of a matrix product; a vector is a matrix of one row or one column.
struct MatrixLoop<Scalar: TensorScalar> {
  let rows: Int
  let inner: Int
  let columns: Int
  /// The strides of the left operand along rows and along the inner dimension.
  let left: (Int, Int)
  /// The strides of the right operand along the inner dimension and along columns.
  let right: (Int, Int)

  /// The products, one for each position along the axes before the matrices.
  private let stack: StridedLoop
  /// Where the kernel packs what it multiplies.
  private let scratch: AlignedStorage<Scalar>

  /// - Parameters:
  ///   - shape: That of the result: the broadcast axes before the matrices, then its own.
  ///   - node: What is computed, for the error.
  /// - Throws: `ChainRuleError` if there is no memory to work in.
  init(
    _ leftOperand: StridedShape, _ rightOperand: StridedShape, into shape: [Int], _ kernels: cr_kernels,
    for node: Node
  ) throws(ChainRuleError) {
    let (left, right) = (leftOperand.matrix, rightOperand.matrix)
    inner = right.lengths[0]
    rows = left.lengths.count == 2 ? left.lengths[0] : 1
    columns = right.lengths.count == 2 ? right.lengths[1] : 1
    self.left = left.lengths.count == 2 ? (left.strides[0], left.strides[1]) : (0, left.strides[0])
    self.right = (right.strides[0], right.lengths.count == 2 ? right.strides[1] : 0)
    let leading = Array(shape.dropLast(left.lengths.count + right.lengths.count - 2))
    stack = StridedLoop(over: leading, [leftOperand, rightOperand].map { $0.leading.strides(over: leading) })
    let needed = kernels.matmul_scratch(rows, inner, columns)
    guard let scratch = AlignedStorage<Scalar>(ifAvailable: needed) else {
      throw .noMemory(for: needed, of: Scalar.self, node)
    }
    self.scratch = scratch
  }

  func run(
    _ first: UnsafeMutablePointer<Scalar>, _ second: UnsafeMutablePointer<Scalar>,
    _ out: UnsafeMutablePointer<Scalar>, _ kernels: cr_kernels
  ) {
    for repetition in 0..<stack.repetitions {
      let (a, b) = (first + stack.offset(repetition, 0), second + stack.offset(repetition, 1))
      for position in 0..<stack.count {
        kernels.matmul(
          rows, inner, columns, a + position * stack.strides[0], left.0, left.1,
          b + position * stack.strides[1], right.0, right.1,
          out + (repetition * stack.count + position) * rows * columns, columns, 0, scratch.pointer)
      }
    }
  }
}
