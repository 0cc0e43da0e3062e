extension CentralDifferences {
  /// The derivative at `x`: a ladder of steps, a measurement of noise, a choice; and once more within the nearest kink if
  /// the choice used steps across it.
  func estimate(
    at x: Double, reach: Double, centre: Double?, of function: (Double) throws -> Double
  ) rethrows -> DifferenceEstimate {
    var evaluations = 0
    var attempt = try DifferenceAttempt(
      at: x, reach: reach, budget: maximumSteps, centre: centre, of: function)
    evaluations += attempt.evaluations
    var bend: ClosedRange<Double>?
    for _ in 0..<Self.closerLooks {
      guard let (outer, departure) = kinkNearby(attempt) else { break }
      // Where steps fell fast, the next are dense.
      let reach = max(outer.lowerBound / 2, outer.upperBound / 32)
      let noise = try attempt.ladder.noise(
        within: outer.lowerBound / 2, seenAt: outer.upperBound, evaluations: &evaluations, of: function)
      if departure <= 30 * noise {
        // A kink that the noise hides from smaller steps is one at the point.
        if attempt.kink == 0 { attempt.raise(noise: noise) }
        break
      }
      guard kinkNearby(attempt, noise: noise) != nil else {
        attempt.isHidden = true
        break
      }
      var inner = try DifferenceAttempt(
        at: x, reach: reach, budget: maximumSteps, centre: attempt.ladder.centre, of: function)
      inner.raise(noise: noise)
      evaluations += inner.evaluations
      // A kink that no step gets within is one at the point.
      if attempt.kink > 0, inner.best == nil || inner.kink > 0 { break }
      (attempt, bend) = (inner, outer)
    }
    return attempt.estimate(evaluations: evaluations, bend: bend)
  }

  /// How many times the steps are brought within a kink; a second one can be nearer than the first.
  private static let closerLooks = 8

  /// Between which distances the nearest kink lies that the best rung looks across, with the departure from a straight
  /// line that shows it.
  private func kinkNearby(
    _ attempt: DifferenceAttempt, noise: Double = 0
  ) -> (ClosedRange<Double>, departure: Double)? {
    let rungs = attempt.ladder.rungs
    guard rungs.count >= 4, let last = rungs.last else { return nil }
    if let kink = attempt.choice.kink, kink.bend.isFinite {
      let seen = rungs[kink.rung].step
      let within = kink.isPassed ? rungs[kink.rung + 1].step : min(last.step, seen / 4)
      // Rungs that are all within say more than a new ladder, but for too few of them.
      if !kink.isPassed || rungs.count - kink.rung < 6 { return (within...seen, kink.bend * seen) }
    }
    guard let inside = attempt.ladder.rungInsideBends(from: attempt.widestRung, noise: noise) else {
      return nil
    }
    return (rungs[inside.rung].step...rungs[inside.rung - 1].step, inside.departure)
  }
}

extension DifferenceAttempt {
  /// What the attempt says about the derivative.
  fileprivate func estimate(evaluations: Int, bend: ClosedRange<Double>?) -> DifferenceEstimate {
    guard let best else { return .unusable(evaluations: evaluations) }
    if kink > 0 && kink.isFinite || isHidden { return atKink(evaluations: evaluations) }
    return DifferenceEstimate(
      value: best.value, errorBound: best.errorBound, evaluations: evaluations,
      step: ladder.rungs[best.rung].step, bend: bend ?? bendFartherOff)
  }

  /// Between which distances a kink lies that the best rung has nothing to do with.
  private var bendFartherOff: ClosedRange<Double>? {
    guard let inside = ladder.rungInsideBends(from: 0, noise: noise.deviation),
      inside.departure > 30 * noise.deviation
    else { return nil }
    return ladder.rungs[inside.rung].step...ladder.rungs[inside.rung - 1].step
  }

  /// What the attempt says where slopes to both sides differ at all steps.
  private func atKink(evaluations: Int) -> DifferenceEstimate {
    let step = ladder.rungs.last?.step ?? .nan
    if let slopes, !isHidden {
      return DifferenceEstimate(
        value: slopes.below / 2 + slopes.above / 2,
        errorBound: abs(slopes.above - slopes.below) / 2 + slopes.errorBound, evaluations: evaluations,
        step: step,
        slopes: TrueDerivative(slopes: slopes.below, slopes.above, errorBar: slopes.errorBound))
    }
    // The kink may be beside the point: the slope is one that was seen to either side.
    let last = choice.kink?.rung ?? min(widestRung + 3, ladder.rungs.count - 1)
    let seen = StepLadder.Side.allCases.flatMap { ladder.oneSided($0)[max(last - 2, 0)...last].map(\.slope) }
    guard let best, let lowest = seen.min(), let highest = seen.max() else {
      return .unusable(evaluations: evaluations)
    }
    // No narrower than what the best rung says of itself.
    let least = min(lowest, best.value - best.errorBound)
    let most = max(highest, best.value + best.errorBound)
    return DifferenceEstimate(
      value: least / 2 + most / 2, errorBound: (most - least) / 2 + 2 * choice.rounding(last),
      evaluations: evaluations, step: step)
  }
}
