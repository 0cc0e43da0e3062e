import ChainRule
let X = Tensor.input("X", shape: [.batch, 2])
let y = Tensor.input("y", shape: [.batch])
let w = Tensor.parameter("w", shape: [2])
let b = Tensor.parameter("b", shape: [])

let prediction = (X • w + b).named("ŷ")
let loss = mean(squared(prediction - y))

let gradient = try loss.gradient(withRespectTo: [w, b])
print(loss.formula, prediction.formula)
print(gradient[w].formula, gradient[w].formula.latex)          // 2/N · Xᵀ(ŷ − y)
print(gradient[b].formula, gradient[b].formula.latex)          // 2/N · Σ(ŷ − y)
let other = try mean(squared(y - prediction)).gradient(withRespectTo: [w, b])
print(other[w].formula, other[b].formula, other[b].formula.latex)

let program = try Program<Double>(computing: [loss, gradient[w], gradient[b]])
let values = try program.run([X: [[1, 2], [3, 4], [5, 6]], y: [7, 8, 9], w: [0, 0], b: 0])
print(values.arrays)
