// swift-format-ignore-file
// Printed by .ci/print-source; not written by hand.
import ChainRule

func gradient182(_ X: Tensor, _ ŵ₁: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = maximum(X * ŵ₁, 0.3)
  let t2 = ŵ₁ * learning_rate
  let t3 = minimum(t1, t2)
  let t4 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t5 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t6 = t5.broadcast(to: [.batch, 3]) * cos(t3)
  let t7 = (t2 .< t1) + 0.5 * (t1 .== t2)
  let t8 = (t4 * (2 * t3) + t6) * t7
  return sum(sum(t8, along: [0]) * ŵ₁)
}

func gradient183(_ sum_: Tensor, _ y: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = ŵ₁ .> 0.5
  let t2 = sum((t1 .== 0).broadcast(to: [3]))
  let t3 = y.reshaped(to: [1, .batch])
  let t4 = Tensor.extent(.batch)
  let t5 = sum(squared(t3)) / t4
  let t6 = select(t1, tanh(sum_ + ŵ₁), squared(t5))
  let t7 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t8 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t9 = t7 * (2 * t6)
  let t10 = select(t1, 0, t9 + t8 * cos(t6))
  let t11 = select(t2, sum(t10) * (2 * t5), 0)
  let t12 = select(t2, t11 / t4, 0).reshaped(to: [1, 1]).broadcast(to: [1, .batch])
  let t13 = t2.reshaped(to: [1, 1]).broadcast(to: [1, .batch])
  return select(t13, t12 * (2 * t3), 0).reshaped(to: [.batch])
}

func gradient184(
  _ y: Tensor,
  _ sum_: Tensor,
  _ in_: Tensor,
  _ learning_rate: Tensor,
  _ ŵ₁: Tensor
) -> Tensor {
  let t1 = y .< y
  let t2 = select(t1, y * learning_rate, 0)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch])
  let t4 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t5 = t3 * (2 * t2)
  let t6 = select(t1, t5 + t4 * cos(t2), 0)
  let t7 = (1 / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t8 = t7 * gather(tanh(sum_ + ŵ₁), in_, along: 0)
  let t9 = sum(select(t1, t6 * y, 0))
  return t9 + sum(t8 * y)
}

func gradient185() -> Tensor {
  return Tensor(0).broadcast(to: [3])
}

func gradient186(_ sum_: Tensor, _ y: Tensor, _ ŵ₁: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = sum(squared(y.reshaped(to: [1, .batch]))) / Tensor.extent(.batch)
  let t2 = sum_ .>= t1
  let t3 = sum_ + ŵ₁
  let t4 = exp(tanh(t3))
  let t5 = select(t2, t4, ŵ₁ * learning_rate * (Tensor(1) .!= Tensor(2)))
  let t6 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t7 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t8 = t6 * (2 * t5)
  let t9 = select(t2, t8 + t7 * cos(t5), 0)
  let t10 = select(t2, t9 * t4, 0)
  let t11 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3]).flipped(along: [0])
  let t12 = select(t2, t10 * squared(sech(t3)), 0)
  let t13 = t11 * squared(sech(sum_ + ŵ₁))
  return t12 + t13
}

func gradient187(_ y: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = y * learning_rate .== y * learning_rate
  let t2 = t1 * (y * learning_rate) + y * learning_rate
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch])
  let t4 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t5 = t3 * (2 * t2)
  let t6 = t5 + t4 * cos(t2)
  let t7 = sum(t6 * t1 * y)
  return t7 + sum(t6 * y)
}

func gradient188(_ ŵ₁: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = ŵ₁ * learning_rate .< Tensor(Double.infinity)
  let t2 = select(t1, ŵ₁ * learning_rate, Tensor(Double.nan))
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t4 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t5 = t3 * (2 * t2)
  let t6 = select(t1, t5 + t4 * cos(t2), 0)
  return sum(select(t1, t6 * ŵ₁, 0))
}

func gradient189(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = sum_.reshaped(to: [3, 1])
  let t2 = t1 • ŵ₁.reshaped(to: [1, 3])
  let t3 = (t2 + diagonalMatrix(3 + sum_)).transposed()
  let t4 = sum_.reshaped(to: [3, 1])
  let t5 = t4 • ŵ₁.reshaped(to: [1, 3])
  let t6 = t5 + diagonalMatrix(3 + sum_)
  let t7 = t3 * t6
  let t8 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t9 = (Tensor(1) * Tensor(0.5) / 9).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t10 = t8 * (2 * t7)
  let t11 = t10 + t9 * cos(t7)
  let t12 = t1.transposed() • (t11 * t6).transposed()
  let t13 = (t4.transposed() • (t11 * t3)).reshaped(to: [3])
  return t12.reshaped(to: [3]) + t13
}

func gradient190(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = sum_.reshaped(to: [3, 1])
  let t2 = (t1 • ŵ₁.reshaped(to: [1, 3])).reshaped(to: [3, 1, 3]).transposed(axes: [2, 0, 1])
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1, 1]).broadcast(to: [3, 3, 1])
  let t4 = (Tensor(1) * Tensor(0.5) / 9).reshaped(to: [1, 1, 1]).broadcast(to: [3, 3, 1])
  let t5 = t3 * (2 * t2)
  let t6 = (t5 + t4 * cos(t2)).transposed(axes: [1, 2, 0])
  let t7 = sum_.reshaped(to: [3, 1])
  let t8 = t7 • ŵ₁.reshaped(to: [1, 3])
  let t9 = pad((Tensor(1) / Tensor(6)).reshaped(to: [1, 1]).broadcast(to: [3, 2]), before: [0, 0], after: [0, 1])
  let t10 = unsorted(t9, by: t8 + diagonalMatrix(3 + sum_), along: 1, descending: true)
  let t11 = (t1.transposed() • t6.reshaped(to: [3, 3])).reshaped(to: [3])
  return t11 + (t7.transposed() • t10).reshaped(to: [3])
}

