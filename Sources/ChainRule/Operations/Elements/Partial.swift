/// The partial derivative of an elementwise operation in one operand: how it scales a cotangent, or a tangent.
///
/// The trivial cases are told apart so that gradients do not fill with products by 1.
package enum Partial: Sendable {
  /// The derivative is 0 everywhere.
  case zero
  case one
  case minusOne
  case factor(Tensor)
  /// The reciprocal of the tensor: dividing once is one rounding better than multiplying by 1/x.
  case divisor(Tensor)

  /// The derivative times `variation`, a cotangent or a tangent; nil for zero.
  package consuming func scaling(_ variation: Tensor) -> Tensor? {
    switch self {
    case .zero: nil
    case .one: variation
    case .minusOne: -variation
    case .factor(let factor): variation * factor
    case .divisor(let divisor): variation / divisor
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

  package func batched(_ operands: [BatchedOperand]) -> Tensor {
    .recording(primitive, BatchedOperand.aligned(operands))
  }
}

extension Tensor {
  /// The sum of those shares that are not nil, which is 0; nil if none is.
  package static func total(_ shares: [Tensor?]) -> Tensor? {
    let shares = shares.compactMap { $0 }
    return shares.first.map { shares.dropFirst().reduce($0, +) }
  }
}
