// swift-format-ignore-file
// Printed by .ci/print-source; not written by hand.
import ChainRule

@_optimize(none) func gradient184(_ y: Tensor) -> Tensor {
  let t1 = logAddExp(y, y)
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch])
  let t3 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t4 = t2 * (2 * t1)
  let t5 = t4 + t3 * cos(t1)
  let t6 = y - y
  let t7 = select((y .== y) * (t6 .!= t6), 0, t6)
  let t8 = y - y
  let t9 = select((y .== y) * (t8 .!= t8), 0, t8)
  let t10 = t5 * sigmoid(t7)
  return t10 + t5 * sigmoid(t9)
}

@_optimize(none) func gradient185(_ X: Tensor, _ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = maximum(X, 0.3)
  let t2 = minimum(t1, sum_)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t4 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t5 = t4.broadcast(to: [.batch, 3]) * cos(t2)
  let t6 = t3 * (2 * t2) + t5
  let t7 = select(sum_ .== t1, 0.5 * t6, 0)
  let t8 = select(sum_ .> t1, t6, 0) + t7
  let t9 = select(X .== 0.3, 0.5 * t8, 0)
  let t10 = X * ŵ₁
  let t11 = min(t10, along: [1])
  let t12 = t10 .== t11.reshaped(to: [.batch, 1])
  let t13 = (1 / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch]).reshaped(to: [.batch, 1])
  let t14 = select(t12, t13 / sum(t12, along: [1]).reshaped(to: [.batch, 1]), 0)
  let t15 = guarded(t14 * ŵ₁, by: t10 .== t11.reshaped(to: [.batch, 1]))
  return select(X .> 0.3, t8, 0) + t9 + t15
}

@_optimize(none) func gradient186(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = sum_ .> 0.5
  let z = (sum_ / 2).named("z")
  let t2 = select(t1, z, squared(sum(ŵ₁) / 3))
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t4 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t5 = t3 * (2 * t2)
  let t6 = select(t1, t5 + t4 * cos(t2), 0)
  return guarded(t6 / 2, by: t1)
}

@_optimize(none) func gradient187(_ y: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = y * learning_rate .< y * learning_rate
  let t2 = select(t1, y * learning_rate, 0)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch])
  let t4 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t5 = t3 * (2 * t2)
  let t6 = select(t1, t5 + t4 * cos(t2), 0)
  return guarded(t6 * learning_rate, by: t1)
}

@_optimize(none) func gradient188() -> Tensor {
  return Tensor(0).broadcast(to: [3])
}

@_optimize(none) func gradient189(_ ŵ₁: Tensor) -> Tensor {
  let t1 = (1 / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t2 = -sin(sum(ŵ₁) / 3)
  let t3 = sum(t1 * Tensor(0).broadcast(to: [.batch])) * t2
  return (t3 / 3).reshaped(to: [1]).broadcast(to: [3])
}

@_optimize(none) func gradient190(
  _ X: Tensor,
  _ y: Tensor,
  _ sum_: Tensor,
  _ learning_rate: Tensor,
  _ ŵ₁: Tensor
) -> Tensor {
  let t1 = y .== y
  let ŷ = (X • sum_ + learning_rate).named("ŷ")
  let ŷ_2 = (X • sum_ + learning_rate).named("ŷ")
  let t2 = t1 * ŷ + ŷ_2
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch])
  let t4 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t5 = t3 * (2 * t2)
  let t6 = t5 + t4 * cos(t2)
  let t7 = (Tensor(1) / Tensor(9)).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t8 = ŵ₁.reshaped(to: [1, 3])
  let t9 = sum_.reshaped(to: [3, 1]) • t8
  let t10 = logSoftmax(t9 + diagonalMatrix(3 + sum_), along: [0])
  let t11 = t7 * -expm1(t10)
  let t12 = t11 - exp(t10) * sumOfOthers(t7, along: [0])
  let t13 = (t12 • t8.transposed()).reshaped(to: [3])
  let t14 = X.transposed() • t6
  let t15 = X.transposed() • (t6 * t1)
  return t15 + (t14 + (t13 + diagonal(t12)))
}

