/// Records a graph again with some nodes replaced.
package enum Substitution {
  /// The tensors with `replacements` in place of the nodes that they stand for.
  package static func apply(
    _ replacements: [(node: Node, tensor: Tensor)], to tensor: Tensor,
    at location: ChainRuleError.Location? = nil
  ) -> Tensor {
    var known: [ObjectIdentifier: Tensor] = [:]
    for (node, replacement) in replacements { known[node.identity] = replacement }
    for node in Traversal(from: [tensor.node]).nodes where known[node.identity] == nil {
      let operands = node.inputs.compactMap { known[$0.identity] }
      let isUnchanged = zip(operands, node.inputs).allSatisfy { $0.node === $1 }
      known[node.identity] =
        isUnchanged ? Tensor(node) : recording(node.primitive, operands, like: node, at: location)
    }
    return known[tensor.node.identity] ?? tensor
  }

  /// The operation on other operands; a leaf keeps the shape that `node` has but for what its own extents say.
  static func recording(
    _ primitive: Primitive, _ operands: [Tensor], like node: Node, at location: ChainRuleError.Location? = nil
  ) -> Tensor {
    switch primitive {
    case .leaf(.positions(let extent)): .leaf(primitive, shape: [extent])
    case .leaf(.number): .leaf(primitive, shape: [])
    case .leaf: .leaf(primitive, shape: node.shape)
    default: .recording(primitive, operands, at: location)
    }
  }
}

extension Tensor {
  /// Returns the same expression with `replacement` in place of `variable`.
  ///
  /// Lengths are part of what was recorded, the 3 of a mean over three elements for one, so the replacement has the
  /// shape of what it replaces.
  ///
  /// ```swift
  /// let x = Tensor.parameter("x", shape: [])
  /// let z = Tensor.parameter("z", shape: [])
  /// let expression = squared(x) + exp(x)
  /// print(expression.substituting(2 * z, for: x).formula)  // 4z² + exp(2z)
  /// ```
  ///
  /// - Parameters:
  ///   - replacement: What to put there.
  ///   - variable: A tensor that the expression depends on, under any of its names: a leaf or an intermediate value.
  ///   - file: Where an error says that this was called.
  ///   - line: Where an error says that this was called.
  /// - Returns: The new expression, or an invalid tensor if the expression does not depend on `variable` or the
  ///   replacement does not fit.
  /// - Complexity: Linear in the number of recorded operations; no recursion.
  public func substituting(
    _ replacement: Tensor, for variable: Tensor, file: StaticString = #fileID, line: UInt = #line
  ) -> Tensor {
    if let invalid = [self, replacement, variable].first(where: { $0.invalidity != nil }) { return invalid }
    let location = ChainRuleError.Location(file, line)
    let target = variable.unnamed
    guard Traversal(from: [node]).index(of: target.node) != nil else {
      return .invalid(
        ChainRuleError(
          .differentiation, in: "substituting",
          operands: "\(replacement.labelled) for \(variable.labelled) in \(labelled)",
          problem: "the expression does not depend on \(variable.label)",
          mend: "substitute for a tensor that it is made of", at: location))
    }
    guard replacement.node.shape == target.node.shape else {
      return .invalid(
        ChainRuleError(
          .shape, in: "substituting", operands: "\(replacement.labelled) for \(variable.labelled)",
          problem: "the shapes differ", mend: "the replacement needs shape \(target.node.shape)", at: location
        ))
    }
    return Substitution.apply([(target.node, replacement)], to: self, at: location)
  }
}
