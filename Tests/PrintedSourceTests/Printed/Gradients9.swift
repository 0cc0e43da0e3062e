// swift-format-ignore-file
// Printed by .ci/print-source; not written by hand.
import ChainRule

@_optimize(none) func gradient153(_ y: Tensor) -> Tensor {
  let t1 = (1 / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t2 = y.reshaped(to: [1, .batch])
  let t3 = Tensor.extent(.batch)
  let t4 = sum(squared(t2)) / t3
  let t5 = t1 * cos(t4)
  let t6 = 1 / stopGradient(maximum(abs(y), 1), isScale: true)
  let t7 = y * t6
  let t8 = t6 + y * t7
  let t9 = t5 / t8 * t6
  let t10 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch])
  let t11 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t12 = atan(y)
  let t13 = t9 * t11 * -sin(t12)
  let t14 = 1 / stopGradient(maximum(abs(y), 1), isScale: true)
  let t15 = (t9 * t10 * 2 + t13) * t14
  let t16 = t10 * (2 * t12)
  let t17 = (t16 + t11 * cos(t12)) * t6
  let t18 = t17 / t8
  let t19 = t5 * -t18 / t8
  let t20 = sum(t1 * t18)
  let t21 = t20 * -sin(t4) / t3
  let t22 = t21.reshaped(to: [1, 1]).broadcast(to: [1, .batch]) * (2 * t2)
  let t23 = t19 * t7 + t22.reshaped(to: [.batch])
  let t24 = t15 / (t14 + y * (y * t14))
  return t24 + (t19 * y * t6 + t23)
}

@_optimize(none) func gradient154(_ X: Tensor, _ ŵ₁: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = (1 / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t2 = t1 * cos(sum(ŵ₁) / 3)
  let t3 = X + learning_rate
  let t4 = t2 * cos(t3)
  let t5 = sin(t3)
  let t6 = cos(t5)
  let t7 = t4 * t6
  let t8 = sin(t5)
  let t9 = cosh(t8)
  let t10 = t7 * t9
  let t11 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t12 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t13 = t12.broadcast(to: [.batch, 3])
  let t14 = sinh(t8)
  let t15 = t10 * t13 * -sin(t14)
  let t16 = t10 * t11 * 2 + t15
  let t17 = t11 * (2 * t14)
  let t18 = t17 + t13 * cos(t14)
  let t19 = t7 * t18 * sinh(t8)
  let t20 = t16 * cosh(t8) + t19
  let t21 = t18 * t9
  let t22 = t4 * t21 * -sin(t5)
  let t23 = t20 * cos(t5) + t22
  let t24 = t2 * (t21 * t6)
  let t25 = t24 * -sin(t3)
  return sum(t23 * cos(t3) + t25)
}

@_optimize(none) func gradient155(_ V: Tensor) -> Tensor {
  let t1 = sin(V)
  let t2 = cosh(t1)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t4 = (Tensor(1) * Tensor(0.5) / 6).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t5 = t3 * (2 * t2)
  let t6 = t5 + t4 * cos(t2)
  return t6 * sinh(t1) * cos(V)
}

@_optimize(none) func gradient156(_ X: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = X + learning_rate
  let t2 = sin(t1)
  let t3 = tanh(t2)
  let t4 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t5 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t6 = t5.broadcast(to: [.batch, 3]) * cos(t3)
  let t7 = t4 * (2 * t3) + t6
  let t8 = t7 * squared(sech(t2))
  return sum(t8 * cos(t1))
}

@_optimize(none) func gradient157(_ y: Tensor) -> Tensor {
  let t1 = asinh(y)
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch])
  let t3 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t4 = t2 * (2 * t1)
  let t5 = stopGradient(maximum(abs(y), 1), isScale: true)
  let t6 = squared(1 / t5)
  let t7 = sqrt(t6 + squared(y / t5))
  let t8 = t4 + t3 * cos(t1)
  return t8 / (t5 * t7)
}

