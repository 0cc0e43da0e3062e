// swift-format-ignore-file
// Printed by .ci/print-source; not written by hand.
import ChainRule

@_optimize(none) func gradient244(_ sum_: Tensor, _ A: Tensor, _ ŵ₁: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = A * ŵ₁ + diagonalMatrix(3 + sum_)
  let t2 = ŵ₁ * learning_rate
  let t3 = t2 • t1
  let t4 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t5 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t6 = t4 * (2 * t3)
  let t7 = t6 + t5 * cos(t3)
  let t8 = t2.reshaped(to: [3, 1]) • t7.reshaped(to: [1, 3]) * A
  let t9 = t1 • t7 * learning_rate + sum(t8, along: [0])
  return t9.broadcast(to: [.batch, 3])
}

@_optimize(none) func gradient245(_ sum_: Tensor, _ ŵ₁: Tensor, _ V: Tensor, _ A: Tensor) -> Tensor {
  let t1 = Tensor.positions(3).reshaped(to: [3, 1])
  let t2 = t1 .== Tensor.positions(3).reshaped(to: [1, 3])
  let t3 = ŵ₁.reshaped(to: [1, 3])
  let t4 = t2.reshaped(to: [3, 3, 1]) • t3.reshaped(to: [1, 1, 3])
  let t5 = (t4 + diagonalMatrix(t2)).reshaped(to: [3, 1, 3, 3])
  let t6 = concatenate([diagonalMatrix(t2).reshaped(to: [3, 1, 3, 3]), t5], along: 1)
  let t7 = t6 • V.reshaped(to: [1, 1, 3, 2])
  let t8 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1, 1]).broadcast(to: [2, 3, 2]).reshaped(to: [1, 2, 3, 2])
  let t9 = sum_.reshaped(to: [3, 1]) • t3
  let t10 = (A + diagonalMatrix(3 + sum_)).reshaped(to: [1, 3, 3])
  let t11 = (t9 + diagonalMatrix(3 + sum_)).reshaped(to: [1, 3, 3])
  let t12 = -sin(concatenate([t10, t11], along: 0) • V)
  let t13 = (Tensor(1) * Tensor(0.5) / 12).reshaped(to: [1, 1, 1]).broadcast(to: [2, 3, 2])
  let t14 = t7 * t12.reshaped(to: [1, 2, 3, 2]) * t13.reshaped(to: [1, 2, 3, 2])
  let t15 = t7 * 2 * t8 + t14
  let t16 = t15 • V.transposed().reshaped(to: [1, 1, 2, 3])
  let t17 = t16[.all, .range(1..<2), .all, .all].reshaped(to: [3, 3, 3])
  let t18 = (t17 • t3.transposed().reshaped(to: [1, 3, 1])).reshaped(to: [3, 3])
  let t19 = diagonal(t16[.all, .range(0..<1), .all, .all].reshaped(to: [3, 3, 3]))
  return (t19 + (t18 + diagonal(t17))).transposed()
}

@_optimize(none) func gradient246(_ sum_: Tensor, _ A: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = Tensor.positions(3).reshaped(to: [3, 1])
  let t2 = t1 .== Tensor.positions(3).reshaped(to: [1, 3])
  let t3 = sum_.reshaped(to: [3, 1])
  let t4 = t3 • ŵ₁.reshaped(to: [1, 3])
  let t5 = (t4 + diagonalMatrix(3 + sum_)).reshaped(to: [3, 3])
  let t6 = (t2.reshaped(to: [3, 1, 3]) * A.reshaped(to: [1, 3, 3])).reshaped(to: [3, 3, 3])
  let t7 = A * ŵ₁ + diagonalMatrix(3 + sum_)
  let t8 = t7.reshaped(to: [3, 3])
  let t9 = (t3.reshaped(to: [1, 3, 1]) • t2.reshaped(to: [3, 1, 3])).reshaped(to: [3, 3, 3])
  let t10 = t6 • t5.reshaped(to: [1, 3, 3])
  let t11 = (t10 + t8.reshaped(to: [1, 3, 3]) • t9).reshaped(to: [3, 3, 3])
  let t12 = sum_ + ŵ₁
  let t13 = tanh(t12).reshaped(to: [3, 1]).reshaped(to: [1, 3, 1])
  let t14 = t2 * squared(sech(t12)).reshaped(to: [1, 3])
  let t15 = (t8 • t5).reshaped(to: [3, 3]).reshaped(to: [3, 3]).reshaped(to: [1, 3, 3])
  let t16 = t15 • guarded(t14, by: t2).reshaped(to: [3, 3, 1])
  let t17 = (t11.reshaped(to: [3, 3, 3]) • t13 + t16).reshaped(to: [3, 3])
  return t17.transposed()
}

