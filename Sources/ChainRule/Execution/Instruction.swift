import ChainRuleKernels

/// One computation with everything about it decided: which loop, which buffers, which strides.
struct Instruction {
  enum Operation {
    /// One kernel call each.
    case map1(cr_map1)
    case map2(cr_map2)
    case select
    case copy
    case sum
    case product(ProductShape)
    /// Anything else.
    case loop(any Loop)
    case custom(any CustomEvaluation)
  }

  let operation: Operation
  /// The buffers read; unused ones repeat the first.
  let operands: (Int, Int, Int)
  let output: Int
  /// The elements of a single run, and how far apart they are in each operand.
  let count: Int
  let strides: (Int, Int, Int)
  /// The step of the schedule that this computes.
  let step: Int
  /// The number of elements of the step's result that are computed after this instruction; 0 if it is not yet whole.
  let written: Int

  /// - Throws: `MatrixFailure` for a matrix without the result asked for, and what a custom operation throws.
  @inline(__always)
  func run(_ buffers: Buffers, _ machine: Machine, firstRow: Int) throws {
    let first = buffers[operands.0]
    let out = buffers[output]
    switch operation {
    case .map1(let kernel):
      kernel(count, first, strides.0, out)
    case .map2(let kernel):
      kernel(count, first, strides.0, buffers[operands.1], strides.1, out)
    case .select:
      machine.kernels.pointee.select(
        count, first, strides.0, buffers[operands.1], strides.1, buffers[operands.2], strides.2, out)
    case .copy:
      machine.kernels.pointee.copy(count, first, strides.0, out)
    case .sum:
      machine.kernels.pointee.sum(count, first, strides.0, out)
    case .product(let shape):
      shape.multiply(first, buffers[operands.1], out, scratch: buffers[operands.2], machine)
    case .loop(let loop):
      try loop.run((first, buffers[operands.1], buffers[operands.2]), out, machine, firstRow: firstRow)
    case .custom(let call):
      try call.run(buffers, out)
    }
  }
}
