// swift-format-ignore-file
// Printed by .ci/print-source; not written by hand.
import ChainRule

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

func gradient195(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = sum_ + ŵ₁
  let t2 = concatenate([ŵ₁, sum_, tanh(t1)], along: 0)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [9])
  let t4 = (Tensor(1) * Tensor(0.5) / 9).reshaped(to: [1]).broadcast(to: [9])
  let t5 = t3 * (2 * t2)
  let t6 = t5 + t4 * cos(t2)
  let t7 = t6[.range(6..<9)] * squared(sech(t1))
  return t7 + t6[.range(3..<6)]
}

func gradient196(_ X: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = concatenate([X.reshaped(to: [.batch, 1, 3]), (X * ŵ₁).reshaped(to: [.batch, 1, 3])], along: 1)
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1, 1]).broadcast(to: [.batch, 2, 3])
  let t3 = (Tensor(1) * Tensor(0.5) / (6 * Tensor.extent(.batch))).reshaped(to: [1, 1, 1])
  let t4 = t3.broadcast(to: [.batch, 2, 3]) * cos(t1)
  let t5 = t2 * (2 * t1) + t4
  let t6 = (1 / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t7 = t6 / (2 + sum(ŵ₁) / 3)
  let t8 = t5[.all, .range(1..<2), .all].reshaped(to: [.batch, 3]) * ŵ₁
  let t9 = t8 + t7.reshaped(to: [.batch, 1]) • ŵ₁.reshaped(to: [1, 3])
  return t5[.all, .range(0..<1), .all].reshaped(to: [.batch, 3]) + t9
}

func gradient197(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = ŵ₁.reshaped(to: [1, 3])
  let t2 = sum_.reshaped(to: [3, 1]) • t1
  let t3 = (t2 + diagonalMatrix(3 + sum_)).flipped(along: [1])
  let t4 = t3 * sum_
  let t5 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t6 = (Tensor(1) * Tensor(0.5) / 9).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t7 = t5 * (2 * t4)
  let t8 = t7 + t6 * cos(t4)
  let t9 = (t8 * sum_).flipped(along: [1])
  let t10 = diagonal(t9) + sum(t8 * t3, along: [0])
  return (t9 • t1.transposed()).reshaped(to: [3]) + t10
}

func gradient198(_ ŵ₁: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = (ŵ₁ * learning_rate).flipped(along: [0])
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t3 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t4 = t2 * (2 * t1)
  let t5 = (t4 + t3 * cos(t1)).flipped(along: [0])
  return sum(t5 * ŵ₁)
}

func gradient199(_ sum_: Tensor, _ A: Tensor) -> Tensor {
  let t1 = A + diagonalMatrix(3 + sum_)
  let t2 = concatenate([t1[.all, .range(2..<3)], t1[.all, .range(0..<2)]], along: 1)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t4 = (Tensor(1) * Tensor(0.5) / 9).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t5 = t3 * (2 * t2)
  let t6 = t5 + t4 * cos(t2)
  let t7 = pad(t6[.all, .range(0..<1)], before: [0, 2], after: [0, 0])
  return t7 + pad(t6[.all, .range(1..<3)], before: [0, 0], after: [0, 1])
}

func gradient200(_ y: Tensor) -> Tensor {
  let t1 = Tensor.positions(.batch).reshaped(to: [.batch, 1])
  let t2 = Tensor.positions(.batch)
  let t3 = t1 .== Tensor.positions(.batch).reshaped(to: [1, .batch])
  let t4 = Tensor.extent(.batch)
  let t5 = t3 * t2.reshaped(to: [1, .batch]) / t4
  let t6 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch]).reshaped(to: [1, .batch])
  let t7 = -sin(y * t2 / t4)
  let t8 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t9 = t5 * t7.reshaped(to: [1, .batch]) * t8.reshaped(to: [1, .batch])
  let t10 = (t5 * 2 * t6 + t9) / t4
  return (t10 * t2.reshaped(to: [1, .batch])).transposed()
}

func gradient201(_ X: Tensor, _ learning_rate: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = Tensor(1).broadcast(to: [.batch, 3]) * cos(X + learning_rate)
  return t1[.all, .range(0..<1)].reshaped(to: [.batch]) * (X • ŵ₁)
}

func gradient202(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = Tensor.positions(3).reshaped(to: [3, 1])
  let t2 = t1 .== Tensor.positions(3).reshaped(to: [1, 3])
  let t3 = ŵ₁.reshaped(to: [1, 3])
  let t4 = t2.reshaped(to: [3, 3, 1]) • t3.reshaped(to: [1, 1, 3])
  let t5 = (t4 + diagonalMatrix(t2))[.all, .range(0..<3, by: 2), .range(1..<3)]
  let t6 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [2, 2]).reshaped(to: [1, 2, 2])
  let t7 = sum_.reshaped(to: [3, 1]) • t3
  let t8 = (t7 + diagonalMatrix(3 + sum_))[.range(0..<3, by: 2), .range(1..<3)]
  let t9 = (Tensor(1) * Tensor(0.5) / 4).reshaped(to: [1, 1]).broadcast(to: [2, 2])
  let t10 = t5 * (-sin(t8)).reshaped(to: [1, 2, 2])
  let t11 = t5 * 2 * t6
  let t12 = pad(t11 + t10 * t9.reshaped(to: [1, 2, 2]), before: [0, 0, 1], after: [0, 0, 0], interior: [0, 1, 0])
  let t13 = (t12 • t3.transposed().reshaped(to: [1, 3, 1])).reshaped(to: [3, 3])
  return (t13 + diagonal(t12)).transposed()
}

