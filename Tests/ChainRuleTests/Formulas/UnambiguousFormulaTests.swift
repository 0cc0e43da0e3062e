import ChainRule
import Testing

/// Formulas that read alike have the same value.
@Suite("Formulas say what they are")
struct UnambiguousFormulaTests {
  enum Text: CaseIterable {
    case unicode, latex, mathML
  }

  @Test("No two random graphs of different value print the same text", arguments: Text.allCases)
  func textsTellValues(text: Text) throws {
    let collisions = try Self.collisions { formula in
      switch text {
      case .unicode: formula.unicode
      case .latex: formula.latex
      case .mathML: formula.mathML
      }
    }
    #expect(collisions.isEmpty, "\(collisions.joined(separator: "\n"))")
  }

  /// The mark of powers of elements has no such twin, since a matrix times itself is written as a product; `NotationTests` hold it.
  @Test("A printer that hides axes is found out", arguments: ["[:, new]", "ᵀ", "₁"])
  func mistakesAreSeen(sign: String) throws {
    let collisions = try Self.collisions { formula in
      formula.unicode.split(separator: sign, omittingEmptySubsequences: false).joined()
    }
    #expect(!collisions.isEmpty)
  }

  /// The drawn graphs: their formulas, values and source, made once.
  private static let samples = Result {
    try (0..<3000).compactMap { seed -> (formula: Formula, value: NDArray<Double>, swift: String)? in
      let tensor = SmallGraph(seed: UInt64(seed)).tensor
      let value = try SmallGraph.value(of: tensor)
      guard value.elements.allSatisfy(\.isFinite) else { return nil }
      return (tensor.formula, value, try tensor.formula.swift)
    }
  }

  /// Texts that several graphs have, though their values differ.
  private static func collisions(text: (Formula) -> String) throws -> [String] {
    var found: [String: (value: NDArray<Double>, swift: String)] = [:]
    var collisions: [String] = []
    for (formula, value, swift) in try samples.get() {
      let key = text(formula)
      guard let other = found[key] else {
        found[key] = (value, swift)
        continue
      }
      if !areAlike(value, other.value) { collisions.append("\(key): \(swift) and \(other.swift)") }
    }
    return collisions
  }

  /// Whether the elements are the same, also under axes of length 1 or spread over axes along which they do not vary.
  private static func areAlike(_ left: NDArray<Double>, _ right: NDArray<Double>) -> Bool {
    func isNear(_ a: Double, _ b: Double) -> Bool {
      // Algebra reorders a few operations on numbers of this size.
      Swift.abs(a - b) <= 1e-9 * Swift.max(1, Swift.abs(a))
    }
    if left.shape.filter({ $0 != 1 }) == right.shape.filter({ $0 != 1 }) {
      return zip(left.elements, right.elements).allSatisfy(isNear)
    }
    guard let first = left.elements.first else { return right.elements.isEmpty }
    return (left.elements + right.elements).allSatisfy { isNear(first, $0) }
  }
}

/// A random expression of few operations over leaves of like shapes, so that many read nearly alike.
private struct SmallGraph {
  let tensor: Tensor

  private static let leaves: [(tensor: Tensor, value: NDArray<Double>)] = [
    (.input("x", shape: [3]), [0.5, -1.25, 2]), (.input("y", shape: [3]), [1.5, 0.75, -0.5]),
    (.input("A", shape: [3, 3]), [[1, 2, -1], [0.5, 3, 0.25], [-2, 1, 1.5]]),
    (.input("B", shape: [3, 3]), [[0.5, -1, 2], [1.25, 0.75, -3], [1, 0.5, -0.25]]),
    (.input("s", shape: []), 1.75), (.input("rate", shape: []), 0.375),
    (.input("X", shape: [.batch, 3]), [[1, -0.5, 2], [0.25, 3, -1]]),
  ]

  init(seed: UInt64) {
    var draw = SeededGenerator(seed: seed)
    func below(_ count: Int) -> Int { Int(draw.uniform() * Double(count)) }
    var pool = Self.leaves.map(\.tensor)
    var recorded = 0
    let wanted = 1 + below(3)
    while recorded < wanted {
      // What was made is used again more often than not.
      let a = below(3) > 0 ? pool[pool.count - 1] : pool[below(pool.count)]
      let tensor = Self.operation(below(34), a, pool[below(pool.count)], below(2))
      guard (try? tensor.shape) != nil, tensor.node.shape.rank < 4 else { continue }
      pool.append(tensor)
      recorded += 1
    }
    tensor = pool[pool.count - 1]
  }

  static func value(of tensor: Tensor) throws -> NDArray<Double> {
    let program = try Program<Double>(computing: [tensor] + leaves.map(\.tensor))
    return try program.run(Bindings(leaves.map { ($0.tensor, $0.value) })).arrays[0]
  }

  private static func operation(_ number: Int, _ a: Tensor, _ c: Tensor, _ axis: Int) -> Tensor {
    switch number {
    case 0, 1: a + c
    case 2, 3: a - c
    case 4, 5: a * c
    case 6: a / c
    case 7: -a
    case 8, 9: a • c
    case 10: squared(a)
    case 11: pow(a, axis == 0 ? 3 : -1)
    case 12: exp(a)
    case 13: select(a .> c, a, axis == 0 ? c : 0)
    case 14: maximum(a, c)
    case 15: a.transposed()
    case 16, 17: a.insertingAxis(at: -1)
    case 18: a.insertingAxis(at: 0)
    case 19: sum(a, along: [axis])
    case 20: sum(a, along: [-1], keepingAxes: true)
    case 21: mean(a, along: [axis], keepingAxes: true)
    case 22: a.node.shape.rank == 2 ? a[.all, .range(1..<2)] : a[.range(1..<2)]
    case 23: a.node.shape.rank == 2 ? a[.all, 1] : a[1]
    case 24: cumulativeSum(a, along: axis)
    case 25: softmax(a, along: [axis])
    case 26: centered(a, along: [axis])
    case 27: concatenate([a, c], along: axis)
    case 28: a * Tensor.constant(axis == 0 ? [1, 2, 3] : [3, 2, 1])
    case 29: diagonalMatrix(a)
    case 30: diagonal(a)
    case 31: axis == 0 ? 3 * a : a / 2
    case 32: norm(a, along: [axis])
    default: a.node.shape == [3, 3] ? inverse(a) : abs(a)
    }
  }
}
