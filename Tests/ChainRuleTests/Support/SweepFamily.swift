import ChainRule

/// Every family of primitives but the leaves; a new case of `Primitive` does not compile until it is named here.
enum SweepFamily: CaseIterable, Sendable {
  case elementwise, polygamma, arithmetic, comparison, select, matrixProduct, permutation, reshape, broadcast
  case slice, pad, reversal, concatenation, gather, scatterAdd, sum, reduction, normalization, cumulativeSum
  case arrangement, triangle, diagonal, diagonalMatrix, matrixFunction, solution, cofactorDerivative
  case custom, stopGradient, name

  static func of(_ primitive: Primitive) -> SweepFamily? {
    switch primitive {
    case .leaf: nil
    case .name: .name
    case .stopGradient: .stopGradient
    case .elementwise: .elementwise
    case .polygamma: .polygamma
    case .arithmetic: .arithmetic
    case .comparison: .comparison
    case .select: .select
    case .matrixProduct: .matrixProduct
    case .permutation: .permutation
    case .reshape: .reshape
    case .broadcast: .broadcast
    case .slice: .slice
    case .pad: .pad
    case .reversal: .reversal
    case .concatenation: .concatenation
    case .gather: .gather
    case .scatterAdd: .scatterAdd
    case .sum: .sum
    case .reduction: .reduction
    case .normalization: .normalization
    case .cumulativeSum: .cumulativeSum
    case .arrangement: .arrangement
    case .triangle: .triangle
    case .diagonal: .diagonal
    case .diagonalMatrix: .diagonalMatrix
    case .matrixFunction: .matrixFunction
    case .solution: .solution
    case .cofactorDerivative: .cofactorDerivative
    case .custom: .custom
    }
  }

  var cases: [SweepCase] {
    switch self {
    case .elementwise: Elementwise.allCases.flatMap(Self.elementwiseCases)
    case .polygamma: (0...3).flatMap(Self.polygammaCases)
    case .arithmetic: Arithmetic.allCases.flatMap(Self.arithmeticCases)
    case .comparison: Comparison.allCases.flatMap(Self.comparisonCases)
    case .select: Self.selectCases
    case .matrixProduct: Self.matrixProductCases
    case .permutation: Self.permutationCases
    case .reshape: Self.reshapeCases
    case .broadcast: Self.broadcastCases
    case .slice: Self.sliceCases
    case .pad: Self.padCases
    case .reversal: Self.reversalCases
    case .concatenation: Self.concatenationCases
    case .gather: Self.gatherCases
    case .scatterAdd: Self.scatterAddCases
    case .sum: Self.sumCases
    case .reduction: Reduction.Kind.allCases.flatMap(Self.reductionCases)
    case .normalization: Normalization.Kind.allCases.flatMap(Self.normalizationCases)
    case .cumulativeSum: Self.cumulativeSumCases
    case .arrangement: Self.arrangementCases
    case .triangle: Self.triangleCases
    case .diagonal: Self.diagonalCases
    case .diagonalMatrix: Self.diagonalMatrixCases
    case .matrixFunction: MatrixFunction.allCases.flatMap(Self.matrixFunctionCases)
    case .solution: Self.solutionCases
    case .cofactorDerivative: Self.cofactorDerivativeCases
    case .custom: Self.customCases
    case .stopGradient:
      Self.shapes.map { shape, rows in
        SweepCase(
          name: "stopGradient", rows: rows,
          inputs: [
            .init(shape: shape, range: -2...2, isStopped: true), .init(shape: shape, range: -2...2),
          ]
        ) { ChainRule.stopGradient($0[0]) * squared($0[1]) }
      }
    case .name:
      Self.shapes.map { shape, rows in SweepCase("named", shape, rows) { squared($0).named("v") } }
    }
  }

  /// About `count` cases from all over the list, always with the first.
  func handful(_ count: Int) -> [SweepCase] {
    let all = cases
    // A step that shares no factor with the number of shapes meets all of them in turn.
    let step = Swift.max(1, all.count / count)
    return all.enumerated().filter { $0.offset % step == 0 }.map(\.element)
  }

  /// Ranks 0 to 4, sizes 0 and 1, with and without rows.
  static let shapes: [(Shape, Int)] = [
    ([], 1), ([0], 1), ([1], 1), ([3], 1), ([5], 1), ([2, 3], 1), ([1, 3], 1), ([3, 1], 1), ([1, 1], 1),
    ([0, 2], 1), ([2, 0], 1), ([0, 0], 1), ([2, 1, 3], 1), ([2, 2, 1], 1), ([1, 1, 1], 1), ([2, 0, 3], 1),
    ([1, 2, 2], 1), ([2, 1, 2, 1], 1), ([1, 2, 1, 2], 1), ([1, 1, 1, 1], 1), ([0, 1, 2, 1], 1), ([.batch], 0),
    ([.batch], 1), ([.batch], 4), ([.batch, 2], 3), ([.batch, 2], 1), ([.batch, 1], 0), ([.batch, 1], 2),
    ([.batch, 0], 3), ([.batch, 2, 2], 1), ([.batch, 1, 2], 2), ([.batch, 2, 1], 0),
    ([.batch, 1, 2, 1], 2), ([.batch, 2, 1, 2], 1),
  ]

  /// Each way in which two shapes broadcast.
  static let pairs: [(Shape, Shape, Int)] = [
    ([], [], 1), ([3], [], 1), ([], [3], 1), ([3], [3], 1), ([3], [1], 1), ([1], [3], 1), ([2, 3], [3], 1),
    ([3], [2, 3], 1), ([2, 3], [], 1), ([2, 1], [1, 3], 1), ([1, 3], [2, 1], 1), ([2, 3], [2, 3], 1),
    ([2, 1], [3], 1), ([0, 3], [3], 1), ([1], [0], 1), ([0], [0], 1), ([2, 1, 3], [4, 1], 1),
    ([1, 1], [1], 1), ([1, 2, 1, 2], [2, 1, 1], 1), ([2, 1, 1, 2], [1, 2, 1, 1], 1), ([.batch], [.batch], 3),
    ([.batch], [], 3), ([], [.batch], 2), ([.batch, 2], [2], 3), ([2], [.batch, 2], 3),
    ([.batch, 1], [.batch, 3], 2), ([.batch, 1], [1, 3], 2), ([.batch, 2], [.batch, 2], 1),
    ([.batch, 2], [1, 2], 0), ([1], [.batch], 0), ([.batch, 1, 2], [2, 1], 2), ([.batch, 2, 1, 1], [2], 1),
  ]

  /// For each shape some choices of axes: all, the first, the last, and both ends.
  static func axisChoices(_ shape: Shape) -> [[Int]?] {
    let axes = Array(0..<shape.rank)
    let choices = [axes.first.map { [$0] }, axes.count > 1 ? [axes.count - 1] : nil]
    let ends: [Int]? = axes.count > 2 ? [0, axes.count - 1] : nil
    return [nil] + (choices + [ends]).compactMap { $0 }.map(Optional.some)
  }

  /// Shapes with each of their axes.
  static var shapesWithAxis: [(shape: Shape, rows: Int, axis: Int)] {
    shapes.flatMap { shape, rows in (0..<shape.rank).map { (shape, rows, $0) } }
  }
}
