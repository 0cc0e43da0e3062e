// swift-format-ignore-file
// Printed by .ci/print-source; not written by hand.
import ChainRule

@_optimize(none) func gradient215(_ sum_: Tensor, _ X: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = Tensor.positions(3).reshaped(to: [3, 1])
  let t2 = Tensor.indices([1, 3, 1])
  let t3 = scatterAdd(t1 .== Tensor.positions(3).reshaped(to: [1, 3]), t2, along: 1, length: 5)
  let t4 = Tensor(1) / Tensor(2)
  let t5 = t3 * (t4 * 2 * (Tensor(1) / Tensor(4)))
  let z = (sum_ / 2).named("z")
  let t6 = t4 * -sin(scatterAdd(z, t2, along: 0, length: 5))
  let t7 = (t6 * (Tensor(1) * Tensor(0.5) / 5)).reshaped(to: [1, 5])
  let t8 = guarded(t5, by: t3) + guarded(t3 * t7, by: t3)
  let ŷ = (X • sum_ + learning_rate).named("ŷ")
  let t9 = 2 * ŷ * 3 * (1 / Tensor.extent(.batch))
  let t10 = X.transposed().transposed() * t9.reshaped(to: [.batch, 1])
  let t11 = gather(t8, t2, along: 1) / 2
  return (t11 + X.transposed() • t10).transposed()
}

@_optimize(none) func gradient216(_ in_: Tensor, _ A: Tensor) -> Tensor {
  let t1 = Tensor.positions(.batch).reshaped(to: [.batch, 1, 1, 1])
  let t2 = Tensor.positions(3).reshaped(to: [1, 3, 1, 1])
  let t3 = t1 .== Tensor.positions(.batch).reshaped(to: [1, 1, .batch, 1])
  let t4 = t3 * (t2 .== Tensor.positions(3).reshaped(to: [1, 1, 1, 3]))
  let t5 = scatterAdd(Tensor(1).broadcast(to: [.batch]), in_, along: 1, length: 3, batchAxes: 1)
  let t6 = t4 • A.reshaped(to: [1, 3, 3]).reshaped(to: [1, 1, 3, 3])
  return (t6 * t5.reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3])).transposed(axes: [2, 3, 0, 1])
}

@_optimize(none) func gradient217(_ X: Tensor, _ A: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = X.reshaped(to: [.batch, 1, 3])
  let t2 = sum(t1 • A.reshaped(to: [1, 3, 3]), along: [1, 2]) * learning_rate
  let t3 = Tensor(1) / Tensor(4) * (2 * t2)
  let t4 = t3 + Tensor(1) * Tensor(0.5) * cos(t2)
  let t5 = (t4 * learning_rate).reshaped(to: [.batch, 1, 1]).broadcast(to: [.batch, 1, 3])
  let t6 = (1 / (Tensor(3) * Tensor(1))).reshaped(to: [1, 1]).broadcast(to: [1, 3])
  let t7 = t1 • A.reshaped(to: [1, 3, 3]) - 0.5
  let t8 = (t7 .> 0) - (t7 .< 0)
  let t9 = t1.transposed(axes: [0, 2, 1]) • (t6.reshaped(to: [1, 1, 3]) * t8)
  return t1.transposed(axes: [0, 2, 1]) • t5 + t9
}

@_optimize(none) func gradient218(_ sum_: Tensor, _ X: Tensor) -> Tensor {
  let t1 = Tensor.positions(.batch).reshaped(to: [.batch, 1, 1, 1])
  let t2 = Tensor.positions(3).reshaped(to: [1, 3, 1, 1])
  let t3 = t1 .== Tensor.positions(.batch).reshaped(to: [1, 1, .batch, 1])
  let t4 = t3 * (t2 .== Tensor.positions(3).reshaped(to: [1, 1, 1, 3]))
  let t5 = sum(t4, along: [2]) * sum_.reshaped(to: [1, 3]).reshaped(to: [1, 1, 3])
  let t6 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3]).reshaped(to: [1, 3])
  let t7 = -sin(sum(X, along: [0]) * sum_)
  let t8 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t9 = t5 * t7.reshaped(to: [1, 3]).reshaped(to: [1, 1, 3])
  let t10 = t5 * 2 * t6.reshaped(to: [1, 1, 3])
  let t11 = t10 + t9 * t8.reshaped(to: [1, 3]).reshaped(to: [1, 1, 3])
  let t12 = (t11 * sum_.reshaped(to: [1, 3]).reshaped(to: [1, 1, 3])).reshaped(to: [.batch, 3, 1, 3])
  return t12.broadcast(to: [.batch, 3, .batch, 3]).transposed(axes: [2, 3, 0, 1])
}

