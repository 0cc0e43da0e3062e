/// Comparisons element by element, 1 where they hold and 0 elsewhere; their derivative is 0.
package enum Comparison: String, CaseIterable, PrimitiveFamily {
  case less, lessOrEqual, greater, greaterOrEqual, equal, notEqual

  package var relation: Relation {
    switch self {
    case .less: .less
    case .lessOrEqual: .lessOrEqual
    case .greater: .greater
    case .greaterOrEqual: .greaterOrEqual
    case .equal: .equal
    case .notEqual: .notEqual
    }
  }

  /// The comparison that holds where this one does not, between real numbers; with NaN neither may hold.
  package var opposite: Comparison {
    switch self {
    case .less: .greaterOrEqual
    case .lessOrEqual: .greater
    case .greater: .lessOrEqual
    case .greaterOrEqual: .less
    case .equal: .notEqual
    case .notEqual: .equal
    }
  }

  package var name: String { rawValue }
  package var primitive: Primitive { .comparison(self) }
  package var linearity: Linearity { .none }
  package var flow: CotangentFlow { .none }

  package func shape(
    of operands: Inputs, at location: ChainRuleError.Location?
  ) throws(ChainRuleError) -> Shape {
    try Broadcasting.shape(of: operands, in: name, joinedBy: relation.rawValue, at: location)
  }

  package func rowRules(_ operands: [Shape], _ result: Shape, over extent: Shape.Extent) -> [RowRule] {
    RowRule.elementwise(operands, result, over: extent)
  }

  package func pullback(
    _ cotangent: Tensor, to index: Int, of inputs: Inputs, output: Tensor
  ) -> Tensor? { nil }

  package func pushforward(_ tangents: [Tensor?], of inputs: Inputs, output: Tensor) -> Tensor? {
    nil
  }

  package func batched(_ operands: [BatchedOperand]) -> Tensor {
    .recording(primitive, BatchedOperand.aligned(operands))
  }

  package func notation(of operands: [TensorNotation], shape: Shape) -> TensorNotation {
    let operands = TensorNotation.aligned(operands, in: shape)
    return .comparison(operands[0], relation, operands[1])
  }

  package func source(of operands: [SwiftExpression], shape: Shape) -> SwiftExpression {
    let sign: SwiftOperator =
      switch self {
      case .less: .less
      case .lessOrEqual: .lessOrEqual
      case .greater: .greater
      case .greaterOrEqual: .greaterOrEqual
      case .equal: .equal
      case .notEqual: .notEqual
      }
    return .infix(operands[0], sign, operands[1])
  }
}
