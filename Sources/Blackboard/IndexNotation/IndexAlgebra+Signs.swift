internal import ChainRule

// What is known of signs, and what the terms of a sum have in common.
extension IndexAlgebra {
  /// What is known of the sign of a value.
  enum Sign { case positive, nonnegative }

  func sign(of factor: Factor) -> Sign? {
    switch atoms[factor.atom] {
    case .exponential: return .positive
    case .symbol(let number) where positives.contains(number):
      usedPositives.insert(number)
      return .positive
    case .base(let p):
      if !factor.power.isInteger { return factor.power.isNegative ? .positive : .nonnegative }
      if let own = sign(of: p) { return own }
    case let atom where atom.isIndicator: return .nonnegative
    case .function(.scale, _): return .positive
    default: break
    }
    if factor.power.isEven { return factor.power.isNegative ? .positive : .nonnegative }
    return nil
  }

  func sign(of monomial: Monomial) -> Sign? {
    var sign = Sign.positive
    // Two equal factors under a sum are a square already; others are judged one by one.
    for factor in monomial.factors {
      guard let own = self.sign(of: factor) else { return nil }
      if own == .nonnegative { sign = .nonnegative }
    }
    return sign
  }

  /// What is known of the sign of a sum; nil if it may be negative.
  func sign(of p: Polynomial) -> Sign? {
    var result: Sign?
    for (monomial, coefficient) in p.terms {
      guard coefficient.isPositive, let own = sign(of: monomial) else { return nil }
      if own == .positive || result == nil { result = own }
    }
    return result
  }

  // MARK: Content

  /// What all terms of a sum have in common: a number, lengths, and factors that `isTaken` lets pass.
  func content(
    of p: Polynomial, _ isTaken: (Factor) -> Bool
  ) -> (coefficient: Fraction, lengths: [Int: Int], factors: [Factor]) {
    let all = Array(p.terms.keys)
    var lengths: [Int: Int] = [:]
    for number in Set(all.flatMap { $0.lengths.map(\.length) }) {
      let powers = all.map { monomial in monomial.lengths.first { $0.length == number }?.power ?? 0 }
      if let least = powers.min(), least != 0 { lengths[number] = least }
    }
    var factors: [Factor] = []
    struct Place: Hashable {
      let atom: Int
      let indices: [Index]
    }
    var places: [Place] = []
    for monomial in p.sorted.map(\.monomial) {
      for factor in monomial.factors
      where isTaken(factor) && !atoms[factor.atom].isIndicator && !factor.indices.contains(where: \.isBound) {
        let place = Place(atom: factor.atom, indices: factor.indices)
        if !places.contains(place) { places.append(place) }
      }
    }
    for place in places {
      var least: Fraction?
      for monomial in all {
        let power =
          monomial.factors.first { $0.atom == place.atom && $0.indices == place.indices }?.power
          ?? Fraction(0)
        if let known = least, !isLess(power, known) { continue }
        least = power
      }
      if let least, !least.isZero { factors.append(Factor(place.atom, place.indices, power: least)) }
    }
    let greatest = all.max { a, b in
      a.degree != b.degree ? a.degree < b.degree : a.serial.lexicographicallyPrecedes(b.serial)
    }
    return (greatest.flatMap { p.terms[$0] } ?? .one, lengths, factors)
  }

  func isLess(_ a: Fraction, _ b: Fraction) -> Bool {
    a.adding(b.negated)?.isNegative ?? (a.nearest < b.nearest)
  }

  /// A sum divided by what its terms have in common.
  func quotient(
    _ p: Polynomial, _ coefficient: Fraction, _ lengths: [Int: Int], _ factors: [Factor]
  ) throws -> Polynomial {
    guard let inverse = coefficient.reciprocal else { throw Intractable.zeroDivisor }
    let divisor = Term(
      coefficient: inverse, lengths: lengths.mapValues { -$0 },
      factors: factors.map { Factor($0.atom, $0.indices, power: $0.power.negated) })
    var result = Polynomial(axes: p.axes)
    for (monomial, own) in p.terms {
      try add(joined(taken(monomial, own, at: free(p.axes.count)), divisor), to: &result.terms)
    }
    return result
  }
}
