import ChainRule

/// x³, computed from numbers, with its derivative in tensors.
struct Cube: CustomOperation {
  let name = "cube"
  /// What the derivative is wrong by.
  var mistake = 1.0
  func shape(of operands: [Shape]) -> Shape { operands[0] }
  func evaluate<S: TensorScalar>(_ operands: [NDArray<S>]) -> NDArray<S> { operands[0].map { $0 * $0 * $0 } }
  func pullback(_ cotangent: Tensor, operands: [Tensor], output: Tensor) -> [Tensor?] {
    [cotangent * (3 * mistake) * squared(operands[0])]
  }
  func notation(_ operands: [String]) -> String { operands[0] + "³" }
}

/// `X • w` row by row, and nothing for the third operand, which it does not depend on.
struct RowDots: CustomOperation {
  let name = "rowDots"
  let isRowWise = true
  func shape(of operands: [Shape]) throws -> Shape {
    struct Misfit: Error, CustomStringConvertible { let description: String }
    guard operands[0].rank == 2, operands[0].extents.last == operands[1].extents.last else {
      throw Misfit(description: "rows of \(operands[0]) and \(operands[1]) do not fit")
    }
    return Shape([operands[0].extents[0]])
  }
  func evaluate<S: TensorScalar>(_ operands: [NDArray<S>]) throws -> NDArray<S> {
    let (rows, columns) = (operands[0].shape[0], operands[0].shape[1])
    return NDArray(
      (0..<rows).map { row in
        (0..<columns).reduce(0) { $0 + operands[0][row, $1] * operands[1][$1] }
      })
  }
  func pullback(_ cotangent: Tensor, operands: [Tensor], output: Tensor) -> [Tensor?] {
    [outer(cotangent, operands[1]), cotangent • operands[0], nil]
  }
}

/// 2x, whose derivative is the operation itself.
struct Twice: CustomOperation {
  let name = "twice"
  func shape(of operands: [Shape]) -> Shape { operands[0] }
  func evaluate<S: TensorScalar>(_ operands: [NDArray<S>]) -> NDArray<S> { operands[0].map { $0 + $0 } }
  func pullback(_ cotangent: Tensor, operands: [Tensor], output: Tensor) -> [Tensor?] {
    [.applying(Twice(), to: [cotangent])]
  }
}
