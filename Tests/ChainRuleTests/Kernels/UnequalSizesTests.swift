import ChainRule
import Testing

/// Functions along an axis, where one element is of quite another size than the others.
@Suite("Elements of unequal size")
struct UnequalSizesTests {
  @Test("Differences from the mean hold where the sum overflows, wherever an infinity stands")
  func extremeSpread() throws {
    let x = Tensor.input("x", shape: [.batch])
    let infinity = Double.infinity
    func deviation(_ point: [Double]) throws -> Double {
      try standardDeviation(x).evaluate(at: [x: NDArray(point)]).scalar
    }
    #expect(try deviation([1e308, -1e308]) == 1e308)
    #expect(try deviation([1.7e308, 1.7e308, 1.7e308]) == 0)
    let spread = try deviation([7e307, 7e307, -7e307, -7e307])
    #expect(AccuracyTests.agrees(spread, 7e307))
    for point in [[1, infinity], [infinity, 1], [3, -infinity, 2], [-infinity, 3, 2]] {
      let centered = try Tensor.recording(.normalization(Normalization(kind: .centered, axes: [0])), [x])
        .evaluate(at: [x: NDArray(point)]).elements
      let sum = point.reduce(0, +)
      #expect(zip(centered, point).allSatisfy { $1.isFinite ? $0 == -sum : $0.isNaN }, "\(point)")
    }
  }

  @Test("The cotangents of log-softmax may be of any size")
  func unequalWeights() throws {
    let x = Tensor.parameter("x", shape: [2])
    let product = try logSoftmax(x).vectorJacobianProduct(of: .constant([4e-18, 1]), withRespectTo: [x])[x]
    // c₀(1 − p₀) − p₀c₁ with p₀ = 1/(1 + e⁴⁰), and its negative.
    let found = try product.evaluate(at: [x: [-40, 0]]).elements
    #expect(
      zip(found, [-2.4835425529158894e-19, 2.4835425529158894e-19]).allSatisfy {
        AccuracyTests.agrees($0, $1)
      },
      "\(found)")
    let twice = try logSoftmax(stack([x[1], 2 * x[1]]))[0].hessian(withRespectTo: x)
    // −σ′(t) in t = x₁.
    let bend = try twice.evaluate(at: [x: [0, 40]]).elements[3]
    #expect(AccuracyTests.agrees(bend, -4.248354255291589e-18), "\(bend)")
  }
}
