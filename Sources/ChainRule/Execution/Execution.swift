import ChainRuleKernels

/// Some results of a program, ready to be computed from data of given lengths any number of times.
///
/// # Why the unsafe pointers are right
/// Addresses point into `data` and `memory`, which this object keeps alive as long as itself, at offsets that
/// `Arena` planned for as many bytes as the step's shape has with the lengths of the data. Only `memory`, which nobody
/// else refers to, is written to.
final class Execution<Scalar: TensorScalar> {
  private enum Stage {
    case whole([Instruction])
    case pass(Pass)
  }

  let program: Program<Scalar>
  private let data: ProgramData<Scalar>
  private let memory: Memory
  private let stages: [Stage]
  private let buffers: Buffers
  private let bufferCount: Int
  private let results: [(address: Address, lengths: [Int], count: Int)]
  private let machine = Machine(Scalar.precision)
  /// Where the steps in memory as a whole lie.
  let residents: Residents

  /// - Parameters:
  ///   - wanted: The steps of the results.
  ///   - limits: Which rows are walked in blocks of what size; nil to compute every step whole, and in memory.
  /// - Throws: `ChainRuleError` for arrays that cannot be addressed, or without memory to work in.
  init(
    _ program: Program<Scalar>, _ data: ProgramData<Scalar>, _ wanted: [Int],
    blocking limits: RowBlocks.Limits? = RowBlocks.Limits()
  ) throws {
    self.program = program
    self.data = data
    var builder = ExecutionBuilder(program, data, wanted, limits)
    try builder.checkSizes()
    let plan = builder.planMemory()
    guard let memory = try Memory(size: plan.size, inFile: data.readsFiles) else { throw builder.noMemory() }
    self.memory = memory
    builder.place(in: memory)
    var whole = Lowering<Scalar>(rows: nil, after: Arena())
    var stages: [Stage] = []
    for stage in builder.plan.stages {
      switch stage {
      case .whole(let steps):
        let start = whole.instructions.count
        for step in steps { builder.lower(step, with: &whole) }
        stages.append(.whole(Array(whole.instructions[start...])))
      case .pass(let pass):
        stages.append(.pass(try builder.pass(pass)))
      }
    }
    results = builder.collect(wanted, with: &whole)
    let rest = whole.instructions.suffix(builder.copies)
    if !rest.isEmpty { stages.append(.whole(Array(rest))) }
    self.stages = stages
    residents = builder.residents
    guard let scratch = try Memory(size: whole.arena.size, inFile: data.readsFiles) else {
      throw builder.noMemory()
    }
    self.scratch = scratch
    bufferCount = whole.sources.count
    buffers = .allocate(capacity: max(bufferCount, 1))
    for (index, source) in whole.sources.enumerated() {
      let address: Address =
        switch source {
        case .memory(let address), .rows(let address, _): address
        case .scratch(let offset): scratch.address + offset
        }
      (buffers + index).initialize(to: address)
    }
  }

  private let scratch: Memory

  deinit {
    buffers.deinitialize(count: bufferCount)
    buffers.deallocate()
  }

  /// - Throws: `ChainRuleError` for an operation without a result, such as the inverse of a singular matrix, and
  ///   what a custom operation throws.
  func run(threads: Int) throws {
    for stage in stages {
      switch stage {
      case .whole(let instructions):
        try instructions.withUnsafeBufferPointer { instructions in
          for position in instructions.indices {
            do {
              try instructions[position].run(buffers, machine, firstRow: 0)
            } catch let failure as MatrixFailure {
              throw error(failure)
            }
          }
        }
      case .pass(let pass):
        do { try pass.run(threads: threads) } catch let failure as MatrixFailure { throw error(failure) }
      }
    }
  }

  private func error(_ failure: MatrixFailure) -> ChainRuleError {
    let step = program.schedule.steps[failure.step]
    let operand = Tensor(step.node.inputs[0])
    let leading = residents.concrete(operand.node.shape).dropLast(2)
    var which = ""
    if !leading.isEmpty {
      let position = elementIndices(at: failure.matrix, in: Array(leading))
      which = " (matrix \(leading.count == 1 ? "\(failure.matrix)" : "\(position)"))"
    }
    return ChainRuleError(
      .singular, in: step.primitive.family.name, operands: operand.labelled + which, problem: failure.problem,
      mend: failure.mend)
  }

  /// Runs everything, which must not be in blocks, and stops at the first value that is not finite.
  func firstNonFinite() throws -> NonFiniteReport? {
    if let report = data.firstNonFinite(program) { return report }
    for case .whole(let instructions) in stages {
      for instruction in instructions {
        do {
          try instruction.run(buffers, machine, firstRow: 0)
        } catch let failure as MatrixFailure {
          throw error(failure)
        }
        let position = machine.kernels.pointee.first_non_finite(
          instruction.written, buffers[instruction.output])
        if position < instruction.written { return NonFiniteReport(instruction, at: position, in: self) }
      }
    }
    return nil
  }

  /// The elements of the result numbered `result`, borrowed.
  func elements(ofResult result: Int) -> UnsafeBufferPointer<Scalar> {
    let (address, _, count) = results[result]
    return UnsafeBufferPointer(start: address.assumingMemoryBound(to: Scalar.self), count: count)
  }

  func array(ofResult result: Int) -> NDArray<Scalar> {
    let elements = elements(ofResult: result)
    return .initialized(shape: results[result].lengths) { target in
      if let source = elements.baseAddress { target.update(from: source, count: elements.count) }
    }
  }

  /// An element of what an instruction's operand holds.
  func value(_ buffer: Int, _ offset: Int) -> Scalar {
    buffers[buffer].assumingMemoryBound(to: Scalar.self)[offset]
  }
}
