/// Comparisons element by element, 1 where they hold and 0 elsewhere; their derivative is 0.
package enum Comparison: String, CaseIterable, PrimitiveFamily {
  case less, lessOrEqual, greater, greaterOrEqual, equal, notEqual

  package var symbol: String {
    switch self {
    case .less: "<"
    case .lessOrEqual: "≤"
    case .greater: ">"
    case .greaterOrEqual: "≥"
    case .equal: "="
    case .notEqual: "≠"
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
  package var flow: CotangentFlow { .none }

  package func shape(
    of operands: Inputs, at location: ChainRuleError.Location?
  ) throws(ChainRuleError) -> Shape {
    try Broadcasting.shape(of: operands, in: name, joinedBy: symbol, at: location)
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

  package func written(_ operands: [Written], shape: Shape, in style: NotationStyle) -> Written {
    style.comparison(symbol, operands[0], operands[1])
  }

  package func swift(_ operands: [Written], shape: Shape) -> Written {
    let sign =
      switch self {
      case .less: ".<"
      case .lessOrEqual: ".<="
      case .greater: ".>"
      case .greaterOrEqual: ".>="
      case .equal: ".=="
      case .notEqual: ".!="
      }
    return Written(Written.infix(operands, sign, .sum).text, .comparison)
  }
}
