// swift-format-ignore-file
// Printed by .ci/print-source; not written by hand.
import ChainRule

@_optimize(none) func gradient104(_ sum_: Tensor, _ A: Tensor) -> Tensor {
  let t1 = A + diagonalMatrix(3 + sum_)
  let t2 = sorted(t1, along: 0, descending: true) * sum_
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t4 = (Tensor(1) * Tensor(0.5) / 9).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t5 = t3 * (2 * t2)
  let t6 = (t5 + t4 * cos(t2)) * sum_
  return unsorted(t6, by: t1, along: 0, descending: true)
}

@_optimize(none) func gradient105(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = ŵ₁ * sum_
  let t2 = sum_ + ŵ₁
  let t3 = unsorted(tanh(t2), by: t1, along: 0) * ŵ₁
  let t4 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t5 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t6 = t4 * (2 * t3)
  let t7 = (t6 + t5 * cos(t3)) * ŵ₁
  return sorted(t7, by: t1, along: 0) * squared(sech(t2))
}

@_optimize(none) func gradient106(_ sum_: Tensor, _ A: Tensor) -> Tensor {
  let t1 = A + diagonalMatrix(3 + sum_)
  let t2 = sorted(t1, along: 1, descending: true)[.all, .range(0..<2)]
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t4 = (Tensor(1) * Tensor(0.5) / 6).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t5 = t3 * (2 * t2)
  let t6 = pad(t5 + t4 * cos(t2), before: [0, 0], after: [0, 1])
  return unsorted(t6, by: t1, along: 1, descending: true)
}

@_optimize(none) func gradient107(_ X: Tensor, _ sum_: Tensor, _ A: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = A * ŵ₁ + diagonalMatrix(3 + sum_)
  let t2 = X • t1
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t4 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t5 = t4.broadcast(to: [.batch, 3]) * cos(t2)
  let t6 = t3 * (2 * t2) + t5
  let t7 = (Tensor(1) / Tensor(9)).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t8 = pad(t7[.all, .range(0..<1)], before: [0, 2], after: [0, 0])
  let t9 = (t8 + pad(t7[.all, .range(1..<3)], before: [0, 0], after: [0, 1])) * A
  let t10 = sum(X.transposed() • t6 * A, along: [0])
  return t10 + sum(t9, along: [0])
}

@_optimize(none) func gradient108(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let z = (sum_ / 2).named("z")
  let t1 = sum_ + ŵ₁
  let t2 = tanh(t1)
  let t3 = z • t2
  let t4 = Tensor(1) / Tensor(4) * (2 * t3)
  let t5 = t4 + Tensor(1) * Tensor(0.5) * cos(t3)
  let t6 = t5 * z * squared(sech(t1))
  return t5 * t2 / 2 + t6
}

@_optimize(none) func gradient109(_ sum_: Tensor, _ y: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = sum_.reshaped(to: [3, 1])
  let t2 = sum_ + ŵ₁
  let t3 = tanh(t2)
  let t4 = ŵ₁.reshaped(to: [1, 3])
  let t5 = t1 • t4 + diagonalMatrix(3 + sum_)
  let t6 = sum(squared(y.reshaped(to: [1, .batch]))) / Tensor.extent(.batch)
  let t7 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t8 = t7 * cos(t6)
  let t9 = sech(t2)
  let t10 = t8 * squared(t9)
  let t11 = t3.reshaped(to: [3, 1])
  let t12 = t8.reshaped(to: [3, 1])
  let t13 = t12 • t4.transposed().transposed()
  let t14 = t13 + diagonalMatrix(t8)
  let t15 = (t11.transposed() • t14).reshaped(to: [3])
  let t16 = t5.transposed() • t10 + t15
  let t17 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t18 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t19 = t3 • t5
  let t20 = t16 * t18 * -sin(t19)
  let t21 = t16 * t17 * 2 + t20
  let t22 = t17 * (2 * t19)
  let t23 = t22 + t18 * cos(t19)
  let t24 = t3.reshaped(to: [3, 1]) • t21.reshaped(to: [1, 3])
  let t25 = t24 + t10.reshaped(to: [3, 1]) • t23.reshaped(to: [1, 3])
  let t26 = t23.reshaped(to: [1, 3])
  let t27 = ((t11 • t26).transposed() • t12).transposed()
  let t28 = (t14 • t26.transposed()).reshaped(to: [3])
  let t29 = t5 • t21 + t28
  let t30 = t8 * (t5 • t23) * (2 * t9)
  let t31 = t30 * -(t9 * tanh(t2))
  let t32 = (t1.transposed() • t25 + t27).reshaped(to: [3])
  let t33 = t29 * squared(sech(t2)) + t31
  return t32 + t33
}

