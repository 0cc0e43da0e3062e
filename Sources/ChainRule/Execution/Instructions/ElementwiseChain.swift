import ChainRuleKernels

/// Neighbouring instructions that compute each element from the elements at the same place, run together: a tile of
/// elements goes through all of them before the next one, so that what one writes the next finds in the cache, and
/// several threads may each take a part.
///
/// # Why the unsafe pointers are right, on several threads
/// Each part writes elements of its own. It reads none that another part writes: what one instruction writes, another of
/// the chain reads or writes at the same place or not at all, which `ChainFinder` makes sure of by their addresses. Tiles
/// that are used again for each part of the elements are in chains of one worker only.
struct ElementwiseChain {
  /// The positions of its instructions.
  let range: Range<Int>
  /// The elements that each instruction computes.
  let count: Int
  private let steps: [Step]
  /// The buffers of arrays that are read and not computed here.
  private let sources: [Int]
  /// About how many additions would take as long.
  private let work: Int

  /// What a tile takes of each array.
  static let tileBytes = 2048
  /// How far ahead the arrays that are read are asked for.
  ///
  /// While the processor computes a tile, it reads a later one from memory. With tiles that just fit into the first-level
  /// cache, 16 kB, one waits for the other.
  private static let tilesAhead = 3
  /// A part for another thread has work for some microseconds.
  private static let leastWork = 1 << 16

  /// - Parameter tiles: The buffers that have room for one tile, which each tile uses again.
  init(
    _ range: Range<Int>, of instructions: [Instruction], tiles: Set<Int> = [], _ machine: Machine
  ) {
    self.range = range
    count = instructions[range.lowerBound].count
    steps = instructions[range].map { Step($0, tiles: tiles, machine) }
    let outputs = Set(instructions[range].map(\.output))
    sources = Set(instructions[range].flatMap(\.reads).filter { $0.stride == 1 }.map(\.buffer))
      .subtracting(outputs).sorted()
    work = instructions[range].reduce(0) { $0 + ($1.elementwise?.work ?? 0) * $1.count }
  }

  func run(_ buffers: Buffers, _ machine: Machine) {
    let parts = machine.threads == 1 ? 1 : min(2 * machine.threads, work / Self.leastWork)
    if parts <= 1 { return run(0..<count, buffers, machine) }
    /// Between cache lines, so that no two threads write to the same one.
    func cut(_ part: Int) -> Int { part == parts ? count : part * count / parts / 64 * 64 }
    Threads.forEach(parts) { part in
      run(cut(part)..<cut(part + 1), buffers, machine)
    }
  }

  private func run(_ elements: Range<Int>, _ buffers: Buffers, _ machine: Machine) {
    let tile = Self.tileBytes / machine.size
    steps.withUnsafeBufferPointer { steps in
      for start in stride(from: elements.lowerBound, to: elements.upperBound, by: tile) {
        let count = min(tile, elements.upperBound - start)
        for source in sources {
          cr_fetch(buffers[source], (start + Self.tilesAhead * tile) * machine.size, Self.tileBytes)
        }
        for step in steps { step.run(start, count, buffers, machine) }
      }
    }
  }
}

extension ElementwiseChain {
  /// An instruction on a tile.
  private struct Step {
    let operation: Instruction.Operation
    let operands: (Int, Int, Int)
    let output: Int
    let strides: (Int, Int, Int)
    /// How many bytes each operand and the output move on from one element to the next.
    let moves: (Int, Int, Int, Int)

    init(_ instruction: Instruction, tiles: Set<Int>, _ machine: Machine) {
      operation = instruction.operation
      operands = instruction.operands
      output = instruction.output
      strides = instruction.strides
      func move(_ buffer: Int, _ stride: Int) -> Int { tiles.contains(buffer) ? 0 : stride * machine.size }
      moves = (
        move(operands.0, strides.0), move(operands.1, strides.1), move(operands.2, strides.2),
        move(output, 1)
      )
    }

    @inline(__always)
    func run(_ start: Int, _ count: Int, _ buffers: Buffers, _ machine: Machine) {
      let first = buffers[operands.0] + start * moves.0
      let out = buffers[output] + start * moves.3
      var second: Address { buffers[operands.1] + start * moves.1 }
      switch operation {
      case .map1(let kernel): kernel(count, first, strides.0, out)
      case .map2(let kernel): kernel(count, first, strides.0, second, strides.1, out)
      case .select:
        let third = buffers[operands.2] + start * moves.2
        machine.kernels.pointee.select(count, first, strides.0, second, strides.1, third, strides.2, out)
      case .copy: machine.kernels.pointee.copy(count, first, strides.0, out)
      default: preconditionFailure("a chain has elementwise instructions only")
      }
    }
  }
}

extension Instruction {
  /// How many operands an instruction has that may be in a chain, and about how many additions take as long as one element;
  /// nil for others.
  var elementwise: (arity: Int, work: Int)? {
    func isPlain(_ stride: Int) -> Bool { stride == 0 || stride == 1 }
    return switch operation {
    case .map1 where isPlain(strides.0): (1, 4)
    case .map2 where isPlain(strides.0) && isPlain(strides.1): (2, 1)
    case .select where isPlain(strides.0) && isPlain(strides.1) && isPlain(strides.2): (3, 1)
    case .copy where isPlain(strides.0): (1, 1)
    default: nil
    }
  }

  /// The operands of an instruction that may be in a chain; one with stride 0 is a single element, read again and again.
  var reads: ArraySlice<(buffer: Int, stride: Int)> {
    [(operands.0, strides.0), (operands.1, strides.1), (operands.2, strides.2)].prefix(
      elementwise?.arity ?? 0)
  }
}

extension InstructionList {
  /// Runs some instructions, those of chains together.
  ///
  /// - Throws: As without chains.
  func run(
    _ range: Range<Int>, _ chains: [ElementwiseChain], _ buffers: Buffers, _ machine: Machine, firstRow: Int
  ) throws {
    var position = range.lowerBound
    for chain in chains where range.contains(chain.range.lowerBound) {
      try run(position..<chain.range.lowerBound, buffers, machine, firstRow: firstRow)
      chain.run(buffers, machine)
      position = chain.range.upperBound
    }
    try run(position..<range.upperBound, buffers, machine, firstRow: firstRow)
  }
}
