internal import ChainRule

// Functions of single elements.
extension ShadowEvaluation {
  func value(of function: Elementwise, _ x: Number, _ node: Node) -> Number {
    let one = Number(1)
    switch function {
    case .negate: return -x
    case .square: return x * x
    case .oneMinusSquare: return (one - x) * (one + x)
    case .abs: return relation(x, Number(0), node) == .less ? -x : x
    case .relu: return relation(x, Number(0), node) == .less ? Number(0) : x
    case .sign, .floor, .ceil, .round: return whole(function, x, node)
    case .sqrt:
      // Its slope is infinite there.
      if relation(x, Number(0), node) == .less { return Number(.nan) }
      return x.applying(.squareRoot)
    case .exp: return x.applying(.exp)
    case .expm1: return x.applying(.expm1)
    case .log: return x.applying(.log)
    case .log1p: return x.applying(.log1p)
    case .sin: return x.applying(.sin)
    case .cos: return x.applying(.cos)
    case .tan: return x.applying(.sin) / x.applying(.cos)
    case .asin: return arcSine(x)
    case .acos: return Number(real: .pi) / Number(2) - arcSine(x)
    case .atan: return x.applying(.atan)
    case .erf: return x.applying(.erf)
    case .erfc: return x.applying(.erfc)
    case .logGamma: return x.applying(.logGamma)
    case .sinh, .cosh, .tanh, .asinh, .acosh, .atanh, .sech: return hyperbolic(function, x)
    case .sigmoid:
      let power = small(x)
      return x.approximation < 0 ? power / (one + power) : one / (one + power)
    case .sigmoidSlope:
      let power = small(x)
      return power / ((one + power) * (one + power))
    case .softplus:
      let logarithm = small(x).applying(.log1p)
      return x.approximation < 0 ? logarithm : x + logarithm
    }
  }

  /// e^(−|x|), which is smooth where it is used: what is made of it is the same on both sides of 0.
  private func small(_ x: Number) -> Number { (x.approximation < 0 ? x : -x).applying(.exp) }

  private func arcSine(_ x: Number) -> Number {
    let one = Number(1)
    return (x / ((one - x) * (one + x)).applying(.squareRoot)).applying(.atan)
  }

  /// - Source: NIST DLMF §4.28, §4.37.
  private func hyperbolic(_ function: Elementwise, _ x: Number) -> Number {
    let (one, two) = (Number(1), Number(2))
    let isNegative = x.approximation < 0
    switch function {
    case .sinh:
      let power = x.applying(.expm1)
      return (power + power / (power + one)) / two
    case .cosh:
      let power = x.applying(.exp)
      return (power + one / power) / two
    case .tanh:
      let size = isNegative ? x : -x
      let power = (size + size).applying(.expm1)
      let value = power / (power + two)
      return isNegative ? value : -value
    case .sech:
      let power = small(x)
      return two * power / (one + power * power)
    case .asinh:
      let size = isNegative ? -x : x
      let root = (one + size * size).applying(.squareRoot)
      let value = (size + size * size / (one + root)).applying(.log1p)
      return isNegative ? -value : value
    case .acosh: return (x + ((x - one) * (x + one)).applying(.squareRoot)).applying(.log)
    default: return (x.applying(.log1p) - (-x).applying(.log1p)) / two
    }
  }

  /// Functions that are constant between their jumps.
  private func whole(_ function: Elementwise, _ x: Number, _ node: Node) -> Number {
    let near = x.approximation
    switch function {
    case .sign:
      switch relation(x, Number(0), node) {
      case .less: return Number(-1)
      case .equal: return Number(0)
      case .greater: return Number(1)
      }
    case .floor:
      let below = near.rounded(.down)
      // Just above a whole number, or on it and falling.
      if relation(x, Number(below), node) == .less { return Number(below - 1) }
      return Number(relation(x, Number(below + 1), node) == .less ? below : below + 1)
    case .ceil: return -whole(.floor, -x, node)
    default:
      let nearest = near.rounded(.toNearestOrEven)
      let distance = x - Number(nearest)
      if relation(distance, Number(0.5), node) == .greater { return Number(nearest + 1) }
      return Number(relation(distance, Number(-0.5), node) == .less ? nearest - 1 : nearest)
    }
  }

  func value(of function: Arithmetic, _ a: Number, _ b: Number, _ node: Node) -> Number {
    switch function {
    case .add: return a + b
    case .subtract: return a - b
    case .multiply: return a * b
    case .divide: return a / b
    case .maximum: return relation(a, b, node) == .less ? b : a
    case .minimum: return relation(a, b, node) == .greater ? b : a
    case .power: return power(a, b, node)
    case .atan2: return angle(a, b, node)
    case .logAddExp: return logSumExp([a, b])
    }
  }

  /// A whole constant power by products; any other one by e^(b log a), where a is positive.
  private func power(_ a: Number, _ b: Number, _ node: Node) -> Number {
    let exponent = b.approximation
    let isWhole =
      b.isConstant && exponent == exponent.rounded() && b.compared(to: Number(exponent)) == RealOrder(.equal)
    if isWhole && abs(exponent) <= 1024 { return a.raised(to: Int(exponent)) }
    if a.approximation > 0 { return (b * a.applying(.log)).applying(.exp) }
    // At 0 and below it depends on the exponent whether there is a derivative, and in the exponent there is none.
    if !(a.isConstant && b.isConstant) { decisions.giveUp(on: node) }
    return edgePower(
      a.approximation, exponent, isExact: a.compared(to: Number(a.approximation)) == RealOrder(.equal))
  }

  /// The value alone of a power of a number that is not positive.
  private func edgePower(_ a: Double, _ b: Double, isExact: Bool) -> Number {
    if a == 0 && isExact { return Number(b > 0 ? 0 : b == 0 ? 1 : .infinity) }
    guard b == b.rounded(), abs(b) <= 1024 else { return Number(.nan) }
    return Number(a).raised(to: Int(b))
  }

  private func angle(_ y: Number, _ x: Number, _ node: Node) -> Number {
    let (above, right) = (y.approximation, x.approximation)
    if above == 0 && right == 0 { decisions.giveUp(on: node) }
    // Of the two quotients the one that is at most 1.
    if abs(above) <= abs(right) {
      let angle = (y / x).applying(.atan)
      if right > 0 { return angle }
      // Across the negative axis the angle jumps.
      return relation(y, Number(0), node) == .less ? angle - Number(real: .pi) : angle + Number(real: .pi)
    }
    let quarter = Number(real: .pi) / Number(2)
    return (above < 0 ? -quarter : quarter) - (x / y).applying(.atan)
  }

  func holds(_ comparison: Comparison, _ a: Number, _ b: Number, _ node: Node) -> Bool {
    let relation = relation(a, b, node)
    return switch comparison {
    case .less: relation == .less
    case .lessOrEqual: relation != .greater
    case .greater: relation == .greater
    case .greaterOrEqual: relation != .less
    case .equal: relation == .equal
    case .notEqual: relation != .equal
    }
  }
}
