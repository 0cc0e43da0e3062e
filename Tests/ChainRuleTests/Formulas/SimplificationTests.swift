import ChainRule
import Testing

/// Each rule of simplification fires, and is right at every step of random graphs.
@Suite("Simplification by name")
struct SimplificationTests {
  @Test("Each rule fires on its example, and is numerically right", arguments: Simplification.allCases)
  func fires(rule: Simplification) throws {
    let example = try SimplificationExamples.expression(for: rule)
    try example.validate()
    let steps = Formula.rewritings(of: example)
    #expect(
      steps.contains { $0.uses.contains { $0.rule == rule } },
      "\(rule) does not fire on \(example.formula): \(steps.map { $0.uses.map(\.rule) })")
    try expectEqual(steps, SimplificationExamples.leaves, SimplificationExamples.data)
  }

  @Test("Each step has the values of what it replaces, and a name", arguments: 0..<100)
  func steps(seed: Int) throws {
    var graph = try RandomGraph(seed: UInt64(seed))
    let loss = graph.loss()
    for tensor in try [loss] + loss.gradient(withRespectTo: graph.leaves).derivatives {
      let steps = Formula.rewritings(of: tensor)
      try expectEqual(steps, graph.leaves, graph.bindings)
      for step in steps {
        #expect(!step.uses.isEmpty && step.before != step.after)
        if step.uses.map(\.rule) == [.rearranged] {
          let (before, after) = (step.before.symbols, step.after.symbols)
          #expect(before == after, "\(before) became \(after) without a name")
        }
      }
    }
  }

  @Test("The last step is the formula, with or without steps taken down", arguments: 0..<20)
  func last(seed: Int) throws {
    var graph = try RandomGraph(seed: UInt64(seed))
    let loss = graph.loss()
    let steps = Formula.rewritings(of: loss)
    let last = try #require(steps.last)
    if last.place == loss { #expect(last.after.formula.unicode == loss.formula.unicode) }
    let assumptions = Set(steps.flatMap { $0.uses.flatMap(\.assumptions) })
    // Where the formula is not defined either, a condition is not told.
    #expect(assumptions.count >= loss.formula.conditions.count)
  }

  @Test("A wrong step is found out")
  func plantedMistake() throws {
    let (a, b) = (SimplificationExamples.a, SimplificationExamples.b)
    let wrong = Rewriting(place: a, before: a - (b - a), after: a - b - a, uses: [])
    let right = Rewriting(place: a, before: a - (b - a), after: 2 * a - b, uses: [])
    #expect(try difference([right], SimplificationExamples.leaves, SimplificationExamples.data) == nil)
    #expect(try difference([wrong], SimplificationExamples.leaves, SimplificationExamples.data) == 0)
  }

  @Test("Each rule says what it does in words of its own")
  func statements() {
    #expect(Set(Simplification.allCases.map(\.statement)).count == Simplification.allCases.count)
  }

  private func expectEqual(_ steps: [Rewriting], _ leaves: [Tensor], _ data: Bindings<Double>) throws {
    guard let wrong = try difference(steps, leaves, data) else { return }
    let step = steps[wrong]
    Issue.record("\(step.uses.map(\.rule)) made \(step.after.formula) of \(step.before.formula)")
  }

  /// The first step of which both sides differ by more than rounding; nil if there is none.
  private func difference(
    _ steps: [Rewriting], _ leaves: [Tensor], _ data: Bindings<Double>
  ) throws -> Int? {
    let sides = steps.flatMap { [$0.before, $0.after] }
    let arrays = try Program<Double>(computing: sides + leaves).run(data).arrays
    return steps.indices.first { index in
      let (before, after) = (arrays[2 * index], arrays[2 * index + 1])
      let size = before.elements.filter(\.isFinite).map(Swift.abs).max() ?? 0
      // Algebra reorders sums and quotients: a few roundings for each of some forty operations.
      return before.shape != after.shape
        || !before.isApproximatelyEqual(
          to: after, relativeTolerance: 1e-11, absoluteTolerance: 1e-11 * Swift.max(size, 1))
    }
  }
}

extension Tensor {
  /// The letters and digits of the formula of this as it stands, in the order of the alphabet; a factor of 1 is written or
  /// not.
  fileprivate var symbols: String {
    String(Formula.text(asRecorded: self).filter { ($0.isLetter || $0.isNumber) && $0 != "1" }.sorted())
  }
}
