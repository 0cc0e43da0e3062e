/// A choice between two tensors, element by element.
package struct Select: PrimitiveFamily {
  /// Whether it only keeps 0 what is 0 already but for 0 · ∞ (see `Mask`): between numbers it changes nothing.
  package let isGuard: Bool

  package init(isGuard: Bool = false) { self.isGuard = isGuard }

  package var name: String { "select" }
  package var primitive: Primitive { .select(self) }
  package var linearity: Linearity { .allButFirst }
  package var flow: CotangentFlow { .passed }

  package func shape(
    of operands: Inputs, at location: ChainRuleError.Location?
  ) throws(ChainRuleError) -> Shape {
    try Broadcasting.shape(of: operands, in: name, joinedBy: "with", at: location)
  }

  package func rowRules(_ operands: [Shape], _ result: Shape, over extent: Shape.Extent) -> [RowRule] {
    RowRule.elementwise(operands, result, over: extent)
  }

  /// The cotangent of a branch is *selected*, never multiplied, so that 0 · ∞ cannot arise.
  ///
  /// What keeps the zeros zero further down is the mask that the engine carries along (see `Mask`).
  package func pullback(
    _ cotangent: Tensor, to index: Int, of inputs: Inputs, output: Tensor
  ) -> Tensor? {
    switch index {
    case 1: .recording(primitive, [inputs[0], cotangent, 0])
    case 2: .recording(primitive, [inputs[0], 0, cotangent])
    default: nil
    }
  }

  package func picked(_ index: Int, of inputs: Inputs, output: Tensor) -> Mask? {
    switch index {
    case 1: Mask(Self.holds(inputs[0]))
    case 2: Mask(inputs[0] .== 0)
    default: nil
    }
  }

  /// Where a condition holds: 1 there and 0 elsewhere, whatever numbers the condition is made of.
  package static func holds(_ condition: Tensor) -> Tensor {
    if case .comparison = condition.node.primitive { return condition }
    return condition .!= 0
  }

  package func pushforward(_ tangents: [Tensor?], of inputs: Inputs, output: Tensor) -> Tensor? {
    if tangents[1] == nil && tangents[2] == nil { return nil }
    return .recording(primitive, [inputs[0], tangents[1] ?? 0, tangents[2] ?? 0])
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

  package func source(of operands: [SwiftExpression], shape: Shape) -> SwiftExpression {
    isGuard
      ? .call("guarded", on: [operands[1]], [SwiftArgument("by", operands[0])]) : .call(name, on: operands)
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

/// Returns the elements of `x` where `mask` is not 0, and 0 elsewhere, where `x` would be 0 but for 0 · ∞.
///
/// Gradients are recorded with it: what an operation did not read or choose has derivative 0, however infinite the slopes
/// below are. Between finite numbers it changes nothing, so formulas leave it out; of what is not 0 by itself, use `select`.
///
/// - Shape: The broadcast of both.
/// - Derivative: The cotangent, guarded likewise. 0 in `mask`.
public func guarded(
  _ x: Tensor, by mask: Tensor, file: StaticString = #fileID, line: UInt = #line
) -> Tensor {
  .recording(.select(Select(isGuard: true)), [mask, x, 0], at: .init(file, line))
}
