// swift-format-ignore-file
// Printed by .ci/print-source; not written by hand.
import ChainRule

@_optimize(none) func gradient221(_ y: Tensor, _ X: Tensor, _ ŵ₁: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = Tensor.positions(.batch).reshaped(to: [.batch, 1, 1, 1])
  let t2 = Tensor.positions(3).reshaped(to: [1, 3, 1, 1])
  let t3 = t1 .== Tensor.positions(.batch).reshaped(to: [1, 1, .batch, 1])
  let t4 = t3 * (t2 .== Tensor.positions(3).reshaped(to: [1, 1, 1, 3]))
  let t5 = sum(t4 * ŵ₁.reshaped(to: [1, 1, 3]).reshaped(to: [1, 1, 1, 3]), along: [3])
  let t6 = y * learning_rate
  let t7 = t5 / 3 * t6.reshaped(to: [1, .batch]).reshaped(to: [1, 1, .batch])
  let t8 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch]).reshaped(to: [1, .batch])
  let t9 = t7 * 2 * t8.reshaped(to: [1, 1, .batch])
  let t10 = sum(X * ŵ₁, along: [1]) / 3 * t6
  let t11 = (-sin(t10)).reshaped(to: [1, .batch]).reshaped(to: [1, 1, .batch])
  let t12 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t13 = t7 * t11 * t12.reshaped(to: [1, .batch]).reshaped(to: [1, 1, .batch])
  let t14 = (t9 + t13) * t6.reshaped(to: [1, .batch]).reshaped(to: [1, 1, .batch])
  let t15 = maximum(t9 .!= 0, t7 .!= 0) .!= 0
  let t16 = guarded(t14 / 3, by: t15).reshaped(to: [.batch, 3, .batch, 1]).broadcast(to: [.batch, 3, .batch, 3])
  return (t16 * ŵ₁.reshaped(to: [1, 1, 3]).reshaped(to: [1, 1, 1, 3])).transposed(axes: [2, 3, 0, 1])
}

@_optimize(none) func gradient222(_ X: Tensor, _ y: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = X + learning_rate
  let t2 = sin(t1)
  let t3 = max(t2, along: [0, 1])
  let t4 = (Tensor(1) .!= Tensor(0)).reshaped(to: [1, 1])
  let t5 = t2 .== t3.reshaped(to: [1, 1])
  let t6 = sum(squared(y.reshaped(to: [1, .batch]))) / Tensor.extent(.batch)
  let t7 = (1 * t6).reshaped(to: [1, 1])
  let t8 = select(t5, t7 / sum(t5).reshaped(to: [1, 1]), 0)
  let t9 = select(t2 .== t3.reshaped(to: [1, 1]), t4, 0)
  return guarded(guarded(t8, by: t4) * cos(t1), by: t9)
}

@_optimize(none) func gradient223(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = ŵ₁.reshaped(to: [1, 3])
  let t2 = sum_.reshaped(to: [3, 1]) • t1
  let t3 = t2 + diagonalMatrix(3 + sum_)
  let t4 = max(t3, along: [0])
  let t5 = t3 .== t4.reshaped(to: [1, 3])
  let t6 = t3 .== t4.reshaped(to: [1, 3])
  let t7 = Tensor.positions(3).reshaped(to: [3, 1])
  let t8 = t7 .== Tensor.positions(3).reshaped(to: [1, 3])
  let t9 = t8.reshaped(to: [3, 3, 1]) • t1.reshaped(to: [1, 1, 3])
  let t10 = select(t6.reshaped(to: [1, 3, 3]), t9 + diagonalMatrix(t8), 0)
  let t11 = sum(t10, along: [1]) / sum(t6, along: [0]).reshaped(to: [1, 3])
  let t12 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3]).reshaped(to: [1, 3])
  let t13 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t14 = t11 * (-sin(t4)).reshaped(to: [1, 3])
  let t15 = t11 * 2 * t12
  let t16 = (t15 + t14 * t13.reshaped(to: [1, 3])).reshaped(to: [3, 1, 3])
  let t17 = t16 / sum(t5, along: [0]).reshaped(to: [1, 3]).reshaped(to: [1, 1, 3])
  let t18 = select(t5.reshaped(to: [1, 3, 3]), t17, 0)
  let t19 = (t18 • t1.transposed().reshaped(to: [1, 3, 1])).reshaped(to: [3, 3])
  return (t19 + diagonal(t18)).transposed()
}

