import ChainRuleKernels

/// The memory one run of a program works in, for given lengths of its symbols, and its flat list of instructions.
///
/// # Why the unsafe pointers are right
/// `buffers` holds one address for each step of the schedule, and one more for each output that has to be copied
/// together. Each points into storage that this workspace keeps alive as long as itself: bound arrays in `data`,
/// constants in `constants`, the rest in `memory`. Slots are as large as their largest user: `StoragePlan` shares a
/// slot only between steps whose shapes have the same number of elements for all lengths. Only parameters, slots and
/// copies are written to, and those are allocated here and referenced by nobody else; arrays handed in are read.
final class Workspace<Scalar: TensorScalar> {
  let program: Program<Scalar>
  /// The arrays of the leaves; those of parameters are this workspace's own.
  private(set) var data: [NDArray<Scalar>]
  let instructions: [Instruction<Scalar>]
  private let constants: [NDArray<Scalar>]
  private let memory: [AlignedStorage<Scalar>]
  private let buffers: Buffers<Scalar>
  private let bufferCount: Int
  private let lengths: [Shape.Extent: Int]
  private let counts: [Int]
  /// The buffer and lengths of each output, then of each updated parameter's new value.
  private let results: [(buffer: Int, lengths: [Int], count: Int)]
  private let kernels = Scalar.kernels

  init(_ program: Program<Scalar>, _ bound: BoundData<Scalar>) throws {
    self.program = program
    data = zip(program.leaves, bound.arrays).map { leaf, array in
      guard case .leaf(.parameter) = leaf.node.primitive else { return array }
      // A copy of its own, because a session writes parameters in place.
      return .initialized(shape: array.shape) { target in
        array.withUnsafePointer { target.update(from: $0, count: array.count) }
      }
    }
    constants = zip(program.plan.constants, program.constants).map { index, value in
      if let value { return value }
      guard case .leaf(.extent(let extent)) = program.schedule.steps[index].primitive else { return 0 }
      return NDArray(Scalar(bound.lengths[extent] ?? 0))
    }
    lengths = bound.lengths
    let lowering = try Lowering(program, bound.lengths)
    memory = lowering.sizes.map { AlignedStorage(count: $0) }
    instructions = lowering.instructions
    results = lowering.results
    counts = lowering.counts
    bufferCount = lowering.sources.count
    buffers = .allocate(capacity: max(bufferCount, 1))
    for (index, source) in lowering.sources.enumerated() {
      let address =
        switch source {
        case .leaf(let leaf): data[leaf].storage.pointer
        case .constant(let constant): constants[constant].storage.pointer
        case .memory(let block): memory[block].pointer
        }
      (buffers + index).initialize(to: address)
    }
  }

  deinit {
    buffers.deinitialize(count: bufferCount)
    buffers.deallocate()
  }

  func run() {
    for instruction in instructions { instruction.run(buffers, kernels) }
  }

  /// Runs only the instructions with these positions, which are in increasing order.
  func run(_ positions: [Int]) {
    for position in positions { instructions[position].run(buffers, kernels) }
  }

  /// Runs everything, and stops at the first value that is not finite.
  func firstNonFinite() -> NonFiniteReport? {
    for (leaf, array) in zip(program.leaves, data) {
      let position = kernels.first_non_finite(array.count, array.storage.pointer)
      if position < array.count { return NonFiniteReport(leaf: leaf, array, at: position) }
    }
    for instruction in instructions {
      instruction.run(buffers, kernels)
      let position = kernels.first_non_finite(instruction.count, buffers[instruction.output])
      if position < instruction.count {
        return NonFiniteReport(instruction, at: position, in: self)
      }
    }
    return nil
  }

  /// The elements of the result numbered `result` of the program, borrowed.
  func elements(ofResult result: Int) -> UnsafeBufferPointer<Scalar> {
    UnsafeBufferPointer(start: buffers[results[result].buffer], count: results[result].count)
  }

  func array(ofOutput output: Int) -> NDArray<Scalar> {
    let elements = elements(ofResult: output)
    return .initialized(shape: results[output].lengths) { target in
      if let source = elements.baseAddress { target.update(from: source, count: elements.count) }
    }
  }

  /// The memory of the leaf numbered `leaf`, which must be a parameter's.
  func parameter(_ leaf: Int) -> UnsafeMutableBufferPointer<Scalar> {
    UnsafeMutableBufferPointer(start: data[leaf].storage.pointer, count: data[leaf].count)
  }

  /// An element of what instruction operand `buffer` holds.
  func value(_ buffer: Int, _ offset: Int) -> Scalar { buffers[buffer][offset] }
}

extension Workspace {
  /// The lengths of what `instruction` writes.
  func lengths(of instruction: Instruction<Scalar>) -> [Int] {
    let shape = program.schedule.steps[instruction.step].node.shape
    return shape.extents.map { extent in
      if case .fixed(let length) = extent { length } else { lengths[extent] ?? 0 }
    }
  }

  /// For elementwise instructions the operands' elements behind the output's element at `position`; for others each
  /// operand's element of the greatest magnitude.
  func operandValues(of instruction: Instruction<Scalar>, at position: Int, count: Int) -> [Scalar] {
    let buffers = [instruction.operands.0, instruction.operands.1, instruction.operands.2].prefix(count)
    switch instruction.operation {
    case .map1(_, let loop), .map2(_, let loop), .select(let loop), .copy(let loop):
      let (repetition, inner) = position.quotientAndRemainder(dividingBy: loop.count)
      return buffers.enumerated().map { operand, buffer in
        value(buffer, loop.offset(repetition, operand) + inner * loop.strides[operand])
      }
    case .sum, .matrixProduct:
      let inputs = program.schedule.steps[instruction.step].inputs
      return zip(buffers, inputs).map { buffer, input in
        (0..<counts[input]).map { value(buffer, $0) }.max { $0.magnitude < $1.magnitude } ?? 0
      }
    }
  }
}
