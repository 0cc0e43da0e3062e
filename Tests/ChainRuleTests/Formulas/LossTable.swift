import ChainRule

/// Losses with the gradients that books print.
enum LossTable {
  private static let X = Tensor.input("X", shape: [.batch, .symbol("m")])
  private static let y = Tensor.input("y", shape: [.batch])
  private static let Y = Tensor.input("Y", shape: [.batch, 3])
  private static let Z = Tensor.input("Z", shape: [4, .symbol("m")])
  private static let v = Tensor.input("v", shape: [.batch])
  private static let t = Tensor.input("t", shape: [3])
  private static let w = Tensor.parameter("w", shape: [.symbol("m")])
  private static let u = Tensor.parameter("u", shape: [.symbol("m")])
  private static let W = Tensor.parameter("W", shape: [.symbol("m"), 3])
  private static let A = Tensor.parameter("A", shape: [3, 3])
  private static let B = Tensor.parameter("B", shape: [3, 3])
  private static let x = Tensor.parameter("x", shape: [3])
  private static let z = Tensor.parameter("z", shape: [3])
  private static let c = Tensor.parameter("c", shape: [3])
  private static let b = Tensor.parameter("b", shape: [])
  private static let s = Tensor.parameter("s", shape: [])
  private static let λ = Tensor.parameter("λ", shape: [])
  private static let μ = Tensor.parameter("μ", shape: [])
  private static let N = Tensor.extent(.batch)
  private static let classes = Tensor.indices([2, 0, 1, 1])
  static let leaves = [X, y, Y, Z, v, t, w, u, W, A, B, x, z, c, b, s, λ, μ]

  static var data: Bindings<Double> {
    var generator = SeededGenerator(seed: 11)
    let shapes: [[Int]] = [
      [4, 2], [4], [4, 3], [4, 2], [4], [3], [2], [2], [2, 3], [3, 3], [3, 3], [3], [3], [3], [], [], [], [],
    ]
    let arrays = shapes.map { shape in
      NDArray<Double>.initialized(shape: shape) { target in
        for index in 0..<shape.reduce(1, *) { target[index] = 0.2 + generator.uniform() }
      }
    }
    return Bindings(zip(leaves, arrays))
  }

  static let rows: [LossFormulaTests.Row] = regressions + classifications + likelihoods + matrices

  private static let regressions: [LossFormulaTests.Row] = {
    let ŷ = (X • w + b).named("ŷ")
    let squares = mean(squared(ŷ - y))
    let r = y - X • w
    return [
      row("squares", mean(squared(X • w + b - y)), w, "2/N · Xᵀ(Xw + b − y)", "2/N · XᵀX"),
      row("squares, intercept", mean(squared(X • w + b - y)), b, "2/N · Σ(Xw + b − y)", "2"),
      row("ridge", squares + λ * sum(squared(w)), w, "2/N · Xᵀ(ŷ − y) + 2λ · w"),
      row("ridge by the norm", squares + λ * squared(norm(w)), w, "2/N · Xᵀ(ŷ − y) + 2λ · w"),
      row("ridge, halved", 0.5 * squares + 0.5 * λ * sum(squared(w)), w, "1/N · Xᵀ(ŷ − y) + λ · w"),
      row("lasso", squares + λ * sum(abs(w)), w, "2/N · Xᵀ(ŷ − y) + λ · sign(w)"),
      row("absolute error", mean(abs(ŷ - y)), w, "1/N · Xᵀsign(ŷ − y)"),
      row(
        "quantile", mean(maximum(0.9 * r, -0.1 * r)), w,
        "1/N · Xᵀ(0.1 · [y − Xw < 0] − 0.9 · [y − Xw > 0] − 0.4 · [y − Xw = 0])"),
      row("weighted squares", sum(v * squared(X • w - y)), w, "2 · Xᵀ(v ⊙ (Xw − y))", "2 · Xᵀdiag(v) X"),
      row("log-cosh", mean(log(cosh(X • w - y))), w, "1/N · Xᵀtanh(Xw − y)"),
      row("several outputs", mean(sum(squared(X • W - Y), along: [1])), W, "2/N · Xᵀ(XW − Y)"),
      row("norm", norm(A • x - c), x, "Aᵀ(Ax − c) / ‖Ax − c‖"),
      row("norm, squared", squared(norm(A • x - c)), x, "2 · Aᵀ(Ax − c)"),
    ]
  }()

