import ChainRule

/// Whether a loss is the mean of a term of each row, plus terms without rows: only then is the same loss on some of the
/// rows an estimate of the whole.
///
/// A sum over rows plus a penalty, or `λ/N`, would weigh the penalty otherwise in every batch, without a word.
enum RowMean {
  /// What a tensor of the loss is, as far as rows go.
  private enum Kind: Equatable {
    /// It has nothing to do with rows.
    case free
    /// Its first axis are the rows, and each row of it depends on that row of the data only.
    case rows
    /// As rows, divided by N.
    case rowsOverN
    /// A sum over rows of such terms.
    case sum
    /// A sum over rows divided by N, and terms without rows.
    case mean
    /// The number of rows, or something times it.
    case count
    /// Something divided by the number of rows.
    case inverseCount
    /// Anything else, with the operation that made it so.
    case other(String)
  }

  /// Why the loss is no mean over rows, and the mend; nil if it is.
  static func objection(to loss: Tensor) -> String? {
    let traversal = Traversal(from: [loss.node])
    var kinds: [Kind] = []
    for node in traversal.nodes {
      let operands = node.inputs.compactMap { traversal.index(of: $0).map { kinds[$0] } }
      kinds.append(checked(kind(node, operands), node))
    }
    let mend = "batches need mean(a term for each row) + terms without rows"
    switch kinds[kinds.count - 1] {
    case .free, .mean: return nil
    case .sum:
      return "the loss is a sum over rows, of which a batch has fewer: divide it by N with mean; \(mend)"
    case .other(let operation): return "\(operation) mixes rows, or a sum over them with other terms; \(mend)"
    case .rows, .rowsOverN, .count, .inverseCount: return "the loss depends on the number of rows; \(mend)"
    }
  }

  private static func kind(_ node: Node, _ operands: [Kind]) -> Kind {
    let other = Kind.other("\(Tensor(node).label)")
    if let first = operands.first(where: { if case .other = $0 { true } else { false } }) { return first }
    let hasRows = node.shape.extents.first == .batch
    let hasOtherRows = node.shape.extents.dropFirst().contains(.batch)
    switch node.primitive {
    case .leaf(.extent(.batch)): return .count
    case .leaf: return hasOtherRows ? other : hasRows ? .rows : .free
    case .name, .stopGradient, .elementwise(.negate): return operands[0]
    // A mean with weights, which are data.
    case .arithmetic(.divide) where operands == [.sum, .sum] && Tensor(node.inputs[1]).parameters.isEmpty:
      return .mean
    case .arithmetic(let function) where operands.contains { $0 != .free && $0 != .rows }:
      return combination(function, operands[0], operands[1]) ?? other
    case .sum(let sum):
      switch operands[0] {
      case .rows: return sum.axes.contains(0) ? .sum : .rows
      case .rowsOverN: return sum.axes.contains(0) ? .mean : .rowsOverN
      default: return operands[0]
      }
    case .matrixProduct where operands == [.rows, .rows]:
      // A dot product over the rows; a product of rows with rows any other way mixes them.
      return node.inputs.allSatisfy { $0.shape == [.batch] } ? .sum : other
    case .reshape, .broadcast, .permutation:
      if operands[0] == .rows || operands[0] == .rowsOverN {
        return hasRows && !hasOtherRows ? operands[0] : other
      }
      return hasRows && operands[0] == .free ? .rows : operands[0]
    default: break
    }
    if hasOtherRows { return other }
    if operands.allSatisfy({ $0 == .free }) { return hasRows ? .rows : .free }
    let isRowWise = operands.allSatisfy { $0 == .free || $0 == .rows } && hasRows && keepsRows(node, operands)
    return isRowWise ? .rows : other
  }

  /// The kind, unless the shape contradicts it: what was summed over rows has none, and what is not has one axis of them.
  ///
  /// The mean of a batch, repeated for each of its rows and added up, is N times the mean.
  private static func checked(_ kind: Kind, _ node: Node) -> Kind {
    let extents = node.shape.extents
    let fits =
      switch kind {
      case .rows, .rowsOverN: extents.first == .batch && !extents.dropFirst().contains(.batch)
      case .free, .sum, .mean, .count, .inverseCount: !extents.contains(.batch)
      case .other: true
      }
    return fits ? kind : .other("\(Tensor(node).label)")
  }

  /// Sums, differences, products and quotients of what is more than rows.
  private static func combination(_ function: Arithmetic, _ x: Kind, _ z: Kind) -> Kind? {
    switch (function, x, z) {
    case (.add, _, _) where x == z, (.subtract, _, _) where x == z: x == .count ? nil : x
    case (.add, .mean, .free), (.subtract, .mean, .free), (.add, .free, .mean), (.subtract, .free, .mean):
      .mean
    case (.multiply, .free, let kind), (.multiply, let kind, .free), (.divide, let kind, .free): kind
    case (.divide, .sum, .count), (.multiply, .sum, .inverseCount), (.multiply, .inverseCount, .sum): .mean
    case (.divide, .rows, .count), (.multiply, .rows, .inverseCount), (.multiply, .inverseCount, .rows):
      .rowsOverN
    case (.multiply, .rows, .rowsOverN), (.multiply, .rowsOverN, .rows), (.divide, .rowsOverN, .rows):
      .rowsOverN
    case (.divide, .free, .count): .inverseCount
    default: nil
    }
  }

  /// Whether an operation on rows computes each row from that row of some operands, and from the others as a whole.
  private static func keepsRows(_ node: Node, _ operands: [Kind]) -> Bool {
    node.primitive.family.rowRules(node.inputs.map(\.shape), node.shape, over: .batch).contains { rule in
      rule.result == .rows(axis: 0)
        && zip(rule.uses, operands).allSatisfy { $0 == ($1 == .free ? .whole : .rows(axis: 0)) }
    }
  }
}
