// swift-format-ignore-file
// Printed by .ci/print-source; not written by hand.
import ChainRule

func gradient52(_ sum_: Tensor) -> Tensor {
  let t1 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3]) * 0.32191216305286574
  return unsorted(t1, by: sum_, along: 0)
}

func gradient53(_ sum_: Tensor, _ y: Tensor, _ A: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = A * ŵ₁ + diagonalMatrix(3 + sum_)
  let t2 = centered(t1, along: [0, 1])
  let t3 = norm(t2, along: [0, 1]).reshaped(to: [1, 1])
  let t4 = (1 / sqrt(Tensor(9))).reshaped(to: [1, 1])
  let t5 = t4 * select(t3 .== 0, 0, t2 / t3)
  let t6 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t7 = y.reshaped(to: [1, .batch])
  let t8 = Tensor.extent(.batch)
  let t9 = sin(sum(squared(t7)) / t8)
  let t10 = sum(t6 * diagonal(centered(t5, along: [0, 1])))
  let t11 = (t10 * -t9 / t8).reshaped(to: [1, 1])
  return (t11.broadcast(to: [1, .batch]) * (2 * t7)).reshaped(to: [.batch])
}

func gradient54(_ y: Tensor, _ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = sum(squared(y.reshaped(to: [1, .batch]))) / Tensor.extent(.batch)
  let t2 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t3 = (Tensor(1) / Tensor(9)).reshaped(to: [1]).broadcast(to: [9])[.range(3..<6)]
  let t4 = sum_ + ŵ₁
  let t5 = sech(t4)
  let t6 = t2 * cos(t1) * t3
  let t7 = -(t5 * tanh(t4))
  return t6 * (2 * t5) * t7
}

func gradient55(_ sum_: Tensor, _ A: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = A * ŵ₁ + diagonalMatrix(3 + sum_)
  let t2 = t1.transposed()
  let t3 = A + diagonalMatrix(3 + sum_)
  let t4 = t2 * t3
  let t5 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t6 = (Tensor(1) * Tensor(0.5) / 9).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t7 = t5 * (2 * t4)
  let t8 = t7 + t6 * cos(t4)
  let t9 = diagonal((t8 * t3).transposed())
  return t9 + diagonal(t8 * t2)
}

func gradient56(_ sum_: Tensor, _ ŵ₁: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = sum_ + ŵ₁
  let t2 = tanh(t1).reshaped(to: [3, 1])
  let t3 = sum_ + ŵ₁
  let t4 = tanh(t3).reshaped(to: [1, 3])
  let t5 = (t2 • t4).reshaped(to: [3, 1, 3]).transposed(axes: [2, 0, 1])
  let t6 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1, 1]).broadcast(to: [3, 3, 1])
  let t7 = (Tensor(1) * Tensor(0.5) / 9).reshaped(to: [1, 1, 1]).broadcast(to: [3, 3, 1])
  let t8 = t6 * (2 * t5)
  let t9 = (t8 + t7 * cos(t5)).transposed(axes: [1, 2, 0])
  let t10 = t9.reshaped(to: [3, 3])
  let t11 = (t10 • t4.transposed()).reshaped(to: [3])
  let t12 = (t2.transposed() • t10).reshaped(to: [3])
  let t13 = (Tensor(1) / Tensor(5)).reshaped(to: [1]).broadcast(to: [5])
  let t14 = t12 * squared(sech(t3))
  let t15 = t14 + gather(t13, Tensor.indices([1, 3, 1]), along: 0) * learning_rate
  return t11 * squared(sech(t1)) + t15
}

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

let printedGradients4: [@Sendable ([Tensor]) -> Tensor] = [
  { gradient52($0[0]) },
  { gradient53($0[0], $0[1], $0[2], $0[3]) },
  { gradient54($0[0], $0[1], $0[2]) },
  { gradient55($0[0], $0[1], $0[2]) },
  { gradient56($0[0], $0[1], $0[2]) },
  { gradient57($0[0], $0[1]) },
  { gradient58($0[0], $0[1]) },
  { gradient59($0[0], $0[1]) },
  { gradient60($0[0], $0[1]) },
  { gradient61($0[0], $0[1], $0[2]) },
  { gradient62($0[0], $0[1], $0[2], $0[3]) },
  { gradient63($0[0], $0[1], $0[2]) },
  { gradient64($0[0], $0[1], $0[2]) },
]
