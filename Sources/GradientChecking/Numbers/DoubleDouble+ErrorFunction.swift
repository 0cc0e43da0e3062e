internal import ChainRule

// The error function and its complement.
//
// With u = 2⁻⁵³: below 1, erf x is 2/√π · e^(−x²) · x Σ (2x²)ⁿ/(2n + 1)!!, of which all terms have one sign (DLMF
// 7.6.2); x² is taken exactly in the exponent, and enters the series with 5u², which it passes on less than once:
// 60u² in all. From 1 on, erfc x is e^(−x²)/√π over a continued fraction (DLMF 7.9.2) whose levels each pass on less
// than 0.44 of their error: 50u². Where one is 1 less the other, they cancel by a factor of 5.4 at most, below 1:
// 330u². `errorFunctionError` is 512u².
extension DoubleDouble {
  /// A bound of the relative error of both functions.
  static let errorFunctionError = 0x1p-97

  /// The coefficients 2ⁿ/(2n + 1)!! of the series.
  private static let series: [DoubleDouble] = {
    var coefficient = DoubleDouble(1)
    return (0...40).map { n in
      if n > 0 { coefficient = coefficient.times(2) / DoubleDouble(Double(2 * n + 1)) }
      return coefficient
    }
  }()

  /// 2/√π · e^(−x²), with the exponent exact to the last part.
  private var bell: DoubleDouble {
    let square = DoubleDouble(product: high, high)
    let rest = DoubleDouble(product: high, low).times(2) + DoubleDouble(product: low, low)
    let correction = DoubleDouble(1) - rest + rest * rest.times(0.5)
    return RealConstant.twoOverRootPi.value * (-square).exponential() * correction
  }

  private func errorFunctionNearZero() -> DoubleDouble {
    bell * self * (self * self).polynomial(Self.series, wide: 24)
  }

  /// erfc x for x from 1 on.
  ///
  /// The remainder after n levels falls as e^(−2x√(2n)); the tail that starts it is the fixed point of its level.
  private func complementFarOut() -> DoubleDouble {
    let levels = Int(800 / (high * high)) + 24
    var tail = DoubleDouble(high / 2 + (high * high / 4 + Double(levels) / 2).squareRoot())
    for level in stride(from: levels, through: 1, by: -1) {
      tail = self + DoubleDouble(Double(level) / 2) / tail
    }
    return bell.times(0.5) / tail
  }

  func errorFunction() -> DoubleDouble {
    if high.isNaN { return self }
    if Swift.abs(high) < 1 { return errorFunctionNearZero() }
    if high < 0 { return -(-self).errorFunction() }
    return high > 9 ? DoubleDouble(1) : DoubleDouble(1) - complementFarOut()
  }

  func complementOfErrorFunction() -> DoubleDouble {
    if high.isNaN { return self }
    if high < 1 { return DoubleDouble(1) - errorFunction() }
    return high > 27.3 ? DoubleDouble(0) : complementFarOut()
  }
}
