/// How an operation computed for some rows uses an operand.
enum RowUse: Hashable {
  /// Only the same rows of it, which lie along an axis.
  case rows(axis: Int)
  /// All of it, the same for every row.
  case whole
}

/// How contributions to a result, each from some of the rows, become the result.
enum RowMerge: Hashable {
  case sum, maximum, minimum, logAddExp, hypotenuse
}

/// What an operation gives when its operands come by rows.
enum RowResult: Hashable {
  /// The same rows of the result, along an axis.
  case rows(axis: Int)
  /// A contribution to the whole result.
  case contribution(RowMerge)
}

/// One way to compute an operation for some rows at a time.
struct RowRule {
  let result: RowResult
  /// One for each operand.
  let uses: [RowUse]
}

extension Primitive {
  /// The ways to compute this operation for some positions along axes of one extent, best first; none if every element
  /// of the result needs all of them.
  ///
  /// - Parameters:
  ///   - operands: The shapes of the operands.
  ///   - result: The shape of the result.
  ///   - extent: That of the axes along which rows are told apart.
  func rowRules(_ operands: [Shape], _ result: Shape, over extent: Shape.Extent) -> [RowRule] {
    var rules: [RowRule] = []
    /// One rule for each axis of the result with the extent, for which `uses` has an answer.
    func along(_ uses: (Int) -> [RowUse]?) {
      for axis in result.extents.indices where result[axis] == extent {
        if let uses = uses(axis) { rules.append(RowRule(result: .rows(axis: axis), uses: uses)) }
      }
    }
    /// One rule for each axis of the first operand with the extent, which the result does not have.
    func contributions(_ axes: [Int], _ merge: RowMerge) {
      for axis in axes where operands[0][axis] == extent {
        rules.append(RowRule(result: .contribution(merge), uses: [.rows(axis: axis)]))
      }
    }
    /// The operation treats all axes but some alike.
    func sameAxis(except axes: [Int]) {
      along { axis in axes.contains(axis) ? nil : operands.map { _ in .rows(axis: axis) } }
    }
    switch self {
    case .elementwise, .polygamma, .arithmetic, .comparison, .select, .broadcast:
      along { axis in operands.map { Self.aligned(axis, $0, result, extent) } }
    case .sum(let sum):
      along { axis in [.rows(axis: Self.axis(axis, beside: sum.axes))] }
      contributions(sum.axes, .sum)
    case .reduction(let reduction):
      along { axis in [.rows(axis: Self.axis(axis, beside: reduction.axes))] }
      contributions(reduction.axes, reduction.kind.merge)
    case .matrixProduct: rules = MatrixProduct.rowRules(operands, result, over: extent)
    case .normalization(let map): sameAxis(except: map.axes)
    case .cumulativeSum(let sum): sameAxis(except: [sum.axis])
    case .arrangement(let arrangement): sameAxis(except: [arrangement.axis])
    case .concatenation(let concatenation): sameAxis(except: [concatenation.axis])
    case .reversal(let reversal): sameAxis(except: reversal.axes)
    case .slice(let slice): sameAxis(except: slice.ranges.indices.filter { slice.ranges[$0] != nil })
    case .pad(let pad): sameAxis(except: pad.ranges.indices.filter { pad.ranges[$0] != nil })
    case .triangle, .diagonalMatrix: sameAxis(except: [result.rank - 2, result.rank - 1])
    case .diagonal: sameAxis(except: [result.rank - 1])
    case .permutation(let permutation):
      along { axis in
        let origin = permutation.order[axis]
        return [.rows(axis: origin < 0 ? origin + result.rank : origin)]
      }
    case .reshape:
      along { axis in
        let before = SymbolicCount(result.extents.prefix(axis))
        let same = operands[0].extents.indices.first {
          operands[0][$0] == extent && SymbolicCount(operands[0].extents.prefix($0)) == before
        }
        return same.map { [.rows(axis: $0)] }
      }
    case .gather(let gather): rules = gather.rowRules(operands, result, over: extent)
    case .scatterAdd(let scatter): rules = scatter.rowRules(operands, result, over: extent)
    // Which matrix has no result is told by its number, which counts along the first axis.
    case .matrixFunction, .solution:
      along { axis in
        axis == 0 && operands[0].rank > 2
          && operands.allSatisfy { $0[0] == extent && $0.rank == operands[0].rank }
          ? operands.map { _ in .rows(axis: 0) } : nil
      }
    case .leaf, .name, .stopGradient, .custom: break
    }
    return rules
  }

