import ChainRule
import Testing

@Suite struct DecimalDigitsTests {
  @Test("A power of two has the digits of its integer fraction")
  func exactDigits() {
    // 2^-10 = 0.0009765625
    let digits = DecimalDigits(exactly: 0x1p-10)
    #expect(digits.digits == [9, 7, 6, 5, 6, 2, 5])
    #expect(digits.point == -3)
    #expect(DecimalDigits(exactly: 0x1p70).digits.map(String.init).joined() == "1180591620717411303424")
  }

  @Test("The least and the greatest number have the number of digits that theory says")
  func extremes() {
    // 2^-1074 = 5^1074 · 10^-1074 has ⌊1074 log₁₀ 5⌋ + 1 = 751 digits, 323 zeros after the point before them.
    let least = DecimalDigits(exactly: Double.leastNonzeroMagnitude)
    #expect(least.digits.count == 751)
    #expect(least.exponent == -324)
    let greatest = DecimalDigits(exactly: -Double.greatestFiniteMagnitude)
    #expect(greatest.isNegative)
    #expect(greatest.exponent == 308)
    #expect(greatest.digits.count == 309)
  }

  @Test("Exact digits read back as the number they came from")
  func roundTrip() {
    var generator = SeededGenerator(seed: 17)
    for _ in 0..<300 {
      let value = Double(bitPattern: generator.next())
      guard value.isFinite else { continue }
      let exact = DecimalDigits(exactly: value)
      let text = "0." + exact.digits.map(String.init).joined() + "e\(exact.point)"
      #expect(Double(text) == value.magnitude, "bit pattern \(value.bitPattern)")
    }
  }

  @Test("Ties go to the even digit, and nines carry")
  func rounding() {
    func rounded(_ value: Double, _ length: Int) -> DecimalDigits {
      DecimalDigits(exactly: value).rounded(toFractionDigits: length)
    }
    #expect(rounded(0.125, 2).digits == [1, 2])
    #expect(rounded(0.375, 2).digits == [3, 8])
    #expect(rounded(0.5, 0).digits == [])
    #expect(rounded(1.5, 0).digits == [2])
    #expect(rounded(9.96875, 1) == DecimalDigits(exactly: 10.0))
    #expect(rounded(0.001, 1) == DecimalDigits(exactly: 0.0))
    // The double nearest to 0.15 is 0.1499999999999999944…
    #expect(rounded(0.15, 1).digits == [1])
  }
}
