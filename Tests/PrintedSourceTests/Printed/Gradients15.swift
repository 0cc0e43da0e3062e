// swift-format-ignore-file
// Printed by .ci/print-source; not written by hand.
import ChainRule

@_optimize(none) func gradient248(_ X: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = Tensor.positions(.batch).reshaped(to: [.batch, 1, 1, 1])
  let t2 = Tensor.positions(3).reshaped(to: [1, 3, 1, 1])
  let t3 = t1 .== Tensor.positions(.batch).reshaped(to: [1, 1, .batch, 1])
  let t4 = t3 * (t2 .== Tensor.positions(3).reshaped(to: [1, 1, 1, 3]))
  let t5 = X + learning_rate
  let t6 = t4 * cos(t5).reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3])
  let t7 = t6.transposed(axes: [0, 1, 3, 2]).reshaped(to: [.batch, 3, 3, .batch])
  let t8 = X + learning_rate
  let t9 = sin(t8).reshaped(to: [.batch, 3])
  let t10 = sin(t5).transposed().reshaped(to: [3, .batch])
  let t11 = t4 * cos(t8).reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3])
  let t12 = t11.reshaped(to: [.batch, 3, .batch, 3])
  let t13 = t7 • t9.reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3])
  let t14 = t13 + t10.reshaped(to: [1, 3, .batch]).reshaped(to: [1, 1, 3, .batch]) • t12
  let t15 = t14.reshaped(to: [.batch, 3, 3, 3])
  let t16 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t17 = (t10 • t9).reshaped(to: [3, 3])
  let t18 = (-sin(t17)).reshaped(to: [1, 3, 3]).reshaped(to: [1, 1, 3, 3])
  let t19 = (Tensor(1) * Tensor(0.5) / 9).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t20 = t15 * 2 * t16.reshaped(to: [1, 3, 3]).reshaped(to: [1, 1, 3, 3])
  let t21 = t15 * t18 * t19.reshaped(to: [1, 3, 3]).reshaped(to: [1, 1, 3, 3])
  let t22 = (t20 + t21).reshaped(to: [.batch, 3, 3, 3])
  let t23 = t9.transposed()
  let t24 = t16 * (2 * t17)
  let t25 = (t24 + t19 * cos(t17)).reshaped(to: [3, 3])
  let t26 = t25.reshaped(to: [1, 3, 3]).reshaped(to: [1, 1, 3, 3])
  let t27 = t22 • t23.reshaped(to: [1, 3, .batch]).reshaped(to: [1, 1, 3, .batch])
  let t28 = (t27 + t26 • t12.transposed(axes: [0, 1, 3, 2])).reshaped(to: [.batch, 3, 3, .batch])
  let t29 = cos(t5).reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3])
  let t30 = (-sin(t5)).reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3])
  let t31 = (t25 • t23).reshaped(to: [3, .batch]).transposed().reshaped(to: [1, .batch, 3])
  let t32 = t4 * t30 * t31.reshaped(to: [1, 1, .batch, 3])
  let t33 = t25.reshaped(to: [1, 3, 3]).reshaped(to: [1, 1, 3, 3])
  let t34 = t10.transposed()
  let t35 = t34.reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3]) • t22
  let t36 = (t7.transposed(axes: [0, 1, 3, 2]) • t33 + t35).reshaped(to: [.batch, 3, .batch, 3])
  let t37 = (-sin(t8)).reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3])
  let t38 = (t34 • t25).reshaped(to: [.batch, 3]).reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3])
  let t39 = t36 * cos(t8).reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3])
  let t40 = t28.transposed(axes: [0, 1, 3, 2]) * t29 + t32
  let t41 = t40 + (t39 + t4 * t37 * t38)
  return t41.transposed(axes: [2, 3, 0, 1])
}

@_optimize(none) func gradient249(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = sum_.reshaped(to: [3, 1])
  let t2 = Tensor.positions(3).reshaped(to: [3, 1])
  let t3 = t2 .== Tensor.positions(3).reshaped(to: [1, 3])
  let t4 = sum_ + ŵ₁
  let t5 = lowerTriangle(t1.reshaped(to: [1, 3, 1]) • t3.reshaped(to: [3, 1, 3]))
  let t6 = t3 * squared(sech(t4)).reshaped(to: [1, 3])
  let t7 = t1 • ŵ₁.reshaped(to: [1, 3])
  let t8 = lowerTriangle(t7 + diagonalMatrix(3 + sum_))
  let t9 = guarded(t6, by: t3).reshaped(to: [3, 1, 3]) * t8.reshaped(to: [1, 3, 3])
  let t10 = t5 * tanh(t4).reshaped(to: [1, 1, 3]) + t9
  return t10.transposed(axes: [1, 2, 0])
}

