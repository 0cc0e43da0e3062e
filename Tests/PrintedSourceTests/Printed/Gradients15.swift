// swift-format-ignore-file
// Printed by .ci/print-source; not written by hand.
import ChainRule

@_optimize(none) func gradient250(_ X: Tensor, _ A: Tensor) -> Tensor {
  let t1 = Tensor.positions(.batch).reshaped(to: [.batch, 1, 1, 1])
  let t2 = Tensor.positions(3).reshaped(to: [1, 3, 1, 1])
  let t3 = t1 .== Tensor.positions(.batch).reshaped(to: [1, 1, .batch, 1])
  let t4 = t3 * (t2 .== Tensor.positions(3).reshaped(to: [1, 1, 1, 3]))
  let t5 = lowerTriangle(t4 • A.reshaped(to: [1, 3, 3]).reshaped(to: [1, 1, 3, 3]), diagonal: 1)
  let t6 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3]).reshaped(to: [1, .batch, 3])
  let t7 = -sin(lowerTriangle(X • A, diagonal: 1))
  let t8 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t9 = t5 * t7.reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3])
  let t10 = t8.broadcast(to: [.batch, 3]).reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3])
  let t11 = t5 * 2 * t6.reshaped(to: [1, 1, .batch, 3])
  let t12 = lowerTriangle(t11 + t9 * t10, diagonal: 1)
  let t13 = t12 • A.transposed().reshaped(to: [1, 3, 3]).reshaped(to: [1, 1, 3, 3])
  return t13.transposed(axes: [2, 3, 0, 1])
}

@_optimize(none) func gradient251(_ sum_: Tensor, _ A: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = Tensor.positions(3).reshaped(to: [3, 1])
  let t2 = t1 .== Tensor.positions(3).reshaped(to: [1, 3])
  let t3 = diagonal(t2.reshaped(to: [3, 1, 3]) * A.reshaped(to: [1, 3, 3]))
  let t4 = A * ŵ₁ + diagonalMatrix(3 + sum_)
  let t5 = diagonal(t4)
  let t6 = t3 * ŵ₁.reshaped(to: [1, 3])
  let t7 = t6 + t2 * t5.reshaped(to: [1, 3])
  let t8 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t9 = t5 * ŵ₁
  let t10 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t11 = t7 * (-sin(t9)).reshaped(to: [1, 3])
  let t12 = t7 * 2 * t8.reshaped(to: [1, 3])
  let t13 = t12 + t11 * t10.reshaped(to: [1, 3])
  let t14 = t8 * (2 * t9)
  let t15 = t14 + t10 * cos(t9)
  let t16 = t13 * ŵ₁.reshaped(to: [1, 3])
  let t17 = diagonalMatrix(t16 + t2 * t15.reshaped(to: [1, 3]))
  let t18 = t13 * t5.reshaped(to: [1, 3])
  let t19 = sum(t17 * A.reshaped(to: [1, 3, 3]), along: [1])
  let t20 = t19 + (t18 + t3 * t15.reshaped(to: [1, 3]))
  return t20.transposed()
}

@_optimize(none) func gradient252(_ learning_rate: Tensor) -> Tensor {
  let t1 = Tensor.positions(2).reshaped(to: [2, 1])
  let t2 = diagonalMatrix(t1 .== Tensor.positions(2).reshaped(to: [1, 2]), rows: 3, columns: 2)
  return t2 * learning_rate
}

@_optimize(none) func gradient253(_ sum_: Tensor, _ A: Tensor) -> Tensor {
  let t1 = diagonal(A + diagonalMatrix(3 + sum_))
  let t2 = sum(t1)
  let t3 = Tensor(1) / Tensor(4) * (2 * t2)
  let t4 = t3 + Tensor(1) * Tensor(0.5) * cos(t2)
  return diagonalMatrix(t4.reshaped(to: [1]).broadcast(to: [3])).broadcast(to: [.batch, 3, 3])
}

