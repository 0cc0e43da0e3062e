// swift-format-ignore-file
// Printed by .ci/print-source; not written by hand.
import ChainRule

@_optimize(none) func gradient120(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = diagonalMatrix(sum_, rows: 3, columns: 4) * 0.2913522559356564
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 4])
  let t3 = (Tensor(1) * Tensor(0.5) / 12).reshaped(to: [1, 1]).broadcast(to: [3, 4])
  let t4 = t2 * (2 * t1)
  let t5 = (t4 + t3 * cos(t1)) * 0.2913522559356564
  let t6 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3]).reshaped(to: [1, 3])
  let t7 = ŵ₁.reshaped(to: [3, 1]) • t6
  let t8 = (t7 • ŵ₁.reshaped(to: [1, 3]).transposed()).reshaped(to: [3])
  return diagonal(t5) + (t8 + diagonal(t7))
}

@_optimize(none) func gradient121(_ sum_: Tensor, _ X: Tensor, _ y: Tensor, _ A: Tensor) -> Tensor {
  let t1 = inverse(A + diagonalMatrix(3 + sum_))
  let t2 = t1.transposed()
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t4 = (Tensor(1) * Tensor(0.5) / 9).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t5 = t3 * (2 * t1)
  let t6 = t2 • (t5 + t4 * cos(t1))
  let t7 = X • A
  let t8 = t7 .== max(t7, along: [0, 1]).reshaped(to: [1, 1])
  let t9 = sum(squared(y.reshaped(to: [1, .batch]))) / Tensor.extent(.batch)
  let t10 = (1 * t9).reshaped(to: [1, 1])
  let t11 = select(t8, t10 / sum(t8).reshaped(to: [1, 1]), 0)
  let t12 = -(t6 • t2)
  return t12 + X.transposed() • t11
}

@_optimize(none) func gradient122(_ sum_: Tensor, _ A: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = A + diagonalMatrix(3 + sum_)
  let t2 = determinant(t1) / 50
  let t3 = Tensor(1) / Tensor(4) * (2 * t2)
  let t4 = t3 + Tensor(1) * Tensor(0.5) * cos(t2)
  let t5 = (Tensor(1) / Tensor(9)).reshaped(to: [1, 1, 1]).broadcast(to: [3, 3, 1]).transposed(axes: [1, 2, 0])
  let t6 = t5.reshaped(to: [3, 3]) • ŵ₁.reshaped(to: [1, 3]).transposed()
  let t7 = diagonal(t4 / 50 * cofactors(t1))
  return t7 + t6.reshaped(to: [3]) / 2
}

@_optimize(none) func gradient123(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = sum_.reshaped(to: [3, 1])
  let t2 = t1 • ŵ₁.reshaped(to: [1, 3])
  let t3 = t2 + diagonalMatrix(3 + sum_)
  let t4 = inverse(t3).transposed()
  let t5 = cofactors(t3) / 10
  let t6 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t7 = (Tensor(1) * Tensor(0.5) / 9).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t8 = t6 * (2 * t5)
  let t9 = (t8 + t7 * cos(t5)) / 10
  let t10 = sum(t4 * t9) * t4
  let t11 = t10 - t4 • t9.transposed() • t4
  let t12 = t1.transposed() • (determinant(t3) * t11)
  return t12.reshaped(to: [3])
}

@_optimize(none) func gradient124(_ sum_: Tensor, _ ŵ₁: Tensor, _ A: Tensor) -> Tensor {
  let t1 = ŵ₁.reshaped(to: [1, 3])
  let t2 = sum_.reshaped(to: [3, 1]) • t1
  let t3 = t2 + diagonalMatrix(3 + sum_)
  let t4 = logDeterminant(t3)
  let t5 = Tensor(1) / Tensor(4) * (2 * t4)
  let t6 = t5 + Tensor(1) * Tensor(0.5) * cos(t4)
  let t7 = t6 * inverse(t3).transposed()
  let t8 = (Tensor(1) / Tensor(9)).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t9 = sum_ + ŵ₁
  let t10 = A * ŵ₁ + diagonalMatrix(3 + sum_)
  let t11 = sum(t8 * lowerTriangle(t10), along: [0])
  let t12 = diagonal(lowerTriangle(t8 * tanh(t9)))
  let t13 = t12 + t11 * squared(sech(t9))
  let t14 = (t7 • t1.transposed()).reshaped(to: [3])
  return t14 + (diagonal(t7) + t13)
}

