extension ExecutionBuilder {
  /// Everything about a pass but the memory that it works in.
  func parts(of pass: StagePlan.Pass) -> Pass.Parts {
    let rows = residents.length(pass.extent)
    var arena = Arena()
    var chunkBytes = 0
    var shareBytes = 0
    for element in pass.steps {
      if case .share = element.rule.result { shareBytes += elements(element.step) * machine.size }
    }
    let blocks = RowBlocks(
      rows: rows, bytesPerRow: bytesPerRow(pass, rows), shareBytes: shareBytes,
      packedBytes: packedBytes(pass),
      limits)
    var shares: [Int: Pass.Share] = [:]
    for element in pass.steps {
      guard case .share(let merge) = element.rule.result, let target = residents.addresses[element.step]
      else {
        continue
      }
      let count = elements(element.step)
      let bytes = count * machine.size
      shares[element.step] = Pass.Share(
        merge: merge, count: count, block: arena.take(bytes), sum: arena.take(bytes),
        error: arena.take(bytes),
        target: target, chunks: chunkBytes)
      chunkBytes += bytes * blocks.chunks
    }
    var full = PassLowering(self, pass, rows: blocks.rows, of: rows, shares, after: arena)
    full.lower()
    var last = full
    let rest = rows % blocks.rows
    if rest != 0 {
      last = PassLowering(self, pass, rows: rest, of: rows, shares, after: arena)
      last.lower()
    }
    return Pass.Parts(
      rows: rows, blocks: blocks, full: full.code, last: last.code,
      shares: pass.steps.compactMap { shares[$0.step] }, machine: machine,
      workerBytes: max(full.arenaSize, last.arenaSize), chunkBytes: blocks.chunks > 1 ? chunkBytes : 0)
  }

  func elements(_ step: Int) -> Int { residents.layout(step).lengths.reduce(1, *) }

  /// The bytes of the largest operand of a product of which every block reads all.
  private func packedBytes(_ pass: StagePlan.Pass) -> Int {
    var greatest = 0
    for element in pass.steps {
      guard case .matrixProduct = schedule.steps[element.step].primitive else { continue }
      for (input, use) in zip(schedule.steps[element.step].inputs, element.rule.uses) where use == .whole {
        greatest = max(greatest, elements(input) * machine.size)
      }
    }
    return greatest
  }

  /// The bytes that one row takes of the data that the pass reads by rows, and of what it computes.
  private func bytesPerRow(_ pass: StagePlan.Pass, _ rows: Int) -> Int {
    let steps = schedule.steps
    let size = machine.size
    let inPass = Set(pass.steps.map(\.step))
    var read: Set<Int> = []
    var bytes = 0
    for element in pass.steps {
      for (input, use) in zip(steps[element.step].inputs, element.rule.uses) {
        let owner = owner(input)
        guard case .rows = use, !inPass.contains(input), read.insert(owner).inserted else { continue }
        bytes += elements(owner) / max(rows, 1) * size
      }
      guard case .rows = element.rule.result, !isView(element.step) else { continue }
      bytes += elements(element.step) / max(rows, 1) * size
    }
    return bytes
  }
}

/// Lowers the steps of a pass for blocks of some number of rows.
struct PassLowering {
  private let builder: ExecutionBuilder
  private let pass: StagePlan.Pass
  private let rows: Int
  private let allRows: Int
  private let shares: [Int: Pass.Share]
  private var lowering: Lowering
  /// What the steps of the pass computed so far left in the block.
  private var operands: [Int: (axis: Int, operand: Lowering.Operand)] = [:]
  private let steps: [ExecutionOrder.Step]
  private let size: Int

  var arenaSize: Int { lowering.arena.size }

  init(
    _ builder: ExecutionBuilder, _ pass: StagePlan.Pass, rows: Int, of allRows: Int,
    _ shares: [Int: Pass.Share], after arena: Arena
  ) {
    self.builder = builder
    self.pass = pass
    self.rows = rows
    self.allRows = allRows
    self.shares = shares
    steps = builder.schedule.steps
    size = builder.machine.size
    lowering = Lowering(builder.machine, steps: steps.count, rows: rows, after: arena)
  }

