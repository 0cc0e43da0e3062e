// swift-format-ignore-file
// Printed by .ci/print-source; not written by hand.
import ChainRule

func gradient57(_ V: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = V.reshaped(to: [2, 3]) * ŵ₁
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [2, 3])
  let t3 = (Tensor(1) * Tensor(0.5) / 6).reshaped(to: [1, 1]).broadcast(to: [2, 3])
  let t4 = t2 * (2 * t1)
  let t5 = (t4 + t3 * cos(t1)) * ŵ₁
  return t5.reshaped(to: [3, 2])
}

func gradient58(_ ŵ₁: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t2 = t1 * cos(sum(ŵ₁) / 3)
  let t3 = (t2 * learning_rate).reshaped(to: [1, 3]).broadcast(to: [2, 3]) * 0.6775120831417564
  let t4 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [2, 3])
  let t5 = (Tensor(1) * Tensor(0.5) / 6).reshaped(to: [1, 1]).broadcast(to: [2, 3])
  let t6 = (ŵ₁ * learning_rate).broadcast(to: [2, 3]) * 0.6775120831417564
  let t7 = t3 * t5 * -sin(t6)
  let t8 = (t3 * t4 * 2 + t7) * 0.6775120831417564
  let t9 = t4 * (2 * t6)
  let t10 = (t9 + t5 * cos(t6)) * 0.6775120831417564
  let t11 = sum(sum(t8, along: [0]) * ŵ₁)
  return t11 + sum(t2 * sum(t10, along: [0]))
}

func gradient59(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t2 = t1 * cos(sum(ŵ₁) / 3)
  let t3 = sum_ + ŵ₁
  let t4 = sech(t3)
  let t5 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t6 = (t2 * squared(t4)).reshaped(to: [3, 1])
  let t7 = t6 • t5.reshaped(to: [1, 3])
  let t8 = ŵ₁.reshaped(to: [1, 3])
  let t9 = t2.reshaped(to: [1, 3])
  let t10 = t5.reshaped(to: [1, 3])
  let t11 = (tanh(t3).reshaped(to: [3, 1]) • t10).transposed()
  let t12 = t7 • t8.transposed()
  let t13 = sum_.reshaped(to: [3, 1])
  let t14 = t13 • t8 + diagonalMatrix(3 + sum_)
  let t15 = t2 * (t14 • t5) * (2 * t4)
  let t16 = t13.transposed().transposed() • t9
  let t17 = (t16 • t10.transposed()).reshaped(to: [3])
  let t18 = t15 * -(t4 * tanh(t3))
  let t19 = t18 + t17 * squared(sech(t3))
  let t20 = (t12 + (t9 • t11).transposed()).reshaped(to: [3])
  return t20 + (diagonal(t7) + t19)
}

func gradient60(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = sum_ + ŵ₁
  let t2 = tanh(t1).reshaped(to: [1, 3]).broadcast(to: [2, 3]).reshaped(to: [6])
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [6])
  let t4 = (Tensor(1) * Tensor(0.5) / 6).reshaped(to: [1]).broadcast(to: [6])
  let t5 = t3 * (2 * t2)
  let t6 = (t5 + t4 * cos(t2)).reshaped(to: [2, 3])
  let t7 = sum(t6, along: [0]).reshaped(to: [1, 3]).reshaped(to: [3])
  return t7 * squared(sech(t1))
}

func gradient61(_ sum_: Tensor, _ X: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t2 = sum(ŵ₁) / 3
  let t3 = pad(t1 * cos(t2), before: [0], after: [6])
  let t4 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [9])
  let t5 = (Tensor(1) * Tensor(0.5) / 9).reshaped(to: [1]).broadcast(to: [9])
  let t6 = concatenate([ŵ₁, sum_, sum_], along: 0)
  let t7 = t3 * t5 * -sin(t6)
  let t8 = t4 * (2 * t6)
  let t9 = (1 / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t10 = (t8 + t5 * cos(t6))[.range(0..<3)]
  let t11 = t1 * (t10 + X.transposed() • t9)
  let t12 = sum(t11) * -sin(t2)
  let t13 = (t3 * t4 * 2 + t7)[.range(0..<3)]
  return t13 + (t12 / 3).reshaped(to: [1]).broadcast(to: [3])
}

func gradient62(_ X: Tensor, _ sum_: Tensor, _ learning_rate: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = X + learning_rate
  let t2 = concatenate([X.reshaped(to: [.batch, 1, 3]), sin(t1).reshaped(to: [.batch, 1, 3])], along: 1)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1, 1]).broadcast(to: [.batch, 2, 3])
  let t4 = (Tensor(1) * Tensor(0.5) / (6 * Tensor.extent(.batch))).reshaped(to: [1, 1, 1])
  let t5 = t4.broadcast(to: [.batch, 2, 3]) * cos(t2)
  let t6 = (t3 * (2 * t2) + t5)[.all, .range(1..<2), .all]
  let t7 = sum_ .< Tensor.constant([1, NDArray(Double.infinity), 0])
  let t8 = select(t7, (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3]), 0)
  let t9 = sum(t6.reshaped(to: [.batch, 3]) * cos(t1))
  return t9 + sum(select(t7, t8 * ŵ₁, 0))
}

