import ChainRuleKernels

/// The differentiable functions of one number, applied to each element; tests sweep `allCases`.
///
/// A new function is a case, its row in `rule`, and its public function in `Elementwise+Functions.swift`.
package enum Elementwise: String, CaseIterable, PrimitiveFamily {
  case negate, square, sqrt, abs, sign, floor, ceil, round
  case exp, expm1, log, log1p, sin, cos, tan, asin, acos, atan, sinh, cosh, tanh, asinh, acosh, atanh
  case sech, erf, erfc, logGamma, oneMinusSquare, sigmoid, sigmoidSlope, softplus, relu

  /// The row of this function.
  package var rule: ElementwiseRule { .row(of: self) }
}

extension ElementwiseRule {
  /// Notation, intervals on which the function is smooth, value, and derivative in terms of input `x` and output `y`.
  ///
  /// In here names are those of the functions: in the enum itself they would be those of its cases.
  static func row(of function: Elementwise) -> ElementwiseRule {
    switch function {
    case .negate: .written(.minus, on: -2...2, { -$0 }) { _, _ in .minusOne }
    case .square: .written(.power(2), on: -2...2, { $0 * $0 }) { x, _ in .factor(2 * x) }
    case .sqrt: .written(.root, on: 0.2...4, { $0.squareRoot() }) { _, y in .divisor(2 * y) }
    case .exp: .function("exp", on: -2...2, cr_exp) { _, y in .factor(y) }
    case .expm1: .function("expm1", on: -2...2, cr_expm1) { x, _ in .factor(exp(x)) }
    case .log: .function("log", on: 0.2...4, cr_log) { x, _ in .divisor(x) }
    case .log1p: .function("log1p", on: -0.8...4, cr_log1p) { x, _ in .divisor(1 + x) }
    case .abs:
      .written(.bars, on: 0.2...4, and: -4 ... -0.2, { Swift.abs($0) }) { x, _ in .factor((x .> 0) - (x .< 0))
      }
    case .sign:
      .function("sign", on: 0.2...4, and: -4 ... -0.2, { $0 > 0 ? 1 : $0 < 0 ? -1 : $0 }) { _, _ in .zero }
    case .floor: .written(.floor, on: 0.2...0.8, and: -1.8 ... -1.2, { $0.rounded(.down) }) { _, _ in .zero }
    case .ceil: .written(.ceiling, on: 0.2...0.8, and: -1.8 ... -1.2, { $0.rounded(.up) }) { _, _ in .zero }
    case .round: .function("round", on: -0.4...0.4, and: 0.6...1.4, cr_nearbyint) { _, _ in .zero }
    case .sin: .function("sin", on: -3...3, cr_sin) { x, _ in .factor(cos(x)) }
    case .cos: .function("cos", on: -3...3, cr_cos) { x, _ in .factor(-sin(x)) }
    case .tan: .function("tan", on: -1.2...1.2, cr_tan) { _, y in .factor(1 + squared(y)) }
    case .asin: .function("arcsin", on: -0.9...0.9, cr_asin) { x, _ in .divisor(sqrt(oneMinusSquare(x))) }
    case .acos: .function("arccos", on: -0.9...0.9, cr_acos) { x, _ in .divisor(-sqrt(oneMinusSquare(x))) }
    case .atan: .function("arctan", on: -3...3, cr_atan) { x, _ in reciprocalOfOnePlusSquare(x) }
    case .sinh: .function("sinh", on: -2...2, cr_sinh) { x, _ in .factor(cosh(x)) }
    case .cosh: .function("cosh", on: -2...2, cr_cosh) { x, _ in .factor(sinh(x)) }
    case .tanh: .function("tanh", on: -3...3, cr_tanh) { x, _ in .factor(squared(sech(x))) }
    case .sech: .function("sech", on: -3...3, hyperbolicSecant) { x, y in .factor(-(y * tanh(x))) }
    case .asinh: .function("arsinh", on: -3...3, cr_asinh) { x, _ in .divisor(rootOfOnePlusSquare(x)) }
    case .acosh: .function("arcosh", on: 1.2...4, cr_acosh) { x, _ in .divisor(sqrt(x - 1) * sqrt(x + 1)) }
    case .atanh: .function("artanh", on: -0.8...0.8, cr_atanh) { x, _ in .divisor(oneMinusSquare(x)) }
    case .erf: .function("erf", on: -2...2, cr_erf) { x, _ in .factor(bell(x)) }
    case .erfc: .function("erfc", on: -2...2, cr_erfc) { x, _ in .factor(-bell(x)) }
    case .logGamma: .function("logΓ", on: 0.3...4, cr_lgamma) { x, _ in .factor(digamma(x)) }
    case .oneMinusSquare:
      .written(.oneMinusPower(2), on: -2...2, { (1 - $0) * (1 + $0) }) { x, _ in .factor(-2 * x) }
    case .sigmoid: .function("σ", on: -3...3, logistic) { x, _ in .factor(sigmoidSlope(x)) }
    case .sigmoidSlope: .function("σ′", on: -3...3, logisticSlope) { x, y in .factor(-(y * tanh(0.5 * x))) }
    case .softplus: .function("softplus", on: -3...3, logOnePlusExp) { x, _ in .factor(sigmoid(x)) }
    case .relu:
      .function("relu", on: 0.2...4, and: -4 ... -0.2, { $0 < 0 ? 0 : $0 }) { x, _ in .choice(wins: x .> 0) }
    }
  }
}

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
