// swift-format-ignore-file
// Printed by .ci/print-source; not written by hand.
import ChainRule

func gradient253(_ sum_: Tensor) -> Tensor {
  let t1 = diagonalMatrix(sum_, rows: 3, columns: 4) * 0.8667878411543646
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 4])
  let t3 = (Tensor(1) * Tensor(0.5) / 12).reshaped(to: [1, 1]).broadcast(to: [3, 4])
  let t4 = t2 * (2 * t1)
  let t5 = (t4 + t3 * cos(t1)) * 0.8667878411543646
  return diagonal(t5).broadcast(to: [.batch, 3])
}

func gradient254(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = sum_.reshaped(to: [3, 1])
  let t2 = t1 • ŵ₁.reshaped(to: [1, 3])
  let t3 = inverse(t2 + diagonalMatrix(3 + sum_))
  let t4 = Tensor.positions(3).reshaped(to: [3, 1])
  let t5 = (t4 .== Tensor.positions(3).reshaped(to: [1, 3])).reshaped(to: [3, 1, 3])
  let t6 = t3.reshaped(to: [1, 3, 3]) • (t1.reshaped(to: [1, 3, 1]) • t5)
  let t7 = -(t6 • t3.reshaped(to: [1, 3, 3]))
  let t8 = t7.transposed(axes: [0, 2, 1])
  let t9 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t10 = (Tensor(1) * Tensor(0.5) / 9).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t11 = t9 * (2 * t3)
  let t12 = t11 + t10 * cos(t3)
  let t13 = t3.transposed()
  let t14 = t7 * (-sin(t3)).reshaped(to: [1, 3, 3])
  let t15 = t7 * 2 * t9.reshaped(to: [1, 3, 3])
  let t16 = t15 + t14 * t10.reshaped(to: [1, 3, 3])
  let t17 = t8 • t12.reshaped(to: [1, 3, 3])
  let t18 = t17 + t13.reshaped(to: [1, 3, 3]) • t16
  let t19 = (t13 • t12).reshaped(to: [1, 3, 3]) • t8
  let t20 = -(t18 • t13.reshaped(to: [1, 3, 3]) + t19)
  let t21 = (t1.transposed().reshaped(to: [1, 1, 3]) • t20).reshaped(to: [3, 3])
  return t21.transposed()
}

func gradient255(_ sum_: Tensor, _ A: Tensor) -> Tensor {
  let t1 = cofactors(A + diagonalMatrix(3 + sum_))
  return diagonal(Tensor(1) / Tensor(50) * t1)
}

func gradient256(_ sum_: Tensor, _ A: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = A * ŵ₁ + diagonalMatrix(3 + sum_)
  let t2 = inverse(t1).transposed()
  let t3 = cofactors(t1) / 10
  let t4 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t5 = (Tensor(1) * Tensor(0.5) / 9).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t6 = t4 * (2 * t3)
  let t7 = (t6 + t5 * cos(t3)) / 10
  let t8 = sum(t2 * t7) * t2
  let t9 = t8 - t2 • t7.transposed() • t2
  return (determinant(t1) * t9 * ŵ₁).broadcast(to: [.batch, 3, 3])
}

func gradient257(_ sum_: Tensor, _ A: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = A * ŵ₁ + diagonalMatrix(3 + sum_)
  let t2 = Tensor.positions(3).reshaped(to: [3, 1])
  let t3 = diagonalMatrix(t2 .== Tensor.positions(3).reshaped(to: [1, 3]))
  let t4 = inverse(t1).transposed().reshaped(to: [1, 3, 3]) * t3
  let t5 = sum(t4, along: [1, 2])
  let t6 = Tensor(1) / Tensor(4)
  let t7 = logDeterminant(t1)
  let t8 = Tensor(1) * Tensor(0.5)
  let t9 = t5 * -sin(t7) * t8
  let t10 = inverse(t1)
  let t11 = (t5 * 2 * t6 + t9).reshaped(to: [3, 1, 1])
  let t12 = t10.reshaped(to: [1, 3, 3]) • t3 • t10.reshaped(to: [1, 3, 3])
  let t13 = t6 * (2 * t7)
  let t14 = t13 + t8 * cos(t7)
  let t15 = t11 * t10.transposed().reshaped(to: [1, 3, 3])
  let t16 = t15 + (-t12).transposed(axes: [0, 2, 1]) * t14
  return diagonal(t16).transposed()
}

