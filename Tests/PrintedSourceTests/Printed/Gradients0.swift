// swift-format-ignore-file
// Printed by .ci/print-source; not written by hand.
import ChainRule

@_optimize(none) func gradient0(_ learning_rate: Tensor) -> Tensor {
  let t1 = (Tensor(1) / Tensor(6)).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t2 = (t1 * cos(learning_rate)).reshaped(to: [2, 3])
  let t3 = t2 * (Tensor(1) / Tensor(6)).reshaped(to: [1, 1]).broadcast(to: [2, 3])
  return sum(t3, along: [0])
}

@_optimize(none) func gradient1(_ X: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = X + learning_rate
  let t2 = sin(t1)
  let t3 = squared(t2)
  let t4 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t5 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t6 = t5.broadcast(to: [.batch, 3]) * cos(t3)
  let t7 = t4 * (2 * t3) + t6
  return t7 * (2 * t2) * cos(t1)
}

@_optimize(none) func gradient2(_ X: Tensor, _ in_: Tensor, _ learning_rate: Tensor, _ A: Tensor) -> Tensor {
  let t1 = X + learning_rate
  let t2 = sqrt(sin(t1) + 1)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t4 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t5 = t4.broadcast(to: [.batch, 3]) * cos(t2)
  let t6 = t3 * (2 * t2) + t5
  let t7 = (1 / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t8 = scatterAdd(Tensor(1).broadcast(to: [.batch]), in_, along: 1, length: 3, batchAxes: 1)
  let t9 = t6 / (2 * t2) * cos(t1)
  return t9 + t7 * t8 • A.transposed()
}

@_optimize(none) func gradient3(_ y: Tensor) -> Tensor {
  let t1 = sum(squared(y.reshaped(to: [1, .batch]))) / Tensor.extent(.batch)
  let t2 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t3 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t4 = (t2 * cos(t1) * t3).reshaped(to: [1, 3])
  return t4.broadcast(to: [.batch, 3])
}

@_optimize(none) func gradient4(_ X: Tensor, _ sum_: Tensor, _ learning_rate: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let ŷ = (X • sum_ + learning_rate).named("ŷ")
  let t1 = sign(ŷ)
  let t2 = t1 * ŷ
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch])
  let t4 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t5 = t3 * (2 * t2)
  let t6 = (t5 + t4 * cos(t2)) * t1
  let t7 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3]) * ŵ₁
  let t8 = X.transposed() • t6
  return t8 + diagonal(diagonalMatrix(t7))
}

@_optimize(none) func gradient5(_ X: Tensor, _ sum_: Tensor, _ learning_rate: Tensor) -> Tensor {
  let ŷ = (X • sum_ + learning_rate).named("ŷ")
  let t1 = floor(3 * ŷ) + ŷ
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch])
  let t3 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t4 = t2 * (2 * t1)
  let t5 = t4 + t3 * cos(t1)
  let t6 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t7 = X.transposed() • t5
  return t7 + t6 * sigmoidSlope(sum_)
}

@_optimize(none) func gradient6(_ X: Tensor, _ learning_rate: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t2 = (t1 * cos(learning_rate)).reshaped(to: [1, 3]).broadcast(to: [.batch, 3])
  let t3 = -(t2 * X)
  let t4 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t5 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t6 = t5.broadcast(to: [.batch, 3])
  let t7 = X * ŵ₁
  let t8 = ceil(3 * t7) - t7
  let t9 = t3 * t6 * -sin(t8)
  let t10 = -(t3 * t4 * 2 + t9)
  let t11 = t4 * (2 * t8)
  let t12 = -(t11 + t6 * cos(t8))
  return t10 * ŵ₁ + t2 * t12
}

@_optimize(none) func gradient7(_ y: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = (1 / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t2 = round(3 * y)
  let t3 = t1 * cos(sum(ŵ₁) / 3)
  let t4 = t3 * t2
  let t5 = t4 * (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch])
  let t6 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t7 = -sin(t2 * y)
  let t8 = t5 * 2 + t4 * t6 * t7
  return t8 * t2
}

@_optimize(none) func gradient8(_ X: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = X + learning_rate
  let t2 = exp(-sin(t1))
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t4 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t5 = t4.broadcast(to: [.batch, 3]) * cos(t2)
  let t6 = (t3 * (2 * t2) + t5) * t2
  return -t6 * cos(t1)
}

