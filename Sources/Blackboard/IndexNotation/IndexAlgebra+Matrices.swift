internal import ChainRule

// Inverses and determinants.
extension IndexAlgebra {
  /// The inverse of a matrix; what is singular has none.
  func inverse(_ p: Polynomial) throws -> Polynomial {
    if p.isZero { throw Intractable.zeroDivisor }
    if let diagonal = try diagonal(of: p) {
      return try product(
        reciprocal(diagonal), at: [.free(0)], identity(p.axes[0]), at: [.free(0), .free(1)], on: p.axes)
    }
    let lead = p.sorted[p.terms.count - 1].coefficient
    guard let scale = lead.reciprocal else { throw Intractable.zeroDivisor }
    let normal = try scaled(p, scale)
    if let chain = try chain(of: normal), chain.count > 1 {
      note("(AB)⁻¹ = B⁻¹A⁻¹")
      let inverses = try chain.reversed().map { try inverse($0) }
      return try scaled(inverses.dropFirst().reduce(inverses[0]) { try matrixProduct($0, $1) }, scale)
    }
    // (A⁻¹)⁻¹ = A
    if let (monomial, _) = normal.single, monomial.factors.count == 1, monomial.lengths.isEmpty,
      monomial.factors[0].power == .one, case .inverse(let inner) = atoms[monomial.factors[0].atom],
      monomial.sums.isEmpty
    {
      let places = monomial.factors[0].indices
      // Of a transpose it is the transpose.
      return try scaled(places == [.free(0), .free(1)] ? inner : transposed(inner), scale)
    }
    let other = try transposed(normal)
    let (mine, its) = (normal.serial, other.serial)
    let isFlipped = its.lexicographicallyPrecedes(mine)
    let number = number(
      of: .inverse(isFlipped ? other : normal),
      symmetries: normal.terms == other.terms ? [[0, 1], [1, 0]] : [[0, 1]])
    let places: [Index] = isFlipped ? [.free(1), .free(0)] : [.free(0), .free(1)]
    return try scaled(factor(number, places, on: p.axes), scale)
  }

  func identity(_ length: Int) -> Polynomial {
    let factor = Factor(delta, [.free(0), .free(1)])
    if case .fixed(1) = extents[length] { return constant(.one, on: [length, length]) }
    return Polynomial(
      axes: [length, length], terms: [Monomial(lengths: [], factors: [factor], sums: []): .one])
  }

  /// The diagonal of a matrix that is 0 elsewhere; nil for any other one.
  private func diagonal(of p: Polynomial) throws -> Polynomial? {
    let isDiagonal = p.terms.keys.allSatisfy { monomial in
      monomial.factors.contains { $0.atom == delta && $0.indices == [.free(0), .free(1)] }
    }
    if case .fixed(1) = extents[p.axes[0]] {
      return try placed(p, at: [.at(0), .at(0)], on: [p.axes[0]])
    }
    return isDiagonal ? try placed(p, at: [.free(0), .free(0)], on: [p.axes[0]]) : nil
  }

  /// The square matrices whose product this is; nil if it is no such product.
  private func chain(of p: Polynomial) throws -> [Polynomial]? {
    guard let (monomial, coefficient) = p.single, coefficient == .one, monomial.lengths.isEmpty,
      let word = word(monomial), monomial.sums.allSatisfy({ $0 == p.axes[0] })
    else { return nil }
    return try word.map { step in
      try factor(step.atom, step.isForward ? [.free(0), .free(1)] : [.free(1), .free(0)], on: p.axes)
    }
  }

  struct Step {
    let atom: Int
    /// Whether it goes from the first of its indices to the second.
    let isForward: Bool
  }

