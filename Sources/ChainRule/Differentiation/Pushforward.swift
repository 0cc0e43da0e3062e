/// The forward pass: hands tangents from operands to results, in the order of recording.
package struct Pushforward {
  /// The tangent of one node.
  private struct Tangent {
    let value: Tensor
    /// Not 0 where the element varies at all, so that no rule meets a direction that is 0 with an infinite slope; nil if that
    /// is not known.
    var varying: Tensor?
    /// Whether the node is linear in what varies: its tangent then says itself where it does.
    var isLinear = false

    func added(_ other: Tangent?) -> Tangent {
      guard let other else { return self }
      let value = value + other.value
      let isLinear = isLinear && other.isLinear
      return Tangent(value: value, varying: isLinear ? value : nil, isLinear: isLinear)
    }
  }

  private let traversal: Traversal
  private let rules: DerivativeRules

  package init(to outputs: [Node], rules: DerivativeRules) {
    traversal = Traversal(from: outputs)
    self.rules = rules
  }

  /// Whether what is recorded may read the operands of custom operations behind their stops.
  var meetsOperandStops: Bool { traversal.nodes.contains(where: OperandStops.stand) }

  /// The tangents of `outputs` along those given; nil for outputs that do not depend on what varies.
  ///
  /// - Parameter observer: Is told what each rule made, in the order of the forward pass.
  package func run(
    _ outputs: [Node], along tangents: [(variable: Node, tangent: Tensor)],
    observer: PushforwardObserver? = nil
  ) -> [Tensor?] {
    var known: [Tangent?] = Array(repeating: nil, count: traversal.nodes.count)
    for (variable, tangent) in tangents {
      guard let position = traversal.index(of: variable) else { continue }
      known[position] = Tangent(value: tangent, varying: tangent, isLinear: true)
    }
    for (position, node) in traversal.nodes.enumerated() {
      let own = node.inputs.map { input in traversal.index(of: input).flatMap { known[$0] } }
      if own.allSatisfy({ $0 == nil }) { continue }
      let ruled = rule(node, own).map { guarding($0, node, own) }
      observer?(PushforwardObservation(node: node, tangents: own.map { $0?.value }, tangent: ruled?.value))
      // A variable that is computed from others varies with them, and by itself.
      known[position] = known[position].map { $0.added(ruled) } ?? ruled
    }
    return outputs.map { traversal.index(of: $0).flatMap { known[$0]?.value } }
  }

  /// The tangent of a node by its family's rule, in the node's shape.
  private func rule(_ node: Node, _ tangents: [Tangent?]) -> Tensor? {
    // Handles tagged with the node: everything its rule records is known to be this node's derivative.
    let tagged = tangents.map { $0.map { Tensor($0.value.node, origin: node) } }
    let result = rules.pushforward(tagged, of: Inputs(of: node), output: Tensor(node, origin: node))
    return result.map { result in
      let plain = Tensor(result.node)
      return plain.invalidity != nil || plain.node.shape == node.shape
        ? plain : plain.broadcast(to: node.shape)
    }
  }

  /// The tangent with 0 where nothing varies, if the rule may have multiplied by an infinite slope there.
  private func guarding(_ value: Tensor, _ node: Node, _ tangents: [Tangent?]) -> Tangent {
    if value.invalidity != nil { return Tangent(value: value) }
    let family = node.primitive.family
    let varying = tangents.indices.filter { tangents[$0] != nil }
    if family.linearity.holds(in: varying), varying.allSatisfy({ tangents[$0]?.isLinear == true }) {
      return Tangent(value: value, varying: value, isLinear: true)
    }
    let known = varying.compactMap { tangents[$0]?.varying }
    if known.count < varying.count { return Tangent(value: value) }
    if family.flow == .moved { return Tangent(value: value, varying: moved(node, tangents)) }
    if !family.flow.isElementwise { return Tangent(value: value) }
    let first = known.dropFirst().reduce(known[0]) { $0 == $1 ? $0 : maximum($0 .!= 0, $1 .!= 0) }
    let guarded = family.flow == .scaled(hasPoles: true) ? Mask(first .!= 0).guarding(value) : value
    // What is not chosen does not vary.
    let inputs = Inputs(of: node)
    let picked = varying.count == 1 ? family.picked(varying[0], of: inputs, output: Tensor(node)) : nil
    return Tangent(value: guarded, varying: picked.map { select($0.tensor, first, 0) } ?? first)
  }

  /// Where what an operation moved varies: it does with that as with elements.
  private func moved(_ node: Node, _ tangents: [Tangent?]) -> Tensor {
    let operands = zip(node.inputs, tangents).map { input, tangent in
      if input.holdsIndices { return Tensor(input) }
      let varies = tangent?.varying.map { $0 .!= 0 } ?? 0
      return varies.filling(input.shape)
    }
    return .recording(node.primitive, operands)
  }
}

extension Tensor {
  /// Derives the directional derivative of this tensor, by a forward pass over the recorded graph.
  ///
  /// ```swift
  /// let x = Tensor.parameter("x", shape: [2])
  /// let slope = try squared(x).jacobianVectorProduct(withRespectTo: [x], along: [.constant([1, 10])])
  /// try slope.evaluate(at: [x: [3, 4]])  // [ 6. 80.]
  /// ```
  ///
  /// - Parameters:
  ///   - variables: Parameters, inputs or intermediate tensors, under any of their names. One that is computed from another
  ///     varies with it, and by its own direction besides.
  ///   - tangents: For each variable the direction in which it varies, of its shape.
  /// - Returns: The Jacobian times the direction, of this tensor's shape: a recorded expression itself.
  /// - Throws: `ChainRuleError` if a tensor is invalid, the directions do not fit the variables, or a variable was recorded
  ///   anew.
  /// - Complexity: Linear in the number of recorded operations; no recursion.
  /// - Source: Griewank and Walther, Evaluating Derivatives (2008), §3.1, the forward mode.
  public func jacobianVectorProduct(withRespectTo variables: [Tensor], along tangents: [Tensor]) throws
    -> Tensor
  {
    try RecordedAnew.refuse(variables, in: [self], "jacobianVectorProduct")
    return try pushforward(
      of: [self], withRespectTo: variables, along: tangents, in: "jacobianVectorProduct")[0]
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
  let pushforward = Pushforward(to: outputs.map(\.node), rules: rules)
  let results = zip(outputs, pushforward.run(outputs.map(\.node), along: pairs)).map { output, tangent in
    tangent ?? Tensor.number(0).filling(output.node.shape)
  }
  for tangent in results { try tangent.validate() }
  return pushforward.meetsOperandStops ? OperandStops.released(results) : results
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
