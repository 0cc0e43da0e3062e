// swift-format-ignore-file
// Printed by .ci/print-source; not written by hand.
import ChainRule

@_optimize(none) func gradient168(_ X: Tensor, _ sum_: Tensor, _ learning_rate: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let ŷ = (X • sum_ + learning_rate).named("ŷ")
  let t1 = softplus(ŷ)
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch])
  let t3 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t4 = t2 * (2 * t1)
  let t5 = t4 + t3 * cos(t1)
  let t6 = (t5 * sigmoid(ŷ)).reshaped(to: [.batch, 1])
  let t7 = X * ŵ₁
  let t8 = sqrt(oneMinusSquare(0.9 * cos(t7)))
  let t9 = (1 / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t10 = t9 / -t8 * 0.9
  let t11 = t10 * -sin(t7) * ŵ₁
  return t6 • sum_.reshaped(to: [1, 3]) + t11
}

@_optimize(none) func gradient169(_ V: Tensor) -> Tensor {
  let t1 = V - 0.5
  let t2 = relu(t1)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t4 = (Tensor(1) * Tensor(0.5) / 6).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t5 = t3 * (2 * t2)
  let t6 = t5 + t4 * cos(t2)
  return select(t1 .> 0, t6, 0)
}

@_optimize(none) func gradient170(_ y: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = y * learning_rate
  let t2 = stopGradient(t1)
  let t3 = t2 * t1
  let t4 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch])
  let t5 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t6 = t4 * (2 * t3)
  let t7 = (t6 + t5 * cos(t3)) * t2
  return sum(t7 * y)
}

@_optimize(none) func gradient171(_ V: Tensor) -> Tensor {
  let t1 = 1 + squared(V)
  let t2 = pow(t1, -1.5)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t4 = (Tensor(1) * Tensor(0.5) / 6).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t5 = t3 * (2 * t2)
  let t6 = t5 + t4 * cos(t2)
  let t7 = t6 * ((-1.5) * pow(t1, -2.5))
  return t7 * (2 * V)
}

@_optimize(none) func gradient172(_ X: Tensor, _ sum_: Tensor, _ learning_rate: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let ŷ = (X • sum_ + learning_rate).named("ŷ")
  let t1 = pow(2, ŷ)
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch])
  let t3 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t4 = t2 * (2 * t1)
  let t5 = select(Tensor(2) .== Tensor(0), 0, t1 * log(Tensor(2)))
  let t6 = (t4 + t3 * cos(t1)) * t5
  let t7 = (1 / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t8 = t7 * (t6.reshaped(to: [.batch, 1]) • sum_.reshaped(to: [1, 3]))
  let t9 = -sin(sum(ŵ₁) / 3)
  let t10 = (sum(t8) * t9 / 3).reshaped(to: [1])
  return t10.broadcast(to: [3])
}

@_optimize(none) func gradient173(_ sum_: Tensor) -> Tensor {
  let z = (sum_ / 2).named("z")
  let t1 = pow(z, 3)
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t3 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t4 = t2 * (2 * t1)
  let t5 = t4 + t3 * cos(t1)
  let z_2 = (sum_ / 2).named("z")
  let t6 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t7 = t6 * polygamma(3, 2 + squared(z_2))
  let t8 = t5 * (3 * pow(z, 2)) / 2
  return t8 + t7 * (2 * z_2) / 2
}

@_optimize(none) func gradient174(_ y: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = y * learning_rate
  let t2 = 1 - t1 / 3 - (2 - t1)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch])
  let t4 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t5 = t3 * (2 * t2)
  let t6 = t5 + t4 * cos(t2)
  let t7 = -t6 / 3
  return (t7 + -(-t6)) * learning_rate
}

