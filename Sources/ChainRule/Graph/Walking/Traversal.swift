/// The nodes that some outputs depend on, each after its inputs, with dense indices.
///
/// The order is fixed by the graph alone: depth first, inputs from left to right. It is found without recursion, and all but
/// the first look at each node goes by the number under which it was met.
package struct Traversal {
  package let nodes: HeldNodes
  private let numbers: NodePositions
  private let edges: Edges
  /// The number of each node, in order, and the position of each by its number.
  private let order: [Int]
  private let positions: [Int]

  package init(from outputs: [Node]) {
    // The outputs hold all other nodes, so the references are valid as long as this runs; from then on `nodes` does.
    var numbers = NodePositions()
    let roots = outputs.map { numbers.meet(Unmanaged.passUnretained($0)) }
    var edges = Edges()
    while edges.count < numbers.met.count {
      let inputs = numbers.met[edges.count]._withUnsafeGuaranteedRef { $0.references }
      edges.append(inputs.mapped { numbers.meet($0) })
    }
    (order, positions) = Self.depthFirst(from: roots, along: edges)
    nodes = HeldNodes(order.map { numbers.met[$0] }, heldBy: outputs)
    self.numbers = numbers
    self.edges = edges
  }

  /// The numbers in the order of the traversal, and the position of each.
  private static func depthFirst(from roots: [Int], along graph: Edges) -> (order: [Int], positions: [Int]) {
    var order: [Int] = []
    order.reserveCapacity(graph.count)
    let (unseen, waiting) = (-1, -2)
    var positions = Array(repeating: unseen, count: graph.count)
    // A node is entered once, waits on the stack for its inputs, and is listed when the last is listed.
    var stack: [(number: Int, next: Int, end: Int)] = []
    func enter(_ number: Int) {
      if positions[number] != unseen { return }
      positions[number] = waiting
      let edges = graph.edges(of: number)
      stack.append((number, edges.lowerBound, edges.upperBound))
    }
    for root in roots {
      enter(root)
      while let (number, next, end) = stack.last {
        if next < end {
          stack[stack.count - 1].next += 1
          enter(graph[next])
        } else {
          positions[number] = order.count
          order.append(number)
          stack.removeLast()
        }
      }
    }
    return (order, positions)
  }

  /// The position of `node` in `nodes`, or nil if no output depends on it.
  package func index(of node: Node) -> Int? { numbers[node].map { positions[$0] } }

  /// What leads from the node at `position` to its inputs, from left to right.
  func edges(of position: Int) -> Range<Int> { edges.edges(of: order[position]) }

  /// The position of the input that an edge leads to.
  func input(along edge: Int) -> Int { positions[edges[edge]] }

  /// What `transform` makes of the position of each input of the node at `position`.
  func inputs<Result>(of position: Int, _ transform: (Int) -> Result) -> Operands<Result> {
    let edges = edges(of: position)
    let first = edges.lowerBound
    return switch edges.count {
    case 0: .none
    case 1: .one(transform(input(along: first)))
    case 2: .two(transform(input(along: first)), transform(input(along: first + 1)))
    default: .more(edges.map { transform(input(along: $0)) })
    }
  }
}
