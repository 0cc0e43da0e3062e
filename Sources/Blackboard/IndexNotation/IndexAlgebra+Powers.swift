internal import ChainRule

// Powers of sums and of terms.
extension IndexAlgebra {
  /// A power of each element.
  func power(_ p: Polynomial, _ exponent: Fraction) throws -> Polynomial {
    if exponent.isZero { return constant(.one, on: p.axes) }
    if exponent == .one { return p }
    if p.isZero {
      if exponent.isNegative { throw Intractable.zeroDivisor }
      return p
    }
    if let count = exponent.integer, count > 0 {
      if count > 16 { throw Intractable.tooManyTerms }
      return try (1..<count).reduce(p) { product, _ in try times(product, p) }
    }
    if let (monomial, coefficient) = p.single { return try power(monomial, coefficient, exponent, p.axes) }
    return try powerOfSum(p, exponent)
  }

  func reciprocal(_ p: Polynomial) throws -> Polynomial { try power(p, Fraction(-1)) }

  private func powerOfSum(_ p: Polynomial, _ exponent: Fraction) throws -> Polynomial {
    let isWhole = exponent.isInteger
    var (coefficient, lengths, factors) = content(of: p) { factor in isWhole || sign(of: factor) == .positive
    }
    if !isWhole { coefficient = coefficient.magnitude }
    let rest = try quotient(p, coefficient, lengths, factors)
    var result: Polynomial
    if rest.terms.count > 1 {
      let (number, indices) = try atom(of: rest) { .base($0) }
      result = try factor(number, indices, power: exponent, on: p.axes)
    } else {
      result = try power(rest, exponent)
    }
    if lengths.isEmpty && factors.isEmpty && coefficient == .one { return result }
    let common = Term(coefficient: coefficient, lengths: lengths, factors: factors)
    return try times(result, power(single(common, on: p.axes), exponent))
  }

  private func power(
    _ monomial: Monomial, _ coefficient: Fraction, _ exponent: Fraction, _ axes: [Int]
  ) throws -> Polynomial {
    var term = Term(coefficient: .one)
    var rest = Term(coefficient: .one)
    let whole = exponent.integer
    // Number and lengths.
    if let whole {
      term.coefficient = try coefficient.raised(to: whole)
    } else {
      let (outer, inner) = try root(coefficient.magnitude, exponent)
      term.coefficient = outer
      rest.coefficient = coefficient.isNegative ? inner.negated : inner
    }
    for length in monomial.lengths {
      let power = try exponent.times(Fraction(length.power))
      if let count = power.integer {
        term.lengths[length.length] = count
      } else {
        rest.lengths[length.length] = length.power
      }
    }
    // Factors, unless they are summed over.
    var isSplit = true
    if !monomial.sums.isEmpty || monomial.factors.contains(where: { atoms[$0.atom].isDelta }) {
      let taken = taken(monomial, .one, at: free(axes.count))
      (rest.factors, rest.sums) = (taken.factors, taken.sums)
      isSplit = false
    }
    var magnitudes: [Polynomial] = []
    for own in isSplit ? monomial.factors : [] {
      if whole != nil && !isIndicatorDivided(own, exponent) || sign(of: own) == .positive {
        term.factors.append(Factor(own.atom, own.indices, power: try own.power.times(exponent)))
      } else if own.power.isEven, let power = try own.power.times(exponent).integer {
        // (x²)^½ is |x|.
        note("√x² = |x|")
        let x = try factor(own.atom, own.indices, on: axes)
        magnitudes.append(try self.power(power % 2 == 0 ? x : absolute(x), Fraction(power)))
      } else {
        rest.factors.append(own)
      }
    }
    var result = try single(term, on: axes)
    for magnitude in magnitudes { result = try times(result, magnitude) }
    if rest.factors.isEmpty && rest.lengths.isEmpty && rest.coefficient == .one { return result }
    if !isSplit || !rest.factors.isEmpty || !rest.lengths.isEmpty || rest.coefficient != .one {
      let inner = try single(rest, on: axes)
      if isSplit || inner.terms.count == 1 {
        let (number, indices) = try atom(of: inner) { .base($0) }
        result = try times(result, factor(number, indices, power: exponent, on: axes))
      } else {
        result = try times(result, power(inner, exponent))
      }
    }
    return result
  }

  private func isIndicatorDivided(_ factor: Factor, _ exponent: Fraction) -> Bool {
    exponent.isNegative && atoms[factor.atom].isIndicator
  }

  /// A root of a positive fraction: the part that comes out, and what stays below the root.
  private func root(_ value: Fraction, _ exponent: Fraction) throws -> (outer: Fraction, inner: Fraction) {
    guard value != .one else { return (.one, .one) }
    let degree = exponent.denominator
    guard degree == 2, let times = Fraction(exponent.numerator, over: 1)?.integer else {
      return (.one, value)
    }
    func exact(_ number: Int128) -> Int128? {
      let near = Int128(Double(number).squareRoot())
      return [near - 1, near, near + 1].first { $0 >= 0 && $0 * $0 == number }
    }
    if let above = exact(value.numerator), let below = exact(value.denominator),
      let root = Fraction(above, over: below)
    {
      return (try root.raised(to: times), .one)
    }
    return (.one, value)
  }
}
