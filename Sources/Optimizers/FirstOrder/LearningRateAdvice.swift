import ChainRule

/// A learning rate that works, after one that did not.
///
/// On a quadratic, gradient descent converges for rates below 2/λmax, with λmax the greatest eigenvalue of the Hessian;
/// Polyak's momentum for rates below 2(1 + μ)/λmax, Nesterov's for rates below 2(1 + μ)/((1 + 2μ) λmax). All three bounds
/// are above 1/λmax, which is tried first.
///
/// - Source: Nesterov, Lectures on Convex Optimization (2018), theorem 2.1.15; O'Donoghue and Candès, "Adaptive restart
///   for accelerated gradient schemes", Found. Comput. Math. 15 (2015), for the bounds with momentum.
struct LearningRateAdvice {
  private let method: FirstOrderMethod
  private let start: [Double]
  private let evaluator: Evaluator

  init(_ method: FirstOrderMethod, from start: [Double], on evaluator: Evaluator) {
    self.method = method
    self.start = start
    self.evaluator = evaluator
  }

  /// The rate against its bound at the start, and a rate with which some steps from there bring the value down.
  func clause() throws -> String? {
    guard let greatest = try curvature(), greatest > 0 else {
      return try workingRate(from: method.learningRate / 10).map {
        "a learning rate of \(short($0)) brings it down, and \(method.learningRate) is too large"
      }
    }
    let bound = 2 / greatest
    let comparison = "2/λmax is \(short(bound)) at the start, and the learning rate \(method.learningRate)"
    let verdict =
      method.learningRate > bound
      ? "\(comparison) is above it" : "\(comparison) is too large for the curvature that follows"
    let first = Swift.min(1 / greatest, method.learningRate / 2)
    return try verdict + (workingRate(from: first).map { "; \(short($0)) works" } ?? "")
  }

  /// The eigenvalue of the Hessian at the start that is greatest in magnitude; nil if there is none that is finite.
  private func curvature() throws -> Double? {
    let spectrum = try? SpectrumBounds(dimensions: start.count) {
      try evaluator.hessianProduct(at: start, along: $0)
    }
    return spectrum.map { Swift.max(Swift.abs($0.largest.value), Swift.abs($0.smallest.value)) }
  }

  /// The first of ever smaller rates with which the method keeps below the value at the start.
  private func workingRate(from first: Double) throws -> Double? {
    var rate = Self.shortened(first)
    for _ in 0..<30 {
      var trial = method
      trial.learningRate = rate
      if try works(trial) { return rate }
      rate = Self.shortened(rate / 4)
    }
    return nil
  }

  private func works(_ trial: FirstOrderMethod) throws -> Bool {
    var state = try trial.start(at: start, on: evaluator)
    let initial = state.current.value
    for _ in 0..<100 {
      try trial.step(&state, on: evaluator)
      if !state.current.isFinite { return false }
    }
    return state.current.value <= initial
  }

  /// Two digits, rounded down, so that the rate that is named is the one that was tried.
  private static func shortened(_ rate: Double) -> Double {
    guard rate.isFinite, rate > 1e-300 else { return rate }
    var (scale, digits) = (1.0, rate)
    while digits >= 100 { (scale, digits) = (scale * 10, digits / 10) }
    while digits < 10 { (scale, digits) = (scale / 10, digits * 10) }
    return digits.rounded(.down) * scale
  }
}

extension FirstOrderMethod {
  /// What learning rate would have worked; of the methods that adapt no rates by themselves.
  ///
  /// - Throws: What evaluating the objective throws.
  public func advice(afterDivergingFrom start: [Double], on evaluator: Evaluator) throws -> String? {
    switch rule {
    case .gradientDescent, .momentum, .nesterov:
      return try LearningRateAdvice(self, from: start, on: evaluator).clause()
    case .adaGrad, .rmsProp, .adam, .adamW: return nil
    }
  }
}