@_optimize(none) func gradient250(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = upperTriangle(Tensor(1).broadcast(to: [3, 3]), diagonal: -1)
  let t2 = ŵ₁.reshaped(to: [1, 3])
  let t3 = sum_.reshaped(to: [3, 1]) • t2
  let t4 = upperTriangle(t3 + diagonalMatrix(3 + sum_), diagonal: -1)
  let t5 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t6 = (Tensor(1) * Tensor(0.5) / 9).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t7 = t5 * (2 * t4)
  let t8 = upperTriangle(t7 + t6 * cos(t4), diagonal: -1)
  let t9 = guarded(t2, by: sum(t1, along: [0]).reshaped(to: [1, 3])).transposed()
  let t10 = guarded(t8 • t9, by: sum(t1, along: [1]).reshaped(to: [3, 1]))
  return (t10.reshaped(to: [3]) + diagonal(t8)).broadcast(to: [.batch, 3])
}

@_optimize(none) func gradient251(_ X: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = Tensor.positions(3).reshaped(to: [3, 1])
  let t2 = (t1 .== Tensor.positions(3).reshaped(to: [1, 3])).reshaped(to: [3, 1, 3])
  let t3 = lowerTriangle(t2 * X.reshaped(to: [1, .batch, 3]), diagonal: 1)
  let t4 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3]).reshaped(to: [1, .batch, 3])
  let t5 = -sin(lowerTriangle(X * ŵ₁, diagonal: 1))
  let t6 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t7 = t3 * t5.reshaped(to: [1, .batch, 3])
  let t8 = t7 * t6.broadcast(to: [.batch, 3]).reshaped(to: [1, .batch, 3])
  let t9 = lowerTriangle(t3 * 2 * t4 + t8, diagonal: 1)
  let t10 = lowerTriangle(Tensor(1).broadcast(to: [.batch, 3]), diagonal: 1).reshaped(to: [1, .batch, 3])
  let t11 = sum(guarded(t9 * X.reshaped(to: [1, .batch, 3]), by: t10), along: [1])
  return t11.transposed()
}

@_optimize(none) func gradient252(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = Tensor.positions(3).reshaped(to: [3, 1])
  let t2 = t1 .== Tensor.positions(3).reshaped(to: [1, 3])
  let t3 = t2 * tanh(sum_ + ŵ₁).reshaped(to: [1, 3])
  return diagonalMatrix(guarded(t3, by: t2))
}

@_optimize(none) func gradient253(_ V: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = diagonal(V * learning_rate)
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [2])
  let t3 = (Tensor(1) * Tensor(0.5) / 2).reshaped(to: [1]).broadcast(to: [2])
  let t4 = t2 * (2 * t1)
  let t5 = diagonalMatrix(t4 + t3 * cos(t1), rows: 3, columns: 2)
  let t6 = guarded(t5 * V, by: diagonalMatrix(Tensor(1).broadcast(to: [2]), rows: 3, columns: 2))
  return sum(t6).broadcast(to: [.batch])
}

@_optimize(none) func gradient254(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = diagonalMatrix(Tensor(1).broadcast(to: [3]))
  let t2 = sum_.reshaped(to: [3, 1])
  let t3 = guarded(t2, by: sum(t1, along: [1]).reshaped(to: [3, 1])).transposed()
  let t4 = Tensor.positions(3).reshaped(to: [3, 1])
  let t5 = (t4 .== Tensor.positions(3).reshaped(to: [1, 3])).reshaped(to: [3, 1, 3])
  let t6 = sum(diagonal(t2.reshaped(to: [1, 3, 1]) • t5), along: [1])
  let t7 = diagonalMatrix(t6.reshaped(to: [3, 1]).broadcast(to: [3, 3]))
  let t8 = t2 • ŵ₁.reshaped(to: [1, 3])
  let t9 = diagonal(t8 + diagonalMatrix(3 + sum_))
  let t10 = -sin(sum(t9))
  let t11 = 2 * (Tensor(1) / Tensor(4))
  let t12 = t11 + t10 * (Tensor(1) * Tensor(0.5))
  let t13 = select(sum(t1, along: [0]).reshaped(to: [1, 3]), t12, 0).reshaped(to: [1, 1, 3])
  let t14 = (t3.reshaped(to: [1, 1, 3]) • t7 * t13).reshaped(to: [3, 3])
  return t14.transposed()
}

