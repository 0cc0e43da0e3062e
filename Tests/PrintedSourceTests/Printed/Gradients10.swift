// swift-format-ignore-file
// Printed by .ci/print-source; not written by hand.
import ChainRule

@_optimize(none) func gradient168(_ X: Tensor, _ sum_: Tensor, _ learning_rate: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let ŷ = (X • sum_ + learning_rate).named("ŷ")
  let t1 = sigmoidSlope(ŷ)
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch])
  let t3 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t4 = t2 * (2 * t1)
  let t5 = -(t1 * tanh(0.5 * ŷ))
  let t6 = (t4 + t3 * cos(t1)) * t5
  let t7 = X * ŵ₁
  let t8 = sqrt(oneMinusSquare(0.9 * cos(t7)))
  let t9 = (1 / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t10 = t9 / -t8 * 0.9
  let t11 = t10 * -sin(t7) * ŵ₁
  return t6.reshaped(to: [.batch, 1]) • sum_.reshaped(to: [1, 3]) + t11
}

@_optimize(none) func gradient169(_ V: Tensor) -> Tensor {
  let t1 = softplus(V)
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t3 = (Tensor(1) * Tensor(0.5) / 6).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t4 = t2 * (2 * t1)
  let t5 = t4 + t3 * cos(t1)
  return t5 * sigmoid(V)
}

@_optimize(none) func gradient170(_ y: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = y * learning_rate - 0.5
  let t2 = relu(t1)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch])
  let t4 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t5 = t3 * (2 * t2)
  let t6 = t5 + t4 * cos(t2)
  let t7 = select(t1 .> 0, t6, 0) * y
  return sum(guarded(t7, by: t1 .> 0))
}

@_optimize(none) func gradient171(_ V: Tensor) -> Tensor {
  let t1 = stopGradient(V)
  let t2 = t1 * V
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t4 = (Tensor(1) * Tensor(0.5) / 6).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t5 = t3 * (2 * t2)
  return (t5 + t4 * cos(t2)) * t1
}

@_optimize(none) func gradient172(_ X: Tensor, _ sum_: Tensor, _ learning_rate: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let ŷ = (X • sum_ + learning_rate).named("ŷ")
  let t1 = 1 + squared(ŷ)
  let t2 = pow(t1, -1.5)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch])
  let t4 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t5 = t3 * (2 * t2)
  let t6 = t5 + t4 * cos(t2)
  let t7 = t6 * ((-1.5) * pow(t1, -2.5))
  let t8 = (t7 * (2 * ŷ)).reshaped(to: [.batch, 1])
  let t9 = (1 / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t10 = sum(t9 * (t8 • sum_.reshaped(to: [1, 3])))
  let t11 = -sin(sum(ŵ₁) / 3)
  return (t10 * t11 / 3).reshaped(to: [1]).broadcast(to: [3])
}

@_optimize(none) func gradient173(_ sum_: Tensor) -> Tensor {
  let z = (sum_ / 2).named("z")
  let t1 = pow(2, z)
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t3 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t4 = t2 * (2 * t1)
  let t5 = select(Tensor(2) .== Tensor(0), 0, t1 * log(Tensor(2)))
  let t6 = (t4 + t3 * cos(t1)) * t5
  let z_2 = (sum_ / 2).named("z")
  let t7 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t8 = t7 * polygamma(3, 2 + squared(z_2))
  let t9 = t8 * (2 * z_2) / 2
  return t6 / 2 + t9
}

@_optimize(none) func gradient174(_ y: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = y * learning_rate
  let t2 = pow(t1, 3)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch])
  let t4 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t5 = t3 * (2 * t2)
  let t6 = t5 + t4 * cos(t2)
  return t6 * (3 * pow(t1, 2)) * learning_rate
}

@_optimize(none) func gradient175(_ X: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = X + learning_rate
  let t2 = sin(t1)
  let t3 = 1 - t2 / 3 - (2 - t2)
  let t4 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t5 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t6 = t5.broadcast(to: [.batch, 3]) * cos(t3)
  let t7 = t4 * (2 * t3) + t6
  let t8 = -t7 / 3
  let t9 = t8 + -(-t7)
  return sum(t9 * cos(t1))
}

