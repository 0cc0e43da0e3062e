import Blackboard
import ChainRule
import Testing

/// The gradient of each loss twice: by the recorded rules, and by single numbers in index notation.
@Suite struct SecondDerivationTests {
  private static let N = Shape.Extent.batch
  private static let m = Shape.Extent.symbol("m")
  private static let X = Tensor.input("X", shape: [.batch, .symbol("m")])
  private static let y = Tensor.input("y", shape: [.batch])
  private static let w = Tensor.parameter("w", shape: [.symbol("m")])
  private static let b = Tensor.parameter("b", shape: [])
  private static let η = X • w + b

  private static let losses: [(name: String, loss: Tensor)] = [
    ("squares", mean(squared(η - y))), ("logistic", mean(softplus(η) - y * η)),
    ("Poisson", mean(exp(η) - y * η)), ("absolute", mean(abs(η - y))), ("hinge", mean(relu(1 - y * η))),
    ("log-cosh", mean(log(cosh(η - y)))), ("ridge", mean(squared(η - y)) + 0.5 * sum(squared(w))),
    ("variance", variance(η)), ("norm", norm(w)), ("quotient", sum(η * y) / sum(squared(η))),
    ("softmax", sum(softmax(w) * w)), ("log-sum-exp", logSumExp(η)), ("tanh", sum(tanh(η))),
    ("sech", sum(sech(η))), ("atan", sum(atan(η))), ("sin", sum(sin(η) * cos(η))),
    ("erfless", sum(sqrt(1 + squared(η)))),
    ("digamma", sum(logGamma(1 + squared(η)))), ("maximum", sum(maximum(η, y))), ("product", sum(η) * sum(w)),
    ("power", sum(pow(1 + squared(η), -1.5))), ("slice", sum(squared(X[.all, 0] - y))),
    ("running", sum(squared(cumulativeSum(η, along: 0)))), ("flip", sum(η * η.flipped())),
  ]

  private func agree(_ loss: Tensor, _ gradient: Tensor, _ variable: Tensor) throws -> Bool {
    try SecondDerivation.confirms(gradient, of: loss, by: variable)
  }

  @Test("Recorded gradients are those of single numbers", arguments: losses.indices)
  func gradients(_ index: Int) throws {
    let (name, loss) = Self.losses[index]
    for variable in [Self.w, Self.b] where loss.parameters.contains(variable) {
      let gradient = try loss.gradient(withRespectTo: [variable])[variable]
      #expect(try agree(loss, gradient, variable), "\(name) by \(variable)")
    }
  }

  @Test("A wrong gradient is found out by the second one")
  func planted() throws {
    for (name, loss) in Self.losses where loss.parameters.contains(Self.w) {
      let gradient = try loss.gradient(withRespectTo: [Self.w])[Self.w]
      #expect(try !agree(loss, 2 * gradient, Self.w), "\(name), twice")
      #expect(try !agree(loss, -gradient, Self.w), "\(name), sign")
      #expect(try !agree(loss, gradient + Self.w, Self.w), "\(name), a term too much")
    }
  }

  @Test("Hessians and matrix functions agree too")
  func matrices() throws {
    let n = Shape.Extent.symbol("n")
    let A = Tensor.parameter("A", shape: [n, n])
    let x = Tensor.parameter("x", shape: [n])
    let losses = [
      logDeterminant(A), determinant(A), trace(inverse(A)), x • (inverse(A) • x), sum(squared(A • x)),
      trace(A • A • A), sum(exp(A • x)),
    ]
    for loss in losses {
      let gradient = try loss.gradient(withRespectTo: [A])[A]
      #expect(try agree(loss, gradient, A), "\(loss.formula)")
    }
    let slope = try mean(softplus(Self.η)).gradient(withRespectTo: [Self.w])[Self.w]
    let hessian = try slope.jacobian(withRespectTo: Self.w)
    #expect(try agree(slope, hessian, Self.w))
  }

  @Test("Gradients of random expressions agree", arguments: 0..<30)
  func random(_ number: Int) throws {
    var slips = PlantedSlips(seed: 100 + UInt64(number))
    let tree = slips.tree(1 + number % 4)
    let loss = sum(slips.tensor(tree))
    for variable in loss.parameters {
      let gradient = try loss.gradient(withRespectTo: [variable])[variable]
      let difference = try SecondDerivation.difference(gradient, of: loss, by: variable)
      #expect(difference == nil, "\(loss.formula) by \(variable)")
    }
  }
}
