// swift-format-ignore-file
// Printed by .ci/print-source; not written by hand.
import ChainRule

func gradient141(_ X: Tensor, _ learning_rate: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t2 = (t1 * cos(learning_rate)).reshaped(to: [1, 3]).broadcast(to: [.batch, 3])
  let t3 = X * ŵ₁
  let t4 = round(3 * t3)
  let t5 = t2 * X * t4
  let t6 = t5 * (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t7 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t8 = -sin(t4 * t3)
  let t9 = t5 * t7.broadcast(to: [.batch, 3]) * t8
  let t10 = (t6 * 2 + t9) * t4 * X
  return sum(t10, along: [0])
}

func gradient142(_ X: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = exp(-(X * ŵ₁))
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t3 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t4 = t3.broadcast(to: [.batch, 3]) * cos(t1)
  let t5 = (t2 * (2 * t1) + t4) * t1
  return sum(-t5 * X, along: [0])
}

func gradient143(_ X: Tensor, _ sum_: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = (1 / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t2 = t1 * cos(learning_rate)
  let t3 = (1 / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t4 = (t2 • sum_.reshaped(to: [1, 3]).transposed()).reshaped(to: [.batch])
  let ŷ = (X • sum_ + learning_rate).named("ŷ")
  let t5 = t4 * t3 * sigmoidSlope(ŷ)
  let t6 = (t3 * sigmoid(ŷ)).reshaped(to: [.batch, 1]).transposed()
  let t7 = X.transposed() • t5
  return t7 + (t6 • t2).reshaped(to: [3])
}

func gradient144(_ X: Tensor, _ sum_: Tensor, _ learning_rate: Tensor) -> Tensor {
  let ŷ = (X • sum_ + learning_rate).named("ŷ")
  let t1 = 1 + squared(ŷ)
  let t2 = log(t1)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch])
  let t4 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t5 = t3 * (2 * t2)
  let t6 = (t5 + t4 * cos(t2)) / t1
  let t7 = (Tensor(1) / Tensor(12)).reshaped(to: [1, 1, 1]).broadcast(to: [3, 2, 2])
  let t8 = scatterAdd(t7, Tensor.indices([2, 2, 0, 1]).reshaped(to: [2, 2]), along: 1, length: 3)
  let t9 = X.transposed() • (t6 * (2 * ŷ))
  return t9 + diagonal(t8)
}

func gradient145(_ X: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = X.transposed()
  let t2 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t3 = sum(ŵ₁) / 3
  let t4 = t2 * cos(t3)
  let t5 = t1.transposed() • t4
  let t6 = X • ŵ₁
  let t7 = 2 * t6
  let t8 = t5 * t7
  let t9 = squared(t6)
  let t10 = 1 + t9
  let t11 = t8 / t10
  let t12 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch])
  let t13 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t14 = log1p(t9)
  let t15 = t11 * t13 * -sin(t14)
  let t16 = t11 * t12 * 2 + t15
  let t17 = t12 * (2 * t14)
  let t18 = (t17 + t13 * cos(t14)) / t10
  let t19 = t8 * -(t18 / t10)
  let t20 = t16 / (1 + t9) + t19
  let t21 = t20 * (2 * t6)
  let t22 = t21 + t5 * t18 * 2
  let t23 = (1 / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t24 = X * ŵ₁
  let t25 = t4.reshaped(to: [1, 3]).broadcast(to: [.batch, 3]) * X * t23
  let t26 = sum(t23 * sigmoid(t24) * X, along: [0])
  let t27 = t2 * (t1 • (t18 * t7) + t26)
  let t28 = sum(t27) * -sin(t3)
  let t29 = sum(t25 * sigmoidSlope(t24) * X, along: [0])
  let t30 = t29 + (t28 / 3).reshaped(to: [1]).broadcast(to: [3])
  return X.transposed() • t22 + t30
}

