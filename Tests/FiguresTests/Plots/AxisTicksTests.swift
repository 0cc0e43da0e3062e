import Figures
import Testing

@Suite("Ticks of axes")
struct AxisTicksTests {
  @Test(
    "Linear ticks are multiples of 1, 2 or 5 with exact labels",
    arguments: [
      (0.0, 1.0, 5, ["0", "0.2", "0.4", "0.6", "0.8", "1.0"], ""),
      (-3, 3, 6, ["−3", "−2", "−1", "0", "1", "2", "3"], ""),
      (0, 120, 6, ["0", "20", "40", "60", "80", "100", "120"], ""),
      (0.1, 0.35, 5, ["0.10", "0.15", "0.20", "0.25", "0.30", "0.35"], ""),
      (0, 4e6, 4, ["0", "1", "2", "3", "4"], "(×10⁶)"),
      (-2e-7, 2e-7, 4, ["−200", "−100", "0", "100", "200"], "(×10⁻⁹)"),
      (1_600_000_000, 1_600_000_004, 4, ["0", "1", "2", "3", "4"], "(+ 1600000000)"),
      (-1_000_004, -1_000_000, 2, ["6", "8", "10"], "(− 1000010)"),
      (1995, 2025, 3, ["2000", "2010", "2020"], ""),
    ])
  func linear(lower: Double, upper: Double, count: Int, labels: [String], suffix: String) {
    let ticks = AxisTicks.linear(lower, upper, count: count) { _ in true }
    #expect(ticks.ticks.map(\.label) == labels)
    #expect(ticks.suffix == suffix)
  }

  @Test(
    "Logarithmic ticks are powers of ten, or 1, 2 and 5 times them where there are few",
    arguments: [
      (1.0, 1000.0, ["1", "10", "100", "1000"]), (1e-9, 1e-6, ["10⁻⁹", "10⁻⁸", "10⁻⁷", "10⁻⁶"]),
      (1e-20, 1e20, ["10⁻²⁰", "10⁻¹⁰", "10⁰", "10¹⁰", "10²⁰"]), (1.5, 30, ["2", "5", "10", "20"]),
      (2e-6, 9e-6, ["2", "4", "6", "8"]), (0.9e5, 6e5, ["10⁵", "2·10⁵", "5·10⁵"]),
    ])
  func logarithmic(lower: Double, upper: Double, labels: [String]) {
    #expect(AxisTicks.logarithmic(lower, upper, count: 5) { _ in true }.ticks.map(\.label) == labels)
  }

  @Test("Ticks lie in the range, ascend, and are dropped until they fit")
  func properties() {
    for exponent in stride(from: -280, through: 280, by: 20) {
      for (lower, upper) in [(0.0, 1.0), (-0.3, 7.7), (12.3, 12.4), (-9, -1)] {
        let scale = Double(sign: .plus, exponent: exponent, significand: 1)
        let ticks = AxisTicks.linear(lower * scale, upper * scale, count: 8) { $0.ticks.count <= 6 }.ticks
        #expect((1...6).contains(ticks.count))
        #expect(zip(ticks, ticks.dropFirst()).allSatisfy { $0.value < $1.value && $0.label != $1.label })
        let room = (upper - lower) * scale * 1e-5
        #expect(ticks.allSatisfy { (lower * scale - room...upper * scale + room).contains($0.value) })
      }
    }
  }

  @Test(
    "Numbers are rounded by their decimal digits",
    arguments: [
      (0.0, "0"), (1, "1"), (-2.5, "−2.5"), (3.14159265, "3.14159"), (123_456_789, "1.23457·10⁸"),
      (1e-7, "1·10⁻⁷"), (0.000123456789, "0.000123457"), (999_999.9, "1000000"), (.nan, "NaN"),
      (-.infinity, "−∞"), (1e300, "1·10³⁰⁰"), (.leastNonzeroMagnitude, "5·10⁻³²⁴"), (100, "100"),
      (0.1 + 0.2, "0.3"),
    ])
  func rounded(value: Double, text: String) {
    #expect(DecimalText.typeset(value, digits: 6) == text)
  }
}
