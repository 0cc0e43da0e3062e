import ChainRule

/// Makes the steps of a derivation of what the backward pass did, in its order.
struct StepBuilder {
  /// How many applications of the chain rule are told; those behind are counted.
  static let largest = 40

  /// A contribution to a derivative: what it is called, and which operation it comes from.
  private struct Part {
    let name: TensorNotation
    let operation: TensorNotation
  }

  private let graph: DerivationGraph
  private let rules: DerivativeRules
  /// How many contributions each row gets.
  private var counts: [Int: Int] = [:]
  /// The contributions that a row got.
  private var parts: [Int: [Part]] = [:]
  /// What led to hidden operations.
  private var chains: [Int: [PullbackObservation]] = [:]
  private var partCount = 0
  private(set) var steps: [DerivationStep] = []
  /// How many steps are left out.
  private(set) var omitted = 0

  init(
    _ graph: DerivationGraph, _ observations: [PullbackObservation], gradient: Tensor, rules: DerivativeRules
  ) {
    (self.graph, self.rules) = (graph, rules)
    // A name hands on what it gets.
    let told = observations.filter { graph.row(of: $0.node) != graph.row(of: $0.node.inputs[$0.input]) }
    for step in told { counts[graph.row(of: step.node.inputs[step.input]), default: 0] += 1 }
    for step in told {
      let row = graph.row(of: step.node)
      addUp(row, Tensor(step.node), step.cotangent)
      let chain = (chains[row] ?? []) + [step]
      let operand = graph.row(of: step.node.inputs[step.input])
      if graph.isShown(operand) {
        apply(LocalRule(graph: graph, rules: rules, chain: chain))
      } else {
        chains[operand] = chain
      }
    }
    addUp(graph.row(of: graph.variable), Tensor(graph.variable), gradient)
  }

  /// Tells that the contributions to a row, where there are several, add up to its derivative.
  private mutating func addUp(_ row: Int, _ tensor: Tensor, _ total: Tensor) {
    guard let parts = parts.removeValue(forKey: row) else { return }
    if parts.count < counts[row, default: 0] {
      omitted += 1
      return
    }
    let sum = parts.dropFirst().reduce(parts[0].name) { .sum($0, $1.name) }
    let line = graph.onStands(total)
    let text = Self.written(line)
    let equation = Equation(
      [graph.partial(in: tensor.node), sum, text.root], where: text.definitions, shape: tensor.node.shape)
    let name = graph.notation(of: tensor.node)
    var places: [String] = []
    var reason: [Phrase] = [.words("It stands in ")]
    for part in parts where !places.contains(UnicodePrinter().text(of: part.operation)) {
      reason += places.isEmpty ? [.formula(part.operation)] : [.words(" and in "), .formula(part.operation)]
      places.append(UnicodePrinter().text(of: part.operation))
    }
    reason.append(.words(", and what each use contributes adds up:"))
    steps.append(
      DerivationStep(
        .contributions, "sum of contributions", operand: tensor, product: total, line: line,
        title: [.formula(name), .words(" is used \(parts.count) times")],
        passages: [.sentence(reason), .equations([equation])]))
  }

  private mutating func apply(_ rule: LocalRule) {
    if steps.count >= Self.largest {
      omitted += 1
      return
    }
    let row = graph.row(of: rule.operand)
    let isPart = counts[row, default: 0] > 1
    let product = rule.last.afterUnbroadcasting
    let left = isPart ? nextPart(of: row, rule) : graph.partial(in: rule.operand)
    let line = graph.onStands(product)
    let local = rule.derivative
    let factor = factor(of: rule, local)
    var equations: [Equation] = []
    if let local {
      let own = graph.differential(of: expression(of: rule.operation))
      let ratio = TensorNotation.quotient(
        own, graph.differential(of: graph.notation(of: rule.operand)), isScalar: true)
      equations.append(Equation([ratio, Self.written(local).root]))
    }
    equations.append(equation(left, rule, factor, line))
    var passages = [Passage.equations(equations)]
    if isPart { passages.append(.sentence(note(left, rule))) }
    passages += Explanation(rule: rule).passages(factor: factor ?? left, result: left)
    if rule.chain.contains(where: { $0.afterMask != $0.afterRule && $0.node.mayMeetInfinity }) {
      passages.append(
        .sentence([.words("Elements that do not reach the loss get 0, whatever the rule gives there.")]))
    }
    steps.append(
      DerivationStep(
        .chainRule, rule.name, operand: Tensor(rule.operand), product: product,
        operation: Tensor(rule.operation), line: line, local: local, isPart: isPart,
        title: [.equation([graph.notation(of: rule.operation), expression(of: rule.operation)])],
        passages: passages))
  }

