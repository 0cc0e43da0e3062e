internal import ChainRule

/// A recorded loss, what it is differentiated by, and a point at which both are known to be numbers.
struct RecordedPoint {
  static let operation = "checkGradient"

  let loss: Tensor
  let variables: [Tensor]
  let bindings: Bindings<Double>
  let shadow: ShadowPoint
  /// The value of the loss as the engine computes it.
  let value: Double

  /// - Throws: `ChainRuleError` that says what is missing, does not fit, or is not a number.
  init(of loss: Tensor, in variables: [Tensor]?, at bindings: Bindings<Double>) throws {
    self.loss = loss
    self.bindings = bindings
    self.variables = try Self.variables(of: loss, variables)
    shadow = ShadowPoint(bindings)
    let program = try Program<Double>(computing: [loss] + self.variables)
    value = try program.run(bindings, in: Self.operation).arrays[0].scalar
    guard value.isFinite else {
      let place = try program.firstNonFinite(bindings).map { " (\($0))" } ?? ""
      throw ChainRuleError(
        .nonFinite, in: Self.operation, operands: loss.labelled, problem: "the loss is \(value) here\(place)",
        mend: "check it at a point inside of its domain")
    }
    guard try program.run(bindings, in: Self.operation).arrays[0].scalar == value else {
      throw ChainRuleError(
        .differentiation, in: Self.operation, operands: loss.labelled,
        problem: "two runs at the same point gave different values",
        mend: "draw random numbers before, and bind them as data")
    }
  }

  private static func variables(of loss: Tensor, _ variables: [Tensor]?) throws(ChainRuleError) -> [Tensor] {
    try loss.validate()
    func refuse(_ operands: String, _ problem: String, _ mend: String) -> ChainRuleError {
      ChainRuleError(.differentiation, in: operation, operands: operands, problem: problem, mend: mend)
    }
    guard loss.node.shape.isScalar, !loss.node.holdsIndices else {
      throw refuse(loss.labelled, "only a scalar has a gradient", "reduce it with sum or mean first")
    }
    let variables = variables ?? loss.parameters
    guard !variables.isEmpty else {
      throw refuse(
        loss.labelled, "there are no parameters to differentiate by",
        "declare them with Tensor.parameter, or name inputs in withRespectTo:")
    }
    let traversal = Traversal(from: [loss.node])
    var seen: Set<Tensor> = []
    for variable in variables {
      try variable.validate()
      let tensor = variable.unnamed
      if variable.node.holdsIndices {
        throw refuse(
          variable.labelled, "\(variable.label) holds integers, which do not vary",
          "check the gradient in what they pick from")
      }
      if traversal.index(of: tensor.node) == nil {
        throw refuse(
          variable.labelled, "\(loss.label) does not depend on it", "leave it out, or use it in the loss")
      }
      if !seen.insert(tensor).inserted {
        throw refuse(variable.labelled, "it is named twice", "name each variable once")
      }
    }
    return variables
  }

  /// What some recorded tensors are here, as the engine computes them.
  ///
  /// - Parameter further: Arrays for leaves that the loss does not have.
  func evaluated(
    _ tensors: [Tensor], with further: [(tensor: Tensor, array: NDArray<Double>)] = []
  ) throws -> [NDArray<Double>] {
    var bindings = bindings
    for (tensor, array) in further { bindings[tensor] = array }
    // The loss and the directions stand among the outputs, since what no output reads is not to be bound.
    let program = try Program<Double>(computing: tensors + [loss] + variables + further.map(\.tensor))
    return Array(try program.run(bindings, in: Self.operation).arrays.prefix(tensors.count))
  }

  /// The same point as the shadow reads it, with arrays for further leaves.
  func shadow(with further: [(tensor: Tensor, array: NDArray<Double>)]) -> ShadowPoint {
    var point = shadow
    for (tensor, array) in further { point.bind(array, to: tensor) }
    return point
  }
}
