#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What the system has memory for at this moment.
///
/// What is made of arrays of the standard library cannot fail: without memory the process ends. A function that throws asks here
/// before. Another thread may take the memory in between; that is seldom beside a limit that is met.
package enum AvailableMemory {
  /// No system maps more than so many bytes for one process, and the sanitizers' allocators abort rather than refuse.
  private static let mostBytes = 1 << 52
  /// So little is always asked for together with more.
  private static let leastBytes = 1 << 16
  /// What an allocator takes beside, and small things in the meantime.
  private static let margin = 1 << 18

  /// Whether there is memory for so many bytes in one piece.
  package static func holds(_ bytes: Int) -> Bool {
    guard leastBytes...mostBytes ~= bytes else { return bytes >= 0 && bytes < leastBytes }
    var address: UnsafeMutableRawPointer?
    guard posix_memalign(&address, 64, bytes + margin) == 0 else { return false }
    free(address)
    return true
  }

  /// Refuses what there is no memory for.
  ///
  /// - Parameters:
  ///   - count: How many things are to be held.
  ///   - bytes: The bytes of each.
  ///   - what: What they are, as a part of a sentence.
  /// - Throws: `ChainRuleError`.
  package static func require(
    _ count: Int, of bytes: Int = 8, for what: @autoclosure () -> String, kind: ChainRuleError.Kind = .data,
    in operation: String, operands: @autoclosure () -> String = "", mend: String = "use fewer rows"
  ) throws {
    let (product, overflow) = count.multipliedReportingOverflow(by: bytes)
    if !overflow, holds(product) { return }
    throw ChainRuleError(
      kind, in: operation, operands: operands(), problem: "there is no memory for \(what())", mend: mend)
  }
}
