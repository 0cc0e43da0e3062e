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
  package func scaling(_ variation: Tensor) -> Tensor? {
    switch self {
    case .zero: nil
    case .one: variation
    case .minusOne: -variation
    case .factor(let factor): variation * factor
    case .divisor(let divisor): variation / divisor
    }
  }
}
