// swift-format-ignore-file
// Printed by .ci/print-source; not written by hand.
import ChainRule

func gradient226(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = sum_ + ŵ₁
  let t2 = tanh(t1)
  let t3 = abs(t2)
  let t4 = max(t3, along: [0])
  let t5 = Tensor(1) / Tensor(4) * (2 * t4)
  let t6 = t5 + Tensor(1) * Tensor(0.5) * cos(t4)
  let t7 = t3 .== t4.reshaped(to: [1])
  let t8 = t7 / sum(t7).reshaped(to: [1])
  let t9 = (t2 .> 0) - (t2 .< 0)
  let t10 = t6.reshaped(to: [1]) * t8 * t9
  return (t10 * squared(sech(t1))).broadcast(to: [.batch, 3])
}

func gradient227(_ sum_: Tensor, _ ŵ₁: Tensor, _ A: Tensor) -> Tensor {
  let t1 = Tensor.positions(3).reshaped(to: [3, 1, 1, 1])
  let t2 = Tensor.positions(3).reshaped(to: [1, 3, 1, 1])
  let t3 = t1 .== Tensor.positions(3).reshaped(to: [1, 1, 3, 1])
  let t4 = t3 * (t2 .== Tensor.positions(3).reshaped(to: [1, 1, 1, 3]))
  let t5 = centered(t4 * ŵ₁.reshaped(to: [1, 1, 3]).reshaped(to: [1, 1, 1, 3]), along: [3])
  let t6 = A * ŵ₁ + diagonalMatrix(3 + sum_)
  let t7 = centered(t6, along: [1])
  let t8 = t5 * (2 * t7).reshaped(to: [1, 3, 3]).reshaped(to: [1, 1, 3, 3])
  let t9 = Tensor(3) - Tensor(1)
  let t10 = sum(t8, along: [3]) / t9
  let t11 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t12 = sum(squared(t7), along: [1]) / t9
  let t13 = (-sin(t12)).reshaped(to: [1, 3]).reshaped(to: [1, 1, 3])
  let t14 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t15 = t10 * 2 * t11.reshaped(to: [1, 3]).reshaped(to: [1, 1, 3])
  let t16 = t10 * t13 * t14.reshaped(to: [1, 3]).reshaped(to: [1, 1, 3])
  let t17 = ((t15 + t16) / t9).reshaped(to: [3, 3, 3, 1]).broadcast(to: [3, 3, 3, 3])
  let t18 = t11 * (2 * t12)
  let t19 = (t18 + t14 * cos(t12)) / t9
  let t20 = t19.reshaped(to: [3, 1]).broadcast(to: [3, 3]).reshaped(to: [1, 3, 3]).reshaped(to: [1, 1, 3, 3])
  let t21 = t17 * (2 * t7).reshaped(to: [1, 3, 3]).reshaped(to: [1, 1, 3, 3])
  let t22 = centered(t21 + t5 * 2 * t20, along: [3])
  return (t22 * ŵ₁.reshaped(to: [1, 1, 3]).reshaped(to: [1, 1, 1, 3])).transposed(axes: [2, 3, 0, 1])
}

func gradient228(_ sum_: Tensor, _ A: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = A * ŵ₁ + diagonalMatrix(3 + sum_)
  let t2 = centered(t1, along: [0, 1])
  let t3 = norm(t2, along: [0, 1]).reshaped(to: [1, 1])
  let t4 = (1 / sqrt(Tensor(9))).reshaped(to: [1, 1])
  let t5 = t4 * select(t3 .== 0, 0, t2 / t3)
  return sum(centered(t5, along: [0, 1]) * A, along: [0])
}

