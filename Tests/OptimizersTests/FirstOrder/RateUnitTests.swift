import ChainRule
import Optimizers
import Testing

/// What first-order methods promise under a change of units: the same search, where the rate is given in its unit.
@Suite("A learning rate has a unit")
struct RateUnitTests {
  private static let a = Tensor.parameter("a", shape: [])
  private static let b = Tensor.parameter("b", shape: [])

  /// A method for coefficients in one unit and an objective in another.
  struct Method: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let make: @Sendable (_ coefficient: Double, _ objective: Double) -> FirstOrderMethod
  }

  static let methods: [Method] = [
    Method(testDescription: "gradient descent") {
      FirstOrderMethod(.gradientDescent, learningRate: 0.05 * $0 * $0 / $1)
    },
    Method(testDescription: "momentum") {
      FirstOrderMethod(.momentum(0.9), learningRate: 0.01 * $0 * $0 / $1)
    },
    Method(testDescription: "Nesterov") {
      FirstOrderMethod(.nesterov(0.9), learningRate: 0.01 * $0 * $0 / $1)
    },
    Method(testDescription: "AdaGrad") {
      FirstOrderMethod(.adaGrad(epsilon: 1e-8 * $1 / $0), learningRate: 0.5 * $0)
    },
    Method(testDescription: "RMSProp") {
      FirstOrderMethod(.rmsProp(decay: 0.9, epsilon: 1e-8 * $1 / $0), learningRate: 0.01 * $0)
    },
    Method(testDescription: "Adam") {
      FirstOrderMethod(.adam(beta1: 0.9, beta2: 0.999, epsilon: 1e-8 * $1 / $0), learningRate: 0.05 * $0)
    },
    Method(testDescription: "AdamW") {
      FirstOrderMethod(
        .adamW(beta1: 0.9, beta2: 0.999, epsilon: 1e-8 * $1 / $0, weightDecay: 0.01 / $0),
        learningRate: 0.05 * $0)
    },
    Method(testDescription: "clipped, on a schedule") {
      FirstOrderMethod(.gradientDescent, learningRate: 0.1 * $0 * $0 / $1)
        .clipped(to: 0.5 * $1 / $0).scheduled(.onPlateau(factor: 0.5, patience: 5))
    },
  ]

  private static func solve(_ method: FirstOrderMethod, coefficient: Double, factor: Double) throws
    -> Optimizers.Solution
  {
    let (x, z) = (a / coefficient, b / coefficient)
    let loss = factor * (squared(squared(x)) + 0.5 * squared(x - 1) + 0.5 * x * z + squared(z + 2))
    let start = [NDArray(2 * coefficient), NDArray(coefficient)]
    return try minimize(
      Objective(loss, over: [a, b]), from: start, using: method, until: StoppingRule(maximumIterations: 500))
  }

  @Test("Given in it, powers of two change no digit, no status and no number of steps", arguments: methods)
  func digits(_ method: Method) throws {
    let plain = try Self.solve(method.make(1, 1), coefficient: 1, factor: 1)
    for exponents in [(-40, 0), (40, 0), (0, -41), (0, 40), (17, -23), (-30, -30)] {
      let coefficient = Double(sign: .plus, exponent: exponents.0, significand: 1)
      let factor = Double(sign: .plus, exponent: exponents.1, significand: 1)
      let found = try Self.solve(
        method.make(coefficient, factor), coefficient: coefficient, factor: factor)
      #expect(
        found.status == plain.status && found.iterations == plain.iterations
          && found.point == plain.point.map { $0 * coefficient } && found.value == plain.value * factor,
        "\(exponents): \(found), not \(plain)")
    }
  }

  @Test("Not given in it, the search is another one")
  func mistakes() throws {
    let plain = try Self.solve(Self.methods[0].make(1, 1), coefficient: 1, factor: 1)
    #expect(plain.isConverged, "\(plain)")
    let small = try Self.solve(Self.methods[0].make(1, 1), coefficient: 1, factor: 0x1p-10)
    #expect(small.point != plain.point)
    let great = try Self.solve(Self.methods[0].make(1, 1), coefficient: 1, factor: 0x1p10)
    #expect(great.status == .diverged && great.reason.contains("2/λmax"), "\(great)")
  }

  @Test("The rate that is advised after a search that diverged works in any unit", arguments: [-40, 0, 40])
  func advice(_ exponent: Int) throws {
    let unit = Double(sign: .plus, exponent: exponent, significand: 1)
    let diverged = try Self.solve(
      FirstOrderMethod(.gradientDescent, learningRate: 10 / unit), coefficient: 1, factor: unit)
    #expect(diverged.status == .diverged, "\(diverged)")
    let words = diverged.reason.split(separator: " ")
    let place = try #require(words.firstIndex(of: "works"), "\(diverged.reason)")
    let rate = try #require(Double(words[place - 1]))
    #expect(rate * unit > 1e-3 && rate * unit < 10)
    let found = try Self.solve(
      FirstOrderMethod(.gradientDescent, learningRate: rate), coefficient: 1, factor: unit)
    #expect(
      found.status == .converged || found.status == .iterationLimit && found.value < 5 * unit, "\(found)")
  }
}
