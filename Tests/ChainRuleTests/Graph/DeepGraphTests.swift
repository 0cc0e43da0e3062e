import ChainRule
import Foundation
import Synchronization
import Testing

@Suite("Deep graphs")
struct DeepGraphTests {
  /// Runs `body` on a thread whose stack has 512 kB, as secondary threads have on macOS.
  private func onSmallStack<Result: Sendable>(
    _ body: @escaping @Sendable () throws -> Result
  ) throws -> Result {
    let result = Mutex<Swift.Result<Result, any Error>?>(nil)
    let done = DispatchSemaphore(value: 0)
    let thread = Thread {
      let outcome = Swift.Result { try body() }
      result.withLock { $0 = outcome }
      done.signal()
    }
    thread.stackSize = 512 * 1024
    thread.start()
    done.wait()
    return try #require(result.withLock { $0 }).get()
  }

  @Test("A chain of a million nodes is recorded, differentiated, evaluated and released on 512 kB of stack")
  func millionNodes() throws {
    let (value, derivative) = try onSmallStack {
      let x = Tensor.parameter("x", shape: [])
      var v = x
      for index in 0..<1_000_000 { v = index % 2 == 0 ? v + x : -v }
      let gradient = try v.gradient(withRespectTo: [x])
      let values = try Program<Double>(computing: [v, gradient[x]]).run([x: 3])
      return (try values[v].scalar, try values[gradient[x]].scalar)
      // Here the last references go, and with them the whole graph.
    }
    // v ← −(v + x), half a million times: v alternates between −2x and x, starting from x.
    #expect(value == 3)
    #expect(derivative == 1)
  }

  @Test("Labels, formulas and errors of a deep graph stay bounded")
  func boundedText() throws {
    let text = try onSmallStack {
      let x = Tensor.parameter("x", shape: [2])
      var v = x
      for _ in 0..<20_000 { v = sin(v) + 1 }
      return ("\(v)", v.formula.unicode, "\(v • Tensor.parameter("w", shape: [3]))")
    }
    #expect(text.0.count < 100)
    #expect(text.1.utf8.count < 20_000 * 40)
    #expect(text.2.count < 300)
  }

  @Test("A sum that doubles a tensor a thousand times prints in linear length")
  func doubled() throws {
    var v = Tensor.parameter("x", shape: [])
    for _ in 0..<1000 { v = exp(v) * sin(v) }
    #expect(v.formula.unicode.utf8.count < 1_000_000)
  }

  @Test("A shared graph survives the release of one of its two users on many threads")
  func concurrentRelease() throws {
    for _ in 0..<20 {
      let x = Tensor.parameter("x", shape: [])
      var shared = x
      for _ in 0..<2000 { shared = sin(shared) }
      let base = shared
      DispatchQueue.concurrentPerform(iterations: 8) { _ in
        var own = base
        for _ in 0..<200 { own = own + base }
      }
      #expect(try base.evaluate(at: [x: 0]).scalar == 0)
    }
  }
}
