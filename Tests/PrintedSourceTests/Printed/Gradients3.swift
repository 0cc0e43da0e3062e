// swift-format-ignore-file
// Printed by .ci/print-source; not written by hand.
import ChainRule

@_optimize(none) func gradient53(_ y: Tensor) -> Tensor {
  let t1 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t2 = y.reshaped(to: [1, .batch])
  let t3 = Tensor.extent(.batch)
  let t4 = sin(sum(squared(t2)) / t3)
  let t5 = sum(t1 * Tensor(0).broadcast(to: [3]))
  let t6 = (t5 * -t4 / t3).reshaped(to: [1, 1])
  return (t6.broadcast(to: [1, .batch]) * (2 * t2)).reshaped(to: [.batch])
}

@_optimize(none) func gradient54(
  _ y: Tensor,
  _ X: Tensor,
  _ sum_: Tensor,
  _ learning_rate: Tensor,
  _ ŵ₁: Tensor
) -> Tensor {
  let t1 = y * learning_rate .== X • ŵ₁
  let ŷ = (X • sum_ + learning_rate).named("ŷ")
  let t2 = t1 * (X • ŵ₁) + ŷ
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch])
  let t4 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t5 = t3 * (2 * t2)
  let t6 = t5 + t4 * cos(t2)
  let t7 = (t6 * t1).reshaped(to: [.batch, 1]) • ŵ₁.reshaped(to: [1, 3])
  return t7 + t6.reshaped(to: [.batch, 1]) • sum_.reshaped(to: [1, 3])
}

@_optimize(none) func gradient55(_ sum_: Tensor, _ ŵ₁: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = ŵ₁ * learning_rate .< Tensor(Double.infinity)
  let t2 = select(t1, sum_, Tensor(Double.nan))
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t4 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t5 = t3 * (2 * t2)
  return select(t1, t5 + t4 * cos(t2), 0)
}

@_optimize(none) func gradient56(_ sum_: Tensor, _ A: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = A * ŵ₁ + diagonalMatrix(3 + sum_)
  let t2 = sum_.reshaped(to: [3, 1]) • ŵ₁.reshaped(to: [1, 3])
  let t3 = t2 + diagonalMatrix(3 + sum_)
  let t4 = t1.transposed() * t3
  let t5 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t6 = (Tensor(1) * Tensor(0.5) / 9).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t7 = t5 * (2 * t4)
  let t8 = (t7 + t6 * cos(t4)) * t3
  return t8.transposed() * ŵ₁
}

@_optimize(none) func gradient57(
  _ sum_: Tensor,
  _ ŵ₁: Tensor,
  _ learning_rate: Tensor,
  _ A: Tensor,
  _ V: Tensor
) -> Tensor {
  let t1 = ŵ₁.reshaped(to: [3, 1])
  let t2 = (ŵ₁ * learning_rate).reshaped(to: [1, 3])
  let t3 = (t1 • t2).reshaped(to: [3, 1, 3]).transposed(axes: [2, 0, 1])
  let t4 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1, 1]).broadcast(to: [3, 3, 1])
  let t5 = (Tensor(1) * Tensor(0.5) / 9).reshaped(to: [1, 1, 1]).broadcast(to: [3, 3, 1])
  let t6 = t4 * (2 * t3)
  let t7 = (t6 + t5 * cos(t3)).transposed(axes: [1, 2, 0])
  let t8 = t7.reshaped(to: [3, 3])
  let t9 = A * ŵ₁ + diagonalMatrix(3 + sum_)
  let t10 = (Tensor(1) / Tensor(6)).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t11 = solve(t9.transposed(), t10)
  let t12 = -(t11 • solve(t9, V).transposed())
  let t13 = (t1.transposed() • t8).reshaped(to: [3]) * learning_rate
  let t14 = (t8 • t2.transposed()).reshaped(to: [3])
  return t14 + (t13 + sum(t12 * A, along: [0]))
}

@_optimize(none) func gradient58(_ V: Tensor, _ ŵ₁: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = V.reshaped(to: [2, 3])
  let t2 = t1 * (ŵ₁ * learning_rate)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [2, 3])
  let t4 = (Tensor(1) * Tensor(0.5) / 6).reshaped(to: [1, 1]).broadcast(to: [2, 3])
  let t5 = t3 * (2 * t2)
  let t6 = (t5 + t4 * cos(t2)) * t1
  return sum(t6, along: [0]) * learning_rate
}

