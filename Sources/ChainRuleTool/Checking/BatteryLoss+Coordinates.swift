import ChainRule

/// A function of one number, with its derivatives, by hand and recorded.
private struct ElementLoss: Sendable {
  let value, slope, curvature: @Sendable (Double) -> Double
  let record: @Sendable (Tensor) -> Tensor

  static let absolute = ElementLoss(
    value: { $0.magnitude }, slope: { Numbers.sign($0) }, curvature: { _ in 0 }, record: { abs($0) })
  static let rectified = ElementLoss(
    value: { max($0, 0) }, slope: { $0 > 0 ? 1 : 0 }, curvature: { _ in 0 }, record: { relu($0) })
  static let logarithm = ElementLoss(
    value: { Numbers.log($0) }, slope: { 1 / $0 }, curvature: { -1 / ($0 * $0) },
    record: { ChainRule.log($0) })
  static let root = ElementLoss(
    value: { $0.squareRoot() }, slope: { 0.5 / $0.squareRoot() },
    curvature: { -0.25 / ($0 * $0.squareRoot()) },
    record: { ChainRule.sqrt($0) })
  static let wave = ElementLoss(
    value: { Numbers.sin(1000 * $0) }, slope: { 1000 * Numbers.cos(1000 * $0) },
    curvature: { -1e6 * Numbers.sin(1000 * $0) }, record: { ChainRule.sin(1000 * $0) })
  static let power = ElementLoss(
    value: { Numbers.pow($0, 1.5) }, slope: { 1.5 * $0.squareRoot() }, curvature: { 0.75 / $0.squareRoot() },
    record: { ChainRule.pow($0, 1.5) })
}

extension BatteryLoss {
  /// Mean losses of the coordinates by themselves.
  static var coordinateLosses: [BatteryLoss] {
    [
      coordinates("l1-at-0", .absolute, isSmooth: false) { random in
        Bool.random(using: &random) ? 0 : sign(&random) * small(0, 3, &random)
      },
      coordinates("relu-at-0", .rectified, isSmooth: false) { random in
        Bool.random(using: &random) ? 0 : sign(&random) * small(0, 3, &random)
      },
      coordinates("abs-at-0.001", .absolute, isSmooth: false) { random in
        sign(&random) * Double.random(in: 0.0005...0.002, using: &random)
      },
      coordinates("relu-near-0", .rectified, isSmooth: false) { sign(&$0) * small(1, 8, &$0) },
      coordinates("log-near-0", .logarithm) { small(1, 8, &$0) },
      coordinates("sqrt-near-0", .root) { small(1, 8, &$0) },
      coordinates("sin-1000x", .wave) { Double.random(in: -3...3, using: &$0) },
      coordinates("power-1.5", .power) { small(0, 4, &$0) },
    ]
  }

  private static func coordinates(
    _ name: String, _ loss: ElementLoss, isSmooth: Bool = true,
    coordinate: @escaping @Sendable (inout SeededGenerator) -> Double
  ) -> BatteryLoss {
    BatteryLoss(name: name, isSmooth: isSmooth) { random in
      let size = Int.random(in: 2...6, using: &random)
      let point = (0..<size).map { _ in coordinate(&random) }
      let parameter = Tensor.parameter("x", shape: [.fixed(size)])
      let share = 1 / Double(size)
      return BatteryCase(
        point: point, count: size, bias: nil,
        value: { x in x.reduce(0) { $0 + loss.value($1) } * share },
        gradient: { x in x.map { loss.slope($0) * share } },
        product: { x, v in zip(x, v).map { loss.curvature($0) * $1 * share } },
        recorded: mean(loss.record(parameter)), parameter: parameter, data: [:])
    }
  }
}
