/// Lowers the steps of a pass for blocks of some number of rows.
struct PassLowering {
  private let builder: ExecutionBuilder
  private let pass: PassPlan
  private let rows: Int
  private let contributions: [Int: Contribution]
  private var lowering: Lowering
  /// What the steps of the pass computed so far left in the block.
  private var operands: [Int: (axis: Int, operand: Lowering.Operand)] = [:]
  /// The memory to work in that results of the steps so far lie in, as long as they are read.
  private var inUse: [(owner: Int, offset: Int, bytes: Int)] = []
  /// The position in the pass of the last step that reads the memory of each step, its own or through views.
  private let lastUse: [Int: Int]
  /// The chain that the next step may join.
  private var growing: GrowingChain?
  private var chains: [ElementwiseChain] = []
  private let steps: [ExecutionOrder.Step]
  private let size: Int

  var arenaSize: Int { lowering.arena.size }

  init(
    _ builder: ExecutionBuilder, _ pass: PassPlan, rows: Int,
    _ contributions: [Int: Contribution], after arena: Arena
  ) {
    self.builder = builder
    self.pass = pass
    self.rows = rows
    self.contributions = contributions
    steps = builder.order.steps
    size = builder.machine.size
    lowering = Lowering(builder.machine, steps: steps.count, rows: rows, after: arena)
    var lastUse: [Int: Int] = [:]
    for (position, element) in pass.steps.enumerated() {
      for input in steps[element.step].inputs { lastUse[builder.owner(input)] = position }
    }
    self.lastUse = lastUse
  }

  mutating func lower() {
    for (position, element) in pass.steps.enumerated() {
      let step = element.step
      if !mayBeInChain(element) { endChain(before: position) }
      let inputs = Operands(zip(steps[step].inputs, element.rule.uses).map { operand($0, $1) })
      var shape = builder.locations.concrete(steps[step].node.shape)
      switch element.rule.result {
      case .contribution:
        guard let contribution = contributions[step] else { continue }
        let output = lowering.buffer(.scratch(contribution.block))
        lowering.compute(steps[step], step, inputs, shape, to: output)
      case .rows(let axis):
        shape[axis] = rows
        if builder.isView(step) {
          operands[step] = (axis, view(inputs[0], steps[step].primitive, shape))
        } else {
          let output = output(position, axis, shape)
          lowering.compute(steps[step], step, inputs, shape, to: output.buffer)
          operands[step] = (
            axis, Lowering.Operand(buffer: output.buffer, layout: StridedShape(contiguous: shape))
          )
          conclude(output)
          if element.isStored { store(step, axis, shape, from: output.buffer) }
        }
      }
      lowering.endStep()
      if growing == nil { giveBack(before: position + 1) }
    }
    endChain(before: pass.steps.count)
  }

  /// Gives back the memory of what no step from `position` on reads.
  private mutating func giveBack(before position: Int) {
    inUse.removeAll { owner, offset, bytes in
      if lastUse[owner, default: -1] >= position { return false }
      lowering.giveBack(offset, bytes)
      return true
    }
  }

