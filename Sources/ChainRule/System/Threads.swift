#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The threads that programs compute on.
package enum Threads {
  /// How many, unless told otherwise: the processors that are there to be used.
  package static let available = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))

  /// No machine has more; who asks for more gets as many.
  static let most = 1 << 14

  /// Calls `body` with the numbers up to `count`, each on a thread of its own if there is one, and waits for all.
  ///
  /// While one caller has the threads, others, and what bodies call themselves, do their work alone.
  ///
  /// What bodies do at the same time is for callers to keep apart: each writes to memory that no other reads or writes, or
  /// behind an atomic or a lock.
  package static func forEach(_ count: Int, _ body: (Int) -> Void) {
    withoutActuallyEscaping(body) { body in
      if count > 1, available > 1, pool.perform(count, body) { return }
      for number in 0..<count { body(number) }
    }
  }

  private static let pool = ThreadPool(size: available - 1)

  /// Cuts the numbers up to `count` into ranges, and calls `body` with the number of each and the range, as `forEach` does.
  ///
  /// - Parameter least: How many numbers are worth a thread.
  /// - Returns: The number of ranges, `available` at most.
  @discardableResult
  package static func forEachPart(of count: Int, atLeast least: Int, _ body: (Int, Range<Int>) -> Void) -> Int
  {
    let parts = max(1, min(available, count / max(least, 1)))
    let size = (count + parts - 1) / parts
    func range(_ part: Int) -> Range<Int> { min(part * size, count)..<min((part + 1) * size, count) }
    if parts == 1 {
      body(0, range(0))
    } else {
      forEach(parts) { body($0, range($0)) }
    }
    return parts
  }
}
