import ChainRule
import LinearModels
import Testing

@Suite("Columns far from 0 that vary little")
struct NearlyConstantTests {
  @Test(
    "A column is constant if its values are equal, and only then",
    arguments: [
      (1.7e15, 10.0), (1.7e18, 1000.0), (1e9, 1e-5), (-3e12, 0.01), (0.1, 1e-15), (1e-200, 1e-214),
      (1e12, 1e-3),
    ])
  func steps(_ start: Double, _ step: Double) throws {
    let t = (0..<40).map { start + step * Double($0) }
    let y = t.map { 3 + 2 * ($0 - start) / step }
    for order in [t.indices.map { $0 }, t.indices.map { $0 * 7 % 40 }] {
      let fitted = try LinearModel(.leastSquares).fit(
        NDArray(shape: [40, 1], elements: order.map { t[$0] }), NDArray(order.map { y[$0] }))
      #expect(fitted.scaling.constant.isEmpty)
      let slope = fitted.coefficients.elements[0] * step
      #expect(Swift.abs(slope - 2) < 1e-9, "\(slope)")
    }
    let constant = try LinearModel(.leastSquares).fit(
      NDArray(shape: [40, 1], elements: t.map { _ in t[7] }), NDArray(y))
    #expect(constant.scaling.constant == [0] && constant.coefficients.elements == [0])
  }
}
