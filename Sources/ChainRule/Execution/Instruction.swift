import ChainRuleKernels

/// Addresses of the buffers of a workspace, in the order of its steps.
typealias Buffers<Scalar> = UnsafeMutablePointer<UnsafeMutablePointer<Scalar>>

/// One kernel call with everything about it decided: which loop, which buffers, which strides.
struct Instruction<Scalar: TensorScalar> {
  enum Operation {
    case map1(cr_map1, StridedLoop)
    /// A function without a kernel.
    case function(@Sendable (Double) -> Double, StridedLoop)
    case map2(cr_map2, StridedLoop)
    case select(StridedLoop)
    case copy(StridedLoop)
    case sum(SumLoop)
    case matrixProduct(MatrixLoop<Scalar>)
    case fiber(FiberLoop<Scalar>)
    case arrange(ArrangementLoop)
    case triangle(TriangleLoop)
    case place(PlaceLoop)
    case gather(GatherLoop)
    case scatterAdd(GatherLoop)
    case matrixFunction(MatrixFunction, MatrixStack)
    case solution(MatrixStack, columns: Int)
    case custom(CustomCall<Scalar>)
  }

  let operation: Operation
  /// The buffers read; unused ones repeat the first.
  let operands: (Int, Int, Int)
  let output: Int
  /// The number of elements written.
  let count: Int
  /// The step of the schedule that this computes.
  let step: Int

  /// - Throws: `MatrixFailure` for a matrix without the result asked for, and what a custom operation throws.
  func run(_ buffers: Buffers<Scalar>, _ kernels: cr_kernels) throws {
    let out = buffers[output]
    let first = buffers[operands.0]
    switch operation {
    case .map1(let kernel, let loop):
      for repetition in 0..<loop.repetitions {
        kernel(
          loop.count, first + loop.offset(repetition, 0), loop.strides[0],
          out + repetition * loop.count)
      }
    case .function(let function, let loop):
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
      loop.run(first, buffers[operands.1], out, kernels)
    case .fiber(let loop):
      loop.run(first, out)
    case .arrange(let loop):
      loop.run(first, buffers[operands.1], out)
    case .triangle(let loop):
      loop.run(first, out)
    case .place(let loop):
      loop.run(first, out, count)
    case .gather(let loop):
      loop.gather(first, out)
    case .scatterAdd(let loop):
      loop.scatterAdd(first, out, count)
    case .matrixFunction(let function, let stack):
      try stack.apply(function, first, out)
    case .solution(let stack, let columns):
      try stack.solve(first, buffers[operands.1], out, columns: columns)
    case .custom(let call):
      try call.run(buffers, out)
    }
  }
}
