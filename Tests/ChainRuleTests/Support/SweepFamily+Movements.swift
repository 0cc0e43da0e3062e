import ChainRule

// Operations that move, repeat or drop elements.
extension SweepFamily {
  static let permutationCases: [SweepCase] = shapes.flatMap { shape, rows in
    let axes = Array(0..<shape.rank)
    let orders = Set([
      axes, axes.reversed(), Array(axes.dropFirst() + axes.prefix(1)), axes.map { $0 - axes.count },
    ])
    return orders.sorted { $0.lexicographicallyPrecedes($1) }.map { order in
      SweepCase("transposed \(order)", shape, rows) { $0.transposed(axes: order) }
    }
  }

  static let reshapeCases: [SweepCase] =
    [
      ([1, 1], [], 1), ([6], [2, 3], 1), ([2, 3], [3, 2], 1), ([0, 3], [5, 0], 1),
      ([.batch, 6], [.batch, 2, 3], 2), ([2, 1, 3], [6], 1), ([1, 4], [4, 1, 1], 1),
    ].map { shape, target, rows in
      SweepCase("reshaped to \(target)", shape, rows) { $0.reshaped(to: target) }
    }
    + shapes.map { shape, rows in
      SweepCase("reshaped with a further axis", shape, rows) {
        $0.reshaped(to: Shape(shape.extents + [1]))
      }
    }

  static var broadcastCases: [SweepCase] {
    let patterns: [(Shape, Shape, Int)] = [
      ([], [3], 1), ([], [2, 0], 1), ([1], [4], 1), ([3], [2, 3], 1), ([2, 1], [2, 3], 1),
      ([1, 3], [2, 3], 1), ([1, 1], [2, 2, 2], 1), ([3], [3], 1), ([1, 2, 1], [2, 2, 2], 1),
      ([], [.batch], 4),
      ([], [.batch, 2], 0), ([2], [.batch, 2], 3), ([.batch, 1], [.batch, 3], 2), ([1], [.batch], 2),
      ([1, 2], [.batch, 2], 1), ([.batch, 1, 2], [.batch, 2, 2], 2),
    ]
    let others: [(Shape, Shape, Int)] = shapes.map { shape, rows in
      let isBatched = shape.extents.first == .batch
      return (shape, isBatched ? shape : Shape([2] + shape.extents), rows)
    }
    return (patterns + others).map { shape, target, rows in
      // A broadcast to rows alone has no row of its own: N comes from a companion.
      SweepCase("broadcast to \(target)", shape, target, rows) {
        $0.broadcast(to: target) * $1
      }
    }
  }

  static let sliceCases: [SweepCase] =
    fixedAxes.flatMap { shape, rows, axis, length in
      let ranges: [AxisIndex] = [.range(0..<0), .range((length - 1)..<length), .from(0, by: 2)]
      return ranges.map { range in
        let indices = Array(repeating: AxisIndex.all, count: axis) + [range]
        return SweepCase("sliced \(axis): \(range)", shape, rows) { $0[indices] }
      }
    } + [
      SweepCase("two axes", [3, 4], 1) { $0[.range(1..<3), .from(0, by: 3)] },
      SweepCase("one element", [3, 4], 1) { $0[2, -1] },
      SweepCase("a new axis", [2, 4], 1) { $0[.newAxis, .at(1), .from(1)] },
      SweepCase("a matrix", [2, 2, 2], 1) { $0[.at(0)] },
      SweepCase("corners", [3, 3, 1], 1) { $0[.from(0, by: 2), .from(0, by: 2)] },
      SweepCase("features", [.batch, 5], 2) { $0[.all, .range(1..<4)] },
      SweepCase("in reverse", [5], 1) { $0[.range(0..<5, by: -2)] },
    ]

  /// Shapes with each axis that has a fixed length above 0.
  private static var fixedAxes: [(Shape, Int, Int, Int)] {
    shapesWithAxis.compactMap { shape, rows, axis in
      if case .fixed(let length) = shape[axis], length > 0 { (shape, rows, axis, length) } else { nil }
    }
  }

  static let padCases: [SweepCase] =
    shapes.filter { shape, _ in shape.extents.contains { $0 != .batch } }
    .flatMap { shape, rows in
      let isFixed = shape.extents.map { $0 == .batch ? 0 : 1 }
      let last = isFixed.indices.map { $0 == isFixed.count - 1 ? 1 : 0 }
      return [(isFixed, last, isFixed), (last, last.map { 2 * $0 }, last.map { 0 * $0 })].map { widths in
        SweepCase("pad \(widths)", shape, rows) {
          ChainRule.pad($0, before: widths.0, after: widths.1, interior: widths.2)
        }
      }
    } + [
      SweepCase("pad with 7", [2, 2], 1) { ChainRule.pad($0, before: [1, 0], after: [0, 2], value: 7) }
    ]

  static let reversalCases: [SweepCase] = shapes.filter { $0.0.rank > 0 }.flatMap { shape, rows in
    axisChoices(shape).map { axes in
      let axes = axes ?? Array(0..<shape.rank)
      return SweepCase("flipped \(axes)", shape, rows) { squared($0).flipped(along: Axes(axes)) }
    }
  }

