import ChainRule
import Testing

@Suite("Jacobians and Hessians")
struct JacobianTests {
  struct Function: Sendable, CustomTestStringConvertible {
    let name: String
    let shape: [Int]
    let apply: @Sendable (Tensor) -> Tensor
    var testDescription: String { name }

    init(_ name: String, _ shape: [Int], _ apply: @escaping @Sendable (Tensor) -> Tensor) {
      self.name = name
      self.shape = shape
      self.apply = apply
    }
  }

  static let M = Tensor.constant([[2, 1, 0.5], [-1, 3, 0.25]])

  /// One or more of each family that takes another path when it is followed for many directions at once.
  static let functions: [Function] = [
    Function("wide", [3]) { M • tanh($0) },
    Function("tall", [2]) { exp($0) • M },
    Function("square", [3]) { $0 * sum($0) },
    Function("scalar in", []) { Tensor.constant([1, 2, 3]) * squared($0) },
    Function("scalar out", [4]) { product($0) },
    Function("scalar both", []) { sin($0) * $0 },
    Function("matrix to matrix", [2, 3]) { ($0 * $0).transposed() },
    Function("matrix to scalar", [2, 3]) { norm($0) },
    Function("vector to matrix", [3]) { outer($0, exp($0)) },
    Function("rows of nothing", [0]) { squared($0) },
    Function("no rows of two", [0, 2]) { $0 * sum($0, along: [1], keepingAxes: true) },
    Function("softmax", [2, 3]) { softmax($0) },
    Function("logSoftmax", [3]) { logSoftmax($0) },
    Function("cumulativeSum", [4]) { cumulativeSum(squared($0), along: 0, reversed: true) },
    Function("sorted", [4]) { sorted($0 * Tensor.constant([3, -1, 2, -4])) },
    Function("topK", [4]) { topK(squared($0), 2) },
    Function("max", [2, 3]) { max($0 * M, along: [1]) },
    Function("logSumExp", [2, 3]) { logSumExp($0, along: [0]) },
    Function("variance", [2, 3]) { variance($0, along: [1], correction: 1) },
    Function("gather", [3]) { gather(exp($0), .indices([2, 0, 2, 1, 1]), along: 0) },
    Function("scatterAdd", [4]) { scatterAdd(exp($0), .indices([1, 0, 1, 1]), along: 0, length: 3) },
    Function("slices and pads", [4]) { pad($0[.range(1..<4, by: 2)] * $0[0], before: [1], after: [2]) },
    Function("flipped and rolled", [4]) { $0.flipped() * $0.rolled(by: 1, along: 0) },
    Function("stacked", [3]) { stack([$0, squared($0)], along: 1) },
    Function("tiled", [2]) { ($0 * $0).tiled([3]) },
    Function("triangles", [2, 2]) { lowerTriangle($0) • upperTriangle($0) },
    Function("diagonal", [2, 3]) { diagonal($0) * diagonalMatrix(diagonal($0)) },
    Function("solve", [2, 2]) { solve($0 + Tensor.constant([[3, 0], [0, 3]]), $0) },
    Function("inverse", [2, 2]) { inverse($0 + Tensor.constant([[3, 0], [0, 3]])) },
    Function("determinant", [2, 2]) { determinant($0) },
    Function("cholesky", [2, 2]) { cholesky($0 + Tensor.constant([[5, 0], [0, 5]])) },
    Function("einsum", [2, 3]) { einsum("ij,ik->jk", $0, exp($0)) },
    Function("batched product", [2, 2, 2]) { $0 • $0.transposed(axes: [0, 2, 1]) },
    Function("select", [4]) { select($0 .> 1, sqrt($0 - 1), squared($0)) },
    Function("power", [3]) { pow($0, $0) },
    Function("polygamma", [3]) { polygamma(1, $0) },
    Function("custom", [3]) { Tensor.applying(Cube(), to: [$0]) * sum($0) },
    Function("constant", [3]) { _ in Tensor.constant([1, 2]) },
  ]

  @Test("Rows are products with the transposed Jacobian, columns products with it", arguments: functions)
  func rowsAndColumns(_ function: Function) throws {
    let x = Tensor.parameter("x", shape: Shape(function.shape), initial: try .drawn(function.shape))
    let y = function.apply(x)
    let (rows, value) = (try y.shape, try y.evaluate())
    let jacobian = try y.jacobian(withRespectTo: x).evaluate()
    #expect(jacobian.shape == value.shape + function.shape)
    let columns = function.shape.reduce(1, *)
    let direction = Tensor.input("t", shape: Shape(function.shape))
    let weights = Tensor.input("c", shape: rows)
    let tangent = try y.jacobianVectorProduct(withRespectTo: [x], along: [direction])
    let pulled = try y.vectorJacobianProduct(of: weights, withRespectTo: [x])[x]
    let forward = try Program<Double>(computing: [tangent, direction])
    let backward = try Program<Double>(computing: [pulled, weights])
    let elements = jacobian.elements
    for column in 0..<columns {
      let found = try forward.run([direction: .unit(function.shape, at: column)]).arrays[0].elements
      let expected = (0..<value.count).map { elements[$0 * columns + column] }
      #expect(NDArray(found).isClose(to: NDArray(expected)), "column \(column)")
    }
    for row in 0..<value.count {
      let found = try backward.run([weights: .unit(value.shape, at: row)]).arrays[0].elements
      let expected = Array(elements[row * columns..<(row + 1) * columns])
      #expect(NDArray(found).isClose(to: NDArray(expected)), "row \(row)")
    }
  }

