public import ChainRule
/// Gradient steps, each followed by the penalties' proximal step, with a step size found by backtracking.
///
/// Each coefficient is measured by its curvature (`ProximalMetric`), so that units of features, targets or the objective change
/// nothing. The accelerated form, FISTA, takes its gradients ahead of the point, and starts its momentum anew whenever it points
/// uphill. It needs no setting, and works for every penalty and for none.
///
/// - Source: A. Beck, M. Teboulle, "A fast iterative shrinkage-thresholding algorithm for linear inverse problems", SIAM
///   J. Imaging Sci. 2 (2009); B. O'Donoghue, E. Candès, "Adaptive restart for accelerated gradient schemes", Found.
///   Comput. Math. 15 (2015); S. Becker, E. Candès, M. Grant, "Templates for convex cone problems with applications to
///   sparse signal recovery", Math. Prog. Comp. 3 (2011), for steps that grow again and the test near the optimum.
public struct ProximalGradient: Optimizer, EvaluatedOptimizer {
  /// Whether gradients are taken ahead of the point.
  public var isAccelerated: Bool
  /// The step size to try first: at 1 each coefficient goes as far as its own curvature asks for; backtracking finds a better one.
  public var initialStep: Double

  /// Creates a method.
  public init(isAccelerated: Bool = true, initialStep: Double = 1) {
    self.isAccelerated = isAccelerated
    self.initialStep = initialStep
  }

  /// What tables and messages call it.
  public var name: String { isAccelerated ? "FISTA" : "proximal gradient" }

  /// What it remembers between steps.
  public struct State: OptimizerState {
    /// Where the search is.
    public var current: Iterate
    /// The point at which the next gradient is taken.
    var ahead: [Double]
    /// θ of the momentum (θ − 1)/θ⁺.
    var inertia = 1.0
    /// The unit of the step of each coefficient, and the step size in these units.
    var metric: ProximalMetric
    var step: Double
    /// The step size of the first step in this metric; 0 before.
    var firstStep = 0.0
    var steps = 0
    var bestValue: Double
    var bestStationarity = Double.infinity
    var sinceBest = 0

    /// Whether points and metric have an element for each coefficient.
    public func fits(_ evaluator: Evaluator) -> Bool {
      let n = evaluator.dimension
      return current.fits(n) && ahead.count == n && metric.units.count == n && sinceBest.isCount
        && steps.isCount
    }
  }

  /// Any objective will do, with a step size above 0.
  public func objection(to objective: Objective) -> Sentence? {
    initialStep > 0 && initialStep.isFinite
      ? nil : "the initial step is \(initialStep), and a finite number above 0 is needed"
  }

  /// The state at a point, without momentum.
  public func start(at point: [Double], on evaluator: Evaluator) throws -> State {
    let current = try Iterate(at: point, on: evaluator)
    return State(
      current: current, ahead: point, metric: try ProximalMetric(at: current, on: evaluator),
      step: initialStep,
      bestValue: try current.value + evaluator.kinkedValue(at: point))
  }

  /// Measures again after 16, 32, 64, … steps, and where steps have become short: the curvature is another there.
  private func measure(_ state: inout State, on evaluator: Evaluator) throws {
    let isMilestone = state.steps >= 16 && state.steps & (state.steps - 1) == 0
    guard isMilestone || state.step < 0.25 * state.firstStep,
      state.current.point.count <= CurvatureUnits.mostCoefficients, try !evaluator.hasConstantHessian()
    else { return }
    state.metric = try ProximalMetric(at: state.current, on: evaluator)
    (state.step, state.firstStep, state.inertia) = (1, 0, 1)
    (state.ahead, state.bestStationarity) = (state.current.point, .infinity)
  }

  /// One proximal gradient step, with as many trials as the step size needs.
  public func step(_ state: inout State, on evaluator: Evaluator) throws {
    try measure(&state, on: evaluator)
    state.steps += 1
    let (previous, metric) = (state.current.point, state.metric)
    var base = state.current
    if state.ahead != previous {
      base = try Iterate(at: state.ahead, on: evaluator)
      // Ahead of the point the loss may have no value, such as a logarithm beyond 0.
      if !base.isFinite { (base, state.inertia) = (state.current, 1) }
    }
    let usual = state.step
    var length = 1.05 * usual
    var accepted: Iterate?
    for _ in 0..<200 {
      let trial = try Iterate(at: metric.target(from: base, length, on: evaluator), on: evaluator)
      let (isShort, curvature) = judge(trial, from: base, length, metric)
      if isShort {
        accepted = trial
        break
      }
      length = Swift.min(0.9 * length, Swift.max(0.1 * length, curvature > 0 ? 1 / curvature : 0))
      if length < Double.leastNormalMagnitude { break }
    }
    guard let next = accepted else {
      state.current.isStuck = true
      return
    }
    if next.point == previous && base.point == previous {
      state.current.isStuck = true
      return
    }
    state.current = next
    state.step = length
    if state.firstStep == 0 { state.firstStep = length }
    push(&state, from: previous, base: base.point, ratio: usual / length)
    try watch(&state, evaluator)
  }

