// swift-format-ignore-file
// Printed by .ci/print-source; not written by hand.
import ChainRule

func gradient195(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = sum_ + ŵ₁
  let t2 = concatenate([ŵ₁, sum_, tanh(t1)], along: 0)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [9])
  let t4 = (Tensor(1) * Tensor(0.5) / 9).reshaped(to: [1]).broadcast(to: [9])
  let t5 = t3 * (2 * t2)
  let t6 = t5 + t4 * cos(t2)
  let t7 = t6[.range(6..<9)] * squared(sech(t1))
  return t7 + t6[.range(3..<6)]
}

func gradient196(_ X: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = concatenate([X.reshaped(to: [.batch, 1, 3]), (X * ŵ₁).reshaped(to: [.batch, 1, 3])], along: 1)
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1, 1]).broadcast(to: [.batch, 2, 3])
  let t3 = (Tensor(1) * Tensor(0.5) / (6 * Tensor.extent(.batch))).reshaped(to: [1, 1, 1])
  let t4 = t3.broadcast(to: [.batch, 2, 3]) * cos(t1)
  let t5 = t2 * (2 * t1) + t4
  let t6 = (1 / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t7 = t6 / (2 + sum(ŵ₁) / 3)
  let t8 = t5[.all, .range(1..<2), .all].reshaped(to: [.batch, 3]) * ŵ₁
  let t9 = t8 + t7.reshaped(to: [.batch, 1]) • ŵ₁.reshaped(to: [1, 3])
  return t5[.all, .range(0..<1), .all].reshaped(to: [.batch, 3]) + t9
}

func gradient197(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = ŵ₁.reshaped(to: [1, 3])
  let t2 = sum_.reshaped(to: [3, 1]) • t1
  let t3 = (t2 + diagonalMatrix(3 + sum_)).flipped(along: [1])
  let t4 = t3 * sum_
  let t5 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t6 = (Tensor(1) * Tensor(0.5) / 9).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t7 = t5 * (2 * t4)
  let t8 = t7 + t6 * cos(t4)
  let t9 = (t8 * sum_).flipped(along: [1])
  let t10 = diagonal(t9) + sum(t8 * t3, along: [0])
  return (t9 • t1.transposed()).reshaped(to: [3]) + t10
}

func gradient198(_ ŵ₁: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = (ŵ₁ * learning_rate).flipped(along: [0])
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t3 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t4 = t2 * (2 * t1)
  let t5 = (t4 + t3 * cos(t1)).flipped(along: [0])
  return sum(t5 * ŵ₁)
}

func gradient199(_ sum_: Tensor, _ A: Tensor) -> Tensor {
  let t1 = A + diagonalMatrix(3 + sum_)
  let t2 = concatenate([t1[.all, .range(2..<3)], t1[.all, .range(0..<2)]], along: 1)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t4 = (Tensor(1) * Tensor(0.5) / 9).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t5 = t3 * (2 * t2)
  let t6 = t5 + t4 * cos(t2)
  let t7 = pad(t6[.all, .range(0..<1)], before: [0, 2], after: [0, 0])
  return t7 + pad(t6[.all, .range(1..<3)], before: [0, 0], after: [0, 1])
}

let printedGradients13: [@Sendable ([Tensor]) -> Tensor] = [
  { gradient195($0[0], $0[1]) },
  { gradient196($0[0], $0[1]) },
  { gradient197($0[0], $0[1]) },
  { gradient198($0[0], $0[1]) },
  { gradient199($0[0], $0[1]) },
]
