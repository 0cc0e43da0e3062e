// swift-format-ignore-file
// Printed by .ci/print-source; not written by hand.
import ChainRule

@_optimize(none) func gradient223(_ X: Tensor, _ A: Tensor) -> Tensor {
  let t1 = Tensor.positions(.batch).reshaped(to: [.batch, 1, 1, 1])
  let t2 = Tensor.positions(3).reshaped(to: [1, 3, 1, 1])
  let t3 = t1 .== Tensor.positions(.batch).reshaped(to: [1, 1, .batch, 1])
  let t4 = t3 * (t2 .== Tensor.positions(3).reshaped(to: [1, 1, 1, 3]))
  let t5 = X • A
  let t6 = min(t5, along: [1])
  let t7 = t5 .== t6.reshaped(to: [.batch, 1])
  let t8 = (t7 / sum(t7, along: [1]).reshaped(to: [.batch, 1])).reshaped(to: [1, .batch, 3])
  let t9 = t4 • A.reshaped(to: [1, 3, 3]).reshaped(to: [1, 1, 3, 3])
  let t10 = sum(t9 * t8.reshaped(to: [1, 1, .batch, 3]), along: [3])
  let t11 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch]).reshaped(to: [1, .batch])
  let t12 = (-sin(t6)).reshaped(to: [1, .batch]).reshaped(to: [1, 1, .batch])
  let t13 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t14 = t10 * t12 * t13.reshaped(to: [1, .batch]).reshaped(to: [1, 1, .batch])
  let t15 = t10 * 2 * t11.reshaped(to: [1, 1, .batch]) + t14
  let t16 = t5 .== t6.reshaped(to: [.batch, 1])
  let t17 = (t16 / sum(t16, along: [1]).reshaped(to: [.batch, 1])).reshaped(to: [1, .batch, 3])
  let t18 = t15.reshaped(to: [.batch, 3, .batch, 1]) * t17.reshaped(to: [1, 1, .batch, 3])
  let t19 = t18 • A.transposed().reshaped(to: [1, 3, 3]).reshaped(to: [1, 1, 3, 3])
  return t19.transposed(axes: [2, 3, 0, 1])
}

@_optimize(none) func gradient224(_ X: Tensor) -> Tensor {
  let t1 = Tensor.positions(.batch).reshaped(to: [.batch, 1, 1, 1])
  let t2 = Tensor.positions(3).reshaped(to: [1, 3, 1, 1])
  let t3 = t1 .== Tensor.positions(.batch).reshaped(to: [1, 1, .batch, 1])
  let t4 = t3 * (t2 .== Tensor.positions(3).reshaped(to: [1, 1, 1, 3]))
  let t5 = softmax(X, along: [1]).reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3])
  let t6 = sum(t4 * t5, along: [3])
  let t7 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch])
  let t8 = logSumExp(X, along: [1])
  let t9 = (-sin(t8)).reshaped(to: [1, .batch]).reshaped(to: [1, 1, .batch])
  let t10 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t11 = t6 * 2 * t7.reshaped(to: [1, .batch]).reshaped(to: [1, 1, .batch])
  let t12 = t6 * t9 * t10.reshaped(to: [1, .batch]).reshaped(to: [1, 1, .batch])
  let t13 = softmax(X, along: [1])
  let t14 = (t11 + t12).reshaped(to: [.batch, 3, .batch, 1])
  let t15 = t13 .== max(t13, along: [1]).reshaped(to: [.batch, 1])
  let t16 = sum(t15.reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3]) * t4, along: [3])
  let t17 = sum(t15, along: [1]).reshaped(to: [.batch, 1]).reshaped(to: [1, .batch, 1]).reshaped(to: [1, 1, .batch, 1])
  let t18 = t4 - t16.reshaped(to: [.batch, 3, .batch, 1]) / t17
  let t19 = sum(t13.reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3]) * t18, along: [3])
  let t20 = t13.reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3])
  let t21 = t7 * (2 * t8)
  let t22 = (t21 + t10 * cos(t8)).reshaped(to: [.batch, 1])
  let t23 = t20 * (t18 - t19.reshaped(to: [.batch, 3, .batch, 1]))
  let t24 = t14 * t13.reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3])
  let t25 = (1 / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t26 = t4 * sigmoidSlope(X).reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3])
  let t27 = t24 + t23 * t22.reshaped(to: [1, .batch, 1]).reshaped(to: [1, 1, .batch, 1])
  let t28 = t27 + t26 * t25.reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3])
  return t28.transposed(axes: [2, 3, 0, 1])
}