func gradient146(_ ŵ₁: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = ŵ₁ * learning_rate
  let t2 = sin(t1)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t4 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t5 = t3 * (2 * t2)
  let t6 = t5 + t4 * cos(t2)
  return sum(t6 * cos(t1) * ŵ₁)
}

func gradient147(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let z = (sum_ / 2).named("z")
  let t1 = cos(z)
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t3 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t4 = t2 * (2 * t1)
  let t5 = t4 + t3 * cos(t1)
  let t6 = ŵ₁ .< Tensor(Double.infinity)
  let t7 = select(t6, (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3]), 0)
  let t8 = t5 * -sin(z) / 2
  return t8 + select(t6, t7 / 2, 0)
}

func gradient148(_ sum_: Tensor, _ X: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let z = (sum_ / 2).named("z")
  let t1 = tan(sin(z))
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t3 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t4 = t2 * (2 * t1)
  let t5 = t4 + t3 * cos(t1)
  let t6 = t5 * (1 + squared(t1))
  let t7 = sum_ + ŵ₁
  let t8 = tanh(t7)
  let t9 = (1 / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t10 = (t8 .> X) + 0.5 * (t8 .== X)
  let t11 = sum(t9 * t10, along: [0])
  let t12 = t6 * cos(z) / 2
  return t12 + t11 * squared(sech(t7))
}

func gradient149(_ sum_: Tensor, _ ŵ₁: Tensor, _ A: Tensor) -> Tensor {
  let t1 = sum_ + ŵ₁
  let t2 = tanh(t1)
  let t3 = 0.9 * sin(t2)
  let t4 = asin(t3)
  let t5 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t6 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t7 = t5 * (2 * t4)
  let t8 = sqrt((1 - t3) * (1 + t3))
  let t9 = (t7 + t6 * cos(t4)) / t8
  let t10 = t9 * 0.9 * cos(t2)
  let t11 = (A + diagonalMatrix(3 + sum_))[.range(2..<3), .all]
  let t12 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t13 = t10 * squared(sech(t1))
  return t13 + t12 * t11.reshaped(to: [3])
}

func gradient150(_ V: Tensor) -> Tensor {
  let t1 = 0.9 * cos(V)
  let t2 = acos(t1)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t4 = (Tensor(1) * Tensor(0.5) / 6).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t5 = t3 * (2 * t2)
  let t6 = sqrt((1 - t1) * (1 + t1))
  let t7 = t5 + t4 * cos(t2)
  let t8 = t7 / -t6 * 0.9
  return t8 * -sin(V)
}

func gradient151(_ X: Tensor, _ learning_rate: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = X + learning_rate
  let t2 = sin(t1)
  let t3 = atan(t2)
  let t4 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t5 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t6 = t5.broadcast(to: [.batch, 3]) * cos(t3)
  let t7 = t4 * (2 * t3) + t6
  let t8 = t7 / (1 + squared(t2))
  let t9 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3]).flipped(along: [0])
  let t10 = sum(t8 * cos(t1))
  return t10 + sum(t9 * ŵ₁)
}

func gradient152(_ y: Tensor, _ V: Tensor) -> Tensor {
  let t1 = sin(V)
  let t2 = sinh(t1)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t4 = (Tensor(1) * Tensor(0.5) / 6).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t5 = t3 * (2 * t2)
  let t6 = t5 + t4 * cos(t2)
  let t7 = t6 * cosh(t1) * cos(V)
  let t8 = (Tensor(1) / Tensor(6)).reshaped(to: [1, 1]).broadcast(to: [3, 2]) * t7
  let t9 = y.reshaped(to: [1, .batch])
  let t10 = Tensor.extent(.batch)
  let t11 = sin(sum(squared(t9)) / t10)
  let t12 = sum(t8) * -t11 / t10
  let t13 = t12.reshaped(to: [1, 1]).broadcast(to: [1, .batch]) * (2 * t9)
  return t13.reshaped(to: [.batch])
}

