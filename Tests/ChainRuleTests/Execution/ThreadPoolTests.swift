import ChainRule
import Dispatch
import Foundation
import Synchronization
import Testing

@Suite("Threads of the engine")
struct ThreadPoolTests {
  /// How often each number was called.
  private final class Calls: Sendable {
    private let counts: [Atomic<Int>.Box]
    init(_ count: Int) { counts = (0..<count).map { _ in Atomic<Int>.Box() } }
    func note(_ number: Int) { counts[number].value.wrappingAdd(1, ordering: .relaxed) }
    var all: [Int] { counts.map { $0.value.load(ordering: .relaxed) } }
  }

  @Test("Each number is called once, and none after the call returns", arguments: [0, 1, 2, 3, 17, 1000])
  func once(_ count: Int) {
    let pool = ThreadPool(size: 3)
    for round in 0..<300 {
      let calls = Calls(count)
      #expect(pool.perform(count) { calls.note($0) })
      #expect(calls.all == Array(repeating: 1, count: count), "round \(round)")
    }
  }

  @Test("Three numbers are called on three threads at once, whether these sleep or wait")
  func shared() {
    let pool = ThreadPool(size: 2)
    for pause in [0, 20, 3000] as [UInt32] {
      for _ in 0..<20 {
        let here = Atomic(0)
        let late = Atomic(0)
        let isDone = pool.perform(3) { _ in
          // Nobody goes on before all three are here: each is on a thread of its own.
          here.wrappingAdd(1, ordering: .relaxed)
          let end = ContinuousClock.now + .seconds(20)
          while here.load(ordering: .relaxed) < 3, ContinuousClock.now < end { sched_yield() }
          if ContinuousClock.now >= end { late.wrappingAdd(1, ordering: .relaxed) }
        }
        #expect(isDone && late.load(ordering: .relaxed) == 0)
        usleep(pause)
      }
    }
  }

  @Test("A pool that is at work takes no other; callers then work alone, also from within")
  func busy() {
    let pool = ThreadPool(size: 1)
    let refused = Atomic(0)
    #expect(
      pool.perform(4) { _ in
        if !pool.perform(2, { _ in }) { refused.wrappingAdd(1, ordering: .relaxed) }
      })
    #expect(refused.load(ordering: .relaxed) == 4)
    let calls = Calls(40 * 25)
    DispatchQueue.concurrentPerform(iterations: 40) { caller in
      Threads.forEach(5) { outer in
        Threads.forEach(5) { inner in calls.note(caller * 25 + outer * 5 + inner) }
      }
    }
    #expect(calls.all.allSatisfy { $0 == 1 })
  }
}

extension Atomic<Int> {
  /// An atomic that stands in an array.
  fileprivate final class Box: Sendable {
    let value = Atomic<Int>(0)
  }
}