  /// The matrices that lead from index 0 to index 1 of a term, which has no other factors.
  func word(_ monomial: Monomial) -> [Step]? {
    var left = monomial.factors
    guard !left.isEmpty,
      left.allSatisfy({ $0.indices.count == 2 && $0.power == .one && !atoms[$0.atom].isIndicator })
    else { return nil }
    var (place, word) = (Index.free(0), [Step]())
    while !left.isEmpty {
      let hits = left.indices.filter { left[$0].indices.contains(place) }
      guard hits.count == 1 else { return nil }
      let factor = left.remove(at: hits[0])
      if factor.indices[0] == factor.indices[1] { return nil }
      let isForward = factor.indices[0] == place
      word.append(Step(atom: factor.atom, isForward: isForward))
      place = factor.indices[isForward ? 1 : 0]
    }
    return place == .free(1) ? word : nil
  }

  /// The longest term of a matrix that is a product of matrices.
  private func longestWord(
    of p: Polynomial
  ) -> (word: [Step], monomial: Monomial, coefficient: Fraction)? {
    var best: (word: [Step], monomial: Monomial, coefficient: Fraction)?
    for (monomial, coefficient) in p.sorted where monomial.lengths.isEmpty {
      if let word = word(monomial), word.count >= best?.word.count ?? 0 {
        best = (word, monomial, coefficient)
      }
    }
    return best
  }

  /// E E⁻¹ = I, by the longest product of E: where it meets the inverse, it is I less the rest of E times the inverse.
  func clearingInverses(_ term: Term) throws -> [Term]? {
    for (position, factor) in term.factors.enumerated() where factor.power == .one {
      guard case .inverse(let matrix) = atoms[factor.atom], let lead = longestWord(of: matrix) else {
        continue
      }
      for places in symmetries(of: factor.atom).map({ $0.map { factor.indices[$0] } }) {
        for isBehind in [false, true] {
          guard let found = walk(term, position, from: places[isBehind ? 1 : 0], lead.word, isBehind) else {
            continue
          }
          return try replaced(
            term, position, matrix, lead.monomial, lead.coefficient, found.used, end: found.end,
            other: places[isBehind ? 0 : 1], isBehind: isBehind)
        }
      }
    }
    return nil
  }

  /// Where a product of matrices stands in front of the inverse, or behind it.
  private func walk(
    _ term: Term, _ inverse: Int, from start: Index, _ word: [Step], _ isBehind: Bool
  ) -> (used: [Int], end: Index)? {
    var (place, used) = (start, [Int]())
    for step in isBehind ? word : word.reversed() {
      guard place.isBound, uses(place, in: term) == 2 else { return nil }
      var next: Index?
      for (position, factor) in term.factors.enumerated()
      where next == nil && position != inverse && !used.contains(position) && factor.atom == step.atom
        && factor.power == .one && factor.indices.contains(place)
      {
        let orders = symmetries(of: factor.atom)
        for order in orders.isEmpty ? [[0, 1]] : orders {
          let own = order.map { factor.indices[$0] }
          // Behind the inverse the product is read from its start, in front of it from its end.
          let near = step.isForward == isBehind ? 0 : 1
          if own[near] == place && own[1 - near] != place {
            next = own[1 - near]
            used.append(position)
            break
          }
        }
      }
      guard let next else { return nil }
      place = next
    }
    return (used, place)
  }

  private func replaced(
    _ term: Term, _ inverse: Int, _ matrix: Polynomial, _ lead: Monomial, _ coefficient: Fraction,
    _ used: [Int], end: Index, other: Index, isBehind: Bool
  ) throws -> [Term] {
    guard let scale = coefficient.reciprocal else { throw Intractable.zeroDivisor }
    var rest = term
    rest.coefficient = try term.coefficient.times(scale)
    let gone = Set(used.flatMap { term.factors[$0].indices } + term.factors[inverse].indices)
    for index in gone where index.isBound && index != end && index != other { rest.sums[index] = nil }
    rest.factors = term.factors.enumerated().filter { $0.offset != inverse && !used.contains($0.offset) }
      .map(\.element)
    note("A A⁻¹ = I")
    var whole = rest
    whole.factors.append(Factor(delta, [end, other]))
    var parts = [whole]
    let middle = fresh()
    let atom = term.factors[inverse].atom
    rest.coefficient = rest.coefficient.negated
    rest.sums[middle] = matrix.axes[0]
    rest.factors.append(Factor(atom, isBehind ? [other, middle] : [middle, other]))
    for (monomial, own) in matrix.sorted where monomial != lead {
      let places = isBehind ? [middle, end] : [end, middle]
      parts.append(try joined(rest, taken(monomial, own, at: places)))
    }
    return parts
  }

