// swift-format-ignore-file
// Printed by .ci/print-source; not written by hand.
import ChainRule

func gradient125(_ sum_: Tensor, _ ŵ₁: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = ŵ₁.reshaped(to: [1, 3])
  let t2 = sum_.reshaped(to: [3, 1]) • t1
  let t3 = t2 + diagonalMatrix(3 + sum_)
  let t4 = solve(t3, sum_.reshaped(to: [3, 1]))
  let t5 = t4.reshaped(to: [3])
  let t6 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t7 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t8 = t6 * (2 * t5)
  let t9 = (t8 + t7 * cos(t5)).reshaped(to: [3, 1])
  let t10 = solve(t3.transposed(), t9) • t4.transposed()
  let t11 = -t10
  let t12 = ŵ₁ * learning_rate .> 0.5
  let t13 = select(t12, (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3]), 0)
  let t14 = solve(t3.transposed(), t9).reshaped(to: [3])
  let t15 = t14 + select(t12, t13 / 2, 0)
  let t16 = (t11 • t1.transposed()).reshaped(to: [3])
  return t16 + (diagonal(t11) + t15)
}

func gradient126(_ sum_: Tensor, _ y: Tensor, _ ŵ₁: Tensor, _ V: Tensor) -> Tensor {
  let t1 = ŵ₁.reshaped(to: [1, 3])
  let t2 = sum_.reshaped(to: [3, 1]) • t1
  let t3 = t2 + diagonalMatrix(3 + sum_)
  let t4 = t3.transposed()
  let t5 = sum(squared(y.reshaped(to: [1, .batch]))) / Tensor.extent(.batch)
  let t6 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t7 = t6 * cos(t5)
  let t8 = t7.reshaped(to: [3, 1]) • t1.transposed().transposed()
  let t9 = -(t8 + diagonalMatrix(t7))
  let t10 = solve(t3, V)
  let t11 = t9 • t10.transposed().transposed()
  let t12 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t13 = (Tensor(1) * Tensor(0.5) / 6).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t14 = t12 * (2 * t10)
  let t15 = solve(t4, t14 + t13 * cos(t10))
  let t16 = solve(t4.transposed(), t11) • t15.transposed()
  let t17 = solve(t4.transposed(), t11)
  let t18 = t17 * t13 * -sin(t10)
  let t19 = t18 + (t15.transposed() • t9).transposed()
  let t20 = t17 * t12 * 2 + t19
  let t21 = solve(t3.transposed(), t20) • t10.transposed()
  let t22 = (-t16).transposed() + -t21
  let t23 = (t22 • t1.transposed()).reshaped(to: [3])
  return t23 + diagonal(t22)
}

func gradient127(_ y: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = sum(squared(y.reshaped(to: [1, .batch]))) / Tensor.extent(.batch)
  let t2 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t3 = Tensor.constant([0.1, -0.0, 1e-05])
  let t4 = t2 * cos(t1) * t3
  let t5 = t4 * (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t6 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t7 = -sin(ŵ₁ * t3 + 0.7837400071058946)
  let t8 = t5 * 2 + t4 * t6 * t7
  return t8 * t3
}

func gradient128(_ X: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = X + learning_rate
  let C = Tensor.constant([[1, 2], [3.25, -4], [1000, 0.3333333333333333]]).named("C")
  let t2 = sin(t1) • C / 1000
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 2])
  let t4 = (Tensor(1) * Tensor(0.5) / (2 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t5 = t4.broadcast(to: [.batch, 2]) * cos(t2)
  let t6 = (t3 * (2 * t2) + t5) / 1000
  let t7 = t6 • C.transposed() * cos(t1)
  let t8 = X + learning_rate
  let t9 = sin(t8)
  let t10 = t9 .== min(t9, along: [1]).reshaped(to: [.batch, 1])
  let t11 = (1 / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch]).reshaped(to: [.batch, 1])
  let t12 = t11 * (t10 / sum(t10, along: [1]).reshaped(to: [.batch, 1]))
  let t13 = sum(t12 * cos(t8))
  return sum(t7) + t13
}

