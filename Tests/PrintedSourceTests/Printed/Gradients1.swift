// swift-format-ignore-file
// Printed by .ci/print-source; not written by hand.
import ChainRule

@_optimize(none) func gradient18(_ sum_: Tensor, _ ŵ₁: Tensor, _ V: Tensor) -> Tensor {
  let t1 = sum_ + ŵ₁
  let t2 = tanh(t1)
  let t3 = sin(t2)
  let t4 = sinh(t3)
  let t5 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t6 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t7 = t5 * (2 * t4)
  let t8 = t7 + t6 * cos(t4)
  let t9 = t8 * cosh(t3) * cos(t2)
  let t10 = (Tensor(1) / Tensor(6)).reshaped(to: [1, 1]).broadcast(to: [2, 3])
  let t11 = sum(t10 * V.reshaped(to: [2, 3]), along: [0])
  let t12 = t11 * squared(sech(sum_ + ŵ₁))
  return t9 * squared(sech(t1)) + t12
}

@_optimize(none) func gradient19(_ X: Tensor, _ sum_: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = sin(X)
  let t2 = cosh(t1)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t4 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t5 = t4.broadcast(to: [.batch, 3]) * cos(t2)
  let t6 = t3 * (2 * t2) + t5
  let t7 = tanh(sum_ + ŵ₁)
  let t8 = maximum(X, 0.3)
  let t9 = (1 / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t10 = select(t7 .== t8, 0.5 * t9, 0)
  let t11 = select(t7 .> t8, t9, 0) + t10
  let t12 = select(X .== 0.3, 0.5 * t11, 0)
  let t13 = t6 * sinh(t1) * cos(X)
  return t13 + (select(X .> 0.3, t11, 0) + t12)
}

@_optimize(none) func gradient20(_ sum_: Tensor) -> Tensor {
  let t1 = tanh(sum_)
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t3 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t4 = t2 * (2 * t1)
  let t5 = t4 + t3 * cos(t1)
  return t5 * squared(sech(sum_))
}

@_optimize(none) func gradient21(_ sum_: Tensor, _ A: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let z = (sum_ / 2).named("z")
  let t1 = asinh(z)
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t3 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t4 = t2 * (2 * t1)
  let t5 = stopGradient(maximum(abs(z), 1), isScale: true)
  let t6 = squared(1 / t5)
  let t7 = sqrt(t6 + squared(z / t5))
  let t8 = t4 + t3 * cos(t1)
  let t9 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t10 = A * ŵ₁ + diagonalMatrix(3 + sum_)
  let t11 = diagonal(pad((t9 * sum_).reshaped(to: [1, 3]), before: [2, 0], after: [0, 0]))
  let t12 = t11 + t9 * t10[.range(2..<3), .all].reshaped(to: [3])
  return t8 / (t5 * t7) / 2 + t12
}

@_optimize(none) func gradient22(_ V: Tensor) -> Tensor {
  let t1 = 1.5 + squared(V)
  let t2 = acosh(t1)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t4 = (Tensor(1) * Tensor(0.5) / 6).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t5 = t3 * (2 * t2)
  let t6 = sqrt(t1 - 1)
  let t7 = t5 + t4 * cos(t2)
  let t8 = t7 / (t6 * sqrt(t1 + 1))
  return t8 * (2 * V)
}

@_optimize(none) func gradient23(_ V: Tensor) -> Tensor {
  let t1 = 0.9 * sin(V)
  let t2 = atanh(t1)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t4 = (Tensor(1) * Tensor(0.5) / 6).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t5 = t3 * (2 * t2)
  let t6 = t5 + t4 * cos(t2)
  let t7 = t6 / oneMinusSquare(t1) * 0.9
  return t7 * cos(V)
}

@_optimize(none) func gradient24(_ X: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = X + learning_rate
  let t2 = sin(t1)
  let t3 = sech(t2)
  let t4 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t5 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t6 = t5.broadcast(to: [.batch, 3]) * cos(t3)
  let t7 = t4 * (2 * t3) + t6
  let t8 = t7 * -(t3 * tanh(t2))
  return sum(t8 * cos(t1))
}

@_optimize(none) func gradient25(_ X: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = oneMinusSquare(X)
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t3 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t4 = t3.broadcast(to: [.batch, 3]) * cos(t1)
  let t5 = t2 * (2 * t1) + t4
  let t6 = (1 / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t7 = sum(t6 * (t5 * ((-2) * X)))
  let t8 = -sin(sum(ŵ₁) / 3)
  return (t7 * t8 / 3).reshaped(to: [1]).broadcast(to: [3])
}

@_optimize(none) func gradient26(_ V: Tensor) -> Tensor {
  let t1 = erf(V)
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t3 = (Tensor(1) * Tensor(0.5) / 6).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t4 = t2 * (2 * t1)
  let π = (4 * atan(Tensor(1))).named("π")
  let t5 = 2 * sqrt(π) / π
  let t6 = t5 * exp(-squared(V))
  return (t4 + t3 * cos(t1)) * t6
}

@_optimize(none) func gradient27(_ X: Tensor, _ learning_rate: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = X + learning_rate
  let t2 = sin(t1)
  let t3 = erfc(t2)
  let t4 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t5 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t6 = t5.broadcast(to: [.batch, 3]) * cos(t3)
  let π = (4 * atan(Tensor(1))).named("π")
  let t7 = 2 * sqrt(π) / π
  let t8 = t7 * exp(-squared(t2))
  let t9 = t4 * (2 * t3) + t6
  let t10 = (1 / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t11 = t10 * -sin(X * ŵ₁)
  let t12 = t9 * -t8 * cos(t1)
  return t12 + t11 * ŵ₁
}

@_optimize(none) func gradient28(_ X: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = X + learning_rate
  let t2 = sin(t1)
  let t3 = 1 + squared(t2)
  let t4 = logGamma(t3)
  let t5 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t6 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t7 = t6.broadcast(to: [.batch, 3]) * cos(t4)
  let t8 = t5 * (2 * t4) + t7
  let t9 = t8 * digamma(t3) * (2 * t2)
  return sum(t9 * cos(t1))
}

@_optimize(none) func gradient29(_ X: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = X + learning_rate
  let t2 = sin(t1)
  let t3 = 1 + squared(t2)
  let t4 = digamma(t3)
  let t5 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t6 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t7 = t6.broadcast(to: [.batch, 3]) * cos(t4)
  let t8 = t5 * (2 * t4) + t7
  let t9 = t8 * polygamma(1, t3) * (2 * t2)
  return sum(t9 * cos(t1))
}

@_optimize(none) func gradient30(_ X: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = X + learning_rate
  let t2 = sin(t1)
  let t3 = 2 + squared(t2)
  let t4 = polygamma(2, t3)
  let t5 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t6 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t7 = t6.broadcast(to: [.batch, 3]) * cos(t4)
  let t8 = t5 * (2 * t4) + t7
  let t9 = t8 * polygamma(3, t3) * (2 * t2)
  return sum(t9 * cos(t1))
}

@_optimize(none) func gradient31(_ V: Tensor) -> Tensor {
  let t1 = sigmoid(V)
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t3 = (Tensor(1) * Tensor(0.5) / 6).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t4 = t2 * (2 * t1)
  let t5 = t4 + t3 * cos(t1)
  return t5 * sigmoidSlope(V)
}

@_optimize(none) func gradient32(_ V: Tensor) -> Tensor {
  let t1 = sigmoidSlope(V)
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t3 = (Tensor(1) * Tensor(0.5) / 6).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t4 = t2 * (2 * t1)
  let t5 = -(t1 * tanh(0.5 * V))
  return (t4 + t3 * cos(t1)) * t5
}

@_optimize(none) func gradient33(_ sum_: Tensor, _ learning_rate: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = softplus(sum_)
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t3 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t4 = t2 * (2 * t1)
  let t5 = t4 + t3 * cos(t1)
  let t6 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t7 = squared(sech(sum_ + ŵ₁))
  let t8 = t6 * learning_rate * t7 + t6
  return t5 * sigmoid(sum_) + t8
}

@_optimize(none) func gradient34(_ X: Tensor, _ A: Tensor) -> Tensor {
  let t1 = X • A - 0.5
  let t2 = relu(t1)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t4 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t5 = t4.broadcast(to: [.batch, 3]) * cos(t2)
  let t6 = t3 * (2 * t2) + t5
  return select(t1 .> 0, t6, 0) • A.transposed()
}

@_optimize(none) func gradient35(_ y: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = y * learning_rate
  let t2 = stopGradient(t1)
  let t3 = t2 * t1
  let t4 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch])
  let t5 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t6 = t4 * (2 * t3)
  let t7 = (t6 + t5 * cos(t3)) * t2
  return t7 * learning_rate
}

@_optimize(none) func gradient36(_ V: Tensor) -> Tensor {
  let t1 = 1 + squared(V)
  let t2 = pow(t1, -1.5)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t4 = (Tensor(1) * Tensor(0.5) / 6).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t5 = t3 * (2 * t2)
  let t6 = t5 + t4 * cos(t2)
  let t7 = t6 * ((-1.5) * pow(t1, -2.5))
  return t7 * (2 * V)
}

@_optimize(none) func gradient37(_ V: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = pow(2, V)
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t3 = (Tensor(1) * Tensor(0.5) / 6).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t4 = t2 * (2 * t1)
  let t5 = select(Tensor(2) .== Tensor(0), 0, t1 * log(Tensor(2)))
  let t6 = (t4 + t3 * cos(t1)) * t5
  let t7 = (Tensor(1) / Tensor(6)).reshaped(to: [1, 1]).broadcast(to: [3, 2]) * t6
  return sum(t7) * -sin(learning_rate)
}

@_optimize(none) func gradient38(_ V: Tensor) -> Tensor {
  let t1 = pow(V, 3)
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t3 = (Tensor(1) * Tensor(0.5) / 6).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t4 = t2 * (2 * t1)
  let t5 = t4 + t3 * cos(t1)
  return t5 * (3 * pow(V, 2))
}

let printedGradients1: [@Sendable ([Tensor]) -> Tensor] = [
  { gradient18($0[0], $0[1], $0[2]) },
  { gradient19($0[0], $0[1], $0[2]) },
  { gradient20($0[0]) },
  { gradient21($0[0], $0[1], $0[2]) },
  { gradient22($0[0]) },
  { gradient23($0[0]) },
  { gradient24($0[0], $0[1]) },
  { gradient25($0[0], $0[1]) },
  { gradient26($0[0]) },
  { gradient27($0[0], $0[1], $0[2]) },
  { gradient28($0[0], $0[1]) },
  { gradient29($0[0], $0[1]) },
  { gradient30($0[0], $0[1]) },
  { gradient31($0[0]) },
  { gradient32($0[0]) },
  { gradient33($0[0], $0[1], $0[2]) },
  { gradient34($0[0], $0[1]) },
  { gradient35($0[0], $0[1]) },
  { gradient36($0[0]) },
  { gradient37($0[0], $0[1]) },
  { gradient38($0[0]) },
]