func gradient63(_ sum_: Tensor, _ A: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = A * ŵ₁ + diagonalMatrix(3 + sum_)
  let t2 = t1.flipped(along: [1]) * ŵ₁
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t4 = (Tensor(1) * Tensor(0.5) / 9).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t5 = t3 * (2 * t2)
  let t6 = (t5 + t4 * cos(t2)) * ŵ₁
  return diagonal(t6.flipped(along: [1]))
}

func gradient64(_ sum_: Tensor, _ X: Tensor, _ learning_rate: Tensor) -> Tensor {
  let z = (sum_ / 2).named("z")
  let t1 = z.flipped(along: [0])
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t3 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t4 = t2 * (2 * t1)
  let t5 = (t4 + t3 * cos(t1)).flipped(along: [0])
  let ŷ = (X • sum_ + learning_rate).named("ŷ")
  let t6 = (1 / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t7 = t6 * squared(sech(ŷ))
  return t5 / 2 + X.transposed() • t7
}

func gradient65(_ sum_: Tensor, _ A: Tensor) -> Tensor {
  let t1 = A + diagonalMatrix(3 + sum_)
  let t2 = concatenate([t1[.all, .range(2..<3)], t1[.all, .range(0..<2)]], along: 1)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t4 = (Tensor(1) * Tensor(0.5) / 9).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t5 = t3 * (2 * t2)
  let t6 = t5 + t4 * cos(t2)
  let t7 = pad(t6[.all, .range(0..<1)], before: [0, 2], after: [0, 0])
  return diagonal(t7 + pad(t6[.all, .range(1..<3)], before: [0, 0], after: [0, 1]))
}

func gradient66(_ y: Tensor) -> Tensor {
  let t1 = Tensor.positions(.batch)
  let t2 = Tensor.extent(.batch)
  let t3 = y * t1 / t2
  let t4 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch])
  let t5 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t6 = t4 * (2 * t3)
  let t7 = (t6 + t5 * cos(t3)) / t2
  return t7 * t1
}

func gradient67(_ X: Tensor, _ sum_: Tensor, _ learning_rate: Tensor, _ A: Tensor) -> Tensor {
  let t1 = (1 / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t2 = t1 * cos(learning_rate)
  let t3 = A.transposed()
  let t4 = (t2 • t3.transposed())[.all, .range(0..<1)].reshaped(to: [.batch])
  let ŷ = (X • sum_ + learning_rate).named("ŷ")
  let t5 = sum_.reshaped(to: [1, 3])
  let t6 = (X • A)[.all, .range(0..<1)].reshaped(to: [.batch])
  let t7 = (t2 • t5.transposed()).reshaped(to: [.batch]) * t6
  let t8 = t4 * ŷ + t7
  let t9 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch])
  let t10 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t11 = t6 * ŷ
  let t12 = t8 * t10 * -sin(t11)
  let t13 = t9 * (2 * t11)
  let t14 = t13 + t10 * cos(t11)
  let t15 = (t8 * t9 * 2 + t12) * t6
  let t16 = pad((t14 * ŷ).reshaped(to: [.batch, 1]), before: [0, 0], after: [0, 2]) • t3
  let t17 = t16 + (t14 * t6).reshaped(to: [.batch, 1]) • t5
  let t18 = sum(t1 * t17)
  let t19 = sum(t15 + t4 * t14)
  return t19 + t18 * -sin(learning_rate)
}

func gradient68(_ sum_: Tensor, _ A: Tensor) -> Tensor {
  let t1 = (A + diagonalMatrix(3 + sum_))[.range(0..<3, by: 2), .range(1..<3)]
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [2, 2])
  let t3 = (Tensor(1) * Tensor(0.5) / 4).reshaped(to: [1, 1]).broadcast(to: [2, 2])
  let t4 = t2 * (2 * t1)
  return pad(t4 + t3 * cos(t1), before: [0, 1], after: [0, 0], interior: [1, 0])
}

func gradient69(_ ŵ₁: Tensor) -> Tensor {
  let t1 = ŵ₁.flipped(along: [0])
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t3 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t4 = t2 * (2 * t1)
  return (t4 + t3 * cos(t1)).flipped(along: [0])
}

func gradient70(_ sum_: Tensor, _ A: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = A * ŵ₁ + diagonalMatrix(3 + sum_)
  let t2 = t1[.range(2..<3), .all].reshaped(to: [3]) * sum_
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t4 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t5 = t3 * (2 * t2)
  let t6 = (t5 + t4 * cos(t2)) * sum_
  let t7 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t8 = sum(pad(t6.reshaped(to: [1, 3]), before: [2, 0], after: [0, 0]) * A, along: [0])
  let t9 = t7 * squared(sech(sum_ + ŵ₁))
  return t8 + t9
}