func gradient191(
  _ sum_: Tensor,
  _ X: Tensor,
  _ V: Tensor,
  _ learning_rate: Tensor,
  _ ŵ₁: Tensor
) -> Tensor {
  let t1 = V.reshaped(to: [2, 3])
  let z = (sum_ / 2).named("z")
  let t2 = t1 * z
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [2, 3])
  let t4 = (Tensor(1) * Tensor(0.5) / 6).reshaped(to: [1, 1]).broadcast(to: [2, 3])
  let t5 = t3 * (2 * t2)
  let t6 = (t5 + t4 * cos(t2)) * t1
  let ŷ = (X • sum_ + learning_rate).named("ŷ")
  let t7 = X • ŵ₁
  let t8 = ŷ - t7
  let t9 = select((ŷ .== t7) * (t8 .!= t8), 0, t8)
  let t10 = (1 / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t11 = X.transposed() • (t10 * sigmoid(t9))
  return sum(t6, along: [0]) / 2 + t11
}

func gradient192(_ sum_: Tensor, _ ŵ₁: Tensor, _ A: Tensor, _ learning_rate: Tensor) -> Tensor {
  let z = (sum_ / 2).named("z")
  let t1 = z.broadcast(to: [2, 3]) * 0.35637665377183303
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [2, 3])
  let t3 = (Tensor(1) * Tensor(0.5) / 6).reshaped(to: [1, 1]).broadcast(to: [2, 3])
  let t4 = t2 * (2 * t1)
  let t5 = (t4 + t3 * cos(t1)) * 0.35637665377183303
  let t6 = (Tensor(1) / Tensor(9)).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t7 = sum_ + ŵ₁
  let t8 = A * ŵ₁ + diagonalMatrix(3 + sum_)
  let t9 = sum(t6 * cumulativeSum(t8, along: 1), along: [0])
  let t10 = diagonal(cumulativeSum(t6 * tanh(t7), along: 1, reversed: true))
  let t11 = t10 + t9 * squared(sech(t7))
  let t12 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t13 = t12 * (sum(t5, along: [0]) / 2 + t11)
  return sum(t13) * -sin(learning_rate)
}

func gradient193(_ X: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t2 = t1 * cos(sum(ŵ₁) / 3)
  let t3 = sum(t2).reshaped(to: [1]).reshaped(to: []) / 3
  let t4 = t3.reshaped(to: [1, 1, 1]).broadcast(to: [.batch, 3, 1])
  let t5 = X.reshaped(to: [.batch, 1, 3]).transposed(axes: [0, 2, 1])
  let t6 = t4 * t5
  let t7 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1, 1]).broadcast(to: [.batch, 3, 1])
  let t8 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1, 1])
  let t9 = t8.broadcast(to: [.batch, 3, 1])
  let t10 = sum(ŵ₁) / 3
  let t11 = t5 * t10
  let t12 = t6 * t9 * -sin(t11)
  let t13 = t7 * (2 * t11)
  let t14 = (t6 * t7 * 2 + t12) * t10
  let t15 = t4 * (t13 + t9 * cos(t11))
  let t16 = t2.reshaped(to: [1, 3]).broadcast(to: [.batch, 3])
  let t17 = (1 / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t18 = -(t16 * X * t17)
  let t19 = X * ŵ₁
  let t20 = tanh(t19)
  let t21 = sech(t19)
  let t22 = -(t21 * tanh(t19))
  let t23 = t18 * t21 * squared(sech(t19))
  let t24 = (t18 * t20 * t22 + t23) * ŵ₁
  let t25 = t16 * (t17 * -(t21 * t20))
  let t26 = (t14 + t15).transposed(axes: [0, 2, 1]).reshaped(to: [.batch, 3])
  return t26 + (t24 + t25)
}

func gradient194(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = sum_ + ŵ₁
  let t2 = tanh(t1).reshaped(to: [1, 3]).broadcast(to: [2, 3]).reshaped(to: [6])
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [6])
  let t4 = (Tensor(1) * Tensor(0.5) / 6).reshaped(to: [1]).broadcast(to: [6])
  let t5 = t3 * (2 * t2)
  let t6 = (t5 + t4 * cos(t2)).reshaped(to: [2, 3])
  let t7 = sum(t6, along: [0]).reshaped(to: [1, 3]).reshaped(to: [3])
  let t8 = (Tensor(1) / Tensor(12)).reshaped(to: [1, 1]).broadcast(to: [3, 4]) * 1.1628715956562583
  let t9 = squared(sech(sum_ + ŵ₁))
  let t10 = t7 * squared(sech(t1))
  return t10 + diagonal(t8) * t9
}

let printedGradients14: [@Sendable ([Tensor]) -> Tensor] = [
  { gradient182($0[0], $0[1], $0[2]) },
  { gradient183($0[0], $0[1], $0[2]) },
  { gradient184($0[0], $0[1], $0[2], $0[3], $0[4]) },
  { _ in gradient185() },
  { gradient186($0[0], $0[1], $0[2], $0[3]) },
  { gradient187($0[0], $0[1]) },
  { gradient188($0[0], $0[1]) },
  { gradient189($0[0], $0[1]) },
  { gradient190($0[0], $0[1]) },
  { gradient191($0[0], $0[1], $0[2], $0[3], $0[4]) },
  { gradient192($0[0], $0[1], $0[2], $0[3]) },
  { gradient193($0[0], $0[1]) },
  { gradient194($0[0], $0[1]) },
]
