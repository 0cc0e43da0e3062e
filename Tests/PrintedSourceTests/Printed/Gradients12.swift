// swift-format-ignore-file
// Printed by .ci/print-source; not written by hand.
import ChainRule

func gradient208(_ ŵ₁: Tensor) -> Tensor {
  let t1 = pad(Tensor(1).broadcast(to: [3]), before: [1], after: [0])
  let t2 = Tensor.positions(3).reshaped(to: [3, 1])
  let t3 = pad(t2 .== Tensor.positions(3).reshaped(to: [1, 3]), before: [0, 1], after: [0, 0])
  let t4 = select(t1.reshaped(to: [1, 4]), t3, 0)
  let t5 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [4]).reshaped(to: [1, 4])
  let t6 = -sin(select(t1, pad(ŵ₁, before: [1], after: [0]), 0.5))
  let t7 = (Tensor(1) * Tensor(0.5) / 4).reshaped(to: [1]).broadcast(to: [4])
  let t8 = t4 * t6.reshaped(to: [1, 4]) * t7.reshaped(to: [1, 4])
  let t9 = t4 * 2 * t5 + t8
  return select(t1.reshaped(to: [1, 4]), t9, 0)[.all, .range(1..<4)].transposed()
}

func gradient209(
  _ y: Tensor,
  _ sum_: Tensor,
  _ in_: Tensor,
  _ ŵ₁: Tensor,
  _ learning_rate: Tensor
) -> Tensor {
  let t1 = gather(tanh(sum_ + ŵ₁), in_, along: 0)
  let t2 = 1 * y * t1
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch])
  let t4 = -sin(t1 * (y * learning_rate))
  let t5 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t6 = t2 * 2 * t3
  let t7 = (t6 + t2 * t4 * t5) * t1
  return sum(t7 * y)
}

func gradient210(_ in_: Tensor, _ X: Tensor, _ A: Tensor) -> Tensor {
  let t1 = Tensor.positions(.batch).reshaped(to: [.batch, 1])
  let t2 = (t1 .== Tensor.positions(.batch).reshaped(to: [1, .batch])).transposed()
  let t3 = scatterAdd(t2, in_, along: 2, length: 3, batchAxes: 1).transposed(axes: [1, 0, 2])
  let t4 = logSoftmax(X • A, along: [1])
  let t5 = sum(t3, along: [2]).reshaped(to: [.batch, .batch, 1]) - t3
  let t6 = t3 * (-expm1(t4)).reshaped(to: [1, .batch, 3])
  let t7 = t6 - exp(t4).reshaped(to: [1, .batch, 3]) * t5
  return t7 • A.transposed().reshaped(to: [1, 3, 3])
}

func gradient211(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = Tensor.positions(3).reshaped(to: [3, 1])
  let t2 = t1 .== Tensor.positions(3).reshaped(to: [1, 3])
  let t3 = ŵ₁.reshaped(to: [1, 3])
  let t4 = t2.reshaped(to: [3, 3, 1]) • t3.reshaped(to: [1, 1, 3])
  let t5 = Tensor.indices([2, 2, 0, 1]).reshaped(to: [2, 2])
  let t6 = gather(t4 + diagonalMatrix(t2), t5, along: 2)
  let t7 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1, 1]).broadcast(to: [3, 2, 2]).reshaped(to: [1, 3, 2, 2])
  let t8 = sum_.reshaped(to: [3, 1]) • t3
  let t9 = gather(t8 + diagonalMatrix(3 + sum_), t5, along: 1)
  let t10 = (Tensor(1) * Tensor(0.5) / 12).reshaped(to: [1, 1, 1]).broadcast(to: [3, 2, 2])
  let t11 = t6 * (-sin(t9)).reshaped(to: [1, 3, 2, 2])
  let t12 = t6 * 2 * t7
  let t13 = scatterAdd(t12 + t11 * t10.reshaped(to: [1, 3, 2, 2]), t5, along: 2, length: 3)
  let t14 = (t13 • t3.transposed().reshaped(to: [1, 3, 1])).reshaped(to: [3, 3])
  return (t14 + diagonal(t13)).transposed()
}

