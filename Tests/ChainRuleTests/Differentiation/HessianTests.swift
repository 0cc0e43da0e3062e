import ChainRule
import GradientChecking
import Testing

@Suite("Hessians and their products")
struct HessianTests {
  typealias Function = JacobianTests.Function

  static let functions: [Function] = [
    Function("quadratic form", [3]) { dot($0, Tensor.constant([[2, 1, 0], [0, 3, 1], [1, 1, 1]]) • $0) },
    Function("product", [3]) { product($0) },
    Function("logSumExp", [3]) { logSumExp($0) },
    Function("norm", [3]) { norm($0) },
    Function("entropy", [3]) { -sum($0 * log($0)) },
    Function("matrix", [2, 2]) { logDeterminant($0 + Tensor.constant([[3, 0], [0, 3]])) },
    Function("softmax", [2, 2]) { sum(squared(softmax($0))) },
    Function("select", [3]) { sum(select($0 .> 1, squared($0) * $0, exp($0))) },
    Function("gather", [3]) { sum(squared(gather($0, .indices([0, 0, 2]), along: 0))) * sum($0) },
    Function("sorted", [3]) { sum(sorted($0) * Tensor.constant([1, 2, 3]) * exp($0)) },
    Function("standardDeviation", [4]) { standardDeviation($0, correction: 1) },
    Function("custom", [3]) { sum(Tensor.applying(Cube(), to: [$0])) * sum($0) },
    Function("scalar", []) { sin($0) * exp($0) },
    Function("linear", [2]) { sum(3 * $0) },
    Function("nothing", [0]) { sum(squared($0)) },
  ]

  @Test("The data of a loss serve its derivatives, which need not read them all")
  func surplusData() throws {
    let (X, y) = (Tensor.input("X", shape: [.batch, 2]), Tensor.input("y", shape: [.batch]))
    let w = Tensor.parameter("w", shape: [2])
    let data: Bindings<Double> = [X: [[1, 0], [1, 2]], y: [3, 4], w: [5, 6]]
    let hessian = try mean(squared(X • w - y)).hessian(withRespectTo: w).evaluate(at: data)
    #expect(hessian == [[2, 2], [2, 4]])
    #expect(try sum(squared(w)).hessian(withRespectTo: w).evaluate(at: data) == [[2, 0], [0, 2]])
    // What is read must still be bound, and once.
    #expect(throws: ChainRuleError.self) { try (X • w).evaluate(at: [w: [5, 6], y: [3, 4]]) }
    let twice: Bindings<Double> = [w: [5, 6], w: [5, 6]]
    #expect(throws: ChainRuleError.self) { try w.evaluate(at: twice) }
  }

  @Test("Data are multiplied with each other, not with unit vectors")
  func dataTimesData() throws {
    let (X, y) = (Tensor.input("X", shape: [.batch, 5]), Tensor.input("y", shape: [.batch]))
    let (w, s) = (Tensor.parameter("w", shape: [5]), Tensor.input("s", shape: [.batch]))
    let losses = [
      mean(squared(X • w - y)), mean(softplus(X • w) - y * (X • w)), sum(s * exp(-(w • X.transposed()) / 3)),
      mean(-2 * squared(s - X • w) / y) + 0.1 * sum(squared(w)),
    ]
    for loss in losses {
      let hessian = try loss.hessian(withRespectTo: w)
      let plan = try Program<Double>(computing: [hessian]).plan(rows: 2000)
      // Beside XᵀDX there is at most the predictor that D is made of.
      let products = plan.passes.flatMap(\.instructions).filter { $0.operation == "matmul" }
      #expect(products.count <= 2 && !products.isEmpty, "\(plan)")
      let data: Bindings<Double> = [
        X: try .uniform(in: -1..<1, shape: [2000, 5], seed: 1), y: try .drawn([2000], seed: 2),
        s: try .drawn([2000], seed: 3), w: [0.1, 0.2, -0.3, 0.4, 0.5],
      ]
      let direction = Tensor.input("t", shape: [5])
      let product = try loss.hessianVectorProduct(withRespectTo: [w], along: [direction])[w]
      let matrix = try hessian.evaluate(at: data)
      for column in 0..<5 {
        var bindings = data
        bindings[direction] = try .unit([5], at: column)
        let found = try product.evaluate(at: bindings)
        #expect(found.isClose(to: NDArray((0..<5).map { matrix[$0, column] })))
      }
    }
  }

  @Test("The derivative of Aw is A, whatever its elements are")
  func notFinite() throws {
    let (A, w) = (Tensor.input("A", shape: [2, 2]), Tensor.parameter("w", shape: [2]))
    let array = try NDArray(rows: [[Double.infinity, 1], [-0.0, -.infinity]])
    let found = try (A • w).jacobian(withRespectTo: w).evaluate(at: [A: array, w: [1, 1]])
    #expect(found == array && found.elements[2].sign == .minus)
  }

