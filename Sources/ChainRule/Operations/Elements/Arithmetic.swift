/// The differentiable functions of two numbers, applied element by element; tests sweep `allCases`.
package enum Arithmetic: String, CaseIterable, PrimitiveFamily {
  case add, subtract, multiply, divide, power, maximum, minimum
  case atan2, logAddExp

  /// The row of this function.
  package var rule: ArithmeticRule { .row(of: self) }
}

extension ArithmeticRule {
  /// Symbol, boxes in which the function is smooth, and derivatives in the operands `x` and `z`, with the output `y`.
  @inline(__always)
  static func row(of function: Arithmetic) -> ArithmeticRule {
    switch function {
    case .add: .symbol("+", on: (-2...2, -2...2), x: { _, _ in .one }, z: { _, _ in .one })
    case .subtract: .symbol("−", on: (-2...2, -2...2), x: { _, _ in .one }, z: { _, _ in .minusOne })
    case .multiply:
      .symbol("×", on: (-2...2, -2...2), x: { at, _ in .factor(at.z) }, z: { at, _ in .factor(at.x) })
    case .divide:
      .symbol(
        "/", on: (-2...2, 0.5...2), and: (-2...2, -2 ... -0.5), x: { at, _ in .divisor(at.z) },
        z: { at, y in .quotient(-y, at.z) })
    case .power:
      .symbol(
        "^", on: (0.5...2, -2...2), x: { at, _ in inBase(at.x, at.z) },
        z: { at, y in inExponent(at.x, y) })
    case .maximum:
      .symbol(
        "max", on: (0...1, 1.5...2.5), and: (1.5...2.5, 0...1), x: { at, _ in greater(at.x, at.z) },
        z: { at, _ in greater(at.z, at.x) })
    case .minimum:
      .symbol(
        "min", on: (0...1, 1.5...2.5), and: (1.5...2.5, 0...1), x: { at, _ in greater(at.z, at.x) },
        z: { at, _ in greater(at.x, at.z) })
    case .atan2:
      .symbol(
        "atan2", on: (-2...2, 0.5...2), and: (0.5...2, -2...2), x: { at, _ in overSquares(at.z, at.x, at.z) },
        z: { at, _ in overSquares(-at.x, at.x, at.z) })
    case .logAddExp:
      .symbol(
        "logaddexp", on: (-2...2, -2...2), x: { at, _ in .factor(weight(at.x, at.z)) },
        z: { at, _ in .factor(weight(at.z, at.x)) })
    }
  }

  /// `z · x^(z − 1)`; a constant exponent 0, 1 or 2 needs no power, and `z = 0` gives 0 even at `x = 0`.
  ///
  /// Elsewhere `z = 0` is not told apart: the derivative in `z` of this is still to be taken.
  private static func inBase(_ x: Tensor, _ z: Tensor) -> Partial {
    guard case .leaf(.number(let exponent)) = z.node.primitive else {
      let isPole = (z .== 0) * ((abs(x) .> 0) .== 0)
      return .factor(select(isPole, 0, z * pow(x, z - 1)))
    }
    return switch exponent {
    case 0: .zero
    case 1: .one
    case 2: .factor(2 * x)
    default: .factor(exponent * pow(x, exponent - 1))
    }
  }

  /// `y · log(x)`, and 0 at `x = 0`: there the power is 0 whatever z > 0, which 0 · log 0 would not give.
  private static func inExponent(_ x: Tensor, _ y: Tensor) -> Partial {
    .factor(select(x .== 0, 0, y * log(x)))
  }

  /// `above / (x² + z²)`, scaled so that no square overflows or underflows; not a number at the origin.
  private static func overSquares(_ above: Tensor, _ x: Tensor, _ z: Tensor) -> Partial {
    let scale = maximum(abs(x), abs(z)).asScale
    return .factor(above / scale / (squared(x / scale) + squared(z / scale)) / scale)
  }

  /// `σ(x − z)`, and ½ where both are the same infinity.
  private static func weight(_ x: Tensor, _ z: Tensor) -> Tensor {
    let difference = x - z
    return sigmoid(select((x .== z) * (difference .!= difference), 0, difference))
  }

  /// All of the cotangent to the greater, half of it to each where both are equal.
  private static func greater(_ x: Tensor, _ z: Tensor) -> Partial { .choice(wins: x .> z, ties: x .== z) }
}

/// Returns `x` to the power `exponent`, element by element.
///
/// ```swift
/// let x = Tensor.constant([1, 4, 9])
/// try pow(x, 0.5).evaluate()  // [1. 2. 3.]
/// try pow(2, x).evaluate()    // [  2.  16. 512.]
/// ```
///
/// - Shape: The broadcast of both.
/// - Derivative: `exponent · x^(exponent − 1)` in `x`, which is 0 for exponent 0 also at `x = 0`;
///   `x^exponent · log(x)` in `exponent`, and 0 at `x = 0`. Both are NaN where the power is.
public func pow(
  _ x: Tensor, _ exponent: Tensor, file: StaticString = #fileID, line: UInt = #line
) -> Tensor {
  .recording(.arithmetic(.power), .two(x, exponent), at: .init(file, line))
}

/// Returns the greater of two elements; NaN if either is.
///
/// ```swift
/// let x = Tensor.constant([-1, 0, 2])
/// try maximum(x, 0).evaluate()                    // [0. 0. 2.]
/// try gradient(at: [-1, 0, 2]) { sum(maximum($0, 0)) }  // [0.  0.5 1. ]
/// ```
///
/// - Shape: The broadcast of both.
/// - Derivative: 1 in the greater, 0 in the other, ½ in each where they are equal.
public func maximum(
  _ x: Tensor, _ other: Tensor, file: StaticString = #fileID, line: UInt = #line
) -> Tensor {
  .recording(.arithmetic(.maximum), .two(x, other), at: .init(file, line))
}

/// Returns the lesser of two elements; NaN if either is.
///
/// - Shape: The broadcast of both.
/// - Derivative: 1 in the lesser, 0 in the other, ½ in each where they are equal.
public func minimum(
  _ x: Tensor, _ other: Tensor, file: StaticString = #fileID, line: UInt = #line
) -> Tensor {
  .recording(.arithmetic(.minimum), .two(x, other), at: .init(file, line))
}

/// Returns the angle of the point `(x, y)` with the x axis, in radians from −π to π, element by element.
///
/// - Shape: The broadcast of both.
/// - Derivative: `x/(x² + y²)` in `y` and `−y/(x² + y²)` in `x`, without overflow; NaN at the origin, where the
///   angle jumps.
/// - Source: NIST DLMF §4.23.
public func atan2(
  _ y: Tensor, _ x: Tensor, file: StaticString = #fileID, line: UInt = #line
) -> Tensor {
  .recording(.arithmetic(.atan2), .two(y, x), at: .init(file, line))
}

/// Returns `log(exp(x) + exp(other))` of two elements, without overflow.
///
/// ```swift
/// try logAddExp(1000, 1000).evaluate()  // 1000.6931471805599
/// ```
///
/// - Shape: The broadcast of both.
/// - Derivative: `σ(x − other)` in `x` and `σ(other − x)` in `other`; ½ each where both are the same infinity.
public func logAddExp(
  _ x: Tensor, _ other: Tensor, file: StaticString = #fileID, line: UInt = #line
) -> Tensor {
  .recording(.arithmetic(.logAddExp), .two(x, other), at: .init(file, line))
}
