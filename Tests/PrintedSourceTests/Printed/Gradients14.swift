// swift-format-ignore-file
// Printed by .ci/print-source; not written by hand.
import ChainRule

@_optimize(none) func gradient233(_ X: Tensor) -> Tensor {
  let t1 = softmax(X, along: [1])
  let t2 = Tensor.positions(.batch).reshaped(to: [.batch, 1, 1, 1])
  let t3 = Tensor.positions(3).reshaped(to: [1, 3, 1, 1])
  let t4 = t2 .== Tensor.positions(.batch).reshaped(to: [1, 1, .batch, 1])
  let t5 = t4 * (t3 .== Tensor.positions(3).reshaped(to: [1, 1, 1, 3]))
  let t6 = t1 .== max(t1, along: [1]).reshaped(to: [.batch, 1])
  let t7 = sum(t6.reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3]) * t5, along: [3])
  let t8 = sum(t6, along: [1]).reshaped(to: [.batch, 1]).reshaped(to: [1, .batch, 1]).reshaped(to: [1, 1, .batch, 1])
  let t9 = t5 - t7.reshaped(to: [.batch, 3, .batch, 1]) / t8
  let t10 = sum(t1.reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3]) * t9, along: [3])
  let t11 = t1.reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3])
  let t12 = t11 * (t9 - t10.reshaped(to: [.batch, 3, .batch, 1]))
  let t13 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t14 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t15 = t14.broadcast(to: [.batch, 3])
  let t16 = t13 * (2 * t1)
  let t17 = t16 + t15 * cos(t1)
  let t18 = t1 .== max(t1, along: [1]).reshaped(to: [.batch, 1])
  let t19 = sum(t18, along: [1]).reshaped(to: [.batch, 1])
  let t20 = sum(t18 * t17, along: [1]).reshaped(to: [.batch, 1]) / t19
  let t21 = t17 - t20
  let t22 = t21 - sum(t1 * t21, along: [1]).reshaped(to: [.batch, 1])
  let t23 = (-sin(t1)).reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3])
  let t24 = t12 * 2 * t13.reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3])
  let t25 = t12 * t23 * t15.reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3])
  let t26 = t24 + t25
  let t27 = sum(t26 * t18.reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3]), along: [3])
  let t28 = t19.reshaped(to: [1, .batch, 1]).reshaped(to: [1, 1, .batch, 1])
  let t29 = t26 + -(t27.reshaped(to: [.batch, 3, .batch, 1]) / t28)
  let t30 = t12 * t21.reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3])
  let t31 = t30 + t29 * t1.reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3])
  let t32 = t29 + -sum(t31, along: [3]).reshaped(to: [.batch, 3, .batch, 1])
  let t33 = t12 * t22.reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3])
  let t34 = t33 + t32 * t1.reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3])
  return t34.transposed(axes: [2, 3, 0, 1])
}

@_optimize(none) func gradient234(_ sum_: Tensor, _ A: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = A * ŵ₁ + diagonalMatrix(3 + sum_)
  let t2 = softmax(t1, along: [0, 1])
  let t3 = Tensor.positions(3).reshaped(to: [3, 1, 1, 1])
  let t4 = Tensor.positions(3).reshaped(to: [1, 3, 1, 1])
  let t5 = t3 .== Tensor.positions(3).reshaped(to: [1, 1, 3, 1])
  let t6 = t5 * (t4 .== Tensor.positions(3).reshaped(to: [1, 1, 1, 3]))
  let t7 = t6 * ŵ₁.reshaped(to: [1, 1, 3]).reshaped(to: [1, 1, 1, 3])
  let t8 = t2 .== max(t2, along: [0, 1]).reshaped(to: [1, 1])
  let t9 = sum(t8.reshaped(to: [1, 3, 3]).reshaped(to: [1, 1, 3, 3]) * t7, along: [2, 3])
  let t10 = sum(t8).reshaped(to: [1, 1]).reshaped(to: [1, 1, 1]).reshaped(to: [1, 1, 1, 1])
  let t11 = t7 - t9.reshaped(to: [3, 3, 1, 1]) / t10
  let t12 = sum(t2.reshaped(to: [1, 3, 3]).reshaped(to: [1, 1, 3, 3]) * t11, along: [2, 3])
  let t13 = t2.reshaped(to: [1, 3, 3]).reshaped(to: [1, 1, 3, 3])
  return (t13 * (t11 - t12.reshaped(to: [3, 3, 1, 1]))).transposed(axes: [2, 3, 0, 1])
}