@_optimize(none) func gradient247(_ X: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = X.reshaped(to: [.batch, 1, 3])
  let t2 = t1.reshaped(to: [.batch, 1, 3])
  let t3 = (t1 * ŵ₁.reshaped(to: [1, 1, 3])).transposed(axes: [0, 2, 1]).reshaped(to: [.batch, 3, 1])
  let t4 = (t3 • t2).reshaped(to: [.batch, 3, 3])
  let t5 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 3]).reshaped(to: [1, 3, 3])
  let t6 = (Tensor(1) * Tensor(0.5) / 9).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t7 = t6.reshaped(to: [1, 3, 3]) * cos(t4)
  let t8 = (t5 * (2 * t4) + t7).reshaped(to: [.batch, 3, 3])
  let t9 = (t8 • t2.transposed(axes: [0, 2, 1])).reshaped(to: [.batch, 3, 1]).transposed(axes: [0, 2, 1])
  return sum(t9 * t1, along: [1])
}

@_optimize(none) func gradient248(_ sum_: Tensor, _ X: Tensor, _ in_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = lowerTriangle(Tensor(1).broadcast(to: [3, 3]))
  let t2 = Tensor.positions(3).reshaped(to: [3, 1])
  let t3 = t2 .== Tensor.positions(3).reshaped(to: [1, 3])
  let t4 = ŵ₁.reshaped(to: [1, 3])
  let t5 = t3.reshaped(to: [3, 3, 1]) • t4.reshaped(to: [1, 1, 3])
  let t6 = lowerTriangle(t5 + diagonalMatrix(t3))
  let t7 = sum_ + ŵ₁
  let t8 = tanh(t7)
  let t9 = t3 * squared(sech(t7)).reshaped(to: [1, 3])
  let t10 = guarded(t9, by: t3)
  let t11 = sum_.reshaped(to: [3, 1]) • t4
  let t12 = lowerTriangle(t11 + diagonalMatrix(3 + sum_))
  let t13 = t10.reshaped(to: [3, 1, 3]) * t12.reshaped(to: [1, 3, 3])
  let t14 = t6 * t8.reshaped(to: [1, 1, 3]) + t13
  let t15 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t16 = t12 * t8
  let t17 = (Tensor(1) * Tensor(0.5) / 9).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t18 = t14 * (-sin(t16)).reshaped(to: [1, 3, 3])
  let t19 = t14 * 2 * t15.reshaped(to: [1, 3, 3])
  let t20 = t19 + t18 * t17.reshaped(to: [1, 3, 3])
  let t21 = t15 * (2 * t16)
  let t22 = t21 + t17 * cos(t16)
  let t23 = t10.reshaped(to: [3, 1, 3]) * t22.reshaped(to: [1, 3, 3])
  let t24 = lowerTriangle(t20 * t8.reshaped(to: [1, 1, 3]) + t23)
  let t25 = guarded(t4, by: sum(t1, along: [0]).reshaped(to: [1, 3])).transposed()
  let t26 = sum(t1, along: [1]).reshaped(to: [3, 1]).reshaped(to: [1, 3, 1])
  let t27 = t20 * t12.reshaped(to: [1, 3, 3])
  let t28 = sech(t7)
  let t29 = sum(t27 + t6 * t22.reshaped(to: [1, 3, 3]), along: [1])
  let t30 = -(t28 * tanh(t7))
  let t31 = t30 * (2 * t28)
  let t32 = (t31 * sum(t22 * t12, along: [0])).reshaped(to: [1, 3])
  let t33 = t29 * squared(t28).reshaped(to: [1, 3])
  let t34 = 1 / Tensor.extent(.batch)
  let t35 = select(scatterAdd(Tensor(1).broadcast(to: [.batch]), in_, along: 0, length: 3), t34 / 2, 0)
  let t36 = gather(t3, in_, along: 1) • X.transposed().transposed()
  let t37 = scatterAdd(X.transposed(), in_, along: 1, length: 3) * t35.reshaped(to: [1, 3])
  let t38 = t37 + t36 * (Tensor(1) / Tensor(2) * t34)
  let t39 = t33 + guarded(t3 * t32, by: t3) + t38
  let t40 = guarded(t24 • t25.reshaped(to: [1, 3, 1]), by: t26).reshaped(to: [3, 3])
  return (t40 + (diagonal(t24) + t39)).transposed()
}

