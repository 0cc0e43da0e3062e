import ChainRule
import Testing

@Suite("Double-double arithmetic")
struct DoubleDoubleTests {
  @Test("Double-double sums keep what a double loses")
  func doubleDouble() {
    var sum = DoubleDouble(1e30)
    sum.add(1)
    sum.add(-1e30)
    #expect(sum.rounded == 1)
    var plain = 1e30
    plain += 1
    plain -= 1e30
    #expect(plain == 0)
    // (1 + 2⁻⁵²)² = 1 + 2⁻⁵¹ + 2⁻¹⁰⁴, of which a double has only the first two.
    let square = DoubleDouble(product: 1.0.nextUp, 1.0.nextUp)
    #expect(square.high == 1 + 0x1p-51 && square.low == 0x1p-104)
    var difference = square.times(3)
    difference.add(product: -3, square)
    #expect(difference.rounded == 0)
  }

  @Test("A sum keeps its digits where the high parts cancel")
  func cancellation() {
    let a = DoubleDouble(1, 0x1p-60)
    let b = DoubleDouble(1, -0x1p-70)
    #expect((a - b).rounded == 0x1p-60 + 0x1p-70)
  }

  @Test("What is divided and multiplied back, or rooted and squared, differs by the bound at most")
  func inverses() {
    var draw = SeededGenerator(seed: 3)
    for _ in 0..<10_000 {
      let a = DoubleDouble(draw.uniform() + 0.1, draw.uniform() * 0x1p-54)
      let b = DoubleDouble(draw.uniform() + 0.1, draw.uniform() * 0x1p-54)
      let quotient = a / b * b - a
      #expect(abs(quotient.rounded) <= 2 * DoubleDouble.roundoff * a.rounded)
      let root = a.squareRoot() * a.squareRoot() - a
      #expect(abs(root.rounded) <= 3 * DoubleDouble.roundoff * a.rounded)
    }
  }

  @Test("Infinities and NaN pass through")
  func notFinite() {
    let infinity = DoubleDouble(.infinity)
    #expect((infinity + DoubleDouble(1)).high == .infinity)
    #expect((infinity - infinity).high.isNaN)
    #expect((DoubleDouble(1) / DoubleDouble(0)).high == .infinity)
    #expect((DoubleDouble(1) / infinity).rounded == 0)
    #expect((DoubleDouble(1e300) * DoubleDouble(1e300)).high == .infinity)
    #expect(DoubleDouble(-1).squareRoot().high.isNaN)
  }
}
