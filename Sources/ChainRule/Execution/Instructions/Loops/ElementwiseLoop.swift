import ChainRuleKernels

/// An elementwise operation whose operands are read in several runs.
struct ElementwiseLoop: Loop {
  enum Operation {
    case map1(cr_map1)
    case map2(cr_map2)
    case select
    case copy
    /// A function without a kernel.
    case function(@Sendable (Double) -> Double)

    /// The instruction that does it in a single run; nil for what has no kernel.
    var single: Instruction.Operation? {
      switch self {
      case .map1(let kernel): .map1(kernel)
      case .map2(let kernel): .map2(kernel)
      case .select: .select
      case .copy: .copy
      case .function: nil
      }
    }
  }

  let operation: Operation
  let strided: StridedLoop

  func run(_ operands: (Address, Address, Address), _ out: Address, _ machine: Machine, firstRow: Int) {
    let size = machine.size
    let (count, strides) = (strided.count, strided.strides)
    for repetition in 0..<strided.repetitions {
      let a = operands.0 + strided.offset(repetition, 0) * size
      let target = out + repetition * count * size
      switch operation {
      case .map1(let kernel): kernel(count, a, strides[0], target)
      case .map2(let kernel):
        kernel(count, a, strides[0], operands.1 + strided.offset(repetition, 1) * size, strides[1], target)
      case .select:
        machine.kernels.pointee.select(
          count, a, strides[0], operands.1 + strided.offset(repetition, 1) * size, strides[1],
          operands.2 + strided.offset(repetition, 2) * size, strides[2], target)
      case .copy: machine.kernels.pointee.copy(count, a, strides[0], target)
      case .function(let function):
        switch machine.precision {
        case .double: apply(function, a, target, as: Double.self)
        case .single: apply(function, a, target, as: Float.self)
        }
      }
    }
  }

  private func apply<Scalar: TensorScalar>(
    _ function: (Double) -> Double, _ source: Address, _ out: Address, as scalar: Scalar.Type
  ) {
    let (from, to) = (source.assumingMemoryBound(to: scalar), out.assumingMemoryBound(to: scalar))
    let stride = strided.strides[0]
    for i in 0..<strided.count { to[i] = Scalar(function(Double(from[i * stride]))) }
  }
}