func gradient212(_ in_: Tensor, _ sum_: Tensor, _ y: Tensor) -> Tensor {
  let t1 = Tensor.positions(.batch).reshaped(to: [.batch, 1])
  let t2 = scatterAdd(t1 .== Tensor.positions(.batch).reshaped(to: [1, .batch]), in_, along: 1, length: 3)
  let t3 = t2 * sum_.reshaped(to: [1, 3])
  let t4 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3]).reshaped(to: [1, 3])
  let t5 = -sin(scatterAdd(y, in_, along: 0, length: 3) * sum_)
  let t6 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t7 = t3 * t5.reshaped(to: [1, 3]) * t6.reshaped(to: [1, 3])
  let t8 = t3 * 2 * t4 + t7
  return gather(t8 * sum_.reshaped(to: [1, 3]), in_, along: 1).transposed()
}

func gradient213(_ ŵ₁: Tensor) -> Tensor {
  return scatterAdd(1 * ŵ₁, Tensor.indices([1, 3, 1]), along: 0, length: 5)
}

func gradient214(_ in_: Tensor, _ X: Tensor) -> Tensor {
  let t1 = Tensor.positions(.batch).reshaped(to: [.batch, 1, 1, 1])
  let t2 = Tensor.positions(3).reshaped(to: [1, 3, 1, 1])
  let t3 = t1 .== Tensor.positions(.batch).reshaped(to: [1, 1, .batch, 1])
  let t4 = scatterAdd(Tensor(1).broadcast(to: [.batch]), in_, along: 1, length: 3, batchAxes: 1)
  let t5 = t3 * (t2 .== Tensor.positions(3).reshaped(to: [1, 1, 1, 3]))
  let t6 = t5 * t4.reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3])
  let t7 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3]).reshaped(to: [1, .batch, 3])
  let t8 = (-sin(t4 * X)).reshaped(to: [1, .batch, 3])
  let t9 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t10 = t9.broadcast(to: [.batch, 3]).reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3])
  let t11 = t6 * 2 * t7.reshaped(to: [1, 1, .batch, 3])
  let t12 = t11 + t6 * t8.reshaped(to: [1, 1, .batch, 3]) * t10
  return (t12 * t4.reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3])).transposed(axes: [2, 3, 0, 1])
}

func gradient215(_ X: Tensor, _ A: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = sum(X • A)
  let t2 = 1 * t1
  let t3 = t2 * -sin(t1 * learning_rate)
  let t4 = t2 * 2 * (Tensor(1) / Tensor(4))
  return (t4 + t3 * (Tensor(1) * Tensor(0.5))) * t1
}

func gradient216(_ X: Tensor, _ learning_rate: Tensor, _ A: Tensor) -> Tensor {
  let t1 = Tensor.positions(3).reshaped(to: [3, 1])
  let t2 = (t1 .== Tensor.positions(3).reshaped(to: [1, 3])) * learning_rate
  let t3 = t2 * sum(X • A, along: [0]).reshaped(to: [1, 3])
  return t3.transposed()
}

func gradient217(_ sum_: Tensor, _ y: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = sum_.reshaped(to: [3, 1])
  let t2 = t1 • ŵ₁.reshaped(to: [1, 3])
  let t3 = sum(t2 + diagonalMatrix(3 + sum_), along: [1])
  let t4 = t3.reshaped(to: [3, 1])
  let t5 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 1])
  let t6 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1, 1]).broadcast(to: [3, 1])
  let t7 = t5 * (2 * t4)
  let t8 = (t7 + t6 * cos(t4)).reshaped(to: [3])
  let t9 = t1.transposed() • t8.reshaped(to: [3, 1]).broadcast(to: [3, 3])
  let t10 = 2 + sum(ŵ₁) / 3
  let t11 = (Tensor(1) / Tensor(1)).reshaped(to: [1]).broadcast(to: [1]).reshaped(to: [1, 1])
  let t12 = -(y.reshaped(to: [.batch, 1]) / t10 / t10)
  let t13 = (sum(t11 * t12, along: [1]) / 3).reshaped(to: [.batch, 1])
  return t9.reshaped(to: [3]).reshaped(to: [1, 3]) + t13.broadcast(to: [.batch, 3])
}

