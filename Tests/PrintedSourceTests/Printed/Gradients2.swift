// swift-format-ignore-file
// Printed by .ci/print-source; not written by hand.
import ChainRule

@_optimize(none) func gradient40(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let z = (sum_ / 2).named("z")
  let t1 = sum(ŵ₁) / 3
  let t2 = ŵ₁ + z * t1
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t4 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t5 = t3 * (2 * t2)
  let t6 = (t5 + t4 * cos(t2)) * t1
  return t6 / 2
}

@_optimize(none) func gradient41(_ X: Tensor, _ ŵ₁: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = X - ŵ₁ * learning_rate
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t3 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t4 = t3.broadcast(to: [.batch, 3]) * cos(t1)
  let t5 = -(t2 * (2 * t1) + t4)
  return sum(sum(t5, along: [0]) * ŵ₁)
}

@_optimize(none) func gradient42(_ y: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = y.reshaped(to: [1, .batch])
  let t2 = Tensor.extent(.batch)
  let t3 = sum(squared(t1)) / t2
  let t4 = 1 * cos(t3)
  let t5 = t4.reshaped(to: [1]).broadcast(to: [.batch])
  let t6 = 2 + learning_rate
  let t7 = t4.reshaped(to: [1]).broadcast(to: [.batch])
  let t8 = y * learning_rate / t6
  let t9 = -(t8 / t6)
  let t10 = t5 * y / t6 + t7 * t9
  let t11 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch])
  let t12 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t13 = t11 * (2 * t8)
  let t14 = t13 + t12 * cos(t8)
  let t15 = t10 * t12 * -sin(t8)
  let t16 = t15 + -(t7 * t14) / t6
  let t17 = (t10 * t11 * 2 + t16) / t6
  let t18 = t14 / t6
  let t19 = sum(t18 * y)
  let t20 = 1 * (t19 + sum(t14 * t9))
  let t21 = t20 * -sin(t3) / t2
  let t22 = t21.reshaped(to: [1, 1]).broadcast(to: [1, .batch]) * (2 * t1)
  let t23 = t5 * t18 + t22.reshaped(to: [.batch])
  return t17 * learning_rate + t23
}

@_optimize(none) func gradient43(_ sum_: Tensor, _ ŵ₁: Tensor, _ V: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = sum_ + ŵ₁
  let t2 = tanh(t1)
  let t3 = 1 + squared(t2)
  let t4 = sum(ŵ₁) / 3
  let t5 = pow(t3, t4)
  let t6 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t7 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t8 = t6 * (2 * t5)
  let t9 = t4 * pow(t3, t4 - 1)
  let t10 = t8 + t7 * cos(t5)
  let t11 = t10 * select(t4 .== 0, 0, t9)
  let t12 = t11 * (2 * t2)
  let t13 = (Tensor(1) / Tensor(6)).reshaped(to: [1, 1]).broadcast(to: [2, 3])
  let t14 = sum(t13 * V.reshaped(to: [2, 3]), along: [0]) / 2
  let t15 = t12 * squared(sech(t1)) + t14
  let t16 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3]) * t15
  return sum(t16) * -sin(learning_rate)
}

@_optimize(none) func gradient44(_ sum_: Tensor, _ X: Tensor, _ learning_rate: Tensor) -> Tensor {
  let z = (sum_ / 2).named("z")
  let t1 = X + learning_rate
  let t2 = sin(t1)
  let t3 = maximum(z, t2)
  let t4 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t5 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t6 = t5.broadcast(to: [.batch, 3]) * cos(t3)
  let t7 = (t2 .> z) + 0.5 * (z .== t2)
  let t8 = (t4 * (2 * t3) + t6) * t7
  return sum(t8 * cos(t1))
}

@_optimize(none) func gradient45(
  _ X: Tensor,
  _ sum_: Tensor,
  _ y: Tensor,
  _ learning_rate: Tensor,
  _ ŵ₁: Tensor
) -> Tensor {
  let ŷ = (X • sum_ + learning_rate).named("ŷ")
  let t1 = sum(squared(y.reshaped(to: [1, .batch]))) / Tensor.extent(.batch)
  let t2 = minimum(ŷ, t1)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch])
  let t4 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t5 = t3 * (2 * t2)
  let t6 = (ŷ .< t1) + 0.5 * (ŷ .== t1)
  let t7 = (t5 + t4 * cos(t2)) * t6
  let t8 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t9 = pad((t8 * sum_).reshaped(to: [1, 3]), before: [2, 0], after: [0, 0])
  let t10 = ŵ₁.reshaped(to: [1, 3])
  let t11 = sum_.reshaped(to: [3, 1]) • t10
  let t12 = (t11 + diagonalMatrix(3 + sum_))[.range(2..<3), .all]
  let t13 = diagonal(t9) + t8 * t12.reshaped(to: [3])
  let t14 = (t9 • t10.transposed()).reshaped(to: [3]) + t13
  return X.transposed() • t7 + t14
}

