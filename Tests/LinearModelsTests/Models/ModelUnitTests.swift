import ChainRule
import Foundation
import LinearModels
import Optimizers
import Testing

/// The same fit in other units of features, targets and weights has the same coefficients, in those units, and ends the same way.
@Suite("Units change no fit")
struct ModelUnitTests {
  private static let X = PenaltyPathTests.X

  /// Without optimisation, and under a sanitizer, a fit takes some ten times as long: then the extremes and the default methods.
  #if DEBUG
    private static let isQuick = true
  #else
    private static let isQuick = getenv("ASAN_OPTIONS") != nil || getenv("TSAN_OPTIONS") != nil
  #endif
  static let scales = isQuick ? [1e-12, 1e12] : [1e-12, 1e-6, 1, 1e6, 1e12]
  /// Families with the penalties that mean the same in any unit of the target, once their factors are multiplied likewise.
  static let families: [Family] = [
    .leastSquares, .logistic, .softmax, .poisson, .huber(delta: 0.5), .quantile(0.3, smoothing: 0.05),
  ]

  private static let proximal: [any Optimizer] =
    [ProximalNewton(), ProximalGradient()] + (isQuick ? [] : [ProximalGradient(isAccelerated: false)])

  private static func optimizers(_ family: Family) -> [(any Optimizer)?] {
    [nil, LBFGS(), TruncatedNewton()] + proximal + (family == .leastSquares ? [LevenbergMarquardt()] : [])
  }

  private static func fit(
    _ model: LinearModel, _ X: NDArray<Double>, _ y: NDArray<Double>, _ weights: NDArray<Double>? = nil,
    _ optimizer: (any Optimizer)?
  ) throws -> FittedModel {
    let rule = StoppingRule(tolerance: 1e-10, maximumIterations: 4000)
    guard model.family == .softmax else {
      return try model.fit(X, y, weights: weights, using: optimizer, until: rule)
    }
    return try model.fit(
      X, labels: IndexArray(y.elements.map { Int($0) }), classCount: 3, weights: weights, using: optimizer,
      until: rule)
  }

  /// Whether two fits agree, once coefficients are brought to one unit.
  private static func agree(_ a: FittedModel, _ b: FittedModel, unit: Double = 1, feature: Double = 1) -> Bool
  {
    guard a.outcome.status == b.outcome.status else { return false }
    // All intercepts of a softmax may be greater by the same number.
    func intercepts(_ model: FittedModel) -> [Double] {
      model.model.family == .softmax ? model.intercepts.map { $0 - model.intercepts[0] } : model.intercepts
    }
    let pairs = zip(
      a.coefficients.elements + intercepts(a),
      b.coefficients.elements.map { $0 * feature / unit } + intercepts(b).map { $0 / unit })
    let size = a.coefficients.elements.reduce(0) { max($0, abs($1)) }
    return pairs.allSatisfy { abs($0 - $1) <= 1e-6 * max(size, abs($0)) }
  }

  private static func times(_ array: NDArray<Double>, _ factor: Double) throws -> NDArray<Double> {
    try NDArray(shape: array.shape, elements: array.elements.map { $0 * factor })
  }

