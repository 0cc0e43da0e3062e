import ChainRule

/// The recorded graph between a scalar and a variable: what the steps of a derivation call its tensors.
struct DerivationGraph: Sendable {
  let outline: TraceOutline
  let loss: Node
  let variable: Node
  /// For each row that is computed, or is not called what its leaf is called, a leaf with its label.
  private let stands: [Int: Tensor]
  private let replacements: [(node: Node, tensor: Tensor)]
  /// All labels.
  let labels: Set<String>
  /// Letters for indices, none of which is a label.
  let letters: [String]

  init(of scalar: Tensor, to variable: Tensor) {
    let root = Self.named(scalar)
    let outline = TraceOutline(
      of: root, hiding: HiddenNodes.positions(in: root, to: variable)
    ) { "v" + Subscripts.text(of: $0) }
    self.outline = outline
    loss = scalar.unnamed.node
    self.variable = variable.unnamed.node
    var stands: [Int: Tensor] = [:]
    for row in outline.rows {
      let label = outline.label(ofRow: row)
      if outline.isLeaf(row) && Tensor(outline.nodes[row]).name == label { continue }
      stands[row] = .leaf(.leaf(.input(label)), shape: outline.nodes[row].shape)
    }
    self.stands = stands
    var replacements: [(node: Node, tensor: Tensor)] = []
    for node in outline.nodes {
      if let stand = outline.row(of: node).flatMap({ stands[$0] }) { replacements.append((node, stand)) }
    }
    self.replacements = replacements
    let labels = Set(outline.rows.map { outline.label(ofRow: $0) })
    self.labels = labels
    letters = "ijklpqrstuacde".map(String.init).filter { !labels.contains($0) }
  }

  /// The scalar under the name L, unless it has one or that is taken.
  private static func named(_ scalar: Tensor) -> Tensor {
    if scalar.name != nil { return scalar }
    let taken = Set(Traversal(from: [scalar.node]).nodes.compactMap { Tensor($0).name })
    return ["L", "ℒ", "loss"].first { !taken.contains($0) }.map { scalar.named($0) } ?? scalar
  }

  /// The position of the row that a node of the graph shares.
  func row(of node: Node) -> Int { outline.row(of: node) ?? outline.nodes.count }

  /// Whether a row has a label of its own.
  func isShown(_ row: Int) -> Bool { !outline.label(ofRow: row).isEmpty }

  /// The leaves that stand for rows, with the recorded tensors.
  var rows: [(stand: Tensor, tensor: Tensor)] {
    outline.rows.compactMap { row in stands[row].map { ($0, Tensor(outline.nodes[row])) } }
  }

  /// What is recorded, on the leaves that stand for rows.
  func onStands(_ tensor: Tensor) -> Tensor { Substitution.apply(replacements, to: tensor) }

  /// A node as an operand of an operation on the leaves that stand for rows.
  func stand(for node: Node) -> Tensor { stands[row(of: node)] ?? onStands(Tensor(node)) }

  /// A node by its label, or written out where it has none.
  func notation(of node: Node) -> TensorNotation {
    let row = row(of: node)
    return outline.nodes.indices.contains(row) ? outline.notation(row) : .bounded(node, depth: 2)
  }

  /// A differential, `∂x`.
  func differential(of notation: TensorNotation) -> TensorNotation {
    .composed([.text("∂"), .operand(notation, isDelimited: false)], .atom)
  }

  /// A partial derivative, `∂L/∂x`.
  func partial(in node: Node) -> TensorNotation {
    let (above, below) = (differential(of: notation(of: loss)), differential(of: notation(of: node)))
    return .part(.quotient(above, below, isScalar: true), of: node)
  }
}
