public import ChainRule
import Foundation

extension FeatureEncoding {
  /// The features of a table that has the columns of this encoding, in any order and among others.
  ///
  /// ```swift
  /// let table = try Table(csv: "size,city\n50,Rome\n70,Oslo\n")
  /// try FeatureEncoding(of: table).features(of: table).elements  // [50.0, 1.0, 70.0, 0.0]
  /// ```
  ///
  /// - Shape: `[rows, features]`.
  /// - Throws: `ChainRuleError` of kind `.data` if the table has no rows, a column is not there or of the
  ///   other type, or a row has a level that the encoding does not know; it names the column and the row,
  ///   counted from 1.
  /// - Complexity: O(rows · features). If the rows lie in a file, so do the features.
  public func features(of table: Table) throws -> NDArray<Double> {
    let operation = "FeatureEncoding.features(of:)"
    try table.refuseNoRows(operation)
    if table.isInFile { return try featuresInFile(of: table, operation) }
    return try features(of: table, rows: 0..<table.rowCount)
  }

  /// The features of some rows of a table, counted from 0, without making those of the others.
  ///
  /// - Shape: `[rows, features]`.
  /// - Throws: As `features(of:)`, and if the range has rows that are not there.
  /// - Complexity: O(rows in the range · features + levels).
  public func features(of table: Table, rows: Range<Int>) throws -> NDArray<Double> {
    let operation = "FeatureEncoding.features(of:)"
    guard rows.lowerBound >= 0, rows.upperBound <= table.rowCount else {
      throw ChainRuleError(
        .data, in: operation, problem: "there are no rows \(rows.lowerBound)..<\(rows.upperBound)",
        mend: "the table has \(counted(table.rowCount, "row")), counted from 0")
    }
    let shape = [rows.count, featureCount]
    try Self.checkMemory(shape, operation)
    let blocks = try inputs.map { try block($0, of: table, rows: rows, in: operation) }
    return try .initialized(shape: shape, in: operation) { write(blocks, to: $0) }
  }

  /// The features of a table whose rows lie in a file, in another file.
  private func featuresInFile(of table: Table, _ operation: String) throws -> NDArray<Double> {
    let width = featureCount
    return try .initialized(shape: [table.rowCount, width], inFile: true, operation) { features in
      for rows in table.blocks {
        let blocks = try inputs.map { try block($0, of: table, rows: rows, in: operation) }
        write(blocks, to: features + rows.lowerBound * width)
      }
    }
  }

  /// Writes the features of some rows, one row after the other.
  private func write(_ blocks: [Block], to features: UnsafeMutablePointer<Double>) {
    let stride = featureCount
    var first = 0
    for (input, block) in zip(inputs, blocks) {
      switch block {
      case .numbers(let numbers):
        for (row, number) in numbers.enumerated() { features[row * stride + first] = number }
      case .codes(let codes, let featureOfCode):
        let width = width(of: input)
        for (row, code) in codes.enumerated() {
          let start = row * stride + first
          for offset in 0..<width { features[start + offset] = 0 }
          if let offset = featureOfCode[code], offset >= 0 { features[start + offset] = 1 }
        }
      }
      first += width(of: input)
    }
  }

  /// What the features of one column are made of.
  private enum Block {
    case numbers(ArraySlice<Double>)
    /// For each code of the table's own levels, the feature that is 1; −1 for the reference.
    case codes(ArraySlice<Int>, featureOfCode: [Int?])
  }

  private func block(_ input: Input, of table: Table, rows: Range<Int>, in operation: String) throws -> Block
  {
    let position = try table.position(of: input.name, in: operation)
    let (values, start) = table.column(at: position, rows: rows)
    let own = start..<start + rows.count
    switch (values, input.levels) {
    case (.numbers(let numbers), nil): return .numbers(numbers[own])
    case (.categories, nil):
      guard case .categories(let categories) = table.column(at: position) else { return .numbers([]) }
      throw categories.notNumbers(in: operation, column: input.name)
    case (.numbers(let numbers), let levels?):
      let first = rows.first.map { "row \($0 + 1) is \(levelName(numbers[own.lowerBound])), and " } ?? ""
      throw ChainRuleError(
        .data, in: operation, operands: "column \(quoted(input.name))",
        saying: "\(first)text is needed, such as \(quoted(levels[0]))",
        advice: "read the table with \(CSVSetting.categories(column: input.name))")
    case (.categories(let categories), let levels?):
      let shift = keepsAllLevels ? 0 : 1
      let known = Dictionary(uniqueKeysWithValues: zip(levels, levels.indices))
      let featureOfCode = categories.levels.map { level in known[level].map { $0 - shift } }
      let codes = categories.codes[own]
      if let row = codes.indices.first(where: { featureOfCode[codes[$0]] == nil }) {
        let level = categories.levels[codes[row]]
        throw ChainRuleError(
          .data, in: operation, operands: "column \(quoted(input.name))",
          problem:
            "row \(rows.lowerBound + row - start + 1) is \(quoted(level)), a level that the encoding does not know",
          mend: NearNames.suggestion(for: level, among: levels))
      }
      return .codes(codes, featureOfCode: featureOfCode)
    }
  }

  /// Refuses features that the machine has no memory for, before the system ends the process for them.
  private static func checkMemory(_ shape: [Int], _ operation: String) throws {
    let (count, overflows) = shape[0].multipliedReportingOverflow(by: shape[1])
    let available = ProcessInfo.processInfo.physicalMemory / UInt64(MemoryLayout<Double>.stride)
    guard overflows || UInt64(count) > available else { return }
    throw ChainRuleError(
      .data, in: operation, operands: "features \(shape)",
      problem: "they are larger than the memory of this machine",
      mend: "read them in blocks of rows, or leave out columns of many levels")
  }
}
