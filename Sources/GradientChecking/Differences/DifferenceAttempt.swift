/// A ladder of steps within a reach, the noise measured on it, and the best of its rungs.
struct DifferenceAttempt {
  let ladder: StepLadder
  private(set) var noise: (deviation: Double, magnitude: Double)
  private(set) var choice: StepChoice
  /// The best rung; nil if none is usable.
  private(set) var best: (value: Double, errorBound: Double, rung: Int)?
  /// The difference of the one-sided slopes that is left at the smallest steps; 0 where the function is smooth.
  private(set) var kink: Double
  private(set) var evaluations: Int
  /// Whether noise hides from smaller steps what may be a kink.
  var isHidden = false

  init(
    at x: Double, reach: Double, budget: Int, centre: Double?, of function: (Double) throws -> Double
  ) rethrows {
    ladder = try StepLadder(at: x, reach: reach, budget: budget, centre: centre, of: function)
    evaluations = ladder.evaluations
    // Two steps can agree by accident.
    guard ladder.rungs.count >= 4 else {
      (noise, choice) = ((0, 0), StepChoice([], noise: (0, 0)))
      (best, kink) = (nil, 0)
      return
    }
    noise = try ladder.measureNoise(evaluations: &evaluations, of: function)
    (choice, best, kink) = Self.choose(ladder, noise)
  }

  /// The same steps, chosen from again if the noise is known to be larger.
  mutating func raise(noise level: Double) {
    guard level > noise.deviation, ladder.rungs.count >= 4 else { return }
    noise.deviation = level
    (choice, best, kink) = Self.choose(ladder, noise)
  }

  private static func choose(
    _ ladder: StepLadder, _ noise: (deviation: Double, magnitude: Double)
  ) -> (StepChoice, (value: Double, errorBound: Double, rung: Int)?, kink: Double) {
    let choice = StepChoice(ladder.rungs, noise: noise)
    let kink = choice.kink.map { $0.isPassed ? 0 : $0.bend } ?? 0
    // Noise as large as the function's own variation, or second differences that no small step reduces, are
    // no noise but a structure that all steps miss.
    let spread = ladder.rungs.reduce(0) { max($0, abs($1.after - $1.before), $1.bend * $1.step) }
    let roughness = ladder.rungs.suffix(4).reduce(0) { max($0, $1.bend * $1.step) }
    let isRough =
      noise.deviation > 1e-4 * noise.magnitude && max(noise.deviation, roughness / 10) > spread / 40
    let found = isRough ? nil : choice.best
    let bound = (found?.errorBound ?? .infinity) + kink / 2
    return (choice, bound.isFinite ? found : nil, kink)
  }

  /// The slopes to both sides where they differ by more than they are known to; nil where there is a derivative.
  var slopes: (below: Double, above: Double, errorBound: Double)? {
    let sides = StepLadder.Side.allCases.map { side in
      StepChoice(ladder.oneSided(side), noise: noise, power: 1).best
    }
    guard let below = sides[0], let above = sides[1] else { return nil }
    let bound = max(below.errorBound, above.errorBound)
    guard bound.isFinite, abs(above.value - below.value) > 4 * bound else { return nil }
    return (below.value, above.value, bound)
  }

  /// The widest step that the best rung's value was computed from.
  var widestRung: Int { best.map { max($0.rung - Extrapolation.levels, 0) } ?? 0 }
}