@_optimize(none) func gradient225(_ sum_: Tensor, _ A: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = Tensor.positions(3).reshaped(to: [3, 1])
  let t2 = (t1 .== Tensor.positions(3).reshaped(to: [1, 3])).reshaped(to: [3, 1, 3])
  let t3 = A * ŵ₁ + diagonalMatrix(3 + sum_)
  let t4 = ((t3 .> 0) - (t3 .< 0)).reshaped(to: [1, 3, 3])
  let t5 = sum(t2 * A.reshaped(to: [1, 3, 3]) * t4, along: [2])
  return t5.transposed()
}

@_optimize(none) func gradient226(_ X: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = X.reshaped(to: [.batch, 1, 3]) + learning_rate
  let t2 = sin(t1)
  let t3 = norm(t2, along: [1, 2])
  let t4 = Tensor(1) / Tensor(4) * (2 * t3)
  let t5 = t4 + Tensor(1) * Tensor(0.5) * cos(t3)
  let t6 = t3.reshaped(to: [.batch, 1, 1])
  let t7 = select(t6 .== 0, 0, t2 / t6)
  let t8 = t5.reshaped(to: [.batch, 1, 1]) * t7 * cos(t1)
  return sum(t8, along: [1, 2])
}

@_optimize(none) func gradient227(_ sum_: Tensor, _ ŵ₁: Tensor, _ A: Tensor) -> Tensor {
  let t1 = Tensor.positions(3).reshaped(to: [3, 1, 1, 1])
  let t2 = Tensor.positions(3).reshaped(to: [1, 3, 1, 1])
  let t3 = t1 .== Tensor.positions(3).reshaped(to: [1, 1, 3, 1])
  let t4 = t3 * (t2 .== Tensor.positions(3).reshaped(to: [1, 1, 1, 3]))
  let t5 = t4 * ŵ₁.reshaped(to: [1, 1, 3]).reshaped(to: [1, 1, 1, 3])
  let t6 = A * ŵ₁ + diagonalMatrix(3 + sum_)
  let t7 = norm(t6, along: [0])
  let t8 = t7.reshaped(to: [1, 3])
  let t9 = select(t8 .== 0, 0, t6 / t8).reshaped(to: [1, 3, 3])
  let t10 = sum(t5 * t9.reshaped(to: [1, 1, 3, 3]), along: [2])
  let t11 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t12 = (-sin(t7)).reshaped(to: [1, 3]).reshaped(to: [1, 1, 3])
  let t13 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t14 = t10 * 2 * t11.reshaped(to: [1, 3]).reshaped(to: [1, 1, 3])
  let t15 = t10 * t12 * t13.reshaped(to: [1, 3]).reshaped(to: [1, 1, 3])
  let t16 = t7.reshaped(to: [1, 3])
  let t17 = t16 .== 0
  let t18 = t6 / t16
  let t19 = select(t17, 0, t18).reshaped(to: [1, 3, 3]).reshaped(to: [1, 1, 3, 3])
  let t20 = (-(t18 / t16)).reshaped(to: [1, 3, 3]).reshaped(to: [1, 1, 3, 3])
  let t21 = t5 / t16.reshaped(to: [1, 1, 3]).reshaped(to: [1, 1, 1, 3])
  let t22 = t21 + t10.reshaped(to: [3, 3, 1, 3]) * t20
  let t23 = t11 * (2 * t7)
  let t24 = (t23 + t13 * cos(t7)).reshaped(to: [1, 3])
  let t25 = select(t17.reshaped(to: [1, 1, 3]).reshaped(to: [1, 1, 1, 3]), 0, t22)
  let t26 = (t14 + t15).reshaped(to: [3, 3, 1, 3]) * t19
  let t27 = t26 + t25 * t24.reshaped(to: [1, 1, 3]).reshaped(to: [1, 1, 1, 3])
  return (t27 * ŵ₁.reshaped(to: [1, 1, 3]).reshaped(to: [1, 1, 1, 3])).transposed(axes: [2, 3, 0, 1])
}

