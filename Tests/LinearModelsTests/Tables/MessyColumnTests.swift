import ChainRule
import LinearModels
import Testing

/// A column of numbers as people write them: how each row is spelled, and whether it reads as the number.
private struct MessyKind: CustomTestStringConvertible {
  let name: String
  /// Whether the column reads as the numbers that are meant; it is refused if not.
  var isRead = false
  let spell: @Sendable (Double, Int) -> String

  init(_ name: String, isRead: Bool = false, _ spell: @escaping @Sendable (Double, Int) -> String) {
    (self.name, self.isRead, self.spell) = (name, isRead, spell)
  }

  var testDescription: String { name }
}

/// Spells one row in another way than the rest.
private func once(_ name: String, _ word: String) -> MessyKind {
  MessyKind(name) { number, row in row == 13 ? word : "\(number)" }
}

private func grouped(_ number: Double, _ separator: String, _ point: String) -> String {
  let whole = 1000 + Int(number)
  return "\(whole / 1000)\(separator)\(String(whole % 1000 + 1000).dropFirst())\(point)5"
}

private let kinds: [MessyKind] = [
  MessyKind("as it is", isRead: true) { number, _ in "\(number)" },
  MessyKind("spaces around", isRead: true) { number, _ in " \(number)\t" },
  MessyKind("in quotes", isRead: true) { number, _ in "\"\(number)\"" },
  MessyKind("with a plus", isRead: true) { number, _ in "+\(number)" },
  MessyKind("with an exponent", isRead: true) { number, _ in "\(number)E0" },
  MessyKind("with zeros in front", isRead: true) { number, _ in "00\(number)" },
  MessyKind("without digits behind the point", isRead: true) { number, _ in "\(Int(number))." },
  MessyKind("decimal commas") { number, _ in "\"\(number)\"".replacing(".", with: ",") },
  MessyKind("decimal commas, some whole") { number, row in
    row % 3 == 0 ? "\(Int(number))" : "\"\(number)\"".replacing(".", with: ",")
  },
  MessyKind("groups by commas") { number, _ in "\"\(grouped(number, ",", "."))\"" },
  MessyKind("groups by points, decimal commas") { number, _ in "\"\(grouped(number, ".", ","))\"" },
  MessyKind("groups by spaces") { number, _ in grouped(number, " ", ".") },
  MessyKind("groups by narrow spaces") { number, _ in grouped(number, "\u{202F}", ".") },
  MessyKind("groups by apostrophes") { number, _ in grouped(number, "'", ".") },
  MessyKind("groups by underscores") { number, _ in grouped(number, "_", ".") },
  MessyKind("dollars") { number, _ in "$\(number)" },
  MessyKind("euros behind") { number, _ in "\(number) €" },
  MessyKind("codes of currencies") { number, _ in "USD \(number)" },
  MessyKind("percent") { number, _ in "\(number)%" },
  MessyKind("percent apart") { number, _ in "\(number) %" },
  MessyKind("negative in brackets") { number, row in row % 2 == 0 ? "(\(number))" : "\(number)" },
  MessyKind("true minus signs") { number, _ in "−\(number)" },
  MessyKind("minus behind") { number, _ in "\(number)-" },
  MessyKind("bounds") { number, _ in "<\(number)" }, MessyKind("about") { number, _ in "~\(number)" },
  MessyKind("no-break spaces") { number, _ in "\(number)\u{A0}" },
  MessyKind("zero-width spaces") { number, _ in "\u{200B}\(number)" },
  MessyKind("Arabic digits") { number, _ in
    String(
      "\(number)".map {
        $0.wholeNumberValue.map { Character(Unicode.Scalar(0x660 + UInt32($0)) ?? "0") } ?? $0
      })
  },
  MessyKind("full-width digits") { number, _ in
    String(
      "\(number)".map {
        $0.wholeNumberValue.map { Character(Unicode.Scalar(0xFF10 + UInt32($0)) ?? "0") } ?? $0
      })
  },
  MessyKind("fractions") { number, _ in "\(Int(number))/7" },
  MessyKind("hexadecimal") { number, _ in "0x\(String(Int(number) + 10, radix: 16))" },
  MessyKind("Fortran's exponents") { number, _ in "\(number)D0" },
  MessyKind("powers written out") { number, _ in "\(number)×10^3" },
  MessyKind("a mark in front") { number, _ in "'\(number)" },
  MessyKind("ISO dates") { number, _ in "2024-03-\(10 + Int(number) % 20)" },
  MessyKind("German dates") { number, _ in "\(10 + Int(number) % 20).3.2024" },
  MessyKind("American dates") { number, _ in "3/\(10 + Int(number) % 20)/24" },
  MessyKind("months in words") { number, _ in "\(1 + Int(number) % 28) Mar 2024" },
  MessyKind("times") { number, _ in "12:\(10 + Int(number) % 50)" },
  MessyKind("instants") { number, _ in "2024-03-05T12:\(10 + Int(number) % 50):00Z" },
  MessyKind("a unit") { number, _ in "\(number) kg" },
  MessyKind("a unit at once") { number, _ in "\(number)m" },
  MessyKind("names of rows") { _, row in "id-\(row)x" },
  MessyKind("words of their own") { _, row in String(repeating: "a", count: row + 1) },
  once("O for 0 once", "12O.5"), once("two points once", "1..5"), once("none once", "none"),
  once("a hyphen once", "-"), once("a point once", "."), once("a note once", "about 5"),
  once("an error of a spreadsheet once", "#DIV/0!"), once("n.a. once", "n.a."),
  once("a decimal comma once", "\"1,5\""),
  once("a percentage once", "5%"), once("two numbers once", "5 6"),
]

