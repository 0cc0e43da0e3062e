import ChainRule

/// A stationary point looked at once more, for downward curvature and for a slope that only fades.
struct Curvature {
  private let current: Iterate
  private let optimality: LeastSquaresOptimality?
  private let evaluator: Evaluator
  private let rule: StoppingRule

  init(
    _ current: Iterate, _ optimality: LeastSquaresOptimality?, _ evaluator: Evaluator, _ rule: StoppingRule
  ) {
    self.current = current
    self.optimality = optimality
    self.evaluator = evaluator
    self.rule = rule
  }

  /// How the search ended at a point that satisfies `condition`.
  func verdict(_ condition: String) throws -> Verdict {
    func converged(_ note: String = "") -> Verdict {
      Verdict(status: .converged, reason: condition + note)
    }
    func unbounded(_ what: String) -> Verdict {
      Verdict(
        status: .unbounded,
        reason: "\(condition), but \(what): the loss keeps falling as coefficients grow; add a penalty")
    }
    if let known = try knownVerdict(condition) { return known }
    func notMinimum(_ find: FlatDescent.Find) -> Verdict {
      Verdict(
        status: .stationaryNotMinimum,
        reason:
          "\(condition), but f is lower by \(short(find.decrease)) at a distance of \(short(find.distance)), "
          + "in a direction without curvature: a saddle or a plateau; start elsewhere")
    }
    let free = evaluator.freeCoefficients(at: current.point)
    if !rule.checksCurvature || free.isEmpty { return converged() }
    let slope = FadingSlope(evaluator, over: free)
    let spectrum: SpectrumBounds
    do {
      spectrum = try SpectrumBounds(dimensions: free.count) { try slope.product($0, at: current.point) }
    } catch let error as ChainRuleError where error.kind == .nonFinite || error.kind == .singular {
      return converged("; the curvature there is not finite, and was not looked at")
    }
    let (low, high) = (spectrum.smallest, spectrum.largest)
    let noise = 1e-8 * Swift.max(Swift.abs(high.value), Swift.abs(low.value))
    if low.value + low.residual < -noise {
      return Verdict(
        status: .stationaryNotMinimum,
        reason: "\(condition), but the curvature is \(short(low.value)) in some direction: "
          + (high.value > noise ? "a saddle" : "a maximum") + "; start elsewhere")
    }
    if try evaluator.hasConstantHessian() {
      // A quadratic that curves upwards has a minimum, however far off it is; a line has none.
      if noise >= 1e-300 { return converged() }
      if evaluator.objective.isSmooth, try slope.fallsEndlessly(from: current) {
        return unbounded("it is a straight line")
      }
    } else if low.value <= noise, let find = try lowerPoint(spectrum.lowest, slope, noise) {
      return notMinimum(find)
    }
    if noise < 1e-300 {
      return try slope.hasFaded(at: current)
        ? unbounded("the slope has faded on the way there")
        : converged("; the loss is flat there: every point near by is as good")
    }
    // A step inwards, in the units of what it does to residuals, makes nothing grow.
    if let optimality, !(optimality.growth > 0) { return converged() }
    let size = Swift.max(1, greatestMagnitude(current.point))
    let newton = try slope.newtonStep(current)
    let length = greatestMagnitude(newton)
    // Coefficients in small units move little: only a step that is nothing beside any of them needs no second look.
    if length <= 1e-6 * size { return converged() }
    let step = "a Newton step would still move a coefficient by \(short(length)) of \(short(size))"
    if try slope.fades(from: current) { return unbounded(step) }
    // The inflection of x³ is approached as the minimum of x⁴ is.
    let direction = newton.map { $0 / length }
    if length.isFinite, let find = try FlatDescent(current, evaluator, over: free).find(along: [direction]) {
      return notMinimum(find)
    }
    // Along a direction without curvature, such as softmax's common intercept, the step is made of rounding errors alone.
    let slopes = try evaluator.shortestSubgradient(current.gradient, at: current.point)
    let promised = Swift.abs(zip(free, newton).reduce(0) { $0 + slopes[$1.0] * $1.1 })
    return converged(promised <= 0x1p-52 * Swift.abs(current.value) ? "" : "; it is flat there: \(step)")
  }

  /// The end where it is known whether there is a minimum, which no slope tells; nil where it is not.
  func knownVerdict(_ condition: String) throws -> Verdict? {
    switch try evaluator.minimumExistence(at: current.point, gradient: current.gradient) {
    case nil: nil
    case .attained: Verdict(status: .converged, reason: condition)
    case .absent(let why): Verdict(status: .unbounded, reason: "\(condition), but \(why)")
    case .undecided(let why): Verdict(status: .stalled, reason: "\(condition), but \(why)")
    }
  }

  /// A lower point in the direction of the least curvature, or along a coefficient that has none.
  private func lowerPoint(_ lowest: [Double], _ slope: FadingSlope, _ noise: Double) throws
    -> FlatDescent.Find?
  {
    let free = evaluator.freeCoefficients(at: current.point)
    var directions = [lowest]
    for index in free.indices where free.count <= 64 {
      let axis = free.indices.map { $0 == index ? 1.0 : 0 }
      if try Swift.abs(slope.product(axis, at: current.point)[index]) <= noise { directions.append(axis) }
    }
    return try FlatDescent(current, evaluator, over: free).find(along: directions)
  }
}
