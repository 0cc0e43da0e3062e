// Each expression has a mistake in one of this library's operations. A mistake that the standard library's own
// operators could be meant for, such as a Double variable times an Int variable, keeps the compiler busy for
// seconds in any code, without a single tensor too: see docs/architecture.md.

import ChainRule

let X = Tensor.input("X", shape: [.batch, 3])
let W = Tensor.parameter("W", shape: [3])
let a = Tensor.parameter("a", shape: [])
let b = Tensor.parameter("b", shape: [])
let y = Tensor.input("y", shape: [.batch])
let rate: Double = 0.1
let count: Int = 3
let array: NDArray<Double> = [1, 2, 3]

let wrong1 = X • rate + a * b - y / 2 + exp(a) * 3 - b + 0.5 * (y - a) + rate * b - a / b + 1
let wrong2 = X • count + a * b - y / 2 + exp(a) * 3 - b + 0.5 * (y - a) + rate * b - a / b + 1
let wrong3 = X • W + a * b - y / 2 + squared(rate) * 3 - b + 0.5 * (y - a) + rate * b - a / b + 1
let wrong4 = X • W + a * b - y / 2 + exp(a) * 3 - b + 0.5 * (y - a) + mean(count) * b - a / b + 1
let wrong5 = X • array + a * b - y / 2 + exp(a) * 3 - b + 0.5 * (y - a) + rate * b - a / b + 1
let wrong6 = X • "W" + a * b - y / 2 + exp(a) * 3 - b + 0.5 * (y - a) + rate * b - a / b + 1
let wrong7 = rate * a + rate * b - rate * y + rate * a - rate * b + rate * y - expp(a) * 2
let wrong8 = a + b * a - b / count + squared(a, b) - a + b * a - b / a + a - b + a * 2
let wrong9 = X • W + a * b - y / count + relu(rate) * 3 - b + 0.5 * (y - rate) + count * b - a / b + 1
let wrong10 = sum(X, along: 0.5) + mean(X, along: [0, 1]) * a - max(y) / 2 + logSumExp(X, along: -1) - b * sum(W) + norm(y - a) * 0.5
let wrong11 = sum(X, along: 1) + mean(X, along: count) * a - max(y) / 2 + logSumExp(X, along: -1) - b * sum(W) + norm(y - a) * 0.5