@_optimize(none) func gradient59(_ ŵ₁: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = sum(ŵ₁) / 3
  let t2 = (1 * cos(t1)).reshaped(to: [1]).broadcast(to: [3])
  let t3 = (t2 * ŵ₁).reshaped(to: [1, 3]).broadcast(to: [2, 3]) * 0.7884873570660751
  let t4 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [2, 3])
  let t5 = (Tensor(1) * Tensor(0.5) / 6).reshaped(to: [1, 1]).broadcast(to: [2, 3])
  let t6 = (ŵ₁ * learning_rate).broadcast(to: [2, 3]) * 0.7884873570660751
  let t7 = t3 * t5 * -sin(t6)
  let t8 = (t3 * t4 * 2 + t7) * 0.7884873570660751
  let t9 = t4 * (2 * t6)
  let t10 = (t9 + t5 * cos(t6)) * 0.7884873570660751
  let t11 = sum(t10, along: [0])
  let t12 = 1 * sum(t11 * ŵ₁)
  let t13 = t12 * -sin(t1) / 3
  let t14 = t2 * t11 + t13.reshaped(to: [1]).broadcast(to: [3])
  return sum(t8, along: [0]) * learning_rate + t14
}

@_optimize(none) func gradient60(_ X: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = X + learning_rate
  let t2 = sin(t1).reshaped(to: [.batch, 1, 3]).transposed(axes: [0, 2, 1])
  let t3 = t2 * learning_rate
  let t4 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1, 1]).broadcast(to: [.batch, 3, 1])
  let t5 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1, 1])
  let t6 = t5.broadcast(to: [.batch, 3, 1]) * cos(t3)
  let t7 = t4 * (2 * t3) + t6
  let t8 = (t7 * learning_rate).transposed(axes: [0, 2, 1]).reshaped(to: [.batch, 3])
  let t9 = sum(t8 * cos(t1))
  return t9 + sum(t7 * t2)
}

@_optimize(none) func gradient61(_ ŵ₁: Tensor) -> Tensor {
  let t1 = ŵ₁.reshaped(to: [1, 3]).broadcast(to: [2, 3]).reshaped(to: [6])
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [6])
  let t3 = (Tensor(1) * Tensor(0.5) / 6).reshaped(to: [1]).broadcast(to: [6])
  let t4 = t2 * (2 * t1)
  let t5 = (t4 + t3 * cos(t1)).reshaped(to: [2, 3])
  return sum(t5, along: [0]).reshaped(to: [1, 3]).reshaped(to: [3])
}

@_optimize(none) func gradient62(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = sum_ + ŵ₁
  let z = (sum_ / 2).named("z")
  let t2 = concatenate([sum_, tanh(t1), z], along: 0)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [9])
  let t4 = (Tensor(1) * Tensor(0.5) / 9).reshaped(to: [1]).broadcast(to: [9])
  let t5 = t3 * (2 * t2)
  let t6 = t5 + t4 * cos(t2)
  let t7 = t6[.range(3..<6)] * squared(sech(t1))
  let t8 = t6[.range(6..<9)] / 2 + t6[.range(0..<3)]
  return t7 + t8
}

@_optimize(none) func gradient63(_ X: Tensor, _ learning_rate: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = X + learning_rate
  let t2 = sin(t1).reshaped(to: [.batch, 1, 3])
  let t3 = concatenate([t2, (X * ŵ₁).reshaped(to: [.batch, 1, 3])], along: 1)
  let t4 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1, 1]).broadcast(to: [.batch, 2, 3])
  let t5 = (Tensor(1) * Tensor(0.5) / (6 * Tensor.extent(.batch))).reshaped(to: [1, 1, 1])
  let t6 = t5.broadcast(to: [.batch, 2, 3]) * cos(t3)
  let t7 = t4 * (2 * t3) + t6
  let t8 = t7[.all, .range(0..<1), .all].reshaped(to: [.batch, 3]) * cos(t1)
  return t8 + t7[.all, .range(1..<2), .all].reshaped(to: [.batch, 3]) * ŵ₁
}

@_optimize(none) func gradient64(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = sum_.reshaped(to: [3, 1])
  let t2 = t1 • ŵ₁.reshaped(to: [1, 3])
  let t3 = (t2 + diagonalMatrix(3 + sum_)).flipped(along: [1])
  let t4 = t3 * sum_
  let t5 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t6 = (Tensor(1) * Tensor(0.5) / 9).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t7 = t5 * (2 * t4)
  let t8 = (t7 + t6 * cos(t4)) * sum_
  return (t1.transposed() • t8.flipped(along: [1])).reshaped(to: [3])
}

