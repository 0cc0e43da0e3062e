/// The differentiable functions of two numbers, applied element by element; tests sweep `allCases`.
package enum Arithmetic: String, CaseIterable, PrimitiveFamily {
  case add, subtract, multiply, divide, power, maximum, minimum
  case atan2, logAddExp

  /// Boxes in which the function is smooth, its notation, and its derivatives in the operands `x` and `z`.
  package var rule: ArithmeticRule {
    switch self {
    case .add:
      ArithmeticRule("+", smoothOn: [(-2...2, -2...2)]) { _, _ in
        .one
      } second: { _, _ in
        .one
      }
    case .subtract:
      ArithmeticRule("−", smoothOn: [(-2...2, -2...2)]) { _, _ in
        .one
      } second: { _, _ in
        .minusOne
      }
    case .multiply:
      ArithmeticRule("×", smoothOn: [(-2...2, -2...2)]) { at, _ in
        .factor(at.z)
      } second: { at, _ in
        .factor(at.x)
      }
    case .divide:
      ArithmeticRule("/", smoothOn: [(-2...2, 0.5...2), (-2...2, -2 ... -0.5)]) { at, _ in
        .divisor(at.z)
      } second: { at, y in
        .factor(-(y / at.z))
      }
    case .power:
      ArithmeticRule("^", smoothOn: [(0.5...2, -2...2)]) { at, _ in
        Self.powerDerivativeInBase(at.x, at.z)
      } second: { at, y in
        // 0^z is 0 whatever z > 0, so its derivative in z is 0, which 0 · log 0 would not give.
        .factor(select(at.x .== 0, 0, y * log(at.x)))
      }
    case .maximum:
      ArithmeticRule("max", smoothOn: [(0...1, 1.5...2.5), (1.5...2.5, 0...1)]) { at, _ in
        .factor(Self.share(at.x .> at.z, at.x .== at.z))
      } second: { at, _ in
        .factor(Self.share(at.z .> at.x, at.x .== at.z))
      }
    case .minimum:
      ArithmeticRule("min", smoothOn: [(0...1, 1.5...2.5), (1.5...2.5, 0...1)]) { at, _ in
        .factor(Self.share(at.x .< at.z, at.x .== at.z))
      } second: { at, _ in
        .factor(Self.share(at.z .< at.x, at.x .== at.z))
      }
    case .atan2:
      ArithmeticRule("atan2", smoothOn: [(-2...2, 0.5...2), (0.5...2, -2...2)]) { at, _ in
        Self.angleDerivative(at.z, at.x, at.z)
      } second: { at, _ in
        Self.angleDerivative(-at.x, at.x, at.z)
      }
    case .logAddExp:
      ArithmeticRule("logaddexp", smoothOn: [(-2...2, -2...2)]) { at, _ in
        .factor(sigmoid(Self.finiteDifference(at.x, at.z)))
      } second: { at, _ in
        .factor(sigmoid(Self.finiteDifference(at.z, at.x)))
      }
    }
  }

  /// `z · x^(z − 1)`; a constant exponent 0, 1 or 2 needs no power, and `z = 0` gives 0 even at `x = 0`.
  private static func powerDerivativeInBase(_ x: Tensor, _ z: Tensor) -> Partial {
    guard case .leaf(.number(let exponent)) = z.node.primitive else {
      return .factor(select(z .== 0, 0, z * pow(x, z - 1)))
    }
    return switch exponent {
    case 0: .zero
    case 1: .one
    case 2: .factor(2 * x)
    default: .factor(exponent * pow(x, exponent - 1))
    }
  }

  /// `above / (x² + z²)`, scaled so that no square overflows or underflows; not a number at the origin.
  private static func angleDerivative(_ above: Tensor, _ x: Tensor, _ z: Tensor) -> Partial {
    // The result does not depend on the scale, so no derivative flows through it.
    let scale = stopGradient(ChainRule.maximum(abs(x), abs(z)))
    return .factor(above / scale / (squared(x / scale) + squared(z / scale)) / scale)
  }

  /// `x − z`, and 0 where both are the same infinity.
  private static func finiteDifference(_ x: Tensor, _ z: Tensor) -> Tensor {
    let difference = x - z
    return select((x .== z) * (difference .!= difference), 0, difference)
  }

  /// All of the cotangent to the winner, half of it to each where both are equal.
  private static func share(_ wins: Tensor, _ ties: Tensor) -> Tensor { wins + 0.5 * ties }
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
