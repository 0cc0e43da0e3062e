import ChainRule
import Figures
import Foundation
import Testing

@Suite("Numbers as text")
struct DecimalTextTests {
  @Test("Fixed digits are those of printf, correctly rounded, and a zero has no sign")
  func fixed() {
    var generator = SeededGenerator(seed: 61)
    for _ in 0..<2000 {
      let value = (generator.uniform() - 0.5) * pow(10, Double(Int(generator.uniform() * 24) - 12))
      for places in 0...8 {
        let expected = String(format: "%.\(places)f", value)
        let isZero = expected.allSatisfy { "-0.".contains($0) }
        #expect(
          DecimalText.fixed(value, places: places) == (isZero ? expected.replacing("-", with: "") : expected))
      }
    }
  }

  @Test("Significant digits are those of printf, with the exponent as short as it is")
  func scientific() {
    var generator = SeededGenerator(seed: 62)
    for _ in 0..<2000 {
      let value = (generator.uniform() - 0.5) * pow(10, Double(Int(generator.uniform() * 600) - 300))
      for digits in 1...9 {
        let parts = String(format: "%.\(digits - 1)e", value).split(separator: "e")
        let exponent = Int(parts[1].replacing("+", with: "")) ?? 0
        let expected = parts[0] + (exponent == 0 ? "" : "e\(exponent)")
        #expect(DecimalText.scientific(value, digits: digits) == expected)
      }
    }
  }

  @Test("What is not finite is a word without a sign that means nothing", arguments: [-Double.nan, .nan])
  func words(_ nan: Double) {
    for text in [
      DecimalText.fixed(nan, places: 2), DecimalText.scientific(nan, digits: 3),
      DecimalText.significant(nan, digits: 3),
    ] {
      #expect(text == "nan")
    }
    #expect(DecimalText.typeset(nan, digits: 3) == "NaN")
    #expect(
      DecimalText.fixed(-.infinity, places: 2) == "-inf" && DecimalText.fixed(.infinity, places: 2) == "inf")
    for zero in [0.0, -0.0] {
      #expect(DecimalText.fixed(zero, places: 2) == "0.00" && DecimalText.scientific(zero, digits: 3) == "0")
      #expect(DecimalText.significant(zero, digits: 6) == "0" && DecimalText.typeset(zero, digits: 6) == "0")
    }
  }

  @Test(
    "Numbers near 1 are written out, others have a power of ten",
    arguments: [
      (1.0, "1.00000"), (-12.5, "-12.5000"), (123456.7, "123457"), (999999.9, "1000000"), (1e6, "1.00000e6"),
      (0.001, "0.00100000"), (0.000999, "9.99000e-4"), (9.9999996, "10.0000"),
    ])
  func significant(_ value: Double, _ text: String) {
    #expect(DecimalText.significant(value, digits: 6) == text)
  }
}
