// swift-format-ignore-file
// Printed by .ci/print-source; not written by hand.
import ChainRule

func gradient238(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = ŵ₁ * sum_
  let t2 = Tensor.positions(3).reshaped(to: [3, 1])
  let t3 = t2 .== Tensor.positions(3).reshaped(to: [1, 3])
  let t4 = sum_ + ŵ₁
  let t5 = t3 * squared(sech(t4)).reshaped(to: [1, 3])
  let t6 = unsorted(t5, by: t1.broadcast(to: [3, 3]), along: 1)
  let t7 = unsorted(tanh(t4), by: t1, along: 0)
  let t8 = t6 * sum_.reshaped(to: [1, 3])
  let t9 = t8 + t3 * t7.reshaped(to: [1, 3])
  let t10 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t11 = t7 * sum_
  let t12 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t13 = t9 * (-sin(t11)).reshaped(to: [1, 3])
  let t14 = t9 * 2 * t10.reshaped(to: [1, 3])
  let t15 = t14 + t13 * t12.reshaped(to: [1, 3])
  let t16 = t10 * (2 * t11)
  let t17 = t16 + t12 * cos(t11)
  let t18 = t15 * sum_.reshaped(to: [1, 3])
  let t19 = t18 + t3 * t17.reshaped(to: [1, 3])
  let t20 = sech(t4)
  let t21 = sorted(t19, by: t1.broadcast(to: [3, 3]), along: 1)
  let t22 = (-(t20 * tanh(t4))).reshaped(to: [1, 3])
  let t23 = t3 * t22 * (2 * t20).reshaped(to: [1, 3])
  let t24 = t23 * sorted(t17 * sum_, by: t1, along: 0).reshaped(to: [1, 3])
  let t25 = t15 * t7.reshaped(to: [1, 3])
  let t26 = t21 * squared(t20).reshaped(to: [1, 3]) + t24
  let t27 = t26 + (t25 + t6 * t17.reshaped(to: [1, 3]))
  return t27.transposed()
}

func gradient239(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = sum_.reshaped(to: [3, 1])
  let t2 = t1 • ŵ₁.reshaped(to: [1, 3])
  let t3 = t2 + diagonalMatrix(3 + sum_)
  let t4 = Tensor.positions(3).reshaped(to: [3, 1])
  let t5 = (t4 .== Tensor.positions(3).reshaped(to: [1, 3])).reshaped(to: [3, 1, 3])
  let t6 = sorted(t1.reshaped(to: [1, 3, 1]) • t5, by: t3.broadcast(to: [3, 3, 3]), along: 2, descending: true)
  let t7 = t6[.all, .all, .range(0..<2)]
  let t8 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 2]).reshaped(to: [1, 3, 2])
  let t9 = -sin(sorted(t3, along: 1, descending: true)[.all, .range(0..<2)])
  let t10 = (Tensor(1) * Tensor(0.5) / 6).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t11 = t7 * t9.reshaped(to: [1, 3, 2]) * t10.reshaped(to: [1, 3, 2])
  let t12 = pad(t7 * 2 * t8 + t11, before: [0, 0, 0], after: [0, 0, 1])
  let t13 = t1.transposed().reshaped(to: [1, 1, 3])
  let t14 = t13 • unsorted(t12, by: t3.broadcast(to: [3, 3, 3]), along: 2, descending: true)
  return t14.reshaped(to: [3, 3]).transposed()
}

func gradient240(_ X: Tensor, _ sum_: Tensor, _ learning_rate: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = sum_.reshaped(to: [3, 1]) • ŵ₁.reshaped(to: [1, 3])
  let t2 = Tensor(1).broadcast(to: [.batch, 3]) * cos(X + learning_rate)
  return t2 • (t1 + diagonalMatrix(3 + sum_))
}

