import ChainRule
import Dispatch
import Testing

@Suite("Programs")
struct ProgramTests {
  @Test(
    "Random graphs and their gradients have the values of a plain node-by-node evaluation", arguments: 0..<150
  )
  func reference(seed: Int) throws {
    var graph = try RandomGraph(seed: UInt64(1000 + seed))
    let loss = graph.loss(operations: 20)
    let outputs = try [loss] + loss.gradient(withRespectTo: graph.leaves).derivatives
    let values = try Program<Double>(computing: outputs + graph.leaves).run(graph.bindings)
    let pairs = zip(graph.leaves, values.arrays.suffix(graph.leaves.count))
    let reference = Reference(rows: graph.rows, bindings: Dictionary(uniqueKeysWithValues: pairs))
    for (output, array) in zip(outputs, values.arrays) {
      let expected = reference.value(of: output)
      #expect(array.shape == expected.shape)
      let size = expected.elements.map(Swift.abs).max() ?? 0
      for (value, other) in zip(array.elements, expected.elements) {
        #expect(Swift.abs(value - other) <= 1e-12 * max(size, 1), "seed \(seed)")
      }
    }
  }

  @Test("Programs of zero rows run where nothing is averaged over them")
  func zeroRows() throws {
    let X = Tensor.input("X", shape: [.batch, 2])
    let w = Tensor.parameter("w", shape: [2])
    let loss = sum(squared(X • w))
    let gradient = try loss.gradient(withRespectTo: [w])
    let values = try Program<Double>(computing: [loss, gradient[w]]).run([
      X: NDArray(shape: [0, 2], elements: []), w: [1, 2],
    ])
    #expect(values.arrays == [0, [0, 0]])
  }

  @Test("One program serves every number of rows, and many threads at once")
  func sharing() throws {
    let x = Tensor.input("x", shape: [.batch])
    let program = try Program<Double>(computing: [mean(x), sum(squared(x))])
    DispatchQueue.concurrentPerform(iterations: 16) { rows in
      let data = NDArray((0...rows).map(Double.init))
      let values = try? program.run([x: data])
      let n = Double(rows)
      #expect(values?.arrays == [NDArray(n / 2), NDArray(n * (n + 1) * (2 * n + 1) / 6)])
    }
  }

  @Test("A symbol other than N takes its length from the data")
  func symbols() throws {
    let X = Tensor.input("X", shape: [.batch, .symbol("m")])
    let w = Tensor.parameter("w", shape: [.symbol("m")])
    let program = try Program<Double>(computing: [X • w, Tensor.extent(.symbol("m")) * Tensor.extent(.batch)])
    #expect(try program.run([X: [[1, 2, 3], [4, 5, 6]], w: [1, 1, 1]]).arrays == [[6, 15], 6])
    #expect(throws: ChainRuleError.self) { try program.run([X: [[1, 2, 3]], w: [1, 1]]) }
  }

  @Test("Leaves, views and duplicates come out as outputs, and later writes do not reach them")
  func outputs() throws {
    let X = Tensor.input("X", shape: [2, 3])
    let doubled = 2 * X
    let program = try Program<Double>(computing: [
      X, X.transposed(), X.transposed(), doubled.reshaped(to: [6]), X.broadcast(to: [2, 2, 3]),
      doubled.transposed().reshaped(to: [2, 3]), 7,
    ])
    let values = try program.run([X: [[1, 2, 3], [4, 5, 6]]]).arrays
    #expect(values[0] == [[1, 2, 3], [4, 5, 6]])
    #expect(values[1] == [[1, 4], [2, 5], [3, 6]] && values[2] == values[1])
    #expect(values[3] == [2, 4, 6, 8, 10, 12])
    #expect(values[4].shape == [2, 2, 3] && values[4][1, 1, 2] == 6)
    #expect(values[5] == [[2, 8, 4], [10, 6, 12]])
    #expect(values[6] == 7)
  }

