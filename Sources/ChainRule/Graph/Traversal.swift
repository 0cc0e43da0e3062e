/// The nodes that some outputs depend on, each after its inputs, with dense indices.
///
/// The order is fixed by the graph alone: depth first, inputs from left to right. It is found without recursion.
package struct Traversal {
  package private(set) var nodes: [Node] = []
  private var positions = NodePositions()

  package init(from outputs: [Node]) {
    // A node is entered once, waits on the stack for its inputs, and is listed when the last is listed.
    var stack: [(node: Node, next: Int)] = []
    for output in outputs where positions[output] == nil {
      positions[output] = -1
      stack.append((output, 0))
      while let top = stack.last {
        if top.next < top.node.inputs.count {
          stack[stack.count - 1].next += 1
          let input = top.node.inputs[top.next]
          if positions[input] == nil {
            positions[input] = -1
            stack.append((input, 0))
          }
        } else {
          positions[top.node] = nodes.count
          nodes.append(top.node)
          stack.removeLast()
        }
      }
    }
  }

  /// The position of `node` in `nodes`, or nil if no output depends on it.
  package func index(of node: Node) -> Int? { positions[node] }
}
