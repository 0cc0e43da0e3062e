// swift-format-ignore-file
// Printed by .ci/print-source; not written by hand.
import ChainRule

@_optimize(none) func gradient202(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = Tensor.positions(3).reshaped(to: [3, 1])
  let t2 = t1 .== Tensor.positions(3).reshaped(to: [1, 3])
  let t3 = ŵ₁.reshaped(to: [1, 3])
  let t4 = t2.reshaped(to: [3, 3, 1]) • t3.reshaped(to: [1, 1, 3])
  let t5 = t4 + diagonalMatrix(t2)
  let t6 = concatenate([t5[.all, .all, .range(2..<3)], t5[.all, .all, .range(0..<2)]], along: 2)
  let t7 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 3]).reshaped(to: [1, 3, 3])
  let t8 = sum_.reshaped(to: [3, 1]) • t3
  let t9 = t8 + diagonalMatrix(3 + sum_)
  let t10 = sin(concatenate([t9[.all, .range(2..<3)], t9[.all, .range(0..<2)]], along: 1))
  let t11 = (Tensor(1) * Tensor(0.5) / 9).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t12 = t6 * (-t10).reshaped(to: [1, 3, 3])
  let t13 = t6 * 2 * t7
  let t14 = t13 + t12 * t11.reshaped(to: [1, 3, 3])
  let t15 = pad(t14[.all, .all, .range(0..<1)], before: [0, 0, 2], after: [0, 0, 0])
  let t16 = t15 + pad(t14[.all, .all, .range(1..<3)], before: [0, 0, 0], after: [0, 0, 1])
  let t17 = (t16 • t3.transposed().reshaped(to: [1, 3, 1])).reshaped(to: [3, 3])
  return (t17 + diagonal(t16)).transposed()
}

@_optimize(none) func gradient203(_ y: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = Tensor.positions(.batch).reshaped(to: [.batch, 1])
  let t2 = t1 .== Tensor.positions(.batch).reshaped(to: [1, .batch])
  let t3 = Tensor.positions(.batch)
  let t4 = Tensor.extent(.batch)
  let t5 = learning_rate * t3 / t4
  let t6 = t5 * 2 * (Tensor(1) / Tensor(4))
  let t7 = guarded(t2 * t6.reshaped(to: [1, .batch]), by: t2) .!= 0
  let t8 = guarded(t2 * t5.reshaped(to: [1, .batch]), by: t2) .!= 0
  let t9 = sin(y * learning_rate * t3 / t4)
  let t10 = t5 * -t9
  let t11 = t6 + t10 * (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch))
  let t12 = guarded(t2 * (t11 / t4).reshaped(to: [1, .batch]), by: t2)
  let t13 = guarded(t12, by: maximum(t7, t8) .!= 0)
  return (t13 * t3.reshaped(to: [1, .batch]) * learning_rate).transposed()
}

@_optimize(none) func gradient204(_ X: Tensor, _ sum_: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = Tensor.positions(.batch).reshaped(to: [.batch, 1])
  let t2 = t1 .== Tensor.positions(.batch).reshaped(to: [1, .batch])
  let ŷ = (X • sum_ + learning_rate).named("ŷ")
  let t3 = guarded(t2 * ŷ.reshaped(to: [1, .batch]), by: t2).reshaped(to: [.batch, .batch, 1])
  let t4 = t2 * X[.all, .range(0..<1)].reshaped(to: [.batch]).reshaped(to: [1, .batch])
  let t5 = guarded(t4, by: t2).reshaped(to: [.batch, .batch, 1])
  let t6 = t5 • sum_.reshaped(to: [1, 3]).reshaped(to: [1, 1, 3])
  return pad(t3, before: [0, 0, 0], after: [0, 0, 2]) + t6
}

