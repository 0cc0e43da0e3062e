// swift-format-ignore-file
// Printed by .ci/print-source; not written by hand.
import ChainRule

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
  let t8 = t3 * pow(t2, t3 - 1)
  let t9 = t7 + t6 * cos(t4)
  let t10 = t9 * select(t3 .== 0, 0, t8)
  return sum(t10 * (2 * t1) * ŵ₁)
}

@_optimize(none) func gradient179(_ sum_: Tensor, _ X: Tensor, _ ŵ₁: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = X * ŵ₁
  let t2 = maximum(sum_, t1)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t4 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t5 = t4.broadcast(to: [.batch, 3]) * cos(t2)
  let t6 = (t1 .> sum_) + 0.5 * (sum_ .== t1)
  let t7 = (t3 * (2 * t2) + t5) * t6
  let t8 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3]) * sum_
  let t9 = t8.reshaped(to: [1, 3]).broadcast(to: [.batch, 3])
  let t10 = t9 * cos(X + learning_rate)
  return t7 * ŵ₁ + t10
}

@_optimize(none) func gradient180(_ y: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = y.reshaped(to: [1, .batch])
  let t2 = Tensor.extent(.batch)
  let t3 = sum(squared(t1)) / t2
  let t4 = 1 * cos(t3)
  let t5 = t4.reshaped(to: [1]).broadcast(to: [.batch])
  let t6 = y * learning_rate
  let t7 = (t6 .< learning_rate) + 0.5 * (t6 .== learning_rate)
  let t8 = (learning_rate .< t6) + 0.5 * (t6 .== learning_rate)
  let t9 = t4.reshaped(to: [1]).broadcast(to: [.batch]) * t8
  let t10 = t5 * y * t7 + t9
  let t11 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch])
  let t12 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t13 = minimum(t6, learning_rate)
  let t14 = t10 * t12 * -sin(t13)
  let t15 = (t6 .< learning_rate) + 0.5 * (t6 .== learning_rate)
  let t16 = (t10 * t11 * 2 + t14) * t15
  let t17 = t11 * (2 * t13)
  let t18 = t17 + t12 * cos(t13)
  let t19 = t18 * t7
  let t20 = sum(t19 * y)
  let t21 = 1 * (t20 + sum(t18 * t8))
  let t22 = t21 * -sin(t3) / t2
  let t23 = t22.reshaped(to: [1, 1]).broadcast(to: [1, .batch]) * (2 * t1)
  let t24 = t5 * t19 + t23.reshaped(to: [.batch])
  return t16 * learning_rate + t24
}

@_optimize(none) func gradient181(_ sum_: Tensor, _ y: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = maximum(sum_, 0.5)
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t3 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t4 = t2 * (2 * t1)
  let t5 = (sum_ .> 0.5) + 0.5 * (sum_ .== 0.5)
  let t6 = sum(squared(y.reshaped(to: [1, .batch]))) / Tensor.extent(.batch)
  let t7 = sum_ + ŵ₁
  let t8 = tanh(t7)
  let t9 = pow(1 + squared(t8), t6 - 1)
  let t10 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t11 = t10 * select(t6 .== 0, 0, t6 * t9)
  let t12 = t11 * (2 * t8)
  let t13 = (t4 + t3 * cos(t1)) * t5
  return t13 + t12 * squared(sech(t7))
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

@_optimize(none) func gradient183(_ y: Tensor, _ ŵ₁: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = (1 / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t2 = t1 * cos(sum(ŵ₁) / 3)
  let t3 = t2 * learning_rate
  let t4 = y * learning_rate
  let t5 = t4 - y
  let t6 = (t4 .== y) * (t5 .!= t5)
  let t7 = select(t6, 0, t5)
  let t8 = y - t4
  let t9 = (y .== t4) * (t8 .!= t8)
  let t10 = select(t9, 0, t8)
  let t11 = t3 * sigmoid(t7)
  let t12 = t11 + t2 * sigmoid(t10)
  let t13 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch])
  let t14 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t15 = logAddExp(y, t4)
  let t16 = t12 * t14 * -sin(t15)
  let t17 = t12 * t13 * 2 + t16
  let t18 = t4 - y
  let t19 = select((t4 .== y) * (t18 .!= t18), 0, t18)
  let t20 = t13 * (2 * t15)
  let t21 = t20 + t14 * cos(t15)
  let t22 = select(t6, 0, t3 * t21 * sigmoidSlope(t7))
  let t23 = select(t9, 0, t2 * t21 * sigmoidSlope(t10))
  let t24 = t17 * sigmoid(t19)
  let t25 = y - t4
  let t26 = select((y .== t4) * (t25 .!= t25), 0, t25)
  let t27 = t17 * sigmoid(t26)
  let t28 = (t24 + (t22 + -t23)) * learning_rate
  return t28 + (t27 + (-t22 + t23))
}

