/// What one application of a custom operation is: the same object for every node that applies it.
package final class CustomDefinition: Sendable {
  package enum Forward: Sendable {
    /// The value is the last input of the node, an expression of the others.
    case expression
    /// The value is computed from numbers.
    case arrays(any CustomOperation)
    /// The value is computed from numbers, once for each position of the first axis of the operands told.
    indirect case batched(Forward, isBatched: [Bool], length: Shape.Extent)
  }

  package typealias Rule = @Sendable (Tensor, [Tensor], Tensor) -> [Tensor?]

  package let name: String
  package let isRowWise: Bool
  package let forward: Forward
  package let notation: @Sendable ([String]) -> String
  package let pullback: Rule

  package init(
    name: String, isRowWise: Bool, forward: Forward, notation: @escaping @Sendable ([String]) -> String,
    pullback: @escaping Rule
  ) {
    self.name = name
    self.isRowWise = isRowWise
    self.forward = forward
    self.notation = notation
    self.pullback = pullback
  }
}

/// An operation with a derivative from outside the library.
package struct Custom: PrimitiveFamily {
  package let definition: CustomDefinition

  package static func == (left: Custom, right: Custom) -> Bool { left.definition === right.definition }
  package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(definition)) }

  package var name: String { definition.name }
  package var primitive: Primitive { .custom(self) }
  package var linearity: Linearity { .none }
  package var flow: CotangentFlow { .mixed }

  /// Whether the value is the last input.
  package var isExpression: Bool {
    if case .expression = definition.forward { true } else { false }
  }

  package func shape(
    of operands: Inputs, at location: ChainRuleError.Location?
  ) throws(ChainRuleError) -> Shape {
    if isExpression { return operands[operands.count - 1].node.shape }
    do {
      let shape = try Self.shape(definition.forward, operands.map(\.node.shape))
      if !shape.extents.contains(where: \.isNegative) { return shape }
      throw refuse("its shape rule gave \(shape)", "lengths are 0 or more", operands, location)
    } catch let error as ChainRuleError {
      throw error
    } catch {
      throw refuse("\(error)", "", operands, location)
    }
  }

  private static func shape(_ forward: CustomDefinition.Forward, _ shapes: [Shape]) throws -> Shape {
    switch forward {
    case .expression: return []
    case .arrays(let operation): return try operation.shape(of: shapes)
    case .batched(let inner, let isBatched, let length):
      let own = zip(shapes, isBatched).map { $1 ? Shape(Array($0.extents.dropFirst())) : $0 }
      return Shape([length] + (try shape(inner, own)).extents)
    }
  }

  /// The error of an application to `operands`.
  func refuse(
    _ problem: String, _ mend: String, _ operands: some Collection<Tensor>,
    _ location: ChainRuleError.Location? = nil
  ) -> ChainRuleError {
    ChainRuleError(
      .shape, in: name, operands: Broadcasting.names(operands, "with"), problem: problem, mend: mend,
      at: location)
  }

  /// Row i of the result is computed from row i of the operands that have rows first, and from the others as a whole.
  package func rowRules(_ operands: [Shape], _ result: Shape, over extent: Shape.Extent) -> [RowRule] {
    guard definition.isRowWise, result.extents.first == extent else { return [] }
    let uses = operands.map { $0.extents.first == extent ? RowUse.rows(axis: 0) : .whole }
    return [RowRule(result: .rows(axis: 0), uses: uses)]
  }

  package func notation(of operands: [TensorNotation], shape: Shape) -> TensorNotation {
    .composed(of: isExpression ? Array(operands.dropLast()) : operands, by: definition.notation)
  }
}
