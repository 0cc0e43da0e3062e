/// What the backward pass did to hand one node's cotangent to one of its inputs.
package struct PullbackObservation: Sendable {
  package let node: Node
  /// The number of the input.
  package let input: Int
  /// The node's cotangent.
  package let cotangent: Tensor
  /// What the family's rule made of it.
  package let afterRule: Tensor
  /// The same with 0 where a mask is 0.
  package let afterMask: Tensor
  /// What is added to the input's cotangent, in the input's shape.
  package let afterUnbroadcasting: Tensor
}

/// Is told each contribution when it is made, in the order of the backward pass.
package typealias PullbackObserver = (PullbackObservation) -> Void
