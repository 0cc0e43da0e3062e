import ChainRule

/// Makes a table of the bytes of a CSV text, in memory or in a row file.
///
/// The first pass checks the form of the whole text and reads numbers; a column in which a field is not a
/// number is one of categories from there on. The second pass collects the categories, and is only made if
/// there are any. So a text of numbers is read once, and nothing is kept of it but the numbers. With a row file
/// the columns hold a block of rows at a time.
struct CSVReader {
  private let options: CSVOptions
  private let missing: CSVMissing
  var scanner: CSVScanner
  var builders: [CSVColumnBuilder] = []
  private let usesRowFile: Bool
  /// Where full blocks of rows go; nil where the columns keep all.
  private var writer: RowFileWriter?
  /// How many rows of the columns are not written yet.
  private var blockCount = 0
  /// The scanner behind the header, for the second pass.
  var body: CSVScanner
  var rowCount = 0
  /// How many rows the columns have room for.
  private var roomCount = 0
  /// How many of them have a value that was filled in.
  private var filledRows = 0
  /// The records left out for a missing value, counted from 0 behind the header.
  var dropped = RowMarks()

  /// A reader of bytes that come from a path, or from memory if that is empty.
  init(bytes: [UInt8], source: String, options: CSVOptions) {
    self.options = options
    missing = CSVMissing(spellings: options.missingSpellings)
    scanner = CSVScanner(bytes: bytes, separator: options.separator.byte, place: CSVPlace(source: source))
    body = scanner
    usesRowFile = false
  }

  /// A reader of a file, piece by piece.
  init(file: OpenFile, pieceSize: Int, options: CSVOptions, usesRowFile: Bool) throws {
    self.options = options
    missing = CSVMissing(spellings: options.missingSpellings)
    scanner = try CSVScanner(
      file: file, pieceSize: pieceSize, separator: options.separator.byte, place: CSVPlace(source: file.path))
    body = scanner
    self.usesRowFile = usesRowFile
  }

  /// The table of all rows.
  mutating func table() throws -> Table {
    try scanner.refuseWideEncoding()
    try readNames()
    body = scanner
    if usesRowFile {
      writer = try RowFileWriter(
        columns: builders.indices.filter { builders[$0].kind != .skipped }, operation: "CSV")
    }
    try readRows()
    if writer != nil { return try tableInFile() }
    try finishNumbers()
    let categories = try collectCategories()
    var names: [String] = []
    var columns: [Table.Column] = []
    for (index, builder) in builders.enumerated() where builder.kind != .skipped {
      names.append(scanner.place.names[index])
      columns.append(categories[index].map(Table.Column.categories) ?? .numbers(builder.numbers))
    }
    return Table(checkedNames: names, columns: columns, rowCount: rowCount, reading: reading)
  }

  /// What is to be known of the reading, when it is done.
  private var reading: TableReading {
    let named = zip(scanner.place.names, builders).filter { $0.1.kind != .skipped }
    func lines<Value>(_ value: (CSVColumnBuilder) -> Value?) -> [String: Value] {
      Dictionary(named.compactMap { name, builder in value(builder).map { (name, $0) } }) { first, _ in first
      }
    }
    let fills = options.missingValues == .fillWithMean
    return TableReading(
      droppedRows: dropped.count, filledRows: filledRows,
      firstFilledLines: fills ? lines(\.firstMissingLine) : [:],
      guessedCategories: Set(named.filter { $0.1.kind == .categories && $0.1.firstText != nil }.map(\.0)),
      respelled: lines { $0.kind == .numbers ? $0.firstRespelled?.text : nil })
  }

  private mutating func readNames() throws {
    scanner.place.names = try CSVHeader(hasNames: options.hasHeader).names(from: &scanner)
    let names = scanner.place.names
    for name in options.categories.union(options.columns ?? []).union(options.ignored).sorted()
    where !names.contains(name) {
      throw ChainRuleError.unknownColumn(name, in: "CSV", of: names, source: scanner.place.source)
    }
    if options.columns?.isEmpty == true || Set(names).isSubset(of: options.ignored) {
      throw scanner.place.failure(.data, "no columns are to be read", "name at least one")
    }
    builders = names.map { name in
      if options.columns?.contains(name) == false || options.ignored.contains(name) {
        return CSVColumnBuilder(.skipped)
      }
      return CSVColumnBuilder(options.categories.contains(name) ? .categories : .numbers)
    }
  }

