import ChainRule

/// The loss of Xw + b, or of several such predictions of one X: W1–W4, W9, W10 and their variants.
struct LinearLoss: Model {
  /// The loss of each head; each has coefficients of its own.
  var heads: [RowLoss]
  /// Whether every row has a weight.
  var isWeighted = false
  /// Whether the rows' losses are added up instead of averaged.
  var isSum = false
  /// Whether the features are ½X + ¼X² instead of X.
  var isTransformed = false

  init(_ heads: RowLoss...) { self.heads = heads }

  func completed<Scalar>(_ data: Dataset<Scalar>) throws -> Dataset<Scalar> {
    var data = isWeighted ? try data.weighted() : data
    data.start = heads.flatMap { _ in data.start }
    return data
  }

  func record<Scalar>(_ data: Dataset<Scalar>) throws -> Recorded {
    let count = data.features?.shape[1] ?? 0
    let X = Tensor.input("X", shape: [.batch, .fixed(count)])
    let y = Tensor.input("y", shape: [.batch])
    let v = Tensor.input("v", shape: [.batch])
    let features = isTransformed ? 0.5 * X + 0.25 * squared(X) : X
    var parameters: [Tensor] = []
    var loss: Tensor?
    for (index, head) in heads.enumerated() {
      let w = Tensor.parameter("w\(index)", shape: [.fixed(count)])
      let b = Tensor.parameter("b\(index)", shape: [])
      parameters += [w, b]
      let rows = head.expression(features • w + b, y)
      let weighted = isWeighted ? v * rows : rows
      let part = isSum ? sum(weighted) : mean(weighted)
      loss = loss.map { $0 + part } ?? part
    }
    return Recorded(
      loss: loss ?? 0, parameters: parameters, features: X, targets: y, rowWeights: isWeighted ? v : nil)
  }

  func plainLoss(_ data: Dataset<Double>, at point: [Double]) -> Double {
    let (X, y) = (data.features?.elements ?? [], data.targets?.elements ?? [])
    let v = data.rowWeights?.elements
    let count = X.count / y.count
    var total = 0.0
    for row in y.indices {
      for (index, head) in heads.enumerated() {
        let offset = index * (count + 1)
        var z = point[offset + count]
        for column in 0..<count {
          let x = X[row * count + column]
          z += (isTransformed ? 0.5 * x + 0.25 * x * x : x) * point[offset + column]
        }
        total += head.plain(z, y[row]) * (v?[row] ?? 1)
      }
    }
    return isSum ? total : total / Double(y.count)
  }
}
