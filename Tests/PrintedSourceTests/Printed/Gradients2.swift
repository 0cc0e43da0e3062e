// swift-format-ignore-file
// Printed by .ci/print-source; not written by hand.
import ChainRule

func gradient26(_ V: Tensor) -> Tensor {
  let t1 = erfc(V)
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t3 = (Tensor(1) * Tensor(0.5) / 6).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t4 = t2 * (2 * t1)
  let t5 = (-1.1283791670955126) * exp(-squared(V))
  return (t4 + t3 * cos(t1)) * t5
}

func gradient27(_ X: Tensor, _ learning_rate: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = X + learning_rate
  let t2 = sin(t1)
  let t3 = 1 + squared(t2)
  let t4 = logGamma(t3)
  let t5 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t6 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t7 = t6.broadcast(to: [.batch, 3]) * cos(t4)
  let t8 = t5 * (2 * t4) + t7
  let t9 = t8 * digamma(t3) * (2 * t2)
  let t10 = (1 / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t11 = t10 * -sin(X * ŵ₁)
  return t9 * cos(t1) + t11 * ŵ₁
}

func gradient28(_ X: Tensor, _ learning_rate: Tensor) -> Tensor {
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

func gradient29(_ X: Tensor, _ learning_rate: Tensor) -> Tensor {
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

func gradient30(_ X: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = X + learning_rate
  let t2 = sin(t1)
  let t3 = sigmoid(t2)
  let t4 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t5 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t6 = t5.broadcast(to: [.batch, 3]) * cos(t3)
  let t7 = t4 * (2 * t3) + t6
  let t8 = t7 * sigmoidSlope(t2) * cos(t1)
  return sum(t8)
}

func gradient31(_ V: Tensor) -> Tensor {
  let t1 = sigmoidSlope(V)
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t3 = (Tensor(1) * Tensor(0.5) / 6).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t4 = t2 * (2 * t1)
  let t5 = -(t1 * tanh(0.5 * V))
  return (t4 + t3 * cos(t1)) * t5
}

func gradient32(_ V: Tensor) -> Tensor {
  let t1 = softplus(V)
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t3 = (Tensor(1) * Tensor(0.5) / 6).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t4 = t2 * (2 * t1)
  let t5 = t4 + t3 * cos(t1)
  return t5 * sigmoid(V)
}

func gradient33(_ sum_: Tensor, _ learning_rate: Tensor, _ ŵ₁: Tensor) -> Tensor {
  let t1 = sum_ - 0.5
  let t2 = relu(t1)
  let t3 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [3])
  let t4 = (Tensor(1) * Tensor(0.5) / 3).reshaped(to: [1]).broadcast(to: [3])
  let t5 = t3 * (2 * t2)
  let t6 = t5 + t4 * cos(t2)
  let t7 = (Tensor(1) / Tensor(3)).reshaped(to: [1]).broadcast(to: [3])
  let t8 = squared(sech(sum_ + ŵ₁))
  let t9 = t7 * learning_rate * t8 + t7
  return t6 * (t1 .> 0) + t9
}

func gradient34(_ X: Tensor, _ A: Tensor) -> Tensor {
  let t1 = X • A
  let t2 = stopGradient(t1)
  let t3 = t2 * t1
  let t4 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [.batch, 3])
  let t5 = (Tensor(1) * Tensor(0.5) / (3 * Tensor.extent(.batch))).reshaped(to: [1, 1])
  let t6 = t5.broadcast(to: [.batch, 3]) * cos(t3)
  let t7 = (t4 * (2 * t3) + t6) * t2
  return t7 • A.transposed()
}

func gradient35(_ y: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = y * learning_rate
  let t2 = 1 + squared(t1)
  let t3 = pow(t2, -1.5)
  let t4 = (Tensor(1) / Tensor(4)).reshaped(to: [1]).broadcast(to: [.batch])
  let t5 = (Tensor(1) * Tensor(0.5) / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  let t6 = t4 * (2 * t3)
  let t7 = t6 + t5 * cos(t3)
  let t8 = t7 * ((-1.5) * pow(t2, -2.5))
  return t8 * (2 * t1) * learning_rate
}

func gradient36(_ V: Tensor) -> Tensor {
  let t1 = pow(2, V)
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t3 = (Tensor(1) * Tensor(0.5) / 6).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t4 = t2 * (2 * t1)
  let t5 = select(Tensor(2) .== Tensor(0), 0, t1 * log(Tensor(2)))
  return (t4 + t3 * cos(t1)) * t5
}

func gradient37(_ V: Tensor, _ learning_rate: Tensor) -> Tensor {
  let t1 = pow(V, 3)
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t3 = (Tensor(1) * Tensor(0.5) / 6).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t4 = t2 * (2 * t1)
  let t5 = t4 + t3 * cos(t1)
  let t6 = (Tensor(1) / Tensor(6)).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t7 = t6 * (t5 * (3 * pow(V, 2)))
  return sum(t7) * -sin(learning_rate)
}

func gradient38(_ V: Tensor) -> Tensor {
  let t1 = 1 - V / 3 - (2 - V)
  let t2 = (Tensor(1) / Tensor(4)).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t3 = (Tensor(1) * Tensor(0.5) / 6).reshaped(to: [1, 1]).broadcast(to: [3, 2])
  let t4 = t2 * (2 * t1)
  let t5 = t4 + t3 * cos(t1)
  let t6 = -t5 / 3
  return t6 + -(-t5)
}

let printedGradients2: [@Sendable ([Tensor]) -> Tensor] = [
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
