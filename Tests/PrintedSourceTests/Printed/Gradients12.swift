// swift-format-ignore-file
// Printed by .ci/print-source; not written by hand.
import ChainRule

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
  let t8 = guarded(t7, by: diagonalMatrix(Tensor(1).broadcast(to: [3])))
  return t6.flipped(along: [1]) + t8
}

@_optimize(none) func gradient200(_ ŵ₁: Tensor) -> Tensor {
  let t1 = Tensor.positions(3).reshaped(to: [3, 1])
  let t2 = (t1 .== Tensor.positions(3).reshaped(to: [1, 3])).flipped(along: [1])
  let t3 = -sin(ŵ₁.flipped(along: [0]))
  let t4 = (t3 * (Tensor(1) * Tensor(0.5) / 3)).reshaped(to: [1, 3])
  let t5 = guarded(t2 * (2 * (Tensor(1) / Tensor(4))), by: t2)
  let t6 = (t5 + guarded(t2 * t4, by: t2)).flipped(along: [1])
  return t6.transposed()
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
  let t1 = pad(Tensor(1).broadcast(to: [1, 1]), before: [0, 0], after: [0, 2]).reshaped(to: [1, 1, 3])
  let t2 = Tensor.positions(.batch).reshaped(to: [.batch, 1, 1, 1])
  let t3 = Tensor.positions(3).reshaped(to: [1, 3, 1, 1])
  let t4 = t2 .== Tensor.positions(.batch).reshaped(to: [1, 1, .batch, 1])
  let t5 = t4 * (t3 .== Tensor.positions(3).reshaped(to: [1, 1, 1, 3]))
  let t6 = X + learning_rate
  let t7 = t5 * cos(t6).reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3])
  let t8 = y * learning_rate
  let t9 = t7[.all, .all, .all, .range(0..<1)].reshaped(to: [.batch, 3, .batch])
  let t10 = t9 * t8.reshaped(to: [1, .batch]).reshaped(to: [1, 1, .batch])
  let t11 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch])
  let t12 = sin(t6)[.all, .range(0..<1)].reshaped(to: [.batch]) * t8
  let t13 = (-sin(t12)).reshaped(to: [1, .batch]).reshaped(to: [1, 1, .batch])
  let t14 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t15 = t10 * 2 * t11.reshaped(to: [1, .batch]).reshaped(to: [1, 1, .batch])
  let t16 = t10 * t13 * t14.reshaped(to: [1, .batch]).reshaped(to: [1, 1, .batch])
  let t17 = (t15 + t16) * t8.reshaped(to: [1, .batch]).reshaped(to: [1, 1, .batch])
  let t18 = cos(t6).reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3])
  let t19 = pad(t17.reshaped(to: [.batch, 3, .batch, 1]), before: [0, 0, 0, 0], after: [0, 0, 0, 2])
  let t20 = (-sin(t6)).reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3])
  let t21 = t11 * (2 * t12)
  let t22 = (t21 + t14 * cos(t12)) * t8
  let t23 = pad(t22.reshaped(to: [.batch, 1]), before: [0, 0], after: [0, 2]).reshaped(to: [1, .batch, 3])
  let t24 = t5 * t20 * t23.reshaped(to: [1, 1, .batch, 3])
  let t25 = guarded(t19 * t18 + t24, by: t1.reshaped(to: [1, 1, 1, 3]))
  return t25.transposed(axes: [2, 3, 0, 1])
}

@_optimize(none) func gradient204() -> Tensor {
  let t1 = Tensor.positions(3).reshaped(to: [3, 1])
  let t2 = diagonalMatrix(t1 .== Tensor.positions(3).reshaped(to: [1, 3]))
  return t2[.all, .range(0..<3, by: 2), .range(1..<3)].transposed(axes: [1, 2, 0])
}

