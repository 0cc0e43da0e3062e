import ChainRule
import LinearModels
import Testing

@Suite("What was read of a file")
struct TableReadingTests {
  @Test("The rows left out and filled in are counted, in memory and for chosen rows")
  func counts() throws {
    let text = "a,b,y\n1,2,1\n,3,2\n4,,3\n,,4\n5,6,5\n"
    let dropped = try Table(csv: text, options: CSVOptions(missingValues: .dropRows))
    #expect(dropped.rowCount == 2 && dropped.reading?.droppedRows == 3 && dropped.reading?.filledRows == 0)
    let filled = try Table(csv: text, options: CSVOptions(missingValues: .fillWithMean))
    #expect(filled.rowCount == 5 && filled.reading?.droppedRows == 0 && filled.reading?.filledRows == 3)
    #expect(try filled.rows(at: [0]).reading == filled.reading)
    #expect(try Table(columnNames: ["a"], columns: [.numbers([1])]).reading == nil)
  }

  @Test("A missing target is never filled in")
  func target() throws {
    let table = try Table(csv: "a,y\n1,2\n2,\n3,4\n", options: CSVOptions(missingValues: .fillWithMean))
    #expect(
      sentence { try LinearModel(.leastSquares).fit(table, target: "y") }
        == "LinearModel.fit: column \"y\": the value of line 3 is missing, and a target is never filled in; "
        + "remove such rows, or give CSVOptions(missingValues: .dropRows)")
    // Of features, it is.
    let other = try Table(csv: "a,y\n1,2\n,3\n3,4\n5,9\n", options: CSVOptions(missingValues: .fillWithMean))
    #expect(throws: Never.self) { try LinearModel(.leastSquares).fit(other, target: "y") }
  }

  @Test("Classes keep their names: 01, 1 and 007 are three, and integers that no double tells apart are two")
  func classNames() throws {
    for names in [
      ["01", "1", "007"], ["9007199254740992", "9007199254740993"], ["1", "1.0"], ["-0", "0"],
    ] {
      let text = "a,y\n" + (0..<12).map { "\($0),\(names[$0 % names.count])\n" }.joined()
      let table = try Table(csv: text, options: CSVOptions(categories: ["y"]))
      #expect(Set(try table.classLabels("y").levels) == Set(names))
      let fitted = try LinearModel(.softmax, penalty: .ridge(1)).fit(table, target: "y")
      #expect(Set(fitted.labels?.classes ?? []) == Set(names))
    }
    for names in [["01", "1"], ["9007199254740992", "9007199254740993"], ["007", "8"], ["+1", "-1"]] {
      let text = "a,y\n" + (0..<12).map { "\($0),\(names[$0 % 2])\n" }.joined()
      let error = #expect(throws: ChainRuleError.self) { try Table(csv: text).classLabels("y") }
      #expect(error?.mend == "read it with CSVOptions(categories: [\"y\"])")
      #expect(try Table(csv: text).numbers("y").count == 12)
    }
  }

  @Test("Classes that are numbers are in the order of numbers, without the spaces around them")
  func classOrder() throws {
    let text = "a,y\n1,10\n2, 9\n3,9 \n4,-1\n"
    let table = try Table(csv: text, options: CSVOptions(categories: ["y"]))
    #expect(
      try table.classLabels("y").levels == ["-1", "9", "10"] && table.classLabels("y").codes == [2, 1, 1, 0])
    #expect(try Table(csv: text).classLabels("y").levels == ["-1", "9", "10"])
  }

  @Test("Texts in other encodings are named, in pieces of any size")
  func encodings() throws {
    let text = "a,b\n1,2\n3,4\n"
    for (isWide, isLittle, isMarked) in [
      (false, true, true), (false, false, true), (false, true, false), (false, false, false),
      (true, true, true), (true, false, false),
    ] {
      var bytes: [UInt8] = []
      for scalar in (isMarked ? "\u{FEFF}" : "").unicodeScalars + text.unicodeScalars {
        let wide = [UInt8(scalar.value & 0xFF), UInt8(scalar.value >> 8), 0, 0].prefix(isWide ? 4 : 2)
        bytes += isLittle ? Array(wide) : wide.reversed()
      }
      #expect(
        sentence { try Table(csvBytes: bytes) }
          == "CSV: the text is in the encoding UTF-\(isWide ? 32 : 16); save the file in the encoding UTF-8")
    }
    #expect(
      sentence { try Table(csv: "a,b\n1,2\n3,4\u{0}\n") }
        == "CSV: line 3, column 2 \"b\": the field has a NUL byte, which is in no text; save the file in the encoding UTF-8"
    )
    #expect(
      sentence { try Table(csv: "a,b\u{0}c\n1,2\n") }.contains("line 1, column 2: the field has a NUL byte"))
  }

  @Test("Columns are left out by their names")
  func ignored() throws {
    #expect(try Table(csv: "a,b\n1,x\n", options: CSVOptions(ignoring: ["b"])).columnNames == ["a"])
    #expect(
      sentence { try Table(csv: "a,b\n1,2\n", options: CSVOptions(ignoring: ["c"])) }.contains(
        "no such column"))
    #expect(
      sentence { try Table(csv: "a,b\n1,2\n", options: CSVOptions(ignoring: ["a", "b"])) }.contains(
        "no columns are to be read"))
  }
}