  @Test("The Hessian is symmetric, and its columns are its products with unit vectors", arguments: functions)
  func columns(_ function: Function) throws {
    let x = Tensor.parameter("x", shape: Shape(function.shape), initial: try .drawn(function.shape))
    let loss = function.apply(x)
    let hessian = try loss.hessian(withRespectTo: x).evaluate()
    #expect(hessian.shape == function.shape + function.shape)
    let count = function.shape.reduce(1, *)
    let elements = hessian.elements
    let direction = Tensor.input("t", shape: Shape(function.shape))
    let product = try loss.hessianVectorProduct(withRespectTo: [x], along: [direction])[x]
    let program = try Program<Double>(computing: [product, direction])
    for column in 0..<count {
      let found = try program.run([direction: .unit(function.shape, at: column)]).arrays[0].elements
      let (down, across) = (
        (0..<count).map { elements[$0 * count + column] }, (0..<count).map { elements[column * count + $0] }
      )
      #expect(NDArray(found).isClose(to: NDArray(down)), "column \(column)")
      #expect(NDArray(across).isClose(to: NDArray(down)), "row and column \(column)")
    }
  }

  @Test("The product along a direction is how the gradient changes there", arguments: functions)
  func differences(_ function: Function) throws {
    let shape = function.shape
    let point = try NDArray.drawn(shape)
    let direction = try NDArray.drawn(shape, seed: 2)
    let x = Tensor.input("x", shape: Shape(shape))
    let loss = function.apply(x)
    let gradient = try loss.gradient(withRespectTo: [x])[x]
    let product = try loss.hessianVectorProduct(withRespectTo: [x], along: [Tensor.constant(direction)])[x]
    let found = try Program<Double>(computing: [product, x]).run([x: point]).arrays[0].elements
    let program = try Program<Double>(computing: [gradient, x])
    for position in found.indices {
      let estimate = try CentralDifferences().directionalDerivative(
        at: point.elements, along: direction.elements
      ) { moved in
        try program.run([x: NDArray(shape: shape, elements: moved)]).arrays[0].elements[position]
      }
      #expect(
        estimate.agrees(with: found[position]) && estimate.errorBound < 1e-5, "\(position): \(estimate)")
    }
  }

  @Test("Closed forms")
  func closedForms() throws {
    let x = Tensor.parameter("x", shape: [3], initial: [1, 2, 4])
    let A: NDArray<Double> = [[2, 1, 0], [0, 3, 1], [1, 1, 1]]
    let form = dot(x, Tensor.constant(A) • x)
    #expect(try form.hessian(withRespectTo: x).evaluate() == [[4, 1, 1], [1, 6, 2], [1, 2, 2]])
    // ∂²xyz = the third.
    #expect(try product(x).hessian(withRespectTo: x).evaluate() == [[0, 4, 2], [4, 0, 1], [2, 1, 0]])
    // diag(p) − ppᵀ.
    let p = softmax(x)
    let expected = try (diagonalMatrix(p) - outer(p, p)).evaluate()
    #expect(try logSumExp(x).hessian(withRespectTo: x).evaluate().isClose(to: expected))
    // (I − uuᵀ)/‖x‖.
    let u = x / norm(x)
    let curved = try ((diagonalMatrix(Tensor.constant([1, 1, 1])) - outer(u, u)) / norm(x)).evaluate()
    #expect(try norm(x).hessian(withRespectTo: x).evaluate().isClose(to: curved))
    // A⁻¹ twice: ∂²log det A/∂Aᵢⱼ∂Aₖₗ = −(A⁻¹)ⱼₖ(A⁻¹)ₗᵢ.
    let S = Tensor.parameter("S", shape: [2, 2], initial: [[3, 1], [0.5, 2]])
    let inverted = inverse(S)
    let fourth = try (-einsum("jk,li->ijkl", inverted, inverted)).evaluate()
    #expect(try logDeterminant(S).hessian(withRespectTo: S).evaluate().isClose(to: fourth))
  }

  @Test("With several variables the product has the mixed derivatives")
  func several() throws {
    let x = Tensor.parameter("x", shape: [2], initial: [1, 2])
    let y = Tensor.parameter("y", shape: [2], initial: [3, 5])
    let (s, t) = (Tensor.constant([1, 10]), Tensor.constant([100, 1000]))
    let product = try sum(x * x * y).hessianVectorProduct(withRespectTo: [x, y], along: [s, t])
    // ∂ₓ = 2xy: 2ys + 2xt; ∂ᵧ = x²: 2xs.
    #expect(try product[x].evaluate() == [206, 4100])
    #expect(try product[y].evaluate() == [2, 40])
    let alone = try sum(x * x * y).hessianVectorProduct(withRespectTo: [x], along: [s])
    #expect(try alone[x].evaluate() == [6, 100])
  }

  @Test("The Hessian of a loss over rows is that of least squares, 2/N XᵀX")
  func leastSquares() throws {
    let X = Tensor.input("X", shape: [.batch, 2])
    let y = Tensor.input("y", shape: [.batch])
    let w = Tensor.parameter("w", shape: [2], initial: [0, 0])
    let hessian = try mean(squared(X • w - y)).hessian(withRespectTo: w)
    #expect(try hessian.shape == [2, 2])
    let data: Bindings<Double> = [X: [[1, 2], [3, 4], [5, 6]]]
    let expected = try (X.transposed() • X * 2 / Tensor.extent(.batch)).evaluate(at: data)
    #expect(try hessian.evaluate(at: data).isClose(to: expected))
    // By the rows themselves: [N, N], on the diagonal 2/N.
    let byTargets = try mean(squared(X • w - y)).hessian(withRespectTo: y)
    #expect(try byTargets.shape == [.batch, .batch])
    let value = try Program<Double>(computing: [byTargets, y]).run([y: [1, 2, 3, 4]]).arrays[0]
    #expect(value[0, 0] == 0.5 && value[3, 3] == 0.5 && value[0, 3] == 0)
  }
}
