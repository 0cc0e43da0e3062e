/// A value in simplification: a sum of monomials, together with the shape of the tensor that it stands for.
///
/// Factors may have smaller shapes, which broadcast; no terms stand for zero.
struct AlgebraicSum {
  private(set) var terms: [Monomial] = []
  var shape: Shape

  init(_ terms: [Monomial] = [], shape: Shape) {
    self.shape = shape
    for term in terms { add(term) }
  }

  /// Adds a term, joining it with one that has the same factors.
  mutating func add(_ term: Monomial) {
    if let position = terms.firstIndex(where: { $0.isLike(term) }) {
      terms[position].coefficient = terms[position].coefficient + term.coefficient
      if terms[position].coefficient.isZero { terms.remove(at: position) }
    } else if !term.coefficient.isZero {
      terms.append(term)
    }
  }

  func scaled(by ratio: Ratio) -> AlgebraicSum {
    var result = AlgebraicSum(shape: shape)
    result.terms = terms.map { term in
      var term = term
      term.coefficient = term.coefficient * ratio
      return term
    }
    return result
  }

  /// The factor that all terms share: a number (up to the sign, which is shared only where all are negative)
  /// and powers of scalar symbols; 1 where it is not the same in all.
  var content: Monomial {
    guard let first = terms.first, terms.count > 1 else { return Monomial(1) }
    let scalars = first.filtered(\.base.isScalarSymbol)
    let magnitude = first.coefficient.isNegative ? -first.coefficient : first.coefficient
    let isShared = terms.allSatisfy { term in
      let others = term.filtered(\.base.isScalarSymbol)
      return others.isLike(scalars)
        && (term.coefficient == magnitude || term.coefficient == -magnitude)
        && term.factors.count > scalars.factors.count
    }
    let allNegative = terms.allSatisfy(\.coefficient.isNegative)
    guard isShared else { return Monomial(allNegative ? -1 : 1) }
    var content = scalars
    content.coefficient = allNegative ? -magnitude : magnitude
    return content
  }
}