@_optimize(none) func gradient46(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t2 = sum(ŵ₁) / 3
  let t3 = t1 * cos(t2)
  let t4 = sum_ + ŵ₁
  let t5 = sech(t4)
  let t6 = squared(t5)
  let t7 = tanh(t4)
  let t8 = (t7 .> 0.5) + 0.5 * (t7 .== 0.5)
  let t9 = t3 * t6 * t8
  let t10 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t11 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t12 = maximum(t7, 0.5)
  let t13 = t9 * t11 * -sin(t12)
  let t14 = (t7 .> 0.5) + 0.5 * (t7 .== 0.5)
  let t15 = (t9 * t10 * 2 + t13) * t14
  let t16 = t10 * (2 * t12)
  let t17 = (t16 + t11 * cos(t12)) * t8
  let t18 = t3 * t17 * (2 * t5)
  let t19 = t18 * -(t5 * tanh(t4))
  let t20 = sum(t1 * (t17 * t6))
  let t21 = t20 * -sin(t2) / 3
  let t22 = t15 * squared(sech(t4)) + t19
  return t22 + t21.reshaped(to: [1]).broadcast(to: [3])
}

@_optimize(none) func gradient47(_ y: Tensor, _ learning_rate: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = sum(squared(y.reshaped(to: [1, .batch]))) / Tensor.extent(.batch)
  let t2 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t3 = t2 * cos(t1) * learning_rate
  let t4 = 1 + squared(learning_rate)
  let t5 = ŵ₁ * learning_rate + 0.1
  let t6 = stopGradient(maximum(abs(t5), abs(t4)))
  let t7 = t5 / t6
  let t8 = squared(t7) + squared(t4 / t6)
  let t9 = t4 / t6 / t8
  let t10 = t3 * (t9 / t6)
  let t11 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t12 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t13 = atan2(t5, t4)
  let t14 = t10 * t12 * -sin(t13)
  let t15 = stopGradient(maximum(abs(t5), abs(t4)))
  let t16 = squared(t5 / t15)
  let t17 = t16 + squared(t4 / t15)
  let t18 = t10 * t11 * 2 + t14
  let t19 = t11 * (2 * t13)
  let t20 = t3 * (t19 + t12 * cos(t13))
  let t21 = t20 / t6 * -(t9 / t8)
  let t22 = t18 * (t4 / t15 / t17 / t15)
  let t23 = t22 + t21 * (2 * t7) / t6
  return t23 * learning_rate
}

@_optimize(none) func gradient48(_ y: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = y * learning_rate
  let t2 = logAddExp(y, t1)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch])
  let t4 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t5 = t3 * (2 * t2)
  let t6 = t5 + t4 * cos(t2)
  let t7 = t1 - y
  let t8 = select((t1 .== y) * (t7 .!= t7), 0, t7)
  let t9 = y - t1
  let t10 = select((y .== t1) * (t9 .!= t9), 0, t9)
  let t11 = t6 * sigmoid(t8) * learning_rate
  return t11 + t6 * sigmoid(t10)
}

@_optimize(none) func gradient49(_ X: Tensor, _ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = maximum(X, 0.3)
  let t2 = minimum(t1, ŵ₁)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t4 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t5 = t4.broadcast(to: [.batch, 3]) * cos(t2)
  let t6 = (ŵ₁ .< t1) + 0.5 * (t1 .== ŵ₁)
  let t7 = (t3 * (2 * t2) + t5) * t6
  let t8 = sum_.reshaped(to: [3, 1])
  let t9 = (Tensor(1) / Tensor(9)).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t10 = t8.transposed() • lowerTriangle(t9 * ŵ₁)
  let t11 = t8 • ŵ₁.reshaped(to: [1, 3])
  let t12 = lowerTriangle(t11 + diagonalMatrix(3 + sum_))
  let t13 = t10.reshaped(to: [3]) + sum(t9 * t12, along: [0])
  return sum(t7, along: [0]) + t13
}

