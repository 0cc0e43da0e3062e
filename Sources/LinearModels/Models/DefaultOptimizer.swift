import Optimizers

/// The method that a model is fitted by if none is asked for.
enum DefaultOptimizer {
  static func choose(for objective: Objective) -> any Optimizer {
    .nesterov(learningRate: 0.01) as FirstOrderMethod
  }
}
