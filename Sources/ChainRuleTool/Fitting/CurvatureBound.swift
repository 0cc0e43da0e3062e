import ChainRule
import Figures
import Foundation
import LinearModels
import Optimizers

/// How much the objective of a linear model can curve, wherever the coefficients are.
///
/// The curvature at the start says too little: a softmax curves more elsewhere, and the loss of Huber not at all where
/// all residuals are large. The second derivative of one row's loss in η is bounded by a number, so the Hessian is
/// bounded by that number times the largest eigenvalue of `(1/N) [X 1]ᵀ[X 1]`.
struct CurvatureBound {
  let value: Double

  init(_ model: LinearModel, _ objective: Objective) throws {
    let data = objective.data.entries
    let targets = data.first { $0.array.shape.count == 1 }?.array ?? []
    let bend: Double =
      switch model.family {
      case .leastSquares: 2
      case .logistic: 0.25
      case .softmax: 0.5
      case .huber: 1
      case .quantile(_, let smoothing): 0.5 / ((smoothing > 0 ? smoothing : 1e-3) * Self.deviation(targets))
      // exp(η) has no bound; where the start is, it is the mean of the counts, and near the rows the greatest of them.
      case .poisson: targets.count == 0 ? 1 : Self.sum(targets, from: -.infinity, Swift.max)
      }
    guard let features = data.first(where: { $0.array.shape.count == 2 })?.array else {
      value = bend
      return
    }
    let X = Tensor.input("X", shape: [.batch, .fixed(features.shape[1])])
    let w = Tensor.parameter("w", shape: [.fixed(features.shape[1])])
    let b = Tensor.parameter("b", shape: [])
    let squares = try Evaluator(Objective(0.5 * mean(squared(X • w + b)), data: [X: features]))
    let start = Array(repeating: 0.0, count: squares.dimension)
    let spectrum = try SpectrumBounds(dimensions: start.count) {
      try squares.hessianProduct(at: start, along: $0)
    }
    value = Swift.max(bend * spectrum.largest.value + 2 * model.penalty.squares, 1e-300)
  }

  /// The population standard deviation; 1 where that is 0.
  static func deviation(_ values: NDArray<Double>) -> Double {
    let count = Double(values.count)
    let mean = sum(values) { $0 + $1 / count }
    let variance = sum(values) { $0 + ($1 - mean) * ($1 - mean) / count }
    return variance > 0 ? variance.squareRoot() : 1
  }

  /// What `add` makes of all values, without a copy of them.
  private static func sum(
    _ values: NDArray<Double>, from start: Double = 0, _ add: (Double, Double) -> Double
  ) -> Double {
    values.withElements { elements in elements.indices.reduce(start) { add($0, elements[$1]) } }
  }

  /// The unit of the coefficients: that of the target, as far as η has one.
  ///
  /// Methods that scale each coefficient take steps of the length of their rate, whatever the slope; a target in
  /// thousands has coefficients in thousands.
  static func coefficientUnit(_ model: LinearModel, _ objective: Objective) -> Double {
    switch model.family {
    case .logistic, .softmax, .poisson: 1
    case .leastSquares, .huber, .quantile:
      deviation(objective.data.entries.first { $0.array.shape.count == 1 }?.array ?? [])
    }
  }
}