func gradient229(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = Tensor.positions(3).reshaped(to: [3, 1])
  let t2 = t1 .== Tensor.positions(3).reshaped(to: [1, 3])
  let t3 = t2[.all, .range(0..<1)]
  let t4 = ŵ₁[.range(1..<2)]
  let t5 = t2[.all, .range(1..<2)]
  let t6 = ŵ₁[.range(0..<1)]
  let t7 = t3 * t4.reshaped(to: [1, 1])
  let t8 = t7 + t5 * t6.reshaped(to: [1, 1])
  let t9 = ŵ₁[.range(2..<3)]
  let t10 = t2[.all, .range(2..<3)]
  let t11 = t6 * t4
  let t12 = t8 * t9.reshaped(to: [1, 1])
  let t13 = (t12 + t10 * t11.reshaped(to: [1, 1])).reshaped(to: [3])
  let t14 = Tensor(1) / Tensor(4)
  let t15 = (t11 * t9).reshaped(to: [])
  let t16 = Tensor(1) * Tensor(0.5)
  let t17 = t13 * -sin(t15) * t16
  let t18 = (t13 * 2 * t14 + t17).reshaped(to: [3, 1])
  let t19 = t14 * (2 * t15)
  let t20 = (t19 + t16 * cos(t15)).reshaped(to: [1])
  let t21 = t18 * t9.reshaped(to: [1, 1])
  let t22 = t21 + t10 * t20.reshaped(to: [1, 1])
  let t23 = t20 * t9
  let t24 = t22 * t4.reshaped(to: [1, 1])
  let t25 = t22 * t6.reshaped(to: [1, 1])
  let t26 = t18 * t11.reshaped(to: [1, 1])
  let t27 = sum_ + ŵ₁
  let t28 = t2 * squared(sech(t27)).reshaped(to: [1, 3])
  let t29 = Tensor(1).reshaped(to: [1])
  let t30 = t28[.all, .range(2..<3)] * t29.reshaped(to: [1, 1])
  let t31 = tanh(t27)
  let t32 = t31[.range(1..<2)]
  let t33 = t28[.all, .range(1..<2)]
  let t34 = t29 * t31[.range(2..<3)]
  let t35 = t30 * t32.reshaped(to: [1, 1])
  let t36 = t31[.range(0..<1)]
  let t37 = t28[.all, .range(0..<1)]
  let t38 = t30 * t36.reshaped(to: [1, 1])
  let t39 = t37 * t32.reshaped(to: [1, 1])
  let t40 = t39 + t33 * t36.reshaped(to: [1, 1])
  let t41 = pad(t38 + t37 * t34.reshaped(to: [1, 1]), before: [0, 1], after: [0, 1])
  let t42 = pad(t35 + t33 * t34.reshaped(to: [1, 1]), before: [0, 0], after: [0, 2])
  let t43 = t41 + pad(t40 * t29.reshaped(to: [1, 1]), before: [0, 2], after: [0, 0])
  let t44 = sech(t27)
  let t45 = (-(t44 * tanh(t27))).reshaped(to: [1, 3])
  let t46 = pad(t29 * (t36 * t32), before: [2], after: [0])
  let t47 = pad(t34 * t36, before: [1], after: [1]) + t46
  let t48 = t2 * t45 * (2 * t44).reshaped(to: [1, 3])
  let t49 = (pad(t34 * t32, before: [0], after: [2]) + t47).reshaped(to: [1, 3])
  let t50 = (t42 + t43) * squared(t44).reshaped(to: [1, 3])
  let t51 = pad(t26 + t8 * t20.reshaped(to: [1, 1]), before: [0, 2], after: [0, 0])
  let t52 = pad(t25 + t3 * t23.reshaped(to: [1, 1]), before: [0, 1], after: [0, 1])
  let t53 = pad(t24 + t5 * t23.reshaped(to: [1, 1]), before: [0, 0], after: [0, 2])
  let t54 = t52 + (t51 + (t50 + t48 * t49))
  return (t53 + t54).transposed()
}

