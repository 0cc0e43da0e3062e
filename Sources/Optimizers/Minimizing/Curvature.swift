import ChainRule

/// A stationary point looked at once more, for downward curvature and for a slope that only fades.
struct Curvature {
  private let current: Iterate
  private let evaluation: Evaluation
  private let rule: StoppingRule

  init(_ current: Iterate, _ evaluation: Evaluation, _ rule: StoppingRule) {
    self.current = current
    self.evaluation = evaluation
    self.rule = rule
  }

  /// How the search ended at a point that satisfies `condition`.
  func verdict(_ condition: String) throws -> Judgement.End {
    let converged = Judgement.End(status: .converged, reason: condition)
    let free = evaluation.freeCoefficients(at: current.point)
    if !rule.checksCurvature || free.isEmpty { return converged }
    let spectrum = try SpectrumBounds(dimensions: free.count) { try product($0, free) }
    let (low, high) = (spectrum.smallest, spectrum.largest)
    let noise = 1e-8 * Swift.max(Swift.abs(high.value), Swift.abs(low.value))
    if low.value + low.residual < -noise {
      return Judgement.End(
        status: .stationaryNotMinimum,
        reason: "\(condition), but the curvature is \(short(low.value)) in some direction: "
          + (high.value > noise ? "a saddle" : "a maximum") + "; start elsewhere")
    }
    let step = try newtonStep(free, flat: 1e-14 * Swift.max(Swift.abs(high.value), Swift.abs(low.value)))
    let size = current.point.reduce(1) { Swift.max($0, Swift.abs($1)) }
    let length = greatestMagnitude(step)
    if try length > 1e-5 * size && bends(along: step, free) {
      return Judgement.End(
        status: .unbounded,
        reason:
          "\(condition), but a Newton step would still move a coefficient by \(short(length)) of \(short(size)): "
          + "the loss keeps falling as coefficients grow; add a penalty")
    }
    return converged
  }

  /// H d in the free coefficients.
  private func product(_ direction: [Double], _ free: [Int]) throws -> [Double] {
    var whole = Array(repeating: 0.0, count: current.point.count)
    for (index, value) in zip(free, direction) { whole[index] = value }
    let product = try evaluation.hessianProduct(at: current.point, along: whole)
    return free.map { product[$0] }
  }

  /// Whether the gradient changes otherwise along a Newton step than the curvature says.
  ///
  /// Near a minimum it does not, and after the step the gradient is nearly 0. Where the function only fades, as e⁻ˣ or
  /// 1/x does, a third or more of the gradient is left after each step.
  private func bends(along step: [Double], _ free: [Int]) throws -> Bool {
    let expected = try product(step, free)
    var point = current.point
    for (index, move) in zip(free, step) { point[index] += move }
    let gradient = try evaluation.smoothGradient(at: point).gradient
    let excess = zip(free, expected).map { gradient[$0] - current.gradient[$0] - $1 }
    return !(dot(excess, excess) < 0.04 * dot(expected, expected))
  }

  /// An approximate solution of H d = −g by conjugate gradients, in the free coefficients.
  ///
  /// - Parameter flat: Curvature that is none but for rounding errors, as that of softmax along its intercepts' sum.
  /// - Source: Nocedal and Wright, Numerical Optimization (2006), §5.1.
  private func newtonStep(_ free: [Int], flat: Double) throws -> [Double] {
    var residual = evaluation.shortestSubgradient(current.gradient, at: current.point)
    residual = free.map { -residual[$0] }
    var step = residual.map { _ in 0.0 }
    var direction = residual
    var squares = dot(residual, residual)
    // Small slopes count too: of a coefficient in small units, that is all there is.
    let target = 1e-16 * squares
    for _ in 0..<Swift.min(2 * free.count, 50) where squares > target {
      let moved = try product(direction, free)
      let bend = dot(direction, moved)
      if !(bend > flat * dot(direction, direction)) { break }
      let length = squares / bend
      for index in step.indices {
        step[index] += length * direction[index]
        residual[index] -= length * moved[index]
      }
      let next = dot(residual, residual)
      for index in step.indices { direction[index] = residual[index] + next / squares * direction[index] }
      squares = next
    }
    return step
  }
}

/// max |uᵢ|; not a number if one of them is not.
func greatestMagnitude(_ u: some Sequence<Double>) -> Double {
  u.reduce(0) { $0.isNaN || $0 >= Swift.abs($1) ? $0 : Swift.abs($1) }
}

/// Σ uᵢvᵢ.
func dot(_ u: [Double], _ v: [Double]) -> Double {
  var sum = 0.0
  for index in u.indices { sum += u[index] * v[index] }
  return sum
}
