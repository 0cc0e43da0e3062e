package import ChainRule
import Figures
import GradientChecking

/// Random problems on which the mechanical gradient is held against the formula derived by hand and against finite
/// differences.
package struct PropertyCheck {
  /// How a gradient is obtained from a loss; tests plant a wrong one.
  package typealias Derivation = @Sendable (_ loss: Tensor, _ w: Tensor, _ b: Tensor) throws -> [Tensor]

  package let seed: UInt64
  package let problems: Int

  package init(seed: UInt64, problems: Int) {
    self.seed = seed
    self.problems = problems
  }

  /// The recorded gradient, as the library derives it.
  package static let derived: Derivation = { loss, w, b in
    try loss.gradient(withRespectTo: [w, b]).derivatives
  }

  /// What was found, over all coordinates of all problems.
  package struct Outcome {
    package var coordinates = 0
    /// The largest difference from the formula derived by hand, relative to the terms that each component sums.
    package var byHand = 0.0
    /// The same as one vector for each problem: the norm of the difference relative to the norm of the gradient.
    package var byNorm = 0.0
    /// The largest difference from finite differences, relative to the largest component of the gradient.
    package var byDifferences = 0.0
    /// How many coordinates differ from finite differences by more than the error bound of these.
    package var outsideBound = 0
  }

  package func run(mechanical: Derivation, _ line: TerminalLine) throws -> LessonPart {
    let outcome = try measure(mechanical: mechanical, line)
    let agrees = outcome.byHand <= 1e-12 && outcome.byNorm <= 1e-12
    let isBounded = outcome.outsideBound == 0
    let inside = outcome.coordinates - outcome.outsideBound
    let text = """
      3. The property check: \(problems) random problems (N 1–200, m 1–20, scales 1e-3–1e3; seed \(seed)),
         \(outcome.coordinates) partial derivatives; the largest relative disagreement of the mechanical gradient

      with the formula by hand, component by component   \(DecimalText.scientific(outcome.byHand, digits: 2))\(agrees ? "" : "   FAILED, above 1e-12")
      with the formula by hand, as a vector              \(DecimalText.scientific(outcome.byNorm, digits: 2))
      with finite differences                            \(DecimalText.scientific(outcome.byDifferences, digits: 2))
      within the differences' own error bound            \(inside) of \(outcome.coordinates)\(isBounded ? "" : "   FAILED")
      """
    return LessonPart(text: text, isRight: agrees && isBounded)
  }

  package func measure(mechanical: Derivation, _ line: TerminalLine) throws -> Outcome {
    var generator = SeededGenerator(seed: seed)
    var outcome = Outcome()
    for index in 0..<problems {
      if index % 20 == 0 { line.show("   checking", index, of: problems) }
      try check(RegressionProblem(&generator), mechanical, &outcome)
    }
    line.clear()
    return outcome
  }

  private func check(
    _ problem: RegressionProblem, _ mechanical: Derivation, _ outcome: inout Outcome
  ) throws {
    let X = Tensor.input("X", shape: [.batch, .fixed(problem.features)])
    let y = Tensor.input("y", shape: [.batch])
    let w = Tensor.parameter("w", shape: [.fixed(problem.features)])
    let b = Tensor.parameter("b", shape: [])
    let loss = mean(squared(X • w + b - y))
    let gradient = try mechanical(loss, w, b)
    let session = try Session(
      Program<Double>(computing: [loss] + gradient),
      binding: [
        X: try NDArray(shape: [problem.rows, problem.features], elements: problem.x), y: NDArray(problem.y),
        w: NDArray(problem.w), b: NDArray(problem.b),
      ])
    try session.run()
    let derived = try gradient.flatMap { try session.value(of: $0).elements }
    let (byHand, scales) = problem.gradientByHand()
    let norm = byHand.reduce(0) { $0 + $1 * $1 }.squareRoot()
    var distance = 0.0
    for (coordinate, value) in derived.enumerated() {
      let difference = Swift.abs(value - byHand[coordinate])
      // A NaN would compare as small: it counts as infinite.
      outcome.byHand = max(outcome.byHand, difference.isNaN ? .infinity : difference / scales[coordinate])
      distance += difference * difference
    }
    outcome.byNorm = max(outcome.byNorm, distance.isNaN ? .infinity : distance.squareRoot() / norm)
    let estimates = try CentralDifferences().gradient(at: problem.w + [problem.b]) { point in
      try session.withMutableElements(of: w) { elements in
        for index in elements.indices { elements[index] = point[index] }
      }
      try session.withMutableElements(of: b) { $0[0] = point[problem.features] }
      try session.run(only: [loss])
      return try session.withElements(of: loss) { $0[0] }
    }
    let largest = byHand.map(Swift.abs).max() ?? 0
    for (estimate, value) in zip(estimates, derived) {
      outcome.coordinates += 1
      outcome.byDifferences = max(outcome.byDifferences, Swift.abs(estimate.value - value) / largest)
      if !estimate.agrees(with: value) { outcome.outsideBound += 1 }
    }
  }
}
