// swift-format-ignore-file
// Printed by .ci/print-source; not written by hand.
import ChainRule

@_optimize(none) func gradient183(_ y: Tensor, _ ŵ₁: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = (1 / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t2 = t1 * cos(sum(ŵ₁) / 3)
  let t3 = t2 * learning_rate
  let t4 = y * learning_rate
  let t5 = t4 - y
  let t6 = (t4 .== y) * (t5 .!= t5)
  let t7 = select(t6, 0, t5)
  let t8 = y - t4
  let t9 = (y .== t4) * (t8 .!= t8)
  let t10 = select(t9, 0, t8)
  let t11 = t3 * sigmoid(t7)
  let t12 = t11 + t2 * sigmoid(t10)
  let t13 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch])
  let t14 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t15 = logAddExp(y, t4)
  let t16 = t12 * t14 * -sin(t15)
  let t17 = t12 * t13 * 2 + t16
  let t18 = t4 - y
  let t19 = select((t4 .== y) * (t18 .!= t18), 0, t18)
  let t20 = t13 * (2 * t15)
  let t21 = t20 + t14 * cos(t15)
  let t22 = select(t6, 0, t3 * t21 * sigmoidSlope(t7))
  let t23 = select(t9, 0, t2 * t21 * sigmoidSlope(t10))
  let t24 = t17 * sigmoid(t19)
  let t25 = y - t4
  let t26 = select((y .== t4) * (t25 .!= t25), 0, t25)
  let t27 = t17 * sigmoid(t26)
  let t28 = (t24 + (t22 + -t23)) * learning_rate
  return t28 + (t27 + (-t22 + t23))
}

@_optimize(none) func gradient184(
  _ X: Tensor,
  _ in_: Tensor,
  _ y: Tensor,
  _ ŵ₁: Tensor,
  _ learning_rate: Tensor
) -> Tensor {
  let t1 = maximum(X, 0.3)
  let t2 = minimum(t1, ŵ₁)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t4 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t5 = t4.broadcast(to: [.batch, 3]) * cos(t2)
  let t6 = t3 * (2 * t2) + t5
  let t7 = select(t1 .== ŵ₁, 0.5 * t6, 0)
  let t8 = (1 / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t9 = scatterAdd(t8 * (y * learning_rate), in_, along: 0, length: 3) * learning_rate
  let t10 = sum(select(t1 .> ŵ₁, t6, 0) + t7, along: [0])
  let t11 = guarded(t9, by: scatterAdd(Tensor(1).broadcast(to: [.batch]), in_, along: 0, length: 3))
  return t10 + t11
}

@_optimize(none) func gradient185(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = sum_ .> 0.5
  let t2 = select(t1, sum_, squared(sum(ŵ₁) / 3))
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t4 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t5 = t3 * (2 * t2)
  return select(t1, t5 + t4 * cos(t2), 0)
}

@_optimize(none) func gradient186(_ y: Tensor, _ X: Tensor, _ sum_: Tensor, _ learning_rate: Tensor) -> Tensor {
  let ŷ = (X • sum_ + learning_rate).named("ŷ")
  let t1 = y .< ŷ
  let t2 = select(t1, y * learning_rate, 0)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch])
  let t4 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t5 = t3 * (2 * t2)
  let t6 = select(t1, t5 + t4 * cos(t2), 0)
  return guarded(t6 * learning_rate, by: t1)
}

@_optimize(none) func gradient187(_ X: Tensor, _ learning_rate: Tensor, _ ŵ₁: Tensor, _ A: Tensor) -> Tensor {
  let t1 = sin(X + learning_rate) .<= ŵ₁ * learning_rate
  let t2 = X + learning_rate
  let t3 = select(t1, -0.0, sin(t2))
  let t4 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t5 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t6 = t5.broadcast(to: [.batch, 3]) * cos(t3)
  let t7 = select(t1, 0, t4 * (2 * t3) + t6)
  let t8 = (1 / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch]).reshaped(to: [.batch, 1])
  let t9 = t8 * softmax(X • A, along: [1])
  let t10 = guarded(t7 * cos(t2), by: t1 .== 0)
  return t10 + t9 • A.transposed()
}

@_optimize(none) func gradient188(_ sum_: Tensor, _ ŵ₁: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = ŵ₁ * learning_rate .>= sum(ŵ₁) / 3
  let t2 = exp(ŵ₁ * learning_rate)
  let t3 = tanh(sum_ + ŵ₁) * (Tensor(1) .!= Tensor(2))
  let t4 = select(t1, t2, t3)
  let t5 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t6 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t7 = t5 * (2 * t4)
  let t8 = select(t1, t7 + t6 * cos(t4), 0)
  let t9 = guarded(guarded(t8 * t2, by: t1) * ŵ₁, by: t1)
  return sum(t9)
}

