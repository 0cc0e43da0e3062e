// swift-format-ignore-file
// Printed by .ci/print-source; not written by hand.
import ChainRule

@_optimize(none) func gradient153(_ y: Tensor) -> Tensor {
  let t1 = (1 / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t2 = y.reshaped(to: [1, .batch])
  let t3 = Tensor.extent(.batch)
  let t4 = sum(squared(t2)) / t3
  let t5 = t1 * cos(t4)
  let t6 = cos(y)
  let t7 = t5 * t6
  let t8 = sin(y)
  let t9 = cosh(t8)
  let t10 = t7 * t9
  let t11 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch])
  let t12 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t13 = sinh(t8)
  let t14 = t10 * t12 * -sin(t13)
  let t15 = t10 * t11 * 2 + t14
  let t16 = t11 * (2 * t13)
  let t17 = t16 + t12 * cos(t13)
  let t18 = t7 * t17 * sinh(t8)
  let t19 = t15 * cosh(t8) + t18
  let t20 = t17 * t9
  let t21 = sum(t1 * (t20 * t6))
  let t22 = t21 * -sin(t4) / t3
  let t23 = t22.reshaped(to: [1, 1]).broadcast(to: [1, .batch]) * (2 * t2)
  let t24 = t5 * t20 * -sin(y)
  let t25 = t19 * cos(y)
  return t25 + (t24 + t23.reshaped(to: [.batch]))
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
  let t9 = sinh(t8)
  let t10 = t7 * t9
  let t11 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t12 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t13 = t12.broadcast(to: [.batch, 3])
  let t14 = cosh(t8)
  let t15 = t10 * t13 * -sin(t14)
  let t16 = t10 * t11 * 2 + t15
  let t17 = t11 * (2 * t14)
  let t18 = t17 + t13 * cos(t14)
  let t19 = t7 * t18 * cosh(t8)
  let t20 = t16 * sinh(t8) + t19
  let t21 = t18 * t9
  let t22 = t4 * t21 * -sin(t5)
  let t23 = t20 * cos(t5) + t22
  let t24 = t2 * (t21 * t6)
  let t25 = t24 * -sin(t3)
  return sum(t23 * cos(t3) + t25)
}

@_optimize(none) func gradient155(_ V: Tensor) -> Tensor {
  let t1 = tanh(V)
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t3 = (Tensor(1) * Tensor(0.5) / 6).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t4 = t2 * (2 * t1)
  let t5 = t4 + t3 * cos(t1)
  return t5 * squared(sech(V))
}

@_optimize(none) func gradient156(_ X: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = X + learning_rate
  let t2 = sin(t1)
  let t3 = asinh(t2)
  let t4 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t5 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t6 = t5.broadcast(to: [.batch, 3]) * cos(t3)
  let t7 = stopGradient(maximum(abs(t2), 1))
  let t8 = squared(1 / t7)
  let t9 = sqrt(t8 + squared(t2 / t7))
  let t10 = t4 * (2 * t3) + t6
  let t11 = t10 / (t7 * t9) * cos(t1)
  return sum(t11)
}

@_optimize(none) func gradient157(_ y: Tensor) -> Tensor {
  let t1 = 1.5 + squared(y)
  let t2 = acosh(t1)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch])
  let t4 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t5 = t3 * (2 * t2)
  let t6 = sqrt(t1 - 1)
  let t7 = t5 + t4 * cos(t2)
  let t8 = t7 / (t6 * sqrt(t1 + 1))
  return t8 * (2 * y)
}

@_optimize(none) func gradient158(_ ŵ₁: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = ŵ₁ * learning_rate
  let t2 = 0.9 * sin(t1)
  let t3 = atanh(t2)
  let t4 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t5 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t6 = t4 * (2 * t3)
  let t7 = t6 + t5 * cos(t3)
  let t8 = t7 / oneMinusSquare(t2) * 0.9
  return sum(t8 * cos(t1) * ŵ₁)
}

@_optimize(none) func gradient159(_ X: Tensor, _ sum_: Tensor, _ learning_rate: Tensor, _ A: Tensor) -> Tensor {
  let ŷ = (X • sum_ + learning_rate).named("ŷ")
  let t1 = sech(ŷ)
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch])
  let t3 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t4 = t2 * (2 * t1)
  let t5 = t4 + t3 * cos(t1)
  let t6 = t5 * -(t1 * tanh(ŷ))
  let t7 = A + diagonalMatrix(3 + sum_)
  let t8 = inverse(t7).transposed()
  let t9 = (Tensor(1) / Tensor(9)).reshaped(to: [1, 1]).broadcast(to: [3, 3]) / 10
  let t10 = sum(t8 * t9) * t8
  let t11 = t10 - t8 • t9.transposed() • t8
  let t12 = diagonal(determinant(t7) * t11)
  return X.transposed() • t6 + t12
}

