import ChainRule
import LinearModels
import Testing

@Suite struct TableTests {
  private func houses() throws -> Table {
    try Table(csv: "size,city,price\n50,Rome,1\n70,Oslo,0\n90,Rome,1\n")
  }

  @Test("Columns are found by name, and near names are told")
  func access() throws {
    let table = try houses()
    #expect(try table.numbers("size") == [50, 70, 90])
    #expect(try table.column("city") == .categories(Categories(["Rome", "Oslo", "Rome"])))
    let near: [(String, String)] = [
      ("prize", "did you mean \"price\"?"), ("Price ", "did you mean \"price\"?"),
      ("ctiy", "did you mean \"city\"?"),
      ("sizes", "did you mean \"size\"?"), ("weight", "there are \"size\", \"city\", \"price\""),
      ("x", "there are \"size\", \"city\", \"price\""),
    ]
    for (name, mend) in near {
      #expect(
        sentence { try table.numbers(name) }
          == "Table.numbers(_:): column \"\(name)\": there is no such column; \(mend)")
    }
  }

  @Test("Of many columns, the nearest three or the first ten are told")
  func manyColumns() throws {
    let table = try Table(
      columnNames: (0..<30).map { "c\($0)" }, columns: (0..<30).map { .numbers([Double($0)]) })
    #expect(sentence { try table.column("zebra") }.hasSuffix("\"c8\", \"c9\" and 20 more"))
    #expect(
      sentence { try table.column("c300") }.hasSuffix("did you mean \"c0\" or \"c3\" or \"c10\"?") == false)
    #expect(sentence { try table.column("C_29x") }.contains("did you mean \"c29\""))
  }

  @Test("Numbers are asked of text by row, and text of numbers")
  func wrongType() throws {
    let table = try Table(csv: "a,b\n1,7\n2,8\n12..5,9\n")
    #expect(
      sentence { try table.numbers("a") }
        == "Table.numbers(_:): column \"a\": row 3 is \"12..5\", and numbers are needed; "
        + "mend the value, leave it empty if it is missing, or name its spelling in CSVOptions.missingSpellings"
    )
    #expect(
      sentence { try table.categories("b") }
        == "Table.categories(_:): column \"b\": the column holds numbers; "
        + "read it with CSVOptions(categories: [\"b\"]), or take its classLabels")
  }

  @Test("A column of text that looks like numbers is warned of, and others are not")
  func warnings() throws {
    let numbers = (0..<9).map { "\($0),\($0),n\($0)\n" }.joined()
    #expect(
      try Table(csv: "a,b,c\n\(numbers)9.9.9,9,x\n").warnings == [
        "column \"a\": 9 of 10 different texts read as numbers, but row 10 is \"9.9.9\""
      ])
    #expect(try Table(csv: "a,b,c\n\(numbers)x,9,x\ny,9,x\n").warnings == [])
  }

  @Test("Numbers become classes in ascending order, and known classes keep their codes")
  func classes() throws {
    let table = try Table(csv: "y,t\n10,b\n-0.5,a\n9,b\n10,b\n")
    let classes = try table.classLabels("y")
    #expect(classes.levels == ["-0.5", "9", "10"])
    #expect(classes.codes == [2, 0, 1, 2])
    #expect(try table.classLabels("t").codes == [1, 0, 1, 1])
    #expect(try table.classLabels("y", levels: ["10", "9", "8", "-0.5"]).codes == [0, 3, 1, 0])
    #expect(
      sentence { try table.classLabels("t", levels: ["a", "c"]) }
        == "Table.classLabels(_:levels:): column \"t\": row 1 is \"b\", which is none of the known levels; "
        + "there are \"a\", \"c\"")
  }

  @Test("Tables that are no rectangle of finite numbers are refused")
  func refused() {
    let operation = "Table(columnNames:columns:): "
    #expect(
      sentence { try Table(columnNames: ["a", "b"], columns: [.numbers([1]), .numbers([1, 2])]) }
        == operation + "column 2 \"b\": the column has 2 rows and the first has 1; columns are equally long")
    #expect(
      sentence { try Table(columnNames: ["a"], columns: [.numbers([1, .nan])]) }
        == operation + "column 1 \"a\": row 2 is nan; a table holds finite numbers")
    #expect(
      sentence { try Table(columnNames: ["a", "a"], columns: [.numbers([]), .numbers([])]) }
        == operation
        + "column 2 \"a\": an earlier column has the same name; each column needs a name of its own")
    #expect(
      sentence { try Table(columnNames: [], columns: []) }.hasPrefix(operation + "0 names came for 0 columns")
    )
    #expect(
      sentence { try Table(columnNames: [""], columns: [.numbers([])]) }
        == operation + "column 1 \"\": the name is empty; name each column")
    #expect(
      sentence { try Categories(levels: ["a"], codes: [0, 1]) }
        == "Categories(levels:codes:): row 2 has code 1, of 1 level; codes count levels from 0")
    #expect(kind { try Categories(levels: ["a", "a"], codes: []) } == .data)
  }

  @Test("Chosen rows keep all levels")
  func rows() throws {
    let table = try houses().rows(at: [2, 0])
    #expect(try table.numbers("size") == [90, 50])
    #expect(try table.categories("city").levels == ["Oslo", "Rome"])
    #expect(
      sentence { try houses().rows(at: [0, 3]) }
        == "Table.rows(at:): there is no row at index 3; the table has 3 rows, counted from 0")
  }
}
