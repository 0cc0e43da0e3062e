internal import Blackboard
internal import ChainRule

/// The formulas and numbers that lessons on linear regression by gradient descent print.
package enum LessonClaims {
  /// All of them, each decided when this is called.
  ///
  /// - Throws: An error of the library; none is expected.
  package static func all() throws -> [Claim] {
    try updates() + means() + sums() + matrices() + numbers() + directions() + binomial()
  }

  private static let shapes: [String: Shape] = [
    "X": [.batch, .symbol("m")], "y": [.batch], "w": [.symbol("m")], "b": [], "η": [],
  ]

  private static func read(_ formula: String) throws -> ReadFormula {
    try FormulaReader(shapes: shapes).read(formula)
  }

  private static func updates() throws -> [Claim] {
    let loss = try read("let ŷ = X*w + b; mean((y - ŷ)^2)")
    guard let w = loss.symbols["w"] else { return [] }
    let gradient = try loss.tensor.gradient(withRespectTo: [w])[w]
    let rate = Tensor.parameter("η", shape: [])
    let symbols = loss.symbols.merging(["η": rate]) { $1 }
    func claimed(_ formula: String) throws -> Tensor {
      try FormulaReader().read(formula, with: symbols).tensor
    }
    let next = w - rate * gradient
    // How the loss changes along a direction, where it sets out.
    let direction = Tensor.input("d", shape: [.symbol("m")])
    let slope = try loss.tensor.substituting(w + rate * direction, for: w).gradient(withRespectTo: [rate])[
      rate
    ]
    .substituting(0, for: rate)
    return [
      try Claim(
        "update rule", "w − η · ∂L/∂w = w + 2η/N · Xᵀ(y − ŷ)", next,
        equals: try claimed("w + 2*η/N * X'*(y - ŷ)")),
      try Claim(
        "update rule, signs mixed up", "w − η · ∂L/∂w = w − 2η/N · Xᵀ(y − ŷ)", next,
        equals: try claimed("w - 2*η/N * X'*(y - ŷ)")),
      try Claim(
        "the loss falls along −∂L/∂w", "dL(w − η · ∂L/∂w)/dη = −‖∂L/∂w‖² at η = 0",
        slope.substituting(-gradient, for: direction), equals: -sum(squared(gradient))),
    ]
  }

  private static func means() throws -> [Claim] {
    let loss = try read("let ŷ = X*w + b; mean((y - ŷ)^2)")
    return [
      try Claim("mean of squares, weights", "-2/N * X'*(y - ŷ)", isGradientOf: loss, by: "w"),
      try Claim("〃, residual turned round", "2/N * X'*(ŷ - y)", isGradientOf: loss, by: "w"),
      try Claim("〃, sign forgotten", "2/N * X'*(y - ŷ)", isGradientOf: loss, by: "w"),
      try Claim("mean of squares, bias", "-2/N * sum(y - ŷ)", isGradientOf: loss, by: "b"),
      try Claim("〃, residual turned round", "2/N * sum(ŷ - y)", isGradientOf: loss, by: "b"),
      try Claim("〃, sign forgotten", "2/N * sum(y - ŷ)", isGradientOf: loss, by: "b"),
      try Claim(
        "feature by feature, −2/N Σᵢ (yᵢ − ŷᵢ) xᵢⱼ", "-2/N * Σ₀((y - ŷ)[:, new] ⊙ X)",
        isGradientOf: loss,
        by: "w"),
    ]
  }

  private static func sums() throws -> [Claim] {
    let whole = try read("let ŷ = X*w + b; sum((y - ŷ)^2)")
    let half = try read("let ŷ = X*w + b; 1/2 * sum((y - ŷ)^2)")
    return [
      try Claim("sum of squares without ½", "-2 * X'*(y - ŷ)", isGradientOf: whole, by: "w"),
      try Claim("〃, as if there were one", "-X'*(y - ŷ)", isGradientOf: whole, by: "w"),
      try Claim("half the sum of squares", "-X'*(y - ŷ)", isGradientOf: half, by: "w"),
    ]
  }

  private static func matrices() throws -> [Claim] {
    let shapes: [String: Shape] = [
      "X": [.symbol("n"), .symbol("m")], "Y": [.symbol("n"), 1], "W": [.symbol("m"), 1],
    ]
    let loss = try FormulaReader(shapes: shapes).read("let P = X*W; let R = Y - P; 1/n * sum(R.^2)")
    guard let W = loss.symbols["W"], let R = loss.symbols["R"] else { return [] }
    let slope = try loss.tensor.gradient(withRespectTo: [W])[W]
    let line = try read("let ŷ = X*w + b; mean((y - ŷ)^2)")
    guard let X = line.symbols["X"], let w = line.symbols["w"], let b = line.symbols["b"] else { return [] }
    let ones = Tensor(1).broadcast(to: [.batch, 1])
    return [
      try Claim("R = Y − P, product with the inputs", "-2/n * (X' * R)", isGradientOf: loss, by: "W"),
      try Claim(
        "〃, product with the weights", "∂L/∂W = -2/n * (W' * R)", slope,
        equals: -2 / Tensor.extent(.symbol("n")) * (W.transposed() • R)),
      try Claim(
        "bias as the weight of an input that is 1", "Xw + 𝟏 · b = Xw + b", X • w + ones • b[.newAxis],
        equals: X • w + b),
      try Claim(
        "〃, its gradient by the rule for weights", "-2/N * 𝟏' * (y - ŷ)", isGradientOf: line, by: "b"),
    ]
  }

  /// Three rows of two features, with w = (0, ½) and b = 5.
  private static func numbers() throws -> [Claim] {
    let loss = try read("let ŷ = X*w + b; mean((y - ŷ)^2)")
    let symbols = loss.symbols
    guard let X = symbols["X"], let y = symbols["y"], let w = symbols["w"], let b = symbols["b"] else {
      return []
    }
    let gradient = try loss.tensor.gradient(withRespectTo: [w, b])
    let program = try Program<Double>(computing: gradient.derivatives)
    let arrays = try program.run([X: [[1, 2], [3, 4], [5, 6]], y: [7, 8, 9], w: [0, 0.5], b: 5]).arrays
    let point = "X = [1 2; 3 4; 5 6], y = [7, 8, 9], w = [0, ½], b = 5"
    return [
      Claim(
        point, printed: "∂L/∂w = [−2.667, −11.333]", [-2.667, -11.333], digits: 0.001, arrays[0].elements),
      Claim("〃", printed: "∂L/∂w = [−6, −8]", [-6, -8], digits: 1e-9, arrays[0].elements),
      Claim("〃", printed: "∂L/∂b = −2", [-2], digits: 1e-9, arrays[1].elements),
    ]
  }

  /// (2, 4, 6) and (3, 6, 9) are multiples of (1, 2, 3).
  private static func directions() throws -> [Claim] {
    let vectors = [Tensor.constant([2, 4, 6]), Tensor.constant([3, 6, 9])]
    let units = try vectors.map { try ($0 / norm($0)).evaluate().elements }
    let lengths = try vectors.map { try norm($0).evaluate().elements[0] }
    let u = Tensor.input("u", shape: [3])
    func direction(_ vector: Tensor) -> Tensor { vector / norm(vector) }
    return [
      try Claim("double of a vector", "2u/‖2u‖ = u/‖u‖", direction(2 * u), equals: direction(u)),
      try Claim("triple of a vector", "3u/‖3u‖ = u/‖u‖", direction(3 * u), equals: direction(u)),
      Claim(
        "unit vector of (2, 4, 6)", printed: "[0.267, 0.535, 0.802]", [0.267, 0.535, 0.802], digits: 0.001,
        units[0]),
      Claim(
        "unit vector of (3, 6, 9)", printed: "[0.267, 0.535, 0.802]", [0.267, 0.535, 0.802], digits: 0.001,
        units[1]),
      Claim(
        "both as they stand", printed: "‖(2, 4, 6)‖ = ‖(3, 6, 9)‖ = 1", [1, 1], digits: 1e-9, lengths),
    ]
  }

  /// Derivatives of the logarithm of the moment generating function, (1 − p + p · exp(t))ⁿ, at t = 0.
  private static func binomial() throws -> [Claim] {
    let (n, p) = (Tensor.parameter("n", shape: []), Tensor.parameter("p", shape: []))
    let t = Tensor.parameter("t", shape: [])
    let cumulants = n * log(1 - p + p * exp(t))
    let first = try cumulants.gradient(withRespectTo: [t])[t]
    let second = try first.gradient(withRespectTo: [t])[t]
    let (mean, variance) = (first.substituting(0, for: t), second.substituting(0, for: t))
    return [
      try Claim("mean of a binomial distribution", "κ′(0) = n · p", mean, equals: n * p),
      try Claim("its variance", "κ″(0) = n · p · (1 − p)", variance, equals: n * p * (1 - p)),
      try Claim("its variance, a factor forgotten", "κ″(0) = n · p", variance, equals: n * p),
    ]
  }
}
