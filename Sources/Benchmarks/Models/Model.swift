import ChainRule

/// A loss, once as a recorded expression and once as a plain loop that knows nothing of the library.
protocol Model: Sendable {
  /// Records the loss of data with such shapes.
  func record<Scalar>(_ data: Dataset<Scalar>) throws -> Recorded

  /// The loss at a point, all parameters in one row, computed without the library.
  func plainLoss(_ data: Dataset<Double>, at point: [Double]) -> Double

  /// The data with what this loss needs besides: weights of rows, a second head.
  func completed<Scalar>(_ data: Dataset<Scalar>) throws -> Dataset<Scalar>
}

extension Model {
  func completed<Scalar>(_ data: Dataset<Scalar>) throws -> Dataset<Scalar> { data }
}

/// A recorded loss, and which tensor stands for which array.
struct Recorded {
  let loss: Tensor
  /// In the order of the gradient.
  let parameters: [Tensor]
  var features: Tensor?
  var targets: Tensor?
  var labels: Tensor?
  var rowWeights: Tensor?

  /// The arrays of `data` for the tensors they belong to.
  func bindings<Scalar>(_ data: Dataset<Scalar>) -> Bindings<Scalar> {
    var bindings = rows(data)
    for (parameter, array) in zip(parameters, data.start) { bindings[parameter] = array }
    return bindings
  }

  /// The arrays that have rows.
  func rows<Scalar>(_ data: Dataset<Scalar>) -> Bindings<Scalar> {
    var bindings: Bindings<Scalar> = [:]
    if let features { bindings[features] = data.features }
    if let targets { bindings[targets] = data.targets }
    if let rowWeights { bindings[rowWeights] = data.rowWeights }
    if let labels, let integers = data.labels { bindings.bind(integers, to: labels) }
    return bindings
  }
}

extension Dataset {
  /// The data with a weight from [0.5, 1.5) for each row.
  func weighted() throws -> Dataset {
    var result = self
    result.rowWeights = try .uniform(in: 0.5..<1.5, shape: [rows], seed: 901)
    return result
  }
}
