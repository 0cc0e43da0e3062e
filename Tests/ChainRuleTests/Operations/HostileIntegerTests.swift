import ChainRule
import Testing

/// Integers that a caller may give: every door returns, or throws, or records a tensor that says what is wrong.
@Suite("Hostile integers", .timeLimit(.minutes(1)))
struct HostileIntegerTests {
  static let integers = [
    Int.min, .min + 1, -(1 << 62), -(1 << 32), -3, -1, 0, 1, 2, 3, 7, 1 << 31, 1 << 53, 1 << 62, .max - 1,
    .max,
  ]

  static let vector = Tensor.input("v", shape: [3])
  static let matrix = Tensor.input("M", shape: [2, 3])
  static let rows = Tensor.input("X", shape: [.batch, 3])
  static let picks = Tensor.indices("k", shape: [2], below: 3)

  /// Every operation that takes an integer, with one of them, and those with two with two.
  static let operations: [(name: String, record: @Sendable (Int, Int) -> Tensor)] = [
    ("sum", { i, _ in sum(matrix, along: [i]) }),
    ("sum along several", { i, j in sum(matrix, along: [i, j]) }),
    ("mean", { i, _ in mean(rows, along: [i]) }),
    ("max", { i, _ in max(matrix, along: [i]) }),
    ("min", { i, _ in min(matrix, along: [i], keepingAxes: true) }),
    ("product", { i, _ in product(matrix, along: [i]) }),
    ("logSumExp", { i, _ in logSumExp(matrix, along: [i]) }),
    ("norm", { i, j in norm(matrix, along: [i, j]) }),
    ("softmax", { i, _ in softmax(matrix, along: [i]) }),
    ("logSoftmax", { i, j in logSoftmax(matrix, along: [i, j]) }),
    ("centered", { i, _ in centered(matrix, along: [i]) }),
    ("sumOfOthers", { i, _ in sumOfOthers(matrix, along: [i]) }),
    ("variance", { i, j in variance(matrix, along: [i], correction: j) }),
    ("standardDeviation", { i, j in standardDeviation(rows, along: [i], correction: j) }),
    ("cumulativeSum", { i, _ in cumulativeSum(matrix, along: i, reversed: true) }),
    ("sorted", { i, _ in sorted(matrix, along: i) }),
    ("unsorted", { i, _ in unsorted(matrix, by: matrix, along: i) }),
    ("topK", { i, j in topK(matrix, i, along: j) }),
    ("concatenate", { i, _ in concatenate([matrix, matrix], along: i) }),
    ("stack", { i, _ in stack([matrix, matrix], along: i) }),
    ("flipped", { i, j in matrix.flipped(along: [i, j]) }),
    ("rolled", { i, j in matrix.rolled(by: i, along: j) }),
    ("tiled", { i, j in matrix.tiled([i, j]) }),
    ("transposed", { i, j in matrix.transposed(axes: [i, j]) }),
    ("movingAxis", { i, j in matrix.movingAxis(i, to: j) }),
    ("insertingAxis", { i, _ in matrix.insertingAxis(at: i) }),
    ("removingAxis", { i, _ in matrix.removingAxis(at: i) }),
    ("reshaped", { i, j in matrix.reshaped(to: [.fixed(i), .fixed(j)]) }),
    ("broadcast", { i, j in vector.broadcast(to: [.fixed(i), .fixed(j), 3]) }),
    ("pad", { i, j in pad(vector, before: [i], after: [j]) }),
    ("pad between", { i, j in pad(vector, before: [i], after: [0], interior: [j]) }),
    ("lowerTriangle", { i, _ in lowerTriangle(matrix, diagonal: i) }),
    ("upperTriangle", { i, _ in upperTriangle(matrix, diagonal: i) }),
    ("diagonalMatrix", { i, _ in diagonalMatrix(vector, rows: .fixed(i)) }),
    ("gather", { i, j in gather(matrix, picks, along: i, batchAxes: j) }),
    ("scatterAdd", { i, j in scatterAdd(vector[.range(0..<2)], picks, along: i, length: .fixed(j)) }),
    (
      "scatterAdd in batches",
      { i, j in scatterAdd(matrix, picks, along: 1, length: .fixed(i), batchAxes: j) }
    ),
    ("oneHot", { i, _ in oneHot(picks, count: .fixed(i)) }),
    ("indices below", { i, _ in gather(vector, .indices("i", shape: [2], below: .fixed(i)), along: 0) }),
    ("indices of a shape", { i, _ in gather(vector, .indices("i", shape: [.fixed(i)], below: 3), along: 0) }),
    ("fixed indices", { i, j in gather(vector, .indices(IndexArray([i, j])), along: 0) }),
    ("polygamma", { i, _ in polygamma(i, vector) }),
    ("at", { i, j in matrix[.at(i), .at(j)] }),
    ("range", { i, j in i <= j ? vector[.range(i..<j)] : vector }),
    ("range by steps", { i, j in vector[.range(0..<3, by: i)] + vector[.range(0..<2, by: j)] }),
    ("extent", { i, _ in Tensor.extent(.fixed(i)) * vector }),
    ("positions", { i, _ in Tensor.positions(.fixed(i)) }),
    ("input", { i, j in sum(Tensor.input("x", shape: [.fixed(i), .fixed(j)])) }),
    ("parameter", { i, j in sum(Tensor.parameter("p", shape: [.fixed(i), .fixed(j)])) }),
    ("a power", { i, j in pow(vector, Double(i)) + Tensor(integerLiteral: j) }),
  ]

