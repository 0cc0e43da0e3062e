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

  init(of scalar: Tensor) {
    traversal = Traversal(from: [scalar.node])
    nodes = Array(traversal.nodes)
    let names = shareRows()
    let present = nodes.indices.filter { position in
      guard representative[position] == position else { return false }
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
    assignLabels(names)
  }

  func isLeaf(_ position: Int) -> Bool { nodes[position].inputs.isEmpty }

  /// The row's tensor as it is known outside: the named one, where what it names has no name itself.
  func handle(ofRow position: Int) -> Tensor { Tensor(nodes[handles[position] ?? position]) }

  func label(ofRow position: Int) -> String { labels[position] ?? "" }

  /// One operation in terms of the labels of its operands; nil for a leaf.
  func expression(ofRow position: Int) -> String? {
    let node = nodes[position]
    switch node.primitive {
    case .leaf: return nil
    case .name: return inputs(of: position).map { UnicodePrinter().whole(notation($0)) }.first ?? ""
    default:
      let operands = inputs(of: position).map(notation)
      return UnicodePrinter().text(of: TensorNotation(of: node, on: operands))
    }
  }

  private func inputs(of position: Int) -> [Int] {
    nodes[position].inputs.compactMap { traversal.index(of: $0) }
  }

  /// The label of a row, or what stands where it is used.
  private func notation(_ position: Int) -> TensorNotation {
    let row = representative[position]
    return labels[row].map { .part(.symbol($0), of: nodes[row]) } ?? .bounded(nodes[row], depth: 2)
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
  private mutating func assignLabels(_ names: [Int: String]) {
    var taken = Set(names.values)
    var used: Set<String> = []
    for row in rows {
      guard let name = names[row] else { continue }
      labels[row] = used.contains(name) ? Self.numbered(name, avoiding: &taken) : name
      used.insert(name)
    }
    var number = 0
    for row in rows where labels[row] == nil {
      repeat { number += 1 } while taken.contains("v\(number)")
      labels[row] = "v\(number)"
    }
  }

  /// `h₂`, `h₃`, …: the first that no other row is called.
  private static func numbered(_ name: String, avoiding taken: inout Set<String>) -> String {
    var number = 2
    while !taken.insert(name + Subscripts.text(of: number)).inserted { number += 1 }
    return name + Subscripts.text(of: number)
  }
}
