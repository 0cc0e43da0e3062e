import ChainRule
import Testing

@Suite("Gradients for each example")
struct PerExampleTests {
  static let X = Tensor.input("X", shape: [.batch, 3])
  static let y = Tensor.input("y", shape: [.batch])
  static let k = Tensor.indices("k", shape: [.batch], below: 2)
  static let w = Tensor.parameter("w", shape: [3], initial: [0.5, -1, 0.25])
  static let W = Tensor.parameter("W", shape: [3, 2], initial: [[0.5, -1], [0.25, 1], [-0.75, 0.5]])
  static let b = Tensor.parameter("b", shape: [], initial: 0.125)

  struct Loss: Sendable, CustomTestStringConvertible {
    let name: String
    /// One number for each row.
    let terms: @Sendable () -> Tensor
    var testDescription: String { name }

    init(_ name: String, _ terms: @escaping @Sendable () -> Tensor) {
      self.name = name
      self.terms = terms
    }
  }

  static let losses: [Loss] = [
    Loss("least squares") { squared(X • w + b - y) },
    Loss("mask") { select(y .> 0, sqrt(select(y .> 0, y, 0)) * (X • w), squared(X • w)) },
    Loss("mask of a root of nothing") { select(y .> 0, log(y * exp(X • w)), b) },
    Loss("matrix product") { sum(tanh(X • W) * (X • W), along: [1]) },
    Loss("softmax and labels") { -gather(logSoftmax(X • W), k, along: 1, batchAxes: 1) },
    Loss("one hot") { sum(softmax(X • W) * oneHot(k, count: 2), along: [1]) },
    Loss("rows of parameters") { sum(gather(W, k, along: 1), along: [0]) * (X • w) },
    Loss("norm of rows") { norm(X * w, along: [1]) + b },
    Loss("sorted rows") { sum(sorted(X * w) * w, along: [1]) },
    Loss("variance of rows") { variance(X * w, along: [1], correction: 1) },
    Loss("parts and stacks") {
      sum(
        concatenate([X[.all, .range(0..<2)], X], along: 1)
          • concatenate([w[.range(0..<2)], w], along: 0).insertingAxis(at: 1), along: [1])
    },
    Loss("three axes") { sum(X.insertingAxis(at: 1) * W.transposed() * b, along: [1, 2]) },
    Loss("solve") { sum(solve(W.transposed() • W, (X • W).transposed()), along: [0]) },
    Loss("einsum") { einsum("ni,ij,nj->n", X, W, X • W) },
    Loss("positions and numbers of rows") { (X • w) * b + squared(b) },
    Loss("nothing of the parameters") { squared(y) },
  ]

  static let rows: NDArray<Double> = [[1, 2, 3], [0.5, -1, 2], [-2, 0.25, 1], [3, 1, -0.5]]
  static let targets: NDArray<Double> = [1, -2, 0.5, -0.25]
  static let labels = [1, 0, 0, 1]

  private static func bindings(_ loss: Tensor, rows chosen: [Int]) throws -> Bindings<Double> {
    let read = Set(loss.inputs)
    var result: Bindings<Double> = [:]
    if read.contains(X) {
      result[X] = try NDArray(
        shape: [chosen.count, 3], elements: chosen.flatMap { row in (0..<3).map { rows[row, $0] } })
    }
    if read.contains(y) { result[y] = NDArray(chosen.map { targets[$0] }) }
    if read.contains(k) { result.bind(IndexArray(chosen.map { labels[$0] }), to: k) }
    return result
  }

  /// The derivatives, of a graph that may read less than the loss does.
  private static func run(_ derivatives: [Tensor], _ loss: Tensor, rows: [Int]) throws -> [NDArray<Double>] {
    let program = try Program<Double>(computing: derivatives + [loss])
    return Array(try program.run(bindings(loss, rows: rows)).arrays.dropLast())
  }