func gradient230(_ X: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = X + learning_rate
  let t2 = softmax(sin(t1), along: [1])
  let t3 = Tensor(1).broadcast(to: [.batch, 3])
  let t4 = t3 * cos(t1)
  let t5 = t2 .== max(t2, along: [1]).reshaped(to: [.batch, 1])
  let t6 = sum(t5 * t4, along: [1]).reshaped(to: [.batch, 1])
  let t7 = t4 - t6 / sum(t5, along: [1]).reshaped(to: [.batch, 1])
  let t8 = t7 - sum(t2 * t7, along: [1]).reshaped(to: [.batch, 1])
  let t9 = t2 * t8
  let t10 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t11 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t12 = t11.broadcast(to: [.batch, 3])
  let t13 = t10 * (2 * t2)
  let t14 = t13 + t12 * cos(t2)
  let t15 = t2 .== max(t2, along: [1]).reshaped(to: [.batch, 1])
  let t16 = sum(t15, along: [1]).reshaped(to: [.batch, 1])
  let t17 = sum(t15 * t14, along: [1]).reshaped(to: [.batch, 1]) / t16
  let t18 = t14 - t17
  let t19 = t18 - sum(t2 * t18, along: [1]).reshaped(to: [.batch, 1])
  let t20 = t9 * -sin(t2) * t12
  let t21 = t9 * 2 * t10 + t20
  let t22 = sum(t21 * t15, along: [1]).reshaped(to: [.batch, 1]) / t16
  let t23 = t21 + -t22
  let t24 = sum(t9 * t18 + t23 * t2, along: [1])
  let t25 = (t23 + -t24.reshaped(to: [.batch, 1])) * t2
  let t26 = t3 * -sin(t1)
  let t27 = (t9 * t19 + t25) * cos(t1)
  return sum(t27 + t26 * (t2 * t19))
}

func gradient231(_ sum_: Tensor, _ A: Tensor, _ ŵ₁: Tensor) -> Tensor {
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

func gradient232(_ sum_: Tensor, _ A: Tensor, _ ŵ₁: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = Tensor.positions(3).reshaped(to: [3, 1])
  let t2 = t1 .== Tensor.positions(3).reshaped(to: [1, 3])
  let t3 = t2.reshaped(to: [3, 1, 3]) * A.reshaped(to: [1, 3, 3])
  let t4 = A * ŵ₁ + diagonalMatrix(3 + sum_)
  let t5 = logSoftmax(t4, along: [0])
  let t6 = t5 .== max(t5, along: [0]).reshaped(to: [1, 3])
  let t7 = sum(t6.reshaped(to: [1, 3, 3]) * t3, along: [1]).reshaped(to: [3, 1, 3])
  let t8 = t7 / sum(t6, along: [0]).reshaped(to: [1, 3]).reshaped(to: [1, 1, 3])
  let t9 = t3 - t8
  let t10 = sum(exp(t5).reshaped(to: [1, 3, 3]) * t9, along: [1])
  let t11 = t9 - t10.reshaped(to: [3, 1, 3])
  let t12 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t13 = (Tensor(1) * Tensor(0.5) / 9).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t14 = t11 * (-sin(t5)).reshaped(to: [1, 3, 3])
  let t15 = t11 * 2 * t12.reshaped(to: [1, 3, 3])
  let t16 = t15 + t14 * t13.reshaped(to: [1, 3, 3])
  let t17 = t12 * (2 * t5)
  let t18 = t17 + t13 * cos(t5)
  let t19 = -(t11 * exp(t5).reshaped(to: [1, 3, 3]))
  let t20 = t16 * (-expm1(t5)).reshaped(to: [1, 3, 3])
  let t21 = exp(t5)
  let t22 = (sum(t18, along: [0]).reshaped(to: [1, 3]) - t18).reshaped(to: [1, 3, 3])
  let t23 = sum(t16, along: [1]).reshaped(to: [3, 1, 3]) + -t16
  let t24 = t11 * t21.reshaped(to: [1, 3, 3]) * t22
  let t25 = -(t24 + t23 * t21.reshaped(to: [1, 3, 3]))
  let t26 = t20 + t19 * t18.reshaped(to: [1, 3, 3]) + t25
  let t27 = ŵ₁ * learning_rate .>= sum(ŵ₁) / 3
  let t28 = select(t27, (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3]), 0)
  let t29 = t2 * exp(ŵ₁).reshaped(to: [1, 3])
  let t30 = select(t27.reshaped(to: [1, 3]), t29 * t28.reshaped(to: [1, 3]), 0)
  let t31 = sum(t26 * A.reshaped(to: [1, 3, 3]), along: [1]) + t30
  return t31.transposed()
}

func gradient233(_ X: Tensor) -> Tensor {
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
  return centered(t11, along: [3]).transposed(axes: [2, 3, 0, 1])
}

