import ChainRule
import Testing

import Optimizers

/// Rows are separated where a direction exists that proves it, and overlap where multipliers do.
@Suite("Separation of rows, decided exactly")
struct SeparationTests {
  private static func rows(
    _ elements: [[Double]], _ demands: [ConeRows.Demand], outputs: Int = 1, range: ConeRows.Range = .anywhere
  ) -> ConeRows {
    ConeRows(
      elements: elements.flatMap(\.self), width: elements[0].count, outputs: outputs, demands: demands,
      ranges: Array(repeating: range, count: elements[0].count * outputs))
  }

  private static func separated(_ separation: Separation) -> [Int]? {
    if case .separated(_, let rows) = separation { rows } else { nil }
  }

  private static func isOverlapping(_ separation: Separation) -> Bool {
    if case .overlapping = separation { true } else { false }
  }

  @Test("Groups of counts that are all 0 run away, and so do groups of one class")
  func groups() {
    let counts = Self.rows(
      [[0, 0, 0, 1], [1, 0, 0, 1], [0, 1, 0, 1], [0, 0, 1, 1], [0, 0, 1, 1]],
      [.fall, .stay, .fall, .stay, .stay])
    #expect(Self.separated(Separation(of: counts))?.isEmpty == false)
    #expect(
      Self.isOverlapping(Separation(of: Self.rows([[0, 1], [1, 1], [1, 1]], [.stay, .stay, .fall]))))
    let classes = Self.rows([[0, 1], [1, 1], [1, 1]], [.fall, .rise, .fall])
    #expect(Self.separated(Separation(of: classes)) == [0])
  }

  @Test("A point within rounding of a plane is on its side of it")
  func border() {
    // The third row lies on the plane of the first two, or a unit in the last place beside it.
    for (shift, isSeparable) in [(0.0, true), (1, false), (-1, true)] {
      let third = 3.0 + shift * (3.0).ulp
      let rows = Self.rows([[1, 1], [3, 1], [third, 1], [5, 1]], [.fall, .rise, .fall, .rise])
      let found = Separation(of: rows)
      #expect((Self.separated(found) != nil) == isSeparable, "\(shift): \(found)")
      #expect(Self.isOverlapping(found) || isSeparable || Self.isUndecided(found))
    }
  }

  private static func isUndecided(_ separation: Separation) -> Bool {
    if case .undecided = separation { true } else { false }
  }

  @Test("A bound keeps a coefficient from running away", arguments: [ConeRows.Range.up, .down])
  func bounds(_ range: ConeRows.Range) {
    let rows = Self.rows([[-1], [1]], [.fall, .rise], range: range)
    #expect((Self.separated(Separation(of: rows)) != nil) == (range == .up))
  }

  @Test("A class without rows runs away, and classes that meet in every row do not")
  func classes() {
    let x: [[Double]] = [[1, 1], [2, 1], [4, 1]]
    let missing = Self.rows(x + x, (0..<6).map { .lead($0 / 3) }, outputs: 3)
    #expect(Self.separated(Separation(of: missing)) != nil)
    let all = Self.rows(x + x + x, (0..<9).map { .lead($0 / 3) }, outputs: 3)
    #expect(Self.isOverlapping(Separation(of: all)))
  }

  @Test(
    "A direction that is wrong in its last digit is refused, and so are multipliers that are not positive")
  func planted() throws {
    let rows = Self.rows([[1, 3], [2, 6]], [.rise, .fall])
    let exact = try #require(ExactDirection([3.0, -1]))
    #expect(SeparatedRows(exact, in: rows).violation == nil)
    for wrong in [(3.0).nextUp, (3.0).nextDown] {
      let direction = try #require(ExactDirection([wrong, -1]))
      #expect(SeparatedRows(direction, in: rows).violation != nil)
    }
    #expect(OverlapProof(rest: [0.4, 0], error: 0, matrix: [1, 0, 0, 1], reach: 1).change >= 1)
    #expect(OverlapProof(rest: [0.1, 0], error: 0, matrix: [1, 0, 0, 1], reach: 1).change < 1)
    #expect(OverlapProof(rest: [0.1, 0], error: 0, matrix: [1, 1, 1, 1], reach: 1).change >= 1)
  }
}