@_optimize(none) func gradient219(_ ŵ₁: Tensor) -> Tensor {
  let t1 = Tensor.positions(3).reshaped(to: [3, 1])
  let t2 = t1 .== Tensor.positions(3).reshaped(to: [1, 3])
  let t3 = t2.reshaped(to: [3, 3, 1]) • ŵ₁.reshaped(to: [1, 3]).reshaped(to: [1, 1, 3])
  let t4 = sum(t3 + diagonalMatrix(t2), along: [2]).reshaped(to: [3, 3, 1])
  return t4.transposed(axes: [1, 2, 0])
}

@_optimize(none) func gradient220(_ y: Tensor, _ X: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = Tensor.positions(.batch).reshaped(to: [.batch, 1, 1, 1])
  let t2 = Tensor.positions(3).reshaped(to: [1, 3, 1, 1])
  let t3 = t1 .== Tensor.positions(.batch).reshaped(to: [1, 1, .batch, 1])
  let t4 = t3 * (t2 .== Tensor.positions(3).reshaped(to: [1, 1, 1, 3]))
  let t5 = y * learning_rate
  let t6 = sum(t4, along: [3]) / 3
  let t7 = t6 * t5.reshaped(to: [1, .batch]).reshaped(to: [1, 1, .batch])
  let t8 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch]).reshaped(to: [1, .batch])
  let t9 = sin(sum(X, along: [1]) / 3 * t5)
  let t10 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t11 = t7 * (-t9).reshaped(to: [1, .batch]).reshaped(to: [1, 1, .batch])
  let t12 = t7 * 2 * t8.reshaped(to: [1, 1, .batch])
  let t13 = t12 + t11 * t10.reshaped(to: [1, .batch]).reshaped(to: [1, 1, .batch])
  let t14 = t13 * t5.reshaped(to: [1, .batch]).reshaped(to: [1, 1, .batch]) / 3
  return t14.reshaped(to: [.batch, 3, .batch, 1]).broadcast(to: [.batch, 3, .batch, 3]).transposed(axes: [2, 3, 0, 1])
}

@_optimize(none) func gradient221(_ X: Tensor, _ y: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = X * ŵ₁
  let t2 = max(t1, along: [0, 1])
  let t3 = t1 .== t2.reshaped(to: [1, 1])
  let t4 = t1 .== t2.reshaped(to: [1, 1])
  let t5 = Tensor.positions(.batch).reshaped(to: [.batch, 1, 1, 1])
  let t6 = Tensor.positions(3).reshaped(to: [1, 3, 1, 1])
  let t7 = t5 .== Tensor.positions(.batch).reshaped(to: [1, 1, .batch, 1])
  let t8 = t7 * (t6 .== Tensor.positions(3).reshaped(to: [1, 1, 1, 3]))
  let t9 = t8 * ŵ₁.reshaped(to: [1, 1, 3]).reshaped(to: [1, 1, 1, 3])
  let t10 = sum(select(t4.reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3]), t9, 0), along: [2, 3])
  let t11 = sum(squared(y.reshaped(to: [1, .batch]))) / Tensor.extent(.batch)
  let t12 = t10 / sum(t4) * t11
  let t13 = t12 * -sin(t2 * t11)
  let t14 = t12 * 2 * (Tensor(1) / Tensor(4))
  let t15 = (t14 + t13 * (Tensor(1) * Tensor(0.5))) * t11
  let t16 = sum(t3).reshaped(to: [1, 1]).reshaped(to: [1, 1, 1]).reshaped(to: [1, 1, 1, 1])
  let t17 = t3.reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3])
  let t18 = select(t17, t15.reshaped(to: [.batch, 3, 1, 1]) / t16, 0)
  let t19 = (t1 .== t2.reshaped(to: [1, 1])).reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3])
  let t20 = guarded(t18 * ŵ₁.reshaped(to: [1, 1, 3]).reshaped(to: [1, 1, 1, 3]), by: t19)
  return t20.transposed(axes: [2, 3, 0, 1])
}