func gradient241(_ sum_: Tensor) -> Tensor {
  let z = (sum_ / 2).named("z")
  let t1 = z • sum_
  let t2 = Tensor(1) / Tensor(4) * (2 * t1)
  let t3 = t2 + Tensor(1) * Tensor(0.5) * cos(t1)
  let t4 = t3 * sum_ / 2 + t3 * z
  return t4.broadcast(to: [.batch, 3])
}

func gradient242(_ sum_: Tensor, _ A: Tensor, _ ŵ₁: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = Tensor.positions(3).reshaped(to: [3, 1])
  let t2 = t1 .== Tensor.positions(3).reshaped(to: [1, 3])
  let t3 = t2.reshaped(to: [3, 1, 3]) * A.reshaped(to: [1, 3, 3])
  let t4 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t5 = ŵ₁ * learning_rate
  let t6 = A * ŵ₁ + diagonalMatrix(3 + sum_)
  let t7 = t5 • t6
  let t8 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t9 = t4 * (2 * t7)
  let t10 = t9 + t8 * cos(t7)
  let t11 = t2 * learning_rate
  let t12 = (t11.reshaped(to: [3, 1, 3]) • t6.reshaped(to: [1, 3, 3])).reshaped(to: [3, 3])
  let t13 = (t5.reshaped(to: [1, 3]).reshaped(to: [1, 1, 3]) • t3).reshaped(to: [3, 3])
  let t14 = t12 + t13
  let t15 = t14 * (-sin(t7)).reshaped(to: [1, 3])
  let t16 = t14 * 2 * t4.reshaped(to: [1, 3])
  let t17 = t16 + t15 * t8.reshaped(to: [1, 3])
  let t18 = (t3 • t10.reshaped(to: [3, 1]).reshaped(to: [1, 3, 1])).reshaped(to: [3, 3])
  let t19 = (t6.reshaped(to: [1, 3, 3]) • t17.reshaped(to: [3, 3, 1])).reshaped(to: [3, 3])
  let t20 = t11.reshaped(to: [3, 3, 1]) • t10.reshaped(to: [1, 3]).reshaped(to: [1, 1, 3])
  let t21 = t5.reshaped(to: [3, 1]).reshaped(to: [1, 3, 1]) • t17.reshaped(to: [3, 1, 3])
  let t22 = sum_ + ŵ₁
  let t23 = sech(t22)
  let t24 = (-(t23 * tanh(t22))).reshaped(to: [1, 3])
  let t25 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3]) * 0.5207954163122517
  let t26 = t2 * t24 * (2 * t23).reshaped(to: [1, 3])
  let t27 = sum((t20 + t21) * A.reshaped(to: [1, 3, 3]), along: [1])
  let t28 = t26 * unsorted(t25, by: tanh(t22), along: 0).reshaped(to: [1, 3])
  let t29 = (t18 + t19) * learning_rate + (t27 + t28)
  return t29.transposed()
}

func gradient243(_ sum_: Tensor, _ A: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = sum_.reshaped(to: [3, 1]) • ŵ₁.reshaped(to: [1, 3])
  let t2 = (A + diagonalMatrix(3 + sum_)).reshaped(to: [1, 3, 3])
  let t3 = (t1 + diagonalMatrix(3 + sum_)).reshaped(to: [1, 3, 3])
  let t4 = Tensor.positions(3).reshaped(to: [3, 1, 1, 1])
  let t5 = Tensor.positions(2).reshaped(to: [1, 2, 1, 1])
  let t6 = t4 .== Tensor.positions(3).reshaped(to: [1, 1, 3, 1])
  let t7 = t6 * (t5 .== Tensor.positions(2).reshaped(to: [1, 1, 1, 2]))
  let t8 = concatenate([t2, t3], along: 0).reshaped(to: [1, 2, 3, 3]).reshaped(to: [1, 1, 2, 3, 3])
  return (t8 • t7.reshaped(to: [3, 2, 1, 3, 2])).transposed(axes: [2, 3, 4, 0, 1])
}

