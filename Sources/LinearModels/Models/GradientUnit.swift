import ChainRule

extension FitProblem {
  /// The size that slopes of the loss have far from its minimum, 1 at most.
  ///
  /// A tolerance for slopes means nothing by itself: targets of 1e-12 have no slope above it anywhere, and the start would
  /// pass for the minimum. Nor is it less than what rounding leaves of the slopes of targets far from 0.
  var gradientUnit: Double {
    let unit = targetUnit * featureUnit
    return unit > 0 && unit < 1 ? unit : 1
  }

  private var targetUnit: Double {
    guard case .numbers(let numbers) = data.target else { return 1 }
    switch model.family {
    case .logistic, .softmax, .quantile: return 1
    case .poisson:
      let mean = data.mean { $0 }
      return mean > 0 ? mean : 1
    case .leastSquares, .huber:
      let greatest = numbers.reduce(0) { max($0, abs($1)) }
      guard greatest > 0 else { return 1 }
      let mean = model.hasIntercept ? data.mean { $0 } : 0
      // Of numbers of size 2 at most no sum of squares overflows.
      let square = data.mean { (($0 - mean) / greatest) * (($0 - mean) / greatest) }
      let spread = greatest * max(square.squareRoot(), 1e-6)
      if case .huber(let delta) = model.family { return min(spread, delta) }
      return spread
    }
  }

  /// The greatest feature as it is fitted: with standardised ones 1 or so.
  private var featureUnit: Double {
    guard let sizes else { return 1 }
    let greatest = sizes.max() ?? 0
    return greatest > 0 ? min(greatest, 1) : 1
  }
}
