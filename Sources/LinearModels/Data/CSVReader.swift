import ChainRule

/// Makes a table of the bytes of a CSV text.
///
/// The first pass checks the form of the whole text and reads numbers; a column in which a field is not a
/// number is one of categories from there on. The second pass collects the categories, and is only made if
/// there are any. So a text of numbers is read once, and nothing is kept of it but the numbers.
struct CSVReader {
  private let options: CSVOptions
  private let missing: CSVMissing
  private var scanner: CSVScanner
  private var builders: [CSVColumnBuilder] = []
  /// The scanner behind the header, for the second pass.
  private var body: CSVScanner
  private var rowCount = 0
  /// The records left out for a missing value, ascending, counted from 0 behind the header.
  private var dropped: [Int] = []

  /// A reader of bytes that come from a path, or from memory if that is empty.
  init(bytes: [UInt8], source: String, options: CSVOptions) {
    self.options = options
    missing = CSVMissing(spellings: options.missingSpellings)
    scanner = CSVScanner(bytes: bytes, separator: options.separator.byte, place: CSVPlace(source: source))
    body = scanner
  }

  /// The table of all rows.
  mutating func table() throws -> Table {
    try readNames()
    body = scanner
    try readRows()
    try finishNumbers()
    let categories = try collectCategories()
    var names: [String] = []
    var columns: [Table.Column] = []
    for (index, builder) in builders.enumerated() where builder.kind != .skipped {
      names.append(scanner.place.names[index])
      columns.append(categories[index].map(Table.Column.categories) ?? .numbers(builder.numbers))
    }
    return Table(checkedNames: names, columns: columns, rowCount: rowCount)
  }

  private mutating func readNames() throws {
    scanner.place.names = try CSVHeader(hasNames: options.hasHeader).names(from: &scanner)
    let names = scanner.place.names
    for name in options.categories.union(options.columns ?? []).sorted() where !names.contains(name) {
      throw NearNames.unknownColumn(name, in: "CSV", of: names, source: scanner.place.source)
    }
    if options.columns?.isEmpty == true {
      throw scanner.place.failure(.data, "no columns are to be read", "name at least one")
    }
    builders = names.map { name in
      if options.columns?.contains(name) == false { return CSVColumnBuilder(.skipped) }
      return CSVColumnBuilder(options.categories.contains(name) ? .categories : .numbers)
    }
  }

  private mutating func readRows() throws {
    var record = 0
    var emptyLine: Int?
    while !scanner.isAtEnd {
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
      var isDropped = false
      for column in builders.indices {
        isDropped = try take(field, column: column) || isDropped
        if column + 1 < builders.count {
          if field.endsRecord { throw tooFew(column + 1, line: field.line) }
          field = try scanner.next()
        }
      }
      if !field.endsRecord { throw tooMany(line: field.line) }
      if isDropped {
        dropped.append(record)
        for column in builders.indices { builders[column].removeLast(rowLine: rowLine) }
      } else {
        rowCount += 1
      }
      record += 1
    }
  }

  /// Hands a field to its column; true if its row is to be left out.
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
        "fill it in, or choose to drop such rows or to fill with the mean")
    }
    builders[column].appendMissing(line: field.line)
    return options.missingValues == .dropRows
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

  /// Refuses infinite numbers and fills in missing ones.
  private mutating func finishNumbers() throws {
    for column in builders.indices {
      let builder = builders[column]
      if builder.kind == .numbers, let (line, text) = builder.firstInfinite {
        throw scanner.place.unusable(
          line, column, "\(quoted(text)) is no finite number", "numbers are at most 1.8e308 in size")
      }
      guard options.missingValues == .fillWithMean, let line = builder.firstMissingLine else { continue }
      if builder.kind == .categories {
        throw scanner.place.unusable(
          line, column, "the value is missing, and a column of text has no mean", "choose to drop such rows")
      }
      if builder.missingCount == rowCount {
        throw scanner.place.unusable(
          line, column, "all values of the column are missing", "leave the column out")
      }
      builders[column].fillWithMean()
    }
  }

  /// The categories of the columns that have them, nil for the others.
  private mutating func collectCategories() throws -> [Categories?] {
    var collectors = builders.map { $0.kind == .categories ? CategoryCollector() : nil }
    guard rowCount > 0, collectors.contains(where: { $0 != nil }) else {
      return collectors.map { $0?.categories }
    }
    var record = 0
    var nextDropped = 0
    while record < rowCount + dropped.count {
      let isDropped = nextDropped < dropped.count && dropped[nextDropped] == record
      if isDropped { nextDropped += 1 }
      for column in builders.indices {
        let field = try body.next()
        if !isDropped { collectors[column]?.append(body.text(of: field)) }
      }
      record += 1
    }
    return collectors.map { $0?.categories }
  }
}
