// swift-format-ignore-file
// Printed by .ci/print-source; not written by hand.
import ChainRule

@_optimize(none) func gradient135(_ X: Tensor, _ ŵ₁: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = ŵ₁ * learning_rate .< Tensor.constant([1, NDArray(Double.infinity), 0])
  let t2 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t3 = sum(ŵ₁) / 3
  let t4 = select(t1, t2 * cos(t3), 0)
  let t5 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t6 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t7 = select(t1, ŵ₁, 0)
  let t8 = guarded(t4 * t6, by: t1)
  let t9 = guarded(guarded(t4 * t5, by: t1) * 2, by: t1)
  let t10 = guarded(t8 * -sin(t7), by: t1)
  let t11 = t5 * (2 * t7)
  let t12 = sum(sin(X + learning_rate), along: [1]) / 3
  let t13 = (1 / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch]) * t12
  let t14 = select(t1, t11 + t6 * cos(t7), 0)
  let t15 = t2 * (t14 + X.transposed() • t13)
  let t16 = sum(t15) * -sin(t3)
  let t17 = (t16 / 3).reshaped(to: [1]).broadcast(to: [3])
  return select(t1, t9 + t10, 0) + t17
}

@_optimize(none) func gradient136(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = sum_ + ŵ₁
  let t2 = -tanh(t1) * 2
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t4 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t5 = t3 * (2 * t2)
  let t6 = (t5 + t4 * cos(t2)) * 2
  return -t6 * squared(sech(t1))
}

@_optimize(none) func gradient137(_ X: Tensor, _ sum_: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = (1 * cos(learning_rate)).reshaped(to: [1]).broadcast(to: [.batch])
  let ŷ = (X • sum_ + learning_rate).named("ŷ")
  let t2 = t1 * (2 * ŷ)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch])
  let t4 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t5 = squared(ŷ)
  let t6 = t2 * t4 * -sin(t5)
  let t7 = t2 * t3 * 2 + t6
  let t8 = t3 * (2 * t5)
  let t9 = t1 * (t8 + t4 * cos(t5))
  let t10 = t7 * (2 * ŷ) + t9 * 2
  return t10.reshaped(to: [.batch, 1]) • sum_.reshaped(to: [1, 3])
}

