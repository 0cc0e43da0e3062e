// swift-format-ignore-file
// Printed by .ci/print-source; not written by hand.
import ChainRule

@_optimize(none) func gradient136(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = sum_ + ŵ₁
  let t2 = tanh(t1)
  let t3 = squared(t2)
  let t4 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t5 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t6 = t4 * (2 * t3)
  let t7 = t6 + t5 * cos(t3)
  let t8 = t7 * (2 * t2)
  return t8 * squared(sech(t1))
}

@_optimize(none) func gradient137(_ sum_: Tensor, _ X: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = (1 / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t2 = sum_.reshaped(to: [1, 3])
  let t3 = t1 * cos(learning_rate) • t2.transposed()
  let t4 = t3.reshaped(to: [.batch])
  let ŷ = (X • sum_ + learning_rate).named("ŷ")
  let t5 = sqrt(ŷ + 1)
  let t6 = 2 * t5
  let t7 = t4 / t6
  let t8 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch])
  let t9 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t10 = t8 * (2 * t5)
  let t11 = (t10 + t9 * cos(t5)) / t6
  let t12 = t7 * t9 * -sin(t5)
  let t13 = t4 * -t11 / t6 * 2
  let t14 = t7 * t8 * 2 + (t12 + t13)
  let t15 = sum(t1 * (t11.reshaped(to: [.batch, 1]) • t2))
  let t16 = sum(t14 / (2 * t5))
  return t16 + t15 * -sin(learning_rate)
}

@_optimize(none) func gradient138(_ X: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = (1 / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t2 = X - 0.5
  let t3 = t1 * cos(sum(ŵ₁) / 3)
  let t4 = t3 * ((t2 .> 0) - (t2 .< 0))
  let t5 = t4 * (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t6 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t7 = -sin(abs(t2))
  let t8 = t4 * t6.broadcast(to: [.batch, 3]) * t7
  let t9 = (t2 .> 0) - (t2 .< 0)
  return (t5 * 2 + t8) * t9
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
  let t2 = t1 * cos(learning_rate)
  let t3 = t2 * (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t4 = (Tensor(1) * Tensor(0.5) / 6).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t5 = sin(floor(3 * V) + V)
  let t6 = t2 * t4 * -t5
  return t3 * 2 + t6
}

@_optimize(none) func gradient141(_ X: Tensor, _ learning_rate: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t2 = (t1 * cos(learning_rate)).reshaped(to: [1, 3]).broadcast(to: [.batch, 3])
  let t3 = -(t2 * X)
  let t4 = t3 * (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t5 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t6 = X * ŵ₁
  let t7 = sin(ceil(3 * t6) - t6)
  let t8 = t3 * t5.broadcast(to: [.batch, 3]) * -t7
  let t9 = -(t4 * 2 + t8) * X
  return sum(t9, along: [0])
}

@_optimize(none) func gradient142(_ X: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = X * ŵ₁
  let t2 = round(3 * t1)
  let t3 = t2 * t1
  let t4 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t5 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t6 = t5.broadcast(to: [.batch, 3]) * cos(t3)
  let t7 = (t4 * (2 * t3) + t6) * t2
  return sum(t7 * X, along: [0])
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
  let t1 = 0.5 * ŷ
  let t2 = expm1(t1)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch])
  let t4 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t5 = t3 * (2 * t2)
  let t6 = t5 + t4 * cos(t2)
  let t7 = t6 * exp(t1) * 0.5
  let t8 = (Tensor(1) / Tensor(12)).reshaped(to: [1, 1, 1]).broadcast(to: [3, 2, 2])
  let t9 = scatterAdd(t8, Tensor.indices([2, 2, 0, 1]).reshaped(to: [2, 2]), along: 1, length: 3)
  return X.transposed() • t7 + diagonal(t9)
}

@_optimize(none) func gradient145(_ X: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = X.transposed()
  let t2 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t3 = sum(ŵ₁) / 3
  let t4 = t2 * cos(t3)
  let t5 = t1.transposed() • t4
  let t6 = X • ŵ₁
  let t7 = 2 * t6
  let t8 = t5 * t7
  let t9 = 1 + squared(t6)
  let t10 = t8 / t9
  let t11 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch])
  let t12 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t13 = log(t9)
  let t14 = t10 * t12 * -sin(t13)
  let t15 = t11 * (2 * t13)
  let t16 = (t15 + t12 * cos(t13)) / t9
  let t17 = (t10 * t11 * 2 + t14) / t9
  let t18 = t17 + t8 * -t16 / t9
  let t19 = t18 * (2 * t6)
  let t20 = t19 + t5 * t16 * 2
  let t21 = (1 / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t22 = t4.reshaped(to: [1, 3]).broadcast(to: [.batch, 3]) * X * t21
  let t23 = -t22
  let t24 = X * ŵ₁
  let t25 = 0.5 * t24
  let t26 = tanh(t25)
  let t27 = sigmoidSlope(t24)
  let t28 = -(t27 * tanh(0.5 * t24))
  let t29 = t23 * t27 * squared(sech(t25))
  let t30 = t23 * t26 * t28 + t29 * 0.5
  let t31 = t21 * -(t27 * t26) * X
  let t32 = t1 • (t16 * t7) + sum(t31, along: [0])
  let t33 = sum(t2 * t32)
  let t34 = t33 * -sin(t3) / 3
  let t35 = sum(t30 * X, along: [0])
  let t36 = t35 + t34.reshaped(to: [1]).broadcast(to: [3])
  return X.transposed() • t20 + t36
}

@_optimize(none) func gradient146(_ ŵ₁: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = ŵ₁ * learning_rate
  let t2 = squared(t1)
  let t3 = log1p(t2)
  let t4 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t5 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t6 = t4 * (2 * t3)
  let t7 = t6 + t5 * cos(t3)
  let t8 = t7 / (1 + t2) * (2 * t1)
  return sum(t8 * ŵ₁)
}

@_optimize(none) func gradient147(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let z = (sum_ / 2).named("z")
  let t1 = sin(z)
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t3 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t4 = t2 * (2 * t1)
  let t5 = t4 + t3 * cos(t1)
  let t6 = ŵ₁ .< Tensor(Double.infinity)
  let t7 = select(t6, (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3]), 0)
  let t8 = t5 * cos(z) / 2
  return t8 + guarded(t7 / 2, by: t6)
}

