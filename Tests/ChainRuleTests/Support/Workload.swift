import ChainRule
import Testing

/// The expressions that speed is measured on, for any number of rows; small ones have fewer features as well.
///
/// Each is a loss and its gradient, except where it says otherwise.
struct Workload: CustomTestStringConvertible, Sendable {
  let name: String
  let outputs: [Tensor]
  /// The leaves with the shape and range of their numbers.
  let leaves: [(tensor: Tensor, range: ClosedRange<Double>)]
  var indices: [(tensor: Tensor, below: Int)] = []
  /// Whether it is measured in single precision too.
  var isSingle = false
  /// The array that holds the rows, if there is one.
  let data: Tensor?

  var testDescription: String { name }

  func bindings<Scalar: TensorScalar>(rows: Int, _: Scalar.Type) throws -> Bindings<Scalar> {
    var generator = SeededGenerator(seed: 1)
    func lengths(_ tensor: Tensor) throws -> [Int] {
      try tensor.shape.extents.map { if case .fixed(let length) = $0 { length } else { rows } }
    }
    var bindings: Bindings<Scalar> = [:]
    for (tensor, range) in leaves {
      bindings[tensor] = try .initialized(shape: lengths(tensor)) { target in
        for position in try 0..<lengths(tensor).reduce(1, *) {
          target[position] = Scalar(
            range.lowerBound + (range.upperBound - range.lowerBound) * generator.uniform())
        }
      }
    }
    for (tensor, below) in indices {
      let shape = try lengths(tensor)
      let elements = (0..<shape.reduce(1, *)).map { _ in Int(generator.uniform() * Double(below)) }
      bindings.bind(try IndexArray(shape: shape, elements: elements), to: tensor)
    }
    return bindings
  }
}

extension Workload {
  private static func loss(
    _ name: String, _ loss: Tensor, in parameters: [Tensor], of data: [Tensor],
    indices: [(Tensor, below: Int)] = [], isSingle: Bool
  ) throws -> Workload {
    let gradient = try loss.gradient(withRespectTo: parameters)
    return Workload(
      name: name, outputs: [loss.named("loss")] + gradient.derivatives,
      leaves: (data + parameters).map { ($0, -1...1) }, indices: indices.map { ($0.0, $0.below) },
      isSingle: isSingle, data: data.first)
  }

  /// W1, W2, W3.
  static func linearRegression(features: Int) throws -> Workload {
    let (X, y) = (Tensor.input("X", shape: [.batch, .fixed(features)]), Tensor.input("y", shape: [.batch]))
    let (w, b) = (Tensor.parameter("w", shape: [.fixed(features)]), Tensor.parameter("b", shape: []))
    return try loss(
      "linear regression", mean(squared(X • w + b - y)), in: [w, b], of: [X, y], isSingle: true)
  }

  private static func logisticLoss(_ features: Int) -> (loss: Tensor, parameters: [Tensor], data: [Tensor]) {
    let (X, y) = (Tensor.input("X", shape: [.batch, .fixed(features)]), Tensor.input("y", shape: [.batch]))
    let (w, b) = (Tensor.parameter("w", shape: [.fixed(features)]), Tensor.parameter("b", shape: []))
    let z = X • w + b
    return (mean(softplus(z) - y * z), [w, b], [X, y])
  }

  /// W4, and W10 with one batch after the other.
  static func logisticRegression(features: Int) throws -> Workload {
    let (value, parameters, data) = logisticLoss(features)
    return try loss("logistic regression", value, in: parameters, of: data, isSingle: true)
  }

  /// W5.
  static func softmaxRegression(features: Int, classes: Int) throws -> Workload {
    let X = Tensor.input("X", shape: [.batch, .fixed(features)])
    let c = Tensor.indices("c", shape: [.batch], below: .fixed(classes))
    let W = Tensor.parameter("W", shape: [.fixed(features), .fixed(classes)])
    let b = Tensor.parameter("b", shape: [.fixed(classes)])
    return try crossEntropy("softmax regression", X • W + b, c, classes, in: [W, b], of: X)
  }

  /// W6.
  static func perceptron(features: Int, hidden: Int, classes: Int) throws -> Workload {
    let X = Tensor.input("X", shape: [.batch, .fixed(features)])
    let c = Tensor.indices("c", shape: [.batch], below: .fixed(classes))
    let W1 = Tensor.parameter("W1", shape: [.fixed(features), .fixed(hidden)])
    let b1 = Tensor.parameter("b1", shape: [.fixed(hidden)])
    let W2 = Tensor.parameter("W2", shape: [.fixed(hidden), .fixed(classes)])
    let b2 = Tensor.parameter("b2", shape: [.fixed(classes)])
    return try crossEntropy(
      "perceptron", tanh(X • W1 + b1) • W2 + b2, c, classes, in: [W1, b1, W2, b2], of: X)
  }

  private static func crossEntropy(
    _ name: String, _ scores: Tensor, _ c: Tensor, _ classes: Int, in parameters: [Tensor], of X: Tensor
  ) throws -> Workload {
    let value = mean(logSumExp(scores, along: [1]) - gather(scores, c, along: 1, batchAxes: 1))
    return try loss(name, value, in: parameters, of: [X], indices: [(c, classes)], isSingle: true)
  }

  /// W7, with the gradient in all its elements.
  static func elementwiseChain() throws -> Workload {
    let x = Tensor.input("x", shape: [.batch])
    let value = sum(exp(-squared(x)) * sin(x) + log1p(squared(x)))
    return try loss("elementwise chain", value, in: [], of: [x], isSingle: false).adding(
      value.gradient(withRespectTo: [x]).derivatives)
  }

  /// W8: 1000 operations on scalars.
  static func scalarChain() throws -> Workload {
    let (x, a, b) = (
      Tensor.parameter("x", shape: []), Tensor.parameter("a", shape: []), Tensor.parameter("b", shape: [])
    )
    var value = x
    for i in 0..<1000 { value = i.isMultiple(of: 2) ? value * a : value + b }
    return try loss("scalar chain", value, in: [x, a, b], of: [], isSingle: false)
  }

  /// W9.
  static func hessianProduct(features: Int) throws -> Workload {
    let (value, parameters, data) = logisticLoss(features)
    let v = try parameters.enumerated().map { try Tensor.input("v\($0)", shape: $1.shape) }
    let product = try value.hessianVectorProduct(
      withRespectTo: parameters, along: v)
    return Workload(
      name: "Hessian-vector product", outputs: product.derivatives,
      // The targets are in no second derivative.
      leaves: (data.prefix(1) + parameters + v).map { ($0, -1...1) }, data: data[0])
  }

  private func adding(_ more: [Tensor]) -> Workload {
    Workload(
      name: name, outputs: outputs + more, leaves: leaves, indices: indices, isSingle: isSingle, data: data)
  }

  /// All of them, with few features.
  static func small() throws -> [Workload] {
    try [
      linearRegression(features: 5), logisticRegression(features: 3),
      softmaxRegression(features: 7, classes: 4), perceptron(features: 6, hidden: 5, classes: 3),
      elementwiseChain(), scalarChain(), hessianProduct(features: 4),
    ]
  }
}