@_optimize(none) func gradient125(_ sum_: Tensor, _ X: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = sum_.reshaped(to: [3, 1])
  let t2 = t1 • ŵ₁.reshaped(to: [1, 3])
  let t3 = t2 + diagonalMatrix(3 + sum_)
  let t4 = cholesky(0.5 * (t3 + t3.transposed()))
  let t5 = inverse(t4)
  let t6 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t7 = (Tensor(1) * Tensor(0.5) / 9).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t8 = t6 * (2 * t4)
  let t9 = t8 + t7 * cos(t4)
  let t10 = t4.transposed() • t9
  let t11 = 0.5 * (lowerTriangle(t10) + lowerTriangle(t10, diagonal: -1))
  let t12 = t5.transposed() • t11 • t5
  let t13 = 0.5 * (t12 + t12.transposed()) * 0.5
  let t14 = t1.transposed() • (t13.transposed() + t13)
  let t15 = exp(-squared(X • ŵ₁))
  let t16 = (1 / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t17 = X.transposed() • (t16 * (1.1283791670955126 * t15))
  return t14.reshaped(to: [3]) + t17
}

@_optimize(none) func gradient126(_ sum_: Tensor, _ ŵ₁: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = ŵ₁.reshaped(to: [1, 3])
  let t2 = sum_.reshaped(to: [3, 1]) • t1
  let t3 = t2 + diagonalMatrix(3 + sum_)
  let t4 = solve(t3, (ŵ₁ * learning_rate).reshaped(to: [3, 1]))
  let t5 = t4.reshaped(to: [3])
  let t6 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t7 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t8 = t6 * (2 * t5)
  let t9 = (t8 + t7 * cos(t5)).reshaped(to: [3, 1])
  let t10 = solve(t3.transposed(), t9) • t4.transposed()
  let t11 = -t10
  let t12 = (t11 • t1.transposed()).reshaped(to: [3])
  return t12 + diagonal(t11)
}

@_optimize(none) func gradient127(_ sum_: Tensor, _ A: Tensor, _ V: Tensor) -> Tensor {
  let t1 = A + diagonalMatrix(3 + sum_)
  let t2 = solve(t1, V)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t4 = (Tensor(1) * Tensor(0.5) / 6).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t5 = t3 * (2 * t2)
  let t6 = t5 + t4 * cos(t2)
  let t7 = solve(t1.transposed(), t6) • t2.transposed()
  return -t7
}

@_optimize(none) func gradient128(_ sum_: Tensor, _ ŵ₁: Tensor, _ A: Tensor) -> Tensor {
  let t1 = sum_ + ŵ₁
  let t2 = Tensor.constant([0.1, -0.0, 1e-05])
  let t3 = tanh(t1) * t2 + 0.900492834264735
  let t4 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t5 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t6 = t4 * (2 * t3)
  let t7 = (t6 + t5 * cos(t3)) * t2
  let t8 = pad((Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [2, 2]), before: [0, 1], after: [0, 0], interior: [1, 0])
  let t9 = pad(Tensor(1).broadcast(to: [2, 2]), before: [0, 1], after: [0, 0], interior: [1, 0])
  let t10 = t7 * squared(sech(t1))
  return t10 + sum(guarded(t8 * A, by: t9), along: [0])
}

@_optimize(none) func gradient129(_ X: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = X + learning_rate
  let C = Tensor.constant([[1, 2], [3.25, -4], [1000, 0.3333333333333333]]).named("C")
  let t2 = sin(t1) • C / 1000
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 2])
  let t4 = (Tensor(1) * Tensor(0.5) / (2 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t5 = t4.broadcast(to: [.batch, 2]) * cos(t2)
  let t6 = (t3 * (2 * t2) + t5) / 1000
  let t7 = t6 • C.transposed() * cos(t1)
  return sum(t7) + 1 * max(X, along: [0, 1])
}

@_optimize(none) func gradient130(_ sum_: Tensor, _ ŵ₁: Tensor, _ learning_rate: Tensor) -> Tensor {
  let z = (sum_ / 2).named("z")
  let t1 = ŵ₁ * learning_rate * 0x1p-1074 + z * 0.30000000000000004
  let t2 = t1 - (-1e-300)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t4 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t5 = t3 * (2 * t2)
  let t6 = (t5 + t4 * cos(t2)) * 0.30000000000000004
  return t6 / 2
}

@_optimize(none) func gradient131(
  _ sum_: Tensor,
  _ ŵ₁: Tensor,
  _ learning_rate: Tensor,
  _ A: Tensor,
  _ constant: Tensor
) -> Tensor {
  let t1 = sum(constant)
  let t2 = ŵ₁ * learning_rate * t1
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t4 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t5 = t3 * (2 * t2)
  let t6 = (t5 + t4 * cos(t2)) * t1
  let t7 = A * ŵ₁ + diagonalMatrix(3 + sum_)
  let t8 = inverse(t7).transposed()
  let t9 = (Tensor(1) / Tensor(9)).reshaped(to: [1, 1]).broadcast(to: [3, 3]) / 10
  let t10 = sum(t8 * t9) * t8
  let t11 = t10 - t8 • t9.transposed() • t8
  let t12 = sum(determinant(t7) * t11 * A, along: [0])
  return t6 * learning_rate + t12
}

@_optimize(none) func gradient132(_ y: Tensor, _ sum_: Tensor, _ ŵ₁: Tensor, _ indices: Tensor) -> Tensor {
  let t1 = scatterAdd(Tensor(1).broadcast(to: [70]), indices, along: 0, length: 3)
  let t2 = t1 .!= 0
  let t3 = gather(t2, indices, along: 0)
  let t4 = sum(squared(y.reshaped(to: [1, .batch]))) / Tensor.extent(.batch)
  let t5 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t6 = guarded(t5 * cos(t4), by: t1)
  let t7 = sum_ + ŵ₁
  let t8 = sech(t7)
  let t9 = gather(guarded(t6 * squared(t8), by: t2), indices, along: 0)
  let t10 = guarded(t9 / 70, by: t3)
  let t11 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [70])
  let t12 = (Tensor(1) * Tensor(0.5) / 70).reshaped(to: [1]).broadcast(to: [70])
  let t13 = gather(tanh(t7), indices, along: 0) / 70
  let t14 = guarded(t10 * t12, by: t3)
  let t15 = guarded(guarded(t10 * t11, by: t3) * 2, by: t3)
  let t16 = guarded(t14 * -sin(t13), by: t3)
  let t17 = scatterAdd(guarded((t15 + t16) / 70, by: t3), indices, along: 0, length: 3)
  let t18 = t17 * squared(sech(t7))
  let t19 = t11 * (2 * t13)
  let t20 = (t19 + t12 * cos(t13)) / 70
  let t21 = guarded(t6 * scatterAdd(t20, indices, along: 0, length: 3), by: t2)
  let t22 = guarded(t21 * (2 * t8), by: t2)
  let t23 = t22 * -(t8 * tanh(t7))
  let t24 = guarded(t18, by: scatterAdd(t3, indices, along: 0, length: 3))
  return t24 + guarded(t23, by: t2)
}

