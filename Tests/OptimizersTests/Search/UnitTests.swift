import ChainRule
import Foundation
import Optimizers
import Testing

/// The same problem in other units has the same answer, and ends the same way.
@Suite("Units change neither an answer nor a status")
struct UnitTests {
  private static let t = Tensor.input("t", shape: [.batch])
  private static let y = Tensor.input("y", shape: [.batch])
  private static let a = Tensor.parameter("a", shape: [])
  private static let k = Tensor.parameter("k", shape: [])

  static let newtonLike: [any Optimizer] = [
    LevenbergMarquardt(), TruncatedNewton(), LBFGS(), ProximalNewton(),
  ]
  static let all: [any Optimizer] = newtonLike + [ProximalGradient(isAccelerated: true), ProximalGradient()]
  static let scales = [1e-12, 1e-8, 1e-4, 1, 1e4, 1e8, 1e12]

  /// `factor` times a decay of `unit` a, with its rate and times in units of `time`.
  private static func decay(unit: Double, time: Double = 1, factor: Double = 1) throws -> Objective {
    let times = [0, 0.5, 1, 1.5, 2, 3, 4, 5].map { $0 * time }
    let noise = [0.02, -0.03, 0.01, 0.04, -0.02, 0.01, -0.01, 0.02]
    let targets = zip([3, 2.1, 1.47, 1.029, 0.7203, 0.352947, 0.17294403, 0.0847425747], noise).map {
      unit * ($0 + $1)
    }
    return try Objective(
      factor * mean(squared(a * exp(-k * t) - y)), over: [a, k],
      data: [t: NDArray(times), y: NDArray(targets)])
  }

  private func solve(
    _ objective: Objective, from start: [Double], _ method: some Optimizer, steps: Int = 10_000
  ) throws -> Optimizers.Solution {
    try minimize(
      objective, from: start.map { NDArray($0) }, using: method,
      until: StoppingRule(maximumIterations: steps))
  }

