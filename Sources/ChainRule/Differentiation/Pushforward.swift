/// The forward walk: hands tangents from operands to results, in the order of recording.
package struct Pushforward {
  private let traversal: Traversal
  private let rules: DerivativeRules

  package init(to outputs: [Node], rules: DerivativeRules) {
    traversal = Traversal(from: outputs)
    self.rules = rules
  }

  /// The tangents of `outputs` along those given; nil for outputs that do not depend on what varies.
  package func run(
    _ outputs: [Node], along tangents: [(variable: Node, tangent: Tensor)]
  ) -> [Tensor?] {
    var known: [Tensor?] = Array(repeating: nil, count: traversal.nodes.count)
    for (variable, tangent) in tangents {
      if let position = traversal.index(of: variable) { known[position] = tangent }
    }
    for (position, node) in traversal.nodes.enumerated() where known[position] == nil {
      let own = node.inputs.map { input in traversal.index(of: input).flatMap { known[$0] } }
      if own.allSatisfy({ $0 == nil }) { continue }
      // Handles tagged with the node: everything its rule records is known to be this node's derivative.
      let result = rules.pushforward(
        own.map { $0.map { Tensor($0.node, origin: node) } },
        of: Inputs(of: node),
        output: Tensor(node, origin: node))
      known[position] = result.map { result in
        let plain = Tensor(result.node)
        return plain.invalidity != nil || plain.node.shape == node.shape
          ? plain : plain.broadcast(to: node.shape)
      }
    }
    return outputs.map { traversal.index(of: $0).flatMap { known[$0] } }
  }
}

extension Tensor {
  /// Derives the directional derivative of this tensor, by walking the recorded graph forwards.
  ///
  /// ```swift
  /// let x = Tensor.parameter("x", shape: [2])
  /// let slope = try squared(x).jacobianVectorProduct(withRespectTo: [x], along: [.constant([1, 10])])
  /// try slope.evaluate(at: [x: [3, 4]])  // [ 6. 80.]
  /// ```
  ///
  /// - Parameters:
  ///   - variables: Parameters, inputs or intermediate tensors, under any of their names.
  ///   - tangents: For each variable the direction in which it varies, of its shape.
  /// - Returns: The Jacobian times the direction, of this tensor's shape: a recorded expression itself.
  /// - Throws: `ChainRuleError` if a tensor is invalid, or the directions do not fit the variables.
  /// - Complexity: Linear in the number of recorded operations; no recursion.
  /// - Source: Griewank and Walther, Evaluating Derivatives (2008), §3.1, the forward mode.
  public func jacobianVectorProduct(withRespectTo variables: [Tensor], along tangents: [Tensor]) throws
    -> Tensor
  {
    try pushforward(of: [self], withRespectTo: variables, along: tangents, in: "jacobianVectorProduct")[0]
  }

  /// The directional derivative by rules of the caller's choosing: the seam through which tests plant mistakes.
  package func jacobianVectorProduct(
    withRespectTo variables: [Tensor], along tangents: [Tensor], rules: DerivativeRules
  ) throws -> Tensor {
    try pushforward(
      of: [self], withRespectTo: variables, along: tangents, in: "jacobianVectorProduct", rules: rules)[0]
  }
}

/// The tangents of several tensors, zero where one does not vary.
package func pushforward(
  of outputs: [Tensor], withRespectTo variables: [Tensor], along tangents: [Tensor], in operation: String,
  rules: DerivativeRules = .standard
) throws(ChainRuleError) -> [Tensor] {
  for tensor in outputs + variables + tangents { try tensor.checkVaries(in: operation) }
  let pairs = try ChainRuleError.pairs(variables, tangents, "direction", in: operation)
  let results = Pushforward(to: outputs.map(\.node), rules: rules).run(outputs.map(\.node), along: pairs)
  return try zip(outputs, results).map { (output, tangent) throws(ChainRuleError) in
    let tangent = tangent ?? Tensor.number(0).filling(output.node.shape)
    try tangent.validate()
    return tangent
  }
}

extension ChainRuleError {
  /// Variables with what belongs to them, or the error that says which do not fit.
  static func pairs(
    _ variables: [Tensor], _ others: [Tensor], _ word: String, in operation: String
  ) throws(ChainRuleError) -> [(variable: Node, tangent: Tensor)] {
    guard variables.count == others.count else {
      throw ChainRuleError(
        .differentiation, in: operation,
        problem: "variables and \(word)s differ in number: \(variables.count) and \(others.count)",
        mend: "give each variable its \(word)")
    }
    var result: [(variable: Node, tangent: Tensor)] = []
    var named: Set<ObjectIdentifier> = []
    for (variable, other) in zip(variables, others) {
      try variable.checkVaries(in: operation)
      let node = variable.unnamed.node
      guard node.shape == other.node.shape else {
        throw ChainRuleError(
          .differentiation, in: operation, operands: "\(variable.labelled) along \(other.labelled)",
          problem: "the shapes differ", mend: "the \(word) needs shape \(node.shape)")
      }
      if !named.insert(node.identity).inserted {
        throw ChainRuleError(
          .differentiation, in: operation, operands: variable.labelled, problem: "it is named twice",
          mend: "name each variable once")
      }
      result.append((node, other))
    }
    return result
  }
}

extension Tensor {
  /// Refuses integers, which do not vary.
  func checkVaries(in operation: String) throws(ChainRuleError) {
    try validate()
    if node.holdsIndices {
      throw ChainRuleError(
        .differentiation, in: operation, operands: labelled,
        problem: "\(label) holds integers, which do not vary",
        mend: "differentiate by what they pick from")
    }
  }
}
