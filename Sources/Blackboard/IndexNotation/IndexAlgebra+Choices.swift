internal import ChainRule

// Signs and choices.
extension IndexAlgebra {
  /// 1 where p > 0, else 0.
  func positive(_ p: Polynomial) throws -> Polynomial {
    if p.isZero { return p }
    if sign(of: p) == .positive { return constant(.one, on: p.axes) }
    let negated = try scaled(p, Fraction(-1))
    if sign(of: negated) != nil { return Polynomial(axes: p.axes) }
    if let cases = try byCases(p, { try positive($0) }) { return cases }
    let (form, isNegative) = try comparable(p)
    if let number = form.number {
      return constant(number.isPositive != isNegative ? .one : Fraction(0), on: p.axes)
    }
    let (number, indices) = try atom(of: form) { .positive($0) }
    let own = try factor(number, indices, on: p.axes)
    if !isNegative { return own }
    // [−p > 0] = 1 − [p > 0] − [p = 0]
    return try minus(minus(constant(.one, on: p.axes), own), zero(p))
  }

  /// 1 where p = 0, else 0.
  func zero(_ p: Polynomial) throws -> Polynomial {
    if p.isZero { return constant(.one, on: p.axes) }
    if try sign(of: p) == .positive || sign(of: scaled(p, Fraction(-1))) == .positive {
      return Polynomial(axes: p.axes)
    }
    if let cases = try byCases(p, { try zero($0) }) { return cases }
    let (form, _) = try comparable(p)
    if form.number != nil { return Polynomial(axes: p.axes) }
    if let (i, j) = positions(form) { return try factor(delta, [i, j], on: p.axes) }
    let (number, indices) = try atom(of: form) { .zero($0) }
    return try factor(number, indices, on: p.axes)
  }

  /// What `body` makes of a sum that holds a choice, once where it is taken and once where it is not; nil if it holds none.
  private func byCases(
    _ p: Polynomial, _ body: (Polynomial) throws -> Polynomial
  ) throws -> Polynomial? {
    if p.terms.count > 40 { return nil }
    var choice: Factor?
    for monomial in p.sorted.map(\.monomial) where choice == nil {
      choice = monomial.factors.first { factor in
        if case .positive = atoms[factor.atom] { !factor.indices.contains(where: \.isBound) } else { false }
      }
    }
    guard let choice else { return nil }
    var (taken, left) = (Polynomial(axes: p.axes), Polynomial(axes: p.axes))
    for (monomial, coefficient) in p.terms {
      var term = self.taken(monomial, coefficient, at: free(p.axes.count))
      if let position = term.factors.firstIndex(of: choice) {
        term.factors.remove(at: position)
      } else {
        try add(term, to: &left.terms)
      }
      try add(term, to: &taken.terms)
    }
    note("a choice is made by cases")
    let own = try factor(choice.atom, choice.indices, on: p.axes)
    let (first, second) = (try body(taken), try body(left))
    return try plus(second, times(own, minus(first, second)))
  }

  /// The two indices whose difference this is.
  private func positions(_ p: Polynomial) -> (Index, Index)? {
    guard p.terms.count == 2 else { return nil }
    var found: [(index: Index, coefficient: Fraction)] = []
    for (monomial, coefficient) in p.terms {
      guard monomial.factors.count == 1, monomial.lengths.isEmpty,
        let index = monomial.factors[0].indices.first,
        monomial.factors[0].power == .one, case .symbol(let number) = atoms[monomial.factors[0].atom],
        case .leaf(.positions) = symbols[number].primitive
      else { return nil }
      found.append((index, coefficient))
    }
    guard found[0].coefficient == found[1].coefficient.negated,
      !found.contains(where: { $0.index.isPosition })
    else { return nil }
    return (found[0].index, found[1].index)
  }

  /// The sum without positive factors that all of its terms have, and with a positive leading number.
  func comparable(_ p: Polynomial) throws -> (form: Polynomial, isNegative: Bool) {
    var (coefficient, lengths, factors) = content(of: p) { sign(of: $0) == .positive }
    if let (monomial, own) = p.single {
      coefficient = own
      lengths = Dictionary(uniqueKeysWithValues: monomial.lengths.map { ($0.length, $0.power) })
      factors = monomial.sums.isEmpty ? monomial.factors.filter { sign(of: $0) == .positive } : []
    }
    return (try quotient(p, coefficient, lengths, factors), coefficient.isNegative)
  }

  /// The magnitude of each element: (2[p > 0] − 1) p.
  func absolute(_ p: Polynomial) throws -> Polynomial {
    if sign(of: p) != nil { return p }
    return try minus(scaled(times(positive(p), p), Fraction(2)), p)
  }

  /// The greater of two: b + (a − b)[a > b].
  func maximum(_ a: Polynomial, _ b: Polynomial) throws -> Polynomial {
    let difference = try minus(a, b)
    return try plus(b, times(difference, positive(difference)))
  }
}
