// swift-format-ignore-file
// Printed by .ci/print-source; not written by hand.
import ChainRule

@_optimize(none) func gradient71(_ y: Tensor, _ sum_: Tensor, _ ŵ₁: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = pad(Tensor(1).broadcast(to: [1, 1]), before: [2, 0], after: [0, 0])
  let t2 = t1 .!= 0
  let t3 = maximum(t2, diagonalMatrix(Tensor(1).broadcast(to: [3])))[.range(2..<3), .all]
  let t4 = t3.reshaped(to: [3])
  let t5 = sum(squared(y.reshaped(to: [1, .batch]))) / Tensor.extent(.batch)
  let t6 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t7 = t6 * cos(t5)
  let t8 = ŵ₁.reshaped(to: [1, 3])
  let t9 = guarded(t8.transposed(), by: sum(t2, along: [0]).reshaped(to: [1, 1]))
  let t10 = guarded(t7.reshaped(to: [3, 1]), by: t1) • t9.transposed()
  let t11 = (guarded(t10, by: t2) + diagonalMatrix(t7))[.range(2..<3), .all]
  let t12 = t11.reshaped(to: [3])
  let t13 = ŵ₁ * learning_rate
  let t14 = guarded(t12 * t13, by: t4)
  let t15 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t16 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t17 = sum_.reshaped(to: [3, 1]) • t8
  let t18 = (t17 + diagonalMatrix(3 + sum_))[.range(2..<3), .all]
  let t19 = t18.reshaped(to: [3])
  let t20 = t19 * t13
  let t21 = guarded(t14 * t16, by: t4)
  let t22 = guarded(guarded(t14 * t15, by: t4) * 2, by: t4)
  let t23 = guarded(t21 * -sin(t20), by: t4)
  let t24 = t15 * (2 * t20)
  let t25 = t12 * (t24 + t16 * cos(t20))
  let t26 = guarded((t22 + t23) * t19, by: t4)
  let t27 = guarded((t26 + guarded(t25, by: t4)) * ŵ₁, by: t4)
  return sum(t27)
}

@_optimize(none) func gradient72(_ ŵ₁: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = (ŵ₁ * learning_rate)[.range(0..<3, by: 2)].flipped(along: [0]).reshaped(to: [1, 2])
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [1, 2])
  let t3 = (Tensor(1) * Tensor(0.5) / 2).reshaped(to: [1, 1]).broadcast(to: [1, 2])
  let t4 = t2 * (2 * t1)
  let t5 = (t4 + t3 * cos(t1)).reshaped(to: [2])
  let t6 = pad(t5.flipped(along: [0]), before: [0], after: [0], interior: [1]) * learning_rate
  return guarded(t6, by: pad(Tensor(1).broadcast(to: [2]), before: [0], after: [0], interior: [1]))
}

@_optimize(none) func gradient73(_ sum_: Tensor) -> Tensor {
  let z = (sum_ / 2).named("z")
  let t1 = pad(z, before: [1], after: [2])
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [6])
  let t3 = (Tensor(1) * Tensor(0.5) / 6).reshaped(to: [1]).broadcast(to: [6])
  let t4 = t2 * (2 * t1)
  let t5 = (t4 + t3 * cos(t1))[.range(1..<4)]
  let t6 = pad((Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [2, 2]), before: [0, 1], after: [0, 0], interior: [1, 0])
  return t5 / 2 + diagonal(t6)
}

@_optimize(none) func gradient74(_ sum_: Tensor, _ A: Tensor) -> Tensor {
  let t1 = pad(A + diagonalMatrix(3 + sum_), before: [0, 1], after: [1, 0], interior: [1, 2])
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [6, 8])
  let t3 = (Tensor(1) * Tensor(0.5) / 48).reshaped(to: [1, 1]).broadcast(to: [6, 8])
  let t4 = t2 * (2 * t1)
  let t5 = (t4 + t3 * cos(t1))[.range(0..<5, by: 2), .range(1..<8, by: 3)]
  return diagonal(t5)
}

@_optimize(none) func gradient75(_ X: Tensor, _ ŵ₁: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = pad(Tensor(1).broadcast(to: [3]), before: [1], after: [0])
  let t2 = select(t1, pad(ŵ₁ * learning_rate, before: [1], after: [0]), 0.5)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [4])
  let t4 = (Tensor(1) * Tensor(0.5) / 4).reshaped(to: [1]).broadcast(to: [4])
  let t5 = t3 * (2 * t2)
  let t6 = select(t1, t5 + t4 * cos(t2), 0)
  let t7 = (t1 .!= 0)[.range(1..<4)]
  let t8 = (1 / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t9 = t8 * sigmoidSlope(X • ŵ₁)
  let t10 = guarded(t6[.range(1..<4)] * learning_rate, by: t7)
  return t10 + X.transposed() • t9
}

