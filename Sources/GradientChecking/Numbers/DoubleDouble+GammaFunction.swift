internal import ChainRule

// The logarithm of the gamma function, and its derivatives.
//
// With u = 2⁻⁵³. From 1.5 to 2.5 the series log Γ(2 + z) = (1 − γ)z + Σ (ζ(k) − 1)(−z)^k/k (DLMF 5.7.3), |z| ≤ ½, has
// a relative error of 40u²; its derivative is a series as well. The recurrence leads from there to other arguments:
// with one logarithm of a product of m factors, off by 9mu², which is less than 100u² of the result up to 40; from
// there on Stirling's series (DLMF 5.11.1), of which the first term left out bounds what is left (5.11(ii)). Below 0
// the reflection, whose two terms may cancel: so the bounds are relative to the greatest term.
extension DoubleDouble {
  /// B₂, B₄, … B₂₈ as fractions.
  ///
  /// - Source: NIST DLMF, Table 24.2.3.
  static let bernoulliNumbers: [DoubleDouble] = [
    (1, 6), (-1, 30), (1, 42), (-1, 30), (5, 66), (-691, 2730), (7, 6), (-3617, 510), (43867, 798),
    (-174_611, 330), (854_513, 138), (-236_364_091, 2730), (8_553_103, 6), (-23_749_461_029, 870),
  ].map { DoubleDouble($0.0) / DoubleDouble($0.1) }

  private static let oneMinusGamma = DoubleDouble(0x1.b0ee6072093cep-2, 0x1.6cb90701fbfabp-58)
  private static let halfLogOfTwoPi = DoubleDouble(0x1.d67f1c864beb5p-1, -0x1.65b5a1b7ff5dfp-55)

  /// The coefficients of ψ(2 + z): 1 − γ, and ±(ζ(k) − 1) from k = 2 on.
  private static let digammaSeries: [DoubleDouble] =
    [oneMinusGamma]
    + (2...60).map { k in
      let zeta = DoubleDouble(2).hurwitzZeta(k).value
      return k % 2 == 0 ? zeta : -zeta
    }

  /// The coefficients of log Γ(2 + z)/z.
  private static let logGammaSeries: [DoubleDouble] =
    digammaSeries.enumerated().map { $1 / DoubleDouble(Double($0 + 1)) }

  private var less2: DoubleDouble { self - DoubleDouble(2) }
  /// log Γ from 1.5 to 2.5.
  private var logGammaNear2: DoubleDouble { less2 * less2.polynomial(Self.logGammaSeries, wide: 28) }
  private var digammaNear2: DoubleDouble { less2.polynomial(Self.digammaSeries, wide: 30) }

  /// How many steps lead down to between 1.5 and 2.5.
  private var stepsTo2: Int { Int((high - 2).rounded()) }

  /// log |Γ(x)|, and a bound of the error.
  func logGamma() -> (value: DoubleDouble, error: Double) {
    if high.isNaN { return (self, .infinity) }
    if high <= 0 && high == high.rounded() && low == 0 { return (DoubleDouble(.infinity), .infinity) }
    if high < 0 { return reflectedLogGamma() }
    let value: DoubleDouble
    switch high {
    case ..<0.5: value = (self + DoubleDouble(2)).logGammaNear2 - logarithmOfOnePlus() - logarithm()
    case ..<1.5:
      let above = self - DoubleDouble(1)
      value = (self + DoubleDouble(1)).logGammaNear2 - above.logarithmOfOnePlus()
    case ..<40:
      let steps = stepsTo2
      let factors = stride(from: 1, through: steps, by: 1).map { self - DoubleDouble(Double($0)) }
      let base = (self - DoubleDouble(Double(steps))).logGammaNear2
      value = steps <= 0 ? logGammaNear2 : base + factors.dropFirst().reduce(factors[0], *).logarithm()
    default: value = stirling()
    }
    return (value, 0x1p-98 * Swift.abs(value.high))
  }

  /// Stirling's series for x from 40 on.
  private func stirling() -> DoubleDouble {
    let inverse = DoubleDouble(1) / self
    let square = inverse * inverse
    var (sum, power) = (DoubleDouble(0), inverse)
    for (n, bernoulli) in Self.bernoulliNumbers.enumerated() {
      let k = Double(2 * n + 2)
      sum = sum + bernoulli / DoubleDouble(k * (k - 1)) * power
      power = power * square
    }
    return (self - DoubleDouble(0.5)) * logarithm() - self + Self.halfLogOfTwoPi + sum
  }

  /// The sine and cosine of πx, from the nearest whole number on, and which one that is.
  private var halfTurns: (sine: DoubleDouble, cosine: DoubleDouble) {
    let angle = RealConstant.pi.value * (self - DoubleDouble(high.rounded()))
    return (angle.sine(turnedBy: 0).value, angle.sine(turnedBy: 1).value)
  }

  /// - Source: NIST DLMF 5.5.3.
  private func reflectedLogGamma() -> (value: DoubleDouble, error: Double) {
    let sine = halfTurns.sine
    let ratio = (RealConstant.pi.value / (sine.high < 0 ? -sine : sine)).logarithm()
    let (other, error) = (DoubleDouble(1) - self).logGamma()
    let size = Swift.abs(ratio.high) + 1 + Swift.abs(high) * Swift.abs(other.high)
    return (ratio - other, error + 0x1p-98 * size)
  }

