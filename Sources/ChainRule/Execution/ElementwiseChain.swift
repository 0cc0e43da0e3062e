/// Neighbouring instructions that compute each element from the elements at the same place, run together: some
/// elements go through all of them before the next ones, so that what one writes the next finds in the cache, and several
/// threads may have their share.
///
/// # Why the unsafe pointers are right, on several threads
/// Each part writes elements of its own. It reads none that another part writes: what one instruction writes, another of
/// the chain reads or writes at the same place or not at all, which `joins` makes sure of by their addresses.
struct ElementwiseChain {
  /// The positions of its instructions.
  private(set) var range: Range<Int>
  /// The elements that each instruction computes.
  let count: Int
  /// About how many additions would take as long.
  private(set) var work = 0
  private var read: [Region] = []
  private var written: [Region] = []

  /// So many elements at a time are in the first-level cache.
  private static let elementsAtOnce = 4096
  /// Fewer elements are done before it pays to look at them.
  private static let leastCount = 8192
  /// A part for another thread has work for some microseconds.
  private static let leastWork = 1 << 16

  /// Memory that an instruction walks through, or a single element that it reads again and again.
  private struct Region {
    let start: Address
    let end: Address
    let isWalked: Bool

    func isApart(from other: Region) -> Bool { end <= other.start || other.end <= start }

    /// Whether an element of one is no element of the other, unless both are reached at the same time.
    func keepsPace(with other: Region) -> Bool {
      isApart(from: other) || (isWalked && other.isWalked && start == other.start)
    }
  }

  /// The chains among the instructions, in their order.
  static func chains(in instructions: ArraySlice<Instruction>, _ buffers: Buffers, _ machine: Machine)
    -> [ElementwiseChain]
  {
    var chains: [ElementwiseChain] = []
    for (position, instruction) in zip(instructions.indices, instructions)
    where instruction.count >= leastCount {
      if let last = chains.indices.last, chains[last].joins(instruction, at: position, buffers, machine) {
        continue
      }
      var chain = ElementwiseChain(range: position..<position, count: instruction.count)
      if chain.joins(instruction, at: position, buffers, machine) { chains.append(chain) }
    }
    return chains
  }

  private init(range: Range<Int>, count: Int) {
    self.range = range
    self.count = count
  }

  /// Takes an instruction into the chain if it follows and fits.
  private mutating func joins(
    _ instruction: Instruction, at position: Int, _ buffers: Buffers, _ machine: Machine
  ) -> Bool {
    let (operands, strides) = (instruction.operands, instruction.strides)
    guard position == range.upperBound, instruction.count == count,
      let (arity, work) = instruction.elementwise
    else { return false }
    func region(_ buffer: Int, _ stride: Int) -> Region {
      let length = (stride == 0 ? 1 : count) * machine.size
      return Region(start: buffers[buffer], end: buffers[buffer] + length, isWalked: stride != 0)
    }
    let sources = [(operands.0, strides.0), (operands.1, strides.1), (operands.2, strides.2)].prefix(arity)
    guard sources.allSatisfy({ $0.1 == 0 || $0.1 == 1 }) else { return false }
    let reads = sources.map { region($0.0, $0.1) }
    let output = region(instruction.output, 1)
    guard (read + written + reads).allSatisfy(output.keepsPace),
      reads.allSatisfy({ source in written.allSatisfy(source.keepsPace) })
    else { return false }
    range = range.lowerBound..<position + 1
    self.work += work * count
    read += reads
    written.append(output)
    return true
  }

  func run(_ instructions: [Instruction], _ buffers: Buffers, _ machine: Machine) {
    let parts = machine.threads == 1 ? 1 : min(2 * machine.threads, work / Self.leastWork)
    if parts <= 1 { return run(0..<count, instructions, buffers, machine) }
    /// Between cache lines, so that no two threads write to the same one.
    func cut(_ part: Int) -> Int { part == parts ? count : part * count / parts / 64 * 64 }
    Threads.forEach(parts) { part in
      run(cut(part)..<cut(part + 1), instructions, buffers, machine)
    }
  }

  private func run(
    _ elements: Range<Int>, _ instructions: [Instruction], _ buffers: Buffers, _ machine: Machine
  ) {
    for start in stride(from: elements.lowerBound, to: elements.upperBound, by: Self.elementsAtOnce) {
      let end = min(start + Self.elementsAtOnce, elements.upperBound)
      for position in range { instructions[position].run(start..<end, buffers, machine) }
    }
  }
}

extension Instruction {
  /// How many operands an elementwise instruction has, and about how many additions take as long as one element; nil
  /// for others.
  fileprivate var elementwise: (arity: Int, work: Int)? {
    switch operation {
    case .map1: (1, 4)
    case .map2: (2, 1)
    case .select: (3, 1)
    case .copy: (1, 1)
    default: nil
    }
  }

  /// Computes some elements of an elementwise instruction.
  fileprivate func run(_ elements: Range<Int>, _ buffers: Buffers, _ machine: Machine) {
    let (count, size) = (elements.count, machine.size)
    func source(_ buffer: Int, _ stride: Int) -> Address {
      buffers[buffer] + elements.lowerBound * stride * size
    }
    let first = source(operands.0, strides.0)
    let out = source(output, 1)
    switch operation {
    case .map1(let kernel): kernel(count, first, strides.0, out)
    case .map2(let kernel): kernel(count, first, strides.0, source(operands.1, strides.1), strides.1, out)
    case .select:
      machine.kernels.pointee.select(
        count, first, strides.0, source(operands.1, strides.1), strides.1, source(operands.2, strides.2),
        strides.2, out)
    case .copy: machine.kernels.pointee.copy(count, first, strides.0, out)
    default: preconditionFailure("a chain has elementwise instructions only")
    }
  }
}
