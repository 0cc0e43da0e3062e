import Dispatch
import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Threads that stay awake a little while after each piece of work, because the next is often a few microseconds away:
/// to wake a sleeping thread takes longer than many a pass over the rows.
///
/// The caller works as well and needs nobody: who comes too late finds the work done. So nothing waits for a thread that
/// the system does not run.
///
/// # Why `@unchecked Sendable` is right
/// `body` and `count` are written only by the caller that holds the pool, while no ticket is out, and read only by threads
/// that took a ticket; taking one and handing it back order these accesses, as `state` and `working` are atomic. The
/// caller waits for every ticket taken, so `body`, which does not escape from it, is there as long as it is called.
package final class ThreadPool: @unchecked Sendable {
  /// The number of the work in the upper bits, and in the lower ones how many threads may still join.
  private let state = Atomic(0)
  private static let ticketBits = 16
  /// How many threads have joined and not finished.
  private let working = Atomic(0)
  private let isTaken = Atomic(false)
  private let sleeping = Atomic(0)
  private let bell = DispatchSemaphore(value: 0)
  private var body: ((Int) -> Void)?
  private var count = 0
  private let next = Atomic(0)
  private let size: Int

  /// More than a thread's stack takes.
  private static let threadBytes = 16 << 20

  /// - Parameter size: How many threads besides the caller's, started now; none where there is no memory for them, since
  ///   Dispatch would wait until there is.
  package init(size: Int) {
    self.size = AvailableMemory.holds(size * Self.threadBytes) ? size : 0
    // A queue that is never done keeps its thread.
    for number in 0..<self.size { DispatchQueue(label: "ChainRule \(number)").async { [self] in serve() } }
  }

  /// Calls `body` with the numbers up to `count`, on the caller's thread and those of the pool, and waits for all; false,
  /// and nothing is done, if the pool has other work.
  package func perform(_ count: Int, _ body: @escaping (Int) -> Void) -> Bool {
    guard isTaken.compareExchange(expected: false, desired: true, ordering: .acquiring).exchanged else {
      return false
    }
    (self.body, self.count) = (body, count)
    next.store(0, ordering: .relaxed)
    let tickets = max(0, min(count - 1, size))
    let number = (state.load(ordering: .relaxed) >> Self.ticketBits) &+ 1
    state.store(number << Self.ticketBits | tickets, ordering: .sequentiallyConsistent)
    for _ in 0..<min(sleeping.load(ordering: .sequentiallyConsistent), tickets) { bell.signal() }
    work()
    // Nobody joins from here on.
    state.store(number << Self.ticketBits, ordering: .sequentiallyConsistent)
    while working.load(ordering: .sequentiallyConsistent) > 0 { sched_yield() }
    self.body = nil
    isTaken.store(false, ordering: .releasing)
    return true
  }

  /// A function of its own, since what it holds of `body` must be given back before its thread says that it is done.
  @inline(never)
  private func work() {
    guard let body else { return }
    while true {
      let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
      if number >= count { return }
      body(number)
    }
  }

  /// What each thread of the pool does, for ever.
  private func serve() {
    while true {
      if join() {
        work()
        working.wrappingSubtract(1, ordering: .sequentiallyConsistent)
      } else if !isCalled() {
        sleeping.wrappingAdd(1, ordering: .sequentiallyConsistent)
        if !hasTickets { bell.wait() }
        sleeping.wrappingSubtract(1, ordering: .sequentiallyConsistent)
      }
    }
  }

  private static func tickets(_ state: Int) -> Int { state & ((1 << ticketBits) - 1) }

  private var hasTickets: Bool {
    Self.tickets(state.load(ordering: .sequentiallyConsistent)) > 0
  }

  /// Waits a little for work, and gives the processor to others that want it.
  private func isCalled() -> Bool {
    let clock = ContinuousClock()
    let end = clock.now + .microseconds(100)
    repeat {
      if hasTickets { return true }
      sched_yield()
    } while clock.now < end
    return false
  }

  /// Takes a ticket, if there is one.
  private func join() -> Bool {
    // Counted first: the caller that takes the tickets back sees who may have one.
    working.wrappingAdd(1, ordering: .sequentiallyConsistent)
    var seen = state.load(ordering: .sequentiallyConsistent)
    while Self.tickets(seen) > 0 {
      let (exchanged, original) = state.compareExchange(
        expected: seen, desired: seen - 1, ordering: .sequentiallyConsistent)
      if exchanged { return true }
      seen = original
    }
    working.wrappingSubtract(1, ordering: .sequentiallyConsistent)
    return false
  }
}
