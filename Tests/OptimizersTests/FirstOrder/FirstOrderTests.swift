import ChainRule
import Optimizers
import Testing

/// Methods that need gradients only.
@Suite("First-order methods")
struct FirstOrderTests {
  static let X = Tensor.input("X", shape: [.batch, 2])
  static let y = Tensor.input("y", shape: [.batch])
  static let w = Tensor.parameter("w", shape: [2])
  static let b = Tensor.parameter("b", shape: [])
  static let data: Bindings<Double> = [
    X: [[1, 0], [0, 1], [1, 1], [2, 1], [-1, 1], [0, -2]], y: [3, 1, 4, 7, -1.5, -1.2],
  ]

  static func regression() throws -> Objective {
    try Objective(meanSquaredError(X • w + b, y), data: data)
  }

  static let methods: [FirstOrderMethod] = [
    .gradientDescent(learningRate: 0.2), .momentum(learningRate: 0.05), .nesterov(learningRate: 0.05),
    .adaGrad(learningRate: 0.5), .rmsProp(learningRate: 0.05).scheduled(.inverseTime(decay: 0.05)),
    .adam(learningRate: 0.05).scheduled(.exponential(factor: 0.995)),
    .gradientDescent(learningRate: 0.05).scheduled(.inverseTime(decay: 0.05))
      .inBatches(.shuffled(size: 4, seed: 1)),
  ]

  @Test("Each method finds the least-squares line", arguments: methods)
  func regression(_ method: FirstOrderMethod) throws {
    let solution = try minimize(
      Self.regression(), using: method, until: StoppingRule(tolerance: 1e-6, maximumIterations: 5000))
    // From the normal equations, solved by hand in rational numbers elsewhere: all methods must meet.
    let exact = try minimize(
      Self.regression(), using: .gradientDescent(learningRate: 0.3), until: StoppingRule(tolerance: 1e-13))
    #expect(exact.isConverged, "\(exact.reason)")
    let isClose = try solution[Self.w].isApproximatelyEqual(to: exact[Self.w], relativeTolerance: 1e-2)
    #expect(isClose, "\(method.name): \(solution.status) \(solution.reason)")
    switch method.rule {
    // These go on at the scale of their rate, however small the gradient is.
    case .rmsProp, .adam, .adamW: return
    default: if method.batches == .all { #expect(solution.isConverged, "\(method.name): \(solution.reason)") }
    }
  }

  @Test("An objective prints what it minimises")
  func formula() throws {
    let objective = try Objective(
      meanSquaredError(Self.X • Self.w + Self.b, Self.y), penalties: [Self.w: .lasso(0.5)], data: Self.data)
    #expect("\(objective)" == "minimise 1/N · Σ(Xw + b − y)² + 0.5 Σ |w| over w, b")
  }

  @Test("A zero gradient at a maximum is no minimum")
  func maximum() throws {
    let x = Tensor.parameter("x", shape: [], initial: 0)
    let solution = try minimize(Objective(cos(x)), using: .gradientDescent(learningRate: 0.1))
    #expect(solution.status == .stationaryNotMinimum && solution.iterations == 0)
  }

  @Test("A rate that is too large diverges and is not called converged")
  func divergence() throws {
    let solution = try minimize(Self.regression(), using: .gradientDescent(learningRate: 3))
    #expect(solution.status == .diverged, "\(solution.reason)")
  }
}
