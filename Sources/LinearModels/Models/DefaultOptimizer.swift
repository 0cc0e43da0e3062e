import Optimizers

/// The method that a model is fitted by if none is asked for.
enum DefaultOptimizer {
  static func choose(for objective: Objective, _ family: Family) -> any Optimizer {
    if !objective.isSmooth { return ProximalNewton() }
    // Nearly a kink: curvature changes a thousandfold within a step, and the whole Hessian copes with it best.
    if case .quantile = family { return ProximalNewton() }
    // Newton's method costs a few products with the Hessian for each step and is exact in the end.
    return TruncatedNewton()
  }
}