@_optimize(none) func gradient175(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = sum_ + ŵ₁
  let t2 = sum_ + ŵ₁
  let t3 = tanh(t2)
  let t4 = sum(ŵ₁) / 3
  let t5 = tanh(t1) + t3 * t4
  let t6 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t7 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t8 = t6 * (2 * t5)
  let t9 = t8 + t7 * cos(t5)
  let t10 = (sum(t9 * t3) / 3).reshaped(to: [1])
  let t11 = t9 * t4 * squared(sech(t2))
  let t12 = t9 * squared(sech(t1))
  return t12 + (t11 + t10.broadcast(to: [3]))
}

@_optimize(none) func gradient176(_ X: Tensor, _ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = X * ŵ₁ - sum_
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t3 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t4 = t3.broadcast(to: [.batch, 3]) * cos(t1)
  return (t2 * (2 * t1) + t4) * ŵ₁
}

@_optimize(none) func gradient177(_ y: Tensor, _ X: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = sum(squared(y.reshaped(to: [1, .batch]))) / Tensor.extent(.batch)
  let t2 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t3 = t2 * cos(t1)
  let t4 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch])
  let t5 = sum(squared(y.reshaped(to: [1, .batch]))) / Tensor.extent(.batch)
  let t6 = 2 + t5
  let t7 = X • ŵ₁ / t6
  let t8 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t9 = t4 * (2 * t7)
  let t10 = (t9 + t8 * cos(t7)) / t6
  let t11 = X.transposed().transposed() • t3 / t6
  let t12 = t11 * t8 * -sin(t7)
  let t13 = (t11 * t4 * 2 + t12) / t6
  let t14 = (1 / (2 * Tensor.extent(.batch))).reshaped(to: [1, 1]).broadcast(to: [.batch, 2])
  let C = Tensor.constant([[1, 2], [3.25, -4], [1000, 0.3333333333333333]]).named("C")
  let t15 = t14 / 1000 • C.transposed()
  let t16 = t13.reshaped(to: [.batch, 1]) • ŵ₁.reshaped(to: [1, 3])
  let t17 = (t3.reshaped(to: [3, 1]) • t10.reshaped(to: [1, .batch])).transposed()
  let t18 = t16 + t3.reshaped(to: [1, 3]).broadcast(to: [.batch, 3]) * t15
  return t17 + t18
}

@_optimize(none) func gradient178(_ y: Tensor, _ ŵ₁: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = ŵ₁ * learning_rate
  let t2 = 1 + squared(t1)
  let t3 = sum(squared(y.reshaped(to: [1, .batch]))) / Tensor.extent(.batch)
  let t4 = pow(t2, t3)
  let t5 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t6 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t7 = t5 * (2 * t4)
  let t8 = (abs(t2) .> 0) .== 0
  let t9 = t3 * pow(t2, t3 - 1)
  let t10 = t7 + t6 * cos(t4)
  let t11 = t10 * select((t3 .== 0) * t8, 0, t9)
  return sum(t11 * (2 * t1) * ŵ₁)
}

@_optimize(none) func gradient179(_ X: Tensor, _ sum_: Tensor, _ ŵ₁: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = X * ŵ₁
  let t2 = maximum(sum_, t1)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t4 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t5 = t4.broadcast(to: [.batch, 3]) * cos(t2)
  let t6 = t3 * (2 * t2) + t5
  let t7 = select(t1 .== sum_, 0.5 * t6, 0)
  let t8 = (select(t1 .> sum_, t6, 0) + t7) * ŵ₁
  let t9 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3]) * sum_
  let t10 = t9.reshaped(to: [1, 3]).broadcast(to: [.batch, 3])
  let t11 = t10 * cos(X + learning_rate)
  return guarded(t8, by: t1 .>= sum_) + t11
}

