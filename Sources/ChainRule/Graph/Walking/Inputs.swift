/// The tensors that an operation is applied to, or that a derivative rule is given.
///
/// They are kept as nodes with the one origin that what is recorded with them inherits: that of the first that has one. So
/// a list of one or two is no more than a few references.
package struct Inputs: Sendable {
  package private(set) var nodes: Operands<Node>
  package let origin: Node?
  /// Whether every operation takes them: none holds integers, and none is invalid.
  ///
  /// It is found out where the tensors are at hand: to take the nodes out again counts references.
  private(set) var areNumbers: Bool

  private init(_ nodes: Operands<Node>, origin: Node?, areNumbers: Bool) {
    self.nodes = nodes
    self.origin = origin
    self.areNumbers = areNumbers
  }

  package init(_ tensors: [Tensor]) {
    self.init(
      Operands(tensors.map(\.node)), origin: tensors.lazy.compactMap(\.origin).first,
      areNumbers: tensors.allSatisfy { $0.node.content == .numbers })
  }

  /// The inputs of a node as its own rule is given them.
  init(of node: Node) {
    let areNumbers = node.references.allSatisfy {
      $0._withUnsafeGuaranteedRef { $0.content == .numbers }
    }
    self.init(node.inputs, origin: node, areNumbers: areNumbers)
  }

  /// The inputs of a leaf.
  static var none: Inputs { Inputs(.none, origin: nil, areNumbers: true) }

  package static func one(_ tensor: Tensor) -> Inputs {
    Inputs(.one(tensor.node), origin: tensor.origin, areNumbers: tensor.node.content == .numbers)
  }

  package static func two(_ first: Tensor, _ second: Tensor) -> Inputs {
    Inputs(
      .two(first.node, second.node), origin: first.origin ?? second.origin,
      areNumbers: first.node.content == .numbers && second.node.content == .numbers)
  }

  /// What `transform` makes of each.
  package func mapped(_ transform: (Tensor) -> Tensor) -> Inputs { Inputs(map(transform)) }
}

extension Inputs: RandomAccessCollection {
  package var startIndex: Int { 0 }
  package var endIndex: Int { nodes.count }

  package subscript(position: Int) -> Tensor {
    get {
      switch nodes {
      case .one(let only) where position == 0: Tensor(only, origin: origin)
      case .two(let first, let second) where position == 0 || position == 1:
        Tensor(position == 0 ? first : second, origin: origin)
      default: Tensor(nodes[position], origin: origin)
      }
    }
    set {
      nodes[position] = newValue.node
      areNumbers = nodes.allSatisfy { $0.content == .numbers }
    }
  }
}
