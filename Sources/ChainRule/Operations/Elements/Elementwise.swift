import ChainRuleKernels

/// The differentiable functions of one number, applied to each element; tests sweep `allCases`.
///
/// A new function is a case, its row in `rule`, and its public function in `Elementwise+Functions.swift`.
package enum Elementwise: String, CaseIterable, PrimitiveFamily {
  case negate, square, sqrt, abs, sign, floor, ceil, round
  case exp, expm1, log, log1p, sin, cos, tan, asin, acos, atan, sinh, cosh, tanh, asinh, acosh, atanh
  case sech, erf, erfc, logGamma, oneMinusSquare, sigmoid, sigmoidSlope, softplus, relu

  /// Value, intervals where it is smooth, notation, and derivative in terms of input `x` and output `y`.
  package var rule: ElementwiseRule {
    switch self {
    case .negate:
      ElementwiseRule(smoothOn: [-2...2], notation: .minus, value: { -$0 }) { _, _ in .minusOne }
    case .square:
      ElementwiseRule(smoothOn: [-2...2], notation: .power(2), value: { $0 * $0 }) { x, _ in .factor(2 * x)
      }
    case .sqrt:
      ElementwiseRule(smoothOn: [0.2...4], notation: .root, value: { $0.squareRoot() }) { _, y in
        .divisor(2 * y)
      }
    case .exp:
      ElementwiseRule(smoothOn: [-2...2], notation: .function("exp"), value: cr_exp) { _, y in .factor(y) }
    case .expm1:
      ElementwiseRule(smoothOn: [-2...2], notation: .function("expm1"), value: cr_expm1) { x, _ in
        .factor(ChainRule.exp(x))
      }
    case .log:
      ElementwiseRule(smoothOn: [0.2...4], notation: .function("log"), value: cr_log) { x, _ in .divisor(x) }
    case .log1p:
      ElementwiseRule(smoothOn: [-0.8...4], notation: .function("log1p"), value: cr_log1p) { x, _ in
        .divisor(1 + x)
      }
    case .abs:
      ElementwiseRule(smoothOn: [0.2...4, -4 ... -0.2], notation: .bars, value: { Swift.abs($0) }) { x, _ in
        .factor((x .> 0) - (x .< 0))
      }
    case .sign:
      ElementwiseRule(
        smoothOn: [0.2...4, -4 ... -0.2], notation: .function("sign"),
        value: { $0 > 0 ? 1 : $0 < 0 ? -1 : $0 }
      ) { _, _ in .zero }
    case .floor:
      ElementwiseRule(smoothOn: [0.2...0.8, -1.8 ... -1.2], notation: .floor, value: { $0.rounded(.down) }) {
        _, _ in
        .zero
      }
    case .ceil:
      ElementwiseRule(smoothOn: [0.2...0.8, -1.8 ... -1.2], notation: .ceiling, value: { $0.rounded(.up) }) {
        _, _ in
        .zero
      }
    case .round:
      ElementwiseRule(smoothOn: [-0.4...0.4, 0.6...1.4], notation: .function("round"), value: cr_nearbyint) {
        _, _ in
        .zero
      }
    case .sin:
      ElementwiseRule(smoothOn: [-3...3], notation: .function("sin"), value: cr_sin) { x, _ in
        .factor(ChainRule.cos(x))
      }
    case .cos:
      ElementwiseRule(smoothOn: [-3...3], notation: .function("cos"), value: cr_cos) { x, _ in
        .factor(-ChainRule.sin(x))
      }
    case .tan:
      ElementwiseRule(smoothOn: [-1.2...1.2], notation: .function("tan"), value: cr_tan) { _, y in
        .factor(1 + squared(y))
      }
    case .asin:
      ElementwiseRule(smoothOn: [-0.9...0.9], notation: .function("arcsin"), value: cr_asin) { x, _ in
        .divisor(ChainRule.sqrt(ChainRule.oneMinusSquare(x)))
      }
    case .acos:
      ElementwiseRule(smoothOn: [-0.9...0.9], notation: .function("arccos"), value: cr_acos) { x, _ in
        .divisor(-ChainRule.sqrt(ChainRule.oneMinusSquare(x)))
      }
    case .atan:
      ElementwiseRule(smoothOn: [-3...3], notation: .function("arctan"), value: cr_atan) { x, _ in
        .divisor(1 + squared(x))
      }
    case .sinh:
      ElementwiseRule(smoothOn: [-2...2], notation: .function("sinh"), value: cr_sinh) { x, _ in
        .factor(ChainRule.cosh(x))
      }
    case .cosh:
      ElementwiseRule(smoothOn: [-2...2], notation: .function("cosh"), value: cr_cosh) { x, _ in
        .factor(ChainRule.sinh(x))
      }
    case .tanh:
      ElementwiseRule(smoothOn: [-3...3], notation: .function("tanh"), value: cr_tanh) { x, _ in
        .factor(squared(ChainRule.sech(x)))
      }
    case .sech:
      ElementwiseRule(smoothOn: [-3...3], notation: .function("sech"), value: hyperbolicSecant) { x, y in
        .factor(-(y * ChainRule.tanh(x)))
      }
    case .asinh:
      ElementwiseRule(smoothOn: [-3...3], notation: .function("arsinh"), value: cr_asinh) { x, y in
        // √(1 + x²), which would overflow, is cosh of the result.
        .divisor(ChainRule.cosh(y))
      }
    case .acosh:
      ElementwiseRule(smoothOn: [1.2...4], notation: .function("arcosh"), value: cr_acosh) { x, y in
        .divisor(ChainRule.sqrt(x - 1) * ChainRule.sqrt(x + 1))
      }
    case .atanh:
      ElementwiseRule(smoothOn: [-0.8...0.8], notation: .function("artanh"), value: cr_atanh) { x, _ in
        .divisor(ChainRule.oneMinusSquare(x))
      }
    case .erf:
      ElementwiseRule(smoothOn: [-2...2], notation: .function("erf"), value: cr_erf) { x, _ in
        .factor(twoOverRootPi * ChainRule.exp(-squared(x)))
      }
    case .erfc:
      ElementwiseRule(smoothOn: [-2...2], notation: .function("erfc"), value: cr_erfc) { x, _ in
        .factor(-twoOverRootPi * ChainRule.exp(-squared(x)))
      }
    case .logGamma:
      ElementwiseRule(smoothOn: [0.3...4], notation: .function("logΓ"), value: cr_lgamma) { x, _ in
        .factor(digamma(x))
      }
    case .oneMinusSquare:
      ElementwiseRule(smoothOn: [-2...2], notation: .oneMinusPower(2), value: { (1 - $0) * (1 + $0) }) {
        x, _ in
        .factor(-2 * x)
      }
    case .sigmoid:
      ElementwiseRule(smoothOn: [-3...3], notation: .function("σ"), value: logistic) { x, _ in
        .factor(ChainRule.sigmoidSlope(x))
      }
    case .sigmoidSlope:
      ElementwiseRule(smoothOn: [-3...3], notation: .function("σ′"), value: logisticSlope) { x, y in
        .factor(-(y * ChainRule.tanh(0.5 * x)))
      }
    case .softplus:
      ElementwiseRule(smoothOn: [-3...3], notation: .function("softplus"), value: logOnePlusExp) { x, _ in
        .factor(ChainRule.sigmoid(x))
      }
    case .relu:
      ElementwiseRule(
        smoothOn: [0.2...4, -4 ... -0.2], notation: .function("relu"), value: { $0 < 0 ? 0 : $0 }
      ) { x, _ in .factor(x .> 0) }
    }
  }
}

/// 2/√π, to the last digit.
private let twoOverRootPi = 1.1283791670955126

/// 1/(1 + e⁻ˣ), never through an overflowing power.
private func logistic(_ x: Double) -> Double {
  let power = cr_exp(-Swift.abs(x))
  return x < 0 ? power / (1 + power) : 1 / (1 + power)
}

/// 1/(1 + e⁻ˣ) · 1/(1 + eˣ), never through an overflowing power.
private func logisticSlope(_ x: Double) -> Double {
  let power = cr_exp(-Swift.abs(x))
  return power / ((1 + power) * (1 + power))
}

/// 2/(eˣ + e⁻ˣ), never through an overflowing power.
private func hyperbolicSecant(_ x: Double) -> Double {
  let power = cr_exp(-Swift.abs(x))
  return 2 * power / (1 + power * power)
}

/// log(1 + eˣ), never through an overflowing power.
private func logOnePlusExp(_ x: Double) -> Double {
  (x < 0 ? 0 : x) + cr_log1p(cr_exp(-Swift.abs(x)))
}
