// swift-format-ignore-file
// Printed by .ci/print-source; not written by hand.
import ChainRule

func gradient13(_ V: Tensor) -> Tensor {
  let t1 = cos(V)
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t3 = (Tensor(1) * Tensor(0.5) / 6).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t4 = t2 * (2 * t1)
  let t5 = t4 + t3 * cos(t1)
  return t5 * -sin(V)
}

func gradient14(_ y: Tensor) -> Tensor {
  let t1 = (1 / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t2 = y.reshaped(to: [1, .batch])
  let t3 = Tensor.extent(.batch)
  let t4 = sum(squared(t2)) / t3
  let t5 = t1 * cos(t4)
  let t6 = cos(y)
  let t7 = t5 * t6
  let t8 = tan(sin(y))
  let t9 = 1 + squared(t8)
  let t10 = t7 * t9
  let t11 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch])
  let t12 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t13 = t11 * (2 * t8)
  let t14 = t13 + t12 * cos(t8)
  let t15 = t10 * t12 * -sin(t8)
  let t16 = t15 + t7 * t14 * (2 * t8)
  let t17 = t10 * t11 * 2 + t16
  let t18 = t17 * (1 + squared(t8))
  let t19 = t14 * t9
  let t20 = sum(t1 * (t19 * t6))
  let t21 = t20 * -sin(t4) / t3
  let t22 = t21.reshaped(to: [1, 1]).broadcast(to: [1, .batch]) * (2 * t2)
  let t23 = t5 * t19 * -sin(y)
  let t24 = t18 * cos(y)
  return t24 + (t23 + t22.reshaped(to: [.batch]))
}

func gradient15(_ X: Tensor, _ A: Tensor) -> Tensor {
  let t1 = X • A
  let t2 = 0.9 * sin(t1)
  let t3 = asin(t2)
  let t4 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t5 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t6 = t5.broadcast(to: [.batch, 3]) * cos(t3)
  let t7 = sqrt((1 - t2) * (1 + t2))
  let t8 = (t4 * (2 * t3) + t6) / t7
  let t9 = t8 * 0.9 * cos(t1)
  return X.transposed() • t9
}

func gradient16(_ y: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = (1 / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t2 = t1 * cos(sum(ŵ₁) / 3)
  let t3 = t2 * -sin(y) * 0.9
  let t4 = 0.9 * cos(y)
  let t5 = 1 - t4
  let t6 = 1 + t4
  let t7 = sqrt(t5 * t6)
  let t8 = -t7
  let t9 = t3 / t8
  let t10 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch])
  let t11 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t12 = acos(t4)
  let t13 = t9 * t11 * -sin(t12)
  let t14 = sqrt((1 - t4) * (1 + t4))
  let t15 = t9 * t10 * 2 + t13
  let t16 = t10 * (2 * t12)
  let t17 = (t16 + t11 * cos(t12)) / t8
  let t18 = -(t3 * -(t17 / t8))
  let t19 = t18 / (2 * t7)
  let t20 = -(t19 * t6) + t19 * t5
  let t21 = (t15 / -t14 + t20) * 0.9
  let t22 = -(t2 * (t17 * 0.9))
  let t23 = t21 * -sin(y)
  return t23 + t22 * cos(y)
}

