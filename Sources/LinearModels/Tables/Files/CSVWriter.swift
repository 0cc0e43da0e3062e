import ChainRule

/// Puts tables into CSV texts.
struct CSVWriter {
  /// What stands between two fields.
  let separator: CSVOptions.Separator

  /// No fewer bytes than the text of a table has.
  func mostBytes(of table: Table) -> Int {
    let names = table.columnNames.reduce(1) { $0 + 2 * $1.utf8.count + 3 }
    return table.columns.reduce(names) { bytes, column in
      switch column {
      case .numbers: bytes + 25 * table.rowCount
      case .categories(let categories):
        bytes + table.rowCount * (3 + 2 * (categories.levels.map(\.utf8.count).max() ?? 0))
      }
    }
  }

  /// The table in UTF-8: a header line and the rows, each ended by LF.
  func bytes(of table: Table) -> [UInt8] {
    var bytes: [UInt8] = []
    for (column, name) in table.columnNames.enumerated() {
      if column > 0 { bytes.append(separator.byte) }
      append(name, to: &bytes)
    }
    bytes.append(CSVByte.lineFeed)
    // A level is put in quotes once and not in each row.
    let levels = table.columns.map { column -> [[UInt8]] in
      guard case .categories(let categories) = column else { return [] }
      return categories.levels.map { level in
        var text: [UInt8] = []
        append(level, to: &text)
        return text
      }
    }
    for row in 0..<table.rowCount {
      for (index, column) in table.columns.enumerated() {
        if index > 0 { bytes.append(separator.byte) }
        switch column {
        case .numbers(let numbers): bytes.append(contentsOf: numbers[row].shortestText.utf8)
        case .categories(let categories): bytes.append(contentsOf: levels[index][categories.codes[row]])
        }
      }
      bytes.append(CSVByte.lineFeed)
    }
    return bytes
  }

  /// Appends a text, in quotes where a reader would not take it for one field otherwise.
  private func append(_ text: String, to bytes: inout [UInt8]) {
    let needsQuotes =
      text.isEmpty || text.utf8.starts(with: [0xEF, 0xBB, 0xBF])
      || text.utf8.contains {
        $0 == separator.byte || $0 == CSVByte.quote || $0 == CSVByte.lineFeed || $0 == CSVByte.carriageReturn
      }
    guard needsQuotes else {
      bytes.append(contentsOf: text.utf8)
      return
    }
    bytes.append(CSVByte.quote)
    for byte in text.utf8 {
      if byte == CSVByte.quote { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(CSVByte.quote)
  }
}
