internal import ChainRule

// Functions of single elements.
extension NormalForm {
  func value(of function: Elementwise, _ p: Polynomial) throws -> Polynomial {
    let one = algebra.constant(.one, on: p.axes)
    switch function {
    case .negate: return try algebra.scaled(p, Fraction(-1))
    case .square: return try algebra.times(p, p)
    case .oneMinusSquare: return try algebra.minus(one, algebra.times(p, p))
    case .sqrt: return try algebra.power(p, half)
    case .abs: return try algebra.absolute(p)
    case .sign:
      return try algebra.minus(
        algebra.plus(algebra.scaled(algebra.positive(p), Fraction(2)), algebra.zero(p)), one)
    case .relu: return try algebra.times(p, algebra.positive(p))
    case .exp: return try algebra.exponential(p)
    case .expm1: return try algebra.minus(algebra.exponential(p), one)
    case .log: return try algebra.logarithm(p)
    case .log1p: return try algebra.logarithm(algebra.plus(one, p))
    case .sinh, .cosh, .tanh, .sech, .sigmoid, .sigmoidSlope, .softplus: return try byExponential(function, p)
    case .tan:
      return try algebra.times(value(of: .sin, p), algebra.reciprocal(value(of: .cos, p)))
    case .sin, .asin, .atan, .asinh, .atanh, .erf:
      return p.isZero ? p : try algebra.function(function, p, isOdd: true, isEven: false)
    case .cos: return p.isZero ? one : try algebra.function(.cos, p, isOdd: false, isEven: true)
    case .acos:
      // arccos x = π/2 − arcsin x
      let quarter = try algebra.function(.constant("π/2"), [algebra.constant(.one)], on: p.axes)
      return try algebra.minus(quarter, value(of: .asin, p))
    case .erfc: return try algebra.minus(one, value(of: .erf, p))
    default:
      // Of any other it is known that it equals itself on equal operands, which a new one does as well.
      return try algebra.function(.elementwise(function), [p], on: p.axes)
    }
  }

  private var half: Fraction { Fraction(1, over: 2) ?? .one }

  /// Functions that are quotients of exponentials.
  private func byExponential(_ function: Elementwise, _ p: Polynomial) throws -> Polynomial {
    let one = algebra.constant(.one, on: p.axes)
    let power = try algebra.exponential(p)
    func quotient(_ a: Polynomial, _ b: Polynomial) throws -> Polynomial {
      try algebra.times(a, algebra.reciprocal(b))
    }
    switch function {
    case .sigmoid:
      algebra.note("σ(x) = exp x/(1 + exp x)")
      return try quotient(power, algebra.plus(one, power))
    case .sigmoidSlope:
      algebra.note("σ′ = σ(1 − σ)")
      let below = try algebra.reciprocal(algebra.plus(one, power))
      return try algebra.times(power, algebra.times(below, below))
    case .softplus: return try algebra.logarithm(algebra.plus(one, power))
    case .tanh:
      algebra.note("tanh x = (exp 2x − 1)/(exp 2x + 1)")
      let square = try algebra.times(power, power)
      return try quotient(algebra.minus(square, one), algebra.plus(square, one))
    case .sech:
      algebra.note("sech x = 2 exp x/(exp 2x + 1)")
      return try quotient(algebra.scaled(power, Fraction(2)), algebra.plus(algebra.times(power, power), one))
    default:
      let inverse = try algebra.reciprocal(power)
      let both = try function == .sinh ? algebra.minus(power, inverse) : algebra.plus(power, inverse)
      return try algebra.scaled(both, half)
    }
  }

  func value(of operation: Arithmetic, _ a: Polynomial, _ b: Polynomial) throws -> Polynomial {
    switch operation {
    case .add: return try algebra.plus(a, b)
    case .subtract: return try algebra.minus(a, b)
    case .multiply: return try algebra.times(a, b)
    case .divide: return try algebra.times(a, algebra.reciprocal(b))
    case .power: return try power(a, b)
    case .maximum: return try algebra.maximum(a, b)
    case .minimum:
      let opposite = try algebra.maximum(algebra.scaled(a, Fraction(-1)), algebra.scaled(b, Fraction(-1)))
      return try algebra.scaled(opposite, Fraction(-1))
    case .atan2: return try algebra.function(.atan2, [a, b], on: a.axes)
    case .logAddExp:
      return try algebra.logarithm(algebra.plus(algebra.exponential(a), algebra.exponential(b)))
    }
  }

  private func power(_ a: Polynomial, _ b: Polynomial) throws -> Polynomial {
    if let exponent = b.number {
      if exponent.isInteger || algebra.sign(of: a) == .positive || exponent.denominator == 2 {
        return try algebra.power(a, exponent)
      }
      return try algebra.power(a, exponent)
    }
    // Of a positive number it is e^(b log a).
    if algebra.sign(of: a) == .positive {
      algebra.note("aᵇ = exp(b log a) for a > 0")
      return try algebra.exponential(algebra.times(b, algebra.logarithm(a)))
    }
    return try algebra.function(.power, [a, b], on: a.axes)
  }

  func value(of comparison: Comparison, _ a: Polynomial, _ b: Polynomial) throws -> Polynomial {
    let difference = try algebra.minus(a, b)
    func opposite(_ p: Polynomial) throws -> Polynomial {
      try algebra.minus(algebra.constant(.one, on: p.axes), p)
    }
    switch comparison {
    case .greater: return try algebra.positive(difference)
    case .less: return try algebra.positive(algebra.scaled(difference, Fraction(-1)))
    case .equal: return try algebra.zero(difference)
    case .greaterOrEqual: return try opposite(value(of: .less, a, b))
    case .lessOrEqual: return try opposite(value(of: .greater, a, b))
    case .notEqual: return try opposite(value(of: .equal, a, b))
    }
  }

  /// 1 where a condition is not 0: a comparison is 1 or 0 itself.
  func holds(_ node: Node, _ p: Polynomial) throws -> Polynomial {
    var node = node
    while case .name = node.primitive { node = node.inputs[0] }
    if case .comparison = node.primitive { return p }
    if isIndicator(p) { return p }
    return try algebra.minus(algebra.constant(.one, on: p.axes), algebra.zero(p))
  }

  /// Whether a form is a product of what is 0 or 1.
  private func isIndicator(_ p: Polynomial) -> Bool {
    if let number = p.number { return number.isZero || number == .one }
    guard let (monomial, coefficient) = p.single, coefficient == .one, monomial.lengths.isEmpty,
      monomial.sums.isEmpty
    else { return false }
    return monomial.factors.allSatisfy { algebra.atoms[$0.atom].isIndicator }
  }
}
