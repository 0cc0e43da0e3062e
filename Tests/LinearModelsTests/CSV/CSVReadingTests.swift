import LinearModels
import Testing

/// What is read, by the examples and rules of RFC 4180, section 2.
@Suite struct CSVReadingTests {
  @Test("Each way to end lines gives one table", arguments: ["\n", "\r\n", "\r"])
  func lineEnds(end: String) throws {
    let lines = ["a,b", "1,x", "2,y"]
    let expected = try Table(
      columnNames: ["a", "b"], columns: [.numbers([1, 2]), .categories(Categories(["x", "y"]))])
    #expect(try Table(csv: lines.joined(separator: end)) == expected)
    #expect(try Table(csv: lines.joined(separator: end) + end) == expected)
    #expect(try Table(csv: "\u{FEFF}" + lines.joined(separator: end) + end + end) == expected)
  }

  @Test("Quotes enclose separators, quotes and ends of lines")
  func quotes() throws {
    let table = try Table(
      csv: "\"a \"\"x\"\"\",\"b,c\"\n\"one\r\ntwo\",\"\"\"\"\n\"3,4\",\"\"\"a\"\"b\"\"\"\n")
    #expect(table.columnNames == ["a \"x\"", "b,c"])
    #expect(try table.categories("a \"x\"").levels == ["3,4", "one\r\ntwo"])
    #expect(try table.categories("b,c")[0] == "\"")
    #expect(try table.categories("b,c")[1] == "\"a\"b\"")
  }

  @Test("Numbers in quotes are numbers")
  func quotedNumbers() throws {
    #expect(try Table(csv: "a,b\n\"1.5\",\"-2\"\n").numbers("b") == [-2])
  }

  @Test("Each separator separates and the others do not", arguments: CSVOptions.Separator.allCases)
  func separators(separator: CSVOptions.Separator) throws {
    let others = CSVOptions.Separator.allCases.filter { $0 != separator }.map(\.rawValue).joined()
    let between = separator.rawValue
    let table = try Table(
      csv: "a\(between)b\n\(others)\(between)2\n", options: CSVOptions(separator: separator))
    #expect(table.columnNames == ["a", "b"])
    #expect(try table.categories("a").levels == [others])
    #expect(try table.numbers("b") == [2])
  }

  @Test("Without a header, columns are x1, x2 and so on, and the first line is a row")
  func noHeader() throws {
    let table = try Table(csv: "1,2\n3,4", options: CSVOptions(hasHeader: false))
    #expect(table.columnNames == ["x1", "x2"])
    #expect(try table.numbers("x2") == [2, 4])
  }

  @Test("A header alone is a table without rows")
  func headerAlone() throws {
    let table = try Table(csv: "a,b")
    #expect(table.rowCount == 0)
    #expect(table.columnNames == ["a", "b"])
    #expect(isSound(table))
  }

  @Test("One field that is no number makes a column one of categories, spaces kept and levels sorted")
  func categories() throws {
    let table = try Table(csv: "code\n2\n10\n x\n2\n")
    let code = try table.categories("code")
    #expect(code.levels == [" x", "10", "2"])
    #expect(code.codes == [2, 1, 0, 2])
    #expect(code.labels.shape == [4])
  }

  @Test("Columns named as categories keep their spelling")
  func forcedCategories() throws {
    let table = try Table(csv: "code,n\n007,7\n7,7\n", options: CSVOptions(categories: ["code"]))
    #expect(try table.categories("code").levels == ["007", "7"])
    #expect(try table.numbers("n") == [7, 7])
  }

  @Test("Only the columns asked for are read; others may even miss values")
  func someColumns() throws {
    let table = try Table(csv: "a,b,c\n1,,x\n2,1e999,y\n", options: CSVOptions(columns: ["c", "a"]))
    #expect(table.columnNames == ["a", "c"])
    #expect(try table.numbers("a") == [1, 2])
    #expect(try table.categories("c").codes == [0, 1])
  }

  @Test("Numbers that no double holds are text in a column of text")
  func hugeText() throws {
    #expect(try Table(csv: "hash\n1e999\nab\n").categories("hash").levels == ["1e999", "ab"])
  }
}
