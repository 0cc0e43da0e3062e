public import ChainRule

/// Checks a gradient of a recorded loss that is written by hand in tensors, against the true one.
///
/// ```swift
/// let x = Tensor.parameter("x", shape: [2])
/// let loss = mean(squared(x))
/// let report = try checkGradient([x: 2 * x], of: loss, at: [x: [1, 3]])
/// report.cause ?? ""  // a factor 2, such as of a square or of a sum taken twice
/// let mended = try checkGradient([x: 2 * x / 2], of: loss, at: [x: [1, 3]])
/// mended.outcome      // right
/// ```
///
/// - Parameters:
///   - derivatives: For each variable the derivative of the loss in it, of its shape.
///   - loss: A scalar.
///   - bindings: An array for each input, and for each parameter without an initial value.
///   - seed: Of the random directions in which a subgradient is tried.
/// - Throws: `ChainRuleError` as ``checkGradient(of:withRespectTo:at:modes:seed:)`` does, and if a derivative has not
///   the shape of its variable.
public func checkGradient(
  _ derivatives: KeyValuePairs<Tensor, Tensor>, of loss: Tensor, at bindings: Bindings<Double> = [:],
  seed: UInt64 = 0
) throws -> GradientReport {
  for (variable, derivative) in derivatives where try derivative.shape != variable.shape {
    throw ChainRuleError(
      .differentiation, in: RecordedPoint.operation, operands: derivative.labelled,
      problem: "the derivative in \(variable.labelled) has another shape",
      mend: "a derivative has the shape of what it is taken in")
  }
  let tensors = derivatives.map(\.value)
  func judged(_ check: RecordedCheck) throws -> [CheckedDerivative] {
    try check.judgedGradient(
      check.point.evaluated(tensors),
      RecordedFormula(tensors, of: loss, at: check.point.shadow).values, mode: .given)
  }
  return try checked(of: loss, in: derivatives.map(\.key), at: bindings, seed: seed, judged)
}

/// Checks a gradient of a recorded loss that is computed by a closure, against the true one.
///
/// What a closure computes is known in double precision only: it is wrong where rounding cannot explain it.
///
/// ```swift
/// let x = Tensor.parameter("x", shape: [2])
/// let report = try checkGradient(of: sum(exp(x)), in: [x], at: [x: [0, 1]]) { point in [point[0]] }
/// report.outcome  // wrong
/// ```
///
/// - Parameters:
///   - loss: A scalar.
///   - variables: What it is differentiated by: parameters and inputs, to which arrays are bound.
///   - bindings: An array for each input, and for each parameter without an initial value.
///   - seed: Of the random directions in which a subgradient is tried.
///   - gradient: The derivatives in `variables`, given the arrays of `variables`.
/// - Throws: `ChainRuleError` as ``checkGradient(of:withRespectTo:at:modes:seed:)`` does, and if the closure returns
///   another number of arrays or other shapes; and what the closure throws.
public func checkGradient(
  of loss: Tensor, in variables: [Tensor], at bindings: Bindings<Double>, seed: UInt64 = 0,
  givenBy gradient: @escaping ([NDArray<Double>]) throws -> [NDArray<Double>]
) throws -> GradientReport {
  func judged(_ check: RecordedCheck) throws -> [CheckedDerivative] {
    let given = try gradient(check.point.evaluated(variables))
    let wanted = check.shapes.map { "\(Shape($0))" }.joined(separator: ", ")
    guard given.map(\.shape) == check.shapes else {
      throw ChainRuleError(
        .differentiation, in: RecordedPoint.operation, operands: loss.labelled,
        problem:
          "the closure returned arrays of shape \(given.map { "\(Shape($0.shape))" }.joined(separator: ", "))",
        mend: "it needs \(wanted): one for each variable, of its shape")
    }
    return try check.judgedGradient(given, nil, mode: .given)
  }
  return try checked(of: loss, in: variables, at: bindings, seed: seed, judged)
}

/// The report of a gradient that is not the library's.
private func checked(
  of loss: Tensor, in variables: [Tensor], at bindings: Bindings<Double>, seed: UInt64,
  _ judged: @escaping (RecordedCheck) throws -> [CheckedDerivative]
) throws -> GradientReport {
  func check(_ bindings: Bindings<Double>) throws -> RecordedCheck {
    let point = try RecordedPoint(of: loss, in: variables, at: bindings)
    do {
      return try RecordedCheck(of: point, rules: .standard, seed: seed)
    } catch let gap as Unshadowed {
      throw ChainRuleError(
        .differentiation, in: RecordedPoint.operation, operands: loss.labelled,
        problem: "\(gap.operation) computes with arrays, so the true gradient is not known",
        mend: "check it as a function of [Double], by differences")
    }
  }
  let first = try check(bindings)
  return first.report(of: try judged(first)) { try? judged(check($0)) }
}