@_optimize(none) func gradient254(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = sum_.reshaped(to: [3, 1])
  let z = (sum_ / 2).named("z")
  let t2 = diagonalMatrix(z)
  let t3 = Tensor.positions(3).reshaped(to: [3, 1])
  let t4 = t3 .== Tensor.positions(3).reshaped(to: [1, 3])
  let t5 = t1.reshaped(to: [1, 3, 1]) • t4.reshaped(to: [3, 1, 3])
  let t6 = t2.reshaped(to: [1, 3, 3]) • t5
  let t7 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 3]).reshaped(to: [1, 3, 3])
  let t8 = t1 • ŵ₁.reshaped(to: [1, 3])
  let t9 = t2 • (t8 + diagonalMatrix(3 + sum_))
  let t10 = (Tensor(1) * Tensor(0.5) / 9).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t11 = t6 * (-sin(t9)).reshaped(to: [1, 3, 3])
  let t12 = t6 * 2 * t7
  let t13 = t12 + t11 * t10.reshaped(to: [1, 3, 3])
  let t14 = t2.transposed().reshaped(to: [1, 3, 3]) • t13
  let t15 = sum_ + ŵ₁
  let t16 = sech(t15)
  let t17 = (-(t16 * tanh(t15))).reshaped(to: [1, 3])
  let t18 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t19 = t4 * t17 * (2 * t16).reshaped(to: [1, 3])
  let t20 = (t1.transposed().reshaped(to: [1, 1, 3]) • t14).reshaped(to: [3, 3])
  let t21 = t19 * (t18 * Tensor.constant([0.1, -0.0, 1e-05])).reshaped(to: [1, 3])
  return (t20 + t21).transposed()
}

@_optimize(none) func gradient255() -> Tensor {
  let t1 = Tensor.positions(3).reshaped(to: [3, 1])
  let t2 = diagonalMatrix(t1 .== Tensor.positions(3).reshaped(to: [1, 3]), rows: 3, columns: 4)
  return (t2 * 1.1856189761712574).transposed(axes: [1, 2, 0])
}

@_optimize(none) func gradient256(_ sum_: Tensor, _ A: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = A * ŵ₁ + diagonalMatrix(3 + sum_)
  let t2 = inverse(t1)
  let t3 = t2.transposed()
  let t4 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t5 = (Tensor(1) * Tensor(0.5) / 9).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t6 = t4 * (2 * t2)
  let t7 = t3 • (t6 + t5 * cos(t2))
  return (-(t7 • t3) * ŵ₁).broadcast(to: [.batch, 3, 3])
}

@_optimize(none) func gradient257(_ sum_: Tensor, _ A: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = A * ŵ₁ + diagonalMatrix(3 + sum_)
  let t2 = Tensor.positions(3).reshaped(to: [3, 1])
  let t3 = diagonalMatrix(t2 .== Tensor.positions(3).reshaped(to: [1, 3]))
  let t4 = sum(cofactors(t1).reshaped(to: [1, 3, 3]) * t3, along: [1, 2])
  let t5 = t4 / 50
  let t6 = Tensor(1) / Tensor(4)
  let t7 = determinant(t1) / 50
  let t8 = Tensor(1) * Tensor(0.5)
  let t9 = t5 * -sin(t7) * t8
  let t10 = (t5 * 2 * t6 + t9) / 50
  let t11 = inverse(t1).transposed()
  let t12 = sum(t11.reshaped(to: [1, 3, 3]) * t3, along: [1, 2]).reshaped(to: [3, 1, 1])
  let t13 = t11.reshaped(to: [1, 3, 3]) • t3.transposed(axes: [0, 2, 1])
  let t14 = t12 * t11.reshaped(to: [1, 3, 3])
  let t15 = t14 - t13 • t11.reshaped(to: [1, 3, 3])
  let t16 = t6 * (2 * t7)
  let t17 = (t16 + t8 * cos(t7)) / 50
  let t18 = t10.reshaped(to: [3, 1, 1]) * cofactors(t1).reshaped(to: [1, 3, 3])
  let t19 = t18 + determinant(t1) * t15 * t17
  return diagonal(t19).transposed()
}

@_optimize(none) func gradient258(_ sum_: Tensor, _ A: Tensor) -> Tensor {
  let t1 = A + diagonalMatrix(3 + sum_)
  let t2 = inverse(t1).transposed()
  let t3 = Tensor.positions(3).reshaped(to: [3, 1])
  let t4 = diagonalMatrix(t3 .== Tensor.positions(3).reshaped(to: [1, 3]))
  let t5 = sum(t2.reshaped(to: [1, 3, 3]) * t4, along: [1, 2]).reshaped(to: [3, 1, 1])
  let t6 = t2.reshaped(to: [1, 3, 3]) • t4.transposed(axes: [0, 2, 1])
  let t7 = t5 * t2.reshaped(to: [1, 3, 3])
  let t8 = t7 - t6 • t2.reshaped(to: [1, 3, 3])
  return (determinant(t1) * t8 / 10).transposed(axes: [1, 2, 0])
}

