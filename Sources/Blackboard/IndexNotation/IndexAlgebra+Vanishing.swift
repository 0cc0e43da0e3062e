internal import ChainRule

// Whether a difference is 0 though it is not written so.
extension IndexAlgebra {
  /// Whether a sum is 0, if need be after it is multiplied by what stands below a fraction bar, which is not 0, or by a
  /// matrix that is inverted, which is regular.
  func vanishes(_ p: Polynomial, depth: Int = 4) throws -> Bool {
    if p.isZero { return true }
    if depth == 0 { return false }
    if let cleared = try clearingDenominators(p) { return try vanishes(cleared, depth: depth - 1) }
    guard p.axes.count == 2 || p.axes.count == 1 else { return false }
    for matrix in inverted(p) {
      for form in [matrix, try transposed(matrix)] {
        for isBehind in p.axes.count == 2 ? [false, true] : [false] {
          guard form.axes[0] == p.axes[isBehind ? 1 : 0] else { continue }
          let product = try multiplied(p, by: form, isBehind: isBehind)
          if inverted(product).count <= inverted(p).count, product.terms.count <= 2 * p.terms.count + 4,
            product != p, try vanishes(product, depth: depth - 1)
          {
            note("A regular: AX = AY only if X = Y")
            return true
          }
        }
      }
    }
    return false
  }

  private func multiplied(_ p: Polynomial, by matrix: Polynomial, isBehind: Bool) throws -> Polynomial {
    if p.axes.count == 2 { return try isBehind ? matrixProduct(p, matrix) : matrixProduct(matrix, p) }
    let inner = fresh()
    return try product(
      matrix, at: [.free(0), inner], p, at: [inner], on: p.axes, over: [inner: matrix.axes[1]])
  }

  /// The matrices that are inverted in a sum, sums first.
  private func inverted(_ p: Polynomial) -> [Polynomial] {
    var found: [Int] = []
    for monomial in p.sorted.map(\.monomial) {
      for factor in monomial.factors where !found.contains(factor.atom) {
        if case .inverse = atoms[factor.atom] { found.append(factor.atom) }
      }
    }
    let matrices = found.compactMap { atom -> Polynomial? in
      if case .inverse(let matrix) = atoms[atom] { matrix } else { nil }
    }
    return matrices.filter { $0.terms.count > 1 } + matrices.filter { $0.terms.count == 1 }
  }

  /// A sum times the reciprocals of sums that stand in it, at indices of the whole; nil if there is none.
  private func clearingDenominators(_ p: Polynomial) throws -> Polynomial? {
    struct Place: Hashable {
      let atom: Int
      let indices: [Index]
    }
    var powers: [Place: Fraction] = [:]
    for monomial in p.terms.keys {
      for factor in monomial.factors
      where factor.power.isNegative && !factor.indices.contains(where: \.isBound) {
        guard case .base(let q) = atoms[factor.atom],
          q.terms.count > 1 || !(q.single?.monomial.sums.isEmpty ?? true)
        else { continue }
        let place = Place(atom: factor.atom, indices: factor.indices)
        if powers[place].map({ isLess(factor.power, $0) }) ?? true { powers[place] = factor.power }
      }
    }
    if powers.isEmpty { return nil }
    // Summed denominators stay as they are where both ends are summed over; all others go at once.
    var factors: [Factor] = []
    for (place, power) in powers.sorted(by: {
      ($0.key.atom, $0.key.indices.count) < ($1.key.atom, $1.key.indices.count)
    }) {
      factors.append(Factor(place.atom, place.indices, power: power.negated))
    }
    var result = Polynomial(axes: p.axes)
    for (monomial, coefficient) in p.terms {
      var term = taken(monomial, coefficient, at: free(p.axes.count))
      term.factors += factors
      try add(term, to: &result.terms)
    }
    return result == p ? nil : result
  }

  /// A sum without what is only there where something is exactly 0, and what that is.
  func withoutTies(_ p: Polynomial) -> (rest: Polynomial, ties: [Factor]) {
    var (rest, ties) = (p, [Factor]())
    for monomial in p.terms.keys {
      for factor in monomial.factors {
        if case .zero(let q) = atoms[factor.atom], isData(q) {
          rest.terms[monomial] = nil
          if !ties.contains(where: { $0.atom == factor.atom }) { ties.append(factor) }
        }
      }
    }
    return (rest, ties.sorted { $0.serial.lexicographicallyPrecedes($1.serial) })
  }

  /// Whether a value varies with given numbers, so that it is 0 at few points only.
  private func isData(_ p: Polynomial) -> Bool {
    p.terms.keys.contains { monomial in
      monomial.factors.contains { factor in
        switch atoms[factor.atom] {
        case .symbol(let number):
          switch symbols[number].primitive {
          case .leaf(.input), .leaf(.parameter): true
          default: false
          }
        case .exponential(let q), .logarithm(let q), .base(let q), .inverse(let q), .determinant(let q):
          isData(q)
        case .function(_, let operands): operands.contains { isData($0) }
        default: false
        }
      }
    }
  }
}
