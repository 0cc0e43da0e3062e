import ChainRule

// Functions of numbers, by other formulas than the library's.
extension Reference {
  /// Formulas independent of the library's: through other functions where there are any.
  ///
  /// A function just added is its own reference until its formula stands here; its derivatives are checked against
  /// differences all the same.
  static func value(_ function: Elementwise, _ x: Double) -> Double {
    (formulas[function] ?? function.rule.value)(x)
  }

  static let formulas: [Elementwise: @Sendable (Double) -> Double] = [
    .negate: { 0 - $0 },
    .square: { $0 * $0 },
    .sqrt: { PlatformMath.power($0, 0.5) },
    .exp: { PlatformMath.power(PlatformMath.e, $0) },
    .log: { PlatformMath.logarithm2($0) * PlatformMath.ln2 },
    .abs: { max($0, -$0) },
    .sin: { sineByHalfAngle($0) },
    .cos: { 1 - 2 * PlatformMath.sine($0 / 2) * PlatformMath.sine($0 / 2) },
    .tanh: {
      (PlatformMath.power(PlatformMath.e, 2 * $0) - 1) / (PlatformMath.power(PlatformMath.e, 2 * $0) + 1)
    },
    .sigmoid: { 0.5 + 0.5 * PlatformMath.hyperbolicTangent($0 / 2) },
    .softplus: { PlatformMath.naturalLogarithm(1 + PlatformMath.power(PlatformMath.e, $0)) },
    .relu: { ($0 + max($0, -$0)) / 2 },
    .sign: { $0 == 0 ? 0 : $0 / max($0, -$0) },
    .floor: { $0 - wholeOffset($0) },
    .ceil: { $0 + wholeOffset(-$0) },
    .round: { $0 + 0.5 - wholeOffset($0 + 0.5) },
    .expm1: { 2 * PlatformMath.power(PlatformMath.e, $0 / 2) * sinh($0 / 2) },
    .log1p: { PlatformMath.logarithm2(1 + $0) * PlatformMath.ln2 },
    .tan: { PlatformMath.sine(2 * $0) / (1 + PlatformMath.cosine(2 * $0)) },
    .asin: { 2 * PlatformMath.arcTangent($0 / (1 + PlatformMath.power(1 - $0 * $0, 0.5))) },
    .acos: { 2 * PlatformMath.arcTangent(PlatformMath.power((1 - $0) / (1 + $0), 0.5)) },
    .atan: { PlatformMath.arcSine($0 / PlatformMath.power(1 + $0 * $0, 0.5)) },
    .sinh: { sinh($0) },
    .cosh: { 1 + 2 * sinh($0 / 2) * sinh($0 / 2) },
    .sech: { 1 / (1 + 2 * sinh($0 / 2) * sinh($0 / 2)) },
    .asinh: { PlatformMath.naturalLogarithm($0 + PlatformMath.power($0 * $0 + 1, 0.5)) },
    .acosh: { PlatformMath.naturalLogarithm($0 + PlatformMath.power($0 * $0 - 1, 0.5)) },
    .atanh: { PlatformMath.naturalLogarithm((1 + $0) / (1 - $0)) / 2 },
    .erf: { errorFunction($0) },
    .erfc: { 1 - errorFunction($0) },
    .logGamma: { logGamma($0) },
    .oneMinusSquare: { 1 - PlatformMath.power(max($0, -$0), 2) },
    .sigmoidSlope: { 1 / (4 + 8 * sinh($0 / 4) * sinh($0 / 4) * (2 + 2 * sinh($0 / 4) * sinh($0 / 4))) },
  ]

  /// How far a number is above the whole number below it.
  private static func wholeOffset(_ x: Double) -> Double {
    let rest = x.truncatingRemainder(dividingBy: 1)
    return rest < 0 ? rest + 1 : rest
  }

  private static func sinh(_ x: Double) -> Double {
    (PlatformMath.power(PlatformMath.e, x) - PlatformMath.power(PlatformMath.e, -x)) / 2
  }

  /// The series of positive terms, NIST DLMF §7.6.2.
  private static func errorFunction(_ x: Double) -> Double {
    var (sum, term) = (0.0, x)
    for n in 0..<80 {
      sum += term
      term *= 2 * x * x / Double(2 * n + 3)
    }
    return 2 / PlatformMath.power(Double.pi, 0.5) * PlatformMath.power(PlatformMath.e, -x * x) * sum
  }

  /// Stirling's series at x + 20, and the recurrence from there; NIST DLMF §5.11.1 and §5.5.1.
  private static func logGamma(_ x: Double) -> Double {
    let z = x + 20
    let series =
      1 / (12 * z) - 1 / (360 * z * z * z) + 1 / (1260 * PlatformMath.power(z, 5))
      - 1 / (1680 * PlatformMath.power(z, 7))
    let far = (z - 0.5) * PlatformMath.naturalLogarithm(z) - z + PlatformMath.naturalLogarithm(2 * .pi) / 2
    return far + series - PlatformMath.naturalLogarithm((0..<20).reduce(1) { $0 * (x + Double($1)) })
  }

  /// The sum Σ 1/(x + k)ⁿ⁺¹ with its tail by the Euler–Maclaurin formula; NIST DLMF §5.15.1 and §2.10.1.
  static func polygamma(_ order: Int, _ x: Double) -> Double {
    let (n, z) = (Double(order), x + 100)
    let sum = (0..<100).reduce(0) { $0 + 1 / PlatformMath.power(x + Double($1), n + 1) }
    let power = 1 / PlatformMath.power(z, n + 1)
    let curvature = (n + 1) * power / z / 12 - (n + 1) * (n + 2) * (n + 3) * power / (z * z * z) / 720
    if order == 0 { return PlatformMath.naturalLogarithm(z) - power / 2 - curvature - sum }
    let factorial = (1...order).reduce(1) { $0 * Double($1) }
    return (order.isMultiple(of: 2) ? -1 : 1) * factorial * (sum + z * power / n + power / 2 + curvature)
  }

  private static func sineByHalfAngle(_ x: Double) -> Double {
    let tangent = PlatformMath.tangentHalf(x)
    return 2 * tangent / (1 + tangent * tangent)
  }

  static func value(_ function: Arithmetic, _ x: Double, _ z: Double) -> Double {
    switch function {
    case .add: x + z
    case .subtract: x - z
    case .multiply: x * z
    case .divide: x / z
    case .power: PlatformMath.power(PlatformMath.e, z * PlatformMath.naturalLogarithm(x))
    case .maximum: (x + z + max(x - z, z - x)) / 2
    case .minimum: (x + z - max(x - z, z - x)) / 2
    case .atan2: 2 * PlatformMath.arcTangent(x / (PlatformMath.power(x * x + z * z, 0.5) + z))
    case .logAddExp:
      PlatformMath.naturalLogarithm(
        PlatformMath.power(PlatformMath.e, x) + PlatformMath.power(PlatformMath.e, z))
    }
  }

  static func holds(_ comparison: Comparison, _ x: Double, _ z: Double) -> Bool {
    switch comparison {
    case .less: x < z
    case .lessOrEqual: x <= z
    case .greater: x > z
    case .greaterOrEqual: x >= z
    case .equal: x == z
    case .notEqual: x != z
    }
  }
}