@_optimize(none) func gradient205(_ sum_: Tensor, _ A: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = pad(Tensor(1).broadcast(to: [2, 2]), before: [0, 1], after: [0, 0], interior: [1, 0])
  let t2 = Tensor.positions(3).reshaped(to: [3, 1])
  let t3 = (t2 .== Tensor.positions(3).reshaped(to: [1, 3])).reshaped(to: [3, 1, 3])
  let t4 = (t3 * A.reshaped(to: [1, 3, 3]))[.all, .range(0..<3, by: 2), .range(1..<3)]
  let t5 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [2, 2]).reshaped(to: [1, 2, 2])
  let t6 = A * ŵ₁ + diagonalMatrix(3 + sum_)
  let t7 = (-sin(t6[.range(0..<3, by: 2), .range(1..<3)])).reshaped(to: [1, 2, 2])
  let t8 = (Tensor(1) * Tensor(0.5) / 4).reshaped(to: [1, 1]).broadcast(to: [2, 2])
  let t9 = t4 * t7 * t8.reshaped(to: [1, 2, 2])
  let t10 = pad(t4 * 2 * t5 + t9, before: [0, 0, 1], after: [0, 0, 0], interior: [0, 1, 0])
  let t11 = guarded(t10 * A.reshaped(to: [1, 3, 3]), by: t1.reshaped(to: [1, 3, 3]))
  return sum(t11, along: [1]).transposed()
}

@_optimize(none) func gradient206(_ learning_rate: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = Tensor.positions(3).reshaped(to: [3, 1])
  let t2 = (t1 .== Tensor.positions(3).reshaped(to: [1, 3])).flipped(along: [1])
  let t3 = -sin((ŵ₁ * learning_rate).flipped(along: [0]))
  let t4 = learning_rate * t3 * (Tensor(1) * Tensor(0.5) / 3)
  let t5 = learning_rate * 2 * (Tensor(1) / Tensor(4)) + t4
  let t6 = guarded(t2 * t5.reshaped(to: [1, 3]), by: t2).flipped(along: [1])
  return (t6 * learning_rate).transposed()
}

@_optimize(none) func gradient207(_ sum_: Tensor, _ A: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = Tensor.positions(3).reshaped(to: [3, 1])
  let t2 = t1 .== Tensor.positions(3).reshaped(to: [1, 3])
  let t3 = (t2.reshaped(to: [3, 1, 3]) * A.reshaped(to: [1, 3, 3]))[.all, .range(2..<3), .all]
  let t4 = sum_ + ŵ₁
  let t5 = A * ŵ₁ + diagonalMatrix(3 + sum_)
  let t6 = squared(sech(t4))
  let t7 = (t6 * t5[.range(2..<3), .all].reshaped(to: [3])).reshaped(to: [1, 3])
  let t8 = t3.reshaped(to: [3, 3]) * tanh(t4).reshaped(to: [1, 3])
  return (t8 + guarded(t2 * t7, by: t2)).transposed()
}

@_optimize(none) func gradient208(_ ŵ₁: Tensor) -> Tensor {
  let t1 = Tensor.positions(3).reshaped(to: [3, 1])
  let t2 = (t1 .== Tensor.positions(3).reshaped(to: [1, 3]))[.all, .range(0..<3, by: 2)]
  let t3 = t2.flipped(along: [1]).reshaped(to: [3, 1, 2])
  let t4 = sin(ŵ₁[.range(0..<3, by: 2)].flipped(along: [0]).reshaped(to: [1, 2]))
  let t5 = -t4 * (Tensor(1) * Tensor(0.5) / 2)
  let t6 = (2 * (Tensor(1) / Tensor(4)) + t5).reshaped(to: [1, 1, 2])
  let t7 = guarded(t3 * t6, by: t3).reshaped(to: [3, 2]).flipped(along: [1])
  return pad(t7, before: [0, 0], after: [0, 0], interior: [0, 1]).transposed()
}