@_optimize(none) func gradient180(_ y: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = y * learning_rate
  let t2 = learning_rate .> t1
  let t3 = t1 .<= learning_rate
  let t4 = learning_rate .== t1
  let t5 = select(t4, t3, 0)
  let t6 = t1 .> learning_rate
  let t7 = t1 .== learning_rate
  let t8 = maximum(select(t2, t3, 0), maximum(t5, maximum(t6, t7)))
  let t9 = y.reshaped(to: [1, .batch])
  let t10 = Tensor.extent(.batch)
  let t11 = sum(squared(t9)) / t10
  let t12 = 1 * cos(t11)
  let t13 = guarded(t12.reshaped(to: [1]).broadcast(to: [.batch]), by: t3)
  let t14 = guarded(t13 * y, by: t3)
  let t15 = t12.reshaped(to: [1]).broadcast(to: [.batch])
  let t16 = guarded(select(t7, t15, 0) * 0.5, by: t7)
  let t17 = guarded(select(t4, t14, 0) * 0.5, by: t5)
  let t18 = t17 + (select(t6, t15, 0) + t16)
  let t19 = select(t2, t14, 0) + t18
  let t20 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch])
  let t21 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t22 = minimum(t1, learning_rate)
  let t23 = guarded(t19 * t21, by: t8)
  let t24 = guarded(guarded(t19 * t20, by: t8) * 2, by: t8)
  let t25 = guarded(t23 * -sin(t22), by: t8)
  let t26 = t24 + t25
  let t27 = select(learning_rate .== t1, 0.5 * t26, 0)
  let t28 = (select(learning_rate .> t1, t26, 0) + t27) * learning_rate
  let t29 = t20 * (2 * t22)
  let t30 = t29 + t21 * cos(t22)
  let t31 = select(t2, t30, 0) + select(t4, 0.5 * t30, 0)
  let t32 = select(t6, t30, 0) + select(t7, 0.5 * t30, 0)
  let t33 = sum(guarded(t31 * y, by: t3))
  let t34 = 1 * (t33 + sum(t32))
  let t35 = t34 * -sin(t11) / t10
  let t36 = t35.reshaped(to: [1, 1]).broadcast(to: [1, .batch]) * (2 * t9)
  let t37 = guarded(t13 * t31, by: t3) + t36.reshaped(to: [.batch])
  return guarded(t28, by: select(t1 .<= learning_rate, t8, 0)) + t37
}

@_optimize(none) func gradient181(_ sum_: Tensor, _ y: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = maximum(sum_, 0.5)
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t3 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t4 = t2 * (2 * t1)
  let t5 = t4 + t3 * cos(t1)
  let t6 = select(sum_ .== 0.5, 0.5 * t5, 0)
  let t7 = sum(squared(y.reshaped(to: [1, .batch]))) / Tensor.extent(.batch)
  let t8 = sum_ + ŵ₁
  let t9 = tanh(t8)
  let t10 = 1 + squared(t9)
  let t11 = (abs(t10) .> 0) .== 0
  let t12 = t7 * pow(t10, t7 - 1)
  let t13 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t14 = t13 * select((t7 .== 0) * t11, 0, t12)
  let t15 = t14 * (2 * t9)
  let t16 = select(sum_ .> 0.5, t5, 0) + t6
  return t16 + t15 * squared(sech(t8))
}

@_optimize(none) func gradient182(_ ŵ₁: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = ŵ₁ * learning_rate + 0.1
  let t2 = 1 + squared(sum(ŵ₁) / 3)
  let t3 = atan2(t1, t2)
  let t4 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t5 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t6 = t4 * (2 * t3)
  let t7 = stopGradient(maximum(abs(t1), abs(t2)))
  let t8 = squared(t1 / t7)
  let t9 = t8 + squared(t2 / t7)
  let t10 = t6 + t5 * cos(t3)
  let t11 = t10 * (t2 / t7 / t9 / t7)
  return sum(t11 * ŵ₁)
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
  { gradient178($0[0], $0[1], $0[2]) },
  { gradient179($0[0], $0[1], $0[2], $0[3]) },
  { gradient180($0[0], $0[1]) },
  { gradient181($0[0], $0[1], $0[2]) },
  { gradient182($0[0], $0[1]) },
]