  @Test("A named parameter can be bound and read under either name")
  func names() throws {
    let w = Tensor.parameter("w", shape: [2], initial: [1, 2])
    let weight = w.named("weight")
    let loss = sum(squared(weight))
    #expect(try loss.evaluate(at: [w: [3, 4]]) == 25)
    #expect(try loss.evaluate(at: [weight: [3, 4]]) == 25)
    #expect(try loss.evaluate() == 5)
    #expect(try loss.gradient(withRespectTo: [weight])[weight].evaluate() == [2, 4])
    #expect(try loss.gradient(withRespectTo: [w])[w].evaluate() == [2, 4])
  }

  @Test("Equal operations are scheduled once, and products with one, names and double negatives not at all")
  func order() throws {
    let x = Tensor.parameter("x", shape: [2])
    let first = exp(x).named("a")
    let second = -(-(1 * (exp(x) * 1)))
    let program = try Program<Double>(computing: [first, second / 1])
    // x, exp(x) and the literals 1, which nothing computes.
    let computing = program.order.steps.filter { !$0.inputs.isEmpty }
    #expect(computing.count == 2, "exp, and the inner negation that its outer one skipped")
    #expect(try program.run([x: [0, 1]]).arrays[0] == program.run([x: [0, 1]]).arrays[1])
  }

  @Test("Negative zero and zero stay apart")
  func negativeZero() throws {
    let values = try Program<Double>(computing: [1 / Tensor(-0.0), 1 / Tensor(0.0)]).run([:])
    #expect(values.arrays == [NDArray(-Double.infinity), NDArray(Double.infinity)])
  }

  @Test("An array with more elements than can be addressed is refused, also where it is only a view")
  func overflow() throws {
    let x = Tensor.input("x", shape: [.batch, 1])
    let wide = x.broadcast(to: [.batch, .fixed(Int.max / 16)])
    func refusal(_ operation: String, _ label: String, _ symbols: String) -> ChainRuleError {
      ChainRuleError(
        .binding, in: operation, operands: label,
        problem: "the array has more elements than can be addressed" + symbols, mend: "use shorter axes")
    }
    #expect(throws: refusal("Program.run", wide.labelled, " with N = 3")) {
      try Program<Double>(computing: [sum(exp(wide))]).run([x: [[1], [2], [3]]])
    }
    let view = Tensor(1).broadcast(to: [.fixed(1 << 40), .fixed(1 << 40)])
    #expect(throws: refusal("evaluate", view.labelled, "")) { try sum(view).evaluate() }
    let empty = Tensor.input("e", shape: [0, .fixed(Int.max), 4])
    let nothing = try NDArray<Double>(shape: [0, .max, 4], elements: [])
    #expect(try sum(empty).evaluate(at: [empty: nothing]) == 0)
    #expect(try sum(empty, along: [1, 2]).evaluate(at: [empty: nothing]) == [])
    #expect(try exp(empty.transposed()).evaluate(at: [empty: nothing]).shape == [4, .max, 0])
  }

  @Test("Sums keep their accuracy over many rows")
  func accuracy() throws {
    let x = Tensor.input("x", shape: [.batch, 3])
    let rows = 100_000
    let data = try NDArray<Float>(repeating: 0.1, shape: [rows, 3])
    let values = try Program<Float>(computing: [sum(x), sum(x, along: [0])]).run([x: data])
    let exact = Double(Float(0.1)) * Double(rows)
    // A running sum in Float would be wrong by 1e-3; a pairwise one by a few units of 6e-8.
    #expect(Swift.abs(Double(try values.arrays[0].scalar) / (3 * exact) - 1) < 1e-6)
    #expect(values.arrays[1].elements.allSatisfy { Swift.abs(Double($0) / exact - 1) < 1e-6 })
  }

  @Test("NaN passes through maximum, minimum and relu, and comparisons with it are false")
  func nan() throws {
    let x = Tensor.input("x", shape: [2])
    let outputs = [maximum(x, 0), minimum(0, x), relu(x), x .> 0, x .== x, x .!= x]
    let values = try Program<Double>(computing: outputs).run([x: NDArray([.nan, 1])]).arrays
    #expect(values[0..<3].allSatisfy { $0[0].isNaN })
    #expect(values[3...].map { $0[0] } == [0, 0, 1])
  }
}
