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
  /// What stands for the numbers of integers, which have none.
  private let noElements = AlignedStorage<Scalar>(count: 0)
  private let buffers: Buffers<Scalar>
  private let bufferCount: Int
  /// The integers of the program's index leaves.
  let indices: [IndexArray]
  let layouts: [StridedShape]
  /// The buffer and lengths of each output, then of each updated parameter's new value.
  private let results: [(buffer: Int, lengths: [Int], count: Int)]
  private let kernels = Scalar.kernels

  init(_ program: Program<Scalar>, _ bound: BoundData<Scalar>) throws {
    // First of all, since it refuses what cannot be addressed.
    let lowering = try Lowering(program, bound)
    self.program = program
    data = zip(program.leaves, bound.arrays).map { leaf, array in
      guard case .leaf(.parameter) = leaf.node.primitive else { return array }
      // A copy of its own, because a session writes parameters in place.
      return .initialized(shape: array.shape) { target in
        array.withUnsafePointer { target.update(from: $0, count: array.count) }
      }
    }
    constants = try zip(program.plan.constants, program.constants).map { index, value in
      if let value { return value }
      switch program.schedule.steps[index].primitive {
      case .leaf(.extent(let extent)): return NDArray(Scalar(bound.length(of: extent)))
      case .leaf(.positions(let extent)):
        let length = bound.length(of: extent)
        let storage = try Self.storage(length, for: program.schedule.steps[index].node)
        for position in 0..<length { storage.pointer[position] = Scalar(position) }
        return NDArray(shape: [length], storage: storage)
      default: return 0
      }
    }
    indices = bound.indices
    memory = try lowering.sizes.map { try Self.storage($0.count, for: program.schedule.steps[$0.step].node) }
    instructions = lowering.instructions
    results = lowering.results
    layouts = lowering.layouts
    bufferCount = lowering.sources.count
    buffers = .allocate(capacity: max(bufferCount, 1))
    for (index, source) in lowering.sources.enumerated() {
      let address =
        switch source {
        case .leaf(let leaf): data[leaf].storage.pointer
        case .constant(let constant): constants[constant].storage.pointer
        case .memory(let block): memory[block].pointer
        // Read by nobody: the instructions hold the integers themselves.
        case .indices: noElements.pointer
        }
      (buffers + index).initialize(to: address + lowering.offsets[index])
    }
  }

  private static func storage(_ count: Int, for node: Node) throws -> AlignedStorage<Scalar> {
    if let storage = AlignedStorage<Scalar>(ifAvailable: count) { return storage }
    throw ChainRuleError.noMemory(for: count, of: Scalar.self, node)
  }

  deinit {
    buffers.deinitialize(count: bufferCount)
    buffers.deallocate()
  }

  /// - Throws: `ChainRuleError` for an operation without a result, such as the inverse of a singular matrix, and
  ///   what a custom operation throws.
  func run() throws {
    for instruction in instructions { try run(instruction) }
  }

  /// Runs only the instructions with these positions, which are in increasing order.
  func run(_ positions: [Int]) throws {
    for position in positions { try run(instructions[position]) }
  }

  private func run(_ instruction: Instruction<Scalar>) throws {
    do {
      try instruction.run(buffers, kernels)
    } catch let failure as MatrixFailure {
      throw error(failure, in: program.schedule.steps[instruction.step])
    }
  }

  private func error(_ failure: MatrixFailure, in step: ExecutionOrder.Step) -> ChainRuleError {
    let operand = Tensor(step.node.inputs[0])
    let which = operand.leading.isEmpty ? "" : " (matrix \(position(failure.matrix, in: step)))"
    return ChainRuleError(
      .singular, in: step.primitive.family.name, operands: operand.labelled + which, problem: failure.problem,
      mend: failure.mend)
  }

  /// Where the matrix numbered `matrix` stands: its number, or one for each of several axes before those of the matrices.
  private func position(_ matrix: Int, in step: ExecutionOrder.Step) -> String {
    let leading = layouts[step.inputs[0]].leading.lengths
    return leading.count == 1 ? "\(matrix)" : "\(elementIndices(at: matrix, in: leading))"
  }

  /// Runs everything, and stops at the first value that is not finite.
  func firstNonFinite() throws -> NonFiniteReport? {
    for (leaf, array) in zip(program.leaves, data) {
      let position = kernels.first_non_finite(array.count, array.storage.pointer)
      if position < array.count { return NonFiniteReport(leaf: leaf, array, at: position) }
    }
    for instruction in instructions {
      try run(instruction)
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
