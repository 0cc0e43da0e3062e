package import ChainRule

/// Some rows of a table as features.
package struct RowBlock: Sendable {
  /// The features, `[rows, features]`.
  package let features: NDArray<Double>
  /// The numbers to be predicted, `[rows]`: of classes the indices of their levels; nil where there is no target.
  package let target: NDArray<Double>?
}

/// The rows of a table as features and a target, made for one block of rows at a time, wherever the rows lie.
package struct TableRows: Sendable {
  private let table: Table
  private let encoding: FeatureEncoding
  private let target: NDArray<Double>?
  private var position = 0

  /// The rows of a table, with the numbers to be predicted, one a row, if there are any; they may lie in a file.
  package init(_ table: Table, encoding: FeatureEncoding, target: NDArray<Double>? = nil) {
    precondition(target == nil || target?.count == table.rowCount)
    self.table = table
    self.encoding = encoding
    self.target = target
  }

  /// Reads the next rows, in their order: at least one and at most `limit`, or nil behind the last.
  ///
  /// - Throws: `ChainRuleError` of kind `.data` if the encoding does not fit the rows.
  /// - Complexity: O(rows read · features + levels).
  package mutating func next(upTo limit: Int) throws -> RowBlock? {
    precondition(limit > 0)
    guard position < table.rowCount else { return nil }
    let rows = position..<(position + min(limit, table.rowCount - position))
    let features = try encoding.features(of: table, rows: rows)
    position = rows.upperBound
    return RowBlock(features: features, target: try target?.rows(rows, inFile: false, "TableRows"))
  }

  /// Goes back to the first row.
  package mutating func restart() { position = 0 }
}