  /// How an operand that broadcasts to the result is used for positions along an axis of the result.
  static func aligned(_ axis: Int, _ operand: Shape, _ result: Shape, _ extent: Shape.Extent) -> RowUse {
    let own = axis - (result.rank - operand.rank)
    return own >= 0 && operand[own] == extent ? .rows(axis: own) : .whole
  }

  /// The axis of an operand that is `axis` of the result, in which `axes` are no more.
  private static func axis(_ axis: Int, beside axes: [Int]) -> Int {
    axes.reduce(axis) { $1 <= $0 ? $0 + 1 : $0 }
  }
}

extension Reduction.Kind {
  /// How the results of parts become that of all.
  fileprivate var merge: RowMerge {
    switch self {
    case .max: .maximum
    case .min: .minimum
    case .logSumExp: .logAddExp
    case .norm: .hypotenuse
    }
  }
}

extension MatrixProduct {
  fileprivate static func rowRules(
    _ operands: [Shape], _ result: Shape, over extent: Shape.Extent
  ) -> [RowRule] {
    let (left, right) = (operands[0], operands[1])
    let matrixAxes = (left.rank > 1 ? 1 : 0) + (right.rank > 1 ? 1 : 0)
    let leading = result.rank - matrixAxes
    var rules: [RowRule] = []
    for axis in 0..<leading where result[axis] == extent {
      let uses = operands.map { operand -> RowUse in
        let own = axis - (leading - Swift.max(operand.rank - 2, 0))
        return own >= 0 && operand[own] == extent ? .rows(axis: own) : .whole
      }
      rules.append(RowRule(result: .rows(axis: axis), uses: uses))
    }
    if left.rank > 1 && left[left.rank - 2] == extent {
      rules.append(RowRule(result: .rows(axis: leading), uses: [.rows(axis: left.rank - 2), .whole]))
    }
    if right.rank > 1 && right[right.rank - 1] == extent {
      rules.append(
        RowRule(result: .rows(axis: result.rank - 1), uses: [.whole, .rows(axis: right.rank - 1)]))
    }
    if left[left.rank - 1] == extent {
      let uses: [RowUse] = [.rows(axis: left.rank - 1), .rows(axis: Swift.max(right.rank - 2, 0))]
      rules.append(RowRule(result: .contribution(.sum), uses: uses))
    }
    return rules
  }
}

// Integers are cut along their first axis only: they lie in a list, not in strided memory.

extension Gather {
  fileprivate func rowRules(_ operands: [Shape], _ result: Shape, over extent: Shape.Extent) -> [RowRule] {
    let width = operands[1].rank - batchAxes
    return result.extents.indices.compactMap { place in
      guard result[place] == extent else { return nil }
      var uses: [RowUse]? {
        if place < batchAxes { return place == 0 ? [.rows(axis: 0), .rows(axis: 0)] : nil }
        if place < axis { return [.rows(axis: place), .whole] }
        if place < axis + width { return batchAxes == 0 && place == axis ? [.whole, .rows(axis: 0)] : nil }
        return [.rows(axis: place - width + 1), .whole]
      }
      return uses.map { RowRule(result: .rows(axis: place), uses: $0) }
    }
  }
}

extension ScatterAdd {
  fileprivate func rowRules(_ operands: [Shape], _ result: Shape, over extent: Shape.Extent) -> [RowRule] {
    let width = operands[1].rank - batchAxes
    var rules: [RowRule] = result.extents.indices.compactMap { place in
      guard result[place] == extent, place != axis else { return nil }
      var uses: [RowUse]? {
        if place < batchAxes { return place == 0 ? [.rows(axis: 0), .rows(axis: 0)] : nil }
        return [.rows(axis: place < axis ? place : place - 1 + width), .whole]
      }
      return uses.map { RowRule(result: .rows(axis: place), uses: $0) }
    }
    if batchAxes == 0 && width > 0 && operands[1][0] == extent {
      rules.append(RowRule(result: .contribution(.sum), uses: [.rows(axis: axis), .rows(axis: 0)]))
    }
    return rules
  }
}