@_optimize(none) func gradient158(_ ŵ₁: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = ŵ₁ * learning_rate
  let t2 = 1.5 + squared(t1)
  let t3 = acosh(t2)
  let t4 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t5 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t6 = t4 * (2 * t3)
  let t7 = sqrt(t2 - 1)
  let t8 = t6 + t5 * cos(t3)
  let t9 = t8 / (t7 * sqrt(t2 + 1))
  return sum(t9 * (2 * t1) * ŵ₁)
}

@_optimize(none) func gradient159(_ X: Tensor, _ sum_: Tensor, _ learning_rate: Tensor) -> Tensor {
  let ŷ = (X • sum_ + learning_rate).named("ŷ")
  let t1 = 0.9 * sin(ŷ)
  let t2 = atanh(t1)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch])
  let t4 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t5 = t3 * (2 * t2)
  let t6 = t5 + t4 * cos(t2)
  let t7 = t6 / oneMinusSquare(t1) * 0.9
  return sum(t7 * cos(ŷ))
}

@_optimize(none) func gradient160(_ y: Tensor, _ X: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = sum(squared(y.reshaped(to: [1, .batch]))) / Tensor.extent(.batch)
  let t2 = (1 * cos(t1)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t3 = X + learning_rate
  let t4 = t2 * cos(t3)
  let t5 = sin(t3)
  let t6 = sech(t5)
  let t7 = tanh(t5)
  let t8 = -(t6 * t7)
  let t9 = t4 * t8
  let t10 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t11 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t12 = t11.broadcast(to: [.batch, 3])
  let t13 = t10 * (2 * t6)
  let t14 = t13 + t12 * cos(t6)
  let t15 = -(t4 * t14)
  let t16 = t9 * t12 * -sin(t6)
  let t17 = t9 * t10 * 2
  let t18 = t17 + (t16 + t15 * t7)
  let t19 = t18 * -(t6 * tanh(t5))
  let t20 = t15 * t6 * squared(sech(t5))
  let t21 = t2 * (t14 * t8)
  let t22 = (t19 + t20) * cos(t3)
  return t22 + t21 * -sin(t3)
}

@_optimize(none) func gradient161(_ X: Tensor) -> Tensor {
  let t1 = oneMinusSquare(X)
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t3 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t4 = t3.broadcast(to: [.batch, 3]) * cos(t1)
  let t5 = t2 * (2 * t1) + t4
  return t5 * ((-2) * X)
}

@_optimize(none) func gradient162(_ learning_rate: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t2 = t1 * cos(learning_rate)
  let π = (4 * atan(Tensor(1))).named("π")
  let t3 = 2 * sqrt(π) / π
  let t4 = exp(-squared(ŵ₁))
  let t5 = t2 * (t3 * t4)
  let t6 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t7 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t8 = erf(ŵ₁)
  let t9 = t5 * t7 * -sin(t8)
  let π_2 = (4 * atan(Tensor(1))).named("π")
  let t10 = 2 * sqrt(π_2) / π_2
  let t11 = t10 * exp(-squared(ŵ₁))
  let t12 = t6 * (2 * t8)
  let t13 = t2 * (t12 + t7 * cos(t8))
  let t14 = -(t13 * t3 * t4)
  let t15 = sum(t2).reshaped(to: [1]).reshaped(to: []) / 3
  let t16 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t17 = (sum(t2 * t16) / 3).reshaped(to: [1])
  let t18 = t15.reshaped(to: [1]).broadcast(to: [3]) * t16
  let t19 = t14 * (2 * ŵ₁)
  let t20 = (t5 * t6 * 2 + t9) * t11
  return t20 + (t19 + (t18 + t17.broadcast(to: [3])))
}

@_optimize(none) func gradient163(_ learning_rate: Tensor, _ V: Tensor) -> Tensor {
  let t1 = (Tensor(1) / Tensor(6)).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t2 = t1 * cos(learning_rate)
  let π = (4 * atan(Tensor(1))).named("π")
  let t3 = 2 * sqrt(π) / π
  let t4 = exp(-squared(V))
  let t5 = t2 * -(t3 * t4)
  let t6 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t7 = (Tensor(1) * Tensor(0.5) / 6).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t8 = erfc(V)
  let t9 = t5 * t7 * -sin(t8)
  let π_2 = (4 * atan(Tensor(1))).named("π")
  let t10 = 2 * sqrt(π_2) / π_2
  let t11 = t10 * exp(-squared(V))
  let t12 = t5 * t6 * 2 + t9
  let t13 = t6 * (2 * t8)
  let t14 = t2 * (t13 + t7 * cos(t8))
  let t15 = -(-t14 * t3 * t4)
  let t16 = t12 * -t11
  return t16 + t15 * (2 * V)
}

@_optimize(none) func gradient164(_ V: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = 1 + squared(V)
  let t2 = logGamma(t1)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t4 = (Tensor(1) * Tensor(0.5) / 6).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t5 = t3 * (2 * t2)
  let t6 = t5 + t4 * cos(t2)
  let t7 = t6 * digamma(t1) * (2 * V)
  let t8 = (Tensor(1) / Tensor(6)).reshaped(to: [1, 1]).broadcast(to: [3, 2]) * t7
  return sum(t8) * -sin(learning_rate)
}

@_optimize(none) func gradient165(_ V: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = 1 + squared(V)
  let t2 = digamma(t1)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t4 = (Tensor(1) * Tensor(0.5) / 6).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t5 = t3 * (2 * t2)
  let t6 = t5 + t4 * cos(t2)
  let t7 = t6 * polygamma(1, t1) * (2 * V)
  let t8 = (Tensor(1) / Tensor(6)).reshaped(to: [1, 1]).broadcast(to: [3, 2]) * t7
  let t9 = -sin(sum(ŵ₁) / 3)
  let t10 = (sum(t8) * t9 / 3).reshaped(to: [1])
  return t10.broadcast(to: [3])
}

@_optimize(none) func gradient166(_ V: Tensor) -> Tensor {
  let t1 = 2 + squared(V)
  let t2 = polygamma(2, t1)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t4 = (Tensor(1) * Tensor(0.5) / 6).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t5 = t3 * (2 * t2)
  let t6 = t5 + t4 * cos(t2)
  return t6 * polygamma(3, t1) * (2 * V)
}

@_optimize(none) func gradient167(_ X: Tensor, _ A: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = X • A
  let t2 = sigmoid(t1)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t4 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t5 = t4.broadcast(to: [.batch, 3]) * cos(t2)
  let t6 = t3 * (2 * t2) + t5
  let t7 = (1 / (6 * Tensor.extent(.batch))).reshaped(to: [1, 1, 1]).broadcast(to: [.batch, 2, 3])
  let t8 = t7[.all, .range(1..<2), .all].reshaped(to: [.batch, 3])
  let t9 = t7[.all, .range(0..<1), .all].reshaped(to: [.batch, 3]) • A.transposed()
  let t10 = t6 * sigmoidSlope(t1) • A.transposed()
  let t11 = t9 + t8 * cos(X + learning_rate)
  return t10 + t11
}

let printedGradients9: [@Sendable ([Tensor]) -> Tensor] = [
  { gradient153($0[0]) },
  { gradient154($0[0], $0[1], $0[2]) },
  { gradient155($0[0]) },
  { gradient156($0[0], $0[1]) },
  { gradient157($0[0]) },
  { gradient158($0[0], $0[1]) },
  { gradient159($0[0], $0[1], $0[2]) },
  { gradient160($0[0], $0[1], $0[2]) },
  { gradient161($0[0]) },
  { gradient162($0[0], $0[1]) },
  { gradient163($0[0], $0[1]) },
  { gradient164($0[0], $0[1]) },
  { gradient165($0[0], $0[1]) },
  { gradient166($0[0]) },
  { gradient167($0[0], $0[1], $0[2]) },
]
