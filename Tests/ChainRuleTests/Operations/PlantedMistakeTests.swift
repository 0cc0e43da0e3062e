import ChainRule
import Testing

/// The sweeps find a mistake in any rule: the checker's own check.
@Suite("Planted mistakes")
struct PlantedMistakeTests {
  /// A wrong rule: one that gives a multiple of the derivative, or gives one where there is none.
  enum Mistake: CaseIterable {
    case slightlyTooMuch, wrongSign, twice

    var factor: Double {
      switch self {
      case .slightlyTooMuch: 1.001
      case .wrongSign: -1
      case .twice: 2
      }
    }
  }

  /// Those whose pullback is asked for: the backward pass ends at what has no derivative by definition.
  static let pulledBack = PlantedTarget.all.filter { $0.family != .comparison && $0.family != .stopGradient }

  @Test("A mistake planted in any pullback is found", arguments: pulledBack)
  func pullback(_ target: PlantedTarget) throws {
    try expectFound(target) { mistake, isPlanted in
      DerivativeRules { primitive in
        { cotangent, index, inputs, output in
          let right = primitive.family.pullback(cotangent, to: index, of: inputs, output: output)
          guard isPlanted(output.node) else { return right }
          return right.map { mistake.factor * $0 } ?? Self.invented(cotangent, like: inputs[index])
        }
      }
    }
  }

  @Test("A mistake planted in any pushforward is found", arguments: PlantedTarget.all)
  func pushforward(_ target: PlantedTarget) throws {
    try expectFound(target) { mistake, isPlanted in
      DerivativeRules(replacing: { _ in nil }) { primitive in
        { tangents, inputs, output in
          let right = primitive.family.pushforward(tangents, of: inputs, output: output)
          guard isPlanted(output.node) else { return right }
          return right.map { mistake.factor * $0 }
            ?? tangents.compactMap { $0 }.first.map { Self.invented($0, like: output) }
        }
      }
    }
  }

  /// A derivative where there is none: the sum of the variation, everywhere.
  private static func invented(_ variation: Tensor, like tensor: Tensor) -> Tensor {
    sum(variation).broadcast(to: tensor.node.shape)
  }

  private func expectFound(
    _ target: PlantedTarget, _ rules: (Mistake, @escaping @Sendable (Node) -> Bool) -> DerivativeRules
  ) throws {
    // A case that has the row is named after it.
    let cases = target.family.cases.filter { sweep in
      sweep.name.hasPrefix(target.row ?? "") && sweep.inputs.allSatisfy { !$0.shape.extents.contains(0) }
    }
    for mistake in Mistake.allCases {
      var generator = SeededGenerator(seed: 9)
      var isFound = false
      for sweep in cases {
        let sample = try SweepSample(sweep, &generator)
        // Only what the case recorded, not the products with which the check weighs its result.
        let nodes = Traversal(from: [sample.output.node]).nodes.filter(target.matches)
        if nodes.isEmpty { continue }
        let planted = Set(nodes.map(\.identity))
        let check = try DerivativeCheck(
          sample, rules: rules(mistake) { planted.contains($0.identity) }, &generator)
        isFound = try !check.first().isEmpty
        if isFound { break }
      }
      #expect(isFound, "\(target): \(mistake) was not found")
    }
  }
}
