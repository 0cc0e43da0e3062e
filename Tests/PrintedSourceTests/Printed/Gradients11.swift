// swift-format-ignore-file
// Printed by .ci/print-source; not written by hand.
import ChainRule

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
  let t8 = pad((Tensor(1) / Tensor(6)).reshaped(to: [1, 1]).broadcast(to: [3, 2]), before: [0, 0], after: [0, 1])
  let t9 = unsorted(t8, by: t7 + diagonalMatrix(3 + sum_), along: 1, descending: true)
  let t10 = select(t1, t5 + t4 * cos(t2), 0)
  return t10 + (t6.transposed() • t9).reshaped(to: [3])
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
  let t11 = (t8 .< t9) + 0.5 * (t9 .== t8)
  let t12 = sum(t10 * t11, along: [0])
  let t13 = t12 * squared(sech(t7))
  return sum(t6, along: [0]) + t13
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

@_optimize(none) func gradient198(_ X: Tensor, _ learning_rate: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = (1 / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t2 = t1 * cos(learning_rate)
  let t3 = X + learning_rate
  let t4 = pad((t2 * cos(t3)).reshaped(to: [.batch, 1, 3]), before: [0, 0, 0], after: [0, 1, 0])
  let t5 = pad((t2 * ŵ₁).reshaped(to: [.batch, 1, 3]), before: [0, 1, 0], after: [0, 0, 0])
  let t6 = t4 + t5
  let t7 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1, 1]).broadcast(to: [.batch, 2, 3])
  let t8 = (Tensor(1) * Tensor(0.5) / (6 * Tensor.extent(.batch))).reshaped(to: [1, 1, 1])
  let t9 = t8.broadcast(to: [.batch, 2, 3])
  let t10 = sin(t3).reshaped(to: [.batch, 1, 3])
  let t11 = concatenate([t10, (X * ŵ₁).reshaped(to: [.batch, 1, 3])], along: 1)
  let t12 = t6 * t9 * -sin(t11)
  let t13 = t6 * t7 * 2 + t12
  let t14 = t7 * (2 * t11)
  let t15 = (t14 + t9 * cos(t11))[.all, .range(0..<1), .all]
  let t16 = t2 * t15.reshaped(to: [.batch, 3])
  let t17 = t13[.all, .range(0..<1), .all].reshaped(to: [.batch, 3]) * cos(t3)
  let t18 = t17 + t16 * -sin(t3)
  return t18 + t13[.all, .range(1..<2), .all].reshaped(to: [.batch, 3]) * ŵ₁
}

@_optimize(none) func gradient199(_ sum_: Tensor, _ A: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let z = (sum_ / 2).named("z")
  let t1 = (A + diagonalMatrix(3 + sum_)).flipped(along: [1])
  let t2 = t1 * z
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t4 = (Tensor(1) * Tensor(0.5) / 9).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t5 = t3 * (2 * t2)
  let t6 = (t5 + t4 * cos(t2)) * z
  let t7 = diagonalMatrix(Tensor(1).reshaped(to: [1]).broadcast(to: [3])) * ŵ₁
  return t6.flipped(along: [1]) + t7
}

@_optimize(none) func gradient200(_ ŵ₁: Tensor) -> Tensor {
  let t1 = Tensor.positions(3).reshaped(to: [3, 1])
  let t2 = (t1 .== Tensor.positions(3).reshaped(to: [1, 3])).flipped(along: [1])
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3]).reshaped(to: [1, 3])
  let t4 = (-sin(ŵ₁.flipped(along: [0]))).reshaped(to: [1, 3])
  let t5 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t6 = t2 * t4 * t5.reshaped(to: [1, 3])
  let t7 = (t2 * 2 * t3 + t6).flipped(along: [1])
  return t7.transposed()
}

@_optimize(none) func gradient201(_ ŵ₁: Tensor) -> Tensor {
  let t1 = Tensor.positions(3).reshaped(to: [3, 1, 1, 1])
  let t2 = Tensor.positions(3).reshaped(to: [1, 3, 1, 1])
  let t3 = t1 .== Tensor.positions(3).reshaped(to: [1, 1, 3, 1])
  let t4 = t3 * (t2 .== Tensor.positions(3).reshaped(to: [1, 1, 1, 3]))
  let t5 = t4 * ŵ₁.reshaped(to: [1, 1, 3]).reshaped(to: [1, 1, 1, 3])
  let t6 = concatenate([t5[.all, .all, .all, .range(2..<3)], t5[.all, .all, .all, .range(0..<2)]], along: 3)
  return t6.transposed(axes: [2, 3, 0, 1])
}