func gradient203(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = Tensor.positions(3).reshaped(to: [3, 1])
  let t2 = t1 .== Tensor.positions(3).reshaped(to: [1, 3])
  let t3 = sum_ + ŵ₁
  let t4 = t2 * squared(sech(t3)).reshaped(to: [1, 3])
  let t5 = t4.flipped(along: [1])
  let t6 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t7 = tanh(t3).flipped(along: [0])
  let t8 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t9 = t5 * (-sin(t7)).reshaped(to: [1, 3])
  let t10 = t5 * 2 * t6.reshaped(to: [1, 3])
  let t11 = sech(t3)
  let t12 = (t10 + t9 * t8.reshaped(to: [1, 3])).flipped(along: [1])
  let t13 = (-(t11 * tanh(t3))).reshaped(to: [1, 3])
  let t14 = t6 * (2 * t7)
  let t15 = (t14 + t8 * cos(t7)).flipped(along: [0])
  let t16 = t2 * t13 * (2 * t11).reshaped(to: [1, 3])
  let t17 = t12 * squared(t11).reshaped(to: [1, 3])
  return (t17 + t16 * t15.reshaped(to: [1, 3])).transposed()
}

func gradient204(_ sum_: Tensor, _ A: Tensor) -> Tensor {
  let t1 = Tensor.positions(3).reshaped(to: [3, 1])
  let t2 = t1 .== Tensor.positions(3).reshaped(to: [1, 3])
  let z = (sum_ / 2).named("z")
  let t3 = diagonalMatrix(t2)[.all, .range(2..<3), .all].reshaped(to: [3, 3])
  let t4 = (A + diagonalMatrix(3 + sum_))[.range(2..<3), .all]
  let t5 = t2 / 2 * t4.reshaped(to: [3]).reshaped(to: [1, 3])
  return (t3 * z.reshaped(to: [1, 3]) + t5).transposed()
}

func gradient205(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = Tensor.positions(3).reshaped(to: [3, 1])
  let t2 = t1 .== Tensor.positions(3).reshaped(to: [1, 3])
  let t3 = sum_ + ŵ₁
  let t4 = t2 * squared(sech(t3)).reshaped(to: [1, 3])
  let t5 = t4[.all, .range(0..<3, by: 2)].flipped(along: [1]).reshaped(to: [3, 1, 2])
  let t6 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [1, 2])
  let t7 = tanh(t3)[.range(0..<3, by: 2)].flipped(along: [0]).reshaped(to: [1, 2])
  let t8 = (Tensor(1) * Tensor(0.5) / 2).reshaped(to: [1, 1]).broadcast(to: [1, 2])
  let t9 = t5 * (-sin(t7)).reshaped(to: [1, 1, 2])
  let t10 = t5 * 2 * t6.reshaped(to: [1, 1, 2])
  let t11 = (t10 + t9 * t8.reshaped(to: [1, 1, 2])).reshaped(to: [3, 2])
  let t12 = sech(t3)
  let t13 = pad(t11.flipped(along: [1]), before: [0, 0], after: [0, 0], interior: [0, 1])
  let t14 = (-(t12 * tanh(t3))).reshaped(to: [1, 3])
  let t15 = t6 * (2 * t7)
  let t16 = (t15 + t8 * cos(t7)).reshaped(to: [2])
  let t17 = t2 * t14 * (2 * t12).reshaped(to: [1, 3])
  let t18 = pad(t16.flipped(along: [0]), before: [0], after: [0], interior: [1]).reshaped(to: [1, 3])
  let t19 = t13 * squared(t12).reshaped(to: [1, 3])
  return (t19 + t17 * t18).transposed()
}

func gradient206(_ learning_rate: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = Tensor.positions(3).reshaped(to: [3, 1])
  let t2 = (t1 .== Tensor.positions(3).reshaped(to: [1, 3])) * learning_rate
  let t3 = pad(t2, before: [0, 1], after: [0, 2])
  let t4 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [6]).reshaped(to: [1, 6])
  let t5 = -sin(pad(ŵ₁ * learning_rate, before: [1], after: [2]))
  let t6 = (Tensor(1) * Tensor(0.5) / 6).reshaped(to: [1]).broadcast(to: [6])
  let t7 = t3 * t5.reshaped(to: [1, 6]) * t6.reshaped(to: [1, 6])
  let t8 = (t3 * 2 * t4 + t7)[.all, .range(1..<4)]
  return (t8 * learning_rate).transposed()
}

func gradient207(_ A: Tensor) -> Tensor {
  let t1 = Tensor.positions(3).reshaped(to: [3, 1])
  let t2 = (t1 .== Tensor.positions(3).reshaped(to: [1, 3])).reshaped(to: [3, 1, 3])
  let t3 = pad(t2 * A.reshaped(to: [1, 3, 3]), before: [0, 0, 1], after: [0, 1, 0], interior: [0, 1, 2])
  return t3.transposed(axes: [1, 2, 0])
}

let printedGradients11: [@Sendable ([Tensor]) -> Tensor] = [
  { gradient191($0[0], $0[1], $0[2], $0[3], $0[4]) },
  { gradient192($0[0], $0[1], $0[2], $0[3]) },
  { gradient193($0[0], $0[1]) },
  { gradient194($0[0], $0[1]) },
  { gradient195($0[0], $0[1]) },
  { gradient196($0[0], $0[1]) },
  { gradient197($0[0], $0[1]) },
  { gradient198($0[0], $0[1]) },
  { gradient199($0[0], $0[1]) },
  { gradient200($0[0]) },
  { gradient201($0[0], $0[1], $0[2]) },
  { gradient202($0[0], $0[1]) },
  { gradient203($0[0], $0[1]) },
  { gradient204($0[0], $0[1]) },
  { gradient205($0[0], $0[1]) },
  { gradient206($0[0], $0[1]) },
  { gradient207($0[0]) },
]
