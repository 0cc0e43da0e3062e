// swift-format-ignore-file
// Printed by .ci/print-source; not written by hand.
import ChainRule

func gradient93(
  _ sum_: Tensor,
  _ y: Tensor,
  _ X: Tensor,
  _ ŵ₁: Tensor,
  _ learning_rate: Tensor
) -> Tensor {
  let t1 = sum_.reshaped(to: [3, 1])
  let t2 = t1 • ŵ₁.reshaped(to: [1, 3])
  let t3 = centered(t2 + diagonalMatrix(3 + sum_), along: [1])
  let t4 = Tensor(3) - Tensor(1)
  let t5 = sum(squared(t3), along: [1]) / t4
  let t6 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t7 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t8 = t6 * (2 * t5)
  let t9 = (t8 + t7 * cos(t5)) / t4
  let t10 = t9.reshaped(to: [3, 1]).broadcast(to: [3, 3]) * (2 * t3)
  let t11 = (1 / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t12 = (t11 * (y * learning_rate) / 3).reshaped(to: [.batch, 1])
  let t13 = (t1.transposed() • centered(t10, along: [1])).reshaped(to: [3])
  return t13 + sum(t12.broadcast(to: [.batch, 3]) * X, along: [0])
}

func gradient94(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = sum_.reshaped(to: [3, 1])
  let t2 = t1 • ŵ₁.reshaped(to: [1, 3])
  let t3 = centered(t2 + diagonalMatrix(3 + sum_), along: [0, 1])
  let t4 = norm(t3, along: [0, 1])
  let t5 = sqrt(Tensor(9))
  let t6 = t4 / t5
  let t7 = Tensor(1) / Tensor(4) * (2 * t6)
  let t8 = t7 + Tensor(1) * Tensor(0.5) * cos(t6)
  let t9 = t4.reshaped(to: [1, 1])
  let t10 = select(t9 .== 0, 0, t3 / t9)
  let t11 = centered((t8 / t5).reshaped(to: [1, 1]) * t10, along: [0, 1])
  return (t1.transposed() • t11).reshaped(to: [3])
}

func gradient95(_ sum_: Tensor, _ V: Tensor) -> Tensor {
  let z = (sum_ / 2).named("z")
  let t1 = z[.range(0..<1)]
  let t2 = z[.range(1..<2)]
  let t3 = t1 * t2
  let t4 = z[.range(2..<3)]
  let t5 = (t3 * t4).reshaped(to: [])
  let t6 = Tensor(1) / Tensor(4) * (2 * t5)
  let t7 = t6 + Tensor(1) * Tensor(0.5) * cos(t5)
  let t8 = t7.reshaped(to: [1])
  let t9 = t8 * t4
  let t10 = pad(t9 * t1, before: [1], after: [1])
  let t11 = t10 + pad(t8 * t3, before: [2], after: [0])
  let t12 = (Tensor(1) / Tensor(6)).reshaped(to: [1, 1]).broadcast(to: [2, 3])
  let t13 = (pad(t9 * t2, before: [0], after: [2]) + t11) / 2
  let t14 = sum(t12 * V.reshaped(to: [2, 3]), along: [0]) / 2
  return t13 + t14
}

func gradient96(_ X: Tensor, _ y: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = softmax(X * ŵ₁, along: [1])
  let t2 = sum(squared(y.reshaped(to: [1, .batch]))) / Tensor.extent(.batch)
  let t3 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t4 = (t3 * cos(t2)).reshaped(to: [1, 3]).broadcast(to: [.batch, 3])
  let t5 = t4 * X
  let t6 = t5 * t1
  let t7 = sum(-t6, along: [1]).reshaped(to: [.batch, 1]).reshaped(to: [.batch])
  let t8 = t7.reshaped(to: [.batch, 1]).broadcast(to: [.batch, 3])
  let t9 = t8 * t1 + t6
  let t10 = t1 .== max(t1, along: [1]).reshaped(to: [.batch, 1])
  let t11 = sum(t10, along: [1]).reshaped(to: [.batch, 1])
  let t12 = sum(-t9, along: [1]).reshaped(to: [.batch, 1]) / t11
  let t13 = t12.reshaped(to: [.batch]).reshaped(to: [.batch, 1]).broadcast(to: [.batch, 3]) * t10
  let t14 = t13 + t9
  let t15 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t16 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t17 = t16.broadcast(to: [.batch, 3])
  let t18 = t15 * (2 * t1)
  let t19 = t18 + t17 * cos(t1)
  let t20 = sum(t10 * t19, along: [1]).reshaped(to: [.batch, 1]) / t11
  let t21 = t19 - t20
  let t22 = t21 - sum(t1 * t21, along: [1]).reshaped(to: [.batch, 1])
  let t23 = t14 * t17 * -sin(t1)
  let t24 = t23 + (t8 * t21 + t5 * t22)
  let t25 = t14 * t15 * 2 + t24
  let t26 = t1 .== max(t1, along: [1]).reshaped(to: [.batch, 1])
  let t27 = sum(t26 * t25, along: [1]).reshaped(to: [.batch, 1])
  let t28 = t25 - t27 / sum(t26, along: [1]).reshaped(to: [.batch, 1])
  let t29 = t28 - sum(t1 * t28, along: [1]).reshaped(to: [.batch, 1])
  return sum(t1 * t29 * X, along: [0])
}

func gradient97(_ sum_: Tensor, _ A: Tensor, _ ŵ₁: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = softmax(A + diagonalMatrix(3 + sum_), along: [0, 1])
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t3 = (Tensor(1) * Tensor(0.5) / 9).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t4 = t2 * (2 * t1)
  let t5 = t4 + t3 * cos(t1)
  let t6 = t1 .== max(t1, along: [0, 1]).reshaped(to: [1, 1])
  let t7 = sum(t6 * t5).reshaped(to: [1, 1])
  let t8 = t5 - t7 / sum(t6).reshaped(to: [1, 1])
  let t9 = t8 - sum(t1 * t8).reshaped(to: [1, 1])
  let t10 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3]).reshaped(to: [1, 3])
  let t11 = (ŵ₁ * learning_rate).reshaped(to: [3, 1]) • t10
  let t12 = (t11 • ŵ₁.reshaped(to: [1, 3]).transposed()).reshaped(to: [3])
  let t13 = diagonal(t1 * t9)
  return t13 + (t12 + diagonal(t11))
}