@_optimize(none) func gradient222(_ sum_: Tensor, _ A: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = Tensor.positions(3).reshaped(to: [3, 1])
  let t2 = diagonalMatrix(t1 .== Tensor.positions(3).reshaped(to: [1, 3]))
  let t3 = A * ŵ₁ + diagonalMatrix(3 + sum_)
  let t4 = t3 .== max(t3, along: [0]).reshaped(to: [1, 3])
  let t5 = guarded(t2 * select(t4, 1, 0).reshaped(to: [1, 3, 3]), by: t2)
  let t6 = sum(t5, along: [1]) / sum(t4, along: [0]).reshaped(to: [1, 3])
  return t6.transposed()
}

@_optimize(none) func gradient223(_ X: Tensor, _ A: Tensor) -> Tensor {
  let t1 = X • A
  let t2 = min(t1, along: [1])
  let t3 = t1 .== t2.reshaped(to: [.batch, 1])
  let t4 = t1 .== t2.reshaped(to: [.batch, 1])
  let t5 = Tensor.positions(.batch).reshaped(to: [.batch, 1, 1, 1])
  let t6 = Tensor.positions(3).reshaped(to: [1, 3, 1, 1])
  let t7 = t5 .== Tensor.positions(.batch).reshaped(to: [1, 1, .batch, 1])
  let t8 = t7 * (t6 .== Tensor.positions(3).reshaped(to: [1, 1, 1, 3]))
  let t9 = t8 • A.reshaped(to: [1, 3, 3]).reshaped(to: [1, 1, 3, 3])
  let t10 = sum(select(t4.reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3]), t9, 0), along: [3])
  let t11 = t10 / sum(t4, along: [1]).reshaped(to: [1, .batch]).reshaped(to: [1, 1, .batch])
  let t12 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch]).reshaped(to: [1, .batch])
  let t13 = (-sin(t2)).reshaped(to: [1, .batch]).reshaped(to: [1, 1, .batch])
  let t14 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t15 = t11 * t13 * t14.reshaped(to: [1, .batch]).reshaped(to: [1, 1, .batch])
  let t16 = t11 * 2 * t12.reshaped(to: [1, 1, .batch]) + t15
  let t17 = sum(t3, along: [1]).reshaped(to: [.batch, 1]).reshaped(to: [1, .batch, 1]).reshaped(to: [1, 1, .batch, 1])
  let t18 = t3.reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3])
  let t19 = select(t18, t16.reshaped(to: [.batch, 3, .batch, 1]) / t17, 0)
  let t20 = t19 • A.transposed().reshaped(to: [1, 3, 3]).reshaped(to: [1, 1, 3, 3])
  return t20.transposed(axes: [2, 3, 0, 1])
}

@_optimize(none) func gradient224(_ X: Tensor) -> Tensor {
  let t1 = Tensor.positions(.batch).reshaped(to: [.batch, 1, 1, 1])
  let t2 = Tensor.positions(3).reshaped(to: [1, 3, 1, 1])
  let t3 = t1 .== Tensor.positions(.batch).reshaped(to: [1, 1, .batch, 1])
  let t4 = t3 * (t2 .== Tensor.positions(3).reshaped(to: [1, 1, 1, 3]))
  let t5 = softmax(X, along: [1]).reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3])
  let t6 = sum(t4 * t5, along: [3])
  let t7 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch])
  let t8 = logSumExp(X, along: [1])
  let t9 = (-sin(t8)).reshaped(to: [1, .batch]).reshaped(to: [1, 1, .batch])
  let t10 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t11 = t6 * 2 * t7.reshaped(to: [1, .batch]).reshaped(to: [1, 1, .batch])
  let t12 = t6 * t9 * t10.reshaped(to: [1, .batch]).reshaped(to: [1, 1, .batch])
  let t13 = softmax(X, along: [1])
  let t14 = (t11 + t12).reshaped(to: [.batch, 3, .batch, 1])
  let t15 = t13 .== max(t13, along: [1]).reshaped(to: [.batch, 1])
  let t16 = sum(t15.reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3]) * t4, along: [3])
  let t17 = sum(t15, along: [1]).reshaped(to: [.batch, 1]).reshaped(to: [1, .batch, 1]).reshaped(to: [1, 1, .batch, 1])
  let t18 = t4 - t16.reshaped(to: [.batch, 3, .batch, 1]) / t17
  let t19 = sum(t13.reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3]) * t18, along: [3])
  let t20 = t13.reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3])
  let t21 = t7 * (2 * t8)
  let t22 = (t21 + t10 * cos(t8)).reshaped(to: [.batch, 1])
  let t23 = t20 * (t18 - t19.reshaped(to: [.batch, 3, .batch, 1]))
  let t24 = t14 * t13.reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3])
  let t25 = (1 / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t26 = t4 * sigmoidSlope(X).reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3])
  let t27 = t24 + t23 * t22.reshaped(to: [1, .batch, 1]).reshaped(to: [1, 1, .batch, 1])
  let t28 = t27 + t26 * t25.reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3])
  return t28.transposed(axes: [2, 3, 0, 1])
}

