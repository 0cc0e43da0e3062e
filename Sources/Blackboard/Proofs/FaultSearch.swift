internal import ChainRule

/// Names what is wrong with a formula by the difference of two normal forms.
struct FaultSearch {
  let algebra: IndexAlgebra

  /// What is wrong in `wrong`, where `right` is right; nil if the difference does not look like one mistake.
  func fault(in wrong: Polynomial, insteadOf right: Polynomial) -> Fault? {
    if right.terms.isEmpty { return fault(.surplus, nil, wrong.sorted.first, right.axes) }
    if wrong.terms.isEmpty { return fault(.dropped, right.sorted.first, nil, right.axes) }
    if let whole = multiple(right, wrong) { return whole }
    var (missing, surplus): ([Entry], [Entry]) = ([], [])
    for (monomial, coefficient) in right.sorted {
      guard let other = wrong.terms[monomial] else {
        missing.append((monomial, coefficient))
        continue
      }
      if other != coefficient, let fault = number(monomial, coefficient, other, right.axes) { return fault }
    }
    surplus = wrong.sorted.filter { right.terms[$0.monomial] == nil }
    for own in missing {
      for other in surplus {
        if let fault = paired(own, other, right.axes) { return fault }
      }
    }
    if surplus.isEmpty, let own = missing.first {
      return fault(isPenalty(own.monomial, in: right) ? .missingPenalty : .dropped, own, nil, right.axes)
    }
    if missing.isEmpty, let other = surplus.first {
      return fault(
        isPenaltyOfScalar(other.monomial, right) ? .penalizedIntercept : .surplus, nil, other, right.axes)
    }
    if let own = missing.first, let other = surplus.first { return fault(.exchanged, own, other, right.axes) }
    return nil
  }

  private typealias Entry = (monomial: Monomial, coefficient: Fraction)

  private func fault(_ kind: Fault.Kind, _ right: Entry?, _ wrong: Entry?, _ axes: [Int]) -> Fault {
    let printer = TermPrinter(algebra: algebra)
    func text(_ entry: Entry?) -> String {
      entry.map { printer.text(of: $0.monomial, $0.coefficient, on: axes).unicode } ?? ""
    }
    return Fault(kind: kind, right: text(right), wrong: text(wrong))
  }

  /// All terms are those of the other side times one number and power of lengths.
  private func multiple(_ right: Polynomial, _ wrong: Polynomial) -> Fault? {
    guard right.terms.count == wrong.terms.count else { return nil }
    func plain(_ p: Polynomial) -> [Monomial: (Fraction, [LengthPower])]? {
      var result: [Monomial: (Fraction, [LengthPower])] = [:]
      for (monomial, coefficient) in p.terms {
        var alone = monomial
        alone.lengths = []
        if result.updateValue((coefficient, monomial.lengths), forKey: alone) != nil { return nil }
      }
      return result
    }
    guard let a = plain(right), let b = plain(wrong), Set(a.keys) == Set(b.keys) else { return nil }
    var (ratio, lengths): (Fraction?, [Int: Int]?) = (nil, nil)
    for (monomial, own) in a {
      guard let other = b[monomial], let inverse = own.0.reciprocal,
        let quotient = other.0.multiplied(by: inverse)
      else { return nil }
      var powers: [Int: Int] = [:]
      for length in other.1 { powers[length.length, default: 0] += length.power }
      for length in own.1 { powers[length.length, default: 0] -= length.power }
      powers = powers.filter { $0.value != 0 }
      if ratio.map({ $0 != quotient }) ?? false || lengths.map({ $0 != powers }) ?? false { return nil }
      (ratio, lengths) = (quotient, powers)
    }
    guard let ratio, let lengths, let first = right.sorted.first else { return nil }
    var alone = first.monomial
    alone.lengths = []
    let other = b[alone].map { own -> Entry in
      alone.lengths = own.1
      return (alone, own.0)
    }
    let kind: Fault.Kind = !lengths.isEmpty ? .length : ratio == Fraction(-1) ? .sign : .factor
    return fault(kind, first, other, right.axes)
  }

  /// One term with another number.
  private func number(_ monomial: Monomial, _ own: Fraction, _ other: Fraction, _ axes: [Int]) -> Fault? {
    fault(other == own.negated ? .sign : .factor, (monomial, own), (monomial, other), axes)
  }

  /// A term that is missing and one that is too much, if one is the other with a slip.
  private func paired(_ own: Entry, _ other: Entry, _ axes: [Int]) -> Fault? {
    if own.monomial.factors == other.monomial.factors && own.monomial.sums == other.monomial.sums {
      return fault(.length, own, other, axes)
    }
    func atoms(_ monomial: Monomial) -> [[Int]] {
      monomial.factors.map { [$0.atom, Int(truncatingIfNeeded: $0.power.numerator)] }
        .sorted { $0.lexicographicallyPrecedes($1) }
    }
    return atoms(own.monomial) == atoms(other.monomial) ? fault(.indices, own, other, axes) : nil
  }

  /// Whether a term has no data in it, where others have: a parameter times a number or a scalar.
  private func isPenalty(_ monomial: Monomial, in p: Polynomial) -> Bool {
    func hasRows(_ monomial: Monomial) -> Bool {
      monomial.factors.contains { factor in
        if case .symbol(let number) = algebra.atoms[factor.atom] {
          return algebra.symbols[number].shape.extents.contains(.batch)
        }
        return false
      }
    }
    return !hasRows(monomial) && !monomial.factors.isEmpty && p.terms.keys.contains(where: hasRows)
      && monomial.factors.allSatisfy { if case .symbol = algebra.atoms[$0.atom] { true } else { false } }
  }

  /// Whether a term penalises a scalar: of two scalars alone, such as λ b.
  private func isPenaltyOfScalar(_ monomial: Monomial, _ right: Polynomial) -> Bool {
    right.axes.isEmpty && monomial.factors.count == 2 && monomial.lengths.isEmpty
      && isPenalty(monomial, in: right)
      && monomial.factors.allSatisfy { $0.indices.isEmpty }
  }
}
