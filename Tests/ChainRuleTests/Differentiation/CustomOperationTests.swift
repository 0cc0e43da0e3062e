import ChainRule
import GradientChecking
import Testing

@Suite("Custom operations")
struct CustomOperationTests {
  let x = Tensor.parameter("x", shape: [3], initial: [1, 2, -3])
  let X = Tensor.input("X", shape: [.batch, 2])
  let w = Tensor.parameter("w", shape: [2], initial: [0.5, -1])
  let b = Tensor.parameter("b", shape: [], initial: 7)
  let data: NDArray<Double> = [[1, 2], [3, 4], [5, 6]]

  private var cube: Tensor { .applying(Cube(), to: [x]) }

  @Test("Value and every order of derivative, in either precision")
  func orders() throws {
    var tensor = sum(cube)
    var found: [NDArray<Double>] = [try cube.evaluate()]
    var floats: [NDArray<Float>] = [try Program<Float>(computing: [cube]).run([:]).arrays[0]]
    for _ in 0..<3 {
      let gradient = try tensor.gradient(withRespectTo: [x])[x]
      found.append(try gradient.evaluate())
      floats.append(try Program<Float>(computing: [gradient]).run([:]).arrays[0])
      tensor = sum(gradient)
    }
    // x³, 3x², 6x, 6.
    #expect(found == [[1, 8, -27], [3, 12, 27], [6, 12, -18], [6, 6, 6]])
    #expect(floats == found.map { NDArray<Float>($0) })
  }

  @Test("Forward mode comes out of the pullback, to second order too")
  func forward() throws {
    let direction = Tensor.constant([1, 10, 100])
    let tangent = try cube.jacobianVectorProduct(withRespectTo: [x], along: [direction])
    #expect(try tangent.evaluate() == [3, 120, 2700])
    let second = try tangent.jacobianVectorProduct(withRespectTo: [x], along: [direction])
    #expect(try second.evaluate() == [6, 1200, -180_000])
    let mixed = try sum(tangent).gradient(withRespectTo: [x])[x]
    #expect(try mixed.evaluate() == [6, 120, -1800])
    #expect(try cube.jacobian(withRespectTo: x).evaluate() == [[3, 0, 0], [0, 12, 0], [0, 0, 27]])
    #expect(try sum(cube).hessian(withRespectTo: x).evaluate() == [[6, 0, 0], [0, 12, 0], [0, 0, -18]])
  }

  @Test("Several operands, one of which it does not depend on")
  func operands() throws {
    let y = Tensor.applying(RowDots(), to: [X, w, b])
    #expect(try y.shape == [.batch])
    let loss = sum(squared(y))
    let gradient = try loss.gradient(withRespectTo: [X, w, b])
    let plain = try sum(squared(X • w)).gradient(withRespectTo: [X, w])
    let program = try Program<Double>(computing: gradient.derivatives + plain.derivatives + [X, w])
    let values = try program.run([X: data]).arrays
    #expect(values[0].isClose(to: values[3]) && values[1].isClose(to: values[4]))
    #expect(values[2] == 0)
    let tangent = try y.jacobianVectorProduct(withRespectTo: [X, w, b], along: [X, w, 1])
    // The product is bilinear: along (X, w) it grows by twice itself.
    #expect(try tangent.evaluate(at: [X: data]).isClose(to: (2 * (X • w)).evaluate(at: [X: data])))
    let still = try y.jacobianVectorProduct(withRespectTo: [b], along: [1])
    #expect(try Program<Double>(computing: [still, X]).run([X: data]).arrays[0] == [0, 0, 0])
    let misfit = Tensor.applying(RowDots(), to: [X, x, b])
    #expect(misfit.invalidity?.problem == "rows of [N, 2] and [3] do not fit")
  }