@_optimize(none) func gradient225(_ sum_: Tensor, _ A: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = Tensor.positions(3).reshaped(to: [3, 1])
  let t2 = (t1 .== Tensor.positions(3).reshaped(to: [1, 3])).reshaped(to: [3, 1, 3])
  let t3 = A * ŵ₁ + diagonalMatrix(3 + sum_)
  let t4 = ((t3 .> 0) - (t3 .< 0)).reshaped(to: [1, 3, 3])
  let t5 = sum(t2 * A.reshaped(to: [1, 3, 3]) * t4, along: [2])
  return t5.transposed()
}

@_optimize(none) func gradient226(_ X: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = X.reshaped(to: [.batch, 1, 3]) + learning_rate
  let t2 = sin(t1)
  let t3 = norm(t2, along: [1, 2])
  let t4 = Tensor(1) / Tensor(4) * (2 * t3)
  let t5 = t4 + Tensor(1) * Tensor(0.5) * cos(t3)
  let t6 = t3.reshaped(to: [.batch, 1, 1])
  let t7 = select(t6 .== 0, 0, t2 / t6)
  let t8 = t5.reshaped(to: [.batch, 1, 1]) * t7 * cos(t1)
  return sum(t8, along: [1, 2])
}

@_optimize(none) func gradient227(_ sum_: Tensor, _ ŵ₁: Tensor, _ A: Tensor) -> Tensor {
  let t1 = Tensor.positions(3).reshaped(to: [3, 1, 1, 1])
  let t2 = Tensor.positions(3).reshaped(to: [1, 3, 1, 1])
  let t3 = t1 .== Tensor.positions(3).reshaped(to: [1, 1, 3, 1])
  let t4 = t3 * (t2 .== Tensor.positions(3).reshaped(to: [1, 1, 1, 3]))
  let t5 = t4 * ŵ₁.reshaped(to: [1, 1, 3]).reshaped(to: [1, 1, 1, 3])
  let t6 = A * ŵ₁ + diagonalMatrix(3 + sum_)
  let t7 = norm(t6, along: [0])
  let t8 = t7.reshaped(to: [1, 3])
  let t9 = select(t8 .== 0, 0, t6 / t8).reshaped(to: [1, 3, 3])
  let t10 = sum(t5 * t9.reshaped(to: [1, 1, 3, 3]), along: [2])
  let t11 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t12 = (-sin(t7)).reshaped(to: [1, 3]).reshaped(to: [1, 1, 3])
  let t13 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t14 = t10 * 2 * t11.reshaped(to: [1, 3]).reshaped(to: [1, 1, 3])
  let t15 = t10 * t12 * t13.reshaped(to: [1, 3]).reshaped(to: [1, 1, 3])
  let t16 = t7.reshaped(to: [1, 3])
  let t17 = t16 .== 0
  let t18 = t6 / t16
  let t19 = select(t17, 0, t18).reshaped(to: [1, 3, 3]).reshaped(to: [1, 1, 3, 3])
  let t20 = (-t18).reshaped(to: [1, 3, 3]).reshaped(to: [1, 1, 3, 3])
  let t21 = t10.reshaped(to: [3, 3, 1, 3]) * t20
  let t22 = t5 / t16.reshaped(to: [1, 1, 3]).reshaped(to: [1, 1, 1, 3])
  let t23 = t22 + t21 / t16.reshaped(to: [1, 1, 3]).reshaped(to: [1, 1, 1, 3])
  let t24 = t11 * (2 * t7)
  let t25 = (t24 + t13 * cos(t7)).reshaped(to: [1, 3])
  let t26 = select(t17.reshaped(to: [1, 1, 3]).reshaped(to: [1, 1, 1, 3]), 0, t23)
  let t27 = (t14 + t15).reshaped(to: [3, 3, 1, 3]) * t19
  let t28 = t27 + t26 * t25.reshaped(to: [1, 1, 3]).reshaped(to: [1, 1, 1, 3])
  return (t28 * ŵ₁.reshaped(to: [1, 1, 3]).reshaped(to: [1, 1, 1, 3])).transposed(axes: [2, 3, 0, 1])
}

