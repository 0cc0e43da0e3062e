import Optimizers

/// The method that a model is fitted by if none is asked for.
enum DefaultOptimizer {
  static func choose(for objective: Objective, _ family: Family) -> any Optimizer {
    if !objective.isSmooth {
      // A proximal Newton method takes coefficients one by one, which a group lasso binds together.
      let newton = ProximalNewton()
      return newton.objection(to: objective) == nil ? newton : ProximalGradient(isAccelerated: true)
    }
    // Nearly a kink: curvature changes a thousandfold within a step, and the whole Hessian copes with it best.
    if case .quantile = family { return ProximalNewton() }
    // Newton's method costs a few products with the Hessian for each step and is exact in the end.
    return TruncatedNewton()
  }
}