@_optimize(none) func gradient189(_ ŵ₁: Tensor) -> Tensor {
  let t1 = (1 / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t2 = -sin(sum(ŵ₁) / 3)
  let t3 = sum(t1 * Tensor(0).broadcast(to: [.batch])) * t2
  return (t3 / 3).reshaped(to: [1]).broadcast(to: [3])
}

@_optimize(none) func gradient190(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = sum_ .< Tensor(Double.infinity)
  let t2 = select(t1, ŵ₁, Tensor(Double.nan))
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t4 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t5 = t3 * (2 * t2)
  let t6 = sum_.reshaped(to: [3, 1])
  let t7 = t6 • ŵ₁.reshaped(to: [1, 3])
  let t8 = t7 + diagonalMatrix(3 + sum_)
  let t9 = pad(Tensor(1).broadcast(to: [1, 2]), before: [0, 0], after: [0, 1]).broadcast(to: [3, 3])
  let t10 = unsorted(t9, by: t8, along: 1, descending: true)
  let t11 = pad((Tensor(1) / Tensor(6)).reshaped(to: [1, 1]).broadcast(to: [3, 2]), before: [0, 0], after: [0, 1])
  let t12 = guarded(t6, by: sum(t10, along: [1]).reshaped(to: [3, 1])).transposed()
  let t13 = sum(t10, along: [0]).reshaped(to: [1, 3])
  let t14 = select(t1, t5 + t4 * cos(t2), 0)
  let t15 = guarded(t12 • unsorted(t11, by: t8, along: 1, descending: true), by: t13).reshaped(to: [3])
  return t14 + t15
}

@_optimize(none) func gradient191(_ y: Tensor, _ sum_: Tensor, _ ŵ₁: Tensor, _ A: Tensor) -> Tensor {
  let t1 = sum(squared(y.reshaped(to: [1, .batch]))) / Tensor.extent(.batch)
  let t2 = (Tensor(1) / Tensor(9)).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t3 = t2 * cos(t1) * ŵ₁
  let t4 = ŵ₁.reshaped(to: [1, 3])
  let t5 = sum_.reshaped(to: [3, 1]) • t4
  let t6 = (t5 + diagonalMatrix(3 + sum_)).transposed()
  let t7 = t3 * t6
  let t8 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t9 = (Tensor(1) * Tensor(0.5) / 9).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t10 = A * ŵ₁ + diagonalMatrix(3 + sum_)
  let t11 = t6 * t10
  let t12 = t7 * t9 * -sin(t11)
  let t13 = t7 * t8 * 2 + t12
  let t14 = t8 * (2 * t11)
  let t15 = t3 * (t14 + t9 * cos(t11))
  let t16 = (t13 * t10 + t15).transposed()
  let t17 = diagonal(t16) + diagonal(t13 * t6)
  return (t16 • t4.transposed()).reshaped(to: [3]) + t17
}

@_optimize(none) func gradient192(_ sum_: Tensor, _ ŵ₁: Tensor, _ A: Tensor, _ learning_rate: Tensor) -> Tensor {
  let z = (sum_ / 2).named("z")
  let t1 = z.reshaped(to: [3, 1])
  let t2 = sum_.reshaped(to: [1, 3])
  let t3 = (t1 • t2).reshaped(to: [3, 1, 3]).transposed(axes: [2, 0, 1])
  let t4 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1, 1]).broadcast(to: [3, 3, 1])
  let t5 = (Tensor(1) * Tensor(0.5) / 9).reshaped(to: [1, 1, 1]).broadcast(to: [3, 3, 1])
  let t6 = t4 * (2 * t3)
  let t7 = (t6 + t5 * cos(t3)).transposed(axes: [1, 2, 0])
  let t8 = t7.reshaped(to: [3, 3])
  let t9 = (Tensor(1) / Tensor(9)).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t10 = sum_ + ŵ₁
  let t11 = A * ŵ₁ + diagonalMatrix(3 + sum_)
  let t12 = sum(t9 * cumulativeSum(t11, along: 1), along: [0])
  let t13 = diagonal(cumulativeSum(t9 * tanh(t10), along: 1, reversed: true))
  let t14 = t13 + t12 * squared(sech(t10))
  let t15 = (t8 • t2.transposed()).reshaped(to: [3]) / 2
  let t16 = (t1.transposed() • t8).reshaped(to: [3]) + t14
  let t17 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t18 = sum(t17 * (t15 + t16))
  return t18 * -sin(learning_rate)
}

@_optimize(none) func gradient193(_ sum_: Tensor, _ X: Tensor, _ V: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = V.reshaped(to: [2, 3])
  let t2 = t1 * sum_
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [2, 3])
  let t4 = (Tensor(1) * Tensor(0.5) / 6).reshaped(to: [1, 1]).broadcast(to: [2, 3])
  let t5 = t3 * (2 * t2)
  let t6 = (t5 + t4 * cos(t2)) * t1
  let t7 = sum_ + ŵ₁
  let t8 = tanh(t7)
  let t9 = maximum(X, 0.3)
  let t10 = (1 / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t11 = select(t9 .== t8, 0.5 * t10, 0)
  let t12 = sum(select(t9 .> t8, t10, 0) + t11, along: [0])
  let t13 = sum(t8 .<= t9, along: [0]).reshaped(to: [1, 3]).reshaped(to: [3])
  let t14 = guarded(t12 * squared(sech(t7)), by: t13)
  return sum(t6, along: [0]) + t14
}