@_optimize(none) func gradient209(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = Tensor.positions(3).reshaped(to: [3, 1])
  let t2 = t1 .== Tensor.positions(3).reshaped(to: [1, 3])
  let t3 = sum_ + ŵ₁
  let t4 = t2 * squared(sech(t3)).reshaped(to: [1, 3])
  let t5 = pad(guarded(t4, by: t2), before: [0, 1], after: [0, 2])
  let t6 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [6])
  let t7 = pad(tanh(t3), before: [1], after: [2])
  let t8 = (Tensor(1) * Tensor(0.5) / 6).reshaped(to: [1]).broadcast(to: [6])
  let t9 = t5 * (-sin(t7)).reshaped(to: [1, 6])
  let t10 = t5 * 2 * t6.reshaped(to: [1, 6])
  let t11 = sech(t3)
  let t12 = (t10 + t9 * t8.reshaped(to: [1, 6]))[.all, .range(1..<4)]
  let t13 = -(t11 * tanh(t3))
  let t14 = t6 * (2 * t7)
  let t15 = (t14 + t8 * cos(t7))[.range(1..<4)]
  let t16 = (t13 * (2 * t11) * t15).reshaped(to: [1, 3])
  let t17 = t12 * squared(t11).reshaped(to: [1, 3])
  return (t17 + guarded(t2 * t16, by: t2)).transposed()
}

@_optimize(none) func gradient210(_ ŵ₁: Tensor) -> Tensor {
  let t1 = Tensor.positions(3).reshaped(to: [3, 1])
  let t2 = t1 .== Tensor.positions(3).reshaped(to: [1, 3])
  let t3 = t2.reshaped(to: [3, 3, 1]) • ŵ₁.reshaped(to: [1, 3]).reshaped(to: [1, 1, 3])
  let t4 = pad(t3 + diagonalMatrix(t2), before: [0, 0, 1], after: [0, 1, 0], interior: [0, 1, 2])
  return t4.transposed(axes: [1, 2, 0])
}

@_optimize(none) func gradient211(_ sum_: Tensor) -> Tensor {
  let t1 = pad(Tensor(1).broadcast(to: [3]), before: [1], after: [0])
  let t2 = Tensor.positions(3).reshaped(to: [3, 1])
  let t3 = pad(t2 .== Tensor.positions(3).reshaped(to: [1, 3]), before: [0, 1], after: [0, 0])
  let t4 = select(t1, Tensor(1) / Tensor(2), 0)
  let t5 = t4 * 2 * (Tensor(1) / Tensor(4))
  let t6 = guarded(t3 * t5.reshaped(to: [1, 4]), by: t3) .!= 0
  let t7 = guarded(t3 * t4.reshaped(to: [1, 4]), by: t3) .!= 0
  let t8 = select((t1 .!= 0).reshaped(to: [1, 4]), maximum(t6, t7), 0)
  let z = (sum_ / 2).named("z")
  let t9 = -sin(select(t1, pad(z, before: [1], after: [0]), 0.5))
  let t10 = t4 * t9 * (Tensor(1) * Tensor(0.5) / 4)
  let t11 = t3 * select(t1, t5 + t10, 0).reshaped(to: [1, 4])
  let t12 = (t8 .!= 0)[.all, .range(1..<4)] .!= 0
  let t13 = guarded(guarded(t11, by: t3)[.all, .range(1..<4)] / 2, by: t12)
  let t14 = guarded(t13, by: (t1 .!= 0)[.range(1..<4)].reshaped(to: [1, 3]))
  return t14.transposed()
}

