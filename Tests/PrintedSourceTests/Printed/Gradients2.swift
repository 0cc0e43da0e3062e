// swift-format-ignore-file
// Printed by .ci/print-source; not written by hand.
import ChainRule

@_optimize(none) func gradient39(_ V: Tensor) -> Tensor {
  let t1 = 1 - V / 3 - (2 - V)
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t3 = (Tensor(1) * Tensor(0.5) / 6).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t4 = t2 * (2 * t1)
  let t5 = t4 + t3 * cos(t1)
  let t6 = -t5 / 3
  return t6 + -(-t5)
}

@_optimize(none) func gradient40(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let z = (sum_ / 2).named("z")
  let t1 = sum(ŵ₁) / 3
  let t2 = ŵ₁ + z * t1
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t4 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t5 = t3 * (2 * t2)
  let t6 = (t5 + t4 * cos(t2)) * t1
  return t6 / 2
}

@_optimize(none) func gradient41(_ X: Tensor, _ ŵ₁: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = X - ŵ₁ * learning_rate
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t3 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t4 = t3.broadcast(to: [.batch, 3]) * cos(t1)
  let t5 = -(t2 * (2 * t1) + t4)
  return sum(sum(t5, along: [0]) * ŵ₁)
}

@_optimize(none) func gradient42(_ y: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = y.reshaped(to: [1, .batch])
  let t2 = Tensor.extent(.batch)
  let t3 = sum(squared(t1)) / t2
  let t4 = 1 * cos(t3)
  let t5 = t4.reshaped(to: [1]).broadcast(to: [.batch])
  let t6 = 2 + learning_rate
  let t7 = t4.reshaped(to: [1]).broadcast(to: [.batch]) / t6
  let t8 = y * learning_rate / t6
  let t9 = -t8
  let t10 = t5 * y / t6 + t7 * t9
  let t11 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch])
  let t12 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t13 = t11 * (2 * t8)
  let t14 = t13 + t12 * cos(t8)
  let t15 = t10 * t12 * -sin(t8)
  let t16 = t15 + -(t7 * t14)
  let t17 = (t10 * t11 * 2 + t16) / t6
  let t18 = t14 / t6
  let t19 = sum(t14 * t9 / t6)
  let t20 = 1 * (sum(t18 * y) + t19)
  let t21 = t20 * -sin(t3) / t2
  let t22 = t21.reshaped(to: [1, 1]).broadcast(to: [1, .batch]) * (2 * t1)
  let t23 = t5 * t18 + t22.reshaped(to: [.batch])
  return t17 * learning_rate + t23
}

@_optimize(none) func gradient43(_ sum_: Tensor, _ ŵ₁: Tensor, _ V: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = sum_ + ŵ₁
  let t2 = tanh(t1)
  let t3 = 1 + squared(t2)
  let t4 = sum(ŵ₁) / 3
  let t5 = pow(t3, t4)
  let t6 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t7 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t8 = t6 * (2 * t5)
  let t9 = (abs(t3) .> 0) .== 0
  let t10 = t4 * pow(t3, t4 - 1)
  let t11 = t8 + t7 * cos(t5)
  let t12 = t11 * select((t4 .== 0) * t9, 0, t10)
  let t13 = t12 * (2 * t2)
  let t14 = (Tensor(1) / Tensor(6)).reshaped(to: [1, 1]).broadcast(to: [2, 3])
  let t15 = sum(t14 * V.reshaped(to: [2, 3]), along: [0]) / 2
  let t16 = t13 * squared(sech(t1)) + t15
  let t17 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3]) * t16
  return sum(t17) * -sin(learning_rate)
}

@_optimize(none) func gradient44(_ X: Tensor, _ sum_: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = X + learning_rate
  let t2 = sin(t1)
  let z = (sum_ / 2).named("z")
  let t3 = maximum(z, t2)
  let t4 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t5 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t6 = t5.broadcast(to: [.batch, 3]) * cos(t3)
  let t7 = t4 * (2 * t3) + t6
  let t8 = select(t2 .== z, 0.5 * t7, 0)
  let t9 = select(t2 .> z, t7, 0) + t8
  let t10 = guarded(t9 * cos(t1), by: t2 .>= z)
  return sum(t10)
}

@_optimize(none) func gradient45(_ y: Tensor, _ X: Tensor, _ sum_: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = sum(squared(y.reshaped(to: [1, .batch]))) / Tensor.extent(.batch)
  let ŷ = (X • sum_ + learning_rate).named("ŷ")
  let t2 = minimum(ŷ, t1)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch])
  let t4 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t5 = t3 * (2 * t2)
  let t6 = t5 + t4 * cos(t2)
  let t7 = select(t1 .== ŷ, 0.5 * t6, 0)
  let t8 = (select(t1 .> ŷ, t6, 0) + t7).reshaped(to: [.batch, 1])
  return t8 • sum_.reshaped(to: [1, 3])
}