func gradient218(_ y: Tensor, _ X: Tensor) -> Tensor {
  let t1 = Tensor.positions(.batch).reshaped(to: [.batch, 1, 1, 1])
  let t2 = Tensor.positions(3).reshaped(to: [1, 3, 1, 1])
  let t3 = t1 .== Tensor.positions(.batch).reshaped(to: [1, 1, .batch, 1])
  let t4 = t3 * (t2 .== Tensor.positions(3).reshaped(to: [1, 1, 1, 3]))
  let t5 = sum(t4, along: [3]) / 3
  let t6 = t5 * y.reshaped(to: [1, .batch]).reshaped(to: [1, 1, .batch])
  let t7 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch]).reshaped(to: [1, .batch])
  let t8 = sin(sum(X, along: [1]) / 3 * y)
  let t9 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t10 = t6 * (-t8).reshaped(to: [1, .batch]).reshaped(to: [1, 1, .batch])
  let t11 = t6 * 2 * t7.reshaped(to: [1, 1, .batch])
  let t12 = t11 + t10 * t9.reshaped(to: [1, .batch]).reshaped(to: [1, 1, .batch])
  let t13 = t12 * y.reshaped(to: [1, .batch]).reshaped(to: [1, 1, .batch]) / 3
  return t13.reshaped(to: [.batch, 3, .batch, 1]).broadcast(to: [.batch, 3, .batch, 3]).transposed(axes: [2, 3, 0, 1])
}

func gradient219(_ X: Tensor, _ A: Tensor) -> Tensor {
  return 1 * max(X • A, along: [0, 1])
}

func gradient220(_ sum_: Tensor, _ A: Tensor) -> Tensor {
  let t1 = A + diagonalMatrix(3 + sum_)
  let t2 = max(t1, along: [0])
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t4 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t5 = t3 * (2 * t2)
  let t6 = t1 .== t2.reshaped(to: [1, 3])
  let t7 = (t5 + t4 * cos(t2)).reshaped(to: [1, 3])
  let t8 = t7 * (t6 / sum(t6, along: [0]).reshaped(to: [1, 3]))
  return diagonal(t8).broadcast(to: [.batch, 3])
}