func gradient244(_ sum_: Tensor, _ A: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = A * ŵ₁ + diagonalMatrix(3 + sum_)
  let t2 = t1.reshaped(to: [3, 3])
  let t3 = A * ŵ₁ + diagonalMatrix(3 + sum_)
  let t4 = t3.reshaped(to: [3, 3])
  let t5 = (t2 • t4).reshaped(to: [3, 3]).reshaped(to: [3, 3])
  let t6 = sum_.reshaped(to: [3, 1])
  let t7 = (t5 • t6).reshaped(to: [3])
  let t8 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t9 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t10 = t8 * (2 * t7)
  let t11 = (t10 + t9 * cos(t7)).reshaped(to: [3, 1])
  let t12 = (t11 • t6.transposed()).reshaped(to: [3, 3]).reshaped(to: [3, 3])
  let t13 = diagonal((t2.transposed() • t12).reshaped(to: [3, 3]))
  let t14 = diagonal((t12 • t4.transposed()).reshaped(to: [3, 3]))
  let t15 = t13 + (t5.transposed() • t11).reshaped(to: [3])
  return (t14 + t15).broadcast(to: [.batch, 3])
}

func gradient245(_ X: Tensor, _ ŵ₁: Tensor, _ A: Tensor) -> Tensor {
  let t1 = Tensor.positions(.batch).reshaped(to: [.batch, 1, 1, 1])
  let t2 = Tensor.positions(3).reshaped(to: [1, 3, 1, 1])
  let t3 = t1 .== Tensor.positions(.batch).reshaped(to: [1, 1, .batch, 1])
  let t4 = t3 * (t2 .== Tensor.positions(3).reshaped(to: [1, 1, 1, 3]))
  let t5 = (t4 * ŵ₁.reshaped(to: [1, 1, 3]).reshaped(to: [1, 1, 1, 3])).transposed(axes: [0, 1, 3, 2])
  let t6 = t5.reshaped(to: [.batch, 3, 3, .batch])
  let t7 = (X • A).reshaped(to: [.batch, 3])
  let t8 = (X * ŵ₁).transposed().reshaped(to: [3, .batch])
  let t9 = (t4 • A.reshaped(to: [1, 3, 3]).reshaped(to: [1, 1, 3, 3])).reshaped(to: [.batch, 3, .batch, 3])
  let t10 = t6 • t7.reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3])
  let t11 = t10 + t8.reshaped(to: [1, 3, .batch]).reshaped(to: [1, 1, 3, .batch]) • t9
  let t12 = t11.reshaped(to: [.batch, 3, 3, 3])
  let t13 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t14 = (t8 • t7).reshaped(to: [3, 3])
  let t15 = (-sin(t14)).reshaped(to: [1, 3, 3]).reshaped(to: [1, 1, 3, 3])
  let t16 = (Tensor(1) * Tensor(0.5) / 9).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t17 = t12 * 2 * t13.reshaped(to: [1, 3, 3]).reshaped(to: [1, 1, 3, 3])
  let t18 = t12 * t15 * t16.reshaped(to: [1, 3, 3]).reshaped(to: [1, 1, 3, 3])
  let t19 = (t17 + t18).reshaped(to: [.batch, 3, 3, 3])
  let t20 = t13 * (2 * t14)
  let t21 = (t20 + t16 * cos(t14)).reshaped(to: [3, 3])
  let t22 = t21.reshaped(to: [1, 3, 3]).reshaped(to: [1, 1, 3, 3])
  let t23 = t19 • t7.transposed().reshaped(to: [1, 3, .batch]).reshaped(to: [1, 1, 3, .batch])
  let t24 = (t23 + t22 • t9.transposed(axes: [0, 1, 3, 2])).reshaped(to: [.batch, 3, 3, .batch])
  let t25 = ŵ₁.reshaped(to: [1, 1, 3]).reshaped(to: [1, 1, 1, 3])
  let t26 = t21.reshaped(to: [1, 3, 3]).reshaped(to: [1, 1, 3, 3])
  let t27 = t8.transposed().reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3]) • t19
  let t28 = (t6.transposed(axes: [0, 1, 3, 2]) • t26 + t27).reshaped(to: [.batch, 3, .batch, 3])
  let t29 = t28 • A.transposed().reshaped(to: [1, 3, 3]).reshaped(to: [1, 1, 3, 3])
  return (t24.transposed(axes: [0, 1, 3, 2]) * t25 + t29).transposed(axes: [2, 3, 0, 1])
}