@_optimize(none) func gradient235(_ sum_: Tensor, _ A: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = A * ŵ₁ + diagonalMatrix(3 + sum_)
  let t2 = logSoftmax(t1, along: [0])
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t4 = (Tensor(1) * Tensor(0.5) / 9).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t5 = t3 * (2 * t2)
  let t6 = t5 + t4 * cos(t2)
  let t7 = t6 * -expm1(t2)
  let t8 = t7 - exp(t2) * sumOfOthers(t6, along: [0])
  return (t8 * ŵ₁).broadcast(to: [.batch, 3, 3])
}

@_optimize(none) func gradient236(_ X: Tensor, _ A: Tensor) -> Tensor {
  let t1 = Tensor.positions(.batch).reshaped(to: [.batch, 1, 1, 1])
  let t2 = Tensor.positions(3).reshaped(to: [1, 3, 1, 1])
  let t3 = t1 .== Tensor.positions(.batch).reshaped(to: [1, 1, .batch, 1])
  let t4 = t3 * (t2 .== Tensor.positions(3).reshaped(to: [1, 1, 1, 3]))
  let t5 = centered(t4, along: [3])
  let t6 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3]).reshaped(to: [1, .batch, 3])
  let t7 = (-sin(centered(X, along: [1]))).reshaped(to: [1, .batch, 3])
  let t8 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t9 = t8.broadcast(to: [.batch, 3]).reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3])
  let t10 = t5 * 2 * t6.reshaped(to: [1, 1, .batch, 3])
  let t11 = t10 + t5 * t7.reshaped(to: [1, 1, .batch, 3]) * t9
  let t12 = sigmoidSlope(X • A).reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3])
  let t13 = (1 / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t14 = t4 • A.reshaped(to: [1, 3, 3]).reshaped(to: [1, 1, 3, 3]) * t12
  let t15 = t14 * t13.reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3])
  let t16 = t15 • A.transposed().reshaped(to: [1, 3, 3]).reshaped(to: [1, 1, 3, 3])
  return (centered(t11, along: [3]) + t16).transposed(axes: [2, 3, 0, 1])
}

@_optimize(none) func gradient237(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = Tensor.positions(3).reshaped(to: [3, 1])
  let t2 = t1 .== Tensor.positions(3).reshaped(to: [1, 3])
  let t3 = ŵ₁.reshaped(to: [1, 3])
  let t4 = t2.reshaped(to: [3, 3, 1]) • t3.reshaped(to: [1, 1, 3])
  let t5 = sum_ + ŵ₁
  let t6 = cumulativeSum(t4 + diagonalMatrix(t2), along: 2)
  let t7 = t2 * squared(sech(t5)).reshaped(to: [1, 3])
  let t8 = sum_.reshaped(to: [3, 1]) • t3
  let t9 = cumulativeSum(t8 + diagonalMatrix(3 + sum_), along: 1)
  let t10 = guarded(t7, by: t2).reshaped(to: [3, 1, 3]) * t9.reshaped(to: [1, 3, 3])
  let t11 = t6 * tanh(t5).reshaped(to: [1, 1, 3]) + t10
  return t11.transposed(axes: [1, 2, 0])
}

@_optimize(none) func gradient238(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = sum_ + ŵ₁
  let t2 = cumulativeSum(tanh(t1), along: 0, reversed: true)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t4 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t5 = t3 * (2 * t2)
  let t6 = cumulativeSum(t5 + t4 * cos(t2), along: 0)
  return (t6 * squared(sech(t1))).broadcast(to: [.batch, 3])
}

@_optimize(none) func gradient239(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = sum_ + ŵ₁
  let t2 = tanh(t1)
  let t3 = Tensor.positions(3).reshaped(to: [3, 1])
  let t4 = t3 .== Tensor.positions(3).reshaped(to: [1, 3])
  let t5 = t4 * squared(sech(t1)).reshaped(to: [1, 3])
  let t6 = sorted(guarded(t5, by: t4), by: t2.broadcast(to: [3, 3]), along: 1) * 0.5904614230664574
  let t7 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t8 = sorted(t2, along: 0) * 0.5904614230664574
  let t9 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t10 = t6 * (-sin(t8)).reshaped(to: [1, 3])
  let t11 = t6 * 2 * t7.reshaped(to: [1, 3])
  let t12 = (t11 + t10 * t9.reshaped(to: [1, 3])) * 0.5904614230664574
  let t13 = sech(t1)
  let t14 = unsorted(t12, by: t2.broadcast(to: [3, 3]), along: 1)
  let t15 = -(t13 * tanh(t1))
  let t16 = t7 * (2 * t8)
  let t17 = (t16 + t9 * cos(t8)) * 0.5904614230664574
  let t18 = t15 * (2 * t13) * unsorted(t17, by: t2, along: 0)
  let t19 = t14 * squared(t13).reshaped(to: [1, 3])
  let t20 = t19 + guarded(t4 * t18.reshaped(to: [1, 3]), by: t4)
  return t20.transposed()
}