@_optimize(none) func gradient191() -> Tensor {
  return Tensor(0).broadcast(to: [3])
}

@_optimize(none) func gradient192(_ sum_: Tensor, _ ŵ₁: Tensor, _ A: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = ŵ₁.reshaped(to: [1, 3])
  let t2 = sum_.reshaped(to: [3, 1]) • t1
  let t3 = (t2 + diagonalMatrix(3 + sum_)).transposed()
  let t4 = A + diagonalMatrix(3 + sum_)
  let t5 = t3 * t4
  let t6 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t7 = (Tensor(1) * Tensor(0.5) / 9).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t8 = t6 * (2 * t5)
  let t9 = t8 + t7 * cos(t5)
  let t10 = (t9 * t4).transposed()
  let t11 = (Tensor(1) / Tensor(9)).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t12 = sum_ + ŵ₁
  let t13 = A * ŵ₁ + diagonalMatrix(3 + sum_)
  let t14 = sum(t11 * cumulativeSum(t13, along: 1), along: [0])
  let t15 = diagonal(cumulativeSum(t11 * tanh(t12), along: 1, reversed: true))
  let t16 = t15 + t14 * squared(sech(t12))
  let t17 = diagonal(t9 * t3) + t16
  let t18 = (t10 • t1.transposed()).reshaped(to: [3])
  let t19 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t20 = t19 * (t18 + (diagonal(t10) + t17))
  return sum(t20) * -sin(learning_rate)
}

@_optimize(none) func gradient193(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t2 = t1 * cos(sum(ŵ₁) / 3)
  let t3 = t2.reshaped(to: [1, 3])
  let t4 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1, 1]).broadcast(to: [3, 3, 1])
  let t5 = sum_.reshaped(to: [3, 1])
  let t6 = ŵ₁.reshaped(to: [1, 3])
  let t7 = (t5 • t6).reshaped(to: [3, 1, 3]).transposed(axes: [2, 0, 1])
  let t8 = (Tensor(1) * Tensor(0.5) / 9).reshaped(to: [1, 1, 1]).broadcast(to: [3, 3, 1])
  let t9 = t4 * (2 * t7)
  let t10 = (t9 + t8 * cos(t7)).transposed(axes: [1, 2, 0])
  let t11 = (t5.transposed().transposed() • t3).reshaped(to: [3, 1, 3])
  let t12 = t11.transposed(axes: [2, 0, 1])
  let t13 = t12 * t8 * -sin(t7)
  let t14 = (t12 * t4 * 2 + t13).transposed(axes: [1, 2, 0])
  let t15 = (t3 • t10.reshaped(to: [3, 3]).transposed()).transposed()
  let t16 = t15 + t14.reshaped(to: [3, 3]) • t6.transposed()
  return t16.reshaped(to: [3])
}

@_optimize(none) func gradient194(_ sum_: Tensor, _ V: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = tanh(sum_ + ŵ₁)
  let t2 = V.reshaped(to: [2, 3]) * t1
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [2, 3])
  let t4 = (Tensor(1) * Tensor(0.5) / 6).reshaped(to: [1, 1]).broadcast(to: [2, 3])
  let t5 = t3 * (2 * t2)
  let t6 = (t5 + t4 * cos(t2)) * t1
  return t6.reshaped(to: [3, 2])
}

