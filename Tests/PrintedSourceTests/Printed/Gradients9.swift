// swift-format-ignore-file
// Printed by .ci/print-source; not written by hand.
import ChainRule

func gradient117(_ sum_: Tensor, _ A: Tensor) -> Tensor {
  let t1 = diagonal(A + diagonalMatrix(3 + sum_))
  let t2 = sum(t1)
  let t3 = Tensor(1) / Tensor(4) * (2 * t2)
  let t4 = t3 + Tensor(1) * Tensor(0.5) * cos(t2)
  return diagonal(diagonalMatrix(t4.reshaped(to: [1]).broadcast(to: [3])))
}

func gradient118(_ sum_: Tensor, _ learning_rate: Tensor, _ ŵ₁: Tensor, _ A: Tensor) -> Tensor {
  let t1 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t2 = diagonalMatrix(t1 * cos(learning_rate))
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t4 = diagonalMatrix(ŵ₁ * learning_rate)
  let t5 = A + diagonalMatrix(3 + sum_)
  let t6 = t4 • t5
  let t7 = (Tensor(1) * Tensor(0.5) / 9).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t8 = t3 * (2 * t6)
  let t9 = (t8 + t7 * cos(t6)).transposed()
  let t10 = t4.transposed().transposed() • t2
  let t11 = t10 * t7 * -sin(t6)
  let t12 = t10 * t3 * 2 + t11
  let t13 = (t2 • t9).transposed()
  let t14 = diagonal(t13 + t12 • t5.transposed())
  return t14 * learning_rate
}

func gradient119(_ sum_: Tensor) -> Tensor {
  let t1 = diagonalMatrix(sum_, rows: 3, columns: 4) * 0.32862709140490065
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 4])
  let t3 = (Tensor(1) * Tensor(0.5) / 12).reshaped(to: [1, 1]).broadcast(to: [3, 4])
  let t4 = t2 * (2 * t1)
  let t5 = (t4 + t3 * cos(t1)) * 0.32862709140490065
  return diagonal(t5)
}

func gradient120(_ sum_: Tensor, _ A: Tensor) -> Tensor {
  let t1 = inverse(A + diagonalMatrix(3 + sum_))
  let t2 = t1.transposed()
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t4 = (Tensor(1) * Tensor(0.5) / 9).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t5 = t3 * (2 * t1)
  let t6 = t2 • (t5 + t4 * cos(t1))
  return diagonal(-(t6 • t2))
}

func gradient121(_ sum_: Tensor, _ X: Tensor, _ y: Tensor, _ A: Tensor) -> Tensor {
  let t1 = A + diagonalMatrix(3 + sum_)
  let t2 = determinant(t1) / 50
  let t3 = Tensor(1) / Tensor(4) * (2 * t2)
  let t4 = t3 + Tensor(1) * Tensor(0.5) * cos(t2)
  let t5 = sum(squared(y.reshaped(to: [1, .batch]))) / Tensor.extent(.batch)
  let t6 = X • A
  let t7 = t6 .== max(t6, along: [0, 1]).reshaped(to: [1, 1])
  let t8 = t7 / sum(t7).reshaped(to: [1, 1])
  let t9 = (1 * t5).reshaped(to: [1, 1]) * t8
  let t10 = t4 / 50 * cofactors(t1)
  return t10 + X.transposed() • t9
}

func gradient122(_ learning_rate: Tensor) -> Tensor {
  let t1 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t2 = (t1 * cos(learning_rate) / 2).reshaped(to: [1, 3])
  let t3 = (Tensor(1) / Tensor(6)).reshaped(to: [1, 1]).broadcast(to: [2, 3])
  return (t2.broadcast(to: [2, 3]) * t3).reshaped(to: [3, 2])
}

func gradient123(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = sum_.reshaped(to: [3, 1])
  let t2 = t1 • ŵ₁.reshaped(to: [1, 3])
  let t3 = t2 + diagonalMatrix(3 + sum_)
  let t4 = logDeterminant(t3)
  let t5 = Tensor(1) / Tensor(4) * (2 * t4)
  let t6 = t5 + Tensor(1) * Tensor(0.5) * cos(t4)
  let t7 = t6 * inverse(t3).transposed()
  return (t1.transposed() • t7).reshaped(to: [3])
}

func gradient124(_ sum_: Tensor, _ ŵ₁: Tensor, _ A: Tensor) -> Tensor {
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
  let t15 = upperTriangle((Tensor(1) / Tensor(9)).reshaped(to: [1, 1]).broadcast(to: [3, 3]), diagonal: -1)
  return t14.reshaped(to: [3]) + sum(t15 * A, along: [0])
}

