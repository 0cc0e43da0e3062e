// swift-format-ignore-file
// Printed by .ci/print-source; not written by hand.
import ChainRule

func gradient77(_ sum_: Tensor, _ A: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = Tensor.indices([2, 2, 0, 1]).reshaped(to: [2, 2])
  let t2 = A * ŵ₁ + diagonalMatrix(3 + sum_)
  let t3 = gather(t2, t1, along: 1)
  let t4 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1, 1]).broadcast(to: [3, 2, 2])
  let t5 = (Tensor(1) * Tensor(0.5) / 12).reshaped(to: [1, 1, 1]).broadcast(to: [3, 2, 2])
  let t6 = t4 * (2 * t3)
  let t7 = scatterAdd(t6 + t5 * cos(t3), t1, along: 1, length: 3)
  return diagonal(t7)
}

func gradient78(_ X: Tensor, _ in_: Tensor, _ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = scatterAdd(X • ŵ₁, in_, along: 0, length: 3)
  let t2 = sum_ + ŵ₁
  let t3 = tanh(t2)
  let t4 = t1 * t3
  let t5 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t6 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t7 = t5 * (2 * t4)
  let t8 = t7 + t6 * cos(t4)
  let t9 = (1 / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t10 = t9 * -sin(X * ŵ₁)
  let t11 = t8 * t1 * squared(sech(t2))
  let t12 = X.transposed() • gather(t8 * t3, in_, along: 0)
  return t12 + (t11 + sum(t10 * X, along: [0]))
}

func gradient79(_ ŵ₁: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = Tensor.indices([1, 3, 1])
  let t2 = scatterAdd(ŵ₁ * learning_rate, t1, along: 0, length: 5)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [5])
  let t4 = (Tensor(1) * Tensor(0.5) / 5).reshaped(to: [1]).broadcast(to: [5])
  let t5 = t3 * (2 * t2)
  let t6 = gather(t5 + t4 * cos(t2), t1, along: 0)
  return sum(t6 * ŵ₁)
}

func gradient80(_ X: Tensor, _ in_: Tensor, _ ŵ₁: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = (1 / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t2 = t1 * cos(sum(ŵ₁) / 3)
  let t3 = X + learning_rate
  let t4 = scatterAdd(Tensor(1).broadcast(to: [.batch]), in_, along: 1, length: 3, batchAxes: 1)
  let t5 = t2 * cos(t3) * t4
  let t6 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t7 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t8 = t7.broadcast(to: [.batch, 3])
  let t9 = t4 * sin(t3)
  let t10 = t5 * t8 * -sin(t9)
  let t11 = (t5 * t6 * 2 + t10) * t4
  let t12 = t6 * (2 * t9)
  let t13 = (t12 + t8 * cos(t9)) * t4
  let t14 = t2 * t13 * -sin(t3)
  return t11 * cos(t3) + t14
}

func gradient81(_ X: Tensor, _ ŵ₁: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = 1 * cos(sum(ŵ₁) / 3)
  let t2 = t1.reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t3 = X + learning_rate
  let t4 = sum(t2 * cos(t3)).reshaped(to: [1, 1])
  let t5 = t4.reshaped(to: [])
  let t6 = sum(sin(t3))
  let t7 = t5 * learning_rate + t1 * t6
  let t8 = Tensor(1) / Tensor(4)
  let t9 = Tensor(1) * Tensor(0.5)
  let t10 = t6 * learning_rate
  let t11 = t7 * t9 * -sin(t10)
  let t12 = t7 * t8 * 2 + t11
  let t13 = t8 * (2 * t10)
  let t14 = t13 + t9 * cos(t10)
  let t15 = (t12 * learning_rate + t1 * t14).reshaped(to: [1, 1])
  let t16 = t2 * (t14 * learning_rate).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t17 = t15.broadcast(to: [.batch, 3]) * cos(t3)
  let t18 = t17 + t16 * -sin(t3)
  let t19 = (1 / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t20 = t1.reshaped(to: [1, 1]).broadcast(to: [.batch, 3]) * centered(t19, along: [1])
  let t21 = t20 * -sin(X + learning_rate)
  let t22 = t5 * t14 + sum(t21)
  return sum(t18) + (t12 * t6 + t22)
}

func gradient82(_ X: Tensor, _ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = tanh(sum_ + ŵ₁)
  let t2 = sum(X, along: [0]) * t1
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t4 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t5 = t3 * (2 * t2)
  let t6 = (t5 + t4 * cos(t2)) * t1
  let z = (sum_ / 2).named("z")
  let t7 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3]) * z
  let t8 = t6.reshaped(to: [1, 3]).broadcast(to: [.batch, 3])
  return t8 + t7.reshaped(to: [1, 3]).broadcast(to: [.batch, 3])
}

