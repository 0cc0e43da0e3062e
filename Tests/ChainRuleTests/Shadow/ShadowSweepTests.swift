import ChainRule
import GradientChecking
import Testing

/// The shadow's values and derivatives of every family against those of the engine, which share nothing with them.
@Suite("Shadow of every family")
struct ShadowSweepTests {
  #if DEBUG
    static func cases(of family: SweepFamily) -> [SweepCase] { family.handful(10) }
  #else
    static func cases(of family: SweepFamily) -> [SweepCase] { family.cases }
  #endif

  @Test(
    "Recorded derivatives to 28 digits, of orders 1 and 2, in both modes", arguments: SweepFamily.allCases)
  func derivatives(_ family: SweepFamily) throws {
    var generator = SeededGenerator(seed: 41)
    for sweep in Self.cases(of: family) {
      let sample = try SweepSample(sweep, &generator)
      // What is computed by a closure has no shadow.
      if sweep.name == "scaled cube" { continue }
      let sampled = try SampledLoss(sample, &generator)
      let report = try ShadowComparison(sampled.loss, in: sampled.leaves, at: sampled.bindings, seed: 5)
      #expect(!report.isOpen, "\(sweep)")
      #expect(report.problems.isEmpty, "\(sweep): \(report.problems.joined(separator: "; "))")
    }
  }
}

/// A sample with a loss: the sum of the output's elements, weighted, and of their squares, so that its gradient varies.
struct SampledLoss {
  let loss: Tensor
  let leaves: [Tensor]
  private(set) var bindings: Bindings<Double>

  init(_ sample: SweepSample, _ generator: inout SeededGenerator) throws {
    // Declared past the rule that rows come first, which outputs need not keep.
    let weights = Tensor.leaf(.leaf(.input("c")), shape: try sample.output.shape)
    loss = sum(weights * sample.output) + 0.25 * sum(squared(sample.output))
    let read = Traversal(from: [loss.node])
    leaves = sample.leaves.filter { read.index(of: $0.node) != nil }
    bindings = Bindings(zip(sample.leaves, sample.arrays))
    bindings[weights] = try sample.direction(like: weights, &generator)
    for (index, declared) in zip(sample.indices, sample.sweep.indices)
    where !declared.isFixed && read.index(of: index.tensor.node) != nil {
      bindings.bind(index.integers, to: index.tensor)
    }
    bindings = bindings.filtered { read.index(of: $0.node) != nil }
  }
}