  static let concatenationCases: [SweepCase] =
    shapesWithAxis.filter { $0.shape[$0.axis] != .batch }.map { shape, rows, axis in
      var other = shape.extents
      other[axis] = 2
      return SweepCase("concatenate along \(axis)", shape, Shape(other), rows) {
        concatenate([squared($0), $1, $0], along: axis)
      }
    } + [
      SweepCase("stack", [2], [2], 1) { stack([$0, $1], along: -1) },
      SweepCase("rolled", [5], 1) { $0.rolled(by: 2, along: 0) },
    ]

  /// Elements of the first shape gathered along an axis at indices of the second.
  private static let gathers: [(shape: Shape, rows: Int, axis: Int, batchAxes: Int, indices: Shape)] = [
    ([3], 1, 0, 0, []), ([3], 1, 0, 0, [2]), ([3], 1, 0, 0, [7]), ([3], 1, 0, 0, [2, 2]), ([3], 1, 0, 0, [0]),
    ([1], 1, 0, 0, [3]), ([2, 3], 1, 0, 0, [3]), ([2, 3], 1, 1, 0, [2]), ([2, 3], 1, 1, 0, [2, 2]),
    ([2, 3], 1, 1, 1, [2]), ([2, 3], 1, 1, 1, [2, 2]), ([2, 0], 1, 0, 0, [3]), ([2, 3, 2], 1, 2, 2, [2, 3]),
    ([2, 3, 2], 1, 2, 1, [2, 2]), ([2, 3, 2], 1, 1, 1, [2]), ([2, 3, 2], 1, 1, 0, [2]),
    ([1, 2, 1, 3], 1, 3, 2, [1, 2, 2]), ([2, 2, 1, 2], 1, 1, 0, []), ([.batch, 3], 3, 1, 1, [.batch]),
    ([.batch, 3], 3, 1, 0, [2]), ([.batch, 3], 2, 1, 1, [.batch, 2]), ([.batch, 3], 0, 1, 1, [.batch]),
    ([.batch, 2], 3, 0, 0, [3]), ([.batch], 2, 0, 0, [4]), ([.batch], 3, 0, 0, [.batch]),
    ([.batch, 2, 3], 2, 2, 2, [.batch, 2]), ([.batch, 2, 3], 1, 2, 1, [.batch]),
    ([.batch, 2, 3], 2, 1, 0, []), ([5], 1, 0, 0, [1]), ([2, 2], 1, 0, 0, [3]), ([2, 2], 1, 1, 1, [2, 1]),
    ([0, 3], 1, 1, 0, [2]), ([1, 3], 1, 1, 0, [4]), ([.batch, 2, 2], 2, 1, 1, [.batch, 3]),
    ([4], 1, 0, 0, [1, 1]),
    ([2, 4], 1, 1, 0, [1]), ([3, 1], 1, 0, 0, [2, 1]), ([.batch, 4], 2, 1, 0, [3, 1]),
    ([3], 4, 0, 0, [.batch]), ([3, 2], 2, 0, 0, [.batch, 2]),
  ]

  /// Each with indices bound for the run, and where they can be, with fixed ones.
  static let gatherCases: [SweepCase] = gathers.flatMap { shape, rows, axis, batchAxes, indices in
    choices(shape, axis, indices).map { choice in
      SweepCase(
        name: "gather along \(axis), \(batchAxes) batch axes", rows: rows,
        inputs: [.init(shape: shape, range: -2...2)], indices: [choice]
      ) { ChainRule.gather($0[0], $0[1], along: axis, batchAxes: batchAxes) }
    }
  }

  /// The inverse movement of each: elements in the shape of what was gathered.
  static var scatterAddCases: [SweepCase] {
    let oneHots: [(Shape, Int)] = [([3], 1), ([2, 2], 1), ([.batch], 3)]
    let scatters: [SweepCase] = gathers.flatMap { shape, rows, axis, batchAxes, indices in
      var extents = shape.extents
      extents.replaceSubrange(axis...axis, with: indices.extents.dropFirst(batchAxes))
      let gathered = Shape(extents)
      return choices(shape, axis, indices).map { choice in
        SweepCase(
          name: "scatterAdd along \(axis), \(batchAxes) batch axes", rows: rows,
          inputs: [.init(shape: gathered, range: -2...2), .init(shape: shape, range: 1...2)],
          indices: [choice]
        ) {
          ChainRule.scatterAdd($0[0], $0[2], along: axis, length: shape[axis], batchAxes: batchAxes) * $0[1]
        }
      }
    }
    return scatters
      + oneHots.map { indices, rows in
        SweepCase(
          name: "oneHot", rows: rows, inputs: [.init(shape: [4], range: -2...2)],
          indices: [.init(shape: indices, below: 4, isFixed: false)]
        ) { $0[0] * oneHot($0[1], count: 4) }
      }
  }

  private static func choices(_ shape: Shape, _ axis: Int, _ indices: Shape) -> [SweepCase.Indices] {
    let canBeFixed = shape[axis] != .batch && !indices.extents.contains(.batch)
    return (canBeFixed ? [false, true] : [false]).map {
      SweepCase.Indices(shape: indices, below: shape[axis], isFixed: $0)
    }
  }
}
