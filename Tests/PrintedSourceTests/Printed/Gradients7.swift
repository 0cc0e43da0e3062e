// swift-format-ignore-file
// Printed by .ci/print-source; not written by hand.
import ChainRule

@_optimize(none) func gradient122(_ learning_rate: Tensor) -> Tensor {
  let t1 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t2 = (t1 * cos(learning_rate) / 2).reshaped(to: [1, 3])
  let t3 = (Tensor(1) / Tensor(6)).reshaped(to: [1, 1]).broadcast(to: [2, 3])
  return (t2.broadcast(to: [2, 3]) * t3).reshaped(to: [3, 2])
}

@_optimize(none) func gradient123(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = sum_.reshaped(to: [3, 1])
  let t2 = t1 • ŵ₁.reshaped(to: [1, 3])
  let t3 = t2 + diagonalMatrix(3 + sum_)
  let t4 = cofactors(t3) / 10
  let t5 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t6 = (Tensor(1) * Tensor(0.5) / 9).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t7 = t5 * (2 * t4)
  let t8 = (t7 + t6 * cos(t4)) / 10
  return (t1.transposed() • cofactorDerivative(t3, t8)).reshaped(to: [3])
}

@_optimize(none) func gradient124(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = sum_.reshaped(to: [3, 1])
  let t2 = t1 • ŵ₁.reshaped(to: [1, 3])
  let t3 = t2 + diagonalMatrix(3 + sum_)
  let t4 = inverse(t3).transposed()
  let t5 = sum_.reshaped(to: [3, 1])
  let t6 = t5 • ŵ₁.reshaped(to: [1, 3])
  let t7 = t6 + diagonalMatrix(3 + sum_)
  let t8 = cofactorDerivative(t3, t7) / 10
  let t9 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t10 = (Tensor(1) * Tensor(0.5) / 9).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t11 = t9 * (2 * t8)
  let t12 = (t11 + t10 * cos(t8)) / 10
  let t13 = t4 • t7.transposed() • t4
  let t14 = sum(t4 * t7).reshaped(to: [1, 1]) * t4
  let t15 = sum(t4 * t12).reshaped(to: [1, 1])
  let t16 = t4 • t12.transposed() • t4
  let t17 = sum(t16 * t7).reshaped(to: [1, 1]) * t4
  let t18 = sum(t4 * t7).reshaped(to: [1, 1]) * t16
  let t19 = t16 • t7.transposed() • t4
  let t20 = t15 * (t14 - t13) - (t17 + t18)
  let t21 = t19 + t13 • t12.transposed() • t4
  let t22 = determinant(t3).reshaped(to: [1, 1]) * (t20 + t21)
  let t23 = (Tensor(1) / Tensor(6)).reshaped(to: [1, 1]).broadcast(to: [2, 3]) * 0.7446284258933045
  let t24 = squared(sech(sum_ + ŵ₁))
  let t25 = (t5.transposed() • cofactorDerivative(t3, t12)).reshaped(to: [3])
  let t26 = (t1.transposed() • t22).reshaped(to: [3])
  return t26 + (t25 + sum(t23, along: [0]) * t24)
}

@_optimize(none) func gradient125(_ sum_: Tensor, _ X: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = sum_.reshaped(to: [3, 1])
  let t2 = t1 • ŵ₁.reshaped(to: [1, 3])
  let t3 = t2 + diagonalMatrix(3 + sum_)
  let t4 = logDeterminant(t3)
  let t5 = Tensor(1) / Tensor(4) * (2 * t4)
  let t6 = t5 + Tensor(1) * Tensor(0.5) * cos(t4)
  let t7 = t6 * inverse(t3).transposed()
  let π = (4 * atan(Tensor(1))).named("π")
  let t8 = exp(-squared(X • ŵ₁))
  let t9 = 2 * sqrt(π) / π * t8
  let t10 = (1 / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch]) * t9
  let t11 = (t1.transposed() • t7).reshaped(to: [3])
  return t11 + X.transposed() • t10
}

