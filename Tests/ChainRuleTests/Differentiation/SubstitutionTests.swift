import ChainRule
import Testing

@Suite("Substitution, stopped gradients, and values in one call")
struct SubstitutionTests {
  let x = Tensor.parameter("x", shape: [2], initial: [1, 2])
  let y = Tensor.parameter("y", shape: [2], initial: [3, 5])
  let X = Tensor.input("X", shape: [.batch, 2])

  @Test("Value and derivative after a substitution are those of the expression written out")
  func writtenOut() throws {
    let f = sum(sin(x) * x * y)
    let g = f.substituting(exp(y), for: x)
    let plain = sum(sin(exp(y)) * exp(y) * y)
    #expect(try g.evaluate() == plain.evaluate())
    let (found, expected) = (
      try g.gradient(withRespectTo: [y])[y].evaluate(), try plain.gradient(withRespectTo: [y])[y].evaluate()
    )
    #expect(found.isClose(to: expected))
    #expect(g.parameters == [y])
    // What it was made of stays what it was.
    #expect(try f.evaluate() == sum(sin(x) * x * y).evaluate() && f.parameters == [x, y])
  }

  @Test("A replacement may contain what it replaces")
  func itself() throws {
    let f = sum(squared(x))
    let g = f.substituting(3 * x + 1, for: x)
    #expect(try g.evaluate() == 65)
    // d(3x + 1)² = 6(3x + 1).
    #expect(try g.gradient(withRespectTo: [x])[x].evaluate() == [24, 42])
    #expect(f.substituting(x, for: x) == f)
  }

  @Test("Two tensors change places by way of a third")
  func swap() throws {
    let f = x / y
    let third = Tensor.input("t", shape: [2])
    let swapped = f.substituting(third, for: x).substituting(x, for: y).substituting(y, for: third)
    #expect(try swapped.evaluate() == [3, 2.5])
    #expect(try f.evaluate() == NDArray([1.0 / 3, 0.4]))
    #expect(try sum(swapped).gradient(withRespectTo: [x, y])[y].evaluate() == [1, 0.5])
    // Without the third, both are one.
    #expect(try f.substituting(y, for: x).substituting(x, for: y).evaluate() == [1, 1])
  }

  @Test("In a gradient, a Hessian or a Jacobian, it moves the point")
  func derivativeGraphs() throws {
    let f = sum(x * x * x * y)
    let gradient = try f.gradient(withRespectTo: [x])[x]
    let moved = gradient.substituting(Tensor.constant([10, 20]), for: x)
    #expect(try moved.evaluate() == [900, 6000])
    let hessian = try f.hessian(withRespectTo: x).substituting(y, for: x)
    #expect(try hessian.evaluate() == [[54, 0], [0, 150]])
    let jacobian = try squared(x).jacobian(withRespectTo: x).substituting(y, for: x)
    #expect(try jacobian.evaluate() == [[6, 0], [0, 10]])
    // The derivative of the moved gradient in what it was moved to.
    let through = try sum(gradient.substituting(exp(y), for: x)).gradient(withRespectTo: [y])[y]
    let plain = try sum(3 * squared(exp(y)) * y).gradient(withRespectTo: [y])[y]
    #expect(try through.evaluate().isClose(to: plain.evaluate()))
  }

