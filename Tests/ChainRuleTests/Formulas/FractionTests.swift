import ChainRule
import Testing

@Suite("Exact fractions and coefficients")
struct FractionTests {
  @Test("Fractions are in lowest terms, with the sign above")
  func lowestTerms() {
    #expect(Fraction(-6, over: -4) == Fraction(3, over: 2))
    #expect(Fraction(6, over: -4) == Fraction(-3, over: 2))
    #expect(Fraction(0, over: -7) == Fraction(0))
    #expect(Fraction(1, over: 0) == nil)
    #expect(Fraction(0).reciprocal == nil)
    #expect(Fraction(.min, over: .min) == Fraction(1))
    #expect(Fraction(.min, over: 1) == nil && Fraction(1, over: .min) == nil)
  }

  @Test(
    "A decimal stands for its shortest text",
    arguments: [
      (0.1, 1, 10), (-2.5, -5, 2), (1e-8, 1, 100_000_000),
      (0.30000000000000004, 7_500_000_000_000_001, 25_000_000_000_000_000),
      (1e20, 100_000_000_000_000_000_000, 1), (0, 0, 1), (-0.0, 0, 1),
    ] as [(Double, Int128, Int128)])
  func decimals(value: Double, numerator: Int128, denominator: Int128) {
    #expect(Fraction(decimalTextOf: value) == Fraction(numerator, over: denominator))
    #expect(Fraction(decimalTextOf: value)?.nearest == value)
  }

  @Test("What does not fit has no result, and never a rounded one")
  func overflow() throws {
    let large = try #require(Fraction(.max, over: 1))
    let small = try #require(Fraction(1, over: .max))
    #expect(large.adding(Fraction(1)) == nil)
    #expect(large.multiplied(by: Fraction(2)) == nil)
    #expect(small.multiplied(by: small) == nil)
    #expect(try small.adding(#require(Fraction(1, over: .max - 1))) == nil)
    #expect(large.multiplied(by: small) == Fraction(1))
    #expect(large.adding(large.negated) == Fraction(0))
    for value in [1e300, 1e-300, .infinity, .nan, .leastNonzeroMagnitude] {
      #expect(Fraction(decimalTextOf: value) == nil)
    }
  }

  @Test("Arithmetic is that of integers", arguments: 0..<50)
  func arithmetic(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    func integer() -> Int128 { Int128(generator.uniform() * 2000) - 1000 }
    let (a, c) = (integer(), integer())
    let (b, d) = (Swift.abs(integer()) + 1, Swift.abs(integer()) + 1)
    let (left, right) = try (#require(Fraction(a, over: b)), #require(Fraction(c, over: d)))
    #expect(left.adding(right) == Fraction(a * d + c * b, over: b * d))
    #expect(left.multiplied(by: right) == Fraction(a * c, over: b * d))
    // Both are exact in a Double, so division rounds once.
    #expect(left.nearest == Double(a) / Double(b))
  }

  @Test(
    "The nearest Double of long fractions is that of their decimal text",
    arguments: [
      (0.1, 0.2, 0.02), (0.30000000000000004, 0.7, 0.21000000000000002),
      (123_456_789.125, 1e-7, 12.3456789125),
      (3.141592653589793, 3.141592653589793, 9.869604401089358),
    ])
  func nearest(left: Double, right: Double, product: Double) throws {
    let (first, second) = try (
      #require(Fraction(decimalTextOf: left)), #require(Fraction(decimalTextOf: right))
    )
    #expect(try #require(first.multiplied(by: second)).nearest == product)
  }

  @Test("A coefficient that is no longer exact says so, and is never taken for 0")
  func rounded() {
    #expect((Coefficient(0.1) + Coefficient(0.2)).fraction == Fraction(3, over: 10))
    #expect(Coefficient(1e300).fraction == nil)
    let tiny = Coefficient(1e-300) * Coefficient(1e-300)
    #expect(tiny.fraction == nil && tiny.nearest == 0 && !tiny.isZero)
    #expect((Coefficient(1e300) * Coefficient(0)).fraction == nil)
    let huge = Coefficient(3).raised(to: 1 << 53)
    #expect(huge.fraction == nil && huge.nearest == .infinity)
    #expect(Coefficient(2).raised(to: 126).fraction == Fraction(1 << 126, over: 1))
    #expect(Coefficient(2).raised(to: -3).fraction == Fraction(1, over: 8))
    #expect(Coefficient(0).reciprocal.fraction == nil)
  }

  @Test("Integers are written as integers, their quotients as fractions, decimals as decimals")
  func quotients() {
    let cases: [(Coefficient, Double, Double?)] = [
      (Coefficient(2) * Coefficient(3).reciprocal, 2, 3), (Coefficient(0.1) + Coefficient(0.2), 0.3, nil),
      (Coefficient(0.5) * Coefficient(0.5).reciprocal, 1, nil), (Coefficient(0.5) * Coefficient(2), 1, nil),
      (Coefficient(0.1) * Coefficient(3).reciprocal, 1, 30), (Coefficient(1e-8), 1e-8, nil),
      (Coefficient(1e300), 1e300, nil), (-Coefficient(0.25), -0.25, nil),
    ]
    for (coefficient, above, below) in cases {
      #expect(coefficient.quotient.above == above && coefficient.quotient.below == below)
    }
  }
}
