// swift-format-ignore-file
// Printed by .ci/print-source; not written by hand.
import ChainRule

func gradient175(_ y: Tensor, _ sum_: Tensor, _ learning_rate: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = 2 + sum(ŵ₁) / 3
  let t2 = y * learning_rate / t1
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch])
  let t4 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t5 = t3 * (2 * t2)
  let t6 = t5 + t4 * cos(t2)
  let t7 = sum(t6 * -(t2 / t1))
  let t8 = (Tensor(1) / Tensor(3)).reshaped(to: [1, 1]).broadcast(to: [3, 1]).reshaped(to: [3])
  let t9 = sum_.reshaped(to: [3, 1]).transposed()
  let t10 = (t9 • t8.reshaped(to: [3, 1]).broadcast(to: [3, 3])).reshaped(to: [3])
  return (t7 / 3).reshaped(to: [1]).broadcast(to: [3]) + t10
}

func gradient176(_ learning_rate: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t2 = t1 * cos(learning_rate)
  let t3 = t2 * learning_rate
  let t4 = ŵ₁ * learning_rate
  let t5 = 2 * t4
  let t6 = t3 * t5
  let t7 = learning_rate .== 0
  let t8 = 1 + squared(t4)
  let t9 = learning_rate - 1
  let t10 = pow(t8, t9)
  let t11 = select(t7, 0, learning_rate * t10)
  let t12 = t6 * t11
  let t13 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t14 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t15 = pow(t8, learning_rate)
  let t16 = t12 * t14 * -sin(t15)
  let t17 = t12 * t13 * 2 + t16
  let t18 = learning_rate * pow(t8, learning_rate - 1)
  let t19 = t7 .== 0
  let t20 = t13 * (2 * t15)
  let t21 = t20 + t14 * cos(t15)
  let t22 = select(t7, 0, t6 * t21)
  let t23 = select(t19, t22 * learning_rate, 0)
  let t24 = t9 * pow(t8, t9 - 1)
  let t25 = select(t19, t23 * select(t9 .== 0, 0, t24), 0)
  let t26 = t17 * select(learning_rate .== 0, 0, t18) + t25
  let t27 = t21 * t11
  let t28 = t26 * (2 * t4)
  let t29 = (t28 + t3 * t27 * 2) * ŵ₁
  let t30 = select(t8 .== 0, 0, t15 * log(t8))
  let t31 = select(t8 .== 0, 0, t10 * log(t8))
  let t32 = t27 * t5
  let t33 = sum(t1 * (t32 * learning_rate))
  let t34 = t33 * -sin(learning_rate)
  let t35 = sum(select(t19, t22 * t10, 0))
  let t36 = t35 + (sum(t2 * t32) + t34)
  let t37 = sum(select(t19, t23 * t31, 0)) + t36
  let t38 = sum(t17 * t30) + t37
  return sum(t29) + t38
}

func gradient177(
  _ X: Tensor,
  _ y: Tensor,
  _ ŵ₁: Tensor,
  _ learning_rate: Tensor,
  _ A: Tensor
) -> Tensor {
  let t1 = ŵ₁ * learning_rate
  let t2 = X • A
  let t3 = maximum(t1, t2)
  let t4 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t5 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t6 = t5.broadcast(to: [.batch, 3]) * cos(t3)
  let t7 = (t2 .> t1) + 0.5 * (t1 .== t2)
  let t8 = (t4 * (2 * t3) + t6) * t7
  let t9 = (Tensor(1) / Tensor(9)).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t10 = y.reshaped(to: [1, .batch])
  let t11 = Tensor.extent(.batch)
  let t12 = sin(sum(squared(t10)) / t11)
  let t13 = sum(t9 * (X.transposed() • t8))
  let t14 = (t13 * -t12 / t11).reshaped(to: [1, 1])
  return (t14.broadcast(to: [1, .batch]) * (2 * t10)).reshaped(to: [.batch])
}

func gradient178(_ y: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = sum(squared(y.reshaped(to: [1, .batch]))) / Tensor.extent(.batch)
  let t2 = (1 * cos(t1)).reshaped(to: [1]).broadcast(to: [.batch])
  let t3 = y * learning_rate
  let t4 = sum(squared(y.reshaped(to: [1, .batch]))) / Tensor.extent(.batch)
  let t5 = (t3 .< t4) + 0.5 * (t3 .== t4)
  let t6 = t2 * y * t5
  let t7 = t6 * (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch])
  let t8 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t9 = -sin(minimum(t3, t4))
  let t10 = t7 * 2 + t6 * t8 * t9
  let t11 = (t3 .< t4) + 0.5 * (t3 .== t4)
  return sum(t10 * t11 * y)
}

func gradient179(_ sum_: Tensor) -> Tensor {
  let t1 = maximum(sum_, 0.5)
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t3 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t4 = t2 * (2 * t1)
  let t5 = (sum_ .> 0.5) + 0.5 * (sum_ .== 0.5)
  return (t4 + t3 * cos(t1)) * t5
}

func gradient180(_ sum_: Tensor, _ ŵ₁: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = sum_ + ŵ₁
  let t2 = tanh(t1) + 0.1
  let t3 = 1 + squared(learning_rate)
  let t4 = atan2(t2, t3)
  let t5 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t6 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t7 = t5 * (2 * t4)
  let t8 = stopGradient(maximum(abs(t2), abs(t3)))
  let t9 = squared(t2 / t8)
  let t10 = t9 + squared(t3 / t8)
  let t11 = t7 + t6 * cos(t4)
  let t12 = t11 * (t3 / t8 / t10 / t8)
  return t12 * squared(sech(t1))
}

func gradient181(_ y: Tensor, _ X: Tensor, _ ŵ₁: Tensor, _ A: Tensor) -> Tensor {
  let t1 = X • ŵ₁
  let t2 = logAddExp(y, t1)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch])
  let t4 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t5 = t3 * (2 * t2)
  let t6 = t1 - y
  let t7 = select((t1 .== y) * (t6 .!= t6), 0, t6)
  let t8 = t5 + t4 * cos(t2)
  let t9 = (t8 * sigmoid(t7)).reshaped(to: [.batch, 1])
  let t10 = (1 / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t11 = (t10 * (X • ŵ₁) / 3).reshaped(to: [.batch, 1])
  let t12 = t10 * (sum(X • A, along: [1]) / 3)
  let t13 = t11.broadcast(to: [.batch, 3]) • A.transposed()
  let t14 = t13 + t12.reshaped(to: [.batch, 1]) • ŵ₁.reshaped(to: [1, 3])
  return t9 • ŵ₁.reshaped(to: [1, 3]) + t14
}

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

let printedGradients10: [@Sendable ([Tensor]) -> Tensor] = [
  { gradient175($0[0], $0[1], $0[2], $0[3]) },
  { gradient176($0[0], $0[1]) },
  { gradient177($0[0], $0[1], $0[2], $0[3], $0[4]) },
  { gradient178($0[0], $0[1]) },
  { gradient179($0[0]) },
  { gradient180($0[0], $0[1], $0[2]) },
  { gradient181($0[0], $0[1], $0[2], $0[3]) },
  { gradient182($0[0], $0[1], $0[2]) },
  { gradient183($0[0], $0[1], $0[2]) },
  { gradient184($0[0], $0[1], $0[2], $0[3], $0[4]) },
  { _ in gradient185() },
  { gradient186($0[0], $0[1], $0[2], $0[3]) },
  { gradient187($0[0], $0[1]) },
  { gradient188($0[0], $0[1]) },
  { gradient189($0[0], $0[1]) },
  { gradient190($0[0], $0[1]) },
]
