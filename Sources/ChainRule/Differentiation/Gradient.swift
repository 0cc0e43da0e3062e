/// The derivatives of a scalar with respect to some tensors, each a recorded expression itself.
///
/// ```swift
/// let X = Tensor.input("X", shape: [.batch, 2])
/// let y = Tensor.input("y", shape: [.batch])
/// let w = Tensor.parameter("w", shape: [2])
/// let b = Tensor.parameter("b", shape: [])
/// let loss = mean(squared(X • w + b - y))
/// let gradient = try loss.gradient(withRespectTo: [w, b])
/// print(gradient[w].formula)  // 2/N · Xᵀ(Xw + b − y)
/// print(gradient[b].formula)  // 2/N · Σ(Xw + b − y)
/// ```
public struct Gradient: Sendable {
  /// The tensors differentiated by, in the order they were asked for.
  public let variables: [Tensor]
  /// The derivatives, in the order of `variables`, each of the shape of its variable.
  public let derivatives: [Tensor]
  private let positions: [Tensor: Int]

  package init(variables: [Tensor], derivatives: [Tensor]) {
    self.variables = variables
    self.derivatives = derivatives
    // A name makes no other variable of a tensor.
    let tensors = variables.map(\.unnamed)
    positions = Dictionary(zip(tensors, tensors.indices), uniquingKeysWith: { first, _ in first })
  }

  /// The derivative with respect to `variable`, or an invalid tensor if that was not asked for.
  public subscript(variable: Tensor) -> Tensor {
    if let position = positions[variable.unnamed] { return derivatives[position] }
    if variable.invalidity != nil { return variable }
    let names = variables.map(\.label).joined(separator: ", ")
    return .invalid(
      ChainRuleError(
        .differentiation, in: "gradient", operands: variable.labelled,
        problem: "this gradient was taken with respect to \(names.isEmpty ? "nothing" : names)",
        mend: "name \(variable.label) in gradient(withRespectTo:)"))
  }
}

extension Tensor {
  /// Derives the gradient of this scalar by a backward pass over the recorded graph.
  ///
  /// The result is recorded with the same operations as any other expression, so it can be printed, run in a
  /// program, and differentiated again. Nothing is accumulated anywhere.
  ///
  /// ```swift
  /// let x = Tensor.parameter("x", shape: [2])
  /// let slope = try sum(x * squared(x)).gradient(withRespectTo: [x])[x]
  /// try slope.evaluate(at: [x: [1, 2]])      // [ 3. 12.]
  /// let curvature = try sum(slope).gradient(withRespectTo: [x])[x]
  /// try curvature.evaluate(at: [x: [1, 2]])  // [ 6. 12.]
  /// ```
  ///
  /// - Parameter variables: Parameters, inputs or intermediate tensors, under any of their names. One on which this tensor does not depend
  ///   has derivative 0. Each derivative is what it is alone, whatever else is named: if h is computed from w, that in w counts
  ///   the way through h.
  /// - Returns: The derivatives, each of the shape of its variable.
  /// - Throws: `ChainRuleError` if this tensor is invalid or not a scalar, if a variable is invalid, or if one was recorded anew:
  ///   this tensor is made of an equal one, such as another `X • w`.
  /// - Complexity: Linear in the number of recorded operations; no recursion.
  /// - Source: Griewank and Walther, Evaluating Derivatives (2008), §3.2, the reverse mode.
  public func gradient(withRespectTo variables: [Tensor]) throws -> Gradient {
    try gradient(withRespectTo: variables, rules: .standard)
  }

  /// The gradient by rules of the caller's choosing, through which tests plant mistakes, and with an observer of each step.
  package func gradient(
    withRespectTo variables: [Tensor], rules: DerivativeRules, in operation: String = "gradient",
    observer: PullbackObserver? = nil
  ) throws(ChainRuleError) -> Gradient {
    try checkVaries(in: operation)
    guard node.shape.isScalar else {
      throw ChainRuleError(
        .differentiation, in: operation, operands: labelled, problem: "only a scalar has a gradient",
        mend: "reduce it with sum or mean first")
    }
    try RecordedAnew.refuse(variables, in: [self], operation)
    return try pulledBack(Cotangent(1), to: variables, in: operation, rules: rules, observer: observer)
  }

  /// The cotangents of `variables`, given that of this tensor.
  package func pulledBack(
    _ cotangent: Cotangent, to variables: [Tensor], in operation: String, rules: DerivativeRules,
    observer: PullbackObserver? = nil
  ) throws(ChainRuleError) -> Gradient {
    for variable in variables { try variable.checkVaries(in: operation) }
    let pullback = Pullback(from: node, to: variables.map(\.unnamed.node), rules: rules)
    let derivatives = zip(variables, pullback.run(cotangent, observer: observer)).map { variable, cotangent in
      cotangent ?? Tensor.number(0).filling(variable.node.shape)
    }
    // The rule of a custom operation may have returned what does not fit.
    for derivative in derivatives { try derivative.validate() }
    return Gradient(
      variables: variables,
      derivatives: pullback.meetsOperandStops ? OperandStops.released(derivatives) : derivatives)
  }
}
