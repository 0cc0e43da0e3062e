/// The partial derivative of an elementwise operation in one operand: how it scales a cotangent, or a tangent.
///
/// The trivial cases are told apart so that gradients do not fill with products by 1.
package enum Partial: Sendable {
  /// The derivative is 0 everywhere.
  case zero
  case one
  case minusOne
  case factor(Tensor)
  /// 1 where `wins` is not 0, ½ where `ties` is not 0, and 0 elsewhere, whatever it meets: it is selected, not multiplied.
  case choice(wins: Tensor, ties: Tensor? = nil)
  /// The first over the second, which may be infinite where what it meets is small: that is multiplied first.
  case quotient(Tensor, Tensor)
  /// The reciprocal of the tensor: dividing once is one rounding better than multiplying by 1/x.
  case divisor(Tensor)

  /// The derivative times `variation`, a cotangent or a tangent, without what cancels; nil for zero.
  package consuming func scaling(_ variation: Tensor) -> Tensor? {
    switch self {
    case .zero: nil
    case .one: variation
    case .minusOne: -variation
    case .factor(let factor): Partial.cancelledProduct(variation, factor) ?? variation * factor
    case .choice(let wins, nil): select(wins, variation, 0)
    case .choice(let wins, let ties?): select(wins, variation, 0) + select(ties, 0.5 * variation, 0)
    case .quotient(let above, let below):
      (Partial.cancelledProduct(variation, above) ?? variation * above) / below
    case .divisor(let divisor): Partial.cancelledQuotient(variation, divisor) ?? variation / divisor
    }
  }
}

/// A function of each element of its operands, which broadcast: one partial derivative gives both modes.
package protocol DifferentiableMap: PrimitiveFamily {
  /// The derivative in the operand numbered `index`.
  func partial(in index: Int, of inputs: Inputs, output: Tensor) -> Partial
}

extension DifferentiableMap {
  package func pullback(
    _ cotangent: Tensor, to index: Int, of inputs: Inputs, output: Tensor
  ) -> Tensor? {
    partial(in: index, of: inputs, output: output).scaling(cotangent)
  }

  package func pushforward(_ tangents: [Tensor?], of inputs: Inputs, output: Tensor) -> Tensor? {
    .total(
      tangents.enumerated().map { index, tangent in
        tangent.flatMap { partial(in: index, of: inputs, output: output).scaling($0) }
      })
  }

  package func rowRules(_ operands: [Shape], _ result: Shape, over extent: Shape.Extent) -> [RowRule] {
    RowRule.elementwise(operands, result, over: extent)
  }

  package func batched(_ operands: [BatchedOperand]) -> Tensor {
    .recording(primitive, BatchedOperand.aligned(operands))
  }
}

extension Tensor {
  /// The sum of those terms that are not nil, which is 0; nil if none is.
  package static func total(_ terms: [Tensor?]) -> Tensor? {
    let terms = terms.compactMap { $0 }
    return terms.first.map { terms.dropFirst().reduce($0, +) }
  }
}
