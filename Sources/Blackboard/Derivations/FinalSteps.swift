import ChainRule

/// What is done to a derivative when the chain rule has been applied: simplification, and the form with indices.
struct FinalSteps {
  let gradient: Tensor
  let graph: DerivationGraph

  /// A form with more characters is no help to a reader; nor is one of more operations.
  private static let (longestElement, largestGraph) = (400, 300)

  var steps: [DerivationStep] { [simplification] + (indexForm.map { [$0] } ?? []) }

  /// Puts in what the labels stand for, and names the rules that lead to the formula.
  private var simplification: DerivationStep {
    let text = StepBuilder.written(gradient)
    let variable = graph.variable
    var passages: [Passage] = [
      .equations([
        Equation([graph.partial(in: variable), text.root], where: text.definitions, shape: variable.shape)
      ])
    ]
    var rules: [Simplification] = []
    var assumptions: [Simplification: [Tensor]] = [:]
    for use in Formula.rewritings(of: gradient).flatMap(\.uses) {
      if !rules.contains(use.rule) { rules.append(use.rule) }
      for base in use.assumptions.map(\.tensor) where assumptions[use.rule]?.contains(base) != true {
        assumptions[use.rule, default: []].append(base)
      }
    }
    let items = rules.map { rule -> [Phrase] in
      let bases = (assumptions[rule] ?? []).map { FormulaText(of: $0.node).root }
      return [.words(rule.statement)] + bases.flatMap { [.words(", if "), .formula($0), .words(" ≠ 0")] }
    }
    if !items.isEmpty {
      passages += [
        .sentence([.words("By these rules, in the order in which they are first needed:")]), .list(items),
      ]
    }
    return DerivationStep(
      .simplification, "simplification", operand: Tensor(variable), product: gradient, line: gradient,
      title: [.words("what the names stand for is put in")], passages: passages)
  }

  /// The result element by element; nil where that says nothing new, or too much.
  private var indexForm: DerivationStep? {
    let simplified = Formula.simplified(gradient).node
    let nodes = Traversal(from: [simplified]).nodes
    let hasAxes = nodes.contains { !$0.shape.isScalar }
    guard hasAxes, nodes.count <= Self.largestGraph, let form = try? IndexForm(of: gradient),
      form.unicode.count <= Self.longestElement
    else { return nil }
    let variable = graph.variable
    let partial = graph.partial(in: variable)
    let left = form.indices.isEmpty ? partial : .element(partial, at: form.indices)
    let reasons = Self.reasons(simplified)
    return DerivationStep(
      .indexForm, "index form", operand: Tensor(variable), product: gradient,
      title: [.words("the same, element by element")],
      passages: reasons + [.equations([Equation([left], element: form)])])
  }

  /// Why sums stand where there were products of matrices.
  private static func reasons(_ root: Node) -> [Passage] {
    var (hasProduct, hasTranspose, hasTotal) = (false, false, false)
    for node in Traversal(from: [root]).nodes {
      switch node.primitive {
      case .matrixProduct: hasProduct = true
      case .permutation: hasTranspose = true
      case .sum: hasTotal = true
      default: break
      }
    }
    let product = "a product of matrices sums over the index that both factors share"
    let clauses =
      (hasProduct ? [product] : []) + (hasTranspose ? ["a transpose swaps the indices"] : [])
      + (hasTotal ? ["Σ sums over all that it is not told to keep"] : [])
    guard let first = clauses.first else { return [] }
    let text = ([first.prefix(1).uppercased() + first.dropFirst()] + clauses.dropFirst()).joined(
      separator: "; ")
    return [.sentence([.words(text + ":")])]
  }
}
