import ChainRule

extension Table {
  /// Reads a table from a CSV text.
  ///
  /// The form is that of RFC 4180: fields separated by commas, in quotes where they contain a separator, a
  /// quote (doubled) or the end of a line. Lines end with LF, CRLF or CR, the last one or not. A byte order
  /// mark, and empty lines at the end of a text of several columns, are passed over; in one column, an
  /// empty line is a missing value.
  ///
  /// A column holds numbers if every field of it that is not missing reads as one: decimal digits with an
  /// optional sign, point and exponent, and spaces around them. Otherwise it holds categories, spaces and
  /// all.
  ///
  /// ```swift
  /// let table = try Table(csv: "size,city\n50,\"Rome, Italy\"\n70,Oslo\n")
  /// table.columnNames                // ["size", "city"]
  /// try table.categories("city")[0]  // Rome, Italy
  /// ```
  ///
  /// - Throws: `ChainRuleError` that names the line, counted from 1 as an editor does, and the column. Its
  ///   kind is `.file` where the form is wrong: too few or too many fields in a row, quotes not closed or
  ///   out of place, bytes that are not UTF-8. It is `.data` where the content is: a missing value (unless
  ///   the options have another use for it), a number that no double holds, a column name that is empty or
  ///   there twice.
  /// - Complexity: O(bytes) on average, and sorting the levels of categories.
  /// - Source: RFC 4180, section 2.
  public init(csv text: String, options: CSVOptions = CSVOptions()) throws {
    try AvailableMemory.require(
      text.utf8.count, of: 1, for: "a copy of the text", in: "CSV",
      mend: "write it to a file, and give its path")
    try self.init(csvBytes: Array(text.utf8), options: options)
  }

  /// Reads a table from the bytes of a CSV text in UTF-8, as `init(csv:options:)` does.
  ///
  /// - Throws: `ChainRuleError` of kind `.file` or `.data`, naming line and column.
  /// - Complexity: O(bytes) on average, and sorting the levels of categories.
  public init(csvBytes bytes: [UInt8], options: CSVOptions = CSVOptions()) throws {
    var reader = CSVReader(bytes: bytes, source: "", options: options)
    self = try reader.table()
  }

  /// Reads a table from a CSV file, as `init(csv:options:)` does.
  ///
  /// The file is read piece by piece. The numbers of one of 16 MB or more do not go into memory but into a file in the
  /// temporary folder, which needs room for 8 bytes a field; nothing is left of it when the table is gone.
  ///
  /// - Throws: `ChainRuleError` of kind `.file` if the file cannot be read, and as `init(csv:options:)`
  ///   with the path before line and column.
  /// - Complexity: O(bytes) on average, and sorting the levels of categories.
  public init(csvFile path: String, options: CSVOptions = CSVOptions()) throws {
    try self.init(csvFile: path, options: options, rowFileFrom: 16 << 20)
  }

  /// Reads a table from a CSV file, with the rows of files from a number of bytes on in a row file.
  package init(
    csvFile path: String, options: CSVOptions, rowFileFrom limit: Int, pieceSize: Int = 1 << 20
  ) throws {
    let file = try FileBytes.open(path, operation: "Table(csvFile:options:)")
    var reader = try CSVReader(
      file: file, pieceSize: pieceSize, options: options, usesRowFile: file.byteCount >= limit)
    self = try reader.table()
    try file.refuseChange()
  }

  /// The table as a CSV text that reads back as the same values: a header line and the rows, ended by LF.
  ///
  /// Numbers have as many digits as it takes to read them back exactly. Text is in quotes where it needs to
  /// be.
  ///
  /// A level that is spelled like a number or like a missing value reads back as that, unless the options
  /// for reading say otherwise.
  ///
  /// ```swift
  /// let table = try Table(columnNames: ["x", "y"], columns: [.numbers([1, 2]), .numbers([0.1, 0.2])])
  /// print(table.csv())
  /// // x,y
  /// // 1,0.1
  /// // 2,0.2
  /// ```
  ///
  /// - Complexity: O(length of the text).
  public func csv(separator: CSVOptions.Separator = .comma) -> String {
    String(decoding: CSVWriter(separator: separator).bytes(of: self), as: UTF8.self)
  }

  /// Writes the table to a CSV file, whole or not at all.
  ///
  /// - Throws: `ChainRuleError` of kind `.file` if the file cannot be written.
  /// - Complexity: O(length of the text).
  public func write(csvFile path: String, separator: CSVOptions.Separator = .comma) throws {
    let operation = "Table.write(csvFile:separator:)"
    let writer = CSVWriter(separator: separator)
    // The text grows to twice its length, with as much still there from before.
    try AvailableMemory.require(
      writer.mostBytes(of: self), of: 3, for: "the text of \(counted(rowCount, "row"))", kind: .file,
      in: operation, operands: path)
    try FileBytes.write(writer.bytes(of: self), to: path, operation: operation)
  }
}
