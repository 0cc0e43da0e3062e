import ChainRule
import Testing

@Suite("Simplification")
struct SimplifierTests {
  @Test("The simplified graph of any gradient has the values of the graph it came from", arguments: 0..<200)
  func sameValues(seed: Int) throws {
    var graph = try RandomGraph(seed: UInt64(seed))
    let loss = graph.loss()
    let gradient = try loss.gradient(withRespectTo: graph.leaves)
    for tensor in [loss] + gradient.derivatives {
      let simplified = Formula.simplified(tensor)
      #expect(try simplified.shape == tensor.shape)
      let values = try Program<Double>(computing: [tensor, simplified] + graph.leaves).run(graph.bindings)
      let (plain, other) = (values.arrays[0], values.arrays[1])
      let size = plain.elements.map(Swift.abs).max() ?? 0
      // Algebra reorders sums and quotients: a few roundings for each of some forty operations.
      #expect(
        plain.isApproximatelyEqual(
          to: other, relativeTolerance: 1e-11, absoluteTolerance: 1e-11 * max(size, 1)),
        "seed \(seed): \(tensor.formula) is \(other), not \(plain)")
    }
  }

  @Test(
    "No power is too high: exponents end where numbers stop being exact, and powers of those stand as they are"
  )
  func highPowers() {
    let x = Tensor.parameter("x", shape: [2])
    var (product, square, number) = (x, x, 3 * x)
    for _ in 0..<63 { product = product * product }
    for _ in 0..<64 { square = squared(square) }
    for _ in 0..<63 { number = squared(number) }
    #expect(product.formula.unicode == "(x⁴⁵⁰³⁵⁹⁹⁶²⁷³⁷⁰⁴⁹⁶ ⊙ x⁴⁵⁰³⁵⁹⁹⁶²⁷³⁷⁰⁴⁹⁶)¹⁰²⁴")
    #expect(square.formula.unicode == "((x⁴⁵⁰³⁵⁹⁹⁶²⁷³⁷⁰⁴⁹⁶)²)²⁰⁴⁸")
    #expect(number.formula.unicode == "((∞ · x⁴⁵⁰³⁵⁹⁹⁶²⁷³⁷⁰⁴⁹⁶)²)¹⁰²⁴")
    #expect(pow(x, 1 << 60).formula.unicode == "x^(1.152921504606847e18)")
  }

  @Test("Numbers are calculated exactly, and decimals are those that were written")
  func exactNumbers() throws {
    let a = Tensor.parameter("a", shape: [2])
    let n = Tensor.extent(.batch)
    let cases: [(Tensor, String)] = [
      (0.1 * a + 0.2 * a, "0.3a"), (0.5 * (a / 0.5), "a"), (a / 3 + a / 6, "1/2 · a"), (0.1 * a * 3, "0.3a"),
      (-squared(n) / 2, "−N²/2"), (a * 1e300 * 1e300, "∞ · a"), (1e-8 * a * 1e-8, "1e-16 · a"),
      (a / 3 / 7 / 11 * 231, "a"), (0.7 * a - 0.1 * a - 0.6 * a, "𝟎"),
    ]
    for (tensor, expected) in cases { #expect(tensor.formula.unicode == expected) }
  }

  @Test("The text of dependent steps is linear in their number")
  func dependentSteps() throws {
    func lengths(_ steps: Int) throws -> (value: Int, gradient: Int) {
      let x = Tensor.parameter("x", shape: [])
      var u = x
      for _ in 0..<steps { u = u + 0.1 * sin(u) }
      let gradient = try u.gradient(withRespectTo: [x])[x]
      return (u.formula.unicode.utf8.count, gradient.formula.unicode.utf8.count)
    }
    let (short, long) = try (lengths(200), lengths(800))
    // Names of parts grow by a digit.
    #expect(Double(long.value) < 5 * Double(short.value))
    #expect(Double(long.gradient) < 5 * Double(short.gradient))
    #expect(long.value < 150_000 && long.gradient < 900_000)
  }
}