@_optimize(none) func gradient195(_ learning_rate: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t2 = (t1 * cos(learning_rate)).reshaped(to: [1, 3]).broadcast(to: [2, 3])
  let t3 = t2 * 0.3495436267052302
  let t4 = t3 * (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [2, 3])
  let t5 = (Tensor(1) * Tensor(0.5) / 6).reshaped(to: [1, 1]).broadcast(to: [2, 3])
  let t6 = -sin(ŵ₁.broadcast(to: [2, 3]) * 0.3495436267052302)
  let t7 = t4 * 2 + t3 * t5 * t6
  return sum(t7 * 0.3495436267052302, along: [0])
}

@_optimize(none) func gradient196(_ X: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = sum(ŵ₁) / 3
  let t2 = X.reshaped(to: [.batch, 1, 3]).transposed(axes: [0, 2, 1]) * t1
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1, 1]).broadcast(to: [.batch, 3, 1])
  let t4 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1, 1])
  let t5 = t4.broadcast(to: [.batch, 3, 1]) * cos(t2)
  let t6 = (t3 * (2 * t2) + t5) * t1
  let t7 = (1 / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  return t6.transposed(axes: [0, 2, 1]).reshaped(to: [.batch, 3]) + t7 * ŵ₁
}

@_optimize(none) func gradient197(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t2 = sum(ŵ₁) / 3
  let t3 = t1 * cos(t2)
  let t4 = sum_ + ŵ₁
  let t5 = sech(t4)
  let t6 = squared(t5)
  let t7 = (t3 * t6).reshaped(to: [1, 3]).reshaped(to: [3]).reshaped(to: [1, 3])
  let t8 = t7.broadcast(to: [2, 3]).reshaped(to: [6])
  let t9 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [6])
  let t10 = (Tensor(1) * Tensor(0.5) / 6).reshaped(to: [1]).broadcast(to: [6])
  let t11 = tanh(t4).reshaped(to: [1, 3]).broadcast(to: [2, 3]).reshaped(to: [6])
  let t12 = t8 * t10 * -sin(t11)
  let t13 = (t8 * t9 * 2 + t12).reshaped(to: [2, 3])
  let t14 = sum(t13, along: [0]).reshaped(to: [1, 3]).reshaped(to: [3])
  let t15 = t9 * (2 * t11)
  let t16 = (t15 + t10 * cos(t11)).reshaped(to: [2, 3])
  let t17 = sum(t16, along: [0]).reshaped(to: [1, 3]).reshaped(to: [3])
  let t18 = t3 * t17 * (2 * t5)
  let t19 = t18 * -(t5 * tanh(t4))
  let t20 = sum(t1 * (t17 * t6))
  let t21 = t20 * -sin(t2) / 3
  let t22 = t14 * squared(sech(t4)) + t19
  return t22 + t21.reshaped(to: [1]).broadcast(to: [3])
}

@_optimize(none) func gradient198(_ sum_: Tensor, _ learning_rate: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = pad(Tensor(1).broadcast(to: [3]), before: [6], after: [0])
  let t2 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t3 = t2 * cos(learning_rate)
  let t4 = pad(t3 / 2, before: [6], after: [0])
  let t5 = t4 * (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [9])
  let t6 = (Tensor(1) * Tensor(0.5) / 9).reshaped(to: [1]).broadcast(to: [9])
  let z = (sum_ / 2).named("z")
  let t7 = -sin(concatenate([ŵ₁ * learning_rate, ŵ₁, z], along: 0))
  let t8 = guarded(guarded(t4 * t6, by: t1) * t7, by: t1)
  let t9 = guarded(guarded(t5, by: t1) * 2, by: t1) + t8
  let t10 = ŵ₁.reshaped(to: [1, 3])
  let t11 = t3.reshaped(to: [3, 1]) • t10.transposed().transposed()
  let t12 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3]) / 2
  let t13 = centered(t11 + diagonalMatrix(t3), along: [1])
  let t14 = t13 * t12.reshaped(to: [3, 1]).broadcast(to: [3, 3]) * 2
  let t15 = centered(t14, along: [1])
  let t16 = (t15 • t10.transposed()).reshaped(to: [3])
  let t17 = guarded(t9[.range(6..<9)] / 2, by: t1[.range(6..<9)])
  return t17 + (t16 + diagonal(t15))
}

