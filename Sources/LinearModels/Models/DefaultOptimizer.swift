import Optimizers

/// The method that a model is fitted by if none is asked for.
enum DefaultOptimizer {
  static func choose(for objective: Objective) -> any Optimizer {
    if !objective.isSmooth { return ProximalNewton() }
    // Newton's method costs a few products with the Hessian for each step and is exact in the end.
    return TruncatedNewton()
  }
}
