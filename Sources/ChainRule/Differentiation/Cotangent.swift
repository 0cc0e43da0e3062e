/// The derivative of the loss with respect to one node, and where a `select` has made it zero for good.
///
/// The mask is what keeps a branch not taken from poisoning the gradient. In `select(x > 0, sqrt(x), 0)` at 0
/// the cotangent of the square root is a selected 0, and the root's own rule would compute 0/0 with it. An
/// elementwise rule behind a mask is therefore selected again: `select(mask, rule, 0)`. A zero that arithmetic
/// made is not masked, and 0 · ∞ stays NaN there: it is not known what the limit would be.
package struct Cotangent: Sendable {
  package let value: Tensor
  /// Nonzero where the node reaches the loss, and nil for everywhere; it broadcasts against `value`.
  package let mask: Tensor?

  /// The sum of the contributions of two uses of a node: live where either is.
  package static func + (left: Cotangent, right: Cotangent) -> Cotangent {
    let value = left.value + right.value
    guard let a = left.mask, let b = right.mask, !isComplement(a, b), !isComplement(b, a) else {
      return Cotangent(value: value, mask: nil)
    }
    return Cotangent(value: value, mask: a == b ? a : maximum(a, b))
  }

  /// The mask of the first branch of a `select` by `condition`, 0 or 1 whatever numbers the condition holds.
  package static func holds(_ condition: Tensor) -> Tensor {
    if case .comparison = condition.node.primitive { return condition }
    return condition .!= 0
  }

  /// Whether `other` is the mask of the second branch of the `select` that `mask` is the first of: together they
  /// leave nothing out.
  private static func isComplement(_ mask: Tensor, _ other: Tensor) -> Bool {
    guard case .comparison(.equal) = other.node.primitive, other.node.inputs[1].isZero else { return false }
    if other.node.inputs[0] === mask.node { return true }
    guard case .comparison(.notEqual) = mask.node.primitive, mask.node.inputs[1].isZero else { return false }
    return other.node.inputs[0] === mask.node.inputs[0]
  }
}
