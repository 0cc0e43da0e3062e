import ChainRule
import Foundation

/// The loss of one row, of its prediction z and its target y.
enum RowLoss: Sendable {
  case squared
  /// Huber's loss: squares near 0, straight beyond 1.
  case huber
  /// Squares of the difference to tanh z.
  case squaredTanh
  /// The negative logarithm of the likelihood of a class, 0 or 1.
  case logistic
  /// The same of z between −3 and 3.
  case logisticTanh

  /// The loss as an expression.
  func expression(_ z: Tensor, _ y: Tensor) -> Tensor {
    switch self {
    case .squared: return ChainRule.squared(z - y)
    case .huber:
      let residual = z - y
      return select(abs(residual) .< 1, 0.5 * ChainRule.squared(residual), abs(residual) - 0.5)
    case .squaredTanh: return ChainRule.squared(tanh(z) - y)
    case .logistic: return softplus(z) - y * z
    case .logisticTanh:
      let bounded = 3 * tanh(z)
      return softplus(bounded) - y * bounded
    }
  }

  /// The same as a number.
  func plain(_ z: Double, _ y: Double) -> Double {
    switch self {
    case .squared: return (z - y) * (z - y)
    case .huber: return Swift.abs(z - y) < 1 ? 0.5 * (z - y) * (z - y) : Swift.abs(z - y) - 0.5
    case .squaredTanh: return RowLoss.squared.plain(Foundation.tanh(z), y)
    case .logistic: return Swift.max(z, 0) + Foundation.log1p(Foundation.exp(-Swift.abs(z))) - y * z
    case .logisticTanh: return RowLoss.logistic.plain(3 * Foundation.tanh(z), y)
    }
  }
}
