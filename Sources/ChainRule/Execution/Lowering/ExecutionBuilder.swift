/// Plans memory for the stages of an execution, and lowers their steps.
struct ExecutionBuilder {
  let plan: StagePlan
  private(set) var residents: Residents

  let schedule: ExecutionOrder
  let limits: RowBlocks.Limits
  let machine: Machine
  private let storage: StoragePlan
  private let data: DataPlaces
  private let wanted: [Int]
  private let steps: [ExecutionOrder.Step]
  /// The offset of each step's own memory.
  private var offsets: [Int?]
  /// The offset of the copy of each result that is not its step's own contiguous memory.
  private var copyOffsets: [Int?]
  /// Where the memory that was planned lies, once it is there.
  private var memory: Address?

  init<Scalar>(
    _ program: Program<Scalar>, _ data: DataPlaces, _ wanted: [Int], _ limits: RowBlocks.Limits?
  ) {
    schedule = program.schedule
    storage = program.storage
    self.limits = limits ?? RowBlocks.Limits()
    let extents = limits.map { Self.blockedExtents(program.storage.shapes, data.lengths, $0) } ?? []
    machine = data.machine
    self.data = data
    self.wanted = wanted
    steps = program.schedule.steps
    plan = StagePlan(program.schedule, program.storage, wanted, blocking: extents)
    offsets = Array(repeating: nil, count: steps.count)
    copyOffsets = Array(repeating: nil, count: wanted.count)
    residents = Residents(storage, data.lengths)
  }

  /// The extents with axes long enough to be walked in blocks.
  private static func blockedExtents(
    _ shapes: [Shape], _ known: [Shape.Extent: Int], _ limits: RowBlocks.Limits
  ) -> [Shape.Extent] {
    var extents: [Shape.Extent] = []
    var lengths: [Shape.Extent: Int] = [:]
    func length(_ extent: Shape.Extent) -> Int {
      if case .fixed(let fixed) = extent { fixed } else { known[extent] ?? 0 }
    }
    // Beside an axis of length 0, others may be of any length: there is nothing to walk to.
    for shape in shapes where shape.extents.allSatisfy({ length($0) > 0 }) {
      for extent in shape.extents where lengths[extent] == nil {
        let length = length(extent)
        lengths[extent] = length
        if length >= max(limits.leastRows, 1) { extents.append(extent) }
      }
    }
    return extents.sorted { left, right in
      if left == .batch || right == .batch { return left == .batch }
      return (lengths[left] ?? 0, left.description) > (lengths[right] ?? 0, right.description)
    }
  }

  private func bytes(_ step: Int) -> Int {
    let (result, overflow) = residents.count(step).multipliedReportingOverflow(by: machine.size)
    return overflow ? .max : result
  }

  /// Refuses arrays, also those that are only views, with more elements than can be addressed.
  func checkSizes() throws(ChainRuleError) {
    for index in steps.indices where residents.count(index) > AlignedStorage<Double>.mostBytes / machine.size
    {
      let symbols = steps[index].node.shape.symbols.map { "\($0) = \(residents.length($0))" }.joined(
        separator: ", ")
      throw ChainRuleError(
        .binding, in: "Program.run", operands: Tensor(steps[index].node).labelled,
        problem:
          "the array has more elements than can be addressed\(symbols.isEmpty ? "" : " with \(symbols)")",
        mend: "use shorter axes")
    }
  }

  /// The error where the memory that was planned does not exist: the greatest of what is computed.
  func noMemory() -> ChainRuleError {
    let greatest =
      offsets.indices.filter { offsets[$0] != nil }.max { residents.count($0) < residents.count($1) } ?? 0
    return .noMemory(for: residents.count(greatest), bytes: machine.size, steps[greatest].node)
  }

  func isView(_ step: Int) -> Bool { storage.isView(step) }
  func owner(_ step: Int) -> Int { storage.owners[step] }

  // MARK: Memory

  /// Gives each step whose result is in memory as a whole a part of it, for as long as it is used.
  mutating func planMemory() -> Arena {
    let owners = storage.owners
    var arena = Arena()
    var lastUse = Array(repeating: -1, count: steps.count)
    var time = 0
    for stage in plan.stages {
      switch stage {
      case .whole(let whole):
        for step in whole {
          for input in steps[step].inputs { lastUse[owners[input]] = time }
          time += 1
        }
      case .pass(let pass):
        for element in pass.steps {
          for input in steps[element.step].inputs { lastUse[owners[input]] = time }
        }
        time += 1
      }
    }
    for result in wanted { lastUse[owners[result]] = .max }
    // The steps last used at each time, as a list through `next`.
    var last = Array(repeating: -1, count: time)
    var next = Array(repeating: -1, count: steps.count)
    time = 0
    func take(_ step: Int) {
      offsets[step] = arena.take(bytes(step))
      if lastUse[step] < .max {
        let end = max(lastUse[step], time)
        (next[step], last[end]) = (last[end], step)
      }
    }
    func end() {
      // The memory of a result is taken before that of its operands is free: no kernel overwrites what it reads.
      var step = last[time]
      while step >= 0 {
        if let offset = offsets[step] { arena.give(back: offset, bytes(step)) }
        step = next[step]
      }
      time += 1
    }
    for stage in plan.stages {
      switch stage {
      case .whole(let steps):
        for step in steps {
          if case .computed = storage.places[step] { take(step) }
          end()
        }
      case .pass(let pass):
        for element in pass.steps {
          if case .share = element.rule.result {
            take(element.step)
          } else if element.isStored {
            take(element.step)
          }
        }
        end()
      }
    }
    for (position, result) in wanted.enumerated() where needsCopy(result) {
      copyOffsets[position] = arena.take(bytes(result))
    }
    return arena
  }

