import ChainRule
import Foundation
import GradientChecking
import Testing

/// Random graphs of every kind: what the library records against the shadow.
@Suite("Shadow of random graphs")
struct ShadowGraphTests {
  /// How many graphs are drawn; `CHAINRULE_GRAPHS` asks for another number.
  static var count: UInt64 {
    if let asked = ProcessInfo.processInfo.environment["CHAINRULE_GRAPHS"].flatMap(UInt64.init) {
      return asked
    }
    #if DEBUG
      return 15
    #else
      return 400
    #endif
  }

  /// The loss of a graph, the leaves that it reads, and data; nil if it reads none or has no shape.
  private static func loss(of graph: MixedGraph, _ seed: UInt64) throws -> (
    Tensor, [Tensor], Bindings<Double>
  )? {
    let (bindings, _) = try graph.data(rows: 3, seed: seed &+ 7, Double.self)
    let loss = graph.outputs[2]
    let read = Traversal(from: [loss.node])
    let leaves = graph.leaves.filter { read.index(of: $0.node) != nil }
    return leaves.isEmpty || loss.invalidity != nil ? nil : (loss, leaves, bindings)
  }

  @Test("Recorded derivatives to 28 digits, of orders 1 and 2, in both modes")
  func derivatives() throws {
    var open = 0
    var worst = 0.0
    for seed in 0..<Self.count {
      let graph = MixedGraph(seed: seed)
      guard let (loss, leaves, bindings) = try Self.loss(of: graph, seed) else { continue }
      let report = try ShadowComparison(loss, in: leaves, at: bindings, seed: seed)
      if report.isOpen { open += 1 }
      worst = max(worst, report.worst)
      #expect(report.problems.isEmpty, "seed \(seed): \(report.problems.joined(separator: "; "))")
    }
    if Self.count > 400 { print("\(Self.count) graphs, \(open) at a kink, the worst off by \(worst)") }
    #expect(open * 10 < Self.count, "\(open) of \(Self.count) were at a kink")
  }

  @Test(
    "The engine's gradient is off by less than rounding may do to the loss differentiated number by number")
  func rounding() throws {
    var worst = 0.0
    for seed in 0..<Self.count {
      let graph = MixedGraph(seed: seed)
      guard let (loss, leaves, bindings) = try Self.loss(of: graph, seed) else { continue }
      let point = ShadowPoint(bindings)
      let truth = try ShadowGradient<Enclosure<DoubleDouble>>(of: loss, in: leaves, at: point)
      if !truth.decisions.ties.isEmpty || !truth.decisions.undecided.isEmpty { continue }
      let plain = try ShadowGradient<Enclosure<Double>>(of: loss, in: leaves, at: point)
      let derivatives = try loss.gradient(withRespectTo: leaves).derivatives
      let given = try Program<Double>(computing: derivatives + graph.outputs + graph.leaves).run(bindings)
        .arrays
      for (array, (truth, plain)) in zip(given, zip(truth.derivatives, plain.derivatives)) {
        for (value, (truth, plain)) in zip(array.elements, zip(truth.elements, plain.elements)) {
          let error = abs((Enclosure<DoubleDouble>(value) - truth).approximation)
          // A last place of its own besides, since the engine adds in another order.
          let ratio = error / (plain.radius + value.ulp)
          if ratio.isFinite { worst = max(worst, ratio) }
        }
      }
    }
    if Self.count > 400 { print("rounding: at most \(worst) of the bound") }
    #expect(worst < 1)
  }
}
