import ChainRule

/// The loss of one row, with its derivatives in the predictor η, by hand and recorded.
private struct RowLoss: Sendable {
  let value, slope, curvature: @Sendable (_ eta: Double, _ y: Double) -> Double
  let record: @Sendable (_ eta: Tensor, _ y: Tensor) -> Tensor

  static let squared = RowLoss(
    value: { ($0 - $1) * ($0 - $1) }, slope: { 2 * ($0 - $1) }, curvature: { _, _ in 2 },
    record: { ChainRule.squared($0 - $1) })
  static let logistic = RowLoss(
    value: { Numbers.softplus($0) - $1 * $0 }, slope: { Numbers.sigmoid($0) - $1 },
    curvature: { eta, _ in Numbers.sigmoid(eta) * Numbers.sigmoid(-eta) },
    record: { ChainRule.softplus($0) - $1 * $0 })
  /// The loss of margins, written so that it keeps its digits where rows are far on the right side.
  static let margins = RowLoss(
    value: { Numbers.softplus(-$1 * $0) }, slope: { -$1 * Numbers.sigmoid(-$1 * $0) },
    curvature: { $1 * $1 * Numbers.sigmoid($1 * $0) * Numbers.sigmoid(-$1 * $0) },
    record: { ChainRule.softplus(-$1 * $0) })
  static let poisson = RowLoss(
    value: { Numbers.exp($0) - $1 * $0 }, slope: { Numbers.exp($0) - $1 },
    curvature: { eta, _ in Numbers.exp(eta) },
    record: { ChainRule.exp($0) - $1 * $0 })
  static let hinge = RowLoss(
    value: { max(1 - $1 * $0, 0) }, slope: { 1 - $1 * $0 > 0 ? -$1 : 0 }, curvature: { _, _ in 0 },
    record: { relu(1 - $1 * $0) })
  static let huber = RowLoss(
    value: { ($0 - $1).magnitude <= 1 ? ($0 - $1) * ($0 - $1) / 2 : ($0 - $1).magnitude - 0.5 },
    slope: { max(min($0 - $1, 1), -1) }, curvature: { ($0 - $1).magnitude <= 1 ? 1 : 0 },
    record: { eta, y in
      let r = eta - y
      return select(abs(r) .<= 1, 0.5 * ChainRule.squared(r), abs(r) - 0.5)
    })
  static let quantile = RowLoss(
    value: { 0.4 * ($1 - $0) + 0.5 * ($1 - $0).magnitude }, slope: { -0.4 - 0.5 * Numbers.sign($1 - $0) },
    curvature: { _, _ in 0 }, record: { 0.4 * ($1 - $0) + 0.5 * abs($1 - $0) })
  static let absolute = RowLoss(
    value: { ($0 - $1).magnitude }, slope: { Numbers.sign($0 - $1) }, curvature: { _, _ in 0 },
    record: { abs($0 - $1) })
  /// Squared errors as a program in Float computes them.
  static let single = RowLoss(
    value: { Double((Float($0) - Float($1)) * (Float($0) - Float($1))) }, slope: squared.slope,
    curvature: squared.curvature, record: squared.record)
}

