import ChainRule

/// A random expression over leaves of like shapes, and data for them.
struct RandomFormula {
  let tensor: Tensor
  /// The operations by their numbers, the last one last.
  let operations: [Int]

  static let leaves: [(name: String, tensor: Tensor)] = [
    ("x", .parameter("x", shape: [3])), ("y", .parameter("y", shape: [3])),
    ("A", .parameter("A", shape: [3, 3])),
    ("B", .parameter("B", shape: [3, 3])), ("s", .parameter("s", shape: [])),
    ("rate", .parameter("rate", shape: [])),
    ("X", .input("X", shape: [.batch, 3])), ("r", .input("r", shape: [.batch])),
    ("w", .parameter("w", shape: [.symbol("m")])), ("V", .parameter("V", shape: [3, .symbol("m")])),
  ]
  static let symbols = Dictionary(uniqueKeysWithValues: leaves.map { ($0.name, $0.tensor) })
  static let count = 50

  init(seed: UInt64, operations limit: Int) {
    var draw = SeededGenerator(seed: seed)
    func below(_ count: Int) -> Int { Int(draw.uniform() * Double(count)) }
    var pool = Self.leaves.map(\.tensor)
    var numbers: [Int] = []
    let wanted = 1 + below(limit)
    while numbers.count < wanted {
      let a = below(3) > 0 ? pool[pool.count - 1] : pool[below(pool.count)]
      let number = below(Self.count)
      let tensor = Self.operation(number, a, pool[below(pool.count)], below(2))
      guard (try? tensor.shape) != nil, tensor.node.shape.rank < 4 else { continue }
      pool.append(tensor)
      numbers.append(number)
    }
    (tensor, operations) = (pool[pool.count - 1], numbers)
  }

  /// Random numbers for the leaves, with `rows` rows and `m` of length 2.
  static func data(seed: UInt64, rows: Int) throws -> Bindings<Double> {
    var draw = SeededGenerator(seed: seed)
    return try Bindings(
      leaves.map { leaf in
        let lengths = leaf.tensor.node.shape.extents.map { extent in
          switch extent {
          case .fixed(let length): length
          case .batch: rows
          case .symbol: 2
          }
        }
        let elements = (0..<lengths.reduce(1, *)).map { _ in 0.3 + draw.uniform() }
        return (leaf.tensor, try NDArray(shape: lengths, elements: elements))
      })
  }

  private static func operation(_ number: Int, _ a: Tensor, _ c: Tensor, _ axis: Int) -> Tensor {
    switch number {
    case 0, 1: a + c
    case 2, 3: a - c
    case 4, 5: a * c
    case 6: a / c
    case 7: -a
    case 8, 9: a • c
    case 10: squared(a)
    case 11: pow(a, axis == 0 ? 3 : -1)
    case 12: exp(a)
    case 13: select(a .> c, a, axis == 0 ? c : 0)
    case 14: maximum(a, c)
    case 15: a.transposed()
    case 16: a.insertingAxis(at: -1)
    case 17: a.insertingAxis(at: 0)
    case 18, 19: sum(a, along: [axis])
    case 20: sum(a, along: [-1], keepingAxes: true)
    case 21: mean(a, along: [axis], keepingAxes: true)
    case 22: a.node.shape.rank == 2 ? a[.all, .range(1..<2)] : a[.range(1..<2)]
    case 23: a.node.shape.rank == 2 ? a[.all, 1] : a[1]
    case 24: cumulativeSum(a, along: axis, reversed: axis == 1)
    case 25: softmax(a, along: [axis])
    case 26: centered(a, along: [axis])
    case 27: concatenate([a, c], along: axis)
    case 28: a * Tensor.constant(axis == 0 ? [1, 2, 3] : [3, 2, 1])
    case 29: diagonalMatrix(a)
    case 30: diagonal(a)
    case 31: axis == 0 ? 3 * a : a / 2
    case 32: norm(a, along: [axis])
    case 33: a.node.shape == [3, 3] ? inverse(a) : abs(a)
    case 34: tanh(a) * sigmoid(c)
    case 35: logSumExp(a, along: axis == 0 ? .all : [-1])
    case 36: pow(a, c)
    case 37: log(1 + squared(a))
    case 38: max(a, along: [axis])
    case 39: sum(a)
    case 40: mean(a)
    case 41: norm(a)
    case 42: softplus(a) - sqrt(c)
    case 43: a.node.shape == [3, 3] ? trace(a) : erf(a)
    case 44: a.node.shape == [3, 3] ? logDeterminant(a) : floor(a)
    case 45: 0.5 * a - 1e-5 * c
    case 46: outer(a, c)
    case 47: squared(a).named("v")
    case 48: a.node.shape == [3, 3] ? solve(a, c) : minimum(a, 0)
    default: sin(a) / Tensor.extent(.batch)
    }
  }
}
