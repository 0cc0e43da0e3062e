// swift-format-ignore-file
// Printed by .ci/print-source; not written by hand.
import ChainRule

func gradient39(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let z = (sum_ / 2).named("z")
  let z_2 = (sum_ / 2).named("z")
  let t1 = sum(ŵ₁) / 3
  let t2 = z + z_2 * t1
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t4 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t5 = t3 * (2 * t2)
  let t6 = t5 + t4 * cos(t2)
  return t6 / 2 + t6 * t1 / 2
}

func gradient40(_ X: Tensor, _ sum_: Tensor) -> Tensor {
  let z = (sum_ / 2).named("z")
  let t1 = X - z
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t3 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t4 = t3.broadcast(to: [.batch, 3]) * cos(t1)
  let t5 = -(t2 * (2 * t1) + t4)
  return sum(t5, along: [0]) / 2
}

func gradient41(_ y: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = 2 + sum(ŵ₁) / 3
  let t2 = y / t1
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch])
  let t4 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t5 = t3 * (2 * t2)
  let t6 = t5 + t4 * cos(t2)
  let t7 = sum(t6 * -(t2 / t1))
  return (t7 / 3).reshaped(to: [1]).broadcast(to: [3])
}

func gradient42(_ sum_: Tensor, _ y: Tensor, _ ŵ₁: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = 1 + squared(tanh(sum_ + ŵ₁))
  let t2 = pow(t1, learning_rate)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t4 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t5 = t3 * (2 * t2)
  let t6 = select(t1 .== 0, 0, t2 * log(t1))
  let t7 = (t5 + t4 * cos(t2)) * t6
  let t8 = y.reshaped(to: [1, .batch])
  let t9 = Tensor.extent(.batch)
  let t10 = sin(sum(squared(t8)) / t9)
  let t11 = 1 * sum(t7) * -t10
  let t12 = (t11 / t9).reshaped(to: [1, 1]).broadcast(to: [1, .batch])
  return (t12 * (2 * t8)).reshaped(to: [.batch])
}

func gradient43(_ learning_rate: Tensor) -> Tensor {
  let t1 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t2 = (t1 * cos(learning_rate) / 2).reshaped(to: [1, 3])
  let t3 = (Tensor(1) / Tensor(6)).reshaped(to: [1, 1]).broadcast(to: [2, 3])
  return (t2.broadcast(to: [2, 3]) * t3).reshaped(to: [3, 2])
}

func gradient44(_ X: Tensor, _ sum_: Tensor, _ learning_rate: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let ŷ = (X • sum_ + learning_rate).named("ŷ")
  let t1 = sum(ŵ₁) / 3
  let t2 = minimum(ŷ, t1)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch])
  let t4 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t5 = t3 * (2 * t2)
  let t6 = (ŷ .< t1) + 0.5 * (ŷ .== t1)
  let t7 = (t5 + t4 * cos(t2)) * t6
  let t8 = tanh(sum_ + ŵ₁)
  let t9 = t8 .>= sum(ŵ₁) / 3
  let t10 = select(t9, (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3]), 0)
  let t11 = select(t9, t10 * exp(ŵ₁ * learning_rate), 0)
  let t12 = sum(select(t9, t11 * ŵ₁, 0))
  return sum(t7) + t12
}

func gradient45(_ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let z = (sum_ / 2).named("z")
  let t1 = maximum(z, 0.5)
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t3 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t4 = t2 * (2 * t1)
  let t5 = (z .> 0.5) + 0.5 * (z .== 0.5)
  let t6 = (t4 + t3 * cos(t1)) * t5
  let t7 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t8 = -sin(sum(ŵ₁) / 3)
  let t9 = sum(t7 * (t6 / 2)) * t8
  return (t9 / 3).reshaped(to: [1]).broadcast(to: [3])
}

func gradient46(_ sum_: Tensor, _ ŵ₁: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = sum_ + ŵ₁
  let t2 = tanh(t1) + 0.1
  let t3 = 1 + squared(learning_rate)
  let t4 = atan2(t2, t3)
  let t5 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t6 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t7 = t5 * (2 * t4)
  let t8 = stopGradient(maximum(abs(t2), abs(t3)))
  let t9 = squared(t2 / t8)
  let t10 = t9 + squared(t3 / t8)
  let t11 = t7 + t6 * cos(t4)
  let t12 = t11 * (t3 / t8 / t10 / t8)
  return t12 * squared(sech(t1))
}

func gradient47(_ X: Tensor, _ y: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = X • ŵ₁
  let t2 = X • ŵ₁
  let t3 = logAddExp(t1, t2)
  let t4 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch])
  let t5 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t6 = t4 * (2 * t3)
  let t7 = t6 + t5 * cos(t3)
  let t8 = t1 - t2
  let t9 = select((t1 .== t2) * (t8 .!= t8), 0, t8)
  let t10 = (t7 * sigmoid(t9)).reshaped(to: [.batch, 1])
  let t11 = t2 - t1
  let t12 = select((t2 .== t1) * (t11 .!= t11), 0, t11)
  let t13 = (t7 * sigmoid(t12)).reshaped(to: [.batch, 1])
  let t14 = t10 • ŵ₁.reshaped(to: [1, 3])
  let t15 = (1 / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t16 = t15 * (t14 + t13 • ŵ₁.reshaped(to: [1, 3]))
  let t17 = y.reshaped(to: [1, .batch])
  let t18 = Tensor.extent(.batch)
  let t19 = sin(sum(squared(t17)) / t18)
  let t20 = sum(t16) * -t19 / t18
  let t21 = t20.reshaped(to: [1, 1]).broadcast(to: [1, .batch]) * (2 * t17)
  return t21.reshaped(to: [.batch])
}

