public import ChainRule
public import Optimizers

/// A linear model for a whole row of penalties, from one so great that no feature counts down to next to none.
///
/// ```swift
/// let features = try NDArray<Double>.normal(shape: [60, 3], seed: 1)
/// let targets = NDArray((0..<60).map { 2 * features[$0, 0] + 0.1 * features[$0, 1] })
/// let path = try PenaltyPath(.leastSquares, .lasso).fit(features, targets)
/// path.nonZeroCounts.first == 0  // true
/// path.nonZeroCounts.last == 2   // true
/// ```
///
/// Each fit starts where the one before ended, which makes the whole hardly dearer than the last one alone. What is
/// minimised is `(1/N) Σ loss + penalty`, as for every `LinearModel`.
///
/// - Source: Friedman, Hastie and Tibshirani, "Regularization paths for generalized linear models via coordinate descent",
///   J. Stat. Softw. 33 (2010), §2.5 for the grid.
public struct PenaltyPath: Hashable, Codable, Sendable {
  /// Which penalty λ is the factor of.
  public enum Kind: Hashable, Codable, Sendable {
    /// `λ Σ |w|`.
    case lasso
    /// `λ (mixing · Σ |w| + (1 − mixing) · Σ w²)`.
    case elasticNet(mixing: Double)
    /// `λ Σ w²`.
    case ridge

    /// The penalty of this kind with a factor.
    ///
    /// ```swift
    /// PenaltyPath.Kind.elasticNet(mixing: 0.5).penalty(0.2)  // elasticNet(0.2, mixing: 0.5)
    /// ```
    public func penalty(_ lambda: Double) -> Penalty {
      switch self {
      case .lasso: .lasso(lambda)
      case .elasticNet(let mixing): .elasticNet(lambda, mixing: mixing)
      case .ridge: .ridge(lambda)
      }
    }
  }

  /// What the models predict, and their loss.
  public var family: Family
  /// The kind of penalty.
  public var kind: Kind
  /// How many penalties.
  public var count: Int
  /// The smallest λ over the greatest; nil for 1e-4, or 1e-2 where there are fewer rows than features.
  public var smallestShare: Double?
  /// The factors themselves, if they are not to be chosen from the data; each fit then follows the one before it.
  public var lambdas: [Double]?
  /// Whether features are brought to mean 0 and standard deviation 1.
  public var standardizes: Bool
  /// Whether there is an intercept, which is never penalised.
  public var hasIntercept: Bool

  /// Describes a path.
  ///
  /// - Parameters:
  ///   - family: What the models predict.
  ///   - kind: The kind of penalty.
  ///   - count: How many penalties.
  ///   - smallestShare: The smallest λ over the greatest, above 0 and below 1.
  ///   - lambdas: The factors, instead of `count` and `smallestShare`; they are sorted from the greatest down.
  ///   - standardizes: Whether features are brought to one scale.
  ///   - hasIntercept: Whether there is an intercept.
  public init(
    _ family: Family, _ kind: Kind = .lasso, count: Int = 100, smallestShare: Double? = nil,
    lambdas: [Double]? = nil, standardizes: Bool = true, hasIntercept: Bool = true
  ) {
    self.family = family
    self.kind = kind
    self.count = count
    self.smallestShare = smallestShare
    self.lambdas = lambdas
    self.standardizes = standardizes
    self.hasIntercept = hasIntercept
  }

  /// Fits numbers or counts.
  ///
  /// ```swift
  /// let features = try NDArray<Double>.normal(shape: [50, 2], seed: 1)
  /// let targets = NDArray((0..<50).map { 3 * features[$0, 0] })
  /// let path = try PenaltyPath(.leastSquares, .lasso, count: 5).fit(features, targets)
  /// path.nonZeroCounts  // [0, 1, 1, 1, 1]
  /// ```
  ///
  /// - Parameters:
  ///   - features: `[rows, features]`.
  ///   - targets: `[rows]`, or for several outputs by least squares `[rows, outputs]`.
  ///   - weights: A weight of 0 or more for each row's loss, 1 by default.
  ///   - optimizer: By default a truncated Newton method, or a proximal one where the penalty has kinks.
  ///   - rule: When to stop each fit.
  /// - Throws: `ChainRuleError` as `LinearModel.fit` does, and if the path's own numbers make none.
  public func fit(
    _ features: NDArray<Double>, _ targets: NDArray<Double>, weights: NDArray<Double>? = nil,
    using optimizer: (any Optimizer)? = nil, until rule: StoppingRule = LinearModel.defaultRule
  ) throws -> FittedPath {
    try PathFit(self, optimizer, rule).run(data(features, targets, weights))
  }

  /// Fits classes, numbered from 0.
  ///
  /// - Parameters:
  ///   - features: `[rows, features]`.
  ///   - labels: `[rows]`, each from 0 to below `classCount`.
  ///   - classCount: The number of classes, by default the greatest label and one more.
  ///   - weights: A weight of 0 or more for each row's loss, 1 by default.
  ///   - optimizer: By default a truncated Newton method, or a proximal one where the penalty has kinks.
  ///   - rule: When to stop each fit.
  /// - Throws: `ChainRuleError` as `LinearModel.fit` does, and if the path's own numbers make none.
  public func fit(
    _ features: NDArray<Double>, labels: IndexArray, classCount: Int? = nil, weights: NDArray<Double>? = nil,
    using optimizer: (any Optimizer)? = nil, until rule: StoppingRule = LinearModel.defaultRule
  ) throws -> FittedPath {
    try PathFit(self, optimizer, rule).run(data(features, labels, classCount, weights))
  }

  /// Fits a column of a table by the others.
  ///
  /// - Parameters:
  ///   - table: The data.
  ///   - target: The column to predict: numbers, or for a classifier classes.
  ///   - optimizer: By default a truncated Newton method, or a proximal one where the penalty has kinks.
  ///   - rule: When to stop each fit.
  /// - Throws: `ChainRuleError` as `LinearModel.fit` does, and if the path's own numbers make none.
  public func fit(
    _ table: Table, target: String, using optimizer: (any Optimizer)? = nil,
    until rule: StoppingRule = LinearModel.defaultRule
  ) throws -> FittedPath {
    try PathFit(self, optimizer, rule).run(data(table, target: target))
  }

  /// The model with one of the penalties.
  func model(_ penalty: Penalty) -> LinearModel {
    LinearModel(family, penalty: penalty, standardizes: standardizes, hasIntercept: hasIntercept)
  }

  func refuse(_ problem: String, _ mend: String) -> ChainRuleError {
    ChainRuleError(.data, in: "PenaltyPath", operands: family.name, problem: problem, mend: mend)
  }
}
