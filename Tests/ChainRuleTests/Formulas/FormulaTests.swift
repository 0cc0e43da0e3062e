import ChainRule
import Testing

@Suite("Formulas")
struct FormulaTests {
  static let X = Tensor.input("X", shape: [.batch, .symbol("m")])
  static let y = Tensor.input("y", shape: [.batch])
  static let w = Tensor.parameter("w", shape: [.symbol("m")])
  static let b = Tensor.parameter("b", shape: [])
  static let prediction = (X • w + b).named("ŷ")

  @Test("Squared error has the textbook's gradients")
  func linearRegression() throws {
    let gradient = try mean(squared(Self.prediction - Self.y)).gradient(withRespectTo: [Self.w, Self.b])
    #expect(gradient[Self.w].formula.unicode == "2/N · Xᵀ(ŷ − y)")
    #expect(gradient[Self.b].formula.unicode == "2/N · Σ(ŷ − y)")
    #expect(gradient[Self.w].formula.latex == #"\frac{2}{N} X^{\top} (\hat{y} - y)"#)
    #expect(gradient[Self.b].formula.latex == #"\frac{2}{N} \sum (\hat{y} - y)"#)
  }

  @Test("In the residual form they carry the minus sign")
  func residualForm() throws {
    let gradient = try mean(squared(Self.y - Self.prediction)).gradient(withRespectTo: [Self.w, Self.b])
    #expect(gradient[Self.w].formula.unicode == "−2/N · Xᵀ(y − ŷ)")
    #expect(gradient[Self.b].formula.unicode == "−2/N · Σ(y − ŷ)")
    #expect(gradient[Self.w].formula.latex == #"-\frac{2}{N} X^{\top} (y - \hat{y})"#)
    #expect(gradient[Self.b].formula.latex == #"-\frac{2}{N} \sum (y - \hat{y})"#)
  }

  @Test("However the loss is written, the gradient is the same line")
  func spellings() throws {
    let residual = Self.prediction - Self.y
    let losses = [
      mean(residual * residual), sum(squared(residual)) / Tensor.extent(.batch), mean(pow(residual, 2)),
      meanSquaredError(Self.prediction, Self.y), (residual • residual) / Tensor.extent(.batch),
    ]
    for loss in losses {
      let gradient = try loss.gradient(withRespectTo: [Self.w])
      #expect(gradient[Self.w].formula.unicode == "2/N · Xᵀ(ŷ − y)")
    }
  }

