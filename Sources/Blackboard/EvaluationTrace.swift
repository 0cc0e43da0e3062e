public import ChainRule

/// The evaluation of a scalar at a point, one recorded operation a line: its expression, its value, and its adjoint,
/// the derivative of the scalar with respect to it.
///
/// ```swift
/// print(try EvaluationTrace(of: loss, at: [X: [[1, 2], [3, 4]], y: [7, 8], w: [0, 0], b: 0]))
/// ```
///
/// Values and adjoints come out of one run of one program; nothing is computed a second way.
///
/// - Source: Griewank and Walther, Evaluating Derivatives (2008), §2.2, evaluation traces.
public struct EvaluationTrace: Sendable, CustomStringConvertible {
  /// One line of the trace.
  public struct Row: Sendable {
    /// The tensor's own name, or `v1`, `v2`, … in order of evaluation.
    public let label: String
    /// The operation on the labels of its operands; nil for a leaf, which is given and not computed.
    public let expression: String?
    /// The recorded shape, in which the number of rows is the symbol N.
    public let shape: Shape
    /// The value at the point.
    public let value: NDArray<Double>
    /// The derivative of the scalar with respect to this tensor, of the same shape; nil for data, which is not
    /// differentiated by.
    public let adjoint: NDArray<Double>?
    /// The recorded tensor.
    public let tensor: Tensor
  }

  /// The lines, leaves first, then operations in the order in which they are evaluated.
  public let rows: [Row]

  /// Evaluates `scalar` and its derivatives with respect to every recorded tensor below it.
  ///
  /// - Throws: `ChainRuleError` if the tensor is invalid or not a scalar, or a binding is missing or does not fit.
  public init(of scalar: Tensor, at bindings: Bindings<Double>) throws {
    let nodes = try Self.tracedNodes(of: scalar)
    let tensors = nodes.map { Tensor($0) }
    let gradient = try scalar.gradient(withRespectTo: tensors)
    // Leaves of the point that the adjoints alone would not read are outputs too.
    let program = try Program<Double>(computing: tensors + gradient.derivatives)
    let values = try program.run(bindings)
    let labels = Self.labels(of: nodes)
    rows = nodes.enumerated().map { index, node in
      Row(
        label: labels[node.identity] ?? "",
        expression: Self.expression(of: node, labels),
        shape: node.shape,
        value: values.arrays[index],
        adjoint: Self.isData(node) ? nil : values.arrays[nodes.count + index],
        tensor: tensors[index])
    }
  }

  /// The recorded nodes, leaves first; a named tensor stands for what it names, and numbers have no line.
  private static func tracedNodes(of scalar: Tensor) throws -> [Node] {
    _ = try scalar.shape
    let traversal = Traversal(from: [scalar.node])
    let named = Set(
      traversal.nodes.compactMap { node in
        if case .name = node.primitive { node.inputs[0].identity } else { nil }
      })
    let nodes = traversal.nodes.filter { node in
      switch node.primitive {
      case .leaf(.number), .leaf(.extent): false
      default: !named.contains(node.identity) || node === scalar.node
      }
    }
    return nodes.filter { $0.inputs.isEmpty } + nodes.filter { !$0.inputs.isEmpty }
  }

  private static func isData(_ node: Node) -> Bool {
    switch node.primitive {
    case .leaf(.input), .leaf(.constant): true
    default: false
    }
  }

  private static func labels(of nodes: [Node]) -> [ObjectIdentifier: String] {
    var labels: [ObjectIdentifier: String] = [:]
    var count = 0
    for node in nodes {
      if let name = Tensor(node).name {
        labels[node.identity] = name
        if case .name = node.primitive { labels[node.inputs[0].identity] = name }
      } else {
        count += 1
        labels[node.identity] = "v\(count)"
      }
    }
    return labels
  }

  /// The operation, written on the labels of its operands; that of a named tensor is what it names.
  private static func expression(of node: Node, _ labels: [ObjectIdentifier: String]) -> String? {
    var source = node
    while case .name = source.primitive { source = source.inputs[0] }
    if source.inputs.isEmpty { return source === node ? nil : labels[source.identity] }
    let operands = source.inputs.map { input in
      var written = Written.bounded(input, depth: 0)
      if let label = labels[input.identity] { written = NotationStyle.unicode.symbol(label) }
      written.rank = input.shape.rank
      return written
    }
    return source.primitive.family.written(operands, shape: source.shape, in: .unicode).text
  }

  /// The trace as a table that fits 90 columns where its expressions do.
  public var description: String { table() }
}
