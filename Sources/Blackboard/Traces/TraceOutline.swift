import ChainRule

/// Which nodes of a graph get a row in a trace, in which order, and what they are called there.
struct TraceOutline {
  let nodes: [Node]
  /// The nodes with a row of their own, in the order of the rows.
  private(set) var rows: [Int] = []
  private let traversal: Traversal
  /// For each node, the node whose row it shares.
  private var representative: [Int] = []
  private var labels: [Int: String] = [:]
  /// For a node that shares its row with a name, the node of the first name.
  private var handles: [Int: Int] = [:]
  /// Nodes without a row that are written out where they are used.
  private let hidden: Set<Int>

  /// - Parameters:
  ///   - hidden: The positions, in the traversal from `scalar`, of nodes that get no row.
  ///   - numbered: What the rows without a name are called, by their numbers.
  init(of scalar: Tensor, hiding hidden: Set<Int> = [], numbered: (Int) -> String = { "v\($0)" }) {
    traversal = Traversal(from: [scalar.node])
    nodes = Array(traversal.nodes)
    self.hidden = hidden
    let names = shareRows()
    let present = nodes.indices.filter { position in
      guard representative[position] == position, !hidden.contains(position) else { return false }
      // Integers to gather at have no value in numbers, and no adjoint.
      if nodes[position].holdsIndices { return false }
      switch nodes[position].primitive {
      // A bare number or length stands where it is used.
      case .leaf(.number), .leaf(.extent), .leaf(.freedom):
        return names[position] != nil || scalar.node === nodes[position]
      default: return true
      }
    }
    rows = present.filter(isLeaf) + present.filter { !isLeaf($0) }
    assignLabels(names, numbered)
  }

  func isLeaf(_ position: Int) -> Bool { nodes[position].inputs.isEmpty }

  /// The row's tensor as it is known outside: the named one, where what it names has no name itself.
  func handle(ofRow position: Int) -> Tensor { Tensor(nodes[handles[position] ?? position]) }

  func label(ofRow position: Int) -> String { labels[position] ?? "" }

  /// The position of the row that a node of the graph shares; nil for other nodes.
  func row(of node: Node) -> Int? { traversal.index(of: node).map { representative[$0] } }

  /// One operation in terms of the labels of its operands; nil for a leaf.
  func expression(ofRow position: Int) -> String? {
    expressionNotation(ofRow: position).map { UnicodePrinter().whole($0) }
  }

  /// The same as a tree.
  func expressionNotation(ofRow position: Int) -> TensorNotation? {
    let node = nodes[position]
    switch node.primitive {
    case .leaf: return nil
    case .name: return inputs(of: position).first.map(notation) ?? .ellipsis
    default: return TensorNotation(of: node, on: inputs(of: position).map(notation))
    }
  }

  /// The operands of a row's operation: each with the row that has its value, or without one where it stands in the
  /// expression itself.
  func operands(of position: Int) -> [(node: Node, row: Int?)] {
    inputs(of: position).map { input in
      let row = representative[input]
      return (nodes[input], labels[row] == nil ? nil : row)
    }
  }

  /// The rows of the operands.
  func operandRows(of position: Int) -> [Int] { operands(of: position).compactMap(\.row) }

  private func inputs(of position: Int) -> [Int] {
    nodes[position].inputs.compactMap { traversal.index(of: $0) }
  }

  /// The label of the row of a node, or what stands where it is used.
  func notation(_ position: Int) -> TensorNotation {
    let row = representative[position]
    if let label = labels[row] { return .part(.symbol(label), of: nodes[row]) }
    if hidden.contains(row) { return TensorNotation(of: nodes[row], on: inputs(of: row).map(notation)) }
    return .bounded(nodes[row], depth: 2)
  }

  /// Finds whose row each node shares, and the names that were given to rows.
  ///
  /// A name goes to the row of what it names. Where that has another name already, it is a row of its own.
  private mutating func shareRows() -> [Int: String] {
    var names: [Int: String] = [:]
    for (position, node) in nodes.enumerated() {
      var row = position
      switch node.primitive {
      case .name(let name):
        let named = inputs(of: position).map { representative[$0] }.first ?? position
        if names[named] == nil || names[named] == name.text { row = named }
        names[row] = name.text
        if row != position { handles[row] = handles[row] ?? position }
      case .leaf(.input(let name)), .leaf(.parameter(let name, _)):
        names[position] = name
      default: break
      }
      representative.append(row)
    }
    return names
  }

  /// Calls rows by their names; of several with the same name, later ones get a number.
  ///
  /// The others are v1, v2, … without those that are names already.
  private mutating func assignLabels(_ names: [Int: String], _ numbered: (Int) -> String) {
    var taken = Set(names.values)
    var used: Set<String> = []
    for row in rows {
      guard let name = names[row] else { continue }
      labels[row] = used.contains(name) ? Self.numbered(name, avoiding: &taken) : name
      used.insert(name)
    }
    var number = 0
    for row in rows where labels[row] == nil {
      repeat { number += 1 } while taken.contains(numbered(number))
      labels[row] = numbered(number)
    }
  }

  /// `h₂`, `h₃`, …: the first that no other row is called.
  private static func numbered(_ name: String, avoiding taken: inout Set<String>) -> String {
    var number = 2
    while !taken.insert(name + Subscripts.text(of: number)).inserted { number += 1 }
    return name + Subscripts.text(of: number)
  }
}
