// Every door to derivatives, on Rosenbrock's function and a small regression; it fails if a number or a formula is off.

import ChainRule
import ExampleSupport

// A function of one array needs no declarations.
func rosenbrock(_ x: Tensor) -> Tensor { squared(1 - x[0]) + 100 * squared(x[1] - squared(x[0])) }
let slope = try gradient(at: [-1.2, 1], of: rosenbrock)
print("gradient at the usual start:", slope)
check(slope.isApproximatelyEqual(to: [-215.6, -88], relativeTolerance: 1e-14), "gradient of Rosenbrock")

// The Hessian, and its product with a direction without the Hessian: the minimum is at (1, 1).
let x = Tensor.parameter("x", shape: [2], initial: [1, 1])
let valley = rosenbrock(x)
let hessian = try valley.hessian(withRespectTo: x).evaluate(at: [x: [1, 1]])
let product = try valley.hessianVectorProduct(withRespectTo: [x], along: [.constant([1, 2])])
print("Hessian at the minimum:\n\(hessian)")
check(
  hessian.isApproximatelyEqual(to: [[802, -400], [-400, 200]], relativeTolerance: 1e-14), "Hessian")
let moved = try product[x].evaluate(at: [x: [1, 1]])
check(moved.isApproximatelyEqual(to: [2, 0], relativeTolerance: 1e-14), "Hessian-vector product")

// One loss for any number of rows: its gradient row by row, and a directional derivative by forward mode.
let X = Tensor.input("X", shape: [.batch, 2])
let y = Tensor.input("y", shape: [.batch])
let w = Tensor.parameter("w", shape: [2])
let loss = mean(squared(X • w - y))
let data: Bindings<Double> = [X: [[1, 2], [3, 4], [5, 6]], y: [7, 8, 9], w: [0, 0]]
let rows = try loss.perExampleGradient(withRespectTo: [w])[w].evaluate(at: data)
print("gradient of each row's loss:\n\(rows)")
check(rows == [[-14, -28], [-48, -64], [-90, -108]], "per-example gradients")
let along = try loss.jacobianVectorProduct(withRespectTo: [w], along: [.constant([1, 0])])
check(try along.evaluate(at: data).scalar.isApproximately(-152.0 / 3), "directional derivative")

// A derivative of one's own: rounding that passes the cotangent straight through.
let quantized = custom("quantize", of: [w]) {
  round($0[0])
} pullback: { cotangent, _, _ in
  [cotangent]
}
let straight = try sum(squared(quantized)).gradient(withRespectTo: [w])[w]
check(try straight.evaluate(at: [w: [0.4, 2.6]]) == [0, 6], "custom derivative")

// The derived gradient as source: paste it into a program, and it computes the same numbers.
let derived = try loss.gradient(withRespectTo: [w])[w].formula
print(derived, "or, as recorded,\n\(try derived.swiftFunction(named: "gradientInW"))")
check(derived.unicode == "2/N · Xᵀ(Xw − y)", "formula")

extension Double {
  func isApproximately(_ other: Double) -> Bool { abs(self - other) <= 1e-14 * abs(other) }
}