@_optimize(none) func gradient249(_ ŵ₁: Tensor) -> Tensor {
  let t1 = Tensor.positions(3).reshaped(to: [3, 1])
  let t2 = t1 .== Tensor.positions(3).reshaped(to: [1, 3])
  let t3 = t2.reshaped(to: [3, 3, 1]) • ŵ₁.reshaped(to: [1, 3]).reshaped(to: [1, 1, 3])
  return upperTriangle(t3 + diagonalMatrix(t2), diagonal: -1).transposed(axes: [1, 2, 0])
}

@_optimize(none) func gradient250(_ X: Tensor, _ A: Tensor) -> Tensor {
  let t1 = lowerTriangle(Tensor(1).broadcast(to: [.batch, 3]), diagonal: 1)
  let t2 = Tensor.positions(.batch).reshaped(to: [.batch, 1, 1, 1])
  let t3 = Tensor.positions(3).reshaped(to: [1, 3, 1, 1])
  let t4 = t2 .== Tensor.positions(.batch).reshaped(to: [1, 1, .batch, 1])
  let t5 = t4 * (t3 .== Tensor.positions(3).reshaped(to: [1, 1, 1, 3]))
  let t6 = lowerTriangle(t5 • A.reshaped(to: [1, 3, 3]).reshaped(to: [1, 1, 3, 3]), diagonal: 1)
  let t7 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3]).reshaped(to: [1, .batch, 3])
  let t8 = -sin(lowerTriangle(X • A, diagonal: 1))
  let t9 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t10 = t6 * t8.reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3])
  let t11 = t9.broadcast(to: [.batch, 3]).reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3])
  let t12 = t6 * 2 * t7.reshaped(to: [1, 1, .batch, 3])
  let t13 = guarded(A, by: sum(t1, along: [0]).reshaped(to: [1, 3])).transposed()
  let t14 = lowerTriangle(t12 + t10 * t11, diagonal: 1)
  let t15 = sum(t1, along: [1]).reshaped(to: [.batch, 1]).reshaped(to: [1, .batch, 1]).reshaped(to: [1, 1, .batch, 1])
  let t16 = guarded(t14 • t13.reshaped(to: [1, 3, 3]).reshaped(to: [1, 1, 3, 3]), by: t15)
  return t16.transposed(axes: [2, 3, 0, 1])
}

@_optimize(none) func gradient251(_ sum_: Tensor, _ A: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = Tensor.positions(3).reshaped(to: [3, 1])
  let t2 = t1 .== Tensor.positions(3).reshaped(to: [1, 3])
  let t3 = diagonal(t2.reshaped(to: [3, 1, 3]) * A.reshaped(to: [1, 3, 3]))
  let t4 = A * ŵ₁ + diagonalMatrix(3 + sum_)
  let t5 = diagonal(t4)
  let t6 = guarded(t2 * t5.reshaped(to: [1, 3]), by: t2)
  let t7 = t3 * ŵ₁.reshaped(to: [1, 3]) + t6
  let t8 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t9 = t5 * ŵ₁
  let t10 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t11 = t7 * (-sin(t9)).reshaped(to: [1, 3])
  let t12 = t7 * 2 * t8.reshaped(to: [1, 3])
  let t13 = t12 + t11 * t10.reshaped(to: [1, 3])
  let t14 = t8 * (2 * t9)
  let t15 = t14 + t10 * cos(t9)
  let t16 = guarded(t2 * t15.reshaped(to: [1, 3]), by: t2)
  let t17 = diagonalMatrix(t13 * ŵ₁.reshaped(to: [1, 3]) + t16)
  let t18 = diagonalMatrix(Tensor(1).broadcast(to: [3])).reshaped(to: [1, 3, 3])
  let t19 = t13 * t5.reshaped(to: [1, 3])
  let t20 = sum(guarded(t17 * A.reshaped(to: [1, 3, 3]), by: t18), along: [1])
  let t21 = t20 + (t19 + t3 * t15.reshaped(to: [1, 3]))
  return t21.transposed()
}

