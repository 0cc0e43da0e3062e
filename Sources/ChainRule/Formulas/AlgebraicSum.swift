/// A value in simplification: a sum of monomials, together with the shape of the tensor that it stands for.
///
/// Factors may have smaller shapes, which broadcast; no terms stand for zero.
struct AlgebraicSum {
  /// What became of a term that was added.
  enum Addition {
    case appended, collected, cancelled
    /// It was zero.
    case dropped
  }

  private(set) var terms: [Monomial] = []
  var shape: Shape

  init(_ terms: [Monomial] = [], shape: Shape) {
    self.shape = shape
    for term in terms { add(term) }
  }

  /// Adds a term, joining it with one that has the same factors.
  @discardableResult
  mutating func add(_ term: Monomial) -> Addition {
    if term.coefficient.isZero { return .dropped }
    guard let position = terms.firstIndex(where: { $0.isLike(term) }) else {
      terms.append(term)
      return .appended
    }
    terms[position].coefficient = terms[position].coefficient + term.coefficient
    if !terms[position].coefficient.isZero { return .collected }
    terms.remove(at: position)
    return .cancelled
  }

  func scaled(by factor: Coefficient) -> AlgebraicSum {
    var result = AlgebraicSum(shape: shape)
    result.terms = terms.map { term in
      var term = term
      term.coefficient = term.coefficient * factor
      return term
    }
    return result
  }

  var negated: AlgebraicSum { scaled(by: Coefficient(-1)) }

  /// The factor that all terms share: powers of scalars and a number (its sign only where all are negative); 1 where
  /// there is none.
  var content: Monomial {
    guard let first = terms.first, terms.count > 1 else { return Monomial(1) }
    // In a sum of scalars, computed ones are what is added.
    func isInFront(_ factor: Monomial.Factor) -> Bool {
      shape.isScalar ? factor.base.isScalarSymbol : factor.base.node.shape.isScalar
    }
    let scalars = first.filtered(isInFront)
    let allNegative = terms.allSatisfy(\.coefficient.isNegative)
    let magnitude = first.coefficient.magnitude
    let sharesNumber = terms.allSatisfy { $0.coefficient.magnitude == magnitude }
    let number = sharesNumber ? magnitude : Coefficient(1)
    let sharesScalars = terms.allSatisfy { term in
      term.filtered(isInFront).isLike(scalars) && term.factors.count > scalars.factors.count
    }
    var content = scalars
    if !sharesScalars {
      // A part of them that all have is taken out of arrays.
      content = scalars.filtered { factor in terms.allSatisfy { $0.factors.contains(factor) } }
      if shape.isScalar || content.factors.isEmpty { return Monomial(allNegative ? -1 : 1) }
    }
    content.coefficient = allNegative ? -number : number
    return content
  }

  /// The tensor that this is, perhaps broadcast, if it is one.
  var onlyFactor: Tensor? { terms.count == 1 ? terms[0].onlyFactor : nil }

  /// The terms of a polynomial in one symbol in the order of their degrees, from the constant on if that is positive and there
  /// are two terms, or if the highest is negative; nil of any other sum.
  var byDegree: [Monomial]? {
    let bases = Set(terms.flatMap { $0.factors.map(\.base) })
    guard terms.count > 1, let base = bases.first, bases.count == 1, base.node.inputs.isEmpty || base.isNamed
    else { return nil }
    let degrees = terms.map { $0.factors.first?.exponent ?? 0 }
    guard degrees.allSatisfy({ $0 >= 0 }), degrees.contains(where: { $0 > 1 }) else { return nil }
    let ascending = terms.sorted { ($0.factors.first?.exponent ?? 0) < ($1.factors.first?.exponent ?? 0) }
    let (lowest, highest) = (ascending[0].coefficient, ascending[ascending.count - 1].coefficient)
    if lowest.isNegative && highest.isNegative { return nil }
    return highest.isNegative || (!lowest.isNegative && terms.count == 2) ? ascending : ascending.reversed()
  }
}