@_optimize(none) func gradient194(_ sum_: Tensor, _ ŵ₁: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = sum_ + ŵ₁
  let t2 = tanh(t1).broadcast(to: [2, 3]) * 1.1393440125445673
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [2, 3])
  let t4 = (Tensor(1) * Tensor(0.5) / 6).reshaped(to: [1, 1]).broadcast(to: [2, 3])
  let t5 = t3 * (2 * t2)
  let t6 = (t5 + t4 * cos(t2)) * 1.1393440125445673
  let t7 = sum_.reshaped(to: [3, 1])
  let t8 = (Tensor(1) / Tensor(9)).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t9 = cumulativeSum(t8 * (ŵ₁ * learning_rate), along: 1, reversed: true)
  let t10 = t7 • ŵ₁.reshaped(to: [1, 3])
  let t11 = cumulativeSum(t10 + diagonalMatrix(3 + sum_), along: 1)
  let t12 = (t7.transposed() • t9).reshaped(to: [3])
  let t13 = sum(t6, along: [0]) * squared(sech(t1))
  let t14 = t12 + sum(t8 * t11, along: [0]) * learning_rate
  return t13 + t14
}

@_optimize(none) func gradient195(_ X: Tensor, _ learning_rate: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = (1 * cos(learning_rate)).reshaped(to: [1, 1, 1]).broadcast(to: [.batch, 3, 1])
  let t2 = (X * ŵ₁).reshaped(to: [.batch, 1, 3]).transposed(axes: [0, 2, 1])
  let t3 = t1 * t2
  let t4 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1, 1]).broadcast(to: [.batch, 3, 1])
  let t5 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1, 1])
  let t6 = t5.broadcast(to: [.batch, 3, 1])
  let t7 = t2 * learning_rate
  let t8 = t3 * t6 * -sin(t7)
  let t9 = t4 * (2 * t7)
  let t10 = (t3 * t4 * 2 + t8) * learning_rate
  let t11 = t1 * (t9 + t6 * cos(t7))
  let t12 = (t10 + t11).transposed(axes: [0, 2, 1]).reshaped(to: [.batch, 3]) * X
  return sum(t12, along: [0])
}

@_optimize(none) func gradient196(_ sum_: Tensor) -> Tensor {
  let t1 = sum_.reshaped(to: [1, 3]).broadcast(to: [2, 3]).reshaped(to: [6])
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [6])
  let t3 = (Tensor(1) * Tensor(0.5) / 6).reshaped(to: [1]).broadcast(to: [6])
  let t4 = t2 * (2 * t1)
  let t5 = (t4 + t3 * cos(t1)).reshaped(to: [2, 3])
  return sum(t5, along: [0]).reshaped(to: [1, 3]).reshaped(to: [3])
}

@_optimize(none) func gradient197(_ sum_: Tensor, _ ŵ₁: Tensor, _ A: Tensor) -> Tensor {
  let t1 = sum_ + ŵ₁
  let t2 = concatenate([tanh(t1), sum_, ŵ₁], along: 0)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [9])
  let t4 = (Tensor(1) * Tensor(0.5) / 9).reshaped(to: [1]).broadcast(to: [9])
  let t5 = t3 * (2 * t2)
  let t6 = t5 + t4 * cos(t2)
  let t7 = softmax(A + diagonalMatrix(3 + sum_), along: [0, 1])
  let t8 = (Tensor(1) / Tensor(9)).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t9 = t7 .== max(t7, along: [0, 1]).reshaped(to: [1, 1])
  let t10 = sum(t9 * t8).reshaped(to: [1, 1])
  let t11 = t8 - t10 / sum(t9).reshaped(to: [1, 1])
  let t12 = t11 - sum(t7 * t11).reshaped(to: [1, 1])
  let t13 = t6[.range(0..<3)] * squared(sech(t1))
  let t14 = t6[.range(3..<6)] + diagonal(t7 * t12)
  return t13 + t14
}

let printedGradients11: [@Sendable ([Tensor]) -> Tensor] = [
  { gradient183($0[0], $0[1], $0[2]) },
  { gradient184($0[0], $0[1], $0[2], $0[3], $0[4]) },
  { gradient185($0[0], $0[1]) },
  { gradient186($0[0], $0[1], $0[2], $0[3]) },
  { gradient187($0[0], $0[1], $0[2], $0[3]) },
  { gradient188($0[0], $0[1], $0[2]) },
  { gradient189($0[0]) },
  { gradient190($0[0], $0[1]) },
  { gradient191($0[0], $0[1], $0[2], $0[3]) },
  { gradient192($0[0], $0[1], $0[2], $0[3]) },
  { gradient193($0[0], $0[1], $0[2], $0[3]) },
  { gradient194($0[0], $0[1], $0[2]) },
  { gradient195($0[0], $0[1], $0[2]) },
  { gradient196($0[0]) },
  { gradient197($0[0], $0[1], $0[2]) },
]
