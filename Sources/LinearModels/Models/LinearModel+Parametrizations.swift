import Optimizers

// The same models by the numbers that other libraries take.
extension LinearModel {
  /// The ridge regression that scikit-learn calls `Ridge(alpha:)`: it minimises `Σ r² + alpha Σ w²`, on features as they
  /// are.
  ///
  /// ```swift
  /// LinearModel.scikitRidge(alpha: 1, rowCount: 100).penalty  // ridge(0.01)
  /// ```
  ///
  /// - Parameters:
  ///   - alpha: Their penalty.
  ///   - rowCount: N, by which our mean of squares differs from its sum: λ is `alpha/N`.
  public static func scikitRidge(alpha: Double, rowCount: Int) -> LinearModel {
    LinearModel(.leastSquares, penalty: .ridge(alpha / Double(rowCount)), standardizes: false)
  }

  /// The lasso that scikit-learn calls `Lasso(alpha:)`: it minimises `1/(2N) Σ r² + alpha Σ |w|`, so λ is `2 alpha`.
  ///
  /// ```swift
  /// LinearModel.scikitLasso(alpha: 0.5).penalty  // lasso(1.0)
  /// ```
  public static func scikitLasso(alpha: Double) -> LinearModel {
    LinearModel(.leastSquares, penalty: .lasso(2 * alpha), standardizes: false)
  }

  /// The elastic net that scikit-learn calls `ElasticNet(alpha:, l1_ratio:)`: it minimises
  /// `1/(2N) Σ r² + alpha (ratio Σ |w| + ½ (1 − ratio) Σ w²)`.
  ///
  /// In our terms λ · mixing is `2 alpha · ratio`, and λ (1 − mixing) is `alpha (1 − ratio)`.
  ///
  /// ```swift
  /// LinearModel.scikitElasticNet(alpha: 0.5, ratio: 0.5).penalty  // elasticNet(0.75, mixing: 0.6666666666666666)
  /// ```
  public static func scikitElasticNet(alpha: Double, ratio: Double) -> LinearModel {
    LinearModel(.leastSquares, penalty: penalty(2 * alpha * ratio, alpha * (1 - ratio)), standardizes: false)
  }

  /// The logistic regression that scikit-learn calls `LogisticRegression(C:)`.
  ///
  /// It minimises `C Σ loss + ½ Σ w²`, so λ is `1/(2 C N)`. Its default C of 1 is a penalty that nobody asked for.
  ///
  /// ```swift
  /// LinearModel.scikitLogistic(C: 1, rowCount: 100).penalty  // ridge(0.005)
  /// ```
  public static func scikitLogistic(C: Double, rowCount: Int) -> LinearModel {
    LinearModel(.logistic, penalty: .ridge(1 / (2 * C * Double(rowCount))), standardizes: false)
  }

  /// The model that glmnet calls `glmnet(alpha:, lambda:)`: `1/(2N) Σ r² + lambda (alpha Σ |w| + ½ (1 − alpha) Σ w²)` for
  /// least squares, and the mean loss in place of the half squares for other families; on standardised features.
  ///
  /// ```swift
  /// LinearModel.glmnet(.leastSquares, lambda: 0.5).penalty        // lasso(1.0)
  /// LinearModel.glmnet(.logistic, lambda: 0.5, alpha: 0).penalty  // ridge(0.25)
  /// ```
  public static func glmnet(_ family: Family, lambda: Double, alpha: Double = 1) -> LinearModel {
    let factor = family == .leastSquares ? 2.0 : 1
    return LinearModel(
      family, penalty: penalty(factor * lambda * alpha, factor * 0.5 * lambda * (1 - alpha)),
      standardizes: true)
  }

  /// The penalty `first · Σ |w| + second · Σ w²` in our terms.
  private static func penalty(_ first: Double, _ second: Double) -> Penalty {
    if second == 0 { return .lasso(first) }
    if first == 0 { return .ridge(second) }
    return .elasticNet(first + second, mixing: first / (first + second))
  }
}
