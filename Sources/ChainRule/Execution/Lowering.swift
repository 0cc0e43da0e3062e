import ChainRuleKernels

/// Turns a schedule into instructions, once the lengths of all symbols are known.
struct Lowering<Scalar: TensorScalar> {
  /// Where a buffer's memory comes from.
  enum Source {
    case leaf(Int)
    case constant(Int)
    case memory(Int)
    /// Integers, which no buffer holds.
    case indices(Int)
  }

  private(set) var instructions: [Instruction<Scalar>] = []
  /// One for each step, then one for each copy.
  private(set) var sources: [Source] = []
  /// How far into its memory each buffer starts: views may start behind the first element.
  private(set) var offsets: [Int] = []
  /// How the elements of each step lie in memory.
  private(set) var layouts: [StridedShape] = []
  /// The number of elements of each block of memory, the slots, then the copies, and a step that writes there.
  private(set) var sizes: [(count: Int, step: Int)] = []
  private(set) var results: [(buffer: Int, lengths: [Int], count: Int)] = []

  private let program: Program<Scalar>
  private let lengths: [Shape.Extent: Int]
  let integers: [[Int]]
  private var copies: [Source] = []
  let kernels = Scalar.kernels

  init(_ program: Program<Scalar>, _ bound: BoundData<Scalar>) throws {
    self.program = program
    lengths = bound.lengths
    integers = bound.indices.map(\.elements)
    for step in program.schedule.steps { try checkSize(step) }
    sizes = program.plan.slots.map { (size($0), 0) }
    for (index, step) in program.schedule.steps.enumerated() { try lower(step, index) }
    for output in program.results { collect(output) }
    sources += copies
    offsets += copies.map { _ in 0 }
  }

  /// The number of elements of a slot, saturating rather than overflowing.
  private func size(_ slot: StoragePlan.Size) -> Int {
    slot.symbols.reduce(slot.fixedCount) { product, symbol in
      let (result, overflow) = product.multipliedReportingOverflow(by: lengths[symbol] ?? 0)
      return overflow ? .max : result
    }
  }

  func size(_ step: ExecutionOrder.Step) -> Int { size(StoragePlan.Size(step.node.shape)) }

  /// Refuses arrays, also those that are only views, with more elements than can be addressed.
  private func checkSize(_ step: ExecutionOrder.Step) throws(ChainRuleError) {
    if size(step) <= AlignedStorage<Scalar>.mostBytes / MemoryLayout<Scalar>.stride { return }
    let symbols = step.node.shape.symbols.map { "\($0) = \(lengths[$0] ?? 0)" }.joined(separator: ", ")
    throw ChainRuleError(
      .binding, in: "Program.run", operands: Tensor(step.node).labelled,
      problem:
        "the array has more elements than can be addressed\(symbols.isEmpty ? "" : " with \(symbols)")",
      mend: "use shorter axes")
  }

  func concrete(_ shape: Shape) -> [Int] {
    shape.extents.map { extent in
      if case .fixed(let length) = extent { length } else { lengths[extent] ?? 0 }
    }
  }

  private mutating func lower(_ step: ExecutionOrder.Step, _ index: Int) throws(ChainRuleError) {
    let shape = concrete(step.node.shape)
    var layout = StridedShape(contiguous: shape)
    var offset = 0
    switch program.plan.places[index] {
    case .leaf(let leaf): sources.append(.leaf(leaf))
    case .constant(let constant): sources.append(.constant(constant))
    case .indices(let indices): sources.append(.indices(indices))
    case .slot(let slot): sources.append(.memory(slot))
    case .view(let base):
      sources.append(sources[base])
      (layout, offset) = view(step.primitive, layouts[base], shape)
      offset += offsets[base]
    }
    layouts.append(layout)
    offsets.append(offset)
    guard case .slot(let slot) = program.plan.places[index] else { return }
    sizes[slot].step = index
    // Where there is nothing to write, another axis may be too long to walk along.
    var isCustom: Bool { if case .custom = step.primitive { true } else { false } }
    if sizes[slot].count > 0 || isCustom {
      try compute(step, index, shape, count: sizes[slot].count)
    }
  }

  /// How a view lies in the memory of its base, and how far behind the base's first element its own is.
  private func view(
    _ primitive: Primitive, _ base: StridedShape, _ shape: [Int]
  ) -> (layout: StridedShape, offset: Int) {
    switch primitive {
    case .permutation(let permutation): (base.permuted(permutation.order), 0)
    case .broadcast: (base.broadcast(to: shape), 0)
    case .slice(let slice): base.sliced(slice.ranges)
    case .reversal(let reversal): base.reversed(reversal.axes)
    case .diagonal: (base.diagonal, 0)
    default: (StridedShape(contiguous: shape), 0)
    }
  }

  /// Integers that an operand holds, perhaps under another shape.
  func integers(of step: Int) -> [Int] {
    if case .indices(let number) = sources[step] { integers[number] } else { [] }
  }

  /// The buffer of `step`, or of a copy whose elements lie in row-major order without gaps.
  mutating func contiguous(_ step: Int) -> Int {
    let layout = layouts[step]
    if layout.strides == StridedShape(contiguous: layout.lengths).strides { return step }
    return copy(step, layout, of: size(program.schedule.steps[step]))
  }

  private mutating func copy(_ step: Int, _ layout: StridedShape, of count: Int) -> Int {
    let buffer = program.schedule.steps.count + copies.count
    copies.append(.memory(sizes.count))
    sizes.append((count, step))
    // A copy is no result of its own: it is not looked through for what is not finite.
    add(.copy(StridedLoop(over: layout.lengths, [layout.strides])), [step], to: buffer, count: 0, step: step)
    return buffer
  }

  mutating func add(
    _ operation: Instruction<Scalar>.Operation, _ operands: [Int], to output: Int, count: Int, step: Int
  ) {
    func operand(_ position: Int) -> Int { position < operands.count ? operands[position] : operands[0] }
    instructions.append(
      Instruction(
        operation: operation, operands: (operand(0), operand(1), operand(2)), output: output,
        count: count, step: step))
  }

  /// Results are read as contiguous memory that the next iteration does not change: views, and leaves, which an
  /// update may write to, are copied.
  private mutating func collect(_ output: Int) {
    let layout = layouts[output]
    let count = size(program.schedule.steps[output])
    if program.plan.isContiguous[output], case .memory = sources[output] {
      results.append((output, layout.lengths, count))
      return
    }
    results.append((copy(output, layout, of: count), layout.lengths, count))
  }
}

extension ChainRuleError {
  /// A step of a program needs more memory than there is.
  static func noMemory<Scalar>(for count: Int, of scalar: Scalar.Type, _ node: Node) -> ChainRuleError {
    ChainRuleError(
      .binding, in: "Program.run", operands: Tensor(node).labelled,
      problem: "there is no memory for \(counted(count)) of \(MemoryLayout<Scalar>.stride) bytes",
      mend: "use shorter axes")
  }
}