@_optimize(none) func gradient133(_ sum_: Tensor) -> Tensor {
  let t1 = concatenate([sum_, Tensor.constant([])], along: 0)
  let t2 = t1 + sum(Tensor(1).broadcast(to: [0, 3]), along: [0])
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t4 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t5 = t3 * (2 * t2)
  let z = (sum_ / 2).named("z")
  let t6 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t7 = t5 + t4 * cos(t2)
  return t7 + t6 * cos(z) / 2
}

@_optimize(none) func gradient134(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let z = (sum_ / 2).named("z")
  let t1 = z .< Tensor.constant([1, NDArray(Double.infinity), 0])
  let t2 = select(t1, ŵ₁, 0)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t4 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t5 = t3 * (2 * t2)
  let t6 = sum_ + ŵ₁
  let t7 = tanh(t6)
  let t8 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t9 = t8 * cosh(sin(t7))
  let t10 = t9 * cos(t7)
  let t11 = select(t1, t5 + t4 * cos(t2), 0)
  return t11 + t10 * squared(sech(t6))
}

@_optimize(none) func gradient135(_ X: Tensor, _ learning_rate: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = (1 / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t2 = t1 * cos(learning_rate)
  let t3 = -(t2 * ŵ₁) * 2
  let t4 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t5 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t6 = t5.broadcast(to: [.batch, 3])
  let t7 = -(X * ŵ₁) * 2
  let t8 = t3 * t6 * -sin(t7)
  let t9 = (t3 * t4 * 2 + t8) * 2
  let t10 = t4 * (2 * t7)
  let t11 = (t10 + t6 * cos(t7)) * 2
  let t12 = sum(-t9 * X, along: [0])
  return t12 + sum(t2 * -t11, along: [0])
}

let printedGradients7: [@Sendable ([Tensor]) -> Tensor] = [
  { gradient120($0[0], $0[1]) },
  { gradient121($0[0], $0[1], $0[2], $0[3]) },
  { gradient122($0[0], $0[1], $0[2]) },
  { gradient123($0[0], $0[1]) },
  { gradient124($0[0], $0[1], $0[2]) },
  { gradient125($0[0], $0[1], $0[2]) },
  { gradient126($0[0], $0[1], $0[2]) },
  { gradient127($0[0], $0[1], $0[2]) },
  { gradient128($0[0], $0[1], $0[2]) },
  { gradient129($0[0], $0[1]) },
  { gradient130($0[0], $0[1], $0[2]) },
  { gradient131($0[0], $0[1], $0[2], $0[3], $0[4]) },
  { gradient132($0[0], $0[1], $0[2], $0[3]) },
  { gradient133($0[0]) },
  { gradient134($0[0], $0[1]) },
  { gradient135($0[0], $0[1], $0[2]) },
]
