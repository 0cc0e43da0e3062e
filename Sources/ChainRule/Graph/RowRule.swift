/// How an operation computed for some rows uses an operand.
package enum RowUse: Hashable, Sendable {
  /// Only the same rows of it, which lie along an axis.
  case rows(axis: Int)
  /// All of it, the same for every row.
  case whole
}

/// What an operation gives when its operands come by rows.
package enum RowResult: Hashable, Sendable {
  /// The same rows of the result, along an axis.
  case rows(axis: Int)
  /// What these rows contribute to the whole result.
  case contribution(RowMerge)
}

/// One way to compute an operation for some rows at a time.
///
/// Execution cuts passes over the data into blocks of rows by these rules, and mini-batches are allowed where they give rows
/// of rows.
package struct RowRule: Hashable, Sendable {
  package let result: RowResult
  /// One for each operand.
  package let uses: [RowUse]

  package init(result: RowResult, uses: [RowUse]) {
    self.result = result
    self.uses = uses
  }
}

// What several families have in common.
extension RowRule {
  /// One rule for each axis of the result that has the extent, and for which `uses` has an answer.
  package static func along(
    _ extent: Shape.Extent, of result: Shape, _ uses: (_ axis: Int) -> [RowUse]?
  ) -> [RowRule] {
    result.extents.indices.compactMap { axis in
      guard result[axis] == extent, let uses = uses(axis) else { return nil }
      return RowRule(result: .rows(axis: axis), uses: uses)
    }
  }

  /// Element by element, the operands broadcasting to the result.
  package static func elementwise(
    _ operands: [Shape], _ result: Shape, over extent: Shape.Extent
  ) -> [RowRule] {
    along(extent, of: result) { axis in
      operands.map { operand in
        let own = axis - (result.rank - operand.rank)
        return own >= 0 && operand[own] == extent ? .rows(axis: own) : .whole
      }
    }
  }

  /// Operands and result have the same axes, of which the operation treats all but `mixed` alike.
  package static func alike(
    _ operands: [Shape], _ result: Shape, mixing mixed: [Int], over extent: Shape.Extent
  ) -> [RowRule] {
    along(extent, of: result) { axis in
      mixed.contains(axis) ? nil : operands.map { _ in .rows(axis: axis) }
    }
  }

  /// A reduction over axes: rows of what is not reduced, and contributions of what is.
  package static func reducing(
    _ operand: Shape, to result: Shape, over axes: [Int], merging merge: RowMerge, extent: Shape.Extent
  ) -> [RowRule] {
    let kept = along(extent, of: result) { axis in
      [.rows(axis: axes.reduce(axis) { $1 <= $0 ? $0 + 1 : $0 })]
    }
    return kept
      + axes.filter { operand[$0] == extent }.map {
        RowRule(result: .contribution(merge), uses: [.rows(axis: $0)])
      }
  }
}