@_optimize(none) func gradient228(_ ŵ₁: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = ŵ₁ * learning_rate
  let t2 = (t1 .> 0) - (t1 .< 0)
  let t3 = abs(t1)
  let t4 = t3 .== max(t3, along: [0]).reshaped(to: [1])
  let t5 = t4 / sum(t4).reshaped(to: [1])
  return sum(1 * ŵ₁ * t2 * t5)
}

@_optimize(none) func gradient229(_ sum_: Tensor, _ A: Tensor) -> Tensor {
  let t1 = Tensor.positions(3).reshaped(to: [3, 1, 1, 1])
  let t2 = Tensor.positions(3).reshaped(to: [1, 3, 1, 1])
  let t3 = t1 .== Tensor.positions(3).reshaped(to: [1, 1, 3, 1])
  let t4 = t3 * (t2 .== Tensor.positions(3).reshaped(to: [1, 1, 1, 3]))
  let t5 = centered(t4, along: [3])
  let t6 = centered(A + diagonalMatrix(3 + sum_), along: [1])
  let t7 = t5 * (2 * t6).reshaped(to: [1, 3, 3]).reshaped(to: [1, 1, 3, 3])
  let t8 = Tensor(3) - Tensor(1)
  let t9 = sum(t7, along: [3]) / t8
  let t10 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t11 = sum(squared(t6), along: [1]) / t8
  let t12 = (-sin(t11)).reshaped(to: [1, 3]).reshaped(to: [1, 1, 3])
  let t13 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t14 = t9 * 2 * t10.reshaped(to: [1, 3]).reshaped(to: [1, 1, 3])
  let t15 = t9 * t12 * t13.reshaped(to: [1, 3]).reshaped(to: [1, 1, 3])
  let t16 = ((t14 + t15) / t8).reshaped(to: [3, 3, 3, 1]).broadcast(to: [3, 3, 3, 3])
  let t17 = t10 * (2 * t11)
  let t18 = (t17 + t13 * cos(t11)) / t8
  let t19 = t18.reshaped(to: [3, 1]).broadcast(to: [3, 3]).reshaped(to: [1, 3, 3]).reshaped(to: [1, 1, 3, 3])
  let t20 = t16 * (2 * t6).reshaped(to: [1, 3, 3]).reshaped(to: [1, 1, 3, 3])
  let t21 = centered(t20 + t5 * 2 * t19, along: [3])
  return t21.transposed(axes: [2, 3, 0, 1])
}

@_optimize(none) func gradient230(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = sum_.reshaped(to: [3, 1])
  let t2 = Tensor.positions(3).reshaped(to: [3, 1])
  let t3 = (t2 .== Tensor.positions(3).reshaped(to: [1, 3])).reshaped(to: [3, 1, 3])
  let t4 = centered(t1.reshaped(to: [1, 3, 1]) • t3, along: [1, 2])
  let t5 = t1 • ŵ₁.reshaped(to: [1, 3])
  let t6 = centered(t5 + diagonalMatrix(3 + sum_), along: [0, 1])
  let t7 = norm(t6, along: [0, 1])
  let t8 = t7.reshaped(to: [1, 1])
  let t9 = select(t8 .== 0, 0, t6 / t8).reshaped(to: [1, 3, 3])
  let t10 = sum(t4 * t9, along: [1, 2])
  let t11 = sqrt(Tensor(9))
  let t12 = t10 / t11
  let t13 = Tensor(1) / Tensor(4)
  let t14 = t7 / t11
  let t15 = Tensor(1) * Tensor(0.5)
  let t16 = t12 * -sin(t14) * t15
  let t17 = (t12 * 2 * t13 + t16) / t11
  let t18 = t7.reshaped(to: [1, 1])
  let t19 = t18 .== 0
  let t20 = t6 / t18
  let t21 = (-(t20 / t18)).reshaped(to: [1, 3, 3])
  let t22 = t4 / t18.reshaped(to: [1, 1, 1])
  let t23 = t22 + t10.reshaped(to: [3, 1, 1]) * t21
  let t24 = t13 * (2 * t14)
  let t25 = (t24 + t15 * cos(t14)) / t11
  let t26 = select(t19.reshaped(to: [1, 1, 1]), 0, t23)
  let t27 = t17.reshaped(to: [3, 1, 1]) * select(t19, 0, t20).reshaped(to: [1, 3, 3])
  let t28 = t27 + t26 * t25.reshaped(to: [1, 1]).reshaped(to: [1, 1, 1])
  let t29 = t1.transposed().reshaped(to: [1, 1, 3]) • centered(t28, along: [1, 2])
  return t29.reshaped(to: [3, 3]).transposed()
}

