import ChainRule

/// What a model predicts, and the loss of one row: everything that tells one linear model from another.
///
/// `η` is the linear predictor of a row, `x·w + b`, and `y` its target.
public enum Family: Hashable, Codable, Sendable {
  /// A number, or several, by least squares: `(y − η)²`.
  case leastSquares
  /// One of two classes: `log(1 + exp(η)) − y η` with y 0 or 1.
  case logistic
  /// One of several classes, each with its own η: `log Σ exp(η) − η` of the right one.
  case softmax
  /// A count with mean `exp(η)`: `exp(η) − y η`.
  case poisson
  /// A number, by squares within δ and straight lines beyond: `½r²` where `|r| ≤ δ`, else `δ(|r| − ½δ)`.
  case huber(delta: Double)
  /// A quantile τ of the target: `τ r` where `r = y − η` is positive, else `(τ − 1) r`, that is `(τ − ½) r + ½ |r|`.
  ///
  /// It is solved as a linear programme, to the last digits. With a `smoothing` above 0 the kink is rounded off instead, `|r|` to
  /// `√(r² + s²)`, where s is that many standard deviations of the target: the loss is then at most ½ s greater, and as smooth
  /// as other losses.
  case quantile(Double, smoothing: Double = 0)

  /// What tables and files call it.
  public var name: String {
    switch self {
    case .leastSquares: "linear"
    case .logistic: "logistic"
    case .softmax: "softmax"
    case .poisson: "poisson"
    case .huber(let delta): "huber:\(delta)"
    case .quantile(let tau, _): "quantile:\(tau)"
    }
  }

  /// Whether it predicts classes.
  ///
  /// ```swift
  /// Family.softmax.isClassifier  // true
  /// Family.poisson.isClassifier  // false
  /// ```
  public var isClassifier: Bool { self == .logistic || self == .softmax }

  /// What is wrong with the numbers, or nil.
  var problem: String? {
    switch self {
    case .leastSquares, .logistic, .softmax, .poisson: return nil
    case .huber(let delta):
      return delta > 0 && delta.isFinite
        ? nil : "δ is \(delta.spelled), and a finite number above 0 is needed"
    case .quantile(let tau, let smoothing):
      if !(tau > 0 && tau < 1) { return "the quantile \(tau.spelled) is not between 0 and 1" }
      return smoothing >= 0 && smoothing.isFinite
        ? nil : "the smoothing is \(smoothing.spelled), and a finite number of 0 or more is needed"
    }
  }

  /// The loss of each row.
  ///
  /// - Parameters:
  ///   - eta: The linear predictors, `[N]` or `[N, outputs]`.
  ///   - y: The targets, of the same shape; for softmax the classes as integers.
  ///   - spread: The standard deviation of the targets.
  func losses(_ eta: Tensor, _ y: Tensor, spread: @autoclosure () -> Double) -> Tensor {
    switch self {
    case .leastSquares: return squared(y - eta)
    case .logistic: return softplus(eta) - y * eta
    case .softmax: return logSumExp(eta, along: [1]) - gather(eta, y, along: 1, batchAxes: 1)
    case .poisson: return exp(eta) - y * eta
    case .huber(let delta):
      let r = (y - eta).named("r")
      return select(abs(r) .<= Tensor(delta), 0.5 * squared(r), delta * (abs(r) - 0.5 * delta))
    case .quantile(let tau, let smoothing):
      let r = (y - eta).named("r")
      if smoothing == 0 { return (tau - 0.5) * r + 0.5 * abs(r) }
      let s = smoothing * spread()
      return (tau - 0.5) * r + 0.5 * sqrt(squared(r) + s * s)
    }
  }

  /// The prediction of a linear predictor: a number, or of classes the probability.
  func mean(_ eta: Double) -> Double {
    switch self {
    case .logistic: eta < 0 ? power(eta) / (1 + power(eta)) : 1 / (1 + power(-eta))
    case .poisson: power(eta)
    default: eta
    }
  }

  private func power(_ x: Double) -> Double { Numbers.exp(x) }
}