  mutating func lower() {
    let lastUse = lastUses()
    var inUse: [(owner: Int, offset: Int, bytes: Int)] = []
    for (position, element) in pass.steps.enumerated() {
      let step = element.step
      let inputs = Operands(zip(steps[step].inputs, element.rule.uses).map { operand($0, $1) })
      var shape = builder.residents.concrete(steps[step].node.shape)
      switch element.rule.result {
      case .share:
        guard let share = shares[step] else { continue }
        let output = lowering.buffer(.scratch(share.block))
        lowering.compute(steps[step], step, inputs, shape, to: output)
      case .rows(let axis):
        shape[axis] = rows
        if builder.isView(step) {
          operands[step] = (axis, view(inputs[0], steps[step].primitive, shape))
        } else {
          let output = self.output(element, axis, shape, &inUse)
          lowering.compute(steps[step], step, inputs, shape, to: output)
          operands[step] = (
            axis, Lowering.Operand(buffer: output, layout: StridedShape(contiguous: shape))
          )
          if element.isStored { store(step, axis, shape, from: output) }
        }
      }
      lowering.endStep()
      inUse.removeAll { owner, offset, bytes in
        if lastUse[owner, default: -1] > position { return false }
        lowering.giveBack(offset, bytes)
        return true
      }
    }
  }

  /// The position in the pass of the last step that reads the memory of each step, its own or through views.
  private func lastUses() -> [Int: Int] {
    var result: [Int: Int] = [:]
    for (position, element) in pass.steps.enumerated() {
      for input in steps[element.step].inputs { result[builder.owner(input)] = position }
    }
    return result
  }

  private mutating func operand(_ step: Int, _ use: RowUse) -> Lowering.Operand {
    guard case .rows(let axis) = use else { return builder.whole(step, with: &lowering) }
    if let (own, operand) = operands[step], own == axis { return operand }
    var layout = builder.residents.layout(step)
    layout.lengths[axis] = rows
    if let integers = builder.residents.integers[step] {
      let perRow = layout.lengths.dropFirst().reduce(1, *)
      return Lowering.Operand(buffer: 0, layout: layout, integers: integers, integersPerRow: perRow)
    }
    guard let address = builder.residents.addresses[step] else {
      preconditionFailure("step \(step) is used by a pass before it is computed")
    }
    let buffer = lowering.buffer(.rows(address, bytesPerRow: layout.strides[axis] * size))
    return Lowering.Operand(buffer: buffer, layout: layout)
  }

  private mutating func view(
    _ base: Lowering.Operand, _ primitive: Primitive, _ shape: [Int]
  ) -> Lowering.Operand {
    let (layout, offset) = primitive.view(base.layout, as: shape)
    var result = base
    result.layout = layout
    if offset == 0 { return result }
    switch lowering.sources[base.buffer] {
    case .memory(let address): result.buffer = lowering.buffer(.memory(address + offset * size))
    case .rows(let address, let bytesPerRow):
      result.buffer = lowering.buffer(.rows(address + offset * size, bytesPerRow: bytesPerRow))
    case .scratch(let start): result.buffer = lowering.buffer(.scratch(start + offset * size))
    }
    return result
  }

  /// Where the rows of a step are computed: in place if they are stored and lie in one piece.
  private mutating func output(
    _ element: StagePlan.PassStep, _ axis: Int, _ shape: [Int],
    _ inUse: inout [(owner: Int, offset: Int, bytes: Int)]
  ) -> Int {
    if element.isStored, isOnePiece(axis, shape), let address = builder.residents.addresses[element.step] {
      let stride = builder.residents.layout(element.step).strides[axis]
      return lowering.buffer(.rows(address, bytesPerRow: stride * size))
    }
    let bytes = shape.reduce(1, *) * size
    let offset = lowering.arena.take(bytes)
    inUse.append((element.step, offset, bytes))
    return lowering.buffer(.scratch(offset))
  }

  private func isOnePiece(_ axis: Int, _ shape: [Int]) -> Bool { shape.prefix(axis).allSatisfy { $0 == 1 } }

  private mutating func store(_ step: Int, _ axis: Int, _ shape: [Int], from buffer: Int) {
    guard !isOnePiece(axis, shape), let address = builder.residents.addresses[step] else { return }
    var target = builder.residents.layout(step)
    target.lengths[axis] = rows
    let output = lowering.buffer(.rows(address, bytesPerRow: target.strides[axis] * size))
    lowering.add(
      PlaceLoop(StridedShape(contiguous: shape), target, 0), .one(buffer), to: output, step: step, written: 0)
  }

  var code: Pass.Code {
    var fixed: [(buffer: Int, address: Address)] = []
    var moving: [(buffer: Int, address: Address, bytesPerRow: Int)] = []
    var scratch: [(buffer: Int, offset: Int)] = []
    for (buffer, source) in lowering.sources.enumerated() {
      switch source {
      case .memory(let address), .rows(let address, bytesPerRow: 0): fixed.append((buffer, address))
      case .rows(let address, let bytesPerRow): moving.append((buffer, address, bytesPerRow))
      case .scratch(let offset): scratch.append((buffer, offset))
      }
    }
    return Pass.Code(
      instructions: lowering.list, fixed: fixed, moving: moving, scratch: scratch,
      bufferCount: lowering.sources.count)
  }
}