  @Test(
    "Every operation records something, and what it records has a derivative, formula and plan",
    arguments: operations.indices)
  func recording(_ number: Int) throws {
    let (name, record) = Self.operations[number]
    for first in Self.integers {
      for second in [Int.min, -1, 0, 1, 3, .max] {
        let tensor = record(first, second)
        if let error = tensor.invalidity {
          #expect(!"\(error)".isEmpty, "\(name)(\(first), \(second))")
          continue
        }
        _ = tensor.label
        let scalar = sum(tensor)
        let derivatives = try? scalar.gradient(withRespectTo: scalar.inputs.filter { !$0.node.holdsIndices })
          .derivatives
        _ = try? Program<Double>(computing: [scalar] + (derivatives ?? [])).plan(rows: 5)
      }
    }
  }

  @Test("Arrays, plans and sessions refuse what there is not")
  func doors() throws {
    let w = Tensor.parameter("w", shape: [3], initial: [1, 2, 3])
    let loss = sum(Self.rows • w)
    let program = try Program<Double>(computing: [loss], updating: [w: w * 0.5])
    let session = try Session(program, binding: [Self.rows: [[1, 2, 3], [4, 5, 6]]])
    for first in Self.integers {
      _ = try? program.plan(rows: first).bytes(threads: first)
      _ = try? program.plan(rows: 5000).bytes(threads: first)
      session.threads = first
      try session.run()
      #expect(try session.value(of: loss).count == 1)
      if first <= 3 { #expect(try session.iterate(first).isEmpty) }
      if first != 0 && first != 1 {
        #expect(throws: ChainRuleError.self) { try session.select(rows: [first, first]) }
      }
      for second in Self.integers {
        if first <= second { _ = try? session.select(rows: first..<second) }
        _ = try? NDArray<Double>(repeating: 1, shape: [first, second, 0])
        _ = try? NDArray<Double>(shape: [first, second], elements: [1, 2, 3, 4])
        _ = try? NDArray<Double>([1, 2]).reshaped(to: [first, second])
        _ = try? IndexArray(shape: [first, second], elements: [1, 2])
        if second < 8 { _ = try? NDArray<Double>.uniform(in: 0..<1, shape: [second], seed: 1) }
        if second < 8 { _ = try? NDArray<Double>.evenlySpaced(from: 0, through: 1, count: second) }
        _ = NDArray([1.0, 2, 3]).description
      }
    }
  }

  @Test("A plan is not given lengths for axes that have one")
  func fixedLengths() throws {
    let refusal = ChainRuleError(
      .binding, in: "Program.plan", problem: "a length is given for axes that have the length 3 already",
      mend: "give lengths for symbols only")
    #expect(throws: refusal) {
      try Program<Double>(computing: [sum(Self.rows)]).plan(rows: 4, lengths: [.fixed(3): 7])
    }
  }
}