  /// Whether the parabola of curvature 1/length lies above the function at the trial, and the curvature met.
  ///
  /// Where the values differ by no more than rounding errors, the gradients are compared instead.
  private func judge(
    _ trial: Iterate, from base: Iterate, _ length: Double, _ metric: ProximalMetric
  ) -> (Bool, curvature: Double) {
    if !trial.isFinite { return (false, 0) }
    var (squares, linear, bend, sizes) = (0.0, 0.0, 0.0, 0.0)
    for index in trial.point.indices {
      let move = trial.point[index] - base.point[index]
      squares += move / metric.units[index] * move
      linear += base.gradient[index] * move
      bend += (trial.gradient[index] - base.gradient[index]) * move
      sizes += Swift.abs(base.gradient[index] * move)
    }
    if squares == 0 { return (true, 0) }
    let rise = trial.value - base.value - linear
    let allowed = squares / (2 * length)
    if allowed > 1e-9 * Swift.max(Swift.abs(base.value), sizes) {
      return (rise <= allowed, Swift.max(2 * rise, bend) / squares)
    }
    return (bend <= 2 * allowed + 1e-13 * sizes, bend / squares)
  }

  /// Sets the point ahead, or starts the momentum anew.
  private func push(_ state: inout State, from previous: [Double], base: [Double], ratio: Double) {
    let point = state.current.point
    state.ahead = point
    guard isAccelerated else { return }
    var uphill = 0.0
    for index in point.indices {
      uphill += (base[index] - point[index]) / state.metric.units[index] * (point[index] - previous[index])
    }
    if !(uphill <= 0) {
      state.inertia = 1
      return
    }
    let next = 0.5 + (0.25 + state.inertia * state.inertia * ratio).squareRoot()
    let factor = Swift.max(0, (state.inertia - 1) / next)
    for index in point.indices { state.ahead[index] += factor * (point[index] - previous[index]) }
    state.inertia = next
  }

  /// After many steps of which none has a lower value or a shorter subgradient, only rounding errors are left.
  private func watch(_ state: inout State, _ evaluator: Evaluator) throws {
    let current = state.current
    let value = try current.value + evaluator.kinkedValue(at: current.point)
    let stationarity = state.metric.squares(
      try evaluator.shortestSubgradient(current.gradient, at: current.point))
    state.sinceBest += 1
    if value < state.bestValue || stationarity < state.bestStationarity { state.sinceBest = 0 }
    state.bestValue = Swift.min(state.bestValue, value)
    state.bestStationarity = Swift.min(state.bestStationarity, stationarity)
    if state.sinceBest >= 1000 { state.current.isStuck = true }
  }
}

extension Optimizer where Self == ProximalGradient {
  /// Proximal gradient steps with backtracking.
  ///
  /// ```swift
  /// let w = Tensor.parameter("w", shape: [2])
  /// let objective = try Objective(squared(w[0] - 3) + squared(w[1] + 1), penalties: [w: .nonNegative])
  /// try minimize(objective, using: .proximalGradient())[w]  // [3. 0.]
  /// ```
  ///
  /// - Source: A. Beck, M. Teboulle, SIAM J. Imaging Sci. 2 (2009).
  public static func proximalGradient(initialStep: Double = 1) -> ProximalGradient {
    ProximalGradient(isAccelerated: false, initialStep: initialStep)
  }

  /// Accelerated proximal gradient steps with backtracking and restarts.
  ///
  /// ```swift
  /// let w = Tensor.parameter("w", shape: [2, 2])
  /// let loss = sum(squared(w - .constant([[3, 4], [0.1, 0.2]])))
  /// let objective = try Objective(loss, penalties: [w: .groupLasso(2)])
  /// let solution = try minimize(objective, using: .fista(), until: StoppingRule(tolerance: 1e-12))
  /// print(try solution[w])
  /// // [[2.4 3.2]
  /// //  [0.  0. ]]
  /// ```
  ///
  /// - Source: A. Beck, M. Teboulle, SIAM J. Imaging Sci. 2 (2009); B. O'Donoghue, E. Candès, Found. Comput. Math. 15
  ///   (2015).
  public static func fista(initialStep: Double = 1) -> ProximalGradient {
    ProximalGradient(isAccelerated: true, initialStep: initialStep)
  }
}
