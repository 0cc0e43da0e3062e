// Only debug builds let a test see the inside of a program; `Benchmarks --verify` checks the release build.
#if DEBUG
  import Foundation
  import Testing

  @testable import Benchmarks

  @Suite("Times and reports")
  struct MeasuringTests {
    @Test("The median is the middle sample, or the mean of the two in the middle")
    func median() {
      #expect(Sampler.median([3, 1, 2]) == 2)
      #expect(Sampler.median([4, 1, 3, 2]) == 2.5)
      #expect(Sampler.median([7]) == 7 && Sampler.median([]).isNaN)
    }

    @Test("Samples are enough and not too many, and the first call is kept apart")
    func samples() throws {
      var calls = 0
      var sampler = Sampler(seconds: 0.01) { calls += 1 }
      try sampler.run()
      #expect((Sampler.fewestSamples...Sampler.mostSamples).contains(sampler.samples.count))
      #expect(sampler.first > 0 && sampler.least > 0 && sampler.least <= sampler.median)
      // Each sample takes about 20 ms, which are very many calls of nothing.
      #expect(calls > 1000)
    }

    @Test("A limit of the machine is a time above 0, twice as long for twice the work")
    func limits() throws {
      let machine = MachineLimit(threads: 1, seconds: 0.01)
      #expect(try machine.reading(1 << 20) > 0)
      let (once, hundredfold) = (try machine.multiplying(1e6, .double), try machine.multiplying(1e8, .double))
      #expect(once > 0 && hundredfold > 10 * once)
    }

    @Test("Growth says a line for each size, and tells of derivatives that are not those of its data")
    func growth() throws {
      var (lines, complaints): ([String], [String]) = ([], [])
      let growth = Growth(rows: [400, 3000], threads: 2, seconds: 0.01)
      #expect(try growth.run({ lines.append($0) }, { complaints.append($0) }))
      #expect(lines.count == 2 && lines[1].hasPrefix("3000 rows: ") && complaints.isEmpty)
      let wrong = Outcome(loss: 1, gradient: Array(repeating: 0.9, count: 100) + [0])
      #expect(growth.complaint(wrong, 1_000_000) != nil)
      #expect(growth.complaint(Outcome(loss: 1, gradient: [.nan]), 10_000) != nil)
    }

    /// A report of 10 calls of 1000 steps each.
    func report(_ outcome: Outcome) throws -> Report {
      var report = Report(try Workload.named("W1"), "f64", 2, isFull: true, outcome)
      (report.median_ms, report.min_ms, report.samples) = (0.002, 0.001, 10)
      return report
    }

    @Test("A report is one line of JSON, in which NaN is a text, and what is not known is left out")
    func json() throws {
      var report = try report(Outcome(loss: .nan, gradient: [3, 4]))
      report.take(limit: "read", seconds: 1e-6)
      let text = try report.json()
      #expect(!text.contains("\n"))
      let object = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
      #expect(object["workload"] as? String == "W1" && object["per"] as? String == "step")
      #expect(object["loss"] as? String == "NaN" && object["gradient_norm"] as? Double == 5)
      #expect(object["gradient_first3"] as? [Double] == [3, 4])
      #expect(object["times_limit"] as? Double == 2 && object["limit_ms"] as? Double == 0.001)
      #expect(object["ratio"] == nil && object["agrees"] == nil)
    }

    @Test("A report can be read, with times in units that suit them")
    func text() throws {
      #expect(
        try report(Outcome(loss: 1, gradient: [3, 4])).text == """
          W1 f64, 2 threads: 2.000 µs each step, at least 1.000 µs (10 samples)
            loss 1.0, gradient of length 5.0, compared with nothing
          """)
      var wrong = try report(Outcome(loss: 1, gradient: []))
      (wrong.compared_with, wrong.agrees) = ("golden.json", false)
      #expect(wrong.text.hasSuffix("NOT as by golden.json"))
      #expect(Report.time(0.5) == "0.500 ms" && Report.time(1500) == "1.500 s")
    }
  }
#endif