  private mutating func operand(_ step: Int, _ use: RowUse) -> Lowering.Operand {
    guard case .rows(let axis) = use else { return builder.whole(step, with: &lowering) }
    if let (own, operand) = operands[step], own == axis { return operand }
    var layout = builder.locations.layout(step)
    layout.lengths[axis] = rows
    if let integers = builder.locations.integers[step] {
      let perRow = layout.lengths.dropFirst().reduce(1, *)
      return Lowering.Operand(buffer: 0, layout: layout, integers: integers, integersPerRow: perRow)
    }
    guard let address = builder.locations.addresses[step] else {
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

  /// Where the rows of a step are computed: in place if they are stored and lie in one piece, else where `conclude` decides.
  private mutating func output(_ position: Int, _ axis: Int, _ shape: [Int]) -> GrowingChain.Output {
    let element = pass.steps[position]
    if element.isStored, isOnePiece(axis, shape), let address = builder.locations.addresses[element.step] {
      let stride = builder.locations.layout(element.step).strides[axis]
      let buffer = lowering.buffer(.rows(address, bytesPerRow: stride * size))
      return GrowingChain.Output(step: element.step, position: position, buffer: buffer, bytes: nil)
    }
    let buffer = lowering.buffer(.scratch(0))
    return GrowingChain.Output(
      step: element.step, position: position, buffer: buffer, bytes: shape.reduce(1, *) * size)
  }

  private func isOnePiece(_ axis: Int, _ shape: [Int]) -> Bool { shape.prefix(axis).allSatisfy { $0 == 1 } }

  private mutating func store(_ step: Int, _ axis: Int, _ shape: [Int], from buffer: Int) {
    guard !isOnePiece(axis, shape), let address = builder.locations.addresses[step] else { return }
    var target = builder.locations.layout(step)
    target.lengths[axis] = rows
    let output = lowering.buffer(.rows(address, bytesPerRow: target.strides[axis] * size))
    lowering.add(
      PlaceLoop(StridedShape(contiguous: shape), target, 0), .one(buffer), to: output, step: step, written: 0)
  }

  // MARK: Chains

  /// Whether a step leaves the chain before it open: it may be part of it, or has no instructions.
  private func mayBeInChain(_ element: PassPlan.Step) -> Bool {
    guard case .rows(let axis) = element.rule.result else { return false }
    switch steps[element.step].primitive {
    // The address of a part is that of the whole and some more, and that of the whole is not decided in a chain.
    case .slice, .reversal: return false
    default: break
    }
    if builder.isView(element.step) { return true }
    let shape = builder.locations.concrete(steps[element.step].node.shape)
    if element.isStored && !isOnePiece(axis, shape) { return false }
    return lowering.denseOperation(steps[element.step].primitive) != nil
  }

  /// Makes the instruction just added part of a chain, or decides where its result lies.
  private mutating func conclude(_ output: GrowingChain.Output) {
    let added = lowering.count - 1
    let instruction = lowering.list.instructions.last
    if let instruction, instruction.output == output.buffer,
      growing?.joins(instruction, at: added, output) == true
    {
      return
    }
    endChain(before: output.position)
    if let instruction, instruction.output == output.buffer, mayBeInChain(pass.steps[output.position]),
      let chain = GrowingChain(instruction, at: added, output, builder.machine)
    {
      growing = chain
    } else {
      keep(output)
    }
  }

  /// Gives a result memory for the whole block.
  private mutating func keep(_ output: GrowingChain.Output) {
    guard let bytes = output.bytes else { return }
    let offset = lowering.arena.take(bytes)
    inUse.append((output.step, offset, bytes))
    lowering.place(output.buffer, at: offset)
  }

  /// Ends the growing chain, and decides where its results lie.
  ///
  /// What was read last in the chain is given back only now: a tile is written while later ones are still to be read.
  private mutating func endChain(before position: Int) {
    guard let chain = growing else { return }
    growing = nil
    var tiles: Set<Int> = []
    let isChain = chain.outputs.count > 1
    func isPassing(_ output: GrowingChain.Output) -> Bool {
      isChain && output.bytes != nil && lastUse[output.step, default: -1] < position
    }
    for output in chain.outputs where !isPassing(output) { keep(output) }
    var read: [(lastUse: Int, offset: Int)] = []
    for output in chain.outputs {
      if isPassing(output) {
        let offset = lowering.arena.take(ElementwiseChain.tileBytes)
        lowering.place(output.buffer, at: offset)
        tiles.insert(output.buffer)
        read.append((lastUse[output.step, default: -1], offset))
      }
      read.removeAll { lastUse, offset in
        if lastUse > output.position { return false }
        lowering.giveBack(offset, ElementwiseChain.tileBytes)
        return true
      }
    }
    if isChain {
      chains.append(
        ElementwiseChain(chain.range, of: lowering.list.instructions, tiles: tiles, builder.machine))
    }
    giveBack(before: position)
  }

  var block: LoweredPass.Block {
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
    return LoweredPass.Block(
      instructions: lowering.list, chains: chains, fixed: fixed, moving: moving, scratch: scratch,
      bufferCount: lowering.sources.count)
  }
}
