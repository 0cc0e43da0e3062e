import ChainRuleKernels
import Synchronization

/// Runs a pass over all rows, block by block.
///
/// The blocks belong to chunks, and each chunk adds up its own contribution to what is reduced over rows. How many chunks
/// there are depends on the number of rows and on shapes, never on threads; the contributions merge in a fixed tree. So
/// the results are the same to the last bit for every number of threads.
///
/// # Why the unsafe pointers are right, on several threads
/// Each worker thread has memory of its own, for as long as the runner exists. Chunks write rows of results that no other
/// chunk writes, and each its own contribution; which thread has which chunk is decided by an atomic counter. What all
/// read is written before the pass runs. Contributions are merged after all threads have ended.
final class PassRunner {
  private let pass: LoweredPass
  private let chunkMemory: Memory?
  private var workers: [WorkerMemory]

  /// Nil if there is no memory to work in.
  init?(_ pass: LoweredPass) {
    self.pass = pass
    if pass.blocks.chunks > 1 {
      guard let memory = Memory(size: pass.chunkBytes) else { return nil }
      chunkMemory = memory
    } else {
      chunkMemory = nil
    }
    guard let worker = WorkerMemory(pass) else { return nil }
    workers = [worker]
  }

  /// - Throws: `MatrixFailure` of the first row that has one.
  func run(threads: Int) throws {
    let wanted = min(threads, pass.blocks.chunks)
    // With too little memory for more workers, there are fewer.
    while workers.count < wanted, let worker = WorkerMemory(pass) {
      workers.append(worker)
    }
    let count = min(wanted, workers.count)
    if count <= 1 {
      for chunk in 0..<pass.blocks.chunks { try run(chunk: chunk, workers[0]) }
    } else {
      try runConcurrently(count)
    }
    for contribution in pass.contributions { mergeChunks(contribution) }
  }

  private func runConcurrently(_ count: Int) throws {
    let next = Atomic(0)
    for worker in workers { worker.failure = nil }
    Threads.forEach(count) { number in
      while true {
        let chunk = next.wrappingAdd(1, ordering: .relaxed).oldValue
        if chunk >= pass.blocks.chunks { return }
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

  private func run(chunk: Int, _ worker: WorkerMemory) throws {
    let range = pass.blocks.blocks(inChunk: chunk)
    for block in range {
      let firstRow = block * pass.blocks.rows
      let isLast = firstRow + pass.blocks.rows > pass.rows
      let (lowered, buffers) = isLast ? (pass.last, worker.last) : (pass.full, worker.full)
      for (buffer, address, bytesPerRow) in lowered.moving {
        buffers[buffer] = address + firstRow * bytesPerRow
      }
      try lowered.instructions.run(
        0..<lowered.instructions.instructions.count, lowered.chains, buffers, pass.machine, firstRow: firstRow
      )
      for contribution in pass.contributions {
        add(contribution, worker.memory.address, isFirst: block == range.lowerBound)
      }
    }
    for contribution in pass.contributions { finish(contribution, chunk, worker.memory.address) }
  }

  /// Adds the contribution of a block to that of the chunk, with the error of each addition carried along, so that it
  /// does not grow with the number of blocks.
  private func add(_ contribution: Contribution, _ memory: Address, isFirst: Bool) {
    let (block, sum, error) = (
      memory + contribution.block, memory + contribution.sum, memory + contribution.error
    )
    if isFirst {
      pass.machine.kernels.pointee.copy(contribution.count, block, 1, sum)
      if contribution.merge == .sum { pass.machine.clear(error, contribution.count) }
    } else if contribution.merge == .sum {
      pass.machine.accumulate(contribution.count, block, sum, error)
    } else {
      pass.machine.merge(contribution.merge, contribution.count, sum, block, into: sum)
    }
  }

  private func finish(_ contribution: Contribution, _ chunk: Int, _ memory: Address) {
    let (sum, error) = (memory + contribution.sum, memory + contribution.error)
    if contribution.merge == .sum { pass.machine.finish(contribution.count, sum, error) }
    let target =
      chunkMemory.map { $0.address + contribution.chunks + chunk * contribution.count * pass.machine.size }
      ?? contribution.target
    pass.machine.kernels.pointee.copy(contribution.count, sum, 1, target)
  }

  /// Merges neighbours, then those, until one is left.
  private func mergeChunks(_ contribution: Contribution) {
    guard let chunkMemory else { return }
    let bytes = contribution.count * pass.machine.size
    func chunk(_ number: Int) -> Address { chunkMemory.address + contribution.chunks + number * bytes }
    var distance = 1
    while distance < pass.blocks.chunks {
      for number in stride(from: 0, to: pass.blocks.chunks - distance, by: 2 * distance) {
        pass.machine.merge(
          contribution.merge, contribution.count, chunk(number), chunk(number + distance), into: chunk(number)
        )
      }
      distance *= 2
    }
    pass.machine.kernels.pointee.copy(contribution.count, chunk(0), 1, contribution.target)
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