  @Test("Targets, times and the objective in units of 1e-12 to 1e12", arguments: all.indices, scales)
  func decay(_ method: Int, _ scale: Double) throws {
    let method = Self.all[method]
    func hold(_ objective: Objective, _ start: [Double], unit: Double = 1, time: Double = 1) throws {
      let found = try solve(objective, from: start, method)
      let point = [found.point[0] / unit, found.point[1] * time]
      // The root of the value beside what the coefficients do is a tenth: a tolerance of 1e-8 leaves eight digits.
      #expect(
        found.isConverged && agreeingDigits(point, [3.005157598118745, 0.7117336654854692]) > 7,
        "\(method.name), \(scale), from \(start): \(found), \(point)")
    }
    try hold(Self.decay(unit: scale), [scale, 0.2], unit: scale)
    // As far off as numbers of that unit are.
    try hold(Self.decay(unit: scale), [1, 0.2], unit: scale)
    try hold(Self.decay(unit: 1, time: scale), [1, 0.2 / scale], time: scale)
    try hold(Self.decay(unit: 1, factor: scale), [1, 0.2])
  }

  @Test("Powers of two change no digit, whichever of them is multiplied", arguments: all.indices)
  func digits(_ method: Int) throws {
    let method = Self.all[method]
    let plain = try solve(Self.decay(unit: 1), from: [1, 0.2], method, steps: 200)
    for exponent in [-41, -30, 17, 40] {
      let two = Double(sign: .plus, exponent: exponent, significand: 1)
      let factor = try solve(Self.decay(unit: 1, factor: two), from: [1, 0.2], method, steps: 200)
      #expect(
        factor.status == plain.status && factor.iterations == plain.iterations,
        "\(method.name), 2^\(exponent): \(factor)")
      // The first residuals are multiplied by a root, which is no power of two for odd ones.
      if !(method is LevenbergMarquardt) || exponent.isMultiple(of: 2) {
        #expect(factor.point == plain.point, "\(method.name), 2^\(exponent): \(factor.point), \(plain.point)")
      }
      let target = try solve(Self.decay(unit: two), from: [two, 0.2], method, steps: 200)
      #expect(
        target.status == plain.status && target.point == [plain.point[0] * two, plain.point[1]],
        "\(method.name), 2^\(exponent): \(target)")
      let time = try solve(Self.decay(unit: 1, time: two), from: [1, 0.2 / two], method, steps: 200)
      #expect(
        time.status == plain.status && time.point == [plain.point[0], plain.point[1] / two],
        "\(method.name), 2^\(exponent): \(time)")
    }
  }

  @Test(
    "Many coefficients in units far apart have the answer that they have in one", arguments: all.indices,
    [24, 80])
  func many(_ method: Int, _ count: Int) throws {
    let method = Self.all[method]
    let rows = 5 * count
    let X = Tensor.input("X", shape: [.batch, .fixed(count)])
    let w = Tensor.parameter("w", shape: [.fixed(count)])
    let features = try NDArray<Double>.normal(mean: 0, standardDeviation: 1, shape: [rows, count], seed: 3)
    let noise = try NDArray<Double>.normal(mean: 0, standardDeviation: 1, shape: [rows], seed: 4).elements
    let units = (0..<count).map { Double(sign: .plus, exponent: ($0 * 7) % 81 - 40, significand: 1) }
    let scaled = try NDArray(
      shape: [rows, count], elements: features.elements.enumerated().map { $1 * units[$0 % count] })
    let targets = (0..<rows).map { 0.5 * features[$0, 0] - 0.3 * features[$0, 3] + noise[$0] }
    let z = X • w
    for (loss, y) in [
      (mean(squared(z - Self.y)), targets), (mean(softplus(z) - Self.y * z), targets.map { $0 > 0 ? 1 : 0 }),
    ] {
      if method is LevenbergMarquardt, y != targets { continue }
      func solve(_ features: NDArray<Double>) throws -> Optimizers.Solution {
        let objective = try Objective(loss, over: [w], data: [X: features, Self.y: NDArray(y)])
        return try minimize(objective, using: method)
      }
      let (plain, other) = (try solve(features), try solve(scaled))
      let point = zip(other.point, units).map { $0 * $1 }
      #expect(
        plain.isConverged && other.isConverged
          && zip(point, plain.point).allSatisfy { abs($0 - $1) <= 1e-6 },
        "\(method.name), \(count): \(plain); \(other)")
    }
  }

  @Test(
    "A constant that is added hides nothing", arguments: all.indices.dropFirst(),
    [0, 1, 1e6, -1e10, 1e10, 1e12])
  func constants(_ method: Int, _ constant: Double) throws {
    let method = Self.all[method]
    for unit in [1e-12, 1, 1e12] {
      let x = Self.a / unit
      let loss = squared(squared(x)) + 0.5 * squared(x - 1)
      let found = try solve(Objective(constant + loss, over: [Self.a]), from: [0], method)
      #expect(
        found.isConverged && abs(found.point[0] / unit - 0.5) < 1e-6,
        "\(method.name), \(constant), \(unit): \(found)")
    }
  }

  @Test(
    "A line far from 0 has its slope to the digits that the numbers hold", arguments: all.indices,
    [1.7e9, 1.7e12])
  func far(_ method: Int, _ offset: Double) throws {
    let method = Self.all[method]
    let objective = try Objective(
      meanSquaredError(Self.a + Self.k * Self.t, Self.y), over: [Self.a, Self.k],
      data: [Self.t: [-1.3, -0.4, 0.2, 1.5], Self.y: NDArray([3, -1, 2, -3].map { $0 + offset })])
    for start in [[0, 0], [offset, 0]] {
      let found = try solve(objective, from: start, method)
      #expect(found.isConverged, "\(method.name), \(offset), \(start): \(found)")
      #expect(abs(found.point[0] - offset - 0.25) <= 4 * offset.ulp)
      #expect(abs(found.point[1] + 1.835748792270531) <= 4 * offset.ulp, "\(found.point)")
    }
  }

  @Test("A peak, a saddle and a plateau are told in any unit", arguments: all.indices, [1e-12, 1, 1e12])
  func impostors(_ method: Int, _ unit: Double) throws {
    let method = Self.all[method]
    let (x, z) = (Self.a / unit, Self.k)
    let square = method is LevenbergMarquardt
    let losses: [(Tensor, [Double])] =
      square
      ? [
        (squared(cos(x)), [0]), (squared(squared(x) - 1) + squared(z), [0, 0]),
        (squared(tanh(squared(x)) + 1), [30 * unit]),
      ]
      : [
        (cos(x), [0]), (squared(x) - squared(z), [0, 0]), (tanh(squared(x)), [30 * unit]),
        (1e12 + 1e3 * cos(x), [0]),
      ]
    for (loss, start) in losses {
      for factor in [1e-12, 1, 1e12] {
        let objective = try Objective(factor * loss, over: start.count == 1 ? [Self.a] : [Self.a, Self.k])
        let found = try solve(objective, from: start, method)
        #expect(
          found.status == .stationaryNotMinimum, "\(method.name), \(unit), \(factor), \(loss): \(found)")
      }
    }
  }

  @Test(
    "A search that starts where it would end takes no step",
    arguments: all.indices.filter { !(all[$0] is LevenbergMarquardt) }, [1e-12, 1, 1e12])
  func startsAtTheEnd(_ method: Int, _ unit: Double) throws {
    let method = Self.all[method]
    for (factor, status) in [(unit, Solution.Status.converged), (-unit, .stationaryNotMinimum)] {
      let found = try solve(
        Objective(factor * cos(Self.a / unit), over: [Self.a]), from: [Double.pi * unit], method)
      #expect(found.status == status && found.iterations == 0, "\(method.name), \(factor): \(found)")
    }
  }

  @Test("A rate without influence is told, whatever the amplitude", arguments: all.indices, scales)
  func withoutInfluence(_ method: Int, _ unit: Double) throws {
    let method = Self.all[method]
    let objective = try Objective(
      meanSquaredError(Self.a * exp(-Self.k * Self.t), Self.y), over: [Self.a, Self.k],
      data: [Self.t: [100, 110, 120, 130], Self.y: NDArray([1, 0.8, 0.7, 0.55].map { $0 * unit })])
    for amplitude in [unit, 1] {
      let found = try solve(objective, from: [amplitude, 20], method)
      #expect(found.status == .stationaryNotMinimum, "\(method.name), \(unit), \(amplitude): \(found)")
    }
  }

  @Test(
    "A step that no sigmoid is steep enough for has no minimum", arguments: newtonLike.indices,
    [1e-12, 1, 1e12])
  func step(_ method: Int, _ unit: Double) throws {
    let method = Self.newtonLike[method]
    for targets in [[0, 0, 0, 1, 1, 1], [0, 0.1, 0, 1, 0.9, 1]] {
      let objective = try Objective(
        meanSquaredError(unit * sigmoid(Self.a * (Self.t - Self.k)), Self.y), over: [Self.a, Self.k],
        data: [Self.t: [1, 2, 3, 4, 5, 6], Self.y: NDArray(targets.map { $0 * unit })])
      let found = try solve(objective, from: [1, 3.2], method)
      #expect(found.status == .unbounded, "\(method.name), \(unit): \(found)")
    }
  }
}
