extension Program {
  /// The updates by their parameters, checked.
  static func validated(
    _ updates: KeyValuePairs<Tensor, Tensor>
  ) throws -> [(parameter: Tensor, value: Tensor)] {
    var result: [(parameter: Tensor, value: Tensor)] = []
    var updated: Set<Tensor> = []
    for (key, value) in updates {
      let parameter = key.unnamed
      try parameter.validate()
      try value.validate()
      func refuse(_ problem: String, _ mend: String) -> ChainRuleError {
        ChainRuleError(
          .declaration, in: "Program", operands: "\(key.labelled) ← \(value.labelled)",
          problem: problem, mend: mend)
      }
      guard case .leaf(.parameter) = parameter.node.primitive else {
        throw refuse("\(key.label) is not a parameter", "only parameters can be updated")
      }
      if !updated.insert(parameter).inserted {
        throw refuse("\(key.label) is updated twice", "give each parameter one new value")
      }
      guard parameter.node.shape == value.node.shape else {
        throw refuse("the new value has another shape", "it needs shape \(parameter.node.shape)")
      }
      result.append((parameter, value))
    }
    return result
  }
}
