import ChainRuleKernels

/// Turns a schedule into instructions, once the lengths of all symbols are known.
struct Lowering<Scalar: TensorScalar> {
  /// Where a buffer's memory comes from.
  enum Source {
    case leaf(Int)
    case constant(Int)
    case memory(Int)
  }

  private(set) var instructions: [Instruction<Scalar>] = []
  /// One for each step, then one for each result that is copied together.
  private(set) var sources: [Source] = []
  /// The number of elements in the memory of each buffer; a view has that of its base.
  private(set) var counts: [Int] = []
  /// The number of elements of each block of memory: the slots, then the copies.
  private(set) var sizes: [Int] = []
  private(set) var results: [(buffer: Int, lengths: [Int], count: Int)] = []

  private let program: Program<Scalar>
  private let lengths: [Shape.Extent: Int]
  private var layouts: [StridedShape] = []
  private let kernels = Scalar.kernels

  init(_ program: Program<Scalar>, _ lengths: [Shape.Extent: Int]) throws {
    self.program = program
    self.lengths = lengths
    for step in program.schedule.steps { try checkSize(step) }
    sizes = program.plan.slots.map(size)
    for (index, step) in program.schedule.steps.enumerated() { try lower(step, index) }
    for output in program.results { collect(output) }
  }

  /// The number of elements of a slot, saturating rather than overflowing.
  private func size(_ slot: StoragePlan.Size) -> Int {
    slot.symbols.reduce(slot.fixedCount) { product, symbol in
      let (result, overflow) = product.multipliedReportingOverflow(by: lengths[symbol] ?? 0)
      return overflow ? .max : result
    }
  }

  private func size(_ step: Schedule.Step) -> Int { size(StoragePlan.Size(step.node.shape)) }

  /// Refuses arrays, also those that are only views, with more elements than can be addressed.
  private func checkSize(_ step: Schedule.Step) throws(ChainRuleError) {
    if size(step) <= Int.max / MemoryLayout<Scalar>.stride - 64 { return }
    let symbols = step.node.shape.symbols.map { "\($0) = \(lengths[$0] ?? 0)" }.joined(separator: ", ")
    throw ChainRuleError(
      .binding, in: "Program.run", operands: Tensor(step.node).labelled,
      problem:
        "the array has more elements than can be addressed\(symbols.isEmpty ? "" : " with \(symbols)")",
      mend: "use shorter axes")
  }

  private func concrete(_ shape: Shape) -> [Int] {
    shape.extents.map { extent in
      if case .fixed(let length) = extent { length } else { lengths[extent] ?? 0 }
    }
  }

  private mutating func lower(_ step: Schedule.Step, _ index: Int) throws(ChainRuleError) {
    let shape = concrete(step.node.shape)
    switch program.plan.places[index] {
    case .leaf(let leaf):
      sources.append(.leaf(leaf))
      layouts.append(StridedShape(contiguous: shape))
      counts.append(size(step))
    case .constant(let constant):
      sources.append(.constant(constant))
      layouts.append(StridedShape(contiguous: shape))
      counts.append(size(step))
    case .view(let base):
      sources.append(sources[base])
      counts.append(counts[base])
      layouts.append(view(step.primitive, layouts[base], shape))
    case .slot(let slot):
      sources.append(.memory(slot))
      counts.append(sizes[slot])
      layouts.append(StridedShape(contiguous: shape))
      add(operation(step, shape), step.inputs, to: index, count: sizes[slot], step: index)
    }
  }

  private func view(_ primitive: Primitive, _ base: StridedShape, _ shape: [Int]) -> StridedShape {
    switch primitive {
    case .permutation(let permutation): base.permuted(permutation.order)
    case .broadcast: base.broadcast(to: shape)
    default: StridedShape(contiguous: shape)
    }
  }

  /// The kernel for each primitive that computes.
  private func operation(_ step: Schedule.Step, _ shape: [Int]) -> Instruction<Scalar>.Operation {
    let operands = step.inputs.map { layouts[$0] }
    func loop() -> StridedLoop { StridedLoop(over: shape, operands.map { $0.strides(over: shape) }) }
    switch step.primitive {
    case .elementwise(let function): return .map1(function.rule.value, loop())
    case .arithmetic(let function): return .map2(function.kernel(in: kernels), loop())
    case .comparison(let function): return .map2(function.kernel(in: kernels), loop())
    case .select: return .select(loop())
    case .matrixProduct: return .matrixProduct(MatrixLoop(operands[0], operands[1]))
    case .sum(let sum): return .sum(SumLoop(operands[0], over: sum.axes))
    case .reshape:
      return .copy(StridedLoop(over: operands[0].lengths, [operands[0].strides]))
    case .leaf, .name, .permutation, .broadcast:
      preconditionFailure("\(step.primitive.family.name) computes nothing: it is placed, not lowered")
    }
  }

  private mutating func add(
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
    if program.plan.isContiguous[output], case .memory = sources[output] {
      results.append((output, layout.lengths, counts[output]))
      return
    }
    let count = size(program.schedule.steps[output])
    let buffer = sources.count
    sources.append(.memory(sizes.count))
    sizes.append(count)
    add(
      .copy(StridedLoop(over: layout.lengths, [layout.strides])), [output], to: buffer, count: count,
      step: output)
    results.append((buffer, layout.lengths, count))
  }
}

extension Arithmetic {
  fileprivate func kernel(in table: cr_kernels) -> cr_map2 {
    switch self {
    case .add: table.add
    case .subtract: table.subtract
    case .multiply: table.multiply
    case .divide: table.divide
    case .power: table.power
    case .maximum: table.maximum
    case .minimum: table.minimum
    }
  }
}

extension Comparison {
  fileprivate func kernel(in table: cr_kernels) -> cr_map2 {
    switch self {
    case .less: table.less
    case .lessOrEqual: table.less_or_equal
    case .greater: table.greater
    case .greaterOrEqual: table.greater_or_equal
    case .equal: table.equal
    case .notEqual: table.not_equal
    }
  }
}

extension TensorScalar {
  /// The kernels for this precision.
  static var kernels: cr_kernels {
    switch precision {
    case .double: cr_kernels_f64().pointee
    case .single: cr_kernels_f32().pointee
    }
  }
}
