import LinearModels
import Testing

@Suite struct CSVMissingTests {
  @Test(
    "Each spelling of a missing value is refused by line and column",
    arguments: CSVOptions.commonMissingSpellings.sorted() + ["", " ", "\"\"", " NA ", "\"NA\""])
  func refused(spelling: String) {
    #expect(
      sentence { try Table(csv: "a,b\n1,2\n3,\(spelling)\n") }
        == "CSV: line 3, column 2 \"b\": the value is missing; "
        + "fill it in, or give CSVOptions(missingValues: .dropRows) or CSVOptions(missingValues: .fillWithMean)"
    )
  }

  @Test("Na, none and 0 are values")
  func present() throws {
    #expect(try Table(csv: "a\nNa\nnone\n0\n").categories("a").levels == ["0", "Na", "none"])
  }

  @Test("Rows with missing values are dropped, with the levels that only they have")
  func dropped() throws {
    let table = try Table(
      csv: "a,b,c\n1,x,1\nNA,y,2\n3,,3\n4,z,4\n,,\n", options: CSVOptions(missingValues: .dropRows))
    #expect(try table.numbers("a") == [1, 4])
    #expect(try table.numbers("c") == [1, 4])
    #expect(try table.categories("b") == Categories(levels: ["x", "z"], codes: [0, 1]))
    #expect(isSound(table))
  }

  @Test("An infinite number counts unless its row is dropped")
  func infinite() throws {
    let options = CSVOptions(missingValues: .dropRows)
    #expect(try Table(csv: "a,b\n1,2\n1e999,\n3,4\n", options: options).numbers("a") == [1, 3])
    #expect(
      sentence { try Table(csv: "a,b\ninf,\n\"2\",4\n-inf,5\n", options: options) }
        == "CSV: line 4, column 1 \"a\": \"-inf\" is no finite number; numbers are at most 1.8e308 in size")
  }

  @Test("Where each row misses a value, none is left")
  func allDropped() throws {
    let table = try Table(csv: "a,b\n1,\n,x\n", options: CSVOptions(missingValues: .dropRows))
    #expect(table.rowCount == 0)
    #expect(isSound(table))
    #expect(
      sentence { try table.numbers("a") } == "Table.numbers(_:): the table has no rows; give at least one")
  }

  @Test("Missing numbers are filled with the mean of the present ones, huge ones too")
  func filled() throws {
    let options = CSVOptions(missingValues: .fillWithMean)
    #expect(try Table(csv: "a\n1\nNA\n6\n2\n", options: options).numbers("a") == [1, 3, 6, 2])
    #expect(try Table(csv: "a\n1e308\n?\n1e308\n", options: options).numbers("a") == [1e308, 1e308, 1e308])
  }

  @Test("What has no mean is refused")
  func noMean() {
    let options = CSVOptions(missingValues: .fillWithMean)
    #expect(
      sentence { try Table(csv: "a,b\n1,x\n2,NA\n", options: options) }
        == "CSV: line 3, column 2 \"b\": the value is missing, and a column of text has no mean; "
        + "fill it in, or give CSVOptions(missingValues: .dropRows)"
    )
    #expect(
      sentence { try Table(csv: "a,b\n1,NA\n2,\n", options: options) }
        == "CSV: line 2, column 2 \"b\": all values of the column are missing; leave the column out")
  }

  @Test("Spellings of one's own count before numbers, and replace the common ones")
  func ownSpellings() throws {
    let options = CSVOptions(missingValues: .dropRows, missingSpellings: ["-999"])
    #expect(try Table(csv: "a,b\n-999,x\n1,NA\n", options: options).categories("b").levels == ["NA"])
  }
}
