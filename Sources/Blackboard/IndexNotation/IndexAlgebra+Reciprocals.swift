internal import ChainRule

// Reciprocals of sums that meet their own terms.
extension IndexAlgebra {
  /// The term of a sum that is replaced where it meets the reciprocal of the sum.
  func lead(of p: Polynomial) -> (monomial: Monomial, coefficient: Fraction)? {
    p.terms.filter { monomial, _ in
      !monomial.factors.isEmpty && monomial.sums.isEmpty
        && monomial.factors.allSatisfy { $0.power.isPositive && !atoms[$0.atom].isIndicator }
    }.map { (monomial: $0.key, coefficient: $0.value) }
      .max { a, b in
        a.monomial.degree != b.monomial.degree
          ? a.monomial.degree < b.monomial.degree
          : a.monomial.serial.lexicographicallyPrecedes(b.monomial.serial)
      }
  }

  /// m/p, where m is the leading term of the sum p: 1 − (p − m)/p; and 1/(m p) where p is m and one positive term more.
  func clearingLeads(_ term: Term) throws -> [Term]? {
    for (position, factor) in term.factors.enumerated() where factor.power.isNegative {
      guard case .base(let p) = atoms[factor.atom], p.terms.count > 1, let lead = lead(of: p) else {
        continue
      }
      let names = BoundNames { [unowned self] in symmetries(of: $0) }
      let wanted = lead.monomial.factors.map { own -> Factor in
        var placed = Factor(
          own.atom, own.indices.map { $0.isFree ? factor.indices[$0.number] : $0 }, power: own.power)
        placed.indices = names.least(placed)
        return placed
      }
      if let parts = try dividing(term, at: position, p, lead, wanted) { return parts }
      if let parts = try splitting(term, at: position, p, lead, wanted) { return parts }
    }
    return nil
  }

  private func dividing(
    _ term: Term, at position: Int, _ p: Polynomial, _ lead: (monomial: Monomial, coefficient: Fraction),
    _ wanted: [Factor]
  ) throws -> [Term]? {
    let factor = term.factors[position]
    var rest = term
    for own in wanted {
      guard
        let place = rest.factors.firstIndex(where: {
          $0.atom == own.atom && $0.indices == own.indices && !isLess($0.power, own.power)
        })
      else { return nil }
      rest.factors[place].power = try rest.factors[place].power.minus(own.power)
    }
    rest.factors.removeAll { $0.power.isZero }
    guard let inverse = lead.coefficient.reciprocal else { return nil }
    rest.coefficient = try rest.coefficient.times(inverse)
    for length in lead.monomial.lengths { rest.lengths[length.length, default: 0] -= length.power }
    var whole = rest
    guard let own = whole.factors.firstIndex(of: factor) else { return nil }
    whole.factors[own].power = try factor.power.plus(.one)
    whole.factors.removeAll { $0.power.isZero }
    rest.coefficient = rest.coefficient.negated
    var others = p
    others.terms[lead.monomial] = nil
    return [whole] + (try multiplied([rest], by: others, at: factor.indices))
  }

  private func splitting(
    _ term: Term, at position: Int, _ p: Polynomial, _ lead: (monomial: Monomial, coefficient: Fraction),
    _ wanted: [Factor]
  ) throws -> [Term]? {
    guard p.terms.count == 2, lead.monomial.lengths.isEmpty,
      let (other, number) = p.terms.first(where: { $0.key != lead.monomial }),
      let inverse = number.reciprocal,
      other.sums.isEmpty, other.lengths.isEmpty,
      other.factors.allSatisfy({ atoms[$0.atom].isExponential }),
      term.factors.contains(where: { factor in
        factor.power.isNegative
          && wanted.contains { $0.atom == factor.atom && $0.indices == factor.indices }
      })
    else { return nil }
    let factor = term.factors[position]
    var divided = term
    divided.factors += other.factors.map { own in
      Factor(
        own.atom, own.indices.map { $0.isFree ? factor.indices[$0.number] : $0 }, power: own.power.negated)
    }
    var (whole, rest) = (divided, divided)
    whole.coefficient = try term.coefficient.times(inverse)
    rest.coefficient = try whole.coefficient.times(lead.coefficient).negated
    whole.factors[position].power = try factor.power.plus(.one)
    whole.factors.removeAll { $0.power.isZero }
    rest.factors += wanted
    return [whole, rest]
  }
}
