/// One operand of an operation on several sets of operands at once.
package struct BatchedOperand: Sendable {
  package let tensor: Tensor
  /// Whether the first axis counts the sets.
  package let isBatched: Bool
  /// The number of sets.
  package let length: Shape.Extent

  /// The shape that the operand has in each set.
  package var shape: Shape {
    isBatched ? Shape(Array(tensor.node.shape.extents.dropFirst())) : tensor.node.shape
  }

  /// The operand with the axis in front, repeated if it is the same in all sets.
  package var lifted: Tensor {
    isBatched ? tensor : tensor.broadcast(to: Shape([length] + tensor.node.shape.extents))
  }

  /// The operand with the axis in front, of length 1 if it is the same in all sets, and then as many axes as
  /// `rank`, filled up with ones: operands of an elementwise operation, aligned.
  package func aligned(to rank: Int) -> Tensor {
    if !isBatched && shape.isScalar { return tensor }
    let ones = Array(repeating: Shape.Extent.fixed(1), count: rank - shape.rank)
    let target = Shape([isBatched ? length : 1] + ones + shape.extents)
    return target == tensor.node.shape ? tensor : tensor.reshaped(to: target)
  }

  /// All operands with axes aligned.
  package static func aligned(_ operands: [BatchedOperand]) -> [Tensor] {
    let rank = operands.map(\.shape.rank).max() ?? 0
    return operands.map { $0.aligned(to: rank) }
  }
}
