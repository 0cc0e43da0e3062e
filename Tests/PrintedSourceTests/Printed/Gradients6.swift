// swift-format-ignore-file
// Printed by .ci/print-source; not written by hand.
import ChainRule

func gradient109(_ sum_: Tensor, _ y: Tensor, _ ŵ₁: Tensor, _ V: Tensor) -> Tensor {
  let t1 = sum_.reshaped(to: [3, 1])
  let t2 = t1 • ŵ₁.reshaped(to: [1, 3])
  let t3 = sum_.reshaped(to: [3, 1])
  let t4 = t3 • ŵ₁.reshaped(to: [1, 3])
  let t5 = (t2 + diagonalMatrix(3 + sum_)).reshaped(to: [1, 3, 3])
  let t6 = (t4 + diagonalMatrix(3 + sum_)).reshaped(to: [1, 3, 3])
  let t7 = concatenate([t5, t6], along: 0)
  let t8 = sum(squared(y.reshaped(to: [1, .batch]))) / Tensor.extent(.batch)
  let t9 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t10 = t9 * cos(t8)
  let t11 = t1.transposed().transposed() • t10.reshaped(to: [1, 3])
  let t12 = t3.transposed().transposed() • t10.reshaped(to: [1, 3])
  let t13 = pad(t11.reshaped(to: [1, 3, 3]), before: [0, 0, 0], after: [1, 0, 0])
  let t14 = t13 + pad(t12.reshaped(to: [1, 3, 3]), before: [1, 0, 0], after: [0, 0, 0])
  let t15 = t14 • V.transposed().transposed()
  let t16 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1, 1]).broadcast(to: [2, 3, 2])
  let t17 = (Tensor(1) * Tensor(0.5) / 12).reshaped(to: [1, 1, 1]).broadcast(to: [2, 3, 2])
  let t18 = t7 • V
  let t19 = t15 * t17 * -sin(t18)
  let t20 = t15 * t16 * 2 + t19
  let t21 = t16 * (2 * t18)
  let t22 = (t21 + t17 * cos(t18)).transposed(axes: [0, 2, 1])
  let t23 = sum(t7.transposed(axes: [0, 2, 1]) • t20, along: [0])
  return t23 + sum(t22 • t14, along: [0]).transposed()
}

func gradient110(_ sum_: Tensor, _ A: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = A * ŵ₁ + diagonalMatrix(3 + sum_)
  let t2 = (A + diagonalMatrix(3 + sum_)).reshaped(to: [3, 3])
  let t3 = (t1.reshaped(to: [3, 3]) • t2).reshaped(to: [3, 3]).reshaped(to: [3, 3])
  let t4 = ŵ₁.reshaped(to: [3, 1])
  let t5 = (t3 • t4).reshaped(to: [3])
  let t6 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t7 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t8 = t6 * (2 * t5)
  let t9 = (t8 + t7 * cos(t5)).reshaped(to: [3, 1])
  let t10 = (t9 • t4.transposed()).reshaped(to: [3, 3]).reshaped(to: [3, 3])
  let t11 = (t10 • t2.transposed()).reshaped(to: [3, 3]) * A
  let t12 = (t3.transposed() • t9).reshaped(to: [3])
  return sum(t11, along: [0]) + t12
}

func gradient111(_ X: Tensor, _ A: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = (X • A).transposed().reshaped(to: [3, .batch])
  let t2 = X + learning_rate
  let t3 = sin(t2).reshaped(to: [.batch, 3])
  let t4 = (t1 • t3).reshaped(to: [3, 3])
  let t5 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t6 = (Tensor(1) * Tensor(0.5) / 9).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t7 = t5 * (2 * t4)
  let t8 = (t7 + t6 * cos(t4)).reshaped(to: [3, 3])
  let t9 = (t8 • t3.transposed()).reshaped(to: [3, .batch]).transposed()
  let t10 = (t1.transposed() • t8).reshaped(to: [.batch, 3])
  let t11 = (1 / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t12 = t11 / cosh(asinh(X • A))
  let t13 = t10 * cos(t2)
  let t14 = t13 + t12 • A.transposed()
  return t9 • A.transposed() + t14
}

func gradient112(_ sum_: Tensor, _ A: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = A * ŵ₁ + diagonalMatrix(3 + sum_)
  let t2 = lowerTriangle(t1)
  let t3 = sum_ + ŵ₁
  let t4 = tanh(t3)
  let t5 = t2 * t4
  let t6 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t7 = (Tensor(1) * Tensor(0.5) / 9).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t8 = t6 * (2 * t5)
  let t9 = t8 + t7 * cos(t5)
  let t10 = sum(t9 * t2, along: [0])
  let t11 = sum_.reshaped(to: [3, 1])
  let t12 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3]).reshaped(to: [3, 1])
  let t13 = t11 • ŵ₁.reshaped(to: [1, 3])
  let t14 = t13 + diagonalMatrix(3 + sum_)
  let t15 = (t14 .> 0) - (t14 .< 0)
  let t16 = t11.transposed() • (t12.broadcast(to: [3, 3]) * t15)
  let t17 = t10 * squared(sech(t3))
  let t18 = sum(lowerTriangle(t9 * t4) * A, along: [0])
  return t18 + (t17 + t16.reshaped(to: [3]))
}