func gradient153(_ y: Tensor) -> Tensor {
  let t1 = (1 / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t2 = y.reshaped(to: [1, .batch])
  let t3 = Tensor.extent(.batch)
  let t4 = sum(squared(t2)) / t3
  let t5 = t1 * cos(t4)
  let t6 = cos(y)
  let t7 = t5 * t6
  let t8 = sin(y)
  let t9 = sinh(t8)
  let t10 = t7 * t9
  let t11 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch])
  let t12 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t13 = cosh(t8)
  let t14 = t10 * t12 * -sin(t13)
  let t15 = t10 * t11 * 2 + t14
  let t16 = t11 * (2 * t13)
  let t17 = t16 + t12 * cos(t13)
  let t18 = t7 * t17 * cosh(t8)
  let t19 = t15 * sinh(t8) + t18
  let t20 = t17 * t9
  let t21 = sum(t1 * (t20 * t6))
  let t22 = t21 * -sin(t4) / t3
  let t23 = t22.reshaped(to: [1, 1]).broadcast(to: [1, .batch]) * (2 * t2)
  let t24 = t5 * t20 * -sin(y)
  let t25 = t19 * cos(y)
  return t25 + (t24 + t23.reshaped(to: [.batch]))
}

func gradient154(_ X: Tensor, _ ŵ₁: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = (1 / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t2 = t1 * cos(sum(ŵ₁) / 3)
  let t3 = X + learning_rate
  let t4 = t2 * cos(t3)
  let t5 = sin(t3)
  let t6 = sech(t5)
  let t7 = squared(t6)
  let t8 = t4 * t7
  let t9 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t10 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t11 = t10.broadcast(to: [.batch, 3])
  let t12 = tanh(t5)
  let t13 = t8 * t11 * -sin(t12)
  let t14 = t8 * t9 * 2 + t13
  let t15 = t9 * (2 * t12)
  let t16 = t15 + t11 * cos(t12)
  let t17 = t4 * t16 * (2 * t6)
  let t18 = t17 * -(t6 * tanh(t5))
  let t19 = t14 * squared(sech(t5)) + t18
  let t20 = t2 * (t16 * t7)
  let t21 = t20 * -sin(t3)
  return sum(t19 * cos(t3) + t21)
}

func gradient155(_ V: Tensor) -> Tensor {
  let t1 = asinh(V)
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t3 = (Tensor(1) * Tensor(0.5) / 6).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t4 = t2 * (2 * t1)
  let t5 = t4 + t3 * cos(t1)
  return t5 / cosh(t1)
}

func gradient156(_ X: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = X + learning_rate
  let t2 = sin(t1)
  let t3 = 1.5 + squared(t2)
  let t4 = acosh(t3)
  let t5 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t6 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t7 = t6.broadcast(to: [.batch, 3]) * cos(t4)
  let t8 = sqrt(t3 - 1)
  let t9 = t5 * (2 * t4) + t7
  let t10 = t9 / (t8 * sqrt(t3 + 1))
  let t11 = t10 * (2 * t2) * cos(t1)
  return sum(t11)
}

let printedGradients8: [@Sendable ([Tensor]) -> Tensor] = [
  { gradient141($0[0], $0[1], $0[2]) },
  { gradient142($0[0], $0[1]) },
  { gradient143($0[0], $0[1], $0[2]) },
  { gradient144($0[0], $0[1], $0[2]) },
  { gradient145($0[0], $0[1]) },
  { gradient146($0[0], $0[1]) },
  { gradient147($0[0], $0[1]) },
  { gradient148($0[0], $0[1], $0[2]) },
  { gradient149($0[0], $0[1], $0[2]) },
  { gradient150($0[0]) },
  { gradient151($0[0], $0[1], $0[2]) },
  { gradient152($0[0], $0[1]) },
  { gradient153($0[0]) },
  { gradient154($0[0], $0[1], $0[2]) },
  { gradient155($0[0]) },
  { gradient156($0[0], $0[1]) },
]
