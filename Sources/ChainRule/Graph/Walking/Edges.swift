/// For each of some nodes, known by number, the numbers of its inputs.
///
/// They lie one after the other in one array, which costs nothing to go through and to give back.
struct Edges {
  private var targets: [Int] = []
  /// Where the inputs of each node begin, and those of the last end.
  private var starts = [0]

  /// The number of nodes.
  var count: Int { starts.count - 1 }

  /// The edges of the node numbered `node`.
  func edges(of node: Int) -> Range<Int> { starts[node]..<starts[node + 1] }

  /// The input that an edge leads to.
  subscript(edge: Int) -> Int { targets[edge] }

  /// Adds the next node.
  mutating func append(_ inputs: Operands<Int>) {
    switch inputs {
    case .none: break
    case .one(let only): targets.append(only)
    case .two(let first, let second):
      targets.append(first)
      targets.append(second)
    case .more(let all): targets.append(contentsOf: all)
    }
    starts.append(targets.count)
  }
}
