import ChainRuleKernels

/// One computation with everything about it decided: which loop, which buffers, which strides.
///
/// It is made of a few plain numbers, so that running a list of instructions counts no references and reads little.
struct Instruction {
  enum Operation {
    /// One kernel call each.
    case map1(cr_map1)
    case map2(cr_map2)
    case select
    case copy
    case sum
    case dot
    /// A number in the list of products, of loops for anything else, or of custom operations.
    case product(Int)
    case loop(Int)
    case custom(Int)
  }

  let operation: Operation
  /// The buffers read; unused ones repeat the first.
  let operands: (Int, Int, Int)
  let output: Int
  /// The elements of a single run, and how far apart they are in each operand.
  let count: Int
  let strides: (Int, Int, Int)
  /// The step of the order that this computes.
  let step: Int
  /// The number of elements of the step's result that are computed after this instruction; 0 if it is not yet whole.
  let written: Int
}

/// Instructions in their order, and the loops that some of them stand for.
struct InstructionList {
  private(set) var instructions: [Instruction] = []
  private(set) var products: [ProductShape] = []
  private(set) var loops: [any Loop] = []
  private(set) var customs: [any CustomEvaluation] = []

  mutating func append(_ instruction: Instruction) { instructions.append(instruction) }
  mutating func reserve(_ count: Int) { instructions.reserveCapacity(count) }

  /// The operation that stands for a product.
  mutating func operation(_ product: ProductShape) -> Instruction.Operation {
    products.append(product)
    return .product(products.count - 1)
  }

  /// The operation that stands for a loop.
  mutating func operation(_ loop: any Loop) -> Instruction.Operation {
    loops.append(loop)
    return .loop(loops.count - 1)
  }

  /// The operation that stands for a custom one.
  mutating func operation(_ custom: any CustomEvaluation) -> Instruction.Operation {
    customs.append(custom)
    return .custom(customs.count - 1)
  }

  /// - Throws: `MatrixFailure` for a matrix without the result asked for, and what a custom operation throws.
  func run(_ range: Range<Int>, _ buffers: Buffers, _ machine: Machine, firstRow: Int) throws {
    try instructions.withUnsafeBufferPointer { instructions in
      for position in range { try run(instructions[position], buffers, machine, firstRow: firstRow) }
    }
  }

  /// - Throws: As for several.
  @inline(__always)
  func run(_ instruction: Instruction, _ buffers: Buffers, _ machine: Machine, firstRow: Int) throws {
    let operands = instruction.operands
    let (count, strides) = (instruction.count, instruction.strides)
    let first = buffers[operands.0]
    let out = buffers[instruction.output]
    switch instruction.operation {
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
    case .dot:
      machine.kernels.pointee.dot(count, first, strides.0, buffers[operands.1], strides.1, out)
    case .product(let number):
      products[number].multiply(first, buffers[operands.1], out, scratch: buffers[operands.2], machine)
    case .loop(let number):
      try loops[number].run(
        (first, buffers[operands.1], buffers[operands.2]), out, machine, firstRow: firstRow)
    case .custom(let number):
      try customs[number].run(buffers, out)
    }
  }
}