  private mutating func readRows() throws {
    var record = 0
    var emptyLine: Int?
    while try !scanner.isAtEnd() {
      var field = try scanner.next()
      if field.endsRecord, builders.count > 1, !field.isQuoted, field.start == field.end {
        // Behind the last row it can be nothing but an empty line.
        emptyLine = emptyLine ?? field.line
        continue
      }
      if let emptyLine {
        throw scanner.place.malformed(
          emptyLine, 0, "the line is empty, and there are \(counted(builders.count, "column"))",
          "remove the line")
      }
      let rowLine = field.line
      var isIncomplete = false
      for column in builders.indices {
        isIncomplete = try take(field, column: column) || isIncomplete
        if column + 1 < builders.count {
          if field.endsRecord { throw tooFew(column + 1, line: field.line) }
          field = try scanner.next()
        }
      }
      if !field.endsRecord { throw tooMany(line: field.line) }
      if isIncomplete, options.missingValues == .dropRows {
        dropped.insert(record)
        for column in builders.indices { builders[column].removeLast(rowLine: rowLine) }
      } else {
        rowCount += 1
        filledRows += isIncomplete ? 1 : 0
        try finishRow()
      }
      record += 1
    }
  }

  /// Counts a row, and writes the block that it fills.
  private mutating func finishRow() throws {
    guard writer != nil else {
      if rowCount >= roomCount { try makeRoom() }
      return
    }
    blockCount += 1
    if blockCount == writer?.blockRows { try flush() }
  }

  /// Makes room for twice as many rows in columns of numbers, one column after the other: what is full is let go.
  private mutating func makeRoom() throws {
    let next = max(2 * rowCount, 1 << 10)
    for column in builders.indices where builders[column].kind == .numbers {
      try requireMemory(next, of: 8, for: "\(next) numbers of column \(scanner.place.names[column])")
      builders[column].reserveCapacity(next)
    }
    roomCount = next
  }

  /// - Throws: `ChainRuleError` of kind `.data`.
  func requireMemory(_ count: Int, of bytes: Int, for what: @autoclosure () -> String) throws {
    try AvailableMemory.require(
      count, of: bytes, for: what(), in: "CSV", operands: scanner.place.source,
      mend: "give the path of a file of 16 MB or more, whose numbers do not go into memory")
  }

  private mutating func flush() throws {
    try writer?.flush(&builders, rows: blockCount)
    blockCount = 0
  }

  /// Hands a field to its column; true if its value is missing.
  private mutating func take(_ field: CSVField, column: Int) throws -> Bool {
    if !field.isASCII { try scanner.checkUTF8(field, column: column) }
    if builders[column].kind == .skipped { return false }
    guard missing.contains(field, of: scanner.bytes) else {
      builders[column].append(field, of: scanner.bytes)
      return false
    }
    if options.missingValues == .refuse {
      throw scanner.place.unusable(
        field.line, column, "the value is missing",
        .either(
          "fill it in",
          "give \(CSVSetting.missing(.dropRows)) or \(CSVSetting.missing(.fillWithMean))"))
    }
    builders[column].appendMissing(line: field.line)
    return true
  }

  private func tooFew(_ found: Int, line: Int) -> ChainRuleError {
    scanner.place.malformed(
      line, found, "the row ends after \(counted(found, "field")) of \(builders.count)",
      "an empty value still needs its separator")
  }

  private func tooMany(line: Int) -> ChainRuleError {
    scanner.place.malformed(
      line, builders.count, "the row has more fields than there are columns, \(builders.count)",
      "put a field that contains the separator in quotes")
  }

  /// The table of all rows, of which the last block is not written yet.
  private mutating func tableInFile() throws -> Table {
    try flush()
    let kept = builders.indices.filter { builders[$0].kind != .skipped }
    guard var values = try writer?.values(rows: rowCount) else { preconditionFailure("no row file") }
    writer = nil
    try finishNumbers { column, missingCount in
      let place = kept.firstIndex(of: column) ?? 0
      values.fillColumnWithMean(place, missingCount: missingCount)
    }
    let levels = try collectCategories(into: &values, kept)
    let names = kept.map { scanner.place.names[$0] }
    return Table(checkedNames: names, file: RowFile(values: values, levels: levels), reading: reading)
  }

  /// Refuses infinite numbers and fills in missing ones.
  ///
  /// - Parameter fill: What fills in those of a column that are not in memory.
  private mutating func finishNumbers(filling fill: ((Int, Int) -> Void)? = nil) throws {
    for column in builders.indices {
      let builder = builders[column]
      if builder.kind == .numbers, let (line, text) = builder.firstInfinite {
        throw scanner.place.unusable(
          line, column, "\(quoted(text)) is no finite number", "numbers are at most 1.8e308 in size")
      }
      guard options.missingValues == .fillWithMean, let line = builder.firstMissingLine else { continue }
      if builder.kind == .categories {
        throw scanner.place.unusable(
          line, column, "the value is missing, and a column of text has no mean",
          .either("fill it in", "give \(CSVSetting.missing(.dropRows))"))
      }
      if builder.missingCount == rowCount {
        throw scanner.place.unusable(
          line, column, "all values of the column are missing", "leave the column out")
      }
      if let fill {
        fill(column, builder.missingCount)
      } else {
        builders[column].fillWithMean()
      }
    }
  }
}
