import ChainRule
import Testing

/// Derivatives that exist where a factor of them, or a step on the way, would overflow.
@Suite("Extreme arguments")
struct ExtremeArgumentTests {
  static let s = Tensor.parameter("s", shape: [])

  private func slope<Scalar: TensorScalar>(
    _ y: Tensor, at point: Scalar, orders: Int = 1
  ) throws -> Scalar {
    var y = y
    for _ in 0..<orders { y = try y.gradient(withRespectTo: [Self.s])[Self.s] }
    return try Program<Scalar>(computing: [y, Self.s]).run([Self.s: NDArray(point)]).arrays[0].scalar
  }

  @Test("A quotient's slope meets the cotangent before it overflows, in both precisions")
  func quotients() throws {
    let s = Self.s
    #expect(try (slope(log(1 / s), at: 1e-20 as Float) / -1e20 - 1).magnitude < 1e-6)
    #expect(try slope(exp(-1 / s), at: 1e-20 as Float) == 0)
    #expect(try (slope(log(1 / s), at: 1e-200) / -1e200 - 1).magnitude < 1e-15)
    #expect(try slope(exp(-1 / s), at: 1e-200) == 0)
  }

  @Test("The inverse hyperbolic sine keeps its digits and second derivative, however large the argument")
  func inverseHyperbolicSine() throws {
    // 1/√(1 + x²) is 1/x to the last digit; at 0 and 1, by hand, 1 and 1/√2; then −x/(1 + x²)^1.5.
    for (point, expected) in [
      (1e300, 1e-300), (-1e300, 1e-300), (1e10, 1e-10), (0, 1), (1, 0.5.squareRoot()),
    ] {
      #expect(try (slope(asinh(Self.s), at: point) / expected - 1).magnitude < 1e-15, "\(point)")
    }
    #expect(try slope(asinh(Self.s), at: 0.0, orders: 2) == 0)
    #expect(try slope(asinh(Self.s), at: 0.0, orders: 3) == -1)
    #expect(try (slope(asinh(Self.s), at: 1.0, orders: 2) + 1 / 8.0.squareRoot()).magnitude < 1e-15)
  }