@_optimize(none) func gradient252(_ learning_rate: Tensor) -> Tensor {
  let t1 = Tensor.positions(2).reshaped(to: [2, 1])
  let t2 = diagonalMatrix(t1 .== Tensor.positions(2).reshaped(to: [1, 2]), rows: 3, columns: 2)
  let t3 = select(diagonalMatrix(Tensor(1).broadcast(to: [2]), rows: 3, columns: 2), learning_rate, 0)
  return guarded(t2 * t3.reshaped(to: [1, 3, 2]), by: t2)
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
  let t7 = t1 • ŵ₁.reshaped(to: [1, 3])
  let t8 = t2 • (t7 + diagonalMatrix(3 + sum_))
  let t9 = -sin(t8)
  let t10 = (t9 * (Tensor(1) * Tensor(0.5) / 9)).reshaped(to: [1, 3, 3])
  let t11 = t6 * (2 * (Tensor(1) / Tensor(4)))
  let t12 = t2.transposed().reshaped(to: [1, 3, 3])
  let t13 = t12 • (t11 + t6 * t10)
  let t14 = sum_ + ŵ₁
  let t15 = sech(t14)
  let t16 = -(t15 * tanh(t14))
  let t17 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t18 = t16 * (2 * t15)
  let t19 = (t18 * (t17 * Tensor.constant([0.1, -0.0, 1e-05]))).reshaped(to: [1, 3])
  let t20 = (t1.transposed().reshaped(to: [1, 1, 3]) • t13).reshaped(to: [3, 3])
  return (t20 + guarded(t4 * t19, by: t4)).transposed()
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
  let t1 = Tensor.positions(3).reshaped(to: [3, 1])
  let t2 = diagonalMatrix(t1 .== Tensor.positions(3).reshaped(to: [1, 3]))
  let t3 = A * ŵ₁ + diagonalMatrix(3 + sum_)
  let t4 = guarded(t2 * cofactors(t3).reshaped(to: [1, 3, 3]), by: t2)
  let t5 = sum(t4, along: [1, 2]) / 50
  let t6 = Tensor(1) / Tensor(4)
  let t7 = determinant(t3) / 50
  let t8 = Tensor(1) * Tensor(0.5)
  let t9 = t5 * -sin(t7) * t8
  let t10 = (t5 * 2 * t6 + t9) / 50
  let t11 = inverse(t3).transposed()
  let t12 = sum(guarded(t2 * t11.reshaped(to: [1, 3, 3]), by: t2), along: [1, 2])
  let t13 = t11.reshaped(to: [1, 3, 3]) • t2.transposed(axes: [0, 2, 1])
  let t14 = t12.reshaped(to: [3, 1, 1]) * t11.reshaped(to: [1, 3, 3])
  let t15 = t14 - t13 • t11.reshaped(to: [1, 3, 3])
  let t16 = t6 * (2 * t7)
  let t17 = (t16 + t8 * cos(t7)) / 50
  let t18 = t10.reshaped(to: [3, 1, 1]) * cofactors(t3).reshaped(to: [1, 3, 3])
  let t19 = t18 + determinant(t3) * t15 * t17
  return diagonal(t19).transposed()
}

@_optimize(none) func gradient258(_ sum_: Tensor, _ A: Tensor) -> Tensor {
  let t1 = A + diagonalMatrix(3 + sum_)
  let t2 = Tensor.positions(3).reshaped(to: [3, 1])
  let t3 = diagonalMatrix(t2 .== Tensor.positions(3).reshaped(to: [1, 3]))
  let t4 = inverse(t1).transposed()
  let t5 = sum(guarded(t3 * t4.reshaped(to: [1, 3, 3]), by: t3), along: [1, 2])
  let t6 = t4.reshaped(to: [1, 3, 3]) • t3.transposed(axes: [0, 2, 1])
  let t7 = t5.reshaped(to: [3, 1, 1]) * t4.reshaped(to: [1, 3, 3])
  let t8 = t7 - t6 • t4.reshaped(to: [1, 3, 3])
  return (determinant(t1) * t8 / 10).transposed(axes: [1, 2, 0])
}

let printedGradients15: [@Sendable ([Tensor]) -> Tensor] = [
  { gradient244($0[0], $0[1], $0[2], $0[3]) },
  { gradient245($0[0], $0[1], $0[2], $0[3]) },
  { gradient246($0[0], $0[1], $0[2]) },
  { gradient247($0[0], $0[1]) },
  { gradient248($0[0], $0[1], $0[2], $0[3]) },
  { gradient249($0[0]) },
  { gradient250($0[0], $0[1]) },
  { gradient251($0[0], $0[1], $0[2]) },
  { gradient252($0[0]) },
  { gradient253($0[0], $0[1]) },
  { gradient254($0[0], $0[1]) },
  { _ in gradient255() },
  { gradient256($0[0], $0[1], $0[2]) },
  { gradient257($0[0], $0[1], $0[2]) },
  { gradient258($0[0], $0[1]) },
]
