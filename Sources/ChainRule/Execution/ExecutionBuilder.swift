/// Plans memory for the stages of an execution, and lowers their steps.
struct ExecutionBuilder<Scalar: TensorScalar> {
  let plan: StagePlan
  private(set) var residents: Residents

  let program: Program<Scalar>
  let limits: RowBlocks.Limits
  private let data: DataPlaces
  private let wanted: [Int]
  private let steps: [ExecutionOrder.Step]
  private let machine = Machine(Scalar.precision)
  /// The offset of each step's own memory.
  private var offsets: [Int?]
  /// The offset of the copy of each result that is not its step's own contiguous memory.
  private var copyOffsets: [Int?]

  init(_ program: Program<Scalar>, _ data: DataPlaces, _ wanted: [Int], _ limits: RowBlocks.Limits?) {
    self.limits = limits ?? RowBlocks.Limits()
    let extents = limits.map { Self.blockedExtents(program, data, $0) } ?? []
    self.program = program
    self.data = data
    self.wanted = wanted
    steps = program.schedule.steps
    plan = StagePlan(program.schedule, program.storage, wanted, blocking: extents)
    offsets = Array(repeating: nil, count: steps.count)
    copyOffsets = Array(repeating: nil, count: wanted.count)
    residents = Residents(
      addresses: Array(repeating: nil, count: steps.count),
      layouts: Array(repeating: StridedShape(contiguous: []), count: steps.count), integers: [:],
      lengths: data.lengths)
  }

