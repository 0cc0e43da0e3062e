import ChainRule
import Testing

/// Arrays of impossible shapes, printed in impossible ways.
@Suite("Hostile arrays", .timeLimit(.minutes(1)))
struct HostileArrayTests {
  /// A shape that the log of the tests shows in a few words, however many axes it has.
  struct ImpossibleShape: CustomTestStringConvertible, Sendable {
    let lengths: [Int]
    var testDescription: String {
      lengths.count > 4 ? "\(lengths.count) axes of \(lengths[0])" : "\(lengths)"
    }
  }

  private static let lengths: [[Int]] = [
    [.min], [-1], [.max], [1 << 50], [.max, .max], [.max, 2], [1 << 32, 1 << 32], [0, -1], [-1, 0], [-1, -1],
    [2, .min], Array(repeating: 2, count: 64), Array(repeating: 2, count: 10_000), [.min, .min],
    [1 << 25, 1 << 25, 1 << 13],
  ]
  static let impossible = lengths.map { ImpossibleShape(lengths: $0) }

  @Test("No door makes an array of an impossible shape", arguments: impossible)
  func impossibleShapes(_ impossible: ImpossibleShape) throws {
    let shape = impossible.lengths
    let doors: [() throws -> Void] = [
      { _ = try NDArray<Double>(repeating: 0, shape: shape) },
      { _ = try NDArray<Float>(repeating: .nan, shape: shape) },
      { _ = try NDArray<Double>(shape: shape, elements: [1]) },
      { _ = try NDArray<Double>(shape: shape, elements: []) },
      { _ = try NDArray<Double>(shape: shape, elements: AnyCollection([1, 2, 3])) },
      { _ = try NDArray<Double>([1]).reshaped(to: shape) },
      { _ = try NDArray<Double>([]).reshaped(to: shape) },
      { _ = try NDArray<Double>.uniform(in: 0..<1, shape: shape, seed: 1) },
      { _ = try NDArray<Float>.normal(shape: shape, seed: 1) },
      { _ = try IndexArray(shape: shape, elements: []) },
      { _ = try IndexArray(shape: shape, elements: [1, 2]) },
    ]
    for (number, door) in doors.enumerated() {
      let error = #expect(throws: ChainRuleError.self, "\(number)", performing: door)
      #expect(error?.kind == .array, "\(number)")
    }
  }

  @Test("Beside an axis of length 0 the others may be of any length")
  func emptyShapes() throws {
    for shape in [[0, .max], [.max, 0], [.max, .max, 0], [0], [1, 0, 1 << 62]] {
      let array = try NDArray<Double>(shape: shape, elements: [])
      #expect(
        array.count == 0 && array.elements.isEmpty && array == array && array.hashValue == array.hashValue)
      #expect(array.description.hasPrefix("[") && array.debugDescription.contains("shape") || shape == [0])
      #expect(array.map { $0 + 1 } == array)
      #expect(try array.reshaped(to: [0]).count == 0)
      #expect(throws: ChainRuleError.self) { try array.scalar }
      #expect(throws: ChainRuleError.self) { try array.worstDifference(from: array) }
      #expect(array.isApproximatelyEqual(to: array))
      #expect(NDArray<Float>(array).shape == shape)
      #expect(try Tensor.constant(array).evaluate().shape == shape)
      #expect(try IndexArray(shape: shape, elements: []).description.isEmpty == false)
    }
  }

  static let counts = [Int.min, -1, 0, 1, 2, 7, 1 << 40, .max]

  @Test("Printing takes any number for any of its numbers", arguments: counts)
  func printing(_ count: Int) throws {
    let values: [NDArray<Double>] = [
      3.5, [], [1, 2.25, -3], [[1, 2], [3, 4]],
      NDArray([.nan, .infinity, -.infinity, 1e300, .leastNonzeroMagnitude, 0]),
      try NDArray(repeating: 1.0 / 3, shape: [4, 5, 6]), try NDArray(shape: [2, 0, 3], elements: []),
    ]
    for array in values {
      let texts = [
        array.formatted(precision: count), array.formatted(threshold: count),
        array.formatted(threshold: 1, edgeItems: count), array.formatted(lineWidth: count),
        array.formatted(
          separator: "", precision: count, threshold: count, edgeItems: count, lineWidth: count,
          isAligned: false),
      ]
      #expect(texts.allSatisfy { !$0.isEmpty }, "\(array.shape)")
    }
  }

  @Test("A long line is counted once, not for every word")
  func longLine() throws {
    let array = try NDArray<Double>(repeating: 1.5, shape: [50_000])
    let text = array.formatted(threshold: .max, lineWidth: .max)
    #expect(text.utf8.count == 50_000 * 4 + 1)
    let separator = String(repeating: "—", count: 100_000)
    #expect(NDArray<Double>([1, 2, 3]).formatted(separator: separator).count > 200_000)
  }

  @Test("Equally spaced and random numbers take any count and any number")
  func sequences() throws {
    for count in [Int.min, -1, 1 << 50, .max] {
      #expect(throws: ChainRuleError.self) {
        try NDArray<Double>.evenlySpaced(from: 0, through: 1, count: count)
      }
    }
    for bound in [Double.nan, .infinity, -.infinity, .greatestFiniteMagnitude] {
      #expect(try NDArray<Double>.evenlySpaced(from: -bound, through: bound, count: 3).count == 3)
      #expect(try NDArray<Double>.evenlySpaced(from: bound, through: 0, count: 1).count == 1)
      #expect(!(NDArray([bound]).isApproximatelyEqual(to: [1], relativeTolerance: 0)))
      #expect(NDArray<Double>([1]).isApproximatelyEqual(to: [1], absoluteTolerance: bound))
    }
    #expect(throws: ChainRuleError.self) {
      try NDArray<Double>.uniform(in: -Double.infinity ..< .infinity, shape: [1], seed: 0)
    }
    for wrong in [Double.nan, .infinity, -.infinity, -1] {
      #expect(throws: ChainRuleError.self) {
        try NDArray<Double>.normal(standardDeviation: wrong, shape: [1], seed: 0)
      }
    }
    #expect(throws: ChainRuleError.self) { try NDArray<Double>(rows: [[], [1]]) }
    #expect(try NDArray<Double>(rows: [[], []]).shape == [2, 0])
    #expect(try NDArray<Double>(rows: []).shape == [0, 0])
  }
}