  @Test("The Jacobian of a linear map is its matrix, whichever way it is longer")
  func linear() throws {
    let matrix: NDArray<Double> = [[2, 1, 0.5], [-1, 3, 0.25]]
    let (x, z) = (Tensor.parameter("x", shape: [3]), Tensor.parameter("z", shape: [2]))
    #expect(try (Self.M • x).jacobian(withRespectTo: x).evaluate() == matrix)
    let transposed = try (z • Self.M).jacobian(withRespectTo: z).evaluate()
    #expect(transposed == [[2, -1], [1, 3], [0.5, 0.25]])
    // A tensor by itself: the unit matrix; by another: zeros.
    #expect(try x.jacobian(withRespectTo: x).evaluate() == [[1, 0, 0], [0, 1, 0], [0, 0, 1]])
    #expect(try x.jacobian(withRespectTo: z).evaluate() == NDArray(repeating: 0, shape: [3, 2]))
  }

  @Test("It follows as many directions as the shorter side has elements, no more")
  func directions() throws {
    let map = Tensor.input("M", shape: [100, 2])
    let (short, long) = (Tensor.input("s", shape: [2]), Tensor.input("l", shape: [100]))
    for (output, variable) in [(tanh(map • short), short), (tanh(long) • map, long)] {
      let jacobian = try output.jacobian(withRespectTo: variable)
      let greatest = Traversal(from: [jacobian.node]).nodes.map(\.shape.fixedCount).max()
      #expect(greatest == 2 * 100, "\(output)")
    }
  }

  @Test("Rows on one side or on both become axes of the Jacobian")
  func symbolic() throws {
    let X = Tensor.input("X", shape: [.batch, 2])
    let w = Tensor.parameter("w", shape: [2])
    let data: Bindings<Double> = [X: [[1, 2], [3, 4], [5, 6]], w: [0.5, -1]]
    let line = tanh(X • w)
    let byWeights = try line.jacobian(withRespectTo: w)
    #expect(try byWeights.shape == [.batch, 2])
    let slope = try (1 - squared(line)).evaluate(at: data).elements
    let expected = try NDArray(
      shape: [3, 2], elements: [1, 2, 3, 4, 5, 6].enumerated().map { $1 * slope[$0 / 2] })
    #expect(try byWeights.evaluate(at: data).isClose(to: expected))
    let byRows = try line.jacobian(withRespectTo: X)
    #expect(try byRows.shape == [.batch, .batch, 2])
    let value = try byRows.evaluate(at: data)
    for (row, other) in [(0, 0), (0, 1), (1, 1), (2, 0), (2, 2)] {
      let weights = [0.5, -1].map { row == other ? $0 * slope[row] : 0 }
      #expect(Swift.abs(value[row, other, 0] - weights[0]) < 1e-14)
      #expect(Swift.abs(value[row, other, 1] - weights[1]) < 1e-14)
    }
    let none = try byRows.evaluate(at: [X: NDArray(shape: [0, 2], elements: []), w: [1, 1]])
    #expect(none.shape == [0, 0, 2])
  }

  @Test("Intermediate values and names are variables like any other")
  func intermediates() throws {
    let x = Tensor.parameter("x", shape: [2], initial: [0.5, 2])
    let middle = exp(x)
    let named = middle.named("m")
    let y = squared(named) * middle
    let expected: NDArray<Double> = try NDArray(
      shape: [2, 2],
      elements: [3 * squared(middle[0]), 0, 0, 3 * squared(middle[1])].map { try $0.evaluate().scalar })
    #expect(try y.jacobian(withRespectTo: named).evaluate().isClose(to: expected))
    #expect(try y.jacobian(withRespectTo: middle).evaluate().isClose(to: expected))
  }

  @Test("A Jacobian is an expression: it is differentiated again, printed and run in single precision")
  func again() throws {
    let x = Tensor.parameter("x", shape: [2], initial: [1, 2])
    let first = try (x * x * x).jacobian(withRespectTo: x)
    let second = try first.jacobian(withRespectTo: x).evaluate()
    // ∂²xᵢ³/∂xᵢ² = 6xᵢ where all three indices agree.
    #expect(second == (try NDArray(shape: [2, 2, 2], elements: [6, 0, 0, 0, 0, 0, 0, 12])))
    let floats = try Program<Float>(computing: [first]).run([:]).arrays[0]
    #expect(floats == [[3, 0], [0, 12]])
    #expect(!first.formula.unicode.isEmpty)
  }
}
