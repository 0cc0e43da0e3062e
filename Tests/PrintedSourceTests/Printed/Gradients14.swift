// swift-format-ignore-file
// Printed by .ci/print-source; not written by hand.
import ChainRule

@_optimize(none) func gradient234(_ sum_: Tensor, _ ŵ₁: Tensor, _ A: Tensor) -> Tensor {
  let t1 = Tensor.positions(3).reshaped(to: [3, 1, 1, 1])
  let t2 = Tensor.positions(3).reshaped(to: [1, 3, 1, 1])
  let t3 = t1 .== Tensor.positions(3).reshaped(to: [1, 1, 3, 1])
  let t4 = t3 * (t2 .== Tensor.positions(3).reshaped(to: [1, 1, 1, 3]))
  let t5 = t4 * ŵ₁.reshaped(to: [1, 1, 3]).reshaped(to: [1, 1, 1, 3])
  let t6 = A * ŵ₁ + diagonalMatrix(3 + sum_)
  let t7 = logSoftmax(t6, along: [0])
  let t8 = t7 .== max(t7, along: [0]).reshaped(to: [1, 3])
  let t9 = sum(t8.reshaped(to: [1, 3, 3]).reshaped(to: [1, 1, 3, 3]) * t5, along: [2])
  let t10 = sum(t8, along: [0]).reshaped(to: [1, 3]).reshaped(to: [1, 1, 3]).reshaped(to: [1, 1, 1, 3])
  let t11 = t5 - t9.reshaped(to: [3, 3, 1, 3]) / t10
  let t12 = exp(t7).reshaped(to: [1, 3, 3]).reshaped(to: [1, 1, 3, 3]) * t11
  return (t11 - sum(t12, along: [2]).reshaped(to: [3, 3, 1, 3])).transposed(axes: [2, 3, 0, 1])
}

@_optimize(none) func gradient235(_ X: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = X.reshaped(to: [.batch, 1, 3])
  let t2 = centered(t1 * ŵ₁.reshaped(to: [1, 1, 3]), along: [2])
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [1, 3]).reshaped(to: [1, 1, 3])
  let t4 = (Tensor(1) * Tensor(0.5) / (Tensor(3) * Tensor(1))).reshaped(to: [1, 1])
  let t5 = t4.broadcast(to: [1, 3]).reshaped(to: [1, 1, 3]) * cos(t2)
  let t6 = centered(t3 * (2 * t2) + t5, along: [2])
  return sum(t6 * t1, along: [1])
}

@_optimize(none) func gradient236(_ sum_: Tensor, _ A: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = Tensor.positions(3).reshaped(to: [3, 1])
  let t2 = cumulativeSum(A + diagonalMatrix(3 + sum_), along: 1)
  let t3 = (t1 .== Tensor.positions(3).reshaped(to: [1, 3])).reshaped(to: [3, 1, 3])
  let t4 = t3 * t2.reshaped(to: [1, 3, 3])
  let t5 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 3]).reshaped(to: [1, 3, 3])
  let t6 = (-sin(t2 * ŵ₁)).reshaped(to: [1, 3, 3])
  let t7 = (Tensor(1) * Tensor(0.5) / 9).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t8 = t4 * t6 * t7.reshaped(to: [1, 3, 3])
  let t9 = t4 * 2 * t5 + t8
  return sum(t9 * t2.reshaped(to: [1, 3, 3]), along: [1]).transposed()
}

@_optimize(none) func gradient237() -> Tensor {
  let t1 = Tensor.positions(3).reshaped(to: [3, 1])
  let t2 = (t1 .== Tensor.positions(3).reshaped(to: [1, 3])) / 2
  return cumulativeSum(t2, along: 1, reversed: true).transposed()
}

@_optimize(none) func gradient238(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = sum_ + ŵ₁
  let t2 = tanh(t1)
  let t3 = sorted(t2, along: 0) * 0.3974485817756376
  let t4 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t5 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t6 = t4 * (2 * t3)
  let t7 = (t6 + t5 * cos(t3)) * 0.3974485817756376
  let t8 = unsorted(t7, by: t2, along: 0) * squared(sech(t1))
  return t8.broadcast(to: [.batch, 3])
}