func gradient83(_ sum_: Tensor, _ A: Tensor, _ ŵ₁: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = sum(A + diagonalMatrix(3 + sum_), along: [1])
  let t2 = t1.reshaped(to: [3, 1])
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 1])
  let t4 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1, 1]).broadcast(to: [3, 1])
  let t5 = t3 * (2 * t2)
  let t6 = (t5 + t4 * cos(t2)).reshaped(to: [3])
  let z = (sum_ / 2).named("z")
  let t7 = (Tensor(1) / Tensor(9)).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t8 = diagonalMatrix(z).transposed() • t7 * ŵ₁
  let t9 = (Tensor(1) / Tensor(9)).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t10 = t9 * (t6.reshaped(to: [3, 1]).broadcast(to: [3, 3]) + t8)
  return sum(t10) * -sin(learning_rate)
}

func gradient84(
  _ X: Tensor,
  _ sum_: Tensor,
  _ A: Tensor,
  _ learning_rate: Tensor,
  _ ŵ₁: Tensor
) -> Tensor {
  let t1 = sum(X • A, along: [1]) / 3
  let ŷ = (X • sum_ + learning_rate).named("ŷ")
  let t2 = t1 * ŷ
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch])
  let t4 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t5 = t3 * (2 * t2)
  let t6 = (t5 + t4 * cos(t2)) * t1
  let t7 = A * ŵ₁ + diagonalMatrix(3 + sum_)
  let t8 = (Tensor(1) / Tensor(9)).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t9 = sum(t8 * cumulativeSum(t7, along: 1), along: [0]) * ŵ₁
  return sum(t6) + sum(t9)
}

func gradient85(_ X: Tensor, _ y: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = max(X * ŵ₁, along: [0, 1])
  let t2 = y.reshaped(to: [1, .batch])
  let t3 = Tensor.extent(.batch)
  let t4 = t1 * (sum(squared(t2)) / t3)
  let t5 = Tensor(1) / Tensor(4) * (2 * t4)
  let t6 = t5 + Tensor(1) * Tensor(0.5) * cos(t4)
  let t7 = (t6 * t1 / t3).reshaped(to: [1, 1]).broadcast(to: [1, .batch])
  return (t7 * (2 * t2)).reshaped(to: [.batch])
}

func gradient86(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = ŵ₁.reshaped(to: [1, 3])
  let t2 = sum_.reshaped(to: [3, 1]) • t1
  let t3 = t2 + diagonalMatrix(3 + sum_)
  let t4 = max(t3, along: [0])
  let t5 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t6 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t7 = t5 * (2 * t4)
  let t8 = t3 .== t4.reshaped(to: [1, 3])
  let t9 = (t7 + t6 * cos(t4)).reshaped(to: [1, 3])
  let t10 = t9 * (t8 / sum(t8, along: [0]).reshaped(to: [1, 3]))
  let t11 = (t10 • t1.transposed()).reshaped(to: [3])
  return t11 + diagonal(t10)
}

func gradient87(_ X: Tensor, _ learning_rate: Tensor, _ A: Tensor) -> Tensor {
  let t1 = (Tensor(1) / Tensor(9)).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t2 = X.transposed().transposed()
  let t3 = X • A
  let t4 = min(t3, along: [1])
  let t5 = t3 .== t4.reshaped(to: [.batch, 1])
  let t6 = t2 • (t1 * cos(learning_rate))
  let t7 = t6 * (t5 / sum(t5, along: [1]).reshaped(to: [.batch, 1]))
  let t8 = sum(t7, along: [1]).reshaped(to: [.batch, 1]).reshaped(to: [.batch])
  let t9 = t8 * (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch])
  let t10 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t11 = t8 * t10 * -sin(t4)
  let t12 = t3 .== t4.reshaped(to: [.batch, 1])
  let t13 = (t9 * 2 + t11).reshaped(to: [.batch, 1])
  let t14 = t13 * (t12 / sum(t12, along: [1]).reshaped(to: [.batch, 1]))
  return X.transposed() • t14
}