@_optimize(none) func gradient184(
  _ X: Tensor,
  _ y: Tensor,
  _ in_: Tensor,
  _ ŵ₁: Tensor,
  _ learning_rate: Tensor
) -> Tensor {
  let t1 = maximum(X, 0.3)
  let t2 = minimum(t1, ŵ₁)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t4 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t5 = t4.broadcast(to: [.batch, 3]) * cos(t2)
  let t6 = (ŵ₁ .< t1) + 0.5 * (t1 .== ŵ₁)
  let t7 = (t3 * (2 * t2) + t5) * t6
  let t8 = (1 / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t9 = scatterAdd(t8 * (y * learning_rate), in_, along: 0, length: 3) * learning_rate
  return sum(t7, along: [0]) + t9
}

@_optimize(none) func gradient185(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = sum_ .> 0.5
  let t2 = select(t1, sum_, squared(sum(ŵ₁) / 3))
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t4 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t5 = t3 * (2 * t2)
  return select(t1, t5 + t4 * cos(t2), 0)
}

@_optimize(none) func gradient186(_ y: Tensor, _ X: Tensor, _ sum_: Tensor, _ learning_rate: Tensor) -> Tensor {
  let ŷ = (X • sum_ + learning_rate).named("ŷ")
  let t1 = y .< ŷ
  let t2 = select(t1, y * learning_rate, 0)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch])
  let t4 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t5 = t3 * (2 * t2)
  let t6 = select(t1, t5 + t4 * cos(t2), 0)
  return select(t1, t6 * learning_rate, 0)
}

@_optimize(none) func gradient187(_ X: Tensor, _ learning_rate: Tensor, _ ŵ₁: Tensor, _ A: Tensor) -> Tensor {
  let t1 = sin(X + learning_rate) .<= ŵ₁ * learning_rate
  let t2 = X + learning_rate
  let t3 = select(t1, -0.0, sin(t2))
  let t4 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t5 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t6 = t5.broadcast(to: [.batch, 3]) * cos(t3)
  let t7 = select(t1, 0, t4 * (2 * t3) + t6)
  let t8 = (1 / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch]).reshaped(to: [.batch, 1])
  let t9 = t8 * softmax(X • A, along: [1])
  let t10 = select(t1 .== 0, t7 * cos(t2), 0)
  return t10 + t9 • A.transposed()
}

@_optimize(none) func gradient188(_ sum_: Tensor, _ ŵ₁: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = ŵ₁ * learning_rate .>= sum(ŵ₁) / 3
  let t2 = exp(ŵ₁ * learning_rate)
  let t3 = tanh(sum_ + ŵ₁) * (Tensor(1) .!= Tensor(2))
  let t4 = select(t1, t2, t3)
  let t5 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t6 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t7 = t5 * (2 * t4)
  let t8 = select(t1, t7 + t6 * cos(t4), 0)
  let t9 = select(t1, select(t1, t8 * t2, 0) * ŵ₁, 0)
  return sum(t9)
}

let printedGradients10: [@Sendable ([Tensor]) -> Tensor] = [
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
  { gradient183($0[0], $0[1], $0[2]) },
  { gradient184($0[0], $0[1], $0[2], $0[3], $0[4]) },
  { gradient185($0[0], $0[1]) },
  { gradient186($0[0], $0[1], $0[2], $0[3]) },
  { gradient187($0[0], $0[1], $0[2], $0[3]) },
  { gradient188($0[0], $0[1], $0[2]) },
]
