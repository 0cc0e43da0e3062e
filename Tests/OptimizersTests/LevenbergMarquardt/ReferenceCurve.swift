import ChainRule
import Foundation
import Optimizers

/// A nonlinear regression with an answer certified elsewhere.
struct ReferenceCurve {
  private struct Answer: Decodable {
    let columns: [String]
    let response: String
    let model_tree: ModelTree
    let parameters: [String]
    let start1: [Double]
    let start2: [Double]
    let high_precision_parameters: [String]
    let high_precision_residual_sum_of_squares: String
  }

  let objective: Objective
  let starts: [[Double]]
  let coefficients: [Double]
  let residualSumOfSquares: Double
  let rows: Int

  /// Reads a set such as `Thurber` from the resources of the tests.
  init(_ name: String) throws {
    func content(_ type: String) throws -> Data {
      guard let file = Bundle.module.url(forResource: name, withExtension: type) else {
        throw CocoaError(.fileNoSuchFile)
      }
      return try Data(contentsOf: file)
    }
    let answer = try JSONDecoder().decode(Answer.self, from: content("json"))
    let lines = String(decoding: try content("csv"), as: UTF8.self).split(separator: "\n").dropFirst()
    let table = lines.map { $0.split(separator: ",").map { Double($0) ?? .nan } }
    var (named, data) = ([String: Tensor](), Bindings<Double>([]))
    for (place, column) in answer.columns.enumerated() {
      let input = Tensor.input(column, shape: [.batch])
      named[column] = input
      data[input] = NDArray(table.map { $0[place] })
    }
    let parameters = answer.parameters.map { Tensor.parameter($0, shape: []) }
    for (name, parameter) in zip(answer.parameters, parameters) { named[name] = parameter }
    // The response is a column, or a function of one, such as log[y].
    let text = answer.response
    let column = answer.columns.first { text == $0 || text.hasSuffix("(\($0))") } ?? ""
    let response = try text == column ? ModelTree.column(column, named) : log(ModelTree.column(column, named))
    objective = try Objective(
      mean(squared(response - answer.model_tree.tensor(named))), over: parameters, data: data)
    starts = [answer.start1, answer.start2]
    coefficients = answer.high_precision_parameters.map { Double($0) ?? .nan }
    residualSumOfSquares = Double(answer.high_precision_residual_sum_of_squares) ?? .nan
    rows = table.count
  }

  /// Fits from one of the starts.
  func fit(_ start: Int, using method: LevenbergMarquardt = .levenbergMarquardt()) throws
    -> Optimizers.Solution
  {
    try minimize(
      objective, from: starts[start].map { NDArray($0) }, using: method,
      until: StoppingRule(maximumIterations: 2000))
  }
}

extension ModelTree {
  /// A column of the data.
  static func column(_ name: String, _ named: [String: Tensor]) throws -> Tensor {
    guard let tensor = named[name] else { throw Unknown(op: "column \(name)") }
    return tensor
  }
}
