// README's first program, with a check of every line that README shows: it fails if a formula or a number is off.

import ChainRule
import ExampleSupport

let X = Tensor.input("X", shape: [.batch, 2])
let y = Tensor.input("y", shape: [.batch])
let w = Tensor.parameter("w", shape: [2])
let b = Tensor.parameter("b", shape: [])

let prediction = (X • w + b).named("ŷ")
let loss = mean(squared(prediction - y))

let gradient = try loss.gradient(withRespectTo: [w, b])
print(gradient[w].formula)
print(gradient[b].formula)

let program = try Program(computing: [loss, gradient[w], gradient[b]])
let values = try program.run([X: [[1, 2], [3, 4], [5, 6]], y: [7, 8, 9], w: [0, 0], b: 0])
print(try values[loss])
print(try values[gradient[w]])
print(try values[gradient[b]])

// The targets: by hand, with ŷ = 0 everywhere, the residuals are −7, −8, −9.
check(gradient[w].formula.unicode == "2/N · Xᵀ(ŷ − y)", "the formula of the gradient in w")
check(gradient[b].formula.unicode == "2/N · Σ(ŷ − y)", "the formula of the gradient in b")
try check(values[loss].isApproximatelyEqual(to: NDArray(194.0 / 3), relativeTolerance: 1e-15), "loss")
try check(
  values[gradient[w]].isApproximatelyEqual(
    to: [-50.666666666666664, -66.66666666666667], relativeTolerance: 1e-15),
  "gradient in w")
try check(values[gradient[b]].isApproximatelyEqual(to: -16, relativeTolerance: 1e-15), "gradient in b")
