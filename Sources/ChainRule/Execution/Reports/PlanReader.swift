/// Describes the instructions that a program is lowered to.
struct PlanReader {
  private let steps: [ExecutionOrder.Step]
  private let schedule: ExecutionOrder
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

  init<Scalar>(_ builder: inout ExecutionBuilder, _ program: Program<Scalar>) {
    schedule = program.schedule
    steps = schedule.steps
    results = program.results
    scalar = "\(Scalar.self)"
    bytesOfResults = builder.planMemory().size
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
    let lengths = builder.residents.lengths.sorted { $0.key.description < $1.key.description }
    let extents = lengths.map { "\($0.key) = \($0.value)" }
    return ExecutionPlan(
      stages: lowered.stages.map { stage in
        switch stage {
        case .whole(let range):
          .whole(lowered.whole.list.instructions[range].map { describe($0, lowered.whole.list, in: nil) })
        case .pass(let pass, let parts): .pass(describe(pass, parts))
        }
      },
      results: results.map(name), bytesOfResults: bytesOfResults,
      heading: (["plan in \(scalar)"] + extents).joined(separator: ", "), wholeReads: wholeReads)
  }

  // MARK: Names

  private func name(ofLeaf step: Int) -> String? {
    if let name = schedule.names[step] { return name }
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
    case .leaf(.number), .leaf(.extent): false
    default: true
    }
  }

  // MARK: Instructions

  private func describe(_ instruction: Instruction, _ list: InstructionList, in pass: StagePlan.Pass?)
    -> ExecutionPlan.Instruction
  {
    let step = steps[instruction.step]
    let isPart = if case .concatenation = step.primitive { true } else { false }
    // What puts the elements of an operand or a result together computes nothing.
    let isCopy = instruction.written == 0 && list.isMovement(instruction) && !isPart
    var place = ExecutionPlan.Place.whole
    if let element = pass?.steps.first(where: { $0.step == instruction.step }) {
      place = element.isStored ? .rows : .block
      if case .share = element.rule.result { place = .total }
    }
    return ExecutionPlan.Instruction(
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

  private func describe(_ pass: StagePlan.Pass, _ parts: Pass.Parts) -> ExecutionPlan.Pass {
    let walks = RowWalks(pass, steps, builder)
    return ExecutionPlan.Pass(
      extent: pass.extent, rows: parts.rows, blockRows: parts.blocks.rows, blocks: parts.blocks.count,
      chunks: parts.blocks.chunks,
      reads: Dictionary(uniqueKeysWithValues: walks.walked.map { (tensor($0.owner), $0.count) }),
      whole: walks.whole.filter(isArray).map(tensor),
      bytesReadPerRow: walks.bytesReadPerRow, bytesWrittenPerRow: walks.bytesWrittenPerRow,
      instructions: parts.full.instructions.instructions.map {
        describe($0, parts.full.instructions, in: pass)
      }, buffers: parts.full.bufferCount,
      bytesPerThread: parts.workerBytes, bytesOfChunks: parts.chunkBytes,
      walked: walks.walked.map { name($0.owner) + ($0.count > 1 ? " (\($0.count)×)" : "") },
      kept: walks.whole.filter(isArray).map(name))
  }
}

extension ExecutionBuilder.Lowered {
  fileprivate func instructions(of stage: Stage) -> ArraySlice<Instruction> {
    switch stage {
    case .whole(let range): whole.list.instructions[range]
    case .pass(_, let parts): parts.full.instructions.instructions[...]
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
private struct RowWalks {
  private(set) var walked: [(owner: Int, count: Int)] = []
  private(set) var whole: [Int] = []
  private(set) var bytesReadPerRow = 0
  private(set) var bytesWrittenPerRow = 0

  init(_ pass: StagePlan.Pass, _ steps: [ExecutionOrder.Step], _ builder: ExecutionBuilder) {
    let size = builder.machine.size
    let rows = max(builder.residents.length(pass.extent), 1)
    let inPass = Set(pass.steps.map(\.step))
    /// The steps of each owner that are read by rows, and the distances from one row to the next.
    var seen: [Int: (steps: Set<Int>, strides: Set<Int>)] = [:]
    for element in pass.steps {
      for (input, use) in zip(steps[element.step].inputs, element.rule.uses) where !inPass.contains(input) {
        let owner = builder.owner(input)
        if case .rows(let axis) = use, builder.residents.layout(input).strides[axis] != 0 {
          if seen[owner] == nil { walked.append((owner, 0)) }
          seen[owner, default: ([], [])].steps.insert(input)
          seen[owner]?.strides.insert(builder.residents.layout(input).strides[axis])
        } else if !whole.contains(owner) {
          whole.append(owner)
        }
      }
      guard element.isStored, !builder.isView(element.step) else { continue }
      bytesWrittenPerRow += builder.elements(element.step) / rows * size
    }
    for position in walked.indices {
      let owner = walked[position].owner
      guard let (steps, strides) = seen[owner] else { continue }
      walked[position].count = strides.count
      // Views of parts read those parts only.
      let elements = min(steps.reduce(0) { $0 + builder.elements($1) }, builder.elements(owner))
      let isIntegers = builder.residents.integers[owner] != nil
      bytesReadPerRow += elements / rows * (isIntegers ? MemoryLayout<Int>.stride : size)
    }
  }
}
