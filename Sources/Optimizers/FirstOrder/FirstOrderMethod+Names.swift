// Each rule by its name. Schedules, clipping and batches are added to any of them:
// `.adam().scheduled(.cosine(steps: 500)).clipped(to: 1).inBatches(.shuffled(size: 32, seed: 1))`.
extension Optimizer where Self == FirstOrderMethod {
  /// Gradient descent.
  ///
  /// Each step is `w ← w − η g`. On a quadratic it converges for η below 2/λmax.
  ///
  /// ```swift
  /// let w = Tensor.parameter("w", shape: [2])
  /// let objective = try Objective(squared(w[0] - 3) + 10 * squared(w[1] + 1))
  /// let solution = try minimize(objective, using: .gradientDescent(learningRate: 0.05))
  /// solution.status         // converged
  /// solution.value < 1e-12  // true
  /// ```
  public static func gradientDescent(learningRate: Double) -> FirstOrderMethod {
    FirstOrderMethod(.gradientDescent, learningRate: learningRate)
  }

  /// Gradient descent with Polyak's momentum.
  ///
  /// ```swift
  /// let w = Tensor.parameter("w", shape: [2])
  /// let objective = try Objective(squared(w[0] - 3) + 10 * squared(w[1] + 1))
  /// try minimize(objective, using: .momentum(learningRate: 0.02)).isConverged  // true
  /// ```
  public static func momentum(learningRate: Double, momentum: Double = 0.9) -> FirstOrderMethod {
    FirstOrderMethod(.momentum(momentum), learningRate: learningRate)
  }

  /// Gradient descent with Nesterov's momentum.
  ///
  /// ```swift
  /// let w = Tensor.parameter("w", shape: [2])
  /// let objective = try Objective(squared(w[0] - 3) + 10 * squared(w[1] + 1))
  /// try minimize(objective, using: .nesterov(learningRate: 0.02)).isConverged  // true
  /// ```
  public static func nesterov(learningRate: Double, momentum: Double = 0.9) -> FirstOrderMethod {
    FirstOrderMethod(.nesterov(momentum), learningRate: learningRate)
  }

  /// AdaGrad: each coefficient at a rate of its own, which only falls.
  ///
  /// ```swift
  /// let w = Tensor.parameter("w", shape: [2])
  /// let objective = try Objective(squared(w[0] - 3) + 10 * squared(w[1] + 1))
  /// try minimize(objective, using: .adaGrad(learningRate: 1)).isConverged  // true
  /// ```
  public static func adaGrad(learningRate: Double = 0.1, epsilon: Double = 1e-8) -> FirstOrderMethod {
    FirstOrderMethod(.adaGrad(epsilon: epsilon), learningRate: learningRate)
  }

  /// RMSProp: each coefficient at a rate of its own, from the mean square of its last gradients.
  ///
  /// ```swift
  /// let w = Tensor.parameter("w", shape: [2])
  /// let objective = try Objective(squared(w[0] - 3) + 10 * squared(w[1] + 1))
  /// let method = FirstOrderMethod.rmsProp(learningRate: 0.1).scheduled(.exponential(factor: 0.98))
  /// let solution = try minimize(objective, using: method, until: StoppingRule(tolerance: 1e-4))
  /// solution.isConverged  // true
  /// ```
  public static func rmsProp(
    learningRate: Double = 0.01, decay: Double = 0.9, epsilon: Double = 1e-8
  ) -> FirstOrderMethod {
    FirstOrderMethod(.rmsProp(decay: decay, epsilon: epsilon), learningRate: learningRate)
  }

  /// Adam: momentum, at a rate of each coefficient's own.
  ///
  /// ```swift
  /// let w = Tensor.parameter("w", shape: [2])
  /// let objective = try Objective(squared(w[0] - 3) + 10 * squared(w[1] + 1))
  /// let solution = try minimize(
  ///   objective, using: .adam(learningRate: 0.1), until: StoppingRule(tolerance: 1e-6))
  /// solution.isConverged   // true
  /// ```
  public static func adam(
    learningRate: Double = 0.001, beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8
  ) -> FirstOrderMethod {
    FirstOrderMethod(.adam(beta1: beta1, beta2: beta2, epsilon: epsilon), learningRate: learningRate)
  }

  /// Adam with weight decay apart from the gradient.
  ///
  /// Its fixed point is not that of the objective: the decay is a
  /// penalty that the objective does not show.
  ///
  /// ```swift
  /// let w = Tensor.parameter("w", shape: [])
  /// let (objective, rule) = (try Objective(squared(w - 3)), StoppingRule(maximumIterations: 2000))
  /// let adam = try minimize(objective, using: .adam(learningRate: 0.1), until: rule)
  /// let adamW = try minimize(objective, using: .adamW(learningRate: 0.1), until: rule)
  /// adamW.point[0] < adam.point[0]  // true
  /// ```
  public static func adamW(
    learningRate: Double = 0.001, beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8,
    weightDecay: Double = 0.01
  ) -> FirstOrderMethod {
    FirstOrderMethod(
      .adamW(beta1: beta1, beta2: beta2, epsilon: epsilon, weightDecay: weightDecay),
      learningRate: learningRate)
  }
}