@_optimize(none) func gradient205(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = Tensor.positions(3).reshaped(to: [3, 1])
  let t2 = t1 .== Tensor.positions(3).reshaped(to: [1, 3])
  let t3 = sum_ + ŵ₁
  let t4 = t2 * squared(sech(t3)).reshaped(to: [1, 3])
  let t5 = guarded(t4, by: t2).flipped(along: [1])
  let t6 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t7 = tanh(t3).flipped(along: [0])
  let t8 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t9 = t5 * (-sin(t7)).reshaped(to: [1, 3])
  let t10 = t5 * 2 * t6.reshaped(to: [1, 3])
  let t11 = sech(t3)
  let t12 = (t10 + t9 * t8.reshaped(to: [1, 3])).flipped(along: [1])
  let t13 = -(t11 * tanh(t3))
  let t14 = t6 * (2 * t7)
  let t15 = (t14 + t8 * cos(t7)).flipped(along: [0])
  let t16 = (t13 * (2 * t11) * t15).reshaped(to: [1, 3])
  let t17 = t12 * squared(t11).reshaped(to: [1, 3])
  return (t17 + guarded(t2 * t16, by: t2)).transposed()
}

@_optimize(none) func gradient206(_ sum_: Tensor, _ ŵ₁: Tensor, _ learning_rate: Tensor, _ A: Tensor) -> Tensor {
  let t1 = Tensor.positions(3).reshaped(to: [3, 1])
  let t2 = diagonalMatrix(t1 .== Tensor.positions(3).reshaped(to: [1, 3]))
  let t3 = t2[.all, .range(2..<3), .all].reshaped(to: [3, 3])
  let t4 = ŵ₁ * learning_rate
  let t5 = (t4 * 2 * (Tensor(1) / Tensor(4))).reshaped(to: [1, 3])
  let t6 = A * ŵ₁ + diagonalMatrix(3 + sum_)
  let t7 = sin(t6[.range(2..<3), .all].reshaped(to: [3]) * t4)
  let t8 = t4 * -t7
  let t9 = (t8 * (Tensor(1) * Tensor(0.5) / 3)).reshaped(to: [1, 3])
  let t10 = guarded(t3 * t5, by: t3)
  let t11 = t10 + guarded(t3 * t9, by: t3)
  let t12 = pad((t11 * t4.reshaped(to: [1, 3])).reshaped(to: [3, 1, 3]), before: [0, 2, 0], after: [0, 0, 0])
  return diagonal(t12).transposed()
}

@_optimize(none) func gradient207(_ ŵ₁: Tensor) -> Tensor {
  return (1 * ŵ₁)[.range(0..<3, by: 2)].flipped(along: [0]).reshaped(to: [1, 2])
}

@_optimize(none) func gradient208(_ ŵ₁: Tensor) -> Tensor {
  let t1 = Tensor.positions(3).reshaped(to: [3, 1])
  let t2 = pad(t1 .== Tensor.positions(3).reshaped(to: [1, 3]), before: [0, 1], after: [0, 2])
  let t3 = -sin(pad(ŵ₁, before: [1], after: [2]))
  let t4 = (t3 * (Tensor(1) * Tensor(0.5) / 6)).reshaped(to: [1, 6])
  let t5 = guarded(t2 * (2 * (Tensor(1) / Tensor(4))), by: t2)
  let t6 = (t5 + guarded(t2 * t4, by: t2))[.all, .range(1..<4)]
  return t6.transposed()
}

@_optimize(none) func gradient209(_ sum_: Tensor, _ A: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = Tensor.positions(3).reshaped(to: [3, 1])
  let t2 = (t1 .== Tensor.positions(3).reshaped(to: [1, 3])).reshaped(to: [3, 1, 3])
  let t3 = pad(t2 * A.reshaped(to: [1, 3, 3]), before: [0, 0, 1], after: [0, 1, 0], interior: [0, 1, 2])
  let t4 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [6, 8]).reshaped(to: [1, 6, 8])
  let t5 = A * ŵ₁ + diagonalMatrix(3 + sum_)
  let t6 = (-sin(pad(t5, before: [0, 1], after: [1, 0], interior: [1, 2]))).reshaped(to: [1, 6, 8])
  let t7 = (Tensor(1) * Tensor(0.5) / 48).reshaped(to: [1, 1]).broadcast(to: [6, 8])
  let t8 = t3 * t6 * t7.reshaped(to: [1, 6, 8])
  let t9 = (t3 * 2 * t4 + t8)[.all, .range(0..<5, by: 2), .range(1..<8, by: 3)]
  return sum(t9 * A.reshaped(to: [1, 3, 3]), along: [1]).transposed()
}

