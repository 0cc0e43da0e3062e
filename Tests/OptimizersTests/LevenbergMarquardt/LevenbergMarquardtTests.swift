import ChainRule
import Foundation
import Optimizers
import Testing

@Suite("Levenberg and Marquardt's method")
struct LevenbergMarquardtTests {
  static let x = Tensor.parameter("x", shape: [])
  static let z = Tensor.parameter("z", shape: [])
  static let t = Tensor.input("t", shape: [.batch])
  static let y = Tensor.input("y", shape: [.batch])

  static func fit(_ loss: Tensor, from start: [Double], _ data: Bindings<Double> = [:]) throws
    -> Optimizers.Solution
  {
    try minimize(
      Objective(loss, over: [x, z], data: data), from: start.map { NDArray($0) },
      using: .levenbergMarquardt(),
      until: StoppingRule(maximumIterations: 1000))
  }

  @Test("Rosenbrock's valley is followed to its end")
  func rosenbrock() throws {
    let solution = try Self.fit(
      squared(10 * (Self.z - squared(Self.x))) + squared(1 - Self.x), from: [-1.2, 1])
    #expect(solution.isConverged && agreeingDigits(solution.point, [1, 1]) > 12, "\(solution)")
  }

  @Test("Beale's function ends at 3 and ½")
  func beale() throws {
    let terms = [(1.5, 1.0), (2.25, 2), (2.625, 3)].map { squared($0.0 - Self.x * (1 - pow(Self.z, $0.1))) }
    let solution = try Self.fit(terms[0] + terms[1] + terms[2], from: [1, 1])
    #expect(solution.isConverged && agreeingDigits(solution.point, [3, 0.5]) > 12, "\(solution)")
  }

  @Test("Trial points at which an exponential overflows are stepped back from")
  func overflow() throws {
    let times: [Double] = [0, 100, 200, 300]
    let data: Bindings<Double> = [
      Self.t: NDArray(times), Self.y: NDArray(times.map { 2 * Foundation.exp(0.01 * $0) }),
    ]
    let solution = try Self.fit(
      meanSquaredError(Self.x * exp(Self.z * Self.t), Self.y), from: [1e-3, 0.2], data)
    #expect(solution.isConverged && agreeingDigits(solution.point, [2, 0.01]) > 10, "\(solution)")
    let lost = try Self.fit(meanSquaredError(Self.x * exp(Self.z * Self.t), Self.y), from: [1, 10], data)
    #expect(lost.status == .nonFinite && lost.iterations == 0, "\(lost)")
  }

  @Test("Coefficients that the data do not tell apart take the shortest way")
  func deficient() throws {
    let solution = try Self.fit(
      meanSquaredError((Self.x + Self.z) * Self.t, Self.y), from: [3, 1], [Self.t: [1, 2], Self.y: [1, 2]])
    #expect(agreeingDigits(solution.point, [1.5, -0.5]) > 14 && solution.isConverged, "\(solution)")
    // One row, two coefficients.
    let few = try Self.fit(mean(squared(Self.x * exp(Self.z) * Self.t - 2)), from: [1, 0], [Self.t: [1]])
    #expect(few.isConverged && few.value < 1e-28, "\(few)")
  }

  @Test("A trial point without a value, at which a matrix is singular, is stepped back from")
  func singular() throws {
    let w = Tensor.parameter("w", shape: [1, 1])
    let one = Tensor.input("one", shape: [1])
    // From ½, a full step on 1/w = 4 ends at 0 exactly.
    let objective = try Objective.leastSquares(residual: solve(w, one) - 4, data: [one: [1]])
    #expect(throws: ChainRuleError.self) { try Evaluator(objective).residuals(at: [0]) }
    let solution = try minimize(objective, from: [[[0.5]]], using: .levenbergMarquardt())
    #expect(solution.isConverged && agreeingDigits(solution.point, [0.25]) > 14, "\(solution)")
  }

  @Test("Units do not matter", arguments: [1e-9, 1, 1e9])
  func units(unit: Double) throws {
    let data: Bindings<Double> = [Self.t: [0, 1, 2, 3, 4], Self.y: [5.1, 3.9, 3.2, 2.4, 2.1]]
    let plain = try Self.fit(meanSquaredError(Self.x * exp(-Self.z * Self.t), Self.y), from: [4, 0.1], data)
    let scaled = try Self.fit(
      meanSquaredError(Self.x * unit * exp(-Self.z / unit * Self.t), Self.y), from: [4 / unit, 0.1 * unit],
      data)
    #expect(agreeingDigits(scaled.point, [plain.point[0] / unit, plain.point[1] * unit]) > 11, "\(scaled)")
    #expect(scaled.isConverged && scaled.iterations <= plain.iterations + 2, "\(scaled)")
  }

  @Test("Small numbers are fitted to as many digits, where the gradient would have stopped at the start")
  func small() throws {
    let times: [Double] = [0, 1, 2, 3]
    let data: Bindings<Double> = [
      Self.t: NDArray(times), Self.y: NDArray(times.map { 1e-10 * Foundation.exp(-0.5 * $0) }),
    ]
    let solution = try Self.fit(
      meanSquaredError(Self.x * exp(-Self.z * Self.t), Self.y), from: [3e-10, 1], data)
    #expect(solution.history[0].stationarity < StoppingRule().tolerance)
    #expect(solution.isConverged && agreeingDigits(solution.point, [1e-10, 0.5]) > 13, "\(solution)")
  }

  @Test("A saddle and a valley without end are told from minima")
  func impostors() throws {
    // Both residuals' slopes vanish at 0.
    let saddle = try Self.fit(squared(squared(Self.x) - 1) + squared(Self.z), from: [0, 1])
    #expect(saddle.status == .stationaryNotMinimum, "\(saddle)")
    let endless = try Self.fit(squared(exp(-Self.x)) + squared(Self.z), from: [0, 1])
    #expect(endless.status == .unbounded, "\(endless)")
    // Each step halves what is left, inwards.
    let flat = try Self.fit(squared(squared(Self.x)) + squared(Self.z), from: [1, 1])
    #expect(flat.isConverged, "\(flat)")
  }

  @Test("A minimisation that was saved goes on with the same numbers")
  func resumption() throws {
    let curve = try ReferenceCurve("Thurber")
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("lm-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    func fit(_ steps: Int, _ checkpoint: Checkpoint?) throws -> Optimizers.Solution {
      try minimize(
        curve.objective, from: curve.starts[0].map { NDArray($0) }, using: .levenbergMarquardt(),
        until: StoppingRule(maximumIterations: steps), checkpoint: checkpoint)
    }
    let file = Checkpoint(path: path)
    let whole = try fit(1000, nil)
    #expect(try fit(7, file).status == .iterationLimit)
    let resumed = try fit(1000, file)
    let isSame =
      resumed.point == whole.point && resumed.counts == whole.counts && resumed.history == whole.history
    #expect(isSame)
  }
}