func gradient221(_ X: Tensor, _ sum_: Tensor, _ ŵ₁: Tensor, _ A: Tensor) -> Tensor {
  let t1 = Tensor.positions(3).reshaped(to: [3, 1])
  let t2 = t1 .== Tensor.positions(3).reshaped(to: [1, 3])
  let t3 = X * ŵ₁
  let t4 = min(t3, along: [1])
  let t5 = t3 .== t4.reshaped(to: [.batch, 1])
  let t6 = (t5 / sum(t5, along: [1]).reshaped(to: [.batch, 1])).reshaped(to: [1, .batch, 3])
  let t7 = t2.reshaped(to: [3, 1, 3]) * X.reshaped(to: [1, .batch, 3]) * t6
  let t8 = sum(t7, along: [2])
  let t9 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch]).reshaped(to: [1, .batch])
  let t10 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t11 = t8 * (-sin(t4)).reshaped(to: [1, .batch])
  let t12 = t8 * 2 * t9
  let t13 = t3 .== t4.reshaped(to: [.batch, 1])
  let t14 = (t12 + t11 * t10.reshaped(to: [1, .batch])).reshaped(to: [3, .batch, 1])
  let t15 = (t13 / sum(t13, along: [1]).reshaped(to: [.batch, 1])).reshaped(to: [1, .batch, 3])
  let t16 = A * ŵ₁ + diagonalMatrix(3 + sum_)
  let t17 = softmax(t16, along: [0, 1])
  let t18 = t2.reshaped(to: [3, 1, 3]) * A.reshaped(to: [1, 3, 3])
  let t19 = t17 .== max(t17, along: [0, 1]).reshaped(to: [1, 1])
  let t20 = sum(t19.reshaped(to: [1, 3, 3]) * t18, along: [1, 2]).reshaped(to: [3, 1, 1])
  let t21 = t20 / sum(t19).reshaped(to: [1, 1]).reshaped(to: [1, 1, 1])
  let t22 = t18 - t21
  let t23 = sum(t17.reshaped(to: [1, 3, 3]) * t22, along: [1, 2]).reshaped(to: [3, 1, 1])
  let t24 = t17.reshaped(to: [1, 3, 3]) * (t22 - t23)
  let t25 = (Tensor(1) / Tensor(9)).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t26 = t17 .== max(t17, along: [0, 1]).reshaped(to: [1, 1])
  let t27 = sum(t26 * t25).reshaped(to: [1, 1])
  let t28 = t25 - t27 / sum(t26).reshaped(to: [1, 1])
  let t29 = t28 - sum(t17 * t28).reshaped(to: [1, 1])
  let t30 = sum(t24 * t28.reshaped(to: [1, 3, 3]), along: [1, 2]).reshaped(to: [3, 1, 1])
  let t31 = (-t30).broadcast(to: [3, 3, 3]) * t17.reshaped(to: [1, 3, 3])
  let t32 = t24 * t29.reshaped(to: [1, 3, 3]) + t31
  let t33 = sum(t14 * t15 * X.reshaped(to: [1, .batch, 3]), along: [1])
  let t34 = t33 + sum(t32 * A.reshaped(to: [1, 3, 3]), along: [1])
  return t34.transposed()
}

func gradient222(_ X: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = Tensor.positions(.batch).reshaped(to: [.batch, 1])
  let t2 = X + learning_rate
  let t3 = (t1 .== Tensor.positions(.batch).reshaped(to: [1, .batch])).reshaped(to: [.batch, .batch, 1])
  let t4 = t3 * softmax(sin(t2), along: [1]).reshaped(to: [1, .batch, 3])
  return t4 * cos(t2).reshaped(to: [1, .batch, 3])
}

func gradient223(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = Tensor.positions(3).reshaped(to: [3, 1])
  let t2 = t1 .== Tensor.positions(3).reshaped(to: [1, 3])
  let t3 = ŵ₁.reshaped(to: [1, 3])
  let t4 = t2.reshaped(to: [3, 3, 1]) • t3.reshaped(to: [1, 1, 3])
  let t5 = sum_.reshaped(to: [3, 1]) • t3
  let t6 = t5 + diagonalMatrix(3 + sum_)
  let t7 = ((t6 .> 0) - (t6 .< 0)).reshaped(to: [1, 3, 3])
  let t8 = sum((t4 + diagonalMatrix(t2)) * t7, along: [2])
  let t9 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3]).reshaped(to: [1, 3])
  let t10 = -sin(sum(abs(t6), along: [1]))
  let t11 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t12 = t8 * t10.reshaped(to: [1, 3]) * t11.reshaped(to: [1, 3])
  let t13 = (t8 * 2 * t9 + t12).reshaped(to: [3, 3, 1])
  let t14 = ((t6 .> 0) - (t6 .< 0)).reshaped(to: [1, 3, 3])
  let t15 = t13.broadcast(to: [3, 3, 3]) * t14
  let t16 = (t15 • t3.transposed().reshaped(to: [1, 3, 1])).reshaped(to: [3, 3])
  return (t16 + diagonal(t15)).transposed()
}

