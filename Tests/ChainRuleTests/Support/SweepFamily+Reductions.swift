import ChainRule

// Operations along axes.
extension SweepFamily {
  static let sumCases: [SweepCase] = shapes.flatMap { shape, rows in
    axisChoices(shape).flatMap { axes in
      [false, true].map { keepingAxes in
        SweepCase("sum over \(axes?.description ?? "all"), keeping \(keepingAxes)", shape, rows) {
          ChainRule.sum(squared($0), along: axes.map { Axes($0) } ?? .all, keepingAxes: keepingAxes)
        }
      }
    }
  }

  static func reductionCases(_ kind: Reduction.Kind) -> [SweepCase] {
    shapes.flatMap { shape, rows in
      axisChoices(shape).compactMap { axes -> SweepCase? in
        let axes = axes ?? Array(0..<shape.rank)
        let isEmpty = axes.contains { shape[$0] == 0 || shape[$0] == .batch && rows == 0 }
        // Nothing has no maximum, and the logarithm of no sum is −∞.
        if isEmpty && kind != .norm { return nil }
        let range = kind == .norm ? 0.5...2.0 : -2...2
        return SweepCase(
          "\(kind) over \(axes)", shape, rows, in: range, isSpaced: kind == .max || kind == .min
        ) {
          .recording(.reduction(Reduction(kind: kind, axes: axes)), [$0])
        }
      }
    }
  }

  static func normalizationCases(_ kind: Normalization.Kind) -> [SweepCase] {
    shapes.flatMap { shape, rows in
      axisChoices(shape).map { axes in
        let axes = axes ?? Array(0..<shape.rank)
        return SweepCase("\(kind) over \(axes)", shape, rows, isSpaced: true) {
          .recording(.normalization(Normalization(kind: kind, axes: axes)), [$0])
        }
      }
    }
  }

  static let cumulativeSumCases: [SweepCase] = shapesWithAxis.flatMap { shape, rows, axis in
    [false, true].map { isReversed in
      SweepCase("cumulativeSum along \(axis), reversed \(isReversed)", shape, rows) {
        ChainRule.cumulativeSum(squared($0), along: axis, reversed: isReversed)
      }
    }
  }

  static let arrangementCases: [SweepCase] = shapesWithAxis.flatMap { shape, rows, axis in
    [false, true].flatMap { descending in
      [
        SweepCase("sorted along \(axis), descending \(descending)", shape, rows, isSpaced: true) {
          sorted($0, along: axis, descending: descending)
        },
        keyed("unsorted along \(axis)", shape, rows) {
          unsorted(squared($1), by: $0, along: axis, descending: descending)
        },
        keyed("sorted by keys along \(axis)", shape, rows) {
          sorted($1 * $1, by: $0, along: axis, descending: descending)
        },
      ]
    }
  }

  private static func keyed(
    _ name: String, _ shape: Shape, _ rows: Int, _ apply: @escaping @Sendable (Tensor, Tensor) -> Tensor
  ) -> SweepCase {
    SweepCase(
      name: name, rows: rows,
      inputs: [.init(shape: shape, range: -2...2, isSpaced: true), .init(shape: shape, range: -2...2)]
    ) { apply($0[0], $0[1]) }
  }
}
