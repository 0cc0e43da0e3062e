import ChainRuleKernels

/// Addresses of the buffers of a workspace, in the order of its steps.
typealias Buffers<Scalar> = UnsafeMutablePointer<UnsafeMutablePointer<Scalar>>

/// One kernel call with everything about it decided: which loop, which buffers, which strides.
struct Instruction<Scalar: TensorScalar> {
  enum Operation {
    case map1(@Sendable (Double) -> Double, StridedLoop)
    case map2(cr_map2, StridedLoop)
    case select(StridedLoop)
    case copy(StridedLoop)
    case sum(SumLoop)
    case matrixProduct(MatrixLoop)
  }

  let operation: Operation
  /// The buffers read; unused ones repeat the first.
  let operands: (Int, Int, Int)
  let output: Int
  /// The number of elements written.
  let count: Int
  /// The step of the schedule that this computes.
  let step: Int

  func run(_ buffers: Buffers<Scalar>, _ kernels: cr_kernels) {
    let out = buffers[output]
    let first = buffers[operands.0]
    switch operation {
    case .map1(let function, let loop):
      let stride = loop.strides[0]
      for repetition in 0..<loop.repetitions {
        let source = first + loop.offset(repetition, 0)
        let target = out + repetition * loop.count
        for i in 0..<loop.count { target[i] = Scalar(function(Double(source[i * stride]))) }
      }
    case .map2(let kernel, let loop):
      for repetition in 0..<loop.repetitions {
        kernel(
          loop.count, first + loop.offset(repetition, 0), loop.strides[0],
          buffers[operands.1] + loop.offset(repetition, 1), loop.strides[1],
          out + repetition * loop.count)
      }
    case .select(let loop):
      for repetition in 0..<loop.repetitions {
        kernels.select(
          loop.count, first + loop.offset(repetition, 0), loop.strides[0],
          buffers[operands.1] + loop.offset(repetition, 1), loop.strides[1],
          buffers[operands.2] + loop.offset(repetition, 2), loop.strides[2],
          out + repetition * loop.count)
      }
    case .copy(let loop):
      for repetition in 0..<loop.repetitions {
        kernels.copy(
          loop.count, first + loop.offset(repetition, 0), loop.strides[0],
          out + repetition * loop.count)
      }
    case .sum(let loop):
      loop.run(first, out, kernels)
    case .matrixProduct(let loop):
      kernels.matmul(
        loop.rows, loop.inner, loop.columns, first, loop.left.0, loop.left.1,
        buffers[operands.1], loop.right.0, loop.right.1, out)
    }
  }
}

/// The sizes and strides of a matrix product; a vector is a matrix of one row or one column.
struct MatrixLoop {
  let rows: Int
  let inner: Int
  let columns: Int
  /// The strides of the left operand along rows and along the inner dimension.
  let left: (Int, Int)
  /// The strides of the right operand along the inner dimension and along columns.
  let right: (Int, Int)

  init(_ left: StridedShape, _ right: StridedShape) {
    inner = right.lengths[0]
    rows = left.lengths.count == 2 ? left.lengths[0] : 1
    columns = right.lengths.count == 2 ? right.lengths[1] : 1
    self.left = left.lengths.count == 2 ? (left.strides[0], left.strides[1]) : (0, left.strides[0])
    self.right = (right.strides[0], right.lengths.count == 2 ? right.strides[1] : 0)
  }
}

/// The lengths of axes, and how far apart their elements lie in memory.
struct StridedShape {
  var lengths: [Int]
  var strides: [Int]

  /// Elements in row-major order without gaps.
  init(contiguous lengths: [Int]) {
    self.lengths = lengths
    strides = lengths
    var stride = 1
    for axis in lengths.indices.reversed() {
      strides[axis] = stride
      // Beside an axis of length 0, others may be of any length: there is no element to reach.
      stride &*= max(lengths[axis], 1)
    }
  }

  init(lengths: [Int], strides: [Int]) {
    self.lengths = lengths
    self.strides = strides
  }

  func permuted(_ order: [Int]) -> StridedShape {
    let axes = order.map { $0 < 0 ? $0 + lengths.count : $0 }
    return StridedShape(lengths: axes.map { lengths[$0] }, strides: axes.map { strides[$0] })
  }

  /// The same elements repeated to fill `shape`: repeated axes have stride 0.
  func broadcast(to shape: [Int]) -> StridedShape {
    let offset = shape.count - lengths.count
    return StridedShape(
      lengths: shape,
      strides: shape.indices.map { axis in
        axis < offset || (lengths[axis - offset] == 1 && shape[axis] != 1) ? 0 : strides[axis - offset]
      })
  }

  /// The strides with which an operation of shape `shape` walks this operand.
  func strides(over shape: [Int]) -> [Int] { lengths == shape ? strides : broadcast(to: shape).strides }
}