func gradient17(_ X: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = (1 / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t2 = t1 * cos(sum(ŵ₁) / 3)
  let t3 = t2 * ŵ₁
  let t4 = X * ŵ₁
  let t5 = 1 + squared(t4)
  let t6 = t3 / t5
  let t7 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t8 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t9 = t8.broadcast(to: [.batch, 3])
  let t10 = atan(t4)
  let t11 = t6 * t9 * -sin(t10)
  let t12 = t6 * t7 * 2 + t11
  let t13 = t7 * (2 * t10)
  let t14 = (t13 + t9 * cos(t10)) / t5
  let t15 = t3 * -(t14 / t5)
  let t16 = t12 / (1 + squared(t4))
  return (t16 + t15 * (2 * t4)) * ŵ₁
}

func gradient18(_ sum_: Tensor, _ ŵ₁: Tensor, _ V: Tensor) -> Tensor {
  let t1 = sum_ + ŵ₁
  let t2 = tanh(t1)
  let t3 = sin(t2)
  let t4 = sinh(t3)
  let t5 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t6 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t7 = t5 * (2 * t4)
  let t8 = t7 + t6 * cos(t4)
  let t9 = t8 * cosh(t3) * cos(t2)
  let t10 = (Tensor(1) / Tensor(6)).reshaped(to: [1, 1]).broadcast(to: [2, 3])
  let t11 = sum(t10 * V.reshaped(to: [2, 3]), along: [0])
  let t12 = t11 * squared(sech(sum_ + ŵ₁))
  return t9 * squared(sech(t1)) + t12
}

func gradient19(_ X: Tensor, _ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = sin(X)
  let t2 = cosh(t1)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t4 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t5 = t4.broadcast(to: [.batch, 3]) * cos(t2)
  let t6 = t3 * (2 * t2) + t5
  let t7 = maximum(X, 0.3)
  let t8 = tanh(sum_ + ŵ₁)
  let t9 = (1 / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t10 = (t7 .< t8) + 0.5 * (t7 .== t8)
  let t11 = (X .> 0.3) + 0.5 * (X .== 0.3)
  let t12 = t6 * sinh(t1) * cos(X)
  return t12 + t9 * t10 * t11
}

func gradient20(_ sum_: Tensor) -> Tensor {
  let t1 = tanh(sum_)
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t3 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t4 = t2 * (2 * t1)
  let t5 = t4 + t3 * cos(t1)
  return t5 * squared(sech(sum_))
}

func gradient21(_ sum_: Tensor, _ A: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let z = (sum_ / 2).named("z")
  let t1 = asinh(z)
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t3 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t4 = t2 * (2 * t1)
  let t5 = t4 + t3 * cos(t1)
  let t6 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t7 = A * ŵ₁ + diagonalMatrix(3 + sum_)
  let t8 = diagonal(pad((t6 * sum_).reshaped(to: [1, 3]), before: [2, 0], after: [0, 0]))
  let t9 = t8 + t6 * t7[.range(2..<3), .all].reshaped(to: [3])
  return t5 / cosh(t1) / 2 + t9
}

func gradient22(_ V: Tensor) -> Tensor {
  let t1 = 1.5 + squared(V)
  let t2 = acosh(t1)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t4 = (Tensor(1) * Tensor(0.5) / 6).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t5 = t3 * (2 * t2)
  let t6 = sqrt(t1 - 1)
  let t7 = t5 + t4 * cos(t2)
  let t8 = t7 / (t6 * sqrt(t1 + 1))
  return t8 * (2 * V)
}

func gradient23(_ V: Tensor) -> Tensor {
  let t1 = 0.9 * sin(V)
  let t2 = atanh(t1)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t4 = (Tensor(1) * Tensor(0.5) / 6).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t5 = t3 * (2 * t2)
  let t6 = t5 + t4 * cos(t2)
  let t7 = t6 / ((1 - t1) * (1 + t1))
  return t7 * 0.9 * cos(V)
}

func gradient24(_ X: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = X + learning_rate
  let t2 = sin(t1)
  let t3 = sech(t2)
  let t4 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t5 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t6 = t5.broadcast(to: [.batch, 3]) * cos(t3)
  let t7 = t4 * (2 * t3) + t6
  let t8 = t7 * -(t3 * tanh(t2))
  return sum(t8 * cos(t1))
}

func gradient25(_ X: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = erf(X)
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t3 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t4 = t3.broadcast(to: [.batch, 3]) * cos(t1)
  let t5 = 1.1283791670955126 * exp(-squared(X))
  let t6 = (1 / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t7 = (t2 * (2 * t1) + t4) * t5
  let t8 = -sin(sum(ŵ₁) / 3)
  let t9 = sum(t6 * t7) * t8 / 3
  return t9.reshaped(to: [1]).broadcast(to: [3])
}

let printedGradients1: [@Sendable ([Tensor]) -> Tensor] = [
  { gradient13($0[0]) },
  { gradient14($0[0]) },
  { gradient15($0[0], $0[1]) },
  { gradient16($0[0], $0[1]) },
  { gradient17($0[0], $0[1]) },
  { gradient18($0[0], $0[1], $0[2]) },
  { gradient19($0[0], $0[1], $0[2]) },
  { gradient20($0[0]) },
  { gradient21($0[0], $0[1], $0[2]) },
  { gradient22($0[0]) },
  { gradient23($0[0]) },
  { gradient24($0[0], $0[1]) },
  { gradient25($0[0], $0[1]) },
]
