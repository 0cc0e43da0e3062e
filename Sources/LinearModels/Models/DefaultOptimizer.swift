import Optimizers

/// The method that a model is fitted by if none is asked for.
enum DefaultOptimizer {
  static func choose(for objective: Objective) -> any Optimizer {
    if !objective.isSmooth {
      // A proximal Newton method takes coefficients one by one, which a group lasso binds together.
      let newton = ProximalNewton()
      return newton.objection(to: objective) == nil ? newton : ProximalGradient(isAccelerated: true)
    }
    // Newton's method costs a few products with the Hessian for each step and is exact in the end.
    return TruncatedNewton()
  }
}