@_optimize(none) func gradient224(_ X: Tensor) -> Tensor {
  let t1 = min(X, along: [1])
  let t2 = X .== t1.reshaped(to: [.batch, 1])
  let t3 = X .== t1.reshaped(to: [.batch, 1])
  let t4 = Tensor.positions(.batch).reshaped(to: [.batch, 1, 1, 1])
  let t5 = Tensor.positions(3).reshaped(to: [1, 3, 1, 1])
  let t6 = t4 .== Tensor.positions(.batch).reshaped(to: [1, 1, .batch, 1])
  let t7 = t6 * (t5 .== Tensor.positions(3).reshaped(to: [1, 1, 1, 3]))
  let t8 = sum(select(t3.reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3]), t7, 0), along: [3])
  let t9 = t8 / sum(t3, along: [1]).reshaped(to: [1, .batch]).reshaped(to: [1, 1, .batch])
  let t10 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch]).reshaped(to: [1, .batch])
  let t11 = (-sin(t1)).reshaped(to: [1, .batch]).reshaped(to: [1, 1, .batch])
  let t12 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t13 = t9 * t11 * t12.reshaped(to: [1, .batch]).reshaped(to: [1, 1, .batch])
  let t14 = t9 * 2 * t10.reshaped(to: [1, 1, .batch]) + t13
  let t15 = sum(t2, along: [1]).reshaped(to: [.batch, 1]).reshaped(to: [1, .batch, 1]).reshaped(to: [1, 1, .batch, 1])
  let t16 = t2.reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3])
  return select(t16, t14.reshaped(to: [.batch, 3, .batch, 1]) / t15, 0).transposed(axes: [2, 3, 0, 1])
}

@_optimize(none) func gradient225(_ X: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = X + learning_rate
  let t2 = Tensor(1).broadcast(to: [.batch, 3]) * cos(t1)
  return sum(t2 * softmax(sin(t1), along: [1]), along: [1])
}

@_optimize(none) func gradient226(_ sum_: Tensor, _ A: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = A * ŵ₁ + diagonalMatrix(3 + sum_)
  let t2 = sum(abs(t1), along: [1])
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t4 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t5 = t3 * (2 * t2)
  let t6 = (t5 + t4 * cos(t2)).reshaped(to: [3, 1])
  let t7 = (t1 .> 0) - (t1 .< 0)
  let t8 = sum(t6.broadcast(to: [3, 3]) * t7 * A, along: [0])
  return t8.broadcast(to: [.batch, 3])
}