func gradient234(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = Tensor.positions(3).reshaped(to: [3, 1, 1, 1])
  let t2 = Tensor.positions(3).reshaped(to: [1, 3, 1, 1])
  let t3 = t1 .== Tensor.positions(3).reshaped(to: [1, 1, 3, 1])
  let t4 = t3 * (t2 .== Tensor.positions(3).reshaped(to: [1, 1, 1, 3]))
  let t5 = cumulativeSum(t4 * ŵ₁.reshaped(to: [1, 1, 3]).reshaped(to: [1, 1, 1, 3]), along: 3)
  return (t5 * sum_.reshaped(to: [1, 1, 3]).reshaped(to: [1, 1, 1, 3])).transposed(axes: [2, 3, 0, 1])
}

func gradient235(_ X: Tensor, _ sum_: Tensor, _ ŵ₁: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = cumulativeSum(ŵ₁, along: 0, reversed: true)
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t3 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t4 = t2 * (2 * t1)
  let t5 = cumulativeSum(t4 + t3 * cos(t1), along: 0)
  let t6 = sum(ŵ₁) / 3
  let t7 = X.reshaped(to: [.batch, 1, 3]) • sum_.reshaped(to: [3, 1]).reshaped(to: [1, 3, 1])
  let ŷ = (t7.reshaped(to: [.batch, 1]) + learning_rate).named("ŷ")
  let t8 = (Tensor(1) / Tensor(1)).reshaped(to: [1]).broadcast(to: [1]).reshaped(to: [1, 1])
  let t9 = (t6 .< ŷ) + 0.5 * (ŷ .== t6)
  let t10 = (sum(t8 * t9, along: [1]) / 3).reshaped(to: [.batch, 1])
  return t5.reshaped(to: [1, 3]) + t10.broadcast(to: [.batch, 3])
}

func gradient236(_ sum_: Tensor) -> Tensor {
  let t1 = Tensor.positions(3).reshaped(to: [3, 1])
  let t2 = t1 .== Tensor.positions(3).reshaped(to: [1, 3])
  let t3 = sorted(t2, by: sum_.broadcast(to: [3, 3]), along: 1) * 0.49569648182769344
  let t4 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3]).reshaped(to: [1, 3])
  let t5 = -sin(sorted(sum_, along: 0) * 0.49569648182769344)
  let t6 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t7 = t3 * t5.reshaped(to: [1, 3]) * t6.reshaped(to: [1, 3])
  let t8 = (t3 * 2 * t4 + t7) * 0.49569648182769344
  return unsorted(t8, by: sum_.broadcast(to: [3, 3]), along: 1).transposed()
}

func gradient237(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = ŵ₁.reshaped(to: [1, 3])
  let t2 = sum_.reshaped(to: [3, 1]) • t1
  let t3 = t2 + diagonalMatrix(3 + sum_)
  let t4 = Tensor.positions(3).reshaped(to: [3, 1])
  let t5 = t4 .== Tensor.positions(3).reshaped(to: [1, 3])
  let t6 = t5.reshaped(to: [3, 3, 1]) • t1.reshaped(to: [1, 1, 3])
  let t7 = sum_ + ŵ₁
  let t8 = sorted(t6 + diagonalMatrix(t5), by: t3.broadcast(to: [3, 3, 3]), along: 1, descending: true)
  let t9 = t5 * squared(sech(t7)).reshaped(to: [1, 3])
  let t10 = sorted(t3, along: 0, descending: true).reshaped(to: [1, 3, 3])
  let t11 = t8 * tanh(t7).reshaped(to: [1, 1, 3])
  return (t11 + t9.reshaped(to: [3, 1, 3]) * t10).transposed(axes: [1, 2, 0])
}

let printedGradients13: [@Sendable ([Tensor]) -> Tensor] = [
  { gradient226($0[0], $0[1]) },
  { gradient227($0[0], $0[1], $0[2]) },
  { gradient228($0[0], $0[1], $0[2]) },
  { gradient229($0[0], $0[1]) },
  { gradient230($0[0], $0[1]) },
  { gradient231($0[0], $0[1], $0[2]) },
  { gradient232($0[0], $0[1], $0[2], $0[3]) },
  { gradient233($0[0]) },
  { gradient234($0[0], $0[1]) },
  { gradient235($0[0], $0[1], $0[2], $0[3]) },
  { gradient236($0[0]) },
  { gradient237($0[0], $0[1]) },
]
