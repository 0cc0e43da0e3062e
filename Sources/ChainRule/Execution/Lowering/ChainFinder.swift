/// Finds the chains among instructions on whole arrays by what memory they reach.
struct ChainFinder {
  private var range: Range<Int>
  private let count: Int
  private var read: [Region] = []
  private var written: [Region] = []

  /// Fewer elements are done before it pays to look at them.
  private static let leastCount = 8192

  /// Memory that an instruction reads or writes in order, or a single element that it reads again and again.
  private struct Region {
    let start: Address
    let end: Address
    let isArray: Bool

    func isApart(from other: Region) -> Bool { end <= other.start || other.end <= start }

    /// Whether an element of one is no element of the other, unless both are reached at the same time.
    func keepsPace(with other: Region) -> Bool {
      isApart(from: other) || (isArray && other.isArray && start == other.start)
    }
  }

  /// The chains among the instructions at some positions, in their order.
  static func chains(
    in instructions: [Instruction], at range: Range<Int>, _ buffers: Buffers, _ machine: Machine
  ) -> [ElementwiseChain] {
    var found: [ChainFinder] = []
    for position in range where instructions[position].count >= leastCount {
      let instruction = instructions[position]
      if let last = found.indices.last, found[last].joins(instruction, at: position, buffers, machine) {
        continue
      }
      var chain = ChainFinder(range: position..<position, count: instruction.count)
      if chain.joins(instruction, at: position, buffers, machine) { found.append(chain) }
    }
    return found.map { ElementwiseChain($0.range, of: instructions, machine) }
  }

  private init(range: Range<Int>, count: Int) {
    self.range = range
    self.count = count
  }

  /// Takes an instruction into the chain if it follows and fits.
  private mutating func joins(
    _ instruction: Instruction, at position: Int, _ buffers: Buffers, _ machine: Machine
  ) -> Bool {
    guard position == range.upperBound, instruction.count == count, instruction.elementwise != nil else {
      return false
    }
    func region(_ buffer: Int, _ stride: Int) -> Region {
      let length = (stride == 0 ? 1 : count) * machine.size
      return Region(start: buffers[buffer], end: buffers[buffer] + length, isArray: stride != 0)
    }
    let reads = instruction.reads.map(region)
    let output = region(instruction.output, 1)
    guard (read + written + reads).allSatisfy(output.keepsPace),
      reads.allSatisfy({ source in written.allSatisfy(source.keepsPace) })
    else { return false }
    range = range.lowerBound..<position + 1
    read += reads
    written.append(output)
    return true
  }
}