@_optimize(none) func gradient227(_ X: Tensor, _ ŵ₁: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = Tensor.positions(.batch).reshaped(to: [.batch, 1, 1, 1])
  let t2 = Tensor.positions(3).reshaped(to: [1, 3, 1, 1])
  let t3 = t1 .== Tensor.positions(.batch).reshaped(to: [1, 1, .batch, 1])
  let t4 = t3 * (t2 .== Tensor.positions(3).reshaped(to: [1, 1, 1, 3]))
  let t5 = t4 * ŵ₁.reshaped(to: [1, 1, 3]).reshaped(to: [1, 1, 1, 3])
  let t6 = X * ŵ₁
  let t7 = norm(t6, along: [0, 1])
  let t8 = t7.reshaped(to: [1, 1])
  let t9 = select(t8 .== 0, 0, t6 / t8).reshaped(to: [1, .batch, 3])
  let t10 = sum(t5 * t9.reshaped(to: [1, 1, .batch, 3]), along: [2, 3])
  let t11 = Tensor(1) / Tensor(4)
  let t12 = Tensor(1) * Tensor(0.5)
  let t13 = t10 * -sin(t7) * t12
  let t14 = t7.reshaped(to: [1, 1])
  let t15 = t14 .== 0
  let t16 = t6 / t14
  let t17 = (t10 * 2 * t11 + t13).reshaped(to: [.batch, 3, 1, 1])
  let t18 = (-t16).reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3])
  let t19 = t10.reshaped(to: [.batch, 3, 1, 1]) * t18
  let t20 = t5 / t14.reshaped(to: [1, 1, 1]).reshaped(to: [1, 1, 1, 1])
  let t21 = t20 + t19 / t14.reshaped(to: [1, 1, 1]).reshaped(to: [1, 1, 1, 1])
  let t22 = t11 * (2 * t7)
  let t23 = (t22 + t12 * cos(t7)).reshaped(to: [1, 1])
  let t24 = select(t15.reshaped(to: [1, 1, 1]).reshaped(to: [1, 1, 1, 1]), 0, t21)
  let t25 = t17 * select(t15, 0, t16).reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3])
  let t26 = t25 + t24 * t23.reshaped(to: [1, 1, 1]).reshaped(to: [1, 1, 1, 1])
  let t27 = (Tensor(1) / Tensor(9)).reshaped(to: [1, 1]).broadcast(to: [3, 3]).reshaped(to: [3, 3])
  let t28 = X + learning_rate
  let t29 = t4 * cos(t28).reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3])
  let t30 = t27.reshaped(to: [1, 3, 3]).reshaped(to: [1, 1, 3, 3])
  let t31 = (t30 • t29.reshaped(to: [.batch, 3, .batch, 3]).transposed(axes: [0, 1, 3, 2])).reshaped(to: [.batch, 3, 3, .batch])
  let t32 = t4.transposed(axes: [0, 1, 3, 2]).reshaped(to: [.batch, 3, 3, .batch]).transposed(axes: [0, 1, 3, 2])
  let t33 = (t32 • t27.reshaped(to: [1, 3, 3]).reshaped(to: [1, 1, 3, 3])).reshaped(to: [.batch, 3, .batch, 3])
  let t34 = (-sin(t28)).reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3])
  let t35 = X.transposed().reshaped(to: [3, .batch]).transposed() • t27
  let t36 = t35.reshaped(to: [.batch, 3]).reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3])
  let t37 = t33 * cos(t28).reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3])
  let t38 = t37 + t4 * t34 * t36
  let t39 = t26 * ŵ₁.reshaped(to: [1, 1, 3]).reshaped(to: [1, 1, 1, 3])
  return (t39 + (t31.transposed(axes: [0, 1, 3, 2]) + t38)).transposed(axes: [2, 3, 0, 1])
}

@_optimize(none) func gradient228(_ sum_: Tensor, _ A: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = Tensor.positions(3).reshaped(to: [3, 1])
  let t2 = (t1 .== Tensor.positions(3).reshaped(to: [1, 3])).reshaped(to: [3, 1, 3])
  let t3 = A * ŵ₁ + diagonalMatrix(3 + sum_)
  let t4 = norm(t3, along: [0]).reshaped(to: [1, 3])
  let t5 = select(t4 .== 0, 0, t3 / t4).reshaped(to: [1, 3, 3])
  let t6 = sum(t2 * A.reshaped(to: [1, 3, 3]) * t5, along: [1])
  return t6.transposed()
}