@_optimize(none) func gradient212(_ in_: Tensor, _ y: Tensor, _ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = Tensor.positions(3).reshaped(to: [3, 1])
  let t2 = t1 .== Tensor.positions(3).reshaped(to: [1, 3])
  let t3 = gather(t2, in_, along: 1)
  let t4 = -sin(gather(sum_, in_, along: 0) * y)
  let t5 = y * t4 * (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch))
  let t6 = y * 2 * (Tensor(1) / Tensor(4)) + t5
  let t7 = guarded(t3 * (t6 * y).reshaped(to: [1, .batch]), by: t3)
  let t8 = ŵ₁.reshaped(to: [1, 3])
  let t9 = t2.reshaped(to: [3, 3, 1]) • t8.reshaped(to: [1, 1, 3])
  let t10 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3]) / 2
  let t11 = centered(t9 + diagonalMatrix(t2), along: [2]) * 2
  let t12 = t11 * t10.reshaped(to: [3, 1]).broadcast(to: [3, 3]).reshaped(to: [1, 3, 3])
  let t13 = centered(t12, along: [2])
  let t14 = (t13 • t8.transposed().reshaped(to: [1, 3, 1])).reshaped(to: [3, 3])
  let t15 = scatterAdd(t7, in_, along: 1, length: 3) + (t14 + diagonal(t13))
  return t15.transposed()
}

@_optimize(none) func gradient213(_ X: Tensor, _ in_: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = X + learning_rate
  let t2 = Tensor(1).broadcast(to: [.batch, 3]) * cos(t1)
  let t3 = logSoftmax(sin(t1), along: [1])
  let t4 = t3 .== max(t3, along: [1]).reshaped(to: [.batch, 1])
  let t5 = sum(t4 * t2, along: [1]).reshaped(to: [.batch, 1])
  let t6 = t2 - t5 / sum(t4, along: [1]).reshaped(to: [.batch, 1])
  let t7 = sum(exp(t3) * t6, along: [1]).reshaped(to: [.batch, 1])
  return gather(t6 - t7, in_, along: 1, batchAxes: 1)
}

@_optimize(none) func gradient214(_ sum_: Tensor, _ A: Tensor) -> Tensor {
  let t1 = Tensor.indices([2, 2, 0, 1]).reshaped(to: [2, 2])
  let t2 = gather(A + diagonalMatrix(3 + sum_), t1, along: 1)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1, 1]).broadcast(to: [3, 2, 2])
  let t4 = (Tensor(1) * Tensor(0.5) / 12).reshaped(to: [1, 1, 1]).broadcast(to: [3, 2, 2])
  let t5 = t3 * (2 * t2)
  let t6 = scatterAdd(t5 + t4 * cos(t2), t1, along: 1, length: 3)
  return diagonal(t6).broadcast(to: [.batch, 3])
}

@_optimize(none) func gradient215(
  _ in_: Tensor,
  _ X: Tensor,
  _ sum_: Tensor,
  _ ŵ₁: Tensor,
  _ learning_rate: Tensor
) -> Tensor {
  let t1 = scatterAdd(Tensor(1).broadcast(to: [.batch]), in_, along: 0, length: 3) * ŵ₁
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let ŷ = (X • sum_ + learning_rate).named("ŷ")
  let t3 = -sin(scatterAdd(ŷ, in_, along: 0, length: 3) * ŵ₁)
  let t4 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t5 = t1 * 2 * t2
  let t6 = (t5 + t1 * t3 * t4) * ŵ₁
  return sum(gather(t6, in_, along: 0))
}

@_optimize(none) func gradient216(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = Tensor.positions(3).reshaped(to: [3, 1])
  let t2 = t1 .== Tensor.positions(3).reshaped(to: [1, 3])
  let t3 = squared(sech(sum_ + ŵ₁)).reshaped(to: [1, 3])
  let t4 = scatterAdd(guarded(t2 * t3, by: t2), Tensor.indices([1, 3, 1]), along: 1, length: 5)
  return t4.transposed()
}

