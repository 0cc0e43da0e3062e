// What a program will run: the value and gradient of a linear regression take one pass over the data. docs/execution.md
// shows what this prints.

import ChainRule
import ExampleSupport

let X = Tensor.input("X", shape: [.batch, 100])
let y = Tensor.input("y", shape: [.batch])
let w = Tensor.parameter("w", shape: [100])
let b = Tensor.parameter("b", shape: [])

let residual = (X • w + b - y).named("r")
let loss = mean(squared(residual)).named("loss")
let gradient = try loss.gradient(withRespectTo: [w, b])

let program = try Program(computing: [loss, gradient[w].named("∂w"), gradient[b].named("∂b")])
let plan = try program.plan(rows: 1_000_000)
print(plan)

check(plan.passes.count == 1 && plan.reads[X] == 1, "one pass over X")
check(plan.passes[0].bytesReadPerRow == 101 * 8, "a row of X and of y")

// What was planned, run: rows in several chunks, on all processors, with y = Xv + 1 and so a gradient of 0 at v.
let rows = 5000
let elements: [Double] = (0..<rows * 100).map { Double($0 * $0 % 17) - 8 }
let data = try NDArray(shape: [rows, 100], elements: elements)
let weights: [Double] = (0..<100).map { Double($0 % 5) - 2 }
let targets: [Double] = (0..<rows).map { row in
  var target = 1.0
  for column in 0..<100 { target += elements[row * 100 + column] * weights[column] }
  return target
}
let values = try program.run([X: data, y: NDArray(targets), w: NDArray(weights), b: 1])
check(values.arrays.allSatisfy { $0.elements.allSatisfy { $0 == 0 } }, "whole numbers leave no error")