func gradient71(_ sum_: Tensor, _ learning_rate: Tensor) -> Tensor {
  let z = (sum_ / 2).named("z")
  let t1 = z[.range(0..<3, by: 2)].flipped(along: [0]).reshaped(to: [1, 2])
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [1, 2])
  let t3 = (Tensor(1) * Tensor(0.5) / 2).reshaped(to: [1, 1]).broadcast(to: [1, 2])
  let t4 = t2 * (2 * t1)
  let t5 = (t4 + t3 * cos(t1)).reshaped(to: [2])
  let t6 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t7 = t6 * (pad(t5.flipped(along: [0]), before: [0], after: [0], interior: [1]) / 2)
  return sum(t7) * -sin(learning_rate)
}

func gradient72(_ ŵ₁: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = pad(ŵ₁ * learning_rate, before: [1], after: [2])
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [6])
  let t3 = (Tensor(1) * Tensor(0.5) / 6).reshaped(to: [1]).broadcast(to: [6])
  let t4 = t2 * (2 * t1)
  let t5 = (t4 + t3 * cos(t1))[.range(1..<4)]
  return t5 * learning_rate
}

func gradient73(_ sum_: Tensor, _ ŵ₁: Tensor, _ A: Tensor) -> Tensor {
  let t1 = sum_.reshaped(to: [3, 1])
  let t2 = t1 • ŵ₁.reshaped(to: [1, 3])
  let t3 = pad(t2 + diagonalMatrix(3 + sum_), before: [0, 1], after: [1, 0], interior: [1, 2])
  let t4 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [6, 8])
  let t5 = (Tensor(1) * Tensor(0.5) / 48).reshaped(to: [1, 1]).broadcast(to: [6, 8])
  let t6 = t4 * (2 * t3)
  let t7 = (t6 + t5 * cos(t3))[.range(0..<5, by: 2), .range(1..<8, by: 3)]
  let t8 = pad((Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [2, 2]), before: [0, 1], after: [0, 0], interior: [1, 0])
  let t9 = (t1.transposed() • t7).reshaped(to: [3])
  return t9 + sum(t8 * A, along: [0])
}

func gradient74(_ ŵ₁: Tensor) -> Tensor {
  let t1 = pad(Tensor(1).broadcast(to: [3]), before: [1], after: [0])
  let t2 = select(t1, pad(ŵ₁, before: [1], after: [0]), 0.5)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [4])
  let t4 = (Tensor(1) * Tensor(0.5) / 4).reshaped(to: [1]).broadcast(to: [4])
  let t5 = t3 * (2 * t2)
  let t6 = select(t1, t5 + t4 * cos(t2), 0)
  return t6[.range(1..<4)]
}

func gradient75(_ in_: Tensor, _ y: Tensor, _ ŵ₁: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = gather(ŵ₁ * learning_rate, in_, along: 0)
  let t2 = t1 * y
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch])
  let t4 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t5 = t3 * (2 * t2)
  return (t5 + t4 * cos(t2)) * t1
}

func gradient76(_ X: Tensor, _ in_: Tensor, _ A: Tensor) -> Tensor {
  let t1 = logSoftmax(X • A, along: [1])
  let t2 = gather(t1, in_, along: 1, batchAxes: 1)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch])
  let t4 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t5 = t3 * (2 * t2)
  let t6 = scatterAdd(t5 + t4 * cos(t2), in_, along: 1, length: 3, batchAxes: 1)
  let t7 = sum(t6, along: [1]).reshaped(to: [.batch, 1]) - t6
  let t8 = t6 * -expm1(t1)
  let t9 = t8 - exp(t1) * t7
  return t9 • A.transposed()
}

let printedGradients3: [@Sendable ([Tensor]) -> Tensor] = [
  { gradient57($0[0], $0[1]) },
  { gradient58($0[0], $0[1]) },
  { gradient59($0[0], $0[1]) },
  { gradient60($0[0], $0[1]) },
  { gradient61($0[0], $0[1], $0[2]) },
  { gradient62($0[0], $0[1], $0[2], $0[3]) },
  { gradient63($0[0], $0[1], $0[2]) },
  { gradient64($0[0], $0[1], $0[2]) },
  { gradient65($0[0], $0[1]) },
  { gradient66($0[0]) },
  { gradient67($0[0], $0[1], $0[2], $0[3]) },
  { gradient68($0[0], $0[1]) },
  { gradient69($0[0]) },
  { gradient70($0[0], $0[1], $0[2]) },
  { gradient71($0[0], $0[1]) },
  { gradient72($0[0], $0[1]) },
  { gradient73($0[0], $0[1], $0[2]) },
  { gradient74($0[0]) },
  { gradient75($0[0], $0[1], $0[2], $0[3]) },
  { gradient76($0[0], $0[1], $0[2]) },
]
