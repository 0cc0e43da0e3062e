import ChainRule
import Testing

/// Every public function that takes a whole number, called with numbers that nobody should give it.
///
/// A trap ends the run of all tests, so the first claim is that there is none; the others are that each number is
/// accepted or refused as listed, and that what is accepted can be written, differentiated and run, or says why not.
@Suite("Hostile numbers")
struct HostileNumberTests {
  struct Door: Sendable, CustomTestStringConvertible {
    let name: String
    let accepted: [Int]
    let build: @Sendable (Int) -> Tensor
    var testDescription: String { name }

    init(_ name: String, accepting accepted: [Int], _ build: @escaping @Sendable (Int) -> Tensor) {
      self.name = name
      self.accepted = accepted
      self.build = build
    }
  }

  static let numbers = [
    .min, .min + 1, -1 << 62, -1 << 50, -2, -1, 0, 1, 2, 3, 4, 1 << 32, 1 << 50, 1 << 62, .max - 1, .max,
  ]
  static let small = [-2, -1, 0, 1]
  static let lengths = numbers.filter { $0 >= 0 }

  static let x = Tensor.parameter("x", shape: [3], initial: [1, 2, 4])
  static let A = Tensor.parameter("A", shape: [2, 3], initial: [[1, 2, 3], [4, 5, 7]])
  static let u = Tensor.parameter("u", shape: [4], initial: [1, 2, 3, 4])
  static let q = Tensor.indices([0, 2, 1, 0])

  static let reductions: [Door] = [
    Door("sum", accepting: small) { sum(A, along: [$0]) },
    Door("mean", accepting: small) { mean(A, along: [$0]) },
    Door("max", accepting: small) { max(A, along: [$0]) },
    Door("min", accepting: small) { min(A, along: [$0], keepingAxes: true) },
    Door("logSumExp", accepting: small) { logSumExp(A, along: [$0]) },
    Door("norm", accepting: small) { norm(A, along: [$0]) },
    Door("norm one", accepting: small) { norm(A, .one, along: [$0]) },
    Door("norm infinity", accepting: small) { norm(A, .infinity, along: [$0]) },
    Door("product", accepting: small) { product(A, along: [$0]) },
    Door("variance", accepting: small) { variance(A, along: [$0]) },
    Door("variance correction", accepting: numbers.filter { $0 < 6 }) { variance(A, correction: $0) },
    Door("standardDeviation", accepting: small) { standardDeviation(A, along: [$0]) },
    Door("deviation correction", accepting: numbers.filter { $0 < 6 }) {
      standardDeviation(A, correction: $0)
    },
    Door("softmax", accepting: small) { softmax(A, along: Axes(integerLiteral: $0)) },
    Door("softmax axes", accepting: small) { softmax(A, along: [$0]) },
    Door("logSoftmax", accepting: small) { logSoftmax(A, along: Axes(integerLiteral: $0)) },
    Door("logSoftmax axes", accepting: small) { logSoftmax(A, along: [$0]) },
    Door("centered", accepting: small) { centered(A, along: [$0]) },
    Door("cumulativeSum", accepting: small) { cumulativeSum(A, along: $0) },
    Door("sorted", accepting: small) { sorted(A, along: $0) },
    Door("unsorted", accepting: small) { unsorted(A, by: A, along: $0, descending: true) },
    Door("topK along", accepting: small) { topK(A, 1, along: $0) },
    Door("topK", accepting: [0, 1, 2, 3]) { topK(A, $0) },
    Door("polygamma", accepting: [0, 1, 2, 3, 4]) { polygamma($0, x) },
    Door("sum twice", accepting: []) { sum(A, along: [$0, $0]) },
  ]

