// swift-format-ignore-file
// Printed by .ci/print-source; not written by hand.
import ChainRule

@_optimize(none) func gradient87(_ sum_: Tensor, _ ŵ₁: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = sum_.reshaped(to: [3, 1])
  let t2 = t1 • ŵ₁.reshaped(to: [1, 3])
  let t3 = t2 + diagonalMatrix(3 + sum_)
  let t4 = max(t3, along: [0])
  let t5 = t3 .== t4.reshaped(to: [1, 3])
  let t6 = sum(t5, along: [0]).reshaped(to: [1, 3])
  let t7 = t6.reshaped(to: [3])
  let t8 = t7.reshaped(to: [1, 3])
  let t9 = select(t3 .== t4.reshaped(to: [1, 3]), t8, 0)
  let t10 = t3 .== t4.reshaped(to: [1, 3])
  let t11 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t12 = (t11 * cos(learning_rate)).reshaped(to: [1, 3])
  let t13 = select(t5, t1.transposed().transposed() • t12, 0)
  let t14 = sum(t13, along: [0]).reshaped(to: [1, 3])
  let t15 = guarded(t14 / sum(t5, along: [0]).reshaped(to: [1, 3]), by: t6)
  let t16 = t15.reshaped(to: [3])
  let t17 = t16 * (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t18 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t19 = guarded(t16 * t18, by: t7)
  let t20 = guarded(t19 * -sin(t4), by: t7)
  let t21 = guarded(guarded(t17, by: t7) * 2, by: t7) + t20
  let t22 = t21.reshaped(to: [1, 3]) / sum(t10, along: [0]).reshaped(to: [1, 3])
  let t23 = guarded(t1, by: sum(t9, along: [1]).reshaped(to: [3, 1])).transposed()
  let t24 = t23 • guarded(select(t10, t22, 0), by: t8)
  return guarded(t24, by: sum(t9, along: [0]).reshaped(to: [1, 3])).reshaped(to: [3])
}

@_optimize(none) func gradient88(_ X: Tensor) -> Tensor {
  let t1 = min(X, along: [1])
  let t2 = X .== t1.reshaped(to: [.batch, 1])
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch])
  let t4 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t5 = t3 * (2 * t1)
  let t6 = (t5 + t4 * cos(t1)).reshaped(to: [.batch, 1])
  return select(t2, t6 / sum(t2, along: [1]).reshaped(to: [.batch, 1]), 0)
}

@_optimize(none) func gradient89(_ X: Tensor, _ A: Tensor) -> Tensor {
  let t1 = X • A
  let t2 = logSumExp(t1, along: [1])
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch])
  let t4 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t5 = t3 * (2 * t2)
  let t6 = (t5 + t4 * cos(t2)).reshaped(to: [.batch, 1])
  let t7 = softmax(X • A, along: [1])
  let t8 = (1 / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t9 = t7 .== max(t7, along: [1]).reshaped(to: [.batch, 1])
  let t10 = sum(t9 * t8, along: [1]).reshaped(to: [.batch, 1])
  let t11 = t8 - t10 / sum(t9, along: [1]).reshaped(to: [.batch, 1])
  let t12 = t11 - sum(t7 * t11, along: [1]).reshaped(to: [.batch, 1])
  let t13 = X.transposed() • (t6 * softmax(t1, along: [1]))
  return t13 + X.transposed() • (t7 * t12)
}

@_optimize(none) func gradient90(_ sum_: Tensor, _ ŵ₁: Tensor, _ constant: Tensor) -> Tensor {
  let t1 = sum_.reshaped(to: [3, 1])
  let t2 = t1 • ŵ₁.reshaped(to: [1, 3])
  let t3 = t2 + diagonalMatrix(3 + sum_)
  let t4 = sum(abs(t3), along: [1])
  let t5 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t6 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t7 = t5 * (2 * t4)
  let t8 = (t7 + t6 * cos(t4)).reshaped(to: [3, 1])
  let t9 = (t3 .> 0) - (t3 .< 0)
  let t10 = t1.transposed() • (t8.broadcast(to: [3, 3]) * t9)
  let t11 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t12 = squared(sech(sum_ + ŵ₁))
  let t13 = t11 * sum(constant) * t12
  return t10.reshaped(to: [3]) + t13
}

@_optimize(none) func gradient91(_ X: Tensor, _ A: Tensor) -> Tensor {
  let t1 = X • A
  let t2 = norm(t1, along: [0, 1])
  let t3 = Tensor(1) / Tensor(4) * (2 * t2)
  let t4 = t3 + Tensor(1) * Tensor(0.5) * cos(t2)
  let t5 = t2.reshaped(to: [1, 1])
  let t6 = select(t5 .== 0, 0, t1 / t5)
  return X.transposed() • (t4.reshaped(to: [1, 1]) * t6)
}