  /// A name for a contribution to a row.
  private mutating func nextPart(of row: Int, _ rule: LocalRule) -> TensorNotation {
    partCount += 1
    let name = TensorNotation.part(.symbol("g" + Subscripts.text(of: partCount)), of: rule.operand)
    parts[row, default: []].append(Part(name: name, operation: graph.notation(of: rule.operation)))
    return name
  }

  private func note(_ name: TensorNotation, _ rule: LocalRule) -> [Phrase] {
    [
      .formula(name), .words(" is what this use of "), .formula(graph.notation(of: rule.operand)),
      .words(" contributes to "), .formula(graph.partial(in: rule.operand)), .words("."),
    ]
  }

  private func expression(of node: Node) -> TensorNotation {
    graph.outline.expressionNotation(ofRow: graph.row(of: node)) ?? .ellipsis
  }

  /// The derivative by what went before, times the local derivative, and the product so far.
  private func equation(
    _ left: TensorNotation, _ rule: LocalRule, _ factor: TensorNotation?, _ line: Tensor
  ) -> Equation {
    let text = Self.written(line)
    let axes = rule.repeatedAxes
    let isAll = axes.count == rule.last.node.shape.rank
    let middle = factor.map { axes.isEmpty ? $0 : .total($0, over: isAll ? [] : axes) }
    func unicode(_ notation: TensorNotation) -> String { UnicodePrinter().text(of: notation) }
    let isTold = middle.map { unicode($0) != unicode(text.root) } ?? false
    return Equation(
      [left] + (isTold ? middle.map { [$0] } ?? [] : []) + [text.root], where: text.definitions,
      shape: rule.operand.shape)
  }

  /// The derivative in the operation and its local derivative, before broadcasting is undone.
  private func factor(of rule: LocalRule, _ local: Tensor?) -> TensorNotation? {
    let operation = rule.operation
    let isLoss = operation === graph.loss
    let cotangent = graph.partial(in: operation)
    guard let local else {
      if rule.isTotal { return nil }
      let stand = isLoss ? Tensor.number(1) : Tensor.leaf(.leaf(.input("∂")), shape: operation.shape)
      let given = isLoss ? [:] : [stand.node.identity: cotangent]
      return rule.applied(to: stand).map { Self.written($0, given: given).root }
    }
    let text = Self.written(local).root
    if isLoss { return text }
    switch text.content {
    case .number(1): return cotangent
    case .number(-1), .negated(.number(1)): return .negated(cotangent)
    default:
      let isElementwise = operation.shape.rank > 0 && local.node.shape.rank > 0
      return isElementwise || !text.isNumber
        ? .product(cotangent, text, isElementwise: isElementwise)
        : .product(text, cotangent, isElementwise: false)
    }
  }

  /// A tensor on stands, simplified, in full.
  static func written(_ tensor: Tensor, given: [ObjectIdentifier: TensorNotation] = [:]) -> FormulaText {
    FormulaText(of: Formula.simplified(tensor).node, given: given)
  }
}

extension Node {
  /// Whether a cotangent of 0 may meet a derivative that is infinite.
  fileprivate var mayMeetInfinity: Bool {
    let flow = primitive.family.flow
    return flow == .mixed || flow == .scaled(hasPoles: true)
  }
}
