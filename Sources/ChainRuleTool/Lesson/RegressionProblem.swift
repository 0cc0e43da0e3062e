package import ChainRule

/// A random linear regression, and its gradient by the formula derived by hand, in plain loops.
package struct RegressionProblem {
  package let rows: Int
  package let features: Int
  /// Row-major, `rows × features`.
  package let x: [Double]
  package let y: [Double]
  package let w: [Double]
  package let b: Double

  /// N from 1 to 200, m from 1 to 20, each feature, the weights and the targets at a scale of their own between
  /// 1e-3 and 1e3.
  package init(_ generator: inout SeededGenerator) {
    func scale() -> Double {
      let decades = Int(generator.uniform() * 7) - 3
      let power = (0..<Swift.abs(decades)).reduce(1.0) { power, _ in power * 10 }
      return decades < 0 ? 1 / power : power
    }
    func symmetric() -> Double { 2 * generator.uniform() - 1 }
    rows = 1 + Int(generator.uniform() * 200)
    features = 1 + Int(generator.uniform() * 20)
    let scales = (0..<features).map { _ in scale() }
    x = (0..<rows * features).map { [features] index in scales[index % features] * symmetric() }
    let target = scale()
    y = (0..<rows).map { _ in target * symmetric() }
    let weight = scale()
    w = (0..<features).map { _ in weight * symmetric() }
    b = target * symmetric()
  }

  /// −2/N Σᵢ (yᵢ − ŷᵢ) xᵢⱼ for each feature j, then −2/N Σᵢ (yᵢ − ŷᵢ); with the sum of the magnitudes of what was
  /// added for each, the scale of its rounding errors.
  package func gradientByHand() -> (values: [Double], scales: [Double]) {
    var values = Array(repeating: 0.0, count: features + 1)
    var scales = values
    for row in 0..<rows {
      var prediction = b
      var magnitude = Swift.abs(b) + Swift.abs(y[row])
      for feature in 0..<features {
        let product = x[row * features + feature] * w[feature]
        prediction += product
        magnitude += Swift.abs(product)
      }
      for feature in 0...features {
        let factor = feature < features ? x[row * features + feature] : 1
        values[feature] += (y[row] - prediction) * factor
        scales[feature] += magnitude * Swift.abs(factor)
      }
    }
    let count = Double(rows)
    return (values.map { -2 / count * $0 }, scales.map { 2 / count * $0 })
  }
}
