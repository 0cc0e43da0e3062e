import ChainRule
import Testing

/// The table in `docs/conventions.md`, row by row; `.ci/check-rules` holds both to the same names.
@Suite("Conventions")
struct ConventionTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    let point: Double
    /// Value, first and second derivative.
    let expected: [Double]
    let function: @Sendable (Tensor) -> Tensor
    var testDescription: String { name }

    init(
      _ name: String, at point: Double, _ expected: [Double],
      _ function: @escaping @Sendable (Tensor) -> Tensor
    ) {
      self.name = name
      self.point = point
      self.expected = expected
      self.function = function
    }
  }

  static let rows: [Row] = [
    Row("abs-0", at: 0, [0, 0, 0]) { x in abs(x) },
    Row("relu-0", at: 0, [0, 0, 0]) { x in relu(x) },
    Row("maximum-tie", at: 0, [0, 0.5, 0]) { x in maximum(x, 0) },
    Row("minimum-tie", at: 0, [0, 0.5, 0]) { x in minimum(x, 0) },
    Row("clamp-edge", at: 0, [0, 0.5, 0]) { x in clamp(x, 0, 1) },
    Row("sign-0", at: 0, [0, 0, 0]) { x in sign(x) },
    Row("floor-0", at: 0, [0, 0, 0]) { x in floor(x) },
    Row("ceil-0", at: 0, [0, 0, 0]) { x in ceil(x) },
    Row("round-half", at: 0.5, [0, 0, 0]) { x in round(x) },
    Row("comparison", at: 0, [0, 0, 0]) { x in (x .> 0) * x },
    Row("sqrt-0", at: 0, [0, .infinity, -.infinity]) { x in sqrt(x) },
    Row("log-0", at: 0, [-.infinity, .infinity, -.infinity]) { x in log(x) },
    Row("divide-0", at: 0, [.infinity, -.infinity, .infinity]) { x in 1 / x },
    Row("asin-1", at: 1, [.pi / 2, .infinity]) { x in asin(x) },
    Row("atan2-origin", at: 0, [0, .nan, .nan]) { x in atan2(x, 0) },
    Row("power-0-0", at: 0, [1, 0, 0]) { x in pow(x, 0) },
    Row("power-0-half", at: 0, [0, .infinity, -.infinity]) { x in pow(x, 0.5) },
    Row("power-0-1", at: 0, [0, 1, 0]) { x in pow(x, 1) },
    Row("power-0-2", at: 0, [0, 0, 2]) { x in pow(x, 2) },
    Row("power-0-tensor", at: 0, [0, 0, 2]) { x in pow(x, Tensor.constant(2) + 0) },
    Row("power-exponent-0", at: 2, [0, 0, 0]) { x in pow(0, x) },
    Row("power-exponent-negative", at: 2, [4, .nan, .nan]) { x in pow(-2, x) },
    Row("log-add-exp-equal", at: 0, [0.6931471805599453, 0.5, 0.25]) { x in logAddExp(x, 0) },
    Row("log-add-exp-infinite", at: -.infinity, [-.infinity, 0.5, 0]) { x in
      logAddExp(x, -Tensor(Double.infinity))
    },
    Row("norm-0", at: 0, [0, 0, 0]) { x in norm(x * Tensor.constant([1, 2])) },
    Row("deviation-0", at: 0, [0, 0, 0]) { x in standardDeviation(x * Tensor.constant([1, 1, 1]) + 0.1) },
    Row("variance-equal", at: 0, [0, 0, 0]) { x in variance(x * Tensor.constant([1, 1, 1]) + 0.1) },
    Row("select-sqrt", at: 0, [0, 0, 0]) { x in select(x .> 0, sqrt(x), 0) },
    Row("select-sinc", at: 0, [1, 0, 0]) { x in select(x .== 0, 1, sin(x) / x) },
    Row("select-log", at: 0, [0, 1, 0]) { x in select(x .> 0, log(x), x) },
    Row("select-norm", at: 0, [0, 0, 0]) { x in select(x .> 0, norm(log(x) * Tensor.constant([1, 2])), 0) },
    Row("select-product", at: 1, [3, 3, 0]) { x in
      sum(
        select(
          Tensor.constant([1, 0]),
          Tensor.constant([[1, 2], [1, 0]]) / Tensor.constant([[1, 1], [0, 1]])
            • (x * Tensor.constant([1, 1])), 0))
    },
    Row("slice-log", at: 0, [0, 1, -1]) { x in log(x + Tensor.constant([0, 1]))[1] },
    Row("maximum-log", at: 0, [-5, 0, 0]) { x in maximum(log(x), -5) },
    Row("zero-by-arithmetic", at: 0, [0, .nan, .nan]) { x in squared(sqrt(x)) },
    Row("product-zeros", at: 0, [0, 0, 4]) { x in
      product(x * Tensor.constant([1, 2]) + Tensor.constant([0, 0]))
    },
    Row("log-sum-exp-empty-weight", at: 0, [-.infinity, .nan, .nan]) { x in
      logSumExp(x * Tensor.constant([1, 2]) - Tensor(Double.infinity))
    },
    Row("log-gamma-pole", at: 0, [.infinity, .nan, .infinity]) { x in logGamma(x) },
    Row("sort-ties", at: 0, [0, 11, 0]) { x in
      sum(sorted(x * Tensor.constant([1, 1])) * Tensor.constant([1, 10]))
    },
    Row("stop-gradient", at: 3, [9, 3, 0]) { x in stopGradient(x) * x },
    Row("determinant-singular", at: 0, [0, 4, 0]) { x in
      determinant(Tensor.constant([[1, 2], [2, 4]]) + x * Tensor.constant([[1, 0], [0, 0]]))
    },
  ]

  @Test("Value and derivatives, in both modes, are those of the table", arguments: rows)
  func row(_ row: Row) throws {
    let x = Tensor.parameter("x", shape: [])
    let y = row.function(x)
    var (reverse, forward) = ([y], [y])
    for _ in row.expected.dropFirst() {
      reverse.append(try reverse[reverse.count - 1].gradient(withRespectTo: [x])[x])
      forward.append(try forward[forward.count - 1].jacobianVectorProduct(withRespectTo: [x], along: [1]))
    }
    for (name, tensors) in [("reverse", reverse), ("forward", forward)] {
      let arrays = try Program<Double>(computing: tensors + [x]).run([x: NDArray(row.point)]).arrays
      for (array, expected) in zip(arrays, row.expected) {
        let found = try array.scalar
        let isEqual =
          found == expected || (found.isNaN && expected.isNaN) || Swift.abs(found - expected) < 1e-15
        #expect(isEqual, "\(row.name), \(name): \(found), not \(expected)")
      }
    }
  }

  @Test("The least and the greatest share ties equally, in two axes as well")
  func ties() throws {
    let x = Tensor.parameter("x", shape: [2, 2])
    let gradient = try max(x).gradient(withRespectTo: [x])[x]
    #expect(try gradient.evaluate(at: [x: [[1, 1], [1, 0]]]).elements.map { $0 * 3 } == [1, 1, 1, 0])
    let least = try min(x).gradient(withRespectTo: [x])[x]
    #expect(try least.evaluate(at: [x: [[2, 2], [2, 2]]]) == NDArray(repeating: 0.25, shape: [2, 2]))
  }

  @Test("Cholesky takes the symmetric part, and has a symmetric derivative")
  func symmetricPart() throws {
    let x = Tensor.parameter("A", shape: [2, 2])
    let corner = cholesky(x)[1, 0]
    let gradient = try corner.gradient(withRespectTo: [x])[x]
    let arrays = try Program<Double>(computing: [corner, gradient]).run([x: [[1, 0], [0.5, 1]]]).arrays
    #expect(try Swift.abs(arrays[0].scalar - 0.25) < 1e-15)
    #expect(zip(arrays[1].elements, [-0.125, 0.5, 0.5, 0]).allSatisfy { Swift.abs($0 - $1) < 1e-15 })
  }
}
