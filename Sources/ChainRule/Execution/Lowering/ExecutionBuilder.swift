/// Turns stages into instructions on addresses.
struct ExecutionBuilder {
  /// Instructions for every stage, with addresses in place.
  struct Lowered {
    /// Stages computed whole are parts of the instructions of `whole`.
    var stages: [Stage<Range<Int>, (plan: PassPlan, pass: LoweredPass)>] = []
    var whole: Lowering
    var results: [ResultMemory] = []
  }

  /// The memory of a result.
  struct ResultMemory {
    let address: Address
    let lengths: [Int]
    let count: Int
  }

  let stages: [Stage<[Int], PassPlan>]
  private(set) var locations: StepLocations
  let order: ExecutionOrder
  let limits: RowBlocks.Limits
  let machine: Machine
  private let storage: StoragePlan
  private let data: DataAddresses
  private let wanted: [Int]
  private let steps: [ExecutionOrder.Step]
  private let memoryPlan: MemoryPlan
  /// Where the memory that was planned lies, once it is there.
  private var memory: Address?

  /// The memory needed, in bytes.
  var memorySize: Int { memoryPlan.size }

  /// - Parameters:
  ///   - wanted: The steps of the results.
  ///   - limits: How rows are cut into blocks; nil to compute every step whole.
  /// - Throws: `ChainRuleError` for arrays that cannot be addressed.
  init(
    _ order: ExecutionOrder, _ storage: StoragePlan, _ data: DataAddresses, computing wanted: [Int],
    _ limits: RowBlocks.Limits?
  ) throws(ChainRuleError) {
    self.order = order
    self.storage = storage
    self.limits = limits ?? RowBlocks.Limits()
    machine = data.machine
    self.data = data
    self.wanted = wanted
    steps = order.steps
    let extents = limits.map { $0.blockedExtents(storage.shapes, data.lengths) } ?? []
    stages = StagePlan(order, storage, wanted, blocking: extents).stages
    let (locations, size) = (StepLocations(storage, data.lengths), data.machine.size)
    try Self.checkSizes(steps, locations, elementBytes: size, in: data.operation)
    memoryPlan = MemoryPlan(stages, steps, storage, wanted) { locations.count($0) * size }
    self.locations = locations
  }

  /// Refuses arrays, also those that are only views, with more elements than can be addressed.
  private static func checkSizes(
    _ steps: [ExecutionOrder.Step], _ locations: StepLocations, elementBytes: Int, in operation: String
  ) throws(ChainRuleError) {
    let most = AlignedStorage<Double>.mostBytes / elementBytes
    for index in steps.indices where locations.count(index) > most {
      let symbols = steps[index].node.shape.symbols.map { "\($0) = \(locations.length($0))" }.joined(
        separator: ", ")
      throw ChainRuleError(
        .binding, in: operation, operands: Tensor(steps[index].node).labelled,
        problem:
          "the array has more elements than can be addressed\(symbols.isEmpty ? "" : " with \(symbols)")",
        mend: "use shorter axes")
    }
  }

  /// The error where the memory that was planned does not exist: the greatest of what is computed.
  func noMemory() -> ChainRuleError {
    let offsets = memoryPlan.offsets
    let greatest =
      offsets.indices.filter { offsets[$0] != nil }.max { locations.count($0) < locations.count($1) } ?? 0
    return .noMemory(
      for: locations.count(greatest), bytes: machine.size, steps[greatest].node, in: data.operation)
  }

  func isView(_ step: Int) -> Bool { storage.isView(step) }
  func owner(_ step: Int) -> Int { storage.owners[step] }

  /// Gives every step that is in memory as a whole its address.
  ///
  /// - Parameter memory: The first of `memorySize` bytes.
  mutating func place(at memory: Address) {
    self.memory = memory
    locations.place(steps, storage, data, memoryPlan.offsets, from: memory)
  }

  // MARK: Instructions

  func lowered() -> Lowered {
    var lowered = Lowered(whole: Lowering(machine, steps: steps.count, rows: nil, after: Arena()))
    for stage in stages {
      switch stage {
      case .whole(let steps):
        let start = lowered.whole.count
        for step in steps { lower(step, with: &lowered.whole) }
        lowered.stages.append(.whole(start..<lowered.whole.count))
      case .pass(let pass): lowered.stages.append(.pass((pass, self.lowered(pass))))
      }
    }
    let start = lowered.whole.count
    lowered.results = collect(wanted, with: &lowered.whole)
    if start < lowered.whole.count { lowered.stages.append(.whole(start..<lowered.whole.count)) }
    return lowered
  }

  /// Lowers a step that is computed whole.
  private func lower(_ step: Int, with lowering: inout Lowering) {
    guard case .computed = storage.places[step], let address = locations.addresses[step] else {
      return
    }
    if lowerDense(step, at: address, with: &lowering) { return }
    let operands = steps[step].inputs.mapped { whole($0, with: &lowering) }
    let output = lowering.buffer(ofStep: step, at: address)
    lowering.compute(steps[step], step, operands, locations.layout(step).lengths, to: output)
    lowering.endStep()
  }

  /// Lowers an operation element by element whose operands lie as the result does, without a look at their axes; returns
  /// whether it is one.
  ///
  /// An operand that is broadcast has fewer elements than the result.
  private func lowerDense(_ step: Int, at address: Address, with lowering: inout Lowering) -> Bool {
    let (inputs, count) = (steps[step].inputs, locations.count(step))
    guard count > 0, inputs.allSatisfy({ locations.isDense[$0] && locations.count($0) == count }),
      let operation = lowering.denseOperation(steps[step].primitive)
    else { return false }
    let operands = inputs.mapped { input in
      locations.addresses[input].map { lowering.buffer(ofStep: input, at: $0) } ?? 0
    }
    let output = lowering.buffer(ofStep: step, at: address)
    lowering.add(
      operation, operands, to: output, count: count, strides: (1, 1, 1), step: step, written: count)
    return true
  }

  /// An operand of which all is read.
  func whole(_ step: Int, with lowering: inout Lowering) -> Lowering.Operand {
    // Integers are in no buffer: instructions hold their address.
    let buffer = locations.addresses[step].map { lowering.buffer(ofStep: step, at: $0) } ?? 0
    return Lowering.Operand(
      buffer: buffer, layout: locations.layout(step), integers: locations.integers[step])
  }

  /// The memory of each result, with instructions for those that must be copied there.
  private func collect(
    _ wanted: [Int], with lowering: inout Lowering
  ) -> [ResultMemory] {
    wanted.enumerated().compactMap { position, result in
      let lengths = locations.layout(result).lengths
      guard let source = locations.addresses[result], let memory else { return nil }
      let count = locations.count(result)
      guard let offset = memoryPlan.copyOffsets[position] else {
        return ResultMemory(address: source, lengths: lengths, count: count)
      }
      let operand = whole(result, with: &lowering)
      lowering.copy(operand, to: lowering.buffer(.memory(memory + offset)), step: result)
      return ResultMemory(address: memory + offset, lengths: lengths, count: count)
    }
  }
}
