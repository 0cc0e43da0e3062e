import ChainRule
import Foundation

/// The negative log-likelihood of classes, of XW + b or of a network with one hidden layer: W5, W6 and their variants.
struct SoftmaxLoss: Model {
  /// What the hidden layer does.
  enum Hidden: Sendable {
    case tanh, softplus
  }

  /// The hidden layer; nil for none.
  var hidden: Hidden?
  /// Whether every row has a weight.
  var isWeighted = false
  /// Whether the rows' losses are added up instead of averaged.
  var isSum = false
  /// Whether z is bounded by tanh before it is compared.
  var isBounded = false

  init(hidden: Hidden? = nil) { self.hidden = hidden }

  func completed<Scalar>(_ data: Dataset<Scalar>) throws -> Dataset<Scalar> {
    isWeighted ? try data.weighted() : data
  }

  func record<Scalar>(_ data: Dataset<Scalar>) throws -> Recorded {
    let X = Tensor.input("X", shape: [.batch, .fixed(data.features?.shape[1] ?? 0)])
    let y = Tensor.indices("y", shape: [.batch], below: 10)
    let v = Tensor.input("v", shape: [.batch])
    let names = hidden == nil ? ["W", "b"] : ["W1", "b1", "W2", "b2"]
    let parameters = zip(names, data.start).map { Tensor.parameter($0, shape: Shape($1.shape)) }
    var layer = X
    if let hidden {
      let inner = X • parameters[0] + parameters[1]
      layer = hidden == .tanh ? ChainRule.tanh(inner) : ChainRule.softplus(inner)
    }
    let outer = layer • parameters[parameters.count - 2] + parameters[parameters.count - 1]
    let z = isBounded ? ChainRule.tanh(outer) : outer
    let rows = logSumExp(z, along: 1) - gather(z, y, along: 1, batchAxes: 1)
    let weighted = isWeighted ? v * rows : rows
    return Recorded(
      loss: isSum ? sum(weighted) : mean(weighted), parameters: parameters, features: X, labels: y,
      rowWeights: isWeighted ? v : nil)
  }

  func plainLoss(_ data: Dataset<Double>, at point: [Double]) -> Double {
    let (X, y) = (data.features?.elements ?? [], data.labels?.elements ?? [])
    let v = data.rowWeights?.elements
    let width = X.count / y.count
    var total = 0.0
    for row in y.indices {
      var layer = Array(X[row * width..<(row + 1) * width])
      var offset = 0
      if let hidden {
        let count = data.start[1].count
        layer = Self.affine(layer, point, &offset, count).map {
          hidden == .tanh
            ? Foundation.tanh($0) : Swift.max($0, 0) + Foundation.log1p(Foundation.exp(-Swift.abs($0)))
        }
      }
      var z = Self.affine(layer, point, &offset, 10)
      if isBounded { z = z.map { Foundation.tanh($0) } }
      let greatest = z.max() ?? 0
      let likelihood = z.reduce(0) { $0 + Foundation.exp($1 - greatest) }
      total += (greatest + Foundation.log(likelihood) - z[y[row]]) * (v?[row] ?? 1)
    }
    return isSum ? total : total / Double(y.count)
  }

  /// xW + b, with W and b at `offset` of `point`, which moves on.
  private static func affine(
    _ x: [Double], _ point: [Double], _ offset: inout Int, _ count: Int
  ) -> [Double] {
    var result = Array(point[offset + x.count * count..<offset + (x.count + 1) * count])
    for (index, value) in x.enumerated() {
      for column in 0..<count { result[column] += value * point[offset + index * count + column] }
    }
    offset += (x.count + 1) * count
    return result
  }
}
