import ChainRule
import Foundation

/// W7: a sum over all elements of one long x, of which the gradient is taken.
struct WaveSum: Model {
  /// Whether the wave is a cosine.
  var isCosine = false
  /// Whether elements are averaged instead of added up.
  var isMean = false

  func record<Scalar>(_ data: Dataset<Scalar>) throws -> Recorded {
    let x = Tensor.parameter("x", shape: Shape(data.start[0].shape))
    let wave = isCosine ? cos(x) : sin(x)
    let terms = exp(-squared(x)) * wave + log1p(squared(x))
    return Recorded(loss: isMean ? mean(terms) : sum(terms), parameters: [x])
  }

  func plainLoss(_ data: Dataset<Double>, at point: [Double]) -> Double {
    let total = point.reduce(0.0) { total, x in
      let wave = isCosine ? Foundation.cos(x) : Foundation.sin(x)
      return total + Foundation.exp(-x * x) * wave + Foundation.log1p(x * x)
    }
    return isMean ? total / Double(point.count) : total
  }
}
