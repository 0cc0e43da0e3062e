// swift-format-ignore-file
// Printed by .ci/print-source; not written by hand.
import ChainRule

func gradient169(_ V: Tensor) -> Tensor {
  let t1 = 1 + squared(V)
  let t2 = pow(t1, -1.5)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t4 = (Tensor(1) * Tensor(0.5) / 6).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t5 = t3 * (2 * t2)
  let t6 = t5 + t4 * cos(t2)
  let t7 = t6 * ((-1.5) * pow(t1, -2.5))
  return t7 * (2 * V)
}

func gradient170(_ y: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = pow(2, y * learning_rate)
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch])
  let t3 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t4 = t2 * (2 * t1)
  let t5 = select(Tensor(2) .== Tensor(0), 0, t1 * log(Tensor(2)))
  let t6 = (t4 + t3 * cos(t1)) * t5
  return sum(t6 * y)
}

func gradient171(_ V: Tensor) -> Tensor {
  let t1 = pow(V, 3)
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t3 = (Tensor(1) * Tensor(0.5) / 6).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t4 = t2 * (2 * t1)
  let t5 = t4 + t3 * cos(t1)
  return t5 * (3 * pow(V, 2))
}

func gradient172(_ X: Tensor, _ sum_: Tensor, _ learning_rate: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let ŷ = (X • sum_ + learning_rate).named("ŷ")
  let t1 = 1 - ŷ / 3 - (2 - ŷ)
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch])
  let t3 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t4 = t2 * (2 * t1)
  let t5 = t4 + t3 * cos(t1)
  let t6 = -t5 / 3
  let t7 = (t6 + -(-t5)).reshaped(to: [.batch, 1])
  let t8 = (1 / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t9 = sum(t8 * (t7 • sum_.reshaped(to: [1, 3])))
  let t10 = -sin(sum(ŵ₁) / 3)
  return (t9 * t10 / 3).reshaped(to: [1]).broadcast(to: [3])
}

func gradient173(_ sum_: Tensor, _ learning_rate: Tensor) -> Tensor {
  let z = (sum_ / 2).named("z")
  let t1 = sum_ + z * learning_rate
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t3 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t4 = t2 * (2 * t1)
  let t5 = (t4 + t3 * cos(t1)) * z
  return sum(t5)
}

func gradient174(_ X: Tensor, _ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = sum_ + ŵ₁
  let t2 = X * ŵ₁ - tanh(t1)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t4 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t5 = t4.broadcast(to: [.batch, 3]) * cos(t2)
  let t6 = -(t3 * (2 * t2) + t5)
  return sum(t6, along: [0]) * squared(sech(t1))
}

func gradient175(_ y: Tensor, _ sum_: Tensor, _ learning_rate: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = 2 + sum(ŵ₁) / 3
  let t2 = y * learning_rate / t1
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch])
  let t4 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t5 = t3 * (2 * t2)
  let t6 = t5 + t4 * cos(t2)
  let t7 = sum(t6 * -(t2 / t1))
  let t8 = (Tensor(1) / Tensor(3)).reshaped(to: [1, 1]).broadcast(to: [3, 1]).reshaped(to: [3])
  let t9 = sum_.reshaped(to: [3, 1]).transposed()
  let t10 = (t9 • t8.reshaped(to: [3, 1]).broadcast(to: [3, 3])).reshaped(to: [3])
  return (t7 / 3).reshaped(to: [1]).broadcast(to: [3]) + t10
}

func gradient176(_ learning_rate: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t2 = t1 * cos(learning_rate)
  let t3 = t2 * learning_rate
  let t4 = ŵ₁ * learning_rate
  let t5 = 2 * t4
  let t6 = t3 * t5
  let t7 = learning_rate .== 0
  let t8 = 1 + squared(t4)
  let t9 = learning_rate - 1
  let t10 = pow(t8, t9)
  let t11 = select(t7, 0, learning_rate * t10)
  let t12 = t6 * t11
  let t13 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t14 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t15 = pow(t8, learning_rate)
  let t16 = t12 * t14 * -sin(t15)
  let t17 = t12 * t13 * 2 + t16
  let t18 = learning_rate * pow(t8, learning_rate - 1)
  let t19 = t7 .== 0
  let t20 = t13 * (2 * t15)
  let t21 = t20 + t14 * cos(t15)
  let t22 = select(t7, 0, t6 * t21)
  let t23 = select(t19, t22 * learning_rate, 0)
  let t24 = t9 * pow(t8, t9 - 1)
  let t25 = select(t19, t23 * select(t9 .== 0, 0, t24), 0)
  let t26 = t17 * select(learning_rate .== 0, 0, t18) + t25
  let t27 = t21 * t11
  let t28 = t26 * (2 * t4)
  let t29 = (t28 + t3 * t27 * 2) * ŵ₁
  let t30 = select(t8 .== 0, 0, t15 * log(t8))
  let t31 = select(t8 .== 0, 0, t10 * log(t8))
  let t32 = t27 * t5
  let t33 = sum(t1 * (t32 * learning_rate))
  let t34 = t33 * -sin(learning_rate)
  let t35 = sum(select(t19, t22 * t10, 0))
  let t36 = t35 + (sum(t2 * t32) + t34)
  let t37 = sum(select(t19, t23 * t31, 0)) + t36
  let t38 = sum(t17 * t30) + t37
  return sum(t29) + t38
}

