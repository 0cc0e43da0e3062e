/// The memory that one thread works in while it runs a pass.
///
/// Why the unsafe pointers are right: the addresses are allocated, initialised and given back by this object alone, and lie in
/// `memory`, which it holds, or are those that the pass was lowered with.
final class WorkerMemory {
  let memory: Memory
  let full: Buffers
  let last: Buffers
  private let counts: (full: Int, last: Int)
  /// The chunk at which the thread stopped, and why.
  var failure: (chunk: Int, error: any Error)?

  /// Nil if there is no memory for it.
  init?(_ pass: LoweredPass) {
    guard let memory = Memory(size: pass.workerBytes) else { return nil }
    self.memory = memory
    counts = (pass.full.bufferCount, pass.last.bufferCount)
    func buffers(_ block: LoweredPass.Block) -> Buffers {
      let buffers = Buffers.allocate(capacity: max(block.bufferCount, 1))
      buffers.initialize(repeating: memory.address, count: block.bufferCount)
      for (buffer, address) in block.fixed { buffers[buffer] = address }
      for (buffer, offset) in block.scratch { buffers[buffer] = memory.address + offset }
      return buffers
    }
    full = buffers(pass.full)
    last = buffers(pass.last)
  }

  deinit {
    full.deinitialize(count: counts.full)
    full.deallocate()
    last.deinitialize(count: counts.last)
    last.deallocate()
  }
}
