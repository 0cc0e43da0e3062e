import ChainRuleKernels

/// The differentiable functions of one number, applied to each element; tests sweep `allCases`.
///
/// A new function is a case, its row in `rule`, and its public function below.
package enum Elementwise: String, CaseIterable, PrimitiveFamily {
  case negate, square, sqrt, exp, log, abs, sin, cos, tanh, sigmoid, softplus, relu

  /// Value, intervals where it is smooth, notation, and derivative in terms of input `x` and output `y`.
  package var rule: ElementwiseRule {
    switch self {
    case .negate:
      ElementwiseRule(smoothOn: -2...2, notation: .minus, value: { -$0 }) { _, _ in .minusOne }
    case .square:
      ElementwiseRule(smoothOn: -2...2, notation: .power("2"), value: { $0 * $0 }) { x, _ in .factor(2 * x) }
    case .sqrt:
      ElementwiseRule(smoothOn: 0.2...4, notation: .root, value: { $0.squareRoot() }) { _, y in
        .divisor(2 * y)
      }
    case .exp:
      ElementwiseRule(smoothOn: -2...2, notation: .function("exp"), value: cr_exp) { _, y in .factor(y) }
    case .log:
      ElementwiseRule(smoothOn: 0.2...4, notation: .function("log"), value: cr_log) { x, _ in .divisor(x) }
    case .abs:
      ElementwiseRule(smoothOn: 0.2...4, -4 ... -0.2, notation: .bars, value: { Swift.abs($0) }) { x, _ in
        .factor((x .> 0) - (x .< 0))
      }
    case .sin:
      ElementwiseRule(smoothOn: -3...3, notation: .function("sin"), value: cr_sin) { x, _ in
        .factor(ChainRule.cos(x))
      }
    case .cos:
      ElementwiseRule(smoothOn: -3...3, notation: .function("cos"), value: cr_cos) { x, _ in
        .factor(-ChainRule.sin(x))
      }
    case .tanh:
      ElementwiseRule(smoothOn: -3...3, notation: .function("tanh"), value: cr_tanh) { x, _ in
        .factor(4 * (ChainRule.sigmoid(2 * x) * ChainRule.sigmoid(-2 * x)))
      }
    case .sigmoid:
      ElementwiseRule(smoothOn: -3...3, notation: .function("σ"), value: logistic) { x, y in
        .factor(y * ChainRule.sigmoid(-x))
      }
    case .softplus:
      ElementwiseRule(smoothOn: -3...3, notation: .function("softplus"), value: logOnePlusExp) { x, _ in
        .factor(ChainRule.sigmoid(x))
      }
    case .relu:
      ElementwiseRule(
        smoothOn: 0.2...4, -4 ... -0.2, notation: .function("relu"), value: { $0 < 0 ? 0 : $0 }
      ) { x, _ in .factor(x .> 0) }
    }
  }
}

/// 1/(1 + e⁻ˣ), never through an overflowing power.
private func logistic(_ x: Double) -> Double {
  let power = cr_exp(-Swift.abs(x))
  return x < 0 ? power / (1 + power) : 1 / (1 + power)
}

/// log(1 + eˣ), never through an overflowing power.
private func logOnePlusExp(_ x: Double) -> Double {
  (x < 0 ? 0 : x) + cr_log1p(cr_exp(-Swift.abs(x)))
}

/// Returns the square of each element.
///
/// - Shape: That of `x`.
/// - Derivative: `2x`.
public func squared(_ x: Tensor) -> Tensor { .recording(.elementwise(.square), [x]) }

/// Returns the square root of each element; NaN below 0.
///
/// - Shape: That of `x`.
/// - Derivative: `1/(2√x)`, infinite at 0.
public func sqrt(_ x: Tensor) -> Tensor { .recording(.elementwise(.sqrt), [x]) }

/// Returns e to the power of each element.
///
/// - Shape: That of `x`.
/// - Derivative: `exp(x)`.
public func exp(_ x: Tensor) -> Tensor { .recording(.elementwise(.exp), [x]) }

/// Returns the natural logarithm of each element; −∞ at 0 and NaN below.
///
/// - Shape: That of `x`.
/// - Derivative: `1/x`.
public func log(_ x: Tensor) -> Tensor { .recording(.elementwise(.log), [x]) }

/// Returns the absolute value of each element.
///
/// - Shape: That of `x`.
/// - Derivative: The sign of `x`, and 0 at 0: the middle of the subgradients [−1, 1].
public func abs(_ x: Tensor) -> Tensor { .recording(.elementwise(.abs), [x]) }

/// Returns the sine of each element, in radians.
///
/// - Shape: That of `x`.
/// - Derivative: `cos(x)`.
public func sin(_ x: Tensor) -> Tensor { .recording(.elementwise(.sin), [x]) }

/// Returns the cosine of each element, in radians.
///
/// - Shape: That of `x`.
/// - Derivative: `−sin(x)`.
public func cos(_ x: Tensor) -> Tensor { .recording(.elementwise(.cos), [x]) }

/// Returns the hyperbolic tangent of each element.
///
/// - Shape: That of `x`.
/// - Derivative: `sech²x`, computed as `4σ(2x)σ(−2x)`: `1 − y²` would lose every digit for large `x`.
/// - Source: NIST DLMF §4.28 and §4.34.
public func tanh(_ x: Tensor) -> Tensor { .recording(.elementwise(.tanh), [x]) }

/// Returns the logistic function `1/(1 + exp(−x))` of each element.
///
/// - Shape: That of `x`.
/// - Derivative: `σ(x)σ(−x)`; `y(1 − y)` would be 0 from 37 on, where the derivative is 1e-16.
public func sigmoid(_ x: Tensor) -> Tensor { .recording(.elementwise(.sigmoid), [x]) }

/// Returns `log(1 + exp(x))` of each element, without overflow: `max(x, 0) + log(1 + exp(−|x|))`.
///
/// - Shape: That of `x`.
/// - Derivative: `σ(x)`.
public func softplus(_ x: Tensor) -> Tensor { .recording(.elementwise(.softplus), [x]) }

/// Returns the positive part of each element, `max(x, 0)`.
///
/// - Shape: That of `x`.
/// - Derivative: 1 above 0, otherwise 0; at the kink 0, as JAX and PyTorch have it.
public func relu(_ x: Tensor) -> Tensor { .recording(.elementwise(.relu), [x]) }
