extension Tensor {
  /// Derives the product of a cotangent with the Jacobian of this tensor, by a backward pass over the recorded graph.
  ///
  /// ```swift
  /// let x = Tensor.parameter("x", shape: [2])
  /// let y = Tensor.constant([[1, 2], [3, 4]]) • x
  /// let product = try y.vectorJacobianProduct(of: .constant([1, 10]), withRespectTo: [x])
  /// try product[x].evaluate()  // [31. 42.]
  /// ```
  ///
  /// - Parameters:
  ///   - cotangent: One weight for each element of this tensor, of its shape.
  ///   - variables: Parameters, inputs or intermediate tensors, under any of their names.
  /// - Returns: For each variable the gradient of `sum(cotangent * self)`, the cotangent held fixed.
  /// - Throws: `ChainRuleError` if a tensor is invalid, or the cotangent has another shape.
  /// - Complexity: Linear in the number of recorded operations; no recursion.
  public func vectorJacobianProduct(
    of cotangent: Tensor, withRespectTo variables: [Tensor]
  ) throws -> Gradient {
    for tensor in [self, cotangent] { try tensor.checkVaries(in: "vectorJacobianProduct") }
    guard cotangent.node.shape == node.shape else {
      throw ChainRuleError(
        .differentiation, in: "vectorJacobianProduct", operands: "\(cotangent.labelled) for \(labelled)",
        problem: "the shapes differ", mend: "the cotangent needs shape \(node.shape)")
    }
    try RecordedAnew.refuse(variables, in: [self], "vectorJacobianProduct")
    return try pulledBack(
      Cotangent(cotangent, mask: .nonzero(cotangent)), to: variables, in: "vectorJacobianProduct",
      rules: .standard)
  }

  /// Derives the Hessian of this scalar times a direction: the directional derivative of its gradient.
  ///
  /// ```swift
  /// let x = Tensor.parameter("x", shape: [2])
  /// let valley = squared(x[0]) * x[1]
  /// let product = try valley.hessianVectorProduct(withRespectTo: [x], along: [.constant([1, 0])])
  /// try product[x].evaluate(at: [x: [3, 5]])  // [10.  6.]
  /// ```
  ///
  /// - Parameters:
  ///   - variables: Parameters, inputs or intermediate tensors, under any of their names. One that is computed from another
  ///     varies with it, and by its own direction besides.
  ///   - directions: For each variable a direction of its shape.
  /// - Returns: For each variable its part of the product, of its shape.
  /// - Throws: `ChainRuleError` if this tensor is not a scalar, a tensor is invalid, or the directions do not fit.
  /// - Complexity: Linear in the number of recorded operations: the Hessian itself is never formed.
  /// - Source: Pearlmutter, Fast exact multiplication by the Hessian (1994).
  public func hessianVectorProduct(
    withRespectTo variables: [Tensor], along directions: [Tensor]
  ) throws -> Gradient {
    if let own = OwnChanges(in: self, of: variables) {
      for tensor in variables + directions { try tensor.checkVaries(in: "hessianVectorProduct") }
      _ = try ChainRuleError.pairs(variables, directions, "direction", in: "hessianVectorProduct")
      let products = try own.expression.hessianVectorProduct(
        withRespectTo: own.variables, along: directions)
      return Gradient(variables: variables, derivatives: products.derivatives.map(own.withoutChanges))
    }
    let gradient = try gradient(withRespectTo: variables, rules: .standard, in: "hessianVectorProduct")
    let products = try pushforward(
      of: gradient.derivatives, withRespectTo: variables, along: directions, in: "hessianVectorProduct")
    return Gradient(variables: variables, derivatives: products)
  }

  /// Derives the derivative of every element of this tensor in every element of `variable`.
  ///
  /// It comes out of one pass over the graph, forwards or backwards, whichever has fewer directions to follow, with
  /// the directions as further axes.
  ///
  /// ```swift
  /// let x = Tensor.parameter("x", shape: [2])
  /// let polar = stack([x[0] * cos(x[1]), x[0] * sin(x[1])])
  /// let jacobian = try polar.jacobian(withRespectTo: x)
  /// print(try jacobian.evaluate(at: [x: [2, 0]]))
  /// // [[1. 0.]
  /// //  [0. 2.]]
  /// ```
  ///
  /// - Parameter variable: A parameter, input or intermediate tensor, under any of its names.
  /// - Returns: A tensor with the axes of this one, and then those of `variable`.
  /// - Throws: `ChainRuleError` if a tensor is invalid.
  public func jacobian(withRespectTo variable: Tensor) throws -> Tensor {
    try validate()
    try variable.checkVaries(in: "jacobian")
    try RecordedAnew.refuse([variable], in: [self], "jacobian")
    return try jacobian(in: "jacobian", withRespectTo: variable)
  }

