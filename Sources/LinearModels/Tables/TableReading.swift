/// How the text was read that a table comes from.
///
/// ```swift
/// let table = try Table(csv: "a,b\n1,2\n3,\n", options: CSVOptions(missingValues: .dropRows))
/// table.reading?.droppedRows ?? 0  // 1
/// ```
public struct TableReading: Hashable, Sendable {
  /// How many rows were left out for a missing value.
  public let droppedRows: Int
  /// In how many rows a missing value was filled in.
  public let filledRows: Int
  /// The line of the first value that was filled in, for each column that has one.
  let firstFilledLines: [String: Int]
  /// The columns that became categories because a field of theirs is no number.
  let guessedCategories: Set<String>
  /// Of columns of numbers, the first whole number whose digits say more than the number.
  let respelled: [String: String]
}
