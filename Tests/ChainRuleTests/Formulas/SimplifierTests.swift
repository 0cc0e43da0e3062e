import ChainRule
import Testing

@Suite("Simplification")
struct SimplifierTests {
  @Test("The simplified graph of any gradient has the values of the graph it came from", arguments: 0..<200)
  func sameValues(seed: Int) throws {
    var graph = try RandomGraph(seed: UInt64(seed))
    let loss = graph.loss()
    let gradient = try loss.gradient(withRespectTo: graph.leaves)
    for tensor in [loss] + gradient.derivatives {
      let simplified = Formula.simplified(tensor)
      #expect(try simplified.shape == tensor.shape)
      let values = try Program<Double>(computing: [tensor, simplified] + graph.leaves).run(graph.bindings)
      let (plain, other) = (values.arrays[0], values.arrays[1])
      let size = plain.elements.map(Swift.abs).max() ?? 0
      // Algebra reorders sums and quotients: a few roundings for each of some forty operations.
      #expect(
        plain.isApproximatelyEqual(
          to: other, relativeTolerance: 1e-11, absoluteTolerance: 1e-11 * max(size, 1)),
        "seed \(seed): \(tensor.formula) is \(other), not \(plain)")
    }
  }
}