extension BatteryLoss {
  /// Mean losses of rows `X w + b`.
  static var rowLosses: [BatteryLoss] {
    [
      rows("squared-error", .squared) { eta, _, random in eta + Double.random(in: -3...3, using: &random) },
      rows("squared-error-tiny", .squared, scale: 1e-9) { eta, _, random in
        eta + Double.random(in: -3e-9...3e-9, using: &random)
      },
      rows("squared-error-huge", .squared, scale: 1e9) { eta, _, random in
        eta + Double.random(in: -3e9...3e9, using: &random)
      },
      rows("targets-near-1e6", .squared) { _, _, random in 1e6 + Double.random(in: -3...3, using: &random) },
      rows("squared-error-in-float", .single, isSmooth: false) { eta, _, random in
        eta + Double.random(in: -3...3, using: &random)
      },
      rows("log-loss", .logistic) { _, _, random in Bool.random(using: &random) ? 1 : 0 },
      rows("log-loss-saturated", .margins, scale: 12) { eta, _, _ in Numbers.sign(eta) },
      rows("poisson", .poisson) { _, _, random in Double(Int.random(in: 0...9, using: &random)) },
      rows("softplus-at-30", .margins, shift: 30) { _, _, _ in -1 },
      // One row is as near to its kink as 1e-6.
      rows("hinge", .hinge, isSmooth: false) { eta, row, random in
        row == 0 ? 1 / (eta + sign(&random) * small(1, 6, &random)) : sign(&random)
      },
      rows("huber", .huber, isSmooth: false) { eta, row, random in
        eta
          + (row == 0
            ? sign(&random) + sign(&random) * small(1, 6, &random)
            : Double.random(in: -3...3, using: &random))
      },
      rows("quantile", .quantile, isSmooth: false) { eta, row, random in
        eta + (row == 0 ? sign(&random) * small(1, 6, &random) : Double.random(in: -3...3, using: &random))
      },
      rows("absolute-error", .absolute, isSmooth: false) { eta, row, random in
        eta + (row == 0 ? sign(&random) * small(1, 6, &random) : Double.random(in: -3...3, using: &random))
      },
    ]
  }

  /// A mean loss of rows; `target` gives the target of a row from its predictor.
  private static func rows(
    _ name: String, _ loss: RowLoss, scale: Double = 1, shift: Double = 0, isSmooth: Bool = true,
    target: @escaping @Sendable (_ eta: Double, _ row: Int, inout SeededGenerator) -> Double
  ) -> BatteryLoss {
    BatteryLoss(name: name, isSmooth: isSmooth) { random in
      let (rows, width) = (Int.random(in: 3...12, using: &random), Int.random(in: 2...5, using: &random))
      var w = (0..<width).map { _ in Double.random(in: -2...2, using: &random) }
      w[width - 1] += shift
      // The last column is that of the bias.
      let x = (0..<rows).map { _ in
        (0..<width).map { $0 == width - 1 ? scale : scale * Double.random(in: -1...1, using: &random) }
      }
      let y = x.enumerated().map { target(dot($1, w), $0, &random) }
      return try rowCase(loss, x: x, y: y, w: w)
    }
  }

  private static func rowCase(_ loss: RowLoss, x: [[Double]], y: [Double], w: [Double]) throws -> BatteryCase
  {
    let (rows, width) = (Double(x.count), w.count)
    let inputs = Tensor.input("X", shape: [.batch, .fixed(width)])
    let targets = Tensor.input("y", shape: [.batch])
    let parameter = Tensor.parameter("x", shape: [.fixed(width)])
    /// Σ over rows of a factor times the row.
    @Sendable func total(_ factor: (Int) -> Double) -> [Double] {
      let factors = x.indices.map(factor)
      return (0..<width).map { j in x.indices.reduce(0) { $0 + factors[$1] * x[$1][j] } / rows }
    }
    return BatteryCase(
      point: w, count: x.count,
      bias: (width - 1, { w in loss.slope(dot(x[0], w), y[0]) * x[0][width - 1] / rows }),
      value: { w in x.indices.reduce(0) { $0 + loss.value(dot(x[$1], w), y[$1]) } / rows },
      gradient: { w in total { loss.slope(dot(x[$0], w), y[$0]) } },
      product: { w, v in total { loss.curvature(dot(x[$0], w), y[$0]) * dot(x[$0], v) } },
      recorded: mean(loss.record(inputs • parameter, targets)), parameter: parameter,
      data: [inputs: try NDArray(shape: [x.count, width], elements: x.flatMap(\.self)), targets: NDArray(y)])
  }

  static func dot(_ a: [Double], _ b: [Double]) -> Double {
    var sum = 0.0
    for i in a.indices { sum += a[i] * b[i] }
    return sum
  }
}