func gradient113(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = ŵ₁.reshaped(to: [1, 3])
  let t2 = sum_.reshaped(to: [3, 1]) • t1
  let t3 = upperTriangle(t2 + diagonalMatrix(3 + sum_), diagonal: -1)
  let t4 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t5 = (Tensor(1) * Tensor(0.5) / 9).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t6 = t4 * (2 * t3)
  let t7 = upperTriangle(t6 + t5 * cos(t3), diagonal: -1)
  let t8 = (t7 • t1.transposed()).reshaped(to: [3])
  return t8 + diagonal(t7)
}

func gradient114(
  _ X: Tensor,
  _ y: Tensor,
  _ sum_: Tensor,
  _ ŵ₁: Tensor,
  _ learning_rate: Tensor
) -> Tensor {
  let t1 = lowerTriangle(X * ŵ₁, diagonal: 1)
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t3 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t4 = t3.broadcast(to: [.batch, 3]) * cos(t1)
  let t5 = lowerTriangle(t2 * (2 * t1) + t4, diagonal: 1)
  let ŷ = (X • sum_ + learning_rate).named("ŷ")
  let t6 = (1 / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t7 = (t6 * (y .== ŷ)).reshaped(to: [.batch, 1])
  return t5 * ŵ₁ + t7 • ŵ₁.reshaped(to: [1, 3])
}

func gradient115(_ sum_: Tensor, _ A: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = diagonal(A + diagonalMatrix(3 + sum_))
  let t2 = t1 * ŵ₁
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t4 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t5 = t3 * (2 * t2)
  return (t5 + t4 * cos(t2)) * t1
}

func gradient116(_ y: Tensor, _ V: Tensor) -> Tensor {
  let t1 = (1 / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t2 = y.reshaped(to: [1, .batch])
  let t3 = Tensor.extent(.batch)
  let t4 = sum(squared(t2)) / t3
  let t5 = (t1 * cos(t4)).reshaped(to: [1, .batch])
  let t6 = y.reshaped(to: [1, .batch])
  let t7 = 2 * t6
  let t8 = Tensor.extent(.batch)
  let t9 = sum(t5 * t7, along: [1]).reshaped(to: [1, 1]).reshaped(to: [])
  let t10 = (t9 / t8).reshaped(to: [1, 1]).broadcast(to: [3, 2]) * V
  let t11 = diagonal(t10)
  let t12 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [2])
  let t13 = (Tensor(1) * Tensor(0.5) / 2).reshaped(to: [1]).broadcast(to: [2])
  let t14 = V * (sum(squared(t6)) / t8)
  let t15 = diagonal(t14)
  let t16 = t11 * t13 * -sin(t15)
  let t17 = diagonalMatrix(t11 * t12 * 2 + t16, rows: 3, columns: 2)
  let t18 = (sum(t17 * V) / t8).reshaped(to: [1, 1])
  let t19 = t12 * (2 * t15)
  let t20 = diagonalMatrix(t19 + t13 * cos(t15), rows: 3, columns: 2)
  let t21 = (sum(t20 * V) / t8).reshaped(to: [1, 1])
  let t22 = t21.broadcast(to: [1, .batch])
  let t23 = t18.broadcast(to: [1, .batch]) * (2 * t6)
  let t24 = sum(t1 * (t22 * t7).reshaped(to: [.batch]))
  let t25 = t24 * -sin(t4) / t3
  let t26 = t25.reshaped(to: [1, 1]).broadcast(to: [1, .batch]) * (2 * t2)
  let t27 = (t23 + t5 * t22 * 2).reshaped(to: [.batch])
  return t27 + t26.reshaped(to: [.batch])
}

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

let printedGradients6: [@Sendable ([Tensor]) -> Tensor] = [
  { gradient109($0[0], $0[1], $0[2], $0[3]) },
  { gradient110($0[0], $0[1], $0[2]) },
  { gradient111($0[0], $0[1], $0[2]) },
  { gradient112($0[0], $0[1], $0[2]) },
  { gradient113($0[0], $0[1]) },
  { gradient114($0[0], $0[1], $0[2], $0[3], $0[4]) },
  { gradient115($0[0], $0[1], $0[2]) },
  { gradient116($0[0], $0[1]) },
  { gradient117($0[0], $0[1]) },
  { gradient118($0[0], $0[1], $0[2], $0[3]) },
  { gradient119($0[0]) },
  { gradient120($0[0], $0[1]) },
  { gradient121($0[0], $0[1], $0[2], $0[3]) },
  { gradient122($0[0]) },
  { gradient123($0[0], $0[1]) },
  { gradient124($0[0], $0[1], $0[2]) },
]
