import ChainRule
import Testing

/// What programs say that they will run, in which their costs are counted; clocks are for the benchmarks.
@Suite("Execution plans")
struct ExecutionPlanTests {
  private let X = Tensor.input("X", shape: [.batch, 3])
  private let y = Tensor.input("y", shape: [.batch])

  private func plan(_ workload: Workload, rows: Int) throws -> ExecutionPlan {
    try Program<Double>(computing: workload.outputs).plan(rows: rows)
  }

  @Test("Value and gradient of a linear, logistic or softmax model read the data once, in one pass")
  func onePass() throws {
    for workload in try Workload.small().prefix(4) {
      let plan = try plan(workload, rows: 100_000)
      let X = try #require(workload.data)
      #expect(plan.passes.count == 1 && plan.passes.first?.reads[X] == 1 && plan.reads[X] == 1, "\(plan)")
    }
  }

  @Test("Two heads that share X read it once")
  func twoHeads() throws {
    let (u, w) = (Tensor.parameter("u", shape: [3]), Tensor.parameter("w", shape: [3]))
    let loss = mean(squared(X • u - y)) + mean(softplus(X • w) - y * (X • w))
    let gradient = try loss.gradient(withRespectTo: [u, w])
    let plan = try Program<Double>(computing: [loss, gradient[u], gradient[w]]).plan(rows: 50_000)
    #expect(plan.passes.count == 1 && plan.reads[X] == 1 && plan.reads[y] == 1, "\(plan)")
    #expect(plan.passes.first?.bytesReadPerRow == 4 * 8, "\(plan)")
  }

  @Test("A variance takes two passes, and so does a softmax over the batch")
  func severalPasses() throws {
    let x = Tensor.input("x", shape: [.batch])
    func passes(_ tensor: Tensor) throws -> (streams: Int, reads: Int?) {
      let plan = try Program<Double>(computing: [tensor]).plan(rows: 50_000)
      return (plan.passes.count, plan.reads[x])
    }
    // The mean first, then the squares of what is above it.
    let spread = try passes(mean(squared(x - mean(x))))
    #expect(spread == (2, 2))
    // The greatest and the sum of exponentials merge in one pass; the contributions are written in the second.
    let shares = try passes(exp(x - logSumExp(x)))
    #expect(shares == (2, 2))
  }

  @Test("An array passed over along both of its axes is read twice")
  func bothAxes() throws {
    let A = Tensor.input("A", shape: [.symbol("m"), .symbol("m")])
    let program = try Program<Double>(computing: [sum(A + A.transposed())])
    let plan = try program.plan(lengths: [.symbol("m"): 2000])
    #expect(plan.passes.count == 1 && plan.reads[A] == 2, "\(plan)")
    #expect("\(plan)".contains("A (2×)"))
  }

  @Test("Without rows to pass over everything runs once, and every instruction that reads X counts")
  func whole() throws {
    let w = Tensor.parameter("w", shape: [3])
    let loss = mean(squared(X • w - y))
    let gradient = try loss.gradient(withRespectTo: [w])
    let plan = try Program<Double>(computing: [loss, gradient[w]]).plan(rows: 10)
    #expect(plan.passes.isEmpty && plan.reads[X] == 2, "\(plan)")
  }

  @Test("Fields and print say the same of a small plan")
  func description() throws {
    let w = Tensor.parameter("w", shape: [3])
    let z = (X • w).named("z")
    let program = try Program<Float>(computing: [z, mean(squared(z)).named("m")])
    let limits = RowBlocks.Limits(leastRows: 1, rows: 4, mostChunks: 2)
    let plan = try program.plan(rows: 10, blocking: limits)
    let pass = try #require(plan.passes.first)
    #expect((pass.rows, pass.blockRows, pass.blocks, pass.chunks) == (10, 4, 3, 2))
    #expect(pass.reads == [X: 1] && pass.whole == [w])
    #expect(pass.bytesReadPerRow == 12 && pass.bytesWrittenPerRow == 4)
    #expect(pass.instructions.map(\.operation) == ["matmul", "square", "sum"])
    #expect(pass.instructions[0].operands == ["X", "w"] && pass.instructions[0].result == "z")
    #expect(pass.instructions.map(\.place) == [.rows, .block, .total])
    #expect(plan.results == ["z", "m"])
    let lines = "\(plan)".split(separator: "\n").map { $0.trimmingPrefix { $0 == " " } }
    #expect(lines[0] == "plan in Float, N = 10")
    for line in [
      "pass 1: N in 3 blocks of 4 rows, 2 chunks", "streams  X: 12 bytes a row", "keeps    w",
      "block    z = matmul(X, w)  → kept", "t2 = sum(t1)  → total", "writes   4 bytes a row",
      "once     m = divide(t2, N)", "results  z, m",
    ] {
      #expect(lines.contains { $0 == line }, "\(line) is missing in\n\(plan)")
    }
  }

