/// What the forward pass made of the tangents of one node's inputs.
package struct PushforwardObservation: Sendable {
  package let node: Node
  /// Those of the inputs; nil for what does not vary.
  package let tangents: [Tensor?]
  /// That of the node; nil if its rule says that it does not vary.
  package let tangent: Tensor?
}

/// Is told each tangent when it is made, in the order of the forward pass.
package typealias PushforwardObserver = (PushforwardObservation) -> Void
