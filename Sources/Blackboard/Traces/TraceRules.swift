import ChainRule

/// The derivative rules of a trace, in the labels of its rows.
///
/// Each row's users are recorded anew on leaves that are called as the rows are, and differentiated: so the formulas come out of
/// the rules that the gradient itself uses.
struct TraceRules {
  private let outline: TraceOutline
  private let uses: [Int: [Int]]

  init(_ outline: TraceOutline) {
    self.outline = outline
    var uses: [Int: [Int]] = [:]
    for row in outline.rows {
      for operand in Set(outline.operandRows(of: row)) { uses[operand, default: []].append(row) }
    }
    self.uses = uses
  }

  /// The adjoint of a row by those of the rows that use it: `v̄1 = 2 · v̄2 ⊙ v1`; nil for the last row.
  func adjoint(ofRow row: Int) throws -> Formula? {
    guard let users = uses[row] else { return nil }
    let own = leaf(row)
    var total: Tensor?
    for user in users {
      let result = recorded(user, with: [row: own])
      let adjoint = Tensor.leaf(
        .leaf(.input(Self.barred(outline.label(ofRow: user)))), shape: result.node.shape)
      let part = sum(adjoint * result)
      total = total.map { $0 + part } ?? part
    }
    return try total?.gradient(withRespectTo: [own]).derivatives[0].formula
  }

  /// The derivatives of a row with respect to its operands: elements by elements where they lie at the same places, else the
  /// Jacobian; without those that have more than two axes.
  func localDerivatives(ofRow row: Int) throws -> [EvaluationTrace.LocalDerivative] {
    var seen: Set<Int> = []
    return try outline.operandRows(of: row).filter { seen.insert($0).inserted }.compactMap { operand in
      let own = leaf(operand)
      let result = recorded(row, with: [operand: own])
      guard let formula = try derivative(of: result, by: own, outline.nodes[row]) else { return nil }
      return EvaluationTrace.LocalDerivative(operand: outline.label(ofRow: operand), formula: formula)
    }
  }

  private func derivative(of result: Tensor, by own: Tensor, _ node: Node) throws -> Formula? {
    let isAlike = result.node.shape == own.node.shape && Self.isElementByElement(node.primitive)
    if isAlike || result.node.shape.isScalar {
      return try sum(result).gradient(withRespectTo: [own]).derivatives[0].formula
    }
    guard result.node.shape.rank + own.node.shape.rank <= 2 else { return nil }
    return try result.jacobian(withRespectTo: own).formula
  }

  /// The operation of a row on leaves that are called as its operands are.
  private func recorded(_ row: Int, with leaves: [Int: Tensor]) -> Tensor {
    let node = outline.nodes[row]
    var own = leaves
    let operands = outline.operands(of: row).map { operand -> Tensor in
      guard let row = operand.row else { return Tensor(operand.node) }
      if let leaf = own[row] { return leaf }
      let leaf = leaf(row)
      own[row] = leaf
      return leaf
    }
    return .recording(node.primitive, operands)
  }

  private func leaf(_ row: Int) -> Tensor {
    .leaf(.leaf(.input(outline.label(ofRow: row))), shape: outline.nodes[row].shape)
  }

  /// The name of an adjoint: a bar above the first letter.
  static func barred(_ label: String) -> String { label.prefix(1) + "\u{304}" + label.dropFirst() }

  private static func isElementByElement(_ primitive: Primitive) -> Bool {
    switch primitive {
    case .elementwise, .polygamma, .arithmetic, .comparison, .select, .stopGradient, .name: true
    default: false
    }
  }
}
