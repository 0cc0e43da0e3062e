// Products of matrices and vectors, of more than two.

extension Notation where Subject == Node {
  /// A product with what may be a product itself: A(Bx) is written ABx, since the order makes no difference.
  ///
  /// It does where a product of a vector and a matrix, which looks like a row, stands for a column, or with stacks of matrices.
  package static func chain(
    _ left: TensorNotation, _ right: TensorNotation, _ node: Node?
  ) -> TensorNotation {
    guard case .juxtaposed(let first, let second) = right.content, left.rank <= 2,
      node?.isPlainProduct != false
    else { return .juxtaposed(left, right) }
    return .juxtaposed(chain(left, first, first.subject), second)
  }
}

extension Node {
  /// Whether this is the product of a matrix and another or a vector, perhaps as a row.
  fileprivate var isPlainProduct: Bool {
    if case .reshape = primitive, shape.rank == 2, shape[0] == 1 { return inputs[0].isPlainProduct }
    guard case .matrixProduct = primitive else { return false }
    return inputs[0].shape.rank == 2 && inputs[1].shape.rank <= 2
  }
}
