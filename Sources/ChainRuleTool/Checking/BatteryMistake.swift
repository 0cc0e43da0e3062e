/// A mistake planted into a right gradient.
package enum BatteryMistake: String, CaseIterable, Sendable {
  case percent = "1 %"
  case hundredthPercent = "0.01 %"
  case billionth = "1e-9"
  case oneCoordinate = "one coordinate × 1.1"
  case dropped = "a dropped coordinate"
  case branchSign = "a sign in one branch"
  case missingMean = "a missing 1/N"
  case transposed = "a transpose"
  case missingSum = "a missing broadcast sum"
  case onlyPositive = "right only for x > 0"
  case secondDerivative = "the second derivative"

  /// The gradient with the mistake in it; nil where there is no place for it.
  package func planted(in sample: BatteryCase) -> (([Double]) -> [Double])? {
    let gradient = sample.gradient
    // Every other case has it in another coordinate.
    let place = sample.count % sample.point.count
    switch self {
    case .percent: return { x in gradient(x).map { 1.01 * $0 } }
    case .hundredthPercent: return { x in gradient(x).map { 1.0001 * $0 } }
    case .billionth: return { x in gradient(x).map { (1 + 1e-9) * $0 } }
    case .oneCoordinate: return Self.changed(gradient, place) { 1.1 * $0 }
    case .dropped: return Self.changed(gradient, place) { _ in 0 }
    case .branchSign: return { x in zip(x, gradient(x)).map { $0 < 0 ? -$1 : $1 } }
    case .missingMean: return { x in gradient(x).map { Double(sample.count) * $0 } }
    case .transposed:
      let rows = (2..<max(sample.point.count, 2)).first { sample.point.count % $0 == 0 }
      guard let rows else { return nil }
      let columns = sample.point.count / rows
      return { x in
        let right = gradient(x)
        return right.indices.map { right[$0 % rows * columns + $0 / rows] }
      }
    case .missingSum:
      guard let bias = sample.bias else { return nil }
      return { x in
        var right = gradient(x)
        right[bias.coordinate] = bias.firstRow(x)
        return right
      }
    case .onlyPositive: return { x in zip(x, gradient(x)).map { $0 > 0 ? $1 : 0.5 * $1 } }
    case .secondDerivative: return nil
    }
  }

  private static func changed(
    _ gradient: @escaping ([Double]) -> [Double], _ place: Int, _ change: @escaping (Double) -> Double
  ) -> ([Double]) -> [Double] {
    { x in
      var right = gradient(x)
      right[place] = change(right[place])
      return right
    }
  }
}
