/// Integers at an address that stays.
///
/// Why the unsafe pointer is right: it lies in memory that this object holds, is initialised by it alone, and is handed out for
/// reading while it is kept.
final class IntegerMemory {
  let pointer: UnsafeMutablePointer<Int>
  private let memory: Memory

  /// Nil if there is no memory for them.
  init?(_ integers: [Int]) {
    guard let memory = Memory(size: integers.count * MemoryLayout<Int>.stride) else { return nil }
    self.memory = memory
    pointer = memory.address.bindMemory(to: Int.self, capacity: integers.count)
    _ = UnsafeMutableBufferPointer(start: pointer, count: integers.count).initialize(from: integers)
  }
}

extension NDArray {
  /// A copy in memory of its own, for what a node stands for.
  ///
  /// - Throws: `ChainRuleError` if there is no memory for it.
  func copied(in operation: String, of node: Node) throws -> NDArray {
    guard let storage = AlignedStorage<Scalar>(ifAvailable: count) else {
      throw ChainRuleError.noMemory(
        for: count, bytes: MemoryLayout<Scalar>.stride, node, in: operation)
    }
    withUnsafePointer { storage.pointer.update(from: $0, count: count) }
    return NDArray(shape: shape, storage: storage)
  }
}

extension ChainRuleError {
  /// A step of a program needs more memory than there is.
  static func noMemory(
    for count: Int, bytes: Int, _ node: Node, in operation: String
  ) -> ChainRuleError {
    ChainRuleError(
      .binding, in: operation, operands: Tensor(node).labelled,
      problem: "there is no memory for \(counted(count)) of \(bytes) bytes",
      mend: "use shorter axes")
  }
}