func gradient258(_ sum_: Tensor, _ A: Tensor) -> Tensor {
  let t1 = A + diagonalMatrix(3 + sum_)
  let t2 = cholesky(0.5 * (t1 + t1.transposed()))
  let t3 = inverse(t2)
  let t4 = Tensor.positions(3).reshaped(to: [3, 1])
  let t5 = diagonalMatrix(t4 .== Tensor.positions(3).reshaped(to: [1, 3]))
  let t6 = (t5 + t5.transposed(axes: [0, 2, 1])) * 0.5
  let t7 = t3.reshaped(to: [1, 3, 3]) • t6
  let t8 = t7 • t3.transposed().reshaped(to: [1, 3, 3])
  let t9 = 0.5 * (lowerTriangle(t8) + lowerTriangle(t8, diagonal: -1))
  return (t2.reshaped(to: [1, 3, 3]) • t9).transposed(axes: [1, 2, 0])
}

func gradient259(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = ŵ₁.reshaped(to: [1, 3])
  let t2 = sum_.reshaped(to: [3, 1]) • t1
  let t3 = t2 + diagonalMatrix(3 + sum_)
  let t4 = t3.transposed()
  let t5 = Tensor.positions(3).reshaped(to: [3, 1])
  let t6 = t5 .== Tensor.positions(3).reshaped(to: [1, 3])
  let t7 = t6.reshaped(to: [3, 3, 1]) • t1.reshaped(to: [1, 1, 3])
  let t8 = t7 + diagonalMatrix(t6)
  let z = (sum_ / 2).named("z")
  let t9 = solve(t3, z.reshaped(to: [3, 1]))
  let t10 = -(t8 • t9.reshaped(to: [1, 3, 1]))
  let t11 = (t6 / 2).reshaped(to: [3, 3, 1]) + t10
  let t12 = solve(t3.broadcast(to: [3, 3, 3]), t11)
  let t13 = t12.reshaped(to: [3, 3])
  let t14 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t15 = t9.reshaped(to: [3])
  let t16 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t17 = t13 * (-sin(t15)).reshaped(to: [1, 3])
  let t18 = t13 * 2 * t14.reshaped(to: [1, 3])
  let t19 = (t18 + t17 * t16.reshaped(to: [1, 3])).reshaped(to: [3, 3, 1])
  let t20 = t14 * (2 * t15)
  let t21 = (t20 + t16 * cos(t15)).reshaped(to: [3, 1])
  let t22 = solve(t4, t21)
  let t23 = -(t8.transposed(axes: [0, 2, 1]) • t22.reshaped(to: [1, 3, 1]))
  let t24 = solve(t4.broadcast(to: [3, 3, 3]), t19 + t23)
  let t25 = t24 • t9.transposed().reshaped(to: [1, 1, 3])
  let t26 = t25 + t22.reshaped(to: [1, 3, 1]) • t12.transposed(axes: [0, 2, 1])
  let t27 = -t26
  let t28 = t3.transposed()
  let t29 = t8.transposed(axes: [0, 2, 1]) • solve(t28, t21).reshaped(to: [1, 3, 1])
  let t30 = solve(t28.broadcast(to: [3, 3, 3]), t19 + -t29)
  let t31 = (t27 • t1.transposed().reshaped(to: [1, 3, 1])).reshaped(to: [3, 3])
  let t32 = diagonal(t27) + t30.reshaped(to: [3, 3]) / 2
  return (t31 + t32).transposed()
}

let printedGradients15: [@Sendable ([Tensor]) -> Tensor] = [
  { gradient253($0[0]) },
  { gradient254($0[0], $0[1]) },
  { gradient255($0[0], $0[1]) },
  { gradient256($0[0], $0[1], $0[2]) },
  { gradient257($0[0], $0[1], $0[2]) },
  { gradient258($0[0], $0[1]) },
  { gradient259($0[0], $0[1]) },
]
