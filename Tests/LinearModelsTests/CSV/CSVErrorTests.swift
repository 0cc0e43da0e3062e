import ChainRule
import LinearModels
import Testing

@Suite struct CSVErrorTests {
  /// A text, and the sentence that must be thrown for it.
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let sentence: String
    var kind = ChainRuleError.Kind.file
    var testDescription: String { text.debugDescription }

    init(_ text: String, _ sentence: String, _ kind: ChainRuleError.Kind = .file) {
      self.text = text
      self.sentence = sentence
      self.kind = kind
    }
  }

  @Test(
    "What is malformed is told by line and column",
    arguments: [
      Case("", "CSV: the text is empty; it needs a header line"),
      Case("\u{FEFF}", "CSV: the text is empty; it needs a header line"),
      Case(
        "a,b,c\n1,2,3\n4,5\n",
        "CSV: line 3, column 3 \"c\": the row ends after 2 fields of 3; an empty value still needs its separator"
      ),
      Case(
        "a,b\n1,2,3\n",
        "CSV: line 2, column 3: the row has more fields than there are columns, 2; "
          + "put a field that contains the separator in quotes"),
      Case(
        "a,b\n\"x\r\ny\",\"z\r\"\n1,\"2\n3",
        "CSV: line 5, column 2 \"b\": the quote that opens this field is never closed; "
          + "close it, or double the quotes inside the field"),
      Case(
        "a,b\n\"x\ny\"z,1\n",
        "CSV: line 3, column 1 \"a\": text follows the closing quote; double the quotes inside the field"),
      Case(
        "a,b\n1,2\" pipe\n",
        "CSV: line 2, column 2 \"b\": a quote stands in a field that does not begin with one; "
          + "put the whole field in quotes and double the quotes inside"),
      Case(
        "a,b\n1,2\n\n3,4\n",
        "CSV: line 3, column 1 \"a\": the line is empty, and there are 2 columns; remove the line"),
      Case(
        "a,\"b\n1,2\n",
        "CSV: line 1, column 2: the quote that opens this field is never closed; "
          + "close it, or double the quotes inside the field"),
      Case(
        "a, ,c\n1,2,3\n",
        "CSV: line 1, column 2: the name of the column is empty; name each column in the header line",
        .data),
      Case(
        "a,b,a\n",
        "CSV: line 1, column 3: \"a\" is also the name of column 1; each column needs a name of its own",
        .data
      ),
      Case(
        "a,b\n1,2\n3,\n",
        "CSV: line 3, column 2 \"b\": the value is missing; "
          + "fill it in, or give CSVOptions(missingValues: .dropRows) or CSVOptions(missingValues: .fillWithMean)",
        .data),
      Case(
        "a\n1\n-1e999\n",
        "CSV: line 3, column 1 \"a\": \"-1e999\" is no finite number; numbers are at most 1.8e308 in size",
        .data),
      Case(
        "a\n-Infinity\n1\n",
        "CSV: line 2, column 1 \"a\": \"-Infinity\" is no finite number; numbers are at most 1.8e308 in size",
        .data),
    ])
  func malformed(_ expected: Case) {
    #expect(sentence { try Table(csv: expected.text) } == expected.sentence)
    #expect(kind { try Table(csv: expected.text) } == expected.kind)
  }

  @Test("Bytes that are not UTF-8 are told by line and column, also in columns that are not read")
  func invalidUTF8() {
    let bytes = Array("a,b\n1,x\n2,caf".utf8) + [0xE9, 0x0A]
    let expected = "CSV: line 3, column 2 \"b\": the field is not UTF-8; save the file in the encoding UTF-8"
    #expect(sentence { try Table(csvBytes: bytes) } == expected)
    #expect(sentence { try Table(csvBytes: bytes, options: CSVOptions(columns: ["a"])) } == expected)
    let inQuotes = Array("a,b\n1,x\n2,\"caf".utf8) + [0xE9, 0x22]
    #expect(sentence { try Table(csvBytes: inQuotes) } == expected)
    #expect(
      sentence { try Table(csvBytes: [0xFF, 0xFE, 0x61, 0x00]) }
        == "CSV: the text is in the encoding UTF-16; save the file in the encoding UTF-8")
  }

  @Test("Columns that the options name must be there")
  func unknownColumns() {
    #expect(
      sentence { try Table(csv: "price,size\n1,2\n", options: CSVOptions(categories: ["Sise"])) }
        == "CSV: column \"Sise\": there is no such column; did you mean \"size\"?")
    #expect(
      sentence { try Table(csv: "price,size\n1,2\n", options: CSVOptions(columns: ["weight"])) }
        == "CSV: column \"weight\": there is no such column; there are \"price\", \"size\"")
    #expect(
      sentence { try Table(csv: "price\n1\n", options: CSVOptions(columns: [])) }
        == "CSV: no columns are to be read; name at least one")
  }

  @Test("What is shown of the text is short and printable")
  func longFields() {
    let long = "1" + String(repeating: "0", count: 5000)
    #expect(
      sentence { try Table(csv: "a\u{1B}[31m\n\(long)\n") }
        == "CSV: line 2, column 1 \"a\\u{1B}[31m\": \"1\(String(repeating: "0", count: 39))…\" is no finite number; "
        + "numbers are at most 1.8e308 in size")
  }

  @Test("Files that cannot be read say why")
  func files() throws {
    #expect(
      sentence { try Table(csvFile: "/no/such.csv") }
        == "Table(csvFile:options:): /no/such.csv: there is no such file; check the path; it is relative to the current directory"
    )
    #expect(
      sentence { try Table(csvFile: "/") }
        == "Table(csvFile:options:): /: the path is a directory; name a file in it")
    #expect(
      sentence { try Table(csvFile: "/dev/zero") }
        == "Table(csvFile:options:): /dev/zero: the path is not a regular file; copy its content to a file")
    #expect(kind { try Table(csvFile: "") } == .file)
    #expect(kind { try Table(csv: "a\n1\n").write(csvFile: "/no/such/folder.csv") } == .file)
  }
}
