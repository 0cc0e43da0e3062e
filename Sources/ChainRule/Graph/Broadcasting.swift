/// NumPy's broadcasting, for extents that may be symbols.
///
/// Shapes are aligned at their last axes; missing axes and axes of length 1 stretch. A symbol equals only
/// itself and never counts as 1.
///
/// - Source: NumPy user guide, "Broadcasting", general rules.
package enum Broadcasting {
  /// The common shape of the operands of an elementwise operation.
  package static func shape(
    of operands: [Tensor], in operation: String, joinedBy symbol: String,
    at location: ChainRuleError.Location?
  ) throws(ChainRuleError) -> Shape {
    var result = operands[0].node.shape
    for operand in operands.dropFirst() {
      let shape = operand.node.shape
      if shape == result || shape.isScalar { continue }
      if result.isScalar {
        result = shape
        continue
      }
      let (joined, clash) = join(result, shape)
      if let clash {
        throw ChainRuleError(
          .shape, in: operation, operands: names(operands, symbol), problem: clash.problem,
          mend: clash.mend, at: location)
      }
      if let axis = squaredRows(result, shape, joined) {
        throw ChainRuleError(
          .shape, in: operation, operands: names(operands, symbol),
          problem: "broadcasting would pair every row with every row, \(joined)",
          mend: "give both the same rank: remove axis \(axis) of the longer, or reshape the shorter",
          at: location)
      }
      result = joined
    }
    return result
  }

  /// `X [N, 3] + w [2]`; of many operands, the first few.
  package static func names(_ operands: [Tensor], _ symbol: String) -> String {
    let names = operands.prefix(8).map(\.labelled) + (operands.count > 8 ? ["…"] : [])
    return names.joined(separator: " \(symbol) ")
  }

  private static func join(
    _ left: Shape, _ right: Shape
  ) -> (Shape, clash: (problem: String, mend: String)?) {
    let rank = max(left.rank, right.rank)
    var extents: [Shape.Extent] = []
    for offset in 0..<rank {
      let a = extent(of: left, offset - (rank - left.rank))
      let b = extent(of: right, offset - (rank - right.rank))
      if a == b || b == 1 {
        extents.append(a)
      } else if a == 1 {
        extents.append(b)
      } else {
        let problem = "axis \(offset - rank) has the lengths \(a) and \(b)"
        let mend =
          a.isSymbolic || b.isSymbolic
          ? "a symbol such as N fits only itself or a fixed 1" : "they must be equal, or one of them 1"
        return (left, (problem, mend))
      }
    }
    return (Shape(extents), nil)
  }

  private static func extent(of shape: Shape, _ axis: Int) -> Shape.Extent {
    axis < 0 ? 1 : shape[axis]
  }

  /// The stray axis if shapes of unequal rank broadcast the rows against themselves, such as `[N, 1]` with `[N]`.
  ///
  /// It is NumPy's best-known trap, and never meant. Explicit `[N, 1]` with `[1, N]` is allowed.
  private static func squaredRows(_ left: Shape, _ right: Shape, _ joined: Shape) -> Int? {
    guard left.rank != right.rank else { return nil }
    func rows(_ shape: Shape) -> Int { shape.extents.count { $0 == .batch } }
    guard rows(joined) > max(rows(left), rows(right)) else { return nil }
    let longer = left.rank > right.rank ? left : right
    return longer.extents.firstIndex(of: 1)
  }
}
