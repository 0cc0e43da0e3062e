import ChainRule
import Testing

/// Programs that would take forever, or all memory, if they believed what they are told.
@Suite("Hostile programs", .timeLimit(.minutes(1)))
struct HostileProgramTests {
  /// An array of no elements, with as many rows as can be counted.
  static let rows = Tensor.input("R", shape: [.fixed(.max), 0])
  static let matrices = Tensor.input("M", shape: [.fixed(.max), 0, 0])
  static let nothing = Tensor.input("Z", shape: [0, 0])

  static let empty: [@Sendable () -> Tensor] = [
    { softmax(rows) }, { logSoftmax(rows) }, { centered(rows, along: [1]) },
    { cumulativeSum(rows, along: 1) }, { sorted(rows) }, { sorted(rows, along: 0) }, { rows • nothing },
    { inverse(matrices) }, { cholesky(matrices) }, { solve(matrices, matrices) },
    { solve(matrices, nothing) }, { lowerTriangle(rows) }, { rows.flipped() },
    { rows[.range(0..<(.max), by: 2)] }, { rows.transposed() }, { tanh(rows) + 1 },
    { sum(rows, along: [0]) }, { logSumExp(rows, along: [0]) }, { norm(rows, along: [0]) },
    { stack([rows, rows], along: 1) }, { pad(rows, before: [0, 0], after: [0, 0]) },
    { gather(rows, .indices([]), along: 0) }, { select(rows .> 0, rows, 0) }, { digamma(rows) },
    { einsum("ij,jk->ik", rows, nothing) }, { diagonalMatrix(Tensor.input("Z", shape: [0, 0])) },
  ]

  @Test("Where there are no elements, the other axes cost no time", arguments: empty.indices)
  func nothingToDo(_ number: Int) throws {
    let tensor = Self.empty[number]()
    var bindings: Bindings<Double> = [:]
    for input in tensor.inputs {
      let lengths = try input.shape.extents.map { if case .fixed(let length) = $0 { length } else { 0 } }
      bindings[input] = try NDArray(shape: lengths, elements: [])
    }
    let value = try tensor.evaluate(at: bindings)
    // Sums over no elements are 0, over an axis without one there is no sum.
    #expect(value.count == 0, "\(tensor)")
    let gradient = try sum(tensor).gradient(withRespectTo: tensor.inputs)
    let program = try Program<Double>(computing: gradient.derivatives + tensor.inputs)
    do {
      let derivatives = try program.run(bindings).arrays
      #expect(derivatives.allSatisfy { $0.count == 0 }, "\(tensor)")
    } catch let error as ChainRuleError {
      // The derivative of some adds up along the axis of no length, and has one number for each row.
      #expect(error.mend == "use shorter axes")
    }
    #expect(try Program<Double>(computing: [tensor]).firstNonFinite(bindings) == nil)
  }

  static let huge: [(String, @Sendable () -> Tensor)] = [
    ("positions", { Tensor.positions(.fixed(1 << 50)) }),
    ("a view that is asked for", { Tensor(1).broadcast(to: [.fixed(1 << 50)]) }),
    ("a result", { Tensor(1).broadcast(to: [.fixed(1 << 48)]) + 1 }),
    ("a result that cannot be counted", { Tensor(1).broadcast(to: [.fixed(1 << 40), .fixed(1 << 40)]) + 1 }),
    ("a sum over what cannot be addressed", { sum(Tensor(1).broadcast(to: [.fixed(1 << 55)])) }),
    (
      "an outer product",
      {
        let long = Tensor(1).broadcast(to: [.fixed(1 << 30)])
        return outer(long, long)
      }
    ),
    ("a running sum", { cumulativeSum(Tensor(1).broadcast(to: [.fixed(1 << 48)]), along: 0) }),
    ("one hot", { oneHot(.indices([1]), count: .fixed(1 << 50)) }),
    ("padding", { pad(Tensor.constant([0]), before: [1 << 39], after: [1 << 39], interior: [1 << 39]) }),
  ]

  @Test("Softmax along an axis of length 0 has a derivative of no elements, in both modes")
  func emptySoftmax() throws {
    let e = Tensor.input("e", shape: [2, 0])
    let nothing = try NDArray<Double>(shape: [2, 0], elements: [])
    for tensor in [softmax(e), logSoftmax(e)] {
      let gradient = try sum(tensor).gradient(withRespectTo: [e])[e]
      #expect(try gradient.evaluate(at: [e: nothing]) == nothing)
      let tangent = try tensor.jacobianVectorProduct(withRespectTo: [e], along: [e])
      #expect(try tangent.evaluate(at: [e: nothing]) == nothing)
    }
  }

  @Test("A triangle bounded beyond the matrix is all of it or nothing")
  func triangles() throws {
    let A = Tensor.constant([[1, 2, 3], [4, 5, 6]])
    let (whole, none) = (try A.evaluate(), try NDArray<Double>(repeating: 0, shape: [2, 3]))
    for beyond in [3, 1 << 40, Int.max - 1, .max] {
      #expect(try lowerTriangle(A, diagonal: beyond).evaluate() == whole, "\(beyond)")
      #expect(try upperTriangle(A, diagonal: beyond).evaluate() == none, "\(beyond)")
      #expect(try lowerTriangle(A, diagonal: -beyond).evaluate() == none, "\(beyond)")
      #expect(try upperTriangle(A, diagonal: -beyond).evaluate() == whole, "\(beyond)")
    }
    #expect(try lowerTriangle(A, diagonal: .min).evaluate() == none)
    #expect(try upperTriangle(A, diagonal: .min).evaluate() == whole)
    #expect(try lowerTriangle(A, diagonal: 1).evaluate() == [[1, 2, 0], [4, 5, 6]])
    #expect(try upperTriangle(A, diagonal: -1).evaluate() == whole)
    #expect(try upperTriangle(A, diagonal: 2).evaluate() == [[0, 0, 3], [0, 0, 0]])
  }