func gradient98(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = sum_.reshaped(to: [3, 1])
  let t2 = t1 • ŵ₁.reshaped(to: [1, 3])
  let t3 = logSoftmax(t2 + diagonalMatrix(3 + sum_), along: [0])
  let t4 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t5 = (Tensor(1) * Tensor(0.5) / 9).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t6 = t4 * (2 * t3)
  let t7 = t6 + t5 * cos(t3)
  let t8 = sum(t7, along: [0]).reshaped(to: [1, 3]) - t7
  let t9 = t7 * -expm1(t3)
  let t10 = t9 - exp(t3) * t8
  let t11 = sum_.reshaped(to: [3, 1])
  let t12 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t13 = sum_ + ŵ₁
  let t14 = diagonalMatrix(t12 * tanh(t13))
  let t15 = t11 • ŵ₁.reshaped(to: [1, 3])
  let t16 = diagonal(t15 + diagonalMatrix(3 + sum_))
  let t17 = t12 * t16 * squared(sech(t13))
  let t18 = (t11.transposed() • t14).reshaped(to: [3]) + t17
  return (t1.transposed() • t10).reshaped(to: [3]) + t18
}

func gradient99(_ X: Tensor, _ ŵ₁: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = centered(X * ŵ₁, along: [1])
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t3 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t4 = t3.broadcast(to: [.batch, 3]) * cos(t1)
  let t5 = centered(t2 * (2 * t1) + t4, along: [1])
  let t6 = (1 / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t7 = sum(t6 * (t5 * ŵ₁))
  return t7 * -sin(learning_rate)
}

func gradient100(_ sum_: Tensor, _ A: Tensor) -> Tensor {
  let t1 = cumulativeSum(A + diagonalMatrix(3 + sum_), along: 1)
  let t2 = t1 * sum_
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t4 = (Tensor(1) * Tensor(0.5) / 9).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t5 = t3 * (2 * t2)
  let t6 = t5 + t4 * cos(t2)
  let t7 = diagonal(cumulativeSum(t6 * sum_, along: 1, reversed: true))
  return t7 + sum(t6 * t1, along: [0])
}

func gradient101(_ y: Tensor, _ sum_: Tensor) -> Tensor {
  let t1 = sum(squared(y.reshaped(to: [1, .batch]))) / Tensor.extent(.batch)
  let t2 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t3 = cumulativeSum(t2 * cos(t1) / 2, along: 0, reversed: true)
  let t4 = t3 * (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t5 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let z = (sum_ / 2).named("z")
  let t6 = -sin(cumulativeSum(z, along: 0, reversed: true))
  let t7 = t4 * 2 + t3 * t5 * t6
  return cumulativeSum(t7, along: 0) / 2
}

func gradient102(_ sum_: Tensor) -> Tensor {
  let t1 = sorted(sum_, along: 0) * 0.8461228027824946
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t3 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t4 = t2 * (2 * t1)
  let t5 = (t4 + t3 * cos(t1)) * 0.8461228027824946
  let t6 = (Tensor(1) / Tensor(9)).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t7 = pad(t6[.all, .range(0..<1)], before: [0, 2], after: [0, 0])
  let t8 = diagonal(t7 + pad(t6[.all, .range(1..<3)], before: [0, 0], after: [0, 1]))
  return unsorted(t5, by: sum_, along: 0) + t8
}

func gradient103(_ sum_: Tensor, _ A: Tensor, _ learning_rate: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = A + diagonalMatrix(3 + sum_)
  let t2 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t3 = sum_ + ŵ₁
  let t4 = t2 * cos(learning_rate)
  let t5 = (t4 * squared(sech(t3))).reshaped(to: [1, 3])
  let t6 = t5.broadcast(to: [3, 3])
  let t7 = sorted(t1, along: 0, descending: true)
  let t8 = t6 * t7
  let t9 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t10 = (Tensor(1) * Tensor(0.5) / 9).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t11 = tanh(t3)
  let t12 = t7 * t11
  let t13 = t8 * t10 * -sin(t12)
  let t14 = t9 * (2 * t12)
  let t15 = (t8 * t9 * 2 + t13) * t11
  let t16 = t6 * (t14 + t10 * cos(t12))
  return unsorted(t15 + t16, by: t1, along: 0, descending: true)
}

func gradient104(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = ŵ₁ * sum_
  let t2 = unsorted(ŵ₁, by: t1, along: 0) * sum_
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t4 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t5 = t3 * (2 * t2)
  let t6 = (t5 + t4 * cos(t2)) * sum_
  let t7 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  return sorted(t6, by: t1, along: 0) + t7 * Tensor.constant([0.1, -0.0, 1e-05])
}

func gradient105(_ sum_: Tensor, _ y: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = ŵ₁.reshaped(to: [1, 3])
  let t2 = sum_.reshaped(to: [3, 1]) • t1
  let t3 = t2 + diagonalMatrix(3 + sum_)
  let t4 = sorted(t3, along: 1, descending: true)[.all, .range(0..<2)]
  let t5 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t6 = (Tensor(1) * Tensor(0.5) / 6).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t7 = t5 * (2 * t4)
  let t8 = pad(t7 + t6 * cos(t4), before: [0, 0], after: [0, 1])
  let t9 = unsorted(t8, by: t3, along: 1, descending: true)
  let t10 = (t9 • t1.transposed()).reshaped(to: [3])
  let t11 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t12 = y.reshaped(to: [1, .batch])
  let t13 = Tensor.extent(.batch)
  let t14 = sin(sum(squared(t12)) / t13)
  let t15 = sum(t11 * (t10 + diagonal(t9)))
  let t16 = (t15 * -t14 / t13).reshaped(to: [1, 1])
  return (t16.broadcast(to: [1, .batch]) * (2 * t12)).reshaped(to: [.batch])
}

func gradient106(_ X: Tensor, _ sum_: Tensor, _ in_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = sum_.reshaped(to: [3, 1]) • ŵ₁.reshaped(to: [1, 3])
  let t2 = t1 + diagonalMatrix(3 + sum_)
  let t3 = X • t2
  let t4 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t5 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t6 = t5.broadcast(to: [.batch, 3]) * cos(t3)
  let t7 = t4 * (2 * t3) + t6
  let z = (sum_ / 2).named("z")
  let t8 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3]) * z
  let t9 = gather(t8, in_, along: 0).reshaped(to: [.batch, 1]) • sum_.reshaped(to: [1, 3])
  return t7 • t2.transposed() + t9
}