@_optimize(none) func gradient50(_ sum_: Tensor, _ y: Tensor, _ ŵ₁: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = tanh(sum_ + ŵ₁) .> 0.5
  let t2 = select(t1, t1, 0)
  let t3 = sum(select(t1 .== 0, t2, 0).broadcast(to: [3]))
  let t4 = (1 * cos(learning_rate)).reshaped(to: [1]).broadcast(to: [3])
  let t5 = select(t1, select(t1, select(t1, t4, 0) * ŵ₁, 0), 0)
  let t6 = t5 * (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t7 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t8 = y.reshaped(to: [1, .batch])
  let t9 = Tensor.extent(.batch)
  let t10 = sum(squared(t8)) / t9
  let t11 = sin(select(t1, ŵ₁ * learning_rate, squared(t10)))
  let t12 = select(t2, t5 * t7, 0) * -t11
  let t13 = select(t2, select(t2, t6, 0) * 2, 0)
  let t14 = sum(select(t1, 0, t13 + select(t2, t12, 0)))
  let t15 = select(t3, t14 * (2 * t10), 0) / t9
  let t16 = select(t3, t15, 0).reshaped(to: [1, 1]).broadcast(to: [1, .batch])
  let t17 = t3.reshaped(to: [1, 1]).broadcast(to: [1, .batch])
  return select(t17, t16 * (2 * t8), 0).reshaped(to: [.batch])
}

@_optimize(none) func gradient51(_ X: Tensor, _ y: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = X + learning_rate
  let t2 = softmax(sin(t1), along: [1])
  let t3 = sum(squared(y.reshaped(to: [1, .batch]))) / Tensor.extent(.batch)
  let t4 = (1 * cos(t3)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t5 = (1 / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch]).reshaped(to: [.batch, 1])
  let t6 = t4 * cos(t1) * t5
  let t7 = t2 .== max(t2, along: [1]).reshaped(to: [.batch, 1])
  let t8 = sum(t7 * t6, along: [1]).reshaped(to: [.batch, 1])
  let t9 = t6 - t8 / sum(t7, along: [1]).reshaped(to: [.batch, 1])
  let t10 = t9 - sum(t2 * t9, along: [1]).reshaped(to: [.batch, 1])
  let t11 = t4 * (t5 * t2)
  let t12 = t2 * t10 * cos(t1)
  return t12 + t11 * -sin(t1)
}

@_optimize(none) func gradient52(_ X: Tensor, _ A: Tensor, _ ŵ₁: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = X • A .<= ŵ₁
  let t2 = select(t1, -0.0, X)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t4 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t5 = t4.broadcast(to: [.batch, 3]) * cos(t2)
  let t6 = (1 / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t7 = select(t1, 0, t3 * (2 * t2) + t5)
  let t8 = sum(t6 * t7)
  return t8 * -sin(learning_rate)
}

@_optimize(none) func gradient53(_ sum_: Tensor, _ y: Tensor, _ A: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = A * ŵ₁ + diagonalMatrix(3 + sum_)
  let t2 = centered(t1, along: [0, 1])
  let t3 = norm(t2, along: [0, 1]).reshaped(to: [1, 1])
  let t4 = (1 / sqrt(Tensor(9))).reshaped(to: [1, 1])
  let t5 = t4 * select(t3 .== 0, 0, t2 / t3)
  let t6 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t7 = y.reshaped(to: [1, .batch])
  let t8 = Tensor.extent(.batch)
  let t9 = sin(sum(squared(t7)) / t8)
  let t10 = sum(t6 * diagonal(centered(t5, along: [0, 1])))
  let t11 = (t10 * -t9 / t8).reshaped(to: [1, 1])
  return (t11.broadcast(to: [1, .batch]) * (2 * t7)).reshaped(to: [.batch])
}

let printedGradients2: [@Sendable ([Tensor]) -> Tensor] = [
  { gradient40($0[0], $0[1]) },
  { gradient41($0[0], $0[1], $0[2]) },
  { gradient42($0[0], $0[1]) },
  { gradient43($0[0], $0[1], $0[2], $0[3]) },
  { gradient44($0[0], $0[1], $0[2]) },
  { gradient45($0[0], $0[1], $0[2], $0[3], $0[4]) },
  { gradient46($0[0], $0[1]) },
  { gradient47($0[0], $0[1], $0[2]) },
  { gradient48($0[0], $0[1]) },
  { gradient49($0[0], $0[1], $0[2]) },
  { gradient50($0[0], $0[1], $0[2], $0[3]) },
  { gradient51($0[0], $0[1], $0[2]) },
  { gradient52($0[0], $0[1], $0[2], $0[3]) },
  { gradient53($0[0], $0[1], $0[2], $0[3]) },
]
