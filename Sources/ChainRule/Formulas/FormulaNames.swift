/// What leaves and named tensors are called in one formula: by their names, or where several have the same, by numbered ones.
struct FormulaNames {
  private var names: [ObjectIdentifier: String] = [:]
  private var taken: Set<String> = []
  private var parts = 0

  /// A tensor named twice by the same name is one symbol.
  private struct NamedTensor: Hashable {
    let name: String
    let tensor: ObjectIdentifier
  }

  init(of nodes: [Node]) {
    let own = nodes.map { Self.ownName(of: $0) }
    // Extents have their names from shapes, which are told elsewhere too.
    let extents = nodes.flatMap { node in
      switch node.primitive {
      case .leaf(.extent(let extent)): [extent.description]
      case .leaf(.freedom(let counted, _)): counted.symbols.map(\.description)
      default: [String]()
      }
    }
    var first = Set(extents)
    var shared: [NamedTensor: String] = [:]
    taken = Set(own.compactMap(\.self)).union(extents)
    for (node, own) in zip(nodes, own) {
      guard let own else { continue }
      let tensor = NamedTensor(name: own, tensor: node.inputs.first?.identity ?? node.identity)
      let name = shared[tensor] ?? (first.insert(own).inserted ? own : numbered(own))
      shared[tensor] = name
      names[node.identity] = name
    }
  }

  /// The name that a node has by itself; none where it is written as what it is.
  private static func ownName(of node: Node) -> String? {
    switch node.primitive {
    case .leaf(.input(let name)), .leaf(.parameter(let name, _)), .leaf(.indices(let name, _)): return name
    case .name(let name): return name.text
    case .leaf(.constant):
      if case .symbol(let name) = TensorNotation(of: node, on: []).content { return name }
      return nil
    default: return nil
    }
  }

  /// `h₂`, `h₃`, …: the first that nothing else is called.
  private mutating func numbered(_ name: String) -> String {
    var number = 2
    while !taken.insert(name + Subscripts.text(of: number)).inserted { number += 1 }
    return name + Subscripts.text(of: number)
  }

  /// What `node` is called, if it has a name.
  func name(of node: Node) -> String? { names[node.identity] }

  /// A name for a part that has none: the next of t₁, t₂, ….
  mutating func next() -> String {
    repeat { parts += 1 } while !taken.insert("t" + Subscripts.text(of: parts)).inserted
    return "t" + Subscripts.text(of: parts)
  }
}