  @Test("Features, standardised or not", arguments: families, [true, false])
  func features(_ family: Family, _ standardizes: Bool) throws {
    let y = PenaltyPathTests.targets(family)
    // Classes of these rows are nearly separable.
    let penalty: Penalty = family.isClassifier ? .ridge(1e-3) : .none
    for optimizer in Self.optimizers(family) {
      let plain = try Self.fit(
        LinearModel(family, penalty: penalty, standardizes: standardizes), Self.X, y, nil, optimizer)
      for scale in Self.scales {
        let other: Penalty = standardizes || penalty == .none ? penalty : .ridge(1e-3 * scale * scale)
        let scaled = try Self.fit(
          LinearModel(family, penalty: other, standardizes: standardizes), Self.times(Self.X, scale), y, nil,
          optimizer)
        #expect(
          plain.outcome.status == .converged && Self.agree(plain, scaled, feature: scale),
          "\(family.name), \(standardizes), \(scale), \(optimizer?.name ?? "default"): \(plain.outcome.reason); \(scaled.outcome.reason) \(plain.coefficients) \(scaled.coefficients)"
        )
      }
    }
  }

  @Test("One feature beside others", arguments: families.filter { !$0.isClassifier })
  func oneFeature(_ family: Family) throws {
    let y = PenaltyPathTests.targets(family)
    for optimizer in Self.optimizers(family) {
      let model = LinearModel(family, standardizes: false)
      let plain = try Self.fit(model, Self.X, y, nil, optimizer)
      for scale in [1e-12, 1e12] {
        var X = Self.X
        for row in 0..<X.shape[0] { X[row, 1] = X[row, 1] * scale }
        let scaled = try Self.fit(model, X, y, nil, optimizer)
        let width = X.shape[1]
        let found = scaled.coefficients.elements.enumerated().map { $0 % width == 1 ? $1 * scale : $1 }
        #expect(
          scaled.outcome.status == .converged
            && zip(found, plain.coefficients.elements).allSatisfy { abs($0 - $1) <= 1e-6 * max(1, abs($1)) },
          "\(family.name), \(scale), \(optimizer?.name ?? "default"): \(scaled.outcome.reason) \(found) \(plain.coefficients)"
        )
      }
    }
  }

  @Test("Targets, from units of 1e-12 to 1e12", arguments: scales)
  func targets(_ scale: Double) throws {
    for (family, other, penalties) in [
      (Family.leastSquares, Family.leastSquares, [Penalty.none, .ridge(0.1), .lasso(0.1), .nonNegative]),
      (.huber(delta: 0.5), .huber(delta: 0.5 * scale), [.none, .ridge(0.1), .lasso(0.1)]),
      (.quantile(0.3, smoothing: 0.05), .quantile(0.3, smoothing: 0.05), [.none]),
      (.quantile(0.3), .quantile(0.3), [.none]),
    ] {
      let y = PenaltyPathTests.targets(family)
      for penalty in penalties {
        var scaledPenalty = penalty
        if case .lasso(let lambda) = penalty { scaledPenalty = .lasso(lambda * scale) }
        for optimizer in penalty.isSmoothPenalty ? Self.optimizers(family) : [nil] + Self.proximal {
          if case .quantile(_, 0) = family, optimizer != nil { continue }
          let plain = try Self.fit(LinearModel(family, penalty: penalty), Self.X, y, nil, optimizer)
          let scaled = try Self.fit(
            LinearModel(other, penalty: scaledPenalty), Self.X, Self.times(y, scale), nil, optimizer)
          #expect(
            plain.outcome.status == .converged && Self.agree(plain, scaled, unit: scale),
            "\(family.name), \(penalty), \(scale), \(optimizer?.name ?? "default"): \(plain.outcome.reason); \(scaled.outcome.reason) \(plain.coefficients) \(scaled.coefficients)"
          )
        }
      }
    }
  }

  @Test("Weights times 1e-15 and 1e15", arguments: families)
  func weights(_ family: Family) throws {
    let y = PenaltyPathTests.targets(family)
    let weights = (0..<Self.X.shape[0]).map { 0.5 + Double($0 % 3) }
    let penalty: Penalty = family.isClassifier ? .ridge(1e-3) : .none
    for optimizer in Self.optimizers(family) {
      let plain = try Self.fit(LinearModel(family, penalty: penalty), Self.X, y, NDArray(weights), optimizer)
      for factor in [1e-15, 1e15] {
        let scaled = try Self.fit(
          LinearModel(family, penalty: penalty), Self.X, y, NDArray(weights.map { $0 * factor }), optimizer)
        #expect(
          plain.outcome.status == .converged && Self.agree(plain, scaled),
          "\(family.name): \(scaled.outcome.reason)")
      }
    }
  }

  @Test("Robust fits of targets from afar", arguments: [1e12, 1e15])
  func huber(_ offset: Double) throws {
    let y = PenaltyPathTests.targets(.leastSquares)
    let model = LinearModel(.huber(delta: 0.5))
    let plain = try Self.fit(model, Self.X, y, nil, nil)
    for optimizer in Self.optimizers(.huber(delta: 0.5)) {
      let far = try Self.fit(model, Self.X, NDArray(y.elements.map { $0 + offset }), nil, optimizer)
      #expect(
        far.outcome.status == .converged, "\(offset), \(optimizer?.name ?? "default"): \(far.outcome.reason)")
      for (x, z) in zip(far.coefficients.elements, plain.coefficients.elements) {
        // What the last digit of a target leaves.
        #expect(abs(x - z) <= 4 * offset.ulp, "\(offset), \(optimizer?.name ?? "default"): \(x), \(z)")
      }
    }
  }

  @Test("The greatest λ of a path has the unit of the slopes", arguments: scales)
  func paths(_ scale: Double) throws {
    let y = PenaltyPathTests.targets(.leastSquares)
    let plain = try PenaltyPath(.leastSquares, .lasso, count: 4).fit(Self.X, y)
    let scaled = try PenaltyPath(.leastSquares, .lasso, count: 4).fit(Self.X, Self.times(y, scale))
    let robust = try PenaltyPath(.huber(delta: 0.5), .lasso, count: 4).fit(Self.X, y)
    let far = try PenaltyPath(.huber(delta: 0.5 * scale), .lasso, count: 4).fit(Self.X, Self.times(y, scale))
    for (a, b) in [(plain, scaled), (robust, far)] {
      #expect(zip(a.lambdas, b.lambdas).allSatisfy { abs($0 * scale - $1) <= 1e-9 * $1 })
      #expect(zip(a.models, b.models).allSatisfy { Self.agree($0, $1, unit: scale) })
    }
  }
}

extension Penalty {
  fileprivate var isSmoothPenalty: Bool {
    switch self {
    case .none, .ridge: true
    default: false
    }
  }
}
