import ChainRule
import Testing

/// Losses to derive, with data for all of their leaves.
enum DerivedLosses {
  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    let loss: Tensor
    let variables: [Tensor]
    var testDescription: String { name }
  }

  static let X = Tensor.input("X", shape: [.batch, .symbol("m")])
  static let y = Tensor.input("y", shape: [.batch])
  static let Y = Tensor.input("Y", shape: [.batch, 2])
  static let w = Tensor.parameter("w", shape: [.symbol("m")])
  static let b = Tensor.parameter("b", shape: [])
  static let W = Tensor.parameter("W", shape: [.symbol("m"), 2])
  static let c = Tensor.parameter("c", shape: [2])
  static let A = Tensor.parameter("A", shape: [3, 3])
  static let x = Tensor.parameter("x", shape: [3])
  static let z = Tensor.input("z", shape: [3])
  static let λ = Tensor.parameter("λ", shape: [])
  static let leaves = [X, y, Y, w, b, W, c, A, x, z, λ]

  static var data: Bindings<Double> {
    var generator = SeededGenerator(seed: 5)
    let shapes: [[Int]] = [[4, 3], [4], [4, 2], [3], [], [3, 2], [2], [3, 3], [3], [3], []]
    let arrays = shapes.map { shape in
      NDArray<Double>.initialized(shape: shape) { target in
        for index in 0..<shape.reduce(1, *) { target[index] = 0.2 + generator.uniform() }
      }
    }
    return Bindings(zip(leaves, arrays))
  }

  static let rows: [Row] = {
    let ŷ = (X • w + b).named("ŷ")
    let η = X • w + b
    let p = sigmoid(η).named("p")
    let scores = X • W + c
    let hidden = tanh(X • W)
    return [
      Row(name: "squares", loss: mean(squared(y - X • w - b)), variables: [w, b]),
      Row(name: "squares, named", loss: mean(squared(ŷ - y)).named("loss"), variables: [w, b, ŷ]),
      Row(name: "mean squared error", loss: meanSquaredError(X • w + b, y), variables: [w, b]),
      Row(name: "squares by 1/N", loss: 1 / Tensor.extent(.batch) * sum(squared(y - X • w)), variables: [w]),
      Row(name: "ridge", loss: mean(squared(ŷ - y)) + λ * sum(squared(w)), variables: [w, b, λ]),
      Row(name: "lasso", loss: mean(squared(ŷ - y)) + λ * sum(abs(w)), variables: [w]),
      Row(name: "logistic", loss: -mean(y * log(p) + (1 - y) * log(1 - p)), variables: [w, b]),
      Row(name: "softplus", loss: mean(softplus(η) - y * η), variables: [w, b]),
      Row(name: "softmax", loss: -mean(sum(Y * logSoftmax(scores, along: 1), along: 1)), variables: [W, c]),
      Row(name: "Poisson", loss: mean(exp(η) - y * η), variables: [w, b]),
      Row(name: "hinge", loss: mean(relu(1 - y * η)), variables: [w, b]),
      Row(name: "quantile", loss: mean(maximum(0.9 * (y - η), -0.1 * (y - η))), variables: [w, b]),
      Row(name: "choice", loss: sum(select(x .> 0.7, squared(x), 3 * x)), variables: [x]),
      Row(name: "outputs", loss: mean(sum(squared(scores - Y), along: 1)), variables: [W, c]),
      Row(name: "quadratic form", loss: x • (A • x), variables: [x, A]),
      Row(name: "norm", loss: norm(A • x - z), variables: [x, A]),
      Row(name: "row times matrix", loss: sum(squared(x • A - z)), variables: [x, A]),
      Row(name: "log-sum-exp", loss: logSumExp(x), variables: [x]),
      Row(name: "twice used", loss: sum(exp(x) * sigmoid(exp(x)) + x), variables: [x]),
      Row(name: "two layers", loss: mean(squared(hidden • c + b - y)), variables: [W, c, b]),
      Row(name: "entropy", loss: -sum(x * log(x)), variables: [x]),
      Row(name: "trace", loss: sum(diagonal(A • A.transposed())), variables: [A]),
      Row(name: "log-determinant", loss: logDeterminant(A • A.transposed() + squared(A)), variables: [A]),
      Row(name: "slices", loss: x[0] * x[1] + sum(x[.range(1..<3)]), variables: [x]),
      Row(name: "columns", loss: sum(squared((X - mean(X, along: 0)) * w)), variables: [w]),
      Row(name: "ratio", loss: sum(x / (b + squared(x))) / b, variables: [x, b]),
    ]
  }()
}
