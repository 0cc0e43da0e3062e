import ChainRule

extension Table {
  /// Draws a fraction of the rows for testing.
  ///
  /// ```swift
  /// let table = try Table(csv: "x\n1\n2\n3\n4\n5\n")
  /// let (training, test) = try table.split(testFraction: 0.2, seed: 1)
  /// training.rowCount  // 4
  /// test.rowCount      // 1
  /// ```
  ///
  /// The test part has `testFraction · rowCount` rows, rounded to the nearest and from a half up; both
  /// parts keep the order of the rows. Stratified by a column, each class of it is split in this ratio.
  ///
  /// - Throws: `ChainRuleError` of kind `.data` if the fraction is not in 0..<1, a part would be empty, or
  ///   the column is not there.
  /// - Complexity: O(rows · columns), and sorting the classes.
  public func split(
    testFraction: Double, seed: UInt64, stratifiedBy column: String? = nil
  ) throws -> (training: Table, test: Table) {
    let split = try RowSplit(
      rowCount: rowCount, testFraction: testFraction, seed: seed,
      strata: column.map { try classLabels($0).codes })
    return (try selecting(split.training), try selecting(split.test))
  }

  /// Splits the rows for cross-validation, as `RowSplit.folds(_:rowCount:seed:strata:)` does.
  ///
  /// Folds are indices of rows: `rows(at:)` makes the tables of one when it is needed.
  ///
  /// ```swift
  /// let table = try Table(csv: "x,y\n1,a\n2,b\n3,a\n4,b\n")
  /// let folds = try table.folds(2, seed: 1, stratifiedBy: "y")
  /// try table.rows(at: folds[0].test).classLabels("y").codes.sorted()  // [0, 1]
  /// ```
  ///
  /// - Throws: `ChainRuleError` of kind `.data` if there are fewer than two folds or fewer rows than folds,
  ///   or the column is not there.
  /// - Complexity: O(rows · count), and sorting the classes.
  public func folds(_ count: Int, seed: UInt64, stratifiedBy column: String? = nil) throws -> [RowSplit] {
    try RowSplit.folds(
      count, rowCount: rowCount, seed: seed, strata: column.map { try classLabels($0).codes })
  }
}
