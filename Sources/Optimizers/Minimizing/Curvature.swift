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
    // A quadratic that curves upwards has a minimum, however far off it is.
    if try evaluation.hasConstantHessian() { return converged }
    let step = try newtonStep(free, flat: 1e-14 * Swift.max(Swift.abs(high.value), Swift.abs(low.value)))
    let size = current.point.reduce(1) { Swift.max($0, Swift.abs($1)) }
    let length = step.reduce(0) { Swift.max($0, Swift.abs($1)) }
    if length > 0.01 * size {
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
    let target = 0.01 * squares
    for _ in 0..<Swift.min(free.count, 50) where squares > target {
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
