public import ChainRule
/// Newton's method for objectives with kinks and walls: each step minimises the second-order model of the smooth part
/// together with the penalties, and is shortened until their sum falls enough.
///
/// It finds coefficients that are exactly zero, and converges quadratically. With up to `denseLimit` coefficients the
/// Hessian is a matrix; beyond, it is known by its products with vectors.
///
/// - Source: J. D. Lee, Y. Sun, M. A. Saunders, "Proximal Newton-type methods for minimizing composite functions", SIAM
///   J. Optim. 24 (2014).
public struct ProximalNewton: Optimizer, EvaluatedOptimizer {
  /// Up to how many coefficients the Hessian is formed.
  public var denseLimit: Int

  /// Creates a method.
  public init(denseLimit: Int = 300) { self.denseLimit = denseLimit }

  /// What tables and messages call it.
  public var name: String { "proximal Newton" }

  /// What it remembers between steps: the point alone.
  public struct State: OptimizerState {
    /// Where the search is.
    public var current: Iterate
  }

  /// Group lasso binds coefficients together, which the inner method takes one by one.
  public func objection(to objective: Objective) -> Sentence? {
    CoefficientPenalty.each(of: objective) == nil
      ? "\(name) takes coefficients one by one, and a group lasso binds them together; use \(OptimizerSetting.fista)"
      : nil
  }

  /// The state at a point.
  public func start(at point: [Double], on evaluator: Evaluator) throws -> State {
    State(current: try Iterate(at: point, on: evaluator))
  }

  /// One step; the point stays and is stuck if no part of the step improves it.
  public func step(_ state: inout State, on evaluator: Evaluator) throws {
    let current = state.current
    state.current.isStuck = true
    guard let penalties = CoefficientPenalty.each(of: evaluator.objective) else { return }
    let stationarity = penalties.stationarity(current.gradient, at: current.point)
    var target: [Double]
    if current.point.count <= denseLimit {
      guard var model = try DenseModel(at: current.point, on: evaluator) else { return }
      target = try model.minimizer(
        from: current.point, current.gradient, penalties, tolerance: 1e-6 * stationarity)
    } else {
      var model = ProductModel(at: current.point, on: evaluator)
      repeat {
        target = try model.minimizer(
          from: current.point, current.gradient, penalties, tolerance: 1e-2 * stationarity)
      } while model.liftDownwardCurvature()
    }
    if let next = try search(from: current, to: target, stationarity, penalties, evaluator) {
      state.current = next
    }
  }

  /// The first of the points at 1, ½, ¼, … of the way at which the objective falls enough; nil if there is none.
  private func search(
    from current: Iterate, to target: [Double], _ stationarity: Double, _ penalties: [CoefficientPenalty],
    _ evaluator: Evaluator
  ) throws -> Iterate? {
    var step = target
    for index in step.indices { step[index] -= current.point[index] }
    if !step.contains(where: { $0 != 0 }) { return nil }
    let start = current.value + penalties.value(current.point)
    let slope = dot(current.gradient, step) + penalties.value(target) - penalties.value(current.point)
    // Below this, differences of values are rounding errors, and the gradient decides.
    let noise = 1e-14 * Swift.max(Swift.abs(start), Double.leastNormalMagnitude)
    var share = 1.0
    for _ in 0..<50 {
      var point = target
      if share < 1 {
        for index in point.indices {
          point[index] = penalties[index].clamped(current.point[index] + share * step[index])
        }
      }
      let trial = try Iterate(at: point, on: evaluator)
      if trial.isFinite {
        let change = trial.value + penalties.value(point) - start
        if slope < 0 && -share * slope > noise && change <= 1e-4 * share * slope { return trial }
        let isQuieter = penalties.stationarity(trial.gradient, at: point) < stationarity
        if Swift.abs(change) <= noise && isQuieter { return trial }
      }
      share /= 2
    }
    return nil
  }
}

extension Optimizer where Self == ProximalNewton {
  /// Newton's method for objectives with kinks and walls.
  ///
  /// ```swift
  /// let w = Tensor.parameter("w", shape: [2])
  /// let loss = squared(w[0] - 3) + squared(w[1] + 1) + w[0] * w[1]
  /// let objective = try Objective(loss, penalties: [w: .box(lower: 0, upper: 2)])
  /// try minimize(objective, using: .proximalNewton())[w]  // [2. 0.]
  /// ```
  ///
  /// - Source: J. D. Lee, Y. Sun, M. A. Saunders, SIAM J. Optim. 24 (2014).
  public static func proximalNewton(denseLimit: Int = 300) -> ProximalNewton {
    ProximalNewton(denseLimit: denseLimit)
  }
}