@_optimize(none) func gradient76(
  _ in_: Tensor,
  _ sum_: Tensor,
  _ X: Tensor,
  _ learning_rate: Tensor,
  _ A: Tensor,
  _ ŵ₁: Tensor
) -> Tensor {
  let z = (sum_ / 2).named("z")
  let t1 = gather(z, in_, along: 0)
  let ŷ = (X • sum_ + learning_rate).named("ŷ")
  let t2 = t1 * ŷ
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch])
  let t4 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t5 = t3 * (2 * t2)
  let t6 = t5 + t4 * cos(t2)
  let t7 = scatterAdd(t6 * ŷ, in_, along: 0, length: 3) / 2
  let t8 = (Tensor(1) / Tensor(9)).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t9 = A * ŵ₁ + diagonalMatrix(3 + sum_)
  let t10 = logSoftmax(t9, along: [0])
  let t11 = t8 * -expm1(t10)
  let t12 = t11 - exp(t10) * sumOfOthers(t8, along: [0])
  let t13 = X.transposed() • (t6 * t1)
  let t14 = guarded(t7, by: scatterAdd(Tensor(1).broadcast(to: [.batch]), in_, along: 0, length: 3))
  return t14 + (t13 + diagonal(t12))
}

@_optimize(none) func gradient77(_ X: Tensor, _ in_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = logSoftmax(X * ŵ₁, along: [1])
  let t2 = gather(t1, in_, along: 1, batchAxes: 1)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch])
  let t4 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t5 = t3 * (2 * t2)
  let t6 = scatterAdd(t5 + t4 * cos(t2), in_, along: 1, length: 3, batchAxes: 1)
  let t7 = t6 * -expm1(t1)
  let t8 = t7 - exp(t1) * sumOfOthers(t6, along: [1])
  return t8 * ŵ₁
}

@_optimize(none) func gradient78(_ sum_: Tensor, _ A: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = Tensor.indices([2, 2, 0, 1]).reshaped(to: [2, 2])
  let t2 = A * ŵ₁ + diagonalMatrix(3 + sum_)
  let t3 = gather(t2, t1, along: 1)
  let t4 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1, 1]).broadcast(to: [3, 2, 2])
  let t5 = (Tensor(1) * Tensor(0.5) / 12).reshaped(to: [1, 1, 1]).broadcast(to: [3, 2, 2])
  let t6 = t4 * (2 * t3)
  let t7 = scatterAdd(t6 + t5 * cos(t3), t1, along: 1, length: 3)
  let t8 = scatterAdd(Tensor(1).broadcast(to: [1, 2, 2]), t1, along: 1, length: 3)
  return guarded(t7 * ŵ₁, by: t8)
}

@_optimize(none) func gradient79(
  _ y: Tensor,
  _ in_: Tensor,
  _ sum_: Tensor,
  _ learning_rate: Tensor,
  _ ŵ₁: Tensor
) -> Tensor {
  let t1 = tanh(sum_ + ŵ₁)
  let t2 = scatterAdd(y * learning_rate, in_, along: 0, length: 3) * t1
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t4 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t5 = t3 * (2 * t2)
  let t6 = (t5 + t4 * cos(t2)) * t1
  return gather(t6, in_, along: 0) * learning_rate
}

@_optimize(none) func gradient80(_ sum_: Tensor, _ ŵ₁: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = sum_ + ŵ₁
  let t2 = Tensor.indices([1, 3, 1])
  let t3 = scatterAdd(tanh(t1), t2, along: 0, length: 5)
  let t4 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [5])
  let t5 = (Tensor(1) * Tensor(0.5) / 5).reshaped(to: [1]).broadcast(to: [5])
  let t6 = t4 * (2 * t3)
  let t7 = gather(t6 + t5 * cos(t3), t2, along: 0)
  let t8 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t9 = diagonal(diagonalMatrix(t8 * (ŵ₁ * learning_rate)))
  return t7 * squared(sech(t1)) + t9
}

@_optimize(none) func gradient81(_ X: Tensor, _ in_: Tensor, _ ŵ₁: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = 1 * cos(sum(ŵ₁) / 3)
  let t2 = t1.reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
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
  let t15 = t1.reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t16 = X + learning_rate
  let t17 = (1 / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t18 = sin(t16)
  let t19 = -(t15 * cos(t16) * t17)
  let t20 = t15 * (t17 * -sin(t18))
  let t21 = t19 * cos(t18) * cos(t16)
  let t22 = t21 + t20 * -sin(t16)
  let t23 = sum(t11 * cos(t3) + t14)
  return t23 + sum(t22)
}

@_optimize(none) func gradient82(_ X: Tensor, _ y: Tensor, _ sum_: Tensor) -> Tensor {
  let t1 = sum(squared(y.reshaped(to: [1, .batch]))) / Tensor.extent(.batch)
  let t2 = sum(X) * t1
  let t3 = Tensor(1) / Tensor(4) * (2 * t2)
  let t4 = t3 + Tensor(1) * Tensor(0.5) * cos(t2)
  let z = (sum_ / 2).named("z")
  let t5 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3]) * z
  let t6 = (t4 * t1).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  return t6 + t5.reshaped(to: [1, 3]).broadcast(to: [.batch, 3])
}