func gradient246(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = Tensor.positions(3).reshaped(to: [3, 1, 1, 1])
  let t2 = Tensor.positions(3).reshaped(to: [1, 3, 1, 1])
  let t3 = t1 .== Tensor.positions(3).reshaped(to: [1, 1, 3, 1])
  let t4 = t3 * (t2 .== Tensor.positions(3).reshaped(to: [1, 1, 1, 3]))
  let z = (sum_ / 2).named("z")
  let t5 = lowerTriangle(t4 * ŵ₁.reshaped(to: [1, 1, 3]).reshaped(to: [1, 1, 1, 3]))
  return (t5 * z.reshaped(to: [1, 1, 3]).reshaped(to: [1, 1, 1, 3])).transposed(axes: [2, 3, 0, 1])
}

func gradient247(_ sum_: Tensor, _ A: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = A * ŵ₁ + diagonalMatrix(3 + sum_)
  let t2 = upperTriangle(t1, diagonal: -1)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t4 = (Tensor(1) * Tensor(0.5) / 9).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t5 = t3 * (2 * t2)
  let t6 = upperTriangle(t5 + t4 * cos(t2), diagonal: -1)
  return (t6 * ŵ₁).broadcast(to: [.batch, 3, 3])
}

func gradient248(_ X: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = Tensor(1).broadcast(to: [.batch, 3])
  let t2 = X + learning_rate
  let t3 = lowerTriangle(t1 * cos(t2), diagonal: 1)
  let t4 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t5 = lowerTriangle(sin(t2), diagonal: 1)
  let t6 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t7 = t6.broadcast(to: [.batch, 3])
  let t8 = t3 * -sin(t5) * t7
  let t9 = lowerTriangle(t3 * 2 * t4 + t8, diagonal: 1)
  let t10 = t4 * (2 * t5)
  let t11 = lowerTriangle(t10 + t7 * cos(t5), diagonal: 1)
  let t12 = t1 * -sin(t2) * t11
  let t13 = -sin(X + learning_rate)
  let t14 = (1 / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t15 = Tensor(1).broadcast(to: [.batch, 3]) * t13 * centered(t14, along: [1])
  let t16 = sum(t9 * cos(t2) + t12)
  return t16 + sum(t15)
}

func gradient249(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = sum_.reshaped(to: [3, 1])
  let t2 = Tensor.positions(3).reshaped(to: [3, 1])
  let t3 = t2 .== Tensor.positions(3).reshaped(to: [1, 3])
  let t4 = sum_ + ŵ₁
  let t5 = diagonal(t1.reshaped(to: [1, 3, 1]) • t3.reshaped(to: [3, 1, 3]))
  let t6 = t1 • ŵ₁.reshaped(to: [1, 3])
  let t7 = diagonal(t6 + diagonalMatrix(3 + sum_))
  let t8 = t3 * squared(sech(t4)).reshaped(to: [1, 3])
  let t9 = t5 * tanh(t4).reshaped(to: [1, 3])
  return (t9 + t8 * t7.reshaped(to: [1, 3])).transposed()
}

func gradient250(_ y: Tensor, _ V: Tensor) -> Tensor {
  let t1 = Tensor.positions(.batch).reshaped(to: [.batch, 1])
  let t2 = (t1 .== Tensor.positions(.batch).reshaped(to: [1, .batch])).reshaped(to: [.batch, 1, .batch])
  let t3 = y.reshaped(to: [1, .batch])
  let t4 = Tensor.extent(.batch)
  let t5 = sum(t2 * (2 * t3).reshaped(to: [1, 1, .batch]), along: [1, 2])
  let t6 = (t5 / t4).reshaped(to: [.batch, 1, 1]) * V.reshaped(to: [1, 3, 2])
  let t7 = diagonal(t6)
  let t8 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [2])
  let t9 = V * (sum(squared(t3)) / t4)
  let t10 = diagonal(t9)
  let t11 = (Tensor(1) * Tensor(0.5) / 2).reshaped(to: [1]).broadcast(to: [2])
  let t12 = t7 * (-sin(t10)).reshaped(to: [1, 2])
  let t13 = t7 * 2 * t8.reshaped(to: [1, 2])
  let t14 = diagonalMatrix(t13 + t12 * t11.reshaped(to: [1, 2]), rows: 3, columns: 2)
  let t15 = sum(t14 * V.reshaped(to: [1, 3, 2]), along: [1, 2]) / t4
  let t16 = t15.reshaped(to: [.batch, 1, 1]).broadcast(to: [.batch, 1, .batch])
  let t17 = t8 * (2 * t10)
  let t18 = diagonalMatrix(t17 + t11 * cos(t10), rows: 3, columns: 2)
  let t19 = (sum(t18 * V) / t4).reshaped(to: [1, 1])
  let t20 = t2 * 2 * t19.broadcast(to: [1, .batch]).reshaped(to: [1, 1, .batch])
  let t21 = t16 * (2 * t3).reshaped(to: [1, 1, .batch]) + t20
  return t21.reshaped(to: [.batch, .batch]).transposed()
}

