import ChainRule

extension BatteryLoss {
  /// Losses that mix all coordinates.
  static var wholeLosses: [BatteryLoss] {
    [
      BatteryLoss(name: "maximum", isSmooth: false) { random in
        var x = point(&random)
        // The second is as near to the first as 1e-6.
        x[1] = x[0] - small(1, 6, &random)
        for i in 2..<x.count { x[i] = x[0] - Double.random(in: 0.2...2, using: &random) }
        return maximumCase(x)
      },
      BatteryLoss(name: "maximum-tied", isSmooth: false) { random in
        var x = point(&random)
        x[1] = x[0]
        for i in 2..<x.count { x[i] = x[0] - Double.random(in: 0.2...2, using: &random) }
        return maximumCase(x)
      },
      BatteryLoss(name: "log-sum-exp", isSmooth: true) { random in
        let x = point(&random).map { 5 * $0 }
        return whole(
          x,
          value: { x in
            let top = x.max() ?? 0
            return top + Numbers.log(x.reduce(0) { $0 + Numbers.exp($1 - top) })
          }, gradient: softmax,
          product: { x, v in
            let p = softmax(x)
            return zip(p, v).map { $0 * ($1 - dot(p, v)) }
          }, recorded: { logSumExp($0) })
      },
      BatteryLoss(name: "ill-conditioned-quadratic", isSmooth: true) { try quadraticCase(&$0) },
      BatteryLoss(name: "norm", isSmooth: true) { random in
        whole(
          point(&random), value: { dot($0, $0).squareRoot() },
          gradient: { x in x.map { $0 / dot(x, x).squareRoot() } },
          product: { x, v in
            let length = dot(x, x).squareRoot()
            return zip(x, v).map { $1 / length - $0 * dot(x, v) / (length * length * length) }
          }, recorded: { norm($0) })
      },
      BatteryLoss(name: "product", isSmooth: true) { random in
        whole(
          point(&random), value: { $0.reduce(1, *) },
          gradient: { x in x.indices.map { others(x, [$0]) } },
          product: { x, v in
            x.indices.map { i in x.indices.reduce(0) { $1 == i ? $0 : $0 + others(x, [i, $1]) * v[$1] } }
          }, recorded: { product($0) })
      },
      BatteryLoss(name: "rosenbrock", isSmooth: true) { random in
        whole(
          (0..<2).map { _ in Double.random(in: -2...2, using: &random) },
          value: { x in 100 * (x[1] - x[0] * x[0]) * (x[1] - x[0] * x[0]) + (1 - x[0]) * (1 - x[0]) },
          gradient: { x in
            let r = x[1] - x[0] * x[0]
            return [-400 * x[0] * r - 2 * (1 - x[0]), 200 * r]
          },
          product: { x, v in
            let cross = -400 * x[0]
            return [(1200 * x[0] * x[0] - 400 * x[1] + 2) * v[0] + cross * v[1], cross * v[0] + 200 * v[1]]
          }, recorded: { 100 * squared($0[1] - squared($0[0])) + squared(1 - $0[0]) })
      },
    ]
  }

  private static func point(_ random: inout SeededGenerator) -> [Double] {
    (0..<Int.random(in: 3...6, using: &random)).map { _ in Double.random(in: -2...2, using: &random) }
  }

  private static func whole(
    _ point: [Double], value: @escaping ([Double]) -> Double, gradient: @escaping ([Double]) -> [Double],
    product: @escaping ([Double], [Double]) -> [Double], recorded: (Tensor) -> Tensor,
    data: [Tensor: NDArray<Double>] = [:]
  ) -> BatteryCase {
    let parameter = Tensor.parameter("x", shape: [.fixed(point.count)])
    return BatteryCase(
      point: point, count: point.count, bias: nil, value: value, gradient: gradient, product: product,
      recorded: recorded(parameter), parameter: parameter, data: data)
  }

  /// The largest coordinate; ties share its derivative.
  private static func maximumCase(_ x: [Double]) -> BatteryCase {
    whole(
      x, value: { $0.max() ?? 0 },
      gradient: { x in
        let top = x.max() ?? 0
        let ties = Double(x.count { $0 == top })
        return x.map { $0 == top ? 1 / ties : 0 }
      }, product: { _, v in v.map { _ in 0 } }, recorded: { max($0) })
  }

  private static func softmax(_ x: [Double]) -> [Double] {
    let top = x.max() ?? 0
    let parts = x.map { Numbers.exp($0 - top) }
    let total = parts.reduce(0, +)
    return parts.map { $0 / total }
  }

  /// The product of all coordinates but these.
  private static func others(_ x: [Double], _ left: [Int]) -> Double {
    x.indices.reduce(1) { left.contains($1) ? $0 : $0 * x[$1] }
  }

  /// `½ Σ λ (b·x)²` with λ from 1e-4 to 1e4.
  private static func quadraticCase(_ random: inout SeededGenerator) throws -> BatteryCase {
    let x = point(&random)
    let rows = x.indices.map { _ in x.map { _ in Double.random(in: -1...1, using: &random) } }
    let weights = x.indices.map { Numbers.pow(10, 8 * Double($0) / Double(x.count - 1) - 4) }
    @Sendable func total(_ v: [Double]) -> [Double] {
      let factors = zip(rows, weights).map { dot($0, v) * $1 }
      return x.indices.map { j in rows.indices.reduce(0) { $0 + factors[$1] * rows[$1][j] } }
    }
    @Sendable func value(_ x: [Double]) -> Double {
      var sum = 0.0
      for (row, weight) in zip(rows, weights) {
        let projection: Double = dot(row, x)
        sum += projection * projection * weight
      }
      return sum / 2
    }
    let matrix = Tensor.input("B", shape: [.fixed(x.count), .fixed(x.count)])
    let scales = Tensor.input("lambda", shape: [.fixed(x.count)])
    return whole(
      x, value: value, gradient: total, product: { _, v in total(v) },
      recorded: { (x: Tensor) -> Tensor in 0.5 * sum(scales * squared(matrix • x)) },
      data: [
        matrix: try NDArray(shape: [x.count, x.count], elements: rows.flatMap(\.self)),
        scales: NDArray(weights),
      ])
  }
}
