import ChainRule
import Optimizers

/// Fits a path: the grid of penalties, and one fit after the other along it.
struct PathFit {
  let path: PenaltyPath
  private let optimizer: (any Optimizer)?
  private let rule: StoppingRule

  init(_ path: PenaltyPath, _ optimizer: (any Optimizer)?, _ rule: StoppingRule) {
    self.path = path
    self.optimizer = optimizer
    self.rule = rule
  }

  /// Fits all penalties, those of the path or others.
  func run(_ data: FitData, lambdas: [Double]? = nil) throws -> FittedPath {
    if let problem = path.problem { throw path.refuse(problem.what, problem.mend) }
    let plain = try FitProblem(path.model(.none), data)
    let evaluator = try Evaluator(plain.objective)
    let null = try nullPoint(plain)
    let nullLoss = try evaluator.smoothValue(at: null.flatMap(\.elements))
    let grid = try lambdas ?? self.lambdas(plain, evaluator, null)
    var point = null
    var models: [FittedModel] = []
    var shares: [Double] = []
    let floor = plain.saturatedLoss
    for lambda in grid {
      let problem = try plain.penalized(by: path.kind.penalty(lambda))
      let solution = try problem.solve(from: point, using: optimizer, until: rule)
      models.append(try problem.fitted(solution))
      let loss = try evaluator.smoothValue(at: solution.point)
      shares.append(nullLoss > floor ? 1 - (loss - floor) / (nullLoss - floor) : .nan)
      // What went wrong for one penalty is no start for the next.
      if solution.point.allSatisfy(\.isFinite) && solution.status != .diverged {
        point = try problem.objective.parameters.map { try solution[$0] }
      }
    }
    return FittedPath(path, grid, models, shares)
  }

  /// All coefficients 0, and the intercept that is best then.
  private func nullPoint(_ plain: FitProblem) throws -> [NDArray<Double>] {
    let start = try plain.start()
    if !path.hasIntercept { return start }
    let pinned = try plain.penalized(by: .box(lower: 0, upper: 0))
    // The greatest λ is read off here, so nothing is to be left that the first fit would mend.
    let rule = StoppingRule(tolerance: 0x1p-52, maximumIterations: 200)
    let solution = try pinned.solve(
      from: start, using: plain.quantile == nil ? ProximalNewton() : nil, until: rule)
    return try pinned.objective.parameters.map { try solution[$0] }
  }

  /// The greatest slope in the coefficient of a feature where all of them are 0.
  private func steepestSlope(_ plain: FitProblem, _ evaluator: Evaluator, _ null: [Double]) throws -> Double {
    var gradient = try evaluator.smoothGradient(at: null).gradient
    if let tau = plain.quantile {
      // At kinks the slopes of rows are those that leave nothing in the intercept.
      gradient = try plain.penalized(by: .box(lower: 0, upper: 0)).quantileGradient(tau, at: null)
    }
    let count = plain.data.features.shape[1] * plain.outputs
    let steepest = gradient.prefix(count).reduce(0) { Swift.max($0, Swift.abs($1)) }
    // Beyond the last bits of a slope. Of straight lines the optimum is not the only one just there.
    return steepest * (1 + (plain.quantile == nil ? 0x1p-44 : 0x1p-30))
  }

  /// Evenly spaced logarithms down from the least λ that keeps every coefficient at 0.
  private func lambdas(_ plain: FitProblem, _ evaluator: Evaluator, _ null: [NDArray<Double>]) throws
    -> [Double]
  {
    if let lambdas = path.lambdas { return lambdas.sorted(by: >) }
    let steepest = try steepestSlope(plain, evaluator, null.flatMap(\.elements))
    guard steepest > 0x1p-48 * plain.slopeSize else {
      throw path.refuse(
        "the loss has no slope at coefficients of 0", "no feature explains the target; give other features")
    }
    guard steepest.isFinite else {
      throw path.refuse(
        "the slope at coefficients of 0 is \(steepest)", "bring features and targets to scale")
    }
    let greatest: Double =
      switch path.kind {
      case .lasso: steepest
      case .elasticNet(let mixing): steepest / Swift.max(mixing, 1e-3)
      // No λ makes all coefficients 0: this is that of a mixing of a thousandth, in which squares have the factor ½.
      case .ridge: steepest / 2e-3
      }
    if path.count == 1 { return [greatest] }
    let share = path.smallestShare ?? (plain.data.rowCount < plain.data.features.shape[1] ? 1e-2 : 1e-4)
    let spacing = Numbers.log(share) / Double(path.count - 1)
    return (0..<path.count).map { $0 == 0 ? greatest : greatest * Numbers.exp(spacing * Double($0)) }
  }
}

extension PenaltyPath {
  /// What is wrong with the numbers, and the mend; nil if nothing is.
  fileprivate var problem: (what: String, mend: String)? {
    if case .elasticNet(let mixing) = kind, !(mixing >= 0 && mixing <= 1) {
      return ("the mixing is \(mixing)", "it lies between 0, ridge, and 1, lasso")
    }
    if let lambdas {
      if lambdas.isEmpty { return ("there are no penalties", "give one λ or more") }
      return lambdas.first { !($0 >= 0 && $0.isFinite) }.map { ("λ is \($0)", "penalties are 0 or more") }
    }
    if !(1...100_000 ~= count) { return ("\(count) penalties", "a path has from 1 to 100000") }
    if let share = smallestShare, !(share > 0 && share < 1) {
      return ("the smallest share is \(share)", "it lies above 0 and below 1")
    }
    return nil
  }
}

extension FitProblem {
  /// The mean loss of predictions that hit every target, from which deviance is counted.
  fileprivate var saturatedLoss: Double {
    switch model.family {
    case .poisson: data.mean { $0 == 0 ? 0 : $0 - $0 * Numbers.log($0) }
    // What is rounded off a kink is left of it at 0.
    case .quantile(_, let smoothing): 0.5 * smoothing * data.spread
    default: 0
    }
  }

  /// The greatest that a row's slope can be in the coefficient of the greatest feature: its rounding is that of the numbers which it is
  /// a difference of.
  fileprivate var slopeSize: Double {
    let feature = sizes?.max() ?? 1
    guard case .numbers(let numbers) = data.target, !model.family.isClassifier else { return feature }
    let target = numbers.reduce(0) { Swift.max($0, Swift.abs($1)) }
    return switch model.family {
    case .huber(let delta): feature * Swift.min(delta, target)
    case .quantile: feature
    default: feature * target
    }
  }
}
