import ChainRule

extension Derivation {
  /// How many operations are listed.
  private static let largestListing = 40

  /// The whole derivation: what is given, the recorded operations, and the steps.
  var passages: [Passage] {
    let lossName = graph.notation(of: graph.loss)
    var result: [Passage] = [
      .heading([
        .words("The derivative of "), .formula(lossName), .words(" with respect to "),
        .formula(graph.notation(of: graph.variable)),
      ])
    ]
    result += leaves + operations
    if steps.first?.kind == .simplification {
      let reason = graph.loss === graph.variable ? "is the variable itself." : "does not depend on it."
      result.append(.sentence([.formula(lossName), .words(" \(reason)")]))
    }
    for (number, step) in steps.enumerated() {
      if omittedSteps > 0, step.kind == .simplification {
        result.append(.sentence([.words("\(omittedSteps) more steps of the same kind are left out.")]))
      }
      result.append(
        .step(number + 1, [.words(step.rule)] + (step.title.isEmpty ? [] : [.words(": ")]) + step.title))
      result += step.passages
    }
    return result
  }

  private var leaves: [Passage] {
    let outline = graph.outline
    let phrases = outline.rows.filter { outline.isLeaf($0) }.prefix(Self.largestListing).map { row in
      [Phrase.formula(outline.notation(row)), .words(" \(outline.nodes[row].shape.description)")]
    }
    if phrases.isEmpty { return [] }
    return [.sentence([.words("Given: ")] + Array(phrases.joined(separator: [.words(", ")])) + [.words(".")])]
  }

  private var operations: [Passage] {
    let outline = graph.outline
    let rows = outline.rows.filter { !outline.isLeaf($0) }
    let equations = rows.prefix(Self.largestListing).compactMap { row in
      outline.expressionNotation(ofRow: row).map {
        Equation([outline.notation(row), $0], shape: outline.nodes[row].shape)
      }
    }
    if equations.isEmpty { return [] }
    let rest = rows.count - equations.count
    let note = Passage.sentence([.words("And \(rest) more operations.")])
    return [.sentence([.words("Recorded as:")]), .equations(equations)] + (rest > 0 ? [note] : [])
  }
}
