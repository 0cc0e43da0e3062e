internal import ChainRule

// Exponentials and logarithms.
extension IndexAlgebra {
  /// e to each element: the product of e to each term, to the power of the term's number.
  func exponential(_ p: Polynomial) throws -> Polynomial {
    var result = constant(.one, on: p.axes)
    for (monomial, coefficient) in p.sorted {
      result = try times(result, exponential(monomial, coefficient, p.axes))
    }
    return result
  }

  private func exponential(
    _ monomial: Monomial, _ coefficient: Fraction, _ axes: [Int]
  ) throws -> Polynomial {
    // e^(k log x) is x^k: for even k always, and else where x is positive.
    if monomial.factors.count == 1, monomial.lengths.isEmpty, monomial.factors[0].power == .one,
      case .logarithm(let q) = atoms[monomial.factors[0].atom], monomial.sums.isEmpty,
      coefficient.isEven || sign(of: q) == .positive
    {
      note("exp(log x) = x for x > 0")
      let places = monomial.factors[0].indices
      return try placed(power(q, coefficient), at: places, on: axes)
    }
    let alone = Polynomial(axes: axes, terms: [monomial: .one])
    let (number, indices) = try atom(of: alone) { .exponential($0) }
    return try factor(number, indices, power: coefficient, on: axes)
  }

  /// log |p| of each element.
  func logarithm(_ p: Polynomial) throws -> Polynomial {
    if p.isZero { throw Intractable(reason: "a logarithm is taken of 0") }
    if let (monomial, coefficient) = p.single {
      if !monomial.sums.isEmpty || monomial.factors.contains(where: { atoms[$0.atom].isIndicator }) {
        let alone = Polynomial(axes: p.axes, terms: [monomial: .one])
        let (number, indices) = try atom(of: alone) { .logarithm($0) }
        return try plus(factor(number, indices, on: p.axes), logarithm(of: coefficient, p.axes))
      }
      var result = try logarithm(of: coefficient, p.axes)
      for length in monomial.lengths {
        let (number, _) = try atom(of: lengthValue(length.length)) { .logarithm($0) }
        result = try plus(result, factor(number, [], on: p.axes), times: Fraction(length.power))
      }
      for own in monomial.factors {
        result = try plus(result, logarithm(of: own, p.axes), times: own.power)
      }
      if !monomial.factors.isEmpty && !(monomial.isOne) { note("log xy = log x + log y") }
      return result
    }
    let (coefficient, lengths, factors) = content(of: p) { _ in true }
    let rest = try quotient(p, coefficient, lengths, factors)
    if isHalfSign(rest) {
      // [x > 0] − ½ is ½ or −½.
      let half = try logarithm(of: Fraction(2), p.axes)
      return try minus(logarithmOfContent(coefficient, lengths, factors, p.axes), half)
    }
    if rest.terms.count == 1 {
      return try plus(logarithm(rest), logarithmOfContent(coefficient, lengths, factors, p.axes))
    }
    let (number, indices) = try atom(of: rest) { .logarithm($0) }
    return try plus(
      factor(number, indices, on: p.axes), logarithmOfContent(coefficient, lengths, factors, p.axes))
  }

  /// Whether this is half a sign: [x > 0] − ½.
  private func isHalfSign(_ p: Polynomial) -> Bool {
    guard p.terms.count == 2, p.terms[.one] == Fraction(-1, over: 2) else { return false }
    return p.terms.contains { monomial, coefficient in
      guard coefficient == .one, monomial.factors.count == 1, monomial.lengths.isEmpty,
        case .positive = atoms[monomial.factors[0].atom]
      else { return false }
      return true
    }
  }

  private func logarithmOfContent(
    _ coefficient: Fraction, _ lengths: [Int: Int], _ factors: [Factor], _ axes: [Int]
  ) throws -> Polynomial {
    let common = Term(coefficient: coefficient, lengths: lengths, factors: factors)
    return try logarithm(single(common, on: axes))
  }

  /// log |f|, without the power of the factor.
  private func logarithm(of own: Factor, _ axes: [Int]) throws -> Polynomial {
    switch atoms[own.atom] {
    case .exponential(let q):
      note("log(exp x) = x")
      return try placed(q, at: own.indices, on: axes)
    case .base(let q):
      let (number, indices) = try atom(of: q) { .logarithm($0) }
      return try factor(number, indices.map { own.indices[$0.number] }, on: axes)
    default:
      let alone = try factor(own.atom, own.indices, on: axes)
      let (number, indices) = try atom(of: alone) { .logarithm($0) }
      return try factor(number, indices, on: axes)
    }
  }

  /// log |c|, by small primes.
  private func logarithm(of value: Fraction, _ axes: [Int]) throws -> Polynomial {
    var result = Polynomial(axes: axes)
    for (integer, sign) in [(value.numerator, 1), (value.denominator, -1)] {
      var rest = integer.magnitude
      var divisor: UInt128 = 2
      func take(_ prime: UInt128, _ count: Int) throws {
        guard let number = Fraction(Int128(prime), over: 1) else { return }
        let (atom, _) = try atom(of: constant(number)) { .logarithm($0) }
        result = try plus(result, factor(atom, [], on: axes), times: Fraction(sign * count))
      }
      while divisor * divisor <= rest && divisor < 1000 {
        var count = 0
        while rest % divisor == 0 { (rest, count) = (rest / divisor, count + 1) }
        if count > 0 { try take(divisor, count) }
        divisor += 1
      }
      if rest > 1 { try take(rest, 1) }
    }
    return result
  }
}
