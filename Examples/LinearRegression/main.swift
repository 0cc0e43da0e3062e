// A line through noisy points, by least squares: the objective as a formula, its derived gradient, and the answer by an
// optimizer beside the one in closed form.

import Figures
import ChainRule
import ExampleSupport
import LinearModels
import Optimizers

let x = try NDArray<Double>.uniform(in: 0..<10, shape: [60], seed: 1)
let noise = try NDArray<Double>.normal(mean: 0, standardDeviation: 2, shape: [60], seed: 2)
let y = NDArray(zip(x.elements, noise.elements).map { 3 * $0 + 4 + $1 })
let features = try NDArray(shape: [60, 1], elements: x.elements)

let fitted = try LinearModel(.leastSquares).fit(features, y)
let (slope, intercept) = (fitted.coefficients.elements[0], fitted.intercept)
print("minimised \(fitted.outcome.objective): \(fitted.outcome.status), \(fitted.outcome.reason)")
print("y = \(slope) x + \(intercept)")

let w = Tensor.parameter("w", shape: [])
let b = Tensor.parameter("b", shape: [])
let (X, Y) = (Tensor.input("x", shape: [.batch]), Tensor.input("y", shape: [.batch]))
let gradient = try meanSquaredError(X * w + b, Y).gradient(withRespectTo: [w, b])
print("∂/∂w = \(gradient[w].formula)")
print("∂/∂b = \(gradient[b].formula)")

let ones = try NDArray(shape: [60, 2], elements: x.elements.flatMap { [$0, 1] })
let direct = try LeastSquares.solve(ones, y).coefficients.elements
print("in closed form: y = \(direct[0]) x + \(direct[1])")

let plot = Plot(
  "Least squares", x: "x", y: "y",
  marks: [
    .points(x: x.elements, y: y.elements, name: "data"),
    .curve(name: "3 x + 4, which made the data") { 3 * $0 + 4 }.dashed(),
    .curve(name: "fitted") { [slope, intercept] in slope * $0 + intercept },
  ])
try plot.write(svgFile: picturePath())

check(fitted.outcome.status == .converged, "the fit did not converge: \(fitted.outcome.reason)")
check(abs(slope - direct[0]) <= 1e-10 && abs(intercept - direct[1]) <= 1e-10, "the two answers differ")
check(abs(slope - 3) < 0.3 && abs(intercept - 4) < 1.5, "the line is far from the one that made the data")