@_optimize(none) func gradient231(_ ŵ₁: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = Tensor(1).reshaped(to: [1])
  let t2 = ŵ₁ * learning_rate
  let t3 = t1 * t2[.range(2..<3)]
  let t4 = t2[.range(1..<2)]
  let t5 = t2[.range(0..<1)]
  let t6 = pad(t1 * (t5 * t4), before: [2], after: [0])
  let t7 = pad(t3 * t5, before: [1], after: [1]) + t6
  return (pad(t3 * t4, before: [0], after: [2]) + t7) * learning_rate
}

@_optimize(none) func gradient232(_ X: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = softmax(X * ŵ₁, along: [1])
  let t2 = Tensor.positions(.batch).reshaped(to: [.batch, 1, 1, 1])
  let t3 = Tensor.positions(3).reshaped(to: [1, 3, 1, 1])
  let t4 = t2 .== Tensor.positions(.batch).reshaped(to: [1, 1, .batch, 1])
  let t5 = t4 * (t3 .== Tensor.positions(3).reshaped(to: [1, 1, 1, 3]))
  let t6 = t5 * ŵ₁.reshaped(to: [1, 1, 3]).reshaped(to: [1, 1, 1, 3])
  let t7 = t1 .== max(t1, along: [1]).reshaped(to: [.batch, 1])
  let t8 = sum(t7.reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3]) * t6, along: [3])
  let t9 = sum(t7, along: [1]).reshaped(to: [.batch, 1]).reshaped(to: [1, .batch, 1]).reshaped(to: [1, 1, .batch, 1])
  let t10 = t6 - t8.reshaped(to: [.batch, 3, .batch, 1]) / t9
  let t11 = sum(t1.reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3]) * t10, along: [3])
  let t12 = t1.reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3])
  let t13 = t12 * (t10 - t11.reshaped(to: [.batch, 3, .batch, 1]))
  let t14 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t15 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t16 = t15.broadcast(to: [.batch, 3])
  let t17 = t14 * (2 * t1)
  let t18 = t17 + t16 * cos(t1)
  let t19 = t1 .== max(t1, along: [1]).reshaped(to: [.batch, 1])
  let t20 = sum(t19, along: [1]).reshaped(to: [.batch, 1])
  let t21 = sum(t19 * t18, along: [1]).reshaped(to: [.batch, 1]) / t20
  let t22 = t18 - t21
  let t23 = t22 - sum(t1 * t22, along: [1]).reshaped(to: [.batch, 1])
  let t24 = (-sin(t1)).reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3])
  let t25 = t13 * 2 * t14.reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3])
  let t26 = t13 * t24 * t16.reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3])
  let t27 = t25 + t26
  let t28 = sum(t27 * t19.reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3]), along: [3])
  let t29 = t20.reshaped(to: [1, .batch, 1]).reshaped(to: [1, 1, .batch, 1])
  let t30 = t27 + -(t28.reshaped(to: [.batch, 3, .batch, 1]) / t29)
  let t31 = t13 * t22.reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3])
  let t32 = t31 + t30 * t1.reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3])
  let t33 = t30 + -sum(t32, along: [3]).reshaped(to: [.batch, 3, .batch, 1])
  let t34 = t13 * t23.reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3])
  let t35 = t34 + t33 * t1.reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3])
  return (t35 * ŵ₁.reshaped(to: [1, 1, 3]).reshaped(to: [1, 1, 1, 3])).transposed(axes: [2, 3, 0, 1])
}