@_optimize(none) func gradient110(_ sum_: Tensor, _ A: Tensor, _ ŵ₁: Tensor, _ V: Tensor) -> Tensor {
  let t1 = A * ŵ₁ + diagonalMatrix(3 + sum_)
  let t2 = (A + diagonalMatrix(3 + sum_)).reshaped(to: [1, 3, 3])
  let t3 = concatenate([t1.reshaped(to: [1, 3, 3]), t2], along: 0) • V
  let t4 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1, 1]).broadcast(to: [2, 3, 2])
  let t5 = (Tensor(1) * Tensor(0.5) / 12).reshaped(to: [1, 1, 1]).broadcast(to: [2, 3, 2])
  let t6 = t4 * (2 * t3)
  let t7 = t6 + t5 * cos(t3)
  let t8 = (t7 • V.transposed())[.range(0..<1), .all, .all].reshaped(to: [3, 3])
  return sum(t8 * A, along: [0])
}

@_optimize(none) func gradient111(_ sum_: Tensor, _ ŵ₁: Tensor, _ A: Tensor) -> Tensor {
  let t1 = ŵ₁.reshaped(to: [1, 3])
  let t2 = sum_.reshaped(to: [3, 1]) • t1
  let t3 = (t2 + diagonalMatrix(3 + sum_)).reshaped(to: [3, 3])
  let t4 = A * ŵ₁ + diagonalMatrix(3 + sum_)
  let t5 = t4.reshaped(to: [3, 3])
  let t6 = (t3 • t5).reshaped(to: [3, 3]).reshaped(to: [3, 3])
  let t7 = sum_.reshaped(to: [3, 1])
  let t8 = (t6 • t7).reshaped(to: [3])
  let t9 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t10 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t11 = t9 * (2 * t8)
  let t12 = (t11 + t10 * cos(t8)).reshaped(to: [3, 1])
  let t13 = (t12 • t7.transposed()).reshaped(to: [3, 3]).reshaped(to: [3, 3])
  let t14 = (t13 • t5.transposed()).reshaped(to: [3, 3])
  let t15 = ŵ₁.reshaped(to: [1, 3])
  let t16 = sum_.reshaped(to: [3, 1]) • t15
  let t17 = t16 + diagonalMatrix(3 + sum_)
  let t18 = t17 .== max(t17, along: [0]).reshaped(to: [1, 3])
  let t19 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3]).reshaped(to: [1, 3])
  let t20 = select(t18, t19 / sum(t18, along: [0]).reshaped(to: [1, 3]), 0)
  let t21 = (t20 • t15.transposed()).reshaped(to: [3])
  let t22 = (t6.transposed() • t12).reshaped(to: [3])
  let t23 = diagonal((t3.transposed() • t13).reshaped(to: [3, 3]))
  let t24 = t23 + (t22 + (t21 + diagonal(t20)))
  let t25 = (t14 • t1.transposed()).reshaped(to: [3])
  return t25 + (diagonal(t14) + t24)
}

@_optimize(none) func gradient112(_ X: Tensor, _ ŵ₁: Tensor, _ A: Tensor) -> Tensor {
  let t1 = (X * ŵ₁).transposed().reshaped(to: [3, .batch])
  let t2 = (t1 • (X • A).reshaped(to: [.batch, 3])).reshaped(to: [3, 3])
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t4 = (Tensor(1) * Tensor(0.5) / 9).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t5 = t3 * (2 * t2)
  let t6 = (t5 + t4 * cos(t2)).reshaped(to: [3, 3])
  let t7 = (t1.transposed() • t6).reshaped(to: [.batch, 3])
  return X.transposed() • t7
}

@_optimize(none) func gradient113(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = lowerTriangle(Tensor(1).broadcast(to: [3, 3]))
  let t2 = ŵ₁.reshaped(to: [1, 3])
  let t3 = sum_.reshaped(to: [3, 1]) • t2
  let t4 = lowerTriangle(t3 + diagonalMatrix(3 + sum_))
  let z = (sum_ / 2).named("z")
  let t5 = t4 * z
  let t6 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t7 = (Tensor(1) * Tensor(0.5) / 9).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t8 = t6 * (2 * t5)
  let t9 = t8 + t7 * cos(t5)
  let t10 = lowerTriangle(t9 * z)
  let t11 = guarded(t2, by: sum(t1, along: [0]).reshaped(to: [1, 3])).transposed()
  let t12 = guarded(t10 • t11, by: sum(t1, along: [1]).reshaped(to: [3, 1]))
  let t13 = sum(t9 * t4, along: [0]) / 2
  return t12.reshaped(to: [3]) + (diagonal(t10) + t13)
}

@_optimize(none) func gradient114(_ sum_: Tensor, _ y: Tensor, _ A: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = A * ŵ₁ + diagonalMatrix(3 + sum_)
  let t2 = upperTriangle(t1, diagonal: -1)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t4 = (Tensor(1) * Tensor(0.5) / 9).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t5 = t3 * (2 * t2)
  let t6 = upperTriangle(t5 + t4 * cos(t2), diagonal: -1)
  let t7 = sum(squared(y.reshaped(to: [1, .batch]))) / Tensor.extent(.batch)
  let t8 = sum_ .>= t7
  let t9 = select(t8, 0, (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3]))
  let t10 = guarded(t9 * (Tensor(1) .!= Tensor(2)), by: t8 .== 0)
  return diagonal(t6) + t10
}

