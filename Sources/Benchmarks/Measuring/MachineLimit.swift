import BenchmarkLimits
import ChainRule
import Foundation

/// What this machine can do at best, with as many threads as a workload has.
struct MachineLimit {
  let threads: Int
  let seconds: Double

  /// - Parameters:
  ///   - threads: How many threads share the work.
  ///   - seconds: How long each limit is sampled.
  init(threads: Int, seconds: Double) {
    self.threads = threads
    self.seconds = seconds
  }

  /// The seconds that it takes to read so many bytes, again and again, as the workload does.
  func reading(_ bytes: Int) throws -> Double {
    let array = try NDArray<Double>(repeating: 1, shape: [max(bytes / 8, 1)])
    return try array.withElements { span in
      try span.withUnsafeBufferPointer { numbers in
        let shared = Shared(numbers, threads)
        // As often as it takes for the start of a thread not to count.
        let times = max(1, (1 << 28) / max(bytes, 1))
        return try median(shared) { part in (0..<times).reduce(0) { total, _ in total + shared.sum(part) } }
          / Double(times)
      }
    }
  }

  /// The seconds that so many multiplications and additions take, each thread in its own registers.
  func multiplying(_ operations: Double, _ precision: Precision) throws -> Double {
    let rounds = 200_000
    let isDouble = precision == .double
    let shared = Shared(UnsafeBufferPointer(start: nil, count: 0), threads)
    let time = try median(shared) { _ in isDouble ? limit_multiply_f64(rounds) : limit_multiply_f32(rounds) }
    let done = Double(rounds * threads * (isDouble ? limit_operations_f64() : limit_operations_f32()))
    return operations / done * time
  }

  /// The median time of `body`, called once for each thread at the same time.
  private func median(_ shared: Shared, _ body: @escaping @Sendable (_ part: Int) -> Double) throws -> Double
  {
    let threads = threads
    var sampler = Sampler(seconds: seconds) {
      if threads == 1 {
        shared.keep(body(0), 0)
      } else {
        DispatchQueue.concurrentPerform(iterations: threads) { shared.keep(body($0), $0) }
      }
    }
    try sampler.run()
    return sampler.median
  }

  /// What the threads read, and a place for the result of each, so that the compiler cannot leave the loops out.
  ///
  /// Sendable because nobody writes what is read, and each thread writes an element of its own, which none reads.
  private final class Shared: @unchecked Sendable {
    private let numbers: UnsafeBufferPointer<Double>
    private let results: UnsafeMutableBufferPointer<Double>

    init(_ numbers: UnsafeBufferPointer<Double>, _ parts: Int) {
      self.numbers = numbers
      results = .allocate(capacity: parts)
      results.initialize(repeating: 0)
    }

    deinit { results.deallocate() }

    func keep(_ number: Double, _ index: Int) { results[index] = number }

    /// The sum of one part of the numbers.
    func sum(_ part: Int) -> Double {
      let start = numbers.count * part / results.count
      let end = numbers.count * (part + 1) / results.count
      return numbers.baseAddress.map { limit_sum($0 + start, end - start) } ?? 0
    }
  }
}