@_optimize(none) func gradient160(_ y: Tensor, _ X: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = sum(squared(y.reshaped(to: [1, .batch]))) / Tensor.extent(.batch)
  let t2 = (1 * cos(t1)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t3 = X + learning_rate
  let t4 = t2 * cos(t3)
  let t5 = sin(t3)
  let t6 = (-2) * t5
  let t7 = t4 * t6
  let t8 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t9 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t10 = t9.broadcast(to: [.batch, 3])
  let t11 = oneMinusSquare(t5)
  let t12 = t7 * t10 * -sin(t11)
  let t13 = t7 * t8 * 2 + t12
  let t14 = t8 * (2 * t11)
  let t15 = t14 + t10 * cos(t11)
  let t16 = t13 * ((-2) * t5)
  let t17 = t16 + t4 * t15 * (-2)
  let t18 = t2 * (t15 * t6)
  let t19 = t18 * -sin(t3)
  return t17 * cos(t3) + t19
}

@_optimize(none) func gradient161(_ X: Tensor) -> Tensor {
  let t1 = erf(X)
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t3 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t4 = t3.broadcast(to: [.batch, 3]) * cos(t1)
  let t5 = 1.1283791670955126 * exp(-squared(X))
  return (t2 * (2 * t1) + t4) * t5
}

@_optimize(none) func gradient162(_ learning_rate: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t2 = t1 * cos(learning_rate)
  let t3 = exp(-squared(ŵ₁))
  let t4 = t2 * -(1.1283791670955126 * t3)
  let t5 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t6 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t7 = erfc(ŵ₁)
  let t8 = t4 * t6 * -sin(t7)
  let t9 = 1.1283791670955126 * exp(-squared(ŵ₁))
  let t10 = t4 * t5 * 2 + t8
  let t11 = t5 * (2 * t7)
  let t12 = t2 * (t11 + t6 * cos(t7))
  let t13 = -(-t12 * 1.1283791670955126 * t3)
  let t14 = sum(t2).reshaped(to: [1]).reshaped(to: []) / 3
  let t15 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t16 = (sum(t2 * t15) / 3).reshaped(to: [1])
  let t17 = t14.reshaped(to: [1]).broadcast(to: [3]) * t15
  let t18 = t13 * (2 * ŵ₁)
  let t19 = t18 + (t17 + t16.broadcast(to: [3]))
  return t10 * -t9 + t19
}

@_optimize(none) func gradient163(_ learning_rate: Tensor, _ V: Tensor) -> Tensor {
  let t1 = (Tensor(1) / Tensor(6)).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t2 = t1 * cos(learning_rate)
  let t3 = t2 * (2 * V)
  let t4 = 1 + squared(V)
  let t5 = digamma(t4)
  let t6 = t3 * t5
  let t7 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t8 = (Tensor(1) * Tensor(0.5) / 6).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t9 = logGamma(t4)
  let t10 = t6 * t8 * -sin(t9)
  let t11 = t6 * t7 * 2 + t10
  let t12 = t7 * (2 * t9)
  let t13 = t12 + t8 * cos(t9)
  let t14 = t3 * t13 * polygamma(1, t4)
  let t15 = t11 * digamma(t4) + t14
  let t16 = t2 * (t13 * t5) * 2
  return t15 * (2 * V) + t16
}

@_optimize(none) func gradient164(_ V: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = 1 + squared(V)
  let t2 = digamma(t1)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t4 = (Tensor(1) * Tensor(0.5) / 6).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t5 = t3 * (2 * t2)
  let t6 = t5 + t4 * cos(t2)
  let t7 = t6 * polygamma(1, t1) * (2 * V)
  let t8 = (Tensor(1) / Tensor(6)).reshaped(to: [1, 1]).broadcast(to: [3, 2]) * t7
  return sum(t8) * -sin(learning_rate)
}

@_optimize(none) func gradient165(_ V: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = 2 + squared(V)
  let t2 = polygamma(2, t1)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t4 = (Tensor(1) * Tensor(0.5) / 6).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t5 = t3 * (2 * t2)
  let t6 = t5 + t4 * cos(t2)
  let t7 = t6 * polygamma(3, t1) * (2 * V)
  let t8 = (Tensor(1) / Tensor(6)).reshaped(to: [1, 1]).broadcast(to: [3, 2]) * t7
  let t9 = -sin(sum(ŵ₁) / 3)
  let t10 = (sum(t8) * t9 / 3).reshaped(to: [1])
  return t10.broadcast(to: [3])
}

@_optimize(none) func gradient166(_ y: Tensor, _ V: Tensor) -> Tensor {
  let t1 = sigmoid(V)
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t3 = (Tensor(1) * Tensor(0.5) / 6).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t4 = t2 * (2 * t1)
  let t5 = t4 + t3 * cos(t1)
  let t6 = (Tensor(1) / Tensor(6)).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t7 = y.reshaped(to: [1, .batch])
  let t8 = Tensor.extent(.batch)
  let t9 = sin(sum(squared(t7)) / t8)
  let t10 = sum(t6 * (t5 * sigmoidSlope(V)))
  let t11 = (t10 * -t9 / t8).reshaped(to: [1, 1])
  return (t11.broadcast(to: [1, .batch]) * (2 * t7)).reshaped(to: [.batch])
}

@_optimize(none) func gradient167(_ X: Tensor, _ A: Tensor) -> Tensor {
  let t1 = X • A
  let t2 = sigmoidSlope(t1)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t4 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t5 = t4.broadcast(to: [.batch, 3]) * cos(t2)
  let t6 = -(t2 * tanh(0.5 * t1))
  let t7 = (t3 * (2 * t2) + t5) * t6
  return t7 • A.transposed()
}

let printedGradients9: [@Sendable ([Tensor]) -> Tensor] = [
  { gradient153($0[0]) },
  { gradient154($0[0], $0[1], $0[2]) },
  { gradient155($0[0]) },
  { gradient156($0[0], $0[1]) },
  { gradient157($0[0]) },
  { gradient158($0[0], $0[1]) },
  { gradient159($0[0], $0[1], $0[2], $0[3]) },
  { gradient160($0[0], $0[1], $0[2]) },
  { gradient161($0[0]) },
  { gradient162($0[0], $0[1]) },
  { gradient163($0[0], $0[1]) },
  { gradient164($0[0], $0[1]) },
  { gradient165($0[0], $0[1]) },
  { gradient166($0[0], $0[1]) },
  { gradient167($0[0], $0[1]) },
]