@_optimize(none) func gradient210() -> Tensor {
  let t1 = Tensor.positions(3).reshaped(to: [3, 1])
  let t2 = pad(t1 .== Tensor.positions(3).reshaped(to: [1, 3]), before: [0, 1], after: [0, 0])
  let t3 = select(pad(Tensor(1).broadcast(to: [3]), before: [1], after: [0]), Tensor(1) / Tensor(2), 0)
  return guarded(t2 * t3.reshaped(to: [1, 4]), by: t2).transposed()
}

@_optimize(none) func gradient211(_ in_: Tensor, _ sum_: Tensor, _ y: Tensor) -> Tensor {
  let t1 = in_.reshaped(to: [.batch, 1])
  let z = (sum_ / 2).named("z")
  let t2 = y.reshaped(to: [.batch, 1])
  let t3 = gather(z.broadcast(to: [.batch, 3]), t1, along: 1, batchAxes: 1) * t2
  let t4 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [1]).reshaped(to: [1, 1])
  let t5 = (Tensor(1) * Tensor(0.5) / 1).reshaped(to: [1]).broadcast(to: [1])
  let t6 = t5.reshaped(to: [1, 1]) * cos(t3)
  let t7 = (t4 * (2 * t3) + t6) * t2
  let t8 = scatterAdd(Tensor(1).broadcast(to: [1]).broadcast(to: [.batch, 1]), t1, along: 1, length: 3, batchAxes: 1)
  return guarded(scatterAdd(t7, t1, along: 1, length: 3, batchAxes: 1) / 2, by: t8)
}

@_optimize(none) func gradient212(_ X: Tensor, _ in_: Tensor, _ A: Tensor) -> Tensor {
  let t1 = Tensor.positions(.batch).reshaped(to: [.batch, 1, 1, 1])
  let t2 = Tensor.positions(3).reshaped(to: [1, 3, 1, 1])
  let t3 = t1 .== Tensor.positions(.batch).reshaped(to: [1, 1, .batch, 1])
  let t4 = t3 * (t2 .== Tensor.positions(3).reshaped(to: [1, 1, 1, 3]))
  let t5 = logSoftmax(X, along: [1])
  let t6 = t5 .== max(t5, along: [1]).reshaped(to: [.batch, 1])
  let t7 = sum(t6.reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3]) * t4, along: [3])
  let t8 = sum(t6, along: [1]).reshaped(to: [.batch, 1]).reshaped(to: [1, .batch, 1]).reshaped(to: [1, 1, .batch, 1])
  let t9 = t4 - t7.reshaped(to: [.batch, 3, .batch, 1]) / t8
  let t10 = exp(t5).reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3]) * t9
  let t11 = t9 - sum(t10, along: [3]).reshaped(to: [.batch, 3, .batch, 1])
  let t12 = gather(t11.transposed(axes: [0, 2, 1, 3]).transposed(axes: [1, 0, 2, 3]), in_, along: 3, batchAxes: 1)
  let t13 = t12.transposed(axes: [1, 0, 2]).transposed(axes: [0, 2, 1])
  let t14 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch])
  let t15 = gather(t5, in_, along: 1, batchAxes: 1)
  let t16 = (-sin(t15)).reshaped(to: [1, .batch]).reshaped(to: [1, 1, .batch])
  let t17 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t18 = t13 * 2 * t14.reshaped(to: [1, .batch]).reshaped(to: [1, 1, .batch])
  let t19 = t13 * t16 * t17.reshaped(to: [1, .batch]).reshaped(to: [1, 1, .batch])
  let t20 = scatterAdd((t18 + t19).transposed(axes: [0, 2, 1]).transposed(axes: [1, 0, 2]), in_, along: 3, length: 3, batchAxes: 1)
  let t21 = t20.transposed(axes: [1, 0, 2, 3]).transposed(axes: [0, 2, 1, 3])
  let t22 = (-expm1(t5)).reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3])
  let t23 = t11 * exp(t5).reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3])
  let t24 = t14 * (2 * t15)
  let t25 = scatterAdd(t24 + t17 * cos(t15), in_, along: 1, length: 3, batchAxes: 1)
  let t26 = -t23 * t25.reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3])
  let t27 = exp(t5)
  let t28 = t11 * t27.reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3])
  let t29 = sumOfOthers(t25, along: [1]).reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3])
  let t30 = t27.reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3])
  let t31 = t28 * t29 + sumOfOthers(t21, along: [3]) * t30
  let t32 = cos(X • A).reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3])
  let t33 = t4 • A.reshaped(to: [1, 3, 3]).reshaped(to: [1, 1, 3, 3]) * t32
  let t34 = (1 / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t35 = -t33 * t34.reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3])
  let t36 = t21 * t22 + t26 + -t31
  let t37 = t35 • A.transposed().reshaped(to: [1, 3, 3]).reshaped(to: [1, 1, 3, 3])
  return (t36 + t37).transposed(axes: [2, 3, 0, 1])
}