func gradient48(_ X: Tensor, _ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = maximum(X, 0.3)
  let t2 = tanh(sum_ + ŵ₁)
  let t3 = minimum(t1, t2)
  let t4 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t5 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t6 = t5.broadcast(to: [.batch, 3]) * cos(t3)
  let t7 = (t1 .< t2) + 0.5 * (t1 .== t2)
  let t8 = (t4 * (2 * t3) + t6) * t7
  let t9 = (X .> 0.3) + 0.5 * (X .== 0.3)
  return t8 * t9
}

func gradient49(_ sum_: Tensor, _ y: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = sum_ .> 0.5
  let t2 = sum(squared(y.reshaped(to: [1, .batch]))) / Tensor.extent(.batch)
  let t3 = select(t1, ŵ₁, squared(t2))
  let t4 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t5 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t6 = t4 * (2 * t3)
  return select(t1, t6 + t5 * cos(t3), 0)
}

func gradient50(_ sum_: Tensor, _ ŵ₁: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = (1 * cos(learning_rate)).reshaped(to: [1]).broadcast(to: [3])
  let t2 = unsorted(t1 * ŵ₁, by: ŵ₁ * sum_, along: 0)
  let t3 = t2 * (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  return t3 / 2
}

func gradient51(_ X: Tensor, _ y: Tensor, _ ŵ₁: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = X * ŵ₁ .<= ŵ₁
  let t2 = t1 .== 0
  let t3 = select(t1 .== 0, t2, 0)
  let t4 = sum(squared(y.reshaped(to: [1, .batch]))) / Tensor.extent(.batch)
  let t5 = 1 * cos(t4)
  let t6 = select(t2, t5.reshaped(to: [1, 1]).broadcast(to: [.batch, 3]), 0)
  let t7 = X + learning_rate
  let t8 = select(t1, 0, select(t2, t6 * cos(t7), 0))
  let t9 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t10 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t11 = t10.broadcast(to: [.batch, 3])
  let t12 = select(t1, -0.0, sin(t7))
  let t13 = select(t3, t8 * t11, 0)
  let t14 = select(t3, select(t3, t8 * t9, 0) * 2, 0)
  let t15 = select(t3, t13 * -sin(t12), 0)
  let t16 = select(t1, 0, t14 + t15) * cos(t7)
  let t17 = t9 * (2 * t12)
  let t18 = select(t1, 0, t17 + t11 * cos(t12))
  let t19 = select(t2, t6 * t18, 0)
  let t20 = select(t2, t19 * -sin(t7), 0)
  let t21 = X + learning_rate
  let t22 = softmax(sin(t21), along: [1])
  let t23 = t5.reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t24 = (1 / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch]).reshaped(to: [.batch, 1])
  let t25 = t23 * cos(t21) * t24
  let t26 = t22 .== max(t22, along: [1]).reshaped(to: [.batch, 1])
  let t27 = sum(t26 * t25, along: [1]).reshaped(to: [.batch, 1])
  let t28 = t25 - t27 / sum(t26, along: [1]).reshaped(to: [.batch, 1])
  let t29 = t28 - sum(t22 * t28, along: [1]).reshaped(to: [.batch, 1])
  let t30 = t23 * (t24 * t22)
  let t31 = t22 * t29 * cos(t21)
  let t32 = select(select(t1 .== 0, t3, 0), t16, 0) + t20
  let t33 = t31 + t30 * -sin(t21)
  return t32 + t33
}

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

let printedGradients2: [@Sendable ([Tensor]) -> Tensor] = [
  { gradient39($0[0], $0[1]) },
  { gradient40($0[0], $0[1]) },
  { gradient41($0[0], $0[1]) },
  { gradient42($0[0], $0[1], $0[2], $0[3]) },
  { gradient43($0[0]) },
  { gradient44($0[0], $0[1], $0[2], $0[3]) },
  { gradient45($0[0], $0[1]) },
  { gradient46($0[0], $0[1], $0[2]) },
  { gradient47($0[0], $0[1], $0[2]) },
  { gradient48($0[0], $0[1], $0[2]) },
  { gradient49($0[0], $0[1], $0[2]) },
  { gradient50($0[0], $0[1], $0[2]) },
  { gradient51($0[0], $0[1], $0[2], $0[3]) },
  { gradient52($0[0]) },
  { gradient53($0[0], $0[1], $0[2], $0[3]) },
  { gradient54($0[0], $0[1], $0[2]) },
  { gradient55($0[0], $0[1], $0[2]) },
  { gradient56($0[0], $0[1], $0[2]) },
]
