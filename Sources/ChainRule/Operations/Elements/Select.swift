/// A choice between two tensors, element by element.
package struct Select: PrimitiveFamily {
  package var name: String { "select" }
  package var primitive: Primitive { .select(self) }
  package var flow: CotangentFlow { .select }

  package func shape(
    of operands: Inputs, at location: ChainRuleError.Location?
  ) throws(ChainRuleError) -> Shape {
    try Broadcasting.shape(of: operands, in: name, joinedBy: "with", at: location)
  }

  /// The cotangent of a branch is *selected*, never multiplied, so that 0 · ∞ cannot arise.
  ///
  /// What keeps the zeros zero further down is the mask that the engine carries along (see `Cotangent`).
  package func pullback(
    _ cotangent: Tensor, to index: Int, of inputs: Inputs, output: Tensor
  ) -> Tensor? {
    let condition = inputs[0]
    return switch index {
    case 1: select(condition, cotangent, 0)
    case 2: select(condition, 0, cotangent)
    default: nil
    }
  }

  package func pushforward(_ tangents: [Tensor?], of inputs: Inputs, output: Tensor) -> Tensor? {
    tangents[1] == nil && tangents[2] == nil
      ? nil : select(inputs[0], tangents[1] ?? 0, tangents[2] ?? 0)
  }

  package func batched(_ operands: [BatchedOperand]) -> Tensor {
    .recording(primitive, BatchedOperand.aligned(operands))
  }

  package func notation(of operands: [TensorNotation], shape: Shape) -> TensorNotation {
    let operands = TensorNotation.aligned(operands, in: shape)
    let (condition, first, second) = (operands[0], operands[1], operands[2])
    let bracket = condition.isIndicator ? condition : .comparison(condition, .notEqual, .number(0))
    if case .number(0) = second.content {
      return .product(bracket, first, isElementwise: condition.rank > 0 && first.rank > 0)
    }
    if case .number(0) = first.content {
      return .product(
        .difference(.number(1), bracket), second, isElementwise: condition.rank > 0 && second.rank > 0)
    }
    return .function("select", condition, first, second)
  }
}

/// Returns the elements of `first` where `condition` is not 0, and those of `second` where it is.
///
/// ```swift
/// let x = Tensor.parameter("x", shape: [3])
/// let safe = select(x .> 0, sqrt(x), 0)
/// try safe.evaluate(at: [x: [-1, 0, 4]])   // [0. 0. 2.]
/// let slope = try sum(safe).gradient(withRespectTo: [x])[x]
/// try slope.evaluate(at: [x: [-1, 0, 4]])  // [0.   0.   0.25]
/// ```
///
/// - Shape: The broadcast of all three.
/// - Derivative: That of the branch chosen. The other branch contributes exactly 0, to every order, even where
///   its own derivative is infinite or NaN: `safe` above has derivative 0 at 0. 0 in `condition`.
public func select(
  _ condition: Tensor, _ first: Tensor, _ second: Tensor, file: StaticString = #fileID,
  line: UInt = #line
) -> Tensor {
  .recording(.select(Select()), [condition, first, second], at: .init(file, line))
}
