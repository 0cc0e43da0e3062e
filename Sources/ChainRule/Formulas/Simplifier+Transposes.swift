// Transposes, which move inwards until they stand on symbols.

extension Simplifier {
  /// Products within products are transposed down to so many levels; the next stands under its transpose.
  private static let deepestTranspose = 32
  /// The same for sums within products within sums, of which each term is looked at.
  private static let deepestTransposedSum = 8

  /// Two permutations become one, and the transpose of a product the product of transposes.
  mutating func transposed(_ tensor: Tensor, _ permutation: Permutation, depth: Int = 0) -> Tensor {
    let rank = permutation.order.count
    let order = permutation.order.map { $0 < 0 ? $0 + rank : $0 }
    if order == Array(0..<rank) {
      builder.note(.joinedTransposes)
      return tensor
    }
    if tensor.isDiagonalSquare {
      builder.note(.symmetricMatrix)
      return tensor
    }
    let inputs = tensor.node.inputs.map { Tensor($0) }
    switch tensor.node.primitive {
    case .permutation(let inner):
      builder.note(.joinedTransposes)
      let combined = order.map { inner.order[$0] < 0 ? inner.order[$0] + rank : inner.order[$0] }
      return transposed(inputs[0], Permutation(order: combined))
    case .matrixProduct where depth < Self.deepestTranspose && inputs.allSatisfy { $0.node.shape.rank == 2 }:
      builder.note(.transposedProduct)
      let left = transposed(inputs[0], permutation, depth: depth + 1)
      let right = transposed(inputs[1], permutation, depth: depth + 1)
      return weighted(right, left) ?? builder.apply(tensor.node.primitive, [right, left])
    case .reshape where order == [1, 0] && tensor.withoutReshape.node.shape.rank == 1:
      builder.note(.columnAsRow)
      let target = Shape(tensor.node.shape.extents.reversed())
      return builder.apply(.reshape(Reshape(target: target)), [tensor.withoutReshape])
    default:
      return transposedSum(tensor, permutation, depth: depth)
        ?? builder.apply(.permutation(Permutation(order: order)), [tensor])
    }
  }

  /// The transpose of a sum of matrices of which none needs a transpose by it; nil of any other tensor.
  private mutating func transposedSum(
    _ tensor: Tensor, _ permutation: Permutation, depth: Int
  ) -> Tensor? {
    guard let terms = builder.terms(of: tensor), 2...4 ~= terms.count, permutation.order == [1, 0],
      depth < Self.deepestTransposedSum
    else { return nil }
    let uses = builder.uses
    let value = AlgebraicSum(terms, shape: tensor.node.shape)
    guard let result = transposedTerms(value, permutation, depth: depth + 1),
      result.terms.allSatisfy(\.isWithoutTranspose)
    else {
      builder.uses = uses
      return nil
    }
    return builder.tensor(result)
  }

  /// The transpose of a sum of matrices of which at least half lose a transpose by it; nil of any other value.
  mutating func transposedTerms(
    _ operand: AlgebraicSum, _ permutation: Permutation, depth: Int = 0
  ) -> AlgebraicSum? {
    let sum = builder.expanded(operand)
    if sum.terms.count == 1, permutation.order == [1, 0] {
      let (front, rest) = split(operand)
      guard !front.factors.isEmpty || front.coefficient != 1, let inner = rest.onlyFactor,
        let result = transposedTerms(
          AlgebraicSum([Monomial(of: inner)], shape: operand.shape), permutation, depth: depth)
      else { return nil }
      return times(front, result)
    }
    guard permutation.order == [1, 0], 2...4 ~= sum.terms.count else { return nil }
    var (plain, transposes): ([Monomial], [Monomial]) = ([], [])
    for term in sum.terms {
      let (front, rest) = split(AlgebraicSum([term], shape: operand.shape))
      guard let matrix = rest.onlyFactor, matrix.node.shape == operand.shape else { return nil }
      let other = transposed(matrix, permutation, depth: depth)
      let product = builder.product(front, Monomial(of: other), shape: operand.shape)
      if case .permutation = other.node.primitive {
        transposes.append(product)
      } else {
        plain.append(product)
      }
    }
    if plain.count < transposes.count { return nil }
    builder.note(.transposedSum)
    return multipliedOut(
      AlgebraicSum(plain + transposes, shape: Shape(operand.shape.extents.reversed())))
  }
}

extension Monomial {
  fileprivate var isWithoutTranspose: Bool {
    factors.allSatisfy { if case .permutation = $0.base.node.primitive { false } else { true } }
  }
}
