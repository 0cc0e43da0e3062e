import ChainRule
import Optimizers

// The regression of a quantile is a linear programme, and solved as one: with a kink in each row, no search by slopes comes to the
// last digits.
extension FitProblem {
  /// The quantile that is fitted with its kink; nil for other models.
  var quantile: Double? {
    if case .quantile(let tau, let smoothing) = model.family, smoothing == 0 { tau } else { nil }
  }

  /// Solves for a quantile.
  ///
  /// A method that is named searches first, with the kink rounded off, and the programme begins where that search ends.
  func solveQuantile(
    _ tau: Double, from start: [NDArray<Double>], using optimizer: (any Optimizer)?, until rule: StoppingRule,
    checkpoint: Checkpoint?, observing observe: ((Progress) -> Progress.Answer)?
  ) throws -> Solution {
    try rule.check()
    var (point, searched) = (start.flatMap(\.elements), 0)
    if let optimizer {
      let rounded = try roundedOff()
      let solution = try rounded.solve(
        from: start, using: optimizer, until: rule, checkpoint: checkpoint, observing: observe)
      if solution.status == .cancelled { return solution }
      searched = solution.iterations
      if solution.point.allSatisfy(\.isFinite) { point = solution.point }
    }
    let optimum = try optimum(tau, point, isNear: optimizer != nil, maximumSteps: rule.maximumIterations)
    let solution = Solution(objective, optimum, until: rule, searched: searched)
    if optimizer == nil { _ = observe?(Progress(solution)) }
    return solution
  }

  /// The slope in each coefficient of features at the optimum, by slopes of rows that leave nothing in the intercept.
  func quantileGradient(_ tau: Double, at point: [Double]) throws -> [Double] {
    let optimum = try optimum(
      tau, point, isNear: true, maximumSteps: LinearModel.defaultRule.maximumIterations)
    let x = Tensor.input("X", shape: [.batch, .fixed(data.features.shape[1])])
    let a = Tensor.input("a", shape: [.batch])
    let slopes = Array(optimum.multipliers.prefix(data.rowCount))
    return try Program<Double>(computing: [a • x]).run([x: scaling.apply(data.features), a: NDArray(slopes)])
      .arrays[0].elements
  }

  private func optimum(_ tau: Double, _ point: [Double], isNear: Bool, maximumSteps: Int) throws
    -> PiecewiseLinearOptimum
  {
    guard case .numbers(let numbers) = data.target,
      let features = objective.data.entries.first(where: { $0.tensor.label == "X" })?.array
    else { throw model.refuse("the target is classes", "a quantile needs numbers") }
    let total = data.weights?.reduce(0, +) ?? Double(data.rowCount)
    let shares =
      data.weights?.elements.map { $0 / total } ?? Array(repeating: 1 / total, count: data.rowCount)
    var (lasso, ridge, bounds) = (
      model.penalty.magnitudes, model.penalty.squares, nil as ClosedRange<Double>?
    )
    switch model.penalty {
    // A vector's groups are its elements.
    case .groupLasso(let lambda): lasso = lambda
    case .nonNegative: bounds = 0...Double.infinity
    case .box(let lower, let upper): bounds = lower...upper
    default: break
    }
    if let fixed = bounds, fixed.lowerBound == fixed.upperBound {
      return try pinned(at: fixed.lowerBound, numbers, features, shares, tau, maximumSteps)
    }
    let loss = PiecewiseLinearLoss(
      features: features, targets: numbers.elements, rising: shares.map { tau * $0 },
      falling: shares.map { (1 - tau) * $0 }, hasIntercept: model.hasIntercept, lasso: lasso, ridge: ridge,
      bounds: bounds)
    return PiecewiseLinearOptimum(of: loss, from: point, isNear: isNear, maximumSteps: maximumSteps)
  }

  /// All coefficients of features are one number; only the intercept is left.
  private func pinned(
    at value: Double, _ numbers: NDArray<Double>, _ features: NDArray<Double>, _ shares: [Double],
    _ tau: Double,
    _ maximumSteps: Int
  ) throws -> PiecewiseLinearOptimum {
    let width = features.shape[1]
    let sums = features.withUnsafePointer { source in
      (0..<data.rowCount).map { row in
        value == 0 ? 0 : (0..<width).reduce(0) { $0 + value * source[row * width + $1] }
      }
    }
    let loss = PiecewiseLinearLoss(
      features: try NDArray(shape: [data.rowCount, 0], elements: []),
      targets: zip(numbers.elements, sums).map { $0 - $1 },
      rising: shares.map { tau * $0 }, falling: shares.map { (1 - tau) * $0 },
      hasIntercept: model.hasIntercept)
    let start = Array(repeating: 0.0, count: model.hasIntercept ? 1 : 0)
    return PiecewiseLinearOptimum(of: loss, from: start, isNear: false, maximumSteps: maximumSteps)
      .prefixed(Array(repeating: value, count: width))
  }

  /// The same data with the kink rounded off by a thousandth of the spread of the middle half of the targets.
  private func roundedOff() throws -> FitProblem {
    guard case .quantile(let tau, _) = model.family, case .numbers(let numbers) = data.target else {
      return self
    }
    let sorted = numbers.elements.sorted()
    let middle = sorted[sorted.count * 3 / 4] - sorted[sorted.count / 4]
    let share = middle > 0 ? Swift.min(1e-3, 1e-3 * middle / data.spread) : 1e-3
    var smooth = model
    smooth.family = .quantile(tau, smoothing: Swift.max(share, 1e-12))
    return try FitProblem(smooth, data)
  }
}
