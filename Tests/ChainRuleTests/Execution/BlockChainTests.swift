import ChainRule
import Testing

/// Elementwise steps of a pass in blocks, with blocks so large that the steps run together tile by tile, and so small that
/// each runs by itself.
@Suite("Chains of elementwise steps in blocks")
struct BlockChainTests {
  private let rows = 311
  private let columns = 97
  private let X = Tensor.input("X", shape: [.symbol("n"), .fixed(97)])
  private let y = Tensor.input("y", shape: [.symbol("n"), .fixed(97)])
  private let w = Tensor.input("w", shape: [.fixed(97)])
  private let s = Tensor.input("s", shape: [])

  /// No step has as many elements as some tiles.
  private let noChains = RowBlocks.Limits(leastRows: 1, rows: 2)
  private static let blockRows = [40, 97, 155, 311]

  private func run<Scalar: TensorScalar>(
    _ outputs: [Tensor], _: Scalar.Type, _ limits: RowBlocks.Limits, threads: Int = 1
  ) throws -> [[Scalar]] {
    let x: NDArray<Scalar> = try .uniform(in: -1..<1, shape: [rows, columns], seed: 3)
    let other: NDArray<Scalar> = try .uniform(in: -1..<1, shape: [rows, columns], seed: 4)
    let v: NDArray<Scalar> = try .uniform(in: -1..<1, shape: [columns], seed: 5)
    return try Program<Scalar>(computing: outputs)
      .run([X: x, y: other, w: v, s: 0.75], blocking: limits, threads: threads).arrays.map(\.elements)
  }

  /// Each element of `outputs` is computed from one row, so that it depends on no cut between rows.
  private func check(_ outputs: [Tensor], rows: Int) throws {
    func check<Scalar: TensorScalar>(_ scalar: Scalar.Type) throws {
      let expected = try run(outputs, scalar, noChains)
      let limits = RowBlocks.Limits(leastRows: 1, rows: rows)
      for threads in [1, 2, 7] {
        let isSame = try run(outputs, scalar, limits, threads: threads) == expected
        #expect(isSame, "\(Scalar.self) on \(threads) threads")
      }
    }
    try check(Double.self)
    try check(Float.self)
  }

  @Test("What only the chain reads needs no memory of its own", arguments: blockRows)
  func passing(rows: Int) throws {
    try check([(s * X + 0.25 * squared(X)) • w, y • w], rows: rows)
    let z = exp(s * X) / (squared(y) + 1)
    let chosen = select(z .> X, z - y, tanh(z))
    try check([(abs(chosen) * z) • w, max(chosen, along: 1)], rows: rows)
  }

  @Test("What is kept, and read beyond the chain, is whole", arguments: blockRows)
  func keptRows(rows: Int) throws {
    let z = s * X - y
    let kept = z * z + X
    let last = tanh(kept) * z
    try check([kept, last • w, sum(z, along: 1)], rows: rows)
  }

  @Test("An operand that is read last in the chain is there for every tile", arguments: blockRows)
  func operands(rows: Int) throws {
    let p = softmax(X, along: 1)
    let q = softmax(y, along: 1)
    let difference = p * X - q
    let result = squared(difference) + s * difference
    try check([result • w, softmax(result * y, along: 1) • w], rows: rows)
  }

  @Test("Views of what the chain computes are of the whole", arguments: blockRows)
  func views(rows: Int) throws {
    let z = s * X - y
    let part = z[.all, .range(3..<50)]
    let z2 = z * z
    try check([squared(part) + part, z2 • w, sum(exp(z2) - 1, along: 1)], rows: rows)
  }

  @Test("Totals do not depend on threads", arguments: blockRows)
  func totals(rows: Int) throws {
    let z = s * X - y
    let outputs = [sum(z * z + X), sum(exp(z) * z, along: 0), (exp(z) - X) • w]
    let limits = RowBlocks.Limits(leastRows: 1, rows: rows)
    let expected = try run(outputs, Double.self, limits)
    for threads in [2, 3, 7] {
      let isSame = try run(outputs, Double.self, limits, threads: threads) == expected
      #expect(isSame, "\(threads) threads")
    }
    let plain = try run(outputs, Double.self, noChains)
    for (some, others) in zip(expected, plain) {
      // The sums have at most 311 · 97 terms below 10.
      for (a, b) in zip(some, others) { #expect(Swift.abs(a - b) <= 311 * 97 * 10 * Double.ulpOfOne * 16) }
    }
  }
}