@_optimize(none) func gradient202(_ X: Tensor, _ sum_: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = X.reshaped(to: [.batch, 1, 3])
  let t2 = (t1 • sum_.reshaped(to: [3, 1]).reshaped(to: [1, 3, 1])).reshaped(to: [.batch, 1])
  let ŷ = (t2 + learning_rate).named("ŷ")
  let t3 = Tensor.positions(1)
  let t4 = ŷ * t3.reshaped(to: [1, 1]) / 1
  let t5 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [1]).reshaped(to: [1, 1])
  let t6 = (Tensor(1) * Tensor(0.5) / 1).reshaped(to: [1]).broadcast(to: [1])
  let t7 = t6.reshaped(to: [1, 1]) * cos(t4)
  let t8 = (t5 * (2 * t4) + t7) / 1
  let t9 = (t8 * t3.reshaped(to: [1, 1])).reshaped(to: [.batch, 1, 1])
  return (t1.transposed(axes: [0, 2, 1]) • t9).reshaped(to: [.batch, 3])
}

@_optimize(none) func gradient203(_ X: Tensor, _ y: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = Tensor.positions(.batch).reshaped(to: [.batch, 1, 1, 1])
  let t2 = Tensor.positions(3).reshaped(to: [1, 3, 1, 1])
  let t3 = t1 .== Tensor.positions(.batch).reshaped(to: [1, 1, .batch, 1])
  let t4 = t3 * (t2 .== Tensor.positions(3).reshaped(to: [1, 1, 1, 3]))
  let t5 = X + learning_rate
  let t6 = t4 * cos(t5).reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3])
  let t7 = y * learning_rate
  let t8 = t6[.all, .all, .all, .range(0..<1)].reshaped(to: [.batch, 3, .batch])
  let t9 = t8 * t7.reshaped(to: [1, .batch]).reshaped(to: [1, 1, .batch])
  let t10 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch])
  let t11 = sin(t5)[.all, .range(0..<1)].reshaped(to: [.batch]) * t7
  let t12 = (-sin(t11)).reshaped(to: [1, .batch]).reshaped(to: [1, 1, .batch])
  let t13 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t14 = t9 * 2 * t10.reshaped(to: [1, .batch]).reshaped(to: [1, 1, .batch])
  let t15 = t9 * t12 * t13.reshaped(to: [1, .batch]).reshaped(to: [1, 1, .batch])
  let t16 = (t14 + t15) * t7.reshaped(to: [1, .batch]).reshaped(to: [1, 1, .batch])
  let t17 = cos(t5).reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3])
  let t18 = pad(t16.reshaped(to: [.batch, 3, .batch, 1]), before: [0, 0, 0, 0], after: [0, 0, 0, 2])
  let t19 = (-sin(t5)).reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3])
  let t20 = t10 * (2 * t11)
  let t21 = (t20 + t13 * cos(t11)) * t7
  let t22 = pad(t21.reshaped(to: [.batch, 1]), before: [0, 0], after: [0, 2]).reshaped(to: [1, .batch, 3])
  let t23 = t4 * t19 * t22.reshaped(to: [1, 1, .batch, 3])
  return (t18 * t17 + t23).transposed(axes: [2, 3, 0, 1])
}

@_optimize(none) func gradient204() -> Tensor {
  let t1 = Tensor.positions(3).reshaped(to: [3, 1])
  let t2 = diagonalMatrix(t1 .== Tensor.positions(3).reshaped(to: [1, 3]))
  return t2[.all, .range(0..<3, by: 2), .range(1..<3)].transposed(axes: [1, 2, 0])
}

let printedGradients11: [@Sendable ([Tensor]) -> Tensor] = [
  { gradient189($0[0]) },
  { gradient190($0[0], $0[1]) },
  { gradient191($0[0], $0[1], $0[2], $0[3]) },
  { gradient192($0[0], $0[1], $0[2], $0[3]) },
  { gradient193($0[0], $0[1], $0[2], $0[3]) },
  { gradient194($0[0], $0[1], $0[2]) },
  { gradient195($0[0], $0[1], $0[2]) },
  { gradient196($0[0]) },
  { gradient197($0[0], $0[1], $0[2]) },
  { gradient198($0[0], $0[1], $0[2]) },
  { gradient199($0[0], $0[1], $0[2]) },
  { gradient200($0[0]) },
  { gradient201($0[0]) },
  { gradient202($0[0], $0[1], $0[2]) },
  { gradient203($0[0], $0[1], $0[2]) },
  { _ in gradient204() },
]
