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
    var mask: Tensor?
    if let a = left.mask, let b = right.mask { mask = a == b ? a : maximum(a, b) }
    return Cotangent(value: left.value + right.value, mask: mask)
  }
}
