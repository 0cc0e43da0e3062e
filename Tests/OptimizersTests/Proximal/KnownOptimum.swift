import ChainRule
import Foundation
import Optimizers
import Testing

/// A convex fit whose optimum was found elsewhere, as an objective.
struct KnownOptimum: CustomTestStringConvertible {
  /// The parts of a file that the tests use.
  private struct File: Decodable {
    let settings: [Setting]
  }

  struct Setting: Decodable, Sendable {
    let id: String
    let model: String
    let features: [String]
    let target: String
    let lambda: Double
    let alpha: Double?
    let delta: Double?
    let classes: Int?
    let optimum_objective: Double
    let coefficients: Numbers
    let intercept: Numbers
  }

  /// A number, a vector or a matrix, as one row of numbers.
  struct Numbers: Decodable, Sendable {
    let elements: [Double]

    init(from decoder: any Decoder) throws {
      let box = try decoder.singleValueContainer()
      if let one = try? box.decode(Double.self) {
        elements = [one]
      } else if let row = try? box.decode([Double].self) {
        elements = row
      } else {
        elements = try box.decode([[Double]].self).flatMap(\.self)
      }
    }
  }

  let dataSet: String
  let setting: Setting

  var testDescription: String { setting.id }
  var isSparse: Bool {
    setting.model.hasSuffix("l1") || setting.model.hasSuffix("lasso") || setting.alpha != nil
  }

  /// Every setting of the files.
  static let all: [KnownOptimum] = ["diabetes", "breast_cancer", "iris"].flatMap { name in
    let file = try? JSONDecoder().decode(File.self, from: resource(name, "json"))
    return (file?.settings ?? []).map { KnownOptimum(dataSet: name, setting: $0) }
  }

  private static func resource(_ name: String, _ type: String) throws -> Data {
    guard let url = Bundle.module.url(forResource: name, withExtension: type) else {
      throw CocoaError(.fileNoSuchFile)
    }
    return try Data(contentsOf: url)
  }

  /// The rows of a file, by column.
  private func columns() throws -> [String: [Double]] {
    let text = String(decoding: try Self.resource(dataSet, "csv"), as: UTF8.self)
    let lines = text.split(whereSeparator: \.isNewline).map { $0.split(separator: ",") }
    return Dictionary(
      uniqueKeysWithValues: lines[0].enumerated().map { place, name in
        (String(name), lines.dropFirst().map { Double($0[place]) ?? .nan })
      })
  }

  private static func standardized(_ x: [Double]) -> [Double] {
    let mean = x.reduce(0, +) / Double(x.count)
    let deviation = (x.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(x.count)).squareRoot()
    return x.map { ($0 - mean) / (deviation == 0 ? 1 : deviation) }
  }

  /// The fit as an objective; the coefficients are its first parameter, and the intercept the second.
  func objective() throws -> Objective {
    let columns = try columns()
    let features = setting.features.map { Self.standardized(columns[$0] ?? []) }
    let target = columns[setting.target] ?? []
    let rows = target.indices.map { row in features.map { $0[row] } }
    let X = Tensor.input("X", shape: [.batch, .fixed(features.count)])
    if let classes = setting.classes {
      return try softmax(X, rows, target.map { Int($0) }, classes)
    }
    let y = Tensor.input("y", shape: [.batch])
    let w = Tensor.parameter("w", shape: [.fixed(features.count)])
    let b = Tensor.parameter("b", shape: [])
    let z = X • w + b
    let r = y - z
    let delta = setting.delta ?? 0
    let loss: Tensor =
      switch setting.model {
      case let name where name.hasPrefix("logistic"): mean(softplus(z) - y * z)
      case "huber": mean(select(abs(r) .<= delta, 0.5 * squared(r), delta * (abs(r) - 0.5 * delta)))
      case "poisson": mean(exp(z) - y * z)
      default: 0.5 * mean(squared(r))
      }
    return try Objective(
      loss, over: [w, b], penalties: [w: penalty], data: [X: try NDArray(rows: rows), y: NDArray(target)])
  }

  private func softmax(_ X: Tensor, _ rows: [[Double]], _ species: [Int], _ classes: Int) throws -> Objective
  {
    let Y = Tensor.input("Y", shape: [.batch, .fixed(classes)])
    let W = Tensor.parameter("W", shape: [.fixed(rows[0].count), .fixed(classes)])
    let b = Tensor.parameter("b", shape: [.fixed(classes)])
    let z = X • W + b
    let one = species.map { kind in (0..<classes).map { $0 == kind ? 1.0 : 0 } }
    return try Objective(
      mean(logSumExp(z, along: [1]) - sum(Y * z, along: [1])), over: [W, b], penalties: [W: penalty],
      data: [X: try NDArray(rows: rows), Y: try NDArray(rows: one)])
  }

  /// The files halve squares; penalties here do not.
  private var penalty: Penalty {
    let lambda = setting.lambda
    if let alpha = setting.alpha {
      let (magnitude, square) = (lambda * alpha, lambda * (1 - alpha) / 2)
      return .elasticNet(magnitude + square, mixing: magnitude / (magnitude + square))
    }
    return lambda == 0 ? .none : isSparse ? .lasso(lambda) : .ridge(lambda / 2)
  }
}
