extension Tensor {
  /// Computes this tensor once, in double precision.
  ///
  /// What the tensor does not read may be bound too, so that the data of a loss also serve its derivatives, which need
  /// not read them all: the Hessian of a quadratic is constant. A `Program` is stricter.
  ///
  /// ```swift
  /// let x = Tensor.input("x", shape: [.batch])
  /// try mean(squared(x)).evaluate(at: [x: [1, 2, 3]])  // 4.666666666666667
  /// try exp(Tensor(1)).evaluate()                      // 2.718281828459045
  /// ```
  ///
  /// - Parameter bindings: An array for each input, and for each parameter without an initial value.
  /// - Throws: `ChainRuleError` if the tensor is invalid, a binding does not fit, or there is no memory for what is
  ///   computed.
  public func evaluate(at bindings: Bindings<Double> = [:]) throws -> NDArray<Double> {
    let program = try Program<Double>(computing: [self])
    let read = Set(program.storage.leaves + program.storage.indexLeaves)
    let bindings = bindings.filtered { read.contains($0.unnamed) || $0.invalidity != nil }
    return try program.run(bindings, in: "evaluate").arrays[0]
  }

  /// Computes this scalar and its gradient at a point, in one run of one program.
  ///
  /// ```swift
  /// let w = Tensor.parameter("w", shape: [2])
  /// let result = try sum(squared(w)).valueWithGradient(withRespectTo: [w], at: [w: [1, 3]])
  /// result.value     // 10.0
  /// result.gradient[0]  // [2. 6.]
  /// ```
  ///
  /// - Parameters:
  ///   - variables: The tensors to differentiate by.
  ///   - bindings: An array for each input, and for each parameter without an initial value.
  /// - Throws: `ChainRuleError` if this tensor is not a scalar, a tensor is invalid, or a binding does not fit.
  public func valueWithGradient(
    withRespectTo variables: [Tensor], at bindings: Bindings<Double> = [:]
  ) throws -> ValueWithGradient {
    let gradient = try gradient(withRespectTo: variables, rules: .standard, in: "valueWithGradient")
    let program = try Program<Double>(computing: [self] + gradient.derivatives)
    let values = try program.run(bindings, in: "valueWithGradient")
    return ValueWithGradient(value: try values.arrays[0].scalar, gradient: Array(values.arrays.dropFirst()))
  }
}
