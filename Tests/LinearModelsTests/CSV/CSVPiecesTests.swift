import ChainRule
import Foundation
import LinearModels
import Testing

/// A file read in pieces, into memory or a row file, is the table of its text.
@Suite struct CSVPiecesTests {
  private let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).csv")
    .path

  private func outcome(_ body: () throws -> Table) -> Result<Table, ChainRuleError> {
    do { return .success(try body()) } catch let error as ChainRuleError {
      return .failure(error)
    } catch { return .failure(ChainRuleError(.file, in: "?", problem: "\(error)")) }
  }

  /// Demands that the bytes make the same table, or the same error, whatever their pieces.
  private func check(_ bytes: [UInt8], _ options: CSVOptions = CSVOptions(), pieces: [Int]) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let expected = outcome { try Table(csvBytes: bytes, options: options) }
    for piece in pieces {
      for limit in [0, Int.max] {
        let found = outcome {
          try Table(csvFile: path, options: options, rowFileFrom: limit, pieceSize: piece)
        }
        let text = String(decoding: bytes, as: UTF8.self)
        switch (expected, found) {
        case (.success(let expected), .success(let found)):
          #expect(found == expected && found.isInFile == (limit == 0), "\(text.debugDescription), \(piece)")
        case (.failure(let expected), .failure(let found)):
          let operands = expected.operands.isEmpty ? path : "\(path), \(expected.operands)"
          #expect(
            found.problem == expected.problem && found.mend == expected.mend && found.kind == expected.kind
              && found.operands == operands, "\(text.debugDescription), \(piece): \(found)")
        default: Issue.record("\(text.debugDescription), pieces of \(piece): \(found), not \(expected)")
        }
      }
    }
  }

  @Test("Real data", arguments: ["iris", "diabetes"])
  func real(name: String) throws {
    let data = try Data(contentsOf: URL(fileURLWithPath: resource(name)))
    try check(Array(data), pieces: [1, 7, 1000, 1 << 20])
  }

  @Test("Random texts, most of them malformed, with every use for missing values")
  func random() throws {
    var generator = SeededGenerator(seed: 7)
    let parts = [
      "1", "-2.5e3", "a", "é", ",", ",", "\n", "\n", "\r\n", "\r", "\"", "\"\"", "NA", "\"x,\ny\"", "1e999",
    ]
    for round in 0..<400 {
      var text = round % 2 == 0 ? "a,b\n" : "a\n"
      for _ in 0..<Int(generator.uniform() * 14) {
        text += parts[Int(generator.uniform() * Double(parts.count))]
      }
      let missing = CSVOptions.MissingValues.allCases[round % 3]
      try check(Array(text.utf8), CSVOptions(missingValues: missing), pieces: [1, 2, 5])
    }
  }

  @Test("Random tables of good form, with gaps, categories that come late and blocks of rows")
  func goodForm() throws {
    var generator = SeededGenerator(seed: 8)
    for missing in CSVOptions.MissingValues.allCases.dropFirst() {
      var text = "x,size,city\n"
      for row in 0..<1000 {
        let gap = generator.uniform() < 0.1 ? "NA" : "\(generator.uniform())"
        let city = ["Rome", "Oslo", "\"New\nYork\""][Int(generator.uniform() * 3)]
        text += "\(gap),\(row < 600 || missing == .fillWithMean ? "\(row)" : "many"),\(city)\n"
      }
      try check(Array(text.utf8), CSVOptions(missingValues: missing), pieces: [1, 64, 5000])
      try check(
        Array(text.utf8), CSVOptions(missingValues: missing, columns: ["x", "city"]), pieces: [100])
    }
  }

  @Test("More rows than a block has")
  func blocks() throws {
    // 131072 numbers are a block.
    var text = "a,b,c\n"
    for row in 0..<100_000 { text += "\(row),\(row % 7),\(row % 3 == 0 ? "x" : "y")\n" }
    try check(Array(text.utf8), pieces: [1 << 20])
  }

  @Test("A malformed row at the end is told by line and column")
  func malformedEnd() throws {
    let rows = String(repeating: "1,2\n", count: 5000)
    for (end, sentence) in [
      (
        "3\n",
        "line 5002, column 2 \"b\": the row ends after 1 field of 2; an empty value still needs its separator"
      ),
      (
        "3,\"4",
        "line 5002, column 2 \"b\": the quote that opens this field is never closed; "
          + "close it, or double the quotes inside the field"
      ),
    ] {
      try Data(("a,b\n" + rows + end).utf8).write(to: URL(fileURLWithPath: path))
      defer { try? FileManager.default.removeItem(atPath: path) }
      #expect(
        LinearModelsTests.sentence { try Table(csvFile: path, options: CSVOptions(), rowFileFrom: 0) }
          == "CSV: \(path), \(sentence)")
    }
  }

  @Test("A word among many numbers is told by line and column, and not made a hundred thousand categories")
  func misspeltEnd() throws {
    var text = "a,b\n"
    for row in 0..<100_001 { text += "\(row),1\n" }
    try Data((text + "oops,1\n").utf8).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(
      sentence { try Table(csvFile: path, options: CSVOptions(), rowFileFrom: 0) }
        == "CSV: \(path), line 100003, column 1 \"a\": \"oops\" is no number, and as categories the column has "
        + "more than 100000 different texts; mend the value, or leave the column out")
  }

  @Test("Some rows of a table in a file are those of the table in memory, in a file too")
  func rows() throws {
    try Data(contentsOf: URL(fileURLWithPath: resource("iris"))).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let memory = try Table(csvFile: path)
    let file = try Table(csvFile: path, options: CSVOptions(), rowFileFrom: 0)
    #expect(file == memory && file.hashValue == memory.hashValue && !memory.isInFile)
    #expect(try file.rows(at: [3, 140, 3]) == memory.rows(at: [3, 140, 3]))
    let (left, right) = (
      try file.split(testFraction: 0.2, seed: 1, stratifiedBy: "species"),
      try memory.split(testFraction: 0.2, seed: 1, stratifiedBy: "species")
    )
    #expect(left.training == right.training && left.test == right.test && left.training.isInFile)
    #expect(file.csv() == memory.csv() && file.warnings == memory.warnings)
    let features = try file.features(excluding: "species")
    #expect(try features == memory.features(excluding: "species") && features.features.isInFile)
  }
}
