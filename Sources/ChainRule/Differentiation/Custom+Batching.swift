extension Custom {
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
}