func gradient125(_ sum_: Tensor, _ ŵ₁: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = ŵ₁.reshaped(to: [1, 3])
  let t2 = sum_.reshaped(to: [3, 1]) • t1
  let t3 = t2 + diagonalMatrix(3 + sum_)
  let t4 = solve(t3, sum_.reshaped(to: [3, 1]))
  let t5 = t4.reshaped(to: [3])
  let t6 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t7 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t8 = t6 * (2 * t5)
  let t9 = (t8 + t7 * cos(t5)).reshaped(to: [3, 1])
  let t10 = solve(t3.transposed(), t9) • t4.transposed()
  let t11 = -t10
  let t12 = ŵ₁ * learning_rate .> 0.5
  let t13 = select(t12, (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3]), 0)
  let t14 = solve(t3.transposed(), t9).reshaped(to: [3])
  let t15 = t14 + select(t12, t13 / 2, 0)
  let t16 = (t11 • t1.transposed()).reshaped(to: [3])
  return t16 + (diagonal(t11) + t15)
}

func gradient126(_ sum_: Tensor, _ y: Tensor, _ ŵ₁: Tensor, _ V: Tensor) -> Tensor {
  let t1 = ŵ₁.reshaped(to: [1, 3])
  let t2 = sum_.reshaped(to: [3, 1]) • t1
  let t3 = t2 + diagonalMatrix(3 + sum_)
  let t4 = t3.transposed()
  let t5 = sum(squared(y.reshaped(to: [1, .batch]))) / Tensor.extent(.batch)
  let t6 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t7 = t6 * cos(t5)
  let t8 = t7.reshaped(to: [3, 1]) • t1.transposed().transposed()
  let t9 = -(t8 + diagonalMatrix(t7))
  let t10 = solve(t3, V)
  let t11 = t9 • t10.transposed().transposed()
  let t12 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t13 = (Tensor(1) * Tensor(0.5) / 6).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t14 = t12 * (2 * t10)
  let t15 = solve(t4, t14 + t13 * cos(t10))
  let t16 = solve(t4.transposed(), t11) • t15.transposed()
  let t17 = solve(t4.transposed(), t11)
  let t18 = t17 * t13 * -sin(t10)
  let t19 = t18 + (t15.transposed() • t9).transposed()
  let t20 = t17 * t12 * 2 + t19
  let t21 = solve(t3.transposed(), t20) • t10.transposed()
  let t22 = (-t16).transposed() + -t21
  let t23 = (t22 • t1.transposed()).reshaped(to: [3])
  return t23 + diagonal(t22)
}

func gradient127(_ y: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = sum(squared(y.reshaped(to: [1, .batch]))) / Tensor.extent(.batch)
  let t2 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t3 = Tensor.constant([0.1, -0.0, 1e-05])
  let t4 = t2 * cos(t1) * t3
  let t5 = t4 * (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t6 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t7 = -sin(ŵ₁ * t3 + 0.7837400071058946)
  let t8 = t5 * 2 + t4 * t6 * t7
  return t8 * t3
}

func gradient128(_ X: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = X + learning_rate
  let C = Tensor.constant([[1, 2], [3.25, -4], [1000, 0.3333333333333333]]).named("C")
  let t2 = sin(t1) • C / 1000
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 2])
  let t4 = (Tensor(1) * Tensor(0.5) / (2 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t5 = t4.broadcast(to: [.batch, 2]) * cos(t2)
  let t6 = (t3 * (2 * t2) + t5) / 1000
  let t7 = t6 • C.transposed() * cos(t1)
  let t8 = X + learning_rate
  let t9 = sin(t8)
  let t10 = t9 .== min(t9, along: [1]).reshaped(to: [.batch, 1])
  let t11 = (1 / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch]).reshaped(to: [.batch, 1])
  let t12 = t11 * (t10 / sum(t10, along: [1]).reshaped(to: [.batch, 1]))
  let t13 = sum(t12 * cos(t8))
  return sum(t7) + t13
}

func gradient129(_ sum_: Tensor, _ X: Tensor, _ ŵ₁: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = tanh(sum_ + ŵ₁) * 0.30000000000000004
  let t2 = ŵ₁ * learning_rate * 0x1p-1074 + t1 - (-1e-300)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t4 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t5 = t3 * (2 * t2)
  let t6 = (t5 + t4 * cos(t2)) * 0x1p-1074
  let ŷ = (X • sum_ + learning_rate).named("ŷ")
  let t7 = (1 / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t8 = t7 * polygamma(1, 1 + squared(ŷ))
  let t9 = sum(t8 * (2 * ŷ))
  return sum(t6 * ŵ₁) + t9
}

let printedGradients9: [@Sendable ([Tensor]) -> Tensor] = [
  { gradient117($0[0], $0[1]) },
  { gradient118($0[0], $0[1], $0[2], $0[3]) },
  { gradient119($0[0]) },
  { gradient120($0[0], $0[1]) },
  { gradient121($0[0], $0[1], $0[2], $0[3]) },
  { gradient122($0[0]) },
  { gradient123($0[0], $0[1]) },
  { gradient124($0[0], $0[1], $0[2]) },
  { gradient125($0[0], $0[1], $0[2]) },
  { gradient126($0[0], $0[1], $0[2], $0[3]) },
  { gradient127($0[0], $0[1]) },
  { gradient128($0[0], $0[1]) },
  { gradient129($0[0], $0[1], $0[2], $0[3]) },
]
