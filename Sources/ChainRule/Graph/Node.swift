/// One recorded operation: what was applied, to what, and the shape of the result.
///
/// A node never changes once it exists; a `Tensor` is a handle to one. Nodes point only at older nodes, so a
/// graph has no cycles and reference counting frees it.
///
/// # Why the unmanaged references are right
/// A node owns one reference to each of its inputs and to its origin, taken in `init`. It gives up all of them at once and only
/// once, in `handOn`, when nobody else holds it any more; so they are valid as long as anybody has the node.
///
/// # Why `@unchecked Sendable` is right
/// Every field that anyone can read is set in `init` and never again. The one exception, `hasHandedOn`, is read and written
/// after the last strong reference is gone (and there are no weak or unowned references to nodes anywhere), so at that
/// moment no other thread can hold the node: by `deinit`, or for a node that `isKnownUniquelyReferenced` has just found
/// to have one reference, the local variable of the `deinit` of another.
package final class Node: @unchecked Sendable {
  package let primitive: Primitive
  package let shape: Shape
  package let content: Content
  /// The inputs, to look at while the node is held, without counting references.
  let references: Operands<Unmanaged<Node>>
  private let originReference: Unmanaged<Node>?
  private var hasHandedOn = false

  /// What a node stands for.
  package enum Content: Sendable {
    case numbers
    /// Integers to gather or scatter at, which only a few operations take.
    case indices
    /// The error of an invalid tensor.
    case nothing
  }

  package init(_ primitive: Primitive, inputs: consuming Inputs, shape: Shape) {
    content =
      switch primitive {
      case .leaf(.indices), .leaf(.fixedIndices): .indices
      case .leaf(.invalid): .nothing
      case .reshape, .name: inputs.nodes[0].content
      default: .numbers
      }
    self.primitive = primitive
    self.shape = shape
    originReference = inputs.origin.map { Unmanaged.passRetained($0) }
    references =
      switch inputs.nodes {
      case .none: .none
      case .one(let only): .one(.passRetained(only))
      case .two(let first, let second): .two(.passRetained(first), .passRetained(second))
      case .more(let all): .more(all.map { .passRetained($0) })
      }
  }

  package var inputs: Operands<Node> { references.mapped { $0.takeUnretainedValue() } }

  /// The shape of the input numbered `index`.
  func inputShape(_ index: Int) -> Shape { references[index]._withUnsafeGuaranteedRef { $0.shape } }

  /// The forward node in whose derivative rule this node was recorded; nil for what the caller recorded.
  package var origin: Node? { originReference?.takeUnretainedValue() }

  /// Frees the graph below without recursion: a chain of a million nodes would overflow any stack.
  deinit {
    if hasHandedOn { return }
    var pending: [Node] = []
    handOn(to: &pending)
    while var node = pending.popLast() {
      if isKnownUniquelyReferenced(&node) { node.handOn(to: &pending) }
    }
  }

  /// Moves what this node holds to `pending`, so that its own `deinit` finds nothing left to do.
  private func handOn(to pending: inout [Node]) {
    hasHandedOn = true
    references.forEach { pending.append($0.takeRetainedValue()) }
    if let originReference { pending.append(originReference.takeRetainedValue()) }
  }

  package var holdsIndices: Bool { content == .indices }

  package var identity: ObjectIdentifier { ObjectIdentifier(self) }

  /// Whether this is a number or an array that never changes.
  var isConstant: Bool {
    switch primitive {
    case .leaf(.number), .leaf(.constant): true
    default: false
    }
  }

  /// Whether this is the number 0.
  package var isZero: Bool {
    if case .leaf(.number(0)) = primitive { true } else { false }
  }

  /// Whether this is the number 0, repeated in some shape.
  package var repeatsZero: Bool {
    var node = self
    while true {
      switch node.primitive {
      case .broadcast, .reshape: node = node.inputs[0]
      default: return node.isZero
      }
    }
  }
}