@_optimize(none) func gradient148(_ sum_: Tensor, _ learning_rate: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let z = (sum_ / 2).named("z")
  let t1 = cos(z)
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t3 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t4 = t2 * (2 * t1)
  let t5 = t4 + t3 * cos(t1)
  let t6 = sum_ + ŵ₁
  let t7 = tanh(t6)
  let t8 = 1 + squared(t7)
  let t9 = (abs(t8) .> 0) .== 0
  let t10 = learning_rate * pow(t8, learning_rate - 1)
  let t11 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t12 = t11 * select((learning_rate .== 0) * t9, 0, t10)
  let t13 = t12 * (2 * t7)
  let t14 = t5 * -sin(z) / 2
  return t14 + t13 * squared(sech(t6))
}

@_optimize(none) func gradient149(_ sum_: Tensor, _ ŵ₁: Tensor, _ A: Tensor) -> Tensor {
  let t1 = sum_ + ŵ₁
  let t2 = tanh(t1)
  let t3 = tan(sin(t2))
  let t4 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t5 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t6 = t4 * (2 * t3)
  let t7 = t6 + t5 * cos(t3)
  let t8 = t7 * (1 + squared(t3))
  let t9 = t8 * cos(t2)
  let t10 = (A + diagonalMatrix(3 + sum_))[.range(2..<3), .all]
  let t11 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t12 = t9 * squared(sech(t1))
  return t12 + t11 * t10.reshaped(to: [3])
}

@_optimize(none) func gradient150(_ V: Tensor) -> Tensor {
  let t1 = 0.9 * sin(V)
  let t2 = asin(t1)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t4 = (Tensor(1) * Tensor(0.5) / 6).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t5 = t3 * (2 * t2)
  let t6 = t5 + t4 * cos(t2)
  let t7 = t6 / sqrt(oneMinusSquare(t1)) * 0.9
  return t7 * cos(V)
}

@_optimize(none) func gradient151(_ X: Tensor, _ learning_rate: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = X + learning_rate
  let t2 = sin(t1)
  let t3 = 0.9 * cos(t2)
  let t4 = acos(t3)
  let t5 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t6 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t7 = t6.broadcast(to: [.batch, 3]) * cos(t4)
  let t8 = t5 * (2 * t4) + t7
  let t9 = t8 / -sqrt(oneMinusSquare(t3))
  let t10 = t9 * 0.9 * -sin(t2)
  let t11 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3]).flipped(along: [0])
  let t12 = sum(t10 * cos(t1))
  return t12 + sum(t11 * ŵ₁)
}

@_optimize(none) func gradient152(_ y: Tensor, _ V: Tensor) -> Tensor {
  let t1 = atan(V)
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t3 = (Tensor(1) * Tensor(0.5) / 6).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t4 = t2 * (2 * t1)
  let t5 = t4 + t3 * cos(t1)
  let t6 = (Tensor(1) / Tensor(6)).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t7 = t6 * (t5 / (1 + squared(V)))
  let t8 = y.reshaped(to: [1, .batch])
  let t9 = Tensor.extent(.batch)
  let t10 = sin(sum(squared(t8)) / t9)
  let t11 = sum(t7) * -t10 / t9
  let t12 = t11.reshaped(to: [1, 1]).broadcast(to: [1, .batch]) * (2 * t8)
  return t12.reshaped(to: [.batch])
}

let printedGradients8: [@Sendable ([Tensor]) -> Tensor] = [
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