@_optimize(none) func gradient240(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = sum_.reshaped(to: [3, 1])
  let t2 = t1 • ŵ₁.reshaped(to: [1, 3])
  let t3 = Tensor.positions(3).reshaped(to: [3, 1])
  let t4 = (t3 .== Tensor.positions(3).reshaped(to: [1, 3])).reshaped(to: [3, 1, 3])
  let t5 = (t2 + diagonalMatrix(3 + sum_)).broadcast(to: [3, 3, 3])
  let z = (sum_ / 2).named("z")
  let t6 = sorted(t1.reshaped(to: [1, 3, 1]) • t4, by: t5, along: 1, descending: true)
  return (t6 * z.reshaped(to: [1, 1, 3])).transposed(axes: [1, 2, 0])
}

@_optimize(none) func gradient241(_ y: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = sum(ŵ₁) / 3
  let t2 = y.reshaped(to: [.batch, 1])
  let t3 = (Tensor(1) / Tensor(1)).reshaped(to: [1]).broadcast(to: [1])
  let t4 = select(t2 .== t1, (0.5 * t3).reshaped(to: [1, 1]), 0)
  let t5 = select(t2 .> t1, t3.reshaped(to: [1, 1]), 0) + t4
  let t6 = sum(t1 .<= t2, along: [1]).reshaped(to: [.batch, 1]).reshaped(to: [.batch])
  let t7 = guarded(sum(t5, along: [1]) / 3, by: t6).reshaped(to: [.batch, 1])
  return t7.broadcast(to: [.batch, 3])
}

@_optimize(none) func gradient242(_ sum_: Tensor, _ A: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = A * ŵ₁ + diagonalMatrix(3 + sum_)
  let t2 = Tensor.positions(3).reshaped(to: [3, 1])
  let t3 = diagonalMatrix(t2 .== Tensor.positions(3).reshaped(to: [1, 3]))
  let t4 = sorted(t3, by: t1.broadcast(to: [3, 3, 3]), along: 2, descending: true)[.all, .all, .range(0..<2)]
  let t5 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 2]).reshaped(to: [1, 3, 2])
  let t6 = -sin(sorted(t1, along: 1, descending: true)[.all, .range(0..<2)])
  let t7 = (Tensor(1) * Tensor(0.5) / 6).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t8 = t4 * t6.reshaped(to: [1, 3, 2]) * t7.reshaped(to: [1, 3, 2])
  let t9 = pad(t4 * 2 * t5 + t8, before: [0, 0, 0], after: [0, 0, 1])
  let t10 = diagonal(unsorted(t9, by: t1.broadcast(to: [3, 3, 3]), along: 2, descending: true))
  return t10.transposed()
}

@_optimize(none) func gradient243(_ X: Tensor, _ sum_: Tensor) -> Tensor {
  let t1 = Tensor.positions(3).reshaped(to: [3, 1])
  let t2 = (t1 .== Tensor.positions(3).reshaped(to: [1, 3])).reshaped(to: [3, 1, 3])
  let t3 = sum_.reshaped(to: [3, 1]).reshaped(to: [1, 3, 1]) • t2
  return (X.reshaped(to: [1, .batch, 3]) • t3).transposed(axes: [1, 2, 0])
}

@_optimize(none) func gradient244(_ ŵ₁: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = ŵ₁ * learning_rate
  let t2 = t1 • ŵ₁
  let t3 = Tensor(1) / Tensor(4) * (2 * t2)
  let t4 = t3 + Tensor(1) * Tensor(0.5) * cos(t2)
  let t5 = t4 * ŵ₁ * learning_rate + t4 * t1
  return t5.broadcast(to: [.batch, 3])
}

@_optimize(none) func gradient245(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = Tensor.positions(3).reshaped(to: [3, 1])
  let t2 = t1 .== Tensor.positions(3).reshaped(to: [1, 3])
  let t3 = ŵ₁.reshaped(to: [1, 3])
  let t4 = t2.reshaped(to: [3, 3, 1]) • t3.reshaped(to: [1, 1, 3])
  let t5 = ŵ₁.reshaped(to: [1, 3]).reshaped(to: [1, 1, 3])
  let t6 = (t5 • (t4 + diagonalMatrix(t2))).reshaped(to: [3, 3])
  let t7 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3]).reshaped(to: [1, 3])
  let t8 = sum_.reshaped(to: [3, 1]) • t3
  let t9 = ŵ₁ • (t8 + diagonalMatrix(3 + sum_))
  let t10 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t11 = t6 * (-sin(t9)).reshaped(to: [1, 3])
  let t12 = t6 * 2 * t7
  let t13 = (t12 + t11 * t10.reshaped(to: [1, 3])).reshaped(to: [3, 1, 3])
  let t14 = ŵ₁.reshaped(to: [3, 1]).reshaped(to: [1, 3, 1]) • t13
  let t15 = (t14 • t3.transposed().reshaped(to: [1, 3, 1])).reshaped(to: [3, 3])
  return (t15 + diagonal(t14)).transposed()
}

