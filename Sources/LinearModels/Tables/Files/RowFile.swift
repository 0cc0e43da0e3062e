import ChainRule

/// The rows of a table that are not in memory: a number for each row and column, in a file in the temporary folder.
///
/// Of a category the number is the code of its level. Rows lie one after the other, since fits and scores read them so.
struct RowFile: Sendable {
  /// `[rows, columns]`.
  let values: NDArray<Double>
  /// The levels of each column of categories; nil for numbers.
  let levels: [[String]?]

  /// How many rows of this many columns are brought into memory at once: a megabyte.
  static func blockRows(columns: Int) -> Int { max(1, (1 << 17) / max(columns, 1)) }

  var rowCount: Int { values.shape[0] }

  /// The values of some rows of a column, in memory.
  func column(_ index: Int, rows: Range<Int>) -> Table.Column {
    let width = levels.count
    return values.withElements { elements in
      guard let levels = levels[index] else {
        return .numbers(rows.map { elements[$0 * width + index] })
      }
      return .categories(
        Categories(checkedLevels: levels, codes: rows.map { Int(elements[$0 * width + index]) }))
    }
  }

  /// The rows at indices that are known to count rows, in a file of their own.
  func selecting(_ indices: [Int]) throws -> RowFile {
    let width = levels.count
    let chosen = try NDArray<Double>.initialized(
      shape: [indices.count, width], inFile: true, "Table.rows(at:)"
    ) { target in
      values.withElements { elements in
        for (place, row) in indices.enumerated() {
          for column in 0..<width { target[place * width + column] = elements[row * width + column] }
        }
      }
    }
    return RowFile(values: chosen, levels: levels)
  }
}

/// Makes a row file of what the columns of a CSV reader hold, block by block.
struct RowFileWriter {
  private var file: ScratchFile
  /// The columns that are read.
  private let columns: [Int]
  /// How many rows columns may hold until they are written.
  let blockRows: Int

  /// - Parameter columns: The columns that are read.
  init(columns: [Int], operation: String) throws {
    self.columns = columns
    blockRows = RowFile.blockRows(columns: columns.count)
    file = try ScratchFile(operation: operation)
  }

  /// Writes the rows that the columns hold, and empties these; of categories it writes zeros, for codes to come.
  mutating func flush(_ builders: inout [CSVColumnBuilder], rows: Int) throws {
    var block = [Double](repeating: 0, count: rows * columns.count)
    for (place, column) in columns.enumerated() {
      for (row, number) in builders[column].numbers.enumerated() {
        block[row * columns.count + place] = number
      }
      builders[column].removeNumbers()
    }
    try file.append(block)
  }

  /// All that was written, `[rows, columns]`.
  func values(rows: Int) throws -> NDArray<Double> { try file.array(shape: [rows, columns.count]) }
}

extension NDArray<Double> {
  /// Puts the mean of the present numbers of a column in place of the missing ones, of which not all are missing.
  mutating func fillColumnWithMean(_ column: Int, missingCount: Int) {
    let (rows, width) = (shape[0], shape[1])
    let present = Double(rows - missingCount)
    withMutableElements { elements in
      func sum(_ term: (Double) -> Double, _ elements: inout MutableSpan<Double>) -> Double {
        var sum = 0.0
        for row in 0..<rows where !elements[row * width + column].isNaN {
          sum += term(elements[row * width + column])
        }
        return sum
      }
      let total = sum({ $0 }, &elements)
      // The sum of huge numbers overflows where their mean does not.
      let mean = total.isFinite ? total / present : sum({ $0 / present }, &elements)
      for row in 0..<rows where elements[row * width + column].isNaN { elements[row * width + column] = mean }
    }
  }
}