  @Test("Integers are read with the rows that they belong to, and whole data is named")
  func indices() throws {
    let table = Tensor.input("T", shape: [.symbol("m"), 2])
    let at = Tensor.indices("i", shape: [.batch], below: .symbol("m"))
    let plan = try Program<Float>(computing: [sum(gather(table, at, along: 0))])
      .plan(rows: 5000, lengths: [.symbol("m"): 7])
    #expect(plan.passes.first?.reads == [at: 1] && plan.passes.first?.whole == [table], "\(plan)")
    #expect(plan.passes.first?.bytesReadPerRow == 8)
  }

  @Test("A length that is missing, negative or beyond all memory is refused")
  func refused() throws {
    let table = Tensor.input("T", shape: [.batch, .symbol("m")])
    let program = try Program<Double>(computing: [sum(table)])
    for (rows, lengths) in [
      (nil, [.symbol("m"): 3]), (5, [:]), (-1, [.symbol("m"): 3]), (1 << 60, [.symbol("m"): 8]),
    ]
      as [(Int?, [Shape.Extent: Int])]
    {
      let error = #expect(throws: ChainRuleError.self) { try program.plan(rows: rows, lengths: lengths) }
      #expect(error?.operands.hasPrefix("T") == true, "\(rows ?? 0), \(lengths)")
    }
    #expect(try program.plan(rows: 0, lengths: [.symbol("m"): 1 << 62]).passes.isEmpty)
  }

  // MARK: Growth

  @Test("Twice the rows are twice the blocks, each with the same instructions, and no more chunks")
  func growth() throws {
    for workload in try Workload.small() where workload.data != nil {
      let program = try Program<Double>(computing: workload.outputs)
      let plans = try [100_000, 200_000, 1_600_000].map { try program.plan(rows: $0).passes }
      for (pass, (double, more)) in zip(plans[0], zip(plans[1], plans[2])) {
        #expect(pass.instructions == double.instructions && pass.instructions == more.instructions)
        #expect(pass.blockRows == double.blockRows && pass.blockRows == more.blockRows)
        #expect(
          Swift.abs(2 * pass.blocks - double.blocks) <= 1 && Swift.abs(16 * pass.blocks - more.blocks) <= 15)
        #expect(pass.bytesReadPerRow == more.bytesReadPerRow && pass.reads == more.reads)
        #expect(pass.chunks <= 64 && more.chunks <= 64)
      }
      #expect(Set(plans.map(\.count)).count == 1, "\(workload.name)")
    }
  }

  @Test("The memory that a regression works in does not grow with the rows: less than a tenth of 800 MB")
  func memory() throws {
    let workload = try Workload.linearRegression(features: 100)
    let (small, large) = try (plan(workload, rows: 10_000), plan(workload, rows: 1_000_000))
    #expect(large.bytes(threads: 2) < 1_000_000 * 101 * 8 / 10)
    #expect(large.bytesOfResults == small.bytesOfResults)
    #expect(large.passes[0].bytesPerThread == small.passes[0].bytesPerThread)
    // Many times more rows: the memory is still that of 64 chunks and of each thread.
    let huge = try plan(workload, rows: 1_000_000_000)
    #expect(huge.bytes(threads: 2) == large.bytes(threads: 2))
    #expect(huge.bytes(threads: 16) < 2_000_000)
  }
}
