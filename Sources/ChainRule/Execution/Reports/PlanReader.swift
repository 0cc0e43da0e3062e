/// Describes the instructions that a program is lowered to.
struct PlanReader {
  private let steps: [ExecutionOrder.Step]
  private let order: ExecutionOrder
  private let builder: ExecutionBuilder
  private let lowered: ExecutionBuilder.Lowered
  private let bytesOfResults: Int
  /// The name of the type of elements.
  private let scalar: String
  private let results: [Int]
  /// The numbers of results without a name, `t1` first.
  private var numbers: [Int: Int] = [:]

  /// An address that stands in a plan and is never read.
  static func address(_ number: UInt) -> Address {
    guard let address = Address(bitPattern: number) else { preconditionFailure("0 is no address") }
    return address
  }

  /// - Parameters:
  ///   - results: The steps of the results.
  ///   - scalar: The name of the type of elements.
  init(_ builder: inout ExecutionBuilder, _ results: [Int], scalar: String) {
    order = builder.order
    steps = order.steps
    self.results = results
    self.scalar = scalar
    bytesOfResults = builder.memorySize
    // Beyond all data.
    builder.place(at: Self.address(1 << 62))
    lowered = builder.lowered()
    self.builder = builder
    for stage in lowered.stages {
      for instruction in lowered.instructions(of: stage) where name(ofLeaf: instruction.step) == nil {
        if numbers[instruction.step] == nil { numbers[instruction.step] = numbers.count + 1 }
      }
    }
  }

  var plan: ExecutionPlan {
    let lengths = builder.locations.lengths.sorted { $0.key.description < $1.key.description }
    let extents = lengths.map { "\($0.key) = \($0.value)" }
    return ExecutionPlan(
      stages: lowered.stages.map { stage in
        switch stage {
        case .whole(let range):
          .whole(lowered.whole.list.instructions[range].map { describe($0, lowered.whole.list, in: nil) })
        case .pass((let pass, let lowered)): .pass(describe(pass, lowered))
        }
      },
      results: results.map(name), bytesOfResults: bytesOfResults,
      heading: (["plan in \(scalar)"] + extents).joined(separator: ", "), wholeReads: wholeReads)
  }

  // MARK: Names

  private func name(ofLeaf step: Int) -> String? {
    if let name = order.names[step] { return name }
    guard case .leaf = steps[step].primitive else { return nil }
    return Tensor(steps[step].node).label
  }

  private func name(_ step: Int) -> String {
    if let name = name(ofLeaf: step) { return name }
    if let number = numbers[step] { return "t\(number)" }
    // A view has no instruction of its own.
    let inputs = steps[step].inputs.map(name).joined(separator: ", ")
    return "\(steps[step].primitive.family.name)(\(inputs))"
  }

  private func tensor(_ step: Int) -> Tensor { Tensor(steps[step].node) }

  /// Whether a step holds an array rather than a number that is known without data.
  private func isArray(_ step: Int) -> Bool {
    switch steps[step].primitive {
    case .leaf(.number), .leaf(.extent), .leaf(.freedom): false
    default: true
    }
  }

  // MARK: Instructions

  private func describe(_ instruction: Instruction, _ list: InstructionList, in pass: PassPlan?)
    -> ExecutionPlan.InstructionSummary
  {
    let step = steps[instruction.step]
    let isPart = if case .concatenation = step.primitive { true } else { false }
    // What puts the elements of an operand or a result together computes nothing.
    let isCopy = instruction.written == 0 && list.isMovement(instruction) && !isPart
    var place = ExecutionPlan.Place.whole
    if let element = pass?.steps.first(where: { $0.step == instruction.step }) {
      place = element.isStored ? .rows : .block
      if case .contribution = element.rule.result { place = .total }
    }
    return ExecutionPlan.InstructionSummary(
      operation: isCopy ? "copy" : step.primitive.family.name,
      operands: isCopy ? [name(instruction.step)] : step.inputs.map(name), result: name(instruction.step),
      place: place)
  }

