/// How a recorded graph is written: each part stands for a node.
package typealias TensorNotation = Notation<Node>

/// What each family of primitives answers about itself, in the file that also holds its public functions.
package protocol PrimitiveFamily: Hashable, Sendable {
  /// The operation's name in errors and reports: `matmul`.
  var name: String { get }

  /// This family as a case of the closed enum.
  var primitive: Primitive { get }

  /// In which operands the operation is linear.
  var linearity: Linearity { get }

  /// How cotangents pass through, which decides what becomes of masks.
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
  /// Operations that are linear in their first operand apply themselves to its tangent, and leave this to the default.
  func pushforward(_ tangents: [Tensor?], of inputs: Inputs, output: Tensor) -> Tensor?

  /// Which elements of an input the operation reads, or chooses; nil for all of them.
  func picked(_ index: Int, of inputs: Inputs, output: Tensor) -> Mask?

  /// Which elements of an input reach an element of the output in `mask`, for flow `.mixed`; nil for all of them.
  func reach(_ mask: Mask, to index: Int, of inputs: Inputs, output: Tensor) -> Mask?

  /// The ways to compute the operation for some positions along axes of one extent, best first; none if every element of
  /// the result needs all of them.
  ///
  /// - Parameters:
  ///   - operands: The shapes of the operands.
  ///   - result: The shape of the result.
  ///   - extent: That of the axes along which rows are told apart.
  func rowRules(_ operands: [Shape], _ result: Shape, over extent: Shape.Extent) -> [RowRule]

  /// The operation on operands that all have one more axis in front; its axes are counted one further.
  var behindOneAxis: Primitive { get }

  /// The operation on each of several sets of operands at once, those that differ between the sets having one more
  /// axis in front; so has the result. The default repeats the others and applies `behindOneAxis`.
  func batched(_ operands: [BatchedOperand]) -> Tensor

  /// The operation with some extents that it was given replaced by others; the default holds none.
  func replacingExtents(_ replace: (Shape.Extent) -> Shape.Extent) -> Primitive

  /// The application as mathematics writes it; each operand says which node it stands for.
  func notation(of operands: [TensorNotation], shape: Shape) -> TensorNotation

  /// The application as Swift source; a call of the function that `name` names by default.
  func source(of operands: [SwiftExpression], shape: Shape) -> SwiftExpression
}

extension PrimitiveFamily {
  package func pushforward(_ tangents: [Tensor?], of inputs: Inputs, output: Tensor) -> Tensor? {
    guard linearity.holds(in: CollectionOfOne(0)), var operands = Optional(inputs), let tangent = tangents[0]
    else { return nil }
    operands[0] = tangent
    return .recording(primitive, operands)
  }

  package func picked(_ index: Int, of inputs: Inputs, output: Tensor) -> Mask? { nil }

  package func reach(_ mask: Mask, to index: Int, of inputs: Inputs, output: Tensor) -> Mask? { nil }

  package var behindOneAxis: Primitive { primitive }

  package func batched(_ operands: [BatchedOperand]) -> Tensor {
    .recording(behindOneAxis, operands.map(\.lifted))
  }

  package func replacingExtents(_ replace: (Shape.Extent) -> Shape.Extent) -> Primitive { primitive }

  package func source(of operands: [SwiftExpression], shape: Shape) -> SwiftExpression {
    .call(name, on: operands)
  }
}
