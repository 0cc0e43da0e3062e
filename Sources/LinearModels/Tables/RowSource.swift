package import ChainRule

/// Rows of features and a target that are read block by block, wherever they lie.
///
/// A source that is larger than the memory never has more than a block in it. `TableRows` is the source for
/// rows that are already there.
package protocol RowSource: Sendable {
  /// The names of the features, in the order of the columns of a block.
  var featureNames: [String] { get }
  /// The number of rows of all blocks, or nil as long as it is not known.
  var rowCount: Int? { get }
  /// Reads the next rows, in their order: at least one and at most `limit`, or nil behind the last.
  ///
  /// - Throws: `ChainRuleError` of kind `.data` or `.file` if the rows cannot be read, or the limit is less
  ///   than 1.
  mutating func next(upTo limit: Int) throws -> RowBlock?
  /// Goes back to the first row.
  ///
  /// - Throws: `ChainRuleError` of kind `.file` if the source cannot be read again.
  mutating func restart() throws
}

/// Some rows of a source.
package struct RowBlock: Sendable {
  /// The features, `[rows, features]`.
  package let features: NDArray<Double>
  /// The numbers to be predicted, `[rows]`: of classes the indices of their levels; nil where there is no
  /// target.
  package let target: NDArray<Double>?

  /// Features, and one number for each of their rows.
  ///
  /// - Throws: `ChainRuleError` of kind `.shape` if the features are no matrix or the target has not one
  ///   number a row.
  package init(features: NDArray<Double>, target: NDArray<Double>? = nil) throws {
    guard features.rank == 2, target == nil || target?.shape == [features.shape[0]] else {
      throw ChainRuleError(
        .shape, in: "RowBlock(features:target:)",
        operands: "features \(features.shape)" + (target.map { ", target \($0.shape)" } ?? ""),
        problem: "they are not the features and the target of the same rows",
        mend: "features are [rows, features] and a target is [rows]")
    }
    self.features = features
    self.target = target
  }
}

/// The rows of a table as a source; features are made for one block at a time.
package struct TableRows: RowSource {
  private let table: Table
  private let encoding: FeatureEncoding
  private let target: NDArray<Double>?
  private var position = 0

  /// The names of the features, in the order of the columns of a block.
  package let featureNames: [String]
  /// The number of rows of the table.
  package var rowCount: Int? { table.rowCount }

  /// The rows of a table, with the numbers to be predicted, one a row, if there are any.
  ///
  /// - Throws: `ChainRuleError` of kind `.data` if the target has not one number a row.
  /// - Complexity: O(features).
  package init(_ table: Table, encoding: FeatureEncoding, target: [Double]? = nil) throws {
    try self.init(table, encoding: encoding, targets: target.map { NDArray($0) })
  }

  /// The same with numbers that may lie in a file.
  init(_ table: Table, encoding: FeatureEncoding, targets target: NDArray<Double>?) throws {
    if let target, target.count != table.rowCount {
      throw ChainRuleError(
        .data, in: "TableRows(_:encoding:target:)",
        problem: "the target has \(counted(target.count, "number")) for \(counted(table.rowCount, "row"))",
        mend: "it has one a row")
    }
    self.table = table
    self.encoding = encoding
    self.target = target
    featureNames = encoding.featureNames
  }

  /// Reads the next rows, in their order: at least one and at most `limit`, or nil behind the last.
  ///
  /// - Throws: `ChainRuleError` of kind `.data` if the encoding does not fit the rows, or the limit is less
  ///   than 1.
  /// - Complexity: O(rows read · features + levels).
  package mutating func next(upTo limit: Int) throws -> RowBlock? {
    guard limit > 0 else {
      throw ChainRuleError(
        .data, in: "TableRows.next(upTo:)", problem: "the limit is \(limit)", mend: "read at least one row")
    }
    guard position < table.rowCount else { return nil }
    let rows = position..<(position + min(limit, table.rowCount - position))
    let features = try encoding.features(of: table, rows: rows)
    position = rows.upperBound
    return try RowBlock(
      features: features, target: target.map { try $0.rows(rows, inFile: false, "TableRows") })
  }

  /// Goes back to the first row.
  ///
  /// - Complexity: O(1).
  package mutating func restart() {
    position = 0
  }
}
