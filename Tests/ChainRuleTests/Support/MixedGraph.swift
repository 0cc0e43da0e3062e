import ChainRule

/// A random expression of all kinds of operations over leaves with rows, of any number of them.
///
/// It is drawn through the public interface alone, so that another commit can draw the same.
struct MixedGraph {
  /// The last results, a loss of them, and its gradient.
  let outputs: [Tensor]

  let leaves: [Tensor]
  let positions: Tensor
  let columns: Int

  init(seed: UInt64) {
    var draw = SeededGenerator(seed: seed)
    func below(_ count: Int) -> Int { Int(draw.uniform() * Double(count)) }
    columns = 1 + below(4)
    let m = Shape.Extent.fixed(columns)
    let shapes: [Shape] = [[.batch, m], [.batch], [m], [], [m, 2], [.batch, 2, m]]
    leaves = zip("XywbVS", shapes).map { Tensor.input(String($0), shape: $1) }
    positions = .indices("i", shape: [.batch], below: m)
    var pool = Array(leaves.prefix(2 + below(5)))
    var recorded = 0
    while recorded < 5 {
      let (a, c) = (pool[below(pool.count)], pool[below(pool.count)])
      let axis = below(2) == 0 ? 0 : -1
      let tensor = Self.operation(below(40), a, c, axis, positions)
      guard let tensor, let rank = try? tensor.shape.rank, rank < 4 else { continue }
      // What grows is kept small, so that the values of long chains stay numbers.
      pool.append(below(3) == 0 ? tanh(tensor) : tensor)
      recorded += 1
    }
    let last = pool.suffix(2)
    // Sums rather than means, half of the time, so that there may be no rows at all.
    let isMean = below(2) == 0
    let loss = last.reduce(Tensor(0)) { $0 + (isMean ? mean($1) : sum(0.5 * $1)) }
    let gradient = try? loss.gradient(withRespectTo: leaves)
    outputs = Array(last) + [loss] + (gradient?.derivatives ?? [])
  }

  private static func operation(
    _ number: Int, _ a: Tensor, _ c: Tensor, _ axis: Int, _ positions: Tensor
  ) -> Tensor? {
    switch number {
    case 0..<14: elementwise(number, a, c)
    case 14..<27: along(number, a, c, axis)
    default: moved(number, a, c, axis, positions)
    }
  }

  private static func elementwise(_ number: Int, _ a: Tensor, _ c: Tensor) -> Tensor {
    switch number {
    case 0: a + c
    case 1: a - c
    case 2: tanh(a) * c
    case 3: a / (2 + squared(c))
    case 4: sin(a) - 0.5 * cos(c)
    case 5: softplus(a - c)
    case 6: select(a .> c, a, tanh(c))
    case 7: maximum(a, c)
    case 8: pow(1 + squared(a), -0.5)
    case 9: logAddExp(a, c)
    case 10: sigmoid(a) + erf(c)
    case 11: sqrt(1 + squared(a)) - log1p(squared(c))
    case 12: exp(-squared(a)) * abs(c)
    default: atan(a) + relu(c)
    }
  }

  private static func along(_ number: Int, _ a: Tensor, _ c: Tensor, _ axis: Int) -> Tensor {
    switch number {
    case 14: sum(a, along: [axis])
    case 15: mean(a, along: [axis])
    case 16: mean(a)
    case 17: a - mean(a, along: [0], keepingAxes: true)
    case 18: max(a, along: [axis])
    case 19: min(a, along: [axis])
    case 20: logSumExp(a, along: [axis])
    case 21: norm(1 + a, along: [axis])
    case 22: softmax(a, along: [axis])
    case 23: logSoftmax(a, along: [axis])
    case 24: variance(a, along: [axis])
    case 25: cumulativeSum(a, along: axis)
    default: sum(a, along: [axis], keepingAxes: true) / 3
    }
  }

  private static func moved(
    _ number: Int, _ a: Tensor, _ c: Tensor, _ axis: Int, _ positions: Tensor
  ) -> Tensor? {
    switch number {
    case 27, 28: 0.3 * (a • c)
    case 29: 0.3 * (a.transposed() • c)
    case 30: 0.3 * (a • c.transposed())
    case 31: a.transposed()
    case 32: a[.all, .newAxis]
    case 33: (try? a.shape.rank) == 2 ? a[.all, .range(0..<1)] : a[.newAxis]
    case 34: a.flipped(along: [axis])
    case 35: concatenate([a, c], along: -1)
    case 36: stack([a, tanh(a)], along: -1)
    case 37: gather(a, positions, along: 1, batchAxes: 1)
    case 38: gather(a, positions, along: 0)
    default:
      (try? a.shape).map { shape in
        pad(a, before: shape.extents.map { $0 == .batch ? 0 : 1 }, after: shape.extents.map { _ in 0 })
      }
    }
  }
}
