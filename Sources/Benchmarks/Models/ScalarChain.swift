import ChainRule

/// W8: a thousand operations on single numbers, one after the other.
struct ScalarChain: Model {
  /// Whether b is taken off instead of added, and v is negated with it.
  var isDifference = false
  static let count = 1000

  func record<Scalar>(_ data: Dataset<Scalar>) throws -> Recorded {
    let x = Tensor.parameter("x", shape: [])
    let a = Tensor.parameter("a", shape: [])
    let b = Tensor.parameter("b", shape: [])
    var v = x
    for index in 0..<Self.count {
      if index.isMultiple(of: 2) { v = v * a } else { v = isDifference ? b - v : v + b }
    }
    return Recorded(loss: v, parameters: [x, a, b])
  }

  func plainLoss(_ data: Dataset<Double>, at point: [Double]) -> Double {
    var v = point[0]
    for index in 0..<Self.count {
      if index.isMultiple(of: 2) { v *= point[1] } else { v = isDifference ? point[2] - v : v + point[2] }
    }
    return v
  }
}