@_optimize(none) func gradient255(_ ŵ₁: Tensor) -> Tensor {
  let t1 = Tensor.positions(3).reshaped(to: [3, 1])
  let t2 = t1 .== Tensor.positions(3).reshaped(to: [1, 3])
  let t3 = t2.reshaped(to: [3, 3, 1]) • ŵ₁.reshaped(to: [1, 3]).reshaped(to: [1, 1, 3])
  let t4 = diagonalMatrix(ŵ₁).reshaped(to: [1, 3, 3])
  return (t4 • (t3 + diagonalMatrix(t2))).transposed(axes: [1, 2, 0])
}

@_optimize(none) func gradient256(_ ŵ₁: Tensor) -> Tensor {
  let t1 = Tensor.positions(3).reshaped(to: [3, 1])
  let t2 = diagonalMatrix(t1 .== Tensor.positions(3).reshaped(to: [1, 3]), rows: 3, columns: 4)
  let t3 = -sin(diagonalMatrix(ŵ₁, rows: 3, columns: 4) * 1.2120400728088416)
  let t4 = 1.2120400728088416 * t3 * (Tensor(1) * Tensor(0.5) / 12)
  let t5 = Tensor(1.2120400728088416) * Tensor(2) * (Tensor(1) / Tensor(4)) + t4
  let t6 = guarded(t2 * (t5 * 1.2120400728088416).reshaped(to: [1, 3, 4]), by: t2)
  return diagonal(t6).transposed()
}

@_optimize(none) func gradient257(_ sum_: Tensor, _ A: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = A * ŵ₁ + diagonalMatrix(3 + sum_)
  let t2 = inverse(t1)
  let t3 = Tensor.positions(3).reshaped(to: [3, 1])
  let t4 = diagonalMatrix(t3 .== Tensor.positions(3).reshaped(to: [1, 3]))
  let t5 = t2.reshaped(to: [1, 3, 3]) • t4 • t2.reshaped(to: [1, 3, 3])
  let t6 = t5.transposed(axes: [0, 2, 1])
  let t7 = Tensor(1) / Tensor(4)
  let t8 = Tensor(1) * Tensor(0.5) / 9
  let t9 = t7.reshaped(to: [1, 1]).broadcast(to: [3, 3]) * (2 * t2)
  let t10 = t8.reshaped(to: [1, 1]).broadcast(to: [3, 3]) * cos(t2)
  let t11 = t9 + t10
  let t12 = -Tensor(1)
  let t13 = t2.transposed()
  let t14 = t12 * -sin(t2) * t8
  let t15 = (t12 * 2 * t7 + t14).reshaped(to: [1, 3, 3])
  let t16 = t6 • t11.reshaped(to: [1, 3, 3]) * t12
  let t17 = t16 + t13.reshaped(to: [1, 3, 3]) • (t5 * t15)
  let t18 = (t13 • t11).reshaped(to: [1, 3, 3]) • t6 * t12
  let t19 = -(t17 • t13.reshaped(to: [1, 3, 3]) + t18)
  return diagonal(t19).transposed()
}

@_optimize(none) func gradient258(_ sum_: Tensor, _ A: Tensor) -> Tensor {
  let t1 = Tensor(1) .!= Tensor(0)
  let t2 = cofactors(A + diagonalMatrix(3 + sum_))
  let t3 = guarded(guarded(Tensor(1) / Tensor(50), by: t1) * t2, by: t1)
  return diagonal(t3)
}