@_optimize(none) func gradient176(_ sum_: Tensor, _ ŵ₁: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = sum(ŵ₁) / 3
  let t2 = ŵ₁ * learning_rate + sum_ * t1
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t4 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t5 = t3 * (2 * t2)
  return (t5 + t4 * cos(t2)) * t1
}

@_optimize(none) func gradient177(_ X: Tensor, _ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let z = (sum_ / 2).named("z")
  let t1 = X * ŵ₁ - z
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t3 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t4 = t3.broadcast(to: [.batch, 3]) * cos(t1)
  return (t2 * (2 * t1) + t4) * ŵ₁
}

@_optimize(none) func gradient178(_ y: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = sum(squared(y.reshaped(to: [1, .batch]))) / Tensor.extent(.batch)
  let t2 = (1 * cos(t1)).reshaped(to: [1]).broadcast(to: [.batch])
  let t3 = sum(squared(y.reshaped(to: [1, .batch]))) / Tensor.extent(.batch)
  let t4 = 2 + t3
  let t5 = t2 * y / t4
  let t6 = t5 * (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch])
  let t7 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t8 = -sin(y * learning_rate / t4)
  let t9 = t6 * 2 + t5 * t7 * t8
  return sum(t9 / t4 * y)
}

@_optimize(none) func gradient179(_ sum_: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = 1 + squared(sum_)
  let t2 = pow(t1, learning_rate)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t4 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t5 = t3 * (2 * t2)
  let t6 = (abs(t1) .> 0) .== 0
  let t7 = learning_rate * pow(t1, learning_rate - 1)
  let t8 = t5 + t4 * cos(t2)
  let t9 = t8 * select((learning_rate .== 0) * t6, 0, t7)
  let t10 = (Tensor(1) / Tensor(3)).reshaped(to: [1, 1]).broadcast(to: [3, 1]).reshaped(to: [3])
  let t11 = diagonal(t10.reshaped(to: [3, 1]).broadcast(to: [3, 3]))
  return t9 * (2 * sum_) + t11
}

@_optimize(none) func gradient180(_ X: Tensor, _ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = tanh(sum_ + ŵ₁)
  let t2 = maximum(t1, X)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t4 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t5 = t4.broadcast(to: [.batch, 3]) * cos(t2)
  let t6 = t3 * (2 * t2) + t5
  let t7 = select(X .== t1, 0.5 * t6, 0)
  return select(X .> t1, t6, 0) + t7
}

@_optimize(none) func gradient181(_ y: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = minimum(y, learning_rate)
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch])
  let t3 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t4 = t2 * (2 * t1)
  let t5 = t4 + t3 * cos(t1)
  let t6 = select(learning_rate .== y, 0.5 * t5, 0)
  return select(learning_rate .> y, t5, 0) + t6
}

@_optimize(none) func gradient182(_ sum_: Tensor, _ ŵ₁: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = ŵ₁ * learning_rate
  let t2 = maximum(t1, 0.5)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t4 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t5 = t3 * (2 * t2)
  let t6 = t5 + t4 * cos(t2)
  let t7 = select(t1 .== 0.5, 0.5 * t6, 0)
  let t8 = (select(t1 .> 0.5, t6, 0) + t7) * learning_rate
  let t9 = (Tensor(1) / Tensor(9)).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t10 = pad(t9[.all, .range(0..<1)], before: [0, 2], after: [0, 0])
  let t11 = t10 + pad(t9[.all, .range(1..<3)], before: [0, 0], after: [0, 1])
  let t12 = (sum_.reshaped(to: [3, 1]).transposed() • t11).reshaped(to: [3])
  return guarded(t8, by: t1 .>= 0.5) + t12
}