@_optimize(none) func gradient83(_ y: Tensor, _ sum_: Tensor, _ X: Tensor) -> Tensor {
  let t1 = sum(squared(y.reshaped(to: [1, .batch]))) / Tensor.extent(.batch)
  let t2 = (1 / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t3 = sum(t2 * cos(t1), along: [0]).reshaped(to: [1, 3])
  let z = (sum_ / 2).named("z")
  let t4 = t3.reshaped(to: [3]) * z
  let t5 = t4 * (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t6 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t7 = -sin(sum(X, along: [0]) * z)
  let t8 = t5 * 2 + t4 * t6 * t7
  return (t8 * z).reshaped(to: [1, 3]).broadcast(to: [.batch, 3])
}

@_optimize(none) func gradient84(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = sum_.reshaped(to: [3, 1])
  let t2 = t1 • ŵ₁.reshaped(to: [1, 3])
  let t3 = sum(t2 + diagonalMatrix(3 + sum_), along: [1])
  let t4 = t3.reshaped(to: [3, 1])
  let t5 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 1])
  let t6 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1, 1]).broadcast(to: [3, 1])
  let t7 = t5 * (2 * t4)
  let t8 = (t7 + t6 * cos(t4)).reshaped(to: [3])
  let t9 = t1.transposed() • t8.reshaped(to: [3, 1]).broadcast(to: [3, 3])
  let t10 = sum_.reshaped(to: [3, 1])
  let t11 = t10 • ŵ₁.reshaped(to: [1, 3])
  let t12 = inverse(t11 + diagonalMatrix(3 + sum_))
  let t13 = t12.transposed()
  let t14 = t13 • (Tensor(1) / Tensor(9)).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t15 = t10.transposed() • -(t14 • t13)
  return t9.reshaped(to: [3]) + t15.reshaped(to: [3])
}

@_optimize(none) func gradient85(_ X: Tensor, _ sum_: Tensor, _ ŵ₁: Tensor, _ learning_rate: Tensor) -> Tensor {
  let ŷ = (X • sum_ + learning_rate).named("ŷ")
  let t1 = sum(X * ŵ₁, along: [1]) / 3 * ŷ
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch])
  let t3 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t4 = t2 * (2 * t1)
  let t5 = (t4 + t3 * cos(t1)) * ŷ
  let t6 = (t5 / 3).reshaped(to: [.batch, 1]).broadcast(to: [.batch, 3]) * X
  return sum(t6, along: [0])
}

@_optimize(none) func gradient86(
  _ X: Tensor,
  _ y: Tensor,
  _ in_: Tensor,
  _ A: Tensor,
  _ learning_rate: Tensor
) -> Tensor {
  let t1 = X • A
  let t2 = max(t1, along: [0, 1])
  let t3 = t1 .== t2.reshaped(to: [1, 1])
  let t4 = sum(squared(y.reshaped(to: [1, .batch]))) / Tensor.extent(.batch)
  let t5 = t2 * t4
  let t6 = Tensor(1) / Tensor(4) * (2 * t5)
  let t7 = t6 + Tensor(1) * Tensor(0.5) * cos(t5)
  let t8 = (t7 * t4).reshaped(to: [1, 1])
  let t9 = select(t3, t8 / sum(t3).reshaped(to: [1, 1]), 0)
  let t10 = scatterAdd((1 / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch]), in_, along: 1, length: 3, batchAxes: 1)
  let t11 = X + learning_rate
  let t12 = logSoftmax(sin(t11), along: [1])
  let t13 = t10 * -expm1(t12)
  let t14 = t13 - exp(t12) * sumOfOthers(t10, along: [1])
  let t15 = t9 • A.transposed()
  return t15 + t14 * cos(t11)
}

let printedGradients4: [@Sendable ([Tensor]) -> Tensor] = [
  { gradient71($0[0], $0[1], $0[2], $0[3]) },
  { gradient72($0[0], $0[1]) },
  { gradient73($0[0]) },
  { gradient74($0[0], $0[1]) },
  { gradient75($0[0], $0[1], $0[2]) },
  { gradient76($0[0], $0[1], $0[2], $0[3], $0[4], $0[5]) },
  { gradient77($0[0], $0[1], $0[2]) },
  { gradient78($0[0], $0[1], $0[2]) },
  { gradient79($0[0], $0[1], $0[2], $0[3], $0[4]) },
  { gradient80($0[0], $0[1], $0[2]) },
  { gradient81($0[0], $0[1], $0[2], $0[3]) },
  { gradient82($0[0], $0[1], $0[2]) },
  { gradient83($0[0], $0[1], $0[2]) },
  { gradient84($0[0], $0[1]) },
  { gradient85($0[0], $0[1], $0[2], $0[3]) },
  { gradient86($0[0], $0[1], $0[2], $0[3], $0[4]) },
]