@_optimize(none) func gradient115(_ X: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = lowerTriangle(X * ŵ₁, diagonal: 1)
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t3 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t4 = t3.broadcast(to: [.batch, 3]) * cos(t1)
  let t5 = lowerTriangle(t2 * (2 * t1) + t4, diagonal: 1)
  let t6 = guarded(t5 * X, by: lowerTriangle(Tensor(1).broadcast(to: [.batch, 3]), diagonal: 1))
  return sum(t6, along: [0])
}

@_optimize(none) func gradient116(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = diagonalMatrix(Tensor(1).broadcast(to: [3]))
  let t2 = ŵ₁.reshaped(to: [1, 3])
  let t3 = sum_.reshaped(to: [3, 1]) • t2
  let t4 = diagonal(t3 + diagonalMatrix(3 + sum_))
  let z = (sum_ / 2).named("z")
  let t5 = t4 * z
  let t6 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t7 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t8 = t6 * (2 * t5)
  let t9 = t8 + t7 * cos(t5)
  let t10 = diagonalMatrix(t9 * z)
  let t11 = guarded(t2, by: sum(t1, along: [0]).reshaped(to: [1, 3])).transposed()
  let t12 = guarded(t10 • t11, by: sum(t1, along: [1]).reshaped(to: [3, 1]))
  let t13 = diagonal(t10) + t9 * t4 / 2
  return t12.reshaped(to: [3]) + t13
}

@_optimize(none) func gradient117(_ V: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = diagonal(V * learning_rate)
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [2])
  let t3 = (Tensor(1) * Tensor(0.5) / 2).reshaped(to: [1]).broadcast(to: [2])
  let t4 = t2 * (2 * t1)
  let t5 = diagonalMatrix(t4 + t3 * cos(t1), rows: 3, columns: 2)
  let t6 = diagonalMatrix(Tensor(1).broadcast(to: [2]), rows: 3, columns: 2)
  return guarded(t5 * learning_rate, by: t6)
}

@_optimize(none) func gradient118(_ sum_: Tensor, _ learning_rate: Tensor, _ A: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = sum(diagonal(diagonalMatrix(Tensor(1).broadcast(to: [3]))))
  let t2 = t1.reshaped(to: [1]).reshaped(to: [])
  let t3 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t4 = diagonal(diagonalMatrix(t3 * cos(learning_rate)))
  let t5 = sum(t4).reshaped(to: [1]).reshaped(to: [])
  let t6 = guarded(t5 * (Tensor(1) / Tensor(4)), by: t2) * 2
  let t7 = A * ŵ₁ + diagonalMatrix(3 + sum_)
  let t8 = -sin(sum(diagonal(t7)))
  let t9 = guarded(t5 * (Tensor(1) * Tensor(0.5)), by: t2) * t8
  let t10 = (guarded(t6, by: t2) + guarded(t9, by: t2)).reshaped(to: [1])
  return diagonal(diagonalMatrix(t10.broadcast(to: [3])))
}

@_optimize(none) func gradient119(_ sum_: Tensor, _ A: Tensor) -> Tensor {
  let t1 = diagonalMatrix(sum_)
  let t2 = t1 • (A + diagonalMatrix(3 + sum_))
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t4 = (Tensor(1) * Tensor(0.5) / 9).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t5 = t3 * (2 * t2)
  let t6 = t5 + t4 * cos(t2)
  return t1.transposed() • t6
}

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

@_optimize(none) func gradient121(_ sum_: Tensor, _ A: Tensor) -> Tensor {
  let t1 = inverse(A + diagonalMatrix(3 + sum_))
  let t2 = t1.transposed()
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t4 = (Tensor(1) * Tensor(0.5) / 9).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t5 = t3 * (2 * t1)
  let t6 = t2 • (t5 + t4 * cos(t1))
  return -(t6 • t2)
}

let printedGradients6: [@Sendable ([Tensor]) -> Tensor] = [
  { gradient104($0[0], $0[1]) },
  { gradient105($0[0], $0[1]) },
  { gradient106($0[0], $0[1]) },
  { gradient107($0[0], $0[1], $0[2], $0[3]) },
  { gradient108($0[0], $0[1]) },
  { gradient109($0[0], $0[1], $0[2]) },
  { gradient110($0[0], $0[1], $0[2], $0[3]) },
  { gradient111($0[0], $0[1], $0[2]) },
  { gradient112($0[0], $0[1], $0[2]) },
  { gradient113($0[0], $0[1]) },
  { gradient114($0[0], $0[1], $0[2], $0[3]) },
  { gradient115($0[0], $0[1]) },
  { gradient116($0[0], $0[1]) },
  { gradient117($0[0], $0[1]) },
  { gradient118($0[0], $0[1], $0[2], $0[3]) },
  { gradient119($0[0], $0[1]) },
  { gradient120($0[0], $0[1]) },
  { gradient121($0[0], $0[1]) },
]