  @Test("Followed for many directions and for every row, it is evaluated once for each")
  func batched() throws {
    let y = Tensor.applying(RowDots(), to: [X, w, b])
    #expect(try y.jacobian(withRespectTo: w).evaluate(at: [X: data]) == data)
    let hessian = try sum(squared(y)).hessian(withRespectTo: w)
    #expect(try hessian.evaluate(at: [X: data]).isClose(to: (2 * X.transposed() • X).evaluate(at: [X: data])))
    let rows = try mean(squared(y)).perExampleGradient(withRespectTo: [w])[w]
    let expected = try (2 * (X • w).insertingAxis(at: 1) * X).evaluate(at: [X: data])
    #expect(try rows.evaluate(at: [X: data]).isClose(to: expected))
    // 2(Xw)X for each row, and the derivative in w, which is the same in all of them, of their sum.
    let curvature = try sum(rows).gradient(withRespectTo: [w])[w]
    let plain = try sum(2 * (X • w).insertingAxis(at: 1) * X).gradient(withRespectTo: [w])[w]
    #expect(try curvature.evaluate(at: [X: data]).isClose(to: plain.evaluate(at: [X: data])))
    // Behind rows of its own: a cube of each row's parameters, whose first operand differs from row to row.
    let cubes = mean(sum(Tensor.applying(Cube(), to: [X * w]), along: [1]))
    let each = try cubes.perExampleGradient(withRespectTo: [w])[w]
    let byHand = try (3 * squared(X * w) * X).evaluate(at: [X: data])
    #expect(try each.evaluate(at: [X: data]).isClose(to: byHand))
  }

  @Test(
    "A derivative that is a custom operation itself, batched once for each axis",
    arguments: [[2, 3], [2, 0], [0, 2]])
  func nested(_ shape: [Int]) throws {
    let x = Tensor.parameter("x", shape: Shape(shape), initial: try .drawn(shape))
    let y = Tensor.applying(Twice(), to: [x])
    let count = shape.reduce(1, *)
    let expected = try NDArray<Double>(
      shape: shape + shape,
      elements: (0..<count * count).map { $0 / Swift.max(count, 1) == $0 % Swift.max(count, 1) ? 2 : 0 })
    #expect(try y.jacobian(withRespectTo: x).evaluate() == expected)
    #expect(try sum(y * y).hessian(withRespectTo: x).evaluate() == expected.map { 4 * $0 })
  }

  @Test("It is written as it says, and its errors bear its name")
  func notation() throws {
    #expect("\(cube)" == "x³ [3]")
    #expect((2 * cube).formula.unicode.contains("x³"))
    #expect(Tensor.applying(RowDots(), to: [X, w, b]).formula.unicode == "rowDots(X, w, b)")
    let pass = custom("pass", of: [x]) {
      round($0[0])
    } pullback: { cotangent, _, _ in
      [cotangent]
    }
    #expect(pass.formula.unicode == "pass(x)")
    let report = try Program<Double>(computing: [cube]).firstNonFinite([
      x: [1, .greatestFiniteMagnitude, 2].array
    ])
    #expect(report?.operation == "cube" && report?.index == [1])
  }

  @Test("In three lines: an expression with a derivative of one's own")
  func expression() throws {
    // The straight-through estimate: rounding has derivative 0, and this 1.
    let y = custom("pass", of: [x]) {
      round($0[0] / 2)
    } pullback: { cotangent, _, _ in
      [cotangent]
    }
    #expect(try y.evaluate() == [0, 1, -2])
    let loss = sum(squared(y))
    // 2y, and the derivative of y is 1 again: 2.
    #expect(try loss.gradient(withRespectTo: [x])[x].evaluate() == [0, 2, -4])
    #expect(try loss.hessian(withRespectTo: x).evaluate() == [[2, 0, 0], [0, 2, 0], [0, 0, 2]])
    #expect(try y.jacobianVectorProduct(withRespectTo: [x], along: [x]).evaluate() == [1, 2, -3])
    #expect(try y.jacobian(withRespectTo: x).evaluate() == [[1, 0, 0], [0, 1, 0], [0, 0, 1]])
    let product = custom("product", of: [x, Tensor.constant([2, 3, 4])]) {
      $0[0] * $0[1]
    } pullback: {
      cotangent, operands, output in
      [cotangent * output / operands[0], cotangent * operands[0]]
    }
    #expect(try sum(product).gradient(withRespectTo: [x])[x].evaluate() == [2, 3, 4])
    let silent = custom("silent", of: [x]) {
      exp($0[0])
    } pullback: { _, _, _ in
      [nil]
    }
    #expect(try sum(silent).gradient(withRespectTo: [x])[x].evaluate() == [0, 0, 0])
    #expect(try silent.jacobianVectorProduct(withRespectTo: [x], along: [x]).evaluate() == [0, 0, 0])
  }

