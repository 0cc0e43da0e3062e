import ChainRule
import LinearModels
import Testing

@Suite struct CSVNumberTests {
  private func number(_ text: String) -> CSVNumber {
    let bytes = Array(text.utf8)
    return CSVNumber(bytes, 0, bytes.count)
  }

  @Test(
    "Decimal numbers are read",
    arguments: [
      ("0", 0), ("-0", -0.0), ("+5", 5), (" 5\t", 5), ("5.", 5), (".5", 0.5), ("-1.25e2", -125),
      ("1E-2", 0.01),
      ("007", 7), ("1e+3", 1000), ("18446744073709551615", 0x1p64),
      ("18446744073709551616", 0x1p64), ("1e-400", 0), ("4.9e-324", .leastNonzeroMagnitude),
      ("9007199254740993", 9_007_199_254_740_992),
      ("9007199254740993.0000000000000000001", 9_007_199_254_740_994),
      ("1.7976931348623157e308", .greatestFiniteMagnitude), ("0e99999999999999999999", 0),
    ] as [(String, Double)])
  func decimal(text: String, value: Double) {
    guard case .finite(let found) = number(text) else {
      Issue.record("\(text) is \(number(text))")
      return
    }
    #expect(found.bitPattern == value.bitPattern)
  }

  @Test(
    "What only Swift or C takes for a number is text",
    arguments: [
      "0x1p3", "0x10", "1_000", "nan", "-nan", "NaN(0)", "1e", "1e+", "e5", ".", "-", "+", "", " ", "1.2.3",
      "1 2",
      "--1", "1,5", "１", "1e5.0", "1d5", "0b1", "infinit", "in", "1\u{0}",
    ])
  func text(text: String) {
    #expect(number(text) == .text)
  }

  @Test(
    "Infinite numbers are told from text",
    arguments: ["inf", "-INF", "+Infinity", "1e309", "-1e999999999999999999999"])
  func infinite(text: String) {
    #expect(number(text) == .infinite)
  }

  @Test("Random numbers of every length and size read as the standard library reads them")
  func random() {
    var generator = SeededGenerator(seed: 20)
    for _ in 0..<200_000 {
      var digits = String(generator.next() >> (generator.next() % 64))
      if generator.next() % 4 == 0 { digits += String(generator.next()) }
      let place = Int(generator.next() % UInt64(digits.count + 1))
      digits.insert(".", at: digits.index(digits.startIndex, offsetBy: place))
      var text = (generator.next() % 2 == 0 ? "-" : "") + digits
      if generator.next() % 2 == 0 { text += "e\(Int(generator.next() % 60) - 30)" }
      guard case .finite(let value) = number(text), value.bitPattern == Double(text)?.bitPattern else {
        Issue.record("\(text) is \(number(text)), seed 20")
        return
      }
    }
  }

  @Test("Halfway between two doubles, the last digit decides")
  func halfway() {
    var generator = SeededGenerator(seed: 21)
    for _ in 0..<20_000 {
      // 2⁵³ + odd lies halfway; with one digit behind the point it does so exactly or not.
      let odd = (1 << 53) + (generator.next() >> 12) | 1
      for tail in ["0", "1", "9"] {
        let text = "\(odd).\(tail)"
        guard number(text) == Double(text).map(CSVNumber.finite) else {
          Issue.record("\(text) is \(number(text)), seed 21")
          return
        }
      }
    }
  }
}
