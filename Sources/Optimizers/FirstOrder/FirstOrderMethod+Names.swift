extension Optimizer where Self == FirstOrderMethod {
  /// Gradient descent.
  ///
  /// Each step is `w ← w − η g`. On a quadratic it converges for η below 2/λmax.
  public static func gradientDescent(
    learningRate: Double, schedule: Schedule = .constant, clipping: Double = .infinity,
    batches: Batches = .all
  ) -> FirstOrderMethod {
    FirstOrderMethod(
      .gradientDescent, learningRate: learningRate, schedule: schedule, clipping: clipping, batches: batches)
  }

  /// Gradient descent with Polyak's momentum.
  public static func momentum(
    learningRate: Double, momentum: Double = 0.9, schedule: Schedule = .constant,
    clipping: Double = .infinity,
    batches: Batches = .all
  ) -> FirstOrderMethod {
    FirstOrderMethod(
      .momentum(momentum), learningRate: learningRate, schedule: schedule, clipping: clipping,
      batches: batches)
  }

  /// Gradient descent with Nesterov's momentum.
  public static func nesterov(
    learningRate: Double, momentum: Double = 0.9, schedule: Schedule = .constant,
    clipping: Double = .infinity,
    batches: Batches = .all
  ) -> FirstOrderMethod {
    FirstOrderMethod(
      .nesterov(momentum), learningRate: learningRate, schedule: schedule, clipping: clipping,
      batches: batches)
  }

  /// AdaGrad: each coefficient at a rate of its own, which only falls.
  public static func adaGrad(
    learningRate: Double = 0.1, epsilon: Double = 1e-8, schedule: Schedule = .constant,
    clipping: Double = .infinity, batches: Batches = .all
  ) -> FirstOrderMethod {
    FirstOrderMethod(
      .adaGrad(epsilon: epsilon), learningRate: learningRate, schedule: schedule, clipping: clipping,
      batches: batches)
  }

  /// RMSProp: each coefficient at a rate of its own, from the mean square of its last gradients.
  public static func rmsProp(
    learningRate: Double = 0.01, decay: Double = 0.9, epsilon: Double = 1e-8, schedule: Schedule = .constant,
    clipping: Double = .infinity, batches: Batches = .all
  ) -> FirstOrderMethod {
    FirstOrderMethod(
      .rmsProp(decay: decay, epsilon: epsilon), learningRate: learningRate, schedule: schedule,
      clipping: clipping,
      batches: batches)
  }

  /// Adam: momentum, at a rate of each coefficient's own.
  public static func adam(
    learningRate: Double = 0.001, beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8,
    schedule: Schedule = .constant, clipping: Double = .infinity, batches: Batches = .all
  ) -> FirstOrderMethod {
    FirstOrderMethod(
      .adam(beta1: beta1, beta2: beta2, epsilon: epsilon), learningRate: learningRate, schedule: schedule,
      clipping: clipping, batches: batches)
  }

  /// Adam with weight decay apart from the gradient.
  ///
  /// Its fixed point is not that of the objective: the decay is a
  /// penalty that the objective does not show.
  public static func adamW(
    learningRate: Double = 0.001, beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8,
    weightDecay: Double = 0.01, schedule: Schedule = .constant, clipping: Double = .infinity,
    batches: Batches = .all
  ) -> FirstOrderMethod {
    FirstOrderMethod(
      .adamW(beta1: beta1, beta2: beta2, epsilon: epsilon, weightDecay: weightDecay),
      learningRate: learningRate,
      schedule: schedule, clipping: clipping, batches: batches)
  }
}
