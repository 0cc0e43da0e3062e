public import ChainRule

/// Checks the derivatives of a recorded loss at a point, each against the true one, which is known to 30 digits.
///
/// There is no step and no tolerance. The recorded graph is evaluated once more by the calculus of single numbers, in
/// enclosures of 32 digits that share no rule with the library's derivatives; a derivative is wrong if what its
/// formula says lies outside. Wrong rules are looked for along the graph, and the operation is named.
///
/// ```swift
/// let x = Tensor.parameter("x", shape: [3])
/// let loss = custom("wave", of: [x]) { sum(squared(sin($0[0]))) } pullback: { cotangent, x, _ in
///   [cotangent * sin(x[0]) * cos(x[0])]
/// }
/// let report = try checkGradient(of: loss, at: [x: [0.1, 0.2, 0.3]])
/// report.outcome            // wrong
/// report.blamed[0].ratio    // 0.5
/// ```
///
/// - Parameters:
///   - loss: A scalar.
///   - variables: What it is differentiated by: parameters, inputs or intermediate tensors; its parameters by default.
///   - bindings: An array for each input, and for each parameter without an initial value.
///   - modes: Which derivatives are checked.
///   - seed: Of the random directions.
/// - Throws: `ChainRuleError` if the loss is not a scalar or not a number at the point, if there is nothing to
///   differentiate by or the loss does not depend on it, if data does not fit, or if two runs give different values.
/// - Complexity: That of some evaluations of the loss and its gradient, number by number; at a kink, of two more for
///   each coordinate.
/// - Source: Griewank and Walther, Evaluating Derivatives (2008), §3; for enclosures, see the guide.
public func checkGradient(
  of loss: Tensor, withRespectTo variables: [Tensor]? = nil, at bindings: Bindings<Double> = [:],
  modes: GradientModes = .reverse, seed: UInt64 = 0
) throws -> GradientReport {
  try checkGradient(
    of: loss, withRespectTo: variables, at: bindings, modes: modes, seed: seed, rules: .standard)
}

/// The same by rules of the caller's choosing, through which tests plant mistakes.
package func checkGradient(
  of loss: Tensor, withRespectTo variables: [Tensor]? = nil, at bindings: Bindings<Double> = [:],
  modes: GradientModes = .reverse, seed: UInt64 = 0, rules: DerivativeRules
) throws -> GradientReport {
  let point = try RecordedPoint(of: loss, in: variables, at: bindings)
  do {
    return try RecordedCheck(of: point, rules: rules, seed: seed).report(modes)
  } catch let gap as Unshadowed {
    return try point.reportByDifferences(gap, isFirstOrderOnly: modes == .reverse, rules: rules, seed: seed)
  }
}

extension RecordedCheck {
  /// The report of the derivatives that the library records.
  func report(_ modes: GradientModes) throws -> GradientReport {
    var (derivatives, notes): ([CheckedDerivative], [String]) = ([], [])
    if modes.contains(.reverse) { derivatives += try reverse() }
    if modes.contains(.forward) { derivatives += try forward() }
    if modes.contains(.hessian) {
      let (second, note) = try hessian()
      derivatives += second
      notes += note.map { [$0] } ?? []
    }
    return report(of: derivatives, blamed: try blamed(for: derivatives), notes: notes) { bindings in
      try? RecordedCheck(
        of: RecordedPoint(of: point.loss, in: point.variables, at: bindings), rules: rules, seed: seed
      ).reverse()
    }
  }

  /// The report of some derivatives.
  ///
  /// - Parameter elsewhere: The derivatives at another point; nil if it is none of the loss's.
  func report(
    of derivatives: [CheckedDerivative], blamed: [BlamedOperation] = [], notes: [String] = [],
    elsewhere: @escaping (Bindings<Double>) -> [CheckedDerivative]?
  ) -> GradientReport {
    let coordinates = derivatives.filter { checked in
      if case .coordinate = checked.place { checked.order == 1 } else { false }
    }
    let directions = derivatives.count { if case .direction = $0.place { true } else { false } }
    return GradientReport(
      of: point.loss.label, derivatives, blamed: blamed, cause: GradientMistake(coordinates)?.description,
      evaluations: 2, coverage: Coverage(all: count, directions: directions),
      smallest: smallest(coordinates, elsewhere), notes: notes)
  }

  private func smallest(
    _ coordinates: [CheckedDerivative], _ elsewhere: @escaping (Bindings<Double>) -> [CheckedDerivative]?
  ) -> GradientReport.SmallestFailure? {
    func worst(_ derivatives: [CheckedDerivative]) -> CheckedDerivative? {
      derivatives.filter { if case .wrong = $0.verdict { true } else { false } }
        .max { $0.relativeError < $1.relativeError }
    }
    guard worst(coordinates) != nil else { return nil }
    let shrunk = RecordedShrinking(from: point.bindings) { elsewhere($0).flatMap(worst) }
    return shrunk.shown.map { derivative in
      let values = point.variables.flatMap { variable in
        (shrunk.bindings[variable] ?? variable.initialValue).map { Array($0.elements) } ?? []
      }
      return GradientReport.SmallestFailure(point: values, derivative: derivative)
    }
  }
}
