import ChainRule

// Products, parts and functions of matrices.
extension SweepFamily {
  private static let products: [(Shape, Shape, Int)] = [
    ([3], [3], 1), ([0], [0], 1), ([1], [1], 1), ([2, 3], [3], 1), ([2, 0], [0], 1), ([0, 3], [3], 1),
    ([1, 1], [1], 1), ([3], [3, 2], 1), ([1], [1, 4], 1), ([3], [3, 0], 1), ([2, 3], [3, 4], 1),
    ([1, 3], [3, 1], 1), ([2, 1], [1, 2], 1), ([0, 2], [2, 3], 1), ([2, 0], [0, 3], 1),
    ([.batch, 2], [2], 3), ([.batch, 2], [2], 0), ([.batch, 2], [2], 1), ([.batch, 2], [2, 3], 4),
    ([.batch], [.batch], 5), ([.batch], [.batch], 0), ([.batch], [.batch, 2], 3),
    ([.batch, 9], [9, 10], 17),
    ([.batch, 1], [1, 2], 2), ([2, 2, 3], [3, 2], 1), ([2, 3], [2, 3, 1], 1), ([2, 1, 2], [2, 2, 2], 1),
    ([1, 2, 2], [3, 2, 1], 1), ([2, 1, 1, 2], [2, 2, 1], 1), ([0, 2, 2], [2, 2], 1), ([2, 2, 0], [0, 1], 1),
    ([2, 2, 3], [3], 1), ([3], [2, 3, 2], 1), ([.batch, 2, 2], [2, 1], 2),
    ([.batch, 2, 2], [.batch, 2, 1], 2),
    ([.batch, 1, 2], [2], 0), ([2], [.batch, 2, 2], 2), ([.batch, 2, 1, 2], [2, 2, 1], 1),
  ]

  static let matrixProductCases: [SweepCase] = products.map { first, second, rows in
    SweepCase("matmul", first, second, rows) { $0 • $1 }
  }

  /// Axes before the matrices.
  private static let stacks: [([Shape.Extent], Int)] = [
    ([], 1), ([2], 1), ([1], 1), ([0], 1), ([2, 1], 1), ([.batch], 2), ([.batch], 1), ([.batch], 0),
    ([.batch, 2], 1),
  ]

  /// Orders 0 to 4.
  private static var squares: [(Shape, Int)] {
    let larger: [(Shape, Int)] = [
      ([3, 3], 1), ([4, 4], 1), ([1, 3, 3], 1), ([.batch, 3, 3], 1), ([1, 1, 3, 3], 1), ([0, 4, 4], 1),
    ]
    return larger
      + stacks.flatMap { stack, rows in
        [0, 1, 2].map { (Shape(stack + [.fixed($0), .fixed($0)]), rows) }
      }
  }

  private static let rectangles: [(Shape, Int)] =
    stacks.prefix(6).flatMap { stack, rows in
      [(0, 0), (0, 2), (1, 1), (1, 3), (2, 2), (3, 2)].map { (height, width) in
        (Shape(stack + [.fixed(height), .fixed(width)]), rows)
      }
    }

  static var triangleCases: [SweepCase] {
    let further: [(Shape, Int)] = [([4, 4], 1), ([.batch, 3], 2), ([.batch, 2], 0)]
    return (rectangles + further).flatMap { shape, rows in
      [-1, 0, 1].flatMap { diagonal in
        [
          SweepCase("lowerTriangle \(diagonal)", shape, rows) {
            lowerTriangle(squared($0), diagonal: diagonal)
          },
          SweepCase("upperTriangle \(diagonal)", shape, rows) { upperTriangle($0, diagonal: diagonal) },
        ]
      }
    }
  }

  static let diagonalCases: [SweepCase] = (rectangles + [([4, 4], 1), ([2, 4], 1)]).map { shape, rows in
    SweepCase("diagonal", shape, rows) { ChainRule.diagonal(squared($0)) }
  }

  static let diagonalMatrixCases: [SweepCase] =
    shapes.filter { $0.0.rank > 0 }.flatMap { shape, rows in
      let square = SweepCase("diagonalMatrix", shape, rows) { ChainRule.diagonalMatrix(squared($0)) }
      guard case .fixed(let length) = shape[shape.rank - 1] else { return [square] }
      return [
        square,
        SweepCase("wide diagonalMatrix", shape, rows) {
          ChainRule.diagonalMatrix($0, columns: .fixed(length + 1))
        },
      ]
    }

  private static func identity(_ shape: Shape) -> Tensor {
    ChainRule.diagonalMatrix(Tensor.number(1).broadcast(to: [shape[shape.rank - 1]]))
  }

  /// Well conditioned matrices; symmetric and positive for the Cholesky factor.
  static func matrixFunctionCases(_ function: MatrixFunction) -> [SweepCase] {
    squares.map { shape, rows in
      let apply: @Sendable (Tensor) -> Tensor =
        switch function {
        case .inverse: { inverse(0.3 * $0 + 3 * identity(shape)) }
        case .determinant: { determinant(0.3 * $0 + 1.5 * identity(shape)) }
        case .cofactors: { cofactors(0.3 * $0 + 1.5 * identity(shape)) }
        case .logDeterminant: { logDeterminant(0.3 * $0 - 3 * identity(shape)) }
        case .cholesky: { cholesky($0 • $0.matrixTransposed + 2 * identity(shape)) }
        }
      return SweepCase(function.rawValue, shape, rows, in: -1...1, apply: apply)
    }
  }

  static var cofactorDerivativeCases: [SweepCase] {
    squares.map { shape, rows in
      SweepCase("cofactorDerivative", shape, shape, rows, in: (-1...1, -2...2)) {
        ChainRule.cofactorDerivative(0.3 * $0 + 1.5 * identity(shape), $1)
      }
    }
  }

  static var solutionCases: [SweepCase] {
    let broadcast: [(Shape, Shape, Int)] = [
      ([2, 2], [2], 1), ([2, 2], [3, 2, 1], 1), ([2, 2, 2], [2, 1], 1), ([.batch, 2, 2], [2, 1], 2),
      ([2, 2], [.batch, 2, 1], 2),
    ]
    let equal: [(Shape, Shape, Int)] = squares.enumerated().map { position, square in
      let (shape, rows) = square
      let columns = Shape.Extent.fixed([1, 2, 0, 1][position % 4])
      return (shape, Shape(shape.extents.dropLast() + [columns]), rows)
    }
    return (equal + broadcast).map { matrix, right, rows in
      SweepCase("solve", matrix, right, rows, in: (-1...1, -2...2)) {
        solve(0.3 * $0 + 3 * identity(matrix), $1)
      }
    }
  }
}