func gradient177(
  _ X: Tensor,
  _ y: Tensor,
  _ ŵ₁: Tensor,
  _ learning_rate: Tensor,
  _ A: Tensor
) -> Tensor {
  let t1 = ŵ₁ * learning_rate
  let t2 = X • A
  let t3 = maximum(t1, t2)
  let t4 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t5 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t6 = t5.broadcast(to: [.batch, 3]) * cos(t3)
  let t7 = (t2 .> t1) + 0.5 * (t1 .== t2)
  let t8 = (t4 * (2 * t3) + t6) * t7
  let t9 = (Tensor(1) / Tensor(9)).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t10 = y.reshaped(to: [1, .batch])
  let t11 = Tensor.extent(.batch)
  let t12 = sin(sum(squared(t10)) / t11)
  let t13 = sum(t9 * (X.transposed() • t8))
  let t14 = (t13 * -t12 / t11).reshaped(to: [1, 1])
  return (t14.broadcast(to: [1, .batch]) * (2 * t10)).reshaped(to: [.batch])
}

func gradient178(_ y: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = sum(squared(y.reshaped(to: [1, .batch]))) / Tensor.extent(.batch)
  let t2 = (1 * cos(t1)).reshaped(to: [1]).broadcast(to: [.batch])
  let t3 = y * learning_rate
  let t4 = sum(squared(y.reshaped(to: [1, .batch]))) / Tensor.extent(.batch)
  let t5 = (t3 .< t4) + 0.5 * (t3 .== t4)
  let t6 = t2 * y * t5
  let t7 = t6 * (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch])
  let t8 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t9 = -sin(minimum(t3, t4))
  let t10 = t7 * 2 + t6 * t8 * t9
  let t11 = (t3 .< t4) + 0.5 * (t3 .== t4)
  return sum(t10 * t11 * y)
}

func gradient179(_ sum_: Tensor) -> Tensor {
  let t1 = maximum(sum_, 0.5)
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t3 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t4 = t2 * (2 * t1)
  let t5 = (sum_ .> 0.5) + 0.5 * (sum_ .== 0.5)
  return (t4 + t3 * cos(t1)) * t5
}

func gradient180(_ sum_: Tensor, _ ŵ₁: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = sum_ + ŵ₁
  let t2 = tanh(t1) + 0.1
  let t3 = 1 + squared(learning_rate)
  let t4 = atan2(t2, t3)
  let t5 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t6 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t7 = t5 * (2 * t4)
  let t8 = stopGradient(maximum(abs(t2), abs(t3)))
  let t9 = squared(t2 / t8)
  let t10 = t9 + squared(t3 / t8)
  let t11 = t7 + t6 * cos(t4)
  let t12 = t11 * (t3 / t8 / t10 / t8)
  return t12 * squared(sech(t1))
}

func gradient181(_ y: Tensor, _ X: Tensor, _ ŵ₁: Tensor, _ A: Tensor) -> Tensor {
  let t1 = X • ŵ₁
  let t2 = logAddExp(y, t1)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch])
  let t4 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t5 = t3 * (2 * t2)
  let t6 = t1 - y
  let t7 = select((t1 .== y) * (t6 .!= t6), 0, t6)
  let t8 = t5 + t4 * cos(t2)
  let t9 = (t8 * sigmoid(t7)).reshaped(to: [.batch, 1])
  let t10 = (1 / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t11 = (t10 * (X • ŵ₁) / 3).reshaped(to: [.batch, 1])
  let t12 = t10 * (sum(X • A, along: [1]) / 3)
  let t13 = t11.broadcast(to: [.batch, 3]) • A.transposed()
  let t14 = t13 + t12.reshaped(to: [.batch, 1]) • ŵ₁.reshaped(to: [1, 3])
  return t9 • ŵ₁.reshaped(to: [1, 3]) + t14
}

let printedGradients13: [@Sendable ([Tensor]) -> Tensor] = [
  { gradient169($0[0]) },
  { gradient170($0[0], $0[1]) },
  { gradient171($0[0]) },
  { gradient172($0[0], $0[1], $0[2], $0[3]) },
  { gradient173($0[0], $0[1]) },
  { gradient174($0[0], $0[1], $0[2]) },
  { gradient175($0[0], $0[1], $0[2], $0[3]) },
  { gradient176($0[0], $0[1]) },
  { gradient177($0[0], $0[1], $0[2], $0[3], $0[4]) },
  { gradient178($0[0], $0[1]) },
  { gradient179($0[0]) },
  { gradient180($0[0], $0[1], $0[2]) },
  { gradient181($0[0], $0[1], $0[2], $0[3]) },
]