@_optimize(none) func gradient229(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = abs(ŵ₁)
  let t2 = max(t1, along: [0])
  let t3 = t1 .== t2.reshaped(to: [1])
  let t4 = Tensor.positions(3).reshaped(to: [3, 1])
  let t5 = t4 .== Tensor.positions(3).reshaped(to: [1, 3])
  let t6 = t1 .== t2.reshaped(to: [1])
  let t7 = select(t6, (ŵ₁ .> 0) - (ŵ₁ .< 0), 0)
  let t8 = sum(guarded(t5 * t7.reshaped(to: [1, 3]), by: t5), along: [1])
  let t9 = t8 / sum(t6)
  let t10 = t9 * -sin(t2)
  let t11 = t9 * 2 * (Tensor(1) / Tensor(4))
  let t12 = (t11 + t10 * (Tensor(1) * Tensor(0.5))).reshaped(to: [3, 1])
  let t13 = t12 / sum(t3).reshaped(to: [1]).reshaped(to: [1, 1])
  let t14 = ((ŵ₁ .> 0) - (ŵ₁ .< 0)).reshaped(to: [1, 3])
  let t15 = sum_ + ŵ₁
  let t16 = t5 * squared(sech(t15)).reshaped(to: [1, 3])
  let t17 = guarded(t16, by: t5)
  let t18 = Tensor(1).reshaped(to: [1])
  let t19 = t17[.all, .range(2..<3)] * t18.reshaped(to: [1, 1])
  let t20 = tanh(t15)
  let t21 = t20[.range(1..<2)]
  let t22 = t17[.all, .range(1..<2)]
  let t23 = t18 * t20[.range(2..<3)]
  let t24 = t19 * t21.reshaped(to: [1, 1])
  let t25 = t20[.range(0..<1)]
  let t26 = t17[.all, .range(0..<1)]
  let t27 = t19 * t25.reshaped(to: [1, 1])
  let t28 = t26 * t21.reshaped(to: [1, 1])
  let t29 = t28 + t22 * t25.reshaped(to: [1, 1])
  let t30 = pad(t27 + t26 * t23.reshaped(to: [1, 1]), before: [0, 1], after: [0, 1])
  let t31 = pad(t24 + t22 * t23.reshaped(to: [1, 1]), before: [0, 0], after: [0, 2])
  let t32 = t30 + pad(t29 * t18.reshaped(to: [1, 1]), before: [0, 2], after: [0, 0])
  let t33 = sech(t15)
  let t34 = -(t33 * tanh(t15))
  let t35 = pad(t18 * (t25 * t21), before: [2], after: [0])
  let t36 = pad(t23 * t25, before: [1], after: [1]) + t35
  let t37 = pad(t23 * t21, before: [0], after: [2]) + t36
  let t38 = (t34 * (2 * t33) * t37).reshaped(to: [1, 3])
  let t39 = (t31 + t32) * squared(t33).reshaped(to: [1, 3])
  let t40 = select(t3.reshaped(to: [1, 3]), t13, 0) * t14
  let t41 = t40 + (t39 + guarded(t5 * t38, by: t5))
  return t41.transposed()
}

@_optimize(none) func gradient230(_ sum_: Tensor, _ ŵ₁: Tensor, _ A: Tensor) -> Tensor {
  let t1 = sum_.reshaped(to: [3, 1])
  let t2 = Tensor.positions(3).reshaped(to: [3, 1])
  let t3 = t2 .== Tensor.positions(3).reshaped(to: [1, 3])
  let t4 = centered(t1.reshaped(to: [1, 3, 1]) • t3.reshaped(to: [3, 1, 3]), along: [2])
  let t5 = sum(t4 .!= 0, along: [2])
  let t6 = t1 • ŵ₁.reshaped(to: [1, 3])
  let t7 = centered(t6 + diagonalMatrix(3 + sum_), along: [1])
  let t8 = sum(t4 * (2 * t7).reshaped(to: [1, 3, 3]), along: [2])
  let t9 = guarded(t8 / 2, by: t5 .!= 0)
  let t10 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t11 = sum(squared(t7), along: [1]) / 2
  let t12 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t13 = t9 * (-sin(t11)).reshaped(to: [1, 3])
  let t14 = t9 * 2 * t10.reshaped(to: [1, 3])
  let t15 = (t14 + t13 * t12.reshaped(to: [1, 3])) / 2
  let t16 = guarded(t15, by: t5 .!= 0).reshaped(to: [3, 3, 1]).broadcast(to: [3, 3, 3])
  let t17 = t10 * (2 * t11)
  let t18 = (t17 + t12 * cos(t11)) / 2
  let t19 = t18.reshaped(to: [3, 1]).broadcast(to: [3, 3]).reshaped(to: [1, 3, 3])
  let t20 = t16 * (2 * t7).reshaped(to: [1, 3, 3])
  let t21 = centered(t20 + t4 * 2 * t19, along: [2])
  let t22 = sum_ + ŵ₁
  let t23 = sech(t22)
  let t24 = -(t23 * tanh(t22))
  let t25 = (A + diagonalMatrix(3 + sum_)).flipped(along: [1])
  let t26 = (Tensor(1) / Tensor(9)).reshaped(to: [1, 1]).broadcast(to: [3, 3]) * t25
  let t27 = t24 * (2 * t23) * sum(t26, along: [0])
  let t28 = (t1.transposed().reshaped(to: [1, 1, 3]) • t21).reshaped(to: [3, 3])
  let t29 = t28 + guarded(t3 * t27.reshaped(to: [1, 3]), by: t3)
  return t29.transposed()
}

