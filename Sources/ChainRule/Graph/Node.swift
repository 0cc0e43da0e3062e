/// One recorded operation: what was applied, to what, and the shape of the result.
///
/// A node never changes once it exists; a `Tensor` is a handle to one. Nodes point only at older nodes, so a
/// graph has no cycles and reference counting frees it.
///
/// # Why `@unchecked Sendable` is right
/// Every field that anyone can read is set in `init` and never again. The one exception is `inputs` and
/// `origin`, which `deinit` empties. A `deinit` runs after the last strong reference is gone (and there are no
/// weak or unowned references to nodes anywhere), so at that moment no other thread can hold the node, and the
/// write cannot be observed. Before that, `Node.release` empties the fields only of a node that
/// `isKnownUniquelyReferenced` has just found to have one reference, its own local variable.
package final class Node: @unchecked Sendable {
  package let primitive: Primitive
  package let shape: Shape
  package private(set) var inputs: [Node]
  /// The forward node in whose derivative rule this node was recorded; nil for what the caller recorded.
  package private(set) var origin: Node?

  /// Whether the node holds integers to gather or scatter at, which only a few operations take.
  package let holdsIndices: Bool

  package init(_ primitive: Primitive, inputs: [Node], shape: Shape, origin: Node?) {
    holdsIndices =
      switch primitive {
      case .leaf(.indices), .leaf(.fixedIndices): true
      case .reshape, .name: inputs[0].holdsIndices
      default: false
      }
    self.primitive = primitive
    self.inputs = inputs
    self.shape = shape
    self.origin = origin
  }

  /// Frees the graph below without recursion: a chain of a million nodes would overflow any stack.
  deinit {
    if inputs.isEmpty && origin == nil { return }
    var pending = inputs
    inputs = []
    if let origin { pending.append(origin) }
    origin = nil
    Node.release(&pending)
  }

  /// Lets go of each node in `pending`; a node that nobody else holds hands on what it holds first, so that
  /// its own `deinit` finds nothing left to do.
  private static func release(_ pending: inout [Node]) {
    while var node = pending.popLast() {
      guard isKnownUniquelyReferenced(&node) else { continue }
      pending.append(contentsOf: node.inputs)
      node.inputs = []
      if let origin = node.origin {
        pending.append(origin)
        node.origin = nil
      }
    }
  }

  package var identity: ObjectIdentifier { ObjectIdentifier(self) }
}