@_optimize(none) func gradient239(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = sum_.reshaped(to: [3, 1])
  let t2 = t1 • ŵ₁.reshaped(to: [1, 3])
  let t3 = t2 + diagonalMatrix(3 + sum_)
  let t4 = Tensor.positions(3).reshaped(to: [3, 1])
  let t5 = t4 .== Tensor.positions(3).reshaped(to: [1, 3])
  let t6 = t1.reshaped(to: [1, 3, 1]) • t5.reshaped(to: [3, 1, 3])
  let t7 = sorted(t6, by: t3.broadcast(to: [3, 3, 3]), along: 1, descending: true)
  let t8 = sorted(t3, along: 0, descending: true)
  let t9 = t5.reshaped(to: [3, 1, 3]) * t8.reshaped(to: [1, 3, 3])
  let t10 = t7 * ŵ₁.reshaped(to: [1, 1, 3]) + t9
  let t11 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t12 = t8 * ŵ₁
  let t13 = (Tensor(1) * Tensor(0.5) / 9).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t14 = t10 * (-sin(t12)).reshaped(to: [1, 3, 3])
  let t15 = t10 * 2 * t11.reshaped(to: [1, 3, 3])
  let t16 = t15 + t14 * t13.reshaped(to: [1, 3, 3])
  let t17 = t11 * (2 * t12)
  let t18 = t17 + t13 * cos(t12)
  let t19 = t5.reshaped(to: [3, 1, 3]) * t18.reshaped(to: [1, 3, 3])
  let t20 = t16 * ŵ₁.reshaped(to: [1, 1, 3]) + t19
  let t21 = t1.transposed().reshaped(to: [1, 1, 3])
  let t22 = t21 • unsorted(t20, by: t3.broadcast(to: [3, 3, 3]), along: 1, descending: true)
  let t23 = t16 * t8.reshaped(to: [1, 3, 3])
  let t24 = sum(t23 + t7 * t18.reshaped(to: [1, 3, 3]), along: [1])
  return (t22.reshaped(to: [3, 3]) + t24).transposed()
}

@_optimize(none) func gradient240(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = Tensor.positions(3).reshaped(to: [3, 1])
  let t2 = squared(sech(sum_ + ŵ₁)).reshaped(to: [1, 3])
  let t3 = (t1 .== Tensor.positions(3).reshaped(to: [1, 3])) * t2
  let z = (sum_ / 2).named("z")
  let t4 = unsorted(t3, by: (ŵ₁ * sum_).broadcast(to: [3, 3]), along: 1)
  return (t4 * z.reshaped(to: [1, 3])).transposed()
}

@_optimize(none) func gradient241(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = sum_.reshaped(to: [3, 1])
  let t2 = t1 • ŵ₁.reshaped(to: [1, 3])
  let t3 = t2 + diagonalMatrix(3 + sum_)
  let t4 = sorted(t3, along: 1, descending: true)[.all, .range(0..<2)]
  let t5 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t6 = (Tensor(1) * Tensor(0.5) / 6).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t7 = t5 * (2 * t4)
  let t8 = pad(t7 + t6 * cos(t4), before: [0, 0], after: [0, 1])
  let t9 = (t1.transposed() • unsorted(t8, by: t3, along: 1, descending: true)).reshaped(to: [3])
  return t9.broadcast(to: [.batch, 3])
}

@_optimize(none) func gradient242(_ X: Tensor, _ sum_: Tensor, _ ŵ₁: Tensor, _ A: Tensor) -> Tensor {
  let t1 = X * ŵ₁
  let t2 = Tensor.positions(3).reshaped(to: [3, 1])
  let t3 = t2 .== Tensor.positions(3).reshaped(to: [1, 3])
  let t4 = t1.reshaped(to: [1, .batch, 3]) • diagonalMatrix(t3)
  let t5 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3]).reshaped(to: [1, .batch, 3])
  let t6 = A * ŵ₁ + diagonalMatrix(3 + sum_)
  let t7 = (-sin(t1 • t6)).reshaped(to: [1, .batch, 3])
  let t8 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t9 = t4 * t7 * t8.broadcast(to: [.batch, 3]).reshaped(to: [1, .batch, 3])
  let t10 = t4 * 2 * t5 + t9
  let t11 = sum_ + ŵ₁
  let t12 = sech(t11)
  let t13 = (-(t12 * tanh(t11))).reshaped(to: [1, 3])
  let t14 = cumulativeSum((Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3]), along: 0)
  let t15 = t3 * t13 * (2 * t12).reshaped(to: [1, 3])
  let t16 = diagonal(t1.transposed().reshaped(to: [1, 3, .batch]) • t10)
  return (t16 + t15 * t14.reshaped(to: [1, 3])).transposed()
}

@_optimize(none) func gradient243(_ sum_: Tensor) -> Tensor {
  let z = (sum_ / 2).named("z")
  return 1 * z
}

@_optimize(none) func gradient244(_ sum_: Tensor, _ A: Tensor, _ ŵ₁: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = A * ŵ₁ + diagonalMatrix(3 + sum_)
  let t2 = ŵ₁ * learning_rate
  let t3 = t2 • t1
  let t4 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t5 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t6 = t4 * (2 * t3)
  let t7 = t6 + t5 * cos(t3)
  let t8 = t2.reshaped(to: [3, 1]) • t7.reshaped(to: [1, 3]) * A
  let t9 = t1 • t7 * learning_rate + sum(t8, along: [0])
  return t9.broadcast(to: [.batch, 3])
}