@_optimize(none) func gradient46(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = sum_ + ŵ₁
  let t2 = tanh(t1)
  let t3 = t2 .> 0.5
  let t4 = t2 .>= 0.5
  let t5 = t2 .== 0.5
  let t6 = select(t5, t4, 0)
  let t7 = maximum(select(t3, t4, 0), t6)
  let t8 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t9 = sum(ŵ₁) / 3
  let t10 = guarded(t8 * cos(t9), by: t4)
  let t11 = sech(t1)
  let t12 = squared(t11)
  let t13 = guarded(t10 * t12, by: t4)
  let t14 = guarded(select(t5, t13, 0) * 0.5, by: t6)
  let t15 = select(t3, t13, 0) + t14
  let t16 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t17 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t18 = maximum(t2, 0.5)
  let t19 = guarded(t15 * t17, by: t7)
  let t20 = guarded(guarded(t15 * t16, by: t7) * 2, by: t7)
  let t21 = guarded(t19 * -sin(t18), by: t7)
  let t22 = t20 + t21
  let t23 = select(t2 .== 0.5, 0.5 * t22, 0)
  let t24 = select(t2 .> 0.5, t22, 0) + t23
  let t25 = t24 * squared(sech(t1))
  let t26 = t16 * (2 * t18)
  let t27 = t26 + t17 * cos(t18)
  let t28 = select(t3, t27, 0) + select(t5, 0.5 * t27, 0)
  let t29 = guarded(t10 * t28, by: t4) * (2 * t11)
  let t30 = -(t11 * tanh(t1))
  let t31 = guarded(t25, by: select(t2 .>= 0.5, t7, 0))
  let t32 = sum(t8 * guarded(t28 * t12, by: t4))
  let t33 = t32 * -sin(t9) / 3
  let t34 = t31 + guarded(guarded(t29, by: t4) * t30, by: t4)
  return t34 + t33.reshaped(to: [1]).broadcast(to: [3])
}

@_optimize(none) func gradient47(_ y: Tensor, _ learning_rate: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = sum(squared(y.reshaped(to: [1, .batch]))) / Tensor.extent(.batch)
  let t2 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t3 = t2 * cos(t1) * learning_rate
  let t4 = 1 + squared(learning_rate)
  let t5 = ŵ₁ * learning_rate + 0.1
  let t6 = stopGradient(maximum(abs(t5), abs(t4)), isScale: true)
  let t7 = t5 / t6
  let t8 = squared(t7) + squared(t4 / t6)
  let t9 = t4 / t6 / t8
  let t10 = t3 * (t9 / t6)
  let t11 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t12 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t13 = atan2(t5, t4)
  let t14 = t10 * t12 * -sin(t13)
  let t15 = stopGradient(maximum(abs(t5), abs(t4)), isScale: true)
  let t16 = squared(t5 / t15)
  let t17 = t16 + squared(t4 / t15)
  let t18 = t10 * t11 * 2 + t14
  let t19 = t11 * (2 * t13)
  let t20 = t3 * (t19 + t12 * cos(t13))
  let t21 = t20 / t6 * -t9 / t8
  let t22 = t18 * (t4 / t15 / t17 / t15)
  let t23 = t22 + t21 * (2 * t7) / t6
  return t23 * learning_rate
}

@_optimize(none) func gradient48(_ y: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = y * learning_rate
  let t2 = logAddExp(y, t1)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch])
  let t4 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t5 = t3 * (2 * t2)
  let t6 = t5 + t4 * cos(t2)
  let t7 = t1 - y
  let t8 = select((t1 .== y) * (t7 .!= t7), 0, t7)
  let t9 = y - t1
  let t10 = select((y .== t1) * (t9 .!= t9), 0, t9)
  let t11 = t6 * sigmoid(t8) * learning_rate
  return t11 + t6 * sigmoid(t10)
}

