internal import ChainRule

extension RecordedPoint {
  /// The report of a loss with an operation that has no shadow: by finite differences of what the engine computes.
  ///
  /// - Parameter isFirstOrderOnly: Whether nothing but the gradient was asked for.
  func reportByDifferences(
    _ gap: Unshadowed, isFirstOrderOnly: Bool, rules: DerivativeRules, seed: UInt64
  ) throws -> GradientReport {
    let derivatives = try loss.gradient(
      withRespectTo: variables, rules: rules, in: Self.operation
    ).derivatives
    for variable in variables where bindings[variable] == nil && variable.initialValue == nil {
      throw ChainRuleError(
        .differentiation, in: Self.operation, operands: variable.labelled,
        problem:
          "\(gap.operation) computes with arrays, so the loss is checked by moving what is bound, and \(variable.label) is not",
        mend: "name parameters and inputs in withRespectTo:")
    }
    let start = variables.map { bindings[$0] ?? $0.initialValue ?? [] }
    func moved(_ point: [Double]) throws -> Bindings<Double> {
      var (bindings, offset) = (bindings, 0)
      for (variable, array) in zip(variables, start) {
        bindings[variable] = try NDArray(shape: array.shape, elements: point[offset..<offset + array.count])
        offset += array.count
      }
      return bindings
    }
    let program = try Program<Double>(computing: [loss] + variables)
    let slopes = try Program<Double>(computing: derivatives + [loss] + variables)
    var options = CheckOptions()
    options.seed = seed
    let report = try checkGradient(
      of: { try program.run(moved($0), in: Self.operation).arrays[0].scalar },
      gradient: { point in
        try slopes.run(moved(point), in: Self.operation).arrays.prefix(variables.count).flatMap {
          Array($0.elements)
        }
      },
      at: start.flatMap { Array($0.elements) }, named: loss.label, options: options)
    let note =
      "\(gap.operation) computes with arrays and has no recorded expression: checked by differences"
      + (isFirstOrderOnly ? "." : ", the gradient only.")
    return GradientReport(
      of: report.subject, report.derivatives.map { placed($0, start) }, cause: report.cause,
      evaluations: report.evaluations, coverage: report.coverage, smallest: report.smallest,
      notes: report.notes + [note])
  }

  /// The derivative with its coordinate counted in its own variable.
  private func placed(_ checked: CheckedDerivative, _ start: [NDArray<Double>]) -> CheckedDerivative {
    guard case .coordinate(var index, _, _) = checked.place else { return checked }
    var place = checked.place
    for (variable, array) in zip(variables, start) {
      if index < array.count {
        place = .coordinate(index, of: variable.label, shape: array.shape)
        break
      }
      index -= array.count
    }
    return CheckedDerivative(
      place, mode: .reverse, order: checked.order, given: checked.given, truth: checked.truth,
      verdict: checked.verdict)
  }
}