@_optimize(none) func gradient92(_ sum_: Tensor, _ A: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = A * ŵ₁ + diagonalMatrix(3 + sum_)
  let t2 = norm(t1, along: [0])
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t4 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t5 = t3 * (2 * t2)
  let t6 = t2.reshaped(to: [1, 3])
  let t7 = (t5 + t4 * cos(t2)).reshaped(to: [1, 3])
  let t8 = t7 * select(t6 .== 0, 0, t1 / t6)
  let t9 = A * ŵ₁ + diagonalMatrix(3 + sum_)
  let t10 = 1 * inverse(t9).transposed() * ŵ₁
  return t8 * ŵ₁ + t10
}

@_optimize(none) func gradient93(_ sum_: Tensor) -> Tensor {
  let z = (sum_ / 2).named("z")
  let t1 = abs(z)
  let t2 = max(t1, along: [0])
  let t3 = t1 .== t2.reshaped(to: [1])
  let t4 = Tensor(1) / Tensor(4) * (2 * t2)
  let t5 = t4 + Tensor(1) * Tensor(0.5) * cos(t2)
  let t6 = t5.reshaped(to: [1]) / sum(t3).reshaped(to: [1])
  let t7 = (z .> 0) - (z .< 0)
  let t8 = select(t3, t6, 0) * t7 / 2
  return guarded(t8, by: t1 .== t2.reshaped(to: [1]))
}

@_optimize(none) func gradient94(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = sum_.reshaped(to: [3, 1])
  let t2 = t1 • ŵ₁.reshaped(to: [1, 3])
  let t3 = centered(t2 + diagonalMatrix(3 + sum_), along: [1])
  let t4 = sum(squared(t3), along: [1]) / 2
  let t5 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t6 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t7 = t5 * (2 * t4)
  let t8 = (t7 + t6 * cos(t4)) / 2
  let t9 = t8.reshaped(to: [3, 1]).broadcast(to: [3, 3]) * (2 * t3)
  return (t1.transposed() • centered(t9, along: [1])).reshaped(to: [3])
}

@_optimize(none) func gradient95(_ sum_: Tensor, _ ŵ₁: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = sum_.reshaped(to: [3, 1])
  let t2 = t1 • ŵ₁.reshaped(to: [1, 3])
  let t3 = centered(t2 + diagonalMatrix(3 + sum_), along: [0, 1])
  let t4 = norm(t3, along: [0, 1])
  let t5 = sqrt(Tensor(9))
  let t6 = t4 / t5
  let t7 = Tensor(1) / Tensor(4) * (2 * t6)
  let t8 = t7 + Tensor(1) * Tensor(0.5) * cos(t6)
  let t9 = t4.reshaped(to: [1, 1])
  let t10 = select(t9 .== 0, 0, t3 / t9)
  let t11 = centered((t8 / t5).reshaped(to: [1, 1]) * t10, along: [0, 1])
  let z = (sum_ / 2).named("z")
  let t12 = (Tensor(1) / Tensor(9)).reshaped(to: [1, 1, 1]).broadcast(to: [3, 3, 1]).transposed(axes: [1, 2, 0])
  let t13 = z.reshaped(to: [3, 1]).transposed() • t12.reshaped(to: [3, 3])
  let t14 = (t1.transposed() • t11).reshaped(to: [3])
  return t14 + t13.reshaped(to: [3]) * learning_rate
}

@_optimize(none) func gradient96(_ y: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = sum(squared(y.reshaped(to: [1, .batch]))) / Tensor.extent(.batch)
  let t2 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t3 = t2 * cos(t1)
  let t4 = t3[.range(0..<1)]
  let t5 = ŵ₁[.range(1..<2)]
  let t6 = t3[.range(1..<2)]
  let t7 = ŵ₁[.range(0..<1)]
  let t8 = t4 * t5 + t6 * t7
  let t9 = ŵ₁[.range(2..<3)]
  let t10 = t3[.range(2..<3)]
  let t11 = t7 * t5
  let t12 = (t8 * t9 + t10 * t11).reshaped(to: [])
  let t13 = Tensor(1) / Tensor(4)
  let t14 = Tensor(1) * Tensor(0.5)
  let t15 = (t11 * t9).reshaped(to: [])
  let t16 = t12 * t14 * -sin(t15)
  let t17 = (t12 * t13 * 2 + t16).reshaped(to: [1])
  let t18 = t13 * (2 * t15)
  let t19 = (t18 + t14 * cos(t15)).reshaped(to: [1])
  let t20 = t17 * t9 + t10 * t19
  let t21 = t19 * t9
  let t22 = pad(t20 * t7 + t4 * t21, before: [1], after: [1])
  let t23 = pad(t17 * t11 + t8 * t19, before: [2], after: [0])
  let t24 = pad(t20 * t5 + t6 * t21, before: [0], after: [2])
  return t24 + (t22 + t23)
}