@_optimize(none) func gradient259(_ sum_: Tensor, _ ŵ₁: Tensor, _ A: Tensor) -> Tensor {
  let t1 = ŵ₁.reshaped(to: [1, 3])
  let t2 = sum_.reshaped(to: [3, 1]) • t1
  let t3 = t2 + diagonalMatrix(3 + sum_)
  let t4 = inverse(t3).transposed()
  let t5 = Tensor.positions(3).reshaped(to: [3, 1])
  let t6 = t5 .== Tensor.positions(3).reshaped(to: [1, 3])
  let t7 = t6.reshaped(to: [3, 3, 1]) • t1.reshaped(to: [1, 1, 3])
  let t8 = t7 + diagonalMatrix(t6)
  let t9 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t10 = cofactors(t3) / 10
  let t11 = (Tensor(1) * Tensor(0.5) / 9).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t12 = t9 * (2 * t10)
  let t13 = (t12 + t11 * cos(t10)) / 10
  let t14 = t4 • t13.transposed() • t4
  let t15 = sum(t4 * t13).reshaped(to: [1, 1]) * t4
  let t16 = sum(t4.reshaped(to: [1, 3, 3]) * t8, along: [1, 2]).reshaped(to: [3, 1, 1])
  let t17 = t4.reshaped(to: [1, 3, 3]) • t8.transposed(axes: [0, 2, 1])
  let t18 = t17 • t4.reshaped(to: [1, 3, 3])
  let t19 = sum(t18 * t13.reshaped(to: [1, 3, 3]), along: [1, 2]).reshaped(to: [3, 1, 1])
  let t20 = sum(t4 * t13).reshaped(to: [1, 1]).reshaped(to: [1, 1, 1])
  let t21 = t19 * t4.reshaped(to: [1, 3, 3]) + t20 * t18
  let t22 = t18 • t13.transposed().reshaped(to: [1, 3, 3])
  let t23 = t14.reshaped(to: [1, 3, 3]) • t8.transposed(axes: [0, 2, 1])
  let t24 = t22 • t4.reshaped(to: [1, 3, 3])
  let t25 = t16 * (t15 - t14).reshaped(to: [1, 3, 3]) - t21
  let t26 = t25 + (t24 + t23 • t4.reshaped(to: [1, 3, 3]))
  let t27 = cofactorDerivative(t3.broadcast(to: [3, 3, 3]), t8) / 10
  let t28 = t27 * (-sin(t10)).reshaped(to: [1, 3, 3])
  let t29 = t27 * 2 * t9.reshaped(to: [1, 3, 3])
  let t30 = (t29 + t28 * t11.reshaped(to: [1, 3, 3])) / 10
  let t31 = determinant(t3).reshaped(to: [1, 1]).reshaped(to: [1, 1, 1]) * t26
  let t32 = t31 + cofactorDerivative(t3.broadcast(to: [3, 3, 3]), t30)
  let t33 = A * ŵ₁ + diagonalMatrix(3 + sum_)
  let t34 = cholesky(0.5 * (t33 + t33.transposed()))
  let t35 = inverse(t34)
  let t36 = inverse(t34)
  let t37 = diagonalMatrix(t6)
  let t38 = (t37 + t37.transposed(axes: [0, 2, 1])) * 0.5
  let t39 = t36.reshaped(to: [1, 3, 3]) • t38
  let t40 = t39 • t36.transposed().reshaped(to: [1, 3, 3])
  let t41 = 0.5 * (lowerTriangle(t40) + lowerTriangle(t40, diagonal: -1))
  let t42 = t34.reshaped(to: [1, 3, 3]) • t41
  let t43 = t35.reshaped(to: [1, 3, 3]) • t42 • t35.reshaped(to: [1, 3, 3])
  let t44 = -t43
  let t45 = (Tensor(1) / Tensor(9)).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t46 = t34.transposed() • t45
  let t47 = 0.5 * (lowerTriangle(t46) + lowerTriangle(t46, diagonal: -1))
  let t48 = t35.transposed()
  let t49 = t42.transposed(axes: [0, 2, 1]) • t45.reshaped(to: [1, 3, 3])
  let t50 = (lowerTriangle(t49) + lowerTriangle(t49, diagonal: -1)) * 0.5
  let t51 = t44.transposed(axes: [0, 2, 1]) • t47.reshaped(to: [1, 3, 3])
  let t52 = t51 + t48.reshaped(to: [1, 3, 3]) • t50
  let t53 = (t48 • t47).reshaped(to: [1, 3, 3]) • t44
  let t54 = t52 • t35.reshaped(to: [1, 3, 3]) + t53
  let t55 = (t54 + t54.transposed(axes: [0, 2, 1])) * 0.5 * 0.5
  let t56 = diagonal(t55.transposed(axes: [0, 2, 1]) + t55)
  let t57 = (t32 • t1.transposed().reshaped(to: [1, 3, 1])).reshaped(to: [3, 3])
  return (t57 + (diagonal(t32) + t56)).transposed()
}

let printedGradients15: [@Sendable ([Tensor]) -> Tensor] = [
  { gradient248($0[0], $0[1]) },
  { gradient249($0[0], $0[1]) },
  { gradient250($0[0], $0[1]) },
  { gradient251($0[0], $0[1]) },
  { gradient252($0[0], $0[1]) },
  { gradient253($0[0], $0[1]) },
  { gradient254($0[0], $0[1]) },
  { gradient255($0[0]) },
  { gradient256($0[0]) },
  { gradient257($0[0], $0[1], $0[2]) },
  { gradient258($0[0], $0[1]) },
  { gradient259($0[0], $0[1], $0[2]) },
]
