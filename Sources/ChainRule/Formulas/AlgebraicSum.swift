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

  /// The factor that all terms share: powers of scalar symbols and a number (its sign only where all are negative); 1 where
  /// it is not the same in all.
  var content: Monomial {
    guard let first = terms.first, terms.count > 1 else { return Monomial(1) }
    let scalars = first.filtered(\.base.isScalarSymbol)
    let allNegative = terms.allSatisfy(\.coefficient.isNegative)
    let sharesScalars = terms.allSatisfy { term in
      term.filtered(\.base.isScalarSymbol).isLike(scalars) && term.factors.count > scalars.factors.count
    }
    guard sharesScalars else { return Monomial(allNegative ? -1 : 1) }
    let magnitude = first.coefficient.magnitude
    let sharesNumber = terms.allSatisfy { $0.coefficient.magnitude == magnitude }
    let number = sharesNumber ? magnitude : Coefficient(1)
    var content = scalars
    content.coefficient = allNegative ? -number : number
    return content
  }

  /// The tensor that this is, perhaps broadcast, if it is one.
  var onlyFactor: Tensor? { terms.count == 1 ? terms[0].onlyFactor : nil }

  /// Whether this is the number 1, perhaps broadcast.
  var isOne: Bool { terms.count == 1 && terms[0].factors.isEmpty && terms[0].coefficient == 1 }
}
