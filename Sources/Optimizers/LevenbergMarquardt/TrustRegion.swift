import ChainRule

/// Steps of damped least squares whose length, after a diagonal, is at most a radius.
struct TrustRegion {
  let damped: DampedLeastSquares
  let linear: Linearization
  let scales: [Double]

  /// The step to a radius: undamped if that is short enough, else of a length within a tenth of it.
  ///
  /// - Source: J. J. Moré, "The Levenberg–Marquardt algorithm: implementation and theory", Lecture Notes in Mathematics 630
  ///   (1978), §5.
  func step(radius: Double) throws -> (step: DampedStep, damping: Double) {
    let undamped = try? damped.step(damping: 0, scales: scales)
    if let undamped, undamped.scaledNorm <= 1.1 * radius { return (undamped, 0) }
    var lower = 0.0
    if let undamped, let slope = undamped.scaledNormSlope, slope < 0 {
      lower = (undamped.scaledNorm - radius) / -slope
    }
    var upper = Swift.max(steepness / radius, .leastNormalMagnitude)
    if !upper.isFinite { upper = .greatestFiniteMagnitude }
    lower = Swift.min(lower, upper)
    var damping = Swift.max(
      lower, Swift.min(upper, undamped.map { steepness / $0.scaledNorm } ?? 1e-3 * upper))
    var best: (step: DampedStep, damping: Double)?
    for _ in 0..<20 {
      guard let step = try? damped.step(damping: damping, scales: scales) else {
        // Beyond the greatest number: only more damping helps.
        lower = damping
        damping = Swift.max(2 * damping, 1e-3 * upper)
        continue
      }
      best = (step, damping)
      let excess = step.scaledNorm - radius
      if excess.magnitude <= 0.1 * radius || lower == upper { break }
      if excess > 0 { lower = Swift.max(lower, damping) } else { upper = Swift.min(upper, damping) }
      let slope = step.scaledNormSlope ?? 0
      let next = slope < 0 ? damping - step.scaledNorm / radius * (excess / slope) : .nan
      damping = next > lower && next < upper ? next : Swift.max((lower * upper).squareRoot(), 1e-3 * upper)
    }
    if let best { return best }
    return (try damped.step(damping: upper, scales: scales), upper)
  }

  /// |D⁻¹ Jᵀ r|.
  private var steepness: Double {
    let m = scales.count
    return linear.jacobian.withElements { elements in
      euclideanNorm(
        scales.indices.map { j in
          linear.residuals.elements.enumerated().reduce(0) { $0 + elements[$1.offset * m + j] * $1.element }
            / scales[j]
        })
    }
  }
}