@_optimize(none) func gradient9(_ X: Tensor, _ A: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = 0.5 * (X • A)
  let t2 = expm1(t1)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t4 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t5 = t4.broadcast(to: [.batch, 3]) * cos(t2)
  let t6 = t3 * (2 * t2) + t5
  let t7 = t6 * exp(t1) * 0.5
  let t8 = (1 / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t9 = sum(t8 * (t7 • A.transposed()))
  let t10 = -sin(sum(ŵ₁) / 3)
  return (t9 * t10 / 3).reshaped(to: [1]).broadcast(to: [3])
}

@_optimize(none) func gradient10(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = sum_ + ŵ₁
  let t2 = tanh(t1)
  let t3 = 1 + squared(t2)
  let t4 = log(t3)
  let t5 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t6 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t7 = t5 * (2 * t4)
  let t8 = (t7 + t6 * cos(t4)) / t3
  let t9 = t8 * (2 * t2)
  return t9 * squared(sech(t1))
}

@_optimize(none) func gradient11(_ X: Tensor, _ y: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = X • ŵ₁
  let t2 = squared(t1)
  let t3 = log1p(t2)
  let t4 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch])
  let t5 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t6 = t4 * (2 * t3)
  let t7 = t6 + t5 * cos(t3)
  let t8 = t7 / (1 + t2) * (2 * t1)
  let t9 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t10 = y.reshaped(to: [1, .batch])
  let t11 = Tensor.extent(.batch)
  let t12 = sin(sum(squared(t10)) / t11)
  let t13 = sum(t9 * (X.transposed() • t8))
  let t14 = (t13 * -t12 / t11).reshaped(to: [1, 1])
  return (t14.broadcast(to: [1, .batch]) * (2 * t10)).reshaped(to: [.batch])
}

@_optimize(none) func gradient12(_ X: Tensor, _ A: Tensor) -> Tensor {
  let t1 = X • A
  let t2 = sin(t1)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t4 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t5 = t4.broadcast(to: [.batch, 3]) * cos(t2)
  let t6 = t3 * (2 * t2) + t5
  return X.transposed() • (t6 * cos(t1))
}

@_optimize(none) func gradient13(_ V: Tensor) -> Tensor {
  let t1 = cos(V)
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t3 = (Tensor(1) * Tensor(0.5) / 6).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t4 = t2 * (2 * t1)
  let t5 = t4 + t3 * cos(t1)
  return t5 * -sin(V)
}

@_optimize(none) func gradient14(_ y: Tensor) -> Tensor {
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

@_optimize(none) func gradient15(_ X: Tensor, _ A: Tensor) -> Tensor {
  let t1 = X • A
  let t2 = 0.9 * sin(t1)
  let t3 = asin(t2)
  let t4 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t5 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t6 = t5.broadcast(to: [.batch, 3]) * cos(t3)
  let t7 = t4 * (2 * t3) + t6
  let t8 = t7 / sqrt(oneMinusSquare(t2)) * 0.9
  return X.transposed() • (t8 * cos(t1))
}

@_optimize(none) func gradient16(_ y: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = (1 / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t2 = t1 * cos(sum(ŵ₁) / 3)
  let t3 = t2 * -sin(y) * 0.9
  let t4 = 0.9 * cos(y)
  let t5 = sqrt(oneMinusSquare(t4))
  let t6 = -t5
  let t7 = t3 / t6
  let t8 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch])
  let t9 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t10 = acos(t4)
  let t11 = t7 * t9 * -sin(t10)
  let t12 = t7 * t8 * 2 + t11
  let t13 = t8 * (2 * t10)
  let t14 = (t13 + t9 * cos(t10)) / t6
  let t15 = -(t3 * -t14 / t6)
  let t16 = t12 / -sqrt(oneMinusSquare(t4))
  let t17 = t15 / (2 * t5) * ((-2) * t4)
  let t18 = (t16 + t17) * 0.9
  let t19 = -(t2 * (t14 * 0.9))
  let t20 = t18 * -sin(y)
  return t20 + t19 * cos(y)
}

@_optimize(none) func gradient17(_ X: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = (1 / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t2 = t1 * cos(sum(ŵ₁) / 3)
  let t3 = t2 * ŵ₁
  let t4 = X * ŵ₁
  let t5 = 1 / stopGradient(maximum(abs(t4), 1), isScale: true)
  let t6 = t4 * t5
  let t7 = t5 + t4 * t6
  let t8 = t3 / t7 * t5
  let t9 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t10 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t11 = t10.broadcast(to: [.batch, 3])
  let t12 = atan(t4)
  let t13 = t8 * t11 * -sin(t12)
  let t14 = 1 / stopGradient(maximum(abs(t4), 1), isScale: true)
  let t15 = (t8 * t9 * 2 + t13) * t14
  let t16 = t9 * (2 * t12)
  let t17 = (t16 + t11 * cos(t12)) * t5
  let t18 = t3 * -(t17 / t7) / t7
  let t19 = t15 / (t14 + t4 * (t4 * t14))
  let t20 = t18 * t4 * t5 + t18 * t6
  return (t19 + t20) * ŵ₁
}

let printedGradients0: [@Sendable ([Tensor]) -> Tensor] = [
  { gradient0($0[0]) },
  { gradient1($0[0], $0[1]) },
  { gradient2($0[0], $0[1], $0[2], $0[3]) },
  { gradient3($0[0]) },
  { gradient4($0[0], $0[1], $0[2], $0[3]) },
  { gradient5($0[0], $0[1], $0[2]) },
  { gradient6($0[0], $0[1], $0[2]) },
  { gradient7($0[0], $0[1]) },
  { gradient8($0[0], $0[1]) },
  { gradient9($0[0], $0[1], $0[2]) },
  { gradient10($0[0], $0[1]) },
  { gradient11($0[0], $0[1], $0[2]) },
  { gradient12($0[0], $0[1]) },
  { gradient13($0[0]) },
  { gradient14($0[0]) },
  { gradient15($0[0], $0[1]) },
  { gradient16($0[0], $0[1]) },
  { gradient17($0[0], $0[1]) },
]