@_optimize(none) func gradient183(_ ŵ₁: Tensor) -> Tensor {
  let t1 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t2 = sum(ŵ₁) / 3
  let t3 = t1 * cos(t2)
  let t4 = sum(ŵ₁) / 3
  let t5 = 1 + squared(t4)
  let t6 = ŵ₁ + 0.1
  let t7 = stopGradient(maximum(abs(t6), abs(t5)), isScale: true)
  let t8 = t6 / t7
  let t9 = t5 / t7
  let t10 = squared(t8) + squared(t9)
  let t11 = t5 / t7 / t10
  let t12 = t11 / t7
  let t13 = sum(t3).reshaped(to: [1]).reshaped(to: []) / 3
  let t14 = 2 * t4
  let t15 = (t13 * t14).reshaped(to: [1]).broadcast(to: [3])
  let t16 = stopGradient(maximum(abs(t6), abs(t5)), isScale: true)
  let t17 = t6 / t16
  let t18 = t5 / t16
  let t19 = squared(t17) + squared(t18)
  let t20 = -t6 / t16 / t19
  let t21 = t20 / t16
  let t22 = t3 * t12 + t15 * t21
  let t23 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t24 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t25 = atan2(t6, t5)
  let t26 = t22 * t24 * -sin(t25)
  let t27 = t22 * t23 * 2 + t26
  let t28 = stopGradient(maximum(abs(t6), abs(t5)), isScale: true)
  let t29 = squared(t6 / t28)
  let t30 = t29 + squared(t5 / t28)
  let t31 = t23 * (2 * t25)
  let t32 = t31 + t24 * cos(t25)
  let t33 = t3 * t32 / t7
  let t34 = t33 * -t11 / t10
  let t35 = t15 * t32 / t16
  let t36 = t35 * -t20 / t19
  let t37 = -(t35 / t19 / t16)
  let t38 = t37 + t36 * (2 * t17) / t16
  let t39 = t27 * (t5 / t28 / t30 / t28)
  let t40 = t34 * (2 * t8) / t7 + t38
  let t41 = stopGradient(maximum(abs(t6), abs(t5)), isScale: true)
  let t42 = squared(t6 / t41)
  let t43 = t42 + squared(t5 / t41)
  let t44 = -t6 / t41 / t43 / t41
  let t45 = sum(t34 * (2 * t9) / t7)
  let t46 = sum(t36 * (2 * t18) / t16)
  let t47 = sum(t33 / t10 / t7)
  let t48 = sum(t27 * t44)
  let t49 = t48 + (t47 + (t45 + t46))
  let t50 = sum(t32 * t21)
  let t51 = t49 * (2 * t4)
  let t52 = (t51 + t13 * t50 * 2) / 3
  let t53 = t3[.range(0..<1)]
  let t54 = ŵ₁[.range(1..<2)]
  let t55 = t3[.range(1..<2)]
  let t56 = ŵ₁[.range(0..<1)]
  let t57 = Tensor(1).reshaped(to: [1])
  let t58 = (t53 * t54 + t55 * t56) * t57
  let t59 = t57 * ŵ₁[.range(2..<3)]
  let t60 = t3[.range(2..<3)] * t57
  let t61 = pad(t57 * (t56 * t54), before: [2], after: [0])
  let t62 = pad(t59 * t56, before: [1], after: [1]) + t61
  let t63 = (t50 * t14 / 3).reshaped(to: [1]).broadcast(to: [3])
  let t64 = t63 + (pad(t59 * t54, before: [0], after: [2]) + t62)
  let t65 = sum(t1 * (t32 * t12 + t64))
  let t66 = t65 * -sin(t2) / 3
  let t67 = pad(t55 * t59 + t60 * t54, before: [0], after: [2])
  let t68 = pad(t53 * t59 + t60 * t56, before: [1], after: [1])
  let t69 = t68 + (t67 + t66.reshaped(to: [1]).broadcast(to: [3]))
  let t70 = t52.reshaped(to: [1]).broadcast(to: [3])
  let t71 = t70 + (pad(t58, before: [2], after: [0]) + t69)
  return t39 + t40 + t71
}

let printedGradients10: [@Sendable ([Tensor]) -> Tensor] = [
  { gradient168($0[0], $0[1], $0[2], $0[3]) },
  { gradient169($0[0]) },
  { gradient170($0[0], $0[1]) },
  { gradient171($0[0]) },
  { gradient172($0[0], $0[1], $0[2], $0[3]) },
  { gradient173($0[0]) },
  { gradient174($0[0], $0[1]) },
  { gradient175($0[0], $0[1]) },
  { gradient176($0[0], $0[1], $0[2]) },
  { gradient177($0[0], $0[1], $0[2]) },
  { gradient178($0[0], $0[1]) },
  { gradient179($0[0], $0[1]) },
  { gradient180($0[0], $0[1], $0[2]) },
  { gradient181($0[0], $0[1]) },
  { gradient182($0[0], $0[1], $0[2]) },
  { gradient183($0[0]) },
]