  static let arrangements: [Door] = [
    Door("subscript at", accepting: [-2, -1, 0, 1, 2]) { x[.at($0)] },
    Door("subscript from", accepting: [0, 1, 2, 3]) { x[.from($0)] },
    Door("subscript from by", accepting: numbers.filter { $0 != 0 && $0 != .min }) { x[.from(1, by: $0)] },
    Door("subscript by", accepting: numbers.filter { $0 != 0 && $0 != .min }) { x[.range(0..<3, by: $0)] },
    Door("subscript below", accepting: [0, 1, 2, 3]) { x[.range(0..<Swift.max($0, 0) + ($0 < 0 ? 9 : 0))] },
    Door("subscript above", accepting: [0, 1, 2, 3]) { x[.range(Swift.min($0, 3)..<($0 > 3 ? 9 : 3))] },
    Door("subscript of a huge axis", accepting: numbers.filter { $0 != 0 && $0 != .min }) {
      Tensor.input("h", shape: [.fixed(.max), 0])[.range(0 ..< .max, by: $0)]
    },
    Door("pad before", accepting: [0, 1, 2, 3, 4, 1 << 32]) { pad(x, before: [$0], after: [0]) },
    Door("pad after", accepting: [0, 1, 2, 3, 4, 1 << 32]) { pad(x, before: [0], after: [$0]) },
    Door("pad interior", accepting: [0, 1, 2, 3, 4, 1 << 32]) {
      pad(x, before: [0], after: [0], interior: [$0])
    },
    Door("flipped", accepting: small) { A.flipped(along: [$0]) },
    Door("concatenate", accepting: small) { concatenate([A, A], along: $0) },
    Door("stack", accepting: [-2, -1, 0, 1, 2]) { stack([A, A], along: $0) },
    Door("insertingAxis", accepting: [-2, -1, 0, 1, 2]) { A.insertingAxis(at: $0) },
    Door("removingAxis", accepting: [-2, 0]) { A.insertingAxis(at: 0).removingAxis(at: $0 == -2 ? -3 : $0) },
    Door("movingAxis", accepting: small) { A.movingAxis($0, to: 0) },
    Door("movingAxis to", accepting: small) { A.movingAxis(0, to: $0) },
    Door("tiled", accepting: lengths.filter { $0 <= 1 << 50 }) { A.tiled([$0, 1]) },
    Door("rolled by", accepting: numbers) { A.rolled(by: $0, along: 1) },
    Door("rolled along", accepting: small) { A.rolled(by: 1, along: $0) },
    Door("transposed", accepting: [-1, 1]) { A.transposed(axes: [$0, 0]) },
    Door("reshaped", accepting: [3]) { x.reshaped(to: [.fixed($0)]) },
    Door("reshaped nothing", accepting: lengths) {
      Tensor.parameter("e", shape: [0], initial: []).reshaped(to: [.fixed($0), 0])
    },
    Door("broadcast", accepting: lengths) { x.broadcast(to: [.fixed($0), 3]) },
    Door("lowerTriangle", accepting: numbers) { lowerTriangle(A, diagonal: $0) },
    Door("upperTriangle", accepting: numbers) { upperTriangle(A, diagonal: $0) },
    Door("diagonalMatrix rows", accepting: lengths.filter { $0 >= 3 }) {
      diagonalMatrix(x, rows: .fixed($0))
    },
    Door("diagonalMatrix columns", accepting: lengths.filter { $0 >= 3 }) {
      diagonalMatrix(x, columns: .fixed($0))
    },
  ]

  static let indices: [Door] = [
    Door("gather along", accepting: [-1, 1]) { gather(A, q, along: $0) },
    Door("gather batchAxes", accepting: [0]) {
      gather(A, .indices([0, 1]), along: 1, batchAxes: $0 == 1 ? 2 : $0)
    },
    Door("scatterAdd along", accepting: [-1, 0]) { scatterAdd(u, q, along: $0, length: 3) },
    Door("scatterAdd batchAxes", accepting: [0, 1]) {
      scatterAdd(u, q, along: $0 == 1 ? 1 : 0, length: 3, batchAxes: $0)
    },
    Door("scatterAdd length", accepting: lengths.filter { $0 >= 3 }) {
      scatterAdd(u, q, along: 0, length: .fixed($0))
    },
    Door("oneHot", accepting: lengths.filter { $0 >= 3 }) { oneHot(q, count: .fixed($0)) },
    Door("indices", accepting: lengths.filter { $0 < .max }) {
      oneHot(.indices(IndexArray([$0])), count: .fixed($0 < .max ? Swift.max($0 + 1, 0) : $0))
    },
    Door("indices below", accepting: lengths) {
      Tensor.indices("k", shape: [], below: .fixed($0)).reshaped(to: [1])
    },
    Door("indices shape", accepting: lengths) { Tensor.indices("k", shape: [.fixed($0)], below: 3) },
  ]

