import ChainRule

/// Named columns of equal length, each of numbers or of categories, none of whose values is missing.
///
/// ```swift
/// let table = try Table(csv: "size,city\n50,Rome\n70,Oslo\n")
/// try table.numbers("size")            // [50.0, 70.0]
/// try table.categories("city").levels  // ["Oslo", "Rome"]
/// ```
///
/// Every number is finite. A table is a value; errors count its rows from 1. The rows of one that was read from a large
/// CSV file lie in a file in the temporary folder; what fits and scores a table reads them in blocks.
public struct Table: Hashable, Sendable {
  /// The values of one column.
  public enum Column: Hashable, Sendable {
    /// Finite numbers, one a row.
    case numbers([Double])
    /// Levels, one a row.
    case categories(Categories)

    /// The number of rows.
    public var count: Int {
      switch self {
      case .numbers(let numbers): numbers.count
      case .categories(let categories): categories.count
      }
    }
  }

  /// The names of the columns, distinct and not empty.
  public let columnNames: [String]
  /// Where the values are.
  private let storage: Storage
  /// The number of rows.
  public let rowCount: Int
  /// How the text was read that the table, or the one its rows were chosen from, comes from; nil if it comes from none.
  ///
  /// It has no part in whether tables are equal.
  public let reading: TableReading?
  /// Where each name stands.
  private let positions: [String: Int]

  private enum Storage: Sendable {
    case memory([Column])
    case file(RowFile)
  }

  /// The columns, in the order of their names.
  ///
  /// - Complexity: O(1); O(rows · columns), in memory too, if the rows lie in a file.
  public var columns: [Column] { columnNames.indices.map(column(at:)) }

  /// Columns with their names.
  ///
  /// - Throws: `ChainRuleError` of kind `.data` if there is no column, names are empty or equal, columns
  ///   differ in length, or a number is not finite.
  /// - Complexity: O(rows · columns).
  public init(columnNames: [String], columns: [Column]) throws {
    let operation = "Table(columnNames:columns:)"
    func failure(_ column: Int, _ problem: String, _ mend: String) -> ChainRuleError {
      ChainRuleError(
        .data, in: operation, operands: "column \(column + 1) \(quoted(columnNames[column]))",
        problem: problem,
        mend: mend)
    }
    guard columnNames.count == columns.count, !columns.isEmpty else {
      throw ChainRuleError(
        .data, in: operation,
        problem: "\(counted(columnNames.count, "name")) came for \(counted(columns.count, "column"))",
        mend: "a table has at least one column, each with a name")
    }
    var seen: Set<String> = []
    for (index, name) in columnNames.enumerated() {
      if name.utf8.allSatisfy(CSVByte.isBlank) {
        throw failure(index, "the name is empty", "name each column")
      }
      if !seen.insert(name).inserted {
        throw failure(index, "an earlier column has the same name", "each column needs a name of its own")
      }
      if columns[index].count != columns[0].count {
        let rows =
          "the column has \(counted(columns[index].count, "row")) and the first has \(columns[0].count)"
        throw failure(index, rows, "columns are equally long")
      }
      if case .numbers(let numbers) = columns[index], let row = numbers.firstIndex(where: { !$0.isFinite }) {
        throw failure(index, "row \(row + 1) is \(numbers[row].spelled)", "a table holds finite numbers")
      }
    }
    self.init(checkedNames: columnNames, columns: columns, rowCount: columns[0].count)
  }

  /// Columns of which the caller knows that they fit.
  init(checkedNames names: [String], columns: [Column], rowCount: Int, reading: TableReading? = nil) {
    columnNames = names
    self.reading = reading
    storage = .memory(columns)
    self.rowCount = rowCount
    positions = Dictionary(zip(names, names.indices)) { first, _ in first }
  }

