import ChainRule

/// A random, smooth expression over a few leaves with rows, and data for them.
///
/// It is drawn through the public interface alone, so that another commit can draw the same.
struct RandomGraph {
  let leaves: [Tensor]
  let bindings: Bindings<Double>
  let rows: Int
  private var generator: SeededGenerator
  private var pool: [Tensor]

  init(seed: UInt64, rows: Int? = nil) throws {
    var generator = SeededGenerator(seed: seed)
    let count = rows ?? 1 + Int(generator.uniform() * 5)
    self.rows = count
    let shapes: [(Shape, [Int])] = [
      ([.batch, 3], [count, 3]), ([.batch], [count]), ([3], [3]), ([], []), ([3, 2], [3, 2]),
    ]
    leaves = zip("XywbV", shapes).map { Tensor.input(String($0), shape: $1.0) }
    let arrays = try shapes.map { shape in
      let elements = (0..<shape.1.reduce(1, *)).map { _ in 0.4 + generator.uniform() }
      return try NDArray(shape: shape.1, elements: elements)
    }
    bindings = Bindings(zip(leaves, arrays))
    self.generator = generator
    pool = leaves
  }

  private mutating func pick() -> Tensor { pool[Int(generator.uniform() * Double(pool.count))] }

  /// Adds operations that fit to the pool, and sums up what came out last.
  mutating func loss(operations: Int = 12) -> Tensor {
    var recorded = 0
    while recorded < operations {
      let tensor = operation()
      guard (try? tensor.shape) != nil else { continue }
      pool.append(tensor)
      recorded += 1
    }
    return pool.suffix(3).reduce(Tensor(0)) { $0 + mean($1) }
  }

  private mutating func operation() -> Tensor {
    let (a, c) = (pick(), pick())
    return switch Int(generator.uniform() * 18) {
    case 0: a + c
    case 1: a - c
    case 2: tanh(a) * c
    case 3: a / (2 + squared(c))
    case 4: -a
    case 5: tanh(a)
    case 6: sigmoid(a)
    case 7: sin(a) * 0.5
    case 8: log(1 + squared(a))
    case 9: 0.3 * (a • c)
    case 10: a.transposed()
    case 11: mean(a)
    case 12: sum(a, along: [0]) / 4
    case 13: softplus(a - c)
    case 14: select(a .> c, a, tanh(c))
    case 15: squared(0.5 * a).named("v")
    case 16: pow(1 + squared(a), -1)
    default: sum(a, along: [-1], keepingAxes: true) / 3
    }
  }
}
