/// Some results of a program, ready to be computed from data of given lengths any number of times.
///
/// # Why the unsafe pointers are right
/// Addresses point into `data` and `memory`, which this object keeps alive as long as itself, at offsets that
/// `Arena` planned for as many bytes as the step's shape has with the lengths of the data. Only `memory`, which nobody
/// else refers to, is written to.
final class Execution<Scalar: TensorScalar> {
  let program: Program<Scalar>
  private let data: ProgramData<Scalar>
  private let memory: Memory
  private let routine: Routine
  private let results: [(address: Address, lengths: [Int], count: Int)]
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
    var builder = ExecutionBuilder(program, data.places, wanted, limits)
    try builder.checkSizes()
    let plan = builder.planMemory()
    guard let memory = try Memory(size: plan.size, inFile: data.readsFiles) else { throw builder.noMemory() }
    self.memory = memory
    builder.place(at: memory.address)
    let lowered = builder.lowered()
    let stages: [Routine.Stage] = try lowered.stages.map { stage in
      switch stage {
      case .whole(let range): return .whole(range)
      case .pass(_, let parts):
        guard let pass = Pass(parts) else { throw builder.noMemory() }
        return .pass(pass)
      }
    }
    results = lowered.results
    residents = builder.residents
    guard let scratch = try Memory(size: lowered.whole.arena.size, inFile: data.readsFiles) else {
      throw builder.noMemory()
    }
    routine = Routine(lowered.whole, stages, scratch)
  }

  /// - Throws: `ChainRuleError` for an operation without a result, such as the inverse of a singular matrix, and
  ///   what a custom operation throws.
  func run(threads: Int) throws {
    try data.refuseChangedFiles()
    try explainingFailures { try routine.run(threads: threads) }
  }

  /// Runs several times, each time copying results to parameters.
  ///
  /// - Parameters:
  ///   - updates: The results, and the leaves of the parameters.
  ///   - recorded: A result of one element.
  /// - Returns: The recorded values.
  /// - Throws: As `run` does.
  func iterate(
    _ count: Int, threads: Int, _ updates: [(result: Int, leaf: Int)], recording recorded: Int?
  ) throws -> [Scalar] {
    let moves = updates.map { update in
      Routine.Move(
        source: results[update.result].address, target: Address(data.arrays[update.leaf].storage.pointer),
        bytes: results[update.result].count * MemoryLayout<Scalar>.stride)
    }
    let source = recorded.map { results[$0].address }
    // A caller may ask for more iterations than will come to pass before one throws.
    let atOnce = data.readsFiles ? 1 : 1024
    var history: [Scalar] = []
    history.reserveCapacity(recorded == nil ? 0 : min(max(count, 0), 1 << 16))
    try withUnsafeTemporaryAllocation(of: Scalar.self, capacity: atOnce) { log in
      guard let start = log.baseAddress else { return }
      for done in stride(from: 0, to: count, by: atOnce) {
        let some = min(atOnce, count - done)
        try data.refuseChangedFiles()
        try explainingFailures {
          try routine.iterate(some, threads: threads, moves, recording: source, to: Address(start))
        }
        if recorded != nil { history.append(contentsOf: log.prefix(some)) }
      }
    }
    return history
  }

  /// Names the operation and its operand where a matrix has no result.
  private func explainingFailures<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let failure as MatrixFailure {
      throw error(failure)
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
    let (machine, buffers) = (routine.machine, routine.buffers)
    return try explainingFailures {
      for case .whole(let range) in routine.stages {
        for instruction in routine.instructions.instructions[range] {
          try routine.instructions.run(instruction, buffers, machine, firstRow: 0)
          let position = machine.kernels.pointee.first_non_finite(
            instruction.written, buffers[instruction.output])
          if position < instruction.written { return NonFiniteReport(instruction, at: position, in: self) }
        }
      }
      return nil
    }
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
    routine.buffers[buffer].assumingMemoryBound(to: Scalar.self)[offset]
  }

  /// The loop that an instruction stands for.
  func loop(_ number: Int) -> any Loop { routine.instructions.loops[number] }
}