@Suite("Columns of numbers as people write them")
struct MessyColumnTests {
  private static let count = 40

  private func table(_ kind: MessyKind) throws -> (text: String, numbers: [Double], spelled: [String]) {
    let numbers = (0..<Self.count).map { Double(($0 * 37) % 41) + 0.5 }
    let spelled = numbers.enumerated().map { kind.spell($1, $0) }
    let rows = zip(numbers, spelled).enumerated().map { row, pair in
      "\(pair.1),\(row * row % 7),\(2 * pair.0)"
    }
    return ("x,z,y\n" + rows.joined(separator: "\n") + "\n", numbers, spelled)
  }

  @Test(
    "Each reads as the numbers that are meant, or is refused with the row, its text and the options",
    arguments: kinds)
  private func kind(_ kind: MessyKind) throws {
    let (text, numbers, spelled) = try table(kind)
    let read = try Table(csv: text)
    if kind.isRead {
      let whole = kind.name.contains("without digits")
      #expect(try read.numbers("x") == (whole ? numbers.map { $0.rounded(.down) } : numbers))
      return
    }
    let error = try #require(throws: ChainRuleError.self) {
      try LinearModel(.leastSquares).fit(read, target: "y")
    }
    let parts = error.problem.split(separator: " ")
    let row = try #require(parts.count > 1 ? Int(parts[1]) : nil, "\(error)")
    let field =
      spelled[row - 1].hasPrefix("\"") ? String(spelled[row - 1].dropFirst().dropLast()) : spelled[row - 1]
    #expect(error.kind == .data && error.operands == "column \"x\"")
    #expect(error.problem.hasPrefix("row \(row) is \(field.debugDescription)"), "\(error)")
    #expect(error.mend.contains("CSVOptions(categories: [\"x\"])"), "\(error)")
    #expect(error.mend.contains("CSVOptions(ignoring: [\"x\"])"), "\(error)")
    #expect(throws: error.told(as: "FeatureEncoding(of:excluding:)")) {
      try FeatureEncoding(of: read, excluding: ["y"])
    }
  }

  @Test("The options settle it", arguments: kinds.filter { !$0.isRead })
  private func settled(_ kind: MessyKind) throws {
    let (text, _, _) = try table(kind)
    let without = try Table(csv: text, options: CSVOptions(ignoring: ["x"]))
    #expect(without.columnNames == ["z", "y"])
    let asText = try Table(csv: text, options: CSVOptions(categories: ["x"]))
    #expect(throws: Never.self) { try FeatureEncoding(of: asText, excluding: ["y"]) }
  }

  @Test(
    "Categories are taken as they are",
    arguments: [
      ["red", "blue"], ["yes", "no"], ["A1", "A2", "B1"], ["1a", "2b", "3c"], ["18-25", "26-35", "36+"],
      ["1st", "2nd", "3rd", "4th"], ["10.0.0.1", "10.0.0.2"], ["v1.2.3", "v1.3.0"], ["Q1 2024", "Q2 2024"],
      ["3", "a", "b"],
      ["low", "5 or more"], ["TRUE", "FALSE"],
    ])
  func categories(_ levels: [String]) throws {
    let rows = (0..<24).map { "\(levels[$0 * 7 % levels.count]),\($0)" }
    let table = try Table(csv: "x,y\n" + rows.joined(separator: "\n") + "\n")
    #expect(try table.categories("x").levels.count == levels.count)
    #expect(throws: Never.self) { try FeatureEncoding(of: table, excluding: ["y"]) }
  }

  @Test("Text that tells no row from another is a column of few rows as of many")
  func fewRows() throws {
    let table = try Table(csv: "x,y\nred,1\nblue,2\ngreen,3\n")
    #expect(throws: Never.self) { try FeatureEncoding(of: table, excluding: ["y"]) }
  }
}

@Suite("Texts of any characters")
struct AnyTextTests {
  @Test("No text of a column is a trap or takes long, and what is refused is told by its row")
  func anyText() throws {
    let alphabet = Array("0123456789.,-−+%$€()<~'# eExX/:T_⑫٣３½°kgLISTJanMar\u{A0}\u{200B}e\u{301}👩‍👩‍👧")
    var generator = SeededGenerator(seed: 20)
    for _ in 0..<60 {
      let texts = (0..<12).map { _ in
        String(
          (0..<1 + generator.next() % 70).map { _ in alphabet[Int(generator.next() % UInt64(alphabet.count))]
          })
      }
      let same = String(repeating: alphabet[Int(generator.next() % UInt64(alphabet.count))], count: 70)
      let table = try Table(
        csv: "x,y\n" + (texts + [same + "5" + same]).enumerated().map { "\"\($1)\",\($0)\n" }.joined())
      do {
        _ = try FeatureEncoding(of: table, excluding: ["y"])
      } catch let error as ChainRuleError {
        #expect(error.operands == "column \"x\"" && error.problem.hasPrefix("row "), "\(error)")
      }
    }
  }
}
