// swift-format-ignore-file
// Printed by .ci/print-source; not written by hand.
import ChainRule

@_optimize(none) func gradient259(_ sum_: Tensor, _ ŵ₁: Tensor, _ A: Tensor) -> Tensor {
  let t1 = ŵ₁.reshaped(to: [1, 3])
  let t2 = sum_.reshaped(to: [3, 1]) • t1
  let t3 = t2 + diagonalMatrix(3 + sum_)
  let t4 = Tensor.positions(3).reshaped(to: [3, 1])
  let t5 = t4 .== Tensor.positions(3).reshaped(to: [1, 3])
  let t6 = t5.reshaped(to: [3, 3, 1]) • t1.reshaped(to: [1, 1, 3])
  let t7 = t6 + diagonalMatrix(t5)
  let t8 = inverse(t3).transposed().reshaped(to: [1, 3, 3]) * t7
  let t9 = sum(t8, along: [1, 2])
  let t10 = Tensor(1) / Tensor(4)
  let t11 = logDeterminant(t3)
  let t12 = Tensor(1) * Tensor(0.5)
  let t13 = t9 * -sin(t11) * t12
  let t14 = inverse(t3)
  let t15 = (t9 * 2 * t10 + t13).reshaped(to: [3, 1, 1])
  let t16 = t14.reshaped(to: [1, 3, 3]) • t7 • t14.reshaped(to: [1, 3, 3])
  let t17 = t10 * (2 * t11)
  let t18 = t17 + t12 * cos(t11)
  let t19 = t15 * t14.transposed().reshaped(to: [1, 3, 3])
  let t20 = t19 + (-t16).transposed(axes: [0, 2, 1]) * t18
  let t21 = A * ŵ₁ + diagonalMatrix(3 + sum_)
  let t22 = cholesky(0.5 * (t21 + t21.transposed()))
  let t23 = inverse(t22)
  let t24 = inverse(t22)
  let t25 = diagonalMatrix(t5)
  let t26 = (t25 + t25.transposed(axes: [0, 2, 1])) * 0.5
  let t27 = t24.reshaped(to: [1, 3, 3]) • t26
  let t28 = t27 • t24.transposed().reshaped(to: [1, 3, 3])
  let t29 = 0.5 * (lowerTriangle(t28) + lowerTriangle(t28, diagonal: -1))
  let t30 = t22.reshaped(to: [1, 3, 3]) • t29
  let t31 = t23.reshaped(to: [1, 3, 3]) • t30 • t23.reshaped(to: [1, 3, 3])
  let t32 = -t31
  let t33 = (Tensor(1) / Tensor(9)).reshaped(to: [1, 1]).broadcast(to: [3, 3])
  let t34 = t22.transposed() • t33
  let t35 = 0.5 * (lowerTriangle(t34) + lowerTriangle(t34, diagonal: -1))
  let t36 = t23.transposed()
  let t37 = t30.transposed(axes: [0, 2, 1]) • t33.reshaped(to: [1, 3, 3])
  let t38 = (lowerTriangle(t37) + lowerTriangle(t37, diagonal: -1)) * 0.5
  let t39 = t32.transposed(axes: [0, 2, 1]) • t35.reshaped(to: [1, 3, 3])
  let t40 = t39 + t36.reshaped(to: [1, 3, 3]) • t38
  let t41 = (t36 • t35).reshaped(to: [1, 3, 3]) • t32
  let t42 = t40 • t23.reshaped(to: [1, 3, 3]) + t41
  let t43 = (t42 + t42.transposed(axes: [0, 2, 1])) * 0.5 * 0.5
  let t44 = diagonal(t43.transposed(axes: [0, 2, 1]) + t43)
  let t45 = (t20 • t1.transposed().reshaped(to: [1, 3, 1])).reshaped(to: [3, 3])
  return (t45 + (diagonal(t20) + t44)).transposed()
}

let printedGradients16: [@Sendable ([Tensor]) -> Tensor] = [
  { gradient259($0[0], $0[1], $0[2]) },
]