  @Test("Intermediate values are replaced, under any of their names, and rows stay rows")
  func intermediates() throws {
    let line = (X • x).named("ŷ")
    let loss = mean(squared(line))
    let data: Bindings<Double> = [X: [[1, 2], [3, 4]]]
    #expect(
      try loss.substituting(2 * line, for: line).evaluate(at: data) == 4
        * loss.evaluate(at: data).scalar.array)
    let doubled = loss.substituting(2 * X, for: X)
    #expect(try doubled.evaluate(at: data).scalar == 4 * loss.evaluate(at: data).scalar)
    #expect(try doubled.shape == [] && doubled.inputs == [X])
  }

  @Test("A stopped gradient is a constant, in both modes and to second order")
  func stopped() throws {
    let s = stopGradient(x)
    #expect(try s.evaluate() == x.evaluate())
    let f = sum(s * x * x)
    // s x² with s held fixed: 2sx, and then 2s.
    #expect(try f.gradient(withRespectTo: [x])[x].evaluate() == [2, 8])
    #expect(try f.hessian(withRespectTo: x).evaluate() == [[2, 0], [0, 4]])
    let tangent = try (s * x).jacobianVectorProduct(withRespectTo: [x], along: [Tensor.constant([10, 100])])
    #expect(try tangent.evaluate() == [10, 200])
    #expect(try (s * x).jacobian(withRespectTo: x).evaluate() == [[1, 0], [0, 2]])
    #expect(try sum(s).gradient(withRespectTo: [x])[x].evaluate() == [0, 0])
    #expect(try s.jacobianVectorProduct(withRespectTo: [x], along: [x]).evaluate() == [0, 0])
    let product = try f.hessianVectorProduct(withRespectTo: [x], along: [Tensor.constant([1, 10])])
    #expect(try product[x].evaluate() == [2, 40])
    // The stopped tensor is a variable of its own.
    #expect(try f.gradient(withRespectTo: [s])[s].evaluate() == [1, 4])
  }

  @Test("Parameters and inputs come in the order in which the graph meets them, each once")
  func leaves() {
    let k = Tensor.indices("k", shape: [.batch], below: 2)
    let loss = mean(squared(X • x + gather(y, k, along: 0) - X • x))
    #expect(loss.parameters == [x, y])
    #expect(loss.inputs == [X, k])
    #expect(loss.named("l").parameters == [x, y])
    #expect(Tensor(1).parameters.isEmpty && Tensor(1).inputs.isEmpty)
    #expect((x + Tensor.input("m", shape: [7])).parameters.isEmpty)
    #expect(stopGradient(x).parameters == [x])
  }

  @Test("Value and gradient come out of one call")
  func oneCall() throws {
    let loss = mean(squared(X • x - 1))
    let data: Bindings<Double> = [X: [[1, 2], [3, 4]]]
    // Residuals 4 and 10: the mean of 16 and 100, and 2/2 · Xᵀr.
    let found = try loss.valueWithGradient(withRespectTo: [x], at: data)
    #expect(found.value == 58 && found.gradient == [[34, 48]])
    #expect(try loss.evaluate(at: data) == 58)
    let moved = try loss.valueWithGradient(withRespectTo: [x], at: [X: [[1, 2], [3, 4]], x: [0, 0]])
    #expect(moved.value == 1 && moved.gradient == [[-4, -6]])
    #expect(try loss.valueWithGradient(withRespectTo: [], at: data).gradient.isEmpty)
    let other = try loss.valueWithGradient(withRespectTo: [y, x], at: data)
    #expect(other.gradient == [[0, 0], [34, 48]])
  }

  @Test("A function of arrays has a gradient at a point, without a word of tensors")
  func closures() throws {
    #expect(try gradient(at: [1, 2, 3]) { x in sum(squared(x)) } == [2, 4, 6])
    // A subscript of the one argument does not make it several.
    let slope = try gradient(at: [1, 2]) { x in squared(x[0]) * x[1] }
    #expect(slope == [4, 1])
    let both = try valueWithGradient(at: [[1, 2], [3, 4]]) { (x: Tensor) in determinant(x) }
    #expect(both.value == -2 && both.gradient == [[[4, -3], [-2, 1]]])
    let several = try gradients(at: [[1, 2], 3]) { x in sum(x[0]) * x[1] }
    #expect(several == [[3, 3], 3])
    #expect(try gradients(at: [[1, 2], 3]) { x in sum(x[0]) } == [[1, 1], 0])
    #expect(try gradients(at: []) { _ in 5 }.isEmpty)
    struct Stop: Error {}
    #expect(throws: Stop.self) { try gradient(at: 1) { (_: Tensor) in throw Stop() } }
    // A gradient in a gradient: d/dx |d/dx x³| at 2 is 6x = 12.
    let nested = try gradient(at: 2) { (x: Tensor) in try (x * x * x).gradient(withRespectTo: [x])[x] }
    #expect(nested == 12)
  }

  @Test("In single precision, values and gradients are those in double precision, rounded once or twice")
  func singlePrecision() throws {
    let loss = mean(squared(X • x - 1))
    let gradient = try loss.gradient(withRespectTo: [x])[x]
    let product = try loss.hessianVectorProduct(withRespectTo: [x], along: [y])[x]
    let values = try Program<Float>(computing: [loss, gradient, product]).run([X: [[1, 2], [3, 4]]])
    // XᵀX y = [[10, 14], [14, 20]] y.
    #expect(values.arrays == [58, [34, 48], [100, 142]])
  }
}

extension Double {
  fileprivate var array: NDArray<Double> { NDArray(self) }
}

private func * (factor: Double, array: NDArray<Double>) -> NDArray<Double> { array.map { factor * $0 } }
