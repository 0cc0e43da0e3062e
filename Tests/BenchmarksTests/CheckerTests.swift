// Only debug builds let a test see the inside of a program; `Benchmarks --verify` checks the release build.
#if DEBUG
  import ChainRule
  import Testing

  @testable import Benchmarks

  @Suite("Checks of what workloads compute")
  struct CheckerTests {
    /// What a small workload computes, and its checker.
    func bench(_ name: String) throws -> (outcome: Outcome, checker: Checker) {
      let workload = try Workload.named(name).small
      let (precision, source) = (workload.precisions[0], MemoryArrays(for: workload))
      let golden = try Golden.bundled()
      let bench = Bench(
        workload: workload, precision: precision, threads: 2, source: source, golden: golden)
      let outcome = try bench.prepared().outcome()
      return (outcome, Checker(workload: workload, precision: precision, source: source, golden: golden))
    }

    /// Whether a checker has nothing to complain of.
    func isRight(_ outcome: Outcome, _ checker: Checker) throws -> Bool {
      try #require(try checker.agreement(outcome)).complaints.isEmpty
    }

    /// The outcome with a mistake in its last element, well above what is allowed.
    func mistaken(_ outcome: Outcome, _ precision: Precision) -> Outcome {
      var wrong = outcome
      wrong.gradient[wrong.gradient.count - 1] += max(100 * precision.tolerance, 1e-5) * outcome.norm
      return wrong
    }

    @Test(
      "What the engine computes agrees, and each planted mistake is found",
      arguments: ["W1", "W2", "W3", "W3/heads", "W4/tanh", "W5/weighted", "W6", "W7", "W8", "W9", "LIMIT"])
    func plantedMistakes(_ name: String) throws {
      let (outcome, checker) = try bench(name)
      #expect(try isRight(outcome, checker))
      let scale = 1 + max(100 * checker.precision.tolerance, 1e-5)
      func isFound(_ loss: Double, _ gradient: [Double]) throws -> Bool {
        try !isRight(Outcome(loss: loss, gradient: gradient), checker)
      }
      #expect(try isFound(outcome.loss * scale, outcome.gradient), "loss")
      #expect(try isFound(.nan, outcome.gradient), "loss is NaN")
      #expect(try isFound(outcome.loss, outcome.gradient.map { $0 * scale }), "length")
      #expect(try isFound(outcome.loss, outcome.gradient.map { -$0 }), "sign")
      #expect(try isFound(outcome.loss, Array(outcome.gradient.dropLast())), "count")
      #expect(try !isRight(mistaken(outcome, checker.precision), checker), "one element")
    }

    // These take thousands of evaluations to check, so one mistake is enough.
    @Test(
      "What steps and products arrive at agrees, and a planted mistake is found",
      arguments: ["W1/huber", "W6/softplus", "W9/weighted", "W10", "W10/weighted"])
    func plantedMistake(_ name: String) throws {
      let (outcome, checker) = try bench(name)
      #expect(try isRight(outcome, checker))
      #expect(try !isRight(mistaken(outcome, checker.precision), checker))
    }

    @Test("A fit away from the optimum is found", arguments: ["W11log", "W11ridge", "W11lasso", "W11enet"])
    func fits(_ name: String) throws {
      let (outcome, checker) = try bench(name)
      #expect(try isRight(outcome, checker))
      #expect(try !isRight(Outcome(loss: outcome.loss * 1.0001, gradient: outcome.gradient), checker))
    }

    @Test("A workload is checked in each of its variants, and names are not given twice")
    func list() {
      let names = Workload.all.map(\.name)
      #expect(Set(names).count == names.count)
      for number in 2...10 {
        #expect(names.contains { $0.hasPrefix("W\(number)/") }, "W\(number) has no variant")
      }
    }
  }
#endif
