/// A name given to a tensor: notation shows the name, execution sees through it.
package struct Name: PrimitiveFamily {
  package let text: String

  package var name: String { text }
  package var primitive: Primitive { .name(self) }
  package var linearity: Linearity { .all }
  package var flow: CotangentFlow { .passed }

  package func shape(
    of operands: Inputs, at location: ChainRuleError.Location?
  ) throws(ChainRuleError) -> Shape {
    guard let (problem, mend) = Self.problem(text) else { return operands[0].node.shape }
    throw ChainRuleError(
      .declaration, in: "named", operands: operands[0].labelled, problem: problem, mend: mend, at: location)
  }

  /// What is wrong with a name that a caller gave.
  package static func problem(_ name: String) -> (problem: String, mend: String)? {
    if name.isEmpty { return ("the name is empty", "name it, so that errors and formulas can") }
    if name.contains(where: \.isNewline) { return ("the name has a line break", "keep it on one line") }
    return nil
  }

  package func rowRules(_ operands: [Shape], _ result: Shape, over extent: Shape.Extent) -> [RowRule] {
    RowRule.elementwise(operands, result, over: extent)
  }

  package func pullback(
    _ cotangent: Tensor, to index: Int, of inputs: Inputs, output: Tensor
  ) -> Tensor? { cotangent }

  package func pushforward(_ tangents: [Tensor?], of inputs: Inputs, output: Tensor) -> Tensor? {
    tangents[0]
  }

  package func notation(of operands: [TensorNotation], shape: Shape) -> TensorNotation {
    .symbol(text)
  }

  package func source(of operands: [SwiftExpression], shape: Shape) -> SwiftExpression {
    .member(operands[0], "named", [SwiftArgument(nil, .verbatim(String(reflecting: text)))])
  }
}

extension Tensor {
  /// The same tensor under a name of its own: formulas print the name instead of what it stands for.
  ///
  /// ```swift
  /// let X = Tensor.input("X", shape: [.batch, 2])
  /// let y = Tensor.input("y", shape: [.batch])
  /// let w = Tensor.parameter("w", shape: [2])
  /// mean(squared(X • w - y)).formula               // 1/N · Σ(Xw − y)²
  /// mean(squared((X • w).named("ŷ") - y)).formula  // 1/N · Σ(ŷ − y)²
  /// ```
  ///
  /// - Shape: Unchanged. Naming costs nothing when a program runs.
  /// - Derivative: 1.
  public func named(
    _ name: String, file: StaticString = #fileID, line: UInt = #line
  ) -> Tensor {
    .recording(.name(Name(text: name)), [self], at: .init(file, line))
  }

  /// The tensor without the names it was given.
  package var unnamed: Tensor {
    var node = node
    while case .name = node.primitive { node = node.inputs[0] }
    return Tensor(node)
  }
}
