/// The backward pass: hands each node's cotangent to its inputs, in reverse order of recording.
package struct Pullback {
  private let traversal: Traversal
  private let variables: [Node]
  private let rules: DerivativeRules

  package init(from loss: Node, to variables: [Node], rules: DerivativeRules) {
    traversal = Traversal(from: [loss])
    self.variables = variables
    self.rules = rules
  }

  /// Whether what is recorded may read the operands of custom operations behind their stops.
  var meetsOperandStops: Bool { traversal.nodes.contains(where: OperandStops.stand) }

  /// The cotangent of each variable; nil for those that the loss does not depend on.
  package func run(_ cotangent: Cotangent = Cotangent(1), observer: PullbackObserver? = nil) -> [Tensor?] {
    let nodes = traversal.nodes
    let targets = variables.map { traversal.index(of: $0) }
    var isTarget = Array(repeating: false, count: nodes.count)
    for case let target? in targets { isTarget[target] = true }
    let leads = leadsToVariable(isTarget)
    var cotangents: [Cotangent?] = Array(repeating: nil, count: nodes.count)
    cotangents[nodes.count - 1] = cotangent
    for position in nodes.indices.reversed() where leads[position] {
      guard let cotangent = isTarget[position] ? cotangents[position] : cotangents[position].take() else {
        continue
      }
      let step = PullbackStep(nodes[position], cotangent, rules)
      let edges = traversal.edges(of: position)
      for edge in edges {
        let input = traversal.input(along: edge)
        guard leads[input],
          let contribution = step.contribution(to: edge - edges.lowerBound, observer: observer)
        else { continue }
        // Uses are met in reverse; what they contribute is added in the order in which they were recorded.
        let later = cotangents[input].take()
        cotangents[input] = if let later { contribution + later } else { contribution }
      }
    }
    return targets.map { target in target.flatMap { cotangents[$0]?.value } }
  }

  /// Which nodes depend on a variable; only those need a cotangent.
  private func leadsToVariable(_ isTarget: [Bool]) -> [Bool] {
    var leads = isTarget
    for position in leads.indices where !leads[position] {
      leads[position] = traversal.edges(of: position).contains { leads[traversal.input(along: $0)] }
    }
    return leads
  }
}
