/// NumPy's broadcasting, for extents that may be symbols.
///
/// Shapes are aligned at their last axes; missing axes and axes of length 1 stretch. A symbol equals only
/// itself and never counts as 1.
///
/// - Source: NumPy user guide, "Broadcasting", general rules.
package enum Broadcasting {
  /// Why shapes have no common one, and what would be right.
  private struct Misfit: Error {
    let problem: String
    let mend: String
  }

  /// The common shape of the operands of an elementwise operation.
  package static func shape(
    of operands: Inputs, in operation: @autoclosure () -> String,
    joinedBy symbol: @autoclosure () -> String,
    at location: ChainRuleError.Location?
  ) throws(ChainRuleError) -> Shape {
    // Nearly always; the words are found only for an error.
    switch operands.nodes {
    case .one(let only): return only.shape
    case .two(let first, let second) where first.shape == second.shape: return first.shape
    default: break
    }
    do {
      return try shape(of: operands.map(\.node.shape))
    } catch {
      throw ChainRuleError(
        .shape, in: operation(), operands: names(operands, symbol()), problem: error.problem,
        mend: error.mend,
        at: location)
    }
  }

  /// The common shape of the axes before those of the matrices.
  package static func leading(
    of operands: Inputs, in operation: String, named names: String,
    at location: ChainRuleError.Location?
  ) throws(ChainRuleError) -> Shape {
    do {
      return try shape(of: operands.map { Shape($0.leading) })
    } catch {
      throw ChainRuleError(
        .shape, in: operation, operands: names, problem: "before the matrices, \(error.problem)",
        mend: error.mend, at: location)
    }
  }

  private static func shape(of shapes: [Shape]) throws(Misfit) -> Shape {
    var result = shapes[0]
    for shape in shapes.dropFirst() {
      if shape == result || shape.isScalar { continue }
      if result.isScalar {
        result = shape
        continue
      }
      let joined = try join(result, shape)
      if let axis = squaredRows(result, shape, joined) {
        throw Misfit(
          problem: "broadcasting would pair every row with every row, \(joined)",
          mend: "give both the same rank: remove axis \(axis) of the longer, or reshape the shorter")
      }
      result = joined
    }
    return result
  }

  /// `X [N, 3] + w [2]`; of many operands, the first few.
  package static func names(_ operands: some Collection<Tensor>, _ symbol: String) -> String {
    let names = operands.prefix(8).map(\.labelled) + (operands.count > 8 ? ["…"] : [])
    return names.joined(separator: " \(symbol) ")
  }

  private static func join(_ left: Shape, _ right: Shape) throws(Misfit) -> Shape {
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
        throw Misfit(problem: problem, mend: mend)
      }
    }
    return Shape(extents)
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
