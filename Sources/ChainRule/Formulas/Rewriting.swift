/// What a simplification took for granted; where it does not hold, the result may be defined although the original is not.
package enum Assumption: Hashable, Sendable {
  case notZero(Tensor)

  /// The tensor that it is about.
  package var tensor: Tensor {
    switch self {
    case .notZero(let tensor): tensor
    }
  }

  /// The sign that follows the tensor, and what it is compared with.
  var relation: String {
    switch self {
    case .notZero: "≠ 0"
    }
  }
}

extension Tensor {
  /// The tensors within this that must not be 0 for it to be defined: of which a logarithm is taken, or that something is
  /// divided by.
  var neverZero: Set<Tensor> {
    var result: Set<Tensor> = []
    for node in Traversal(from: [node]).nodes.reversed() {
      let inputs = node.inputs.map { Tensor($0) }
      switch node.primitive {
      case .elementwise(.log): result.insert(inputs[0])
      case .arithmetic(.divide): result.insert(inputs[1])
      case .arithmetic(.power):
        if case .leaf(.number(let exponent)) = node.inputs[1].primitive, exponent < 0 {
          result.insert(inputs[0])
        }
      default: break
      }
      // A product is 0 where a factor is, and a power where its base is.
      if !result.contains(Tensor(node)) { continue }
      switch node.primitive {
      case .arithmetic(.multiply): result.formUnion(inputs)
      case .arithmetic(.power), .elementwise(.square), .elementwise(.sqrt): result.insert(inputs[0])
      default: break
      }
    }
    return result
  }
}

/// A rule that fired, and what it took for granted.
package struct RuleUse: Sendable {
  package let rule: Simplification
  package let assumptions: [Assumption]
}

/// A step of simplification: one recorded operation, before and after the rules that fired on it.
///
/// Both are expressions in operands that are simplified already, so that the steps of a graph, in their order, lead from what
/// was recorded to its formula.
package struct Rewriting: Sendable {
  /// The recorded operation.
  package let place: Tensor
  package let before: Tensor
  package let after: Tensor
  /// In the order in which they fired.
  package let uses: [RuleUse]

  package init(place: Tensor, before: Tensor, after: Tensor, uses: [RuleUse]) {
    self.place = place
    self.before = before
    self.after = after
    self.uses = uses
  }
}

/// Takes down the steps of a simplification.
///
/// Where nobody asks, nothing is recorded; and what comes out is the same.
struct RewritingLog {
  /// Writes steps without a trace in the simplification itself.
  private var scribe: FormulaBuilder
  private(set) var steps: [Rewriting] = []

  init(recordingIn pool: TensorPool) { scribe = FormulaBuilder(recordingIn: pool, keepsGuards: true) }

  /// Takes down what is left out where the last value is written.
  mutating func finish(_ root: Node, _ value: AlgebraicSum, _ result: Tensor, _ uses: [RuleUse]) {
    let before = scribe.tensor(value)
    if before == result || uses.isEmpty { return }
    steps.append(Rewriting(place: Tensor(root), before: before, after: result, uses: uses))
  }

  mutating func record(_ node: Node, _ operands: [AlgebraicSum], _ value: AlgebraicSum, _ uses: [RuleUse]) {
    let inputs = operands.map { scribe.tensor($0) }
    let before = inputs.isEmpty ? Tensor(node) : scribe.apply(node.primitive, inputs)
    let after = scribe.tensor(value)
    if before == after || inputs.isEmpty { return }
    let named = uses.isEmpty ? [RuleUse(rule: .rearranged, assumptions: [])] : uses
    steps.append(Rewriting(place: Tensor(node), before: before, after: after, uses: named))
  }
}
