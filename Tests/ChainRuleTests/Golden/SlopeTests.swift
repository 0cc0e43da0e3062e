import ChainRule
import Foundation
import Testing

/// Derivatives at extreme arguments, against those of arithmetic with 60 digits (`slopes.py`).
@Suite("Slopes at extreme arguments")
struct SlopeTests {
  struct Row: Sendable {
    let argument: Double
    let first: Double
    let second: Double
  }

  /// The rows of each function.
  static func table() throws -> [String: [Row]] {
    let url = try #require(Bundle.module.url(forResource: "slopes", withExtension: "txt"))
    var result: [String: [Row]] = [:]
    for line in try String(contentsOf: url, encoding: .utf8).split(separator: "\n") {
      let parts = line.split(separator: "\t")
      let numbers = try parts.dropFirst().map { try #require(Double(String($0))) }
      result[String(parts[0]), default: []].append(
        Row(argument: numbers[0], first: numbers[1], second: numbers[2]))
    }
    return result
  }

  private static func pair(_ x: Tensor, _ other: Double) -> Tensor {
    stack([x, Tensor(other).broadcast(to: x.node.shape)])
  }

  static let composed: [String: @Sendable (Tensor) -> Tensor] = [
    "1 / s": { 1 / $0 }, "s⁻²": { pow($0, -2) }, "3 / (1 + s)": { 3 / (1 + $0) },
    "log(1 / s)": { log(1 / $0) }, "exp(-1 / s)": { exp(-1 / $0) }, "-log σ(s)": { -log(sigmoid($0)) },
    "log(1 - σ(s))": { log(1 - sigmoid($0)) }, "log cosh(s)": { log(cosh($0)) },
    "log sech(s)": { log(sech($0)) }, "log exp(s)": { log(exp($0)) }, "log s²": { log(squared($0)) },
    "log s³": { log(pow($0, 3)) }, "-log softmax(s, 0)": { -log(softmax(pair($0, 0), along: 0)[0]) },
    "log softmax(0, s)": { log(softmax(pair($0, 0), along: 0))[1] }, "atan2(s, 1)": { atan2($0, 1) },
    "logaddexp(s, 1)": { logAddExp($0, 1) },
  ]

  /// Those that have no slope but 0 and 1.
  static let flat: Set<Elementwise> = [.abs, .sign, .floor, .ceil, .round, .relu]

  static func function(_ name: String) throws -> @Sendable (Tensor) -> Tensor {
    if let function = composed[name] { return function }
    let elementwise = try #require(Elementwise(rawValue: name), "\(name)")
    return { .recording(.elementwise(elementwise), [$0]) }
  }

  @Test("The table has every function of one number, and every composed one of the tests")
  func complete() throws {
    let elementwise = Elementwise.allCases.filter { !Self.flat.contains($0) }.map(\.rawValue)
    #expect(try Set(Self.table().keys) == Set(elementwise).union(Self.composed.keys))
  }

  @Test("First and second derivatives keep their digits at every size, in both modes and precisions")
  func slopes() throws {
    for (name, rows) in try Self.table() {
      let faults =
        try Self.faults(name, rows, digits: 1e-13, as: Double.self)
        + Self.faults(
          name, rows.filter { Double(Float($0.argument)) == $0.argument }, digits: 4e-5, as: Float.self)
      #expect(faults.isEmpty, "\(faults.joined(separator: "\n"))")
    }
  }

  @Test("An error in the last digits, an overflow and a lost number are found")
  func planted() throws {
    let rows = [Row(argument: 2, first: 3, second: 0), Row(argument: 1e300, first: 0, second: 0)]
    for (found, isFault) in [(3.0, false), (3 + 1e-11, true), (.infinity, true), (.nan, true)] {
      #expect((Self.fault(found, rows[0].first, 1e-13) != nil) == isFault)
    }
    #expect(Self.fault(1e-300, rows[1].first, 1e-13) != nil)
  }

  private static func faults<Scalar: TensorScalar>(
    _ name: String, _ rows: [Row], digits: Double, as scalar: Scalar.Type
  ) throws -> [String] {
    let x = Tensor.parameter("x", shape: [.fixed(rows.count)])
    let y = try function(name)(x)
    let ones = Tensor(1).broadcast(to: x.node.shape)
    let gradient = try sum(y).gradient(withRespectTo: [x])[x]
    let tangent = try y.jacobianVectorProduct(withRespectTo: [x], along: [ones])
    let derivatives = [
      ("reverse", gradient), ("forward", tangent),
      ("reverse over reverse", try sum(gradient).gradient(withRespectTo: [x])[x]),
      ("forward over reverse", try gradient.jacobianVectorProduct(withRespectTo: [x], along: [ones])),
      ("forward over forward", try tangent.jacobianVectorProduct(withRespectTo: [x], along: [ones])),
    ]
    let arguments = NDArray(rows.map { Scalar($0.argument) })
    let results = try Program<Scalar>(computing: derivatives.map(\.1) + [x]).run([x: arguments])
    var faults: [String] = []
    for (number, (mode, _)) in derivatives.enumerated() {
      for (row, found) in zip(rows, results.arrays[number].elements) {
        let expected = number < 2 ? row.first : row.second
        guard let fault = fault(found, Scalar(expected), digits) else { continue }
        faults.append("\(name) at \(row.argument), \(Scalar.self), \(mode): \(fault)")
      }
    }
    return faults
  }

  /// What is wrong with a number; a few of the least numbers that there are do not count.
  private static func fault<Scalar: TensorScalar>(
    _ found: Scalar, _ expected: Scalar, _ digits: Double
  ) -> String? {
    if found == expected { return nil }
    let tolerance = Scalar(digits) * expected.magnitude + 64 * Scalar.leastNonzeroMagnitude
    return expected.isFinite && (found - expected).magnitude <= tolerance
      ? nil : "\(found), not \(expected)"
  }
}