  /// ψ(x), and a bound of the error: near its zeros the terms cancel.
  func digamma() -> (value: DoubleDouble, error: Double) {
    if high.isNaN || high <= 0 && high == high.rounded() && low == 0 {
      return (DoubleDouble(.nan), .infinity)
    }
    let value: DoubleDouble
    var size = 1.0
    switch high {
    case ..<0:
      let (sine, cosine) = halfTurns
      let cotangent = RealConstant.pi.value * cosine / sine
      let (other, error) = (DoubleDouble(1) - self).digamma()
      return (other - cotangent, error + 0x1p-98 * (Swift.abs(cotangent.high) + 1))
    case ..<0.5:
      let inverse = DoubleDouble(1) / self
      size += inverse.high
      value = (self + DoubleDouble(2)).digammaNear2 - DoubleDouble(1) / (self + DoubleDouble(1)) - inverse
    case ..<1.5: value = (self + DoubleDouble(1)).digammaNear2 - DoubleDouble(1) / self
    case ..<40:
      let steps = stepsTo2
      var sum = DoubleDouble(0)
      for step in stride(from: 1, through: steps, by: 1) {
        sum = sum + DoubleDouble(1) / (self - DoubleDouble(Double(step)))
      }
      value = (self - DoubleDouble(Double(steps))).digammaNear2 + sum
    default: value = asymptoticDigamma()
    }
    return (value, 0x1p-98 * (Swift.abs(value.high) + size))
  }

  /// - Source: NIST DLMF 5.11.2.
  private func asymptoticDigamma() -> DoubleDouble {
    let inverse = DoubleDouble(1) / self
    let square = inverse * inverse
    var (sum, power) = (DoubleDouble(0), square)
    for (n, bernoulli) in Self.bernoulliNumbers.enumerated() {
      sum = sum + bernoulli / DoubleDouble(Double(2 * n + 2)) * power
      power = power * square
    }
    return logarithm() - inverse.times(0.5) - sum
  }

  /// The digamma function's derivative of an order, and a bound of the error.
  ///
  /// It is ±n! Σ 1/(x + k)^(n + 1) (DLMF 5.15.1), on both sides of 0. A power is off by 9nu², the factorial by 6nu².
  func polygamma(_ order: Int) -> (value: DoubleDouble, error: Double) {
    if order == 0 { return digamma() }
    let isPole = high <= 0 && high == high.rounded() && low == 0
    guard high.isFinite, !isPole, high > -0x1p12 else { return (DoubleDouble(.nan), .infinity) }
    let factorial = stride(from: 2, through: order, by: 1).reduce(DoubleDouble(1)) {
      $0 * DoubleDouble(Double($1))
    }
    let (sum, size) = hurwitzZeta(order + 1)
    let value = factorial * sum
    let error = 0x1p-102 * Double(order + 8) * factorial.high * size
    return (order % 2 == 0 ? -value : value, error)
  }

  /// Σ 1/(x + k)^s over k from 0 on, for a whole s above 1, and the sum of the magnitudes.
  ///
  /// Terms are added one by one up to where the formula of Euler and Maclaurin takes over; the first of its terms
  /// that is left out bounds what is left.
  ///
  /// - Source: NIST DLMF 25.11.5, 2.10(i).
  func hurwitzZeta(_ s: Int) -> (value: DoubleDouble, size: Double) {
    let steps = Swift.max(0, Int((Double(34 + s) - high).rounded(.up)))
    let far = self + DoubleDouble(Double(steps))
    let inverse = DoubleDouble(1) / far
    // x^(1 − s), the leading term but for a factor.
    let leading = inverse.raised(to: s - 1)
    var sum = DoubleDouble(0)
    // s (s + 1) … (s + 2j − 2)/(2j)! · x^(1 − s − 2j)
    var factor = leading * inverse * inverse * DoubleDouble(Double(s)).times(0.5)
    for (n, bernoulli) in Self.bernoulliNumbers.enumerated() {
      sum = sum + bernoulli * factor
      let j = Double(2 * n + 2)
      let ratio = DoubleDouble((Double(s) + j - 1) * (Double(s) + j)) / DoubleDouble((j + 1) * (j + 2))
      factor = factor * ratio * inverse * inverse
    }
    sum = leading / DoubleDouble(Double(s - 1)) + (leading * inverse).times(0.5) + sum
    var size = sum.high
    for step in stride(from: steps - 1, through: 0, by: -1) {
      let term = (DoubleDouble(1) / (self + DoubleDouble(Double(step)))).raised(to: s)
      sum = sum + term
      size += Swift.abs(term.high)
    }
    return (sum, size)
  }

  private func raised(to exponent: Int) -> DoubleDouble {
    var (power, square, left) = (DoubleDouble(1), self, exponent)
    while left > 0 {
      if left & 1 == 1 { power = power * square }
      left >>= 1
      if left > 0 { square = square * square }
    }
    return power
  }
}
