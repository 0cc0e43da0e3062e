import Dispatch

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The threads that programs compute on.
enum Threads {
  /// How many, unless told otherwise: the processors that are there to be used.
  static let available = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))

  /// Calls `body` with the numbers up to `count`, each on a thread of its own if there is one, and waits for all.
  ///
  /// What bodies do at the same time is for callers to keep apart: each writes to memory that no other reads or writes, or
  /// behind an atomic or a lock.
  static func forEach(_ count: Int, _ body: (Int) -> Void) {
    withoutActuallyEscaping(body) { body in
      let shared = Shared(body: body)
      DispatchQueue.concurrentPerform(iterations: count) { shared.body($0) }
    }
  }

  /// Why `@unchecked Sendable` is right: the closure does not outlive the call of `forEach`, which waits, so that what it
  /// refers to is there; and what it does is kept apart by `forEach`'s callers, who say how.
  private struct Shared: @unchecked Sendable {
    let body: (Int) -> Void
  }
}
