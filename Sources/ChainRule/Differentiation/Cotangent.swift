/// The derivative of the loss with respect to one node, and which of its elements reach the loss.
package struct Cotangent: Sendable {
  package let value: Tensor
  /// Nil for all elements.
  package let mask: Mask?

  package init(_ value: Tensor, mask: Mask? = nil) {
    self.value = value
    self.mask = mask
  }

  /// The sum of what two uses of a node contribute: an element reaches the loss where it does through either.
  package static func + (left: Cotangent, right: Cotangent) -> Cotangent {
    Cotangent(left.value + right.value, mask: Mask.union(left.mask, right.mask))
  }
}