  private static let classifications: [LossFormulaTests.Row] = {
    let η = (X • w + b).named("η")
    let p = sigmoid(η).named("p")
    let q = sigmoid(X • w)
    return [
      row(
        "logistic by p", mean(-y * log(p) - (1 - y) * log(1 - p)), w, "1/N · Xᵀ(p − y)",
        "1/N · Xᵀdiag(σ′(η)) X"),
      row("logistic by p, intercept", mean(-y * log(p) - (1 - y) * log(1 - p)), b, "1/N · Σ(p − y)"),
      row(
        "logistic by σ", -mean(y * log(q) + (1 - y) * log(1 - q)), w, "1/N · Xᵀ(σ(Xw) − y)",
        "1/N · Xᵀdiag(σ′(Xw)) X"),
      row(
        "logistic by σ(−η)", -mean(y * log(sigmoid(η)) + (1 - y) * log(sigmoid(-η))), w,
        "1/N · Xᵀ(σ(η) − y)"),
      row(
        "logistic by softplus", mean(softplus(η) - y * η), w, "1/N · Xᵀ(σ(η) − y)", "1/N · Xᵀdiag(σ′(η)) X"),
      row(
        "logistic with classes ±1", mean(log(1 + exp(-y * (X • w)))), w,
        "−1/N · Xᵀ(σ(−y ⊙ Xw) ⊙ y)"),
      row("hinge", mean(relu(1 - y * (X • w))), w, "−1/N · Xᵀ([1 − y ⊙ Xw > 0] ⊙ y)"),
      row(
        "cross-entropy", -sum(t * log(softmax(x))), x, "softmax(x) · Σt − t",
        "(Σt) · (diag(softmax(x)) − softmax(x) softmax(x)ᵀ)"),
      row(
        "cross-entropy of one class", -log(softmax(x)[1]), x, "softmax(x) − onehot(1, 3)",
        "diag(softmax(x)) − softmax(x) softmax(x)ᵀ"),
      row(
        "cross-entropy by rows", -mean(sum(Y * log(softmax(X • W, along: 1)), along: 1)), W,
        "1/N · Xᵀ(softmax₁(XW) ⊙ Σ₁Y − Y)"),
      row(
        "cross-entropy of classes",
        -mean(sum(oneHot(classes, count: 3) * logSoftmax(Z • W, along: 1), along: 1)), W,
        "1/4 · Zᵀ(softmax₁(ZW) − onehot((2, 0, 1, 1)))"),
      row("entropy", -sum(x * log(x)), x, "−(1 + log(x))"),
      row("cross-entropy by log softmax", -sum(t * logSoftmax(x)), x, "softmax(x) · Σt − t"),
      row(
        "softmax regression", mean(logSumExp(X • W, along: [1]) - sum(Y * (X • W), along: [1])), W,
        "1/N · Xᵀ(softmax₁(XW) − Y)"),
      row("log-sum-exp", logSumExp(x), x, "softmax(x)", "diag(softmax(x)) − softmax(x) softmax(x)ᵀ"),
      row(
        "log-sum-exp, written out", log(sum(exp(x))), x, "softmax(x)",
        "diag(softmax(x)) − softmax(x) softmax(x)ᵀ"),
    ]
  }()

  private static let likelihoods: [LossFormulaTests.Row] = {
    let rate = X • w + b
    return [
      row("Poisson", mean(exp(X • w) - y * (X • w)), w, "1/N · Xᵀ(exp(Xw) − y)", "1/N · Xᵀdiag(exp(Xw)) X"),
      row("Poisson with bias", mean(exp(rate) - y * rate), b, "1/N · Σ(exp(Xw + b) − y)"),
      row("Poisson by log", mean(exp(X • w) - y * log(exp(X • w))), w, "1/N · Xᵀ(exp(Xw) − y)"),
      row(
        "Gaussian in s = log σ²", sum(0.5 * s + squared(y - μ) / (2 * exp(s))), s,
        "0.5N − 1/2 · Σ(y − μ)²/exp(s)"),
      row("Gaussian in μ", sum(0.5 * s + squared(y - μ) / (2 * exp(s))), μ, "−Σ(y − μ)/exp(s)", "N/exp(s)"),
      row(
        "heteroscedastic", mean(0.5 * (X • u) + squared(y - X • w) / (2 * exp(X • u))), u,
        "0.5/N · Xᵀ(𝟏 − (y − Xw)² / exp(Xu))"),
      row("Student t", mean(log(1 + squared(y - μ) / s)), μ, "−2/N · Σ((y − μ) / (s + (y − μ)²))"),
      row("Kullback–Leibler", sum(x * log(x / z)), z, "−x / z"),
      row("polynomial", sum(1 + 2 * x - 3 * pow(x, 3) + squared(x)), x, "2 + 2x − 9x²", "diag(2 − 18x)"),
    ]
  }()

  private static let matrices: [LossFormulaTests.Row] = [
    row("quadratic form", x • (A • x), x, "(A + Aᵀ) x", "A + Aᵀ"),
    row("quadratic form in A", x • (A • x), A, "xxᵀ"),
    row("xᵀAᵀBx", x • (A.transposed() • (B • x)), A, "Bx xᵀ"),
    row(
      "Gaussian process", 0.5 * (x • solve(A, x)) + 0.5 * logDeterminant(A), A, "0.5 · (A⁻ᵀ − A⁻ᵀx xᵀA⁻ᵀ)"),
    row(
      "Gaussian process, noise", 0.5 * (x • solve(A + λ * I, x)) + 0.5 * logDeterminant(A + λ * I), λ,
      "0.5 · (tr((A + λ · I)⁻¹) − ((A + λ · I)⁻¹ x)ᵀ(A + λ · I)⁻ᵀx)"),
    row("tr(AB)", trace(A • B), A, "Bᵀ"),
    row("tr(BᵀAB)", trace(B.transposed() • (A • B)), B, "(A + Aᵀ) B"),
    row(
      "cosine distance", 1 - x • z / (norm(x) * norm(z)), x,
      "(xᵀz · x / ‖x‖³ − z / ‖x‖) / ‖z‖"),
    row(
      "triplet", relu(squared(norm(x - z)) - squared(norm(x - c)) + 1), x,
      "2 · [‖x − z‖² + 1 − ‖x − c‖² > 0] · (c − z)"),
  ]

  private static let I = diagonalMatrix(Tensor(1).broadcast(to: [3]))

  private static func row(
    _ name: String, _ loss: Tensor, _ variable: Tensor, _ gradient: String, _ hessian: String? = nil
  ) -> LossFormulaTests.Row {
    LossFormulaTests.Row(name: name, loss: loss, variable: variable, gradient: gradient, hessian: hessian)
  }
}
