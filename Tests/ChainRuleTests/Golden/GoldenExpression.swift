import ChainRule
import Foundation
import Testing

/// One case of `expressions.json`, as tensors and arrays.
struct GoldenExpression: CustomTestStringConvertible {
  let testDescription: String
  let inputs: [Tensor]
  let point: [NDArray<Double>]
  let direction: [NDArray<Double>]
  let value: NDArray<Double>
  let cotangent: NDArray<Double>
  let gradient: [NDArray<Double>]
  let hessianVectorProduct: [NDArray<Double>]
  let jacobianVectorProduct: NDArray<Double>
  let tensor: Tensor
  let operations: [String]

  struct Malformed: Error {
    let text: String
  }

  static func all() throws -> [GoldenExpression] {
    guard let url = Bundle.module.url(forResource: "expressions", withExtension: "json") else {
      throw Malformed(text: "expressions.json is not among the resources of the tests")
    }
    let file = try JSONDecoder().decode(File.self, from: Data(contentsOf: url))
    return try file.cases.map(GoldenExpression.init)
  }

  private init(_ source: File.Case) throws {
    testDescription = "\(source.id): \(source.ops.joined(separator: " "))"
    operations = source.ops
    let names = source.inputs.map(\.name)
    inputs = source.inputs.map { Tensor.parameter($0.name, shape: Shape($0.shape)) }
    point = try source.inputs.map { try NDArray(shape: $0.shape, elements: $0.data) }
    func arrays(_ values: [String: File.Array]) throws -> [NDArray<Double>] {
      try names.map { name in
        guard let array = values[name] else { throw Malformed(text: "\(source.id) has no \(name)") }
        return try array.array
      }
    }
    direction = try arrays(source.direction)
    gradient = try arrays(source.gradient)
    hessianVectorProduct = try arrays(source.hvp)
    value = try source.value.array
    cotangent = try source.cotangent.array
    jacobianVectorProduct = try source.jvp.array
    var known = Dictionary(uniqueKeysWithValues: zip(names, inputs))
    for shared in source.shared ?? [] { known["shared " + shared.name] = try shared.expr.tensor(known) }
    tensor = try source.expr.tensor(known)
  }

  /// The file as it stands.
  struct File: Decodable {
    let cases: [Case]

    struct Case: Decodable {
      let id: String
      let ops: [String]
      let inputs: [Input]
      let shared: [Shared]?
      let expr: GoldenNode
      let value: Array
      let cotangent: Array
      let gradient: [String: Array]
      let direction: [String: Array]
      let hvp: [String: Array]
      let jvp: Array
    }

    struct Input: Decodable {
      let name: String
      let shape: [Int]
      let data: [Double]
    }

    struct Shared: Decodable {
      let name: String
      let expr: GoldenNode
    }

    struct Array: Decodable {
      let shape: [Int]
      let data: [Double]

      var array: NDArray<Double> {
        get throws { try NDArray(shape: shape, elements: data) }
      }
    }
  }
}
