internal import ChainRule

/// Decides on derivatives of a recorded loss at a point where the shadow knows the truth.
struct DerivativeJudge {
  /// A derivative to be judged.
  struct Claim {
    let place: CheckedDerivative.Place
    /// As it was computed.
    let given: Double
    /// What its formula says, if it is recorded and known.
    let formula: Wide?
    let truth: Wide
    /// By how much rounding may change the derivative if the loss is differentiated in double precision; it is asked
    /// for only where it matters.
    let rounding: () -> Double
  }

  /// How many times as much as in the plain computation rounding may do to another one of the same derivative.
  static let allowance = 16.0

  let mode: CheckedDerivative.Mode
  let order: Int

  func judged(_ claim: Claim) -> CheckedDerivative {
    CheckedDerivative(
      claim.place, mode: mode, order: order, given: claim.given, truth: claim.truth.asTruth,
      verdict: verdict(on: claim))
  }

  private func verdict(on claim: Claim) -> GradientVerdict {
    let truth = claim.truth
    guard truth.isBounded else {
      return .cannotTell("the true derivative is not bounded here: it is at the edge of a domain")
    }
    if let formula = claim.formula, formula.isBounded {
      if formula.excludes(truth) { return .wrong(.proved) }
      guard claim.given.isFinite else { return .wrong(.beyondBar(.infinity)) }
      let doubt = formula.radius + truth.radius
      // What is below all normal numbers is 0 for every purpose.
      let isSmall = doubt <= max(1e-9 * truth.magnitude, .leastNormalMagnitude)
      if isSmall || doubt <= claim.rounding() { return .right(ulps(claim)) }
      return .cannotTell("the true derivative is known to \(doubt) only")
    }
    guard claim.given.isFinite else { return .wrong(.beyondBar(.infinity)) }
    let distance = (Wide(claim.given) - truth).magnitude
    // A few units of the last place are anybody's.
    if distance <= 4 * claim.given.ulp { return .right(ulps(claim)) }
    let bar = Self.allowance * claim.rounding() + truth.radius
    guard bar.isFinite else { return .cannotTell("rounding may change the derivative by any amount here") }
    return distance <= bar ? .right(ulps(claim)) : .wrong(.beyondBar(distance / bar))
  }

  private func ulps(_ claim: Claim) -> GradientVerdict.Closeness {
    let difference = abs((Wide(claim.given) - claim.truth).approximation)
    if difference == 0 { return .ulps(0) }
    let value = claim.truth.approximation
    // Of a derivative of 0 the last place is that of the roundings.
    return .ulps(difference / (value == 0 ? max(claim.rounding(), .leastNonzeroMagnitude) : value.ulp))
  }

  /// Decides where the slopes to both sides are known to differ.
  func judged(_ claim: Claim, between below: Wide, and above: Wide) -> CheckedDerivative {
    let given = claim.formula.flatMap { $0.isBounded ? $0 : nil } ?? Wide(claim.given)
    let (low, high) =
      below.approximation < above.approximation ? (below, above) : (above, below)
    let isBelow = given.compared(to: low) == RealOrder(.less)
    let isAbove = given.compared(to: high) == RealOrder(.greater)
    var isSubgradient = claim.given.isFinite && !isBelow && !isAbove
    if !isSubgradient, claim.formula == nil, claim.given.isFinite {
      // Of what is only a number, rounding is forgiven.
      let bar = Self.allowance * claim.rounding() + 4 * claim.given.ulp
      isSubgradient = claim.given >= low.approximation - bar && claim.given <= high.approximation + bar
    }
    let truth = TrueDerivative(
      slopes: below.approximation, above.approximation, errorBar: max(below.radius, above.radius),
      isProved: true)
    return CheckedDerivative(
      claim.place, mode: mode, order: order, given: claim.given, truth: truth,
      verdict: .kink(isSubgradient: isSubgradient))
  }

  /// A derivative of which nothing can be told.
  func untold(_ claim: Claim, _ reason: String) -> CheckedDerivative {
    CheckedDerivative(
      claim.place, mode: mode, order: order, given: claim.given, truth: claim.truth.asTruth,
      verdict: .cannotTell(reason))
  }
}

extension Wide {
  /// The enclosure with a double in its middle.
  var asTruth: TrueDerivative {
    let value = centre.rounded
    guard isBounded else { return TrueDerivative(value, errorBar: .infinity, isProved: true) }
    return TrueDerivative(value, errorBar: (self - Wide(value)).magnitude, isProved: true)
  }
}