@_optimize(none) func gradient228(_ ŵ₁: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = ŵ₁ * learning_rate
  let t2 = abs(t1)
  let t3 = t2 .== max(t2, along: [0]).reshaped(to: [1])
  let t4 = (t1 .> 0) - (t1 .< 0)
  let t5 = sum(select(t3, 1 * ŵ₁ * t4, 0))
  return t5 / sum(t3)
}

@_optimize(none) func gradient229(_ sum_: Tensor, _ A: Tensor) -> Tensor {
  let t1 = Tensor.positions(3).reshaped(to: [3, 1, 1, 1])
  let t2 = Tensor.positions(3).reshaped(to: [1, 3, 1, 1])
  let t3 = t1 .== Tensor.positions(3).reshaped(to: [1, 1, 3, 1])
  let t4 = t3 * (t2 .== Tensor.positions(3).reshaped(to: [1, 1, 1, 3]))
  let t5 = centered(t4, along: [3])
  let t6 = centered(A + diagonalMatrix(3 + sum_), along: [1])
  let t7 = t5 * (2 * t6).reshaped(to: [1, 3, 3]).reshaped(to: [1, 1, 3, 3])
  let t8 = Tensor(3) - Tensor(1)
  let t9 = sum(t7, along: [3]) / t8
  let t10 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t11 = sum(squared(t6), along: [1]) / t8
  let t12 = (-sin(t11)).reshaped(to: [1, 3]).reshaped(to: [1, 1, 3])
  let t13 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t14 = t9 * 2 * t10.reshaped(to: [1, 3]).reshaped(to: [1, 1, 3])
  let t15 = t9 * t12 * t13.reshaped(to: [1, 3]).reshaped(to: [1, 1, 3])
  let t16 = ((t14 + t15) / t8).reshaped(to: [3, 3, 3, 1]).broadcast(to: [3, 3, 3, 3])
  let t17 = t10 * (2 * t11)
  let t18 = (t17 + t13 * cos(t11)) / t8
  let t19 = t18.reshaped(to: [3, 1]).broadcast(to: [3, 3]).reshaped(to: [1, 3, 3]).reshaped(to: [1, 1, 3, 3])
  let t20 = t16 * (2 * t6).reshaped(to: [1, 3, 3]).reshaped(to: [1, 1, 3, 3])
  let t21 = centered(t20 + t5 * 2 * t19, along: [3])
  return t21.transposed(axes: [2, 3, 0, 1])
}

let printedGradients13: [@Sendable ([Tensor]) -> Tensor] = [
  { gradient215($0[0], $0[1], $0[2]) },
  { gradient216($0[0], $0[1]) },
  { gradient217($0[0], $0[1], $0[2]) },
  { gradient218($0[0], $0[1]) },
  { gradient219($0[0]) },
  { gradient220($0[0], $0[1], $0[2]) },
  { gradient221($0[0], $0[1], $0[2]) },
  { gradient222($0[0], $0[1], $0[2]) },
  { gradient223($0[0], $0[1]) },
  { gradient224($0[0]) },
  { gradient225($0[0], $0[1], $0[2]) },
  { gradient226($0[0], $0[1]) },
  { gradient227($0[0], $0[1], $0[2]) },
  { gradient228($0[0], $0[1]) },
  { gradient229($0[0], $0[1]) },
]
