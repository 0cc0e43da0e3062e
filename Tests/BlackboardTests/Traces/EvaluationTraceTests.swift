import Blackboard
import ChainRule
import Testing

@Suite("Evaluation traces")
struct EvaluationTraceTests {
  let X = Tensor.input("X", shape: [.batch, 2])
  let y = Tensor.input("y", shape: [.batch])
  let w = Tensor.parameter("w", shape: [2])
  let b = Tensor.parameter("b", shape: [])

  private func lesson() throws -> EvaluationTrace {
    let prediction = (X • w + b).named("ŷ")
    let loss = mean(squared(prediction - y)).named("L")
    return try EvaluationTrace(
      of: loss, at: [X: [[1, 2], [3, 4], [5, 6]], y: [7, 8, 9], w: [0, 0.5], b: 5])
  }

  @Test("The lesson's values and adjoints are those computed by hand")
  func lessonByHand() throws {
    let rows = try lesson().rows
    #expect(rows.map(\.label) == ["X", "w", "b", "y", "v1", "ŷ", "v2", "v3", "v4", "L"])
    #expect(
      rows.map(\.expression) == [
        nil, nil, nil, nil, "Xw", "v1 + b", "ŷ − y", "v2²", "Σv3", "v4/N",
      ])
    #expect(rows[5].value == [6, 7, 8])
    #expect(rows[8].value == 3)
    #expect(rows[9].value == 1)
    // 2/3 · Xᵀ(−1, −1, −1) with column sums 9 and 12, and 2/3 · (−3).
    #expect(rows[1].adjoint?.isApproximatelyEqual(to: [-6, -8], relativeTolerance: 1e-15) == true)
    #expect(rows[2].adjoint?.isApproximatelyEqual(to: -2, relativeTolerance: 1e-15) == true)
    #expect(rows[7].adjoint?.isApproximatelyEqual(to: NDArray([1.0 / 3, 1.0 / 3, 1.0 / 3])) == true)
    #expect(rows[9].adjoint == 1)
    #expect(rows[0].adjoint == nil && rows[3].adjoint == nil)
  }

  @Test("In b = a + a, c = b + b the two uses of a tensor add up to 4")
  func doubledTwice() throws {
    let a = Tensor.parameter("a", shape: [])
    let doubled = (a + a).named("b")
    let rows = try EvaluationTrace(of: doubled + doubled, at: [a: 3]).rows
    #expect(rows.map(\.label) == ["a", "b", "v1"])
    #expect(rows.map(\.expression) == [nil, "a + a", "b + b"])
    #expect(rows.map(\.value) == [3, 6, 12])
    #expect(rows.map(\.adjoint) == [4, 2, 1])
  }

  @Test("Uses of a tensor under its name and without it add up in one row")
  func namedAndBare() throws {
    let a = Tensor.parameter("a", shape: [])
    let bare = a * a
    let named = bare.named("q")
    let trace = try EvaluationTrace(of: (named * bare).named("L"), at: [a: 3])
    #expect(trace.rows.map(\.label) == ["a", "q", "L"])
    #expect(trace.rows.map(\.expression) == [nil, "a · a", "q · q"])
    // L = q², q = a²: 2q = 18 and 4a³ = 108.
    #expect(trace.rows.map(\.adjoint) == [108, 18, 1])
    #expect(trace.rows[1].tensor == named)
  }

  @Test("A second name is a row of its own, also for a parameter")
  func secondName() throws {
    let a = Tensor.parameter("a", shape: [])
    let square = a * a
    let rows = try EvaluationTrace(of: square.named("r") * square.named("s") * a.named("α"), at: [a: 3]).rows
    #expect(rows.map(\.label) == ["a", "r", "s", "v1", "α", "v2"])
    #expect(rows.map(\.expression) == [nil, "a · a", "r", "r · s", "a", "v1 · α"])
    // r · r · a = a⁵, and a second name is the same tensor: ∂/∂r = 2ra = 54 with r = 9, 5a⁴ = 405.
    #expect(rows.map(\.adjoint) == [405, 54, 54, 3, 405, 1])
  }

  @Test("No two rows have the same label")
  func distinctLabels() throws {
    let a = Tensor.parameter("a", shape: [])
    let (first, second) = ((a * 2).named("h"), (a * 3).named("h"))
    let rows = try EvaluationTrace(of: (a + 1).named("v1") * (first + second), at: [a: 3]).rows
    #expect(rows.map(\.label) == ["a", "v1", "h", "h₂", "v2", "v3"])
    #expect(rows.map(\.expression) == [nil, "a + 1", "a · 2", "a · 3", "h + h₂", "v1 · v2"])
    #expect(rows.map(\.adjoint) == [35, 15, 4, 4, 4, 1])
  }

  @Test("A shared subexpression has one row")
  func shared() throws {
    let a = Tensor.parameter("a", shape: [])
    let e = exp(a)
    let rows = try EvaluationTrace(of: e * e + e, at: [a: 0]).rows
    #expect(rows.map(\.expression) == [nil, "exp(a)", "v1 · v1", "v2 + v1"])
    #expect(rows.map(\.adjoint) == [3, 3, 1, 1])
  }

  @Test("A bare number is a trace of one row")
  func number() throws {
    let rows = try EvaluationTrace(of: 3, at: [:]).rows
    #expect(rows.map(\.value) == [3] && rows.map(\.expression) == [nil])
  }

  @Test("Columns start at the same character in every line, marks above letters included")
  func alignment() throws {
    let lines = try lesson().description.split(separator: "\n")
    #expect(lines.count == 11)
    let starts = lines.dropFirst().compactMap { line -> Int? in
      line.firstIndex(of: "[").map { line.distance(from: line.startIndex, to: $0) }
    }
    #expect(Set(starts) == [12])
  }

  @Test("Large arrays are shortened to the width of the table")
  func width() throws {
    let x = Tensor.input("x", shape: [.batch])
    let data = try NDArray<Double>.uniform(in: 0..<1, shape: [500], seed: 3)
    let table = try EvaluationTrace(of: sum(squared(x)), at: [x: data]).table(columns: 70)
    #expect(table.split(separator: "\n").allSatisfy { $0.count <= 70 })
  }

  @Test("A trace of a vector, or without its data, is refused by name")
  func refusals() {
    #expect(throws: ChainRuleError.self) { try EvaluationTrace(of: X • w, at: [:]) }
    do {
      _ = try EvaluationTrace(of: sum(squared(w)), at: [:])
      Issue.record("no error")
    } catch {
      #expect("\(error)" == "Program.run: w [2]: nothing is bound to it; bind an array of shape [2]")
    }
  }

  @Test("A table takes any number of columns", arguments: [Int.min, -1, 0, 1, 40, .max])
  func columns(_ columns: Int) throws {
    let x = Tensor.parameter("x", shape: [2], initial: [1, 2])
    let trace = try EvaluationTrace(of: sum(squared(x)), at: [:])
    #expect(trace.table(columns: columns).split(separator: "\n").count == 4)
  }
}