  private var wholeReads: [Tensor: Int] {
    var reads: [Tensor: Int] = [:]
    for case .whole(let range) in lowered.stages {
      for instruction in lowered.whole.list.instructions[range] {
        for owner in Set(steps[instruction.step].inputs.map(builder.owner)) where isArray(owner) {
          reads[tensor(owner), default: 0] += 1
        }
      }
    }
    return reads
  }

  // MARK: Passes

  private func describe(_ pass: PassPlan, _ lowered: LoweredPass) -> ExecutionPlan.PassSummary {
    let reads = PassReads(pass, steps, builder)
    return ExecutionPlan.PassSummary(
      extent: pass.extent, rows: lowered.rows, blockRows: lowered.blocks.rows, blocks: lowered.blocks.count,
      chunks: lowered.blocks.chunks,
      reads: Dictionary(uniqueKeysWithValues: reads.byRow.map { (tensor($0.owner), $0.count) }),
      whole: reads.whole.filter(isArray).map(tensor),
      bytesReadPerRow: reads.bytesReadPerRow, bytesWrittenPerRow: reads.bytesWrittenPerRow,
      instructions: lowered.full.instructions.instructions.map {
        describe($0, lowered.full.instructions, in: pass)
      }, buffers: lowered.full.bufferCount,
      bytesPerThread: lowered.workerBytes, bytesOfChunks: lowered.chunkBytes,
      rowReads: reads.byRow.map { name($0.owner) + ($0.count > 1 ? " (\($0.count)×)" : "") },
      wholeReads: reads.whole.filter(isArray).map(name))
  }
}

extension ExecutionBuilder.Lowered {
  fileprivate func instructions(of stage: Stage<Range<Int>, (plan: PassPlan, pass: LoweredPass)>)
    -> ArraySlice<Instruction>
  {
    switch stage {
    case .whole(let range): whole.list.instructions[range]
    case .pass((_, let pass)): pass.full.instructions.instructions[...]
    }
  }
}

extension InstructionList {
  /// Whether elements are only moved.
  fileprivate func isMovement(_ instruction: Instruction) -> Bool {
    switch instruction.operation {
    case .copy: return true
    case .loop(let number):
      if let loop = loops[number] as? ElementwiseLoop, case .copy = loop.operation { return true }
      return loops[number] is PlaceLoop
    default: return false
    }
  }
}

/// What a pass reads from outside, by rows and as a whole.
private struct PassReads {
  private(set) var byRow: [(owner: Int, count: Int)] = []
  private(set) var whole: [Int] = []
  private(set) var bytesReadPerRow = 0
  private(set) var bytesWrittenPerRow = 0

  init(_ pass: PassPlan, _ steps: [ExecutionOrder.Step], _ builder: ExecutionBuilder) {
    let size = builder.machine.size
    let rows = max(builder.locations.length(pass.extent), 1)
    let inPass = Set(pass.steps.map(\.step))
    /// The steps of each owner that are read by rows, and the distances from one row to the next.
    var seen: [Int: (steps: Set<Int>, strides: Set<Int>)] = [:]
    for element in pass.steps {
      for (input, use) in zip(steps[element.step].inputs, element.rule.uses) where !inPass.contains(input) {
        let owner = builder.owner(input)
        if case .rows(let axis) = use, builder.locations.layout(input).strides[axis] != 0 {
          if seen[owner] == nil { byRow.append((owner, 0)) }
          seen[owner, default: ([], [])].steps.insert(input)
          seen[owner]?.strides.insert(builder.locations.layout(input).strides[axis])
        } else if !whole.contains(owner) {
          whole.append(owner)
        }
      }
      guard element.isStored, !builder.isView(element.step) else { continue }
      bytesWrittenPerRow += builder.elements(element.step) / rows * size
    }
    for position in byRow.indices {
      let owner = byRow[position].owner
      guard let (steps, strides) = seen[owner] else { continue }
      byRow[position].count = strides.count
      // Views of parts read those parts only.
      let elements = min(steps.reduce(0) { $0 + builder.elements($1) }, builder.elements(owner))
      let isIntegers = builder.locations.integers[owner] != nil
      bytesReadPerRow += elements / rows * (isIntegers ? MemoryLayout<Int>.stride : size)
    }
  }
}