@_optimize(none) func gradient126(_ sum_: Tensor, _ y: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = ŵ₁.reshaped(to: [1, 3])
  let t2 = sum_.reshaped(to: [3, 1]) • t1
  let t3 = t2 + diagonalMatrix(3 + sum_)
  let t4 = cholesky(0.5 * (t3 + t3.transposed()))
  let t5 = inverse(t4)
  let t6 = inverse(t4)
  let t7 = t6.transposed()
  let t8 = sum(squared(y.reshaped(to: [1, .batch]))) / Tensor.extent(.batch)
  let t9 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t10 = t9 * cos(t8)
  let t11 = t10.reshaped(to: [3, 1]) • t1.transposed().transposed()
  let t12 = t11 + diagonalMatrix(t10)
  let t13 = (t12.transposed() + t12) * 0.5 * 0.5
  let t14 = t13.transposed() + t13
  let t15 = t14 • t6.transposed()
  let t16 = t4.transposed()
  let t17 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t18 = (Tensor(1) * Tensor(0.5) / 9).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t19 = t17 * (2 * t4)
  let t20 = t19 + t18 * cos(t4)
  let t21 = t16 • t20
  let t22 = 0.5 * (lowerTriangle(t21) + lowerTriangle(t21, diagonal: -1))
  let t23 = t6.transposed()
  let t24 = (t15 • t22.transposed()).transposed()
  let t25 = t24 + (t23 • t22).transposed() • t14
  let t26 = lowerTriangle(Tensor(1).broadcast(to: [3, 3]))
  let t27 = maximum(t26, lowerTriangle(Tensor(1).broadcast(to: [3, 3]), diagonal: -1))
  let t28 = t23.transposed() • t15 * 0.5
  let t29 = lowerTriangle(t28) + lowerTriangle(t28, diagonal: -1)
  let t30 = guarded(t20, by: sum(t27, along: [0]).reshaped(to: [1, 3])).transposed()
  let t31 = guarded(t29 • t30, by: sum(t27, along: [1]).reshaped(to: [3, 1]))
  let t32 = sum(t27, along: [0]).reshaped(to: [1, 3])
  let t33 = guarded(t16, by: sum(t27, along: [1]).reshaped(to: [3, 1])).transposed()
  let t34 = guarded(t33 • t29, by: t32)
  let t35 = guarded(t34 * t18, by: t32)
  let t36 = guarded(guarded(t34 * t17, by: t32) * 2, by: t32)
  let t37 = guarded(t35 * -sin(t4), by: t32)
  let t38 = -(t7 • t25 • t7)
  let t39 = t38 + (t31.transposed() + (t36 + t37))
  let t40 = t4.transposed() • t39
  let t41 = 0.5 * (lowerTriangle(t40) + lowerTriangle(t40, diagonal: -1))
  let t42 = t5.transposed() • t41 • t5
  let t43 = 0.5 * (t42 + t42.transposed()) * 0.5
  let t44 = t43.transposed() + t43
  let t45 = (t44 • t1.transposed()).reshaped(to: [3])
  return t45 + diagonal(t44)
}

@_optimize(none) func gradient127(
  _ sum_: Tensor,
  _ y: Tensor,
  _ A: Tensor,
  _ ŵ₁: Tensor,
  _ learning_rate: Tensor
) -> Tensor {
  let t1 = A + diagonalMatrix(3 + sum_)
  let t2 = t1.transposed()
  let t3 = sum(squared(y.reshaped(to: [1, .batch]))) / Tensor.extent(.batch)
  let t4 = (1 * cos(t3)).reshaped(to: [1]).broadcast(to: [3])
  let t5 = (t4 * ŵ₁).reshaped(to: [3, 1])
  let t6 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t7 = solve(t1, (ŵ₁ * learning_rate).reshaped(to: [3, 1]))
  let t8 = t7.reshaped(to: [3])
  let t9 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t10 = t6 * (2 * t8)
  let t11 = (t10 + t9 * cos(t8)).reshaped(to: [3, 1])
  let t12 = solve(t2.transposed(), t5)
  let t13 = -(t12 • solve(t2, t11).transposed())
  let t14 = solve(t2.transposed(), t5).reshaped(to: [3])
  let t15 = t14 * t9 * -sin(t8)
  let t16 = (t14 * t6 * 2 + t15).reshaped(to: [3, 1])
  let t17 = solve(t1.transposed(), t16) • t7.transposed()
  return t13.transposed() + -t17
}

@_optimize(none) func gradient128(_ sum_: Tensor, _ ŵ₁: Tensor, _ V: Tensor) -> Tensor {
  let t1 = sum_.reshaped(to: [3, 1])
  let t2 = t1 • ŵ₁.reshaped(to: [1, 3])
  let t3 = t2 + diagonalMatrix(3 + sum_)
  let t4 = solve(t3, V)
  let t5 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t6 = (Tensor(1) * Tensor(0.5) / 6).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t7 = t5 * (2 * t4)
  let t8 = t7 + t6 * cos(t4)
  let t9 = solve(t3.transposed(), t8) • t4.transposed()
  return (t1.transposed() • -t9).reshaped(to: [3])
}