func gradient224(_ X: Tensor) -> Tensor {
  let t1 = Tensor.positions(.batch).reshaped(to: [.batch, 1, 1, 1])
  let t2 = Tensor.positions(3).reshaped(to: [1, 3, 1, 1])
  let t3 = t1 .== Tensor.positions(.batch).reshaped(to: [1, 1, .batch, 1])
  let t4 = t3 * (t2 .== Tensor.positions(3).reshaped(to: [1, 1, 1, 3]))
  let t5 = norm(X, along: [0, 1])
  let t6 = t5.reshaped(to: [1, 1])
  let t7 = select(t6 .== 0, 0, X / t6).reshaped(to: [1, .batch, 3])
  let t8 = sum(t4 * t7.reshaped(to: [1, 1, .batch, 3]), along: [2, 3])
  let t9 = Tensor(1) / Tensor(4)
  let t10 = Tensor(1) * Tensor(0.5)
  let t11 = t8 * -sin(t5) * t10
  let t12 = t5.reshaped(to: [1, 1])
  let t13 = t12 .== 0
  let t14 = X / t12
  let t15 = (t8 * 2 * t9 + t11).reshaped(to: [.batch, 3, 1, 1])
  let t16 = (-(t14 / t12)).reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3])
  let t17 = t4 / t12.reshaped(to: [1, 1, 1]).reshaped(to: [1, 1, 1, 1])
  let t18 = t17 + t8.reshaped(to: [.batch, 3, 1, 1]) * t16
  let t19 = t9 * (2 * t5)
  let t20 = (t19 + t10 * cos(t5)).reshaped(to: [1, 1])
  let t21 = select(t13.reshaped(to: [1, 1, 1]).reshaped(to: [1, 1, 1, 1]), 0, t18)
  let t22 = t15 * select(t13, 0, t14).reshaped(to: [1, .batch, 3]).reshaped(to: [1, 1, .batch, 3])
  let t23 = t22 + t21 * t20.reshaped(to: [1, 1, 1]).reshaped(to: [1, 1, 1, 1])
  return t23.transposed(axes: [2, 3, 0, 1])
}

func gradient225(_ sum_: Tensor, _ A: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = Tensor.positions(3).reshaped(to: [3, 1])
  let t2 = (t1 .== Tensor.positions(3).reshaped(to: [1, 3])).reshaped(to: [3, 1, 3])
  let t3 = A * ŵ₁ + diagonalMatrix(3 + sum_)
  let t4 = norm(t3, along: [0]).reshaped(to: [1, 3])
  let t5 = select(t4 .== 0, 0, t3 / t4).reshaped(to: [1, 3, 3])
  let t6 = sum(t2 * A.reshaped(to: [1, 3, 3]) * t5, along: [1])
  return t6.transposed()
}

let printedGradients12: [@Sendable ([Tensor]) -> Tensor] = [
  { gradient208($0[0]) },
  { gradient209($0[0], $0[1], $0[2], $0[3], $0[4]) },
  { gradient210($0[0], $0[1], $0[2]) },
  { gradient211($0[0], $0[1]) },
  { gradient212($0[0], $0[1], $0[2]) },
  { gradient213($0[0]) },
  { gradient214($0[0], $0[1]) },
  { gradient215($0[0], $0[1], $0[2]) },
  { gradient216($0[0], $0[1], $0[2]) },
  { gradient217($0[0], $0[1], $0[2]) },
  { gradient218($0[0], $0[1]) },
  { gradient219($0[0], $0[1]) },
  { gradient220($0[0], $0[1]) },
  { gradient221($0[0], $0[1], $0[2], $0[3]) },
  { gradient222($0[0], $0[1]) },
  { gradient223($0[0], $0[1]) },
  { gradient224($0[0]) },
  { gradient225($0[0], $0[1], $0[2]) },
]
