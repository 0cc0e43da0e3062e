// What optimizers ask of the part of a penalty that has kinks or walls. Its smooth part, `λ Σ w²`, belongs to the
// recorded loss.
extension Penalty {
  /// What it does to each coefficient by itself; nil where it binds coefficients together, as a group lasso does.
  var coefficient: CoefficientPenalty? {
    switch self {
    case .none, .ridge: CoefficientPenalty()
    case .lasso, .elasticNet: CoefficientPenalty(magnitude: magnitudes)
    case .groupLasso(let lambda): lambda > 0 ? nil : CoefficientPenalty()
    case .nonNegative: CoefficientPenalty(lower: 0)
    case .box(let lower, let upper): CoefficientPenalty(lower: lower, upper: upper)
    }
  }

  /// Whether it takes some coefficients as one, as a group lasso does.
  var bindsCoefficients: Bool { coefficient == nil }

  /// The factor λ of `λ Σ ‖group‖₂`.
  private var groupFactor: Double {
    if case .groupLasso(let lambda) = self { lambda } else { 0 }
  }

  /// The value without the smooth part; infinite outside a region.
  ///
  /// - Parameter groupSize: How many neighbouring coefficients make a group.
  package func kinkedValue(_ w: ArraySlice<Double>, groupSize: Int) -> Double {
    guard hasKinks else { return 0 }
    guard let coefficient else {
      return groupFactor * Self.groups(w, groupSize).reduce(0) { $0 + euclideanNorm($1) }
    }
    if coefficient.magnitude > 0 { return coefficient.magnitude * w.reduce(0) { $0 + Swift.abs($1) } }
    return w.allSatisfy { coefficient.lower <= $0 && $0 <= coefficient.upper } ? 0 : .infinity
  }

  /// Replaces `w` by the point that minimises `penalty + ½ Σ (· − w)²/step`, with a step for each coefficient; those of a group have the
  /// same.
  ///
  /// - Source: Parikh and Boyd, Proximal Algorithms (2014), §6.
  package func proximalStep(_ w: inout ArraySlice<Double>, steps: ArraySlice<Double>, groupSize: Int) {
    guard hasKinks else { return }
    if let coefficient {
      for (index, step) in zip(w.indices, steps) { w[index] = coefficient.proximal(w[index], step: step) }
      return
    }
    for (group, steps) in zip(Self.groups(w, groupSize), Self.groups(steps, groupSize)) {
      let (size, shift) = (euclideanNorm(group), (steps.first ?? 0) * groupFactor)
      // Not times 0, which gives -0 for what is negative.
      for index in group.indices { w[index] = size <= shift ? 0 : w[index] * (1 - shift / size) }
    }
  }

  /// Replaces the gradient of the smooth part by the shortest subgradient of the whole: 0 where `w` is stationary.
  package func shortestSubgradient(
    _ gradient: inout ArraySlice<Double>, at w: ArraySlice<Double>, groupSize: Int
  ) {
    guard hasKinks else { return }
    if let coefficient {
      for (g, x) in zip(gradient.indices, w) { gradient[g] = coefficient.shortest(gradient[g], at: x) }
      return
    }
    let lambda = groupFactor
    for (group, parts) in zip(Self.groups(w, groupSize), Self.groups(gradient, groupSize)) {
      let (size, slope) = (euclideanNorm(group), euclideanNorm(parts))
      for (g, x) in zip(parts.indices, group) {
        gradient[g] =
          size > 0
          ? gradient[g] + lambda * (x / size) : slope <= lambda ? 0 : gradient[g] * (1 - lambda / slope)
      }
    }
  }

  /// Whether a coefficient may move both ways without meeting a kink, a wall or a group.
  package func isSmooth(at w: Double) -> Bool { coefficient?.isFree(w) ?? false }

  private static func groups(_ w: ArraySlice<Double>, _ size: Int) -> [ArraySlice<Double>] {
    stride(from: w.startIndex, to: w.endIndex, by: Swift.max(size, 1)).map {
      w[$0..<Swift.min($0 + size, w.endIndex)]
    }
  }
}
