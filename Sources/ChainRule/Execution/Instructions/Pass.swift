import ChainRuleKernels
import Synchronization

/// One walk over all rows, block by block, ready to run.
///
/// The blocks belong to chunks, and each chunk adds up its own share of what is reduced over rows. How many chunks there
/// are depends on the number of rows and on shapes, never on threads; the shares merge in a fixed tree. So the results
/// are the same to the last bit for every number of threads.
///
/// # Why the unsafe pointers are right, on several threads
/// Each worker has memory of its own, for as long as the pass exists. Chunks write rows of results that no other
/// chunk writes, and each its own share; which worker has which chunk is decided by an atomic counter. What all read is
/// written before the pass runs. Shares are merged after all workers have ended.
final class Pass {
  /// What adds up over rows.
  struct Share {
    let merge: RowMerge
    let count: Int
    /// The share of one block, and what has been added up in the chunk with its rounding error, as offsets in bytes in
    /// a worker's memory.
    let block: Int
    let sum: Int
    let error: Int
    /// The result.
    let target: Address
    /// The chunks' shares, as an offset in bytes in the memory for them.
    let chunks: Int
  }

  /// Instructions for a block of some number of rows.
  struct Code {
    let instructions: InstructionList
    let chains: [ElementwiseChain]
    /// The addresses that all workers and blocks share.
    let fixed: [(buffer: Int, address: Address)]
    let moving: [(buffer: Int, address: Address, bytesPerRow: Int)]
    let scratch: [(buffer: Int, offset: Int)]
    let bufferCount: Int
  }

  /// What a pass is made of, before there is memory to work in.
  struct Parts {
    let rows: Int
    let blocks: RowBlocks
    let full: Code
    let last: Code
    let shares: [Share]
    let machine: Machine
    /// The memory that each thread works in.
    let workerBytes: Int
    /// The memory for the shares of all chunks, if there are several.
    let chunkBytes: Int
  }

  let rows: Int
  let blocks: RowBlocks
  let shares: [Share]
  private let full: Code
  private let last: Code
  private let machine: Machine
  private let workerBytes: Int
  private let chunkMemory: Memory?
  private var workers: [PassWorker] = []

  /// Nil if there is no memory to work in.
  init?(_ parts: Parts) {
    rows = parts.rows
    blocks = parts.blocks
    full = parts.full
    last = parts.last
    shares = parts.shares
    machine = parts.machine
    workerBytes = parts.workerBytes
    if blocks.chunks > 1 {
      guard let memory = Memory(size: parts.chunkBytes) else { return nil }
      chunkMemory = memory
    } else {
      chunkMemory = nil
    }
    guard let worker = PassWorker(full, last, bytes: workerBytes) else { return nil }
    workers = [worker]
  }

  /// - Throws: `MatrixFailure` of the first row that has one.
  func run(threads: Int) throws {
    let wanted = min(threads, blocks.chunks)
    // With too little memory for more workers, there are fewer.
    while workers.count < wanted, let worker = PassWorker(full, last, bytes: workerBytes) {
      workers.append(worker)
    }
    let count = min(wanted, workers.count)
    if count <= 1 {
      for chunk in 0..<blocks.chunks { try run(chunk: chunk, workers[0]) }
    } else {
      try runConcurrently(count)
    }
    for share in shares { mergeChunks(share) }
  }

  private func runConcurrently(_ count: Int) throws {
    let next = Atomic(0)
    for worker in workers { worker.failure = nil }
    Threads.forEach(count) { number in
      while true {
        let chunk = next.wrappingAdd(1, ordering: .relaxed).oldValue
        if chunk >= blocks.chunks { return }
        do {
          try run(chunk: chunk, workers[number])
        } catch {
          workers[number].failure = (chunk, error)
          return
        }
      }
    }
    let failure = workers.compactMap(\.failure).min { $0.chunk < $1.chunk }
    if let failure { throw failure.error }
  }

