import ChainRule
import Dispatch
import Synchronization
import Testing

/// The same bits for any number of threads, for the expressions that speed is measured on.
@Suite("Determinism")
struct DeterminismTests {
  static let threads = [1, 2, 3, 7, 16]
  private let rows = 3001
  /// Blocks so small that a few thousand rows make as many chunks as millions do.
  private let limits = RowBlocks.Limits(leastRows: 1, rows: 16)

  private static func bits<Scalar: TensorScalar>(_ arrays: [NDArray<Scalar>]) -> [UInt64] {
    // Widening is exact.
    arrays.flatMap { $0.elements.map { Double($0).bitPattern } }
  }

  private func check<Scalar: TensorScalar>(_ workload: Workload, _: Scalar.Type) throws {
    let program = try Program<Scalar>(computing: workload.outputs)
    let bindings: Bindings<Scalar> = try workload.bindings(rows: rows, Scalar.self)
    let expected = try Self.bits(program.run(bindings, blocking: limits, threads: 1).arrays)
    #expect(expected.contains { $0 != 0 } && expected.allSatisfy { Double(bitPattern: $0).isFinite })
    for threads in Self.threads {
      for run in 0..<3 {
        let found = try Self.bits(program.run(bindings, blocking: limits, threads: threads).arrays)
        #expect(found == expected, "\(workload.name), \(Scalar.self), \(threads) threads, run \(run)")
      }
    }
    guard workload.data != nil else { return }
    let chunks = try program.plan(rows: rows, blocking: limits).passes.map(\.chunks)
    #expect(chunks.allSatisfy { $0 > 16 } && !chunks.isEmpty, "\(workload.name): \(chunks) chunks")
  }

  @Test("Every measured expression has the same bits on 1, 2, 3, 7 and 16 threads, run after run")
  func workloads() throws {
    for workload in try Workload.small() {
      try check(workload, Double.self)
      if workload.isSingle { try check(workload, Float.self) }
    }
  }

  /// A session that takes a step along the gradient of a loss with each iteration.
  private func descent(_ workload: Workload, rate: Double) throws -> Program<Double> {
    let parameters = workload.leaves.map(\.tensor).suffix(workload.outputs.count - 1)
    let (w, b) = (parameters[parameters.startIndex], parameters[parameters.startIndex + 1])
    let gradient = workload.outputs.dropFirst()
    return try Program<Double>(
      computing: [workload.outputs[0]],
      updating: [w: w - rate * gradient[1], b: b - rate * gradient[2]])
  }

  @Test(
    "A descent in full batches, and an epoch of small ones, end in the same bits on any number of threads")
  func sessions() throws {
    let steps: [(workload: Workload, rows: Int, batches: Int)] = try [
      (Workload.linearRegression(features: 1), 100, 1), (Workload.linearRegression(features: 40), 10_000, 1),
      (Workload.logisticRegression(features: 40), 10_000, 3),
    ]
    for (workload, rows, batches) in steps {
      let program = try descent(workload, rate: 0.05)
      var expected: [UInt64]?
      for threads in Self.threads {
        let session = try Session(program, binding: workload.bindings(rows: rows, Double.self))
        session.threads = threads
        var losses: [Double] = []
        for batch in 0..<batches {
          if batches > 1 { try session.bind(batchOf(workload, rows: rows / batches - batch)) }
          losses += try session.iterate(5, recording: program.outputs[0])
        }
        let parameters = try program.updates.map { try session.value(of: $0.parameter) }
        let found = Self.bits(parameters + [NDArray(losses)])
        #expect(found == expected ?? found, "\(workload.name), \(threads) threads")
        expected = found
      }
    }
  }

  /// Data for the features and targets, which come before the parameters.
  private func batchOf(_ workload: Workload, rows: Int) throws -> Bindings<Double> {
    let parameters = Set(workload.leaves.suffix(workload.outputs.count - 1).map(\.tensor))
    return try workload.bindings(rows: rows, Double.self).filtered { !parameters.contains($0) }
  }

  @Test("Many threads that run one program at once all get the same bits")
  func concurrently() throws {
    let workload = try Workload.softmaxRegression(features: 7, classes: 4)
    let program = try Program<Float>(computing: workload.outputs)
    let bindings = try workload.bindings(rows: rows, Float.self)
    let expected = try Self.bits(program.run(bindings, blocking: limits, threads: 1).arrays)
    let same = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: 24) { number in
      let values = try? program.run(bindings, blocking: limits, threads: 1 + number % 4)
      if values.map({ Self.bits($0.arrays) }) == expected { same.wrappingAdd(1, ordering: .relaxed) }
    }
    #expect(same.load(ordering: .relaxed) == 24)
  }

  @Test("Sums that are cut into other chunks have other bits, which the comparison finds")
  func planted() throws {
    let workload = try Workload.linearRegression(features: 5)
    let program = try Program<Double>(computing: workload.outputs)
    let bindings = try workload.bindings(rows: rows, Double.self)
    let values = try [64, 3].map { chunks in
      let limits = RowBlocks.Limits(leastRows: 1, rows: 16, mostChunks: chunks)
      return try Self.bits(program.run(bindings, blocking: limits, threads: 1).arrays)
    }
    #expect(values[0] != values[1])
  }
}
