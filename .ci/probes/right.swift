import ChainRule

let X = Tensor.input("X", shape: [.batch, 3])
let W = Tensor.parameter("W", shape: [3])
let a = Tensor.parameter("a", shape: [])
let b = Tensor.parameter("b", shape: [])
let y = Tensor.input("y", shape: [.batch])
let rate: Double = 0.1
let small: Float = 0.1
let count: Int = 3

let right1 = X • W + a * b - y / 2 + exp(a) * 3 - b + 0.5 * (y - a) + rate * b - a / b + 1
let right2 = a + b * a - b / a + a * b - a + b * a - b / a + a
let right3 = 2 * a + 3 * b - 4 * y + 5 * a - 6 * b + 7 * y - 8 * a
let right4 = rate * a + rate * b - rate * y + rate * a - rate * b + small * y - rate * a
let right5 = count * a + count * b - count * y + count * a - count * b + count * y - a / count
let right6 = mean(squared(X • W + b - y)) + rate * sum(squared(W)) + 0.5 * rate * sum(abs(W)) - count * a / 2 + 1 - b
let right7 = select(X • W .> 0, exp(a) + b * 2, log(b) - 1) + sigmoid(a - b) * (1 - sigmoid(a - b)) + tanh(y) / 3
let right8 = -a + -b * -y - (-a) * 2 + 1 / (1 + exp(-(X • W + b))) - log(1 + exp(a)) * 0.5
let right9 = sum(X, along: 1) + mean(X, along: [0, 1]) * a - max(y) / 2 + logSumExp(X, along: -1) - b * sum(W) + norm(y - a) * 0.5 - rate
