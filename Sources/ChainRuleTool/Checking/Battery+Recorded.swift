package import ChainRule
package import GradientChecking

extension Battery {
  /// How a gradient of a recorded loss is checked; nil for that of the library itself.
  package typealias RecordedChecker =
    @Sendable (
      _ loss: Tensor, _ parameter: Tensor, _ bindings: Bindings<Double>, _ gradient: (([Double]) -> [Double])?
    ) throws -> GradientReport

  /// The checker of the library.
  package static let exact: RecordedChecker = { loss, parameter, bindings, gradient in
    guard let gradient else { return try checkGradient(of: loss, at: bindings, modes: .all) }
    return try checkGradient(of: loss, in: [parameter], at: bindings) {
      [NDArray(gradient(Array($0[0].elements)))]
    }
  }

  /// Checks one loss as a recorded graph: the library's derivatives, those by hand, and mistakes.
  package func recorded(_ loss: BatteryLoss, by check: @escaping RecordedChecker = exact) throws
    -> BatteryCount
  {
    var count = BatteryCount()
    for number in 0..<cases {
      let sample = try drawn(loss, number)
      let name = { (mistake: String) in
        "\(loss.name), case \(number) at \(sample.point), recorded, \(mistake)"
      }
      let judge = { (scalar: Tensor, gradient: (([Double]) -> [Double])?) in
        try check(scalar, sample.parameter, sample.bindings, gradient)
      }
      count.take(right: try judge(sample.recorded, nil), name("the library's"))
      count.take(right: try judge(sample.recorded, sample.gradient), name("by hand"))
      let right = sample.gradient(sample.point)
      for mistake in BatteryMistake.allCases {
        guard let planted = mistake.planted(in: sample), Self.differs(planted(sample.point), right) else {
          continue
        }
        count.take(planted: try judge(sample.recorded, planted), name(mistake.rawValue))
      }
      guard loss.isSmooth else { continue }
      // A second derivative is the gradient of a derivative along a direction.
      let direction = sample.point.indices.map { $0 % 2 == 0 ? 1.0 : -1 }
      let slope = try sample.recorded.gradient(withRespectTo: [sample.parameter])[sample.parameter]
      let along = sum(slope * Tensor.constant(NDArray(direction)))
      let product = { (x: [Double]) in sample.product(x, direction) }
      guard along.parameters.contains(sample.parameter) else { continue }
      count.take(right: try judge(along, product), name("second order"))
      let mistaken = { (x: [Double]) in product(x).map { 1.01 * $0 } }
      guard Self.differs(mistaken(sample.point), product(sample.point)) else { continue }
      count.take(planted: try judge(along, mistaken), name(BatteryMistake.secondDerivative.rawValue))
    }
    return count
  }

  /// Whether a gradient differs from the right one by more than rounding.
  private static func differs(_ given: [Double], _ right: [Double]) -> Bool {
    zip(given, right).contains { ($0 - $1).magnitude > 1e-10 * max($0.magnitude, $1.magnitude) }
  }
}

extension BatteryCase {
  /// The point and the data, bound.
  package var bindings: Bindings<Double> {
    var bindings: Bindings<Double> = [:]
    for (tensor, array) in data { bindings[tensor] = array }
    bindings[parameter] = NDArray(point)
    return bindings
  }
}