@_optimize(none) func gradient129(_ X: Tensor, _ sum_: Tensor, _ ŵ₁: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = Tensor.constant([0.1, -0.0, 1e-05])
  let t2 = ŵ₁ * learning_rate * t1 + 0.8897135625940347
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t4 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t5 = t3 * (2 * t2)
  let t6 = (t5 + t4 * cos(t2)) * t1
  let ŷ = (X • sum_ + learning_rate).named("ŷ")
  let t7 = (1 / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t8 = t7 * polygamma(1, 1 + squared(ŷ))
  let t9 = sum(t8 * (2 * ŷ))
  return sum(t6 * ŵ₁) + t9
}

@_optimize(none) func gradient130(_ X: Tensor, _ y: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let C = Tensor.constant([[1, 2], [3.25, -4], [1000, 0.3333333333333333]]).named("C")
  let t1 = X * ŵ₁ • C / 1000
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 2])
  let t3 = (Tensor(1) * Tensor(0.5) / (2 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t4 = t3.broadcast(to: [.batch, 2]) * cos(t1)
  let t5 = (t2 * (2 * t1) + t4) / 1000
  let t6 = sum(t5 • C.transposed() * X, along: [0])
  let t7 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3]) * t6
  let t8 = y.reshaped(to: [1, .batch])
  let t9 = Tensor.extent(.batch)
  let t10 = sin(sum(squared(t8)) / t9)
  let t11 = sum(t7) * -t10 / t9
  let t12 = t11.reshaped(to: [1, 1]).broadcast(to: [1, .batch]) * (2 * t8)
  return t12.reshaped(to: [.batch])
}

@_optimize(none) func gradient131(_ sum_: Tensor, _ X: Tensor, _ ŵ₁: Tensor, _ learning_rate: Tensor) -> Tensor {
  let z = (sum_ / 2).named("z")
  let t1 = ŵ₁ * learning_rate * 0x1p-1074 + z * 0.30000000000000004
  let t2 = t1 - (-1e-300)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t4 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t5 = t3 * (2 * t2)
  let t6 = (t5 + t4 * cos(t2)) * 0x1p-1074
  let t7 = (1 / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t8 = (t7 * (X • ŵ₁) / 3).reshaped(to: [.batch, 1])
  let t9 = t7 * (sum(X * ŵ₁, along: [1]) / 3)
  let t10 = sum(t8.broadcast(to: [.batch, 3]) * X, along: [0])
  let t11 = t10 + X.transposed() • t9
  return t6 * learning_rate + t11
}

@_optimize(none) func gradient132(_ y: Tensor, _ sum_: Tensor, _ ŵ₁: Tensor, _ constant: Tensor) -> Tensor {
  let t1 = sum(squared(y.reshaped(to: [1, .batch]))) / Tensor.extent(.batch)
  let t2 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t3 = t2 * cos(t1)
  let t4 = sum_ + ŵ₁
  let t5 = sech(t4)
  let t6 = sum(constant)
  let t7 = t3 * squared(t5) * t6
  let t8 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t9 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t10 = tanh(t4) * t6
  let t11 = t7 * t9 * -sin(t10)
  let t12 = (t7 * t8 * 2 + t11) * t6
  let t13 = t8 * (2 * t10)
  let t14 = (t13 + t9 * cos(t10)) * t6
  let t15 = t3 * t14 * (2 * t5)
  let t16 = t15 * -(t5 * tanh(t4))
  return t12 * squared(sech(t4)) + t16
}

@_optimize(none) func gradient133(_ sum_: Tensor, _ indices: Tensor) -> Tensor {
  let t1 = gather(sum_, indices, along: 0) / 70
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [70])
  let t3 = (Tensor(1) * Tensor(0.5) / 70).reshaped(to: [1]).broadcast(to: [70])
  let t4 = t2 * (2 * t1)
  let t5 = (t4 + t3 * cos(t1)) / 70
  let z = (sum_ / 2).named("z")
  let t6 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t7 = t6 * cos(z) / 2
  return scatterAdd(t5, indices, along: 0, length: 3) + t7
}

@_optimize(none) func gradient134(_ sum_: Tensor, _ X: Tensor) -> Tensor {
  let z = (sum_ / 2).named("z")
  let t1 = concatenate([z, Tensor.constant([])], along: 0)
  let t2 = t1 + sum(Tensor(1).broadcast(to: [0, 3]), along: [0])
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t4 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t5 = t3 * (2 * t2)
  let t6 = maximum(X, 0.3)
  let t7 = (1 / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t8 = select(t6 .== sum_, 0.5 * t7, 0)
  let t9 = (t5 + t4 * cos(t2)) / 2
  let t10 = sum(select(t6 .> sum_, t7, 0) + t8, along: [0])
  return t9 + t10
}

let printedGradients7: [@Sendable ([Tensor]) -> Tensor] = [
  { gradient122($0[0]) },
  { gradient123($0[0], $0[1]) },
  { gradient124($0[0], $0[1]) },
  { gradient125($0[0], $0[1], $0[2]) },
  { gradient126($0[0], $0[1], $0[2]) },
  { gradient127($0[0], $0[1], $0[2], $0[3], $0[4]) },
  { gradient128($0[0], $0[1], $0[2]) },
  { gradient129($0[0], $0[1], $0[2], $0[3]) },
  { gradient130($0[0], $0[1], $0[2]) },
  { gradient131($0[0], $0[1], $0[2], $0[3]) },
  { gradient132($0[0], $0[1], $0[2], $0[3]) },
  { gradient133($0[0], $0[1]) },
  { gradient134($0[0], $0[1]) },
]
