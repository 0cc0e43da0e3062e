import Blackboard
import ChainRule
import Testing

/// Gradients as books derive them by hand, of every family of losses with every penalty.
@Suite struct TextbookTests {
  private static let X = Tensor.input("X", shape: [.batch, .symbol("m")])
  private static let y = Tensor.input("y", shape: [.batch])
  private static let w = Tensor.parameter("w", shape: [.symbol("m")])
  private static let b = Tensor.parameter("b", shape: [])
  private static let λ = Tensor.parameter("λ", shape: [])
  private static let τ = Tensor.parameter("τ", shape: [])
  private static let N = Tensor.extent(.batch)
  private static let η = X • w + b

  /// Losses of one row with their slopes in η.
  static let families: [(name: String, loss: Tensor, slope: Tensor)] = [
    ("squares", squared(η - y), 2 * (η - y)),
    ("half squares", 0.5 * squared(η - y), η - y),
    ("logistic", softplus(η) - y * η, sigmoid(η) - y),
    ("logistic by log σ", -(y * log(sigmoid(η)) + (1 - y) * log(1 - sigmoid(η))), sigmoid(η) - y),
    ("logistic of ±1", log(1 + exp(-(y * η))), -y / (1 + exp(y * η))),
    ("Poisson", exp(η) - y * η, exp(η) - y),
    ("gamma", y * exp(-η) + η, 1 - y * exp(-η)),
    ("absolute", abs(η - y), sign(η - y)),
    ("quantile", maximum(τ * (y - η), (τ - 1) * (y - η)), (y .< η) - τ),
    ("Huber", select(abs(η - y) .<= 1, 0.5 * squared(η - y), abs(η - y) - 0.5), clamp(η - y, -1, 1)),
    ("hinge", relu(1 - y * η), -(y * (y * η .< 1))),
    ("log-cosh", log(cosh(η - y)), tanh(η - y)),
    ("Cauchy", log(1 + squared(η - y)), 2 * (η - y) / (1 + squared(η - y))),
  ]

  static let penalties: [(name: String, penalty: Tensor, slope: Tensor)] = [
    ("none", 0, 0), ("ridge", λ * sum(squared(w)), 2 * λ * w), ("half ridge", λ / 2 * sum(squared(w)), λ * w),
    ("lasso", λ * sum(abs(w)), λ * sign(w)),
    ("elastic net", λ * (τ * sum(abs(w)) + (1 - τ) / 2 * sum(squared(w))), λ * (τ * sign(w) + (1 - τ) * w)),
  ]

  @Test("Gradients derived by hand are proved", arguments: families.indices)
  func gradients(_ index: Int) throws {
    let family = Self.families[index]
    for penalty in Self.penalties {
      let loss = mean(family.loss) + penalty.penalty
      let gradient = try loss.gradient(withRespectTo: [Self.w, Self.b])
      let byWeights = 1 / Self.N * (Self.X.transposed() • family.slope) + penalty.slope
      let proof = try prove(gradient[Self.w], equals: byWeights)
      #expect(proof.verdict == .proved, "\(family.name), \(penalty.name): \(proof)")
      let byIntercept = try prove(gradient[Self.b], equals: mean(family.slope))
      #expect(byIntercept.verdict == .proved, "\(family.name), \(penalty.name), b: \(byIntercept)")
    }
  }

  @Test("Softmax regression is proved")
  func softmaxRegression() throws {
    let W = Tensor.parameter("W", shape: [.symbol("m"), .symbol("k")])
    let Y = Tensor.input("Y", shape: [.batch, .symbol("k")])
    let z = Self.X • W
    let loss = -(1 / Self.N * sum(Y * logSoftmax(z, along: 1)))
    let gradient = try loss.gradient(withRespectTo: [W])[W]
    let rows = sum(Y, along: 1, keepingAxes: true)
    let claim = 1 / Self.N * (Self.X.transposed() • (rows * softmax(z, along: 1) - Y))
    let proof = try prove(gradient, equals: claim)
    #expect(proof.verdict == .proved, "\(proof)")
  }
}