@_optimize(none) func gradient138(_ X: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = (1 / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t2 = t1 * cos(sum(ŵ₁) / 3)
  let t3 = sqrt(X + 1)
  let t4 = 2 * t3
  let t5 = t2 / t4
  let t6 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t7 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t8 = t7.broadcast(to: [.batch, 3])
  let t9 = t6 * (2 * t3)
  let t10 = (t9 + t8 * cos(t3)) / t4
  let t11 = t5 * t8 * -sin(t3)
  let t12 = t2 * -t10 / t4 * 2
  let t13 = t5 * t6 * 2 + (t11 + t12)
  return t13 / (2 * t3)
}

@_optimize(none) func gradient139(_ y: Tensor, _ X: Tensor, _ sum_: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t2 = sum(squared(y.reshaped(to: [1, .batch]))) / Tensor.extent(.batch)
  let ŷ = (X • sum_ + learning_rate).named("ŷ")
  let t3 = (1 / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t4 = select(t2 .== ŷ, 0.5 * t3, 0)
  let t5 = (select(t2 .> ŷ, t3, 0) + t4).reshaped(to: [1, .batch])
  let t6 = (t1 * cos(learning_rate)).reshaped(to: [3, 1]) • t5
  return t6.transposed()
}

@_optimize(none) func gradient140(_ learning_rate: Tensor, _ V: Tensor) -> Tensor {
  let t1 = (Tensor(1) / Tensor(6)).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t2 = sign(V)
  let t3 = t1 * cos(learning_rate) * t2
  let t4 = t3 * (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t5 = (Tensor(1) * Tensor(0.5) / 6).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t6 = -sin(t2 * V)
  let t7 = t4 * 2 + t3 * t5 * t6
  return t7 * t2
}

@_optimize(none) func gradient141(_ X: Tensor, _ learning_rate: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t2 = (t1 * cos(learning_rate)).reshaped(to: [1, 3]).broadcast(to: [.batch, 3])
  let t3 = t2 * X
  let t4 = t3 * (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t5 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t6 = X * ŵ₁
  let t7 = sin(floor(3 * t6) + t6)
  let t8 = t3 * t5.broadcast(to: [.batch, 3]) * -t7
  return sum((t4 * 2 + t8) * X, along: [0])
}

@_optimize(none) func gradient142(_ X: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = X * ŵ₁
  let t2 = ceil(3 * t1) - t1
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t4 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t5 = t4.broadcast(to: [.batch, 3]) * cos(t2)
  let t6 = -(t3 * (2 * t2) + t5)
  return sum(t6 * X, along: [0])
}

@_optimize(none) func gradient143(_ X: Tensor, _ sum_: Tensor, _ learning_rate: Tensor) -> Tensor {
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

@_optimize(none) func gradient144(_ X: Tensor, _ sum_: Tensor, _ learning_rate: Tensor) -> Tensor {
  let ŷ = (X • sum_ + learning_rate).named("ŷ")
  let t1 = exp(-ŷ)
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch])
  let t3 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t4 = t2 * (2 * t1)
  let t5 = (t4 + t3 * cos(t1)) * t1
  return X.transposed() • -t5
}

@_optimize(none) func gradient145(_ X: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = X.transposed()
  let t2 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t3 = sum(ŵ₁) / 3
  let t4 = t2 * cos(t3)
  let t5 = t1.transposed() • t4 * 0.5
  let t6 = 0.5 * (X • ŵ₁)
  let t7 = exp(t6)
  let t8 = t5 * t7
  let t9 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch])
  let t10 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t11 = expm1(t6)
  let t12 = t8 * t10 * -sin(t11)
  let t13 = t8 * t9 * 2 + t12
  let t14 = t9 * (2 * t11)
  let t15 = t14 + t10 * cos(t11)
  let t16 = t13 * exp(t6)
  let t17 = (t16 + t5 * t15 * t7) * 0.5
  let t18 = (1 / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t19 = X * ŵ₁
  let t20 = t4.reshaped(to: [1, 3]).broadcast(to: [.batch, 3]) * X * t18
  let t21 = sum(t18 * sigmoid(t19) * X, along: [0])
  let t22 = t1 • (t15 * t7 * 0.5) + t21
  let t23 = sum(t2 * t22)
  let t24 = t23 * -sin(t3) / 3
  let t25 = sum(t20 * sigmoidSlope(t19) * X, along: [0])
  let t26 = t25 + t24.reshaped(to: [1]).broadcast(to: [3])
  return X.transposed() • t17 + t26
}

@_optimize(none) func gradient146(_ ŵ₁: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = ŵ₁ * learning_rate
  let t2 = 1 + squared(t1)
  let t3 = log(t2)
  let t4 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t5 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t6 = t4 * (2 * t3)
  let t7 = (t6 + t5 * cos(t3)) / t2
  return sum(t7 * (2 * t1) * ŵ₁)
}

@_optimize(none) func gradient147(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let z = (sum_ / 2).named("z")
  let t1 = squared(z)
  let t2 = log1p(t1)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t4 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t5 = t3 * (2 * t2)
  let t6 = t5 + t4 * cos(t2)
  let t7 = t6 / (1 + t1) * (2 * z)
  let t8 = ŵ₁ .< Tensor(Double.infinity)
  let t9 = select(t8, (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3]), 0)
  return t7 / 2 + guarded(t9 / 2, by: t8)
}

@_optimize(none) func gradient148(_ sum_: Tensor, _ X: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let z = (sum_ / 2).named("z")
  let t1 = sin(z)
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t3 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t4 = t2 * (2 * t1)
  let t5 = t4 + t3 * cos(t1)
  let t6 = sum_ + ŵ₁
  let t7 = tanh(t6)
  let t8 = (1 / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t9 = select(t7 .== X, 0.5 * t8, 0)
  let t10 = sum(select(t7 .> X, t8, 0) + t9, along: [0])
  let t11 = sum(t7 .>= X, along: [0]).reshaped(to: [1, 3]).reshaped(to: [3])
  let t12 = guarded(t10 * squared(sech(t6)), by: t11)
  return t5 * cos(z) / 2 + t12
}

@_optimize(none) func gradient149(_ sum_: Tensor, _ ŵ₁: Tensor, _ A: Tensor) -> Tensor {
  let t1 = sum_ + ŵ₁
  let t2 = tanh(t1)
  let t3 = cos(t2)
  let t4 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t5 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t6 = t4 * (2 * t3)
  let t7 = t6 + t5 * cos(t3)
  let t8 = t7 * -sin(t2)
  let t9 = (A + diagonalMatrix(3 + sum_))[.range(2..<3), .all]
  let t10 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t11 = t8 * squared(sech(t1))
  return t11 + t10 * t9.reshaped(to: [3])
}

@_optimize(none) func gradient150(_ V: Tensor) -> Tensor {
  let t1 = tan(sin(V))
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t3 = (Tensor(1) * Tensor(0.5) / 6).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t4 = t2 * (2 * t1)
  let t5 = t4 + t3 * cos(t1)
  let t6 = t5 * (1 + squared(t1))
  return t6 * cos(V)
}

@_optimize(none) func gradient151(_ X: Tensor, _ learning_rate: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = X + learning_rate
  let t2 = sin(t1)
  let t3 = 0.9 * sin(t2)
  let t4 = asin(t3)
  let t5 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t6 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t7 = t6.broadcast(to: [.batch, 3]) * cos(t4)
  let t8 = t5 * (2 * t4) + t7
  let t9 = t8 / sqrt(oneMinusSquare(t3)) * 0.9
  let t10 = t9 * cos(t2) * cos(t1)
  let t11 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3]).flipped(along: [0])
  return sum(t10) + sum(t11 * ŵ₁)
}

@_optimize(none) func gradient152(_ y: Tensor, _ V: Tensor) -> Tensor {
  let t1 = 0.9 * cos(V)
  let t2 = acos(t1)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t4 = (Tensor(1) * Tensor(0.5) / 6).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t5 = t3 * (2 * t2)
  let t6 = t5 + t4 * cos(t2)
  let t7 = t6 / -sqrt(oneMinusSquare(t1))
  let t8 = t7 * 0.9 * -sin(V)
  let t9 = (Tensor(1) / Tensor(6)).reshaped(to: [1, 1]).broadcast(to: [3, 2]) * t8
  let t10 = y.reshaped(to: [1, .batch])
  let t11 = Tensor.extent(.batch)
  let t12 = sin(sum(squared(t10)) / t11)
  let t13 = sum(t9) * -t12 / t11
  let t14 = t13.reshaped(to: [1, 1]).broadcast(to: [1, .batch]) * (2 * t10)
  return t14.reshaped(to: [.batch])
}

let printedGradients8: [@Sendable ([Tensor]) -> Tensor] = [
  { gradient135($0[0], $0[1], $0[2]) },
  { gradient136($0[0], $0[1]) },
  { gradient137($0[0], $0[1], $0[2]) },
  { gradient138($0[0], $0[1]) },
  { gradient139($0[0], $0[1], $0[2], $0[3]) },
  { gradient140($0[0], $0[1]) },
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
]