func gradient251(_ sum_: Tensor, _ A: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = Tensor.positions(3).reshaped(to: [3, 1])
  let t2 = (t1 .== Tensor.positions(3).reshaped(to: [1, 3])).reshaped(to: [3, 1, 3])
  let t3 = sum(diagonal(t2 * A.reshaped(to: [1, 3, 3])), along: [1])
  let t4 = A * ŵ₁ + diagonalMatrix(3 + sum_)
  let t5 = -sin(sum(diagonal(t4)))
  let t6 = t3 * 2 * (Tensor(1) / Tensor(4))
  let t7 = t6 + t3 * t5 * (Tensor(1) * Tensor(0.5))
  let t8 = diagonalMatrix(t7.reshaped(to: [3, 1]).broadcast(to: [3, 3]))
  return sum(t8 * A.reshaped(to: [1, 3, 3]), along: [1]).transposed()
}

func gradient252(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = Tensor.positions(3).reshaped(to: [3, 1])
  let t2 = t1 .== Tensor.positions(3).reshaped(to: [1, 3])
  let t3 = sum_.reshaped(to: [3, 1])
  let t4 = t3 • ŵ₁.reshaped(to: [1, 3])
  let t5 = (t4 + diagonalMatrix(3 + sum_)).reshaped(to: [1, 3, 3])
  let t6 = t3.reshaped(to: [1, 3, 1]) • t2.reshaped(to: [3, 1, 3])
  let t7 = diagonalMatrix(ŵ₁).reshaped(to: [1, 3, 3]) • t6
  return (diagonalMatrix(t2) • t5 + t7).transposed(axes: [1, 2, 0])
}

let printedGradients14: [@Sendable ([Tensor]) -> Tensor] = [
  { gradient238($0[0], $0[1]) },
  { gradient239($0[0], $0[1]) },
  { gradient240($0[0], $0[1], $0[2], $0[3]) },
  { gradient241($0[0]) },
  { gradient242($0[0], $0[1], $0[2], $0[3]) },
  { gradient243($0[0], $0[1], $0[2]) },
  { gradient244($0[0], $0[1], $0[2]) },
  { gradient245($0[0], $0[1], $0[2]) },
  { gradient246($0[0], $0[1]) },
  { gradient247($0[0], $0[1], $0[2]) },
  { gradient248($0[0], $0[1]) },
  { gradient249($0[0], $0[1]) },
  { gradient250($0[0], $0[1]) },
  { gradient251($0[0], $0[1], $0[2]) },
  { gradient252($0[0], $0[1]) },
]
