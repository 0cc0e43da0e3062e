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
}