func gradient129(_ sum_: Tensor, _ X: Tensor, _ ŵ₁: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = tanh(sum_ + ŵ₁) * 0.30000000000000004
  let t2 = ŵ₁ * learning_rate * 0x1p-1074 + t1 - (-1e-300)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t4 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t5 = t3 * (2 * t2)
  let t6 = (t5 + t4 * cos(t2)) * 0x1p-1074
  let ŷ = (X • sum_ + learning_rate).named("ŷ")
  let t7 = (1 / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t8 = t7 * polygamma(1, 1 + squared(ŷ))
  let t9 = sum(t8 * (2 * ŷ))
  return sum(t6 * ŵ₁) + t9
}

func gradient130(
  _ y: Tensor,
  _ ŵ₁: Tensor,
  _ learning_rate: Tensor,
  _ constant: Tensor
) -> Tensor {
  let t1 = sum(squared(y.reshaped(to: [1, .batch]))) / Tensor.extent(.batch)
  let t2 = (1 * cos(t1)).reshaped(to: [1]).broadcast(to: [3])
  let t3 = sum(constant)
  let t4 = t2 * ŵ₁ * t3
  let t5 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t6 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t7 = ŵ₁ * learning_rate * t3
  let t8 = t4 * t6 * -sin(t7)
  let t9 = (t4 * t5 * 2 + t8) * t3
  let t10 = t5 * (2 * t7)
  let t11 = (t10 + t6 * cos(t7)) * t3
  return t9 * learning_rate + t2 * t11
}

func gradient131(
  _ sum_: Tensor,
  _ ŵ₁: Tensor,
  _ learning_rate: Tensor,
  _ A: Tensor,
  _ indices: Tensor
) -> Tensor {
  let t1 = gather(ŵ₁ * learning_rate, indices, along: 0) / 70
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [70])
  let t3 = (Tensor(1) * Tensor(0.5) / 70).reshaped(to: [1]).broadcast(to: [70])
  let t4 = t2 * (2 * t1)
  let t5 = (t4 + t3 * cos(t1)) / 70
  let t6 = A * ŵ₁ + diagonalMatrix(3 + sum_)
  let t7 = inverse(t6).transposed()
  let t8 = (Tensor(1) / Tensor(9)).reshaped(to: [1, 1]).broadcast(to: [3, 3]) / 10
  let t9 = sum(t7 * t8) * t7
  let t10 = t9 - t7 • t8.transposed() • t7
  let t11 = sum(determinant(t6) * t10 * A, along: [0])
  return scatterAdd(t5, indices, along: 0, length: 3) * learning_rate + t11
}

func gradient132(_ y: Tensor, _ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = sum(squared(y.reshaped(to: [1, .batch]))) / Tensor.extent(.batch)
  let t2 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t3 = t2 * cos(t1)
  let t4 = sum_ + ŵ₁
  let t5 = sech(t4)
  let t6 = t3 * squared(t5)
  let t7 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t8 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t9 = concatenate([tanh(t4), Tensor.constant([])], along: 0)
  let t10 = t9 + sum(Tensor(1).broadcast(to: [0, 3]), along: [0])
  let t11 = t6 * t8 * -sin(t10)
  let t12 = t6 * t7 * 2 + t11
  let t13 = t7 * (2 * t10)
  let t14 = t3 * (t13 + t8 * cos(t10))
  let t15 = -(t5 * tanh(t4))
  let t16 = t12 * squared(sech(t4))
  return t16 + t14 * (2 * t5) * t15
}

func gradient133(_ sum_: Tensor) -> Tensor {
  let t1 = sum_ .< Tensor.constant([1, NDArray(Double.infinity), 0])
  let t2 = select(t1, sum_, 0)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t4 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t5 = t3 * (2 * t2)
  return select(t1, t5 + t4 * cos(t2), 0)
}

func gradient134(_ V: Tensor) -> Tensor {
  let t1 = -V * 2
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t3 = (Tensor(1) * Tensor(0.5) / 6).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t4 = t2 * (2 * t1)
  let t5 = (t4 + t3 * cos(t1)) * 2
  return -t5
}

