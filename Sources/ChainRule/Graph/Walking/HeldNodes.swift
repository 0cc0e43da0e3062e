/// Nodes of a graph, in some order, which its outputs keep.
///
/// A list of as many references would count each when it is made, and again when it is given back.
///
/// # Why the unmanaged references are right
/// A node holds its inputs (`Node`), so the outputs hold everything that they depend on, and this holds the outputs at least until
/// a node is taken out, with a reference of its own.
package struct HeldNodes: RandomAccessCollection, Sendable {
  private let outputs: [Node]
  private let references: [Unmanaged<Node>]

  /// - Parameter references: Outputs, and nodes that they depend on.
  init(_ references: [Unmanaged<Node>], heldBy outputs: [Node]) {
    self.outputs = outputs
    self.references = references
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { references.count }

  package subscript(position: Int) -> Node {
    withExtendedLifetime(outputs) { references[position].takeUnretainedValue() }
  }
}
