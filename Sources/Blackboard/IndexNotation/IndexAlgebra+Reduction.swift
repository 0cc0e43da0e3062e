internal import ChainRule

// The rules of products, applied to each term before its indices get canonical names.
extension IndexAlgebra {
  /// Reduces a term as it stands; what becomes a sum is returned as its terms.
  func reduce(_ term: inout Term) throws -> [Term]? {
    while !term.coefficient.isZero {
      try step()
      if resolveDeltas(&term) { continue }
      try merge(&term)
      if term.coefficient.isZero { return nil }
      if let parts = try expandingPowers(&term) { return parts }
      if try contractSelectors(&term) { continue }
      if let parts = try clearingInverses(term) { return parts }
      if let parts = try clearingLeads(term) { return parts }
      break
    }
    if term.coefficient.isZero { return nil }
    let used = Set(term.factors.flatMap(\.indices))
    for (index, length) in term.sums where !used.contains(index) {
      term.sums[index] = nil
      if case .fixed(let count) = extents[length] {
        term.coefficient = try term.coefficient.times(Fraction(count))
      } else {
        term.lengths[length, default: 0] += 1
      }
    }
    return nil
  }

  /// Removes deltas by replacing one index by the other.
  private func resolveDeltas(_ term: inout Term) -> Bool {
    for (position, factor) in term.factors.enumerated() where factor.atom == delta {
      let (i, j) = (factor.indices[0], factor.indices[1])
      if i == j {
        term.factors.remove(at: position)
        return true
      }
      if i.isPosition && j.isPosition {
        term.coefficient = Fraction(0)
        return true
      }
      // A bound index gives way to any other, and a later axis to an earlier one or to a position.
      let (gone, kept) =
        i.isBound
        ? (i, j)
        : j.isBound
          ? (j, i)
          : i.isPosition
            ? (j, i)
            : j.isPosition
              ? (i, j) : (max(i, j), min(i, j))
      if gone.isBound {
        term.factors.remove(at: position)
        replace(gone, by: kept, in: &term)
        term.sums[gone] = nil
        return true
      }
      if factor.power != .one { term.factors[position].power = .one }
      let before = term.factors
      replace(gone, by: kept, in: &term)
      term.factors[position].indices = [kept, gone]
      if before.enumerated().contains(where: { $0.offset != position && $0.element.indices.contains(gone) }) {
        return true
      }
    }
    return false
  }

  private func replace(_ gone: Index, by kept: Index, in term: inout Term) {
    for position in term.factors.indices {
      term.factors[position].indices = term.factors[position].indices.map { $0 == gone ? kept : $0 }
    }
  }

  /// Adds up the powers of equal factors.
  private func merge(_ term: inout Term) throws {
    struct Place: Hashable {
      let atom: Int
      let indices: [Index]
    }
    let names = BoundNames { [unowned self] in symmetries(of: $0) }
    var positions: [Place: Int] = [:]
    var merged: [Factor] = []
    for factor in term.factors {
      let place = Place(atom: factor.atom, indices: names.least(factor))
      if let position = positions[place] {
        merged[position].power = try merged[position].power.plus(factor.power)
      } else {
        positions[place] = merged.count
        merged.append(Factor(factor.atom, place.indices, power: factor.power))
      }
    }
    if merged.count < term.factors.count {
      for factor in merged where factor.power.isZero && !atoms[factor.atom].isExponential {
        noteDivision(by: factor.atom)
      }
      merged.removeAll { $0.power.isZero }
    }
    for position in merged.indices where atoms[merged[position].atom].isIndicator {
      merged[position].power = .one
    }
    if let rest = withoutWiderChoices(merged) { merged = rest }
    term.factors = merged
    if meetsNothing(term.factors) { term.coefficient = Fraction(0) }
  }

  /// Factors without those choices that others imply: [x > 1] [x > 0] is [x > 1]; nil if there is none.
  private func withoutWiderChoices(_ factors: [Factor]) -> [Factor]? {
    var gone: Set<Int> = []
    for (position, factor) in factors.enumerated() {
      guard case .positive(let wide) = atoms[factor.atom] else { continue }
      for (other, second) in factors.enumerated() where other != position && second.indices == factor.indices
      {
        switch atoms[second.atom] {
        case .positive(let narrow), .zero(let narrow):
          if let gap = gap(from: narrow, to: wide), gap.isPositive { gone.insert(position) }
        default: break
        }
      }
    }
    return gone.isEmpty ? nil : factors.enumerated().filter { !gone.contains($0.offset) }.map(\.element)
  }

  /// How much greater one sum is than another, if that is a number.
  private func gap(from p: Polynomial, to q: Polynomial) -> Fraction? {
    guard abs(p.terms.count - q.terms.count) <= 1, p.axes == q.axes else { return nil }
    let (a, b) = (p.terms[.one] ?? Fraction(0), q.terms[.one] ?? Fraction(0))
    var (rest, other) = (p.terms, q.terms)
    (rest[.one], other[.one]) = (nil, nil)
    return rest == other ? b.adding(a.negated) : nil
  }

