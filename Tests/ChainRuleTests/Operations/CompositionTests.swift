import ChainRule
import Testing

/// Operations that are composed of others: values by hand, and derivatives as the sweeps hold those of primitives.
@Suite("Composed operations")
struct CompositionTests {
  static let matrix: NDArray<Double> = [[3, -1, 4], [1, -5, 9]]
  static let vector: NDArray<Double> = [2, -7, 1, 8]

  static let values: [(name: String, value: Tensor, expected: NDArray<Double>)] = {
    let (x, v) = (Tensor.constant(matrix), Tensor.constant(vector))
    return [
      ("mean", mean(x, along: 1), NDArray([2, 5.0 / 3])),
      ("mean of rows", mean(x, along: [0], keepingAxes: true), [[2, -3, 6.5]]),
      ("product", product(x), 540), ("product along", product(x, along: -1), [-12, -45]),
      ("norm 1", norm(x, .one), 23), ("norm ∞", norm(x, .infinity, along: [1]), [4, 9]),
      ("norm 2", norm(Tensor.constant([3, 4])), 5),
      ("variance", variance(x, along: 0), [1, 4, 6.25]),
      ("sample variance", variance(x, along: 0, correction: 1), [2, 8, 12.5]),
      ("deviation", standardDeviation(x, along: 0), [1, 2, 2.5]),
      ("clamp", clamp(x, -2, 3.5), [[3, -1, 3.5], [1, -2, 3.5]]),
      ("dot", dot(v, v), 118), ("outer", outer(v[.range(0..<2)], v[.range(2..<4)]), [[2, 16], [-7, -56]]),
      ("trace", trace(x[.all, .from(1)]), 8),
      ("topK", topK(v, 2), [8, 2]), ("topK of each row", topK(x, 2, along: 1), [[4, 3], [9, 1]]),
      ("topK of each column", topK(x, 1, along: 0), [[3, -1, 9]]),
      ("tiled", v[.range(0..<2)].tiled([3]), [2, -7, 2, -7, 2, -7]),
      ("tiled twice", x[.range(0..<1), .range(0..<2)].tiled([2, 2]), [[3, -1, 3, -1], [3, -1, 3, -1]]),
      ("rolled", v.rolled(by: 1, along: 0), [8, 2, -7, 1]),
      ("rolled back", v.rolled(by: -5, along: 0), [-7, 1, 8, 2]),
      ("inserted axis", v[.range(0..<2)].insertingAxis(at: 1), [[2], [-7]]),
      ("removed axis", x[.range(1..<2)].removingAxis(at: 0), [1, -5, 9]),
      ("moved axis", x.movingAxis(0, to: 1), [[3, 1], [-1, -5], [4, 9]]),
      ("stack", stack([v[.range(0..<2)], v[.range(2..<4)]], along: 1), [[2, 1], [-7, 8]]),
      ("meanSquaredError", meanSquaredError(v, 2 * v), 29.5),
      ("max along one axis", max(x, along: 1), [4, 9]), ("min", min(x, along: [0, 1]), -5),
      ("cumulativeSum", cumulativeSum(v, along: 0), [2, -5, -4, 4]),
      ("sumOfOthers", sumOfOthers(v), [2, 11, 3, -4]),
    ]
  }()

  @Test("Each computes what it says", arguments: values.indices)
  func value(_ index: Int) throws {
    let (name, tensor, expected) = Self.values[index]
    let found = try tensor.evaluate()
    #expect(found.shape == expected.shape, "\(name)")
    // Small whole numbers, and quotients and roots of them.
    #expect(found.isApproximatelyEqual(to: expected, relativeTolerance: 4e-16), "\(name): \(found)")
  }

  static let cases: [SweepCase] = [
    SweepCase("mean", [2, 3], 1) { mean(squared($0), along: 1) },
    SweepCase("product", [2, 3], 1) { product($0, along: 1) },
    SweepCase("norm 1", [4], 1, in: 0.5...2) { norm($0, .one) },
    SweepCase("norm ∞", [4], 1, isSpaced: true) { norm(3 + $0, .infinity) },
    SweepCase("variance", [.batch, 2], 5) { variance($0, along: 0, correction: 1) },
    SweepCase("deviation", [3, 2], 1) { standardDeviation($0, along: 0) },
    SweepCase("outer", [3], [2], 1) { outer($0, $1) }, SweepCase("dot", [3], [3], 1) { dot($0, $1) },
    SweepCase("trace", [2, 3, 3], 1) { trace(squared($0)) },
    SweepCase("topK", [2, 5], 1, isSpaced: true) { squared(topK($0, 3, along: 1)) },
    SweepCase("tiled", [2, 2], 1) { squared($0).tiled([2, 3]) },
    SweepCase("rolled", [4, 2], 1) { squared($0).rolled(by: 3, along: 0) },
    SweepCase("moved axis", [2, 3, 1], 1) { squared($0).movingAxis(2, to: 0) },
    SweepCase("stack", [3], [3], 1) { stack([squared($0), $1, $0 * $1], along: 1) },
    SweepCase("meanSquaredError", [.batch], [.batch], 4) { meanSquaredError($0, $1) },
    SweepCase("einsum", [2, 3], [3, 2], 1) { einsum("ij,ji->i", $0, $1) },
    SweepCase("cumulativeSum", [2, 3], 1) { cumulativeSum(squared($0), along: 0, reversed: true) },
  ]

  @Test("Derivatives of both orders, in both modes, agree with differences", arguments: cases)
  func derivatives(_ sweep: SweepCase) throws {
    var generator = SeededGenerator(seed: 11)
    let check = try DerivativeCheck(SweepSample(sweep, &generator), &generator)
    #expect(try check.failures() == [])
    #expect(try check.jacobian() == [])
  }

  @Test("A quotient by N less a number is the caller's own, and only a variance needs a degree of freedom")
  func ownQuotients() throws {
    let y = Tensor.input("y", shape: [.batch])
    let N = Tensor.extent(.batch)
    let quotients = [
      sum(y) / (N - 3), sum(squared(centered(y))) / (N - 3), norm(centered(y)) / sqrt(N - 1),
      sum(y) / (2 * N - 5),
    ]
    for (quotient, expected) in zip(quotients, [-3, -0.5, 0.5.squareRoot(), -3]) {
      #expect(try quotient.evaluate(at: [y: [1, 2]]).scalar == expected)
    }
    #expect(try (sum(y) / (N - 2)).evaluate(at: [y: [1, 2]]).scalar == .infinity)
    #expect(try variance(y, correction: 1).evaluate(at: [y: [1, 2]]).scalar == 0.5)
    #expect(try variance(y, correction: -2).evaluate(at: [y: [1, 2]]).scalar == 0.125)
    #expect(throws: ChainRuleError.self) { try variance(y, correction: 3).evaluate(at: [y: [1, 2]]) }
    let program = try Program<Double>(
      computing: variance(y, correction: 1).gradient(withRespectTo: [y]).derivatives)
    #expect(throws: ChainRuleError.self) { try program.run([y: [1]]) }
    #expect(try program.run([y: [1, 2]]).arrays == [[-1, 1]])
  }
}