  @Test("Each is the gradient that its row alone would have; their mean is the gradient", arguments: losses)
  func rowsAlone(_ loss: Loss) throws {
    let mean = mean(loss.terms())
    let parameters = [Self.w, Self.W, Self.b]
    let each = try mean.perExampleGradient(withRespectTo: parameters)
    let whole = try mean.gradient(withRespectTo: parameters)
    let separate = try Self.run(each.derivatives, mean, rows: [0, 1, 2, 3])
    let together = try Self.run(whole.derivatives, mean, rows: [0, 1, 2, 3])
    for (position, parameter) in parameters.enumerated() {
      #expect(try each[parameter].shape == Shape([.batch] + parameter.shape.extents))
      let average = try ChainRule.mean(Tensor.constant(separate[position]), along: [0]).evaluate()
      #expect(average.isClose(to: together[position]), "\(parameter)")
    }
    for row in 0..<4 {
      let alone = try Self.run(whole.derivatives, mean, rows: [row])
      for (position, parameter) in parameters.enumerated() {
        let own = try Tensor.constant(separate[position])[.at(row)].evaluate()
        #expect(own.isClose(to: alone[position]), "row \(row), \(parameter)")
      }
    }
  }

  @Test("For a sum over rows their sum is the gradient", arguments: losses)
  func sums(_ loss: Loss) throws {
    let total = sum(loss.terms())
    let each = try total.perExampleGradient(withRespectTo: [Self.w, Self.W])
    let whole = try total.gradient(withRespectTo: [Self.w, Self.W])
    let separate = try Self.run(each.derivatives, total, rows: [0, 1, 2, 3])
    let together = try Self.run(whole.derivatives, total, rows: [0, 1, 2, 3])
    for (rows, expected) in zip(separate, together) {
      #expect(try sum(Tensor.constant(rows), along: [0]).evaluate().isClose(to: expected))
    }
  }

  @Test("A penalty is in each of them, and no rows have no gradients")
  func penalty() throws {
    let penalized = mean(squared(Self.X • Self.w)) + sum(squared(Self.w))
    let plain = mean(squared(Self.X • Self.w))
    let with = try penalized.perExampleGradient(withRespectTo: [Self.w])[Self.w]
    let without = try plain.perExampleGradient(withRespectTo: [Self.w])[Self.w]
    let difference = try (with - without).evaluate(at: [Self.X: Self.rows])
    #expect(difference.isClose(to: try NDArray(rows: Array(repeating: [1, -2, 0.5], count: 4))))
    let none = try with.evaluate(at: [Self.X: NDArray(shape: [0, 3], elements: [])])
    #expect(none.shape == [0, 3])
  }

  @Test("Values between the parameters and the loss are variables too, and names do not matter")
  func intermediates() throws {
    let scaled = (2 * Self.w).named("s")
    let loss = mean(squared(Self.X • scaled - Self.y))
    let data: Bindings<Double> = [Self.X: Self.rows, Self.y: Self.targets]
    let each = try loss.perExampleGradient(withRespectTo: [scaled, Self.w])
    let values = try Program<Double>(computing: [each[scaled], each[Self.w]]).run(data).arrays
    #expect(values[0].map { 2 * $0 }.isClose(to: values[1]))
    #expect(values[0].elements.contains { $0 != 0 })
  }

  @Test("They are expressions: their squared norms, and second derivatives")
  func further() throws {
    let loss = mean(squared(Self.X • Self.w - Self.y))
    let each = try loss.perExampleGradient(withRespectTo: [Self.w])[Self.w]
    let data: Bindings<Double> = [Self.X: Self.rows, Self.y: Self.targets]
    // 2(Xw − y)X, so the squared norm of each is 4(Xw − y)²‖x‖².
    let norms = try sum(squared(each), along: [1]).evaluate(at: data)
    let residual = Self.X • Self.w - Self.y
    let expected = try (4 * squared(residual) * sum(squared(Self.X), along: [1])).evaluate(at: data)
    #expect(norms.isClose(to: expected))
    let curvature = try each.jacobian(withRespectTo: Self.w).evaluate(at: [Self.X: Self.rows])
    let squares = try einsum("ni,nj->nij", 2 * Self.X, Self.X).evaluate(at: [Self.X: Self.rows])
    #expect(curvature.isClose(to: squares))
  }
}
