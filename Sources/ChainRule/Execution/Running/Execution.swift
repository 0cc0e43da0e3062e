/// Some results of a program, ready to be computed from data of given lengths any number of times.
///
/// # Why the unsafe pointers are right
/// Addresses point into `data` and `memory`, which this object keeps alive as long as itself, at offsets that
/// `Arena` planned for as many bytes as the step's shape has with the lengths of the data. Only `memory`, which nobody
/// else refers to, is written to.
final class Execution<Scalar: TensorScalar> {
  let order: ExecutionOrder
  /// Where the steps in memory as a whole lie.
  let locations: StepLocations
  let runner: StageRunner
  let data: ProgramData<Scalar>
  private let memory: Memory
  let results: [ExecutionBuilder.ResultMemory]
  /// The steps of the results.
  private let wanted: [Int]

  /// - Parameters:
  ///   - wanted: The steps of the results.
  ///   - limits: How rows are cut into blocks; nil to compute every step whole, and in memory.
  /// - Throws: `ChainRuleError` for arrays that cannot be addressed, or without memory to work in.
  init(
    _ order: ExecutionOrder, _ storage: StoragePlan, _ data: ProgramData<Scalar>, computing wanted: [Int],
    blocking limits: RowBlocks.Limits? = RowBlocks.Limits()
  ) throws {
    self.order = order
    self.data = data
    self.wanted = wanted
    var builder = try ExecutionBuilder(order, storage, data.addresses, computing: wanted, limits)
    guard let memory = try Memory(size: builder.memorySize, inFile: data.readsFiles) else {
      throw builder.noMemory()
    }
    self.memory = memory
    builder.place(at: memory.address)
    locations = builder.locations
    let lowered = builder.lowered()
    results = lowered.results
    let stages: [Stage<Range<Int>, PassRunner>] = try lowered.stages.map { stage in
      switch stage {
      case .whole(let range): return .whole(range)
      case .pass((_, let pass)):
        guard let runner = PassRunner(pass) else { throw builder.noMemory() }
        return .pass(runner)
      }
    }
    guard let scratch = try Memory(size: lowered.whole.arena.size, inFile: data.readsFiles) else {
      throw builder.noMemory()
    }
    runner = StageRunner(lowered.whole, stages, scratch)
  }

  /// - Throws: `ChainRuleError` for an operation without a result, such as the inverse of a singular matrix, and
  ///   what a custom operation throws.
  func run(threads: Int) throws {
    try data.refuseChangedFiles()
    try explainingFailures { try runner.run(threads: threads) }
  }

  /// Names the operation and its operand where a matrix has no result.
  func explainingFailures<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let failure as MatrixFailure {
      throw error(failure)
    }
  }

  private func error(_ failure: MatrixFailure) -> ChainRuleError {
    let step = order.steps[failure.step]
    let operand = Tensor(step.node.inputs[0])
    let leading = locations.concrete(operand.node.shape).dropLast(2)
    var which = ""
    if !leading.isEmpty {
      let position = elementIndices(at: failure.matrix, in: Array(leading))
      which = " (matrix \(leading.count == 1 ? "\(failure.matrix)" : "\(position)"))"
    }
    return ChainRuleError(
      .singular, in: step.primitive.family.name, operands: operand.labelled + which, problem: failure.problem,
      mend: failure.mend)
  }

  /// The elements of the result numbered `result`, borrowed.
  func elements(ofResult result: Int) -> UnsafeBufferPointer<Scalar> {
    let memory = results[result]
    return UnsafeBufferPointer(
      start: memory.address.assumingMemoryBound(to: Scalar.self), count: memory.count)
  }

  /// A copy of the result numbered `result`.
  ///
  /// - Throws: `ChainRuleError` if there is no memory for it.
  func array(ofResult result: Int, in operation: String) throws -> NDArray<Scalar> {
    let elements = elements(ofResult: result)
    guard let storage = AlignedStorage<Scalar>(ifAvailable: elements.count) else {
      throw ChainRuleError.noMemory(
        for: elements.count, bytes: MemoryLayout<Scalar>.stride, order.steps[wanted[result]].node,
        in: operation)
    }
    if let source = elements.baseAddress { storage.pointer.update(from: source, count: elements.count) }
    return NDArray(shape: results[result].lengths, storage: storage)
  }
}
