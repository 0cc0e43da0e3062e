import ChainRule
import Testing

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Random graphs in blocks against their plain evaluation.
@Suite("Programs against the plain evaluation")
struct PlainEvaluationTests {
  /// All 10 000 graphs in release; without optimisation the plain evaluation takes some ten times as long, so that
  /// one in twelve are what 20 seconds allow. Where a sanitizer slows it down as much, RANDOM_GRAPHS says how many.
  #if DEBUG
    static let graphs = 800
  #else
    static let graphs = getenv("RANDOM_GRAPHS").flatMap { Int(String(cString: $0)) } ?? 10_000
  #endif
  static let groups = 20
  static let block = 3

  private struct Findings {
    var compared = 0
    var open = 0
    var tight = 0
    var withoutRows = 0
    var families: Set<String> = []
  }

  private func check<Scalar: KernelScalar>(
    _ graph: MixedGraph, seed: UInt64, _: Scalar.Type, _ findings: inout Findings
  ) throws {
    let program = try graph.program(Scalar.self)
    for rows in [0, 1, Self.block - 1, Self.block, Self.block + 1] {
      let (bindings, plain) = try graph.data(rows: rows, seed: seed, Scalar.self)
      let limits = RowBlocks.Limits(leastRows: 1, rows: Self.block, mostChunks: 2)
      let values: Values<Scalar>
      do {
        values = try program.run(bindings, blocking: limits, threads: 1 + Int(seed % 2))
      } catch let error as ChainRuleError where rows == 0 && error.kind == .binding {
        // A mean or a maximum of no rows is refused.
        continue
      }
      if rows == 0 { findings.withoutRows += 1 }
      for (output, (array, result)) in zip(
        graph.outputs, zip(values.arrays, plain.results(of: graph.outputs)))
      {
        let fault = result.fault(in: array)
        #expect(fault == nil, "graph \(seed), \(rows) rows, \(Scalar.self): \(output.label): \(fault ?? "")")
        findings.compared += array.count
        findings.open += result.openElements
        findings.tight += result.tightElements
      }
    }
  }

  @Test(
    "Random graphs have the values of the plain evaluation at every boundary of blocks", arguments: 0..<groups
  )
  func graphs(group: Int) throws {
    var findings = Findings()
    for seed in stride(from: group, to: Self.graphs, by: Self.groups) {
      let graph = MixedGraph(seed: UInt64(seed))
      findings.families.formUnion(graph.families)
      try check(graph, seed: UInt64(seed), Double.self, &findings)
      try check(graph, seed: UInt64(seed), Float.self, &findings)
    }
    // Something is claimed of most elements, and nearly as much as a few hundred roundings leave.
    #expect(findings.open * 20 < findings.compared, "\(findings.open) of \(findings.compared) are open")
    #expect(
      findings.tight * 10 > findings.compared * 9, "\(findings.tight) of \(findings.compared) are tight")
    #expect(findings.withoutRows > 0)
  }

  @Test("The random graphs hold all kinds of operations, and derivatives of them")
  func families() {
    var missing: Set = [
      "matmul", "transposed", "gather", "scatterAdd", "softmax", "logSoftmax", "centered", "sumOfOthers",
      "cumulativeSum", "concatenate", "slice", "pad", "flipped", "reshaped", "broadcast", "select", "max",
      "min",
      "logSumExp", "norm", "sum",
    ]
    for seed in 0..<Self.graphs where !missing.isEmpty {
      missing.subtract(MixedGraph(seed: UInt64(seed)).families)
    }
    #expect(missing.isEmpty, "\(missing)")
  }

  // MARK: Planted mistakes

  @Test("One unit in the last place of an element that is no sum is found")
  func plantedUnit() throws {
    var planted = 0
    func plant<Scalar: KernelScalar>(_ seed: UInt64, _: Scalar.Type) throws {
      let graph = MixedGraph(seed: seed)
      let (bindings, plain) = try graph.data(rows: 4, seed: seed, Scalar.self)
      let values = try graph.program(Scalar.self).run(bindings)
      for (array, result) in zip(values.arrays, plain.results(of: graph.outputs)) where !result.isReduced {
        for position in 0..<array.count where array.elements[position].isFinite {
          var wrong = array.elements
          wrong[position] = wrong[position].nextUp
          #expect(try result.fault(in: NDArray(shape: array.shape, elements: wrong)) != nil)
          planted += 1
        }
      }
    }
    for seed in 0..<100 as Range<UInt64> {
      try plant(seed, Double.self)
      try plant(seed, Float.self)
    }
    #expect(planted > 500)
  }

  @Test("Rows that are left out of a sum, a maximum, a product or a gradient are found")
  func plantedGap() throws {
    let X = Tensor.input("X", shape: [.batch, 2])
    let w = Tensor.parameter("w", shape: [2])
    var outputs = [sum(X), sum(X, along: 0), max(X, along: 0), logSumExp(X), norm(X), X.transposed() • X]
    outputs +=
      try [sum(cumulativeSum(X, along: 0))] + sum(tanh(X • w)).gradient(withRespectTo: [w]).derivatives
    for output in outputs {
      for missing in [0, 3] {
        #expect(try fault(of: output, X, w, without: missing, Double.self) == (missing > 0), "\(output)")
        #expect(try fault(of: output, X, w, without: missing, Float.self) == (missing > 0), "\(output)")
      }
    }
  }

  /// Whether the value of `output` is found to be wrong if the last rows do not count, which have the greatest elements.
  private func fault<Scalar: KernelScalar>(
    of output: Tensor, _ X: Tensor, _ w: Tensor, without missing: Int, _: Scalar.Type
  ) throws -> Bool {
    let rows = 13
    let data: [Scalar] = (0..<2 * rows).map { Scalar($0) / 16 + 1 / 3 }
    func array(_ rows: Int) throws -> NDArray<Scalar> {
      try NDArray<Scalar>(shape: [rows, 2], elements: Array(data.prefix(2 * rows)))
    }
    let weights: NDArray<Scalar> = [0.1, -0.2]
    let plain = try PlainEvaluation<Scalar>(rows: rows, bindings: [X: array(rows), w: weights], indices: [:])
    let program = try Program<Scalar>(computing: [output, X, w])
    let limits = RowBlocks.Limits(leastRows: 1, rows: 3)
    let values = try program.run([X: array(rows - missing), w: weights], blocking: limits, threads: 2)
    return plain.results(of: [output])[0].fault(in: values.arrays[0]) != nil
  }
}