@_optimize(none) func gradient246(_ ŵ₁: Tensor, _ V: Tensor) -> Tensor {
  let t1 = Tensor.positions(3).reshaped(to: [3, 1, 1, 1])
  let t2 = Tensor.positions(3).reshaped(to: [1, 3, 1, 1])
  let t3 = t1 .== Tensor.positions(3).reshaped(to: [1, 1, 3, 1])
  let t4 = t3 * (t2 .== Tensor.positions(3).reshaped(to: [1, 1, 1, 3]))
  let t5 = (t4 * ŵ₁.reshaped(to: [1, 1, 3]).reshaped(to: [1, 1, 1, 3])).reshaped(to: [3, 3, 1, 3, 3])
  let t6 = Tensor(0).broadcast(to: [1, 3, 3]).broadcast(to: [3, 1, 3, 3]).broadcast(to: [3, 3, 1, 3, 3])
  let t7 = V.reshaped(to: [1, 1, 3, 2]).reshaped(to: [1, 1, 1, 3, 2])
  return (concatenate([t5, t6], along: 2) • t7).transposed(axes: [2, 3, 4, 0, 1])
}

@_optimize(none) func gradient247(_ sum_: Tensor, _ A: Tensor, _ ŵ₁: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = Tensor.positions(3).reshaped(to: [3, 1])
  let t2 = t1 .== Tensor.positions(3).reshaped(to: [1, 3])
  let t3 = diagonalMatrix(t2).reshaped(to: [3, 3, 3])
  let t4 = (A + diagonalMatrix(3 + sum_)).reshaped(to: [3, 3])
  let t5 = A * ŵ₁ + diagonalMatrix(3 + sum_)
  let t6 = t5.reshaped(to: [3, 3])
  let t7 = diagonalMatrix(t2).reshaped(to: [3, 3, 3])
  let t8 = t3 • t4.reshaped(to: [1, 3, 3])
  let t9 = (t8 + t6.reshaped(to: [1, 3, 3]) • t7).reshaped(to: [3, 3, 3])
  let t10 = (ŵ₁ * learning_rate).reshaped(to: [3, 1])
  let t11 = (t9.reshaped(to: [3, 3, 3]) • t10.reshaped(to: [1, 3, 1])).reshaped(to: [3, 3])
  let t12 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t13 = (t6 • t4).reshaped(to: [3, 3]).reshaped(to: [3, 3]) • t10
  let t14 = t13.reshaped(to: [3])
  let t15 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t16 = t11 * (-sin(t14)).reshaped(to: [1, 3])
  let t17 = t11 * 2 * t12.reshaped(to: [1, 3])
  let t18 = t10.transposed()
  let t19 = (t17 + t16 * t15.reshaped(to: [1, 3])).reshaped(to: [3, 3, 1])
  let t20 = (t19 • t18.reshaped(to: [1, 1, 3])).reshaped(to: [3, 3, 3]).reshaped(to: [3, 3, 3])
  let t21 = t12 * (2 * t14)
  let t22 = (t21 + t15 * cos(t14)).reshaped(to: [3, 1])
  let t23 = (t22 • t18).reshaped(to: [3, 3]).reshaped(to: [3, 3])
  let t24 = t20 • t4.transposed().reshaped(to: [1, 3, 3])
  let t25 = t24 + t23.reshaped(to: [1, 3, 3]) • t7.transposed(axes: [0, 2, 1])
  let t26 = t3.transposed(axes: [0, 2, 1]) • t23.reshaped(to: [1, 3, 3])
  let t27 = t26 + t6.transposed().reshaped(to: [1, 3, 3]) • t20
  let t28 = diagonal(t25.reshaped(to: [3, 3, 3]))
  return (t28 + diagonal(t27.reshaped(to: [3, 3, 3]))).transposed()
}

let printedGradients14: [@Sendable ([Tensor]) -> Tensor] = [
  { gradient233($0[0]) },
  { gradient234($0[0], $0[1], $0[2]) },
  { gradient235($0[0], $0[1], $0[2]) },
  { gradient236($0[0], $0[1]) },
  { gradient237($0[0], $0[1]) },
  { gradient238($0[0], $0[1]) },
  { gradient239($0[0], $0[1]) },
  { gradient240($0[0], $0[1]) },
  { gradient241($0[0], $0[1]) },
  { gradient242($0[0], $0[1], $0[2]) },
  { gradient243($0[0], $0[1]) },
  { gradient244($0[0], $0[1]) },
  { gradient245($0[0], $0[1]) },
  { gradient246($0[0], $0[1]) },
  { gradient247($0[0], $0[1], $0[2], $0[3]) },
]