  private func jacobian(in operation: String, withRespectTo variable: Tensor) throws -> Tensor {
    let (rows, columns) = (node.shape, variable.node.shape)
    if Self.goesForward(rows, columns) {
      let direction = Tensor.leaf(.leaf(.input("direction")), shape: columns)
      let tangent = try pushforward(
        of: [self], withRespectTo: [variable], along: [direction], in: operation)[0]
      let all = tangent.replacing(direction.node, byUnitTensorsOf: columns)
      try all.validate()
      let (m, n) = (rows.rank, columns.rank)
      return n == 0 || m == 0 ? all : all.transposed(axes: Array(n..<n + m) + Array(0..<n))
    }
    let weights = Tensor.leaf(.leaf(.input("weights")), shape: rows)
    // A row has no part in what the others have slopes of.
    let own = Cotangent(weights, mask: .nonzero(weights))
    let cotangent = try pulledBack(own, to: [variable], in: operation, rules: .standard).derivatives[0]
    let all = cotangent.replacing(weights.node, byUnitTensorsOf: rows)
    try all.validate()
    return all
  }

  /// Derives the second derivatives of this scalar in every pair of elements of `variable`.
  ///
  /// ```swift
  /// let x = Tensor.parameter("x", shape: [2])
  /// let hessian = try (squared(x[0]) * x[1]).hessian(withRespectTo: x)
  /// print(try hessian.evaluate(at: [x: [3, 5]]))
  /// // [[10.  6.]
  /// //  [ 6.  0.]]
  /// ```
  ///
  /// - Parameter variable: A parameter, input or intermediate tensor, under any of its names.
  /// - Returns: A tensor with the axes of `variable` twice.
  /// - Throws: `ChainRuleError` if this tensor is not a scalar, or a tensor is invalid.
  public func hessian(withRespectTo variable: Tensor) throws -> Tensor {
    let gradient = try gradient(withRespectTo: [variable], rules: .standard, in: "hessian").derivatives[0]
    return try gradient.jacobian(in: "hessian", withRespectTo: variable)
  }

  private static func goesForward(_ rows: Shape, _ columns: Shape) -> Bool {
    if columns.symbols.isEmpty != rows.symbols.isEmpty { return columns.symbols.isEmpty }
    return columns.fixedCount <= rows.fixedCount
  }

  /// The value of this expression, which is linear in `stand`, for each tensor of shape `shape` that has one element 1
  /// and the others 0, as further axes `shape` in front.
  private func replacing(_ stand: Node, byUnitTensorsOf shape: Shape) -> Tensor {
    var (result, stand) = (self, stand)
    for axis in shape.extents.indices.reversed() {
      // The last round puts in the unit tensors; those before it, what the next replaces.
      let lifted = Shape([shape[axis]] + stand.shape.extents)
      let next =
        axis == 0
        ? Tensor.unitTensors(of: shape) : Tensor.leaf(.leaf(.input("direction")), shape: lifted)
      var batching = Batching(length: shape[axis])
      if shape.rank == 1 {
        batching.replace(stand, byUnitVectors: next)
      } else {
        batching.replace(stand, by: next, isBatched: true)
      }
      result = batching.lifted(result)
      stand = next.node
    }
    return shape.isScalar ? Substitution.apply([(stand, 1)], to: result) : result
  }

  /// All tensors of a shape with one element 1 and the others 0: the axes count the element, then come the tensor's own.
  private static func unitTensors(of shape: Shape) -> Tensor {
    let rank = shape.rank
    var result: Tensor?
    for (axis, extent) in shape.extents.enumerated() {
      func along(_ position: Int) -> Tensor {
        var extents = Array(repeating: Shape.Extent.fixed(1), count: 2 * rank)
        extents[position] = extent
        return positions(extent).reshaped(to: Shape(extents))
      }
      let equal = along(axis) .== along(rank + axis)
      result = result.map { $0 * equal } ?? equal
    }
    return (result ?? 1).filling(Shape(shape.extents + shape.extents))
  }
}
