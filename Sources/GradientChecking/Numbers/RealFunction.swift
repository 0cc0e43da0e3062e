package import ChainRule

/// The functions of one real number of which all others are composed, each with the derivative that calculus gives it.
package enum RealFunction: Hashable, Sendable {
  case squareRoot, exp, expm1, log, log1p, sin, cos, atan, erf, erfc, logGamma
  /// Order 0 is the digamma function, order n its n-th derivative.
  case polygamma(Int)

  /// The derivative at `x`, where the function has the value `y`.
  ///
  /// - Source: NIST DLMF §4.7, §4.20, §4.24, §7.1, §5.2, §5.15.
  package func slope<Number: RealNumber>(at x: Number, value y: Number) -> Number {
    let one = Number(1)
    switch self {
    case .squareRoot: return one / (y + y)
    case .exp: return y
    case .expm1: return x.applying(.exp)
    case .log: return one / x
    case .log1p: return one / (one + x)
    case .sin: return x.applying(.cos)
    case .cos: return -x.applying(.sin)
    case .atan: return one / (one + x * x)
    case .erf: return Number(real: .twoOverRootPi) * (-(x * x)).applying(.exp)
    case .erfc: return -(Number(real: .twoOverRootPi) * (-(x * x)).applying(.exp))
    case .logGamma: return x.applying(.polygamma(0))
    case .polygamma(let order): return x.applying(.polygamma(order + 1))
    }
  }
}

/// The numbers that functions are made of and that no double is.
package enum RealConstant: Sendable {
  case pi, twoOverRootPi

  /// The constant to 32 digits.
  package var value: DoubleDouble {
    switch self {
    case .pi: DoubleDouble(0x1.921fb54442d18p+1, 0x1.1a62633145c07p-53)
    case .twoOverRootPi: DoubleDouble(0x1.20dd750429b6dp+0, 0x1.1ae3a914fed80p-56)
    }
  }
}