  /// √x from numbers, with a derivative that is infinite at 0.
  struct Root: CustomOperation {
    let name = "root"
    let isRowWise: Bool
    func shape(of operands: [Shape]) -> Shape { operands[0] }
    func evaluate<S: TensorScalar>(_ operands: [NDArray<S>]) -> NDArray<S> {
      operands[0].map { $0.squareRoot() }
    }
    func pullback(_ cotangent: Tensor, operands: [Tensor], output: Tensor) -> [Tensor?] {
      [cotangent / (2 * output)]
    }
  }

  @Test("Behind a choice, what is not taken contributes nothing")
  func masks() throws {
    let at: Bindings<Double> = [x: [0, 4, -1]]
    let byRows = select(x .> 0, Tensor.applying(Root(isRowWise: true), to: [x]), 0)
    let whole = select(x .> 0, Tensor.applying(Root(isRowWise: false), to: [x]), 0)
    for y in [byRows, whole] {
      #expect(try sum(y).gradient(withRespectTo: [x])[x].evaluate(at: at) == [0, 0.25, 0])
    }
    // If none is taken, nothing is.
    let none: Bindings<Double> = [x: [0, 0, -1]]
    #expect(try sum(whole).gradient(withRespectTo: [x])[x].evaluate(at: none) == [0, 0, 0])
    let direction = Tensor.constant([1, 1, 1])
    for y in [byRows, whole] {
      let tangent = try y.jacobianVectorProduct(withRespectTo: [x], along: [direction])
      #expect(try tangent.evaluate(at: at) == [0, 0.25, 0])
    }
  }