  private func run(chunk: Int, _ worker: PassWorker) throws {
    let range = blocks.blocks(inChunk: chunk)
    for block in range {
      let firstRow = block * blocks.rows
      let isLast = firstRow + blocks.rows > rows
      let (code, buffers) = isLast ? (last, worker.last) : (full, worker.full)
      for (buffer, address, bytesPerRow) in code.moving { buffers[buffer] = address + firstRow * bytesPerRow }
      try code.instructions.run(
        0..<code.instructions.instructions.count, code.chains, buffers, machine, firstRow: firstRow)
      for share in shares { add(share, worker.memory.address, isFirst: block == range.lowerBound) }
    }
    for share in shares { finish(share, chunk, worker.memory.address) }
  }

  /// Adds the share of a block to that of the chunk, with the error of each addition carried along, so that it does not
  /// grow with the number of blocks.
  private func add(_ share: Share, _ memory: Address, isFirst: Bool) {
    let (block, sum, error) = (memory + share.block, memory + share.sum, memory + share.error)
    if isFirst {
      machine.kernels.pointee.copy(share.count, block, 1, sum)
      if share.merge == .sum { machine.clear(error, share.count) }
    } else if share.merge == .sum {
      machine.accumulate(share.count, block, sum, error)
    } else {
      machine.merge(share.merge, share.count, sum, block, into: sum)
    }
  }

  private func finish(_ share: Share, _ chunk: Int, _ memory: Address) {
    let (sum, error) = (memory + share.sum, memory + share.error)
    if share.merge == .sum { machine.finish(share.count, sum, error) }
    let target =
      chunkMemory.map { $0.address + share.chunks + chunk * share.count * machine.size } ?? share.target
    machine.kernels.pointee.copy(share.count, sum, 1, target)
  }

  /// Merges neighbours, then those, until one is left.
  private func mergeChunks(_ share: Share) {
    guard let chunkMemory else { return }
    let bytes = share.count * machine.size
    func chunk(_ number: Int) -> Address { chunkMemory.address + share.chunks + number * bytes }
    var distance = 1
    while distance < blocks.chunks {
      for number in stride(from: 0, to: blocks.chunks - distance, by: 2 * distance) {
        machine.merge(share.merge, share.count, chunk(number), chunk(number + distance), into: chunk(number))
      }
      distance *= 2
    }
    machine.kernels.pointee.copy(share.count, chunk(0), 1, share.target)
  }
}

/// The memory that one thread works in.
final class PassWorker {
  let memory: Memory
  let full: Buffers
  let last: Buffers
  private let counts: (Int, Int)
  /// The chunk at which the worker stopped, and why.
  var failure: (chunk: Int, error: any Error)?

  init?(_ full: Pass.Code, _ last: Pass.Code, bytes: Int) {
    guard let memory = Memory(size: bytes) else { return nil }
    self.memory = memory
    counts = (full.bufferCount, last.bufferCount)
    func buffers(_ code: Pass.Code) -> Buffers {
      let buffers = Buffers.allocate(capacity: max(code.bufferCount, 1))
      buffers.initialize(repeating: memory.address, count: code.bufferCount)
      for (buffer, address) in code.fixed { buffers[buffer] = address }
      for (buffer, offset) in code.scratch { buffers[buffer] = memory.address + offset }
      return buffers
    }
    self.full = buffers(full)
    self.last = buffers(last)
  }

  deinit {
    full.deinitialize(count: counts.0)
    full.deallocate()
    last.deinitialize(count: counts.1)
    last.deallocate()
  }
}

extension Machine {
  func merge(_ merge: RowMerge, _ count: Int, _ left: Address, _ right: Address, into out: Address) {
    let kernel =
      switch merge {
      case .sum: kernels.pointee.add
      case .maximum: kernels.pointee.maximum
      case .minimum: kernels.pointee.minimum
      case .logAddExp: kernels.pointee.log_add_exp
      case .hypotenuse: kernels.pointee.hypotenuse
      }
    kernel?(count, left, 1, right, 1, out)
  }

  func accumulate(_ count: Int, _ addend: Address, _ sum: Address, _ error: Address) {
    kernels.pointee.accumulate(count, addend, sum, error)
  }

  func finish(_ count: Int, _ sum: Address, _ error: Address) {
    kernels.pointee.finish_sum(count, sum, error)
  }
}