@_optimize(none) func gradient65(_ sum_: Tensor, _ ŵ₁: Tensor, _ A: Tensor) -> Tensor {
  let t1 = ŵ₁.flipped(along: [0])
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t3 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t4 = t2 * (2 * t1)
  let t5 = A * ŵ₁ + diagonalMatrix(3 + sum_)
  let t6 = max(t5, along: [0])
  let t7 = t5 .== t6.reshaped(to: [1, 3])
  let t8 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3]).reshaped(to: [1, 3])
  let t9 = select(t7, t8 / sum(t7, along: [0]).reshaped(to: [1, 3]), 0)
  let t10 = guarded(t9 * A, by: t5 .== t6.reshaped(to: [1, 3]))
  let t11 = (t4 + t3 * cos(t1)).flipped(along: [0])
  return t11 + sum(t10, along: [0])
}

@_optimize(none) func gradient66(_ sum_: Tensor, _ A: Tensor) -> Tensor {
  let t1 = A + diagonalMatrix(3 + sum_)
  let t2 = concatenate([t1[.all, .range(2..<3)], t1[.all, .range(0..<2)]], along: 1)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t4 = (Tensor(1) * Tensor(0.5) / 9).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t5 = t3 * (2 * t2)
  let t6 = t5 + t4 * cos(t2)
  let t7 = pad(t6[.all, .range(0..<1)], before: [0, 2], after: [0, 0])
  return t7 + pad(t6[.all, .range(1..<3)], before: [0, 0], after: [0, 1])
}

@_optimize(none) func gradient67(_ sum_: Tensor, _ X: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = (1 / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t2 = sum_.reshaped(to: [1, 3])
  let t3 = t1 * cos(learning_rate) • t2.transposed()
  let t4 = Tensor.positions(.batch)
  let t5 = Tensor.extent(.batch)
  let t6 = t3.reshaped(to: [.batch]) * t4 / t5
  let t7 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch])
  let t8 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let ŷ = (X • sum_ + learning_rate).named("ŷ")
  let t9 = ŷ * t4 / t5
  let t10 = t6 * t8 * -sin(t9)
  let t11 = (t6 * t7 * 2 + t10) / t5
  let t12 = t7 * (2 * t9)
  let t13 = (t12 + t8 * cos(t9)) / t5
  let t14 = t1 * ((t13 * t4).reshaped(to: [.batch, 1]) • t2)
  let t15 = sum(t14) * -sin(learning_rate)
  return sum(t11 * t4) + t15
}

@_optimize(none) func gradient68(_ X: Tensor, _ sum_: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = X[.all, .range(0..<1)].reshaped(to: [.batch])
  let ŷ = (X • sum_ + learning_rate).named("ŷ")
  let t2 = t1 * ŷ
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch])
  let t4 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t5 = t3 * (2 * t2)
  let t6 = t5 + t4 * cos(t2)
  let t7 = (t6 * t1).reshaped(to: [.batch, 1]) • sum_.reshaped(to: [1, 3])
  return pad((t6 * ŷ).reshaped(to: [.batch, 1]), before: [0, 0], after: [0, 2]) + t7
}

@_optimize(none) func gradient69(_ sum_: Tensor, _ A: Tensor) -> Tensor {
  let t1 = (A + diagonalMatrix(3 + sum_))[.range(0..<3, by: 2), .range(1..<3)]
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [2, 2])
  let t3 = (Tensor(1) * Tensor(0.5) / 4).reshaped(to: [1, 1]).broadcast(to: [2, 2])
  let t4 = t2 * (2 * t1)
  return pad(t4 + t3 * cos(t1), before: [0, 1], after: [0, 0], interior: [1, 0])
}

@_optimize(none) func gradient70(_ ŵ₁: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = (ŵ₁ * learning_rate).flipped(along: [0])
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t3 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t4 = t2 * (2 * t1)
  let t5 = (t4 + t3 * cos(t1)).flipped(along: [0])
  return sum(t5 * ŵ₁)
}

let printedGradients3: [@Sendable ([Tensor]) -> Tensor] = [
  { gradient53($0[0]) },
  { gradient54($0[0], $0[1], $0[2], $0[3], $0[4]) },
  { gradient55($0[0], $0[1], $0[2]) },
  { gradient56($0[0], $0[1], $0[2]) },
  { gradient57($0[0], $0[1], $0[2], $0[3], $0[4]) },
  { gradient58($0[0], $0[1], $0[2]) },
  { gradient59($0[0], $0[1]) },
  { gradient60($0[0], $0[1]) },
  { gradient61($0[0]) },
  { gradient62($0[0], $0[1]) },
  { gradient63($0[0], $0[1], $0[2]) },
  { gradient64($0[0], $0[1]) },
  { gradient65($0[0], $0[1], $0[2]) },
  { gradient66($0[0], $0[1]) },
  { gradient67($0[0], $0[1], $0[2]) },
  { gradient68($0[0], $0[1], $0[2]) },
  { gradient69($0[0], $0[1]) },
  { gradient70($0[0], $0[1]) },
]
