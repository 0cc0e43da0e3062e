import ChainRule
import GradientChecking

/// A mistake planted in a derivative rule.
enum RuleMutant: CaseIterable, Sendable {
  case slightlyTooMuch, wrongSign, twice, dropped, wrongAxis

  /// What the rule gives instead; nil for nothing.
  private func spoiled(_ right: Tensor) -> Tensor? {
    switch self {
    case .slightlyTooMuch: return 1.001 * right
    case .wrongSign: return -right
    case .twice: return 2 * right
    case .dropped: return nil
    case .wrongAxis: return right.node.shape.isScalar ? right : right.flipped(along: [-1])
    }
  }

  /// What the report may call it.
  var causes: [String] {
    switch self {
    case .slightlyTooMuch: ["a factor 1.001"]
    case .wrongSign: ["a sign"]
    case .twice: ["a factor 2"]
    case .dropped: ["a dropped term"]
    case .wrongAxis: ["axis", "a transpose"]
    }
  }

  /// The standard rules but for the mistake in those nodes.
  func rules(in mode: CheckedDerivative.Mode, at planted: Set<ObjectIdentifier>) -> DerivativeRules {
    if mode == .reverse {
      return DerivativeRules { primitive in
        { cotangent, index, inputs, output in
          let right = primitive.family.pullback(cotangent, to: index, of: inputs, output: output)
          return planted.contains(output.node.identity) ? right.flatMap(spoiled) : right
        }
      }
    }
    return DerivativeRules(replacing: { _ in nil }) { primitive in
      { tangents, inputs, output in
        let right = primitive.family.pushforward(tangents, of: inputs, output: output)
        return planted.contains(output.node.identity) ? right.flatMap(spoiled) : right
      }
    }
  }
}

/// What became of mistakes that change a derivative.
struct MutantTally {
  var planted = 0
  var proved = 0
  var blamed = 0
  var explained = 0
  var missed: [String] = []

  static func + (a: MutantTally, b: MutantTally) -> MutantTally {
    MutantTally(
      planted: a.planted + b.planted, proved: a.proved + b.proved, blamed: a.blamed + b.blamed,
      explained: a.explained + b.explained, missed: a.missed + b.missed)
  }

  /// Plants the mistake in `nodes`, and checks.
  init(
    _ mutant: RuleMutant, _ mode: CheckedDerivative.Mode, in nodes: [Node], of sampled: SampledLoss,
    named name: String
  ) throws {
    let rules = mutant.rules(in: mode, at: Set(nodes.map(\.identity)))
    guard try Self.changes(rules, mode, sampled) else { return }
    planted = 1
    let report = try checkGradient(
      of: sampled.loss, withRespectTo: sampled.leaves, at: sampled.bindings,
      modes: mode == .reverse ? .reverse : .forward, rules: rules)
    if report.derivatives.contains(where: { $0.verdict == .wrong(.proved) }) {
      proved = 1
    } else {
      missed = ["\(name) not proved"]
    }
    if let first = report.blamed.first, nodes.contains(where: { $0.primitive.family.name == first.operation })
    {
      blamed = 1
      if mutant.causes.contains(where: first.cause.hasPrefix) {
        explained = 1
      } else {
        missed.append("\(name): \(first.cause) for \(mutant)")
      }
    } else {
      missed.append("\(name): blamed \(report.blamed.first.map(\.operation) ?? "nobody") for \(mutant)")
    }
  }

  init(
    planted: Int = 0, proved: Int = 0, blamed: Int = 0, explained: Int = 0, missed: [String] = []
  ) {
    (self.planted, self.proved, self.blamed, self.explained) = (planted, proved, blamed, explained)
    self.missed = missed
  }

  /// Whether what the engine computes is another derivative: a rule that gives 0 is the same with a factor.
  private static func changes(
    _ rules: DerivativeRules, _ mode: CheckedDerivative.Mode, _ sampled: SampledLoss
  ) throws -> Bool {
    let directions = sampled.leaves.map { Tensor.number(1).broadcast(to: $0.node.shape) * 0.75 }
    func values(_ rules: DerivativeRules) throws -> [Double] {
      let derivatives =
        mode == .reverse
        ? try sampled.loss.gradient(withRespectTo: sampled.leaves, rules: rules).derivatives
        : [
          try sampled.loss.jacobianVectorProduct(
            withRespectTo: sampled.leaves, along: directions, rules: rules)
        ]
      let outputs = derivatives + [sampled.loss] + sampled.leaves
      return try Program<Double>(computing: outputs).run(sampled.bindings).arrays
        .prefix(derivatives.count).flatMap { Array($0.elements) }
    }
    let (right, wrong) = (try values(.standard), try values(rules))
    let scale = right.reduce(0) { max($0, abs($1)) }
    return zip(right, wrong).contains { abs($0 - $1) > 1e-10 * scale }
  }
}
