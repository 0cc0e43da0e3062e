import ChainRule
import Optimizers
import Testing

/// Minima at which all residuals vanish, and often their derivatives too, are told from residuals that only fade.
@Suite("Levenberg–Marquardt where residuals vanish")
struct VanishingResidualTests {
  private static let x = Tensor.parameter("x", shape: [])
  private static let y = Tensor.parameter("y", shape: [])

  static let losses: [(name: String, loss: Tensor)] = [
    ("x − y², y²", squared(x - squared(y)) + squared(squared(y))),
    ("x² + y, x² − y", squared(squared(x) + y) + squared(squared(x) - y)),
    ("xy", squared(x * y)),
    ("xy²", squared(x * squared(y))),
    ("x³, xy²", squared(x * x * x) + squared(x * squared(y))),
    ("tan x, xy", squared(tan(x)) + squared(x * y)),
    ("eˣ − 1, eʸ − 1 − x", squared(exp(x) - 1) + squared(exp(y) - 1 - x)),
  ]

  @Test(
    "The minimum is one from every start", arguments: losses.indices,
    [[1, 1], [-0.7, 0.4], [3, -2], [1, 0]])
  func minima(_ index: Int, _ start: [Double]) throws {
    let (name, loss) = Self.losses[index]
    let solution = try minimize(
      Objective(loss, over: [Self.x, Self.y]), from: start.map { NDArray($0) }, using: .levenbergMarquardt())
    #expect(solution.isConverged && solution.value < 1e-20, "\(name): \(solution)")
  }

  @Test("Residuals that fade are unbounded, though others do not", arguments: [0, 100, 740])
  func fading(_ start: Double) throws {
    let fading = exp(-Self.x)
    for loss in [squared(fading), squared(fading) + squared(fading + 1)] {
      let solution = try minimize(Objective(loss), from: [NDArray(start)], using: .levenbergMarquardt())
      #expect(solution.status == .unbounded, "\(solution)")
    }
  }

  @Test("A minimum at which a residual stays and its derivative vanishes is one")
  func degenerate() throws {
    let solution = try minimize(
      Objective(squared(Self.x - 1) + squared(squared(Self.y) + 1), over: [Self.x, Self.y]), from: [3, -2],
      using: .levenbergMarquardt())
    #expect(solution.isConverged && agreeingDigits([solution.value], [1]) > 14, "\(solution)")
  }

  @Test("An exact fit of great numbers has converged, though its gradient is no less than its rounding")
  func exact() throws {
    let (t, z) = (Tensor.input("t", shape: [.batch]), Tensor.input("z", shape: [.batch]))
    let times: [Double] = [-1.3, -0.4, 0.2, 1.5]
    let objective = try Objective(
      meanSquaredError(Self.x * t + Self.y, z), over: [Self.x, Self.y],
      data: [t: NDArray(times), z: NDArray(times.map { 1e6 * (1 + 2 * $0) })])
    let rule = StoppingRule(tolerance: 1e-12)
    for solution in [
      try minimize(objective, using: .truncatedNewton(), until: rule),
      try minimize(objective, using: .lbfgs(), until: rule),
      try minimize(objective, using: .levenbergMarquardt(), until: rule),
    ] {
      #expect(solution.isConverged && agreeingDigits(solution.point, [2e6, 1e6]) > 14, "\(solution)")
    }
  }
}