@_optimize(none) func gradient231(_ sum_: Tensor, _ A: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = Tensor(1) .!= Tensor(0)
  let t2 = t1.reshaped(to: [1, 1])
  let t3 = A * ŵ₁ + diagonalMatrix(3 + sum_)
  let t4 = centered(t3, along: [0, 1])
  let t5 = norm(t4, along: [0, 1]).reshaped(to: [1, 1])
  let t6 = guarded(1 / sqrt(Tensor(9)), by: t1).reshaped(to: [1, 1])
  let t7 = t6 * select(t5 .== 0, 0, t4 / t5)
  return guarded(centered(guarded(t7, by: t2), along: [0, 1]), by: t2) * ŵ₁
}

@_optimize(none) func gradient232(_ X: Tensor, _ ŵ₁: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = ŵ₁ * learning_rate
  let t2 = t1[.range(0..<1)]
  let t3 = t1[.range(1..<2)]
  let t4 = t2 * t3
  let t5 = t1[.range(2..<3)]
  let t6 = (t4 * t5).reshaped(to: [])
  let t7 = Tensor(1) / Tensor(4) * (2 * t6)
  let t8 = t7 + Tensor(1) * Tensor(0.5) * cos(t6)
  let t9 = t8.reshaped(to: [1])
  let t10 = t9 * t5
  let t11 = pad(t10 * t2, before: [1], after: [1])
  let t12 = t11 + pad(t9 * t4, before: [2], after: [0])
  let t13 = (pad(t10 * t3, before: [0], after: [2]) + t12) * learning_rate
  let t14 = X.reshaped(to: [.batch, 1, 3])
  let t15 = sin(t14 + learning_rate) .<= ŵ₁.reshaped(to: [1, 1, 3])
  let t16 = (1 / (Tensor(3) * Tensor(1))).reshaped(to: [1, 1]).broadcast(to: [1, 3])
  let t17 = select(t15, 0, t16.reshaped(to: [1, 1, 3])) * t14
  let t18 = sum(guarded(t17, by: t15 .== 0), along: [1])
  return t13.reshaped(to: [1, 3]) + t18
}

let printedGradients13: [@Sendable ([Tensor]) -> Tensor] = [
  { gradient221($0[0], $0[1], $0[2], $0[3]) },
  { gradient222($0[0], $0[1], $0[2]) },
  { gradient223($0[0], $0[1]) },
  { gradient224($0[0]) },
  { gradient225($0[0], $0[1]) },
  { gradient226($0[0], $0[1], $0[2]) },
  { gradient227($0[0], $0[1], $0[2]) },
  { gradient228($0[0], $0[1], $0[2]) },
  { gradient229($0[0], $0[1]) },
  { gradient230($0[0], $0[1], $0[2]) },
  { gradient231($0[0], $0[1], $0[2]) },
  { gradient232($0[0], $0[1], $0[2]) },
]