@_optimize(none) func gradient245(_ sum_: Tensor, _ ŵ₁: Tensor, _ V: Tensor, _ A: Tensor) -> Tensor {
  let t1 = Tensor.positions(3).reshaped(to: [3, 1])
  let t2 = t1 .== Tensor.positions(3).reshaped(to: [1, 3])
  let t3 = ŵ₁.reshaped(to: [1, 3])
  let t4 = t2.reshaped(to: [3, 3, 1]) • t3.reshaped(to: [1, 1, 3])
  let t5 = (t4 + diagonalMatrix(t2)).reshaped(to: [3, 1, 3, 3])
  let t6 = concatenate([diagonalMatrix(t2).reshaped(to: [3, 1, 3, 3]), t5], along: 1)
  let t7 = t6 • V.reshaped(to: [1, 1, 3, 2])
  let t8 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1, 1]).broadcast(to: [2, 3, 2]).reshaped(to: [1, 2, 3, 2])
  let t9 = sum_.reshaped(to: [3, 1]) • t3
  let t10 = (A + diagonalMatrix(3 + sum_)).reshaped(to: [1, 3, 3])
  let t11 = (t9 + diagonalMatrix(3 + sum_)).reshaped(to: [1, 3, 3])
  let t12 = -sin(concatenate([t10, t11], along: 0) • V)
  let t13 = (Tensor(1) * Tensor(0.5) / 12).reshaped(to: [1, 1, 1]).broadcast(to: [2, 3, 2])
  let t14 = t7 * t12.reshaped(to: [1, 2, 3, 2]) * t13.reshaped(to: [1, 2, 3, 2])
  let t15 = t7 * 2 * t8 + t14
  let t16 = t15 • V.transposed().reshaped(to: [1, 1, 2, 3])
  let t17 = t16[.all, .range(1..<2), .all, .all].reshaped(to: [3, 3, 3])
  let t18 = (t17 • t3.transposed().reshaped(to: [1, 3, 1])).reshaped(to: [3, 3])
  let t19 = diagonal(t16[.all, .range(0..<1), .all, .all].reshaped(to: [3, 3, 3]))
  return (t19 + (t18 + diagonal(t17))).transposed()
}

@_optimize(none) func gradient246(_ sum_: Tensor, _ A: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = Tensor.positions(3).reshaped(to: [3, 1])
  let t2 = t1 .== Tensor.positions(3).reshaped(to: [1, 3])
  let t3 = sum_.reshaped(to: [3, 1])
  let t4 = t3 • ŵ₁.reshaped(to: [1, 3])
  let t5 = (t4 + diagonalMatrix(3 + sum_)).reshaped(to: [3, 3])
  let t6 = (t2.reshaped(to: [3, 1, 3]) * A.reshaped(to: [1, 3, 3])).reshaped(to: [3, 3, 3])
  let t7 = A * ŵ₁ + diagonalMatrix(3 + sum_)
  let t8 = t7.reshaped(to: [3, 3])
  let t9 = (t3.reshaped(to: [1, 3, 1]) • t2.reshaped(to: [3, 1, 3])).reshaped(to: [3, 3, 3])
  let t10 = t6 • t5.reshaped(to: [1, 3, 3])
  let t11 = (t10 + t8.reshaped(to: [1, 3, 3]) • t9).reshaped(to: [3, 3, 3])
  let t12 = sum_ + ŵ₁
  let t13 = tanh(t12).reshaped(to: [3, 1]).reshaped(to: [1, 3, 1])
  let t14 = t2 * squared(sech(t12)).reshaped(to: [1, 3])
  let t15 = (t8 • t5).reshaped(to: [3, 3]).reshaped(to: [3, 3]).reshaped(to: [1, 3, 3])
  let t16 = t11.reshaped(to: [3, 3, 3]) • t13
  let t17 = (t16 + t15 • t14.reshaped(to: [3, 3, 1])).reshaped(to: [3, 3])
  return t17.transposed()
}

@_optimize(none) func gradient247(_ X: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = X.reshaped(to: [.batch, 1, 3])
  let t2 = t1.reshaped(to: [.batch, 1, 3])
  let t3 = (t1 * ŵ₁.reshaped(to: [1, 1, 3])).transposed(axes: [0, 2, 1]).reshaped(to: [.batch, 3, 1])
  let t4 = (t3 • t2).reshaped(to: [.batch, 3, 3])
  let t5 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 3]).reshaped(to: [1, 3, 3])
  let t6 = (Tensor(1) * Tensor(0.5) / 9).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t7 = t6.reshaped(to: [1, 3, 3]) * cos(t4)
  let t8 = (t5 * (2 * t4) + t7).reshaped(to: [.batch, 3, 3])
  let t9 = (t8 • t2.transposed(axes: [0, 2, 1])).reshaped(to: [.batch, 3, 1]).transposed(axes: [0, 2, 1])
  return sum(t9 * t1, along: [1])
}