  /// Whether two factors are never both different from 0.
  private func meetsNothing(_ factors: [Factor]) -> Bool {
    for factor in factors {
      guard case .zero(let p) = atoms[factor.atom] else { continue }
      for other in factors {
        switch atoms[other.atom] {
        case .positive(p) where other.indices == factor.indices: return true
        case .positive(let q) where other.indices == factor.indices:
          if let gap = gap(from: p, to: q), !gap.isPositive { return true }
        case .zero(let q) where other.indices == factor.indices && other.atom != factor.atom:
          if let gap = gap(from: p, to: q), !gap.isZero { return true }
        // x is 0 where [x = 0] is 1.
        case .symbol where !other.power.isNegative:
          guard let (monomial, _) = p.single, monomial.factors.count == 1, monomial.sums.isEmpty else {
            break
          }
          let own = monomial.factors[0]
          if own.atom == other.atom,
            own.indices.map({ $0.isFree ? factor.indices[$0.number] : $0 }) == other.indices
          {
            return true
          }
        default: break
        }
      }
    }
    return false
  }

  /// Multiplies out sums that stand to powers of at least 1.
  private func expandingPowers(_ term: inout Term) throws -> [Term]? {
    for (position, factor) in term.factors.enumerated() {
      guard case .base(let p) = atoms[factor.atom] else { continue }
      let isPlain = p.single.map { self.isPlain($0.monomial) } ?? false
      let whole = Self.floor(factor.power)
      guard whole >= 1 || (isPlain && whole != 0) else { continue }
      let rest = try factor.power.minus(Fraction(whole))
      var base = term
      base.factors.remove(at: position)
      if !rest.isZero { base.factors.append(Factor(factor.atom, factor.indices, power: rest)) }
      if whole > 12 { throw Intractable.tooManyTerms }
      var parts = [base]
      if isPlain, whole < 0 {
        let inverted = try power(p, Fraction(whole))
        return try multiplied(parts, by: inverted, at: factor.indices)
      }
      for _ in 0..<whole { parts = try multiplied(parts, by: p, at: factor.indices) }
      return parts
    }
    return nil
  }

  /// Whether a term is a product of powers, without sums.
  private func isPlain(_ monomial: Monomial) -> Bool {
    monomial.sums.isEmpty && !monomial.factors.contains { atoms[$0.atom].isIndicator }
  }

  static func floor(_ value: Fraction) -> Int {
    let quotient = value.numerator / value.denominator
    let isBelow = value.numerator < 0 && value.numerator % value.denominator != 0
    return Int(truncatingIfNeeded: isBelow ? quotient - 1 : quotient)
  }

  func multiplied(_ terms: [Term], by p: Polynomial, at places: [Index]) throws -> [Term] {
    if terms.count * p.terms.count > Self.mostTerms { throw Intractable.tooManyTerms }
    var products: [Term] = []
    for term in terms {
      for (monomial, coefficient) in p.sorted {
        products.append(try joined(term, taken(monomial, coefficient, at: places)))
      }
    }
    return products
  }

  /// Sums over what picks elements.
  private func contractSelectors(_ term: inout Term) throws -> Bool {
    for (position, factor) in term.factors.enumerated() {
      guard let last = factor.indices.last else { continue }
      switch atoms[factor.atom] {
      case .oneHot where last.isBound && uses(last, in: term) == 1:
        // Each row has one 1.
        term.factors.remove(at: position)
        term.sums[last] = nil
        note("the rows of a one-hot matrix add up to 1")
        return true
      case .oneHot:
        // Two 1s of a row stand at the same place.
        let rows = factor.indices.dropLast()
        for (other, second) in term.factors.enumerated()
        where other != position && second.atom == factor.atom && second.indices.dropLast() == rows {
          term.factors[other] = Factor(delta, [last, second.indices[second.indices.count - 1]])
          return true
        }
      case .selector, .reversal:
        for (other, second) in term.factors.enumerated() where other > position && second.atom == factor.atom
        {
          for (a, b) in [(0, 0), (1, 1), (0, 1), (1, 0)] where isReversal(factor.atom) || a == b && a == 0 {
            let shared = factor.indices[a]
            guard shared.isBound, shared == second.indices[b], uses(shared, in: term) == 2 else { continue }
            term.factors[other] = Factor(delta, [factor.indices[1 - a], second.indices[1 - b]])
            term.factors.remove(at: position)
            term.sums[shared] = nil
            return true
          }
        }
      default: break
      }
    }
    return false
  }

  private func isReversal(_ atom: Int) -> Bool { if case .reversal = atoms[atom] { true } else { false } }

  /// How often an index stands in a term.
  func uses(_ index: Index, in term: Term) -> Int {
    term.factors.reduce(0) { $0 + $1.indices.count { $0 == index } }
  }
}