@_optimize(none) func gradient49(_ X: Tensor, _ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = maximum(X, 0.3)
  let t2 = minimum(t1, ŵ₁)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t4 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t5 = t4.broadcast(to: [.batch, 3]) * cos(t2)
  let t6 = t3 * (2 * t2) + t5
  let t7 = select(t1 .== ŵ₁, 0.5 * t6, 0)
  let t8 = lowerTriangle(Tensor(1).broadcast(to: [3, 3]))
  let t9 = sum_.reshaped(to: [3, 1])
  let t10 = (Tensor(1) / Tensor(9)).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t11 = guarded(t9, by: sum(t8, along: [1]).reshaped(to: [3, 1])).transposed()
  let t12 = t11 • lowerTriangle(t10 * ŵ₁)
  let t13 = t9 • ŵ₁.reshaped(to: [1, 3])
  let t14 = lowerTriangle(t13 + diagonalMatrix(3 + sum_))
  let t15 = guarded(t12, by: sum(t8, along: [0]).reshaped(to: [1, 3])).reshaped(to: [3])
  let t16 = sum(select(t1 .> ŵ₁, t6, 0) + t7, along: [0])
  return t16 + (t15 + sum(t10 * t14, along: [0]))
}

@_optimize(none) func gradient50(_ sum_: Tensor, _ y: Tensor, _ ŵ₁: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = tanh(sum_ + ŵ₁) .> 0.5
  let t2 = select(t1, t1, 0)
  let t3 = sum(select(t1 .== 0, t2, 0)).reshaped(to: [1])
  let t4 = t3.reshaped(to: [])
  let t5 = (1 * cos(learning_rate)).reshaped(to: [1]).broadcast(to: [3])
  let t6 = select(t1, guarded(guarded(t5, by: t1) * ŵ₁, by: t1), 0)
  let t7 = t6 * (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t8 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t9 = y.reshaped(to: [1, .batch])
  let t10 = Tensor.extent(.batch)
  let t11 = sum(squared(t9)) / t10
  let t12 = sin(select(t1, ŵ₁ * learning_rate, squared(t11)))
  let t13 = guarded(t6 * t8, by: t2) * -t12
  let t14 = guarded(guarded(t7, by: t2) * 2, by: t2)
  let t15 = sum(select(t1, 0, t14 + guarded(t13, by: t2)))
  let t16 = guarded(t15 * (2 * t11), by: t4) / t10
  let t17 = guarded(t16, by: t4).reshaped(to: [1, 1]).broadcast(to: [1, .batch])
  let t18 = t4.reshaped(to: [1, 1]).broadcast(to: [1, .batch])
  return guarded(t17 * (2 * t9), by: t18).reshaped(to: [.batch])
}

@_optimize(none) func gradient51(_ X: Tensor, _ y: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = X + learning_rate
  let t2 = softmax(sin(t1), along: [1])
  let t3 = sum(squared(y.reshaped(to: [1, .batch]))) / Tensor.extent(.batch)
  let t4 = (1 * cos(t3)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t5 = (1 / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch]).reshaped(to: [.batch, 1])
  let t6 = t4 * cos(t1) * t5
  let t7 = t2 .== max(t2, along: [1]).reshaped(to: [.batch, 1])
  let t8 = sum(t7 * t6, along: [1]).reshaped(to: [.batch, 1])
  let t9 = t6 - t8 / sum(t7, along: [1]).reshaped(to: [.batch, 1])
  let t10 = t9 - sum(t2 * t9, along: [1]).reshaped(to: [.batch, 1])
  let t11 = t4 * (t5 * t2)
  let t12 = t2 * t10 * cos(t1)
  return t12 + t11 * -sin(t1)
}

@_optimize(none) func gradient52(_ X: Tensor, _ A: Tensor, _ ŵ₁: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = X • A .<= ŵ₁
  let t2 = select(t1, -0.0, X)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t4 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t5 = t4.broadcast(to: [.batch, 3]) * cos(t2)
  let t6 = (1 / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t7 = select(t1, 0, t3 * (2 * t2) + t5)
  let t8 = sum(t6 * t7)
  return t8 * -sin(learning_rate)
}

let printedGradients2: [@Sendable ([Tensor]) -> Tensor] = [
  { gradient39($0[0]) },
  { gradient40($0[0], $0[1]) },
  { gradient41($0[0], $0[1], $0[2]) },
  { gradient42($0[0], $0[1]) },
  { gradient43($0[0], $0[1], $0[2], $0[3]) },
  { gradient44($0[0], $0[1], $0[2]) },
  { gradient45($0[0], $0[1], $0[2], $0[3]) },
  { gradient46($0[0], $0[1]) },
  { gradient47($0[0], $0[1], $0[2]) },
  { gradient48($0[0], $0[1]) },
  { gradient49($0[0], $0[1], $0[2]) },
  { gradient50($0[0], $0[1], $0[2], $0[3]) },
  { gradient51($0[0], $0[1], $0[2]) },
  { gradient52($0[0], $0[1], $0[2], $0[3]) },
]