@_optimize(none) func gradient97(_ X: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = softmax(X * ŵ₁, along: [1])
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t3 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t4 = t3.broadcast(to: [.batch, 3]) * cos(t1)
  let t5 = t2 * (2 * t1) + t4
  let t6 = t1 .== max(t1, along: [1]).reshaped(to: [.batch, 1])
  let t7 = sum(t6 * t5, along: [1]).reshaped(to: [.batch, 1])
  let t8 = t5 - t7 / sum(t6, along: [1]).reshaped(to: [.batch, 1])
  let t9 = t8 - sum(t1 * t8, along: [1]).reshaped(to: [.batch, 1])
  return t1 * t9 * ŵ₁
}

@_optimize(none) func gradient98(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = sum_.reshaped(to: [3, 1])
  let t2 = t1 • ŵ₁.reshaped(to: [1, 3])
  let t3 = softmax(t2 + diagonalMatrix(3 + sum_), along: [0, 1])
  let t4 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t5 = (Tensor(1) * Tensor(0.5) / 9).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t6 = t4 * (2 * t3)
  let t7 = t6 + t5 * cos(t3)
  let t8 = t3 .== max(t3, along: [0, 1]).reshaped(to: [1, 1])
  let t9 = sum(t8 * t7).reshaped(to: [1, 1])
  let t10 = t7 - t9 / sum(t8).reshaped(to: [1, 1])
  let t11 = t10 - sum(t3 * t10).reshaped(to: [1, 1])
  return (t1.transposed() • (t3 * t11)).reshaped(to: [3])
}

@_optimize(none) func gradient99(_ sum_: Tensor, _ A: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = logSoftmax(A + diagonalMatrix(3 + sum_), along: [0])
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t3 = (Tensor(1) * Tensor(0.5) / 9).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t4 = t2 * (2 * t1)
  let t5 = t4 + t3 * cos(t1)
  let t6 = t5 * -expm1(t1)
  let t7 = t6 - exp(t1) * sumOfOthers(t5, along: [0])
  let t8 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t9 = sum(t8 * diagonal(t7))
  return t9 * -sin(learning_rate)
}

@_optimize(none) func gradient100(_ X: Tensor, _ y: Tensor) -> Tensor {
  let t1 = centered(X, along: [1])
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t3 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t4 = t3.broadcast(to: [.batch, 3]) * cos(t1)
  let t5 = (1 / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t6 = centered(t2 * (2 * t1) + t4, along: [1])
  let t7 = y.reshaped(to: [1, .batch])
  let t8 = Tensor.extent(.batch)
  let t9 = sin(sum(squared(t7)) / t8)
  let t10 = sum(t5 * t6) * -t9
  let t11 = (t10 / t8).reshaped(to: [1, 1]).broadcast(to: [1, .batch])
  return (t11 * (2 * t7)).reshaped(to: [.batch])
}

@_optimize(none) func gradient101(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = ŵ₁.reshaped(to: [1, 3])
  let t2 = sum_.reshaped(to: [3, 1]) • t1
  let t3 = cumulativeSum(t2 + diagonalMatrix(3 + sum_), along: 1)
  let t4 = t3 * sum_
  let t5 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t6 = (Tensor(1) * Tensor(0.5) / 9).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t7 = t5 * (2 * t4)
  let t8 = t7 + t6 * cos(t4)
  let t9 = cumulativeSum(t8 * sum_, along: 1, reversed: true)
  let t10 = diagonal(t9) + sum(t8 * t3, along: [0])
  return (t9 • t1.transposed()).reshaped(to: [3]) + t10
}

@_optimize(none) func gradient102(_ sum_: Tensor) -> Tensor {
  let t1 = cumulativeSum(sum_, along: 0, reversed: true)
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t3 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t4 = t2 * (2 * t1)
  return cumulativeSum(t4 + t3 * cos(t1), along: 0)
}

@_optimize(none) func gradient103(_ sum_: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t2 = sorted(t1 * cos(learning_rate), by: sum_, along: 0) * 0.9103032257519007
  let t3 = t2 * (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t4 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t5 = -sin(sorted(sum_, along: 0) * 0.9103032257519007)
  let t6 = t3 * 2 + t2 * t4 * t5
  return unsorted(t6 * 0.9103032257519007, by: sum_, along: 0)
}

let printedGradients5: [@Sendable ([Tensor]) -> Tensor] = [
  { gradient87($0[0], $0[1], $0[2]) },
  { gradient88($0[0]) },
  { gradient89($0[0], $0[1]) },
  { gradient90($0[0], $0[1], $0[2]) },
  { gradient91($0[0], $0[1]) },
  { gradient92($0[0], $0[1], $0[2]) },
  { gradient93($0[0]) },
  { gradient94($0[0], $0[1]) },
  { gradient95($0[0], $0[1], $0[2]) },
  { gradient96($0[0], $0[1]) },
  { gradient97($0[0], $0[1]) },
  { gradient98($0[0], $0[1]) },
  { gradient99($0[0], $0[1], $0[2]) },
  { gradient100($0[0], $0[1]) },
  { gradient101($0[0], $0[1]) },
  { gradient102($0[0]) },
  { gradient103($0[0], $0[1]) },
]
