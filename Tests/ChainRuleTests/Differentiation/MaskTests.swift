import ChainRule
import Testing

/// What an operation does not read, or does not choose, has derivative 0, however infinite it is.
@Suite("Masks")
struct MaskTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let point: [Double]
    let expected: [Double]
    let loss: @Sendable (Tensor) -> Tensor
    var testDescription: String { name }

    init(
      _ name: String, at point: [Double] = [0, 1, 2], _ expected: [Double] = [0, 1, 0.5],
      _ loss: @escaping @Sendable (Tensor) -> Tensor
    ) {
      self.name = name
      self.point = point
      self.expected = expected
      self.loss = loss
    }
  }

  /// log is −∞ at 0, with slope ∞; the rows of `columns` are log x and twice that.
  private static func columns(_ x: Tensor) -> Tensor {
    log(x).insertingAxis(at: 1) * Tensor.constant([1, 2])
  }
  private static func square(_ x: Tensor) -> Tensor {
    log(x.insertingAxis(at: 0) * Tensor.constant([[1], [0]]))
  }

  static let cases: [Case] = [
    Case("slice") { sum(log($0)[.range(1..<3)]) },
    Case("slice with steps", [0, 1, 0]) { sum(log($0)[.range(1..<3, by: 2)]) },
    Case("slices that meet", [0, 2, 0.5]) { x in
      let y = log(x)
      return sum(y[.range(1..<3)]) + y[1]
    },
    Case("slice through a sum along another axis", [0, 3, 1.5]) {
      sum(sum(columns($0), along: [1])[.range(1..<3)])
    },
    Case("gather", [0, 1, 1]) { sum(gather(log($0), .indices([1, 2, 2]), along: 0)) },
    Case("gather of rows", [0, 3, 1.5]) { sum(gather(columns($0), .indices([1, 2]), along: 0)) },
    Case("maximum") { sum(maximum(log($0), -5)) },
    Case("maximum, of the second", [0, 1, 0.5]) { sum(maximum(-5, log($0))) },
    Case("minimum", [0, -1, -0.25]) { sum(minimum(1 / $0, 5)) },
    Case("clamp", [0, -1, -0.25]) { sum(clamp(1 / $0, -10, 10)) },
    Case("relu", [0, 0, 0.5]) { sum(relu(log($0))) },
    Case("root of a positive part", at: [-1, 4], [0, 0.25]) { sum(sqrt(maximum($0, 0))) },
    Case("greatest", [0, 0, 0.5]) { max(log($0)) },
    Case("least", [0, 0, -0.25]) { min(1 / $0) },
    Case("sorted") { sum(sorted(log($0))[.range(1..<3)]) },
    Case("topK") { sum(topK(log($0), 2)) },
    Case("select") { sum(select($0 .> 0, log($0), 0)) },
    Case("reversed") { sum(log($0).flipped()[.range(0..<2)]) },
    Case("triangle", [0, 1, 0.5]) { x in
      sum(upperTriangle(columns(x.flipped()).transposed())[0].flipped()[.range(1..<3)])
    },
    Case("norm of rows", at: [0, 2], [0, 5.squareRoot() / 2]) {
      sum(norm(columns($0), along: [1])[.range(1..<2)])
    },
    Case("logSumExp of rows", at: [0, 1], [0, 5.0 / 3]) { x in
      sum(logSumExp(columns(x) + Tensor.constant([0, 0.6931471805599453]), along: [1])[.range(1..<2)])
    },
    Case("running sums of rows", [0, 4, 2]) {
      sum(cumulativeSum(columns($0), along: 1)[.range(1..<3), .all])
    },
    Case("matrix product", [0, 3, 1.5]) { x in
      sum((columns(x) • Tensor.constant([[1], [1]]))[.range(1..<3), .all])
    },
    Case("matrix product behind a maximum", [0, 3, 1.5]) { x in
      sum(maximum(columns(x) • Tensor.constant([[1], [1]]), -50))
    },
    Case("softmax of rows", at: [0, 1], [0, 0]) { x in
      sum(softmax(columns(x), along: 1)[.range(1..<2), .all])
    },
    Case("custom operation under select", [0, 1, 0.5]) { x in
      let y = custom("log", of: [x]) {
        log($0[0])
      } pullback: { cotangent, x, _ in
        [cotangent / x[0]]
      }
      return sum(select(x .> 0, y, 0)) + 0 * sum(x)
    },
    Case("quotient", [0, -1, -0.25]) { sum((1 / $0)[.range(1..<3)]) },
    Case("power", at: [0, 4], [0, -1.0 / 16]) { sum(pow($0, -0.5)[.range(1..<2)]) },
  ]

  @Test("Gradients are those of what is read, in both modes", arguments: cases)
  func gradients(_ element: Case) throws {
    let x = Tensor.parameter("x", shape: [.fixed(element.point.count)])
    let loss = element.loss(x)
    let gradient = try loss.gradient(withRespectTo: [x])[x]
    let ones = Tensor.number(1).broadcast(to: x.node.shape)
    let slope = try loss.jacobianVectorProduct(withRespectTo: [x], along: [ones])
    let values = try Program<Double>(computing: [gradient, slope]).run([x: NDArray(element.point)])
    // A few roundings.
    #expect(
      values.arrays[0].isApproximatelyEqual(to: NDArray(element.expected), relativeTolerance: 1e-14),
      "\(values.arrays[0])")
    let total = element.expected.reduce(0, +)
    #expect(try (values.arrays[1].scalar - total).magnitude < 1e-14, "\(values.arrays[1])")
  }

  @Test("A direction that is 0 meets no infinite slope")
  func directions() throws {
    let x = Tensor.parameter("x", shape: [3])
    let functions: [(String, Tensor, [Double])] = [
      ("sqrt", sqrt(x), [0, 0.5, 0]), ("root of a root", sqrt(sqrt(x)), [0, 0.25, 0]),
      ("log", log(x), [0, 1, 0]),
      ("quotient", 1 / x, [0, -1, 0]), ("power", pow(x, 0.5), [0, 0.5, 0]),
      ("multiple", log(2 * x), [0, 1, 0]),
    ]
    for (name, y, expected) in functions {
      let direction = Tensor.constant([0, 1, 0])
      let found = try y.jacobianVectorProduct(withRespectTo: [x], along: [direction]).evaluate(at: [
        x: [0, 1, 4]
      ])
      #expect(
        found.isApproximatelyEqual(to: NDArray(expected), relativeTolerance: 1e-15), "\(name): \(found)")
      let hessian = try sum(y).hessianVectorProduct(withRespectTo: [x], along: [direction])[x].evaluate(at: [
        x: [0, 1, 4]
      ])
      #expect(
        hessian.elements[0] == 0 && hessian.elements[1].isFinite && hessian.elements[2] == 0,
        "\(name): \(hessian)")
    }
  }

  @Test("Jacobians have zeros beside an infinite slope, in both modes")
  func jacobians() throws {
    let x = Tensor.parameter("x", shape: [3])
    let inf = Double.infinity
    func jacobian(_ y: Tensor) throws -> [Double] {
      try y.jacobian(withRespectTo: x).evaluate(at: [x: [0, 1, 4]]).elements
    }
    #expect(try jacobian(sqrt(x)) == [inf, 0, 0, 0, 0.5, 0, 0, 0, 0.25])
    #expect(try jacobian(sqrt(x)[.range(0..<2)]) == [inf, 0, 0, 0, 0.5, 0])
    #expect(try jacobian(log(x).flipped()) == [0, 0, 0.25, 0, 1, 0, inf, 0, 0])
    #expect(try jacobian(sqrt(sqrt(x)) * 4)[1] == 0)
    #expect(
      try sum(log(x)).hessian(withRespectTo: x).evaluate(at: [x: [0, 1, 2]]).elements
        == [-inf, 0, 0, 0, -1, 0, 0, 0, -0.25])
  }

  @Test("Slices that leave nothing out together mask nothing, and masks do not show in formulas")
  func covering() throws {
    let x = Tensor.parameter("x", shape: [2])
    let y = exp(x)
    let gradient = try (y[0] * y[1]).gradient(withRespectTo: [x])[x]
    let guards = Traversal(from: [gradient.node]).nodes.count { node in
      if case .select = node.primitive { true } else { false }
    }
    #expect(guards == 0)
    let slope = try sum(log(x)[.range(0..<1)]).gradient(withRespectTo: [x])[x]
    #expect(!"\(slope.formula)".contains("if"), "\(slope.formula)")
  }
}
