import ChainRule
import Testing

@Suite("Broadcasting and comparison")
struct BroadcastingTests {
  let column = Tensor.input("u", shape: [.batch, 1])
  let vector = Tensor.input("y", shape: [.batch])

  @Test("Rows meet rows at an explicit axis, and a column meets a vector nowhere")
  func pairs() throws {
    let other = vector.reshaped(to: [1, .batch])
    #expect(try (column - other).shape == [.batch, .batch])
    #expect(throws: ChainRuleError.self) { try (column - vector).shape }
    #expect(throws: ChainRuleError.self) { try (vector - column).shape }
    // Where one operand already pairs rows with rows, a vector of rows may join.
    #expect(try ((column - other) * vector).shape == [.batch, .batch])
  }

  @Test(
    "Comparisons are 1 where they hold and 0 elsewhere, with derivative 0", arguments: Comparison.allCases)
  func comparisons(_ comparison: Comparison) throws {
    let a = Tensor.parameter("a", shape: [5])
    let b = Tensor.parameter("b", shape: [])
    let tensor = Tensor.recording(.comparison(comparison), [a, b])
    let values = NDArray<Double>([-1, 0, 1, 2, .infinity])
    let expected = values.elements.map { Reference.holds(comparison, $0, 1) ? 1.0 : 0 }
    #expect(try tensor.evaluate(at: [a: values, b: 1]).elements == expected)
    let gradient = try sum(tensor * a).gradient(withRespectTo: [a, b])
    let derivatives = try Program<Double>(computing: gradient.derivatives + [a, b]).run([a: values, b: 1])
    #expect(derivatives.arrays[0].elements == expected)
    #expect(derivatives.arrays[1] == 0)
  }

  @Test("The forms of an operator with numbers are the same operation")
  func numbers() throws {
    let x = Tensor.parameter("x", shape: [])
    let (double, float, integer): (Double, Float, Int) = (4, 4, 4)
    let forms: [[Tensor]] = [
      [x + 4, x + 4.0, x + double, x + float, x + integer, 4 + x, double + x, integer + x],
      [x - 4, x - double, x - float, x - integer], [4 - x, double - x, float - x, integer - x],
      [x * 4, x * double, integer * x, float * x], [x / 4, x / double, x / integer],
      [4 / x, double / x, integer / x], [x .< 4, x .< double, x .< integer], [4 .<= x, double .<= x],
      [pow(x, 4), pow(x, double), pow(x, integer)], [maximum(x, 4), maximum(x, double), maximum(x, integer)],
      [minimum(x, 4), minimum(x, float), minimum(x, integer)],
    ]
    let expected: [Double] = [7, -1, 1, 12, 0.75, 4.0 / 3, 1, 0, 81, 4, 3]
    for (tensors, value) in zip(forms, expected) {
      for tensor in tensors { #expect(try tensor.evaluate(at: [x: 3]).scalar == value) }
    }
  }
}
