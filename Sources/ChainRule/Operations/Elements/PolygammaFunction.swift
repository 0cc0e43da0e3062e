import ChainRuleKernels

/// The polygamma functions ψ⁽ⁿ⁾(x), the derivatives of order n + 1 of log Γ(x), for real x.
///
/// Small positive arguments are raised to where the asymptotic series holds, by ψ⁽ⁿ⁾(x) = ψ⁽ⁿ⁾(x + 1) − (−1)ⁿ n! / xⁿ⁺¹;
/// negative ones are reflected.
///
/// - Source: NIST DLMF §5.5, §5.11 and §5.15.
package enum PolygammaFunction {
  /// ψ⁽ⁿ⁾ at `x`; not a number at the poles 0, −1, −2, … where the sides differ in sign, else infinite there.
  package static func value(order n: Int, at x: Double) -> Double {
    if x.isNaN || n < 0 { return .nan }
    if x == .infinity { return n == 0 ? .infinity : 0 }
    if x == -.infinity { return .nan }
    if x <= 0 {
      if x.rounded() == x { return n.isMultiple(of: 2) ? .nan : .infinity }
      if n < 20 { return reflected(n, x) }
      // The coefficients of the reflection would overflow. Of poles so far to the left nothing is left at this order.
      let start = x + Swift.max(0, -x.rounded(.up) - 16)
      return (n.isMultiple(of: 2) ? -1 : 1) * sum(n, start)
    }
    // The sign of the series: + for odd orders; digamma has its own.
    return n == 0 ? digamma(x) : (n.isMultiple(of: 2) ? -1 : 1) * sum(n, x)
  }

  /// Σ of the steps down to `x` and log z − 1/2z − Σ B₂ₖ/(2k z²ᵏ) at the raised argument z.
  private static func digamma(_ x: Double) -> Double {
    var (z, steps) = (x, 0.0)
    while z < 16 {
      steps += 1 / z
      z += 1
    }
    let inverse = 1 / (z * z)
    var (series, power) = (0.0, inverse)
    for (index, bernoulli) in bernoulli.enumerated() {
      series += bernoulli / Double(2 * (index + 1)) * power
      power *= inverse
    }
    return (cr_log(z) - steps) - 0.5 / z - series
  }

  /// n! Σ 1/(x + k)ⁿ⁺¹ for n ≥ 1, which is |ψ⁽ⁿ⁾(x)| for x > 0.
  ///
  /// Every term is positive there, so nothing cancels.
  private static func sum(_ n: Int, _ x: Double) -> Double {
    let order = Double(n)
    // Factors n! and powers are kept together, so that neither overflows where the quotient does not.
    func term(_ z: Double) -> Double {
      var result = 1 / z
      for k in 1...n { result *= Double(k) / z }
      return result
    }
    var (z, steps) = (x, 0.0)
    while z < 16 + order {
      steps += term(z)
      z += 1
    }
    // (n − 1)!/zⁿ (1 + n/2z + Σ B₂ₖ (n + 1)…(n + 2k − 1) n/((2k)! z²ᵏ))
    let inverse = 1 / (z * z)
    var (series, coefficient) = (1 + order / (2 * z), order * (order + 1) / 2 * inverse)
    for (index, bernoulli) in bernoulli.enumerated() {
      series += bernoulli * coefficient
      let k = Double(2 * (index + 1))
      coefficient *= (order + k) * (order + k + 1) / ((k + 1) * (k + 2)) * inverse
    }
    // (n − 1)!/zⁿ, without the 1/zⁿ⁺¹ of a term, which may underflow.
    let leading = (1..<n).reduce(1 / z) { $0 * (Double($1) / z) }
    return steps + leading * series
  }

  /// (−1)ⁿ ψ⁽ⁿ⁾(1 − x) − π dⁿ/dxⁿ cot πx; the n-th derivative of the cotangent is a polynomial in it.
  private static func reflected(_ n: Int, _ x: Double) -> Double {
    // The cotangent of πx has period 1: what is left of the nearest integer is exact, and so is its distance from ½,
    // where the cotangent is 0.
    let rest = x - x.rounded()
    let isSteep = rest.magnitude <= 0.25
    let beside = cr_tan(.pi * (0.5 - rest.magnitude))
    let cotangent = isSteep ? 1 / cr_tan(.pi * rest) : rest < 0 ? -beside : beside
    // d/dx p(c) = −π (1 + c²) p'(c), from p = c on.
    var polynomial = [0.0, 1]
    for _ in 0..<n {
      var next = Array(repeating: 0.0, count: polynomial.count + 1)
      for (power, coefficient) in polynomial.enumerated().dropFirst() {
        let slope = -Double(power) * coefficient * .pi
        next[power - 1] += slope
        next[power + 1] += slope
      }
      polynomial = next
    }
    let derivative = polynomial.reversed().reduce(0) { $0 * cotangent + $1 }
    return (n.isMultiple(of: 2) ? 1 : -1) * value(order: n, at: 1 - x) - .pi * derivative
  }

  /// B₂, B₄, …, B₂₀.
  private static let bernoulli: [Double] = [
    1.0 / 6, -1.0 / 30, 1.0 / 42, -1.0 / 30, 5.0 / 66, -691.0 / 2730, 7.0 / 6, -3617.0 / 510, 43867.0 / 798,
    -174611.0 / 330,
  ]
}
