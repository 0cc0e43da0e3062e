package import ChainRule

extension DoubleDouble {
  /// A function, and a bound of its absolute error, which is derived where the function is computed.
  package func value(of function: RealFunction) -> (value: DoubleDouble, error: Double) {
    func relative(_ value: DoubleDouble, _ error: Double) -> (DoubleDouble, Double) {
      (value, error * Swift.abs(value.high))
    }
    switch function {
    case .squareRoot: return relative(scaledSquareRoot(), Self.roundoff)
    case .exp: return relative(exponential(), Self.elementaryError)
    case .expm1: return relative(exponentialMinusOne(), Self.elementaryError)
    case .log: return relative(logarithm(), Self.elementaryError)
    case .log1p: return relative(logarithmOfOnePlus(), Self.elementaryError)
    case .sin: return sine(turnedBy: 0)
    case .cos: return sine(turnedBy: 1)
    case .atan: return relative(arcTangent(), Self.elementaryError)
    case .erf: return relative(errorFunction(), Self.errorFunctionError)
    case .erfc: return relative(complementOfErrorFunction(), Self.errorFunctionError)
    case .logGamma: return logGamma()
    case .polygamma(let order): return polygamma(order)
    }
  }

  /// The root by way of a number whose square loses nothing to underflow.
  private func scaledSquareRoot() -> DoubleDouble {
    if high == 0 || high > 0x1p-900 { return squareRoot() }
    return scaled(byPowerOfTwo: 600).squareRoot().scaled(byPowerOfTwo: -300)
  }
}