  @Test("A power may be differentiated in its base and then in its exponent, or the other way round")
  func mixedDerivatives() throws {
    let v = Tensor.parameter("v", shape: [2])
    for (base, exponent) in [(2.0, 0.0), (2, 1), (2, 2), (0.5, 3), (3, -1)] {
      let at: Bindings<Double> = [v: NDArray([base, exponent])]
      let hessian = try pow(v[0], v[1]).hessian(withRespectTo: v).evaluate(at: at).elements
      let (x, z, l) = (base, exponent, try log(Tensor(base)).evaluate().scalar)
      func power(_ z: Double) throws -> Double { try pow(Tensor(x), Tensor(z)).evaluate().scalar }
      let mixed = try power(z - 1) * (1 + z * l)
      let expected = [z * (z - 1) * (try power(z - 2)), mixed, mixed, try power(z) * l * l]
      #expect(
        zip(hessian, expected).allSatisfy { ($0 - $1).magnitude < 1e-14 }, "\(base)^\(exponent): \(hessian)")
    }
    // From order k + 2 on at t = k: ∂/∂t of t(t − 1)(t − 2) s^(t − 3) at t = 2 is 2/s.
    let t = Tensor.parameter("t", shape: [])
    var y = pow(Self.s, t)
    for _ in 0..<3 { y = try y.gradient(withRespectTo: [Self.s])[Self.s] }
    for mixed in [
      try y.gradient(withRespectTo: [t])[t], try y.jacobianVectorProduct(withRespectTo: [t], along: [1]),
    ] {
      #expect(
        try mixed.evaluate(at: [Self.s: 4, t: 2]).isApproximatelyEqual(to: 0.5, relativeTolerance: 1e-14))
    }
  }

  @Test("Cofactors are finite wherever they can be, whatever the products of pivots")
  func cofactors() throws {
    let a = Tensor.parameter("A", shape: [4, 4])
    let entries = [1e200, 1e-200, 1e200, -1e-200]
    var matrix = Array(repeating: 0.0, count: 16)
    for (index, entry) in entries.enumerated() { matrix[5 * index] = entry }
    let gradient = try determinant(a).gradient(withRespectTo: [a])[a].evaluate(
      at: [a: NDArray(shape: [4, 4], elements: matrix)])
    for (index, entry) in entries.enumerated() {
      #expect((gradient.elements[5 * index] * entry + 1).magnitude < 1e-15)
    }
    let n = 400
    let large = Tensor.parameter("B", shape: [.fixed(n), .fixed(n)])
    let diagonal = (0..<n).map { $0 % 2 == 0 ? 1e3 : 1e-3 }
    let slopes = try determinant(large).gradient(withRespectTo: [large])[large].evaluate(at: [
      large: diagonalMatrix(Tensor.constant(NDArray(diagonal))).evaluate()
    ])
    for (row, entry) in diagonal.enumerated() {
      let product: Double = slopes.elements[row * (n + 1)] * entry
      #expect(abs(product - 1) < 1e-12)
    }
  }

  @Test(
    "Second derivatives of the determinant are exact at singular matrices, and neither over- nor underflow")
  func determinantCurvatures() throws {
    func curvature(_ matrix: NDArray<Double>, _ direction: NDArray<Double>) throws -> NDArray<Double> {
      let a = Tensor.parameter("A", shape: Shape(matrix.shape.map { .fixed($0) }))
      let product = try determinant(a).hessianVectorProduct(withRespectTo: [a], along: [.constant(direction)])
      return try Program<Double>(computing: [product[a], a]).run([a: matrix]).arrays[0]
    }
    let one: NDArray<Double> = [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    #expect(
      try curvature([[1, 2, 3], [4, 5, 6], [7, 8, 9]], one).isClose(
        to: [[14, -4, -7], [-2, 10, -8], [-3, -6, 6]], 1e-14))
    // At rank 1 and 0 by hand: along E the cofactors of A + tE are t times this, and t² times the cofactors of E.
    #expect(
      try curvature([[1, 1, 1], [1, 1, 1], [1, 1, 1]], one).isClose(
        to: [[2, -1, -1], [-1, 2, -1], [-1, -1, 2]], 1e-14))
    #expect(
      try curvature([[0, 0, 0], [0, 0, 0], [0, 0, 0]], one) == NDArray(repeating: 0, shape: [3, 3]))
    #expect(try curvature([[1, 2], [2, 4]], [[1, 2], [3, 4]]) == [[4, -3], [-2, 1]])
    #expect(try curvature([[7]], [[1]]) == [[0]])
    // ∂²det/∂a₁₁∂a₃₃ is the product of the others.
    var large = Array(repeating: 0.0, count: 16)
    for (index, entry) in [1e200, 1e200, 1e-200, 1e-200].enumerated() { large[5 * index] = entry }
    let along = try curvature(NDArray(shape: [4, 4], elements: large), .unit([4, 4], at: 0))
    #expect((along.elements[10] - 1).magnitude < 1e-15 && along.elements[5] == 1e-200 * 1e-200)
    #expect((along.elements[15] - 1).magnitude < 1e-15)
  }

  @Test("Numbers in rules are recorded by what they are")
  func constants() throws {
    let slope = try erf(Self.s).gradient(withRespectTo: [Self.s])[Self.s]
    for node in Traversal(from: [slope.node]).nodes {
      if case .leaf(.number(let number)) = node.primitive { #expect(number.rounded() == number) }
    }
    // To the last bit what rounding 2/√π gives.
    #expect(try self.slope(erf(Self.s), at: 0.0) == 1.1283791670955126)
    #expect(try self.slope(erf(Self.s), at: 0 as Float) == 1.1283791670955126)
    #expect(slope.formula.unicode == "2 · exp(−s²)/√π")
  }

  @Test("Polygamma neither under- nor overflows where its value does not")
  func polygammas() throws {
    func value(_ order: Int, _ x: Double) throws -> Double {
      try polygamma(order, Tensor(x)).evaluate().scalar
    }
    // (n − 1)!/xⁿ for large x, with the sign of the order.
    #expect(try (value(1, 1e170) / 1e-170 - 1).magnitude < 1e-14)
    #expect(try (value(10, 1e30) / -3.6288e-295 - 1).magnitude < 1e-13)
    #expect(try (value(2, -1e150 + 0.5)).isNaN)
    // The poles on both sides of −½ are as near as that of ½, which has one.
    for order in [141, 149, 19, 21] {
      #expect(try (value(order, -0.5) / (2 * value(order, 0.5)) - 1).magnitude < 1e-8)
    }
    #expect(try (value(21, -3.25) / value(21, 0.25) - 1).magnitude < 1e-9)
  }

  @Test("Long sums at one place do not stand still in single precision")
  func longScatter() throws {
    let x = Tensor.input("x", shape: [2, 101])
    let labels = Tensor.indices(try IndexArray(shape: [2, 101], elements: Array(repeating: 1, count: 202)))
    let y = scatterAdd(x, labels, along: 1, length: 2, batchAxes: 1)
    let elements = [16_777_216] + Array(repeating: Float(1), count: 100)
    let data = try NDArray(shape: [2, 101], elements: elements + elements)
    #expect(
      try Program<Float>(computing: [y]).run([x: data]).arrays[0] == [[0, 16_777_316], [0, 16_777_316]])
  }
}
