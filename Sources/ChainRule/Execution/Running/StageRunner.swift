/// Runs the stages of an execution: instructions on addresses, with everything decided, so that nothing is looked up,
/// allocated or counted in the loop.
///
/// # Why the unsafe pointers are right
/// Addresses are those that the execution planned, whose memory it keeps alive, and offsets in the scratch memory, which this
/// object does.
final class StageRunner {
  /// Elements copied after an iteration.
  struct Move {
    let source: Address
    let target: Address
    let bytes: Int
  }

  let instructions: InstructionList
  /// Positions of instructions for all rows, and passes.
  let stages: [Stage<Range<Int>, PassRunner>]
  let buffers: Buffers
  let machine: Machine
  /// Those of all stages, in the order of their instructions.
  private let chains: [ElementwiseChain]
  private let bufferCount: Int
  /// What whole steps work in.
  private let scratch: Memory

  /// - Parameter scratch: Memory as large as the arena of `whole`.
  init(_ whole: Lowering, _ stages: [Stage<Range<Int>, PassRunner>], _ scratch: Memory) {
    instructions = whole.list
    self.stages = stages
    self.scratch = scratch
    machine = whole.machine
    bufferCount = whole.sources.count
    buffers = .allocate(capacity: max(bufferCount, 1))
    for (index, source) in whole.sources.enumerated() {
      let address: Address =
        switch source {
        case .memory(let address), .rows(let address, _): address
        case .scratch(let offset): scratch.address + offset
        }
      (buffers + index).initialize(to: address)
    }
    let (list, buffers, machine) = (whole.list.instructions, buffers, whole.machine)
    chains = stages.flatMap { stage -> [ElementwiseChain] in
      guard case .whole(let range) = stage else { return [] }
      return ChainFinder.chains(in: list, at: range, buffers, machine)
    }
  }

  deinit {
    buffers.deinitialize(count: bufferCount)
    buffers.deallocate()
  }

  /// - Throws: `MatrixFailure` for a matrix without the result asked for, and what a custom operation throws.
  func run(threads wanted: Int) throws {
    // Work is cut by multiples of this number.
    let threads = min(max(wanted, 1), Threads.most)
    let machine = machine.computing(on: threads)
    for stage in stages {
      switch stage {
      case .whole(let range): try instructions.run(range, chains, buffers, machine, firstRow: 0)
      case .pass(let pass): try pass.run(threads: threads)
      }
    }
  }

  /// Runs several times, with all moves after each.
  ///
  /// - Parameters:
  ///   - recorded: An element whose value after each run is written to the next place of `log`.
  /// - Throws: As `run` does.
  func iterate(_ count: Int, threads: Int, _ moves: [Move], recording recorded: Address?, to log: Address)
    throws
  {
    let size = machine.size
    for iteration in 0..<count {
      try run(threads: threads)
      if let recorded { (log + iteration * size).copyMemory(from: recorded, byteCount: size) }
      for move in moves { move.target.copyMemory(from: move.source, byteCount: move.bytes) }
    }
  }
}