@_optimize(none) func gradient259(_ sum_: Tensor, _ ŵ₁: Tensor, _ A: Tensor) -> Tensor {
  let t1 = ŵ₁.reshaped(to: [1, 3])
  let t2 = sum_.reshaped(to: [3, 1]) • t1
  let t3 = t2 + diagonalMatrix(3 + sum_)
  let t4 = Tensor.positions(3).reshaped(to: [3, 1])
  let t5 = t4 .== Tensor.positions(3).reshaped(to: [1, 3])
  let t6 = t5.reshaped(to: [3, 3, 1]) • t1.reshaped(to: [1, 1, 3])
  let t7 = t6 + diagonalMatrix(t5)
  let t8 = inverse(t3).transposed().reshaped(to: [1, 3, 3]) * t7
  let t9 = sum(t8, along: [1, 2])
  let t10 = Tensor(1) / Tensor(4)
  let t11 = logDeterminant(t3)
  let t12 = Tensor(1) * Tensor(0.5)
  let t13 = t9 * -sin(t11) * t12
  let t14 = inverse(t3)
  let t15 = (t9 * 2 * t10 + t13).reshaped(to: [3, 1, 1])
  let t16 = t14.reshaped(to: [1, 3, 3]) • t7 • t14.reshaped(to: [1, 3, 3])
  let t17 = t10 * (2 * t11)
  let t18 = t17 + t12 * cos(t11)
  let t19 = t15 * t14.transposed().reshaped(to: [1, 3, 3])
  let t20 = t19 + (-t16).transposed(axes: [0, 2, 1]) * t18
  let t21 = A * ŵ₁ + diagonalMatrix(3 + sum_)
  let t22 = cholesky(0.5 * (t21 + t21.transposed()))
  let t23 = inverse(t22)
  let t24 = inverse(t22)
  let t25 = diagonalMatrix(t5)
  let t26 = (t25 + t25.transposed(axes: [0, 2, 1])) * 0.5
  let t27 = t24.reshaped(to: [1, 3, 3]) • t26
  let t28 = t27 • t24.transposed().reshaped(to: [1, 3, 3])
  let t29 = 0.5 * (lowerTriangle(t28) + lowerTriangle(t28, diagonal: -1))
  let t30 = t22.reshaped(to: [1, 3, 3]) • t29
  let t31 = t23.reshaped(to: [1, 3, 3]) • t30 • t23.reshaped(to: [1, 3, 3])
  let t32 = -t31
  let t33 = (Tensor(1) / Tensor(9)).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t34 = t22.transposed() • t33
  let t35 = 0.5 * (lowerTriangle(t34) + lowerTriangle(t34, diagonal: -1))
  let t36 = t23.transposed()
  let t37 = t30.transposed(axes: [0, 2, 1]) • t33.reshaped(to: [1, 3, 3])
  let t38 = (lowerTriangle(t37) + lowerTriangle(t37, diagonal: -1)) * 0.5
  let t39 = t32.transposed(axes: [0, 2, 1]) • t35.reshaped(to: [1, 3, 3])
  let t40 = t39 + t36.reshaped(to: [1, 3, 3]) • t38
  let t41 = (t36 • t35).reshaped(to: [1, 3, 3]) • t32
  let t42 = t40 • t23.reshaped(to: [1, 3, 3]) + t41
  let t43 = (t42 + t42.transposed(axes: [0, 2, 1])) * 0.5 * 0.5
  let t44 = diagonal(t43.transposed(axes: [0, 2, 1]) + t43)
  let t45 = (t20 • t1.transposed().reshaped(to: [1, 3, 1])).reshaped(to: [3, 3])
  return (t45 + (diagonal(t20) + t44)).transposed()
}

let printedGradients15: [@Sendable ([Tensor]) -> Tensor] = [
  { gradient250($0[0], $0[1]) },
  { gradient251($0[0], $0[1], $0[2]) },
  { gradient252($0[0]) },
  { gradient253($0[0], $0[1]) },
  { gradient254($0[0], $0[1]) },
  { _ in gradient255() },
  { gradient256($0[0], $0[1], $0[2]) },
  { gradient257($0[0], $0[1], $0[2]) },
  { gradient258($0[0], $0[1]) },
  { gradient259($0[0], $0[1], $0[2]) },
]