  static let declarations: [Door] = [
    Door("input", accepting: lengths) { Tensor.input("i", shape: [.fixed($0), 2]) * 2 },
    Door("parameter", accepting: lengths) { Tensor.parameter("p", shape: [2, .fixed($0)]) + 1 },
    Door("positions", accepting: lengths) { Tensor.positions(.fixed($0)) + x[0] },
    Door("extent", accepting: lengths) { Tensor.extent(.fixed($0)) * x },
    Door("number", accepting: numbers) { Tensor($0) + x },
    Door("pow", accepting: numbers) { pow(x, $0) },
    Door("maximum", accepting: numbers) { maximum(x, $0) },
    Door("custom operation", accepting: lengths) { Tensor.applying(Filled(length: $0), to: [x]) },
  ]

  /// An operation that promises any length.
  struct Filled: CustomOperation {
    let length: Int
    let name = "filled"
    func shape(of operands: [Shape]) -> Shape { [.fixed(length)] }
    func evaluate<S: TensorScalar>(_ operands: [NDArray<S>]) throws -> NDArray<S> {
      try NDArray(repeating: 1, shape: [length])
    }
    func pullback(_ cotangent: Tensor, operands: [Tensor], output: Tensor) -> [Tensor?] {
      [operands[0] * sum(cotangent)]
    }
  }

  @Test("Axes of reductions, corrections and orders", arguments: reductions)
  func reductionDoors(_ door: Door) throws { try check(door) }

  @Test("Positions, widths, counts and lengths", arguments: arrangements)
  func arrangementDoors(_ door: Door) throws { try check(door) }

  @Test("Indices and what they count in", arguments: indices)
  func indexDoors(_ door: Door) throws { try check(door) }

  @Test("Lengths that are declared", arguments: declarations)
  func declarationDoors(_ door: Door) throws { try check(door) }

  private func check(_ door: Door) throws {
    for number in Self.numbers {
      let tensor = door.build(number)
      #expect(
        (tensor.invalidity == nil) == door.accepted.contains(number), "\(door.name)(\(number)): \(tensor)")
      if tensor.invalidity != nil {
        #expect(throws: ChainRuleError.self) { try tensor.evaluate(at: [:]) }
        continue
      }
      let shape = try tensor.shape
      let isPossible = shape.extents.allSatisfy { !$0.isNegative }
      #expect(isPossible, "\(door.name)(\(number))")
      #expect(!tensor.formula.unicode.isEmpty && !"\(tensor)".isEmpty)
      if tensor.node.holdsIndices { continue }
      try survives {
        let value = try tensor.evaluate(at: [:])
        #expect(value.rank == shape.rank, "\(door.name)(\(number))")
      }
      // A derivative reads every element, which takes as long as there are many.
      if shape.fixedCount > 1 << 16 { continue }
      try survives {
        let gradient = try sum(tensor).gradient(withRespectTo: [Self.x, Self.A, Self.u])
        let values = try Program<Double>(computing: gradient.derivatives).run([:])
        let shapes = values.arrays.map { $0.shape }
        #expect(shapes == [[3], [2, 3], [4]], "\(door.name)(\(number))")
      }
    }
  }

  /// Allows errors of the library, and no others.
  private func survives(_ body: () throws -> Void) throws {
    do { try body() } catch is ChainRuleError {}
  }
}
