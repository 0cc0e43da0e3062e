internal import ChainRule

// Sines, cosines and arcs.
//
// With u = 2⁻⁵³: x = kπ/2 + r, |r| ≤ 0.79. Four parts of π/2 are taken off, whose products with k are exact; the sums
// have errors of 3u² of what they give, which after the first is k · 2⁻⁵³ and r: so r is off by 6u²(|r| + |k| 2⁻⁵³)
// at most. Horner's scheme in r² has a relative error of 20u². An arc takes one step on tan y = x from the platform's
// value, whose error is that of sine and cosine there, 36u², and that of 1/x where x is above 1. `elementaryError`
// and `|k| · 2⁻¹⁵⁶` bound them.
extension DoubleDouble {
  private static let halfPi = [
    0x1.921fb54442d18p+0, 0x1.1a62633145c07p-54, -0x1.f1976b7ed8fbcp-110, 0x1.4cf98e804177dp-164,
  ]
  /// Beyond this no multiple of π/2 is taken off exactly enough.
  static let greatestAngle = 0x1p30

  /// Quarter turns, and the rest.
  private func reducedByQuarterTurns() -> (turns: Double, rest: DoubleDouble) {
    let turns = (high / Self.halfPi[0]).rounded()
    if turns == 0 { return (0, self) }
    return (turns, Self.halfPi.reduce(self) { $0 - DoubleDouble(product: turns, $1) })
  }

  private static let sineSeries = stride(from: 1, through: 31, by: 2).map { signed($0) }
  private static let cosineSeries = stride(from: 0, through: 32, by: 2).map { signed($0) }

  private static func signed(_ n: Int) -> DoubleDouble {
    n / 2 % 2 == 0 ? inverseFactorials[n] : -inverseFactorials[n]
  }

  private var sineNearZero: DoubleDouble { self * (self * self).polynomial(Self.sineSeries, wide: 10) }
  private var cosineNearZero: DoubleDouble { (self * self).polynomial(Self.cosineSeries, wide: 11) }

  /// The sine after some quarter turns more, and a bound of its error.
  func sine(turnedBy further: Int) -> (value: DoubleDouble, error: Double) {
    guard Swift.abs(high) <= Self.greatestAngle else {
      return (DoubleDouble(high.isFinite ? 0 : .nan), high.isFinite ? 1 : .infinity)
    }
    let (turns, rest) = reducedByQuarterTurns()
    let quarter = (Int(turns) + further) & 3
    let value = quarter & 1 == 0 ? rest.sineNearZero : rest.cosineNearZero
    let error = Self.elementaryError * Swift.abs(value.high) + Swift.abs(turns) * 0x1p-156
    return (quarter < 2 ? value : -value, error)
  }

  func arcTangent() -> DoubleDouble {
    if high.isNaN || high == 0 { return self }
    if Swift.abs(high) > 1 {
      let quarter = RealConstant.pi.value.times(0.5)
      return (high > 0 ? quarter : -quarter) - (DoubleDouble(1) / self).arcTangent()
    }
    let start = DoubleDouble(platformAtan(high))
    let (sine, cosine) = (start.sineNearZero, start.cosineNearZero)
    // The tangent of what is missing; its cube is below 10⁻⁴⁶.
    return start + (self * cosine - sine) / (cosine + self * sine)
  }
}