@_optimize(none) func gradient199(_ X: Tensor, _ A: Tensor) -> Tensor {
  let t1 = concatenate([X.reshaped(to: [.batch, 1, 3]), (X • A).reshaped(to: [.batch, 1, 3])], along: 1)
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1, 1]).broadcast(to: [.batch, 2, 3])
  let t3 = (Tensor(1) * Tensor(0.5) / (6 * Tensor.extent(.batch))).reshaped(to: [1, 1, 1])
  let t4 = t3.broadcast(to: [.batch, 2, 3]) * cos(t1)
  let t5 = (t2 * (2 * t1) + t4)[.all, .range(1..<2), .all]
  return X.transposed() • t5.reshaped(to: [.batch, 3])
}

@_optimize(none) func gradient200(_ sum_: Tensor, _ ŵ₁: Tensor, _ A: Tensor) -> Tensor {
  let t1 = Tensor.positions(3).reshaped(to: [3, 1, 1, 1])
  let t2 = Tensor.positions(3).reshaped(to: [1, 3, 1, 1])
  let t3 = t1 .== Tensor.positions(3).reshaped(to: [1, 1, 3, 1])
  let t4 = t3 * (t2 .== Tensor.positions(3).reshaped(to: [1, 1, 1, 3]))
  let t5 = tanh(sum_ + ŵ₁)
  let t6 = t4.flipped(along: [3]) * t5.reshaped(to: [1, 1, 3]).reshaped(to: [1, 1, 1, 3])
  let t7 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 3]).reshaped(to: [1, 3, 3])
  let t8 = (A + diagonalMatrix(3 + sum_)).flipped(along: [1])
  let t9 = (-sin(t8 * t5)).reshaped(to: [1, 3, 3])
  let t10 = (Tensor(1) * Tensor(0.5) / 9).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t11 = t6 * t9.reshaped(to: [1, 1, 3, 3])
  let t12 = t6 * 2 * t7.reshaped(to: [1, 1, 3, 3])
  let t13 = t12 + t11 * t10.reshaped(to: [1, 3, 3]).reshaped(to: [1, 1, 3, 3])
  let t14 = (t13 * t5.reshaped(to: [1, 1, 3]).reshaped(to: [1, 1, 1, 3])).flipped(along: [3])
  return t14.transposed(axes: [2, 3, 0, 1])
}

@_optimize(none) func gradient201(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = Tensor.positions(3).reshaped(to: [3, 1])
  let t2 = t1 .== Tensor.positions(3).reshaped(to: [1, 3])
  let t3 = squared(sech(sum_ + ŵ₁)).reshaped(to: [1, 3])
  return guarded(t2 * t3, by: t2).flipped(along: [1]).transposed()
}

let printedGradients11: [@Sendable ([Tensor]) -> Tensor] = [
  { gradient184($0[0]) },
  { gradient185($0[0], $0[1], $0[2]) },
  { gradient186($0[0], $0[1]) },
  { gradient187($0[0], $0[1]) },
  { _ in gradient188() },
  { gradient189($0[0]) },
  { gradient190($0[0], $0[1], $0[2], $0[3], $0[4]) },
  { _ in gradient191() },
  { gradient192($0[0], $0[1], $0[2], $0[3]) },
  { gradient193($0[0], $0[1]) },
  { gradient194($0[0], $0[1], $0[2]) },
  { gradient195($0[0], $0[1]) },
  { gradient196($0[0], $0[1]) },
  { gradient197($0[0], $0[1]) },
  { gradient198($0[0], $0[1], $0[2]) },
  { gradient199($0[0], $0[1]) },
  { gradient200($0[0], $0[1], $0[2]) },
  { gradient201($0[0], $0[1]) },
]