  @Test("Other models print their textbook forms")
  func models() throws {
    let (X, y, w) = (Self.X, Self.y, Self.w)
    let strength = Tensor.parameter("λ", shape: [])
    let z = (X • w + Self.b).named("z")
    let V = Tensor.parameter("V", shape: [3, 3])
    let u = Tensor.parameter("u", shape: [3])
    let targets = Tensor.input("Y", shape: [.batch, 3])
    let W = Tensor.parameter("W", shape: [.symbol("m"), 3])
    let outputs = (X • W).named("Ŷ")
    func formula(_ loss: Tensor, _ variable: Tensor) throws -> String {
      try loss.gradient(withRespectTo: [variable])[variable].formula.unicode
    }
    let ridge = mean(squared(Self.prediction - y)) + strength * sum(squared(w))
    #expect(try formula(ridge, w) == "2/N · Xᵀ(ŷ − y) + 2λ · w")
    #expect(try formula(mean(softplus(z) - y * z), w) == "1/N · Xᵀ(σ(z) − y)")
    #expect(try formula(mean(softplus(z) - y * z), Self.b) == "1/N · Σ(σ(z) − y)")
    #expect(try formula(mean(exp(z) - y * z), w) == "1/N · Xᵀ(exp(z) − y)")
    let r = Tensor.input("r", shape: [.batch])
    let huber = mean(select(abs(r) .<= 1, 0.5 * squared(r), abs(r) - 0.5))
    #expect(
      try formula(huber, r)
        == "1/N · ([|r| ≤ 1] ⊙ r + [|r| > 1] ⊙ sign(r))")
    #expect(try formula(u • (V • u), u) == "(V + Vᵀ) u")
    #expect(try formula(u • (V • u), V) == "uuᵀ")
    #expect(try formula(sum(squared(u)), u) == "2u")
    #expect(try formula(mean(squared(outputs - targets)), W) == "2/(3N) · Xᵀ(Ŷ − Y)")
    #expect(try formula(sum(u), u) == "𝟏")
    #expect(try formula(mean(X • w), w) == "1/N · Xᵀ𝟏")
    #expect(try formula(sum(abs(u)), u) == "sign(u)")
  }

  @Test("Traces and rows of one-hot vectors have names of their own, and only they")
  func tracesAndOneHot() {
    let A = Tensor.parameter("A", shape: [3, 3])
    let t = Tensor.indices("t", shape: [.batch], below: 3)
    let pairs = Tensor.indices("k", shape: [.batch, 2], below: 3)
    let ones = Tensor(1).broadcast(to: [.batch, 2])
    #expect(trace(A).formula.unicode == "tr(A)")
    #expect(trace(A • A).formula.latex == #"\operatorname{tr}(A A)"#)
    #expect(sum(diagonalMatrix(A[0], rows: 3, columns: 4)).formula.unicode == "Σdiag(A[0, :], 3, 4)")
    #expect(oneHot(t, count: 3).formula.unicode == "onehot(t)")
    #expect(
      scatterAdd(ones, pairs, along: 1, length: 3, batchAxes: 1).formula.unicode == "scatter₁(𝟏, k)")
  }

  @Test("LaTeX names are set as symbols or upright words, and nothing in them is taken for a command")
  func latexNames() {
    let cases: [(String, String)] = [
      ("ŷ", #"\hat{y}"#), ("y\u{302}", #"\hat{y}"#), ("λ", #"\lambda"#), ("w₁₂", "w_{12}"),
      ("rate", #"\mathrm{rate}"#), ("a_b%", #"\mathrm{a\_b\%}"#), ("θ̂", #"\hat{\theta}"#),
      (#"\input{x}"#, #"\mathrm{\backslash{}input\{x\}}"#), ("x̄", #"\bar{x}"#),
    ]
    for (name, expected) in cases {
      #expect(Tensor.parameter(name, shape: [2]).formula.latex == expected)
    }
  }

  @Test("What grows too long is told in parts, with names that both styles can set")
  func definitions() {
    var long = Tensor.parameter("x", shape: [])
    for _ in 0..<60 { long = sin(long) + exp(long) }
    let formula = long.formula
    #expect(formula.unicode.contains(", where t₁ = ") && formula.unicode.contains("t₂ = "))
    #expect(formula.latex.contains("\\text{where } t_{1} = ") && !formula.latex.contains("mathrm"))
  }

  @Test("Division states what it assumed")
  func conditions() {
    let x = Tensor.parameter("x", shape: [3])
    #expect((x / x).formula.unicode == "𝟏")
    #expect((x / x).formula.conditions == ["x ≠ 0"])
    #expect((x * x).formula.conditions.isEmpty)
    #expect((x * Tensor.extent(.batch) / Tensor.extent(.batch)).formula.conditions.isEmpty)
  }

  @Test("Brackets stand where the reading would change without them, and nowhere else")
  func brackets() {
    let a = Tensor.parameter("a", shape: [2])
    let c = Tensor.parameter("c", shape: [2])
    let s = Tensor.parameter("s", shape: [])
    let cases: [(Tensor, String)] = [
      (a - (c + a * c), "a − c − a ⊙ c"), (s * (a + c), "s · (a + c)"), (squared(a + c), "(a + c)²"),
      (-(a - c), "c − a"), (exp(-a), "exp(−a)"), (a / (c * a), "1 / c"), (pow(a, -1), "1 / a"),
      (pow(a, 0.5), "a^(0.5)"), (sqrt(a + c), "√(a + c)"), (sum(a) * sum(c), "(Σa) · Σc"),
      (maximum(a, c), "max(a, c)"), (select(a .> 0, a, c), "select([a > 0], a, c)"),
      (select(a .> 0, a, 0), "[a > 0] ⊙ a"), (a - 2 * c + 3 * c, "a + c"), (a - a, "𝟎"), (2 * s * s, "2s²"),
    ]
    for (tensor, expected) in cases { #expect(tensor.formula.unicode == expected) }
  }
}