func gradient88(_ X: Tensor) -> Tensor {
  let t1 = logSumExp(X, along: [1])
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch])
  let t3 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t4 = t2 * (2 * t1)
  let t5 = (t4 + t3 * cos(t1)).reshaped(to: [.batch, 1])
  return t5 * softmax(X, along: [1])
}

func gradient89(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = sum_.reshaped(to: [3, 1])
  let t2 = t1 • ŵ₁.reshaped(to: [1, 3])
  let t3 = t2 + diagonalMatrix(3 + sum_)
  let t4 = sum(abs(t3), along: [1])
  let t5 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t6 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t7 = t5 * (2 * t4)
  let t8 = (t7 + t6 * cos(t4)).reshaped(to: [3, 1])
  let t9 = (t3 .> 0) - (t3 .< 0)
  let t10 = t1.transposed() • (t8.broadcast(to: [3, 3]) * t9)
  return t10.reshaped(to: [3])
}

func gradient90(_ X: Tensor, _ A: Tensor) -> Tensor {
  let t1 = X • A
  let t2 = norm(t1, along: [0, 1])
  let t3 = Tensor(1) / Tensor(4) * (2 * t2)
  let t4 = t3 + Tensor(1) * Tensor(0.5) * cos(t2)
  let t5 = t2.reshaped(to: [1, 1])
  let t6 = select(t5 .== 0, 0, t1 / t5)
  return X.transposed() • (t4.reshaped(to: [1, 1]) * t6)
}

func gradient91(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = sum_.reshaped(to: [3, 1])
  let t2 = t1 • ŵ₁.reshaped(to: [1, 3])
  let t3 = t2 + diagonalMatrix(3 + sum_)
  let t4 = norm(t3, along: [0])
  let t5 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t6 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t7 = t5 * (2 * t4)
  let t8 = t4.reshaped(to: [1, 3])
  let t9 = (t7 + t6 * cos(t4)).reshaped(to: [1, 3])
  let t10 = t9 * select(t8 .== 0, 0, t3 / t8)
  let z = (sum_ / 2).named("z")
  let t11 = 1 + squared(z)
  let t12 = pow(t11, sum(ŵ₁) / 3)
  let t13 = select(t11 .== 0, 0, t12 * log(t11))
  let t14 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3]) * t13
  let t15 = (sum(t14) / 3).reshaped(to: [1]).broadcast(to: [3])
  return (t1.transposed() • t10).reshaped(to: [3]) + t15
}

func gradient92(_ sum_: Tensor, _ ŵ₁: Tensor, _ A: Tensor) -> Tensor {
  let t1 = sum_ + ŵ₁
  let t2 = tanh(t1)
  let t3 = abs(t2)
  let t4 = max(t3, along: [0])
  let t5 = Tensor(1) / Tensor(4) * (2 * t4)
  let t6 = t5 + Tensor(1) * Tensor(0.5) * cos(t4)
  let t7 = t3 .== t4.reshaped(to: [1])
  let t8 = t7 / sum(t7).reshaped(to: [1])
  let t9 = (t2 .> 0) - (t2 .< 0)
  let t10 = t6.reshaped(to: [1]) * t8 * t9
  let t11 = A * ŵ₁ + diagonalMatrix(3 + sum_)
  let t12 = 1 * inverse(t11).transposed() * A
  let t13 = t10 * squared(sech(t1))
  return t13 + sum(t12, along: [0])
}

let printedGradients4: [@Sendable ([Tensor]) -> Tensor] = [
  { gradient77($0[0], $0[1], $0[2]) },
  { gradient78($0[0], $0[1], $0[2], $0[3]) },
  { gradient79($0[0], $0[1]) },
  { gradient80($0[0], $0[1], $0[2], $0[3]) },
  { gradient81($0[0], $0[1], $0[2]) },
  { gradient82($0[0], $0[1], $0[2]) },
  { gradient83($0[0], $0[1], $0[2], $0[3]) },
  { gradient84($0[0], $0[1], $0[2], $0[3], $0[4]) },
  { gradient85($0[0], $0[1], $0[2]) },
  { gradient86($0[0], $0[1]) },
  { gradient87($0[0], $0[1], $0[2]) },
  { gradient88($0[0]) },
  { gradient89($0[0], $0[1]) },
  { gradient90($0[0], $0[1]) },
  { gradient91($0[0], $0[1]) },
  { gradient92($0[0], $0[1], $0[2]) },
]