@_optimize(none) func gradient217(_ X: Tensor, _ in_: Tensor, _ A: Tensor) -> Tensor {
  let t1 = X.reshaped(to: [.batch, 1, 3])
  let t2 = Tensor(1).broadcast(to: [1]).broadcast(to: [.batch, 1])
  let t3 = scatterAdd(t2, in_.reshaped(to: [.batch, 1]), along: 2, length: 3, batchAxes: 2)
  let t4 = t3 * (t1 • A.reshaped(to: [1, 3, 3]))
  let t5 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [1, 3]).reshaped(to: [1, 1, 3])
  let t6 = (Tensor(1) * Tensor(0.5) / (Tensor(3) * Tensor(1))).reshaped(to: [1, 1])
  let t7 = t6.broadcast(to: [1, 3]).reshaped(to: [1, 1, 3]) * cos(t4)
  let t8 = (t5 * (2 * t4) + t7) * t3
  return t1.transposed(axes: [0, 2, 1]) • t8
}

@_optimize(none) func gradient218(_ X: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = Tensor.positions(.batch).reshaped(to: [.batch, 1, 1, 1])
  let t2 = Tensor.positions(3).reshaped(to: [1, 3, 1, 1])
  let t3 = t1 .== Tensor.positions(.batch).reshaped(to: [1, 1, .batch, 1])
  let t4 = t3 * (t2 .== Tensor.positions(3).reshaped(to: [1, 1, 1, 3]))
  let t5 = sum(t4, along: [2, 3]) * learning_rate
  let t6 = -sin(sum(X) * learning_rate)
  let t7 = t5 * 2 * (Tensor(1) / Tensor(4))
  let t8 = t7 + t5 * t6 * (Tensor(1) * Tensor(0.5))
  let t9 = (t8 * learning_rate).reshaped(to: [.batch, 3, 1, 1]).broadcast(to: [.batch, 3, .batch, 3])
  return t9.transposed(axes: [2, 3, 0, 1])
}

@_optimize(none) func gradient219(_ X: Tensor, _ sum_: Tensor) -> Tensor {
  let t1 = Tensor.positions(3).reshaped(to: [3, 1])
  let t2 = t1 .== Tensor.positions(3).reshaped(to: [1, 3])
  let t3 = guarded(t2 * sum_.reshaped(to: [1, 3]), by: t2).reshaped(to: [3, 1, 3])
  return X.transposed().reshaped(to: [1, 3, .batch]) • t3.broadcast(to: [3, .batch, 3])
}

@_optimize(none) func gradient220(_ sum_: Tensor, _ A: Tensor) -> Tensor {
  let t1 = sum(A + diagonalMatrix(3 + sum_), along: [1])
  let t2 = t1.reshaped(to: [3, 1])
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 1])
  let t4 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1, 1]).broadcast(to: [3, 1])
  let t5 = t3 * (2 * t2)
  let t6 = (t5 + t4 * cos(t2)).reshaped(to: [3])
  return diagonal(t6.reshaped(to: [3, 1]).broadcast(to: [3, 3])).broadcast(to: [.batch, 3])
}

let printedGradients12: [@Sendable ([Tensor]) -> Tensor] = [
  { gradient202($0[0], $0[1]) },
  { gradient203($0[0], $0[1]) },
  { gradient204($0[0], $0[1], $0[2]) },
  { gradient205($0[0], $0[1], $0[2]) },
  { gradient206($0[0], $0[1]) },
  { gradient207($0[0], $0[1], $0[2]) },
  { gradient208($0[0]) },
  { gradient209($0[0], $0[1]) },
  { gradient210($0[0]) },
  { gradient211($0[0]) },
  { gradient212($0[0], $0[1], $0[2], $0[3]) },
  { gradient213($0[0], $0[1], $0[2]) },
  { gradient214($0[0], $0[1]) },
  { gradient215($0[0], $0[1], $0[2], $0[3], $0[4]) },
  { gradient216($0[0], $0[1]) },
  { gradient217($0[0], $0[1], $0[2]) },
  { gradient218($0[0], $0[1]) },
  { gradient219($0[0], $0[1]) },
  { gradient220($0[0], $0[1]) },
]
