/// Neighbouring elementwise instructions of a block that will run together, as long as the next one may join them.
struct GrowingChain {
  /// A result that an instruction computes.
  struct Output {
    let step: Int
    /// The position of its step in the pass.
    let position: Int
    let buffer: Int
    /// What it takes of the memory to work in; nil if it lies elsewhere.
    let bytes: Int?
  }

  private(set) var range: Range<Int>
  private(set) var outputs: [Output] = []
  private let count: Int

  /// Fewer tiles than this are in the first-level cache anyway.
  private static let leastTiles = 4

  /// Nil for an instruction that is not elementwise, or computes few elements.
  init?(_ instruction: Instruction, at index: Int, _ output: Output, _ machine: Machine) {
    guard instruction.count * machine.size >= Self.leastTiles * ElementwiseChain.tileBytes else {
      return nil
    }
    (range, count) = (index..<index, instruction.count)
    if !joins(instruction, at: index, output) { return nil }
  }

  /// Takes an instruction that follows, if it computes each element from those at the same place.
  mutating func joins(_ instruction: Instruction, at index: Int, _ output: Output) -> Bool {
    guard index == range.upperBound, instruction.count == count, instruction.elementwise != nil else {
      return false
    }
    // A single element of what the chain computes is not there for every tile.
    let isEarly = instruction.reads.contains { read in
      read.stride == 0 && outputs.contains { $0.buffer == read.buffer }
    }
    if isEarly { return false }
    range = range.lowerBound..<index + 1
    outputs.append(output)
    return true
  }
}