  @Test("A pullback that is not linear in the cotangent is refused, in both modes")
  func linearity() throws {
    typealias Rule = @Sendable (Tensor, [Tensor], Tensor) -> [Tensor?]
    let wrong: [(String, Rule)] = [
      ("more", { c, _, _ in [c + 1] }), ("square", { c, _, _ in [squared(c)] }),
      ("dropped", { _, x, _ in [x[0]] }),
      ("clipped", { c, _, _ in [clamp(c, -1, 1)] }), ("affine", { c, x, _ in [select(x[0] .> 0, c, 1)] }),
      ("divisor", { c, x, _ in [x[0] / c] }),
    ]
    for (name, rule) in wrong {
      let y = sum(
        custom(name, of: [x]) {
          2 * $0[0]
        } pullback: {
          rule($0, $1, $2)
        })
      let expected =
        "\(name): x [3]: its pullback is not linear in the cotangent; multiply by the cotangent once"
      #expect(throws: ChainRuleError.self) { try y.gradient(withRespectTo: [x]) }
      do {
        _ = try y.jacobianVectorProduct(withRespectTo: [x], along: [x])
        Issue.record("\(name) was not refused")
      } catch let error as ChainRuleError { #expect("\(error)".hasPrefix(expected), "\(error)") }
    }
    let right: [Rule] = [
      { c, x, _ in [select(x[0] .> 0, c, 0)] }, { c, x, y in [c * x[0] / y - 3 * -c] },
      { c, _, _ in [Tensor.number(0).broadcast(to: [3])] },
      { c, x, _ in [cumulativeSum(c, along: 0) + sum(c)] },
    ]
    for rule in right {
      let y = sum(
        custom("right", of: [x]) {
          2 * $0[0]
        } pullback: {
          rule($0, $1, $2)
        })
      #expect(throws: Never.self) { try y.gradient(withRespectTo: [x]) }
    }
  }

  @Test(
    "What the expression captured has the derivative of the expression, and an operand that of the pullback")
  func captured() throws {
    let k = Tensor.parameter("k", shape: [])
    let y = custom("scaled", of: [x]) {
      $0[0] * squared(k)
    } pullback: { cotangent, _, _ in
      [10 * cotangent]
    }
    let at: Bindings<Double> = [x: [1, 2, 3], k: 5]
    let gradient = try sum(y).gradient(withRespectTo: [x, k])
    #expect(try gradient[x].evaluate(at: at) == [10, 10, 10])
    #expect(try gradient[k].evaluate(at: at) == 60)
    let tangent = try sum(y).jacobianVectorProduct(withRespectTo: [k], along: [1])
    #expect(try tangent.evaluate(at: at) == 60)
    let both = try sum(y).jacobianVectorProduct(withRespectTo: [x, k], along: [x, 1])
    #expect(try both.evaluate(at: at) == 120)
    #expect(try y.jacobian(withRespectTo: k).evaluate(at: at) == [10, 20, 30])
  }

  /// Refuses more rows at once than it is made for.
  struct FewRows: CustomOperation {
    let name = "fewRows"
    let isRowWise = true
    struct TooMany: Error {}
    func shape(of operands: [Shape]) -> Shape { operands[0] }
    func evaluate<S: TensorScalar>(_ operands: [NDArray<S>]) throws -> NDArray<S> {
      if operands[0].shape[0] > 3 { throw TooMany() }
      return operands[0].map { 2 * $0 }
    }
    func pullback(_ cotangent: Tensor, operands: [Tensor], output: Tensor) -> [Tensor?] { [2 * cotangent] }
  }

  @Test("An operation that goes row by row is given blocks of rows")
  func blocks() throws {
    let X = Tensor.input("X", shape: [.batch, 2])
    let program = try Program<Double>(computing: [sum(squared(Tensor.applying(FewRows(), to: [exp(X)])))])
    let data: Bindings<Double> = try [X: NDArray(repeating: 0, shape: [10, 2])]
    let limits = RowBlocks.Limits(leastRows: 1, rows: 3, mostChunks: 2)
    #expect(try program.run(data, blocking: limits, threads: 2).arrays[0] == 80)
    #expect(throws: FewRows.TooMany.self) { try program.run(data, blocking: nil, threads: 1) }
  }

  @Test("A wrong derivative is found by differences, a right one is not", arguments: [1, 1.001, -1, 0])
  func planted(_ mistake: Double) throws {
    let x = Tensor.input("x", shape: [3])
    let loss = sum(sin(Tensor.applying(Cube(mistake: mistake), to: [x])))
    let point: NDArray<Double> = [0.5, 1.25, -0.75]
    let gradient = try loss.gradient(withRespectTo: [x])[x].evaluate(at: [x: point]).elements
    let tangents = try (0..<3).map { position in
      try loss.jacobianVectorProduct(
        withRespectTo: [x], along: [Tensor.constant(.unit([3], at: position))]
      ).evaluate(at: [x: point]).scalar
    }
    let program = try Program<Double>(computing: [loss])
    let estimates = try CentralDifferences().gradient(at: point.elements) { moved in
      try program.run([x: NDArray(moved)]).arrays[0].scalar
    }
    for (position, estimate) in estimates.enumerated() {
      #expect(estimate.errorBound < 1e-6)
      #expect(estimate.agrees(with: gradient[position]) == (mistake == 1), "\(position)")
      #expect(estimate.agrees(with: tangents[position]) == (mistake == 1), "\(position)")
    }
  }
}

extension [Double] {
  fileprivate var array: NDArray<Double> { NDArray(self) }
}
