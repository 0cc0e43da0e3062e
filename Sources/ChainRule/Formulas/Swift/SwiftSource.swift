/// A recorded graph as straight-line Swift source: constants for what is used more than once, and a result.
///
/// The graph is written as it was recorded, operation by operation, so that the source computes the same numbers to the
/// last bit.
package struct SwiftSource {
  /// What the source takes as given, with the identifier of each.
  package private(set) var arguments: [(tensor: Tensor, name: String)] = []
  /// The lines `let name = expression`, in order.
  package private(set) var statements: [String] = []
  /// The expression of the tensor itself.
  package private(set) var result = ""

  /// Arrays up to this many elements are written out; longer ones are arguments.
  package static let longestLiteral = 64
  /// What one line may hold, so that it can be read, and type-checked without searching.
  private static let mostOperations = 4
  private static let longestOperands = 80

  private let traversal: Traversal
  private var identifiers = SwiftIdentifiers()
  /// How often each node is an operand.
  private var uses: [Int]
  /// The identifiers of named nodes and of arguments.
  private var names: [String?]
  /// What stands for each node: an expression until it is used, or the identifier of its line.
  private var written: [SwiftExpression] = []
  /// How many operations that takes; none for identifiers, numbers and extents.
  private var operations: [Int] = []

  /// - Throws: `ChainRuleError` if the tensor is invalid, or made with a custom operation.
  package init(of tensor: Tensor) throws(ChainRuleError) {
    try tensor.validate()
    traversal = Traversal(from: [tensor.node])
    uses = Array(repeating: 0, count: traversal.nodes.count)
    names = Array(repeating: nil, count: traversal.nodes.count)
    for node in traversal.nodes {
      for input in operands(of: node) { uses[input] += 1 }
    }
    nameArguments(of: tensor)
    for (index, node) in traversal.nodes.enumerated() {
      if case .name(let name) = node.primitive { names[index] = identifiers.unique(name.text) }
    }
    for (index, node) in traversal.nodes.enumerated() { try write(node, at: index) }
    result = SwiftPrinter.text(of: written[written.count - 1].asTensor)
  }

  private func operands(of node: Node) -> [Int] { node.inputs.compactMap(traversal.index(of:)) }

  /// Inputs first, then parameters, then long constants, each in the order in which the graph meets them.
  private mutating func nameArguments(of tensor: Tensor) {
    for leaf in tensor.inputs + tensor.parameters { addArgument(leaf, leaf.node.primitive.family.name) }
    for node in traversal.nodes {
      switch node.primitive {
      case .leaf(.constant(let array)) where array.count > Self.longestLiteral:
        addArgument(Tensor(node), "constant")
      case .leaf(.fixedIndices(let indices)) where indices.elements.count > Self.longestLiteral:
        addArgument(Tensor(node), "indices")
      default: break
      }
    }
  }

  private mutating func addArgument(_ tensor: Tensor, _ name: String) {
    let identifier = identifiers.unique(name)
    arguments.append((tensor, identifier))
    if let index = traversal.index(of: tensor.node) { names[index] = identifier }
  }

  private mutating func write(_ node: Node, at index: Int) throws(ChainRuleError) {
    if node.inputs.isEmpty, let name = names[index] {
      written.append(.verbatim(name))
      operations.append(0)
      return
    }
    switch node.primitive {
    case .leaf(.invalid(let error)): throw error
    case .custom(let custom):
      throw ChainRuleError(
        .declaration, in: "swift", operands: Tensor(node).labelled,
        problem: "the custom operation \(custom.name) has no source",
        mend: "print what it is applied to and what is made of it, or compose it of recorded operations")
    default: break
    }
    let operands = operands(of: node)
    shorten(operands)
    var expressions = operands.map { written[$0] }
    // Two numbers would add up to a number before they are a tensor.
    if expressions.allSatisfy(\.isNumber) { expressions = expressions.map(\.asTensor) }
    let expression = node.primitive.family.source(of: expressions, shape: node.shape)
    written.append(expression)
    let isExtent = if case .leaf(.extent) = node.primitive { true } else { false }
    operations.append(expression.isNumber || isExtent ? 0 : operands.reduce(1) { $0 + operations[$1] })
    let isLast = index == traversal.nodes.count - 1
    if !isLast && !expression.isNumber && (uses[index] > 1 || names[index] != nil) { define(index) }
  }

  /// Gives the longest operands lines of their own, until the rest fits one line.
  private mutating func shorten(_ operands: [Int]) {
    while true {
      let count = operands.reduce(1) { $0 + operations[$1] }
      let length = operands.reduce(0) {
        $0 + (operations[$1] > 0 ? SwiftPrinter.text(of: written[$1]).utf8.count : 0)
      }
      guard count > Self.mostOperations || length > Self.longestOperands,
        let longest = operands.max(by: { (operations[$0], -$0) < (operations[$1], -$1) }),
        operations[longest] > 0
      else { return }
      define(longest)
    }
  }

  /// Adds a line for the node, and has its identifier stand for it.
  private mutating func define(_ index: Int) {
    let name = names[index] ?? identifiers.temporary()
    statements.append("let \(name) = \(SwiftPrinter.text(of: written[index]))")
    written[index] = .verbatim(name)
    operations[index] = 0
  }
}
