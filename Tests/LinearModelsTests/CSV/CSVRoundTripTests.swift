import ChainRule
import LinearModels
import Testing

@Suite struct CSVRoundTripTests {
  @Test("Written text is quoted where it must be and nowhere else")
  func written() throws {
    let table = try Table(
      columnNames: ["n", "a,b"],
      columns: [
        .numbers([1, -0.0, 0.1, 1e300, -2.5e-7, 0x1p64]),
        .categories(Categories(["x y", "\"", "1;2", "a\nb", "c\rd", "e,f"])),
      ])
    let expected =
      "n,\"a,b\"\n1,x y\n-0,\"\"\"\"\n0.1,1;2\n1e+300,\"a\nb\"\n-2.5e-07,\"c\rd\"\n1.8446744073709552e+19,\"e,f\"\n"
    #expect(table.csv() == expected)
    #expect(table.csv(separator: .semicolon).hasPrefix("n;a,b\n1;x y\n-0;\"\"\"\"\n0.1;\"1;2\"\n"))
  }

  @Test("What is written reads back, bit for bit", arguments: CSVOptions.Separator.allCases)
  func roundTrip(separator: CSVOptions.Separator) throws {
    var generator = SeededGenerator(seed: 5)
    let alphabet: [Character] = [
      "a", "ü", "\"", ",", ";", "\t", "\n", "\r", "\r\n", " ", "1", "\u{FEFF}", "漢", "=",
    ]
    for _ in 0..<300 {
      let rows = Int(generator.next() % 20)
      func word() -> String {
        "w" + String((0..<Int(generator.next() % 5)).map { _ in alphabet[Int(generator.next() % 14)] })
      }
      func number() -> Double {
        let number = Double(bitPattern: generator.next())
        return number.isFinite ? number : Double(generator.next() % 100)
      }
      let names = (0..<4).map { (generator.next() % 9 == 0 ? "\u{FEFF}" : "") + word() + "\($0)" }
      let table = try Table(
        columnNames: names,
        columns: [
          .categories(Categories((0..<rows).map { _ in word() })), .numbers((0..<rows).map { _ in number() }),
          .categories(Categories((0..<rows).map { _ in word() })), .numbers((0..<rows).map { _ in number() }),
        ])
      let options = CSVOptions(separator: separator, categories: [names[0], names[2]])
      let read = try Table(csv: table.csv(separator: separator), options: options)
      try #require(read == table)
      // Equality holds 0 and −0 for one.
      try #require(try bits(read, names[1]) == bits(table, names[1]))
    }
  }

  private func bits(_ table: Table, _ name: String) throws -> [UInt64] {
    table.rowCount == 0 ? [] : try table.numbers(name).map(\.bitPattern)
  }

  @Test("20 000 mutated texts are tables whose columns fit, or errors with a sentence")
  func mutations() throws {
    let seeds = [
      "a,b,c\n1,x,\"q\"\"r\"\n2,\"y,\nz\",NA\n3,,?\n", "\u{FEFF}n;m\r\n1.5e3;-2\r\n\"7\";8\r\n",
      "x\n1\n2\n\n", "h\tü\n\"\"\t1e400\r2\tinf",
    ].map { Array($0.utf8) }
    let bytes = Array("\",;\t\n\r 0123456789.eE+-naNAüé?x".utf8) + [0xFF, 0xC3, 0x00, 0xEF, 0xBB, 0xBF, 0x80]
    var generator = SeededGenerator(seed: 99)
    var accepted = 0
    func below(_ bound: Int) -> Int { Int(generator.next() % UInt64(bound)) }
    for _ in 0..<20_000 {
      var text = seeds[below(seeds.count)]
      for _ in 0...below(4) {
        let place = below(text.count + 1)
        switch below(4) {
        case 0 where place < text.count: text.remove(at: place)
        case 1 where place < text.count: text[place] = bytes[below(bytes.count)]
        case 2: text = Array(text[..<place])
        default: text.insert(bytes[below(bytes.count)], at: place)
        }
      }
      let options = CSVOptions(
        separator: CSVOptions.Separator.allCases[below(3)], hasHeader: below(4) > 0,
        missingValues: CSVOptions.MissingValues.allCases[below(3)])
      do {
        let table = try Table(csvBytes: text, options: options)
        accepted += 1
        try #require(isSound(table), "seed 99: \(String(decoding: text, as: UTF8.self).debugDescription)")
        let categories = zip(table.columnNames, table.columns).compactMap { name, column in
          if case .categories = column { name } else { nil }
        }
        // Written and read again it is the same, unless a level is spelled like a missing value.
        let again = try Table(
          csv: table.csv(), options: CSVOptions(missingSpellings: [], categories: Set(categories)))
        try #require(again == table, "seed 99: \(String(decoding: text, as: UTF8.self).debugDescription)")
      } catch let error as ChainRuleError {
        try #require(error.kind == .file || error.kind == .data)
      }
    }
    #expect(accepted > 2000 && accepted < 18_000, "\(accepted) of 20 000 accepted")
  }

  @Test("A planted row of another width is never accepted")
  func plantedRows() {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<500 {
      let width = 1 + Int(generator.next() % 5)
      let rows = 1 + Int(generator.next() % 8)
      let planted = Int(generator.next() % UInt64(rows))
      let wrong = width == 1 || generator.next() % 2 == 0 ? width + 1 : width - 1
      var text = (0..<width).map { "c\($0)" }.joined(separator: ",") + "\n"
      for row in 0..<rows {
        text += [String](repeating: "7", count: row == planted ? wrong : width).joined(separator: ",") + "\n"
      }
      #expect(
        sentence { try Table(csv: text) }.hasPrefix(
          "CSV: line \(planted + 2), column \(min(wrong, width) + 1)"))
    }
  }
}