func gradient107(_ sum_: Tensor, _ ŵ₁: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = sum_ • (ŵ₁ * learning_rate)
  let t2 = Tensor(1) / Tensor(4) * (2 * t1)
  let t3 = t2 + Tensor(1) * Tensor(0.5) * cos(t1)
  return sum(t3 * sum_ * ŵ₁)
}

func gradient108(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = ŵ₁.reshaped(to: [1, 3])
  let t2 = sum_.reshaped(to: [3, 1]) • t1
  let t3 = t2 + diagonalMatrix(3 + sum_)
  let z = (sum_ / 2).named("z")
  let t4 = z • t3
  let t5 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t6 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t7 = t5 * (2 * t4)
  let t8 = t7 + t6 * cos(t4)
  let t9 = z.reshaped(to: [3, 1]) • t8.reshaped(to: [1, 3])
  let t10 = (t9 • t1.transposed()).reshaped(to: [3])
  let t11 = t3 • t8 / 2
  return t11 + (t10 + diagonal(t9))
}

let printedGradients5: [@Sendable ([Tensor]) -> Tensor] = [
  { gradient93($0[0], $0[1], $0[2], $0[3], $0[4]) },
  { gradient94($0[0], $0[1]) },
  { gradient95($0[0], $0[1]) },
  { gradient96($0[0], $0[1], $0[2]) },
  { gradient97($0[0], $0[1], $0[2], $0[3]) },
  { gradient98($0[0], $0[1]) },
  { gradient99($0[0], $0[1], $0[2]) },
  { gradient100($0[0], $0[1]) },
  { gradient101($0[0], $0[1]) },
  { gradient102($0[0]) },
  { gradient103($0[0], $0[1], $0[2], $0[3]) },
  { gradient104($0[0], $0[1]) },
  { gradient105($0[0], $0[1], $0[2]) },
  { gradient106($0[0], $0[1], $0[2], $0[3]) },
  { gradient107($0[0], $0[1], $0[2]) },
  { gradient108($0[0], $0[1]) },
]
