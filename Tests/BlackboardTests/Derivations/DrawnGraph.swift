import ChainRule

/// A random, smooth scalar over a few leaves with rows, in which tensors are used again.
struct DrawnGraph {
  let leaves: [Tensor]
  let bindings: Bindings<Double>
  let loss: Tensor

  init(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let shapes: [(Shape, [Int])] = [
      ([.batch, 3], [4, 3]), ([.batch], [4]), ([3], [3]), ([], []), ([3, 2], [3, 2]), ([3, 3], [3, 3]),
    ]
    let leaves = zip("XywbVA", shapes).map { Tensor.input(String($0), shape: $1.0) }
    let arrays = try shapes.map { shape in
      try NDArray(
        shape: shape.1, elements: (0..<shape.1.reduce(1, *)).map { _ in 0.4 + generator.uniform() })
    }
    var pool = leaves
    while pool.count < leaves.count + 8 {
      let a = pool[Int(generator.uniform() * Double(pool.count))]
      let c = pool[Int(generator.uniform() * Double(pool.count))]
      let tensor = Self.operation(Int(generator.uniform() * 34), a, c)
      if (try? tensor.shape) != nil { pool.append(tensor) }
    }
    (self.leaves, bindings) = (leaves, Bindings(zip(leaves, arrays)))
    loss = pool.suffix(3).reduce(Tensor(0)) { $0 + mean($1) }
  }

  private static func operation(_ number: Int, _ a: Tensor, _ c: Tensor) -> Tensor {
    switch number {
    case 0: a + c
    case 1: a - c
    case 2, 3: a * tanh(c)
    case 4: a / (2 + squared(c))
    case 5: -sigmoid(a)
    case 6: softplus(a - c)
    case 7, 8, 9: 0.3 * (a • c)
    case 10: a.transposed()
    case 11: mean(a) * c
    case 12: sum(a, along: [0]) / 4
    case 13: select(a .> c, a, tanh(c))
    case 14: squared(0.5 * a).named("v")
    case 15: log(1 + squared(a))
    case 16: sum(a, along: [-1], keepingAxes: true) / 3
    default: moving(number, a, c)
    }
  }

  private static func moving(_ number: Int, _ a: Tensor, _ c: Tensor) -> Tensor {
    switch number {
    case 17: softmax(a, along: [-1])
    case 18: logSoftmax(a, along: [0])
    case 19: logSumExp(a, along: [-1])
    case 20: norm(1 + a, along: [0])
    case 21: variance(a, along: [-1])
    case 22: max(a, along: [-1])
    case 23: cumulativeSum(a, along: -1)
    case 24: a.flipped(along: [-1])
    case 25: concatenate([a, c], along: -1)
    case 26: stack([a, tanh(a)], along: -1)
    case 27: gather(a, Tensor.indices([1, 0, 1]), along: -1)
    case 28: pad(a, before: [1], after: [0])
    case 29: a[.all, .newAxis]
    case 30: maximum(a, c) + abs(a - 0.31)
    case 31: relu(a - c) * pow(1 + squared(a), -0.5)
    case 32: diagonal(0.2 * (a • a.transposed()))
    default: 0.1 * inverse(a • a.transposed() + diagonalMatrix(Tensor.constant([2, 3, 4])))
    }
  }
}