@_optimize(none) func gradient233(_ sum_: Tensor, _ A: Tensor) -> Tensor {
  let t1 = softmax(A + diagonalMatrix(3 + sum_), along: [0, 1])
  let t2 = Tensor.positions(3).reshaped(to: [3, 1, 1, 1])
  let t3 = Tensor.positions(3).reshaped(to: [1, 3, 1, 1])
  let t4 = t2 .== Tensor.positions(3).reshaped(to: [1, 1, 3, 1])
  let t5 = t4 * (t3 .== Tensor.positions(3).reshaped(to: [1, 1, 1, 3]))
  let t6 = t1 .== max(t1, along: [0, 1]).reshaped(to: [1, 1])
  let t7 = sum(t6.reshaped(to: [1, 3, 3]).reshaped(to: [1, 1, 3, 3]) * t5, along: [2, 3])
  let t8 = sum(t6).reshaped(to: [1, 1]).reshaped(to: [1, 1, 1]).reshaped(to: [1, 1, 1, 1])
  let t9 = t5 - t7.reshaped(to: [3, 3, 1, 1]) / t8
  let t10 = sum(t1.reshaped(to: [1, 3, 3]).reshaped(to: [1, 1, 3, 3]) * t9, along: [2, 3])
  let t11 = t1.reshaped(to: [1, 3, 3]).reshaped(to: [1, 1, 3, 3])
  let t12 = t11 * (t9 - t10.reshaped(to: [3, 3, 1, 1]))
  let t13 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t14 = (Tensor(1) * Tensor(0.5) / 9).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t15 = t13 * (2 * t1)
  let t16 = t15 + t14 * cos(t1)
  let t17 = t1 .== max(t1, along: [0, 1]).reshaped(to: [1, 1])
  let t18 = sum(t17).reshaped(to: [1, 1])
  let t19 = sum(t17 * t16).reshaped(to: [1, 1]) / t18
  let t20 = t16 - t19
  let t21 = t20 - sum(t1 * t20).reshaped(to: [1, 1])
  let t22 = (-sin(t1)).reshaped(to: [1, 3, 3]).reshaped(to: [1, 1, 3, 3])
  let t23 = t12 * 2 * t13.reshaped(to: [1, 3, 3]).reshaped(to: [1, 1, 3, 3])
  let t24 = t12 * t22 * t14.reshaped(to: [1, 3, 3]).reshaped(to: [1, 1, 3, 3])
  let t25 = t23 + t24
  let t26 = sum(t25 * t17.reshaped(to: [1, 3, 3]).reshaped(to: [1, 1, 3, 3]), along: [2, 3])
  let t27 = t18.reshaped(to: [1, 1, 1]).reshaped(to: [1, 1, 1, 1])
  let t28 = t25 + -(t26.reshaped(to: [3, 3, 1, 1]) / t27)
  let t29 = t12 * t20.reshaped(to: [1, 3, 3]).reshaped(to: [1, 1, 3, 3])
  let t30 = t29 + t28 * t1.reshaped(to: [1, 3, 3]).reshaped(to: [1, 1, 3, 3])
  let t31 = t28 + -sum(t30, along: [2, 3]).reshaped(to: [3, 3, 1, 1])
  let t32 = t12 * t21.reshaped(to: [1, 3, 3]).reshaped(to: [1, 1, 3, 3])
  let t33 = t32 + t31 * t1.reshaped(to: [1, 3, 3]).reshaped(to: [1, 1, 3, 3])
  return t33.transposed(axes: [2, 3, 0, 1])
}

let printedGradients13: [@Sendable ([Tensor]) -> Tensor] = [
  { gradient223($0[0], $0[1]) },
  { gradient224($0[0]) },
  { gradient225($0[0], $0[1], $0[2]) },
  { gradient226($0[0], $0[1]) },
  { gradient227($0[0], $0[1], $0[2]) },
  { gradient228($0[0], $0[1]) },
  { gradient229($0[0], $0[1]) },
  { gradient230($0[0], $0[1]) },
  { gradient231($0[0], $0[1]) },
  { gradient232($0[0], $0[1]) },
  { gradient233($0[0], $0[1]) },
]
