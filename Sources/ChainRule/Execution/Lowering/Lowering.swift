import ChainRuleKernels

/// Turns steps into instructions, either for all rows or for some at a time.
struct Lowering {
  /// What a buffer's address is made of.
  enum Source {
    /// Memory that stays where it is.
    case memory(Address)
    /// Memory of which each row is so many bytes behind the one before.
    case rows(Address, bytesPerRow: Int)
    /// Memory to work in, at an offset in bytes.
    case scratch(Int)
  }

  /// Numbers that an instruction reads.
  struct Operand {
    var buffer: Int
    var layout: StridedShape
    var integers: UnsafePointer<Int>?
    /// The integers of one row, if they are read by rows.
    var integersPerRow = 0
  }

  private(set) var list = InstructionList()
  private(set) var sources: [Source] = []
  var arena: Arena
  let machine: Machine
  /// The number of rows at a time; nil to compute everything whole.
  let rows: Int?
  /// The buffer of each step of which all is read.
  private var wholes: [Int]
  /// Memory that only the step being lowered works in.
  private var temporary: [(offset: Int, bytes: Int)] = []

  /// - Parameters:
  ///   - arena: What has been planned already of the memory to work in.
  ///   - steps: How many steps there are.
  init(_ machine: Machine, steps: Int, rows: Int?, after arena: Arena) {
    self.machine = machine
    self.rows = rows
    wholes = Array(repeating: -1, count: steps)
    self.arena = arena
    if rows == nil {
      list.reserve(steps)
      sources.reserveCapacity(steps)
    }
  }

  /// The number of instructions so far.
  var count: Int { list.instructions.count }

  /// The number of the buffer with an address.
  mutating func buffer(_ source: Source) -> Int {
    sources.append(source)
    return sources.count - 1
  }

  /// The number of the buffer of a step in memory as a whole.
  mutating func buffer(ofStep step: Int, at address: Address) -> Int {
    if wholes[step] < 0 { wholes[step] = buffer(.memory(address)) }
    return wholes[step]
  }

  /// Memory to work in while one step is computed.
  mutating func scratch(_ count: Int) -> Int {
    let bytes = count &* machine.size
    let offset = arena.take(bytes)
    temporary.append((offset, bytes))
    return buffer(.scratch(offset))
  }

  /// Decides where a buffer lies in the memory to work in.
  mutating func place(_ buffer: Int, at offset: Int) { sources[buffer] = .scratch(offset) }

  /// Gives back a part of the memory to work in.
  mutating func giveBack(_ offset: Int, _ bytes: Int) { arena.give(back: offset, bytes) }

  /// Gives back what the step just lowered worked in.
  mutating func endStep() {
    while let (offset, bytes) = temporary.popLast() { arena.give(back: offset, bytes) }
  }

  /// The operand, or a copy of it whose elements lie in row-major order without gaps.
  mutating func contiguous(_ operand: Operand, step: Int) -> Operand {
    if operand.layout.isContiguous { return operand }
    let count = operand.layout.lengths.reduce(1) { $0 &* $1 }
    let buffer = scratch(count)
    copy(operand, to: buffer, step: step)
    return Operand(buffer: buffer, layout: StridedShape(contiguous: operand.layout.lengths))
  }

  /// Whether two operands begin at the same address, whatever rows are at hand.
  func isSameMemory(_ left: Operand, _ right: Operand) -> Bool {
    switch (sources[left.buffer], sources[right.buffer]) {
    case (.memory(let first), .memory(let second)): first == second
    case (.rows(let first, let step), .rows(let second, let other)): first == second && step == other
    default: left.buffer == right.buffer
    }
  }

  /// A copy is no result of its own: it is not looked through for what is not finite.
  mutating func copy(_ operand: Operand, to output: Int, step: Int) {
    let strided = StridedLoop(over: operand.layout.lengths, [operand.layout.strides])
    elementwise(.copy, strided, .one(operand.buffer), to: output, step: step, written: 0)
  }

  /// One kernel call where a single run does it, otherwise a loop of them.
  mutating func elementwise(
    _ operation: ElementwiseLoop.Operation, _ strided: StridedLoop, _ operands: Operands<Int>, to output: Int,
    step: Int, written: Int
  ) {
    if strided.repetitions == 0 { return }
    if strided.repetitions == 1, let single = operation.single {
      let strides = (strided.strides[0], strided.strides[1], strided.strides[2])
      add(single, operands, to: output, count: strided.count, strides: strides, step: step, written: written)
    } else {
      add(
        ElementwiseLoop(operation: operation, strided: strided), operands, to: output, step: step,
        written: written)
    }
  }

  mutating func add(
    _ product: ProductShape, _ operands: Operands<Int>, to output: Int, step: Int, written: Int
  ) {
    add(list.operation(product), operands, to: output, step: step, written: written)
  }

  mutating func add(_ loop: any Loop, _ operands: Operands<Int>, to output: Int, step: Int, written: Int) {
    add(list.operation(loop), operands, to: output, step: step, written: written)
  }

  mutating func add(
    _ custom: any CustomEvaluation, _ operands: Operands<Int>, to output: Int, step: Int, written: Int
  ) {
    add(list.operation(custom), operands, to: output, step: step, written: written)
  }

  mutating func add(
    _ operation: Instruction.Operation, _ operands: Operands<Int>, to output: Int, count: Int = 0,
    strides: (Int, Int, Int) = (0, 0, 0), step: Int, written: Int
  ) {
    let buffers =
      switch operands {
      case .none: (output, output, output)
      case .one(let first): (first, first, first)
      case .two(let first, let second): (first, second, first)
      case .more(let all): (all[0], all[1], all[2])
      }
    list.append(
      Instruction(
        operation: operation, operands: buffers, output: output, count: count, strides: strides, step: step,
        written: written))
  }
}

extension Primitive {
  /// How a view lies in the memory of its base, and how far behind the base's first element its own is.
  func view(_ base: StridedShape, as shape: [Int]) -> (layout: StridedShape, offset: Int) {
    switch self {
    case .permutation(let permutation): (base.permuted(permutation.order), 0)
    case .broadcast: (base.broadcast(to: shape), 0)
    case .slice(let slice): base.sliced(slice.ranges)
    case .reversal(let reversal): base.reversed(reversal.axes)
    case .diagonal: (base.diagonal, 0)
    default: (StridedShape(contiguous: shape), 0)
    }
  }
}