  @Test("What no memory holds is refused when it is run, by name", arguments: huge.indices)
  func noMemory(_ number: Int) throws {
    let (name, build) = Self.huge[number]
    let tensor = build()
    #expect(tensor.invalidity == nil, "\(name)")
    let error = #expect(throws: ChainRuleError.self, "\(name)") { try tensor.evaluate() }
    #expect(error?.kind == .binding && error?.operands.isEmpty == false, "\(name)")
    #expect(error?.mend == "use shorter axes", "\(name): \(String(describing: error))")
  }

  @Test("Both sentences about memory name the step and its size")
  func sentences() throws {
    let long = Tensor(1).broadcast(to: [.fixed(1 << 50)])
    #expect(throws: ChainRuleError.self) { try sum(long).evaluate() }
    let memory = #expect(throws: ChainRuleError.self) {
      try (Tensor(2).broadcast(to: [.fixed(1 << 48)]) + 1).evaluate()
    }
    #expect(
      memory?.description
        == "evaluate: broadcast(2, [281474976710656]) + 1 [281474976710656]: there is no memory for "
        + "281474976710656 elements of 8 bytes; use shorter axes")
    let rows = Tensor.input("r", shape: [.batch, 0])
    let bound = #expect(throws: ChainRuleError.self) {
      try (sum(rows, along: [1]) + 1).evaluate(at: [rows: NDArray(shape: [.max, 0], elements: [])])
    }
    #expect(
      bound?.description
        == "evaluate: Σ₁r [N]: the array has more elements than can be addressed with N = "
        + "9223372036854775807; use shorter axes")
  }

  @Test("More iterations than there is memory for are as good as the first that throws")
  func iterations() throws {
    let S = Tensor.parameter("S", shape: [1, 1])
    let program = try Program<Double>(computing: [sum(inverse(S))], updating: [S: S - 1])
    let session = try Session(program, binding: [S: [[3]]])
    #expect(throws: ChainRuleError.self) { try session.iterate(.max, recording: program.outputs[0]) }
    // 3, 2, 1, and at 0 there is no inverse.
    #expect(try session.value(of: S) == [[0]])
    #expect(try session.iterate(.min) == [])
    #expect(try session.iterate(-1, recording: program.outputs[0]) == [])
  }

  @Test("Numbers that are none pass through every function of numbers")
  func notNumbers() throws {
    for value in [Double.nan, .infinity, -.infinity, -0.0, .greatestFiniteMagnitude, .leastNonzeroMagnitude] {
      let x = Tensor.constant([1, 2])
      let tensors = [
        x + value, value / x, pow(x, value), maximum(x, value), minimum(x, value), Tensor(value) * x,
        pad(x, before: [1], after: [0], value: value), x .> value, atan2(x, Tensor(value)),
        logAddExp(x, Tensor(value)), polygamma(2, x * value), erf(x * value), softmax(x * value),
        sorted(x * value), norm(x * value), clamp(x, -Tensor(value), Tensor(value) + 0),
      ]
      for tensor in tensors {
        #expect(try tensor.evaluate().rank == 1 || tensor.evaluate().rank == 0, "\(tensor)")
        #expect(!tensor.formula.latex.isEmpty)
      }
      let p = Tensor.parameter("p", shape: [2], initial: NDArray([1, value]))
      for tensor in [sum(tanh(p)), norm(p), logSumExp(p), max(p), product(p), sum(sorted(p))] {
        #expect(try tensor.gradient(withRespectTo: [p])[p].evaluate().shape == [2])
      }
      #expect(try sum(p).gradient(withRespectTo: [p])[p].evaluate() == [1, 1])
    }
  }

  @Test("Indices that are no whole numbers of the array are refused in either precision")
  func indices() throws {
    let A = Tensor.parameter("A", shape: [3], initial: [1, 2, 3])
    let k = Tensor.indices("k", shape: [1], below: 3)
    let picked = gather(A, k, along: 0)
    let wrong: [Double] = [
      .nan, .infinity, -.infinity, 0.5, -1, 3, 1e300, 0x1p53, 0x1p63, 0x1p64, -0x1p63, .leastNonzeroMagnitude,
    ]
    for value in wrong {
      #expect(throws: ChainRuleError.self, "\(value)") { try picked.evaluate(at: [k: NDArray([value])]) }
      // The least of all numbers is 0 in single precision, and that is an index.
      if value == .leastNonzeroMagnitude { continue }
      #expect(throws: ChainRuleError.self, "\(value)") {
        try Program<Float>(computing: [picked]).run([k: NDArray([Float(value)])])
      }
    }
    for integer in [Int.min, -1, 3, 1 << 40, .max] {
      var bindings: Bindings<Double> = [:]
      bindings.bind(IndexArray([integer]), to: k)
      #expect(throws: ChainRuleError.self, "\(integer)") { try picked.evaluate(at: bindings) }
    }
    #expect(try picked.evaluate(at: [k: [-0.0]]) == [1])
  }
}
