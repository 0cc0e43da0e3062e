import ChainRule
import Testing

/// Every selection over every singular function: what is not read, or has direction or cotangent 0, does not matter.
@Suite("Selections of singular functions")
struct SingularSelectionTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let function: @Sendable (Tensor) -> Tensor
    var testDescription: String { name }

    init(_ name: String, _ function: @escaping @Sendable (Tensor) -> Tensor) {
      self.name = name
      self.function = function
    }
  }

  /// Not smooth at 0, smooth at 1 and 2.
  static let functions: [Case] = {
    let simple = [
      Case("root") { sqrt($0) }, Case("log") { log($0) }, Case("quotient") { 2 / $0 },
      Case("power") { pow($0, 0.5) }, Case("negative power") { pow($0, -1.5) },
      Case("log1p") { log1p($0 - 1) }, Case("arcsine") { asin(1 - 0.25 * $0) },
      Case("acosh") { acosh(1 + $0) }, Case("artanh") { atanh(1 - 0.25 * $0) },
      Case("logGamma") { logGamma($0) }, Case("root of a root") { sqrt(sqrt($0)) },
      Case("tensor power") { pow($0, 0.25 * $0 - 0.5) },
    ]
    let sums = [
      Case("sum") { sqrt($0) + log($0) }, Case("difference") { log($0) - 1 / $0 },
      Case("combination") { 2 * sqrt($0) - 3 * pow($0, 0.25) },
      Case("sum of three") { sqrt($0) + log($0) + $0 },
      Case("flipped twice") { sqrt(sqrt($0).flipped()).flipped() },
      Case("function of a sum") { exp(sqrt($0) + pow($0, 0.75)) },
    ]
    return simple + sums
  }()

  /// Whose value at 0 is not a number, so that no direction is 0 for it.
  static let undefined = [Case("product") { sqrt($0) * log($0) }, Case("quotient of both") { sqrt($0) / $0 }]

  /// Each reads the elements 1 and 2 of three, with different weights.
  static let selections: [Case] = [
    Case("slice") { sum($0[.range(1..<3)] * Tensor.constant([2, 3])) },
    Case("element") { $0[1] + 2 * $0[2] },
    Case("gather") { sum(gather($0, .indices([2, 1, 2]), along: 0)) },
    Case("select") { sum(select(Tensor.constant([0, 1, 1]), $0, 0)) },
    Case("flip") { sum($0.flipped()[.range(0..<2)] * Tensor.constant([2, 3])) },
    Case("reshape") { sum($0.reshaped(to: [3, 1])[.range(1..<3), .all] * 2) },
    Case("concatenation") { sum(concatenate([$0, $0], along: 0)[.range(4..<6)]) },
    Case("pad") { sum(pad($0, before: [1], after: [0])[.range(2..<4)]) },
    Case("roll") { sum($0.rolled(by: 1, along: 0)[0]) + $0[1] },
    Case("stack") { sum(stack([$0, $0 * 2], along: 1)[.range(1..<3), .all]) },
    Case("running sum") { sum(cumulativeSum($0.flipped(), along: 0)[1]) },
    Case("scatter") { scatterAdd($0, .indices([0, 1, 1]), along: 0, length: 2)[1] },
    Case("squares") { sum(squared($0[.range(1..<3)])) },
    Case("norm") { norm($0[.range(1..<3)]) },
    Case("diagonal") { sum(diagonal(diagonalMatrix($0))[.range(1..<3)]) },
  ]

  private func evaluate(_ tensor: Tensor, _ x: Tensor, _ first: Double) throws -> [Double] {
    try Program<Double>(computing: [tensor, x]).run([x: NDArray([first, 1, 2])]).arrays[0].elements
  }

  /// Whether what was found at 0 is what is found beside it, where all is smooth.
  private func expectEqual(_ found: [Double], _ expected: [Double], _ text: String) {
    #expect(
      zip(found, expected).allSatisfy { ($0 - $1).magnitude <= 1e-13 * Swift.max(1, $1.magnitude) },
      "\(text): \(found), not \(expected)")
  }

  @Test("Derivatives of what is read are those beside the singular point", arguments: functions + undefined)
  func derivatives(_ function: Case) throws {
    let x = Tensor.parameter("x", shape: [3])
    let (ones, direction) = (Tensor.constant([1, 1, 1]), Tensor.constant([0.5, 1, -1]))
    for selection in Self.selections {
      let loss = selection.function(function.function(x))
      let gradient = try loss.gradient(withRespectTo: [x])[x]
      let derivatives = [
        gradient, try loss.jacobianVectorProduct(withRespectTo: [x], along: [ones]),
        try loss.hessianVectorProduct(withRespectTo: [x], along: [direction])[x],
        try sum(gradient * direction).gradient(withRespectTo: [x])[x],
      ]
      for (number, tensor) in derivatives.enumerated() {
        expectEqual(
          try evaluate(tensor, x, 0), try evaluate(tensor, x, 0.5),
          "\(selection.name) of \(function.name), derivative \(number)")
      }
    }
  }

  @Test(
    "Zero directions and cotangents meet no infinity, and Jacobians have zeros beside it",
    arguments: functions)
  func zeros(_ function: Case) throws {
    let x = Tensor.parameter("x", shape: [3])
    let y = function.function(x)
    let direction = Tensor.constant([0, 1, -1])
    let read = y[.range(1..<3)]
    let tensors: [(String, Tensor)] = [
      ("tangent", try y.jacobianVectorProduct(withRespectTo: [x], along: [direction])),
      ("cotangent", try y.vectorJacobianProduct(of: direction, withRespectTo: [x])[x]),
      ("two rows", try read.jacobian(withRespectTo: x)),
      ("six rows", try concatenate([read, 2 * read, read], along: 0).jacobian(withRespectTo: x)),
      ("off the diagonal", try y.jacobian(withRespectTo: x)[.range(1..<3), .all]),
      ("beside the diagonal", try y.jacobian(withRespectTo: x)[0][.range(1..<3)]),
      (
        "a row of its own", try stack([sum(y), sum(read)]).jacobian(withRespectTo: x)[1]
      ),
      ("Hessian", try sum(y).hessian(withRespectTo: x)[.range(1..<3), .all]),
      ("beside the Hessian's diagonal", try sum(y).hessian(withRespectTo: x)[0][.range(1..<3)]),
    ]
    for (name, tensor) in tensors {
      expectEqual(try evaluate(tensor, x, 0), try evaluate(tensor, x, 0.5), "\(name) of \(function.name)")
    }
  }

  @Test("A poisoned number is found")
  func planted() throws {
    let x = Tensor.parameter("x", shape: [3])
    // Multiplied by 0 instead of not read.
    let slope = try sum(sqrt(x) * Tensor.constant([0, 1, 1])).gradient(withRespectTo: [x])[x]
    #expect(try evaluate(slope, x, 0)[0].isNaN)
  }
}
