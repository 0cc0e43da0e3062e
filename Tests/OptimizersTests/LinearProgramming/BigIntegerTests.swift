import ChainRule
import Testing

import Optimizers

/// Whole numbers of any size obey the laws of a ring, and come apart into quotient and remainder.
@Suite("Whole numbers of any size")
struct BigIntegerTests {
  /// Numbers with digits of all ones and all zeros among them, where carries run furthest.
  private static func draw(_ generator: inout SeededGenerator, digits: Int) -> BigInteger {
    let magnitude = (0..<digits).map { _ -> UInt in
      switch generator.next() % 4 {
      case 0: 0
      case 1: .max
      default: UInt(generator.next())
      }
    }
    return BigInteger(magnitude: magnitude, isNegative: generator.next() % 2 == 0)
  }

  @Test("Sums and products obey the laws, and division leaves what is left")
  func laws() {
    var generator = SeededGenerator(seed: 5)
    for count in 0..<2000 {
      let a = Self.draw(&generator, digits: 1 + count % 6)
      let b = Self.draw(&generator, digits: 1 + count % 4)
      let c = Self.draw(&generator, digits: 1 + count % 3)
      #expect((a + b) * c == a * c + b * c && a - b + b == a && a * b == b * a)
      #expect((a << 37) >> 37 == a)
      if b.signum == 0 { continue }
      let (quotient, rest) = a.dividedWithRemainder(by: b)
      #expect(quotient * b + rest == a)
      #expect((rest.isNegative ? -rest : rest) < (b.isNegative ? -b : b))
      #expect((a * b).dividedWithRemainder(by: b).quotient == a)
    }
  }

  @Test(
    "A double is its significand times a power of two, and a number rounds to the nearest of leading digits")
  func doubles() {
    for number in [1.0, -0.1, 1e300, Double.leastNonzeroMagnitude, 123_456_789, -0x1p-1060] {
      let (significand, exponent) = BigInteger.parts(of: number)
      #expect(significand.rounded(timesPowerOfTwo: exponent) == number)
    }
    #expect("\(BigInteger(1) << 200)" == "1606938044258990275541962092341162602522202993782792835301376")
    #expect(
      "\(BigInteger(-1_000_000_000_000_000_000) * 1_000_000_000_000_000_000)" == "-1"
        + String(repeating: "0", count: 36))
  }

  @Test("A system of equations is solved without rounding, and a singular one not at all")
  func systems() throws {
    // The Hilbert matrix of order 8 in whole numbers, whose inverse has the condition 1e10.
    let n = 8
    let scale = 360_360
    let matrix = (0..<n).map { row in (0..<n).map { BigInteger(scale / (row + $0 + 1)) } }
    let x = (0..<n).map { BigInteger($0 * $0 - 7) }
    let b = matrix.map { zip($0, x).reduce(BigInteger(0)) { $0 + $1.0 * $1.1 } }
    let (y, divisor) = try #require(ExactLinearSystem.solve(matrix, b))
    for (found, wanted) in zip(y, x) { #expect(found == divisor * wanted) }
    #expect(ExactLinearSystem.solve([[1, 2], [2, 4]], [1, 2]) == nil)
  }
}
