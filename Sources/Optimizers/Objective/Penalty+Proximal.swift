// What optimizers ask of the part of a penalty that has kinks or walls. Its smooth part, `λ Σ w²`, belongs to the
// recorded loss.
extension Penalty {
  /// The value without the smooth part; infinite outside a region.
  ///
  /// - Parameter groupSize: How many neighbouring coefficients make a group.
  package func kinkedValue(_ w: ArraySlice<Double>, groupSize: Int) -> Double {
    switch self {
    case .none, .ridge: 0
    case .lasso, .elasticNet: magnitudes * w.reduce(0) { $0 + Swift.abs($1) }
    case .groupLasso(let lambda):
      lambda * Self.groups(w, groupSize).reduce(0) { $0 + Self.length($1) }
    case .nonNegative: w.allSatisfy { $0 >= 0 } ? 0 : .infinity
    case .box(let lower, let upper): w.allSatisfy { lower <= $0 && $0 <= upper } ? 0 : .infinity
    }
  }

  /// Replaces `w` by the point that minimises `step · penalty + ½‖· − w‖²`.
  ///
  /// - Source: Parikh and Boyd, Proximal Algorithms (2014), §6.
  package func proximalStep(_ w: inout ArraySlice<Double>, step: Double, groupSize: Int) {
    switch self {
    case .none, .ridge: return
    case .lasso, .elasticNet:
      let shift = step * magnitudes
      for index in w.indices {
        if w[index] > shift {
          w[index] -= shift
        } else if w[index] < -shift {
          w[index] += shift
        } else if !w[index].isNaN {
          // What is not a number stays so, lest a failure pass for a coefficient of zero.
          w[index] = 0
        }
      }
    case .groupLasso(let lambda):
      for group in Self.groups(w, groupSize) {
        let size = Self.length(group)
        let factor = size > step * lambda ? 1 - step * lambda / size : 0
        let isZero = size <= step * lambda
        // Not times 0, which gives -0 for what is negative.
        for index in group.indices { w[index] = isZero ? 0 : w[index] * factor }
      }
    case .nonNegative: for index in w.indices { w[index] = Swift.max(w[index], 0) }
    case .box(let lower, let upper):
      for index in w.indices { w[index] = Swift.min(Swift.max(w[index], lower), upper) }
    }
  }

  /// Replaces the gradient of the smooth part by the shortest subgradient of the whole: 0 where `w` is stationary.
  package func shortestSubgradient(
    _ gradient: inout ArraySlice<Double>, at w: ArraySlice<Double>, groupSize: Int
  ) {
    switch self {
    case .none, .ridge: return
    case .lasso, .elasticNet:
      for (g, x) in zip(gradient.indices, w) { gradient[g] = Self.shortest(gradient[g], at: x, magnitudes) }
    case .groupLasso(let lambda):
      for (group, parts) in zip(Self.groups(w, groupSize), Self.groups(gradient, groupSize)) {
        let (size, slope) = (Self.length(group), Self.length(parts))
        for (g, x) in zip(parts.indices, group) {
          gradient[g] =
            size > 0
            ? gradient[g] + lambda * (x / size) : slope <= lambda ? 0 : gradient[g] * (1 - lambda / slope)
        }
      }
    case .nonNegative:
      for (g, x) in zip(gradient.indices, w) where x <= 0 { gradient[g] = Swift.min(gradient[g], 0) }
    case .box(let lower, let upper):
      for (g, x) in zip(gradient.indices, w) {
        if x <= lower { gradient[g] = Swift.min(gradient[g], 0) }
        if x >= upper { gradient[g] = Swift.max(gradient[g], 0) }
      }
    }
  }

  /// Whether a coefficient may move both ways without meeting a kink, a wall or a group.
  package func isSmooth(at w: Double) -> Bool {
    switch self {
    case .none, .ridge: true
    case .lasso, .elasticNet: w != 0 || magnitudes == 0
    case .groupLasso(let lambda): lambda == 0
    case .nonNegative: w > 0
    case .box(let lower, let upper): lower < w && w < upper
    }
  }

  private static func shortest(_ gradient: Double, at w: Double, _ lambda: Double) -> Double {
    if w != 0 { return gradient + (w > 0 ? lambda : -lambda) }
    if Swift.abs(gradient) <= lambda { return 0 }
    return gradient < 0 ? gradient + lambda : gradient - lambda
  }

  private static func groups(_ w: ArraySlice<Double>, _ size: Int) -> [ArraySlice<Double>] {
    stride(from: w.startIndex, to: w.endIndex, by: Swift.max(size, 1)).map {
      w[$0..<Swift.min($0 + size, w.endIndex)]
    }
  }

  private static func length(_ w: ArraySlice<Double>) -> Double {
    let greatest = greatestMagnitude(w)
    if greatest == 0 || !greatest.isFinite { return greatest }
    return greatest * w.reduce(0) { $0 + ($1 / greatest) * ($1 / greatest) }.squareRoot()
  }
}