  /// Results are read as contiguous memory that the next iteration does not change: views, and leaves, which an
  /// update may write to, are copied.
  private func needsCopy(_ result: Int) -> Bool {
    guard case .computed = storage.places[storage.owners[result]] else { return true }
    if case .view = storage.places[result] {
      if case .reshape = steps[result].primitive { return needsCopy(steps[result].inputs[0]) }
      return true
    }
    return false
  }

  /// Gives every step that is in memory as a whole its address and layout.
  ///
  /// - Parameter memory: The first byte of what `planMemory` asked for.
  mutating func place(at memory: Address) {
    self.memory = memory
    let size = machine.size
    for index in steps.indices {
      switch storage.places[index] {
      case .leaf(let leaf): residents.addresses[index] = data.leaves[leaf]
      case .constant(let constant): residents.addresses[index] = data.constants[constant]
      case .indices(let number): residents.integers[index] = data.integers[number]
      case .view(let base):
        residents.integers[index] = residents.integers[base]
        let (layout, offset) = steps[index].primitive.view(
          residents.layout(base), as: residents.shape(index))
        residents.place(layout, of: index)
        residents.addresses[index] = residents.addresses[base].map { $0 + offset * size }
      case .computed: residents.addresses[index] = offsets[index].map { memory + $0 }
      }
    }
  }

  // MARK: Instructions

  /// Instructions for every stage, with addresses in place.
  struct Lowered {
    enum Stage {
      /// A part of the instructions of `whole`.
      case whole(Range<Int>)
      case pass(StagePlan.Pass, Pass.Parts)
    }
    var stages: [Stage] = []
    var whole: Lowering
    var results: [(address: Address, lengths: [Int], count: Int)] = []
  }

  func lowered() -> Lowered {
    var lowered = Lowered(whole: Lowering(machine, steps: steps.count, rows: nil, after: Arena()))
    for stage in plan.stages {
      switch stage {
      case .whole(let steps):
        let start = lowered.whole.count
        for step in steps { lower(step, with: &lowered.whole) }
        lowered.stages.append(.whole(start..<lowered.whole.count))
      case .pass(let pass): lowered.stages.append(.pass(pass, parts(of: pass)))
      }
    }
    let start = lowered.whole.count
    lowered.results = collect(wanted, with: &lowered.whole)
    if start < lowered.whole.count { lowered.stages.append(.whole(start..<lowered.whole.count)) }
    return lowered
  }

  /// Lowers a step that is computed whole.
  private func lower(_ step: Int, with lowering: inout Lowering) {
    guard case .computed = storage.places[step], let address = residents.addresses[step] else {
      return
    }
    if lowerDense(step, at: address, with: &lowering) { return }
    let operands = steps[step].inputs.mapped { whole($0, with: &lowering) }
    let output = lowering.buffer(ofStep: step, at: address)
    lowering.compute(steps[step], step, operands, residents.layout(step).lengths, to: output)
    lowering.endStep()
  }

  /// Lowers an operation element by element whose operands lie as the result does, without a look at their axes; returns
  /// whether it is one.
  ///
  /// An operand that is broadcast has fewer elements than the result.
  private func lowerDense(_ step: Int, at address: Address, with lowering: inout Lowering) -> Bool {
    let (inputs, count) = (steps[step].inputs, residents.count(step))
    guard count > 0, inputs.allSatisfy({ residents.isDense[$0] && residents.count($0) == count }),
      let operation = lowering.denseOperation(steps[step].primitive)
    else { return false }
    let operands = inputs.mapped { input in
      residents.addresses[input].map { lowering.buffer(ofStep: input, at: $0) } ?? 0
    }
    let output = lowering.buffer(ofStep: step, at: address)
    lowering.add(
      operation, operands, to: output, count: count, strides: (1, 1, 1), step: step, written: count)
    return true
  }

  /// An operand of which all is read.
  func whole(_ step: Int, with lowering: inout Lowering) -> Lowering.Operand {
    // Integers are in no buffer: instructions hold their address.
    let buffer = residents.addresses[step].map { lowering.buffer(ofStep: step, at: $0) } ?? 0
    return Lowering.Operand(
      buffer: buffer, layout: residents.layout(step), integers: residents.integers[step])
  }

  /// The memory of each result, with instructions for those that must be copied there.
  private func collect(
    _ wanted: [Int], with lowering: inout Lowering
  ) -> [(address: Address, lengths: [Int], count: Int)] {
    wanted.enumerated().compactMap { position, result in
      let lengths = residents.layout(result).lengths
      guard let source = residents.addresses[result], let memory else { return nil }
      guard let offset = copyOffsets[position] else { return (source, lengths, residents.count(result)) }
      let operand = whole(result, with: &lowering)
      lowering.copy(operand, to: lowering.buffer(.memory(memory + offset)), step: result)
      return (memory + offset, lengths, residents.count(result))
    }
  }
}
