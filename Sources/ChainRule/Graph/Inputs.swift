/// The tensors that an operation is applied to, or that a derivative rule is given.
///
/// They are kept as nodes with the one origin that what is recorded with them inherits: that of the first that has one. So
/// a list of one or two is no more than a few references.
package struct Inputs: Sendable {
  package private(set) var nodes: Operands<Node>
  package let origin: Node?

  package init(_ nodes: Operands<Node>, origin: Node?) {
    self.nodes = nodes
    self.origin = origin
  }

  package init(_ tensors: [Tensor]) {
    self.init(Operands(tensors.map(\.node)), origin: tensors.lazy.compactMap(\.origin).first)
  }

  package static func one(_ tensor: Tensor) -> Inputs { Inputs(.one(tensor.node), origin: tensor.origin) }

  package static func two(_ first: Tensor, _ second: Tensor) -> Inputs {
    Inputs(.two(first.node, second.node), origin: first.origin ?? second.origin)
  }

  /// Whether every operation takes them: none holds integers, and none is invalid.
  var areNumbers: Bool { nodes.allSatisfy { $0.content == .numbers } }

  /// What `transform` makes of each.
  package func mapped(_ transform: (Tensor) -> Tensor) -> Inputs { Inputs(map(transform)) }
}

extension Inputs: RandomAccessCollection {
  package var startIndex: Int { 0 }
  package var endIndex: Int { nodes.count }

  package subscript(position: Int) -> Tensor {
    get { Tensor(nodes[position], origin: origin) }
    set { nodes[position] = newValue.node }
  }
}