func gradient135(_ X: Tensor, _ ŵ₁: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = (1 / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t2 = sum(ŵ₁) / 3
  let t3 = t1 * cos(t2)
  let t4 = t3 * ŵ₁
  let t5 = X * ŵ₁
  let t6 = 2 * t5
  let t7 = t4 * t6
  let t8 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t9 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t10 = t9.broadcast(to: [.batch, 3])
  let t11 = squared(t5)
  let t12 = t7 * t10 * -sin(t11)
  let t13 = t7 * t8 * 2 + t12
  let t14 = t8 * (2 * t11)
  let t15 = t14 + t10 * cos(t11)
  let t16 = t13 * (2 * t5)
  let t17 = (t16 + t4 * t15 * 2) * X
  let t18 = t15 * t6
  let t19 = X + learning_rate
  let t20 = cos(t19)
  let t21 = sum(t3 * t20, along: [1]).reshaped(to: [.batch, 1]).reshaped(to: [.batch])
  let t22 = (1 / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t23 = t22 * (sum(sin(t19), along: [1]) / 3)
  let t24 = t23.reshaped(to: [.batch, 1])
  let t25 = (t22 * (X • ŵ₁) / 3).reshaped(to: [.batch, 1])
  let t26 = t25.broadcast(to: [.batch, 3]) * t20
  let t27 = t26 + t24 • ŵ₁.reshaped(to: [1, 3])
  let t28 = sum(t1 * (t18 * ŵ₁ + t27))
  let t29 = t28 * -sin(t2) / 3
  let t30 = (t24.transposed() • t3).reshaped(to: [3])
  let t31 = X.transposed() • (t21 / 3 * t22)
  let t32 = t31 + (t30 + t29.reshaped(to: [1]).broadcast(to: [3]))
  let t33 = sum(t3 * t18, along: [0]) + t32
  return sum(t17, along: [0]) + t33
}

func gradient136(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = sum_ + ŵ₁
  let t2 = sqrt(tanh(t1) + 1)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t4 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t5 = t3 * (2 * t2)
  let t6 = t5 + t4 * cos(t2)
  let t7 = t6 / (2 * t2)
  return t7 * squared(sech(t1))
}

func gradient137(_ X: Tensor, _ sum_: Tensor, _ learning_rate: Tensor) -> Tensor {
  let ŷ = (X • sum_ + learning_rate).named("ŷ")
  let t1 = ŷ - 0.5
  let t2 = (1 * cos(learning_rate)).reshaped(to: [1]).broadcast(to: [.batch])
  let t3 = t2 * ((t1 .> 0) - (t1 .< 0))
  let t4 = t3 * (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch])
  let t5 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t6 = -sin(abs(t1))
  let t7 = t4 * 2 + t3 * t5 * t6
  let t8 = t7 * ((t1 .> 0) - (t1 .< 0))
  return t8.reshaped(to: [.batch, 1]) • sum_.reshaped(to: [1, 3])
}

func gradient138(_ X: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = (1 / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t2 = sign(X)
  let t3 = t1 * cos(sum(ŵ₁) / 3)
  let t4 = t3 * t2
  let t5 = t4 * (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t6 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t7 = -sin(t2 * X)
  let t8 = t4 * t6.broadcast(to: [.batch, 3]) * t7
  return (t5 * 2 + t8) * t2
}

func gradient139(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = sum_ + ŵ₁
  let t2 = tanh(t1)
  let t3 = floor(3 * t2) + t2
  let t4 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t5 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t6 = t4 * (2 * t3)
  let t7 = t6 + t5 * cos(t3)
  return t7 * squared(sech(t1))
}

func gradient140(_ learning_rate: Tensor, _ V: Tensor) -> Tensor {
  let t1 = (Tensor(1) / Tensor(6)).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t2 = -(t1 * cos(learning_rate))
  let t3 = t2 * (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t4 = (Tensor(1) * Tensor(0.5) / 6).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t5 = sin(ceil(3 * V) - V)
  let t6 = t2 * t4 * -t5
  return -(t3 * 2 + t6)
}

let printedGradients7: [@Sendable ([Tensor]) -> Tensor] = [
  { gradient125($0[0], $0[1], $0[2]) },
  { gradient126($0[0], $0[1], $0[2], $0[3]) },
  { gradient127($0[0], $0[1]) },
  { gradient128($0[0], $0[1]) },
  { gradient129($0[0], $0[1], $0[2], $0[3]) },
  { gradient130($0[0], $0[1], $0[2], $0[3]) },
  { gradient131($0[0], $0[1], $0[2], $0[3], $0[4]) },
  { gradient132($0[0], $0[1], $0[2]) },
  { gradient133($0[0]) },
  { gradient134($0[0]) },
  { gradient135($0[0], $0[1], $0[2]) },
  { gradient136($0[0], $0[1]) },
  { gradient137($0[0], $0[1], $0[2]) },
  { gradient138($0[0], $0[1]) },
  { gradient139($0[0], $0[1]) },
  { gradient140($0[0], $0[1]) },
]