  /// Columns whose rows lie in a file.
  init(checkedNames names: [String], file: RowFile, reading: TableReading?) {
    columnNames = names
    self.reading = reading
    storage = .file(file)
    rowCount = file.rowCount
    positions = Dictionary(zip(names, names.indices)) { first, _ in first }
  }

  /// Whether the rows lie in a file.
  package var isInFile: Bool { if case .file = storage { true } else { false } }

  /// The values of a column, in memory.
  func column(at position: Int) -> Column {
    switch storage {
    case .memory(let columns): columns[position]
    case .file(let file): file.column(position, rows: 0..<rowCount)
    }
  }

  /// The values of some rows of a column, in memory, and where the first of them stands in it.
  func column(at position: Int, rows: Range<Int>) -> (values: Column, start: Int) {
    switch storage {
    case .memory(let columns): (columns[position], rows.lowerBound)
    case .file(let file): (file.column(position, rows: rows), 0)
    }
  }

  /// The levels of a column of categories; nil for one of numbers.
  func levels(at position: Int) -> [String]? {
    switch storage {
    case .memory(let columns):
      if case .categories(let categories) = columns[position] { categories.levels } else { nil }
    case .file(let file): file.levels[position]
    }
  }

  /// The rows in pieces that have room in memory: all at once, unless they lie in a file.
  package var blocks: [Range<Int>] {
    guard isInFile else { return [0..<rowCount] }
    let size = RowFile.blockRows(columns: columnNames.count)
    return stride(from: 0, to: rowCount, by: size).map { $0..<Swift.min($0 + size, rowCount) }
  }

  /// Whether a column became one of categories because a field of it is no number.
  func isGuessed(_ name: String) -> Bool { reading?.guessedCategories.contains(name) == true }

  /// Where the column of this name stands.
  func position(of name: String, in operation: String) throws -> Int {
    if let position = positions[name] { return position }
    throw ChainRuleError.unknownColumn(name, in: operation, of: columnNames)
  }

  /// The rows at these indices, counted from 0, in this order; one may be there more than once.
  ///
  /// Categories keep all their levels, so that what is learnt from some rows fits the others.
  ///
  /// ```swift
  /// let table = try Table(csv: "x\n10\n20\n30\n")
  /// try table.rows(at: [2, 0]).numbers("x")  // [30.0, 10.0]
  /// ```
  ///
  /// - Throws: `ChainRuleError` of kind `.data` if an index counts no row.
  /// - Complexity: O(indices · columns).
  public func rows(at indices: [Int]) throws -> Table {
    if let outside = indices.first(where: { $0 < 0 || $0 >= rowCount }) {
      throw ChainRuleError(
        .data, in: "Table.rows(at:)", problem: "there is no row at index \(outside)",
        mend: "the table has \(counted(rowCount, "row")), counted from 0")
    }
    return try selecting(indices)
  }

  /// The rows at indices that are known to count rows.
  func selecting(_ indices: [Int]) throws -> Table {
    if case .file(let file) = storage {
      return Table(checkedNames: columnNames, file: try file.selecting(indices), reading: reading)
    }
    let (width, rows) = (columnNames.count, counted(indices.count, "row"))
    try AvailableMemory.require(indices.count, of: 8 * width, for: rows, in: "Table.rows(at:)")
    let chosen = columns.map { column -> Column in
      switch column {
      case .numbers(let numbers): .numbers(indices.map { numbers[$0] })
      case .categories(let categories): .categories(categories.selecting(indices))
      }
    }
    return Table(checkedNames: columnNames, columns: chosen, rowCount: indices.count, reading: reading)
  }

  /// Whether both have the same names and values, wherever these are.
  public static func == (left: Table, right: Table) -> Bool {
    left.columnNames == right.columnNames && left.rowCount == right.rowCount
      && left.columnNames.indices.allSatisfy { left.column(at: $0) == right.column(at: $0) }
  }

  /// Feeds names and values to `hasher`.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(columnNames)
    for position in columnNames.indices { hasher.combine(column(at: position)) }
  }
}