  // MARK: Determinants

  /// The determinant of a matrix.
  func determinant(_ p: Polynomial) throws -> Polynomial {
    if p.isZero { return Polynomial(axes: []) }
    if case .fixed(1) = extents[p.axes[0]] { return try placed(p, at: [.at(0), .at(0)], on: []) }
    if p == identity(p.axes[0]) { return constant(.one) }
    if let chain = try chain(of: p) {
      if chain.count > 1 {
        note("det AB = det A · det B")
        let all = try chain.map { try determinant($0) }
        return try all.dropFirst().reduce(all[0]) { try times($0, $1) }
      }
      if let (monomial, _) = p.single, case .inverse(let inner) = atoms[monomial.factors[0].atom] {
        note("det A⁻¹ = 1/det A")
        return try reciprocal(determinant(inner))
      }
    }
    if let updated = try determinantOfUpdate(p) { return updated }
    let other = try transposed(p)
    let form = other.serial.lexicographicallyPrecedes(p.serial) ? other : p
    return try factor(number(of: .determinant(form)), [], on: [])
  }

  /// det(A + u vᵀ) = det A · (1 + vᵀ A⁻¹ u), where u vᵀ is one term.
  ///
  /// - Source: J. Sherman, W. J. Morrison, "Adjustment of an inverse matrix", Annals of Mathematical Statistics 21 (1950).
  private func determinantOfUpdate(_ p: Polynomial) throws -> Polynomial? {
    if p.terms.count < 2 { return nil }
    for (monomial, coefficient) in p.sorted {
      guard let (left, right) = separated(monomial) else { continue }
      var rest = p
      rest.terms[monomial] = nil
      guard rest == identity(p.axes[0]) || rest.single.map({ word($0.monomial) != nil }) ?? false else {
        continue
      }
      let term = taken(monomial, coefficient, at: free(2))
      var (u, v) = (Term(coefficient: coefficient), Term(coefficient: .one))
      u.lengths = term.lengths
      u.factors = left.map { term.factors[$0] }
      v.factors = right.map { term.factors[$0] }
      for (index, length) in term.sums {
        if u.factors.contains(where: { $0.indices.contains(index) }) {
          u.sums[index] = length
        } else {
          v.sums[index] = length
        }
      }
      note("det(A + uvᵀ) = det A · (1 + vᵀA⁻¹u)")
      let column = try placed(single(u, on: p.axes), at: [.free(0), .free(0)], on: [p.axes[0]])
      let row = try placed(single(v, on: p.axes), at: [.free(0), .free(0)], on: [p.axes[0]])
      let (i, j) = (fresh(), fresh())
      let mapped = try product(
        inverse(rest), at: [.free(0), j], column, at: [j], on: [p.axes[0]], over: [j: p.axes[0]])
      let form = try product(row, at: [i], mapped, at: [i], on: [], over: [i: p.axes[0]])
      return try times(determinant(rest), plus(constant(.one), form))
    }
    return nil
  }

  /// The factors of a term that hang together with index 0, and those with index 1; nil if these are not apart.
  private func separated(_ monomial: Monomial) -> (left: [Int], right: [Int])? {
    var (indices, left, isGrowing) = (Set([Index.free(0)]), Set<Int>(), true)
    while isGrowing {
      isGrowing = false
      for (position, factor) in monomial.factors.enumerated()
      where !left.contains(position) && factor.indices.contains(where: { indices.contains($0) }) {
        left.insert(position)
        indices.formUnion(factor.indices.filter { !$0.isPosition })
        isGrowing = true
      }
    }
    let right = monomial.factors.indices.filter { !left.contains($0) }
    let isApart =
      !indices.contains(.free(1)) && right.contains { monomial.factors[$0].indices.contains(.free(1)) }
    return isApart && !left.isEmpty ? (left.sorted(), right) : nil
  }
}
