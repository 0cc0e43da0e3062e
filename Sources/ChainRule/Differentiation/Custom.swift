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
  package var flow: CotangentFlow { .whole }

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

  private func refuse(
    _ problem: String, _ mend: String, _ operands: some Collection<Tensor>,
    _ location: ChainRuleError.Location? = nil
  ) -> ChainRuleError {
    ChainRuleError(
      .shape, in: name, operands: Broadcasting.names(operands, "with"), problem: problem, mend: mend,
      at: location)
  }

  package func pullback(
    _ cotangent: Tensor, to index: Int, of inputs: Inputs, output: Tensor
  ) -> Tensor? {
    let operands = isExpression ? Array(inputs.dropLast()) : Array(inputs)
    // What computes the value is not differentiated.
    return index < operands.count ? cotangents(cotangent, operands, output)[index] : nil
  }

  /// The cotangents of all operands, with their number and shapes checked.
  private func cotangents(_ cotangent: Tensor, _ operands: [Tensor], _ output: Tensor) -> [Tensor?] {
    let results = definition.pullback(cotangent, operands, output)
    guard results.count == operands.count else {
      let error = refuse(
        "its pullback returned \(results.count) cotangents",
        "it needs \(operands.count), one for each operand",
        operands)
      return operands.map { _ in .invalid(error) }
    }
    return zip(results, operands).map { result, operand in
      guard let result, result.invalidity == nil, result.node.shape != operand.node.shape else {
        return result
      }
      return .invalid(
        refuse(
          "its pullback returned a cotangent of shape \(result.node.shape) for \(operand.labelled)",
          "a cotangent has the shape of its operand", operands))
    }
  }

  /// The pullback P is linear in the cotangent c, so the derivative of Σ P(c) t in c is the tangent of the output.
  package func pushforward(_ tangents: [Tensor?], of inputs: Inputs, output: Tensor) -> Tensor? {
    let operands = isExpression ? Array(inputs.dropLast()) : Array(inputs)
    let probe = Tensor.leaf(.leaf(.input("cotangent of \(name)")), shape: output.node.shape)
    let products = zip(cotangents(probe, operands, output), tangents).map { share, tangent in
      share.flatMap { share in tangent.map { sum(share * $0) } }
    }
    guard let total = Tensor.total(products) else { return nil }
    if total.invalidity != nil { return total }
    guard let tangent = Pullback(from: total.node, to: [probe.node], rules: .standard).run()[0] else {
      return nil
    }
    if Traversal(from: [tangent.node]).index(of: probe.node) == nil { return tangent }
    return .invalid(
      refuse("its pullback is not linear in the cotangent", "multiply by the cotangent once", operands))
  }

  package func batched(_ operands: [BatchedOperand]) -> Tensor {
    let isBatched = operands.prefix(isExpression ? operands.count - 1 : operands.count).map(\.isBatched)
    let length = operands[0].length
    let inner = definition
    let batched = CustomDefinition(
      name: name, isRowWise: false,
      forward: isExpression ? .expression : .batched(inner.forward, isBatched: isBatched, length: length),
      notation: inner.notation
    ) { cotangent, operands, output in
      Self.batchedPullback(inner, isBatched, length, cotangent, operands, output)
    }
    var tensors = operands.map(\.tensor)
    if isExpression { tensors[tensors.count - 1] = operands[operands.count - 1].lifted }
    return .recording(.custom(Custom(definition: batched)), tensors)
  }

  /// Records the pullback once, for one set, and batches what it recorded.
  private static func batchedPullback(
    _ inner: CustomDefinition, _ isBatched: [Bool], _ length: Shape.Extent, _ cotangent: Tensor,
    _ operands: [Tensor], _ output: Tensor
  ) -> [Tensor?] {
    let tensors = operands + [output, cotangent]
    let flags = isBatched + [true, true]
    let stands = zip(tensors, flags).map { tensor, isBatched in
      let extents = tensor.node.shape.extents
      return Tensor.leaf(.leaf(.input("set")), shape: Shape(isBatched ? Array(extents.dropFirst()) : extents))
    }
    let own = Array(stands.prefix(operands.count))
    let results = inner.pullback(stands[tensors.count - 1], own, stands[tensors.count - 2])
    var batching = Batching(length: length)
    for ((tensor, isBatched), stand) in zip(zip(tensors, flags), stands) {
      batching.replace(stand.node, by: tensor, isBatched: isBatched)
    }
    return zip(
      results, isBatched + Array(repeating: true, count: Swift.max(0, results.count - isBatched.count))
    )
    .map { result, isBatched in
      guard let result else { return nil }
      let lifted = batching.lifted(result)
      return isBatched ? lifted : sum(lifted, along: [0])
    }
  }

  package func reach(_ mask: Tensor, to index: Int, of inputs: Inputs) -> Tensor? {
    let shape = inputs[index].node.shape
    let rows = mask.node.shape.extents.first
    if definition.isRowWise, let rows, shape.extents.first == rows {
      let live = sum(mask, along: Array(mask.node.shape.extents.indices.dropFirst()))
      return live.reshaped(to: Shape([rows] + Array(repeating: 1, count: shape.rank - 1))).broadcast(
        to: shape)
    }
    return sum(mask).broadcast(to: shape)
  }

  package func written(_ operands: [Written], shape: Shape, in style: NotationStyle) -> Written {
    let own = isExpression ? Array(operands.dropLast()) : operands
    return style.verbatim(definition.notation(own.map(\.text)))
  }
}