@_optimize(none) func gradient213(_ A: Tensor) -> Tensor {
  let t1 = Tensor.positions(3).reshaped(to: [3, 1])
  let t2 = (t1 .== Tensor.positions(3).reshaped(to: [1, 3])).reshaped(to: [3, 1, 3])
  let t3 = t2 * A.reshaped(to: [1, 3, 3])
  return gather(t3, Tensor.indices([2, 2, 0, 1]).reshaped(to: [2, 2]), along: 2).transposed(axes: [1, 2, 3, 0])
}

@_optimize(none) func gradient214(_ in_: Tensor, _ sum_: Tensor, _ y: Tensor) -> Tensor {
  let t1 = Tensor.positions(.batch).reshaped(to: [.batch, 1])
  let t2 = scatterAdd(t1 .== Tensor.positions(.batch).reshaped(to: [1, .batch]), in_, along: 1, length: 3)
  let t3 = (sum_ * 2 * (Tensor(1) / Tensor(4))).reshaped(to: [1, 3])
  let t4 = -sin(scatterAdd(y, in_, along: 0, length: 3) * sum_)
  let t5 = sum_ * t4 * (Tensor(1) * Tensor(0.5) / 3)
  let t6 = guarded(t2 * t5.reshaped(to: [1, 3]), by: t2)
  let t7 = guarded(t2 * t3, by: t2) + t6
  return gather(t7 * sum_.reshaped(to: [1, 3]), in_, along: 1).transposed()
}

let printedGradients12: [@Sendable ([Tensor]) -> Tensor] = [
  { gradient198($0[0], $0[1], $0[2]) },
  { gradient199($0[0], $0[1], $0[2]) },
  { gradient200($0[0]) },
  { gradient201($0[0]) },
  { gradient202($0[0], $0[1], $0[2]) },
  { gradient203($0[0], $0[1], $0[2]) },
  { _ in gradient204() },
  { gradient205($0[0], $0[1]) },
  { gradient206($0[0], $0[1], $0[2], $0[3]) },
  { gradient207($0[0]) },
  { gradient208($0[0]) },
  { gradient209($0[0], $0[1], $0[2]) },
  { _ in gradient210() },
  { gradient211($0[0], $0[1], $0[2]) },
  { gradient212($0[0], $0[1], $0[2]) },
  { gradient213($0[0]) },
  { gradient214($0[0], $0[1], $0[2]) },
]
