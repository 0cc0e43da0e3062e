extension FirstOrderMethod {
  /// The same method with a learning rate that changes from step to step.
  ///
  /// ```swift
  /// FirstOrderMethod.adam().scheduled(.cosine(steps: 500)).schedule.factor(step: 250)  // 0.5
  /// ```
  public func scheduled(_ schedule: Schedule) -> FirstOrderMethod {
    var method = self
    method.schedule = schedule
    return method
  }

  /// The same method with gradients of which none is longer than `length`: longer ones are shortened to it.
  ///
  /// With batches, it is the gradient of each batch.
  ///
  /// ```swift
  /// FirstOrderMethod.gradientDescent(learningRate: 0.1).clipped(to: 1).clipping  // 1.0
  /// ```
  public func clipped(to length: Double) -> FirstOrderMethod {
    var method = self
    method.clipping = length
    return method
  }

  /// The same method with steps that each read some of the rows.
  ///
  /// ```swift
  /// FirstOrderMethod.adam().inBatches(.shuffled(size: 32, seed: 1)).name  // Adam, batches of 32, seed 1
  /// ```
  public func inBatches(_ batches: Batches) -> FirstOrderMethod {
    var method = self
    method.batches = batches
    return method
  }
}