  /// The extents with axes long enough to be walked in blocks.
  private static func blockedExtents(
    _ program: Program<Scalar>, _ data: DataPlaces, _ limits: RowBlocks.Limits
  ) -> [Shape.Extent] {
    var extents: [Shape.Extent] = []
    var lengths: [Shape.Extent: Int] = [:]
    func length(_ extent: Shape.Extent) -> Int {
      if case .fixed(let fixed) = extent { fixed } else { data.lengths[extent] ?? 0 }
    }
    // Beside an axis of length 0, others may be of any length: there is nothing to walk to.
    for step in program.schedule.steps where step.node.shape.extents.allSatisfy({ length($0) > 0 }) {
      for extent in step.node.shape.extents where lengths[extent] == nil {
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

  /// The number of elements of a step's result, saturating rather than overflowing.
  private func count(_ step: Int) -> Int {
    residents.concrete(steps[step].node.shape).reduce(1) { product, length in
      if product == 0 || length == 0 { return 0 }
      let (result, overflow) = product.multipliedReportingOverflow(by: length)
      return overflow ? .max : result
    }
  }

  private func bytes(_ step: Int) -> Int {
    let (result, overflow) = count(step).multipliedReportingOverflow(by: machine.size)
    return overflow ? .max : result
  }

  /// Refuses arrays, also those that are only views, with more elements than can be addressed.
  func checkSizes() throws(ChainRuleError) {
    for (index, step) in steps.enumerated()
    where count(index) > AlignedStorage<Scalar>.mostBytes / MemoryLayout<Scalar>.stride {
      let symbols = step.node.shape.symbols.map { "\($0) = \(residents.length($0))" }.joined(separator: ", ")
      throw ChainRuleError(
        .binding, in: "Program.run", operands: Tensor(step.node).labelled,
        problem:
          "the array has more elements than can be addressed\(symbols.isEmpty ? "" : " with \(symbols)")",
        mend: "use shorter axes")
    }
  }

  /// The error where the memory that was planned does not exist: the greatest of what is computed.
  func noMemory() -> ChainRuleError {
    let greatest = offsets.indices.filter { offsets[$0] != nil }.max { count($0) < count($1) } ?? 0
    return .noMemory(for: count(greatest), of: Scalar.self, steps[greatest].node)
  }

  var schedule: ExecutionOrder { program.schedule }
  func isView(_ step: Int) -> Bool { program.storage.isView(step) }
  func owner(_ step: Int) -> Int { program.storage.owners[step] }

  // MARK: Memory

  /// Gives each step whose result is in memory as a whole a part of it, for as long as it is used.
  mutating func planMemory() -> Arena {
    let owners = program.storage.owners
    var arena = Arena()
    var lastUse = Array(repeating: -1, count: steps.count)
    var time = 0
    func use(_ step: Int) { for input in steps[step].inputs { lastUse[owners[input]] = time } }
    for stage in plan.stages {
      switch stage {
      case .whole(let steps): for step in steps { use(step); time += 1 }
      case .pass(let pass): pass.steps.forEach { use($0.step) }; time += 1
      }
    }
    for result in wanted { lastUse[owners[result]] = .max }
    var ending: [Int: [Int]] = [:]
    time = 0
    func take(_ step: Int) {
      let offset = arena.take(bytes(step))
      offsets[step] = offset
      if lastUse[step] < .max { ending[max(lastUse[step], time), default: []].append(step) }
    }
    func end() {
      // The memory of a result is taken before that of its operands is free: no kernel overwrites what it reads.
      for step in ending[time] ?? [] {
        if let offset = offsets[step] { arena.give(back: offset, bytes(step)) }
      }
      time += 1
    }
    for stage in plan.stages {
      switch stage {
      case .whole(let steps):
        for step in steps {
          if case .computed = program.storage.places[step] { take(step) }
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
    guard case .computed = program.storage.places[program.storage.owners[result]] else { return true }
    if case .view = program.storage.places[result] {
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
    for (index, step) in steps.enumerated() {
      let shape = residents.concrete(step.node.shape)
      residents.layouts[index] = StridedShape(contiguous: shape)
      switch program.storage.places[index] {
      case .leaf(let leaf): residents.addresses[index] = data.leaves[leaf]
      case .constant(let constant): residents.addresses[index] = data.constants[constant]
      case .indices(let number): residents.integers[index] = data.integers[number]
      case .view(let base):
        residents.integers[index] = residents.integers[base]
        let (layout, offset) = step.primitive.view(residents.layouts[base], as: shape)
        residents.layouts[index] = layout
        residents.addresses[index] = residents.addresses[base].map { $0 + offset * size }
      case .computed: residents.addresses[index] = offsets[index].map { memory + $0 }
      }
    }
  }

  private var memory: Address?

  // MARK: Instructions

  /// Instructions for every stage, with addresses in place.
  struct Lowered {
    enum Stage {
      case whole([Instruction])
      case pass(StagePlan.Pass, Pass.Parts)
    }
    var stages: [Stage] = []
    /// What the instructions of whole steps work with.
    var whole = Lowering<Scalar>(rows: nil, after: Arena())
    var results: [(address: Address, lengths: [Int], count: Int)] = []
  }

  mutating func lowered() -> Lowered {
    var lowered = Lowered()
    for stage in plan.stages {
      switch stage {
      case .whole(let steps):
        let start = lowered.whole.instructions.count
        for step in steps { lower(step, with: &lowered.whole) }
        lowered.stages.append(.whole(Array(lowered.whole.instructions[start...])))
      case .pass(let pass): lowered.stages.append(.pass(pass, parts(of: pass)))
      }
    }
    let start = lowered.whole.instructions.count
    lowered.results = collect(wanted, with: &lowered.whole)
    let copies = lowered.whole.instructions[start...]
    if !copies.isEmpty { lowered.stages.append(.whole(Array(copies))) }
    return lowered
  }

  /// Lowers a step that is computed whole.
  private func lower(_ step: Int, with lowering: inout Lowering<Scalar>) {
    guard case .computed = program.storage.places[step], let address = residents.addresses[step] else {
      return
    }
    let operands = steps[step].inputs.map { whole($0, with: &lowering) }
    let output = lowering.buffer(.memory(address))
    lowering.compute(steps[step], step, operands, residents.layouts[step].lengths, to: output)
    lowering.endStep()
  }

  /// An operand of which all is read.
  func whole(_ step: Int, with lowering: inout Lowering<Scalar>) -> Lowering<Scalar>.Operand {
    // Integers are in no buffer: the instructions hold them themselves.
    let buffer = residents.addresses[step].map { lowering.buffer(.memory($0)) } ?? 0
    return Lowering<Scalar>.Operand(
      buffer: buffer, layout: residents.layouts[step], integers: residents.integers[step] ?? [])
  }

  /// The memory of each result, with instructions for those that must be copied there.
  private func collect(
    _ wanted: [Int], with lowering: inout Lowering<Scalar>
  ) -> [(address: Address, lengths: [Int], count: Int)] {
    wanted.enumerated().compactMap { position, result in
      let lengths = residents.layouts[result].lengths
      guard let source = residents.addresses[result], let memory else { return nil }
      guard let offset = copyOffsets[position] else { return (source, lengths, count(result)) }
      let operand = whole(result, with: &lowering)
      lowering.copy(operand, to: lowering.buffer(.memory(memory + offset)), step: result)
      return (memory + offset, lengths, count(result))
    }
  }
}