@_optimize(none) func gradient248(_ sum_: Tensor, _ X: Tensor, _ in_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = Tensor.positions(3).reshaped(to: [3, 1])
  let t2 = t1 .== Tensor.positions(3).reshaped(to: [1, 3])
  let t3 = ŵ₁.reshaped(to: [1, 3])
  let t4 = t2.reshaped(to: [3, 3, 1]) • t3.reshaped(to: [1, 1, 3])
  let t5 = lowerTriangle(t4 + diagonalMatrix(t2))
  let t6 = sum_ + ŵ₁
  let t7 = tanh(t6)
  let t8 = t2 * squared(sech(t6)).reshaped(to: [1, 3])
  let t9 = sum_.reshaped(to: [3, 1]) • t3
  let t10 = lowerTriangle(t9 + diagonalMatrix(3 + sum_))
  let t11 = t8.reshaped(to: [3, 1, 3]) * t10.reshaped(to: [1, 3, 3])
  let t12 = t5 * t7.reshaped(to: [1, 1, 3]) + t11
  let t13 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t14 = t10 * t7
  let t15 = (Tensor(1) * Tensor(0.5) / 9).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t16 = t12 * (-sin(t14)).reshaped(to: [1, 3, 3])
  let t17 = t12 * 2 * t13.reshaped(to: [1, 3, 3])
  let t18 = t17 + t16 * t15.reshaped(to: [1, 3, 3])
  let t19 = t13 * (2 * t14)
  let t20 = t19 + t15 * cos(t14)
  let t21 = t8.reshaped(to: [3, 1, 3]) * t20.reshaped(to: [1, 3, 3])
  let t22 = lowerTriangle(t18 * t7.reshaped(to: [1, 1, 3]) + t21)
  let t23 = t18 * t10.reshaped(to: [1, 3, 3])
  let t24 = sech(t6)
  let t25 = sum(t23 + t5 * t20.reshaped(to: [1, 3, 3]), along: [1])
  let t26 = (-(t24 * tanh(t6))).reshaped(to: [1, 3])
  let t27 = t2 * t26 * (2 * t24).reshaped(to: [1, 3])
  let t28 = t27 * sum(t20 * t10, along: [0]).reshaped(to: [1, 3])
  let t29 = 1 / Tensor.extent(.batch)
  let t30 = t29.reshaped(to: [1]).broadcast(to: [.batch]).reshaped(to: [1, .batch])
  let t31 = gather(t2 / 2, in_, along: 1) * t30
  let t32 = scatterAdd(X.transposed(), in_, along: 1, length: 3) * (t29 / 2)
  let t33 = t25 * squared(t24).reshaped(to: [1, 3]) + t28
  let t34 = t32 + t31 • X.transposed().transposed()
  let t35 = (t22 • t3.transposed().reshaped(to: [1, 3, 1])).reshaped(to: [3, 3])
  let t36 = t35 + (diagonal(t22) + (t33 + t34))
  return t36.transposed()
}

@_optimize(none) func gradient249(_ ŵ₁: Tensor) -> Tensor {
  let t1 = Tensor.positions(3).reshaped(to: [3, 1])
  let t2 = t1 .== Tensor.positions(3).reshaped(to: [1, 3])
  let t3 = t2.reshaped(to: [3, 3, 1]) • ŵ₁.reshaped(to: [1, 3]).reshaped(to: [1, 1, 3])
  return upperTriangle(t3 + diagonalMatrix(t2), diagonal: -1).transposed(axes: [1, 2, 0])
}

let printedGradients14: [@Sendable ([Tensor]) -> Tensor] = [
  { gradient234($0[0], $0[1], $0[2]) },
  { gradient235($0[0], $0[1]) },
  { gradient236($0[0], $0[1], $0[2]) },
  { _ in gradient237() },
  { gradient238($0[0], $0[1]) },
  { gradient239($0[0], $0[1]) },
  { gradient240($0[0], $0[1]) },
  { gradient241($0[0], $0[1]) },
  { gradient242($0[0], $0[1], $0[2], $0[3]) },
  { gradient243($0[0]) },
  { gradient244($0[0], $0[1], $0[2], $0[3]) },
  { gradient245($0[0], $0[1], $0[2], $0[3]) },
  { gradient246($0[0], $0[1], $0[2]) },
  { gradient247($0[0], $0[1]) },
  { gradient248($0[0], $0[1], $0[2], $0[3]) },
  { gradient249($0[0]) },
]
