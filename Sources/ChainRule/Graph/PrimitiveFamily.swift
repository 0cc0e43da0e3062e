/// What each family of primitives answers about itself, in the file that also holds its public functions.
package protocol PrimitiveFamily: Hashable, Sendable {
  /// The operation's name in errors and reports: `matmul`.
  var name: String { get }

  /// This family as a case of the closed enum.
  var primitive: Primitive { get }

  /// How cotangents pass through, which decides what masks and broadcasting need.
  var flow: CotangentFlow { get }

  /// The shape of the result, or an error that names the operands.
  func shape(
    of operands: Inputs, at location: ChainRuleError.Location?
  ) throws(ChainRuleError) -> Shape

  /// Reverse mode: the cotangent of `inputs[index]`, given that of `output`; nil where it is zero everywhere.
  ///
  /// Written in recorded, differentiable operations. For elementwise families the result has the shape of the
  /// output; the engine undoes broadcasting.
  func pullback(
    _ cotangent: Tensor, to index: Int, of inputs: Inputs, output: Tensor
  ) -> Tensor?

  /// Forward mode: the tangent of `output`, given those of the inputs, nil for inputs that do not vary; nil where
  /// it is zero everywhere. One of `tangents` at least is not nil.
  ///
  /// Linear operations apply themselves to the tangent, and leave this to the default.
  func pushforward(_ tangents: [Tensor?], of inputs: Inputs, output: Tensor) -> Tensor?

  /// The operation on operands that all have one more axis in front; its axes are counted one further.
  var behindOneAxis: Primitive { get }

  /// The operation on each of several sets of operands at once, those that differ between the sets having one more
  /// axis in front; so has the result. The default repeats the others and applies `behindOneAxis`.
  func batched(_ operands: [BatchedOperand]) -> Tensor

  /// The operation with some extents that it was given replaced by others; the default holds none.
  func replacingExtents(_ replace: (Shape.Extent) -> Shape.Extent) -> Primitive

  /// Which elements of an input reach a live element of the output, for flow `.whole`: nonzero where they do.
  func reach(_ mask: Tensor, to index: Int, of inputs: Inputs) -> Tensor?

  /// The application to operands that are already written, in `style`.
  func written(_ operands: [Written], shape: Shape, in style: NotationStyle) -> Written

  /// The application as Swift source; a call of the function that `name` names by default.
  func swift(_ operands: [Written], shape: Shape) -> Written
}

extension PrimitiveFamily {
  package func pushforward(_ tangents: [Tensor?], of inputs: Inputs, output: Tensor) -> Tensor? {
    guard flow == .linear, var operands = Optional(inputs), let tangent = tangents[0] else { return nil }
    operands[0] = tangent
    return .recording(primitive, operands)
  }

  package var behindOneAxis: Primitive { primitive }

  package func batched(_ operands: [BatchedOperand]) -> Tensor {
    .recording(behindOneAxis, operands.map(\.lifted))
  }

  package func replacingExtents(_ replace: (Shape.Extent) -> Shape.Extent) -> Primitive { primitive }

  package func reach(_ mask: Tensor, to index: Int, of inputs: Inputs) -> Tensor? { nil }

  package func swift(_ operands: [Written], shape: Shape) -> Written { .call(name, operands) }
}

/// How a primitive passes cotangents to its inputs.
package enum CotangentFlow: Sendable {
  /// Element by element, multiplied by a partial derivative; operands broadcast.
  case elementwise
  /// Element by element, unchanged up to sign (add, subtract, negate); operands broadcast.
  case elementwiseLinear
  /// One operand is chosen element by element.
  case select
  /// Elements of the first operand are moved, repeated, or added up, whatever their values.
  case linear
  /// Sums of products of elements of one operand with elements of the other.
  case bilinear
  /// Each element of the result depends on many elements of the operands, not linearly.
  case whole
  /// A leaf, or an operation with derivative zero everywhere.
  case none
}

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
